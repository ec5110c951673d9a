//! What a commentary's functions stand for: figures in words, quotes, links.
//!
//! While the text is a template and Markdown, a call is a mark of two private characters around a number. Figures are
//! put in before Markdown; what data wrote (names, comments) is put in as escaped text after sanitising.

use super::escape::escaped;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::disclosure::comments::NoQuote;
use crate::disclosure::{Item, Scope, WaveId};
use crate::pages::chart::ChartView;
use crate::pages::chart::named::{Kind, Of, named};
use crate::pages::comments::{account, who};
use crate::pages::kind::PageKind;
use crate::pages::{Page, PageKey, Report, address, frame, own_figures, prose, reasons};

/// The functions a commentary may call, each with one text.
pub(super) const FUNCTIONS: [&str; 5] = ["score", "change", "chart", "quote", "link"];

/// How they are called.
pub(super) const USAGE: &str = "`score(\"QUESTION\")`, `change(\"QUESTION\")`, `chart(\"trend\")`, `quote(\"RESPONSE\")` and `link(\"account:ID\")`";

/// A call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    /// Which function.
    pub(super) function: &'static str,
    /// Its argument.
    pub(super) argument: String,
    /// The text of a link, where it is given.
    pub(super) text: Option<String>,
    /// Where the argument stands in the body, in bytes.
    pub(super) range: std::ops::Range<usize>,
}

/// What a call stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Filled {
    /// Words about a figure, put in before Markdown.
    Text(String),
    /// Safe HTML within a paragraph, put in after sanitising.
    Inline(String),
    /// Safe HTML within a paragraph, and as a block where it is alone in one.
    Block {
        /// Within a paragraph.
        inline: String,
        /// In place of a paragraph.
        block: String,
    },
    /// A chart, drawn or with its reason: where it is alone in a paragraph; its finding within one.
    Chart {
        /// Its finding as safe HTML.
        inline: String,
        /// The figure as safe HTML.
        block: String,
        /// Whether it has a drawing.
        is_drawn: bool,
    },
}

/// Whether a chart is drawn.
pub(super) fn is_drawn(filled: &Filled) -> bool {
    matches!(filled, Filled::Chart { is_drawn: true, .. })
}

/// Makes the HTML of a chart.
pub(super) type Draw<'a> = &'a dyn Fn(&ChartView) -> Result<String, Diagnostic>;

/// Where a commentary stands.
pub(super) struct On<'a> {
    /// The report.
    pub(super) report: &'a Report<'a>,
    /// Its page.
    pub(super) page: &'a Page,
    /// What leads to the site's root.
    pub(super) root: &'a str,
    /// What makes the HTML of a chart.
    pub(super) draw: Draw<'a>,
}

const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// The mark of a call.
pub(super) fn mark(number: usize) -> String {
    format!("{OPEN}{number}{CLOSE}")
}

/// A text in which no mark can be forged.
pub(super) fn without_marks(text: &str) -> String {
    text.replace([OPEN, CLOSE], "\u{fffd}")
}

/// Puts the HTML in; a block that is alone in its paragraph replaces it. The text is gone through once, however many
/// marks there are.
pub(super) fn put_html(html: &str, filled: &[Filled]) -> String {
    let mut result = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, number, after)) = next_mark(rest) {
        let alone = before.strip_suffix("<p>").zip(after.strip_prefix("</p>"));
        match (filled.get(number), alone) {
            (Some(Filled::Block { block, .. } | Filled::Chart { block, .. }), Some((before, after))) => {
                result.extend([before, block]);
                rest = after;
                continue;
            }
            (Some(Filled::Inline(inline) | Filled::Block { inline, .. } | Filled::Chart { inline, .. }), _) => {
                result.extend([before, inline]);
            }
            _ => result.push_str(before),
        }
        rest = after;
    }
    result.push_str(rest);
    result
}

/// Puts the words in.
pub(super) fn put_texts(text: &str, filled: &[Filled]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, number, after)) = next_mark(rest) {
        result.push_str(before);
        match filled.get(number) {
            Some(Filled::Text(text)) => result.push_str(text),
            _ => result.push_str(&mark(number)),
        }
        rest = after;
    }
    result.push_str(rest);
    result
}

/// What stands before the next mark, its number, and what stands behind it.
fn next_mark(text: &str) -> Option<(&str, usize, &str)> {
    let mut from = 0;
    while let Some(open) = text.get(from..)?.find(OPEN).map(|found| from + found) {
        let inner = open + OPEN.len_utf8();
        let digits = text.get(inner..)?.find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |end| inner + end);
        let number = text.get(inner..digits).and_then(|digits| digits.parse().ok());
        if let (Some(number), Some(after)) = (number, text.get(digits..).and_then(|rest| rest.strip_prefix(CLOSE))) {
            return Some((text.get(..open)?, number, after));
        }
        from = inner;
    }
    None
}

/// What a call stands for on a page; its number tells its chart from others of the same name.
///
/// # Errors
/// A name that does not exist, or a comment that may not be shown, without its place.
pub(super) fn fill(on: &On<'_>, number: usize, request: &Request) -> Result<Filled, Diagnostic> {
    let On { report, page, root, .. } = *on;
    match request.function {
        "chart" => chart(on, number, &request.argument),
        "score" => figure_words(report, page, &request.argument, prose::score).map(Filled::Text),
        "change" => figure_words(report, page, &request.argument, prose::change).map(Filled::Text),
        "quote" => quote(report, page, root, &request.argument),
        _ => link(report, root, request),
    }
}

type Say = fn(&Report<'_>, WaveId, Scope, Item) -> String;

fn figure_words(report: &Report<'_>, page: &Page, name: &str, say: Say) -> Result<String, Diagnostic> {
    let item = item(report, name)?;
    let (scope, wave) = own_figures(report, &page.key);
    let wave = wave.filter(|_| report.has_figures());
    Ok(wave.map_or_else(|| report.words.plain("prose-no-answers"), |wave| say(report, wave, scope, item)))
}

/// A chart of the page's own figures, by its name and what it is of.
fn chart(on: &On<'_>, number: usize, name: &str) -> Result<Filled, Diagnostic> {
    let On { report, page, .. } = *on;
    let (kind, of) = name.split_once(':').map_or((name, None), |(kind, of)| (kind, Some(of)));
    let Some(kind) = Kind::ALL.into_iter().find(|known| known.name() == kind) else {
        let mut error = Diagnostic::new(Code::UnknownChart, format!("there is no chart `{kind}`"));
        error.help = suggest(kind, Kind::ALL.map(Kind::name));
        return Err(error);
    };
    let of = match (kind, of) {
        (_, None) => Of::Leading,
        (Kind::Trend, Some(name)) => Of::Item(item(report, name)?),
        (Kind::Groups | Kind::Heatmap, Some(id)) => Of::Dimension(dimension(report, id)?),
        (_, Some(of)) => {
            let error = Diagnostic::new(Code::UnknownChart, format!("the chart `{}` cannot be of `{of}`", kind.name()));
            return Err(error.help(format!("write `chart(\"{}\")`", kind.name())));
        }
    };
    if !report.has_figures() {
        return Ok(Filled::Text(String::new()));
    }
    let view = named(report, &page.key, kind, of).map_err(|reason| {
        Diagnostic::new(Code::UnknownChart, format!("there is no chart `{name}` here")).help(reason)
    })?;
    let view = ChartView { id: format!("commentary-{}-{number}", view.id), ..view };
    let inline = format!("<em>{}</em> {}", escaped(&view.title), escaped(&view.finding));
    Ok(Filled::Chart { inline, block: (on.draw)(&view)?, is_drawn: !view.options.is_empty() })
}

/// A dimension by its id.
fn dimension(report: &Report<'_>, id: &str) -> Result<usize, Diagnostic> {
    let dimensions = report.disclosed.dimensions();
    dimensions.iter().position(|known| known.id == id).ok_or_else(|| {
        let mut error = Diagnostic::new(Code::UnknownSegment, format!("there is no dimension `{id}`"));
        error.help = suggest(id, dimensions.iter().map(|known| known.id.as_str()));
        error
    })
}

/// A question with a score, a block, or the index.
fn item(report: &Report<'_>, name: &str) -> Result<Item, Diagnostic> {
    let questionnaire = report.disclosed.questionnaire();
    let block = questionnaire.blocks.iter().position(|block| block.id == name).map(Item::Block);
    let index = (name == "index").then_some(Item::Index);
    let found = questionnaire.position(name).map(Item::Question).or(block).or(index);
    match found {
        Some(item) if report.disclosed.score(item).is_some() => Ok(item),
        Some(_) => {
            let error = Diagnostic::new(Code::NoScore, format!("`{name}` has no score"));
            Err(error.help("name a question of kind nps, csat, ces or rating, a block, or `index`"))
        }
        None => {
            let questions = questionnaire.questions.iter().map(|question| question.id.as_str());
            let blocks = questionnaire.blocks.iter().map(|block| block.id.as_str());
            let mut error = Diagnostic::new(Code::UnknownFigure, format!("there is no figure `{name}`"));
            error.help = suggest(name, questions.chain(blocks).chain(["index"]));
            Err(error)
        }
    }
}

/// A comment with who wrote it, as far as it may be shown, on the page's own terms. It is named by the id of its response,
/// `SURVEY/ID` where several surveys have the id.
fn quote(report: &Report<'_>, page: &Page, root: &str, name: &str) -> Result<Filled, Diagnostic> {
    let (own, _) = own_figures(report, &page.key);
    let (survey, id) = name.split_once('/').map_or((None, name), |(survey, id)| (Some(survey), id));
    let comment = report.disclosed.quote(own, survey, id).map_err(|why| no_quote(report, name, id, why))?;
    let language = comment.language.map(|tag| format!(" lang=\"{}\"", escaped(tag))).unwrap_or_default();
    let of = account(report, &comment).filter(|_| !matches!(own, Scope::Account(_)));
    let of = of.map(|link| format!("<a href=\"{root}{}\">{}</a>", link.href, escaped(&link.text)));
    let who = escaped(&who(&report.words, comment.author));
    let wave = escaped(&report.wave_name(comment.wave));
    let who: Vec<String> = [Some(who), of, Some(wave)].into_iter().flatten().collect();
    let who = who.join(&escaped(&report.words.plain("list-separator")));
    let text = escaped(comment.text);
    Ok(Filled::Block {
        inline: format!("<q{language}>{text}</q> ({who})"),
        block: format!("<blockquote class=\"quote\"><p{language}>{text}</p><footer>{who}</footer></blockquote>"),
    })
}

/// Why there is nothing to quote of a response.
fn no_quote(report: &Report<'_>, name: &str, id: &str, why: NoQuote) -> Diagnostic {
    match why {
        NoQuote::Unknown => {
            let mut error = Diagnostic::new(Code::UnknownResponse, format!("unknown response `{name}`"));
            error.help = suggest(id, report.disclosed.response_ids());
            error
        }
        NoQuote::Ambiguous => {
            Diagnostic::new(Code::AmbiguousResponse, format!("several surveys have a response `{name}`"))
                .help("write `quote(\"SURVEY/ID\")`")
        }
        NoQuote::Withheld(why) => {
            Diagnostic::new(Code::HiddenQuote, format!("the comment of `{name}` may not be shown here"))
                .help(reasons::withheld(&report.words, why))
        }
        NoQuote::NothingWritten => Diagnostic::new(Code::HiddenQuote, format!("the response `{name}` has no comment"))
            .help("quote another one"),
    }
}

/// A link to a page: `account:ID`, `segment:DIMENSION=VALUE`, `wave:SURVEY/WAVE`, `page:PATH`.
/// The text is the page's name unless it is given; a segment's name alone would not say of what.
fn link(report: &Report<'_>, root: &str, request: &Request) -> Result<Filled, Diagnostic> {
    let key = page_key(report, &request.argument)?;
    let text = escaped(&request.text.clone().unwrap_or_else(|| frame::full_name(report, &key)));
    Ok(Filled::Inline(format!("<a href=\"{root}{}\">{text}</a>", address::link(report, &key))))
}

/// So many pages are compared with one that is not there.
pub(super) const MOST_COMPARED: usize = 2_000;

/// The page that a link of a commentary names.
fn page_key(report: &Report<'_>, target: &str) -> Result<PageKey, Diagnostic> {
    let found = match target.split_once(':') {
        Some(("page", path)) => Some(page_at(report, path)),
        Some((word, name)) => report.kinds.iter().find_map(|kind| named_page(report, kind, word, name)),
        None => None,
    };
    found.unwrap_or_else(|| {
        let error = Diagnostic::new(Code::UnknownLink, format!("`{target}` is not something to link to"));
        Err(error.help(format!("write {} or `page:PATH`", link_forms(report.kinds).join(", "))))
    })
}

/// How pages are named in links, but for those that are named by their address.
fn link_forms(kinds: &[PageKind]) -> Vec<String> {
    let forms = kinds.iter().filter_map(|kind| kind.link);
    forms.map(|link| format!("`{}:{}`", link.word, link.form)).collect()
}

/// The page of a kind that a word and a name stand for; nothing where they are not of its form.
fn named_page(report: &Report<'_>, kind: &PageKind, word: &str, name: &str) -> Option<Result<PageKey, Diagnostic>> {
    let link = kind.link.filter(|link| link.word == word)?;
    let found = (link.find)(&report.disclosed, name)?.map(|subject| PageKey { kind: kind.id, subject });
    Some(found.map_err(|missing| no_link(&missing.what, &missing.written, missing.names)))
}

/// The page at an address.
fn page_at(report: &Report<'_>, path: &str) -> Result<PageKey, Diagnostic> {
    report.places.page(path.trim_matches('/')).cloned().ok_or_else(|| {
        let folders = report.places.folders().filter(|folder| !folder.is_empty()).take(MOST_COMPARED).collect();
        no_link(&format!("page `{path}`"), path, folders)
    })
}

fn no_link(what: &str, written: &str, names: Vec<&str>) -> Diagnostic {
    let mut error = Diagnostic::new(Code::UnknownLink, format!("there is no {what} to link to"));
    error.help = suggest(written, names);
    error
}
