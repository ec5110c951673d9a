//! What the fields of a view are: its schema, made from the declarations of the views, so that whoever writes a template
//! reads the same words as whoever reads the code.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::View;

/// The fields of a view that has none.
#[derive(JsonSchema)]
struct NoFields {}

impl View {
    /// The schema of views of its kind; what it is made of is put into the generator's definitions.
    #[must_use]
    pub fn schema(&self, generator: &mut SchemaGenerator) -> Schema {
        match self {
            Self::Overview(view) => schema_of(&**view, generator),
            Self::Accounts(view) => schema_of(view, generator),
            Self::Account(view) => schema_of(&**view, generator),
            Self::Dimension(view) => schema_of(view, generator),
            Self::Segment(view) => schema_of(&**view, generator),
            Self::Waves(view) => schema_of(view, generator),
            Self::Wave(view) => schema_of(&**view, generator),
            Self::Support(view) => schema_of(&**view, generator),
            Self::Methodology(view) => schema_of(&**view, generator),
            Self::Contents(view) => schema_of(view, generator),
            Self::Plain {} => schema_of(&NoFields {}, generator),
        }
    }
}

/// The schema of a value's type.
fn schema_of<T: JsonSchema>(_: &T, generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}
