//! What is wrong with a command line, in both languages.
//!
//! clap finds the fault and its operands; the sentences are ours, with the nearest known word,
//! how the command is typed, and how to get help. Nothing that clap words reaches the screen.

use std::ffi::OsString;

use clap::Command;
use clap::builder::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::advice::advice;
use super::words;
use crate::lang::{Lang, list};

/// The report of a fault that clap found in `argv`, with ANSI colours and a line end.
///
/// `cmd` is the localised command line, built.
#[must_use]
pub fn report(cmd: &Command, argv: &[OsString], error: &clap::Error, lang: Lang) -> String {
    let style = Styles::styled();
    let (red, header, literal) = (style.get_error(), style.get_header(), style.get_literal());
    let at = place(cmd, argv);
    let label = match lang {
        Lang::En => "error:",
        Lang::Fr => "erreur\u{a0}:",
    };
    let mut text = format!("{red}{label}{red:#} {}\n", sentence(error, lang));
    if let Some(advice) = advice(cmd, at, error, lang) {
        text.push_str(&format!("  {advice}\n"));
    }
    let usage = typed_as(at);
    let heading = words::USAGE.get(lang);
    let help = match lang {
        Lang::En => "For help:",
        Lang::Fr => "Pour l’aide\u{a0}:",
    };
    let name = at.get_bin_name().unwrap_or("edito");
    text.push_str(&format!(
        "\n{header}{heading}{header:#} {usage}\n{header}{help}{header:#} {literal}{name} --help{literal:#}\n"
    ));
    text
}

/// The command at fault: the first word that names one and is not the value of an option.
fn place<'a>(cmd: &'a Command, argv: &[OsString]) -> &'a Command {
    let mut words = argv.iter().skip(1).filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let option = word.strip_prefix("--").and_then(|long| {
            cmd.get_arguments()
                .find(|arg| arg.get_long() == Some(long) && arg.get_action().takes_values())
        });
        if option.is_some() {
            words.next();
        } else if let Some(sub) = cmd.find_subcommand(word) {
            return if word == "help" { cmd } else { sub };
        }
    }
    cmd
}

/// How a command is typed, without clap's heading.
pub(super) fn typed_as(cmd: &Command) -> String {
    let usage = cmd.clone().render_usage().to_string();
    usage.split_once(": ").map_or(usage.clone(), |(_, line)| line.trim().to_owned())
}

/// The fault itself, a phrase.
fn sentence(error: &clap::Error, lang: Lang) -> String {
    let arg = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => match lang {
            Lang::En => format!("there is no option `{arg}` here"),
            Lang::Fr => format!("l’option `{arg}` n’existe pas ici"),
        },
        ErrorKind::UnknownArgument => match lang {
            Lang::En => format!("`{arg}` is one word too many"),
            Lang::Fr => format!("`{arg}` est de trop"),
        },
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            match lang {
                Lang::En => format!("there is no command `{name}`"),
                Lang::Fr => format!("la commande `{name}` n’existe pas"),
            }
        }
        ErrorKind::MissingSubcommand => match lang {
            Lang::En => "a command is missing".to_owned(),
            Lang::Fr => "il manque une commande".to_owned(),
        },
        ErrorKind::MissingRequiredArgument => missing(error, lang),
        ErrorKind::InvalidValue if value.is_empty() => match lang {
            Lang::En => format!("`{arg}` needs a value"),
            Lang::Fr => format!("il manque une valeur à `{arg}`"),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match lang {
            Lang::En => format!("`{value}` is no value for `{arg}`"),
            Lang::Fr => format!("`{value}` n’est pas une valeur pour `{arg}`"),
        },
        ErrorKind::ArgumentConflict => conflict(error, &arg, lang),
        _ => shape(error, &arg, &value, lang),
    }
}

fn missing(error: &clap::Error, lang: Lang) -> String {
    let names: Vec<String> =
        texts(error, ContextKind::InvalidArg).iter().map(|name| format!("`{name}`")).collect();
    let names = list(lang, &names);
    match lang {
        Lang::En => format!("{names} is missing"),
        Lang::Fr => format!("il manque {names}"),
    }
}

fn conflict(error: &clap::Error, arg: &str, lang: Lang) -> String {
    let others: Vec<String> = texts(error, ContextKind::PriorArg)
        .iter()
        .filter(|other| *other != arg)
        .map(|other| format!("`{other}`"))
        .collect();
    if others.is_empty() {
        return match lang {
            Lang::En => format!("`{arg}` is given twice; once is enough"),
            Lang::Fr => format!("`{arg}` est donné deux fois\u{202f}; une suffit"),
        };
    }
    let others = list(lang, &others);
    match lang {
        Lang::En => format!("`{arg}` and {others} exclude each other; choose one"),
        Lang::Fr => format!("`{arg}` et {others} s’excluent\u{202f}; choisissez l’un d’eux"),
    }
}

/// Faults in the number or the form of values; the last arm speaks for any fault to come.
fn shape(error: &clap::Error, arg: &str, value: &str, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::TooManyValues => match lang {
            Lang::En => format!("`{value}` is one value too many for `{arg}`"),
            Lang::Fr => format!("`{value}` est une valeur de trop pour `{arg}`"),
        },
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues
            if !value.is_empty() || !arg.is_empty() =>
        {
            match lang {
                Lang::En => format!("`{arg}` does not have the right number of values"),
                Lang::Fr => format!("`{arg}` n’a pas le bon nombre de valeurs"),
            }
        }
        ErrorKind::NoEquals => match lang {
            Lang::En => format!("an equals sign is missing between `{arg}` and its value"),
            Lang::Fr => format!("il manque un signe égal entre `{arg}` et sa valeur"),
        },
        ErrorKind::InvalidUtf8 => match lang {
            Lang::En => "a word of this command line is not readable text (UTF-8)".to_owned(),
            Lang::Fr => {
                "un mot de cette ligne de commande n’est pas du texte lisible (UTF-8)".to_owned()
            }
        },
        _ if arg.is_empty() => match lang {
            Lang::En => "this command line cannot be understood".to_owned(),
            Lang::Fr => "cette ligne de commande ne se comprend pas".to_owned(),
        },
        _ => match lang {
            Lang::En => format!("`{arg}` cannot be understood here"),
            Lang::Fr => format!("`{arg}` ne se comprend pas ici"),
        },
    }
}

/// The first operand of a kind.
pub(super) fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    texts(error, kind).into_iter().next()
}

/// The operands of a kind.
pub(super) fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(many)) => many.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn said(line: &str, lang: Lang) -> String {
        let argv: Vec<OsString> = line.split_whitespace().map(Into::into).collect();
        let answer = parse(&argv, lang, 80).unwrap_err();
        assert_eq!(answer.code, 2, "{line}");
        anstream::adapter::strip_str(&answer.text).to_string()
    }

    #[test]
    fn each_fault_in_french() {
        for (line, wanted) in [
            (
                "edito plan --wek S48",
                "erreur\u{a0}: l’option `--wek` n’existe pas ici\n  vouliez-vous dire `--week`\u{202f}?",
            ),
            ("edito verify p.json --week S48", "`--week` est une option de `edito plan`"),
            ("edito plam", "la commande `plam` n’existe pas\n  vouliez-vous dire `plan`\u{202f}?"),
            ("edito --ascii", "il manque une commande"),
            ("edito verify", "il manque `<PLAN.json>`"),
            (
                "edito plan --effort maxi",
                "`maxi` n’est pas une valeur pour `--effort <EFFORT>`\n  choisissez `quick`, `normal` ou `max`",
            ),
            ("edito plan --effort", "il manque une valeur à `--effort <EFFORT>`"),
            ("edito plan --keep --replan", "`--keep` et `--replan` s’excluent"),
            ("edito plan --keep --keep", "`--keep` est donné deux fois"),
            ("edito verify a b", "`b` est de trop"),
            ("edito plan --keep=oui", "`oui` est une valeur de trop pour `--keep`"),
            ("edito schema bricolage", "`bricolage` n’est pas une valeur pour `[DOCUMENT]`"),
        ] {
            let said = said(line, Lang::Fr);
            assert!(said.contains(wanted), "{line}:\n{said}");
            assert!(said.contains("Pour l’aide\u{a0}: edito"), "{said}");
        }
    }

    #[test]
    fn the_way_to_type_the_command_is_shown() {
        let said = said("edito check --nope", Lang::Fr);
        assert!(said.contains("Utilisation\u{a0}: edito check [OPTIONS] [FICHIER]"), "{said}");
        assert!(said.ends_with("Pour l’aide\u{a0}: edito check --help\n"), "{said}");
    }

    #[test]
    fn each_fault_in_english() {
        for (line, wanted) in [
            (
                "edito plan --wek W48",
                "error: there is no option `--wek` here\n  did you mean `--week`?",
            ),
            ("edito verify", "error: `<PLAN.json>` is missing"),
            ("edito export pdf", "it takes `ics`, `csv`, `markdown` or `json`"),
            ("edito why p --week a --from b", "exclude each other"),
            ("edito --now check export pdf", "For help: edito export --help"),
            ("edito --color=pink plan", "For help: edito plan --help"),
        ] {
            let said = said(line, Lang::En);
            assert!(said.contains(wanted), "{line}:\n{said}");
            assert!(said.contains("\nUsage: edito "), "{said}");
        }
    }

    #[test]
    fn every_kind_has_words_even_without_operands() {
        for kind in [
            ErrorKind::InvalidValue,
            ErrorKind::UnknownArgument,
            ErrorKind::InvalidSubcommand,
            ErrorKind::NoEquals,
            ErrorKind::ValueValidation,
            ErrorKind::TooManyValues,
            ErrorKind::TooFewValues,
            ErrorKind::WrongNumberOfValues,
            ErrorKind::ArgumentConflict,
            ErrorKind::MissingRequiredArgument,
            ErrorKind::MissingSubcommand,
            ErrorKind::InvalidUtf8,
            ErrorKind::Io,
            ErrorKind::Format,
        ] {
            let error = clap::Error::new(kind);
            for lang in Lang::ALL {
                let said = sentence(&error, lang);
                assert!(!said.is_empty(), "{kind:?}");
                let english = kind.as_str().is_some_and(|words| said.contains(words));
                assert!(!english, "{kind:?}: {said}");
            }
        }
    }
}
