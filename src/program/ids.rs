//! What things of a program are called by: types that only the stage which checks them makes, so that the number of a
//! wave is never taken for that of an account; and lists that are asked by them alone.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut, Index, IndexMut};

/// What makes an id of a place, so that nothing but a list does.
mod sealed {
    /// A place in a list as an id has it.
    pub trait Place: Copy {
        /// The id of what stands at a place; beyond any list where there are more than four thousand million.
        fn at(place: usize) -> Self;

        /// The place of what has this id.
        fn place(self) -> usize;
    }
}

/// An id: the place of one kind of thing in the program's list of them.
pub trait IdInList: sealed::Place {}

/// Declares ids: each is the place of one kind of thing in the program's list of them.
macro_rules! ids {
    ($($(#[doc = $about:literal])* $name:ident,)*) => {$(
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// What stands first in the list, should there be anything.
            pub const FIRST: Self = Self(0);

            /// The id of what stands at a place; beyond any list where there are more than four thousand million.
            #[allow(dead_code, reason = "lists make most ids")]
            pub(in crate::program) fn at(place: usize) -> Self {
                Self(u32::try_from(place).unwrap_or(u32::MAX))
            }

            /// Its place in the program's list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// Its number, by which the arithmetic tells whose an answer is.
            #[must_use]
            pub fn number(self) -> u32 {
                self.0
            }
        }

        impl sealed::Place for $name {
            fn at(place: usize) -> Self {
                Self::at(place)
            }

            fn place(self) -> usize {
                self.index()
            }
        }

        impl IdInList for $name {}
    )*};
}

ids! {
    /// An account; beyond the accounts on record where it is not on record.
    AccountId,
    /// A contact; beyond the contacts on record where it is not on record.
    ContactId,
    /// A survey.
    SurveyId,
    /// A wave of a survey.
    WaveId,
    /// A block of experience.
    BlockId,
    /// A support ticket.
    TicketId,
    /// A topic of tickets.
    TopicId,
}

/// An answer to a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResponseId {
    /// Its wave.
    pub wave: WaveId,
    /// Its place among the responses that count, followed by those set aside.
    pub place: usize,
}

/// A list of one kind of thing that is asked by their ids: by no other number, and by no other kind's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<I, T> {
    all: Vec<T>,
    asked_by: PhantomData<I>,
}

impl<I: IdInList, T> List<I, T> {
    /// What has an id, where it is in the list.
    #[must_use]
    pub fn get(&self, id: I) -> Option<&T> {
        self.all.get(id.place())
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.all.get_mut(id.place())
    }

    /// Whether an id is that of something in the list.
    #[must_use]
    pub fn has(&self, id: I) -> bool {
        id.place() < self.all.len()
    }

    /// How far beyond the list an id lies, 0 being next to it; none where it is in the list.
    #[must_use]
    pub fn beyond(&self, id: I) -> Option<usize> {
        id.place().checked_sub(self.all.len())
    }

    /// All ids, in their order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.all.len()).map(I::at)
    }

    /// All things with their ids, in their order.
    #[must_use]
    pub fn with_ids(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator + Clone {
        self.all.iter().enumerate().map(|(place, one)| (I::at(place), one))
    }

    /// The id of the first thing that is so.
    pub fn find(&self, is_so: impl FnMut(&T) -> bool) -> Option<I> {
        self.all.iter().position(is_so).map(I::at)
    }

    /// Puts something at the end of the list, and gives its id.
    pub fn add(&mut self, one: T) -> I {
        self.all.push(one);
        I::at(self.all.len() - 1)
    }
}

impl<I, T> List<I, T> {
    /// A list of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { all: Vec::new(), asked_by: PhantomData }
    }
}

impl<I, T> Default for List<I, T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I, T> Deref for List<I, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.all
    }
}

impl<I, T> DerefMut for List<I, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.all
    }
}

impl<I: IdInList, T> Index<I> for List<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.all[id.place()]
    }
}

impl<I: IdInList, T> IndexMut<I> for List<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.all[id.place()]
    }
}

impl<I, T> FromIterator<T> for List<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(all: A) -> Self {
        Self { all: all.into_iter().collect(), asked_by: PhantomData }
    }
}

impl<I, T> From<Vec<T>> for List<I, T> {
    fn from(all: Vec<T>) -> Self {
        Self { all, asked_by: PhantomData }
    }
}

impl<I, T> IntoIterator for List<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl<'l, I, T> IntoIterator for &'l List<I, T> {
    type Item = &'l T;
    type IntoIter = std::slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

/// Places in a list, in the order in which they were noted: at four bytes each, because there are many such lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NotedPlaces(Vec<u32>);

impl NotedPlaces {
    /// Notes a place; one beyond four thousand million is beyond any list.
    pub fn push(&mut self, place: usize) {
        self.0.push(u32::try_from(place).unwrap_or(u32::MAX));
    }

    /// The places.
    pub fn iter(&self) -> impl Iterator<Item = usize> + Clone {
        self.0.iter().map(|place| *place as usize)
    }
}

impl Extend<usize> for NotedPlaces {
    fn extend<A: IntoIterator<Item = usize>>(&mut self, places: A) {
        self.0.extend(places.into_iter().map(|place| u32::try_from(place).unwrap_or(u32::MAX)));
    }
}
