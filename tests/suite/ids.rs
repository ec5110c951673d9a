//! Ids of things by their places, for tests that know in which order their own files name them.

use cxbook::program::ids::{IdInList, List};

/// The id of what stands at a place, counted from 0.
pub(crate) fn nth<I: IdInList>(place: usize) -> I {
    let list: List<I, ()> = vec![(); place + 1].into();
    list.ids().next_back().unwrap()
}
