//! Every failure says what to do, in both languages, and writes nothing.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::{CALENDAR, assert_language, both, folder};
use crate::harness::{Run, repository};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a folder and what is in them.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a test fixture") {
        let path = entry.expect("a test fixture").path();
        if path.is_dir() {
            all.extend(contents(&path));
        }
        let bytes = fs::read(&path).ok();
        all.insert(path, bytes);
    }
    all
}

/// Exit 2 in both languages, with a message and a remedy, and not a byte written.
fn refused(args: &[&str], at: &Path) {
    let before = contents(at);
    for (lang, said) in both(args, at) {
        assert_eq!(said.code, 2, "{args:?}: {said:?}");
        assert_eq!(said.stdout, "", "{args:?}");
        let (error, remedies) = match lang {
            "fr" => ("erreur\u{a0}: ", ["\naide\u{a0}: ", "\nPour l’aide\u{a0}: "]),
            _ => ("error: ", ["\nhelp: ", "\nFor help: "]),
        };
        assert!(said.stderr.starts_with(error), "{args:?}: {}", said.stderr);
        assert!(said.stderr.lines().next().is_some_and(|line| line.len() > error.len() + 10));
        let remedy = remedies.iter().any(|remedy| said.stderr.contains(remedy));
        assert!(remedy, "{args:?} has no remedy: {}", said.stderr);
        // What the person typed is no sentence of ours.
        let text = said.stderr.replace(at.to_str().expect("a test fixture"), "");
        let own = text.replace("error: ", "").replace("help: ", "").replace("For help:", "");
        assert_language(lang, if lang == "fr" { &text } else { &own }, &format!("{args:?}"));
    }
    assert_eq!(contents(at), before, "{args:?}");
}

#[test]
fn failures_say_what_to_do() {
    let folder = folder();
    let at = folder.path();
    fs::write(at.join("broken.json"), "{\n oops").expect("a test fixture");
    fs::write(at.join("empty.json"), "").expect("a test fixture");
    fs::write(at.join("other.json"), "{\"format\": \"zyx/1\"}").expect("a test fixture");
    for args in [
        &["why", "zzz"][..],
        &["why", "b11"],
        &["why", "b2@linkedin"],
        &["why", "b2@zzz"],
        &["explain", "zzz"],
        &["explain", "placehodler"],
        &["explain", "network", "zzz"],
        &["explain", "network", "instagran"],
        &["explain", "placeholder", "zzz"],
        &["check", "--only", "zzz"],
        &["check", "zzz.toml"],
        &["check", "-o", "zzz.docx"],
        &["check", "-o", "zzz/report.json"],
        &["plan", "--week", "blorp"],
        &["plan", "--week", "novembre"],
        &["plan", "--week", "S99"],
        &["plan", "--month", "2026-13"],
        &["plan", "--from", "2026-11-31"],
        &["plan", "--from", "2026-11-24", "--to", "2026-11-23"],
        &["plan", "--from", "2026-01-01", "--to", "2027-02-05"],
        &["plan", "--now", "zzz"],
        &["plan", "--now", "2026-11-21T10:00:00"],
        &["plan", "--channel", "zzz"],
        &["plan", "--calendar", "zzz"],
        &["plan", "-o", "zzz"],
        &["plan", "-o", "zzz.docx"],
        &["plan", "-o", "zzz/plan.json"],
        &["plan", "-o", "calendar.toml/plan.json"],
        &["plan", "--keep", "--replan"],
        &["plan", "--format", "zzz"],
        &["plan", "--week", "S48", "--month", "2026-11"],
        &["export", "zzz"],
        &["export", "ics", "-o", "zzz/plan.ics"],
        &["verify", "zzz.json"],
        &["verify", "broken.json"],
        &["verify", "empty.json"],
        &["verify", "other.json"],
        &["verify"],
        &["why"],
        &["zzz"],
        &["plan", "--zzz"],
        &["schema", "zzz"],
        &["count", "zzz.txt"],
        &["tone", "zzz.txt"],
        &["tone", "calendar.toml"],
        &["tone", "--text", "Zyx", "-n", "zzz"],
        &["tone", "--text", "Zyx", "--pack", "zzz"],
        &["tone", "--print-pack", "zzz"],
        &["tone", "--post", "zzz"],
        &["count", "--text", "Zyx", "-n", "zzz"],
        &["count", "--text", "Zyx", "-n", "mastodo"],
        &["count", "--post", "zzz"],
        &["count", "--post", "b2@zzz"],
        &["count", "--jsonl", "zzz.jsonl"],
        &["man", "calendar.toml/pages"],
        &["init"],
        &["init", "--name", "Zyx", "--channel", "x"],
    ] {
        refused(args, at);
    }
}

#[test]
fn failures_of_init_say_what_to_do() {
    let folder = tempfile::tempdir().expect("a test fixture");
    for args in [
        &["init"][..],
        &["init", "--name", "Zyx"],
        &["init", "--channel", "x"],
        &["init", "--name", "Zyx", "--channel", "zzz"],
        &["init", "--name", "Zyx", "--channel", "x", "--timezone", "Europe/Pariss"],
        &["init", "--name", "Zyx", "--channel", "x", "--timezone", "zzz"],
        &["init", "--name", "Zyx", "--channel", "x", "--country", "Zyxland"],
        &["init", "--name", "Zyx", "--channel", "x", "--brand-lang", "zz"],
        &["plan"],
        &["check"],
    ] {
        refused(args, folder.path());
    }
}

#[test]
fn a_plan_of_another_calendar_is_refused_or_told() {
    let folder = folder();
    let plan = Run::new(&["plan", "--format", "json"]).at(folder.path()).go();
    assert_eq!(plan.code, 0, "{plan:?}");
    fs::write(folder.path().join("plan.json"), &plan.stdout).expect("a test fixture");
    // Posts that the other calendar does not have.
    let other = repository().join("examples/solo");
    let other = other.to_str().expect("a test fixture");
    refused(&["verify", "plan.json", "--calendar", other], folder.path());
    // One plan, two calendars.
    let here = folder.path().to_str().expect("a test fixture").to_owned();
    refused(&["verify", "plan.json", "--calendar", &here, "--calendar", other], folder.path());
    // Only the name differs: that is a finding.
    let renamed = CALENDAR.replace("\"Zyx\"", "\"Xyz\"");
    fs::write(folder.path().join("calendar.toml"), renamed).expect("a test fixture");
    for (lang, said) in both(&["verify", "plan.json"], folder.path()) {
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.stdout.contains("Zyx") && said.stdout.contains("Xyz"), "{said:?}");
        assert_language(lang, &said.stdout, "verify");
    }
}
