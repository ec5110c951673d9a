//! Days and months as a language writes them.

use jiff::civil::Date;

use super::Words;

impl Words {
    /// A day: `2 Feb 2026`.
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        let given = [
            ("day", date.day().to_string().into()),
            ("month", self.month_in_a_day(date).into()),
            ("year", date.year().to_string().into()),
        ];
        self.say_often("day", &given)
    }

    /// A day whose year is plain: `2 Feb`.
    #[must_use]
    pub fn day_and_month(&self, date: Date) -> String {
        self.say(
            "day-and-month",
            &[("day", date.day().to_string().into()), ("month", self.month_in_a_day(date).into())],
        )
    }

    /// The month that a day is in: `Feb 2026`.
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        let month = u32::try_from(date.month()).unwrap_or_default();
        self.say("month-of-year", &[("month", month.into()), ("year", date.year().to_string().into())])
    }

    /// The short name of a month within a day.
    fn month_in_a_day(&self, date: Date) -> &str {
        let month = usize::try_from(date.month() - 1).ok();
        month.and_then(|month| self.formats.months.get(month)).map_or("", String::as_str)
    }
}
