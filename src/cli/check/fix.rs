//! `check --fix` and `check --diff`.

use super::{agreed, every};
use crate::cli::args::Check;
use crate::cli::checked::Checked;
use crate::cli::failure::Failure;
use crate::cli::fix::{Mends, corrections, for_stdout};
use crate::cli::session::Session;
use crate::lang::Lang;
use crate::source::Sources;
use std::collections::BTreeMap;

/// How often files are corrected and read again: a correction may make room for another.
const ROUNDS: usize = 8;

/// Corrects what can be, says so, and checks what is left.
pub(super) fn fixed(
    args: &Check,
    session: &mut Session<'_>,
) -> Result<(Vec<Checked>, Vec<Failure>), Failure> {
    let mut done = BTreeMap::new();
    let mut rounds = 0;
    loop {
        let (checked, failures) = every(args, session)?;
        let mends = Mends::join(checked.iter().map(|one| &one.mends));
        let made = match mends.is_empty() || rounds == ROUNDS {
            true => None,
            false => Some(mends.make(&mut done)),
        };
        if let Some(Ok(())) = made {
            rounds += 1;
            session.sources = Sources::default();
            continue;
        }
        let lang = agreed(&checked, session);
        if done.is_empty() && !matches!(made, Some(Err(_))) {
            session.tell(nothing_to_correct(lang));
        }
        for (name, many) in &done {
            session.tell(&corrections(*many, name, lang));
        }
        if let Some(left) = mends.left_alone(lang) {
            session.tell(&left);
        }
        if let Some(Err(failure)) = made {
            return Err(failure);
        }
        return Ok((checked, failures));
    }
}

const fn nothing_to_correct(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nothing to correct\n",
        Lang::Fr => "rien à corriger\n",
    }
}

/// Prints the corrections as a diff: 1 when there are some, 2 when something could not be read.
pub(super) fn show_diff(
    checked: &[Checked],
    failures: &[Failure],
    args: &Check,
    session: &mut Session<'_>,
) -> u8 {
    let mends = Mends::join(checked.iter().map(|one| &one.mends));
    let diff = for_stdout(&mends.diff(), session);
    session.print_raw(diff.as_bytes());
    let lang = agreed(checked, session);
    if mends.is_empty() {
        session.tell(nothing_to_correct(lang));
    }
    if let Some(left) = mends.left_alone(lang) {
        session.tell(&left);
    }
    match failures.iter().map(|failure| session.tell_failure(failure)).count() {
        0 => u8::from(!mends.is_empty() && !args.exit_zero),
        _ => 2,
    }
}
