//! What may stand in the parts of a survey file whose readers are written by hand.

use super::{Answers, Attributes, Invitation, InvitationCounts, Invitations, Table};
use crate::sources::decode::Named;
use crate::sources::shape::{Field, Presence, Record, Shape, Shaped};
use crate::sources::values::{GivenAnswer, Texts};

impl Shaped for Invitations {
    fn shape() -> Shape {
        Shape::Either(vec![Vec::<Invitation>::shape(), InvitationCounts::shape()])
    }
}

impl Shaped for Answers {
    fn shape() -> Shape {
        Named::<Option<GivenAnswer>>::shape()
    }
}

impl Shaped for Attributes {
    fn shape() -> Shape {
        Named::<Texts>::shape()
    }
}

impl Shaped for Table {
    fn shape() -> Shape {
        let columns = "What the cells of a row are: a field of a response (`id`, `account`, `contact`, `date`, `channel`, \
                       `journey`, `touchpoint`, `ticket`, `topics`, `comment`, `language`, `anonymous`), a question by \
                       its id, or `attributes.NAME`. `id` must be among them.";
        let rows = "The answers, each a list of cells in the columns' order; an empty cell is `null`.";
        let fields = vec![
            Field { presence: Presence::Required, ..Field::of::<Vec<String>>("columns", columns) },
            Field::of::<Vec<Vec<Option<GivenAnswer>>>>("rows", rows),
        ];
        Shape::Record(Record { name: "Table", about: "Responses with one line each.", fields })
    }
}
