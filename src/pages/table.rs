//! Tables of figures: one row for each thing that is measured or counted, the same for pages and behind charts.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::FigureView;
use super::frame::Link;
use super::sparkline::SparklineView;

/// A table.
#[derive(Debug, Clone, PartialEq, Default, JsonSchema, Serialize)]
pub struct TableView {
    /// What it shows.
    pub caption: String,
    /// The head of its first column.
    pub first: String,
    /// The heads of the columns after the figure's.
    pub columns: Vec<String>,
    /// Its rows; either all have a figure or none has.
    pub rows: Vec<TableRow>,
    /// What columns the figures take.
    pub figures: FigureColumns,
}

/// The columns that the figures of a table take: those of which some row has something.
#[derive(Debug, Clone, PartialEq, Eq, Default, JsonSchema, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each column is there or not, whatever the others are")]
pub struct FigureColumns {
    /// The wave that the changes are against; empty where there is no change, or where they are against several.
    pub since: String,
    /// Whether they are against several.
    pub differ: bool,
    /// Whether any rose or fell in the long run or in a year, where the table is to tell it.
    pub further: bool,
    /// Whether any is held against everyone else.
    pub compared: bool,
    /// Whether any is a block with its weight.
    pub weighted: bool,
    /// Whether any is drawn from wave to wave.
    pub drawn: bool,
}

impl FigureColumns {
    fn of(rows: &[TableRow]) -> Self {
        let figures = || rows.iter().filter_map(|row| row.figure.as_ref());
        let mut since = figures().filter_map(|figure| Some(figure.change.as_ref()?.since.as_str()));
        let first = since.next().unwrap_or_default();
        let differ = !since.all(|other| other == first);
        Self {
            since: if differ { String::new() } else { first.to_owned() },
            differ,
            further: false,
            compared: figures().any(|figure| figure.against_rest.is_some()),
            weighted: figures().any(|figure| !figure.weight.is_empty()),
            drawn: rows.iter().any(|row| row.sparkline.is_some()),
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct TableRow {
    /// What it is about.
    pub of: Link,
    /// What it is sorted by, where its name does not tell: a day as ISO 8601; empty otherwise.
    pub sorted_by: String,
    /// Its figure.
    pub figure: Option<FigureView>,
    /// The figure from wave to wave, where the table shows it and there are two scores.
    pub sparkline: Option<SparklineView>,
    /// The cells of the further columns.
    pub cells: Vec<String>,
}

impl TableRow {
    /// A row of a figure.
    #[must_use]
    pub fn figure(of: Link, figure: FigureView) -> Self {
        Self { of, sorted_by: String::new(), figure: Some(figure), sparkline: None, cells: Vec::new() }
    }

    /// A row of words and counts.
    #[must_use]
    pub fn plain(of: impl Into<String>, cells: Vec<String>) -> Self {
        Self { of: Link::plain(of), sorted_by: String::new(), figure: None, sparkline: None, cells }
    }
}

impl TableView {
    /// A table of figures, each with its own name.
    #[must_use]
    pub fn of_figures(caption: impl Into<String>, first: &str, figures: impl IntoIterator<Item = FigureView>) -> Self {
        let row = |figure: FigureView| TableRow::figure(Link::plain(&figure.label), figure);
        Self::of_rows(caption, first, figures.into_iter().map(row).collect())
    }

    /// Tells what rose or fell in the long run or in a year as well.
    #[must_use]
    pub fn with_further(mut self) -> Self {
        let mut figures = self.rows.iter().filter_map(|row| row.figure.as_ref());
        self.figures.further = figures.any(|figure| figure.further.iter().any(|change| change.is_real));
        self
    }

    /// A table of rows that are ready.
    #[must_use]
    pub fn of_rows(caption: impl Into<String>, first: &str, rows: Vec<TableRow>) -> Self {
        let figures = FigureColumns::of(&rows);
        Self { caption: caption.into(), first: first.to_owned(), columns: Vec::new(), rows, figures }
    }
}
