//! What a process costs: CPU time of user and system, and its peak memory.
//!
//! The figures come from the system's own accounts, asked through Python (CPU, to the
//! microsecond) and GNU time (memory).

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What something costs; `None` where it cannot be told here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// User and system time.
    pub cpu: Option<Duration>,
    /// Peak resident memory, in KiB.
    pub peak_kb: Option<u64>,
}

/// A process to measure; the file is its last argument.
pub struct Process<'p> {
    pub program: &'p str,
    pub words: Vec<&'p str>,
    pub file: &'p Path,
}

/// The difference, because `python3` may be a script that ran others before it became Python.
/// Linters that found something end with 1, or with 255.
const ACCOUNTS: &str = "import resource,subprocess,sys\n\
    null = subprocess.DEVNULL\n\
    used = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])\n\
    before = used()\n\
    code = subprocess.run(sys.argv[1:], stdout=null, stderr=null).returncode\n\
    print(used() - before) if code in (0, 1, 255) else sys.exit(1)";

const GNU_TIME: &str = "/usr/bin/time";

impl Process<'_> {
    /// The medians of so many runs.
    pub fn cost(&self, runs: usize) -> Option<Cost> {
        let words = [&["-c", ACCOUNTS, self.program], &self.words[..]].concat();
        let times: Option<Vec<_>> =
            (0..runs).map(|_| seconds("python3", &words, self.file)).collect();
        let peaks: Option<Vec<_>> = (0..runs).map(|_| self.peak()).collect();
        Some(Cost { cpu: times.map(median), peak_kb: peaks.map(median) })
    }

    /// Peak memory of one run, in KiB.
    pub fn peak(&self) -> Option<u64> {
        let output = Command::new(GNU_TIME)
            .args(["-f", "%M", self.program])
            .args(&self.words)
            .arg(self.file)
            .stdout(Stdio::null())
            .output()
            .ok()?;
        // The figure is the last line: the program's own words come before it.
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        said.lines().last()?.trim().parse().ok()
    }
}

/// Runs a program that prints a number of seconds.
pub fn seconds(program: &str, words: &[&str], file: &Path) -> Option<Duration> {
    let output = Command::new(program).args(words).arg(file).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let seconds: f64 = text.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

/// The middle of some measures; there is at least one.
pub fn median<T: Ord + Copy>(mut all: Vec<T>) -> T {
    all.sort_unstable();
    all[all.len() / 2]
}

/// What this machine lacks, in a sentence each.
pub fn missing() -> Vec<&'static str> {
    let there = |program: &str| Command::new(program).arg("--version").output().is_ok();
    let mut lacks = Vec::new();
    if !there("python3") {
        lacks.push("python3 is not here: no CPU times of processes, nothing to compare with");
    }
    if !there(GNU_TIME) {
        lacks.push("/usr/bin/time is not here: no memory figures");
    }
    lacks
}
