//! What the machine says: the environment, the clock, the terminal. Nobody else asks it.
//!
//! Everything is gathered once, in [`Env::real`], and handed on as plain data; tests make theirs
//! by hand. It knows nothing of calendars.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Context;

use crate::lang::Lang;
use crate::time::Lapse;

/// What a standard stream is attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attached {
    /// A terminal, with a person before it.
    Terminal,
    /// A file, a pipe, nothing.
    Elsewhere,
}

/// The surroundings of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Env {
    /// The environment variables.
    pub vars: BTreeMap<OsString, OsString>,
    /// The current folder.
    pub current_dir: PathBuf,
    /// The time, in Unix seconds.
    pub now: i64,
    /// What stdin is.
    pub stdin: Attached,
    /// What stdout is.
    pub stdout: Attached,
    /// What stderr is.
    pub stderr: Attached,
    /// The columns of the terminal, 80 if unknown; at least [`Env::NARROWEST`].
    pub width: usize,
}

impl Env {
    /// The least width anything is laid out for, in columns.
    pub const NARROWEST: usize = 40;

    /// The machine as it is.
    ///
    /// # Errors
    /// When the current folder is gone, or the clock stands outside the representable years.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub fn real() -> anyhow::Result<Self> {
        let vars: BTreeMap<OsString, OsString> = std::env::vars_os().collect();
        let columns = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        Ok(Self {
            width: width(&vars, columns),
            vars,
            current_dir: std::env::current_dir().context("the current folder cannot be found")?,
            now: unix_seconds(SystemTime::now())?,
            stdin: attached(&std::io::stdin()),
            stdout: attached(&std::io::stdout()),
            stderr: attached(&std::io::stderr()),
        })
    }

    /// What is piped in or typed.
    #[must_use]
    pub fn real_stdin() -> Box<dyn BufRead> {
        Box::new(std::io::stdin().lock())
    }

    /// The arguments of this run, the program's name first.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    #[must_use]
    pub fn real_args() -> Vec<OsString> {
        std::env::args_os().collect()
    }

    /// Columns for what is said on stderr: those of the terminal, without end when it is none.
    #[must_use]
    pub fn message_width(&self) -> usize {
        match self.stderr {
            Attached::Terminal => self.width,
            Attached::Elsewhere => usize::MAX,
        }
    }

    /// A variable, if it is set.
    #[must_use]
    pub fn var(&self, name: &str) -> Option<&OsStr> {
        self.vars.get(OsStr::new(name)).map(OsString::as_os_str)
    }

    /// A variable, if it is set and is text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.var(name).and_then(OsStr::to_str)
    }

    #[cfg(test)]
    pub(crate) fn bare() -> Self {
        Self {
            vars: BTreeMap::new(),
            current_dir: PathBuf::from("/work"),
            now: 0,
            stdin: Attached::Elsewhere,
            stdout: Attached::Elsewhere,
            stderr: Attached::Elsewhere,
            width: 80,
        }
    }

    #[cfg(test)]
    pub(crate) fn with(mut self, vars: &[(&str, &str)]) -> Self {
        let vars = vars.iter().map(|(name, value)| (name.into(), value.into()));
        self.vars.extend(vars);
        self
    }
}

/// A clock that rings once, when some time is over.
#[derive(Debug)]
pub struct Alarm {
    /// When it rings; never, where that is too far to be told.
    end: Option<std::time::Instant>,
    rang: AtomicBool,
}

impl Alarm {
    /// One that rings after this time from now.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    #[must_use]
    pub fn after(limit: Lapse) -> Self {
        let seconds = u64::try_from(limit.seconds()).unwrap_or(0);
        let end = std::time::Instant::now().checked_add(Duration::from_secs(seconds));
        Self { end, rang: AtomicBool::new(false) }
    }

    /// Whether the time is over.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub fn is_over(&self) -> bool {
        let over = self.end.is_some_and(|end| std::time::Instant::now() >= end);
        if over {
            self.rang.store(true, Ordering::Relaxed);
        }
        over
    }

    /// Whether somebody asked after it was over.
    #[must_use]
    pub fn rang(&self) -> bool {
        self.rang.load(Ordering::Relaxed)
    }
}

/// The language asked for with `--lang`, in a command line that is not parsed yet.
///
/// Between it and [`fallback_lang`] stands the calendar's own language, once it is read.
#[must_use]
pub fn explicit_lang(argv: &[OsString]) -> Option<Lang> {
    raw_option(argv, "--lang").and_then(|tag| Lang::from_tag(&tag))
}

/// The language of the environment: `EDITO_LANG`, then the first that is set of `LC_ALL`,
/// `LC_MESSAGES` and `LANG`, then English.
#[must_use]
pub fn fallback_lang(env: &Env) -> Lang {
    let set = |name: &str| env.text(name).filter(|value| !value.is_empty());
    let locale = || set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG"));
    set("EDITO_LANG")
        .and_then(Lang::from_tag)
        .or_else(|| locale().and_then(Lang::from_tag))
        .unwrap_or_default()
}

/// The value of `--name value` or `--name=value` in a raw command line, before any `--`; the last
/// one where there are several.
pub(super) fn raw_option(argv: &[OsString], name: &str) -> Option<String> {
    let words: Vec<&str> = argv
        .iter()
        .skip(1)
        .map(|word| word.to_str().unwrap_or_default())
        .take_while(|word| *word != "--")
        .collect();
    let at = words.iter().rposition(|word| {
        word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
    })?;
    match words[at].split_once('=') {
        Some((_, value)) => Some(value.to_owned()),
        None => words.get(at + 1).map(|value| (*value).to_owned()),
    }
}

fn width(vars: &BTreeMap<OsString, OsString>, terminal: Option<usize>) -> usize {
    vars.get(OsStr::new("COLUMNS"))
        .and_then(|value| value.to_str())
        .and_then(|value| value.trim().parse().ok())
        .filter(|columns| *columns > 0)
        .or(terminal)
        .unwrap_or(80)
        .max(Env::NARROWEST)
}

fn unix_seconds(time: SystemTime) -> anyhow::Result<i64> {
    let seconds = match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).ok(),
        Err(before) => i64::try_from(before.duration().as_secs()).ok().map(|n| -n),
    };
    seconds.context("the clock of this machine shows an impossible time")
}

fn attached(stream: &impl IsTerminal) -> Attached {
    if stream.is_terminal() { Attached::Terminal } else { Attached::Elsewhere }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn argv(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(Into::into).collect()
    }

    #[test]
    fn lang_is_found_in_raw_arguments() {
        assert_eq!(explicit_lang(&argv("edito plan --lang fr")), Some(Lang::Fr));
        assert_eq!(explicit_lang(&argv("edito --lang=en plan")), Some(Lang::En));
        assert_eq!(explicit_lang(&argv("edito plan --lang")), None);
        assert_eq!(explicit_lang(&argv("edito plan --language fr")), None);
        assert_eq!(explicit_lang(&argv("edito check -- --lang fr")), None);
        assert_eq!(explicit_lang(&argv("--lang fr")), None);
    }

    #[test]
    fn the_environment_says_the_language_in_order() {
        let lang = |vars: &[(&str, &str)]| fallback_lang(&Env::bare().with(vars));
        assert_eq!(lang(&[]), Lang::En);
        assert_eq!(lang(&[("LANG", "fr_FR.UTF-8")]), Lang::Fr);
        assert_eq!(lang(&[("LANG", "fr_FR"), ("LC_ALL", "C.UTF-8")]), Lang::En);
        assert_eq!(lang(&[("LANG", "en_US"), ("LC_MESSAGES", "fr_BE")]), Lang::Fr);
        assert_eq!(lang(&[("EDITO_LANG", "fr"), ("LC_ALL", "en_GB")]), Lang::Fr);
        assert_eq!(lang(&[("EDITO_LANG", "xx"), ("LANG", "fr_CA")]), Lang::Fr);
        assert_eq!(lang(&[("LC_ALL", ""), ("LANG", "fr_CH")]), Lang::Fr);
    }

    #[test]
    fn columns_go_before_the_terminal() {
        let vars = |value: &str| Env::bare().with(&[("COLUMNS", value)]).vars;
        assert_eq!(width(&vars("100"), Some(120)), 100);
        assert_eq!(width(&vars("many"), Some(120)), 120);
        assert_eq!(width(&vars("0"), None), 80);
        assert_eq!(width(&vars("3"), None), Env::NARROWEST);
    }

    #[test]
    fn time_before_the_epoch_is_negative() {
        let before = UNIX_EPOCH - Duration::from_secs(5);
        assert_eq!(unix_seconds(before).unwrap(), -5);
        let after = UNIX_EPOCH + Duration::from_secs(5);
        assert_eq!(unix_seconds(after).unwrap(), 5);
    }
}
