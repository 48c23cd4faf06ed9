//! No plan breaks a rule, whatever the calendar.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said, repository};
use super::random::{Dice, calendar};
use chrono::NaiveDate;
use edito::model::{PlacedState, PlacementIx, Schedule, Workspace};
use edito::planner::{Effort, Request, Slots, plan};
use edito::source::Sources;
use edito::time::Instant;
use edito::verify::{Assignment, Keep, verify};
use serde_json::Value;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, d).expect("a test fixture")
}

fn workspace(text: &str) -> Workspace {
    let mut sources = Sources::default();
    let loaded = edito::load::from_text(text, &repository(), &mut sources).expect("a test fixture");
    let said: Vec<_> =
        loaded.findings.iter().map(|f| f.message.get(edito::lang::Lang::En).to_owned()).collect();
    loaded.workspace.unwrap_or_else(|| panic!("{said:?}\n{text}"))
}

fn starts(schedule: &Schedule) -> Vec<(PlacementIx, Instant)> {
    schedule
        .placed
        .iter()
        .filter(|placed| matches!(placed.state, PlacedState::Suggested | PlacedState::Kept))
        .map(|placed| (placed.placement, placed.start))
        .collect()
}

#[test]
fn no_plan_of_a_random_calendar_breaks_a_rule() {
    let now = Instant::parse_rfc3339("2026-10-18T12:00:00+02:00").expect("a test fixture");
    let mut placed = 0;
    for seed in 0..400 {
        let text = calendar(&mut Dice::new(seed));
        let ws = workspace(&text);
        for (slots, keep) in [
            (Slots::Consider, Keep::KeepSlots),
            (Slots::Keep, Keep::Locked),
            (Slots::Forget, Keep::Forget),
        ] {
            let request = Request { from: day(19), to: day(25), now, slots, effort: Effort::Quick };
            let schedule = plan(&ws, &request);
            let starts = starts(&schedule);
            placed += starts.len();
            let assignment = Assignment { from: day(19), to: day(25), now, keep, starts: &starts };
            let verdict = verify(&ws, &assignment);
            let breaches: Vec<String> = verdict
                .breaches
                .iter()
                .map(|b| b.text(&ws).get(edito::lang::Lang::En).to_owned())
                .collect();
            assert_eq!(breaches, Vec::<String>::new(), "seed {seed} {keep:?}\n{text}");
            assert_eq!(verdict.objective, schedule.objective, "seed {seed} {keep:?}\n{text}");
            assert!(schedule.bound >= schedule.objective, "seed {seed}");
        }
    }
    assert!(
        placed > 1_000,
        "only {placed} placements: the calendars are too tight to test anything"
    );
}

/// One channel with a better day on Tuesday and another on Thursday, and a post whose slot was
/// chosen before: the lesser one.
const SMALL: &str = r#"[calendar]
name = "Small"
timezone = "Europe/Paris"
lang = "en"

[channels.linkedin]
network = "linkedin"
cadence = { per_day = 1 }
windows = [
  { days = "tue", at = "09:00", score = 90 },
  { days = "thu", at = "09:00", score = 60 },
]

[[post]]
id = "chosen"
title = "Chosen before"
channels = ["linkedin"]
date = "2026-W48"
[post.on.linkedin]
slot = 2026-11-26T09:00:00
"#;

/// Saturday of the week before W48.
const SATURDAY: &str = "2026-11-21T10:00:00+01:00";

/// `edito plan --calendar … --week 2026-W48 MORE` on this calendar at an instant.
fn planned_at(calendar: &str, now: &str, more: &[&str]) -> Said {
    let folder = tempfile::tempdir().expect("a test fixture");
    std::fs::write(folder.path().join("calendar.toml"), calendar).expect("a test fixture");
    let args = ["plan", "--now", now].into_iter().chain(more.iter().copied());
    Run::new(&args.collect::<Vec<_>>()).at(folder.path()).go()
}

/// The plan as JSON; it must hold before `verify`, too.
fn json_of(calendar: &str, now: &str, more: &[&str]) -> Value {
    let args: Vec<&str> = ["--format", "json"].iter().chain(more).copied().collect();
    let said = planned_at(calendar, now, &args);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{said:?}");
    let folder = tempfile::tempdir().expect("a test fixture");
    std::fs::write(folder.path().join("calendar.toml"), calendar).expect("a test fixture");
    std::fs::write(folder.path().join("plan.json"), &said.stdout).expect("a test fixture");
    let verdict = Run::new(&["verify", "plan.json", "--now", now]).at(folder.path()).go();
    assert_eq!(verdict.code, 0, "{verdict:?}\n{said:?}");
    let value = serde_json::from_str(&said.stdout).expect("a plan is JSON");
    super::shape::plan(&value);
    value
}

/// `(post, start, state)` of every placement.
fn placed(plan: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let list = plan["placements"].as_array().expect("a list");
    list.iter().map(|p| (text(&p["post"]), text(&p["start"]), text(&p["state"]))).collect()
}

fn one(post: &str, start: &str, state: &str) -> Vec<(String, String, String)> {
    vec![(post.to_owned(), start.to_owned(), state.to_owned())]
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    for path in ["calendar.example.toml", "examples/museum-fr", "examples/agency/brand-c"] {
        let go = || {
            let args = ["plan", "--format", "json", "--month", "2026-12", "--calendar", path];
            Run::new(&args).go().stdout
        };
        let first = go();
        assert!(!first.is_empty());
        assert_eq!(first, go(), "{path}");
        // Nor does the terminal matter.
        let args =
            ["plan", "--format", "json", "--month", "2026-12", "--calendar", path, "--ascii"];
        assert_eq!(first, Run::new(&args).width(40).go().stdout, "{path}");
    }
}

#[test]
fn a_slot_stays_moves_at_a_price_or_is_forgotten() {
    let (tuesday, thursday) = ("2026-11-24T09:00:00+01:00", "2026-11-26T09:00:00+01:00");
    let plan = json_of(SMALL, SATURDAY, &[]);
    assert_eq!(placed(&plan), one("chosen", tuesday, "suggested"));
    let paid = json_of(SMALL, SATURDAY, &["--replan"]);
    assert_eq!(placed(&paid), one("chosen", tuesday, "suggested"));
    let kept = json_of(SMALL, SATURDAY, &["--keep"]);
    assert_eq!(placed(&kept), one("chosen", thursday, "kept"));
    let objective = |plan: &Value| plan["objective"].as_i64().expect("a number");
    assert!(objective(&plan) < objective(&paid), "a move has a price");
    assert!(objective(&kept) < objective(&plan), "here the move is worth it");
    let codes = |plan: &Value| plan["placements"][0]["why"].to_string();
    assert!(codes(&plan).contains("\"move\"") && !codes(&paid).contains("\"move\""));
    // Where the gain is less than the price, the slot stays.
    let equal = SMALL.replace("score = 90", "score = 61");
    assert_eq!(placed(&json_of(&equal, SATURDAY, &[])), one("chosen", thursday, "kept"));
    let forgotten = json_of(&equal, SATURDAY, &["--replan"]);
    assert_eq!(placed(&forgotten), one("chosen", tuesday, "suggested"));
}

#[test]
fn a_slot_that_was_kept_is_not_said_to_be_imposed() {
    for (lang, expected) in
        [("en", "keeps the slot chosen"), ("fr", "garde le créneau déjà choisi")]
    {
        let said = planned_at(SMALL, SATURDAY, &["--keep", "--lang", lang]);
        assert!(said.stdout.contains(expected), "{said:?}");
    }
}

#[test]
fn of_a_week_under_way_the_days_gone_are_closed() {
    let wednesday = "2026-11-25T10:00:00+01:00";
    let week = ["--week", "2026-W48"];
    let thursday = "2026-11-26T09:00:00+01:00";
    let plan = json_of(SMALL, wednesday, &week);
    assert_eq!(placed(&plan), one("chosen", thursday, "kept"));
    // When the week is over there is no slot left; the remedy promises no past one.
    let plan = json_of(SMALL, "2026-11-30T10:00:00+01:00", &week);
    assert_eq!(placed(&plan), []);
    let reason = &plan["unplaced"][0]["reasons"][0];
    assert_eq!(
        (&reason["code"], &reason["change"]),
        (&"past".into(), &"give it a date to come".into())
    );
    // What is out stays in the plan of its week.
    let out = format!("{SMALL}published = {{ at = 2026-11-24T09:00:00 }}\n").replace(
        "date = \"2026-W48\"\n",
        "date = \"2026-W48\"\nstatus = \"published\"\ntext = \"Out\"\n",
    );
    let plan = json_of(&out, wednesday, &week);
    assert_eq!(placed(&plan), one("chosen", "2026-11-24T09:00:00+01:00", "published"));
}

#[test]
fn an_empty_calendar_has_an_empty_plan() {
    let head = "[calendar]\nname = \"Empty\"\ntimezone = \"Europe/Paris\"\nlang = \"en\"\n";
    let channel = "[channels.x]\nnetwork = \"x\"\n";
    for calendar in [head.to_owned(), format!("{head}{channel}")] {
        let plan = json_of(&calendar, SATURDAY, &[]);
        assert_eq!(placed(&plan), []);
        assert_eq!((&plan["objective"], &plan["status"]), (&0.into(), &"optimal".into()));
        assert_eq!(plan["gap"], Value::Null);
        for format in ["table", "markdown"] {
            let said = planned_at(&calendar, SATURDAY, &["--format", format]);
            assert_eq!(said.code, 0, "{said:?}");
            assert!(said.stdout.contains("Empty"), "{said:?}");
        }
        let silent = planned_at(&calendar, SATURDAY, &["--if-any"]);
        assert_eq!((silent.code, silent.stdout.as_str(), silent.stderr.as_str()), (0, "", ""));
    }
}

#[test]
fn without_people_or_mix_posts_find_their_slots() {
    let plan = json_of(SMALL, SATURDAY, &["--replan"]);
    assert_eq!(plan["mix"], Value::Array(Vec::new()));
    assert_eq!(placed(&plan).len(), 1);
    // Somebody has to be there, and nobody has a duty: a warning of `check`, not an empty plan.
    let presence = "[plan]\npresence = { after = \"60min\", by = \"anyone\", capacity = 1 }\n";
    let plan = json_of(&format!("{SMALL}{presence}"), SATURDAY, &["--replan"]);
    assert_eq!(placed(&plan).len(), 1);
    // With a duty on another day, the slots of nobody are closed.
    let duty = "[people.ana]\nname = \"Ana\"\nduty = [{ days = \"mon\", from = \"08:00\", to = \"18:00\" }]\n";
    let plan = json_of(&format!("{SMALL}{presence}{duty}"), SATURDAY, &[]);
    assert_eq!(placed(&plan), []);
    let reasons = plan["unplaced"][0]["reasons"].to_string();
    assert!(reasons.contains("\"presence\""), "{reasons}");
}

#[test]
fn spans_are_long_but_not_endless() {
    let span = |to| ["--from", "2026-11-01", "--to", to];
    let plan = json_of(SMALL, SATURDAY, &span("2026-12-30"));
    assert_eq!((&plan["from"], &plan["to"]), (&"2026-11-01".into(), &"2026-12-30".into()));
    assert_eq!(placed(&plan).len(), 1);
    let longest = planned_at(SMALL, SATURDAY, &span("2027-12-05"));
    assert_eq!(longest.code, 0, "{longest:?}");
    let too_long = planned_at(SMALL, SATURDAY, &span("2027-12-06"));
    assert_eq!((too_long.code, too_long.stdout.as_str()), (2, ""));
    assert!(too_long.stderr.contains("400 days"), "{too_long:?}");
}

#[test]
fn the_nearest_of_a_yearly_event_counts() {
    let text = "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.x]\nnetwork = \"x\"\n\
                [[event]]\nid = \"an\"\nname = \"Nouvel an\"\nrule = \"01-01\"\n\
                [[post]]\nid = \"v\"\ntitle = \"V\"\ndate = \"2026-01-01/2026-12-31\"\n\
                after = [{ event = \"an\", min = \"1d\", max = \"300d\" }]\n";
    let ws = workspace(text);
    let now = Instant::parse_rfc3339("2025-12-20T12:00:00+01:00").expect("an instant");
    let days = |m, d| NaiveDate::from_ymd_opt(2026, m, d).expect("a day");
    for (from, to) in [(days(1, 1), days(1, 7)), (days(12, 20), days(12, 31))] {
        let request = Request { from, to, now, slots: Slots::Consider, effort: Effort::Quick };
        let schedule = plan(&ws, &request);
        let starts = starts(&schedule);
        let verdict =
            verify(&ws, &Assignment { from, to, now, keep: Keep::KeepSlots, starts: &starts });
        assert!(verdict.is_sound(), "{from}: {starts:?}");
    }
}

#[test]
fn a_plan_under_a_clock_that_is_proven_is_the_plan() {
    let plain = planned_at(SMALL, SATURDAY, &["--format", "json"]);
    for lang in ["en", "fr"] {
        let more = ["--time-limit", "1min", "--lang", lang];
        let said = planned_at(SMALL, SATURDAY, &more);
        assert_eq!(said.stderr, "", "the clock changed nothing");
        let said = planned_at(SMALL, SATURDAY, &[&more[..], &["--format", "json"]].concat());
        assert_eq!(said.stderr, "", "the clock changed nothing");
        assert_eq!(said.stdout == plain.stdout, lang == "en", "{said:?}");
        let said = planned_at(SMALL, SATURDAY, &["--time-limit", "soon", "--lang", lang]);
        assert_eq!((said.code, said.stdout.as_str()), (2, ""), "{said:?}");
    }
    assert_eq!(plain.stderr, "", "no clock, no remark");
}

#[test]
fn nothing_overwrites_a_picture_of_the_calendar() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("assets")).expect("a folder");
    let picture = folder.path().join("assets/x.png");
    std::fs::write(&picture, "picture").expect("a file");
    let post = "[[post]]\nid = \"p\"\ntitle = \"P\"\nstatus = \"idea\"\n\
                media = [{ file = \"assets/x.png\", alt = \"X\" }]\n";
    std::fs::write(folder.path().join("calendar.toml"), format!("{SMALL}\n{post}"))
        .expect("a file");
    for option in ["--certificate", "-o"] {
        let args = ["plan", "--format", "json", option, "./assets/../assets/x.png"];
        let said = Run::new(&args).at(folder.path()).go();
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.stderr.contains("overwritten"), "{said:?}");
        assert_eq!(std::fs::read_to_string(&picture).expect("a file"), "picture");
    }
}

#[test]
fn a_post_of_another_week_is_not_said_to_have_no_slot() {
    let text = "[calendar]\nname = \"S\"\ntimezone = \"Europe/Paris\"\n\
                [channels.x]\nnetwork = \"x\"\n\
                [[post]]\nid = \"first\"\ntitle = \"First\"\nchannels = [\"x\"]\n\
                status = \"draft\"\ndate = \"2026-W49\"\n\
                [[post]]\nid = \"then\"\ntitle = \"Then\"\nchannels = [\"x\"]\n\
                status = \"draft\"\ndate = \"2026-W50\"\n\
                after = [{ post = \"first\", min = \"1d\" }]\n";
    let said = planned_at(text, SATURDAY, &["--week", "2026-W50"]);
    let plain = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("“First” must go out first, and its date is outside"), "{said:?}");
    let both = ["--from", "2026-11-30", "--to", "2026-12-13"];
    let said = planned_at(text, SATURDAY, &both);
    assert!(!said.stdout.contains("must go out first"), "{said:?}");
}

#[test]
fn of_several_rules_one_is_named() {
    let text = "[calendar]\nname = \"S\"\ntimezone = \"Europe/Paris\"\n\
                [plan]\nspacing = \"15min\"\n\
                [channels.x]\nnetwork = \"x\"\ncadence = { gap = \"20h\" }\n\
                windows = [{ days = \"tue\", at = \"12:00\", score = 80 }]\n\
                [channels.facebook]\nnetwork = \"facebook\"\n\
                [[post]]\nid = \"eve\"\ntitle = \"Eve\"\nchannels = [\"x\"]\n\
                at = 2026-11-23T18:00:00\n\
                [[post]]\nid = \"noon\"\ntitle = \"Noon\"\nchannels = [\"facebook\"]\n\
                at = 2026-11-24T12:00:00\n\
                [[post]]\nid = \"late\"\ntitle = \"Late\"\nchannels = [\"x\"]\n\
                status = \"draft\"\ndate = 2026-11-24\n";
    let said = planned_at(text, SATURDAY, &["--week", "2026-W48"]);
    let plain = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("several rules together leave no room for it"), "{said:?}");
    assert!(plain.contains("from “Eve”") || plain.contains("from “Noon”"), "{said:?}");
}

#[test]
fn a_certificate_overwrites_no_calendar() {
    for path in ["-", "calendar.toml"] {
        let said = planned_at(SMALL, SATURDAY, &["--certificate", path]);
        assert_eq!((said.code, said.stdout.as_str()), (2, ""), "{said:?}");
    }
    let two = ["--calendar", "calendar.toml", "--calendar", "calendar.toml"];
    let said = planned_at(SMALL, SATURDAY, &[&two[..], &["--certificate", "b.json"]].concat());
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.stderr.contains("one calendar"), "{said:?}");
}
