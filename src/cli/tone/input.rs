//! The text to hear: given, in a file, or piped in; every byte of it is kept.

use crate::cli::args::Tone;
use crate::cli::count::input::{STDIN, open_or, whole};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::lang::{Lang, Text};
use crate::load;
use crate::source::{At, Loc, SourceId, Span};
use std::path::{Path, PathBuf};

/// A text, and where it came from.
pub(super) struct Input {
    /// What it is called.
    pub name: String,
    /// The text, with its byte-order mark if it has one.
    pub text: String,
    /// The file to write corrections to; none means that they are printed.
    pub path: Option<PathBuf>,
}

/// The text to hear.
///
/// # Errors
/// When nothing is given, it cannot be read, or it is a calendar and no text.
pub(super) fn read(args: &Tone, session: &Session<'_>) -> Result<Input, Failure> {
    let input = given(args, session)?;
    let is_blank = input.text.trim_start_matches('\u{feff}').trim().is_empty();
    match (is_blank, input.path.is_some()) {
        (false, _) => Ok(input),
        (true, true) => Err(empty(&input.name)),
        (true, false) => Err(nothing_given()),
    }
}

fn given(args: &Tone, session: &Session<'_>) -> Result<Input, Failure> {
    if let Some(text) = &args.text {
        return Ok(Input { name: String::new(), text: text.clone(), path: None });
    }
    let file = args.file.as_deref().filter(|file| *file != Path::new("-"));
    if let Some(file) = file.filter(|file| is_toml(file)) {
        return Err(no_text(&load::slashes(file)));
    }
    let (reader, shown) = open_or(args.file.as_deref(), session, nothing_given)?;
    let bytes = whole(reader, &shown, Failure::new)?;
    let marked = bytes.starts_with("\u{feff}".as_bytes());
    let decoded = load::decoded(bytes, &shown)?;
    let text = match marked {
        true => format!("\u{feff}{decoded}"),
        false => decoded,
    };
    let path = file.map(|file| session.env.current_dir.join(file));
    let name = if path.is_some() { shown } else { STDIN.to_owned() };
    Ok(Input { name, text, path })
}

impl Input {
    /// A text of the command line is called so in the language that is spoken.
    pub(super) fn named(mut self, lang: Lang) -> Self {
        if self.name.is_empty() {
            self.name = match lang {
                Lang::En => "text".to_owned(),
                Lang::Fr => "texte".to_owned(),
            };
        }
        self
    }

    /// Takes the text in among the files of the run: its words, at their place.
    pub(super) fn words(&self, session: &mut Session<'_>) -> Loc<String> {
        let source: SourceId = session.sources.add(self.name.as_str(), self.text.as_str());
        let text = session.sources.get(source).text().to_owned();
        let span = Span::new(0..text.len());
        Loc::new(text, At { source, span })
    }
}

fn is_toml(file: &Path) -> bool {
    file.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// A calendar or a tone is read by other commands.
fn no_text(shown: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{shown} is a file of settings, not a text to publish"),
            Lang::Fr => format!("{shown} est un fichier de réglages, pas un texte à publier"),
        }),
        Text::of(|lang| {
            match lang {
                Lang::En => "`edito check` reads the posts of your calendar, `edito tone --test` tries the rules of your tone",
                Lang::Fr => "`edito check` lit les publications de votre calendrier, `edito tone --test` essaie les règles de votre ton",
            }
            .to_owned()
        }),
    )
}

/// A file without a word.
fn empty(shown: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{shown} is empty: there is nothing to read in it"),
            Lang::Fr => format!("{shown} est vide\u{a0}: il n’y a rien à lire"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "write your text in it and save it, then run this again".to_owned(),
            Lang::Fr => "écrivez-y votre texte et enregistrez-le, puis recommencez".to_owned(),
        }),
    )
}

fn nothing_given() -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => "there is no text to read".to_owned(),
            Lang::Fr => "il n’y a pas de texte à lire".to_owned(),
        }),
        Text::of(|lang| {
            match lang {
            Lang::En => {
                "name a file, write `--text \"…\"`, `--post ID` for a post of the calendar, or `-` to type it here and end with Ctrl-D"
                    .to_owned()
            }
            Lang::Fr => {
                "nommez un fichier, écrivez `--text \"…\"`, `--post ID` pour une publication du calendrier, ou `-` pour le taper ici et finir par Ctrl-D"
                    .to_owned()
            }
        }
        }),
    )
}
