//! `report`: what the posts got, what went out, what is to come and what is late.

use super::args;
use super::failure::Failure;
use super::form::contradiction;
use super::plan::{channels, known_channels};
use super::readiness::{Ready, Work, ready};
use super::session::Session;
use super::span;
use super::values::ResultsFormat;
use crate::lang::{Lang, Text, list_or};
use crate::load::slashes;
use crate::model::ChannelIx;
use crate::render::plan::Ink;
use crate::render::report::{Told, html, human, json, markdown};
use crate::report::{Ask, Report, report};
use chrono::{Days, NaiveDate};
use std::path::Path;

/// Days that results go back when nobody says how far.
const BACK: u64 = 28;
/// The columns of a report written to a text file: the same whatever the terminal.
const FILE_COLUMNS: usize = 100;

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
    let format = format(args.format, args.output.as_deref())?;
    let mut found = Vec::new();
    let mut whole = true;
    for root in session.roots()? {
        match ready(&root, Work::Report, session)? {
            Some(calendar) => found.push(calendar),
            None => whole = false,
        }
    }
    if !whole {
        return Ok(1);
    }
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
    deliver(&all, format, args.output.as_deref(), session)?;
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

/// Prints the reports, or writes them to a file.
fn deliver(
    all: &[Reported],
    format: ResultsFormat,
    output: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let file = output.filter(|path| *path != Path::new("-"));
    let columns = match file {
        Some(_) => FILE_COLUMNS,
        None => session.width(),
    };
    let text = text(all, format, columns, session);
    let Some(path) = file else {
        session.print(&text);
        return Ok(());
    };
    let plain = match format {
        ResultsFormat::Human => anstream::adapter::strip_str(&text).to_string(),
        _ => text,
    };
    session.write(path, plain.as_bytes())?;
    let lang = all.first().map_or_else(|| session.lang(), |one| one.ready.lang);
    let name = slashes(path);
    session.tell(&match lang {
        Lang::En => format!("{name} written\n"),
        Lang::Fr => format!("{name} est écrit\n"),
    });
    Ok(())
}

fn text(all: &[Reported], format: ResultsFormat, columns: usize, session: &Session<'_>) -> String {
    let told: Vec<Told<'_>> = all.iter().map(|one| told(one, session)).collect();
    let ink = match session.global.ascii {
        true => Ink::Ascii,
        false => Ink::Unicode,
    };
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

/// The format asked for, else that of the file's extension, else for people.
fn format(asked: Option<ResultsFormat>, output: Option<&Path>) -> Result<ResultsFormat, Failure> {
    let path = output.filter(|path| *path != Path::new("-"));
    let said = path.and_then(by_extension);
    match (asked, said, path) {
        (Some(asked), Some(said), Some(path)) if asked != said => {
            let word = match asked {
                ResultsFormat::Human => "human",
                ResultsFormat::Markdown => "markdown",
                ResultsFormat::Html => "html",
                ResultsFormat::Json => "json",
            };
            Err(contradiction(word, path))
        }
        (Some(asked), ..) => Ok(asked),
        (None, Some(said), _) => Ok(said),
        (None, None, Some(path)) => Err(no_format(path)),
        (None, None, None) => Ok(ResultsFormat::Human),
    }
}

fn by_extension(path: &Path) -> Option<ResultsFormat> {
    let extension = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("txt") => Some(ResultsFormat::Human),
        Some("md" | "markdown") => Some(ResultsFormat::Markdown),
        Some("html" | "htm") => Some(ResultsFormat::Html),
        Some("json") => Some(ResultsFormat::Json),
        _ => None,
    }
}

fn no_format(path: &Path) -> Failure {
    let name = slashes(path);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("the name {name} does not say in which form to write the report"),
            Lang::Fr => format!("le nom {name} ne dit pas sous quelle forme écrire le bilan"),
        }),
        Text::of(|lang| {
            let known = [".html", ".md", ".txt", ".json"];
            match lang {
                Lang::En => format!("end it with {}", list_or(lang, &known)),
                Lang::Fr => format!("terminez-le par {}", list_or(lang, &known)),
            }
        }),
    )
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

    #[test]
    fn the_form_is_that_of_the_name_or_of_the_word() {
        let of = |asked, name: &str| format(asked, Some(Path::new(name)));
        assert_eq!(of(None, "a.HTML").unwrap(), ResultsFormat::Html);
        assert_eq!(of(None, "-").unwrap(), ResultsFormat::Human);
        assert_eq!(of(Some(ResultsFormat::Json), "a.out").unwrap(), ResultsFormat::Json);
        let said = of(None, "bilan.docx").unwrap_err().render(Lang::Fr);
        assert!(said.contains("terminez-le par .html, .md, .txt ou .json"), "{said}");
        let said = of(Some(ResultsFormat::Html), "a.md").unwrap_err().render(Lang::En);
        assert!(said.contains("`html` does not go with the name a.md"), "{said}");
    }
}
