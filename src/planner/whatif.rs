//! Calendars as they would be: what every "what if" of the planner starts from.

use super::Slots;
use crate::model::{LaneIx, PlacedState, Schedule, Standing, Workspace};

/// Writes a plan into a calendar: suggested slots become slots chosen before, so that a next plan
/// pays to leave them; a slot chosen before that this plan gave up is forgotten; one that `--keep`
/// locked is locked.
pub(super) fn hold(ws: &mut Workspace, base: &Schedule, slots: Slots) {
    for placed in &base.placed {
        let placement = &mut ws.placements[placed.placement.get()];
        placement.standing = match (placed.state, placement.standing) {
            (PlacedState::Suggested, _) => Standing::Chosen(placed.start),
            (PlacedState::Kept, _) if slots == Slots::Keep => Standing::Locked(placed.start),
            (PlacedState::Kept, _) => Standing::Chosen(placed.start),
            (_, standing) => standing,
        };
    }
    let lost = base.changes.iter().flat_map(|changes| &changes.list);
    for change in lost.filter(|change| change.to.is_none()) {
        ws.placements[change.placement.get()].standing = Standing::Open;
    }
}

/// The most posts of a lane's week, the reserve taken off.
pub(super) fn cap(max: u32, reserve: u32) -> u32 {
    max * (100 - reserve) / 100
}

/// The same with one post more, out of the reserve.
fn opened(max: u32, reserve: u32) -> u32 {
    max.min(cap(max, reserve) + 1)
}

/// Gives one lane the reserve of one post: its week takes one more, never more than
/// `per_week.max`, and the others keep their room. The caps stand in the calendar itself then.
pub(super) fn open_reserve(ws: &mut Workspace, before: &Workspace, lane: LaneIx) {
    let reserve = before.mix.reserve;
    ws.mix.reserve = 0;
    for (i, (new, old)) in ws.lanes.iter_mut().zip(&before.lanes).enumerate() {
        new.cadence.max = old.cadence.max.map(|max| match LaneIx::new(i) == lane {
            true => opened(max, reserve),
            false => cap(max, reserve),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reserve_opens_for_one_post_of_one_lane() {
        for (max, reserve, others, own) in
            [(5, 20, 4, 5), (5, 0, 5, 5), (7, 30, 4, 5), (2, 100, 0, 1), (0, 50, 0, 0)]
        {
            assert_eq!(cap(max, reserve), others);
            assert_eq!(opened(max, reserve), own, "{max} less {reserve}");
        }
    }
}
