//! What could not be done: exit code 2.

use crate::lang::{Lang, Text, system_error};
use crate::load::Refusal;
use crate::render::wrap::{columns, wrap};

/// Why a command could not do its work, and what to do about it.
#[derive(Clone, Debug)]
pub struct Failure {
    message: Text,
    help: Option<Text>,
}

impl Failure {
    /// A failure without a remedy.
    #[must_use]
    pub fn new(message: Text) -> Self {
        Self { message, help: None }
    }

    /// A failure with what to do.
    #[must_use]
    pub fn with_help(message: Text, help: Text) -> Self {
        Self { message, help: Some(help) }
    }

    /// A file that cannot be written.
    #[must_use]
    pub fn write(path: &std::path::Path, error: &std::io::Error) -> Self {
        let path = crate::load::slashes(path);
        let why = system_error(error);
        Self::with_help(
            Text::of(|lang| match lang {
                Lang::En => format!("{path} cannot be written: {}", why.get(lang)),
                Lang::Fr => format!("{path} ne peut pas être écrit\u{a0}: {}", why.get(lang)),
            }),
            Text::of(|lang| match lang {
                Lang::En => {
                    "check the folder and your rights on it; nothing was changed".to_owned()
                }
                Lang::Fr => {
                    "vérifiez le dossier et vos droits\u{202f}; rien n’a été modifié".to_owned()
                }
            }),
        )
    }

    /// The lines to print, with styles, as long as they come.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        self.render_within(lang, usize::MAX)
    }

    /// The lines to print, with styles, none wider than `width` columns; the second line of a text
    /// stands under the first word of its first.
    #[must_use]
    pub fn render_within(&self, lang: Lang, width: usize) -> String {
        let (error, help) = match lang {
            Lang::En => ("error:", "help:"),
            Lang::Fr => ("erreur\u{a0}:", "aide\u{a0}:"),
        };
        let bold = anstyle::Style::new().bold();
        let red = bold.fg_color(Some(anstyle::AnsiColor::Red.into()));
        let lines = |label: &str, text: &Text| {
            let start = columns(label) + 1;
            let text = crate::text::clean(text.get(lang));
            wrap(&text, width.saturating_sub(start)).join(&format!("\n{}", " ".repeat(start)))
        };
        let mut out = format!("{red}{error}{red:#} {}\n", lines(error, &self.message));
        if let Some(text) = &self.help {
            out.push_str(&format!("{bold}{help}{bold:#} {}\n", lines(help, text)));
        }
        out
    }
}

impl Failure {
    /// The same, said of this file.
    #[must_use]
    pub fn about(self, path: &std::path::Path) -> Self {
        let (name, message) = (crate::load::slashes(path), self.message);
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{name}: {}", message.get(lang)),
            Lang::Fr => format!("{name}\u{a0}: {}", message.get(lang)),
        });
        Self { message, ..self }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self { message: refusal.message(), help: Some(refusal.help()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::env::{Attached, Env};
    use crate::cli::run::run;
    use std::io::{Error, ErrorKind};

    #[test]
    fn the_system_speaks_our_language() {
        let error = Error::from(ErrorKind::PermissionDenied);
        let failure = Failure::write(std::path::Path::new("a/b.ics"), &error);
        let plain = |lang| anstream::adapter::strip_str(&failure.render(lang)).to_string();
        assert!(
            plain(Lang::En)
                .starts_with("error: a/b.ics cannot be written: you have no right to do this\n")
        );
        let french = plain(Lang::Fr);
        assert!(french.contains("être écrit\u{a0}: vous n’en avez pas le droit\n"), "{french}");
    }

    #[test]
    fn a_terminal_gets_lines_that_fit_with_a_hanging_indent() {
        for (lang, start) in [("en", "      "), ("fr", "       ")] {
            let mut env = Env::bare();
            env.stderr = Attached::Terminal;
            env.width = 60;
            let words = ["edito", "init", "--lang", lang, "--color", "never"];
            let asked = ["--name", "A", "--channel", "qqqqqq"];
            let argv: Vec<_> = words.iter().chain(&asked).map(Into::into).collect();
            let said = String::from_utf8(run(&argv, &env).stderr).unwrap();
            assert!(said.lines().count() > 3, "{said}");
            for line in said.lines() {
                let begins = line.starts_with(start) || line.contains(':');
                assert!(columns(line) <= 60 && begins, "{said}");
            }
            env.stderr = Attached::Elsewhere;
            let said = String::from_utf8(run(&argv, &env).stderr).unwrap();
            assert_eq!(said.lines().count(), 2, "{said}");
        }
    }
}
