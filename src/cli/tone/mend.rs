//! `--fix` and `--diff` for a text: what can be corrected without changing what it says.

use super::about::{Place, circumstances};
use super::brand::Brand;
use super::input::Input;
use super::out;
use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::fix::{corrections, for_stdout, write_checked};
use crate::cli::session::Session;
use crate::edit::{Edit, apart, applied, between, sides, unified};
use crate::lang::{Lang, Text};
use crate::load::slashes;
use crate::rules::{Facts, of_text};
use crate::tone::Wanted;

/// How often a text is heard again at most, whatever two rules want of each other: a correction may
/// make room for another.
const ROUNDS: usize = 16;

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
    let mut first = None;
    for round in 0..=ROUNDS {
        let now = Input { name: input.name.clone(), text: text.clone(), path: None };
        let words = now.words(session);
        let about = circumstances(&words.value, args.text_lang, place, &brand.ws);
        let facts = Facts::new(&brand.ws, &session.sources, session.now).wanting(Wanted::All);
        let spoken = of_text(&facts, &words, &about);
        let mends = spoken.told().filter_map(|finding| finding.fix.as_ref());
        let edits = mends.map(|mend| Edit { range: mend.at.span.range(), text: mend.text.clone() });
        let edits = apart(&text, edits);
        if edits.is_empty() {
            break;
        }
        // Rules that undo each other never end: then each has had its say once.
        if round == ROUNDS {
            (text, done) = first.unwrap_or((text, done));
            break;
        }
        text = applied(&text, &edits);
        done += edits.len();
        first.get_or_insert_with(|| (text.clone(), done));
    }
    Mended { text: format!("{mark}{text}"), done }
}

/// Shows the corrections as a diff: 1 when there are some.
///
/// # Errors
/// When the file of `-o` cannot be written.
pub(super) fn show(
    input: &Input,
    mended: &Mended,
    args: &args::Tone,
    lang: Lang,
    session: &mut Session<'_>,
) -> Result<u8, Failure> {
    let edits = between(&input.text, &mended.text);
    let names = match &input.path {
        Some(_) => sides(&input.name),
        None => [input.name.clone(), input.name.clone()],
    };
    let diff = unified([&names[0], &names[1]], &input.text, &edits);
    match out::file(args) {
        Some(path) => out::write(path, diff.as_bytes(), Some(input), session)?,
        None => session.print_raw(for_stdout(&diff, session).as_bytes()),
    }
    if edits.is_empty() {
        session.tell(&corrections(0, &input.name, lang));
    }
    Ok(u8::from(!edits.is_empty()))
}

/// Whether the corrected text is printed: it comes from no file, or `-o -` asks for it.
pub(super) fn to_stdout(input: &Input, args: &args::Tone) -> bool {
    match &args.output {
        Some(_) => out::file(args).is_none(),
        None => input.path.is_none(),
    }
}

/// Writes the corrected text to the file of `-o`, else where it came from, and says how many
/// corrections there are. What comes back is the text as it is now, and where.
///
/// # Errors
/// When the file changed meanwhile, or cannot be written.
pub(super) fn keep(
    input: Input,
    mended: Mended,
    args: &args::Tone,
    lang: Lang,
    session: &mut Session<'_>,
) -> Result<Input, Failure> {
    let after = mended.text.as_bytes();
    let mut name = input.name.clone();
    match (out::file(args).filter(|path| !input.is_at(path, session)), &input.path) {
        (Some(path), _) => {
            session.write(path, after)?;
            name = slashes(path);
        }
        (None, Some(path)) if mended.done > 0 && !to_stdout(&input, args) => {
            write_checked(path, &input.name, input.text.as_bytes(), after)?;
        }
        _ => {}
    }
    session.tell(&corrections(mended.done, &name, lang));
    Ok(Input { name, text: mended.text, path: input.path })
}

/// A report and a corrected text do not both go to stdout.
pub(super) fn two_results() -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => {
                "`--fix` prints the corrected text here, so `--format` has no room".to_owned()
            }
            Lang::Fr => "`--fix` affiche ici le texte corrigé\u{a0}: `--format` n’y a pas sa place"
                .to_owned(),
        }),
        Text::of(|lang| match lang {
            Lang::En => {
                "write the text to a file with `-o FILE`, or ask for one of the two".to_owned()
            }
            Lang::Fr => {
                "écrivez le texte dans un fichier avec `-o FICHIER`, ou demandez l’un des deux"
                    .to_owned()
            }
        }),
    )
}
