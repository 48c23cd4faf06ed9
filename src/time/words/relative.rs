//! Words that count from today: `demain`, `next week`, `lundi`, `S48`, `+3j`.

use super::names;
use super::{DayRange, Reading, WordsFault};
use crate::time::{DateFault, Week, WeekFault, When, digits};
use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

/// Which of the weeks, months or days of a name.
#[derive(Clone, Copy)]
enum Which {
    /// Nothing is said: `lundi`.
    Bare,
    This,
    Next,
    Last,
}

/// Reads folded words.
pub(super) fn read(words: &[&str], today: NaiveDate) -> Reading {
    single_day(words, today)
        .or_else(|| period(words, today))
        .or_else(|| numbered_week(words, today))
        .or_else(|| offset(words, today))
}

/// Turns a date past what the calendar can say into a fault.
fn day(date: Option<NaiveDate>) -> Result<DayRange, WordsFault> {
    date.map(DayRange::day).ok_or(WordsFault::TooFar)
}

fn moved(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    today.checked_add_signed(TimeDelta::try_days(days)?)
}

fn single_day(words: &[&str], today: NaiveDate) -> Reading {
    let days = match words.join(" ").as_str() {
        "aujourd'hui" | "aujourd hui" | "aujourdhui" | "today" => 0,
        "demain" | "tomorrow" => 1,
        "apres-demain" | "apres demain" | "day after tomorrow" => 2,
        "hier" | "yesterday" => -1,
        "avant-hier" | "avant hier" | "day before yesterday" => -2,
        _ => return None,
    };
    Some(day(moved(today, days)))
}

/// `lundi`, `next monday`, `semaine prochaine`, `ce mois`.
fn period(words: &[&str], today: NaiveDate) -> Reading {
    let (which, noun) = match *words {
        [noun] => (Which::Bare, noun),
        [a, b] => match (direction(a), direction(b)) {
            (Some(which), None) => (which, b),
            (None, Some(which)) => (which, a),
            _ => return None,
        },
        _ => return None,
    };
    let noun = noun.strip_suffix("-ci").unwrap_or(noun);
    if let Some(weekday) = names::weekday(noun) {
        return Some(day(named_day(which, weekday, today)));
    }
    let this = Week::of(today);
    match (noun, which) {
        ("week-end" | "weekend", Which::Bare | Which::This) => {
            Some(Ok(DayRange { from: this.day(Weekday::Sat), to: this.sunday() }))
        }
        ("semaine" | "week", Which::This) => Some(Ok(When::Week(this).into())),
        ("semaine" | "week", Which::Next) => Some(Ok(When::Week(this.next()).into())),
        ("semaine" | "week", Which::Last) => Some(Ok(When::Week(this.previous()).into())),
        ("mois" | "month", Which::This) => Some(month(Some(today))),
        ("mois" | "month", Which::Next) => Some(month(today.checked_add_months(Months::new(1)))),
        ("mois" | "month", Which::Last) => Some(month(today.checked_sub_months(Months::new(1)))),
        _ => None,
    }
}

fn direction(word: &str) -> Option<Which> {
    match word {
        "ce" | "cet" | "cette" | "this" => Some(Which::This),
        "prochain" | "prochaine" | "next" => Some(Which::Next),
        "dernier" | "derniere" | "passe" | "passee" | "last" => Some(Which::Last),
        _ => None,
    }
}

fn named_day(which: Which, weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = u64::from(weekday.days_since(today.weekday()));
    match which {
        Which::Bare | Which::This => today.checked_add_days(Days::new(ahead)),
        Which::Next if ahead == 0 => today.checked_add_days(Days::new(7)),
        Which::Next => today.checked_add_days(Days::new(ahead)),
        Which::Last => today.checked_sub_days(Days::new(7 - ahead)),
    }
}

/// The whole month of a day.
fn month(day: Option<NaiveDate>) -> Result<DayRange, WordsFault> {
    let day = day.ok_or(WordsFault::TooFar)?;
    let (year, month) = (day.year(), day.month());
    Ok(When::Month { year, month }.into())
}

/// `s48`, `w48`, `semaine 48`, `week 48`, each with a year behind it or not.
fn numbered_week(words: &[&str], today: NaiveDate) -> Reading {
    let (number, year) = match *words {
        ["s" | "w" | "sem" | "semaine" | "week", number] => (number, None),
        ["s" | "w" | "sem" | "semaine" | "week", number, year] => (number, Some(year)),
        [short] => (short.strip_prefix(['s', 'w'])?, None),
        [short, year] => (short.strip_prefix(['s', 'w'])?, Some(year)),
        _ => return None,
    };
    let number = digits(number, 2).or_else(|| digits(number, 1))?;
    let year = match year {
        Some(year) => Some(i32::try_from(digits(year, 4)?).ok()?),
        None => None,
    };
    let this = Week::of(today);
    let week = match Week::new(year.unwrap_or(this.year()), number) {
        // Weeks compare as their Mondays do, so a smaller one is over.
        Ok(week) if year.is_none() && week < this => Week::new(this.year() + 1, number),
        other => other,
    };
    Some(match week {
        Ok(week) => Ok(When::Week(week).into()),
        Err(WeekFault::NoSuchWeek { last }) => {
            Err(WordsFault::Date(DateFault::NoSuchWeek { last }))
        }
        Err(WeekFault::Shape) => return None,
    })
}

/// `+3j`, `-2 d`, `dans 3 jours`, `3 days ago`.
fn offset(words: &[&str], today: NaiveDate) -> Reading {
    let (sign, amount) = match words {
        ["dans" | "in", rest @ ..] | [rest @ .., "from", "now"] => (1, rest.concat()),
        ["il", "y", "a", rest @ ..] | [rest @ .., "ago"] => (-1, rest.concat()),
        _ => {
            let all = words.concat();
            match all.strip_prefix('+') {
                Some(rest) => (1, rest.to_owned()),
                None => (-1, all.strip_prefix('-')?.to_owned()),
            }
        }
    };
    let unit = amount.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &amount[..amount.len() - unit.len()];
    if number.is_empty() {
        return None;
    }
    // More digits than an i64 holds are as far away as it gets.
    let number = number.parse::<i64>().unwrap_or(i64::MAX);
    let date = match unit {
        "j" | "jour" | "jours" | "d" | "day" | "days" => moved(today, number.saturating_mul(sign)),
        "s" | "sem" | "semaine" | "semaines" | "w" | "week" | "weeks" => {
            moved(today, number.saturating_mul(7 * sign))
        }
        "mois" | "month" | "months" => months(today, number, sign),
        _ => return None,
    };
    Some(day(date))
}

fn months(today: NaiveDate, number: i64, sign: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(number).ok()?);
    match sign {
        1 => today.checked_add_months(months),
        _ => today.checked_sub_months(months),
    }
}
