//! The terms of the objective, by hand.

use super::*;
use crate::model::{Evidence, Known, Timing};

fn value(ws: &Workspace, starts: &[(&str, &str)]) -> i64 {
    let verdict = week(ws, Keep::KeepSlots, starts);
    assert_eq!(verdict.breaches, []);
    verdict.objective
}

const SCORED: &str = "[[channels.x.windows]]\ndays = \"daily\"\nfrom = \"08:00\"\nto = \"20:00\"\nscore = 10\n\
    [[channels.x.windows]]\ndays = \"tue\"\nfrom = \"10:00\"\nto = \"12:00\"\nscore = 90\n";

fn weights(which: &str) -> String {
    let zero = "mix = 0, cadence = 0, move = 0, alternate = 0";
    let key = which.split(' ').next().unwrap();
    FREE.replace(zero, &zero.replace(&format!("{key} = 0"), which))
}

#[test]
fn scores_of_windows_times_priority() {
    let posts = weekly("a", "priority = 5")
        + &weekly("night", "[post.on.x]\nat = 2026-11-28T03:00:00")
        + &post("past", "channels = [\"x\"]\n[post.on.x]\nat = 2026-11-10T10:00:00");
    let ws = calendar(&[FREE, X, SCORED, &posts].concat());
    assert_eq!(value(&ws, &[]), 0);
    assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:00")]), 100 * 5 * 90);
    assert_eq!(value(&ws, &[("a@x", "2026-11-24T12:00")]), 100 * 5 * 10);
}

#[test]
fn test_slots_where_nothing_is_known() {
    let both = post("a", "channels = [\"x\", \"y\"]\ndate = \"2026-W48\"");
    let ws = calendar(&[FREE, XY, &both].concat());
    let score = |name, start| score(&ws, find(&ws, name), at(start));
    // Week 48: 144; 10:00 is part 2: 10; Tuesday: 2; 156 mod 11 = 2; channel y adds 1.
    assert_eq!(score("a@x", "2026-11-24T10:00"), 47);
    assert_eq!(score("a@y", "2026-11-24T10:00"), 48);
    // 144 + 25 + 12 = 181 = 16 · 11 + 5.
    assert_eq!(score("a@x", "2026-11-29T23:30"), 50);
    assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:00")]), 100 * 3 * 47);
}

/// Every hour promises nothing and is known to 0.08, but for Tuesday at 10: +0.06.
fn taught(evidence: Evidence) -> Timing {
    let mut score = vec![0.0; 168];
    score[34] = 0.06;
    Timing {
        posts: 60,
        used: 60,
        evidence,
        loo_r2: 0.005,
        sigma: 0.8,
        type_offsets: Vec::new(),
        score,
        n_eff: vec![3.0; 168],
        sd: vec![0.08; 168],
        known: Known::Minute,
        pooled: 0,
    }
}

#[test]
fn the_past_of_a_channel_scores_its_slots() {
    let both = post("a", "channels = [\"x\", \"y\"]\ndate = \"2026-W48\"");
    let mut ws = calendar(&[FREE, XY, &both].concat());
    ws.past.timing = vec![Some(taught(Evidence::Weak)), Some(taught(Evidence::NoEffect))];
    let score = |name, start| score(&ws, find(&ws, name), at(start));
    assert_eq!(score("a@x", "2026-11-24T10:00"), 70);
    assert_eq!(score("a@x", "2026-11-24T10:30"), 70);
    assert_eq!(score("a@x", "2026-11-24T11:00"), 55);
    // No effect that could be measured: a test slot, as without a past.
    assert_eq!(score("a@y", "2026-11-24T10:00"), 48);
    assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:00")]), 100 * 3 * 70);
}

#[test]
fn windows_with_scores_come_before_the_past() {
    let mut ws = calendar(&[FREE, X, SCORED, &weekly("a", "")].concat());
    ws.past.timing = vec![Some(taught(Evidence::Strong))];
    assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:00")]), 100 * 3 * 90);
}

#[test]
fn cadence_of_whole_and_cut_weeks() {
    let channel = "cadence = { per_week = { min = 3 } }\n\
        [channels.x.formats.story]\ncadence = { per_week = { min = 2 } }\n";
    let posts = weekly("a", "")
        + &weekly("s", "format = \"story\"")
        + &weekly("o", "[post.on.x]\ndate = 2026-11-24\nstatus = \"published\"");
    let ws = calendar(&[&weights("cadence = 120"), X, channel, &posts].concat());
    // One of the lane is out; 2 and 2 are missing.
    assert_eq!(value(&ws, &[]), -100 * 120 * 4);
    let placed = [("s@x", "2026-11-24T10:00")];
    assert_eq!(value(&ws, &placed), 100 * 3 * 47 - 100 * 120 * 3);
    // Friday to Monday: ⌊3·3/7⌋ = 1 and ⌊2·3/7⌋ = 0, then ⌊3·1/7⌋ = 0.
    let cut = over(&ws, ("2026-11-27", "2026-11-30"), Keep::KeepSlots, &[]);
    assert_eq!(cut.objective, -100 * 120);
}

#[test]
fn moves_cost_unless_kept_or_forgotten() {
    let posts = weekly("a", "[post.on.x]\nslot = 2026-11-24T10:07:00")
        + &weekly("shut", "[post.on.x]\nslot = 2026-11-26T10:00:00")
        + &post(
            "later",
            "channels = [\"x\"]\ndate = \"2026-W49\"\n[post.on.x]\nslot = 2026-12-01T10:00:00",
        );
    let event = "[[event]]\nname = \"E\"\ndate = 2026-11-26\neffect = \"avoid\"\n";
    let ws = calendar(&[&weights("move = 40"), X, event, &posts].concat());
    assert_eq!(value(&ws, &[]), -100 * 40);
    // Part 2 of Tuesday, as above, and part 3: 161 mod 11 = 7.
    assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:07")]), 100 * 3 * 47);
    assert_eq!(value(&ws, &[("a@x", "2026-11-24T12:00")]), 100 * 3 * 52 - 100 * 40);
    let kept = week(&ws, Keep::Locked, &[]);
    // Thursday's slot is closed by the event: what rules 1 to 4 forbid is not kept.
    assert_eq!((kept.is_sound(), kept.objective), (true, 100 * 3 * 47));
    let moved = week(&ws, Keep::Locked, &[("a@x", "2026-11-24T12:00")]);
    assert_eq!(moved.breaches[0].code(), "moved");
    assert_eq!(week(&ws, Keep::Forget, &[]).objective, 0);
    let forgotten = week(&ws, Keep::Forget, &[("a@x", "2026-11-24T10:07")]);
    assert_eq!(forgotten.breaches[0].code(), "grid");
    let again = week(&ws, Keep::Forget, &[("later@x", "2026-11-24T10:00")]);
    assert_eq!(again.breaches[0].code(), "moved");
}

#[test]
fn repeats_cost_where_alternation_is_preferred() {
    let pillars = "[mix.pillars.p]\nname = \"P\"\n";
    let fixed = |id: &str, hour: &str| {
        weekly(id, &format!("pillar = \"p\"\n[post.on.x]\nat = 2026-11-22T{hour}:00:00"))
    };
    let posts = weekly("a", "pillar = \"p\"") + &fixed("f", "10") + &fixed("g", "12");
    let ws = calendar(&[&weights("alternate = 60"), X, pillars, &posts].concat());
    // f and g repeat each other, and are nobody's fault; a repeats g.
    assert_eq!(value(&ws, &[]), 0);
    assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:00")]), 100 * 3 * 47 - 100 * 60);
}
