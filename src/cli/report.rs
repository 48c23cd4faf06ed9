//! `report`: what the posts got, what went out, what is to come and what is late.

use super::failure::Failure;
use super::plan::{channels, known_channels};
use super::readiness::{Ready, Work, all_ready};
use super::session::Session;
use super::values::ResultsFormat;
use super::{args, pages, span};
use crate::lang::{Lang, Text};
use crate::model::ChannelIx;
use crate::render::report::{Told, html, human, json, markdown};
use crate::report::{Ask, Report, report};
use chrono::{Days, NaiveDate};

/// Days that results go back when nobody says how far.
const BACK: u64 = 28;

/// One calendar, reported.
struct Reported {
    ready: Ready,
    channels: Vec<ChannelIx>,
    report: Report,
}

/// Runs `report`.
///
/// # Errors
/// When a calendar, the day, a channel or the output can't be made sense of, or a file can't be
/// written.
pub fn run(args: &args::Report, session: &mut Session<'_>) -> Result<u8, Failure> {
    let output = args.output.as_deref();
    let format = pages::form(args.format, output)?;
    let Some(found) = all_ready(Work::Report, session)? else {
        return Ok(1);
    };
    known_channels(&args.channels, &found)?;
    let mut all = Vec::new();
    for ready in found {
        all.push(one(ready, args, session)?);
    }
    if args.if_any {
        all.retain(|one| !one.report.is_silent() || !one.ready.errors.is_empty());
        if all.is_empty() {
            return Ok(0);
        }
    }
    let text = text(&all, format, pages::columns(output, session), session);
    pages::deliver(&text, format, output, all.first().map(|one| one.ready.lang), session)?;
    Ok(0)
}

fn one(ready: Ready, args: &args::Report, session: &Session<'_>) -> Result<Reported, Failure> {
    let today = ready.ws.calendar.zone.local(session.now).date();
    let since = match &args.since {
        Some(words) => since(words, today)?,
        None => today.checked_sub_days(Days::new(BACK)).unwrap_or(today),
    };
    let channels = channels(&ready.ws, &args.channels);
    let ask = Ask { since, now: session.now, channels: &channels };
    let report = report(&ready.ws, &ask);
    Ok(Reported { ready, channels, report })
}

/// The first day of the words after `--since`; a month or a week begins with its first.
///
/// What names no year or week is the last such day here, not the coming one: `monday`, `24/12` and
/// `W50` are read again as they were meant a week, then a year ago. What moves along with the day it
/// is said on, such as `tomorrow`, is no day that was.
fn since(words: &str, today: NaiveDate) -> Result<NaiveDate, Failure> {
    let first = span::first_day("--since", words, today)?;
    if first <= today {
        return Ok(first);
    }
    let folded = words.to_lowercase();
    let ahead = ["next", "proch", "coming"].iter().any(|word| folded.contains(word));
    // Neither is a number of weeks or a year, so nothing that stays put moves by as much.
    for back in [6, 370] {
        let then = today.checked_sub_days(Days::new(back)).unwrap_or(today);
        let again = span::first_day("--since", words, then)?;
        let moves_along = first - again == today - then;
        if again <= today && !moves_along && !ahead {
            return Ok(again);
        }
    }
    Err(to_come(words))
}

fn text(all: &[Reported], format: ResultsFormat, columns: usize, session: &Session<'_>) -> String {
    let told: Vec<Told<'_>> = all.iter().map(|one| told(one, session)).collect();
    let ink = pages::ink(session);
    match format {
        ResultsFormat::Human => {
            let pages = told.iter().map(|told| human::render(told, columns, ink));
            pages.collect::<Vec<_>>().join("\n")
        }
        ResultsFormat::Markdown => told.iter().map(markdown::render).collect::<Vec<_>>().join("\n"),
        ResultsFormat::Html => html::render(&told),
        ResultsFormat::Json => told.iter().map(json::render).collect(),
    }
}

fn told<'a>(one: &'a Reported, session: &Session<'_>) -> Told<'a> {
    Told {
        ws: &one.ready.ws,
        report: &one.report,
        channels: &one.channels,
        tally: one.ready.tally,
        now: session.now,
        lang: one.ready.lang,
    }
}

fn to_come(words: &str) -> Failure {
    let words = words.trim().to_owned();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("`--since`: {} is to come", crate::lang::quote(lang, &words)),
            Lang::Fr => {
                format!("`--since`\u{a0}: {} est à venir", crate::lang::quote(lang, &words))
            }
        }),
        Text::of(|lang| {
            match lang {
            Lang::En => "results are of the past: name a day that is over, such as `-4w`, `last month` or `2026-10-01`".to_owned(),
            Lang::Fr => "des résultats sont du passé\u{a0}: nommez un jour écoulé, comme `-4s`, `mois dernier` ou `2026-10-01`".to_owned(),
        }
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_is_one_that_was() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        for (words, expected) in [
            ("-4w", "2026-10-24"),
            ("-4s", "2026-10-24"),
            ("lundi", "2026-11-16"),
            ("saturday", "2026-11-21"),
            ("hier", "2026-11-20"),
            ("last month", "2026-10-01"),
            ("semaine dernière", "2026-11-09"),
            ("octobre", "2026-10-01"),
            ("décembre", "2025-12-01"),
            ("20/11", "2026-11-20"),
            ("14/11", "2026-11-14"),
            ("24/12", "2025-12-24"),
            ("S47", "2026-11-16"),
            ("S50", "2025-12-08"),
            ("2026-01-05", "2026-01-05"),
        ] {
            assert_eq!(since(words, today).unwrap().to_string(), expected, "{words}");
        }
        for words in ["demain", "next week", "lundi prochain", "+3j", "2027-01-01", "in 2 weeks"] {
            let said = since(words, today).unwrap_err().render(Lang::Fr);
            assert!(said.contains("est à venir"), "{words}: {said}");
        }
        assert!(since("lundii", today).is_err());
    }
}
