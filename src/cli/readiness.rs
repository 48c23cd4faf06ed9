//! A calendar read for a command that needs it whole: a fault of syntax, structure or reference
//! is printed, and the command does not do its work.

use super::checked::{Checked, Sieve, judged};
use super::failure::Failure;
use super::recall::recall;
use super::session::Session;
use super::values::CheckFormat;
use crate::diagnostic::{Judged, Level};
use crate::lang::{Lang, Phrase, count};
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

/// What a command wants a calendar for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// `plan`.
    Plan,
    /// `export`.
    Export,
    /// `why`.
    Why,
    /// `slots`.
    Slots,
    /// `mix`.
    Mix,
    /// `report`.
    Report,
    /// `count` of a post.
    Count,
    /// `verify`.
    Verify,
}

/// Reads a calendar; nothing when it can't be understood, and then what keeps it from being was
/// printed, and that the work was not done was told.
///
/// # Errors
/// When it can't be read at all.
pub fn ready(root: &Path, work: Work, session: &mut Session<'_>) -> Result<Option<Ready>, Failure> {
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
            print_faults(checked, (lang, work), session);
            Ok(None)
        }
    }
}

/// Reads every calendar of the run; nothing when one can't be understood, and then the faults of all
/// were printed.
///
/// # Errors
/// When one can't be read at all.
pub(super) fn all_ready(
    work: Work,
    session: &mut Session<'_>,
) -> Result<Option<Vec<Ready>>, Failure> {
    let mut found = Vec::new();
    let mut whole = true;
    for root in session.roots()? {
        match ready(&root, work, session)? {
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

/// Only what keeps the files from being understood: the rest is `check`'s business.
fn print_faults(checked: Checked, (lang, work): (Lang, Work), session: &mut Session<'_>) {
    let Checked { mut findings, tally, .. } = checked;
    findings.retain(rules::keeps_from_reading);
    let Tally { files, posts, misread, .. } = tally;
    let tally = Tally { files, posts, misread, ..Tally::of(&findings) };
    let text = human(&findings, &session.sources, &session.look(lang));
    session.print(&text);
    if !session.global.quiet {
        session.print(&summary(&tally, lang));
    }
    session.tell(&format!("{}\n", undone(work, findings.len(), lang)));
}

/// `the plan was not made: 1 error to mend first`.
fn undone(work: Work, errors: usize, lang: Lang) -> String {
    let said = not_done(work).get(lang);
    match lang {
        Lang::En => format!("{said}: {} to mend first", count(lang, errors, "error", "errors")),
        Lang::Fr => {
            format!("{said}\u{a0}: {} à corriger d’abord", count(lang, errors, "erreur", "erreurs"))
        }
    }
}

const fn not_done(work: Work) -> Phrase {
    match work {
        Work::Plan => Phrase { en: "the plan was not made", fr: "le plan n’a pas été fait" },
        Work::Export => {
            Phrase { en: "the plan was not exported", fr: "le plan n’a pas été exporté" }
        }
        Work::Why => {
            Phrase { en: "the slot was not explained", fr: "le créneau n’a pas été expliqué" }
        }
        Work::Slots => Phrase {
            en: "the posting times were not worked out",
            fr: "les heures de publication n’ont pas été étudiées",
        },
        Work::Mix => Phrase { en: "the mix was not counted", fr: "le mix n’a pas été compté" },
        Work::Report => {
            Phrase { en: "the report was not made", fr: "le bilan n’a pas été fait" }
        }
        Work::Count => Phrase { en: "nothing was counted", fr: "rien n’a été compté" },
        Work::Verify => {
            Phrase { en: "the plan was not verified", fr: "le plan n’a pas été vérifié" }
        }
    }
}

#[cfg(test)]
mod tests {
    const TWO_FAULTS: &str = "[calendar]\ntimezone = \"Europe/Paris\"\nlang = \"fr\"\n\
        [channels.x]\nnetwork = \"x\"\ncadence = { per_week = { min = 3 } }\n\
        [[post]]\nid = \"a\"\ntitle = \"A\"\ndate = 2026-11-24\non.instagram = {}\n";

    fn said(command: &[&str]) -> (String, String, u8) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("calendar.toml");
        crate::cli::write::write(&path, TWO_FAULTS.as_bytes()).unwrap();
        let env = crate::cli::env::Env::bare();
        let name = path.to_str().unwrap();
        let now = ["--calendar", name, "--now", "2026-11-21T10:00:00+01:00"];
        let argv = [&["edito"], command, &now].concat();
        let argv: Vec<std::ffi::OsString> = argv.into_iter().map(Into::into).collect();
        let reply = crate::cli::run::run(&argv, &env);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (text(reply.stdout), text(reply.stderr), reply.code)
    }

    #[test]
    fn only_what_keeps_the_work_from_being_done_is_shown_and_that_it_was_not() {
        for (command, undone) in [
            (&["plan"][..], "le plan n’a pas été fait"),
            (&["export", "ics"], "le plan n’a pas été exporté"),
            (&["why", "a"], "le créneau n’a pas été expliqué"),
            (&["slots"], "les heures de publication n’ont pas été étudiées"),
            (&["mix"], "le mix n’a pas été compté"),
            (&["report"], "le bilan n’a pas été fait"),
            (&["count", "--post", "a"], "rien n’a été compté"),
        ] {
            let (out, err, code) = said(command);
            assert_eq!(code, 1, "{command:?}: {err}");
            assert!(out.contains("instagram"), "{out}");
            assert!(!out.contains("conseil") && !out.contains("avertissement"), "{out}");
            assert_eq!(
                err,
                format!("{undone}\u{a0}: 1 erreur à corriger d’abord\n"),
                "{command:?}"
            );
        }
        assert_eq!(said(&["plan", "--quiet"]).1, "");
    }
}
