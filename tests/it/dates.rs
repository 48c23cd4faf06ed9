//! The dates in the life of a brand, as people and programs see them.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said};
use serde_json::{Value, json};

const CALENDAR: &str = include_str!("../data/dates/calendar.toml");

/// A command on a calendar, on Saturday 12 December 2026 unless told otherwise.
fn run(text: &str, args: &[&str]) -> Said {
    let folder = tempfile::tempdir().expect("a test fixture");
    std::fs::write(folder.path().join("calendar.toml"), text).expect("a test fixture");
    let mut all = args.to_vec();
    if !args.contains(&"--now") {
        all.extend(["--now", "2026-12-12T10:00:00+01:00"]);
    }
    Run::new(&all).at(folder.path()).go()
}

fn plan(text: &str, args: &[&str]) -> Value {
    let said = run(text, &[&["plan", "--format", "json"], args].concat());
    let value = serde_json::from_str(&said.stdout).expect("a plan is JSON");
    super::shape::plan(&value);
    value
}

/// The rules that find something, with their levels.
fn found(text: &str, args: &[&str]) -> Vec<(String, String)> {
    let said = run(text, &[&["check", "--format", "json"], args].concat());
    let value: Value = serde_json::from_str(&said.stdout).expect("a report is JSON");
    super::shape::check(&value);
    let word = |finding: &Value, key: &str| finding[key].as_str().expect("a text").to_owned();
    let findings = value["findings"].as_array().expect("a list").iter();
    findings.map(|finding| (word(finding, "rule"), word(finding, "level"))).collect()
}

fn level(text: &str, rule: &str, now: &str) -> Option<String> {
    let all = found(text, &["--only", rule, "--now", now]);
    all.into_iter().find(|(own, _)| own == rule).map(|(_, level)| level)
}

#[test]
fn a_plan_tells_programs_what_may_be_seized_and_what_may_return() {
    // The day of the series is one of the slots that the week lacks: with three, another is free.
    let calendar = CALENDAR.replace("per_week = { min = 2", "per_week = { min = 3");
    let plan = plan(&calendar, &[]);
    assert_eq!(
        plan["opportunities"],
        json!([
            {"name": "Journée de la gentillesse", "from": "2026-12-15", "to": "2026-12-15",
                "begin": "2026-12-08", "posts": ["gentil"]},
            {"name": "Nuit des musées", "from": "2026-12-22", "to": "2026-12-22",
                "begin": "2026-12-15", "posts": []},
        ])
    );
    let free = plan["free"].as_array().expect("a list");
    let offered: Vec<&Value> = free.iter().filter_map(|slot| slot.get("evergreen")).collect();
    // Out again on 1 March: 20 December would be too near, and 14 December is a series' own. None.
    assert!(offered.is_empty(), "{free:?}");
    let rested = calendar.replace("date = 2027-03-01", "date = 2027-06-01");
    let rested = self::plan(&rested.replace("date = 2027-04-05", "date = 2027-09-05"), &[]);
    let free = rested["free"].as_array().expect("a list");
    let offered: Vec<&Value> = free.iter().filter_map(|slot| slot.get("evergreen")).collect();
    assert_eq!(offered, [&json!("bougies")], "{free:?}");
}

#[test]
fn a_date_to_seize_is_a_hint_and_then_a_warning() {
    for (now, expected) in [
        ("2026-12-07T10:00:00+01:00", None),
        ("2026-12-08T10:00:00+01:00", Some("hint")),
        ("2026-12-14T10:00:00+01:00", Some("hint")),
        ("2026-12-15T10:00:00+01:00", Some("warning")),
        ("2026-12-22T10:00:00+01:00", Some("warning")),
        ("2026-12-23T10:00:00+01:00", None),
    ] {
        let found = level(CALENDAR, "missed-opportunity", now);
        assert_eq!(found.as_deref(), expected, "{now}");
    }
    let planned = format!(
        "{CALENDAR}\n[[post]]\nid = \"nuit\"\ntitle = \"Nuit\"\ndate = \"2026-W51\"\ntopic = \"nuit-des-musees\"\n"
    );
    assert_eq!(level(&planned, "missed-opportunity", "2026-12-15T10:00:00+01:00"), None);
}

#[test]
fn a_feature_asks_a_week_ahead_and_louder_two_days_before() {
    let filled = format!(
        "{CALENDAR}\n[[post]]\nid = \"lundi\"\ntitle = \"Lundi\"\nseries = \"lundi-musee\"\ndate = 2026-12-14\n"
    );
    for (text, now, expected) in [
        (CALENDAR, "2026-12-11T10:00:00+01:00", Some("hint")),
        (CALENDAR, "2026-12-12T10:00:00+01:00", Some("warning")),
        // Past nine o'clock the day is over, and the next is a week away.
        (CALENDAR, "2026-12-14T08:00:00+01:00", Some("warning")),
        (CALENDAR, "2026-12-14T10:00:00+01:00", Some("hint")),
        (&filled, "2026-12-12T10:00:00+01:00", None),
        (&filled, "2026-12-14T08:00:00+01:00", Some("hint")),
    ] {
        let found = level(text, "series-without-post", now);
        assert_eq!(found.as_deref(), expected, "{now}");
    }
    // The post that is missed may be one that could not be read.
    let misread =
        format!("{CALENDAR}\n[[post]]\nid = \"lundi\"\ntitle = \"L\"\nserie = \"lundi-musee\"\n");
    assert_eq!(level(&misread, "series-without-post", "2026-12-12T10:00:00+01:00"), None);
    // The only channel need not be named.
    let short = CALENDAR.replace("channels = [\"bluesky\"]\n", "");
    assert_ne!(short, CALENDAR);
    let found = level(&short, "series-without-post", "2026-12-12T10:00:00+01:00");
    assert_eq!(found.as_deref(), Some("warning"));
    // With a lead of two working days, nothing is asked before Thursday 10.
    let lead = format!("[plan]\nlead = {{ draft = \"2d\" }}\n{CALENDAR}");
    assert_eq!(level(&lead, "series-without-post", "2026-12-09T10:00:00+01:00"), None);
    let found = level(&lead, "series-without-post", "2026-12-10T10:00:00+01:00");
    assert_eq!(found.as_deref(), Some("hint"));
}

#[test]
fn a_zone_is_one_of_four_and_french() {
    for (written, help) in [("c", "`C`"), ("Zone B", "`B`"), ("corse", "`Corse`"), ("D", "`A`")] {
        let text = CALENDAR.replace("school_zone = \"C\"", &format!("school_zone = \"{written}\""));
        let said = run(&text, &["check"]).stdout;
        let line = said.lines().find(|line| line.contains("aide")).unwrap_or_default();
        assert!(line.contains(help), "{written}: {said}");
    }
    let abroad = CALENDAR.replace("country = \"FR\"", "country = \"BE\"");
    let now = "2026-12-12T10:00:00+01:00";
    assert_eq!(level(&abroad, "school-dates-unknown", now).as_deref(), Some("hint"));
    let plan = run(&abroad, &["plan"]).stdout;
    assert!(!plan.contains("Vacances de Noël"), "{plan}");
}

#[test]
fn school_holidays_close_their_days_when_asked() {
    let text = CALENDAR.replace("school_zone = \"C\"", "school_zone = \"C\"\nschool = \"avoid\"");
    let free = |text: &str| {
        let plan = plan(text, &["--from", "2026-12-19", "--to", "2027-01-03"]);
        plan["free"].as_array().expect("a list").len()
    };
    assert!(free(CALENDAR) > 0);
    assert_eq!(free(&text), 0);
    let fixed =
        format!("{text}\n[[post]]\nid = \"fixe\"\ntitle = \"Fixe\"\nat = 2026-12-24T12:00:00\n");
    assert_eq!(
        level(&fixed, "on-avoided-day", "2026-12-12T10:00:00+01:00").as_deref(),
        Some("warning")
    );
}
