//! The words around a help screen: headings, and the notes in brackets.

use crate::lang::{Lang, Phrase};

/// The heading of the line that shows how a command is typed, with its colon.
pub const USAGE: Phrase = Phrase { en: "Usage:", fr: "Utilisation\u{a0}:" };

/// The heading of the commands. Headings go without colon: clap adds it.
pub const COMMANDS: Phrase = Phrase { en: "Commands", fr: "Commandes\u{a0}" };

/// The heading of the arguments.
pub const ARGUMENTS: Phrase = Phrase { en: "Arguments", fr: "Arguments\u{a0}" };

/// The heading of a command's own options.
pub const OPTIONS: Phrase = Phrase { en: "Options", fr: "Options\u{a0}" };

/// The heading of the options that every command takes.
pub const SHARED: Phrase = Phrase { en: "Options of every command", fr: "Options communes\u{a0}" };

/// The heading of the examples, with its colon.
pub const EXAMPLES: Phrase = Phrase { en: "Examples:", fr: "Exemples\u{a0}:" };

/// What stands for a command in a usage line.
pub const COMMAND: Phrase = Phrase { en: "COMMAND", fr: "COMMANDE" };

/// The note on the value an option has when it is not given.
#[must_use]
pub fn default_value(lang: Lang, value: &str) -> String {
    match lang {
        Lang::En => format!("default: {value}"),
        Lang::Fr => format!("par\u{a0}défaut\u{a0}: {value}"),
    }
}
