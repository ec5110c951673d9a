//! `cxbook.yaml`: the program as its analyst describes it.

use std::collections::BTreeSet;

use super::decode::{Decode, Located, Named, Reading};
use super::node::{Kind, Node};
use super::record::{record, words};
use super::values::Id;
use crate::diagnostic::Code;

record! {
    /// The whole of `cxbook.yaml`.
    Config, "`cxbook.yaml`" {
        /// The report's title.
        title: String,
        /// The interface's language, an IETF tag; default `en`.
        language: Option<Located<String>>,
        /// Where the site is published; used for canonical links, the sitemap and the 404 page only.
        base_url: Option<Located<String>>,
        /// The theme's name; default `default`, the built-in one.
        theme: Option<Located<String>>,
        /// Who the customers are.
        customers: Customers,
        /// What the pages call an account, in the singular and the plural.
        account_label: Option<AccountLabel>,
        /// The currency of every revenue, as the pages print it.
        currency: Option<String>,
        /// The question the report leads with; default: the first of kind nps.
        headline: Option<Id>,
        /// The questionnaire.
        questions: Named<Question>,
        /// The blocks of experience with their weights; they replace the default six.
        blocks: Option<Named<Block>>,
        /// The surveys; one met in a file but not here gets the defaults.
        surveys: Named<Survey>,
        /// The dimensions that customers are compared by.
        segments: Vec<Dimension>,
        /// What is to be reached.
        targets: Vec<Target>,
        /// What others reach.
        benchmarks: Vec<Benchmark>,
        /// What may be shown of persons and of small groups.
        privacy: Option<Privacy>,
        /// What becomes of answers by people or accounts not on record.
        unknown: Option<Unknown>,
        /// Which of several answers by one contact in one wave counts.
        repeat: Option<Repeat>,
        /// Warnings that are known and accepted: they do not fail `--strict`, and are counted instead of told.
        accept: Vec<Accepted>,
    }
}

words! {
    /// Who the customers are.
    Customers, "`b2b`, `b2c` or `mixed`" {
        /// Companies, each with a buying group.
        B2b = "b2b",
        /// People.
        B2c = "b2c",
        /// Both.
        Mixed = "mixed",
    }
}

record! {
    /// What the pages call an account.
    AccountLabel, "`account_label`" {
        /// In the singular.
        one: String,
        /// In the plural.
        many: String,
    }
}

record! {
    /// A question of the questionnaire.
    Question, "a question" {
        /// What its answers are.
        kind: QuestionKind,
        /// Its exact wording.
        text: String,
        /// The lowest and the highest answer; csat has 1 to 5 and ces 1 to 7 unless said otherwise.
        scale: Option<Located<Vec<f64>>>,
        /// The block that a rating belongs to.
        block: Option<Id>,
        /// The options of a choice, by id.
        options: Option<Located<Named<String>>>,
        /// A change of fewer points is never called a rise or fall; default 0.
        relevant: Option<Located<f64>>,
    }
}

words! {
    /// What the answers to a question are.
    QuestionKind, "one of `nps`, `csat`, `ces`, `rating`, `choice`, `choices`, `text`" {
        /// Likelihood to recommend, 0 to 10.
        Nps = "nps",
        /// Satisfaction; the top two answers count.
        Csat = "csat",
        /// Ease; the top three answers count.
        Ces = "ces",
        /// A rating on any scale.
        Rating = "rating",
        /// One of several options.
        Choice = "choice",
        /// Any of several options.
        Choices = "choices",
        /// Words.
        Text = "text",
    }
}

record! {
    /// A block of experience.
    Block, "a block" {
        /// Its name on the pages; default its id.
        label: Option<String>,
        /// Its weight in the experience index; default 1.
        weight: Option<Located<f64>>,
        /// Whether it is about facts rather than perceptions; for display.
        objective: Option<bool>,
    }
}

record! {
    /// A survey that is asked again and again.
    Survey, "a survey" {
        /// Its name on the pages; default its id.
        label: Option<String>,
        /// What occasions it; default relationship.
        kind: Option<SurveyKind>,
        /// What makes a wave; default file.
        waves: Option<WaveRule>,
    }
}

words! {
    /// What occasions a survey.
    SurveyKind, "`relationship` or `transactional`" {
        /// The calendar.
        Relationship = "relationship",
        /// An event, such as a closed ticket.
        Transactional = "transactional",
    }
}

words! {
    /// What makes a wave.
    WaveRule, "`file`, `month`, `quarter` or `year`" {
        /// The file says which.
        File = "file",
        /// The answers' month.
        Month = "month",
        /// The answers' quarter.
        Quarter = "quarter",
        /// The answers' year.
        Year = "year",
    }
}

record! {
    /// A dimension of segments.
    Dimension, "a dimension of `segments`" {
        /// Its id.
        id: Id,
        /// Its name on the pages; default its id.
        label: Option<String>,
        /// Where its values come from: `account.X`, `contact.X` or `response.X`.
        by: Located<String>,
        /// The order of its values; others follow by name.
        order: Vec<Located<String>>,
    }
}

record! {
    /// A value to be reached.
    Target, "a target" {
        /// The question it speaks of.
        question: Id,
        /// The score to be reached: nps, top box or mean, by the question's kind.
        value: f64,
        /// The segment or account it is for; the program where absent.
        r#where: Named<Located<String>>,
        /// Who is to reach it.
        team: Option<String>,
    }
}

record! {
    /// What others reach.
    Benchmark, "a benchmark" {
        /// The question it speaks of.
        question: Id,
        /// The score that others reach.
        value: f64,
        /// What the figure is.
        label: String,
        /// Where the figure comes from: an address or a title.
        source: Option<String>,
    }
}

record! {
    /// What may be shown of persons and small groups.
    Privacy, "`privacy`" {
        /// How respondents are shown; default role.
        respondents: Option<Respondents>,
        /// Anonymous: groups of fewer persons are hidden; default 5.
        hide_below: Option<u64>,
        /// Anonymous: no comments from groups of fewer persons; default 8.
        comments_below: Option<u64>,
        /// Groups of fewer answers are marked as indicative; default 30.
        indicative_below: Option<u64>,
    }
}

words! {
    /// How respondents are shown, from the most open to the strictest.
    Respondents, "`named`, `role` or `anonymous`" {
        /// With their names.
        Named = "named",
        /// By their role.
        Role = "role",
        /// Not at all.
        Anonymous = "anonymous",
    }
}

record! {
    /// What becomes of what is not on record.
    Unknown, "`unknown`" {
        /// Contacts; default list.
        contacts: Option<UnknownRule>,
        /// Accounts; default error.
        accounts: Option<UnknownRule>,
    }
}

record! {
    /// Warnings that are known and accepted.
    Accepted, "an entry of `accept`" {
        /// The code of the warning.
        code: Located<String>,
        /// What the warning is about: a name that its message has in backticks, or the path of its file. All warnings
        /// of the code where absent.
        about: Option<String>,
        /// Why it is accepted.
        because: Located<String>,
    }
}

words! {
    /// What becomes of a reference to something that is not on record.
    UnknownRule, "`list` or `error`" {
        /// Kept, counted, listed, with a warning.
        List = "list",
        /// A mistake.
        Error = "error",
    }
}

words! {
    /// Which of several answers of one contact in one wave counts.
    Repeat, "`last`, `first` or `all`" {
        /// The latest.
        Last = "last",
        /// The earliest.
        First = "first",
        /// Each.
        All = "all",
    }
}

/// The questions that the tree names and the configuration lacks, because they are not rightly described.
#[must_use]
pub fn unusable_questions(node: &Node, config: &Config) -> BTreeSet<String> {
    let Kind::Map(entries) = &node.kind else { return BTreeSet::new() };
    let questions = entries.iter().find(|(key, _)| &*key.text == "questions");
    let Some(Kind::Map(questions)) = questions.map(|(_, node)| &node.kind) else { return BTreeSet::new() };
    let usable: BTreeSet<&str> = config.questions.0.iter().map(|(id, _)| id.value.as_str()).collect();
    let named = questions.iter().map(|(key, _)| &*key.text);
    named.filter(|name| !usable.contains(name)).map(ToOwned::to_owned).collect()
}

/// Reads `cxbook.yaml` from its tree.
pub fn decode(node: &Node, reading: &mut Reading) -> Option<Config> {
    let config = Config::decode(node, reading)?;
    if config.questions.0.is_empty() {
        let at = match &node.kind {
            Kind::Map(entries) => entries.iter().find(|(k, _)| &*k.text == "questions").map_or(node.at, |(k, _)| k.at),
            _ => node.at,
        };
        let help = "add at least one: `questions: {recommend: {kind: nps, text: \"…\"}}`";
        reading.error(Code::MissingKey, at, "`cxbook.yaml` needs `questions`", Some(help.to_owned()));
        return None;
    }
    Some(config)
}
