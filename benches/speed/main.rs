//! Speed and memory, side by side, for people to read: `just bench`.
//!
//! Never a timed test: a table of medians, made in one run on one machine. What is not there
//! (Python, GNU time) is left out and said so.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures time and prints a table"
)]

mod calendar;
mod measure;

use measure::{Cost, Process};
use std::path::Path;

/// Posts of the large calendar.
const POSTS: u32 = 10_000;
/// Runs of each measure; the median is shown.
const RUNS: usize = 5;
const NOW: &str = "2026-11-21T10:00:00+01:00";

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let large = folder.path().join("calendar.toml");
    let text = calendar::of(POSTS);
    std::fs::write(&large, &text).expect("the large calendar is written");
    println!("{POSTS} posts on 3 channels, {} KB; medians of {RUNS}\n", text.len() / 1_000);
    println!("{:<44}{:>12}{:>12}", "", "CPU", "memory");
    row("Python tomllib.loads of the large calendar", python(&large));
    row("the toml crate, parsing alone", Some(parse(&text)));
    row("edito check, the large calendar", edito(&["check"], &large));
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("calendar.example.toml");
    row("edito check, the example", edito(&["check"], &example));
    let plan = ["plan", "--effort", "quick", "--week", "2026-W48"];
    row("edito plan --effort quick, the example", edito(&plan, &example));
    for missing in measure::missing() {
        println!("\n{missing}");
    }
}

fn row(name: &str, cost: Option<Cost>) {
    let cost = cost.unwrap_or_default();
    let milliseconds = cost.cpu.map(|cpu| format!("{:.1} ms", cpu.as_secs_f64() * 1_000.0));
    let memory = cost.peak_kb.map(|kb| format!("{} MB", kb / 1_024));
    let shown = |text: Option<String>| text.unwrap_or_else(|| "—".to_owned());
    println!("{name:<44}{:>12}{:>12}", shown(milliseconds), shown(memory));
}

/// The time of `tomllib.loads` alone, without the start of Python.
fn python(file: &Path) -> Option<Cost> {
    let script = "import sys,time,tomllib\n\
                  text = open(sys.argv[1], encoding='utf-8').read()\n\
                  start = time.process_time()\n\
                  tomllib.loads(text)\n\
                  print(time.process_time() - start)";
    let times: Option<Vec<_>> =
        (0..RUNS).map(|_| measure::seconds("python3", &["-c", script], file)).collect();
    Some(Cost { cpu: Some(measure::median(times?)), peak_kb: None })
}

/// The parser that edito stands on, with spans; in this process, on its one thread.
fn parse(text: &str) -> Cost {
    let times = (0..RUNS)
        .map(|_| {
            let start = std::time::Instant::now();
            let table = toml::de::DeTable::parse(text).expect("the large calendar is TOML");
            let spent = start.elapsed();
            assert!(table.get_ref().contains_key("post"));
            spent
        })
        .collect();
    Cost { cpu: Some(measure::median(times)), peak_kb: None }
}

/// The program from start to end, as a process.
fn edito(words: &[&str], calendar: &Path) -> Option<Cost> {
    let process = Process {
        program: env!("CARGO_BIN_EXE_edito"),
        words: [words, &["--now", NOW, "--calendar"]].concat(),
        file: calendar,
    };
    process.cost(RUNS)
}
