//! The calendars we ship, as a person sees them: no error in any, and every screen fits.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said};
use super::shape::{self, same_keys};
use edito::render::columns;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const NOW: &str = "2026-11-21T10:00:00+01:00";
const WIDTHS: [usize; 3] = [40, 80, 140];
const LANGS: [&str; 2] = ["fr", "en"];

/// One workspace or several in one run, and every finding `check` is to show, by rule.
struct Example<'a> {
    calendars: &'a [&'a str],
    findings: &'static [(&'static str, usize)],
}

const EXAMPLES: [Example<'static>; 8] = [
    Example {
        calendars: &["calendar.example.toml"],
        findings: &[
            ("approval-missing", 1),
            ("pillar-repeat", 1),
            ("missing-alt-text", 1),
            ("placeholder", 1),
            ("tone.superlatifs", 1),
            ("hashtag-cut", 1),
        ],
    },
    Example {
        calendars: &["examples/boulangerie"],
        findings: &[("missed-opportunity", 1), ("late-step", 3)],
    },
    Example { calendars: &["examples/solo"], findings: &[("unknown-country", 1)] },
    Example {
        calendars: &["examples/museum-fr"],
        findings: &[("off-mix", 2), ("approval-missing", 1), ("pillar-repeat", 1)],
    },
    Example { calendars: &["examples/agency/brand-a"], findings: &[] },
    Example { calendars: &["examples/agency/brand-b"], findings: &[("unknown-country", 1)] },
    Example { calendars: &["examples/agency/brand-c"], findings: &[] },
    Example {
        calendars: &[
            "examples/agency/brand-a",
            "examples/agency/brand-b",
            "examples/agency/brand-c",
        ],
        findings: &[("unknown-country", 1)],
    },
];

impl Example<'_> {
    /// `edito ARGS` on these calendars at our instant.
    fn run(&self, args: &[&str]) -> Run {
        let calendars = self.calendars.iter().flat_map(|path| ["--calendar", path]);
        let all: Vec<&str> = args.iter().copied().chain(calendars).chain(["--now", NOW]).collect();
        Run::new(&all)
    }

    /// What `args` says, which must go well and be something.
    fn fine(&self, args: &[&str]) -> String {
        let said = self.run(args).go();
        assert_eq!(said.code, 0, "{:?} {args:?}: {said:?}", self.calendars);
        assert!(!said.stdout.trim().is_empty(), "{:?} {args:?}: {said:?}", self.calendars);
        said.stdout
    }

    /// Every screen of `args` in both languages on these terminals: each fits.
    fn fits(&self, args: &[&str], widths: &[usize]) {
        for lang in LANGS {
            for &width in widths {
                let args: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
                let said = self.run(&args).width(width).go();
                assert_eq!(said.code, 0, "{:?} {args:?}: {said:?}", self.calendars);
                assert_fits(&said, width, &format!("{:?} {args:?}", self.calendars));
            }
        }
    }

    fn plans(&self) -> Vec<Value> {
        let text = self.fine(&["plan", "--week", "2026-W48", "--format", "json"]);
        text.lines().map(|line| serde_json::from_str(line).expect("a plan is JSON")).collect()
    }
}

fn assert_fits(said: &Said, width: usize, what: &str) {
    for text in [&said.stdout, &said.stderr] {
        for line in text.split('\n') {
            let takes = columns(line);
            assert!(takes <= width, "{what}: {takes} columns on {width}:\n{line}");
            let control = line.chars().find(|letter| letter.is_control());
            assert_eq!(control, None, "{what}: {line:?}");
        }
    }
}

#[test]
fn check_finds_no_error_and_what_is_listed_here() {
    for example in &EXAMPLES {
        let text = example.fine(&["check", "--format", "json"]);
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for line in text.lines() {
            let value: Value = serde_json::from_str(line).expect("check says JSON");
            shape::check(&value);
            assert_eq!(value["summary"]["errors"], 0, "{:?}", example.calendars);
            for finding in value["findings"].as_array().expect("a list") {
                *found.entry(finding["rule"].as_str().expect("a rule").to_owned()).or_default() +=
                    1;
            }
        }
        let expected: BTreeMap<String, usize> =
            example.findings.iter().map(|(rule, n)| ((*rule).to_owned(), *n)).collect();
        assert_eq!(found, expected, "{:?}\n{text}", example.calendars);
    }
}

#[test]
fn every_finding_fits_the_terminal() {
    for example in &EXAMPLES {
        // Prose, not a table: what is wider than a narrower terminal goes on in its next line.
        example.fits(&["check"], &[80, 140]);
    }
}

#[test]
fn every_plan_fits_the_terminal() {
    for example in &EXAMPLES {
        example.fits(&["plan", "--week", "2026-W48", "--format", "table"], &WIDTHS);
        example.fits(&["plan", "--week", "2026-W48", "--ascii"], &WIDTHS);
    }
}

#[test]
fn plans_come_in_every_format_with_the_keys_of_the_contract() {
    for example in &EXAMPLES {
        let markdown = example.fine(&["plan", "--week", "2026-W48", "--format", "markdown"]);
        let titles = markdown.lines().filter(|line| line.starts_with("# ")).count();
        assert_eq!(titles, example.calendars.len(), "{markdown}");
        let plans = example.plans();
        assert_eq!(plans.len(), example.calendars.len());
        for plan in &plans {
            shape::plan(plan);
            assert!(!plan["placements"].as_array().expect("a list").is_empty(), "{plan}");
        }
    }
}

#[test]
fn every_placement_can_be_explained() {
    for example in &EXAMPLES {
        let calendars = example.calendars.iter();
        for (calendar, plan) in calendars.zip(example.plans()) {
            let own = Example { calendars: &[calendar], findings: &[] };
            let lists = [&plan["placements"], &plan["unplaced"]];
            let all = lists.into_iter().flat_map(|list| list.as_array().expect("a list"));
            for (i, placed) in all.enumerate() {
                let name = |key: &str| placed[key].as_str().expect("an id");
                let post = format!("{}@{}", name("post"), name("channel"));
                let (lang, width) = (LANGS[i % 2], WIDTHS[i % 3]);
                let said = own.run(&["why", &post, "--lang", lang]).width(width).go();
                assert_eq!(said.code, 0, "{post}: {said:?}");
                assert!(said.stdout.contains(name("channel")), "{post}: {said:?}");
                if let Some(title) = placed["title"].as_str() {
                    // The whole title may stand on several lines.
                    let word = title.split([' ', '\u{a0}', '\u{202f}']).next().expect("a title");
                    assert!(said.stdout.contains(word), "{post}: {said:?}");
                }
                assert_fits(&said, width, &post);
            }
        }
    }
}

#[test]
fn exports_are_full_and_say_the_posts_of_the_plan() {
    for example in &EXAMPLES {
        let plans = example.plans();
        let many = |key: &str| -> usize {
            plans.iter().map(|plan| plan[key].as_array().expect("a list").len()).sum()
        };
        let week = |format| example.fine(&["export", format, "--week", "2026-W48"]);
        let csv = week("csv");
        let separator = if csv.contains("date;") { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(csv.as_bytes());
        let rows = reader.records().inspect(|row| assert!(row.is_ok(), "{row:?}")).count();
        assert_eq!(rows, many("placements") + many("unplaced"), "{:?}\n{csv}", example.calendars);
        let ics = week("ics");
        assert_eq!(ics.matches("BEGIN:VEVENT").count(), many("placements"), "{ics}");
        assert!(ics.lines().all(|line| line.len() <= 75), "{ics}");
        assert_eq!(week("json"), example.fine(&["plan", "--week", "2026-W48", "--format", "json"]));
        assert!(week("markdown").starts_with("# "));
    }
}

#[test]
fn verify_agrees_with_every_plan() {
    let folder = tempfile::tempdir().expect("a test fixture");
    let path = folder.path().join("plan.json");
    let path = path.to_str().expect("a test fixture");
    for example in &EXAMPLES {
        let text = example.fine(&["plan", "--week", "2026-W48", "--format", "json"]);
        fs::write(path, &text).expect("a test fixture");
        example.fine(&["verify", path]);
        let mut wrong: Value =
            serde_json::from_str(text.lines().next().expect("a plan")).expect("a plan is JSON");
        wrong["objective"] = (wrong["objective"].as_i64().expect("a number") + 1).into();
        let rest = text.lines().skip(1).map(|line| format!("{line}\n")).collect::<String>();
        fs::write(path, format!("{wrong}\n{rest}")).expect("a test fixture");
        let said = example.run(&["verify", path]).go();
        assert_eq!(said.code, 1, "{:?}: {said:?}", example.calendars);
    }
}

#[test]
fn the_keys_are_compared_in_earnest() {
    let object = serde_json::json!({"a": 1, "b": 2});
    assert!(same_keys(&object, &["b", "a"]));
    assert!(!same_keys(&object, &["a"]));
    assert!(!same_keys(&object, &["a", "b", "c"]));
}
