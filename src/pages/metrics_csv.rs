//! `data/metrics.csv`: every figure that may be shown, one a row.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::disclosure::{
    AccountId, Difference, Disclosed, Further, Item, Level, List, Scope, Statistic, Wave, WaveId, Weighted,
};
use crate::sources::surveys::Side;

use super::csv::{Cell, csv, lines};

const HEADER: [&str; 12] = [
    "survey",
    "wave",
    "scope",
    "question",
    "statistic",
    "value",
    "low",
    "high",
    "n",
    "population",
    "n_effective",
    "flag",
];

/// A figure's row before its survey and wave stand before it.
struct Row<'a> {
    scope: &'a str,
    question: &'a str,
    statistic: Cow<'a, str>,
    figure: Figures,
}

/// The cells after the names.
#[derive(Default)]
struct Figures {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    n: Option<u64>,
    population: Option<u64>,
    n_effective: Option<f64>,
    flag: &'static str,
}

/// The file's text.
#[must_use]
pub fn metrics_csv(disclosed: &Disclosed<'_>) -> String {
    let mut waves: Vec<WaveId> = disclosed.waves().map(Wave::id).collect();
    waves.retain(|wave| disclosed.wave(*wave).side() == Side::Customers);
    waves.sort_by_key(|&wave| (&disclosed.survey_of(wave).id, wave));
    let header = csv(&HEADER, std::iter::empty::<[Cell<'_>; 0]>());
    let names = Names::new(disclosed);
    // Put together in one step: a text that grows takes several times its room on the way.
    let lines = waves.into_iter().flat_map(|wave| wave_lines(disclosed, &names, wave));
    [header].into_iter().chain(lines).collect::<Vec<_>>().concat()
}

/// So many scopes are written at a time: there are too many rows to have all in memory beside their text.
const SCOPES: usize = 256;

/// The lines of one wave.
fn wave_lines(disclosed: &Disclosed<'_>, names: &Names, position: WaveId) -> Vec<String> {
    let label = disclosed.wave(position).label();
    let survey = &disclosed.survey_of(position).id;
    let mut scopes: Vec<Scope> = disclosed.scopes(position).into_iter().collect();
    scopes.sort_by_key(|scope| names.of(*scope));
    let of_scope = |scope: &Scope| {
        let mut rows = rows(disclosed, names.of(*scope), *scope, position);
        rows.sort_by(|a, b| (a.question, &a.statistic).cmp(&(b.question, &b.statistic)));
        rows.into_iter().map(|row| cells(survey, label, row))
    };
    scopes.par_chunks(SCOPES).map(|scopes| lines(scopes.iter().flat_map(of_scope))).collect()
}

fn cells<'a>(survey: &'a str, wave: &'a str, row: Row<'a>) -> [Cell<'a>; 12] {
    let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
    let count = |count: Option<u64>| count.map_or(Cell::Empty, Cell::Count);
    let Figures { value, low, high, n, population, n_effective, flag } = row.figure;
    [
        Cell::Text(survey.into()),
        Cell::Text(wave.into()),
        Cell::Text(row.scope.into()),
        Cell::Text(row.question.into()),
        Cell::Text(row.statistic),
        number(value),
        number(low),
        number(high),
        count(n),
        count(population),
        number(n_effective),
        Cell::Text(flag.into()),
    ]
}

/// The rows of a scope in a wave.
fn rows<'a>(disclosed: &'a Disclosed<'a>, name: &'a str, scope: Scope, position: WaveId) -> Vec<Row<'a>> {
    let population = disclosed.population(position, scope);
    let mut rows = Vec::new();
    for (item, figure) in disclosed.figures_of(position, scope) {
        let of = FigureOf { disclosed, scope, item, name, population };
        rows.extend(figure.levels.iter().map(|(statistic, level)| of.level(*statistic, level.as_ref())));
        rows.extend(figure.changes.iter().map(|(statistic, change)| {
            of.change("change", *statistic, change.as_ref().map(|change| &change.difference))
        }));
        rows.extend(figure.further.iter().map(|Further { window, statistic, change }| {
            of.change(window.change(), *statistic, change.as_ref().map(|change| &change.difference))
        }));
    }
    let fact_row = |statistic: &'static str, figure: Figures| Row {
        scope: name,
        question: "",
        statistic: statistic.into(),
        figure,
    };
    if let Some(reach) = disclosed.reach(position, scope) {
        let rate = reach.rate().map(|rate| fact(rate, reach.reached, Some(reach.reached)));
        rows.extend(rate.map(|figure| fact_row("response_rate", figure)));
    }
    if let Some(coverage) = disclosed.coverage(position, scope) {
        let figure = |rate: Option<f64>| Some(fact(rate?, coverage.accounts, population));
        rows.extend(figure(coverage.by_account()).map(|figure| fact_row("account_coverage", figure)));
        rows.extend(figure(coverage.by_revenue()).map(|figure| fact_row("revenue_coverage", figure)));
    }
    if scope == Scope::Program {
        rows.extend(weighted_rows(disclosed, position));
    }
    rows
}

fn weighted_rows<'a>(disclosed: &'a Disclosed<'a>, position: WaveId) -> Vec<Row<'a>> {
    let population = disclosed.population(position, Scope::Program);
    let names = ["nps_account_weighted", "nps_revenue_weighted", "nps_influence_weighted"];
    let of_question = |(question, weighted): (usize, [Option<Weighted>; 3])| {
        let row = move |(statistic, weighted): (&'static str, Option<Weighted>)| {
            Some(Row {
                scope: PROGRAM,
                question: &disclosed.questionnaire().questions[question].id,
                statistic: statistic.into(),
                figure: weighted_figures(weighted?, population),
            })
        };
        names.into_iter().zip(weighted).filter_map(row)
    };
    disclosed.weighted(position).flat_map(of_question).collect()
}

fn weighted_figures(weighted: Weighted, population: Option<u64>) -> Figures {
    match weighted {
        Weighted::Shown { value, accounts } => fact(value, accounts, population),
        Weighted::Hidden => hidden(),
    }
}

/// A figure without an interval.
fn fact(value: f64, n: u64, population: Option<u64>) -> Figures {
    Figures { value: Some(value), n: Some(n), population, flag: "no_interval", ..Figures::default() }
}

/// What a figure's rows have in common.
struct FigureOf<'a> {
    disclosed: &'a Disclosed<'a>,
    scope: Scope,
    item: Item,
    name: &'a str,
    population: Option<u64>,
}

impl<'a> FigureOf<'a> {
    fn row(&self, statistic: Cow<'a, str>, figure: Figures) -> Row<'a> {
        let question = match self.item {
            Item::Question(position) => self.disclosed.questionnaire().questions[position].id.as_str(),
            Item::Block(position) => self.disclosed.questionnaire().blocks[position].id.as_str(),
            Item::Index => "",
        };
        Row { scope: self.name, question, statistic, figure }
    }

    fn level(&self, statistic: Statistic, level: Option<&Level>) -> Row<'a> {
        let name = statistic_name(self.disclosed, self.item, statistic);
        let Some(level) = level else { return self.row(name, hidden()) };
        let figure = Figures {
            value: Some(level.value),
            low: level.interval.map(|interval| interval.low),
            high: level.interval.map(|interval| interval.high),
            n: Some(level.n),
            population: self.population,
            n_effective: Some(level.n_effective),
            flag: self.flag(level.interval.is_some(), level.n),
        };
        self.row(name, figure)
    }

    fn change(&self, kind: &str, statistic: Statistic, difference: Option<&Difference>) -> Row<'a> {
        let name = Cow::Owned(format!("{kind}_{}", statistic_name(self.disclosed, self.item, statistic)));
        let Some(difference) = difference else { return self.row(name, hidden()) };
        let smaller = difference.n_before.min(difference.n_after);
        let figure = Figures {
            value: Some(difference.value),
            low: difference.interval.map(|interval| interval.low),
            high: difference.interval.map(|interval| interval.high),
            n: Some(difference.n_after),
            population: self.population,
            n_effective: None,
            flag: self.flag(difference.interval.is_some(), smaller),
        };
        self.row(name, figure)
    }

    fn flag(&self, has_interval: bool, n: u64) -> &'static str {
        let is_of_account = matches!(self.scope, Scope::Account(_));
        match (has_interval, self.disclosed.is_indicative_in_file(is_of_account, n)) {
            (false, _) => "no_interval",
            (true, true) => "indicative",
            (true, false) => "",
        }
    }
}

fn hidden() -> Figures {
    Figures { flag: "hidden", ..Figures::default() }
}

/// What the program is called among scopes.
const PROGRAM: &str = "program";

/// What scopes are called, made once for all their rows.
struct Names {
    accounts: List<AccountId, String>,
    segments: Vec<Vec<String>>,
}

impl Names {
    fn new(disclosed: &Disclosed<'_>) -> Self {
        let accounts = disclosed.accounts().iter().map(|account| format!("account:{}", account.id));
        let segments = disclosed.dimensions().iter().map(|dimension| {
            let values = dimension.values.iter();
            values.map(|value| format!("segment:{}={}", dimension.id, value.text)).collect()
        });
        Self { accounts: accounts.collect(), segments: segments.collect() }
    }

    fn of(&self, scope: Scope) -> &str {
        match scope {
            Scope::Program => PROGRAM,
            Scope::Account(position) => &self.accounts[position],
            Scope::Segment(segment) => &self.segments[segment.dimension_index()][segment.value_index()],
        }
    }
}

fn statistic_name(disclosed: &Disclosed<'_>, item: Item, statistic: Statistic) -> Cow<'static, str> {
    let option = |option: u16| match item {
        Item::Question(position) => disclosed.questionnaire().questions[position]
            .options()
            .get(usize::from(option))
            .map(|option| option.id.clone()),
        _ => None,
    };
    let name = match statistic {
        Statistic::Nps => "nps",
        Statistic::Promoters => "promoters",
        Statistic::Passives => "passives",
        Statistic::Detractors => "detractors",
        Statistic::TopBox => "top_box",
        Statistic::Mean => "mean",
        Statistic::Share(position) => return format!("share:{}", option(position).unwrap_or_default()).into(),
        Statistic::BlockScore => "block_score",
        Statistic::ExperienceIndex => "experience_index",
    };
    name.into()
}
