//! Trust in the proofs: what the planner claims against what is true, found by other means.
//!
//! Plans are judged by `verify`, which shares no code with the search.

mod brute;
mod claims;
mod named;
mod same;
mod tiny;

use super::harness::repository;
use chrono::NaiveDate;
use edito::model::{PlacedState, PlacementIx, Schedule, Workspace};
use edito::planner::{Effort, Request, Slots, plan};
use edito::source::Sources;
use edito::time::Instant;
use edito::verify::{Assignment, Keep, Verdict, verify};

/// Placements and when they start.
type Starts = Vec<(PlacementIx, Instant)>;

const MODES: [(Slots, Keep); 3] = [
    (Slots::Consider, Keep::KeepSlots),
    (Slots::Keep, Keep::Locked),
    (Slots::Forget, Keep::Forget),
];

/// The workspace of a text in which everything is understood; targets that don't sum to 100 are
/// no trouble here.
fn workspace(text: &str) -> Workspace {
    let mut sources = Sources::default();
    let loaded = edito::load::from_text(text, &repository(), &mut sources).expect("a calendar");
    let findings = loaded.findings.iter().filter(|finding| finding.rule != "mix-sum");
    let said: Vec<_> = findings.map(|f| f.message.get(edito::lang::Lang::En)).collect();
    assert_eq!(said, Vec::<&str>::new(), "{text}");
    loaded.workspace.expect("a calendar without a fault")
}

/// A calendar, the days to plan, and what to do with slots chosen before.
#[derive(Clone, Copy)]
struct Case<'w> {
    ws: &'w Workspace,
    from: NaiveDate,
    to: NaiveDate,
    now: Instant,
    slots: Slots,
    keep: Keep,
}

impl Case<'_> {
    fn plan(&self, effort: Effort) -> Schedule {
        let Self { from, to, now, slots, .. } = *self;
        plan(self.ws, &Request { from, to, now, slots, effort })
    }

    fn judge(&self, starts: &[(PlacementIx, Instant)]) -> Verdict {
        let Self { from, to, now, keep, .. } = *self;
        verify(self.ws, &Assignment { from, to, now, keep, starts })
    }

    /// What the planner answers, after `verify` found no breach in it and the same objective.
    fn sound_plan(&self, effort: Effort, text: &str) -> (Schedule, Starts) {
        let schedule = self.plan(effort);
        let starts = starts(&schedule);
        let verdict = self.judge(&starts);
        let said = || format!("{effort:?} {:?} {starts:?}\n{text}", self.slots);
        assert_eq!(verdict.breaches, Vec::new(), "{}", said());
        assert_eq!(verdict.objective, schedule.objective, "{}", said());
        assert!(schedule.objective <= schedule.bound, "{}", said());
        (schedule, starts)
    }
}

/// What the planner placed itself.
fn starts(schedule: &Schedule) -> Starts {
    let own = |state| matches!(state, PlacedState::Suggested | PlacedState::Kept);
    schedule.placed.iter().filter(|p| own(p.state)).map(|p| (p.placement, p.start)).collect()
}
