//! Slots scored by the past: the planner, the verifier and the certificate agree, and the reasons say
//! what the past says.

use super::harness::repository;
use super::random::{Dice, calendar};
use chrono::NaiveDate;
use edito::lang::Lang;
use edito::model::{
    Because, Evidence, Known, PlacedState, PlacementIx, Schedule, ScoreOrigin, Timing, Workspace,
};
use edito::planner::{Effort, Request, Slots, plan, plan_certified};
use edito::render::reason::Speaker;
use edito::source::Sources;
use edito::time::Instant;
use edito::verify::{Assignment, Keep, certificate, verify};

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, d).expect("a test fixture")
}

fn now() -> Instant {
    Instant::parse_rfc3339("2026-10-18T12:00:00+02:00").expect("a test fixture")
}

fn workspace(text: &str) -> Workspace {
    let mut sources = Sources::default();
    let loaded = edito::load::from_text(text, &repository(), &mut sources).expect("a test fixture");
    loaded.workspace.unwrap_or_else(|| panic!("{text}"))
}

const GRADES: [Evidence; 5] =
    [Evidence::None, Evidence::NoEffect, Evidence::Weak, Evidence::Some, Evidence::Strong];

/// What an unknown past could have taught: every hour something else.
fn taught(dice: &mut Dice) -> Timing {
    let sigma = 0.3 + 0.1 * f64::from(u8::try_from(dice.below(10)).expect("a digit"));
    let mut timing = timing(GRADES[dice.below(5)], sigma);
    for hour in 0..168 {
        let spread = u16::try_from(dice.below(2_001)).expect("a small number");
        let posts = u16::try_from(dice.below(400)).expect("a small number");
        timing.score[hour] = (f64::from(spread) - 1_000.0) / 3_000.0;
        timing.n_eff[hour] = f64::from(posts) / 10.0;
        timing.sd[hour] = sigma / (timing.n_eff[hour] + 25.0).sqrt();
    }
    timing
}

/// A past in which every hour is like every other.
fn timing(evidence: Evidence, sigma: f64) -> Timing {
    Timing {
        posts: 60,
        used: 60,
        evidence,
        loo_r2: 0.005,
        sigma,
        type_offsets: Vec::new(),
        score: vec![0.0; 168],
        n_eff: vec![50.0; 168],
        sd: vec![sigma / 75.0_f64.sqrt(); 168],
        known: Known::Minute,
        pooled: 0,
    }
}

fn starts(schedule: &Schedule) -> Vec<(PlacementIx, Instant)> {
    let free = |state| matches!(state, PlacedState::Suggested | PlacedState::Kept);
    let placed = schedule.placed.iter().filter(|placed| free(placed.state));
    placed.map(|placed| (placed.placement, placed.start)).collect()
}

#[test]
fn planner_verifier_and_certificate_agree_on_scores_of_the_past() {
    let (mut learned, mut proven) = (0, 0);
    for seed in 0..240 {
        let text = calendar(&mut Dice::new(seed));
        let mut ws = workspace(&text);
        let dice = &mut Dice::new(seed + 30_000);
        ws.past.timing =
            ws.channels.iter().map(|_| dice.percent(85).then(|| taught(dice))).collect();
        let (from, to) = (day(19), day(25));
        let request =
            Request { from, to, now: now(), slots: Slots::Consider, effort: Effort::Quick };
        let schedule = plan_certified(&ws, &request, &|| false);
        let starts = starts(&schedule);
        let assignment =
            Assignment { from, to, now: now(), keep: Keep::KeepSlots, starts: &starts };
        let verdict = verify(&ws, &assignment);
        assert!(verdict.is_sound(), "seed {seed}\n{text}");
        assert_eq!(verdict.objective, schedule.objective, "seed {seed}\n{text}");
        for placed in &schedule.placed {
            let again = edito::verify::score(&ws, placed.placement, placed.start);
            assert_eq!(again, placed.score, "seed {seed}\n{text}");
            let past = |reason: &edito::model::Reason| matches!(reason.cause, Because::Score { origin, .. } if origin.hour().is_some());
            learned += usize::from(placed.why.iter().any(past));
        }
        let text = schedule.certificate.expect("it was asked for");
        let proof = certificate::check(&ws, (from, to), now(), &text).expect("its own calendar");
        assert_eq!(proof.bound, schedule.bound, "seed {seed}");
        proven += usize::from(proof.bound == schedule.objective);
    }
    assert!(learned > 150 && proven > 90, "{learned} {proven}");
}

const ONE: &str = r#"[calendar]
name = "One"
timezone = "Europe/Paris"

[plan]
hours = { from = "09:00", to = "21:00" }

[channels.instagram]
network = "instagram"
cadence = { per_week = { min = 2 }, per_day = 1 }

[[post]]
id = "only"
title = "The only one"
channels = ["instagram"]
date = 2026-10-20
status = "planned"
"#;

/// The plan of the week of one post on Tuesday.
fn only(timing: Timing) -> (Workspace, Schedule) {
    let mut ws = workspace(ONE);
    ws.past.timing = vec![Some(timing)];
    let (from, to) = (day(19), day(25));
    let request = Request { from, to, now: now(), slots: Slots::Consider, effort: Effort::Quick };
    let schedule = plan(&ws, &request);
    (ws, schedule)
}

fn origin(schedule: &Schedule) -> ScoreOrigin {
    match schedule.placed[0].why[0].cause {
        Because::Score { origin, .. } => origin,
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn the_best_known_hour_is_taken() {
    let mut past = timing(Evidence::Weak, 0.5);
    past.score[24 + 18] = 0.08;
    let (ws, schedule) = only(past);
    assert_eq!(origin(&schedule), ScoreOrigin::History { hour: 42 });
    assert_eq!(ws.calendar.zone.rfc3339(schedule.placed[0].start), "2026-10-20T18:00:00+02:00");
}

#[test]
fn an_hour_that_little_is_known_of_is_tried_and_said_to_be() {
    let mut past = timing(Evidence::Weak, 0.8);
    (past.score[42], past.n_eff[42], past.sd[42]) = (0.05, 300.0, 0.8 / 325.0_f64.sqrt());
    (past.score[36], past.n_eff[36], past.sd[36]) = (0.04, 0.0, 0.8 / 5.0);
    let (ws, schedule) = only(past);
    assert_eq!(origin(&schedule), ScoreOrigin::Exploration { hour: 36 });
    let placed = &schedule.placed[0];
    let said = |lang| Speaker::of_slot(&ws, placed.placement, lang).text(&placed.why[0]);
    let (en, fr) = (said(Lang::En), said(Lang::Fr));
    assert!(
        en.starts_with("Tuesdays around 12:00, against your usual: +4% (8 times in 10"),
        "{en}"
    );
    assert!(en.ends_with("hardly any of your posts behind it; little tried so far: worth a test"));
    assert!(fr.ends_with("peu essayé jusqu’ici\u{a0}: à tester"), "{fr}");
}

#[test]
fn an_hour_that_is_known_well_is_no_test() {
    // It promises less than the other and scores more, but thirty posts are not little.
    let mut past = timing(Evidence::Weak, 0.8);
    (past.score[42], past.n_eff[42], past.sd[42]) = (0.05, 300.0, 0.02);
    (past.score[36], past.n_eff[36], past.sd[36]) = (0.049, 30.0, 0.09);
    assert_eq!(origin(&only(past).1), ScoreOrigin::History { hour: 36 });
}

#[test]
fn of_free_slots_as_good_the_one_less_known_comes_first() {
    let mut past = timing(Evidence::Weak, 0.5);
    for (hour, posts) in [(10, 80.0), (96 + 10, 4.0)] {
        (past.score[hour], past.n_eff[hour], past.sd[hour]) = (0.1, posts, 0.05);
    }
    let (ws, schedule) = only(past);
    let free: Vec<String> =
        schedule.free.iter().map(|free| ws.calendar.zone.rfc3339(free.start)).collect();
    assert_eq!(free, ["2026-10-23T10:00:00+02:00"]);
}
