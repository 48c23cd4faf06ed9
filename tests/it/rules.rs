//! Every rule of the table on calendars of its own.
//!
//! `tests/rules/ID/bad.toml` has findings of the rule at the places of its comment
//! `# expect: LINE:COLUMN, …` and nowhere else; `ok.toml` has none of the rule. `# now: INSTANT`
//! sets the clock. All failures are told at once.

use crate::run::Run;
use edito::rules::{TABLE, find};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder(id: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(id)
}

#[test]
fn bad_calendars_have_the_findings_they_expect() {
    let mut failures = String::new();
    for entry in TABLE {
        let id = entry.rule.id;
        let path = folder(id).join("bad.toml");
        if !path.is_file() {
            let _ = writeln!(failures, "{id}: tests/rules/{id}/bad.toml is missing");
            continue;
        }
        let run = Run::of_file(&path);
        let expected: Vec<String> = run
            .directive("expect")
            .unwrap_or_default()
            .split(',')
            .map(|place| place.trim().to_owned())
            .filter(|place| !place.is_empty())
            .collect();
        let found = run.of_rule(id);
        let places: Vec<&String> = found.iter().map(|(place, _)| place).collect();
        if expected.is_empty() || places != expected.iter().collect::<Vec<_>>() {
            let _ = writeln!(
                failures,
                "{id}: bad.toml\n  expected {}\n  got      {}\n  all:\n{}",
                expected.join(", "),
                told(&found),
                run.listing()
            );
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// Findings in a line: where, and what they say.
fn told(found: &[(String, String)]) -> String {
    let each: Vec<String> =
        found.iter().map(|(place, message)| format!("{place} ({message})")).collect();
    each.join(", ")
}

#[test]
fn ok_calendars_have_no_finding_of_their_rule() {
    let mut failures = String::new();
    for entry in TABLE {
        let id = entry.rule.id;
        let path = folder(id).join("ok.toml");
        if !path.is_file() {
            let _ = writeln!(failures, "{id}: tests/rules/{id}/ok.toml is missing");
            continue;
        }
        let run = Run::of_file(&path);
        let found = run.of_rule(id);
        if !found.is_empty()
            || (id != "syntax" && edito::rules::is_unreadable(&run.report.findings))
        {
            let _ = writeln!(
                failures,
                "{id}: ok.toml\n  got {}\n  all:\n{}",
                told(&found),
                run.listing()
            );
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn the_example_of_a_rule_has_its_fault() {
    let mut failures = String::new();
    for entry in TABLE {
        let rule = entry.rule;
        let run = Run::of_text(rule.example);
        if run.of_rule(rule.id).is_empty() {
            let _ = writeln!(
                failures,
                "{}: its example has no such finding, but\n{}",
                rule.id,
                run.listing()
            );
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_finding_has_a_rule_and_every_folder_too() {
    let all = folder("");
    for entry in std::fs::read_dir(&all).expect("tests/rules is there") {
        let path = entry.expect("it can be listed").path();
        let id = path.file_name().map(|n| n.to_string_lossy().into_owned());
        let id = id.unwrap_or_default();
        assert!(find(&id).is_some(), "tests/rules/{id}: there is no such rule");
        for name in ["bad.toml", "ok.toml"] {
            let run = Run::of_file(&path.join(name));
            for judged in &run.report.findings {
                let rule = &judged.finding.rule;
                assert!(
                    find(rule).is_some() || rule.starts_with("tone."),
                    "{rule} of {id}/{name} is not in the table"
                );
            }
        }
    }
}
