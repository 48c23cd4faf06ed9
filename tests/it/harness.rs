//! Runs the program in process, with clock, environment, folder and width given.

use edito::cli::env::{Attached, Env};
use edito::cli::run::run;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The top of the repository.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A run to come.
pub struct Run {
    args: Vec<OsString>,
    env: Env,
}

/// What a run printed.
#[derive(Debug)]
pub struct Said {
    pub stdout: String,
    pub stderr: String,
    pub code: u8,
}

impl Run {
    /// `edito ARGS`, in the repository, on Saturday 21 November 2026 at 10:00 in Paris, in
    /// English, on a terminal of 80 columns without colour.
    pub fn new<S: AsRef<str>>(args: &[S]) -> Self {
        let args = args.iter().map(|arg| OsString::from(arg.as_ref()));
        let env = Env {
            vars: BTreeMap::from([("NO_COLOR".into(), "1".into())]),
            current_dir: repository(),
            now: 1_795_251_600,
            stdin: Attached::Elsewhere,
            stdout: Attached::Terminal,
            stderr: Attached::Terminal,
            width: 80,
        };
        Self { args: std::iter::once("edito".into()).chain(args).collect(), env }
    }

    /// In this folder.
    pub fn at(mut self, folder: &Path) -> Self {
        self.env.current_dir = folder.to_owned();
        self
    }

    /// With this variable.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.env.vars.insert(name.into(), value.into());
        self
    }

    /// On so many columns.
    pub fn width(mut self, width: usize) -> Self {
        self.env.width = width;
        self
    }

    /// Runs it.
    pub fn go(self) -> Said {
        let reply = run(&self.args, &self.env);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Said { stdout: text(reply.stdout), stderr: text(reply.stderr), code: reply.code }
    }
}
