//! A date as precise as the person who wrote it: a day, a week, a month, or a range of days.

use super::{Week, WeekFault, digits};
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A date of any precision. Every day of it is meant, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// `2026-11-24`.
    Day(NaiveDate),
    /// `2026-W48`.
    Week(Week),
    /// `2026-11`.
    Month {
        /// 1000 to 9999.
        year: i32,
        /// 1 to 12.
        month: u32,
    },
    /// `2026-11-23/2026-11-27`, both days included, never backwards.
    Range(NaiveDate, NaiveDate),
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// The month has no such day: `2026-06-31`.
    NoSuchDay {
        /// The last day of that month.
        last: u32,
    },
    /// Months go from 1 to 12: `2026-13`.
    NoSuchMonth,
    /// The year has no such week: `2025-W53`.
    NoSuchWeek {
        /// The last week of that year.
        last: u32,
    },
    /// The day or the month comes first: `24/11/2026`, `24-11-2026`, `24.11.2026`, `11/24/2026`.
    DayFirst {
        /// The ISO form, the day read first where both readings exist.
        iso: String,
        /// The other reading (month first), when it exists and differs: `05/08/2026`.
        other: Option<String>,
    },
    /// The right order in another dress: `2026/11/24`, `2026-6-1`, `2026-w48`, `2026-S48`.
    Near {
        /// The same date as calendars write it.
        iso: String,
    },
    /// A range that ends before it starts.
    Backwards,
    /// Something else altogether.
    Shape,
}

impl When {
    /// Reads `2026-11-24`, `2026-W48`, `2026-11` or `2026-11-23/2026-11-27`; years 1000 to 9999.
    ///
    /// # Errors
    /// See [`DateFault`].
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        match exact(text) {
            Err(DateFault::Shape) => Err(nearly(text)),
            other => other,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Week(week) => week.monday(),
            Self::Month { year, month } => {
                NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN)
            }
            Self::Range(from, _) => from,
        }
    }

    /// Its last day, still included.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Week(week) => week.sunday(),
            Self::Month { year, month } => {
                let last = days_in_month(year, month);
                NaiveDate::from_ymd_opt(year, month, last).unwrap_or(NaiveDate::MIN)
            }
            Self::Range(_, to) => to,
        }
    }

    /// Each of its days, in order.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> + Clone {
        let last = self.last();
        std::iter::successors(Some(self.first()), NaiveDate::succ_opt)
            .take_while(move |day| *day <= last)
    }

    /// Whether a day is one of its days.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// Whether it is one single day, however it is written.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.first() == self.last()
    }
}

impl fmt::Display for When {
    /// The form [`When::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Week(week) => write!(f, "{week}"),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Range(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

/// How many days a month has; 0 for a month that does not exist.
#[must_use]
pub fn days_in_month(year: i32, month: u32) -> u32 {
    (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some()).unwrap_or(0)
}

/// A day from its numbers, or why there is none.
pub(super) fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateFault> {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => Ok(date),
        None if (1..=12).contains(&month) => {
            Err(DateFault::NoSuchDay { last: days_in_month(year, month) })
        }
        None => Err(DateFault::NoSuchMonth),
    }
}

fn exact(text: &str) -> Result<When, DateFault> {
    if let Some((from, to)) = text.split_once('/') {
        // Only whole days make a range, so that its ends never need guessing.
        let (from, to) = (exact_day(from)?, exact_day(to)?);
        return match from <= to {
            true => Ok(When::Range(from, to)),
            false => Err(DateFault::Backwards),
        };
    }
    match Week::parse(text) {
        Ok(week) => return Ok(When::Week(week)),
        Err(WeekFault::NoSuchWeek { last }) => return Err(DateFault::NoSuchWeek { last }),
        Err(WeekFault::Shape) => {}
    }
    if text.len() != 7 {
        return exact_day(text).map(When::Day);
    }
    let (year, month) = text.split_once('-').ok_or(DateFault::Shape)?;
    let year = full_year(year).ok_or(DateFault::Shape)?;
    let month = digits(month, 2).ok_or(DateFault::Shape)?;
    match month {
        1..=12 => Ok(When::Month { year, month }),
        _ => Err(DateFault::NoSuchMonth),
    }
}

fn exact_day(text: &str) -> Result<NaiveDate, DateFault> {
    let mut parts = text.split('-');
    let (Some(y), Some(m), Some(d), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(DateFault::Shape);
    };
    match (full_year(y), digits(m, 2), digits(d, 2)) {
        (Some(y), Some(m), Some(d)) => day(y, m, d),
        _ => Err(DateFault::Shape),
    }
}

fn full_year(text: &str) -> Option<i32> {
    let year = digits(text, 4).filter(|year| *year >= 1000)?;
    i32::try_from(year).ok()
}

/// One or two digits.
fn short(text: &str) -> Option<u32> {
    digits(text, 2).or_else(|| digits(text, 1))
}

/// Why a text of the wrong shape is no date, and the date it was meant to be.
fn nearly(text: &str) -> DateFault {
    let text = text.trim();
    if let Some((from, to)) = text.split_once('/').filter(|(from, _)| from.contains('-')) {
        return match (exact_day(from.trim()), exact_day(to.trim())) {
            (Ok(from), Ok(to)) if from <= to => near(When::Range(from, to)),
            _ => DateFault::Shape,
        };
    }
    if let Ok(when) = exact(text) {
        return near(when);
    }
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    match parts[..] {
        [y, w] if full_year(y).is_some() && w.starts_with(['W', 'w', 'S', 's']) => {
            near_week(y, &w[1..])
        }
        [y, m] => match (full_year(y).or(full_year(m)), short(m).or(short(y))) {
            (Some(year), Some(month @ 1..=12)) => near(When::Month { year, month }),
            _ => DateFault::Shape,
        },
        [a, b, c] => match (full_year(a), full_year(c)) {
            (Some(year), None) => match (short(b), short(c)) {
                (Some(m), Some(d)) => {
                    day(year, m, d).map_or_else(|fault| fault, |d| near(When::Day(d)))
                }
                _ => DateFault::Shape,
            },
            (None, Some(year)) => day_first(year, short(a), short(b)),
            _ => DateFault::Shape,
        },
        _ => DateFault::Shape,
    }
}

fn near(when: When) -> DateFault {
    DateFault::Near { iso: when.to_string() }
}

fn near_week(year: &str, number: &str) -> DateFault {
    let (Some(year), Some(number)) = (full_year(year), short(number)) else {
        return DateFault::Shape;
    };
    match Week::new(year, number) {
        Ok(week) => near(When::Week(week)),
        Err(WeekFault::NoSuchWeek { last }) => DateFault::NoSuchWeek { last },
        Err(WeekFault::Shape) => DateFault::Shape,
    }
}

/// `a/b/year`: the French reading first, the American one beside it.
fn day_first(year: i32, a: Option<u32>, b: Option<u32>) -> DateFault {
    let (Some(a), Some(b)) = (a, b) else {
        return DateFault::Shape;
    };
    match (day(year, b, a), day(year, a, b)) {
        (Ok(french), Ok(american)) => DateFault::DayFirst {
            iso: french.to_string(),
            other: (french != american).then(|| american.to_string()),
        },
        (Ok(only), Err(_)) | (Err(_), Ok(only)) => {
            DateFault::DayFirst { iso: only.to_string(), other: None }
        }
        // `31/06/2026` is a day June does not have; `45/45/2026` is nothing.
        (Err(DateFault::NoSuchMonth), Err(fault)) | (Err(fault), Err(_)) => fault,
    }
}

/// Whether a date has a year that [`When::parse`] reads.
pub(super) fn writable(date: NaiveDate) -> bool {
    (1000..=9999).contains(&date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn every_precision() {
        for (text, first, last, days) in [
            ("2026-11-24", date(2026, 11, 24), date(2026, 11, 24), 1),
            ("2028-02-29", date(2028, 2, 29), date(2028, 2, 29), 1),
            ("2026-W48", date(2026, 11, 23), date(2026, 11, 29), 7),
            ("2026-W53", date(2026, 12, 28), date(2027, 1, 3), 7),
            ("2026-11", date(2026, 11, 1), date(2026, 11, 30), 30),
            ("2028-02", date(2028, 2, 1), date(2028, 2, 29), 29),
            ("2026-11-23/2026-11-27", date(2026, 11, 23), date(2026, 11, 27), 5),
            ("2026-11-23/2026-11-23", date(2026, 11, 23), date(2026, 11, 23), 1),
            ("9999-12", date(9999, 12, 1), date(9999, 12, 31), 31),
        ] {
            let when = When::parse(text).unwrap();
            assert_eq!((when.first(), when.last()), (first, last), "{text}");
            assert_eq!(when.days().count(), days, "{text}");
            assert_eq!(when.is_day(), days == 1);
            assert!(when.days().all(|day| when.contains(day)));
            assert!(!when.contains(last.succ_opt().unwrap()));
            assert_eq!(when.to_string(), text);
        }
    }

    #[test]
    fn dates_that_do_not_exist() {
        for (text, fault) in [
            ("2026-06-31", DateFault::NoSuchDay { last: 30 }),
            ("2026-02-29", DateFault::NoSuchDay { last: 28 }),
            ("2026-11-00", DateFault::NoSuchDay { last: 30 }),
            ("2026-13-01", DateFault::NoSuchMonth),
            ("2026-00", DateFault::NoSuchMonth),
            ("2025-W53", DateFault::NoSuchWeek { last: 52 }),
            ("2025-s53", DateFault::NoSuchWeek { last: 52 }),
            ("2026-11-27/2026-11-23", DateFault::Backwards),
            ("2026-11-27/2026-11-31", DateFault::NoSuchDay { last: 30 }),
            ("31/06/2026", DateFault::NoSuchDay { last: 30 }),
            ("13/13/2026", DateFault::NoSuchMonth),
        ] {
            assert_eq!(When::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn day_first_dates_carry_both_readings() {
        for (text, iso, other) in [
            ("24/11/2026", "2026-11-24", None),
            ("24-11-2026", "2026-11-24", None),
            ("24.11.2026", "2026-11-24", None),
            ("11/24/2026", "2026-11-24", None),
            ("05/08/2026", "2026-08-05", Some("2026-05-08")),
            ("5/8/2026", "2026-08-05", Some("2026-05-08")),
            ("05/05/2026", "2026-05-05", None),
        ] {
            let fault =
                DateFault::DayFirst { iso: iso.to_owned(), other: other.map(str::to_owned) };
            assert_eq!(When::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn near_dates_carry_the_right_form() {
        for (text, iso) in [
            ("2026/11/24", "2026-11-24"),
            ("2026-6-1", "2026-06-01"),
            (" 2026-11-24 ", "2026-11-24"),
            ("2026-w48", "2026-W48"),
            ("2026-S48", "2026-W48"),
            ("2026-W8", "2026-W08"),
            ("11/2026", "2026-11"),
            ("2026/11", "2026-11"),
            ("2026-11-23 / 2026-11-27", "2026-11-23/2026-11-27"),
        ] {
            let iso = iso.to_owned();
            assert_eq!(When::parse(text), Err(DateFault::Near { iso }), "{text}");
        }
    }

    #[test]
    fn nothing_panics() {
        for text in [
            "",
            "/",
            "-",
            "--",
            "2026",
            "0999-01-01",
            "12026-01-01",
            "2026-W48/2026-W49",
            "２０２６-11-24",
            "2026-é",
            "é/é/2026",
            "2026-11-24/",
            "/2026-11-24",
            "2026-11-24T12:30",
            "24/11/26",
            "2026-11-23/27",
            "\u{0}",
            "2026-W\u{301}8",
            "99999999999/1/1",
            "+2026-11-24",
            "2026-+1-24",
        ] {
            assert_eq!(When::parse(text), Err(DateFault::Shape), "{text}");
        }
    }
}
