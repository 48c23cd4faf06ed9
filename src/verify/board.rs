//! Who is where: the placements that the plan, the human and the past have put somewhere.

use super::breach::{Breach, Slot};
use super::slot::Rules;
use super::{Assignment, Keep};
use crate::model::{ChannelIx, LaneIx, Placement, PlacementIx, Standing, Status, Workspace};
use crate::time::Instant;
use chrono::NaiveDate;

/// Whether the plan answers for a placement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// Locked, or a slot chosen outside the plan: it counts, and is nobody's fault.
    Fixed,
    /// Placed by the plan.
    Free,
}

/// A placement that is somewhere in time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub placement: PlacementIx,
    pub channel: ChannelIx,
    pub lane: LaneIx,
    pub hold: Hold,
    /// Absent when only its day is known.
    pub start: Option<Instant>,
    /// Its day on the channel's clock.
    pub local_day: NaiveDate,
    /// Its day on the calendar's clock; the same when only its day is known.
    pub day: NaiveDate,
}

impl Item {
    pub(super) fn is_free(&self) -> bool {
        self.hold == Hold::Free
    }
}

/// What is known of a placement's time.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spot {
    /// It is left out.
    Nowhere,
    /// It is out or scheduled, at an instant that nobody wrote.
    Unknown,
    /// It starts then.
    At(Instant, Hold),
}

/// Everything that is somewhere in time, in the order of starts.
pub(super) struct Board {
    /// Timed ones first, by start and file order, then those of which only the day is known.
    pub items: Vec<Item>,
    spots: Vec<Spot>,
}

impl Board {
    /// Puts every placement where it is, and tells what of the plan's list is not to be believed.
    pub(super) fn build(
        ws: &Workspace,
        a: &Assignment<'_>,
        rules: &mut Rules<'_>,
    ) -> (Self, Vec<Breach>) {
        let mut spots: Vec<Spot> = ws
            .each_placement()
            .map(|(ix, placement)| fixed(ws, a, (ix, placement), rules))
            .collect();
        let mut breaches = Vec::new();
        let mut given = vec![None; spots.len()];
        for &(ix, start) in a.starts {
            let slot = Slot::new(ix, start);
            let before = given[ix.get()].replace(start);
            if let Some(first) = before {
                breaches.push(Breach::Twice { slot: Slot::new(ix, first), other: start });
                continue;
            }
            match spots[ix.get()] {
                Spot::At(fixed, _) if fixed == start => {}
                Spot::At(fixed, _) => breaches.push(Breach::Moved { slot, fixed }),
                Spot::Nowhere if ws.placement(ix).is_candidate() => {
                    spots[ix.get()] = Spot::At(start, Hold::Free);
                }
                _ => breaches.push(Breach::NotCandidate(slot)),
            }
        }
        let items = items(ws, &spots);
        (Self { items, spots }, breaches)
    }

    /// What has an instant, in the order of starts.
    pub(super) fn line(&self) -> impl Iterator<Item = (Instant, &Item)> {
        self.items.iter().filter_map(|item| item.start.map(|start| (start, item)))
    }

    /// Where a placement is.
    pub(super) fn spot(&self, ix: PlacementIx) -> Spot {
        self.spots[ix.get()]
    }
}

/// Whether an instant belongs to the plan: on the calendar's clock and on the channel's.
pub(super) fn in_plan(ws: &Workspace, a: &Assignment<'_>, channel: ChannelIx, at: Instant) -> bool {
    a.holds(ws.calendar.zone.local(at).date()) && a.holds(ws.channel(channel).zone.local(at).date())
}

/// Where a placement is whatever the plan says. `--keep` locks the slots that the
/// placement may take.
fn fixed(
    ws: &Workspace,
    a: &Assignment<'_>,
    (ix, placement): (PlacementIx, &Placement),
    rules: &mut Rules<'_>,
) -> Spot {
    if placement.status.value == Status::Cancelled {
        return Spot::Nowhere;
    }
    match placement.standing {
        Standing::Published(at) | Standing::Locked(at) => Spot::At(at, Hold::Fixed),
        Standing::OnDay(_) | Standing::Undated => Spot::Unknown,
        Standing::Chosen(at) if placement.is_candidate() => {
            let stays = !in_plan(ws, a, placement.channel, at)
                || (a.keep == Keep::Locked && rules.allows(ix, at));
            if stays { Spot::At(at, Hold::Fixed) } else { Spot::Nowhere }
        }
        Standing::Chosen(_) | Standing::Open => Spot::Nowhere,
    }
}

fn items(ws: &Workspace, spots: &[Spot]) -> Vec<Item> {
    let mut items: Vec<Item> = ws
        .each_placement()
        .zip(spots)
        .filter_map(|((ix, placement), spot)| item(ws, ix, placement, *spot))
        .collect();
    items.sort_by_key(|item| (item.start.is_none(), item.start, item.placement));
    items
}

fn item(ws: &Workspace, ix: PlacementIx, placement: &Placement, spot: Spot) -> Option<Item> {
    let (start, hold, local_day, day) = match (spot, placement.standing) {
        (Spot::At(start, hold), _) => {
            let local = ws.channel(placement.channel).zone.local(start);
            let day = ws.calendar.zone.local(start).date();
            (Some(start), hold, local.date(), day)
        }
        (Spot::Unknown, Standing::OnDay(day)) => (None, Hold::Fixed, day, day),
        _ => return None,
    };
    Some(Item {
        placement: ix,
        channel: placement.channel,
        lane: placement.lane,
        hold,
        start,
        local_day,
        day,
    })
}
