//! What to type instead of what was typed: the nearest known word, or the words there are.

use clap::Command;
use clap::error::{ContextKind, ErrorKind};

use super::usage::{text, texts};
use crate::lang::{Lang, list_or};

/// The advice that follows a fault in the command `at`, a phrase; `None` when there is none to give.
///
/// `root` is the whole command line, built.
pub(super) fn advice(
    root: &Command,
    at: &Command,
    error: &clap::Error,
    lang: Lang,
) -> Option<String> {
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let typed = text(error, ContextKind::InvalidSubcommand)?;
            let near = nearest(&typed, root.get_subcommands().map(Command::get_name))?;
            Some(did_you_mean(near, lang))
        }
        ErrorKind::UnknownArgument => {
            let typed = text(error, ContextKind::InvalidArg)?;
            option(root, at, typed.strip_prefix("--")?, lang)
        }
        ErrorKind::InvalidValue => value(error, lang),
        _ => None,
    }
}

/// For an unknown `--long`: the command that has it, else the nearest option here.
fn option(root: &Command, at: &Command, long: &str, lang: Lang) -> Option<String> {
    if let Some(owner) = owner(root, long) {
        return Some(match lang {
            Lang::En => format!("`--{long}` is an option of `{owner}`"),
            Lang::Fr => format!("`--{long}` est une option de `{owner}`"),
        });
    }
    let known = at.get_arguments().filter_map(|arg| arg.get_long());
    let near = nearest(long, known)?;
    Some(did_you_mean(&format!("--{near}"), lang))
}

/// For a value off the list: the list.
fn value(error: &clap::Error, lang: Lang) -> Option<String> {
    let all = texts(error, ContextKind::ValidValue);
    if all.is_empty() {
        return None;
    }
    let all: Vec<String> = all.iter().map(|name| format!("`{name}`")).collect();
    let all = list_or(lang, &all);
    Some(match lang {
        Lang::En => format!("it takes {all}"),
        Lang::Fr => format!("choisissez {all}"),
    })
}

fn did_you_mean(near: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("did you mean `{near}`?"),
        Lang::Fr => format!("vouliez-vous dire `{near}`\u{202f}?"),
    }
}

/// The known word that a typing error may have turned into `typed`: a third of its letters wrong
/// at most.
fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|name| (strsim::damerau_levenshtein(typed, name), name))
        .filter(|(distance, name)| *distance <= name.len().min(typed.len()).div_ceil(3))
        .min()
        .map(|(_, name)| name)
}

/// The first command that has the option `--long`, as it is typed.
fn owner<'a>(root: &'a Command, long: &str) -> Option<&'a str> {
    root.get_subcommands()
        .find(|sub| sub.get_arguments().any(|arg| arg.get_long() == Some(long)))
        .and_then(Command::get_bin_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_typing_errors_are_near() {
        let known = || ["check", "plan", "why"].into_iter();
        assert_eq!(nearest("chekc", known()), Some("check"));
        assert_eq!(nearest("plna", known()), Some("plan"));
        assert_eq!(nearest("publish", known()), None);
        assert_eq!(nearest("", known()), None);
    }
}
