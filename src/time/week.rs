//! ISO 8601 weeks: Monday to Sunday, week 1 is the one with the year's first Thursday.

use super::digits;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use std::fmt;

/// A week of an ISO year, which is not always the calendar year of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    year: i32,
    number: u32,
}

/// Why a text is no week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekFault {
    /// Not written `2026-W48`.
    Shape,
    /// Week 0, or past the year's last week, which is 52 or 53.
    NoSuchWeek {
        /// The last week of that year.
        last: u32,
    },
}

impl Week {
    /// The week a day is in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let week = date.iso_week();
        Self { year: week.year(), number: week.week() }
    }

    /// Week `number` of ISO year `year`.
    ///
    /// # Errors
    /// [`WeekFault::NoSuchWeek`] when that year has no such week.
    pub fn new(year: i32, number: u32) -> Result<Self, WeekFault> {
        let last = Self::last_of(year);
        if (1..=last).contains(&number) {
            Ok(Self { year, number })
        } else {
            Err(WeekFault::NoSuchWeek { last })
        }
    }

    /// The number of the last week of an ISO year: 53 in 2015, 2020, 2026, 2032, 52 in most.
    #[must_use]
    pub fn last_of(year: i32) -> u32 {
        // 28 December is always in the last week of its year.
        NaiveDate::from_ymd_opt(year, 12, 28).map_or(52, |date| date.iso_week().week())
    }

    /// Reads `2026-W48`, with years from 1000 to 9999.
    ///
    /// # Errors
    /// See [`WeekFault`].
    pub fn parse(text: &str) -> Result<Self, WeekFault> {
        let (year, number) = text.split_once("-W").ok_or(WeekFault::Shape)?;
        let year = digits(year, 4).filter(|year| *year >= 1000);
        let year = year.and_then(|year| i32::try_from(year).ok());
        match (year, digits(number, 2)) {
            (Some(year), Some(number)) => Self::new(year, number),
            _ => Err(WeekFault::Shape),
        }
    }

    /// The ISO year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The number in the year, from 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.number
    }

    /// Its first day.
    #[must_use]
    pub fn monday(self) -> NaiveDate {
        self.day(Weekday::Mon)
    }

    /// Its last day.
    #[must_use]
    pub fn sunday(self) -> NaiveDate {
        self.day(Weekday::Sun)
    }

    /// One of its days.
    #[must_use]
    pub fn day(self, day: Weekday) -> NaiveDate {
        // At the ends of what dates can say, a week is cut short.
        NaiveDate::from_isoywd_opt(self.year, self.number, day).unwrap_or(if self.year < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        })
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        self.moved(1)
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.moved(-1)
    }

    fn moved(self, weeks: i64) -> Self {
        let thursday = self.day(Weekday::Thu);
        let moved = thursday.checked_add_signed(TimeDelta::weeks(weeks));
        moved.map_or(self, Self::of)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn days_of_a_week() {
        let week = Week::parse("2026-W48").unwrap();
        assert_eq!(week.monday(), day(2026, 11, 23));
        assert_eq!(week.sunday(), day(2026, 11, 29));
        assert_eq!(week.to_string(), "2026-W48");
        assert_eq!((week.year(), week.number()), (2026, 48));
    }

    #[test]
    fn years_with_53_weeks() {
        let long: Vec<i32> = (2010..=2040).filter(|y| Week::last_of(*y) == 53).collect();
        assert_eq!(long, [2015, 2020, 2026, 2032, 2037]);
        assert!(Week::parse("2026-W53").is_ok());
        let no_53 = Err(WeekFault::NoSuchWeek { last: 52 });
        assert_eq!(Week::parse("2025-W53"), no_53);
        assert_eq!(Week::parse("2025-W00"), no_53);
        let no_54 = Err(WeekFault::NoSuchWeek { last: 53 });
        assert_eq!(Week::parse("2026-W54"), no_54);
    }

    #[test]
    fn around_new_year() {
        assert_eq!(Week::of(day(2027, 1, 3)).to_string(), "2026-W53");
        assert_eq!(Week::of(day(2024, 12, 30)).to_string(), "2025-W01");
        let last = Week::parse("2026-W53").unwrap();
        assert_eq!(last.next().to_string(), "2027-W01");
        assert_eq!(last.next().previous(), last);
        assert!(last < last.next());
    }

    #[test]
    fn extremes() {
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            let week = Week::of(date);
            assert!(week.monday() <= date && date <= week.sunday());
            assert!(week.previous() <= week && week <= week.next());
        }
        assert_eq!(Week::last_of(i32::MAX), 52);
    }

    #[test]
    fn shapes() {
        for text in [
            "",
            "2026",
            "2026W48",
            "2026-w48",
            "2026-W4",
            "26-W48",
            "0999-W01",
            "2026-W048",
            "2026-W+4",
            "é-Wé",
        ] {
            assert_eq!(Week::parse(text), Err(WeekFault::Shape), "{text}");
        }
    }
}
