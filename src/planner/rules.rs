//! R2–R10: what keeps a task from a slot, given the rest of the plan.

use super::slots::{Slot, week_number};
use super::state::{Entry, State, period_key};
use crate::model::{Alternate, Because, Beyond, Other, PlacementIx};
use crate::time::{Instant, Lapse};

/// A rule between placements that a slot would break, and whom it would break it with.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) because: Because,
    /// The placement in the way, when one alone is.
    pub(super) with: Option<PlacementIx>,
}

impl Block {
    fn by(entry: Entry, because: impl FnOnce(Other) -> Because) -> Self {
        let other = Other { placement: entry.placement, start: entry.start };
        Self { because: because(other), with: Some(entry.placement) }
    }

    const fn full(because: Because) -> Self {
        Self { because, with: None }
    }
}

type Check = fn(&State<'_, '_>, usize, &Slot) -> Option<Block>;

/// Every rule between placements, in the order of the explanations.
const CHECKS: [Check; 9] =
    [gap, per_day, per_week, spacing, topic, capacity, ties, alternate, quota];

impl State<'_, '_> {
    /// The first rule that keeps a task from a slot. The task itself must be out.
    pub(super) fn blocked(&self, task: usize, slot: &Slot) -> Option<Block> {
        CHECKS.iter().find_map(|check| check(self, task, slot))
    }

    /// Every rule that keeps a task from a slot, each once.
    pub(super) fn blocks(&self, task: usize, slot: &Slot) -> Vec<Block> {
        CHECKS.iter().filter_map(|check| check(self, task, slot)).collect()
    }

    /// The rule that alone keeps a task from a slot.
    pub(super) fn only_block(&self, task: usize, slot: &Slot) -> Option<Block> {
        let mut blocks = CHECKS.iter().filter_map(|check| check(self, task, slot));
        blocks.next().filter(|_| blocks.next().is_none())
    }

    /// The neighbour whose pillar a slot would repeat.
    pub(super) fn repeated_by(&self, task: usize, slot: &Slot) -> Option<Other> {
        let ix = self.problem.tasks[task].placement;
        let (before, after) = self.neighbours(task, Entry { start: slot.start, placement: ix });
        let same = [before, after].into_iter().flatten().find(|o| self.repeats(ix, o.placement))?;
        Some(Other { placement: same.placement, start: same.start })
    }

    /// Whether a task that was just put in elsewhere leaves its old neighbours, and those tied to
    /// it, within the rules.
    pub(super) fn is_sound_around(&self, task: usize) -> bool {
        let ix = self.problem.tasks[task].placement;
        let Some(slot) = self.slot(task) else {
            return false;
        };
        let tied = ties(self, task, slot).is_none();
        let channel = self.problem.of(task).channel;
        let apart = self.problem.ws.plan.alternate != Alternate::Always
            || !self.channels[channel.get()]
                .windows(2)
                .any(|pair| self.repeats(pair[0].placement, pair[1].placement));
        tied && apart && self.starts.contains_key(&ix)
    }

    /// The neighbours of an entry on the channel of a task, itself left out.
    fn neighbours(&self, task: usize, entry: Entry) -> (Option<Entry>, Option<Entry>) {
        let list = &self.channels[self.problem.of(task).channel.get()];
        let at = list.partition_point(|other| *other < entry);
        let after = list.get(at).filter(|other| **other != entry).or_else(|| list.get(at + 1));
        (at.checked_sub(1).map(|i| list[i]), after.copied())
    }
}

/// The entry nearer than `least` to a start in a sorted list.
fn near(list: &[Entry], start: Instant, least: Lapse) -> Option<Entry> {
    let at = list.partition_point(|other| other.start < start);
    let after = list.get(at).filter(|other| other.start.since(start) < least);
    let before =
        at.checked_sub(1).map(|i| &list[i]).filter(|other| start.since(other.start) < least);
    before.or(after).copied()
}

fn gap(state: &State<'_, '_>, task: usize, slot: &Slot) -> Option<Block> {
    let lane = state.problem.of(task).lane;
    let least = state.problem.ws.lane(lane).cadence.gap;
    let entry = near(&state.lanes[lane.get()], slot.start, least)?;
    Some(Block::by(entry, |other| Because::Gap { other, least }))
}

fn per_day(state: &State<'_, '_>, task: usize, slot: &Slot) -> Option<Block> {
    let lane = state.problem.of(task).lane;
    let max = state.problem.ws.lane(lane).cadence.per_day?;
    let count = state.per_day.get(&(lane, slot.local.date())).copied().unwrap_or(0);
    (count >= max).then(|| Block::full(Because::PerDay { max }))
}

fn per_week(state: &State<'_, '_>, task: usize, slot: &Slot) -> Option<Block> {
    let lane = state.problem.of(task).lane;
    let max = state.problem.cap(lane)?;
    let week = week_number(slot.local.date());
    let count = state.per_week.get(&(lane, week)).copied().unwrap_or(0);
    let reserve = state.problem.ws.mix.reserve;
    (count >= max).then(|| Block::full(Because::PerWeek { max, reserve }))
}

fn spacing(state: &State<'_, '_>, _task: usize, slot: &Slot) -> Option<Block> {
    let least = state.problem.ws.plan.spacing;
    let entry = near(&state.timeline, slot.start, least)?;
    Some(Block::by(entry, |other| Because::Spacing { other, least }))
}

fn topic(state: &State<'_, '_>, task: usize, slot: &Slot) -> Option<Block> {
    let least = state.problem.ws.plan.topic_gap;
    let topic = state.problem.post(state.problem.tasks[task].placement).topic.as_ref()?;
    let entry = near(state.topics.get(topic.value.as_str())?, slot.start, least)?;
    Some(Block::by(entry, |other| Because::Topic { other, least }))
}

/// R7: with the slot, some stretch [t, t + after) would hold more starts than the capacity.
fn capacity(state: &State<'_, '_>, _task: usize, slot: &Slot) -> Option<Block> {
    let presence = state.problem.ws.plan.presence.as_ref()?;
    let (capacity, after) = (presence.capacity?, presence.after);
    let list = &state.timeline;
    let from = list.partition_point(|e| slot.start.since(e.start) >= after);
    let to = list.partition_point(|e| e.start.since(slot.start) < after);
    let room = usize::try_from(capacity).unwrap_or(usize::MAX);
    let mut starts: Vec<Instant> = list[from..to].iter().map(|entry| entry.start).collect();
    let own = starts.partition_point(|start| *start <= slot.start);
    starts.insert(own, slot.start);
    // Any stretch that holds the slot and one start too many begins at one of these starts.
    let crowded = (0..=own).any(|first| {
        starts
            .get(first + room)
            .is_some_and(|last| first + room >= own && last.since(starts[first]) < after)
    });
    crowded.then(|| Block::full(Because::Capacity { capacity, after }))
}

/// R8: every predecessor is placed, and every distance holds.
fn ties(state: &State<'_, '_>, task: usize, slot: &Slot) -> Option<Block> {
    let ix = state.problem.tasks[task].placement;
    let settled = |ix: PlacementIx| state.problem.settled.contains(&ix);
    for tie in state.problem.ties.get(&ix).into_iter().flatten() {
        let other = if tie.a == ix { tie.b } else { tie.a };
        let start = state.starts.get(&other).copied();
        let name = || state.problem.post(other).id.name.clone();
        match start {
            None if tie.b == ix && !settled(other) => {
                let elsewhere = state.task_of(other).is_none()
                    && state.problem.ws.placement(other).is_candidate();
                let beyond = if elsewhere { Beyond::Outside } else { Beyond::Within };
                return Some(Block {
                    because: Because::After { post: name(), start, beyond },
                    with: Some(other),
                });
            }
            None => {}
            Some(at) => {
                let distance =
                    if tie.a == ix { at.since(slot.start) } else { slot.start.since(at) };
                if distance < tie.min || tie.max.is_some_and(|max| distance > max) {
                    return Some(Block {
                        because: Because::After { post: name(), start, beyond: Beyond::Within },
                        with: Some(other),
                    });
                }
            }
        }
    }
    None
}

/// R9: no neighbour on the channel shares its pillar.
fn alternate(state: &State<'_, '_>, task: usize, slot: &Slot) -> Option<Block> {
    if state.problem.ws.plan.alternate != Alternate::Always {
        return None;
    }
    let ix = state.problem.tasks[task].placement;
    let (before, after) = state.neighbours(task, Entry { start: slot.start, placement: ix });
    let same =
        [before, after].into_iter().flatten().find(|other| state.repeats(ix, other.placement))?;
    Some(Block::by(same, |other| Because::Alternate { other }))
}

fn quota(state: &State<'_, '_>, task: usize, slot: &Slot) -> Option<Block> {
    let placement = state.problem.of(task);
    let day = state.calendar_day(slot.start);
    let quotas = state.problem.ws.mix.quotas.iter().zip(&state.quotas);
    for (quota, counts) in quotas {
        let count = counts.get(&period_key(quota.per, day)).copied().unwrap_or(0);
        if quota.counts(placement.pillar, placement.format.as_deref()) && count >= quota.at_most {
            return Some(Block::full(Because::Quota { at_most: quota.at_most, per: quota.per }));
        }
    }
    None
}
