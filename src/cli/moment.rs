//! Instants on the command line: `2026-11-25T09:00`, with an offset or without, or words, a day
//! and then a time: `mercredi 9h`, `tue 12:30`, `demain à 9 h`.

use super::failure::Failure;
use crate::lang::{Lang, Text, quote};
use crate::time::words::parse;
use crate::time::{Instant, Zone};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The instant of these words, without an offset on this clock.
///
/// # Errors
/// When they are no instant.
pub(super) fn moment(words: &str, zone: Zone, today: NaiveDate) -> Result<Instant, Failure> {
    let text = words.trim();
    if let Some(exact) = Instant::parse_rfc3339(text) {
        return Ok(exact);
    }
    let local = written(text).or_else(|| spoken(text, today));
    local.map(|local| zone.resolve(local).instant).ok_or_else(|| unread(text))
}

/// `2026-11-25T09:00`, with a space in place of the `T`, with seconds.
fn written(text: &str) -> Option<NaiveDateTime> {
    let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"];
    forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
}

/// A day in words, then a time: the longest day that leaves a time.
fn spoken(text: &str, today: NaiveDate) -> Option<NaiveDateTime> {
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace());
    let mut splits: Vec<usize> = spaces.map(|(at, _)| at).collect();
    splits.reverse();
    splits.into_iter().find_map(|at| {
        let (day, time) = (text[..at].trim(), text[at..].trim());
        let day = [" à", " at"].iter().find_map(|word| day.strip_suffix(word)).unwrap_or(day);
        let days = parse(day, today).ok().filter(|days| days.from == days.to)?;
        Some(days.from.and_time(clock(time)?))
    })
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

    #[test]
    fn instants_are_written_or_spoken() {
        let zone = Zone::parse("Europe/Paris").unwrap();
        let today = "2026-11-21".parse().unwrap();
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
            let read = moment(words, zone, today).unwrap();
            assert_eq!(zone.rfc3339(read), wednesday, "{words}");
        }
        for words in ["", "9h", "mercredi", "semaine prochaine 9h", "mer 9h5", "mer 25:00", "x 9h"]
        {
            let failure = moment(words, zone, today).unwrap_err();
            for lang in Lang::ALL {
                assert!(failure.render(lang).contains("2026-11-25T09:00"), "{words}");
            }
        }
    }
}
