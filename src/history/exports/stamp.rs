//! The time of a post as exports write it, before anybody knows which clock they mean, or which of
//! two numbers is the month.

use super::months::month;
use crate::sheet::Cell;
use crate::time::Instant;
use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

/// What is written of a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stamp {
    /// A moment, its offset stated.
    Exact(Instant),
    /// A day whose parts are sure.
    Sure(NaiveDate, Option<Hour>),
    /// A day of a sheet, at midnight or without an hour: the sheet does not say which.
    Midnight(NaiveDate),
    /// A day of which nobody knows yet which number is the month.
    Either(TwoWays, Option<Hour>),
    /// A time of day alone.
    Clock(NaiveTime),
}

/// A time of day, and the offset it states in minutes east of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hour {
    pub time: NaiveTime,
    pub offset: Option<i32>,
}

/// `3/4/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TwoWays {
    pub first: u32,
    pub second: u32,
    pub year: i32,
}

impl TwoWays {
    /// The day, when the first number is the day or the month.
    pub(super) fn day(self, order: DayOrder) -> Option<NaiveDate> {
        let (day, month) = match order {
            DayOrder::DayFirst => (self.first, self.second),
            DayOrder::MonthFirst => (self.second, self.first),
        };
        NaiveDate::from_ymd_opt(self.year, month, day)
    }
}

pub(super) use crate::model::DayOrder;

/// Years a post may be of.
const YEARS: std::ops::RangeInclusive<i32> = 1995..=2200;

/// The time of a cell.
pub(super) fn stamp(cell: &Cell<'_>) -> Option<Stamp> {
    match cell {
        Cell::Empty | Cell::Flag(_) => None,
        Cell::Text(text) => of_text(text),
        Cell::Moment(moment) => of_moment(*moment),
        Cell::Number(number) => of_number(*number),
    }
}

/// A date that a workbook keeps as one: midnight sharp may say that there is no hour, as no sheet can
/// say it otherwise.
fn of_moment(moment: NaiveDateTime) -> Option<Stamp> {
    use chrono::{Datelike, Timelike};
    if !YEARS.contains(&moment.year()) {
        return (moment.year() < 1901).then(|| Stamp::Clock(moment.time()));
    }
    let midnight = moment.time().num_seconds_from_midnight() == 0;
    if midnight {
        return Some(Stamp::Midnight(moment.date()));
    }
    let hour = Some(Hour { time: moment.time(), offset: None });
    Some(Stamp::Sure(moment.date(), hour))
}

/// The serial number of a day in a spreadsheet, or seconds or milliseconds since 1970.
fn of_number(number: f64) -> Option<Stamp> {
    let whole = |x: f64| format!("{x:.0}").parse::<i64>().ok();
    if (20_000.0..80_000.0).contains(&number) {
        let origin = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
        return of_moment(origin + Duration::seconds(whole(number * 86_400.0)?));
    }
    if (8e8..4.2e9).contains(&number) {
        return Some(Stamp::Exact(Instant::from_unix(whole(number)?)));
    }
    let millis = (8e11..4.2e12).contains(&number);
    millis.then(|| whole(number)).flatten().map(|ms| Stamp::Exact(Instant::from_unix(ms / 1000)))
}

fn of_text(text: &str) -> Option<Stamp> {
    let text = text.trim();
    if text.len() > 80 {
        return None;
    }
    let bytes = text.as_bytes();
    if !bytes.first()?.is_ascii_digit() {
        return in_words(text);
    }
    let (first, rest) = digits(bytes);
    match rest.first() {
        None => of_number(text.parse().ok()?),
        Some(b'.' | b',') if first.len() == 5 => of_number(text.replace(',', ".").parse().ok()?),
        Some(b':' | b'h' | b'H') => Some(Stamp::Clock(hour(rest_of(text, 0))?.time)),
        Some(sign @ (b'-' | b'/' | b'.')) => {
            numeric(text, first, &rest[1..], *sign).or_else(|| in_words(text))
        }
        Some(_) => in_words(text),
    }
}

/// The leading digits, and what follows them.
fn digits(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len());
    bytes.split_at(end)
}

fn value(digits: &[u8]) -> Option<u32> {
    let fits = (1..=9).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    fits.then(|| digits.iter().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0')))
}

/// The text from a byte on; nothing where that splits a letter.
fn rest_of(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

/// `2026-11-24 …`, `24/11/2026 …`: three numbers with one sign between them.
fn numeric(text: &str, first: &[u8], rest: &[u8], sign: u8) -> Option<Stamp> {
    let (second, rest) = digits(rest);
    let rest = rest.strip_prefix(&[sign])?;
    let (third, rest) = digits(rest);
    let after = rest_of(text, text.len() - rest.len());
    let hour = match after.is_empty() {
        true => None,
        false => Some(hour(after)?),
    };
    let (a, b, c) = (value(first)?, value(second)?, value(third)?);
    if first.len() == 4 {
        let day = NaiveDate::from_ymd_opt(year(a)?, b, c)?;
        return finished(day, hour);
    }
    let year = match third.len() {
        4 => year(c)?,
        2 => year(2000 + c)?,
        _ => return None,
    };
    if a > 31 || b > 31 || a == 0 || b == 0 {
        return None;
    }
    // Nobody writes a month first with points.
    let two = TwoWays { first: a, second: b, year };
    match sign {
        b'.' => finished(two.day(DayOrder::DayFirst)?, hour),
        _ => Some(Stamp::Either(two, hour)),
    }
}

fn year(number: u32) -> Option<i32> {
    i32::try_from(number).ok().filter(|year| YEARS.contains(year))
}

/// A day with its hour; a moment when the offset is stated.
pub(super) fn finished(day: NaiveDate, hour: Option<Hour>) -> Option<Stamp> {
    let Some(Hour { time, offset: Some(offset) }) = hour else {
        return Some(Stamp::Sure(day, hour));
    };
    let seconds = day.and_time(time).and_utc().timestamp() - i64::from(offset) * 60;
    Some(Stamp::Exact(Instant::from_unix(seconds)))
}

/// What follows a date: `T18:30:00.5Z`, ` 18:30 +0000`, `, 6:30 PM`, ` um 18 Uhr`, ` à 18h30`.
fn hour(text: &str) -> Option<Hour> {
    let text = text.trim_start_matches([' ', ',', 'T', 't', '\u{a0}', '\u{202f}', '-']);
    let text = ["at ", "um ", "à ", "a ", "@ ", "·", "•"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start();
    let (hours, rest) = digits(text.as_bytes());
    let mut hours = value(hours).filter(|_| hours.len() <= 2)?;
    let (minutes, seconds, rest) = sixties(rest)?;
    let after = rest_of(text, text.len() - rest.len()).trim();
    let (half, after) = half(after);
    hours = match (half, hours) {
        (None, h) => h,
        (Some(Half::Morning), 1..=12) => hours % 12,
        (Some(Half::Afternoon), 1..=12) => hours % 12 + 12,
        // `18:30 PM` is seen in the wild.
        (Some(_), h) => h,
    };
    let time = NaiveTime::from_hms_opt(hours, minutes, seconds)?;
    Some(Hour { time, offset: offset(after)? })
}

/// Minutes and seconds after the hour.
fn sixties(rest: &[u8]) -> Option<(u32, u32, &[u8])> {
    let Some(rest) = rest.strip_prefix(b":").or_else(|| strip_any(rest, b"hH")) else {
        return Some((0, 0, rest));
    };
    let (minutes, rest) = digits(rest);
    let minutes = if minutes.is_empty() { 0 } else { value(minutes)? };
    let Some(rest) = rest.strip_prefix(b":") else {
        return Some((minutes, 0, rest));
    };
    let (seconds, mut rest) = digits(rest);
    if let Some(fraction) = strip_any(rest, b".,") {
        rest = digits(fraction).1;
    }
    Some((minutes, value(seconds)?.min(59), rest))
}

fn strip_any<'a>(bytes: &'a [u8], any: &[u8]) -> Option<&'a [u8]> {
    bytes.split_first().filter(|(first, _)| any.contains(first)).map(|(_, rest)| rest)
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn half(text: &str) -> (Option<Half>, &str) {
    let marks = [
        ("am", Half::Morning),
        ("pm", Half::Afternoon),
        ("a.m.", Half::Morning),
        ("p.m.", Half::Afternoon),
    ];
    for (mark, half) in marks {
        if text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)) {
            return (Some(half), rest_of(text, mark.len()).trim_start());
        }
    }
    (None, text)
}

/// Minutes east of UTC, or nothing; `None` when there is something else.
fn offset(text: &str) -> Option<Option<i32>> {
    let text = text.strip_prefix("Uhr").unwrap_or(text).trim();
    if text.is_empty() {
        return Some(None);
    }
    let named = ["UTC", "GMT", "Z", "z"].iter().find_map(|name| text.strip_prefix(name));
    let text = named.unwrap_or(text).trim();
    if text.is_empty() {
        return Some(Some(0));
    }
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if rest.len() == 4 => rest.split_at_checked(2)?,
        None => (rest, "0"),
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let fits = (0..=14).contains(&hours) && (0..60).contains(&minutes);
    fits.then_some(Some(sign * (hours * 60 + minutes)))
}

/// A date with the name of its month: `Tue, Jul 14, 2026`, `14 juillet 2026 à 18:30`.
fn in_words(text: &str) -> Option<Stamp> {
    let (mut day, mut named, mut of_year, mut rest) = (None, None, None, None);
    let mut at = 0;
    for word in text.split([' ', ',', '\u{a0}', '\u{202f}', '-', '/']) {
        let start = at;
        // Every separator has its length, and only the hour needs to know where it starts.
        at = start
            + word.len()
            + text.get(start + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        let plain = word.trim_matches('.');
        let number = value(plain.trim_end_matches(|c: char| c.is_ascii_alphabetic()).as_bytes())
            .filter(|_| plain.starts_with(|c: char| c.is_ascii_digit()) && only_digits(plain));
        match number {
            _ if word.contains([':']) || is_french_hour(word) => {
                rest = Some(start);
                break;
            }
            Some(n) if n >= 1000 && of_year.is_none() => of_year = year(n),
            Some(n) if (1..=31).contains(&n) && day.is_none() => day = Some(n),
            Some(_) => return None,
            // Where a weekday looks like a month (`mar.`), the month comes later.
            None => named = month(plain).or(named),
        }
    }
    let date = NaiveDate::from_ymd_opt(of_year?, named?, day?)?;
    let hour = match rest {
        Some(from) => Some(hour(rest_of(text, from))?),
        None => None,
    };
    finished(date, hour)
}

/// Digits, and after them at most the letters of an ordinal: `1er`, `2nd`.
fn only_digits(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.is_empty() || matches!(letters, "er" | "st" | "nd" | "rd" | "th")
}

/// `18h30`, `18h`.
fn is_french_hour(word: &str) -> bool {
    let (hours, rest) = digits(word.as_bytes());
    !hours.is_empty() && hours.len() <= 2 && matches!(rest.first(), Some(b'h' | b'H'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let hour = |hour: Option<Hour>| {
            hour.map_or(String::new(), |h| h.time.format(" %H:%M").to_string())
        };
        match stamp(&Cell::Text(text.into())) {
            None => "?".to_owned(),
            Some(Stamp::Exact(at)) => at.utc().format("%Y-%m-%d %H:%M Z").to_string(),
            Some(Stamp::Sure(day, at)) => format!("{day}{}", hour(at)),
            Some(Stamp::Midnight(day)) => day.to_string(),
            Some(Stamp::Either(two, at)) => {
                format!("{}|{}|{}{}", two.first, two.second, two.year, hour(at))
            }
            Some(Stamp::Clock(time)) => time.format("%H:%M").to_string(),
        }
    }

    #[test]
    fn every_shape_of_a_time() {
        for (text, meant) in [
            ("11/24/2026 18:05", "11|24|2026 18:05"),
            ("24/11/2026 18:05", "24|11|2026 18:05"),
            ("3/4/26", "3|4|2026"),
            ("01.09.2026 18:00", "2026-09-01 18:00"),
            ("01.09.2026, 18:00 Uhr", "2026-09-01 18:00"),
            ("2016-12-23 18:50 +0000", "2016-12-23 18:50 Z"),
            ("2026-10-03 09:10", "2026-10-03 09:10"),
            ("2026-10-03", "2026-10-03"),
            ("2026/10/03 09:10:11", "2026-10-03 09:10"),
            ("2026-10-03T09:10:11.123Z", "2026-10-03 09:10 Z"),
            ("2026-10-03T09:10:11+02:00", "2026-10-03 07:10 Z"),
            ("2026-10-03 09:10:11 UTC", "2026-10-03 09:10 Z"),
            ("Tue, Jul 14, 2026", "2026-07-14"),
            ("Jan 6, 2024", "2024-01-06"),
            ("Jan 6, 2024, 6:30 PM", "2024-01-06 18:30"),
            ("6 January 2024 at 18:30", "2024-01-06 18:30"),
            ("6-Jan-2024", "2024-01-06"),
            ("1er août 2026 à 9h05", "2026-08-01 09:05"),
            ("mar. 14 juil. 2026", "2026-07-14"),
            ("14. Juli 2026", "2026-07-14"),
            ("14 de julio de 2026", "2026-07-14"),
            ("11/24/2026 12:05 AM", "11|24|2026 00:05"),
            ("11/24/2026 12:05 pm", "11|24|2026 12:05"),
            ("18:30", "18:30"),
            ("18h30", "18:30"),
            ("45292", "2024-01-01"),
            ("45292.75", "2024-01-01 18:00"),
            ("1795519800", "2026-11-24 11:30 Z"),
            ("1795519800123", "2026-11-24 11:30 Z"),
        ] {
            assert_eq!(read(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "Lifetime",
            "Total",
            "12",
            "2026",
            "2026-13-01",
            "32/01/2026",
            "2026-10-03 25:00",
            "0/0/2026",
            "é",
            "1é",
            "2026-10-03é",
            "Jan",
            "99999999999999999999",
            "1/2/3",
            "31.02.2026",
            "2026-10-03 09:10 sharp",
            "-",
            "h",
            "1h2h3",
            "２０２６-10-03",
            "1:2:3:4:5 Jan 2020",
        ] {
            assert_eq!(read(text), "?", "{text}");
        }
    }
}
