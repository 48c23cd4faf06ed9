//! The programme of one lane: the best sequence of its slots at given profits, and the best through
//! each slot.
//!
//! It goes over the starts of the lane in order. What it remembers of the past is how many tasks
//! the week has (as far as its cap or what it is short of makes a difference), how many the day
//! has, and the last neighbour: fixed, without a pillar, or one of the pillars. A task may come
//! back as often as it likes; prices see to that.

use super::lanes::{Lane, PLAIN, Repeat, SETTLED};
use std::collections::BTreeMap;

/// A profit that nothing has.
const NEVER: i64 = -(1 << 62);
/// Anything below can only come from [`NEVER`].
const HARDLY: i64 = -(1 << 61);
/// No sum of profits is further from zero.
const LARGEST_SUM: i64 = 1 << 60;
/// The most numbers that one lane may need to remember.
const LARGEST_TABLE: usize = 1 << 25;

/// Why a programme cannot be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Excess {
    /// Profits so large that their sum might not be exact.
    Profit,
    /// A table that is too large.
    Table,
}

/// One lane with its open slots and their profits.
pub(super) struct Programme<'l> {
    lane: &'l Lane,
    events: Vec<Event>,
    /// Best profit of a start by the neighbour that a task becomes, event by event.
    best: Vec<i64>,
    /// Most tasks a week is seen to have, plus one.
    weeks: usize,
    /// Most tasks a day is seen to have, plus one.
    days: usize,
}

/// A start with open slots, or a fixed neighbour.
struct Event {
    start: i64,
    /// The position of a start; none of a fixed neighbour.
    position: Option<usize>,
    day: i32,
    week: i32,
    /// The pillar of the fixed neighbour that is passed, or of the last one before a start.
    pillar: Option<usize>,
    /// The first event that a task here leaves possible.
    next: usize,
    day_room: Option<usize>,
    week_room: Option<usize>,
    /// Counts beyond make no difference.
    day_top: usize,
    week_top: usize,
    missing: usize,
}

/// What a programme finds.
pub(super) struct Found {
    /// The best sequence.
    pub(super) most: i64,
    /// The best sequence through a start, its own profit apart, by event and neighbour.
    through: Vec<i64>,
    states: usize,
}

impl<'l> Programme<'l> {
    /// A lane with the profits of its slots; those that are not open do not exist.
    ///
    /// # Errors
    /// See [`Excess`].
    pub(super) fn new(
        lane: &'l Lane,
        open: &[bool],
        profits: &[i64],
        state: impl Fn(usize) -> usize,
    ) -> Result<Self, Excess> {
        let mut events = events(lane, open);
        set_tops(lane, &mut events);
        let weeks = 1 + events.iter().map(|event| event.week_top).max().unwrap_or(0);
        let days = 1 + events.iter().map(|event| event.day_top).max().unwrap_or(0);
        let table = weeks.saturating_mul(days).saturating_mul(lane.states);
        if table.saturating_mul(events.len() + 1) > LARGEST_TABLE {
            return Err(Excess::Table);
        }
        let mut best = vec![NEVER; events.len() * lane.states];
        for (e, event) in events.iter().enumerate() {
            let Some(position) = event.position.map(|at| &lane.positions[at]) else { continue };
            for &slot in &lane.slots[position.first..position.last] {
                if open[slot] {
                    let entry = &mut best[e * lane.states + state(slot)];
                    *entry = profits[slot].max(*entry);
                }
            }
        }
        let programme = Self { lane, events, best, weeks, days };
        if programme.may_overflow(open, profits) { Err(Excess::Profit) } else { Ok(programme) }
    }

    /// How much there is to do, in steps.
    pub(super) fn work(&self) -> u64 {
        let size = self.events.len() * self.width() * self.lane.states;
        u64::try_from(size).unwrap_or(u64::MAX)
    }

    /// Runs it backward, and forward.
    pub(super) fn run(&self) -> Found {
        let ahead = self.backward();
        let through = self.forward(&ahead);
        Found { most: ahead[self.cell(0, 0, 0)], through, states: self.lane.states }
    }

    /// The best sequence alone.
    pub(super) fn most(&self) -> i64 {
        self.backward()[self.cell(0, 0, 0)]
    }

    /// Each open slot with the best sequence through it.
    pub(super) fn each_through(
        &self,
        found: &Found,
        open: &[bool],
        profits: &[i64],
        state: impl Fn(usize) -> usize,
        mut tell: impl FnMut(usize, Option<i64>),
    ) {
        for (e, event) in self.events.iter().enumerate() {
            let Some(position) = event.position.map(|at| &self.lane.positions[at]) else {
                continue;
            };
            for &slot in self.lane.slots[position.first..position.last].iter().filter(|s| open[**s])
            {
                let rest = found.through[e * found.states + state(slot)];
                tell(slot, (rest > HARDLY).then(|| rest + profits[slot]));
            }
        }
    }

    /// Numbers remembered at one event.
    fn width(&self) -> usize {
        self.weeks * self.days * self.lane.states
    }

    fn cell(&self, week: usize, day: usize, state: usize) -> usize {
        (week * self.days + day) * self.lane.states + state
    }

    /// Whether the largest profits could add up to more than can be told exactly.
    fn may_overflow(&self, open: &[bool], profits: &[i64]) -> bool {
        let repeat = match self.lane.repeat {
            Repeat::Cost(cost) => cost,
            Repeat::Free | Repeat::Forbidden => 0,
        };
        let slots = self.lane.slots.iter().filter(|slot| open[**slot]);
        let largest = slots.map(|slot| profits[*slot].unsigned_abs()).max().unwrap_or(0);
        let each = largest
            .saturating_add(self.lane.bonus.unsigned_abs())
            .saturating_add(repeat.unsigned_abs());
        let events = u64::try_from(self.events.len() + 2).unwrap_or(u64::MAX);
        each.saturating_mul(events) > LARGEST_SUM.unsigned_abs()
    }

    /// What a task adds to the counts, and the bonus it earns; none when there is no room.
    fn taken(&self, event: &Event, week: usize, day: usize) -> Option<(usize, usize, i64)> {
        let full = |room: Option<usize>, count: usize| room.is_some_and(|room| count >= room);
        if full(event.week_room, week) || full(event.day_room, day) {
            return None;
        }
        let bonus = if week < event.missing { self.lane.bonus } else { 0 };
        Some(((week + 1).min(event.week_top), (day + 1).min(event.day_top), bonus))
    }

    /// Counts of one event as another sees them.
    fn carried(&self, from: &Event, to: usize, week: usize, day: usize) -> (usize, usize) {
        match self.events.get(to) {
            Some(to) => (
                if to.week == from.week { week } else { 0 },
                if to.day == from.day { day } else { 0 },
            ),
            None => (0, 0),
        }
    }

    /// What a task of this state costs beside a neighbour; none when it may not be there.
    fn beside(&self, event: &Event, neighbour: usize, state: usize) -> Option<i64> {
        let pillar = if neighbour == SETTLED { event.pillar } else { Some(neighbour) };
        if state <= PLAIN || pillar != Some(state) {
            return Some(0);
        }
        match self.lane.repeat {
            Repeat::Free => Some(0),
            Repeat::Cost(cost) => Some(cost),
            Repeat::Forbidden => None,
        }
    }

    /// What a fixed neighbour costs after a task.
    fn passed(&self, event: &Event, neighbour: usize) -> Option<i64> {
        match self.lane.repeat {
            _ if neighbour <= PLAIN || event.pillar != Some(neighbour) => Some(0),
            Repeat::Free => Some(0),
            Repeat::Cost(cost) => Some(cost),
            Repeat::Forbidden => None,
        }
    }

    /// The best future of every state at every event.
    fn backward(&self) -> Vec<i64> {
        let width = self.width();
        let states = self.lane.states;
        let mut ahead = vec![0; (self.events.len() + 1) * width];
        for (e, event) in self.events.iter().enumerate().rev() {
            let (here, later) = ahead.split_at_mut((e + 1) * width);
            let here = &mut here[e * width..];
            let best = &self.best[e * states..(e + 1) * states];
            let reach = (event.next - e - 1) * width;
            for week in 0..=event.week_top {
                for day in 0..=event.day_top {
                    let (w, d) = self.carried(event, e + 1, week, day);
                    let skip = self.cell(w, d, 0);
                    let own = self.cell(week, day, 0);
                    if event.position.is_none() {
                        for state in 0..states {
                            here[own + state] = match self.passed(event, state) {
                                Some(cost) => later[skip] - cost,
                                None => NEVER,
                            };
                        }
                        continue;
                    }
                    here[own..own + states].copy_from_slice(&later[skip..skip + states]);
                    let Some((w, d, bonus)) = self.taken(event, week, day) else { continue };
                    let (w, d) = self.carried(event, event.next, w, d);
                    let then = reach + self.cell(w, d, 0);
                    for (state, profit) in best.iter().enumerate().filter(|(_, p)| **p > HARDLY) {
                        let worth = profit + bonus + later[then + state];
                        if worth <= HARDLY {
                            continue;
                        }
                        for neighbour in 0..states {
                            if let Some(cost) = self.beside(event, neighbour, state) {
                                let entry = &mut here[own + neighbour];
                                *entry = (worth - cost).max(*entry);
                            }
                        }
                    }
                }
            }
        }
        ahead
    }

    /// The best sequence through every start, its own profit apart.
    fn forward(&self, ahead: &[i64]) -> Vec<i64> {
        let (width, states) = (self.width(), self.lane.states);
        let mut through = vec![NEVER; self.events.len() * states];
        let mut behind: Vec<Vec<i64>> = vec![Vec::new(); self.events.len() + 1];
        behind[0] = vec![NEVER; width];
        behind[0][0] = 0;
        for (e, event) in self.events.iter().enumerate() {
            let past = std::mem::take(&mut behind[e]);
            if past.is_empty() {
                continue;
            }
            for week in 0..=event.week_top {
                for day in 0..=event.day_top {
                    let own = self.cell(week, day, 0);
                    let past = &past[own..own + states];
                    let (w, d) = self.carried(event, e + 1, week, day);
                    let skip = self.cell(w, d, 0);
                    for (state, worth) in past.iter().enumerate().filter(|(_, w)| **w > HARDLY) {
                        match (event.position, self.passed(event, state)) {
                            (Some(_), _) => raise(&mut behind[e + 1], width, skip + state, *worth),
                            (None, Some(cost)) => {
                                raise(&mut behind[e + 1], width, skip, worth - cost);
                            }
                            (None, None) => {}
                        }
                    }
                    let taken = self.taken(event, week, day).filter(|_| event.position.is_some());
                    let Some((w, d, bonus)) = taken else { continue };
                    let (w, d) = self.carried(event, event.next, w, d);
                    let then = self.cell(w, d, 0);
                    for state in 0..states {
                        let profit = self.best[e * states + state];
                        let reached = past.iter().enumerate().filter(|(_, w)| **w > HARDLY);
                        let reached = reached.filter_map(|(neighbour, worth)| {
                            Some(worth - self.beside(event, neighbour, state)?)
                        });
                        let Some(worth) = reached.max().filter(|_| profit > HARDLY) else {
                            continue;
                        };
                        let future = ahead[event.next * width + then + state];
                        if future > HARDLY {
                            let entry = &mut through[e * states + state];
                            *entry = (worth + bonus + future).max(*entry);
                        }
                        let whole = worth + bonus + profit;
                        raise(&mut behind[event.next], width, then + state, whole);
                    }
                }
            }
        }
        through
    }
}

/// Raises one number of a table that is made when it is first needed.
fn raise(table: &mut Vec<i64>, width: usize, at: usize, worth: i64) {
    if table.is_empty() {
        *table = vec![NEVER; width];
    }
    table[at] = table[at].max(worth);
}

/// Starts with open slots and fixed neighbours, in order.
fn events(lane: &Lane, open: &[bool]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut fixed = lane.fixed.iter().peekable();
    let mut last_pillar = None;
    let (mut day, mut week) = lane.positions.first().map_or((0, 0), |p| (p.day, p.week));
    let event = |start, position, (day, week), pillar| Event {
        start,
        position,
        day,
        week,
        pillar,
        next: 0,
        day_room: None,
        week_room: None,
        day_top: 0,
        week_top: 0,
        missing: 0,
    };
    for (index, position) in lane.positions.iter().enumerate() {
        if !lane.slots[position.first..position.last].iter().any(|slot| open[*slot]) {
            continue;
        }
        while let Some((start, pillar)) = fixed.next_if(|(start, _)| *start <= position.start) {
            events.push(event(*start, None, (day, week), *pillar));
            last_pillar = *pillar;
        }
        (day, week) = (position.day, position.week);
        events.push(event(position.start, Some(index), (day, week), last_pillar));
    }
    events.extend(fixed.map(|(start, pillar)| event(*start, None, (day, week), *pillar)));
    let mut next = 0;
    for e in 0..events.len() {
        let reach = events[e].start.saturating_add(lane.step);
        next = next.max(e + 1);
        while next < events.len() && events[next].start < reach {
            next += 1;
        }
        // What is fixed is passed one by one: no slot is nearer to it than a step.
        events[e].next = if events[e].position.is_some() { next } else { e + 1 };
    }
    events
}

/// How far the counts of days and weeks make a difference.
fn set_tops(lane: &Lane, events: &mut [Event]) {
    let mut days: BTreeMap<i32, (usize, i64)> = BTreeMap::new();
    let mut weeks: BTreeMap<i32, (usize, i64)> = BTreeMap::new();
    let count = |chain: &mut (usize, i64), start: i64| {
        if chain.0 == 0 || start.saturating_sub(chain.1) >= lane.step {
            *chain = (chain.0 + 1, start);
        }
    };
    for event in events.iter().filter(|event| event.position.is_some()) {
        count(days.entry(event.day).or_default(), event.start);
        count(weeks.entry(event.week).or_default(), event.start);
    }
    for event in events {
        // More than fit one after the other never are there.
        let chain = days.get(&event.day).map_or(0, |chain| chain.0);
        event.day_room = lane.room_of_day(event.day).filter(|room| *room < chain);
        event.day_top = event.day_room.unwrap_or(0);
        let chain = weeks.get(&event.week).map_or(0, |chain| chain.0);
        event.week_room = lane.room_of_week(event.week).filter(|room| *room < chain);
        event.missing = lane.missing_in(event.week).min(chain);
        event.week_top = event.week_room.unwrap_or(event.missing);
    }
}
