//! The thin binary: arguments in, exit code out.

use edito::cli::env::Env;
use edito::cli::run::run;
use std::io::Write;
use std::process::ExitCode;

fn main() -> anyhow::Result<ExitCode> {
    let env = Env::real()?;
    let reply = run(&Env::real_args(), &env);
    // A reader that has seen enough and closed the pipe is no failure.
    let _ = std::io::stderr().lock().write_all(&reply.stderr);
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(&reply.stdout).and_then(|()| stdout.flush());
    Ok(ExitCode::from(reply.code))
}
