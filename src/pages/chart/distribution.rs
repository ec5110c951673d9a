//! How the answers to an nps headline part.

use super::{ChartView, class};
use crate::charts::{self, AnswerPart, Height};
use crate::disclosure::{Class, Scope, Statistic, WaveId};
use crate::pages::Report;
use crate::pages::figure::{State, figure};
use crate::pages::profile::{ShareView, shares};
use crate::pages::table::{TableRow, TableView};
use crate::words::Words;

/// The shortest part of the bar that its share fits on, in percent.
const FITS: f64 = 8.0;

/// The shortest that the number of answers fits on beside it.
const FITS_WITH_COUNT: f64 = 20.0;

/// How the answers to an nps headline part; `None` for other kinds and where no score is shown.
#[must_use]
pub fn distribution(report: &Report<'_>, wave: WaveId, scope: Scope) -> Option<ChartView> {
    let item = report.headline()?;
    let words = &report.words;
    let shown = figure(report, wave, scope, item).state == State::Shown;
    let figure = report.figure(wave, scope, item).filter(|_| shown)?;
    let shares = shares(report, wave, scope);
    let [said_promoters, said_passives, said_detractors] = shares.as_slice() else { return None };
    let part = |statistic: Statistic, of: Class, said: &ShareView| {
        let level = figure.level(statistic)?;
        let gave = |(answer, count): &(f64, u64)| if statistic.read(*answer, None) > 0.0 { *count } else { 0 };
        let count: u64 = figure.distribution.iter().map(gave).sum();
        Some(self::part(words, of, level.value, &said.value, count))
    };
    let promoters = part(Statistic::Promoters, Class::Promoter, said_promoters)?;
    let passives = part(Statistic::Passives, Class::Passive, said_passives)?;
    let detractors = part(Statistic::Detractors, Class::Detractor, said_detractors)?;
    let given = [
        ("promoters", said_promoters.value.as_str().into()),
        ("passives", said_passives.value.as_str().into()),
        ("detractors", said_detractors.value.as_str().into()),
    ];
    let finding = words.say("chart-distribution-finding", &given);
    let rows = shares.into_iter().map(|share| row(words, share)).collect();
    let caption = words.plain("chart-distribution-caption");
    let mut table = TableView::of_rows(caption, &words.plain("chart-distribution-answers"), rows);
    table.columns = vec![words.plain("chart-distribution-share"), words.plain("chart-distribution-interval")];
    let chart = ChartView::new("distribution", words.plain("chart-distribution-title"), finding, table);
    let drawn = charts::distribution(&promoters, &passives, &detractors);
    Some(chart.drawn(words, Some(drawn), Height::of(76), String::new))
}

/// A part of the bar: so long in percent, with its share as it is shown and the number of its answers.
fn part(words: &Words, of: Class, length: f64, share: &str, count: u64) -> AnswerPart {
    let name = class(words, of);
    let label = match length {
        length if length < FITS => String::new(),
        length if length < FITS_WITH_COUNT => share.to_owned(),
        _ => words.say("chart-distribution-label", &[("share", share.into()), ("n", count.into())]),
    };
    let given = [("class", name.as_str().into()), ("share", share.into()), ("n", count.into())];
    AnswerPart { tip: words.say("chart-distribution-tip", &given), name, label, share: length }
}

fn row(words: &Words, share: ShareView) -> TableRow {
    let given = [
        ("has-interval", (!share.interval.is_empty()).into()),
        ("interval", share.interval.into()),
        ("indicative", share.indicative.into()),
    ];
    let interval = words.say("chart-distribution-row", &given);
    TableRow::plain(share.label, vec![share.value, interval])
}
