//! `slots`: which hours work, and how well that is known.

use super::failure::Failure;
use super::plan::{channels, known_channels};
use super::readiness::{Ready, Work, all_ready};
use super::session::Session;
use super::values::ReportFormat;
use super::{args, pages};
use crate::history;
use crate::model::ChannelIx;
use crate::render::plan::{Ink, Voice};
use crate::render::slots::{Shown, backtest, json, markdown, table};

/// Runs `slots`.
///
/// # Errors
/// When a calendar, a channel or the output can't be made sense of, or the file can't be written.
pub fn run(args: &args::Slots, session: &mut Session<'_>) -> Result<u8, Failure> {
    let output = args.output.as_deref();
    let form = pages::form(args.format, output)?;
    let Some(found) = all_ready(Work::Slots, session)? else {
        return Ok(1);
    };
    known_channels(&args.channels, &found)?;
    let sheet = Sheet {
        form,
        columns: pages::columns(output, session),
        ink: pages::ink(session),
        voice: pages::voice(session),
    };
    let pages: Vec<String> = found
        .iter()
        .map(|ready| (ready, channels(&ready.ws, &args.channels)))
        // Of several calendars, those without the channel have nothing to show to a person.
        .filter(|(_, shown)| form == ReportFormat::Json || !shown.is_empty() || found.len() == 1)
        .map(|(ready, shown)| match args.backtest {
            true => sheet.backtest(ready, &shown),
            false => sheet.slots(ready, &shown),
        })
        .collect();
    let text = pages.join(match form {
        ReportFormat::Json => "",
        ReportFormat::Human | ReportFormat::Markdown => "\n",
    });
    pages::deliver(&text, form, output, found.first().map(|ready| ready.lang), session)?;
    Ok(0)
}

/// How pages are laid out.
struct Sheet {
    form: ReportFormat,
    columns: usize,
    ink: Ink,
    voice: Voice,
}

impl Sheet {
    fn slots(&self, ready: &Ready, channels: &[ChannelIx]) -> String {
        let ws = &ready.ws;
        let advice: Vec<_> = ws.each_channel().map(|(ix, _)| history::advice(ws, ix)).collect();
        let shown = Shown { ws, channels, advice: &advice, lang: ready.lang, voice: self.voice };
        match self.form {
            ReportFormat::Human => table::render(&shown, self.columns, self.ink),
            ReportFormat::Markdown => markdown::render(&shown),
            ReportFormat::Json => json::render(&shown),
        }
    }

    fn backtest(&self, ready: &Ready, channels: &[ChannelIx]) -> String {
        let ws = &ready.ws;
        let trials = history::backtest(ws, &ws.past.outings);
        let tried = backtest::Tried { ws, channels, trials: &trials, lang: ready.lang };
        match self.form {
            ReportFormat::Human => backtest::table(&tried, self.columns, self.ink),
            ReportFormat::Markdown => backtest::markdown(&tried),
            ReportFormat::Json => backtest::json(&tried),
        }
    }
}
