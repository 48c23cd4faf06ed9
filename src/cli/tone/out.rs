//! Where a result goes: on the screen, or in the file of `-o`.

use super::input::Input;
use crate::cli::args;
use crate::cli::colour::Colour;
use crate::cli::failure::Failure;
use crate::cli::form::form_of;
use crate::cli::run::painted;
use crate::cli::session::Session;
use crate::cli::values::CheckFormat;
use crate::cli::write::real;
use crate::lang::{Lang, Text};
use crate::load::slashes;
use crate::render::findings::Look;
use std::path::Path;

/// Columns of a report in a file.
const PAGE: usize = 100;

/// Where a report goes, and in which form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Out<'a> {
    /// The file; none means stdout.
    file: Option<&'a Path>,
    /// The form.
    pub form: CheckFormat,
}

/// The file of `-o`; none means stdout.
pub(super) fn file(args: &args::Tone) -> Option<&Path> {
    args.output.as_deref().filter(|path| *path != Path::new("-"))
}

impl<'a> Out<'a> {
    /// Where the report goes. With `--fix`, the file of `-o` is that of the text.
    ///
    /// # Errors
    /// When the name of the file says no form, or another one than the one asked for.
    pub(super) fn of(args: &'a args::Tone) -> Result<Self, Failure> {
        let file = file(args).filter(|_| !args.fix);
        Ok(Self { file, form: form_of(args.format, file)? })
    }

    /// How findings look there.
    pub(super) fn look(&self, lang: Lang, session: &Session<'_>) -> Look {
        let look = session.look(lang);
        match self.file {
            Some(_) => Look { width: PAGE, ..look },
            None => look,
        }
    }

    /// Puts the report there.
    ///
    /// # Errors
    /// When the file cannot be written, or is one that was read.
    pub(super) fn put(
        &self,
        text: &str,
        input: Option<&Input>,
        session: &mut Session<'_>,
    ) -> Result<(), Failure> {
        let Some(path) = self.file else {
            session.print(text);
            return Ok(());
        };
        write(path, &painted(text, Colour::Off), input, session)
    }
}

/// Writes a result that is not the text itself.
///
/// # Errors
/// When the file cannot be written, or is one that was read.
pub(super) fn write(
    path: &Path,
    bytes: &[u8],
    input: Option<&Input>,
    session: &Session<'_>,
) -> Result<(), Failure> {
    if input.is_some_and(|input| input.is_at(path, session)) {
        return Err(the_text_itself(&slashes(path)));
    }
    session.write(path, bytes)
}

impl Input {
    /// Whether the text comes from this file.
    pub(super) fn is_at(&self, path: &Path, session: &Session<'_>) -> bool {
        let path = session.env.current_dir.join(path);
        self.path.as_ref().is_some_and(|own| real(own) == real(&path))
    }
}

fn the_text_itself(name: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{name} is the text itself: it is not overwritten"),
            Lang::Fr => format!("{name} est le texte lui-même\u{a0}: il n’est pas écrasé"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "choose another name to write to".to_owned(),
            Lang::Fr => "choisissez un autre nom pour écrire".to_owned(),
        }),
    )
}
