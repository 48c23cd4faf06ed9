//! What if an urgent post came: the best slot of its day on each channel, and what must give way.
//!
//! The plan at hand is written into a copy of the calendar as slots chosen before, so that every
//! move costs. The urgent post may use the reserve of R4 up to `per_week.max`; every other rule
//! holds for it. A slot that is free beside the whole plan needs no search. Where a better one is
//! taken, the urgent post is locked there and the week planned again, for the most promising few: those
//! whose greedy repair ([`super::giveway`]) is worth most.

use super::explain;
use super::giveway::promise;
use super::problem::Problem;
use super::slots::{Slot, week_number};
use super::state::State;
use super::whatif::{cap, hold, open_reserve};
use super::{Effort, Request, Slots};
use crate::model::{
    Because, Beyond, ChannelIx, LaneIx, PlacedState, PlacementIx, Reactive, Reason, Reserve,
    Schedule, Standing, Status, UrgentOn, UrgentSlot, Workspace,
};
use crate::time::Instant;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Taken slots for which the week is planned again, on each channel.
const TRIES: usize = 4;

/// An urgent post to find room for.
#[derive(Clone, Copy, Debug)]
pub struct Urgent<'a> {
    /// Its day: one of the plan's, on the calendar's clock and on the channel's.
    pub day: NaiveDate,
    /// The channels it may go out on.
    pub channels: &'a [ChannelIx],
    /// What reasons call it.
    pub title: &'a str,
}

/// What an urgent post would do to `base`, the plan of this request. `plan` plans a calendar and
/// stands up for the result; it is asked with the least effort.
///
/// # Errors
/// Those of `plan`.
pub fn reactive<E>(
    ws: &Workspace,
    request: &Request,
    base: &Schedule,
    urgent: &Urgent<'_>,
    plan: &mut dyn FnMut(&Workspace, &Request) -> Result<Schedule, E>,
) -> Result<Reactive, E> {
    let (mut copy, placements) = ws.with_urgent(urgent.title, urgent.day, urgent.channels);
    hold(&mut copy, base, request.slots);
    let request = Request { slots: Slots::Consider, effort: Effort::Quick, ..*request };
    let mut channels = Vec::new();
    let mut best: Option<(Rank, usize)> = None;
    for (i, (&channel, &own)) in urgent.channels.iter().zip(&placements).enumerate() {
        let lane = copy.placement(own).lane;
        open_reserve(&mut copy, ws, lane);
        copy.placements[own.get()].status.value = Status::Planned;
        let room = Room::of(ws, &copy, &request, (own, urgent.day));
        let mut tried: Vec<Tried> = room.free.iter().cloned().collect();
        for slot in &room.taken {
            copy.placements[own.get()].standing = Standing::Locked(slot.start);
            tried.push(room.forced(slot, &copy, plan(&copy, &request)?));
        }
        copy.placements[own.get()].standing = Standing::Open;
        copy.placements[own.get()].status.value = Status::Cancelled;
        let chosen = tried.into_iter().max_by_key(Tried::rank);
        if let Some(chosen) = &chosen
            && best.is_none_or(|(rank, _)| chosen.rank() > rank)
        {
            best = Some((chosen.rank(), i));
        }
        let slot = chosen.map(|tried| tried.slot);
        let start = slot.as_ref().map(|slot| slot.start);
        let calm = room.free.map(|tried| tried.slot).filter(|calm| Some(calm.start) != start);
        channels.push(UrgentOn { channel, placement: own, slot, calm, reasons: room.reasons });
    }
    let best = best.map(|(_, i)| i);
    Ok(Reactive { day: urgent.day, ws: copy, objective: base.objective, channels, best })
}

/// What makes one slot better than another: what it brings, then few changes, then early.
type Rank = (i64, Reverse<usize>, Reverse<Instant>);

/// A slot with what the whole plan gains by it, the urgent post's own score included.
#[derive(Clone)]
struct Tried {
    slot: UrgentSlot,
    gain: i64,
}

impl Tried {
    fn rank(&self) -> Rank {
        (self.gain, Reverse(self.slot.changes.len()), Reverse(self.slot.start))
    }
}

/// The day of an urgent post on one channel.
struct Room {
    lane: LaneIx,
    /// The best slot beside the whole plan.
    free: Option<Tried>,
    /// Better slots that the plan uses, the most promising first.
    taken: Vec<Slot>,
    /// Why no slot is open at all.
    reasons: Vec<Reason>,
    /// What the plan without the urgent post is worth, its moves not counted.
    objective: i64,
    /// What the week of the lane holds that is fixed, and what it holds without the reserve.
    fixed: u32,
    cap: Option<u32>,
    priority: i64,
}

impl Room {
    /// Looks at a day: `copy` holds the plan, and the urgent post as a candidate.
    fn of(
        ws: &Workspace,
        copy: &Workspace,
        request: &Request,
        (own, day): (PlacementIx, NaiveDate),
    ) -> Self {
        let problem = Problem::new(copy, request);
        let mut state = State::new(&problem);
        let placement = copy.placement(own);
        let mut room = Self {
            lane: placement.lane,
            free: None,
            taken: Vec::new(),
            reasons: Vec::new(),
            objective: 0,
            fixed: 0,
            cap: ws.lane(placement.lane).cadence.max.map(|max| cap(max, ws.mix.reserve)),
            priority: i64::from(copy.post_of(placement).priority),
        };
        let Some(task) = state.task_of(own) else {
            return room;
        };
        let slots = problem.slots(task);
        let home = |slot: &&Slot| ws.calendar.zone.local(slot.start).date() == day;
        let open: Vec<Slot> = slots
            .filter(home)
            .filter(|slot| state.blocked(task, slot).is_none())
            .copied()
            .collect();
        let Some(first) = open.first() else {
            room.reasons = closed(&state, task);
            return room;
        };
        let week = (placement.lane, week_number(first.local.date()));
        let in_week = |state: &State<'_, '_>| state.per_week.get(&week).copied().unwrap_or(0);
        room.fixed = in_week(&state);
        fill(&mut state);
        room.objective = state.objective();
        let count = in_week(&state);
        room.look(&state, task, &open, count);
        room
    }

    /// Sorts the open slots into those that are free beside the plan and those it uses.
    fn look(&mut self, state: &State<'_, '_>, task: usize, open: &[Slot], count: u32) {
        // By what a greedy repair promises; slots it takes for one and the same are one try.
        let mut taken: Vec<(Option<i64>, Slot)> = Vec::new();
        for slot in open {
            let blocks = state.blocks(task, slot);
            if blocks.is_empty() {
                let terms = state.terms(task, slot);
                let tried = Tried {
                    slot: UrgentSlot {
                        start: slot.start,
                        score: slot.score,
                        reserve: self.reserve(count),
                        cost: terms.score - terms.total(),
                        changes: Vec::new(),
                    },
                    gain: terms.total(),
                };
                if self.free.as_ref().is_none_or(|free| tried.rank() > free.rank()) {
                    self.free = Some(tried);
                }
                continue;
            }
            let promise = promise(state, task, slot);
            if !taken.iter().any(|(other, at)| *other == promise && at.score == slot.score) {
                taken.push((promise, *slot));
            }
        }
        let least = self.free.as_ref().map(|free| (free.slot.score, free.gain + self.objective));
        taken.retain(|(promise, slot)| {
            least.is_none_or(|(score, worth)| slot.score > score || *promise > Some(worth))
        });
        taken.sort_by_key(|(promise, slot)| (Reverse(*promise), Reverse(slot.score), slot.start));
        self.taken = taken.into_iter().take(TRIES).map(|(_, slot)| slot).collect();
    }

    /// The plan with the urgent post locked in a slot.
    fn forced(&self, slot: &Slot, copy: &Workspace, schedule: Schedule) -> Tried {
        let gain = schedule.objective - self.objective;
        let value = 100 * self.priority * i64::from(slot.score);
        let beside = schedule.placed.iter().filter(|placed| {
            matches!(placed.state, PlacedState::Kept | PlacedState::Suggested)
                && copy.placement(placed.placement).lane == self.lane
        });
        let count = self.fixed.saturating_add(u32::try_from(beside.count()).unwrap_or(u32::MAX));
        Tried {
            slot: UrgentSlot {
                start: slot.start,
                score: slot.score,
                reserve: self.reserve(count),
                cost: value - gain,
                changes: schedule.changes.map(|changes| changes.list).unwrap_or_default(),
            },
            gain,
        }
    }

    /// Whether one post more than `count` needs the reserve.
    fn reserve(&self, count: u32) -> Reserve {
        match self.cap {
            Some(cap) if count >= cap => Reserve::Used,
            _ => Reserve::Untouched,
        }
    }
}

/// Why a day has no slot for a post, whatever else moves: the rules 1–4 that close it, else the
/// rules that what is fixed would break in the best slot.
fn closed(state: &State<'_, '_>, task: usize) -> Vec<Reason> {
    let slots = state.problem.slots(task);
    let best = slots.max_by_key(|slot| (slot.score, Reverse(slot.start)));
    let mut reasons: Vec<Reason> = match best {
        Some(slot) => {
            let blocks = state.blocks(task, slot);
            blocks.into_iter().map(|block| Reason::new(block.because)).collect()
        }
        None => explain::left_out(state, task),
    };
    if reasons.is_empty() {
        // What is open there is on another day of the calendar's clock.
        let wanted = state.problem.of(task).date();
        reasons.push(Reason::new(Because::Date { wanted, beyond: Beyond::Within }));
    }
    reasons.into_iter().map(|reason| Reason { would_allow: None, ..reason }).collect()
}

/// Puts every slot chosen before where it was.
fn fill(state: &mut State<'_, '_>) {
    for task in 0..state.problem.tasks.len() {
        let data = &state.problem.tasks[task];
        let slot = data.chosen.and_then(|start| state.problem.find(task, start));
        if let Some(slot) = slot {
            state.insert(task, slot);
        }
    }
}
