//! The programme of one lane: the sequence of its positions that earns most.
//!
//! A dynamic programme over the items of a lane in order of time: positions that a task may take,
//! and fixed placements of the channel. Its state is what the caps count: tasks of this week, tasks
//! of this day; the gap is a jump to the first item far enough. A state keeps the best that can
//! follow and the best whose first pillar is another one, which is all that R9 asks for.
//! Backward tables give the best sequence; with forward tables they give the best sequence through
//! each position. A lane with n items costs O(n · week cap · day cap · pillars).

use super::super::core::{Alternation, Core, NONE, id, ix};

/// Less than anything: no such sequence.
pub(in crate::planner) const NEVER: i64 = i64::MIN / 4;

/// What an item of a lane is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A position: its number in the lane.
    Position(u32),
    /// A fixed placement: the pillar that those after it see, and the one those before it see.
    Fixed(u32, u32),
}

/// A lane, cut down to the items that matter.
#[derive(Debug)]
pub(in crate::planner) struct LaneView {
    pub(super) kinds: Vec<Kind>,
    /// The first item that the gap allows after each position.
    next: Vec<u32>,
    days: Vec<u32>,
    weeks: Vec<u32>,
    /// Rooms that bind, `NONE` for those that do not.
    day_room: Vec<u32>,
    week_room: Vec<u32>,
    missing: Vec<u32>,
    /// Counts of a week and of a day that states tell apart.
    week_states: usize,
    day_states: usize,
    /// The pillar of the last fixed placement before the first item.
    before: u32,
    /// The pillar of the first one after the last item, as those before see it.
    after: u32,
    /// The pillars of the lane's tasks; where nobody minds repeats, one that is none.
    pub(super) pillars: Vec<u32>,
    alternate: Alternation,
    cadence: i64,
}

/// The best that follows (or precedes), and the best whose nearest pillar is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Best {
    value: i64,
    other: i64,
    pillar: u32,
}

const NOTHING: Best = Best { value: NEVER, other: NEVER, pillar: NONE };

impl Best {
    fn offer(&mut self, value: i64, pillar: u32) {
        if pillar == self.pillar {
            self.value = self.value.max(value);
        } else if value > self.value {
            (self.other, self.value, self.pillar) = (self.value, value, pillar);
        } else {
            self.other = self.other.max(value);
        }
    }

    fn merge(&mut self, more: Self) {
        if more.pillar == self.pillar {
            self.value = self.value.max(more.value);
            self.other = self.other.max(more.other);
        } else if more.value > self.value {
            *self = Self { other: self.value.max(more.other), ..more };
        } else {
            self.other = self.other.max(more.value);
        }
    }

    /// The best beside a neighbour of this pillar.
    fn beside(self, pillar: u32, alternate: Alternation) -> i64 {
        if pillar == NONE || self.pillar != pillar {
            return self.value;
        }
        match alternate {
            Alternation::Always => self.other,
            Alternation::Costs(cost) => self.other.max(self.value - cost),
            Alternation::Never => self.value,
        }
    }
}

/// Tables that are used again and again.
#[derive(Debug, Default)]
pub(in crate::planner) struct Tables {
    offers: Vec<(i64, u32)>,
    back: Vec<Best>,
    fore: Vec<Best>,
}

impl LaneView {
    /// The view of a lane on these positions, in order.
    pub(super) fn new(core: &Core, lane: u32, positions: &[u32], pillars: &[u32]) -> Self {
        let data = &core.lanes[ix(lane)];
        let channel = &core.channels[ix(data.channel)];
        let minds = core.alternate != Alternation::Never && channel.lanes.len() == 1;
        let mut view = Self {
            kinds: Vec::with_capacity(positions.len()),
            next: Vec::new(),
            days: Vec::with_capacity(positions.len()),
            weeks: Vec::with_capacity(positions.len()),
            day_room: vec![NONE; data.day_room.len()],
            week_room: vec![NONE; data.week_room.len()],
            missing: data.week_missing.clone(),
            week_states: 1,
            day_states: 1,
            before: NONE,
            after: NONE,
            pillars: if minds { pillars.to_vec() } else { vec![NONE] },
            alternate: if minds { core.alternate } else { Alternation::Never },
            cadence: core.cadence,
        };
        let fixed: &[super::super::core::Fixed] = if minds { &channel.fixed } else { &[] };
        view.lay_out(data, positions, fixed);
        view.find_rooms(data, positions);
        view
    }

    fn lay_out(
        &mut self,
        data: &super::super::core::Lane,
        positions: &[u32],
        fixed: &[super::super::core::Fixed],
    ) {
        let mut starts = Vec::with_capacity(positions.len());
        let start = |position: &u32| data.starts[ix(*position)];
        let first = positions.first().map_or(i64::MAX, start);
        let mut coming = fixed.partition_point(|f| f.start < first);
        self.before = coming.checked_sub(1).map_or(NONE, |i| fixed[i].pillar);
        let mut last = self.before;
        let mut seen = |pillar: u32| {
            if std::mem::replace(&mut last, pillar) == pillar { NONE } else { pillar }
        };
        for position in positions {
            while let Some(f) = fixed.get(coming).filter(|f| f.start < start(position)) {
                let (day, week) = (self.days.last().copied(), self.weeks.last().copied());
                starts.push(f.start);
                self.kinds.push(Kind::Fixed(f.pillar, seen(f.pillar)));
                self.days.push(day.unwrap_or(data.days[ix(*position)]));
                self.weeks.push(week.unwrap_or(data.weeks[ix(*position)]));
                coming += 1;
            }
            starts.push(start(position));
            self.kinds.push(Kind::Position(*position));
            self.days.push(data.days[ix(*position)]);
            self.weeks.push(data.weeks[ix(*position)]);
        }
        self.after = fixed.get(coming).map_or(NONE, |f| seen(f.pillar));
        let mut ahead = 0;
        for (i, from) in starts.iter().enumerate() {
            ahead = ahead.max(i + 1);
            while starts.get(ahead).is_some_and(|other| *other < from + data.gap) {
                ahead += 1;
            }
            self.next.push(id(ahead));
        }
    }

    /// Which rooms can bind at all, and so how many states there are.
    fn find_rooms(&mut self, data: &super::super::core::Lane, positions: &[u32]) {
        let mut by_day = vec![0_u32; data.day_room.len()];
        let mut last: Vec<Option<i64>> = vec![None; data.day_room.len()];
        let mut week_of = vec![NONE; data.day_room.len()];
        for position in positions {
            let (day, start) = (ix(data.days[ix(*position)]), data.starts[ix(*position)]);
            week_of[day] = data.weeks[ix(*position)];
            if last[day].is_none_or(|last| start - last >= data.gap.max(1)) {
                last[day] = Some(start);
                by_day[day] += 1;
            }
        }
        let mut by_week = vec![0_u32; data.week_room.len()];
        for (day, most) in by_day.iter().enumerate() {
            let room = data.day_room[day];
            if *most > room {
                self.day_room[day] = room;
                self.day_states = self.day_states.max(ix(room) + 1);
            }
            if week_of[day] != NONE {
                by_week[ix(week_of[day])] += (*most).min(room);
            }
        }
        for (week, most) in by_week.iter().enumerate() {
            if *most > data.week_room[week] {
                self.week_room[week] = data.week_room[week];
                self.week_states = self.week_states.max(ix(data.week_room[week]) + 1);
            }
            let missing = data.week_missing[week].min(*most);
            self.week_states = self.week_states.max(ix(missing) + 1);
        }
    }

    /// How many items there are.
    pub(super) const fn len(&self) -> usize {
        self.kinds.len()
    }

    /// How many numbers a table of this lane holds: what a programme costs.
    pub(super) fn work(&self) -> usize {
        self.len() * self.week_states * self.day_states * (1 + self.pillars.len())
    }

    /// Where the tables keep what follows a state of `from` at `to`, so many more having gone.
    fn place(&self, from: usize, to: usize, state: usize, more: usize) -> usize {
        let (same_week, same_day) = self.same(from, to);
        to * self.states() + self.carried(state, same_week, same_day, more)
    }

    /// How many states an item has.
    const fn states(&self) -> usize {
        self.week_states * self.day_states
    }

    /// Whether one more may go there in a state.
    fn has_room(&self, item: usize, state: usize) -> bool {
        let (week, day) = (state / self.day_states, state % self.day_states);
        let (w, d) = (self.week_room[ix(self.weeks[item])], self.day_room[ix(self.days[item])]);
        (w == NONE || week < ix(w)) && (d == NONE || day < ix(d))
    }

    /// What the cadence gives for one more post in a state.
    fn bonus(&self, item: usize, state: usize) -> i64 {
        let missing = ix(self.missing[ix(self.weeks[item])]);
        if state / self.day_states < missing { self.cadence } else { 0 }
    }

    /// The most that the lane can earn with these profits, item by item and pillar by pillar.
    pub(super) fn most(&self, profits: &[i64], tables: &mut Tables) -> i64 {
        let states = self.states();
        let Tables { back, offers, .. } = tables;
        back.clear();
        back.resize((self.len() + 1) * states, NOTHING);
        let end = Best { value: 0, other: NEVER, pillar: self.after };
        back[self.len() * states..].fill(end);
        let pillars = self.pillars.len();
        for item in (0..self.len()).rev() {
            offers.clear();
            let here = profits[item * pillars..(item + 1) * pillars].iter().zip(&self.pillars);
            offers.extend(here.filter(|(profit, _)| **profit > NEVER).map(|(p, q)| (*p, *q)));
            let (now, later) = back.split_at_mut((item + 1) * states);
            let now = &mut now[item * states..];
            match self.kinds[item] {
                Kind::Fixed(own, seen) => self.pass(item, (own, seen), now, later),
                Kind::Position(_) => self.weigh(item, offers, now, later),
            }
        }
        back[0].beside(self.before, self.alternate)
    }

    /// A fixed placement: whatever follows stands beside it.
    fn pass(&self, item: usize, (own, seen): (u32, u32), now: &mut [Best], later: &[Best]) {
        let (same_week, same_day) = self.same(item, item + 1);
        for (state, best) in now.iter_mut().enumerate() {
            let rest = later[self.carried(state, same_week, same_day, 0)];
            let value = rest.beside(own, self.alternate);
            *best = Best { value, other: NEVER, pillar: seen };
        }
    }

    /// A position: nobody, or one of those on offer.
    fn weigh(&self, item: usize, offers: &[(i64, u32)], now: &mut [Best], later: &[Best]) {
        let states = self.states();
        let (same_week, same_day) = self.same(item, item + 1);
        let next = ix(self.next[item]);
        let (jump_week, jump_day) = self.same(item, next);
        let jump = (next - item - 1) * states;
        for (state, best) in now.iter_mut().enumerate() {
            *best = later[self.carried(state, same_week, same_day, 0)];
            if offers.is_empty() || !self.has_room(item, state) {
                continue;
            }
            let after = later[jump + self.carried(state, jump_week, jump_day, 1)];
            let bonus = self.bonus(item, state);
            for (profit, pillar) in offers {
                best.offer(profit + bonus + after.beside(*pillar, self.alternate), *pillar);
            }
        }
    }

    /// Whether two items are of one week, and of one day.
    fn same(&self, from: usize, to: usize) -> (bool, bool) {
        let week = self.weeks.get(to) == Some(&self.weeks[from]);
        (week, self.days.get(to) == Some(&self.days[from]))
    }

    /// The state after so many more, in the same week and day or in others.
    fn carried(&self, state: usize, same_week: bool, same_day: bool, more: usize) -> usize {
        let (week, day) = (state / self.day_states, state % self.day_states);
        let week = if same_week { (week + more).min(self.week_states - 1) } else { 0 };
        let day = if same_day { (day + more).min(self.day_states - 1) } else { 0 };
        week * self.day_states + day
    }

    /// The sequence that earns most, after [`Self::most`]: items and pillars.
    pub(super) fn trace(&self, profits: &[i64], tables: &Tables, out: &mut Vec<(u32, u32)>) {
        out.clear();
        let states = self.states();
        let pillars = self.pillars.len();
        let (mut item, mut state, mut last) = (0, 0, self.before);
        while item < self.len() {
            let here = &profits[item * pillars..(item + 1) * pillars];
            let mut to = self.place(item, item + 1, state, 0);
            if let Kind::Fixed(own, _) = self.kinds[item] {
                last = own;
            } else if self.has_room(item, state) {
                let mut most = tables.back[to].beside(last, self.alternate);
                let jump = self.place(item, ix(self.next[item]), state, 1);
                let bonus = self.bonus(item, state);
                let mut choice = None;
                for (q, (profit, pillar)) in here.iter().zip(&self.pillars).enumerate() {
                    if *profit > NEVER {
                        let cost = self.repeat_cost(last, *pillar);
                        let after = tables.back[jump].beside(*pillar, self.alternate);
                        let value = (profit + bonus + after - cost).max(NEVER);
                        if value > most {
                            (most, choice) = (value, Some((q, *pillar)));
                        }
                    }
                }
                if let Some((q, pillar)) = choice {
                    out.push((id(item), id(q)));
                    (to, last) = (jump, pillar);
                }
            }
            (item, state) = (to / states, to % states);
        }
    }

    fn repeat_cost(&self, last: u32, pillar: u32) -> i64 {
        match self.alternate {
            _ if pillar == NONE || last != pillar => 0,
            Alternation::Always => -NEVER,
            Alternation::Costs(cost) => cost,
            Alternation::Never => 0,
        }
    }

    /// The most that the lane earns through each item and pillar without that item's own profit,
    /// after [`Self::most`].
    pub(super) fn through(&self, profits: &[i64], tables: &mut Tables, out: &mut Vec<i64>) {
        let states = self.states();
        let pillars = self.pillars.len();
        tables.fore.clear();
        tables.fore.resize((self.len() + 1) * states, NOTHING);
        if let Some(first) = tables.fore.first_mut() {
            *first = Best { value: 0, other: NEVER, pillar: self.before };
        }
        out.clear();
        out.resize(self.len() * pillars, NEVER);
        for item in 0..self.len() {
            for state in 0..states {
                self.pass_through(item, state, profits, tables, out);
            }
        }
    }

    /// One state of an item: what leads there goes on without it, or with one of its pillars.
    fn pass_through(
        &self,
        item: usize,
        state: usize,
        profits: &[i64],
        Tables { back, fore, .. }: &mut Tables,
        out: &mut [i64],
    ) {
        let here = fore[item * self.states() + state];
        if here.value <= NEVER / 2 {
            return;
        }
        let skip = self.place(item, item + 1, state, 0);
        if let Kind::Fixed(own, seen) = self.kinds[item] {
            return fore[skip].offer(here.beside(seen, self.alternate), own);
        }
        fore[skip].merge(here);
        if !self.has_room(item, state) {
            return;
        }
        let jump = self.place(item, ix(self.next[item]), state, 1);
        let bonus = self.bonus(item, state);
        let from = item * self.pillars.len();
        for (q, pillar) in self.pillars.iter().enumerate() {
            let profit = profits[from + q];
            if profit > NEVER {
                let so_far = here.beside(*pillar, self.alternate) + bonus;
                let after = back[jump].beside(*pillar, self.alternate);
                out[from + q] = out[from + q].max((so_far + after).max(NEVER));
                fore[jump].offer((so_far + profit).max(NEVER), *pillar);
            }
        }
    }
}
