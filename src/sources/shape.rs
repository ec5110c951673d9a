//! What may stand in a file: the shape of each value that is read, with what it means.
//!
//! Records and words declare their shapes where they declare their readers, in `record!` and `words!`, out of the same
//! fields and doc comments, so that neither can say what the other does not know. The types whose readers
//! are written by hand have their shapes here, or beside their readers. JSON Schemas and the documentation of keys are made of shapes.

use jiff::civil::Date;

use super::decode::{Decode, Located, Named};
use super::values::{GivenAnswer, Id, Language, Moment, Texts, Verbatim};

/// What a value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One value, read as the text that stands there: a text, a number, `true` or `false`.
    Text,
    /// A number.
    Number,
    /// A whole number of 0 or more.
    Count,
    /// `true` or `false`.
    Truth,
    /// A day: year-month-day.
    Day,
    /// A day, or a moment of one.
    Moment,
    /// One of a few words.
    Words(Vec<Word>),
    /// A list of such values.
    List(Box<Shape>),
    /// A mapping from names that the user chooses to such values.
    Named(Box<Shape>),
    /// A mapping with keys of its own.
    Record(Record),
    /// One of several.
    Either(Vec<Shape>),
    /// Such a value, or nothing.
    Optional(Box<Shape>),
}

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word as it is written.
    pub word: &'static str,
    /// What it means.
    pub about: &'static str,
}

/// A mapping with keys of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name among all records.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its keys in their order.
    pub fields: Vec<Field>,
}

/// A key of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
    /// Whether it must be given.
    pub presence: Presence,
    /// What its value may be.
    pub shape: Shape,
}

/// Whether a key must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It is a mistake to leave it out.
    Required,
    /// It may be left out, or be empty.
    Optional,
}

/// What can say which values it is read from.
pub trait Shaped: Sized {
    /// The shape of those values.
    fn shape() -> Shape;
}

impl Field {
    /// A key whose value is read as a `T`.
    #[must_use]
    pub fn of<T: Shaped + Decode>(name: &'static str, about: &'static str) -> Self {
        let presence = if T::absent().is_none() { Presence::Required } else { Presence::Optional };
        let shape = match T::shape() {
            Shape::Optional(shape) => *shape,
            shape => shape,
        };
        Self { name, about, presence, shape }
    }
}

/// Declares the shapes of plain values.
macro_rules! plain {
    ($($type:ty = $shape:expr,)*) => {
        $(impl Shaped for $type {
            fn shape() -> Shape {
                $shape
            }
        })*
    };
}

plain! {
    String = Shape::Text,
    Box<str> = Shape::Text,
    Id = Shape::Text,
    Verbatim = Shape::Text,
    Language = Shape::Text,
    f64 = Shape::Number,
    u64 = Shape::Count,
    bool = Shape::Truth,
    Date = Shape::Day,
    Moment = Shape::Moment,
    Texts = Shape::Optional(Box::new(Shape::Either(vec![Shape::Text, Shape::List(Box::new(Shape::Text))]))),
    GivenAnswer = Shape::Either(vec![Shape::Text, Shape::List(Box::new(Shape::Text))]),
}

impl<T: Shaped> Shaped for Located<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Shaped> Shaped for Option<T> {
    fn shape() -> Shape {
        Shape::Optional(Box::new(T::shape()))
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl<T: Shaped> Shaped for Named<T> {
    fn shape() -> Shape {
        Shape::Named(Box::new(T::shape()))
    }
}
