//! Words that name a date: `24/11`, `24 nov. 2026`, `Nov 24`, `mardi 24 novembre`, `novembre 2026`.

use super::names;
use super::{DayRange, Reading, WordsFault};
use crate::time::when::{self, days_in_month};
use crate::time::{DateFault, When, digits};
use chrono::{Datelike, NaiveDate};

/// A leap year, where 29 February is a day.
const LEAP: i32 = 2028;

/// Reads folded words.
pub(super) fn read(words: &[&str], today: NaiveDate) -> Reading {
    let words: Vec<&str> = words.iter().copied().filter(|word| *word != "of").collect();
    let (weekday, rest) = match words[..] {
        [name, ref rest @ ..] if !rest.is_empty() => match names::weekday(name) {
            // `mar 24` is a day of March; `mar 24 nov` a Tuesday.
            Some(_) if names::month(name).is_some() && rest.len() < 2 => (None, &words[..]),
            Some(weekday) => (Some(weekday), rest),
            None => (None, &words[..]),
        },
        _ => (None, &words[..]),
    };
    let named = date(rest, today).or_else(|| whole_month(rest, today))?;
    Some(match (named, weekday) {
        (Ok(days), Some(given)) if days.from.weekday() != given || days.from != days.to => {
            Err(WordsFault::WrongWeekday { date: days.from, given })
        }
        (other, _) => other,
    })
}

fn date(words: &[&str], today: NaiveDate) -> Reading {
    match *words {
        [figures] => in_figures(figures, today),
        [a, b] => match (day_number(a), names::month(b), names::month(a), day_number(b)) {
            (Some(day), Some(month), ..) | (_, _, Some(month), Some(day)) => {
                Some(coming(month, day, today))
            }
            _ => None,
        },
        [a, b, year] => {
            let year = four_digits(year)?;
            match (day_number(a), names::month(b), names::month(a), day_number(b)) {
                (Some(day), Some(month), ..) | (_, _, Some(month), Some(day)) => {
                    Some(of_year(year, month, day))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// `24/11`, `24.11`, `24-11`, `24/11/26`; full years are read as nearly ISO before this.
fn in_figures(text: &str, today: NaiveDate) -> Reading {
    let separator = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let parts: Option<Vec<u32>> = text.split(separator).map(short).collect();
    match parts?[..] {
        [a, b] => Some(match coming(b, a, today) {
            // `11/24` can only be the other way round.
            Err(WordsFault::Date(DateFault::NoSuchMonth)) if (1..=12).contains(&a) => {
                coming(a, b, today)
            }
            other => other,
        }),
        [day, month, year] if separator != '-' => {
            Some(of_year(i32::try_from(year).ok()? + 2000, month, day))
        }
        _ => None,
    }
}

/// `novembre`, `novembre 2026`.
fn whole_month(words: &[&str], today: NaiveDate) -> Reading {
    let (month, year) = match *words {
        [name] => {
            let month = names::month(name)?;
            (month, today.year() + i32::from(month < today.month()))
        }
        [name, year] => (names::month(name)?, four_digits(year)?),
        _ => return None,
    };
    Some(Ok(When::Month { year, month }.into()))
}

fn of_year(year: i32, month: u32, day: u32) -> Result<DayRange, WordsFault> {
    when::day(year, month, day).map(DayRange::day).map_err(WordsFault::Date)
}

/// The next such day, today included; a 29 February may be years ahead.
fn coming(month: u32, day: u32, today: NaiveDate) -> Result<DayRange, WordsFault> {
    let year = today.year();
    if let Some(date) = (year..=year + 8)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= today)
    {
        return Ok(DayRange::day(date));
    }
    Err(match days_in_month(LEAP, month) {
        0 => WordsFault::Date(DateFault::NoSuchMonth),
        last if (1..=last).contains(&day) => WordsFault::TooFar,
        last => WordsFault::Date(DateFault::NoSuchDay { last }),
    })
}

/// `24`, `1er`, `2nd`.
fn day_number(word: &str) -> Option<u32> {
    let number = ["er", "st", "nd", "rd", "th"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    short(number)
}

fn short(text: &str) -> Option<u32> {
    digits(text, 2).or_else(|| digits(text, 1))
}

fn four_digits(text: &str) -> Option<i32> {
    i32::try_from(digits(text, 4)?).ok()
}
