//! `mix`: what is planned and published against the targets, and what to write next; or, with
//! `--preset`, a well-known mix written into the calendar.

mod ask;
mod edits;
mod place;
mod preset;

use super::failure::Failure;
use super::readiness::{Work, all_ready};
use super::session::Session;
use super::values::ReportFormat;
use super::{args, pages, span};
use crate::balance::{Allowance, Sheet, allowances, counted, sheets};
use crate::lang::Lang;
use crate::model::Workspace;
use crate::render::mix::{Shown, json, markdown, table};
use chrono::NaiveDate;
use std::path::Path;

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
    let format = pages::form(args.format, args.output.as_deref())?;
    let Some(found) = all_ready(Work::Mix, session)? else {
        return Ok(1);
    };
    let mut all = Vec::new();
    for ready in found {
        let today = ready.ws.calendar.zone.local(session.now).date();
        let days = span::days_counted(&args.span, today)?;
        let days = (days.from, days.to);
        let sheets = sheets(&ready.ws, days, today);
        let allowances = allowances(&ready.ws, &counted(&ready.ws), days);
        all.push(Counted { ws: ready.ws, lang: ready.lang, days, today, sheets, allowances });
    }
    deliver(&all, format, args.output.as_deref(), session)?;
    Ok(0)
}

/// Prints the mixes, or writes them to a file.
fn deliver(
    all: &[Counted],
    format: ReportFormat,
    output: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let (columns, ink) = (pages::columns(output, session), pages::ink(session));
    let voice = pages::voice(session);
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
    pages::deliver(&text, format, output, all.first().map(|one| one.lang), session)
}
