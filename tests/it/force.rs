//! `why --at`: what it costs to put a post somewhere, found by making the plan again.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said, repository};
use super::random::{Dice, calendar};
use chrono::NaiveDate;
use edito::lang::Lang;
use edito::model::{Outcome, PlacedState, PlacementIx, Workspace};
use edito::planner::{Effort, Request, Slots, force, openings, plan};
use edito::source::Sources;
use edito::time::Instant;
use edito::verify::{Assignment, Keep, verify};
use std::collections::BTreeMap;

/// Two posts, two good mornings and a lesser one; one post a day.
const SMALL: &str = r#"[calendar]
name = "Atelier"
timezone = "Europe/Paris"
lang = "en"

[channels.linkedin]
network = "linkedin"
cadence = { per_day = 1, per_week = { max = 2 } }
windows = [
  { days = "tue", at = "09:00", score = 90 },
  { days = "wed", at = "09:00", score = 80 },
  { days = "thu", at = "09:00", score = 60 },
]

[[post]]
id = "first"
title = "First"
channels = ["linkedin"]
date = "2026-W48"
priority = 4

[[post]]
id = "second"
title = "Second"
channels = ["linkedin"]
date = "2026-W48"
priority = 2
"#;

fn why(text: &str, args: &[&str]) -> Said {
    let folder = tempfile::tempdir().expect("a test fixture");
    std::fs::write(folder.path().join("calendar.toml"), text).expect("a test fixture");
    Run::new(&[&["why"], args].concat()).at(folder.path()).go()
}

#[test]
fn a_forced_move_has_its_price_and_its_victims() {
    // To Thursday: 4 · (90 − 60), less what the other one gains on Tuesday, 2 · (90 − 80).
    let said = why(SMALL, &["first", "--at", "thu 9:00"]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{said:?}");
    let text = said.stdout.replace('\n', " ");
    assert!(text.contains("Forced to Thu 26 Nov at 09:00"), "{text}");
    assert!(text.contains("the whole plan loses 10,000 points (from 52,000 to 42,000)"), "{text}");
    assert!(text.contains("from Wed 25 Nov at 09:00 to Tue 24 Nov at 09:00"), "{text}");
    // To the other's place: they swap.
    let said = why(SMALL, &["second", "--at", "2026-11-24T09:00", "--lang", "fr"]);
    let text = said.stdout.replace('\n', " ");
    assert!(text.contains("sur son chemin dans ce plan\u{a0}:"), "{text}");
    assert!(text.contains("perd 2\u{202f}000 points"), "{text}");
    assert!(
        text.contains("First, linkedin\u{a0}: du mar. 24 nov. à 9 h au mer. 25 nov."),
        "{text}"
    );
    // Where it is, nothing is lost.
    let said = why(SMALL, &["first", "--at", "2026-11-24T08:00:00Z"]);
    assert!(said.stdout.contains("loses nothing; nothing else changes"), "{said:?}");
}

#[test]
fn what_forbids_an_instant_is_told() {
    for (at, words) in [
        ("fri 9:00", "outside the windows of linkedin"),
        ("thu 9:10", "slots are 30 minutes apart"),
        ("2026-12-03T09:00", "outside the date or the window"),
    ] {
        let open = SMALL.replace("at = \"09:00\", score = 60", "from = \"09:00\", to = \"10:00\"");
        let said = why(&open, &["first", "--at", at]);
        assert!(said.code == 0 && said.stdout.contains(words), "{at}: {said:?}");
        assert!(!said.stdout.contains("whole plan"), "{said:?}");
    }
    let fixed = SMALL.replacen("date = \"2026-W48\"", "at = 2026-11-26T09:00:00", 1);
    let said = why(&fixed, &["second", "--at", "thu 9:00"]);
    assert!(said.stdout.contains("not possible:"), "{said:?}");
    assert!(said.stdout.contains("“First”"), "{said:?}");
    for lang in ["en", "fr"] {
        let said = why(SMALL, &["first", "--at", "soon", "--lang", lang]);
        assert_eq!((said.code, said.stdout.as_str()), (2, ""), "{said:?}");
        assert!(said.stderr.contains("2026-11-25T09:00"), "{said:?}");
    }
}

#[test]
fn times_are_read_on_the_clock_that_screens_show() {
    let far = SMALL.replace(
        "network = \"linkedin\"",
        "network = \"linkedin\"\ntimezone = \"America/New_York\"",
    );
    // Nine in New York is fifteen in Paris.
    for at in ["tue 15:00", "2026-11-24T15:00", "2026-11-24T09:00:00-05:00"] {
        let said = why(&far, &["first", "--at", at]);
        assert!(said.stdout.contains("Forced to Tue 24 Nov at 15:00"), "{at}: {said:?}");
        assert!(said.stdout.contains("loses nothing"), "{at}: {said:?}");
    }
}

#[test]
fn a_weekday_is_one_of_the_week_of_the_post() {
    let later = SMALL.replace("2026-W48", "2026-W50");
    let said = why(&later, &["first", "--at", "thu 9:00"]);
    assert!(said.stdout.contains("Forced to Thu 10 Dec at 09:00"), "{said:?}");
    let said = why(SMALL, &["first", "--week", "W49", "--at", "tue 9:00"]);
    assert!(said.stdout.contains("Forced to Tue 1 Dec at 09:00"), "{said:?}");
}

#[test]
fn a_fixed_post_is_told_what_to_remove() {
    let fixed = SMALL.replacen("date = \"2026-W48\"", "at = 2026-11-26T09:00:00", 1);
    let said = why(&fixed, &["first"]);
    assert!(said.stdout.contains("Thu 26 Nov") && !said.stdout.contains("better"), "{said:?}");
    assert!(!said.stdout.contains("its time is fixed:"), "{said:?}");
    let said = why(&fixed, &["first", "--at", "tue 9:00"]);
    assert!(said.stdout.contains("to try another, remove its `at`"), "{said:?}");
    let scheduled = fixed.replace("at = 2026-11-26", "status = \"scheduled\"\nat = 2026-11-26");
    let said = why(&scheduled, &["first", "--at", "mar 9h", "--lang", "fr"]);
    let text = said.stdout.replace('\n', " ");
    assert!(text.contains("remettez son `status` à `approved`"), "{text}");
}

#[test]
fn off_the_grid_the_nearest_slots_are_named() {
    let open = SMALL.replace("at = \"09:00\", score = 60", "from = \"09:00\", to = \"10:00\"");
    let text = why(&open, &["first", "--at", "thu 9:10"]).stdout.replace('\n', " ");
    assert!(text.contains("the nearest: Thu 26 Nov at 09:00 or Thu 26 Nov at 09:30"), "{text}");
}

#[test]
fn what_would_place_a_post_that_is_left_out_is_told() {
    let third = SMALL.replacen("[[post]]", "[[post]]\nid = \"third\"\ntitle = \"Third\"\nchannels = [\"linkedin\"]\ndate = \"2026-W48\"\npriority = 1\n\n[[post]]", 1);
    let said = why(&third, &["third"]);
    let text = said.stdout.replace('\n', " ");
    assert!(text.contains("no slot in these days"), "{text}");
    assert!(text.contains("raise `per_week.max`"), "{text}");
    assert!(text.contains("Forced to Tue 24 Nov at 09:00"), "{text}");
    assert!(text.contains("✗ Second, linkedin: loses its slot of"), "{text}");
    // First on Wednesday and Third on Tuesday in place of First on Tuesday and Second on Wednesday.
    assert!(text.contains("(from 52,000 to 41,000)"), "{text}");
    assert!(text.contains("comes from making it again"), "{text}");
}

#[test]
fn a_better_slot_has_the_price_of_taking_it() {
    let said = why(SMALL, &["second"]);
    let text = said.stdout.replace('\n', " ");
    assert!(text.contains("Tue 24 Nov at 09:00 (score 90)"), "{text}");
    assert!(text.contains("forced there, the whole plan loses 2,000 points"), "{text}");
    assert!(text.contains("1 other slot changes"), "{text}");
}

fn workspace(text: &str) -> Workspace {
    let mut sources = Sources::default();
    let loaded = edito::load::from_text(text, &repository(), &mut sources).expect("a test fixture");
    loaded.workspace.expect("a test fixture")
}

/// The plan told, put together from the changes told, keeps every rule and is worth what is told.
#[test]
fn every_forced_plan_of_a_random_calendar_is_worth_what_is_said() {
    let now = Instant::parse_rfc3339("2026-10-18T12:00:00+02:00").expect("a test fixture");
    let day = |d| NaiveDate::from_ymd_opt(2026, 10, d).expect("a test fixture");
    let (mut told, mut changed) = (0, 0);
    for seed in 0..40 {
        let text = calendar(&mut Dice::new(seed));
        let ws = workspace(&text);
        let (slots, effort) = (Slots::Consider, Effort::Quick);
        let request = Request { from: day(19), to: day(25), now, slots, effort };
        let base = plan(&ws, &request);
        let free: BTreeMap<PlacementIx, Instant> = base
            .placed
            .iter()
            .filter(|p| matches!(p.state, PlacedState::Suggested | PlacedState::Kept))
            .map(|placed| (placed.placement, placed.start))
            .collect();
        let left = base.left_out.iter().map(|left| left.placement);
        for ix in free.keys().copied().take(3).chain(left) {
            for start in openings(&ws, &request, ix) {
                let mut go = |ws: &Workspace, r: &Request| Ok::<_, ()>(plan(ws, r));
                let forced = force(&ws, &request, &base, (ix, start), &mut go);
                let forced = forced.expect("plans are made").expect("it is a candidate");
                let Outcome::Planned(whole) = forced.outcome else { continue };
                let mut all = free.clone();
                for change in &whole.changes {
                    let before = all.remove(&change.placement);
                    assert_eq!(before, change.from.map(|from| from.start), "seed {seed}");
                    all.extend(change.to.map(|to| (change.placement, to.start)));
                }
                all.insert(ix, start);
                let starts: Vec<_> = all.into_iter().collect();
                let keep = Keep::KeepSlots;
                let plan = Assignment { from: day(19), to: day(25), now, keep, starts: &starts };
                let verdict = verify(&ws, &plan);
                let said: Vec<_> = verdict.breaches.iter().map(|b| b.text(&ws)).collect();
                let said: Vec<_> = said.iter().map(|text| text.get(Lang::En)).collect();
                assert_eq!(said, Vec::<&str>::new(), "seed {seed}\n{text}");
                assert_eq!(verdict.objective, whole.after, "seed {seed}\n{text}");
                assert!(whole.after <= base.bound, "seed {seed}");
                told += 1;
                changed += whole.changes.len();
            }
        }
    }
    assert!(told > 100 && changed > 50, "{told} plans, {changed} changes: nothing was tested");
}
