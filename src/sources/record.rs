//! Records and words of files are declared with `record!` and `words!`. Both say in one place what a key is called in YAML,
//! what type it has and what it means: its [reader](super::decode) and its [shape](super::shape) alike.

/// Declares a record: a mapping whose keys are the fields' names. `Option`, `Vec` and [`Named`](super::decode::Named) fields may be absent.
macro_rules! record {
    ($(#[doc = $about:literal])* $name:ident, $what:literal {
        $($(#[doc = $field_about:literal])* $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            /// Where the record stands.
            pub at: $crate::diagnostic::At,
            $($(#[doc = $field_about])* pub $field: $type,)*
        }

        impl $crate::sources::decode::Decode for $name {
            fn decode(
                node: &$crate::sources::node::Node,
                reading: &mut $crate::sources::decode::Reading,
            ) -> Option<Self> {
                let names = [$($crate::sources::decode::key_name(stringify!($field)),)*];
                let fields = reading.fields(node, $what, &names)?;
                $(let $field = fields.decode::<$type>($crate::sources::decode::key_name(stringify!($field)), reading);)*
                Some(Self { at: node.at, $($field: $field?,)* })
            }
        }

        impl $crate::sources::shape::Shaped for $name {
            fn shape() -> $crate::sources::shape::Shape {
                $crate::sources::shape::Shape::Record($crate::sources::shape::Record {
                    name: stringify!($name),
                    about: concat!($($about),*).trim_ascii(),
                    fields: vec![$($crate::sources::shape::Field::of::<$type>(
                        $crate::sources::decode::key_name(stringify!($field)),
                        concat!($($field_about),*).trim_ascii(),
                    ),)*],
                })
            }
        }
    };
}

/// Declares a value that is one of a few words.
macro_rules! words {
    ($(#[doc = $about:literal])* $name:ident, $what:literal {
        $($(#[doc = $word_about:literal])* $variant:ident = $word:literal,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $word_about])* $variant,)* }

        impl $name {
            /// The word as it stands in the sources.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl $crate::sources::decode::Decode for $name {
            fn decode(
                node: &$crate::sources::node::Node,
                reading: &mut $crate::sources::decode::Reading,
            ) -> Option<Self> {
                let scalar = $crate::sources::decode::scalar(node, $what, reading)?;
                match &*scalar.text {
                    $($word => Some(Self::$variant),)*
                    other => {
                        let message = format!("`{}` is not {}", $crate::sources::decode::shortened(other), $what);
                        let help = $crate::diagnostic::suggest(other, [$($word),*]);
                        reading.error($crate::diagnostic::Code::UnknownWord, node.at, message, help);
                        None
                    }
                }
            }
        }

        impl $crate::sources::shape::Shaped for $name {
            fn shape() -> $crate::sources::shape::Shape {
                $crate::sources::shape::Shape::Words(vec![$($crate::sources::shape::Word {
                    word: $word,
                    about: concat!($($word_about),*).trim_ascii(),
                },)*])
            }
        }
    };
}

pub(crate) use {record, words};
