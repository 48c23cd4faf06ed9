//! The clap command in one language: definition and words put together.
//!
//! Walks the tree and sets every text from [`super::words`]. clap writes a few words of its own
//! around them (headings, "default", "possible values"): those are switched off here and written
//! anew. What is still missing in the catalogue is a test's business, not the user's.

use clap::builder::{Resettable, StyledStr, Styles};
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Args;
use super::choices::choices;
use super::words;
use crate::lang::{Lang, Phrase};

/// The whole command line in one language; screens of help are at most `width` columns wide.
#[must_use]
pub fn command(lang: Lang, width: usize) -> Command {
    localised(Args::command(), lang).term_width(width)
}

/// A command line and all its commands, worded in one language, with its help and version.
///
/// To be called once, before clap builds the command.
#[must_use]
pub fn localised(cmd: Command, lang: Lang) -> Command {
    let cmd = cmd
        .styles(Styles::styled())
        .subcommand(help_command())
        .arg(Arg::new("help").short('h').long("help").global(true).action(ArgAction::Help))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    worded(cmd, lang, "")
}

/// `edito help plan`, a command like the others: clap's own cannot be worded.
fn help_command() -> Command {
    Command::new("help").arg(Arg::new("command").num_args(0..).action(ArgAction::Append))
}

fn worded(cmd: Command, lang: Lang, path: &str) -> Command {
    let about = words::about(path).map_or("", |phrase| phrase.get(lang));
    let mut cmd = cmd
        .about(about)
        .long_about(Resettable::Reset)
        .help_template(template(lang))
        .subcommand_help_heading(words::COMMANDS.get(lang))
        .subcommand_value_name(words::COMMAND.get(lang))
        .mut_args(|arg| argument(arg, lang, path))
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            worded(sub, lang, &name)
        });
    if !words::examples(path).is_empty() {
        cmd = cmd.after_help(examples(lang, path));
    }
    cmd
}

fn template(lang: Lang) -> StyledStr {
    let style = Styles::styled();
    let header = style.get_header();
    let usage = words::USAGE.get(lang);
    StyledStr::from(format!(
        "{{before-help}}{{about-with-newline}}\n{header}{usage}{header:#} {{usage}}\n\n\
         {{all-args}}{{after-help}}"
    ))
}

/// The examples with their meaning beside them, or below where a line is long.
fn examples(lang: Lang, path: &str) -> StyledStr {
    const BESIDE: usize = 48;
    let style = Styles::styled();
    let (header, literal) = (style.get_header(), style.get_literal());
    let all = words::examples(path);
    let length = |line: Phrase| line.get(lang).chars().count();
    let column = all
        .iter()
        .map(|example| length(example.line))
        .filter(|length| *length <= BESIDE)
        .max()
        .unwrap_or_default();
    let mut text = format!("{header}{}{header:#}", words::EXAMPLES.get(lang));
    for example in all {
        let (line, does) = (example.line.get(lang), example.does.get(lang));
        text.push_str(&format!("\n  {literal}{line}{literal:#}"));
        if length(example.line) <= column {
            text.push_str(&" ".repeat(column - length(example.line) + 2));
        } else {
            text.push_str(&format!("\n  {}", " ".repeat(column + 2)));
        }
        text.push_str(does);
    }
    StyledStr::from(text)
}

fn argument(arg: Arg, lang: Lang, path: &str) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let arg = match choices(path, &id, lang) {
        Some(parser) => arg.value_parser(parser),
        None => arg,
    };
    let heading = match (arg.is_positional(), path) {
        (true, _) => words::ARGUMENTS,
        (false, "") => words::SHARED,
        (false, _) => words::OPTIONS,
    };
    let texts = words::argument(path, &id);
    let mut help = texts.map_or_else(String::new, |texts| texts.help.get(lang).to_owned());
    if let Some(notes) = notes(&arg, lang) {
        help.push_str(&format!(" [{notes}]"));
    }
    let arg = arg.help(help).long_help(Resettable::Reset).help_heading(heading.get(lang));
    match texts.and_then(|texts| texts.value) {
        Some(name) => {
            arg.value_name(name.get(lang)).hide_possible_values(true).hide_default_value(true)
        }
        None => arg,
    }
}

/// What goes in brackets after the help: the values, and the one taken when none is given.
fn notes(arg: &Arg, lang: Lang) -> Option<String> {
    if !arg.get_action().takes_values() {
        return None;
    }
    let names: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let mut notes = Vec::new();
    if !names.is_empty() {
        notes.push(names.join(", "));
    }
    if let [value] = arg.get_default_values() {
        notes.push(words::default_value(lang, &value.to_string_lossy()));
    }
    let separator = match lang {
        Lang::En => "; ",
        Lang::Fr => "\u{202f}; ",
    };
    (!notes.is_empty()).then(|| notes.join(separator))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls `see` with every command of the tree and its path.
    fn walk(lang: Lang, see: &mut dyn FnMut(&str, &mut Command)) {
        let mut root = command(lang, 80);
        see("", &mut root);
        root.build();
        let names: Vec<String> =
            root.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
        for name in names {
            let sub = root.find_subcommand_mut(&name).unwrap();
            see(&name, sub);
        }
    }

    #[test]
    fn every_command_and_argument_is_worded() {
        for lang in Lang::ALL {
            walk(lang, &mut |path, cmd| {
                assert!(words::about(path).is_some(), "no text for {path:?}");
                for arg in cmd.get_arguments() {
                    let id = arg.get_id().as_str();
                    let texts = words::argument(path, id);
                    let texts = texts.unwrap_or_else(|| panic!("no text for {path} {id}"));
                    assert!(!texts.help.get(lang).is_empty());
                    assert_eq!(
                        texts.value.is_some(),
                        arg.get_action().takes_values(),
                        "a name for the value of {path} {id}"
                    );
                    for value in arg.get_possible_values() {
                        let boolean = !arg.get_action().takes_values();
                        let name = value.get_name();
                        assert!(boolean || value.get_help().is_some(), "{path} {id} {name}");
                    }
                }
            });
        }
    }

    #[test]
    fn french_help_holds_no_word_of_clap() {
        walk(Lang::Fr, &mut |path, cmd| {
            let help = cmd.render_long_help().to_string();
            for word in [
                "Usage",
                "Options:",
                "Commands",
                "Arguments:",
                "Print ",
                "ossible values",
                "default",
                "COMMAND]",
                "COMMAND>",
                "aliases",
                "[env",
            ] {
                assert!(!help.contains(word), "{word:?} in the help of {path:?}:\n{help}");
            }
        });
    }

    #[test]
    fn english_help_holds_no_french() {
        walk(Lang::En, &mut |path, cmd| {
            let help = cmd.render_help().to_string();
            for word in ["«", "é", "Utilisation", "\u{a0}", "\u{202f}"] {
                assert!(!help.contains(word), "{word:?} in the help of {path:?}:\n{help}");
            }
        });
    }

    #[test]
    fn help_fits_eighty_columns() {
        for lang in Lang::ALL {
            walk(lang, &mut |path, cmd| {
                for line in cmd.clone().term_width(80).render_help().to_string().lines() {
                    assert!(line.chars().count() <= 80, "{lang:?} {path:?}: {line}");
                }
            });
        }
    }

    #[test]
    fn long_help_is_the_short_one() {
        walk(Lang::Fr, &mut |path, cmd| {
            let mut short = cmd.clone();
            let argv = ["edito", "--help"];
            let long = cmd.clone().try_get_matches_from(argv).unwrap_err();
            let short = short.render_help().to_string();
            assert_eq!(long.render().to_string().lines().count(), short.lines().count(), "{path}");
        });
    }

    #[test]
    fn plan_and_check_end_with_examples() {
        for lang in Lang::ALL {
            walk(lang, &mut |path, cmd| {
                if matches!(path, "plan" | "check") {
                    let help = cmd.render_help().to_string();
                    let (_, tail) = help.split_once(words::EXAMPLES.get(lang)).unwrap();
                    assert!(tail.matches("edito ").count() >= 2, "{tail}");
                }
            });
        }
    }
}
