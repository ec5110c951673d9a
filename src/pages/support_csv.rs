//! `data/support.csv`: every figure of support tickets, one a row.

use crate::disclosure::{OpenTickets, ScopeFigures, Support, TicketScope, Times, TwelveMonths, WindowFigures};

use super::Report;
use super::subject_csv::{Period, SubjectFigure, SubjectRow, subject_csv};

/// Its address in the site, where there are tickets.
pub const FILE: &str = "data/support.csv";

/// The file's text.
#[must_use]
pub fn support_csv(report: &Report<'_>) -> String {
    let tickets = report.support.as_ref();
    tickets.map(|tickets| subject_csv(&report.disclosed, rows(&tickets.support))).unwrap_or_default()
}

fn rows(support: &Support) -> Vec<SubjectRow> {
    let mut rows = SupportRows { rows: Vec::new() };
    for (scope, figures) in &support.scopes {
        rows.scope(*scope, figures, support);
    }
    rows.rows
}

struct SupportRows {
    rows: Vec<SubjectRow>,
}

impl SupportRows {
    fn scope(&mut self, scope: TicketScope, figures: &ScopeFigures, support: &Support) {
        for month in &figures.months {
            let of = (Period::Month(month.month), scope);
            self.count(of, "tickets_opened", month.opened);
            self.count(of, "tickets_resolved", month.resolved);
        }
        for (window, figures) in [(support.window, &figures.window), (support.before, &figures.before)] {
            if let Some(figures) = figures {
                self.window((window, scope), figures);
            }
        }
        let of = (Period::Day(support.today), scope);
        let OpenTickets { tickets, severe, revenue_behind_severe } = figures.open;
        self.count(of, "tickets_open", tickets);
        self.count(of, "tickets_open_severe", severe);
        self.row(of, "revenue_open_severe", revenue_behind_severe.map(SubjectFigure::fact));
    }

    fn window(&mut self, (window, scope): (TwelveMonths, TicketScope), figures: &WindowFigures) {
        let of = (Period::Window(window), scope);
        self.count(of, "tickets_opened", figures.opened);
        self.count(of, "tickets_resolved", figures.resolved);
        self.row(of, "reopened", figures.reopened.as_ref().map(SubjectFigure::level));
        self.row(of, "escalated", figures.escalated.as_ref().map(SubjectFigure::level));
        self.row(of, "first_contact_resolution", figures.first_contact.as_ref().map(SubjectFigure::level));
        self.times(of, ["first_reply_median", "first_reply_p90"], figures.first_reply.as_ref());
        self.times(of, ["resolution_median", "resolution_p90"], figures.resolution.as_ref());
    }

    fn times(&mut self, of: (Period, TicketScope), [median, p90]: [&'static str; 2], times: Option<&Times>) {
        self.row(of, median, times.map(|times| SubjectFigure::quantile(&times.median)));
        self.row(of, p90, times.map(|times| SubjectFigure::quantile(&times.p90)));
    }

    #[expect(clippy::cast_precision_loss, reason = "tickets are far fewer than 2⁵³")]
    fn count(&mut self, of: (Period, TicketScope), statistic: &'static str, count: u64) {
        self.row(of, statistic, Some(SubjectFigure::fact(count as f64)));
    }

    fn row(&mut self, (period, scope): (Period, TicketScope), statistic: &'static str, figure: Option<SubjectFigure>) {
        let row = |figure| SubjectRow { period, scope, about: "", statistic, figure };
        self.rows.extend(figure.map(row));
    }
}
