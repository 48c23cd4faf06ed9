//! Dates on the command line, as people say them in French or English, whatever language the
//! program speaks: `demain`, `next week`, `S48`, `+3j`, `24 nov. 2026`.
//!
//! Case, accents, and kinds of apostrophe, hyphen and space do not matter. It is told which day
//! today is. Calendar files are stricter: they take only the forms of [`super::When`].

mod absolute;
pub(super) mod fold;
pub(super) mod names;
mod nearest;
mod relative;

use super::when::writable;
use super::{DateFault, When};
use chrono::{NaiveDate, Weekday};

/// Days from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayRange {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, never before the first.
    pub to: NaiveDate,
}

/// Why words are no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsFault {
    /// Nothing but spaces.
    Empty,
    /// A date that does not exist, or a range that ends before it starts.
    Date(DateFault),
    /// `mardi 25 novembre`, when that day is no Tuesday.
    WrongWeekday {
        /// The day.
        date: NaiveDate,
        /// The weekday it was given.
        given: Weekday,
    },
    /// Outside the years 1000 to 9999.
    TooFar,
    /// Not understood.
    Unknown {
        /// Words close to it that are a date.
        nearest: Option<String>,
    },
}

/// What reading one form of words gives: nothing when the words are not of that form.
type Reading = Option<Result<DayRange, WordsFault>>;

/// The days that words stand for.
///
/// What names no year is the coming one: `24/11`, `24 novembre`, `novembre` and `S48` are this
/// year's, or the next one's when this year's are over. A weekday is the next such day, today
/// included; `lundi prochain` and `next monday` are after today. Numbers are day first
/// (`24/11/2026`), unless only the other reading exists.
///
/// ```
/// use chrono::NaiveDate;
/// use edito::time::words;
/// let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
/// let days = words::parse("S48", today).unwrap();
/// assert_eq!(days.from.to_string(), "2026-11-23");
/// assert_eq!(days.to.to_string(), "2026-11-29");
/// ```
///
/// # Errors
/// See [`WordsFault`].
pub fn parse(input: &str, today: NaiveDate) -> Result<DayRange, WordsFault> {
    match read(input, today) {
        Err(WordsFault::Unknown { .. }) => {
            Err(WordsFault::Unknown { nearest: nearest::suggestion(input, today) })
        }
        other => other,
    }
}

/// Like [`parse`], without looking for what else may have been meant.
fn read(input: &str, today: NaiveDate) -> Result<DayRange, WordsFault> {
    let input = input.trim();
    if input.is_empty() {
        return Err(WordsFault::Empty);
    }
    let days = match written(input) {
        Some(days) => days,
        None => spoken(input, today).unwrap_or(Err(WordsFault::Unknown { nearest: None })),
    }?;
    match writable(days.from) && writable(days.to) {
        true => Ok(days),
        false => Err(WordsFault::TooFar),
    }
}

/// The forms of calendars, and the dates in figures that are close to them.
fn written(input: &str) -> Reading {
    let iso = match When::parse(input) {
        Ok(when) => return Some(Ok(when.into())),
        Err(DateFault::Shape) => return None,
        Err(DateFault::Near { iso } | DateFault::DayFirst { iso, .. }) => iso,
        Err(fault) => return Some(Err(WordsFault::Date(fault))),
    };
    Some(When::parse(&iso).map(DayRange::from).map_err(WordsFault::Date))
}

fn spoken(input: &str, today: NaiveDate) -> Reading {
    let folded = fold::phrase(input);
    let all: Vec<&str> = folded.split(' ').collect();
    let words = match all[..] {
        ["le" | "la" | "the" | "on", ref rest @ ..] if !rest.is_empty() => rest,
        _ => &all[..],
    };
    relative::read(words, today).or_else(|| absolute::read(words, today))
}

impl DayRange {
    /// One day.
    const fn day(date: NaiveDate) -> Self {
        Self { from: date, to: date }
    }
}

impl From<When> for DayRange {
    fn from(when: When) -> Self {
        Self { from: when.first(), to: when.last() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Saturday of 2026-W47.
    const TODAY: &str = "2026-11-21";

    fn days(text: &str) -> String {
        days_on(text, TODAY)
    }

    fn days_on(text: &str, today: &str) -> String {
        match parse(text, today.parse().unwrap()) {
            Ok(DayRange { from, to }) if from == to => from.to_string(),
            Ok(DayRange { from, to }) => format!("{from}/{to}"),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn days_near_today() {
        for (text, expected) in [
            ("aujourd'hui", "2026-11-21"),
            ("Aujourd’hui", "2026-11-21"),
            ("TODAY", "2026-11-21"),
            ("demain", "2026-11-22"),
            ("tomorrow", "2026-11-22"),
            ("après-demain", "2026-11-23"),
            ("apres demain", "2026-11-23"),
            ("hier", "2026-11-20"),
            ("yesterday", "2026-11-20"),
            ("avant-hier", "2026-11-19"),
            ("+3j", "2026-11-24"),
            ("+3d", "2026-11-24"),
            ("-2j", "2026-11-19"),
            ("−2j", "2026-11-19"),
            ("+1w", "2026-11-28"),
            ("+1s", "2026-11-28"),
            ("+1semaine", "2026-11-28"),
            ("+ 2 semaines", "2026-12-05"),
            ("+1 mois", "2026-12-21"),
            ("dans 3 jours", "2026-11-24"),
            ("in 2 weeks", "2026-12-05"),
            ("il y a 3 jours", "2026-11-18"),
            ("3 days ago", "2026-11-18"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn weekdays() {
        for (text, expected) in [
            ("samedi", "2026-11-21"),
            ("Saturday", "2026-11-21"),
            ("samedi prochain", "2026-11-28"),
            ("next saturday", "2026-11-28"),
            ("lundi", "2026-11-23"),
            ("mon", "2026-11-23"),
            ("lundi prochain", "2026-11-23"),
            ("next Monday", "2026-11-23"),
            ("mar.", "2026-11-24"),
            ("samedi dernier", "2026-11-14"),
            ("last friday", "2026-11-20"),
            ("ce mardi", "2026-11-24"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn weeks_and_months() {
        for (text, expected) in [
            ("cette semaine", "2026-11-16/2026-11-22"),
            ("this week", "2026-11-16/2026-11-22"),
            ("semaine prochaine", "2026-11-23/2026-11-29"),
            ("la semaine prochaine", "2026-11-23/2026-11-29"),
            ("next week", "2026-11-23/2026-11-29"),
            ("semaine dernière", "2026-11-09/2026-11-15"),
            ("last week", "2026-11-09/2026-11-15"),
            ("ce week-end", "2026-11-21/2026-11-22"),
            ("ce mois", "2026-11-01/2026-11-30"),
            ("ce mois-ci", "2026-11-01/2026-11-30"),
            ("this month", "2026-11-01/2026-11-30"),
            ("mois prochain", "2026-12-01/2026-12-31"),
            ("le mois dernier", "2026-10-01/2026-10-31"),
            ("next month", "2026-12-01/2026-12-31"),
            ("S48", "2026-11-23/2026-11-29"),
            ("w48", "2026-11-23/2026-11-29"),
            ("s47", "2026-11-16/2026-11-22"),
            ("semaine 48", "2026-11-23/2026-11-29"),
            ("Week 48", "2026-11-23/2026-11-29"),
            ("S46", "2027-11-15/2027-11-21"),
            ("S1", "2027-01-04/2027-01-10"),
            ("S53", "2026-12-28/2027-01-03"),
            ("2026-W48", "2026-11-23/2026-11-29"),
            ("2026-S48", "2026-11-23/2026-11-29"),
            ("S02 2026", "2026-01-05/2026-01-11"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
        assert_eq!(days_on("next month", "2026-12-31"), "2027-01-01/2027-01-31");
        assert_eq!(days_on("semaine prochaine", "2026-12-31"), "2027-01-04/2027-01-10");
        // 1 January 2027 is in week 53 of 2026, which lasts until the 3rd.
        assert_eq!(days_on("S53", "2027-01-01"), "2026-12-28/2027-01-03");
        assert_eq!(days_on("S1", "2027-01-01"), "2027-01-04/2027-01-10");
    }

    #[test]
    fn dates() {
        for (text, expected) in [
            ("2026-11-24", "2026-11-24"),
            ("2026-11", "2026-11-01/2026-11-30"),
            ("2026-11-23/2026-11-27", "2026-11-23/2026-11-27"),
            ("2026/11/24", "2026-11-24"),
            ("24/11", "2026-11-24"),
            ("11/24", "2026-11-24"),
            ("21/11", "2026-11-21"),
            ("20/11", "2027-11-20"),
            ("05/08", "2027-08-05"),
            ("24/11/2026", "2026-11-24"),
            ("5/8/2026", "2026-08-05"),
            ("24/11/26", "2026-11-24"),
            ("24.11.2026", "2026-11-24"),
            ("24 novembre", "2026-11-24"),
            ("24 nov. 2026", "2026-11-24"),
            ("1er décembre", "2026-12-01"),
            ("le 1er déc.", "2026-12-01"),
            ("Nov 24", "2026-11-24"),
            ("November 24, 2026", "2026-11-24"),
            ("24th of November", "2026-11-24"),
            ("mardi 24 novembre", "2026-11-24"),
            ("mar. 24 nov.", "2026-11-24"),
            ("Tue 24 Nov", "2026-11-24"),
            ("3 mar", "2027-03-03"),
            ("novembre 2026", "2026-11-01/2026-11-30"),
            ("novembre", "2026-11-01/2026-11-30"),
            ("août", "2027-08-01/2027-08-31"),
            ("29 février", "2028-02-29"),
            ("29/02", "2028-02-29"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn faults() {
        for (text, expected) in [
            ("  ", "Empty"),
            ("31 juin", "Date(NoSuchDay { last: 30 })"),
            ("31/06", "Date(NoSuchDay { last: 30 })"),
            ("30 février 2026", "Date(NoSuchDay { last: 28 })"),
            ("2026-06-31", "Date(NoSuchDay { last: 30 })"),
            ("13/13", "Date(NoSuchMonth)"),
            ("S54", "Date(NoSuchWeek { last: 53 })"),
            ("2025-S53", "Date(NoSuchWeek { last: 52 })"),
            ("2026-11-27/2026-11-23", "Date(Backwards)"),
            ("mercredi 24 novembre", "WrongWeekday { date: 2026-11-24, given: Wed }"),
            ("+9999999999j", "TooFar"),
            ("+4000000000w", "TooFar"),
            ("-4000000000 mois", "TooFar"),
            ("+9000000j", "TooFar"),
            ("demian", "Unknown { nearest: Some(\"demain\") }"),
            ("+3", "Unknown { nearest: None }"),
            ("semaine", "Unknown { nearest: Some(\"cette semaine\") }"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn nothing_panics() {
        let pieces = [
            "",
            "é",
            "\u{0}",
            "\u{301}",
            "W",
            "s",
            "+",
            "-",
            "/",
            "99999999999",
            "24",
            "nov",
            "1er",
            "er",
            "le",
            "prochain",
            "lundi",
            "２",
            "🎉",
            "'",
            "il y a",
            "dans",
            "ago",
            ".",
            "2026",
            "9999",
        ];
        let days = [NaiveDate::MIN, NaiveDate::MAX, TODAY.parse().unwrap()];
        let mut understood = 0;
        for (a, b, c) in pieces.iter().flat_map(|a| {
            let pairs = pieces.iter().flat_map(|b| pieces.iter().map(move |c| (b, c)));
            pairs.map(move |(b, c)| (a, b, c))
        }) {
            for text in [format!("{a}{b}{c}"), format!("{a} {b} {c}")] {
                let read = days.map(|today| read(&text, today).is_ok());
                understood += read.into_iter().filter(|ok| *ok).count();
            }
        }
        assert!(understood > 0);
    }

    #[test]
    fn no_date_past_the_years_of_calendars() {
        for today in [NaiveDate::MIN, NaiveDate::MAX] {
            for text in [
                "demain",
                "hier",
                "S1",
                "next week",
                "last month",
                "+1j",
                "lundi dernier",
                "dimanche",
                "29/02",
                "ce week-end",
                "août",
            ] {
                assert_eq!(parse(text, today), Err(WordsFault::TooFar), "{text}");
            }
        }
        assert_eq!(days_on("demain", "9999-12-31"), "TooFar");
    }
}
