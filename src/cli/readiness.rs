//! A calendar read for a command that needs it whole: a fault of syntax, structure or reference
//! is printed, and the command does not do its work.

use super::checked::{Checked, Sieve, judged};
use super::failure::Failure;
use super::recall::recall;
use super::session::Session;
use super::values::CheckFormat;
use crate::diagnostic::{Judged, Level};
use crate::lang::Lang;
use crate::model::Workspace;
use crate::render::findings::{Tally, concise, human, json, summary};
use crate::rules;
use std::path::Path;

/// A calendar that can be understood, and the errors in it.
#[derive(Debug)]
pub struct Ready {
    /// The workspace.
    pub ws: Workspace,
    /// The language to speak about it.
    pub lang: Lang,
    /// Its errors; what is milder is `check`'s business.
    pub errors: Vec<Judged>,
    /// How many errors, warnings and hints there are.
    pub tally: Tally,
}

/// Reads a calendar; nothing when it can't be understood, and then its faults were printed.
///
/// # Errors
/// When it can't be read at all.
pub fn ready(root: &Path, session: &mut Session<'_>) -> Result<Option<Ready>, Failure> {
    let mut loaded = session.load(root)?;
    let lang = session.lang_of(Some(&loaded));
    if let Some(ws) = &mut loaded.workspace {
        recall(ws, root, session)?;
    }
    let mut checked = judged(&loaded, &Sieve { files: None, beside: 0, only: &[] }, lang, session);
    let unreadable = rules::is_unreadable(&checked.findings);
    match loaded.workspace {
        Some(ws) if !unreadable => {
            checked.findings.retain(|judged| judged.level == Level::Error);
            Ok(Some(Ready { ws, lang, errors: checked.findings, tally: checked.tally }))
        }
        _ => {
            print_faults(&checked, lang, session);
            Ok(None)
        }
    }
}

/// Reads every calendar of the run; nothing when one can't be understood, and then the faults of all
/// were printed.
///
/// # Errors
/// When one can't be read at all.
pub(super) fn all_ready(session: &mut Session<'_>) -> Result<Option<Vec<Ready>>, Failure> {
    let mut found = Vec::new();
    let mut whole = true;
    for root in session.roots()? {
        match ready(&root, session)? {
            Some(calendar) => found.push(calendar),
            None => whole = false,
        }
    }
    Ok(whole.then_some(found))
}

/// Reads a calendar for a command that needs none of its errors; nothing when it can't be
/// understood, and then what keeps it from being was printed in this form.
///
/// # Errors
/// When it can't be read at all.
pub(super) fn understood(
    root: &Path,
    form: CheckFormat,
    session: &mut Session<'_>,
) -> Result<Option<(Workspace, Lang)>, Failure> {
    let loaded = session.load(root)?;
    let lang = session.lang_of(Some(&loaded));
    let read = rules::judge(loaded.findings.clone(), None).findings;
    if loaded.workspace.is_some() && !rules::is_unreadable(&read) {
        return Ok(loaded.workspace.map(|ws| (ws, lang)));
    }
    let faults: Vec<Judged> = read.into_iter().filter(rules::keeps_from_reading).collect();
    let text = match form {
        CheckFormat::Human => human(&faults, &session.sources, &session.look(lang)),
        CheckFormat::Concise => concise(&faults, &session.sources, lang),
        CheckFormat::Json => {
            let tally = Tally { files: loaded.files.len(), misread: 1, ..Tally::of(&faults) };
            json(&faults, &tally, &session.sources, lang)
        }
    };
    session.print(&text);
    Ok(None)
}

fn print_faults(checked: &Checked, lang: Lang, session: &mut Session<'_>) {
    let text = human(&checked.findings, &session.sources, &session.look(lang));
    session.print(&text);
    if !session.global.quiet {
        session.print(&summary(&checked.tally, lang));
    }
}
