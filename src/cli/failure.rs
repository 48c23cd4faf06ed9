//! What could not be done: exit code 2.

use crate::lang::{Lang, Phrase, Text};
use crate::load::Refusal;

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
        Self::with_help(
            Text::of(|lang| match lang {
                Lang::En => format!("{path} cannot be written: {}", reason(lang, error)),
                Lang::Fr => {
                    format!("{path} ne peut pas être écrit\u{a0}: {}", reason(lang, error))
                }
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

    /// The lines to print, with styles.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let (error, help) = match lang {
            Lang::En => ("error:", "help:"),
            Lang::Fr => ("erreur\u{a0}:", "aide\u{a0}:"),
        };
        let bold = anstyle::Style::new().bold();
        let red = bold.fg_color(Some(anstyle::AnsiColor::Red.into()));
        let clean = crate::text::clean;
        let mut out = format!("{red}{error}{red:#} {}\n", clean(self.message.get(lang)));
        if let Some(text) = &self.help {
            out.push_str(&format!("{bold}{help}{bold:#} {}\n", clean(text.get(lang))));
        }
        out
    }
}

/// Why the system refused, in words; those of the system itself where there are none of ours.
fn reason(lang: Lang, error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    let own = match error.kind() {
        ErrorKind::NotFound => {
            Phrase { en: "there is no such folder", fr: "ce dossier n’existe pas" }
        }
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Phrase {
            en: "a file is where a folder should be",
            fr: "un fichier se trouve à la place d’un dossier",
        },
        ErrorKind::IsADirectory => Phrase { en: "it is a folder", fr: "c’est un dossier" },
        ErrorKind::PermissionDenied => Phrase {
            en: "you have no right to write there",
            fr: "vous n’avez pas le droit d’y écrire",
        },
        ErrorKind::ReadOnlyFilesystem => Phrase {
            en: "this disk can only be read",
            fr: "ce disque n’est accessible qu’en lecture",
        },
        ErrorKind::StorageFull => Phrase { en: "the disk is full", fr: "le disque est plein" },
        _ => return error.to_string(),
    };
    own.get(lang).to_owned()
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self { message: refusal.message(), help: Some(refusal.help()) }
    }
}
