//! Which groups are too small to be shown where respondents are anonymous.
//!
//! A figure of three persons is nearly their answers. Neither may it be had by subtraction: the program's figure less
//! those of the groups shown is the figure of the others, so these too have to be enough persons or none.

/// The persons who answered in one value of a dimension: a segment, an account, a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The name that decides between groups of the same size, bytewise.
    pub name: &'a str,
    /// Distinct contacts who answered; an answer without a contact is a person.
    pub persons: u64,
}

/// Which groups of one dimension to hide, in the order given, where no answer is in two of its values.
///
/// `program` are the persons who answered in all; `others` counts those who answered in a hidden group (true) or have
/// no value in this dimension. Each person counts once there: one who answered twice may be in two groups. Hidden are
/// groups of fewer than `hide_below` persons, and all if the program has fewer. The others are what a subtraction would
/// give: where they are more than none and fewer than `hide_below`, the smallest group still shown, of equals the first
/// by name, is hidden too. A group of nobody is hidden as any small one, and adds nothing to them.
#[must_use]
pub fn hidden_groups(
    hide_below: u64,
    program: u64,
    groups: &[Group<'_>],
    others: impl FnOnce(&[bool]) -> u64,
) -> Vec<bool> {
    let mut hidden = small_groups(hide_below, program, groups);
    let others = others(&hidden);
    if others > 0 && others < hide_below {
        // One more is enough: by itself a shown group is at least `hide_below` persons.
        let shown = hidden.iter_mut().zip(groups).filter(|(hidden, _)| !**hidden);
        if let Some((hide, _)) = shown.min_by_key(|(_, group)| (group.persons, group.name)) {
            *hide = true;
        }
    }
    hidden
}

/// Which groups of one dimension to hide, in the order given, where persons may be in several of its values: those of
/// fewer than `hide_below` persons, and all if the program has fewer. What is left says nothing of a single group then.
#[must_use]
pub fn small_groups(hide_below: u64, program: u64, groups: &[Group<'_>]) -> Vec<bool> {
    groups.iter().map(|group| program < hide_below || group.persons < hide_below).collect()
}
