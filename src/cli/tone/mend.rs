//! `--fix` and `--diff` for a text: what can be corrected without changing what it says.

use super::about::{Place, circumstances};
use super::brand::Brand;
use super::input::Input;
use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::fix::{corrections, write_checked};
use crate::cli::session::Session;
use crate::edit::{Edit, apart, applied, between, unified};
use crate::lang::Lang;
use crate::rules::{Facts, of_text};

/// How often a text is heard again: a correction may make room for another.
const ROUNDS: usize = 8;

/// A text with its corrections.
pub(super) struct Mended {
    /// The text, with its byte-order mark if it has one.
    pub text: String,
    /// How many corrections there are.
    pub done: usize,
}

/// The text with every correction that changes no meaning.
pub(super) fn mended(
    input: &Input,
    args: &args::Tone,
    brand: &Brand,
    place: Place,
    session: &mut Session<'_>,
) -> Mended {
    let body = input.text.trim_start_matches('\u{feff}');
    let mark = input.text.strip_suffix(body).unwrap_or_default();
    let mut text = body.to_owned();
    let mut done = 0;
    for _ in 0..ROUNDS {
        let now = Input { name: input.name.clone(), text: text.clone(), path: None };
        let words = now.words(session);
        let about = circumstances(&words.value, args.text_lang, place, &brand.ws);
        let facts = Facts::new(&brand.ws, &session.sources, session.now);
        let spoken = of_text(&facts, &words, &about);
        let mends = spoken.told().filter_map(|finding| finding.fix.as_ref());
        let edits = mends.map(|mend| Edit { range: mend.at.span.range(), text: mend.text.clone() });
        let edits = apart(&text, edits);
        if edits.is_empty() {
            break;
        }
        text = applied(&text, &edits);
        done += edits.len();
    }
    Mended { text: format!("{mark}{text}"), done }
}

/// Prints the corrections as a diff: 1 when there are some.
pub(super) fn show(input: &Input, mended: &Mended, lang: Lang, session: &mut Session<'_>) -> u8 {
    let edits = between(&input.text, &mended.text);
    let diff = unified(&input.name, &input.text, &edits);
    session.print_raw(crate::cli::fix::for_stdout(&diff, session).as_bytes());
    if edits.is_empty() {
        session.tell(&corrections(0, &input.name, lang));
    }
    u8::from(!edits.is_empty())
}

/// Writes the corrections where the text came from, and says how many there are.
///
/// # Errors
/// When the file changed meanwhile, or cannot be written.
pub(super) fn keep(
    input: &Input,
    mended: &Mended,
    lang: Lang,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    if let Some(path) = input.path.as_ref().filter(|_| mended.done > 0) {
        write_checked(path, &input.name, input.text.as_bytes(), mended.text.as_bytes())?;
    }
    session.tell(&corrections(mended.done, &input.name, lang));
    Ok(())
}
