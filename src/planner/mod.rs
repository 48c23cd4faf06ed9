//! Where posts go: a stand-in with the planner's signatures, in place only until the planner
//! itself is merged. It takes the first open hour of each placement's channel and proves nothing.

use crate::model::{
    Because, Beyond, Explanation, LeftOut, Placed, PlacedState, PlacementIx, Reason, Schedule,
    Standing, Workspace,
};
use crate::time::Instant;
use chrono::NaiveDate;

/// What to plan.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// Now.
    pub now: Instant,
    /// What becomes of slots already chosen.
    pub slots: Slots,
    /// How hard to search.
    pub effort: Effort,
}

/// What becomes of slots already chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slots {
    /// Moving one has its cost.
    #[default]
    Consider,
    /// They stay.
    Keep,
    /// They count for nothing.
    Forget,
}

/// How hard to search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// A good plan at once.
    Quick,
    /// The default budget.
    #[default]
    Normal,
    /// The largest budget.
    Max,
}

/// Plans the days.
#[must_use]
pub fn plan(ws: &Workspace, request: &Request) -> Schedule {
    let mut placed = Vec::new();
    let mut left_out = Vec::new();
    for (ix, placement) in ws.each_placement() {
        let zone = ws.channel(placement.channel).zone;
        let state = match placement.standing {
            Standing::Published(at) => Some((at, PlacedState::Published)),
            Standing::Locked(at) => Some((at, PlacedState::Locked)),
            _ => None,
        };
        let open = |day: NaiveDate| {
            let at = zone.resolve(day.and_hms_opt(9, 0, 0)?).instant;
            (at > request.now).then_some((at, PlacedState::Suggested))
        };
        let wished = || placement.date().filter(|_| placement.is_candidate());
        let slot = state.or_else(|| {
            wished()?
                .days()
                .filter(|day| (request.from..=request.to).contains(day))
                .find_map(open)
        });
        match slot.filter(|(at, _)| (request.from..=request.to).contains(&zone.local(*at).date())) {
            Some((start, state)) => placed.push(Placed {
                placement: ix,
                start,
                state,
                score: 50,
                why: vec![Reason::new(match state {
                    PlacedState::Suggested => Because::Cadence { missing: 1 },
                    _ => Because::Fixed(placement.status.value),
                })],
            }),
            None if placement.is_candidate() => left_out.push(LeftOut {
                placement: ix,
                reasons: vec![Reason::new(Because::Date {
                    wanted: placement.date(),
                    beyond: Beyond::Outside,
                })],
            }),
            None => {}
        }
    }
    placed.sort_by_key(|p| (p.start, ws.placement(p.placement).channel));
    Schedule {
        from: request.from,
        to: request.to,
        objective: 0,
        bound: 1,
        placed,
        left_out,
        free: Vec::new(),
        mix: Vec::new(),
        cadence: Vec::new(),
    }
}

/// Explains one placement.
#[must_use]
pub fn why(ws: &Workspace, request: &Request, placement: PlacementIx) -> Explanation {
    let plan = plan(ws, request);
    Explanation {
        placed: plan.placed.into_iter().find(|p| p.placement == placement),
        left_out: plan.left_out.into_iter().find(|l| l.placement == placement),
        better: Vec::new(),
    }
}
