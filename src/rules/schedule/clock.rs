//! Local times that a calendar writes and a clock never shows, or shows twice.

use super::standing::ahead;
use crate::model::{Moment, Placement, PlacementIx, Post};
use crate::rules::Facts;
use crate::source::At;
use crate::time::{Clock, Instant, Zone};
use chrono::NaiveDateTime;
use std::collections::HashSet;

/// A local time as written, and the instant it is taken for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Odd {
    pub(super) placement: PlacementIx,
    pub(super) at: At,
    pub(super) local: NaiveDateTime,
    pub(super) zone: Zone,
    pub(super) instant: Instant,
}

/// Every local time of a placement still to go out that its clock shows so often; a time that
/// several channels of one clock share is found once.
pub(super) fn odd_times(facts: &Facts<'_>, kind: Clock) -> Vec<Odd> {
    let mut seen = HashSet::new();
    let mut odd = Vec::new();
    for (ix, placement) in ahead(facts) {
        let zone = facts.zone(placement);
        for (local, at) in written(facts.ws.post_of(placement), placement) {
            let resolved = zone.resolve(local);
            if resolved.kind == kind && seen.insert((at, local, zone)) {
                odd.push(Odd { placement: ix, at, local, zone, instant: resolved.instant });
            }
        }
    }
    odd
}

/// The local times that count for a placement: its `at`, else its slot, its day and time, and the
/// ends of its window.
fn written(post: &Post, placement: &Placement) -> Vec<(NaiveDateTime, At)> {
    let on = post.on(placement.channel);
    let exact = on.and_then(|on| on.instant.as_ref()).or(post.instant.as_ref());
    if let Some(moment) = exact {
        return local(moment.value).map(|local| (local, moment.at)).into_iter().collect();
    }
    let slot = on.and_then(|on| on.slot.as_ref());
    let mut times: Vec<(NaiveDateTime, At)> =
        slot.and_then(|slot| local(slot.value).map(|local| (local, slot.at))).into_iter().collect();
    let wish = &placement.wish;
    if let (Some(date), Some(time)) = (&wish.date, &wish.time)
        && date.value.is_day()
    {
        times.push((date.value.first().and_time(time.value), time.at));
    }
    if let Some(window) = &wish.window {
        let ends = [window.value.from, window.value.to].into_iter().flatten();
        times.extend(ends.filter_map(local).map(|local| (local, window.at)));
    }
    times
}

const fn local(moment: Moment) -> Option<NaiveDateTime> {
    match moment {
        Moment::Local(local) => Some(local),
        Moment::Exact(_) => None,
    }
}
