//! From a command line to a reply: what is printed, and the exit code.
//!
//! Nothing is written to the terminal here: the whole reply is returned, so that a test sees what
//! a person would. Only a result that may be endless is handed on as it grows.

use super::args::Command;
use super::colour;
use super::colour::Colour;
use super::env::{Env, explicit_lang, fallback_lang};
use super::failure::Failure;
use super::parse::{Stream, parse};
use super::session::{Session, Sink};
use std::ffi::OsString;

/// What a run prints and how it ends.
#[derive(Debug, Default)]
pub struct Reply {
    /// The result.
    pub stdout: Vec<u8>,
    /// Everything else.
    pub stderr: Vec<u8>,
    /// 0, 1 or 2.
    pub code: u8,
}

/// Runs a command line; `argv` starts with the program's name.
#[must_use]
pub fn run(argv: &[OsString], env: &Env) -> Reply {
    run_to(argv, env, None)
}

/// The same, with somebody who takes a very long result piece by piece: the reply then holds the
/// rest of it.
#[must_use]
pub fn run_to<'e>(argv: &[OsString], env: &'e Env, sink: Option<Sink<'e>>) -> Reply {
    let explicit = explicit_lang(argv);
    let fallback = explicit.unwrap_or_else(|| fallback_lang(env));
    let args = match parse(argv, fallback, env.width) {
        Ok(args) => args,
        Err(answer) => return answered(answer, argv, env),
    };
    let mut session = match Session::new(args.global, env, explicit) {
        Ok(session) => session.handing_on(sink),
        Err(failure) => return failed(&failure, fallback, argv, env),
    };
    let code = dispatch(args.command, &mut session);
    session.into_reply(code)
}

/// The reply when the result could not be written to stdout: a full disk, say.
#[must_use]
pub fn unwritable(argv: &[OsString], env: &Env, error: &std::io::Error) -> Reply {
    let lang = explicit_lang(argv).unwrap_or_else(|| fallback_lang(env));
    failed(&Failure::write(std::path::Path::new("stdout"), error), lang, argv, env)
}

fn dispatch(command: Command, session: &mut Session<'_>) -> u8 {
    let done = match command {
        Command::Check(args) => super::check::run(&args, session),
        Command::Plan(args) => super::plan::run(&args, session),
        Command::Why(args) => super::why::run(&args, session),
        Command::Slots(args) => super::slots::run(&args, session),
        Command::Mix(args) => super::mix::run(&args, session),
        Command::Report(args) => super::report::run(&args, session),
        Command::Count(args) => super::count::run(&args, session),
        Command::Tone(args) => super::tone::run(&args, session),
        Command::Explain(args) => super::explain::run(&args, session),
        Command::Completions(args) => super::completions::run(&args, session),
        Command::Man(args) => super::man::run(&args, session),
        Command::Init(args) => super::init::run(&args, session),
        Command::Schema(args) => super::schema::run(&args, session),
        Command::Verify(args) => super::verify::run(&args, session),
        Command::Export(args) => super::export::run(&args, session),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            session.tell_failure(&failure);
            2
        }
    }
}

fn answered(answer: super::parse::Answer, argv: &[OsString], env: &Env) -> Reply {
    let stream = match answer.stream {
        Stream::Stdout => env.stdout,
        Stream::Stderr => env.stderr,
    };
    let bytes = painted(&answer.text, Colour::choose(colour::early(argv), env, stream));
    match answer.stream {
        Stream::Stdout => Reply { stdout: bytes, stderr: Vec::new(), code: answer.code },
        Stream::Stderr => Reply { stdout: Vec::new(), stderr: bytes, code: answer.code },
    }
}

fn failed(failure: &Failure, lang: crate::lang::Lang, argv: &[OsString], env: &Env) -> Reply {
    let colour = Colour::choose(colour::early(argv), env, env.stderr);
    let text = failure.render_within(lang, env.message_width());
    Reply { stdout: Vec::new(), stderr: painted(&text, colour), code: 2 }
}

/// The bytes of a styled text, with its styles or without.
pub(super) fn painted(text: &str, colour: Colour) -> Vec<u8> {
    match colour {
        Colour::On => text.as_bytes().to_vec(),
        Colour::Off => anstream::adapter::strip_str(text).to_string().into_bytes(),
    }
}
