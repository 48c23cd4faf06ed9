//! Rules that count: R3, R4, R7, R10. Where fixed placements alone exceed a cap, that is not the
//! plan's fault; a single one of the plan's among them is.

use super::board::{Board, Item};
use super::breach::{Breach, Slot};
use crate::model::{Lane, Per, PlacementIx, Quota, Workspace};
use crate::time::{Instant, Week};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// R3, R4, R7 and R10.
pub(super) fn check(ws: &Workspace, board: &Board, breaches: &mut Vec<Breach>) {
    let days = groups(board.items.iter().map(|item| ((item.lane, item.local_day), item)));
    breaches.extend(days.iter().filter_map(|(&(lane, day), items)| {
        let max = ws.lane(lane).cadence.per_day?;
        let placements = over(items, max)?;
        Some(Breach::PerDay { lane, day, max, placements })
    }));
    let weeks = groups(board.items.iter().map(|item| {
        let monday = Week::of(item.local_day).monday();
        ((item.lane, monday), item)
    }));
    breaches.extend(weeks.iter().filter_map(|(&(lane, monday), items)| {
        let max = weekly(ws.lane(lane), ws.mix.reserve)?;
        let placements = over(items, max)?;
        Some(Breach::PerWeek { lane, monday, max, placements })
    }));
    capacity(ws, board, breaches);
    for quota in &ws.mix.quotas {
        quotas(ws, board, quota, breaches);
    }
}

/// The weekly maximum of a lane with the reserve taken off, rounded down.
pub(super) fn weekly(lane: &Lane, reserve: u32) -> Option<u32> {
    let kept = u64::from(100_u32.saturating_sub(reserve));
    let max = u64::from(lane.cadence.max?) * kept / 100;
    u32::try_from(max).ok()
}

fn groups<'b, K: Ord>(items: impl Iterator<Item = (K, &'b Item)>) -> BTreeMap<K, Vec<&'b Item>> {
    let mut groups: BTreeMap<K, Vec<&Item>> = BTreeMap::new();
    for (key, item) in items {
        groups.entry(key).or_default().push(item);
    }
    groups
}

/// Who is there, when they are more than the most and one of them is the plan's.
fn over(items: &[&Item], max: u32) -> Option<Vec<PlacementIx>> {
    (exceeds(items.len(), max) && items.iter().any(|item| item.is_free()))
        .then(|| items.iter().map(|item| item.placement).collect())
}

fn exceeds(count: usize, max: u32) -> bool {
    u32::try_from(count).map_or(true, |count| count > max)
}

/// R7. A stretch that holds too many can be moved on to the first start it holds, so stretches
/// that begin at a start are enough; of those, only the ones that no other contains are told.
fn capacity(ws: &Workspace, board: &Board, breaches: &mut Vec<Breach>) {
    let Some(presence) = &ws.plan.presence else {
        return;
    };
    let Some(capacity) = presence.capacity else {
        return;
    };
    let line: Vec<(Instant, &Item)> = board.line().collect();
    let (mut end, mut told) = (0, 0);
    for (i, &(start, _)) in line.iter().enumerate() {
        while end < line.len() && line[end].0.since(start) < presence.after {
            end += 1;
        }
        let stretch = &line[i..end.max(i)];
        let ours = stretch.iter().any(|(_, item)| item.is_free());
        if end > told && exceeds(stretch.len(), capacity) && ours {
            told = end;
            let slots = stretch.iter().map(|(at, item)| Slot::new(item.placement, *at));
            breaches.push(Breach::Capacity {
                capacity,
                after: presence.after,
                slots: slots.collect(),
            });
        }
    }
}

/// R10.
fn quotas(ws: &Workspace, board: &Board, quota: &Quota, breaches: &mut Vec<Breach>) {
    let counted = board.items.iter().filter(|item| {
        let placement = ws.placement(item.placement);
        quota.counts(placement.pillar, placement.format.as_deref())
    });
    let periods = groups(counted.map(|item| (first_day(quota.per, item.day), item)));
    breaches.extend(periods.iter().filter_map(|(&day, items)| {
        Some(Breach::Quota {
            day,
            per: quota.per,
            at_most: quota.at_most,
            placements: over(items, quota.at_most)?,
        })
    }));
}

/// The first day of the period that holds a day.
pub(super) fn first_day(per: Per, day: NaiveDate) -> NaiveDate {
    match per {
        Per::Day => day,
        Per::Week => Week::of(day).monday(),
        Per::Month => day.with_day(1).unwrap_or(day),
        Per::Year => day.with_ordinal(1).unwrap_or(day),
    }
}
