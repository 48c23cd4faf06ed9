//! Plans judged by another program.

use super::*;

/// Plans that another program made at random within the rules, and what it found them worth.
fn judged(name: &str, calendar: &str, plan: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/plans").join(name);
    let ws = read(calendar, &folder);
    let plans = plan_file::read(plan).unwrap();
    let [plan] = &plans[..] else {
        panic!("one plan");
    };
    let starts = plan.starts(&ws).unwrap();
    let now = at("2026-03-01T00:00");
    let verdict = verify(&ws, &plan.assignment(&starts, now, Keep::KeepSlots));
    assert_eq!(verdict.breaches, []);
    assert_eq!(verdict.objective, plan.objective);
    for (entry, &(ix, start)) in plan.placements.iter().zip(&starts) {
        assert_eq!(entry.score, Some(i64::from(score(&ws, ix, start))), "{entry:?}");
    }
    // The order of the list is nobody's business, and every placement of it counts.
    let mut turned = starts.clone();
    turned.reverse();
    let backwards = verify(&ws, &plan.assignment(&turned, now, Keep::KeepSlots));
    assert_eq!(backwards, verdict);
    let free = starts.iter().position(|(ix, _)| !ws.placement(*ix).is_locked()).unwrap();
    turned = starts;
    turned.remove(free);
    let fewer = verify(&ws, &plan.assignment(&turned, now, Keep::KeepSlots));
    assert_ne!(fewer.objective, plan.objective);
}

#[test]
fn two_days() {
    judged(
        "two-days",
        include_str!("../../../tests/data/plans/two-days/calendar.toml"),
        include_str!("../../../tests/data/plans/two-days/plan.json"),
    );
}

#[test]
fn one_week() {
    judged(
        "one-week",
        include_str!("../../../tests/data/plans/one-week/calendar.toml"),
        include_str!("../../../tests/data/plans/one-week/plan.json"),
    );
}

#[test]
fn a_post_that_is_gone_is_a_fault() {
    let ws = calendar(&[FREE, X, &weekly("a", "")].concat());
    let text = include_str!("../../../tests/data/plans/two-days/plan.json");
    let fault = plan_file::read(text).unwrap()[0].starts(&ws).unwrap_err();
    assert!(matches!(fault, plan_file::PlanFault::Unknown { .. }));
}
