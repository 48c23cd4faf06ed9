//! Instants on the command line: `2026-11-25T09:00`, with an offset or without, or words, a day
//! and then a time: `mercredi 9h`, `tue 12:30`, `demain à 9 h`.

use super::failure::Failure;
use crate::lang::{Lang, Text, quote};
use crate::time::words::{DayRange, parse};
use crate::time::{Instant, Zone};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

/// What words without an offset, or without a date, are read by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The clock of times: the one on which every screen shows them.
    pub(super) zone: Zone,
    /// Today, on that clock.
    pub(super) today: NaiveDate,
    /// The days of the plan: a weekday alone is one of theirs.
    pub(super) days: DayRange,
}

/// The instant of these words.
///
/// # Errors
/// When they are no instant.
pub(super) fn moment(words: &str, by: &Reading) -> Result<Instant, Failure> {
    let text = words.trim();
    if let Some(exact) = Instant::parse_rfc3339(text) {
        return Ok(exact);
    }
    let local = written(text).or_else(|| spoken(text, by));
    local.map(|local| by.zone.resolve(local).instant).ok_or_else(|| unread(text))
}

/// `2026-11-25T09:00`, with a space in place of the `T`, with seconds.
fn written(text: &str) -> Option<NaiveDateTime> {
    let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"];
    forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
}

/// A day in words, then a time: the longest day that leaves a time.
fn spoken(text: &str, by: &Reading) -> Option<NaiveDateTime> {
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace());
    let mut splits: Vec<usize> = spaces.map(|(at, _)| at).collect();
    splits.reverse();
    splits.into_iter().find_map(|at| {
        let (day, time) = (text[..at].trim(), text[at..].trim());
        let day = [" à", " at"].iter().find_map(|word| day.strip_suffix(word)).unwrap_or(day);
        let date = one_day(day, by.today)?;
        let date = within(day, date, by).unwrap_or(date);
        Some(date.and_time(clock(time)?))
    })
}

fn one_day(words: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = parse(words, today).ok()?;
    (days.from == days.to).then_some(days.from)
}

/// A weekday alone, among the days of the plan that are still to come.
fn within(words: &str, date: NaiveDate, by: &Reading) -> Option<NaiveDate> {
    // Said on that very day it is that day, and a day later a week after: so is nothing but a weekday.
    let later = |days| date.checked_add_days(Days::new(days));
    let is_weekday = one_day(words, date) == Some(date) && one_day(words, later(1)?) == later(7);
    if !is_weekday {
        return None;
    }
    one_day(words, by.days.from.max(by.today)).filter(|day| *day <= by.days.to)
}

/// `9:00`, `9h`, `9 h 30`, `12h30`.
fn clock(text: &str) -> Option<NaiveTime> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.strip_prefix('à').unwrap_or(&text).to_lowercase();
    let (hour, minute) = text.split_once([':', 'h'])?;
    let minute = match minute {
        "" if text.ends_with('h') => 0,
        minute if minute.len() == 2 => minute.parse().ok()?,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute, 0)
}

fn unread(words: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| {
            let words = quote(lang, words);
            match lang {
                Lang::En => format!("`--at`: {words} is not an instant"),
                Lang::Fr => format!("`--at`\u{a0}: {words} n’est pas un instant"),
            }
        }),
        Text::of(|lang| match lang {
            Lang::En => "write a day and a time: `wed 9:00`, `2026-11-25T09:00`".to_owned(),
            Lang::Fr => {
                "écrivez un jour et une heure\u{a0}: `mer 9h`, `2026-11-25T09:00`".to_owned()
            }
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asked on Saturday 21 November about a plan of these days.
    fn reading(from: &str, to: &str) -> Reading {
        let day = |text: &str| text.parse().unwrap();
        let zone = Zone::parse("Europe/Paris").unwrap();
        Reading { zone, today: day("2026-11-21"), days: DayRange { from: day(from), to: day(to) } }
    }

    #[test]
    fn a_weekday_is_one_of_the_days_of_the_plan() {
        for (words, from, to, expected) in [
            ("sat 10:00", "2026-11-23", "2026-11-29", "2026-11-28"),
            ("samedi à 10h", "2026-12-07", "2026-12-13", "2026-12-12"),
            ("sat 10:00", "2026-11-16", "2026-11-22", "2026-11-21"),
            // Its Tuesday is past, or it has none: the next one.
            ("tue 10:00", "2026-11-16", "2026-11-22", "2026-11-24"),
            ("tue 10:00", "2026-11-27", "2026-11-29", "2026-11-24"),
            // These words say which day it is.
            ("tomorrow 10:00", "2026-12-07", "2026-12-13", "2026-11-22"),
            ("today 10:00", "2026-12-07", "2026-12-13", "2026-11-21"),
            ("next monday 10:00", "2026-12-07", "2026-12-13", "2026-11-23"),
            ("28/11 10:00", "2026-12-07", "2026-12-13", "2026-11-28"),
        ] {
            let by = reading(from, to);
            let read = moment(words, &by).unwrap();
            assert_eq!(by.zone.local(read).date().to_string(), expected, "{words}, {from}");
        }
    }

    #[test]
    fn instants_are_written_or_spoken() {
        let by = reading("2026-11-23", "2026-11-29");
        let wednesday = "2026-11-25T09:00:00+01:00";
        for words in [
            "2026-11-25T09:00",
            "2026-11-25 09:00",
            " 2026-11-25T09:00:00 ",
            "2026-11-25T08:00:00Z",
            "mercredi 9h",
            "mer 9:00",
            "mercredi à 9 h",
            "mercredi 25 novembre à 9 h 00",
            "Wednesday at 09:00",
            "25/11 9h00",
        ] {
            let read = moment(words, &by).unwrap();
            assert_eq!(by.zone.rfc3339(read), wednesday, "{words}");
        }
        for words in ["", "9h", "mercredi", "semaine prochaine 9h", "mer 9h5", "mer 25:00", "x 9h"]
        {
            let failure = moment(words, &by).unwrap_err();
            for lang in Lang::ALL {
                assert!(failure.render(lang).contains("2026-11-25T09:00"), "{words}");
            }
        }
    }
}
