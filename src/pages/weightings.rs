//! The headline weighted in four ways, side by side.

use super::Report;
use super::fact::FactView;
use crate::disclosure::{Item, Scope, WaveId, Weighted};
use crate::words::Unit;

/// The headline by respondent and, where there are accounts, weighted in three more ways.
pub(super) fn weightings(report: &Report<'_>, position: WaveId) -> Vec<FactView> {
    let Some(values) = weighted(report, position) else { return Vec::new() };
    let keys = ["respondent", "account", "revenue", "influence"];
    let fact = |(key, value): (&str, Option<(f64, u64)>)| {
        let (value, n) = value?;
        let name = report.words.say("weighting", &[("by", key.into())]);
        let how = report.words.say("weighting-how", &[("by", key.into()), ("n", n.into())]);
        Some(FactView::new(&name, report.words.value(value, Unit::Points), how))
    };
    keys.into_iter().zip(values).filter_map(fact).collect()
}

/// The four weighted scores of an nps headline with what each is made of; `None` where they may not be shown or there
/// are none.
fn weighted(report: &Report<'_>, position: WaveId) -> Option<[Option<(f64, u64)>; 4]> {
    let Some(Item::Question(question)) = report.headline() else { return None };
    let nps = report.figure(position, Scope::Program, Item::Question(question))?.score()?;
    let (_, weightings) = report.disclosed.weighted(position).find(|(weighted, _)| *weighted == question)?;
    let value = |weighted: Option<Weighted>| match weighted? {
        Weighted::Shown { value, accounts } => Some((value, accounts)),
        Weighted::Hidden => None,
    };
    let [account, revenue, influence] = weightings.map(value);
    account?;
    Some([Some((nps.value, nps.n)), account, revenue, influence])
}

/// What the weightings say together; empty where they agree in sign.
pub(super) fn weightings_note(report: &Report<'_>, position: WaveId) -> String {
    let values = weighted(report, position).into_iter().flatten().flatten();
    let values: Vec<f64> = values.map(|(value, _)| value).collect();
    let disagree = values.iter().any(|value| *value > 0.0) && values.iter().any(|value| *value < 0.0);
    if disagree { report.words.plain("weightings-disagree") } else { String::new() }
}
