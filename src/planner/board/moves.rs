//! What a move may do to those who stay: who may leave, who stands in the way, what is broken.

use super::{Board, DAY, FIXED, Missing, repeat};
use crate::planner::core::{Alternation, NONE, Tie, ix};

impl Board<'_> {
    /// Whether a placed task may leave without breaking a rule for those who stay.
    pub(in crate::planner) fn may_leave(&self, task: u32) -> bool {
        let core = self.core;
        let led = core.tasks[ix(task)].ties.iter().any(|tie| {
            let tie = core.ties[ix(*tie)];
            tie.a == task && self.at[ix(tie.b)] != NONE
        });
        !led && (core.alternate != Alternation::Always || !self.parts_repeats(task))
    }

    fn parts_repeats(&self, task: u32) -> bool {
        let core = self.core;
        let start = core.start(task, self.at[ix(task)]);
        let list = &self.channels[ix(core.lanes[ix(core.tasks[ix(task)].lane)].channel)];
        let at = list.partition_point(|other| (other.start, other.task) < (start, task));
        match (at.checked_sub(1).map(|i| list[i]), list.get(at + 1)) {
            (Some(before), Some(after)) => repeat(before, *after),
            _ => false,
        }
    }

    /// Whether a task that moved away from `old` leaves everybody on its channel, and those tied to
    /// it, within the rules.
    pub(in crate::planner) fn is_sound_around(&self, task: u32, old: u32) -> bool {
        let core = self.core;
        let position = self.at[ix(task)];
        if position == NONE {
            return false;
        }
        if !self.keeps_ties(task, core.start(task, position), Missing::Forbids) {
            return false;
        }
        if core.alternate != Alternation::Always {
            return true;
        }
        let list = &self.channels[ix(core.lanes[ix(core.tasks[ix(task)].lane)].channel)];
        let at = list.partition_point(|other| other.start < core.start(task, old));
        match (at.checked_sub(1).and_then(|i| list.get(i)), list.get(at)) {
            (Some(before), Some(after)) => !repeat(*before, *after),
            _ => true,
        }
    }

    /// A placed task that breaks R9 beside its neighbour, or R8 without its predecessor: of two
    /// repeats, the one that is worth less.
    pub(in crate::planner) fn broken(&self) -> Option<u32> {
        let core = self.core;
        let worth = |task: u32| match task {
            FIXED => i64::MAX,
            task => core.value(task, self.at[ix(task)]),
        };
        if core.alternate == Alternation::Always {
            let pairs = self.channels.iter().flat_map(|list| list.windows(2));
            let mut repeats = pairs.filter(|pair| repeat(pair[0], pair[1]));
            if let Some(pair) = repeats.next() {
                let first = worth(pair[0].task) < worth(pair[1].task);
                return Some(if first { pair[0].task } else { pair[1].task });
            }
        }
        let lost = |tie: &&Tie| self.at[ix(tie.b)] != NONE && self.at[ix(tie.a)] == NONE;
        core.ties.iter().find(lost).map(|tie| tie.b)
    }

    /// The placed tasks that may stand in the way of a task at a position: those near it on the
    /// time line, those of its lane's day and week, those of its topic, its pillar's neighbours.
    pub(in crate::planner) fn rivals(&self, task: u32, position: u32) -> Vec<u32> {
        let core = self.core;
        let data = &core.tasks[ix(task)];
        let lane = &core.lanes[ix(data.lane)];
        let start = lane.starts[ix(position)];
        let week = lane.weeks[ix(position)];
        let full = self.weeks[ix(data.lane)][ix(week)] >= lane.week_room[ix(week)];
        let reach = core.capacity.map_or(0, |(after, _)| after).max(core.spacing);
        let mut out = Vec::new();
        for (number, channel) in self.channels.iter().enumerate() {
            let own = number == ix(lane.channel);
            let near = if own { reach.max(lane.gap).max(DAY) } else { reach };
            let far = if own && full { 7 * DAY } else { near };
            let from = channel.partition_point(|other| other.start <= start - far);
            for stand in channel[from..].iter().take_while(|other| other.start < start + far) {
                if stand.task != FIXED {
                    out.push(stand.task);
                }
            }
        }
        if data.topic != NONE {
            for other in &core.topics[ix(data.topic)] {
                let at = self.at[ix(*other)];
                if at != NONE && (core.start(*other, at) - start).abs() < core.topic_gap {
                    out.push(*other);
                }
            }
        }
        out.sort_unstable();
        out.dedup();
        out.retain(|other| *other != task);
        out
    }
}
