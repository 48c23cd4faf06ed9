//! Dates that come back every year by a rule: `easter+39`, `05-01`, `last sun of may`.

use super::words::{self, names};
use super::{days_in_month, digits, easter};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use std::fmt;

/// A rule that gives one date a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateRule {
    /// Days after Easter Sunday, negative before: `easter+39`.
    Easter(i32),
    /// The same date every year: `05-01`. 29 February exists in leap years only.
    Fixed {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// A weekday counted in a month: `2nd mon of oct`, `last sun of may`.
    Nth {
        /// Which of them.
        nth: Nth,
        /// The weekday.
        weekday: Weekday,
        /// 1 to 12.
        month: u32,
    },
}

/// Which weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nth {
    /// The first is 1; few months have a fifth.
    From(u8),
    /// The last.
    Last,
}

/// Why a text is no rule. `meant` is the nearest right word, when there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// None of the three forms.
    Shape,
    /// More than 80 days before Easter or 250 after it, where the date could leave the year.
    TooFar,
    /// No such month by number: `13-01`.
    NoSuchMonth,
    /// No year has that day: `02-30`.
    NoSuchDay {
        /// The last day of that month, 29 for February.
        last: u32,
    },
    /// The first word is not `1st` … `5th` or `last`.
    Ordinal {
        /// The word.
        word: String,
        /// The key it was probably meant to be.
        meant: Option<&'static str>,
    },
    /// The second word is not `mon` … `sun`.
    Weekday {
        /// The word.
        word: String,
        /// The key it was probably meant to be.
        meant: Option<&'static str>,
    },
    /// The last word is not `jan` … `dec`, an English month or its number.
    Month {
        /// The word.
        word: String,
        /// The key it was probably meant to be.
        meant: Option<&'static str>,
    },
}

const ORDINALS: [(&str, Nth); 6] = [
    ("1st", Nth::From(1)),
    ("2nd", Nth::From(2)),
    ("3rd", Nth::From(3)),
    ("4th", Nth::From(4)),
    ("5th", Nth::From(5)),
    ("last", Nth::Last),
];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const FULL_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// How far from Easter a date surely stays in its year (22 March is day 81, 25 April day 116 of 366).
const REACH: std::ops::RangeInclusive<i32> = -80..=250;

impl DateRule {
    /// Reads `easter`, `easter+39`, `easter-2`, `05-01`, `last sun of may`, `1st thu of 11`.
    ///
    /// # Errors
    /// See [`RuleFault`].
    pub fn parse(text: &str) -> Result<Self, RuleFault> {
        if let Some(offset) = text.strip_prefix("easter") {
            return after_easter(offset);
        }
        let parts: Vec<&str> = text.split_ascii_whitespace().collect();
        match parts[..] {
            [fixed] => self::fixed(fixed),
            [nth, weekday, "of", month] => Ok(Self::Nth {
                nth: ordinal(nth)?,
                weekday: weekday_key(weekday)?,
                month: month_key(month)?,
            }),
            _ => Err(RuleFault::Shape),
        }
    }

    /// Its date in a year; `None` when that year has none (29 February, a fifth Monday) or when
    /// Easter is not defined for it (before 1583, after 9999).
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Easter(days) => {
                easter(year)?.checked_add_signed(TimeDelta::days(i64::from(days)))
            }
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth { nth: Nth::From(n), weekday, month } => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, n)
            }
            Self::Nth { nth: Nth::Last, weekday, month } => {
                let last = days_in_month(year, month);
                let end = NaiveDate::from_ymd_opt(year, month, last)?;
                let back = end.weekday().days_since(weekday);
                end.checked_sub_signed(TimeDelta::days(i64::from(back)))
            }
        }
    }
}

impl fmt::Display for DateRule {
    /// The form [`DateRule::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Easter(0) => f.write_str("easter"),
            Self::Easter(days) => write!(f, "easter{days:+}"),
            Self::Fixed { month, day } => write!(f, "{month:02}-{day:02}"),
            Self::Nth { nth, weekday, month } => {
                let nth = ORDINALS.iter().find(|(_, known)| known == nth);
                let month = month.checked_sub(1).and_then(|m| usize::try_from(m).ok());
                let month = month.and_then(|m| MONTHS.get(m));
                write!(
                    f,
                    "{} {} of {}",
                    nth.map_or("", |(word, _)| word),
                    super::Days::key(*weekday),
                    month.unwrap_or(&"")
                )
            }
        }
    }
}

fn after_easter(offset: &str) -> Result<DateRule, RuleFault> {
    if offset.is_empty() {
        return Ok(DateRule::Easter(0));
    }
    let (sign, number) = match offset.strip_prefix('+') {
        Some(number) => (1, number),
        None => (-1, offset.strip_prefix('-').ok_or(RuleFault::Shape)?),
    };
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(RuleFault::Shape);
    }
    let days = number.parse::<i32>().map(|days| sign * days);
    match days {
        Ok(days) if REACH.contains(&days) => Ok(DateRule::Easter(days)),
        _ => Err(RuleFault::TooFar),
    }
}

fn fixed(text: &str) -> Result<DateRule, RuleFault> {
    let (month, day) = text.split_once('-').ok_or(RuleFault::Shape)?;
    let (Some(month), Some(day)) = (digits(month, 2), digits(day, 2)) else {
        return Err(RuleFault::Shape);
    };
    // A leap year, so that 29 February is a rule.
    match days_in_month(2028, month) {
        0 => Err(RuleFault::NoSuchMonth),
        last if (1..=last).contains(&day) => Ok(DateRule::Fixed { month, day }),
        last => Err(RuleFault::NoSuchDay { last }),
    }
}

fn ordinal(word: &str) -> Result<Nth, RuleFault> {
    if let Some((_, nth)) = ORDINALS.iter().find(|(known, _)| *known == word) {
        return Ok(*nth);
    }
    let meant = match words::fold::phrase(word).as_str() {
        "first" | "1" | "1er" | "premier" => Some("1st"),
        "second" | "2" | "2e" | "2eme" | "deuxieme" => Some("2nd"),
        "third" | "3" | "3e" | "3eme" | "troisieme" => Some("3rd"),
        "fourth" | "4" | "4e" | "4eme" | "quatrieme" => Some("4th"),
        "fifth" | "5" | "5e" | "5eme" | "cinquieme" => Some("5th"),
        "last" | "dernier" => Some("last"),
        other => closest(other, ORDINALS.iter().map(|(known, _)| *known)),
    };
    Err(RuleFault::Ordinal { word: word.to_owned(), meant })
}

fn weekday_key(word: &str) -> Result<Weekday, RuleFault> {
    let folded = words::fold::phrase(word);
    let known = names::weekday(&folded);
    match known {
        // English names are taken in full too: a rule is nearly a sentence.
        Some(day) if names::english(&folded) && word == folded => Ok(day),
        _ => Err(RuleFault::Weekday {
            word: word.to_owned(),
            meant: known.or_else(|| names::nearest_weekday(&folded)).map(super::Days::key),
        }),
    }
}

fn month_key(word: &str) -> Result<u32, RuleFault> {
    if word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 2 {
        return match word.parse() {
            Ok(month @ 1..=12) => Ok(month),
            _ => Err(RuleFault::NoSuchMonth),
        };
    }
    let months = (1..).zip(MONTHS.iter().zip(FULL_MONTHS));
    for (number, (short, full)) in months {
        if word == *short || word == full {
            return Ok(number);
        }
    }
    let folded = words::fold::phrase(word);
    let known = names::month(&folded)
        .and_then(|month| usize::try_from(month).ok())
        .and_then(|month| MONTHS.get(month.checked_sub(1)?).copied());
    Err(RuleFault::Month {
        word: word.to_owned(),
        meant: known.or_else(|| closest(&folded, MONTHS.into_iter().chain(FULL_MONTHS))),
    })
}

/// The one word a single slip away.
fn closest(word: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    known
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 6)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str, year: i32) -> Option<String> {
        let date = DateRule::parse(text).unwrap().in_year(year);
        date.map(|date| date.to_string())
    }

    #[test]
    fn rules_of_2026() {
        for (text, expected) in [
            ("easter", "2026-04-05"),
            ("easter+39", "2026-05-14"),
            ("easter-2", "2026-04-03"),
            ("05-01", "2026-05-01"),
            ("last sun of may", "2026-05-31"),
            ("2nd mon of oct", "2026-10-12"),
            ("1st thu of 11", "2026-11-05"),
            ("4th thu of november", "2026-11-26"),
            ("last friday of nov", "2026-11-27"),
            ("1st tue of 2", "2026-02-03"),
        ] {
            assert_eq!(date(text, 2026).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn years_without_the_date() {
        assert_eq!(date("02-29", 2026), None);
        assert_eq!(date("02-29", 2028).as_deref(), Some("2028-02-29"));
        assert_eq!(date("5th mon of feb", 2026), None);
        assert_eq!(date("last sat of feb", 2048).as_deref(), Some("2048-02-29"));
        assert_eq!(date("easter", 1000), None);
        assert_eq!(date("last sun of may", i32::MAX), None);
    }

    #[test]
    fn stays_in_its_year() {
        for year in 1583..=9999 {
            for days in [*REACH.start(), *REACH.end()] {
                let date = DateRule::Easter(days).in_year(year).unwrap();
                assert_eq!(date.year(), year);
            }
        }
    }

    #[test]
    fn writes_what_it_reads() {
        for text in
            ["easter", "easter+39", "easter-2", "05-01", "last sun of may", "2nd mon of oct"]
        {
            assert_eq!(DateRule::parse(text).unwrap().to_string(), text);
        }
        let long = DateRule::parse("1st thursday of 11").unwrap();
        assert_eq!(long.to_string(), "1st thu of nov");
    }

    #[test]
    fn faults_carry_the_right_word() {
        let owned = str::to_owned;
        for (text, fault) in [
            ("first mon of may", RuleFault::Ordinal { word: owned("first"), meant: Some("1st") }),
            ("2th mon of may", RuleFault::Ordinal { word: owned("2th"), meant: Some("4th") }),
            ("last dim of may", RuleFault::Weekday { word: owned("dim"), meant: Some("sun") }),
            ("last Sun of may", RuleFault::Weekday { word: owned("Sun"), meant: Some("sun") }),
            ("last sunday of mai", RuleFault::Month { word: owned("mai"), meant: Some("may") }),
            ("last sunday of août", RuleFault::Month { word: owned("août"), meant: Some("aug") }),
            ("last sunday of xyzzy", RuleFault::Month { word: owned("xyzzy"), meant: None }),
            ("last sunday of 13", RuleFault::NoSuchMonth),
            ("13-01", RuleFault::NoSuchMonth),
            ("02-30", RuleFault::NoSuchDay { last: 29 }),
            ("04-00", RuleFault::NoSuchDay { last: 30 }),
            ("easter+251", RuleFault::TooFar),
            ("easter-99999999999", RuleFault::TooFar),
        ] {
            assert_eq!(DateRule::parse(text), Err(fault), "{text}");
        }
        for text in [
            "",
            "easter39",
            "easter+",
            "easter++1",
            "easter+é",
            "Easter",
            "5-1",
            "2026-05-01",
            "sun of may",
            "last sun in may",
            "\u{0}",
            "é-é",
        ] {
            assert_eq!(DateRule::parse(text), Err(RuleFault::Shape), "{text}");
        }
    }
}
