//! `mix`: what is planned and published against the targets, and what to write next; or, with
//! `--preset`, a well-known mix written into the calendar.

mod ask;
mod edits;
mod place;
mod preset;

use super::args;
use super::failure::Failure;
use super::form::{Form, by_extension, contradiction};
use super::readiness::{Work, ready};
use super::session::Session;
use super::span;
use super::values::ReportFormat;
use crate::balance::{Allowance, Sheet, allowances, counted, sheets};
use crate::lang::{Lang, Text};
use crate::load::slashes;
use crate::model::Workspace;
use crate::render::mix::{Shown, json, markdown, table};
use crate::render::plan::{Ink, Voice};
use chrono::NaiveDate;
use std::path::Path;

/// The columns of a mix written to a text file: the same whatever the terminal.
const FILE_COLUMNS: usize = 100;

/// One calendar, counted.
struct Counted {
    ws: Workspace,
    lang: Lang,
    days: (NaiveDate, NaiveDate),
    today: NaiveDate,
    sheets: Vec<Sheet>,
    allowances: Vec<Allowance>,
}

/// Runs `mix`.
///
/// # Errors
/// When a calendar, the days or the output can't be made sense of, or a file can't be written.
pub fn run(args: &args::Mix, session: &mut Session<'_>) -> Result<u8, Failure> {
    if let Some(name) = &args.preset {
        return preset::run(name, &args.map, session);
    }
    let format = format(args.format, args.output.as_deref())?;
    let mut all = Vec::new();
    let mut whole = true;
    for root in session.roots()? {
        let Some(ready) = ready(&root, Work::Mix, session)? else {
            whole = false;
            continue;
        };
        let today = ready.ws.calendar.zone.local(session.now).date();
        let days = span::days_from_today(&args.span, today)?;
        let days = (days.from, days.to);
        let sheets = sheets(&ready.ws, days, today);
        let allowances = allowances(&ready.ws, &counted(&ready.ws), days);
        all.push(Counted { ws: ready.ws, lang: ready.lang, days, today, sheets, allowances });
    }
    if !whole {
        return Ok(1);
    }
    deliver(&all, format, args.output.as_deref(), session)?;
    Ok(0)
}

/// The form that is asked for, else that of the file's extension, else for people.
fn format(asked: Option<ReportFormat>, output: Option<&Path>) -> Result<ReportFormat, Failure> {
    let Some(path) = output.filter(|path| *path != Path::new("-")) else {
        return Ok(asked.unwrap_or_default());
    };
    let named = match by_extension(path) {
        Some(Form::Table) => Some(Some(ReportFormat::Human)),
        Some(Form::Markdown) => Some(Some(ReportFormat::Markdown)),
        Some(Form::Json) => Some(Some(ReportFormat::Json)),
        // A name that promises what this can't be.
        Some(Form::Ics | Form::Csv) => Some(None),
        None => None,
    };
    let word = |format| match format {
        ReportFormat::Human => "human",
        ReportFormat::Markdown => "markdown",
        ReportFormat::Json => "json",
    };
    match (asked, named) {
        (Some(asked), Some(named)) if named != Some(asked) => Err(contradiction(word(asked), path)),
        (Some(asked), _) => Ok(asked),
        (None, Some(Some(named))) => Ok(named),
        (None, _) => Err(no_form(path)),
    }
}

fn no_form(path: &Path) -> Failure {
    let path = slashes(path);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("the name {path} does not say in which form to write"),
            Lang::Fr => format!("le nom {path} ne dit pas sous quelle forme écrire"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "end it with `.txt`, `.md` or `.json`, or give `--format`".to_owned(),
            Lang::Fr => "terminez-le par `.txt`, `.md` ou `.json`, ou donnez `--format`".to_owned(),
        }),
    )
}

/// Prints the mixes, or writes them to a file.
fn deliver(
    all: &[Counted],
    format: ReportFormat,
    output: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let file = output.filter(|path| *path != Path::new("-"));
    let columns = match file {
        Some(_) => FILE_COLUMNS,
        None => session.width(),
    };
    let ink = match session.global.ascii {
        true => Ink::Ascii,
        false => Ink::Unicode,
    };
    let voice = match session.global.quiet {
        true => Voice::Quiet,
        false => Voice::Full,
    };
    let texts: Vec<String> = all
        .iter()
        .map(|one| {
            let shown = Shown {
                ws: &one.ws,
                days: one.days,
                today: one.today,
                sheets: &one.sheets,
                allowances: &one.allowances,
                lang: one.lang,
                voice,
            };
            match format {
                ReportFormat::Human => table::render(&shown, columns, ink),
                ReportFormat::Markdown => markdown::render(&shown),
                ReportFormat::Json => json::render(&shown),
            }
        })
        .collect();
    let text = texts.join(match format {
        ReportFormat::Json => "",
        ReportFormat::Human | ReportFormat::Markdown => "\n",
    });
    let Some(path) = file else {
        session.print(&text);
        return Ok(());
    };
    let plain = match format {
        ReportFormat::Human => anstream::adapter::strip_str(&text).to_string(),
        ReportFormat::Markdown | ReportFormat::Json => text,
    };
    session.write(path, plain.as_bytes())?;
    let lang = all.first().map_or_else(|| session.lang(), |one| one.lang);
    let name = slashes(path);
    session.tell(&match lang {
        Lang::En => format!("{name} written\n"),
        Lang::Fr => format!("{name} est écrit\n"),
    });
    Ok(())
}
