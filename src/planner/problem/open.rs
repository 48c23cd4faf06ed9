//! What is open to each task by the unary rules, as indexes into the slots of its lane.
//!
//! Tasks of one class have the same slots closed by hours, pauses and absences: that is worked out
//! once, and a task that asks for nothing but days keeps no list of its own. Why a slot is closed is
//! worked out when somebody asks.

use super::super::slots::{Place, Slot, within};
use super::super::wanted::Wanted;
use super::{Draft, Problem, Shut, Task};
use crate::model::{LaneIx, Pause, PersonIx, PillarIx, Placement};
use crate::time::{Clock, Instant};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Slots of a lane, by index into its table, in order.
#[derive(Debug)]
pub(super) enum Open {
    /// A stretch of what is open to every task of the class.
    Run { class: usize, from: usize, to: usize },
    /// Any others.
    List(Box<[u32]>),
}

/// What tasks have in common that closes slots of their lane to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Class<'a> {
    lane: LaneIx,
    /// Whose presence is asked for.
    owner: Option<PersonIx>,
    /// Where pauses ask for them.
    pillar: Option<PillarIx>,
    format: Option<&'a str>,
}

impl<'a> Problem<'a> {
    /// The tables of slots, with every instant that a task wants off the grid.
    pub(super) fn lay_out_lanes(&mut self, drafts: &[Draft<'_>]) {
        let mut wanted: Vec<Vec<Instant>> = vec![Vec::new(); self.ws.lanes.len()];
        for draft in drafts {
            let own = &mut wanted[draft.placement.lane.get()];
            own.extend(draft.chosen);
            own.extend(self.timed(draft.placement, &draft.wish, draft.reach));
        }
        let lanes = self.ws.lanes.iter().zip(wanted);
        self.lane_slots =
            lanes.map(|(lane, wanted)| self.grid.of_lane(self.ws, lane, wanted)).collect();
    }

    /// The instants that a wish for a time means.
    fn timed(
        &self,
        placement: &Placement,
        wish: &Wanted<'_>,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Vec<Instant> {
        let Some(time) = wish.time else {
            return Vec::new();
        };
        let zone = self.zone(placement);
        from.iter_days()
            .take_while(|day| *day <= to)
            .filter(|day| wish.allows_day(*day))
            .map(|day| zone.resolve(day.and_time(time)))
            .filter(|resolved| {
                resolved.kind != Clock::Gap
                    && self.grid.holds(self.ws.calendar.zone, zone, resolved.instant)
            })
            .map(|resolved| resolved.instant)
            .collect()
    }

    pub(super) fn add_tasks(&mut self, drafts: Vec<Draft<'a>>) {
        let mut classes: HashMap<Class<'a>, usize> = HashMap::new();
        let mut work = Vec::new();
        for draft in drafts {
            let class = self.class(draft.placement);
            let number = *classes.entry(class).or_insert(self.open.len());
            if number == self.open.len() {
                self.open.push(self.open_to(class));
            }
            let open = self.candidates(&draft, number, &mut work);
            self.tasks.push(Task { placement: draft.ix, open, chosen: draft.chosen });
        }
    }

    fn class(&self, placement: &'a Placement) -> Class<'a> {
        let pauses = &self.ws.pauses;
        let pillars = pauses.iter().any(|pause| !pause.pillars.is_empty());
        let formats = pauses.iter().any(|pause| !pause.formats.is_empty());
        Class {
            lane: placement.lane,
            owner: self.roster.as_ref().and_then(|roster| roster.asked_for(placement.owner)),
            pillar: placement.pillar.filter(|_| pillars),
            format: placement.format.as_deref().filter(|_| formats),
        }
    }

    /// The slots of the grid that neither the lane, nor a pause, nor an absence closes.
    fn open_to(&self, class: Class<'_>) -> Vec<u32> {
        let channel = self.ws.lane(class.lane).channel;
        let stops = |pause: &&Pause, at| pause.stops(at, channel, class.pillar, class.format);
        // A pause that does not stop such a post when it begins never does.
        let pauses: Vec<&Pause> =
            self.ws.pauses.iter().filter(|pause| stops(pause, pause.from)).collect();
        let mut watch = self.roster.as_ref().map(|roster| roster.watch(class.owner));
        let slots = self.lane_slots[class.lane.get()].iter().zip(0..);
        let open = slots.filter(|(slot, _)| {
            slot.place == Place::OnGrid
                && slot.closed.is_open()
                && watch.as_mut().is_none_or(|watch| watch.covers(slot.start))
                && !pauses.iter().any(|pause| stops(pause, slot.start))
        });
        open.map(|(_, index)| index).collect()
    }

    /// The slots of a task by the unary rules, and the slot that was chosen. `work` is scratch
    /// paper.
    fn candidates(&self, draft: &Draft<'_>, class: usize, work: &mut Vec<u32>) -> Open {
        let slots = &self.lane_slots[draft.placement.lane.get()];
        work.clear();
        let run = match draft.wish.time {
            Some(_) => {
                let own = self.wanted(draft.placement, &draft.wish, draft.reach).into_iter();
                let open = own.filter(|index| {
                    let slot = &slots[at(*index)];
                    self.closed_by(draft.placement, &draft.wish, slot).is_empty()
                });
                work.extend(open);
                None
            }
            None => {
                let open = &self.open[class];
                let (from, to) = within(open, draft.reach, |index| slots[at(*index)].local);
                let mut allows = allows(&draft.wish);
                let mine = (from..to).filter(|i| allows(&slots[at(open[*i])]));
                let (mut first, mut next) = (from, from);
                for i in mine {
                    first = if work.is_empty() { i } else { first };
                    next = i + 1;
                    work.push(open[i]);
                }
                (next - first == work.len()).then_some(Open::Run { class, from: first, to: next })
            }
        };
        let chosen = draft.chosen.and_then(|start| {
            let index = slots.partition_point(|slot| slot.start < start);
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            work.binary_search(&index).err().map(|at| (at, index))
        });
        if let Some((at, index)) = chosen {
            work.insert(at, index);
            return Open::List(work.as_slice().into());
        }
        run.unwrap_or_else(|| Open::List(work.as_slice().into()))
    }

    /// The slots of the days that are wanted, whatever closes them.
    fn wanted(
        &self,
        placement: &Placement,
        wish: &Wanted<'_>,
        reach: (NaiveDate, NaiveDate),
    ) -> Vec<u32> {
        let slots = &self.lane_slots[placement.lane.get()];
        let index = |i: usize| u32::try_from(i).unwrap_or(u32::MAX);
        if wish.time.is_some() {
            let starts = self.timed(placement, wish, reach).into_iter();
            let found = starts.map(|start| slots.partition_point(|slot| slot.start < start));
            return found.map(index).collect();
        }
        let (from, to) = within(slots, reach, |slot| slot.local);
        let on_grid = (from..to).filter(|i| slots[*i].place == Place::OnGrid);
        on_grid.filter(|i| wish.allows_day(slots[*i].local.date())).map(index).collect()
    }

    /// The slots of a task's days that unary rules close, and which of them.
    pub(in crate::planner) fn closures(&self, task: usize) -> Vec<Shut> {
        let placement = self.of(task);
        let wish = self.wish(placement);
        let Some(reach) = wish.reach(&self.request) else {
            return Vec::new();
        };
        let slots = &self.lane_slots[placement.lane.get()];
        let wanted = self.wanted(placement, &wish, reach).into_iter().map(|i| slots[at(i)]);
        wanted
            .filter(|slot| self.tasks[task].chosen != Some(slot.start))
            .map(|slot| Shut { slot, by: self.closed_by(placement, &wish, &slot) })
            .filter(|shut| !shut.by.is_empty())
            .collect()
    }

    /// The legal slots of a task, by index into those of its lane.
    pub(in crate::planner) fn open(&self, task: usize) -> &[u32] {
        match &self.tasks[task].open {
            Open::Run { class, from, to } => &self.open[*class][*from..*to],
            Open::List(list) => list,
        }
    }

    /// The legal slots of a task, by start.
    pub(in crate::planner) fn slots(&self, task: usize) -> impl Iterator<Item = &Slot> {
        let slots = &self.lane_slots[self.of(task).lane.get()];
        self.open(task).iter().map(|index| &slots[at(*index)])
    }

    /// One of the legal slots of a task.
    pub(in crate::planner) fn slot(&self, task: usize, index: usize) -> &Slot {
        &self.lane_slots[self.of(task).lane.get()][at(self.open(task)[index])]
    }

    /// Which of its legal slots starts then.
    pub(in crate::planner) fn find(&self, task: usize, start: Instant) -> Option<usize> {
        let slots = &self.lane_slots[self.of(task).lane.get()];
        self.open(task).binary_search_by_key(&start, |index| slots[at(*index)].start).ok()
    }
}

/// An index of a table.
fn at(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// Whether a wish allows slots, asked in order of time: each day is looked at once.
fn allows<'w>(wish: &'w Wanted<'_>) -> impl FnMut(&Slot) -> bool + 'w {
    let mut known: Option<(NaiveDate, bool)> = None;
    move |slot| {
        let day = slot.local.date();
        let allowed = match known {
            Some((same, allowed)) if same == day => allowed,
            _ => wish.allows_day(day),
        };
        known = Some((day, allowed));
        allowed && wish.allows_instant(slot.start) && wish.closing_link(slot.start).is_none()
    }
}
