//! The thin binary: arguments in, exit code out.

use edito::cli::env::Env;
use edito::cli::run::{Reply, run_to, unwritable};
use edito::cli::session::Sink;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

fn main() -> anyhow::Result<ExitCode> {
    edito::sheet::hush();
    let env = Env::real()?;
    let args = Env::real_args();
    let mut piece = |bytes: &[u8]| io::stdout().lock().write_all(bytes);
    let Reply { stdout, stderr, code } = run_to(&args, &env, Some(Sink(&mut piece)));
    let told = io::stderr().lock().write_all(&stderr);
    let mut out = io::stdout().lock();
    let printed = out.write_all(&stdout).and_then(|()| out.flush());
    match printed {
        // A reader that has seen enough and closed the pipe is no failure.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let reply = unwritable(&args, &env, &error);
            // Where even this cannot be said, the exit code says it.
            let _ = told.and_then(|()| io::stderr().lock().write_all(&reply.stderr));
            Ok(ExitCode::from(reply.code))
        }
        _ => Ok(ExitCode::from(code)),
    }
}
