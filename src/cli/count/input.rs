//! The text to count: given, in a file, or piped in.

use crate::cli::args::Count;
use crate::cli::env::{Attached, Env};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::lang::{Lang, Text};
use crate::load::{self, MAX_BYTES};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// What stdin is called in messages.
pub(in crate::cli) const STDIN: &str = "stdin";

/// The text to count. Windows line ends are taken for plain ones; the line end that closes a file
/// is not part of the text.
///
/// # Errors
/// When nothing is given, or it cannot be read.
pub(super) fn text(args: &Count, session: &Session<'_>) -> Result<String, Failure> {
    if let Some(text) = &args.text {
        return Ok(text.replace("\r\n", "\n"));
    }
    let (reader, shown) = open(args.file.as_deref(), session)?;
    let bytes = whole(reader, &shown, |message| Failure::with_help(message, one_at_a_time()))?;
    let mut text = load::decoded(bytes, &shown)?.replace("\r\n", "\n");
    if text.ends_with('\n') {
        text.pop();
    }
    Ok(text)
}

/// What a file, `-` or a pipe holds, and what it is called.
///
/// # Errors
/// When there is no such file, or no file is named and nothing is piped in.
pub(super) fn open(
    file: Option<&Path>,
    session: &Session<'_>,
) -> Result<(Box<dyn BufRead>, String), Failure> {
    open_or(file, session, nothing_given)
}

/// The same, with what is said when there is nothing to read.
///
/// # Errors
/// As [`open`].
pub(in crate::cli) fn open_or(
    file: Option<&Path>,
    session: &Session<'_>,
    nothing_given: fn() -> Failure,
) -> Result<(Box<dyn BufRead>, String), Failure> {
    match file.filter(|file| *file != Path::new("-")) {
        Some(file) => {
            let shown = load::slashes(file);
            let opened = load::open(&session.env.current_dir.join(file), &shown)?;
            Ok((Box::new(BufReader::with_capacity(1 << 16, opened)), shown))
        }
        None if file.is_none() && session.env.stdin == Attached::Terminal => Err(nothing_given()),
        None => Ok((Env::real_stdin(), STDIN.to_owned())),
    }
}

/// Everything that is to be read; `too_large` words the failure of what is too much.
///
/// # Errors
/// When it cannot be read, or is larger than [`MAX_BYTES`].
pub(in crate::cli) fn whole(
    reader: impl Read,
    shown: &str,
    too_large: impl FnOnce(Text) -> Failure,
) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = reader.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| load::unreadable(shown, &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
        let mib = MAX_BYTES >> 20;
        return Err(too_large(Text::of(|lang| match lang {
            Lang::En => format!("{shown} is too large: at most {mib} MiB are read"),
            Lang::Fr => format!("{shown} est trop gros\u{a0}: {mib} Mio au plus sont lus"),
        })));
    }
    Ok(bytes)
}

fn nothing_given() -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => "there is no text to count".to_owned(),
            Lang::Fr => "il n’y a pas de texte à compter".to_owned(),
        }),
        Text::of(|lang| {
            match lang {
            Lang::En => {
                "name a file, write `--text \"…\"`, or `-` to type it here and end with Ctrl-D"
                    .to_owned()
            }
            Lang::Fr => {
                "nommez un fichier, écrivez `--text \"…\"`, ou `-` pour le taper ici et finir par Ctrl-D"
                    .to_owned()
            }
        }
        }),
    )
}

fn one_at_a_time() -> Text {
    Text::of(|lang| match lang {
        Lang::En => "count one post at a time, or many with `--jsonl`".to_owned(),
        Lang::Fr => "comptez une publication à la fois, ou beaucoup avec `--jsonl`".to_owned(),
    })
}
