//! The site that a build has written, as the next finds it: which of its pages and files stand as they are.
//!
//! A page is made from what it says (its view with the frame around it, its commentary with what that asked for) and
//! from the templates with their messages. Where the hash of all that is the same, the page is, and is neither rendered
//! nor written again. That is all there is to know, whatever the page is about. What a page says but
//! for its commentary follows in turn from the data, the templates and a few things more: where the hash of these is the
//! same, nobody has to ask the page.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, Write};

use sha2::{Digest, Sha256};

use crate::build::options::Options;
use crate::output::Identity;
use crate::render::PageContent;
use crate::sources::Sources;
use crate::sources::theme::Template;

/// The hash of what something is made from.
pub(crate) type Fingerprint = [u8; 32];

/// What is in a site, and what it was made from.
#[derive(Debug, Default)]
pub(crate) struct Standing {
    /// Which folder it is; nothing before it is published.
    pub(crate) identity: Option<Identity>,
    /// The hash of the data that its figures are of.
    pub(crate) data: Option<String>,
    /// What all that pages say follows from, but for their commentary.
    pub(crate) origin: Option<Fingerprint>,
    /// What each page was made from, by its file.
    pub(crate) pages: BTreeMap<String, Fingerprint>,
    /// The addresses of all its files.
    pub(crate) addresses: BTreeSet<String>,
}

impl Standing {
    /// Whether a page stands that was made from the same.
    pub(crate) fn has(&self, file: &str, fingerprint: Option<Fingerprint>) -> bool {
        fingerprint.is_some() && self.pages.get(file) == fingerprint.as_ref()
    }

    /// What a page was made from, where it follows from the same.
    pub(crate) fn known(&self, file: &str, origin: Option<Fingerprint>) -> Option<Fingerprint> {
        let same = origin.is_some() && self.origin == origin;
        self.pages.get(file).filter(|_| same).copied()
    }

    /// Whether the data are the same.
    pub(crate) fn is_of(&self, sources: &Sources) -> bool {
        self.data.is_some() && self.data == sources.data_hash
    }

    /// The addresses of files that are not in this site any more.
    pub(crate) fn vanished<'b>(&self, before: &'b Self) -> Vec<&'b str> {
        let gone = before.addresses.iter().filter(|address| !self.addresses.contains(*address));
        gone.map(String::as_str).collect()
    }
}

/// What all templates say and do: their texts, the order of their sections, and the messages that they ask for.
#[derive(Debug, Clone)]
pub(crate) struct Templates(Sha256);

impl Templates {
    /// The templates of a theme with the messages of the program's language.
    pub(crate) fn new(sources: &Sources) -> Self {
        let mut hash = Sha256::new();
        let theme = &sources.theme;
        let own = sources.messages.iter().map(|(language, messages)| (language, messages));
        for (name, Template { text, .. }) in theme.templates.iter().chain(&theme.messages).chain(own) {
            for part in [name, text] {
                hash.update(part.len().to_le_bytes());
                hash.update(part);
            }
        }
        let config = &sources.config.content;
        let language = config.language.as_ref().map(|language| &language.value);
        let label = config.account_label.as_ref().map(|label| (&label.one, &label.many));
        let sections: Vec<_> = theme.sections.iter().map(|order| (&order.page.value, order.ids())).collect();
        hash.update(format!("{language:?} {label:?} {sections:?}"));
        Self(hash)
    }

    /// The hash of what pages say but for commentary: of the templates, the data, the options, the addresses of files, and
    /// which texts there are, with what they say of themselves. Nothing where the data have a mistake.
    pub(crate) fn origin(&self, sources: &Sources, options: &Options) -> Option<Fingerprint> {
        let texts: Vec<_> = sources.commentary.iter().map(|text| (&text.file, &text.front)).collect();
        let files = sources.statics.iter().map(|file| &file.address).chain(sources.theme.statics.keys());
        let files: Vec<&String> = files.collect();
        let data = sources.data_hash.as_ref()?;
        let mut hash = self.0.clone();
        hash.update(format!("{data} {:?} {:?} {texts:?} {files:?}", options.today, options.base_url));
        Some(hash.finalize().into())
    }

    /// The hash of a page; nothing where its content cannot be told from another.
    pub(crate) fn with(&self, content: &PageContent) -> Option<Fingerprint> {
        let mut hashing = BufWriter::new(Hashing(self.0.clone()));
        serde_json::to_writer(&mut hashing, content).ok()?;
        Some(hashing.into_inner().ok()?.0.finalize().into())
    }
}

/// Takes the hash of what is written.
struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
