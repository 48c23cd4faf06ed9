//! Posts counted by day and by week of a lane.

use super::standing::{counts, is_ahead};
use super::words::{finding, name};
use crate::diagnostic::{Finding, Rule};
use crate::lang::Text;
use crate::model::{LaneIx, PlacementIx, Standing};
use crate::rules::Facts;
use crate::time::Instant;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many posts of a crowd are pointed at.
const POINTED: usize = 5;

/// A post on a day of its lane: with its instant, or out or scheduled without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    pub(super) day: NaiveDate,
    /// Those without an instant come first on their day.
    pub(super) start: Option<Instant>,
    pub(super) placement: PlacementIx,
}

/// The posts of every lane that count, in the order of time.
pub(super) fn marks(facts: &Facts<'_>) -> Vec<Vec<Mark>> {
    let mut lanes = vec![Vec::new(); facts.ws.lanes.len()];
    for (ix, placement) in facts.ws.each_placement() {
        let day = match placement.standing {
            Standing::OnDay(day) => Some(day),
            _ => placement.instant().map(|start| facts.zone(placement).local(start).date()),
        };
        if let Some(day) = day.filter(|_| counts(facts, placement)) {
            lanes[placement.lane.get()].push(Mark {
                day,
                start: placement.instant(),
                placement: ix,
            });
        }
    }
    for lane in &mut lanes {
        lane.sort_unstable();
    }
    lanes
}

/// A lane's posts, group by group.
pub(super) fn grouped<K: Ord>(
    marks: &[Mark],
    key: impl Fn(NaiveDate) -> K,
) -> BTreeMap<K, Vec<Mark>> {
    let mut groups: BTreeMap<K, Vec<Mark>> = BTreeMap::new();
    for mark in marks {
        groups.entry(key(mark.day)).or_default().push(*mark);
    }
    groups
}

/// The first post past `most` that is still to go out; when all of those are out, the last one
/// before them that is not.
pub(super) fn too_many(facts: &Facts<'_>, group: &[Mark], most: usize) -> Option<PlacementIx> {
    let ahead = |mark: &&Mark| is_ahead(facts, facts.ws.placement(mark.placement));
    if group.len() <= most {
        return None;
    }
    let (within, past) = group.split_at(most);
    let mark = past.iter().find(ahead).or_else(|| within.iter().rev().find(ahead))?;
    Some(mark.placement)
}

/// A finding about one of a group that points at the others.
pub(super) fn crowd(
    facts: &Facts<'_>,
    rule: &'static Rule,
    subject: PlacementIx,
    group: &[Mark],
    message: Text,
) -> Finding {
    let mut found = finding(facts, rule, subject, message);
    let others = group.iter().filter(|mark| mark.placement != subject);
    for mark in others.take(POINTED) {
        let at = facts.ws.placement(mark.placement).at;
        found = found.other(at, Text::of(|lang| name(lang, facts, mark.placement)));
    }
    found
}

/// The lanes with their posts.
pub(super) fn by_lane(facts: &Facts<'_>) -> impl Iterator<Item = (LaneIx, Vec<Mark>)> {
    marks(facts).into_iter().enumerate().map(|(i, marks)| (LaneIx::new(i), marks))
}
