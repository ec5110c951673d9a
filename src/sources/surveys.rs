//! `data/surveys`: the answers to one survey, as responses, as a table, or as tallies.

mod shapes;

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::decode::{Decode, Located, Named, Reading, entries, shortened};
use super::node::{Kind, Node};
use super::record::{record, words};
use super::values::{GivenAnswer, Id, Language, Texts, Verbatim};
use crate::diagnostic::{At, Code, suggest};

record! {
    /// One file of one survey.
    SurveyFile, "a survey file" {
        /// The survey.
        survey: Id,
        /// The wave; absent where the answers' dates make it.
        wave: Option<Located<String>>,
        /// The first day of the fieldwork.
        from: Option<Located<Date>>,
        /// The last day of the fieldwork.
        to: Option<Located<Date>>,
        /// Whether customers or employees answer; default customers.
        respondents: Option<Located<Side>>,
        /// Who conducted it.
        conducted_by: Option<Located<Conductor>>,
        /// What respondents were told.
        promise: Option<Located<Promise>>,
        /// When each stage of the wave was.
        stages: Option<Stages>,
        /// Who was asked.
        invitations: Option<Invitations>,
        /// The answers, one mapping each.
        responses: Option<Vec<Response>>,
        /// The answers, one line each.
        table: Option<Table>,
        /// Counts of answers.
        tallies: Option<Vec<Tally>>,
    }
}

words! {
    /// Who answers.
    Side, "`customers` or `employees`" {
        /// Customers.
        Customers = "customers",
        /// The own staff, as they think customers would.
        Employees = "employees",
    }
}

words! {
    /// Who conducted a wave.
    Conductor, "`independent` or `in-house`" {
        /// Somebody it does not judge.
        Independent = "independent",
        /// Somebody it judges.
        InHouse = "in-house",
    }
}

words! {
    /// What respondents were told would be shown of them.
    Promise, "`named`, `confidential` or `anonymous`" {
        /// Their names.
        Named = "named",
        /// Their role.
        Confidential = "confidential",
        /// Nothing.
        Anonymous = "anonymous",
    }
}

record! {
    /// When each stage of a wave was.
    Stages, "`stages`" {
        /// Preparation began.
        prepare: Option<Date>,
        /// Fieldwork began.
        field: Option<Date>,
        /// Analysis began.
        analyse: Option<Date>,
        /// Interviews began.
        interview: Option<Date>,
        /// Planning began.
        plan: Option<Date>,
        /// Action began.
        act: Option<Date>,
        /// The next wave is to begin.
        repeat: Option<Date>,
    }
}

/// Who was asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Invitations {
    /// Each invitation.
    List(Vec<Invitation>),
    /// Only how many.
    Counts(InvitationCounts),
}

impl Decode for Invitations {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        match node.kind {
            Kind::Map(_) => InvitationCounts::decode(node, reading).map(Self::Counts),
            _ => Vec::decode(node, reading).map(Self::List),
        }
    }
}

record! {
    /// How many were asked.
    InvitationCounts, "`invitations`" {
        /// Invitations sent.
        sent: u64,
        /// Invitations that arrived; default all that were sent.
        delivered: Option<Located<u64>>,
    }
}

record! {
    /// One invitation.
    Invitation, "an invitation" {
        /// The account.
        account: Option<Id>,
        /// The contact.
        contact: Option<Id>,
        /// When it was sent.
        sent: Option<Date>,
        /// What became of it; default delivered.
        outcome: Option<InvitationOutcome>,
    }
}

words! {
    /// What became of an invitation.
    InvitationOutcome, "`delivered`, `bounced` or `refused`" {
        /// It arrived.
        Delivered = "delivered",
        /// It did not arrive.
        Bounced = "bounced",
        /// It arrived, and the person did not want to answer.
        Refused = "refused",
    }
}

record! {
    /// One person's answers.
    Response, "a response" {
        /// Its id, unique in the survey.
        id: Id,
        /// The account.
        account: Option<Id>,
        /// The contact.
        contact: Option<Id>,
        /// The day; default the wave's last.
        date: Option<Located<Date>>,
        /// How it came in.
        channel: Option<Box<str>>,
        /// The journey it is about.
        journey: Option<Box<str>>,
        /// The touchpoint of that journey.
        touchpoint: Option<Box<str>>,
        /// The ticket it is about.
        ticket: Option<Id>,
        /// What the comment is about.
        topics: Texts,
        /// The answers by question.
        answers: Answers,
        /// What the respondent wrote.
        comment: Option<Verbatim>,
        /// The comment's language, an IETF tag.
        language: Option<Language>,
        /// Counted, never shown as a person.
        anonymous: Option<bool>,
        /// Anything else; it wins over the account's and the contact's.
        attributes: Attributes,
    }
}

/// One question's answer as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The question's id as it stands; shared by a file's answers.
    pub question: Arc<str>,
    /// Where the question is named.
    pub question_at: At,
    /// The answer.
    pub given: GivenAnswer,
    /// Where the answer stands.
    pub at: At,
}

impl Answer {
    fn of(question: Arc<str>, question_at: At, given: Located<GivenAnswer>) -> Self {
        Self { question, question_at, given: given.value, at: given.at }
    }
}

/// A response's answers, in the file's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers(pub Vec<Answer>);

/// A response's own attributes; names are shared by a file's responses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attributes(pub Vec<(Arc<str>, Texts)>);

impl Decode for Answers {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        entries(node, reading, Answer::of).map(Self)
    }
}

impl Decode for Attributes {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        entries(node, reading, |name, _, texts: Located<Texts>| (name, texts.value)).map(Self)
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

record! {
    /// How many gave each answer.
    Tally, "a tally" {
        /// Whose answers: values of dimensions, or an account; the program's alone where absent.
        r#where: Named<Located<String>>,
        /// The wave, in a survey by month, quarter or year.
        wave: Option<Located<String>>,
        /// The question.
        question: Id,
        /// How many gave each answer.
        counts: Named<Located<u64>>,
    }
}

/// Responses with one line each; decoded into the same responses.
#[derive(Debug, Clone, PartialEq)]
pub struct Table(pub Vec<Response>);

/// A column's meaning.
enum ColumnMeaning {
    Field(&'static str),
    Question(Arc<str>, At),
    Attribute(Arc<str>),
}

/// The columns of a table that are fields of a response; any other is a question or an attribute.
pub const FIELD_COLUMNS: [&str; 12] = [
    "id",
    "account",
    "contact",
    "date",
    "channel",
    "journey",
    "touchpoint",
    "ticket",
    "topics",
    "comment",
    "language",
    "anonymous",
];

impl Decode for Table {
    fn decode(node: &Node, reading: &mut Reading) -> Option<Self> {
        let fields = reading.fields(node, "`table`", &["columns", "rows"])?;
        let names: Vec<Located<String>> = fields.decode("columns", reading)?;
        let columns = columns(&names, node.at, reading)?;
        let rows = fields.list("rows", reading).iter().filter_map(|row| response(row, &columns, reading));
        Some(Self(rows.collect()))
    }
}

fn columns(names: &[Located<String>], table: At, reading: &mut Reading) -> Option<Vec<ColumnMeaning>> {
    let mut columns = Vec::with_capacity(names.len());
    let mut seen = HashSet::with_capacity(names.len());
    for name in names {
        if !seen.insert(name.value.as_str()) {
            let message = format!("the column `{}` stands twice", shortened(&name.value));
            reading.error(Code::KeyTwice, name.at, message, Some("keep one of the two".to_owned()));
        }
        let field = FIELD_COLUMNS.iter().find(|field| **field == name.value);
        columns.push(match (field, name.value.strip_prefix("attributes.")) {
            (Some(field), _) => ColumnMeaning::Field(field),
            (None, Some(attribute)) => ColumnMeaning::Attribute(attribute.into()),
            (None, None) => ColumnMeaning::Question(name.value.as_str().into(), name.at),
        });
    }
    if names.is_empty() {
        let help = "name what the cells of a row are: `columns: [id, account, recommend]`";
        reading.error(Code::MissingKey, table, "a table needs its `columns`", Some(help.to_owned()));
        return None;
    }
    if !names.iter().any(|name| name.value == "id") {
        let at = names.first().map_or(table, |first| first.at);
        reading.error(
            Code::MissingKey,
            at,
            "a table needs the column `id`",
            suggest("id", names.iter().map(|n| n.value.as_str())),
        );
        return None;
    }
    Some(columns)
}

fn response(row: &Node, columns: &[ColumnMeaning], reading: &mut Reading) -> Option<Response> {
    let Kind::List(cells) = &row.kind else {
        reading.expected(row, "a row (a list of cells)");
        return None;
    };
    if cells.len() != columns.len() {
        let message = format!("the row has {} cells, the table {} columns", cells.len(), columns.len());
        let help = "write `null` for an empty cell, and put text with commas or ` #` in quotes";
        reading.error(Code::RowLength, cells.last().map_or(row.at, |cell| cell.at), message, Some(help.to_owned()));
        return None;
    }
    let mut answers = Vec::new();
    let mut attributes = Vec::new();
    for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| cell.kind != Kind::Null) {
        match column {
            ColumnMeaning::Field(_) => {}
            ColumnMeaning::Question(question, question_at) => {
                answers.extend(GivenAnswer::decode(cell, reading).map(|given| Answer {
                    question: Arc::clone(question),
                    question_at: *question_at,
                    given,
                    at: cell.at,
                }));
            }
            ColumnMeaning::Attribute(name) => {
                attributes.extend(Texts::decode(cell, reading).map(|texts| (Arc::clone(name), texts)));
            }
        }
    }
    let fields = RowFields { row, columns, cells };
    fields.response(Answers(answers), Attributes(attributes), reading)
}

struct RowFields<'a> {
    row: &'a Node,
    columns: &'a [ColumnMeaning],
    cells: &'a [Node],
}

impl RowFields<'_> {
    fn field<T: Decode>(&self, name: &str, reading: &mut Reading) -> Option<T> {
        let named = |column: &ColumnMeaning| matches!(column, ColumnMeaning::Field(field) if *field == name);
        let cell = self.columns.iter().position(named).and_then(|column| self.cells.get(column));
        match cell.filter(|cell| cell.kind != Kind::Null) {
            Some(cell) => T::decode(cell, reading).or_else(T::absent),
            None => T::absent().or_else(|| {
                let help = format!("write its `{name}`; `null` is an empty cell");
                reading.error(Code::MissingKey, self.row.at, format!("the row has no `{name}`"), Some(help));
                None
            }),
        }
    }

    fn response(&self, answers: Answers, attributes: Attributes, reading: &mut Reading) -> Option<Response> {
        Some(Response {
            at: self.row.at,
            id: self.field("id", reading)?,
            account: self.field("account", reading)?,
            contact: self.field("contact", reading)?,
            date: self.field("date", reading)?,
            channel: self.field("channel", reading)?,
            journey: self.field("journey", reading)?,
            touchpoint: self.field("touchpoint", reading)?,
            ticket: self.field("ticket", reading)?,
            topics: self.field("topics", reading)?,
            answers,
            comment: self.field("comment", reading)?,
            language: self.field("language", reading)?,
            anonymous: self.field("anonymous", reading)?,
            attributes,
        })
    }
}
