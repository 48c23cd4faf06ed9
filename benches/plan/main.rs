//! What the planner proves, and at what cost, for people to read: `just bench-plan`, or
//! `cargo bench --bench plan -- week month` for some scales alone.
//!
//! Never a timed test: a table made in one run on one machine. The calendars are made on the spot
//! by a generator of a fixed seed, for one person's week up to an agency's year; each is planned
//! by the program as its own process at every effort, and each plan goes before `edito verify`. The
//! time is that of the whole process, the median of some runs; memory needs GNU time.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures time and prints a table"
)]

mod calendar;
#[path = "../speed/measure.rs"]
#[expect(dead_code, reason = "the other bench measures more")]
mod measure;

use calendar::{FIRST, SCALES, Scale};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

const SEEDS: [u64; 3] = [1, 2, 3];
/// Long stretches are not planned at the largest budget: nobody waits for that table.
const EFFORTS: [&str; 3] = ["quick", "normal", "max"];
const PROGRAM: &str = env!("CARGO_BIN_EXE_edito");
const NOW: &str = "2027-01-02T10:00:00+01:00";

fn main() {
    // cargo adds `--bench`; what is left names scales.
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    println!(
        "{:<12}{:>7}{:>12}{:>8}  {:<10}{:>8}{:>12}{:>10}  verify",
        "calendar", "posts", "placements", "effort", "status", "gap %", "time", "memory"
    );
    let mut all_hold = true;
    for scale in SCALES {
        if asked.is_empty() || asked.iter().any(|name| name == scale.name) {
            for seed in SEEDS {
                all_hold &= calendar(&scale, seed);
            }
        }
    }
    if measure::missing().iter().any(|text| text.contains("memory")) {
        println!("\n/usr/bin/time is not here: no memory figures");
    }
    assert!(all_hold, "a plan does not hold before `verify`");
}

/// One calendar at every effort; whether all its plans hold.
fn calendar(scale: &Scale, seed: u64) -> bool {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("calendar.toml");
    let text = calendar::of(scale, seed);
    std::fs::write(&file, &text).expect("the calendar is written");
    let mut all_hold = true;
    for effort in EFFORTS.into_iter().filter(|effort| *effort != "max" || scale.weeks < 13) {
        let (output, time) = timed(scale, effort, &file);
        let plan: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| {
            panic!("no plan: {}", String::from_utf8_lossy(&[output.stdout, output.stderr].concat()))
        });
        let holds = verified(&plan, &file);
        all_hold &= holds;
        let count = |list: &str| plan[list].as_array().map_or(0, Vec::len);
        let gap =
            plan["gap"].as_f64().map_or("—".to_owned(), |gap| format!("{:.2}", 100.0 * gap));
        println!(
            "{:<12}{:>7}{:>12}{:>8}  {:<10}{:>8}{:>12}{:>10}  {}",
            format!("{} {seed}", scale.name),
            text.matches("[[post]]").count(),
            count("placements") + count("unplaced"),
            effort,
            plan["status"].as_str().unwrap_or("—"),
            gap,
            format!("{:.1} ms", time.as_secs_f64() * 1_000.0),
            memory(scale, effort, &file),
            if holds { "holds" } else { "FAILS" },
        );
    }
    all_hold
}

/// The words of `plan` but the calendar, which comes last.
fn words(scale: &Scale, effort: &str) -> Vec<String> {
    let (from, to) = (FIRST.to_string(), scale.last().to_string());
    ["plan", "--format", "json", "--effort", effort, "--from", &from, "--to", &to, "--now", NOW]
        .iter()
        .chain(&["--calendar"])
        .map(|word| (*word).to_owned())
        .collect()
}

/// What one run says, and the median time of all.
fn timed(scale: &Scale, effort: &str, file: &Path) -> (Output, Duration) {
    let mut times = Vec::new();
    let mut last = None;
    let runs = if effort == "max" { 1 } else { scale.runs };
    for _ in 0..runs {
        let mut command = Command::new(PROGRAM);
        command.args(words(scale, effort)).arg(file);
        let start = Instant::now();
        let output = command.output().expect("the program runs");
        times.push(start.elapsed());
        last = Some(output);
    }
    (last.expect("one run at least"), measure::median(times))
}

fn memory(scale: &Scale, effort: &str, file: &Path) -> String {
    let words = words(scale, effort);
    let words = words.iter().map(String::as_str).collect();
    let peak = measure::Process { program: PROGRAM, words, file }.peak();
    peak.map_or("—".to_owned(), |kb| format!("{} MB", kb / 1_024))
}

fn verified(plan: &Value, file: &Path) -> bool {
    let path = file.with_file_name("plan.json");
    std::fs::write(&path, plan.to_string()).expect("the plan is written");
    let verdict = Command::new(PROGRAM)
        .args(["verify", "--now", NOW])
        .arg(&path)
        .arg("--calendar")
        .arg(file)
        .output();
    verdict.is_ok_and(|output| output.status.success())
}
