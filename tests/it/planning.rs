//! No plan breaks a rule, whatever the calendar.

use super::harness::repository;
use super::random::{Dice, calendar};
use chrono::NaiveDate;
use edito::model::{PlacedState, PlacementIx, Schedule, Workspace};
use edito::planner::{Effort, Request, Slots, plan};
use edito::source::Sources;
use edito::time::Instant;
use edito::verify::{Assignment, Keep, verify};

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
