//! From the words typed to [`Args`], or to what must be answered at once.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Command, FromArgMatches};

use super::args::Args;
use super::{localise, usage};
use crate::lang::Lang;

/// Where an answer goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// The result's way.
    Stdout,
    /// Everything else's.
    Stderr,
}

/// What there is to say without doing any work: a screen of help, the version, a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where it goes.
    pub stream: Stream,
    /// What it says, with ANSI colours and a line end.
    pub text: String,
    /// The exit code: 0 when it was asked for, 2 when the command line is wrong.
    pub code: u8,
}

/// Reads a command line (the program's name first) in one language.
///
/// `width` is that of the terminal, in columns.
///
/// # Errors
/// An [`Answer`]: help or version asked for, or the command line is wrong.
pub fn parse(argv: &[OsString], lang: Lang, width: usize) -> Result<Args, Answer> {
    let mut cmd = localise::command(lang, width);
    cmd.build();
    let matches =
        cmd.clone().try_get_matches_from(argv).map_err(|error| answer(&cmd, argv, &error, lang))?;
    if let Some(("help", asked)) = matches.subcommand() {
        return Err(help(&cmd, argv, asked, lang));
    }
    Args::from_arg_matches(&matches).map_err(|error| answer(&cmd, argv, &error, lang))
}

fn answer(cmd: &Command, argv: &[OsString], error: &clap::Error, lang: Lang) -> Answer {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Answer { stream: Stream::Stdout, text: error.render().ansi().to_string(), code: 0 }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Answer { stream: Stream::Stderr, text: error.render().ansi().to_string(), code: 2 }
        }
        _ => {
            Answer { stream: Stream::Stderr, text: usage::report(cmd, argv, error, lang), code: 2 }
        }
    }
}

/// `edito help` and `edito help plan`.
fn help(cmd: &Command, argv: &[OsString], asked: &ArgMatches, lang: Lang) -> Answer {
    let names = asked.get_many::<String>("command").into_iter().flatten();
    let mut found = cmd;
    for name in names {
        match found.find_subcommand(name) {
            Some(sub) => found = sub,
            None => return answer(cmd, argv, &no_such_command(cmd, name), lang),
        }
    }
    Answer { stream: Stream::Stdout, text: found.clone().render_help().ansi().to_string(), code: 0 }
}

fn no_such_command(cmd: &Command, name: &str) -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::InvalidSubcommand).with_cmd(cmd);
    error.insert(ContextKind::InvalidSubcommand, ContextValue::String(name.to_owned()));
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str, lang: Lang) -> Result<Args, Answer> {
        let argv: Vec<OsString> = line.split_whitespace().map(Into::into).collect();
        parse(&argv, lang, 80)
    }

    #[test]
    fn help_and_version_are_results() {
        for line in ["edito --help", "edito plan -h", "edito help", "edito help plan", "edito -V"] {
            let answer = parsed(line, Lang::Fr).unwrap_err();
            assert_eq!((answer.stream, answer.code), (Stream::Stdout, 0), "{line}");
        }
        let by_flag = parsed("edito plan --help", Lang::Fr).unwrap_err();
        let by_command = parsed("edito help plan", Lang::Fr).unwrap_err();
        assert_eq!(by_flag, by_command);
    }

    #[test]
    fn nothing_typed_shows_the_help_as_a_fault() {
        let answer = parsed("edito", Lang::Fr).unwrap_err();
        assert_eq!((answer.stream, answer.code), (Stream::Stderr, 2));
        assert!(answer.text.contains("Planifie la semaine"), "{}", answer.text);
    }

    #[test]
    fn the_localised_command_reads_what_the_plain_one_does() {
        let line = "edito --lang fr plan --effort max --format json -o - --channel x --if-any";
        let args = parsed(line, Lang::En).unwrap();
        assert_eq!(args.global.lang, Some(Lang::Fr));
        assert!(matches!(args.command, super::super::args::Command::Plan(plan) if plan.if_any));
        for line in [
            "edito init d --name N --brand-lang fr",
            "edito check a b --fail-on hint",
            "edito verify p.json",
            "edito why a@b --month 2026-11",
            "edito explain",
            "edito export ics",
            "edito schema mix",
            "edito completions zsh",
            "edito man d --color never",
        ] {
            assert!(parsed(line, Lang::Fr).is_ok(), "{line}");
        }
    }

    #[test]
    fn help_of_no_command_is_a_fault() {
        let answer = parsed("edito help plam", Lang::Fr).unwrap_err();
        assert_eq!(answer.code, 2);
        assert!(answer.text.contains("plam"), "{}", answer.text);
        assert!(answer.text.contains("plan"), "{}", answer.text);
    }
}
