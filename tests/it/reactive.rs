//! One urgent post: the slot it gets, what gives way, and no rule broken for it.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said, repository};
use super::random::{Dice, calendar};
use chrono::NaiveDate;
use edito::lang::Lang;
use edito::model::{ChannelIx, PlacementIx, Schedule, Status, Workspace};
use edito::planner::{Effort, Request, Slots, Urgent, plan, reactive};
use edito::source::Sources;
use edito::time::Instant;
use edito::verify::{Assignment, Keep, verify};
use serde_json::Value;
use std::collections::BTreeMap;

/// A channel whose week is full but for its reserve, a post a day from Monday to Thursday.
const FULL: &str = r#"[calendar]
name = "Atelier"
timezone = "Europe/Paris"
lang = "en"

[mix]
reserve = 20

[channels.linkedin]
network = "linkedin"
cadence = { per_day = 1, per_week = { max = 5 } }
windows = [
  { days = "mon-thu", from = "09:00", to = "10:00", score = 90 },
  { days = "fri", from = "14:00", to = "16:00", score = 50 },
]

[[post]]
id = "a"
title = "A"
channels = ["linkedin"]
date = "2026-W48"

[[post]]
id = "b"
title = "B"
channels = ["linkedin"]
date = "2026-W48"

[[post]]
id = "c"
title = "C"
channels = ["linkedin"]
date = "2026-W48"

[[post]]
id = "d"
title = "D"
channels = ["linkedin"]
date = "2026-W48"
"#;

fn run(text: &str, args: &[&str]) -> Said {
    let folder = tempfile::tempdir().expect("a test fixture");
    std::fs::write(folder.path().join("calendar.toml"), text).expect("a test fixture");
    Run::new(&[&["plan", "--reactive"], args].concat()).at(folder.path()).go()
}

/// What is said of the first channel.
fn asked(text: &str, args: &[&str]) -> Value {
    let said = run(text, &[args, &["--format", "json"]].concat());
    assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{said:?}");
    let value: Value = serde_json::from_str(&said.stdout).expect("a plan is JSON");
    super::shape::plan(&value);
    value["reactive"]["channels"][0].clone()
}

#[test]
fn the_reserve_is_there_for_it() {
    let friday = asked(FULL, &["friday"]);
    let slot = &friday["slot"];
    assert_eq!(slot["start"], "2026-11-27T14:00:00+01:00");
    assert_eq!((&slot["reserve"], &slot["cost"]), (&true.into(), &0.into()));
    assert_eq!(slot["changes"], serde_json::json!([]));
    // On a day that is taken, its post goes to Friday: still inside `per_week.max`.
    let monday = asked(FULL, &["lundi"]);
    let slot = &monday["slot"];
    assert_eq!(slot["start"], "2026-11-23T09:00:00+01:00");
    assert_eq!(slot["changes"].as_array().expect("a list").len(), 1, "{slot}");
    assert_eq!(slot["changes"][0]["to"], "2026-11-27T14:00:00+01:00");
    assert_eq!(slot["reserve"], true);
    // The move and what the lesser slot loses: 40 and 40 points, a hundred each, for priority 3.
    assert_eq!(slot["cost"], 100 * (40 + 3 * 40));
}

#[test]
fn without_a_reserve_one_falls_out() {
    let tight = FULL.replace("reserve = 20", "reserve = 0").replace("max = 5", "max = 4");
    let monday = asked(&tight, &["2026-11-23"]);
    let changes = &monday["slot"]["changes"];
    assert_eq!(changes[0]["kind"], "removed", "{monday}");
    assert_eq!(changes.as_array().expect("a list").len(), 1);
    assert_eq!(monday["slot"]["reserve"], false, "there is none");
}

#[test]
fn what_is_fixed_stays_and_the_past_is_closed() {
    let fixed = FULL.replacen("date = \"2026-W48\"", "at = 2026-11-24T09:30:00", 1);
    let tuesday = asked(&fixed, &["tuesday"]);
    assert_eq!(tuesday["slot"], Value::Null);
    assert_eq!(tuesday["reasons"][0]["code"], "per-day", "{tuesday}");
    let now = ["--now", "2026-11-27T14:40:00+01:00"];
    let today = asked(FULL, &[&["today"][..], &now].concat());
    assert_eq!(today["slot"]["start"], "2026-11-27T15:00:00+01:00");
    let late = asked(FULL, &["aujourd’hui", "--now", "2026-11-27T18:00:00+01:00"]);
    assert_eq!(late["slot"], Value::Null);
    assert_eq!(late["reasons"][0]["code"], "past", "{late}");
}

#[test]
fn the_answer_is_short_and_in_words() {
    for (lang, expected) in [
        (
            "en",
            [
                "an urgent post on Monday 23 November 2026",
                "Best: linkedin at 09:00; 1 slot changes.",
            ],
        ),
        (
            "fr",
            [
                "une publication urgente le lundi 23 novembre 2026",
                "Le mieux\u{a0}: linkedin à 9 h\u{202f}; 1 créneau change.",
            ],
        ),
    ] {
        for format in ["table", "markdown"] {
            let said = run(FULL, &["monday", "--lang", lang, "--format", format]);
            let text = said.stdout.replace("\\#", "#");
            assert!(expected.iter().all(|words| text.contains(words)), "{said:?}");
            assert!(text.contains("at = 2026-11-23T09:00:00"), "{text}");
            assert!(!text.contains("Cadence"), "the plan itself is not printed: {text}");
        }
        for (words, fault) in [("S49", 2), ("hier", 2), ("blorp", 2)] {
            let said = run(FULL, &[words, "--lang", lang]);
            assert_eq!((said.code, said.stdout.as_str()), (fault, ""), "{said:?}");
        }
    }
    assert_eq!(run(FULL, &["monday", "-o", "x.ics"]).code, 2);
    assert_eq!(run(FULL, &["monday", "--week", "S48"]).code, 2);
}

/// The example of the repository: the urgent post takes the hour of another, which moves, though
/// the first steps of the window that it takes make two move.
#[test]
fn the_best_slot_of_a_full_day_is_found() {
    for (day, channel, start, changes) in [
        ("thursday", "instagram", "2026-11-26T13:00:00+01:00", 1),
        ("wednesday", "facebook", "2026-11-25T13:00:00+01:00", 1),
    ] {
        let args = ["plan", "--calendar", "calendar.example.toml", "--format", "json"];
        let more = ["--reactive", day, "--channel", channel];
        let said = Run::new(&[&args[..], &more].concat()).go();
        let value: Value = serde_json::from_str(&said.stdout).expect("a plan is JSON");
        let slot = &value["reactive"]["channels"][0]["slot"];
        assert_eq!(slot["start"], start, "{slot}");
        assert_eq!(slot["changes"].as_array().expect("a list").len(), changes, "{slot}");
    }
}

/// What is advised does what was promised: nothing else moves, and nobody falls out.
#[test]
fn the_advice_keeps_its_promise() {
    let advice = run(FULL, &["friday"]).stdout.replace('\n', " ");
    assert!(advice.contains("`--keep`") && advice.contains("`on.CHANNEL.slot`"), "{advice}");
    let days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];
    let mut done = FULL.to_owned();
    for (id, day) in ["a", "b", "c", "d"].iter().zip(days) {
        let title = format!("title = \"{}\"\n", id.to_uppercase());
        let slot = format!("{title}on.linkedin.slot = {day}T09:00:00\n");
        done = done.replace(&title, &slot);
    }
    done.push_str("\n[[post]]\nid = \"u\"\ntitle = \"U\"\nchannels = [\"linkedin\"]\nat = 2026-11-27T14:00:00\n");
    let folder = tempfile::tempdir().expect("a test fixture");
    std::fs::write(folder.path().join("calendar.toml"), done).expect("a test fixture");
    let left = |more: &[&str]| {
        let said = Run::new(&[&["plan", "--format", "json"], more].concat()).at(folder.path()).go();
        let value: Value = serde_json::from_str(&said.stdout).expect("a plan is JSON");
        value["unplaced"].as_array().expect("a list").len()
    };
    assert_eq!(left(&["--keep"]), 0);
    assert_eq!(left(&[]), 1, "as the advice says");
}

/// Sunday morning in Auckland is Saturday in Paris: only what is Sunday on both clocks is told,
/// and both clocks are.
#[test]
fn the_day_is_that_day_on_both_clocks() {
    let far = FULL
        .replace(
            "network = \"linkedin\"",
            "network = \"linkedin\"\ntimezone = \"Pacific/Auckland\"",
        )
        .replace(
            "{ days = \"fri\", from = \"14:00\", to = \"16:00\", score = 50 }",
            "{ days = \"sun\", from = \"09:00\", to = \"20:00\", score = 50 }",
        );
    let said = run(&far, &["sunday"]);
    let text = said.stdout.replace('\n', " ");
    assert!(
        text.contains("Best: linkedin at 00:00 (Sun 22 Nov at 12:00 in Pacific/Auckland)"),
        "{text}"
    );
    let early = far.replace("to = \"20:00\"", "to = \"10:00\"");
    let said = run(&early, &["sunday"]);
    assert!(said.stdout.contains("No channel has a slot for it that day."), "{said:?}");
    assert!(said.stdout.contains("outside"), "{said:?}");
}

#[test]
fn words_that_are_no_day_are_answered_with_days() {
    for lang in ["en", "fr"] {
        let said = run(FULL, &["nonsense", "--lang", lang]);
        assert!(said.code == 2 && said.stderr.contains("2026-11-24"), "{said:?}");
        assert!(!said.stderr.contains("week") && !said.stderr.contains("semaine"), "{said:?}");
    }
}

fn workspace(text: &str) -> Workspace {
    let mut sources = Sources::default();
    let loaded = edito::load::from_text(text, &repository(), &mut sources).expect("a test fixture");
    loaded.workspace.expect("a test fixture")
}

/// The starts of a plan that nobody fixed.
fn starts(schedule: &Schedule) -> BTreeMap<PlacementIx, Instant> {
    use edito::model::PlacedState::{Kept, Suggested};
    let free = schedule.placed.iter().filter(|p| matches!(p.state, Suggested | Kept));
    free.map(|placed| (placed.placement, placed.start)).collect()
}

/// What becomes of slots chosen before, in the words of the planner and of the verifier.
const MODES: [(Slots, Keep); 3] = [
    (Slots::Consider, Keep::KeepSlots),
    (Slots::Keep, Keep::Locked),
    (Slots::Forget, Keep::Forget),
];

/// The plan, changed as the answer says, with the urgent post as one that nobody fixed: no rule is
/// broken, but that the lane may go up to its `per_week.max`.
#[test]
fn no_answer_about_a_random_calendar_breaks_a_rule() {
    let now = Instant::parse_rfc3339("2026-10-18T12:00:00+02:00").expect("a test fixture");
    let day = |d| NaiveDate::from_ymd_opt(2026, 10, d).expect("a test fixture");
    let (mut open, mut moved, mut costs) = (0, 0, 0);
    for seed in 0..90 {
        let (slots, keep) = MODES[usize::try_from(seed % 3).expect("below three")];
        let text = calendar(&mut Dice::new(seed));
        let ws = workspace(&text);
        let effort = Effort::Quick;
        let request = Request { from: day(19), to: day(25), now, slots, effort };
        let base = plan(&ws, &request);
        let channels: Vec<ChannelIx> = ws.each_channel().map(|(ix, _)| ix).collect();
        let urgent = Urgent { day: day(20), channels: &channels, title: "U" };
        let mut go = |ws: &Workspace, request: &Request| Ok::<_, ()>(plan(ws, request));
        let answer = reactive(&ws, &request, &base, &urgent, &mut go).expect("plans are made");
        for on in &answer.channels {
            for slot in on.slot.iter().chain(&on.calm) {
                open += 1;
                moved += slot.changes.len();
                let mut all = starts(&base);
                for change in &slot.changes {
                    assert_eq!(change.from.map(|from| from.start), all.remove(&change.placement));
                    all.extend(change.to.map(|to| (change.placement, to.start)));
                }
                all.insert(on.placement, slot.start);
                let (mut with, _) = ws.with_urgent("U", urgent.day, &channels);
                with.placements[on.placement.get()].status.value = Status::Planned;
                with.mix.reserve = 0;
                let starts: Vec<_> = all.into_iter().collect();
                let plan = Assignment { from: day(19), to: day(25), now, keep, starts: &starts };
                let verdict = verify(&with, &plan);
                if keep == Keep::Forget {
                    // There a slot that is left costs nothing, and here it does.
                    let left = slot.changes.iter().filter(|change| change.from.is_some()).count();
                    let moves = 100 * ws.plan.weights.moves * i64::try_from(left).unwrap_or(0);
                    let own = 100 * 5 * i64::from(slot.score);
                    let rest = verdict.objective - own - moves;
                    assert_eq!(slot.cost, base.objective - rest, "seed {seed}\n{text}");
                    costs += 1;
                }
                let said: Vec<_> = verdict.breaches.iter().map(|b| b.text(&with)).collect();
                let said: Vec<_> = said.iter().map(|text| text.get(Lang::En)).collect();
                assert_eq!(said, Vec::<&str>::new(), "seed {seed}\n{text}");
            }
        }
    }
    assert!(open > 30 && moved > 5 && costs > 10, "{open}, {moved}, {costs}: too little tested");
}

#[test]
fn every_answer_fits_its_screen() {
    let asked: [&[&str]; 4] = [
        &["plan", "--effort", "quick", "--reactive", "mardi"],
        &["plan", "--effort", "quick", "--reactive", "samedi 28/11", "--time-limit", "1h"],
        &["why", "klimt-teaser", "--at", "jeu 17h30"],
        &["why", "visite-lsf@facebook"],
    ];
    for args in asked {
        for lang in ["en", "fr"] {
            for (width, ink) in [(40, ""), (80, "--ascii"), (140, "--quiet")] {
                let more = ["--calendar", "calendar.example.toml", "--lang", lang];
                let ink: Vec<&str> = [ink].into_iter().filter(|ink| !ink.is_empty()).collect();
                let said = Run::new(&[args, &more, &ink].concat()).width(width).go();
                assert_eq!(said.code, 0, "{said:?}");
                let columns = edito::render::lines::width;
                let wide = said.stdout.lines().find(|line| columns(line) > width);
                assert_eq!(wide, None, "{args:?} at {width}:\n{}", said.stdout);
                let signs = ['→', '↳', '✗', '·', '×', '\u{a0}', '\u{202f}'];
                assert!(width != 80 || !said.stdout.contains(signs), "{}", said.stdout);
            }
        }
    }
}
