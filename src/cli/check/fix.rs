//! `check --fix` and `check --diff`.

use super::{agreed, every};
use crate::cli::args::Check;
use crate::cli::checked::Checked;
use crate::cli::failure::Failure;
use crate::cli::fix::{Corrected, Mends, corrections, for_stdout};
use crate::cli::session::Session;
use crate::lang::Lang;
use crate::source::Sources;

/// How often drafts are read again at most, whatever two rules want of each other: a correction may
/// make room for another.
const ROUNDS: usize = 16;

/// A calendar with everything corrected, not written yet.
struct Outcome {
    corrected: Corrected,
    /// What is said of what was left alone.
    left_alone: Option<String>,
    lang: Lang,
    failures: Vec<Failure>,
}

/// Corrects drafts until there is nothing left to correct.
fn outcome(args: &Check, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let mut corrected = Corrected::default();
    let mut first: Option<Corrected> = None;
    let mut rounds = 0;
    loop {
        session.sources = Sources::default();
        session.mending = Some(corrected.drafts());
        let (checked, failures) = every(args, session)?;
        let mends = Mends::join(checked.iter().map(|one| &one.mends));
        if !mends.is_empty() && rounds < ROUNDS {
            corrected.add(&mends)?;
            first.get_or_insert_with(|| corrected.clone());
            rounds += 1;
            continue;
        }
        // Rules that undo each other never end: then each has had its say once.
        if let Some(once) = first.filter(|_| !mends.is_empty()) {
            corrected = once;
        }
        session.mending = None;
        let lang = agreed(&checked, session);
        let left_alone = mends.left_alone(lang);
        return Ok(Outcome { corrected, left_alone, lang, failures });
    }
}

/// Corrects what can be, says so, and checks what is left.
pub(super) fn fixed(
    args: &Check,
    session: &mut Session<'_>,
) -> Result<(Vec<Checked>, Vec<Failure>), Failure> {
    let found = outcome(args, session)?;
    let mut done = Vec::new();
    let written = found.corrected.write(&mut done);
    if found.corrected.is_empty() {
        session.tell(nothing_to_correct(found.lang));
    }
    for (name, many) in &done {
        session.tell(&corrections(*many, name, found.lang));
    }
    if let Some(left) = &found.left_alone {
        session.tell(left);
    }
    written?;
    session.sources = Sources::default();
    every(args, session)
}

const fn nothing_to_correct(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nothing to correct\n",
        Lang::Fr => "rien à corriger\n",
    }
}

/// Prints the corrections as a diff: 1 when there are some, 2 when something could not be read.
pub(super) fn diff(args: &Check, session: &mut Session<'_>) -> Result<u8, Failure> {
    let found = outcome(args, session)?;
    let diff = for_stdout(&found.corrected.diff(), session);
    session.print_raw(diff.as_bytes());
    let nothing = found.corrected.is_empty();
    if nothing {
        session.tell(nothing_to_correct(found.lang));
    }
    if let Some(left) = &found.left_alone {
        session.tell(left);
    }
    Ok(match found.failures.iter().map(|failure| session.tell_failure(failure)).count() {
        0 => u8::from(!nothing && !args.exit_zero),
        _ => 2,
    })
}
