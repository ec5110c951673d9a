//! `data/metrics.csv`: every figure that may be shown, one a row.

use crate::metrics::{Coverage, Figure, Item, Level, Metrics, Scope, Statistic, Weighted};
use crate::program::Program;
use crate::sources::surveys::Side;

use super::csv::{Cell, csv};
use super::figure::FEWEST_FOR_A_SCORE;

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
struct Row {
    scope: String,
    question: String,
    statistic: String,
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
pub fn metrics_csv(program: &Program, metrics: &Metrics) -> String {
    let mut waves: Vec<usize> = (0..program.waves.len()).collect();
    waves.retain(|wave| program.waves[*wave].side == Side::Customers);
    waves.sort_by_key(|&wave| (&program.surveys[program.waves[wave].survey].id, wave));
    let rows = waves.into_iter().flat_map(|position| {
        let wave = &program.waves[position];
        let survey = &program.surveys[wave.survey].id;
        let mut rows = wave_rows(program, metrics, position);
        rows.sort_by(|a, b| (&a.scope, &a.question, &a.statistic).cmp(&(&b.scope, &b.question, &b.statistic)));
        rows.into_iter().map(|row| cells(survey, &wave.label, row))
    });
    csv(&HEADER, rows)
}

fn cells(survey: &str, wave: &str, row: Row) -> Vec<Cell> {
    let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
    let count = |count: Option<u64>| count.map_or(Cell::Empty, Cell::Count);
    let names = [survey.to_owned(), wave.to_owned(), row.scope, row.question, row.statistic].map(Cell::Text);
    let Figures { value, low, high, n, population, n_effective, flag } = row.figure;
    let figures = [number(value), number(low), number(high), count(n), count(population), number(n_effective)];
    names.into_iter().chain(figures).chain([Cell::Text(flag.to_owned())]).collect()
}

fn wave_rows(program: &Program, metrics: &Metrics, position: usize) -> Vec<Row> {
    let reach = &metrics.reach[position];
    let mut rows = Vec::new();
    for (scope, item, figure) in metrics.figures[position].iter() {
        let of = Of { program, scope, item, population: reach.population(scope) };
        rows.extend(figure.levels.iter().map(|(statistic, level)| of.level(*statistic, level.as_ref())));
        rows.extend(figure.changes.iter().map(|(statistic, _)| of.change(*statistic, figure)));
    }
    for (scope, reach) in &reach.scopes {
        if let Some(rate) = reach.rate() {
            let figure = fact(rate, reach.reached, Some(reach.reached));
            rows.push(Row {
                statistic: "response_rate".into(),
                question: String::new(),
                scope: name(program, *scope),
                figure,
            });
        }
    }
    let coverage = reach.coverage.iter();
    rows.extend(
        coverage
            .flat_map(|(scope, coverage)| coverage_rows(&name(program, *scope), coverage, reach.population(*scope))),
    );
    rows.extend(weighted_rows(program, metrics, position));
    rows
}

fn weighted_rows(program: &Program, metrics: &Metrics, position: usize) -> Vec<Row> {
    let reach = &metrics.reach[position];
    let mut rows = Vec::new();
    for (question, weightings) in &metrics.weightings[position] {
        let shown = metrics.figures[position].get(Scope::Program, Item::Question(*question));
        let all = [
            ("nps_account_weighted", weightings.by_account),
            ("nps_revenue_weighted", weightings.by_revenue),
            ("nps_influence_weighted", weightings.by_influence),
        ];
        for (statistic, weighted) in all {
            let population = reach.population(Scope::Program);
            let figure = weighted.map(|weighted| weighted_figures(weighted, shown, population));
            let question = program.questionnaire.questions[*question].id.clone();
            rows.extend(figure.map(|figure| Row {
                scope: "program".into(),
                question,
                statistic: statistic.into(),
                figure,
            }));
        }
    }
    rows
}

fn weighted_figures(weighted: Weighted, shown: Option<&Figure>, population: Option<u64>) -> Figures {
    match (weighted, shown) {
        (Weighted::Shown { value, accounts }, Some(figure)) if !figure.is_hidden() => fact(value, accounts, population),
        _ => hidden(),
    }
}

/// A figure without an interval.
fn fact(value: f64, n: u64, population: Option<u64>) -> Figures {
    Figures { value: Some(value), n: Some(n), population, flag: "no_interval", ..Figures::default() }
}

fn coverage_rows(scope: &str, coverage: &Coverage, population: Option<u64>) -> Vec<Row> {
    let rates = [("account_coverage", coverage.by_account()), ("revenue_coverage", coverage.by_revenue())];
    let row = |(statistic, rate): (&str, Option<f64>)| {
        Some(Row {
            scope: scope.to_owned(),
            question: String::new(),
            statistic: statistic.into(),
            figure: fact(rate?, coverage.accounts, population),
        })
    };
    rates.into_iter().filter_map(row).collect()
}

/// What a figure's rows have in common.
struct Of<'a> {
    program: &'a Program,
    scope: Scope,
    item: Item,
    population: Option<u64>,
}

impl Of<'_> {
    fn row(&self, statistic: String, figure: Figures) -> Row {
        let question = match self.item {
            Item::Question(position) => self.program.questionnaire.questions[position].id.clone(),
            Item::Block(position) => self.program.questionnaire.blocks[position].id.clone(),
            Item::Index => String::new(),
        };
        Row { scope: name(self.program, self.scope), question, statistic, figure }
    }

    fn level(&self, statistic: Statistic, level: Option<&Level>) -> Row {
        let name = statistic_name(self.program, self.item, statistic);
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

    fn change(&self, statistic: Statistic, figure: &Figure) -> Row {
        let name = format!("change_{}", statistic_name(self.program, self.item, statistic));
        let change = figure.changes.iter().find(|(known, _)| *known == statistic);
        let Some(change) = change.and_then(|(_, change)| change.as_ref()) else { return self.row(name, hidden()) };
        let difference = &change.difference;
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

    /// Of an account, what its page does not show as a score is indicative wherever the program draws the line.
    fn flag(&self, has_interval: bool, n: u64) -> &'static str {
        let fewest = if matches!(self.scope, Scope::Account(_)) { FEWEST_FOR_A_SCORE } else { 0 };
        match (has_interval, n < self.program.privacy.indicative_below.max(fewest)) {
            (false, _) => "no_interval",
            (true, true) => "indicative",
            (true, false) => "",
        }
    }
}

fn hidden() -> Figures {
    Figures { flag: "hidden", ..Figures::default() }
}

fn name(program: &Program, scope: Scope) -> String {
    match scope {
        Scope::Program => "program".to_owned(),
        Scope::Account(position) => format!("account:{}", program.register.accounts[position].id),
        Scope::Segment(segment) => {
            let dimension = &program.dimensions[usize::from(segment.dimension)];
            format!("segment:{}={}", dimension.id, dimension.values[segment.value as usize].text)
        }
    }
}

fn statistic_name(program: &Program, item: Item, statistic: Statistic) -> String {
    let option = |option: u16| match item {
        Item::Question(position) => {
            program.questionnaire.questions[position].options().get(usize::from(option)).map(|option| option.id.clone())
        }
        _ => None,
    };
    match statistic {
        Statistic::Nps => "nps".to_owned(),
        Statistic::Promoters => "promoters".to_owned(),
        Statistic::Passives => "passives".to_owned(),
        Statistic::Detractors => "detractors".to_owned(),
        Statistic::TopBox => "top_box".to_owned(),
        Statistic::Mean => "mean".to_owned(),
        Statistic::Share(position) => format!("share:{}", option(position).unwrap_or_default()),
        Statistic::BlockScore => "block_score".to_owned(),
        Statistic::ExperienceIndex => "experience_index".to_owned(),
    }
}
