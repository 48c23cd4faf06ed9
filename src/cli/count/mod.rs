//! `count`: how long a text is on each network, what counts and what is too much.
//!
//! It is a check: 1 when something does not fit. With `--jsonl` it is a converter, whose answers
//! say themselves what fits.

pub(super) mod input;
mod jsonl;
mod post;
pub(super) mod targets;

use super::args;
use super::failure::Failure;
use super::session::Session;
use crate::lang::Lang;
use crate::render::count::{Detail, Look, Row, answer, render};
use crate::render::plan::Ink;

use super::values::CountFormat;

/// Counts.
///
/// # Errors
/// When there is nothing to count, it cannot be read, or a network or post is not known.
pub fn run(args: &args::Count, session: &mut Session<'_>) -> Result<u8, Failure> {
    if args.jsonl {
        return jsonl::run(args.file.as_deref(), session);
    }
    let (rows, lang, detail) = match &args.post {
        Some(post) => match post::rows(post, session)? {
            Some((rows, lang)) => (rows, lang, Detail::Brief),
            None => return Ok(1),
        },
        None => targets::rows(args, session)?,
    };
    let form = args.format.unwrap_or_default();
    show(&rows, form, lang, detail, session);
    Ok(u8::from(rows.iter().any(|row| !row.fit.is_fine())))
}

fn show(rows: &[Row], form: CountFormat, lang: Lang, detail: Detail, session: &mut Session<'_>) {
    match form {
        CountFormat::Json => {
            for row in rows {
                session.print(&answer(row.answer()));
            }
        }
        CountFormat::Human => {
            let look = Look {
                lang,
                columns: session.width(),
                ink: if session.global.ascii { Ink::Ascii } else { Ink::Unicode },
                detail: if session.global.quiet { Detail::None } else { detail },
            };
            session.print(&render(rows, look));
        }
    }
}
