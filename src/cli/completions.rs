//! The scripts that complete commands in a shell.

use std::io::{self, Write};

use clap::Command;
use clap_complete::{Generator, Shell};

use super::args::Completions;
use super::failure::Failure;
use super::localise;
use super::session::Session;
use crate::lang::{Lang, Text};

/// Prints the script of a shell.
///
/// # Errors
/// When the generator fails: a bug of its own.
pub fn run(args: &Completions, session: &mut Session<'_>) -> Result<u8, Failure> {
    let mut script = Vec::new();
    let cmd = localise::command(session.lang(), session.width());
    write(args.shell, cmd, &mut script).map_err(|error| {
        Failure::new(Text::of(|lang| match lang {
            Lang::En => format!("the completions cannot be made: {error}"),
            Lang::Fr => format!("la complétion ne peut pas être produite\u{a0}: {error}"),
        }))
    })?;
    session.print(&String::from_utf8_lossy(&script));
    Ok(0)
}

/// Writes the script of a shell for a localised command.
///
/// # Errors
/// What the writer says.
pub fn write(shell: Shell, cmd: Command, out: &mut dyn Write) -> io::Result<()> {
    let mut cmd = cmd;
    cmd.set_bin_name("edito");
    cmd.build();
    shell.try_generate(&cmd, out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    #[test]
    fn every_shell_gets_a_script_that_knows_the_commands() {
        for shell in Shell::value_variants() {
            let mut script = Vec::new();
            write(*shell, localise::command(Lang::Fr, 80), &mut script).unwrap();
            let script = String::from_utf8(script).unwrap();
            for word in ["completions", "verify", "fail-on"] {
                assert!(script.contains(word), "{word} for {shell}");
            }
        }
    }

    #[test]
    fn texts_follow_the_language() {
        let mut script = Vec::new();
        write(Shell::Zsh, localise::command(Lang::Fr, 80), &mut script).unwrap();
        let script = String::from_utf8(script).unwrap();
        assert!(script.contains("Garde tous les créneaux"), "{script}");
        assert!(script.contains("un bon plan tout de suite"));
        assert!(!script.contains("Print help"));
    }

    #[test]
    fn the_command_prints_the_script() {
        let env = crate::cli::env::Env::bare();
        let argv = ["edito", "completions", "fish"].map(Into::into);
        let reply = crate::cli::run::run(&argv, &env);
        assert_eq!(reply.code, 0);
        let script = String::from_utf8(reply.stdout).unwrap();
        assert!(script.contains("complete -c edito"), "{script}");
    }
}
