//! The source folder → typed files. The only stage that reads files; it knows what a file may look like, not whether
//! what it says fits the rest of the program.

mod accept;
pub mod accounts;
pub mod cache;
pub mod commentary;
pub mod config;
pub mod decode;
pub mod files;
pub mod folder;
mod json;
mod messages;
pub mod node;
pub mod opening;
pub mod parser;
mod pictures;
mod record;
pub mod records;
pub mod rows;
pub mod seen;
pub mod shape;
pub mod surveys;
mod syntax;
pub mod text;
pub mod theme;
pub mod unread;
pub mod values;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::diagnostic::{Acceptance, Diagnostics, Rules};
use crate::progress::Counter;
use cache::{Cache, Parsed};
use commentary::Commentary;
use decode::{Decode, Reading};
use folder::{DataKind, Found};
use theme::{Template, Theme};
use unread::Unread;

/// A typed file and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed<T> {
    /// The file as messages name it.
    pub file: Arc<Path>,
    /// What it holds.
    pub content: T,
}

/// A typed file that several readings share, because it has not changed between them.
pub type Shared<T> = Arc<Filed<T>>;

/// A SHA-256.
pub(crate) type Hash = [u8; 32];

/// A file that is copied as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticFile {
    /// Its address in the site.
    pub address: String,
    /// Its path on disk.
    pub path: PathBuf,
    /// Its path in messages.
    pub shown: Arc<Path>,
}

/// Everything that was read.
#[derive(Debug)]
pub struct Sources {
    /// `cxbook.yaml`.
    pub config: Filed<config::Config>,
    /// Files of accounts.
    pub accounts: Vec<Shared<accounts::AccountsFile>>,
    /// Files of contacts.
    pub contacts: Vec<Shared<accounts::ContactsFile>>,
    /// Files of answers.
    pub surveys: Vec<Shared<surveys::SurveyFile>>,
    /// Files of tickets.
    pub tickets: Vec<Shared<records::TicketsFile>>,
    /// Files of actions.
    pub actions: Vec<Shared<records::ActionsFile>>,
    /// Files of outcomes.
    pub outcomes: Vec<Shared<records::OutcomesFile>>,
    /// The commentary, drafts left out.
    pub commentary: Vec<Commentary>,
    /// The theme.
    pub theme: Theme,
    /// The program's own messages by language.
    pub messages: Vec<(String, Template)>,
    /// Files to copy.
    pub statics: Vec<StaticFile>,
    /// What could not be read: what refers to it cannot be checked.
    pub unread: Unread,
    /// The warnings that the program accepts.
    pub accepted: Vec<Acceptance>,
    /// Questions that are named, but not rightly described.
    pub unusable_questions: BTreeSet<String>,
    /// SHA-256 over the paths and bytes of everything read but the static files, in hexadecimal.
    pub hash: String,
    /// The same over `cxbook.yaml` and `data/` alone: where it is the same, so is the program. Nothing where there is a
    /// mistake in them.
    pub data_hash: Option<String>,
}

impl Sources {
    /// What is not told one by one of what is wrong.
    #[must_use]
    pub fn rules(&self) -> Rules {
        Rules::default().holding(self.unread.may_follow(), self.unread.causes.clone()).accepting(self.accepted.clone())
    }

    /// Drops the files of data, once nobody asks for them any more.
    pub fn let_go_of_data(&mut self) {
        self.accounts.clear();
        self.contacts.clear();
        self.surveys.clear();
        self.tickets.clear();
        self.actions.clear();
        self.outcomes.clear();
    }
}

/// One file of `data/`, whatever it holds.
#[derive(Debug, Clone)]
enum DataFile {
    Accounts(Shared<accounts::AccountsFile>),
    Contacts(Shared<accounts::ContactsFile>),
    Survey(Shared<surveys::SurveyFile>),
    Tickets(Shared<records::TicketsFile>),
    Actions(Shared<records::ActionsFile>),
    Outcomes(Shared<records::OutcomesFile>),
}

impl DataFile {
    /// Whether nothing came of the file that others could refer to.
    fn is_empty(&self) -> bool {
        match self {
            Self::Accounts(file) => file.content.accounts.is_empty(),
            Self::Contacts(file) => file.content.contacts.is_empty(),
            Self::Survey(file) => file.content.responses.is_none() && file.content.table.is_none(),
            Self::Tickets(file) => file.content.tickets.is_empty(),
            Self::Actions(_) | Self::Outcomes(_) => false,
        }
    }
}

type Hashes = Vec<(Arc<Path>, Hash)>;

/// Reads a source folder with all cores, counting its files of data. What is `cache` of the reading before is not parsed
/// again.
///
/// # Errors
/// None of its own: mistakes are added to `diagnostics`, and what could be read is given; `None` only where
/// `cxbook.yaml` could not be.
pub fn read(root: &Path, cache: &mut Cache, progress: &Counter, diagnostics: &mut Diagnostics) -> Option<Sources> {
    let mut hashes = Hashes::new();
    let mut of_data = Diagnostics::default();
    let config = config(root, &mut hashes, &mut of_data);
    let (data, mut unread) = data(root, cache, progress, &mut hashes, &mut of_data);
    let data_hash = (!of_data.is_fatal(false)).then(|| combined(hashes.clone()));
    diagnostics.append(of_data);
    let (commentary, beside) = commentary(root, cache, &mut hashes, diagnostics);
    let ReadConfig { config, unusable_questions, accepted, is_whole } = config?;
    if !is_whole {
        unread.note_config(&config.file);
    }
    let theme = theme::read(root, &config, cache, &mut hashes, diagnostics);
    let messages = messages::read(root, &mut hashes, diagnostics);
    let mut sources = Sources {
        config,
        messages,
        accounts: Vec::new(),
        contacts: Vec::new(),
        surveys: Vec::new(),
        tickets: Vec::new(),
        actions: Vec::new(),
        outcomes: Vec::new(),
        commentary,
        theme,
        statics: [beside, statics(root, diagnostics)].concat(),
        unread,
        accepted,
        unusable_questions,
        hash: combined(hashes),
        data_hash,
    };
    for file in data {
        match file {
            DataFile::Accounts(file) => sources.accounts.push(file),
            DataFile::Contacts(file) => sources.contacts.push(file),
            DataFile::Survey(file) => sources.surveys.push(file),
            DataFile::Tickets(file) => sources.tickets.push(file),
            DataFile::Actions(file) => sources.actions.push(file),
            DataFile::Outcomes(file) => sources.outcomes.push(file),
        }
    }
    Some(sources)
}

/// The theme of a program alone; nothing where its `cxbook.yaml` cannot be read. What is wrong is for [`read`] to tell.
#[must_use]
pub fn theme_of(root: &Path) -> Option<Theme> {
    let (mut hashes, mut untold) = (Hashes::new(), Diagnostics::default());
    let config = config(root, &mut hashes, &mut untold)?.config;
    Some(theme::read(root, &config, &mut Cache::default(), &mut hashes, &mut untold))
}

/// The configuration, and what follows from how it was read.
struct ReadConfig {
    config: Filed<config::Config>,
    /// The questions that could not be read.
    unusable_questions: BTreeSet<String>,
    accepted: Vec<Acceptance>,
    /// Whether all of it could be read.
    is_whole: bool,
}

fn config(root: &Path, hashes: &mut Hashes, diagnostics: &mut Diagnostics) -> Option<ReadConfig> {
    let found = folder::config(root).map_err(|d| diagnostics.append(d)).ok()?;
    let text = text::read(&found.path, &found.shown).map_err(|d| diagnostics.push(d)).ok()?;
    let node = node(&found, &text).map_err(|d| diagnostics.append(d)).ok()?;
    hashes.push((Arc::clone(&found.shown), Sha256::digest(text.as_bytes()).into()));
    let mut reading = Reading::new(&found.shown);
    let config = config::decode(&node, &mut reading);
    let accepted = config.as_ref().map(|config| accept::accepted(&config.accept, &mut reading)).unwrap_or_default();
    let mistakes = reading.finish();
    let is_whole = !mistakes.is_fatal(false);
    diagnostics.append(mistakes);
    let content = config?;
    let unusable_questions = config::unusable_questions(&node, &content);
    Some(ReadConfig { config: Filed { file: found.shown, content }, unusable_questions, accepted, is_whole })
}

/// The files of data, and what of them could not be read.
fn data(
    root: &Path,
    cache: &mut Cache,
    progress: &Counter,
    hashes: &mut Hashes,
    diagnostics: &mut Diagnostics,
) -> (Vec<DataFile>, Unread) {
    let folder::Data { files, elsewhere } = folder::data(root, diagnostics);
    progress.expect(files.len());
    let before = &*cache;
    let one = |(kind, found): (DataKind, Found)| {
        let read = (data_file(kind, &found, before), found.shown);
        progress.step();
        read
    };
    let read: Vec<_> = files.into_par_iter().map(one).collect();
    let before = std::mem::take(&mut cache.data);
    // Nobody has to wait until what was read before is given back.
    rayon::spawn(move || drop(before));
    let mut typed = Vec::with_capacity(read.len());
    let mut unread = Unread::default();
    for (kind, place) in &elsewhere {
        unread.note(*kind, place);
    }
    for (parsed, shown) in read {
        if parsed.file.as_ref().is_none_or(DataFile::is_empty) && parsed.diagnostics.is_fatal(false) {
            unread.note(parsed.kind, &shown);
        }
        typed.extend(parsed.file.clone());
        hashes.extend(parsed.hash.map(|hash| (Arc::clone(&shown), hash)));
        diagnostics.append(parsed.diagnostics.clone());
        cache.data.insert(shown, parsed);
    }
    (typed, unread)
}

fn data_file(kind: DataKind, found: &Found, cache: &Cache) -> Parsed {
    let text = match text::read(&found.path, &found.shown) {
        Ok(text) => text,
        Err(mistake) => return Parsed { kind, hash: None, file: None, diagnostics: mistake.into() },
    };
    let hash: Hash = Sha256::digest(text.as_bytes()).into();
    cache.parsed(&found.shown, kind, hash).unwrap_or_else(|| {
        let (file, diagnostics) = parse(kind, found, &text);
        Parsed { kind, hash: Some(hash), file, diagnostics }
    })
}

fn parse(kind: DataKind, found: &Found, text: &str) -> (Option<DataFile>, Diagnostics) {
    let node = match node(found, text) {
        Ok(node) => node,
        Err(diagnostics) => return (None, diagnostics),
    };
    let mut reading = Reading::new(&found.shown);
    let file = match kind {
        DataKind::Accounts => filed(&node, &mut reading).map(DataFile::Accounts),
        DataKind::Contacts => filed(&node, &mut reading).map(DataFile::Contacts),
        DataKind::Surveys => filed(&node, &mut reading).map(DataFile::Survey),
        DataKind::Tickets => filed(&node, &mut reading).map(DataFile::Tickets),
        DataKind::Actions => filed(&node, &mut reading).map(DataFile::Actions),
        DataKind::Outcomes => filed(&node, &mut reading).map(DataFile::Outcomes),
    };
    (file, reading.finish())
}

fn filed<T: Decode>(node: &node::Node, reading: &mut Reading) -> Option<Shared<T>> {
    T::decode(node, reading).map(|content| Arc::new(Filed { file: Arc::clone(&reading.file), content }))
}

/// A file's tree of values.
fn node(found: &Found, text: &str) -> Result<node::Node, Diagnostics> {
    let node = if found.is_json() { parser::json(text, &found.shown) } else { parser::yaml(text, &found.shown) };
    node.map_err(Diagnostics::from_iter)
}

/// The commentary that is published, and the files beside it that it names.
fn commentary(
    root: &Path,
    cache: &mut Cache,
    hashes: &mut Hashes,
    diagnostics: &mut Diagnostics,
) -> (Vec<Commentary>, Vec<StaticFile>) {
    let mut all = Vec::new();
    let mut beside = Vec::new();
    let mut parsed = HashMap::new();
    for found in folder::walk(root, "commentary", diagnostics) {
        let Some(path) = found.relative.strip_suffix(".md") else {
            beside.push(found);
            continue;
        };
        let one = text::read(&found.path, &found.shown).map_err(Diagnostics::from).and_then(|text| {
            let hash: Hash = Sha256::digest(text.as_bytes()).into();
            hashes.push((Arc::clone(&found.shown), hash));
            let before = cache.commentary(&found.shown, hash);
            Ok((hash, before.map_or_else(|| commentary::parse(&text, path, &found.shown), Ok)?))
        });
        match one {
            Ok((hash, one)) => {
                all.extend(Some(one.clone()).filter(|one| one.front.draft != Some(true)));
                parsed.insert(found.shown, (hash, one));
            }
            Err(mistakes) => diagnostics.append(mistakes),
        }
    }
    cache.commentary = parsed;
    let beside = pictures::named(beside, &all, diagnostics);
    (all, beside)
}

fn statics(root: &Path, diagnostics: &mut Diagnostics) -> Vec<StaticFile> {
    let files = folder::walk(root, "static", diagnostics).into_iter();
    files.map(|found| StaticFile { address: found.relative, path: found.path, shown: found.shown }).collect()
}

fn combined(mut hashes: Hashes) -> String {
    hashes.sort();
    let mut all = Sha256::new();
    for (path, hash) in hashes {
        all.update(path.to_string_lossy().as_bytes());
        all.update([0]);
        all.update(hash);
    }
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    all.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
