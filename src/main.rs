//! The thin binary: arguments in, exit code out.

use std::io::Write;
use std::process::ExitCode;

use edito::cli::colour::{self, Colour};
use edito::cli::env::{Env, explicit_lang, fallback_lang};
use edito::cli::out::Out;
use edito::cli::parse::{Stream, parse};

fn main() -> anyhow::Result<ExitCode> {
    let env = Env::real()?;
    let argv = Env::real_args();
    let lang = explicit_lang(&argv).unwrap_or_else(|| fallback_lang(&env));
    let Err(answer) = parse(&argv, lang, env.width) else {
        return Ok(ExitCode::SUCCESS);
    };
    let when = colour::early(&argv);
    let mut out = match answer.stream {
        Stream::Stdout => Out::stdout(Colour::choose(when, &env, env.stdout)),
        Stream::Stderr => Out::stderr(Colour::choose(when, &env, env.stderr)),
    };
    out.write_all(answer.text.as_bytes())?;
    out.finish()?;
    Ok(ExitCode::from(answer.code))
}
