//! What the tone of a brand costs, beside linters of prose: `just bench-tone`.
//!
//! 10,000 mixed posts, half French and half English, half of them with planted faults; ten files.
//! Each program does its whole work, from its start to its end, as a process. The others are
//! proselint and write-good, looked for in the folders of EDITO_PEERS and on the path; who is not
//! there is left out and said so. They know English alone and no calendar: what they find and what
//! edito finds are not the same things.
//!
//! Then what one post takes from start to end, and what each kind of rule costs in this process.
//!
//! Never a timed test: a table of medians, made in one run on one machine.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures time and prints a table"
)]

#[path = "../../tests/corpus/mod.rs"]
#[allow(unused_imports, reason = "its own tests are run elsewhere")]
mod corpus;
mod kinds;
#[path = "../speed/measure.rs"]
mod measure;
mod workspace;

use measure::{Cost, Process};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use workspace::Workspace;

const POSTS: usize = 10_000;
const SEED: u64 = 5;
/// Runs of each measure of edito; the median is shown.
const RUNS: usize = 5;
/// The others take longer.
const RUNS_OF_PEERS: usize = 3;
/// Runs of the check of one post.
const STARTS: usize = 51;
/// What the check of one post may take, from the start of the process to its end.
const BAR: Duration = Duration::from_millis(10);
const EDITO: &str = env!("CARGO_BIN_EXE_edito");
const CHECK: [&str; 4] = ["check", "--now", "2026-11-21T10:00:00+01:00", "--calendar"];

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let posts = corpus::posts(POSTS, SEED);
    let planted: usize = posts.iter().map(|post| post.planted.len()).sum();
    let bytes: usize = posts.iter().map(|post| post.text.len()).sum();
    let space = Workspace::write(folder.path(), &posts).expect("the posts are written");
    println!("{POSTS} posts, {} KB of text, {planted} planted faults\n", bytes / 1_000);
    println!("{:<36}{:>12}{:>9}{:>10}{:>10}", "", "CPU", "ratio", "memory", "findings");

    let ours = edito(&space.voiced);
    row("edito check", ours.as_ref(), ours.as_ref(), Some(findings(&space.voiced)));
    let more = edito(&space.readable);
    let found = findings(&space.readable);
    row("edito check, and readability", more.as_ref(), ours.as_ref(), Some(found));
    let bare = edito(&space.plain);
    row("edito check, without a tone", bare.as_ref(), ours.as_ref(), Some(findings(&space.plain)));
    let mut missing: Vec<String> = measure::missing().into_iter().map(str::to_owned).collect();
    for peer in &PEERS {
        match find(peer.program) {
            Some(program) => {
                let (cost, found) = peer.run(&program, &space.texts);
                row(peer.program, cost.as_ref(), ours.as_ref(), found);
            }
            None => missing.push(format!(
                "{} is neither in the folders of EDITO_PEERS nor on the path: left out",
                peer.program
            )),
        }
    }
    let (one, least) = one_post(&space.single);
    let cpu = edito(&space.single).and_then(|cost| cost.cpu).map_or("—".to_owned(), shown);
    println!(
        "\none post, start to end: {} on the clock (the least {}), {cpu} of CPU; the bar is {}\n",
        shown(one),
        shown(least),
        shown(BAR)
    );
    println!("{:<36}{:>12}{:>9}{:>10}", "the tone alone, by kind of rule", "time", "rules", "hits");
    for kind in kinds::costs(&posts, RUNS) {
        println!("{:<36}{:>12}{:>9}{:>10}", kind.name, shown(kind.time), kind.rules, kind.hits);
    }
    for sentence in missing {
        println!("\n{sentence}");
    }
}

/// A linter of prose with its command line; the files come last.
struct Peer {
    program: &'static str,
    words: &'static [&'static str],
    /// What is in each line that tells a finding.
    finding: &'static str,
}

const PEERS: [Peer; 2] = [
    Peer { program: "proselint", words: &["check", "-o", "compact"], finding: ".txt:" },
    Peer { program: "write-good", words: &["--parse"], finding: ".txt:" },
];

impl Peer {
    fn run(&self, program: &Path, texts: &[PathBuf]) -> (Option<Cost>, Option<usize>) {
        let (Some(program), Some((last, first))) = (program.to_str(), texts.split_last()) else {
            return (None, None);
        };
        let first: Vec<&str> = first.iter().filter_map(|path| path.to_str()).collect();
        let words = [self.words, &first[..]].concat();
        let output = Command::new(program).args(&words).arg(last).stderr(Stdio::null()).output();
        let found = output.ok().map(|output| {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            said.lines().filter(|line| line.contains(self.finding)).count()
        });
        let cost = Process { program, words, file: last }.cost(RUNS_OF_PEERS);
        (cost, found)
    }
}

fn edito(calendar: &Path) -> Option<Cost> {
    Process { program: EDITO, words: CHECK.to_vec(), file: calendar }.cost(RUNS)
}

/// How many findings there are in a calendar.
fn findings(calendar: &Path) -> usize {
    let words = ["--format", "json", "--verbose"];
    let output = Command::new(EDITO).args(CHECK).arg(calendar).args(words).output();
    let said = output.map(|output| output.stdout).unwrap_or_default();
    let said: serde_json::Value = serde_json::from_slice(&said).unwrap_or_default();
    said["findings"].as_array().map_or(0, Vec::len)
}

/// The time on the clock of a whole check of one post: the median and the least.
fn one_post(calendar: &Path) -> (Duration, Duration) {
    let times: Vec<Duration> = (0..STARTS)
        .map(|_| {
            let start = Instant::now();
            let status =
                Command::new(EDITO).args(CHECK).arg(calendar).stdout(Stdio::null()).status();
            let spent = start.elapsed();
            assert!(status.is_ok_and(|status| status.code().is_some()), "edito runs");
            spent
        })
        .collect();
    let least = times.iter().min().copied().unwrap_or_default();
    (measure::median(times), least)
}

/// A program in the folders of EDITO_PEERS or on the path.
fn find(program: &str) -> Option<PathBuf> {
    let folders = ["EDITO_PEERS", "PATH"].map(|name| std::env::var_os(name).unwrap_or_default());
    let mut folders = folders.iter().flat_map(|list: &OsString| std::env::split_paths(list));
    folders.find_map(|folder| Some(folder.join(program)).filter(|path| path.is_file()))
}

fn row(name: &str, cost: Option<&Cost>, ours: Option<&Cost>, found: Option<usize>) {
    let cpu = |cost: Option<&Cost>| cost.and_then(|cost| cost.cpu);
    let ratio = cpu(cost).zip(cpu(ours)).map(|(one, ours)| one.as_secs_f64() / ours.as_secs_f64());
    let cells = [
        cpu(cost).map(|cpu| format!("{:.3} s", cpu.as_secs_f64())),
        ratio.map(|ratio| format!("{ratio:.1}×")),
        cost.and_then(|cost| cost.peak_kb).map(|kb| format!("{} MB", kb / 1_024)),
        found.map(|found| found.to_string()),
    ];
    let [cpu, ratio, memory, found] = cells.map(|cell| cell.unwrap_or_else(|| "—".to_owned()));
    println!("{name:<36}{cpu:>12}{ratio:>9}{memory:>10}{found:>10}");
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}
