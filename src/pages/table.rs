//! Tables of figures: one row for each thing that is measured or counted, the same for pages and behind charts.

use serde::Serialize;

use super::figure::FigureView;
use super::frame::Link;
use super::sparkline::SparklineView;

/// A table.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TableView {
    /// What it shows.
    pub caption: String,
    /// The head of its first column.
    pub first: String,
    /// The heads of the columns after the figure's.
    pub columns: Vec<String>,
    /// Its rows; either all have a figure or none has.
    pub rows: Vec<TableRow>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize)]
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

    /// A table of rows that are ready.
    #[must_use]
    pub fn of_rows(caption: impl Into<String>, first: &str, rows: Vec<TableRow>) -> Self {
        Self { caption: caption.into(), first: first.to_owned(), columns: Vec::new(), rows }
    }
}
