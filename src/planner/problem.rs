//! A workspace and a request, compiled: tasks with their slots, what is fixed, what counts.

mod open;

use super::duty::Roster;
use super::slots::{Closed, Grid, Slot, week_number};
use super::wanted::Wanted;
use super::{Request, Slots};
use crate::history::locked_score;
use crate::lang::Text;
use crate::model::{
    LaneIx, LinkTo, Pause, PersonIx, Placement, PlacementIx, Post, ScoreOrigin, Side, Standing,
    Status, Workspace,
};
use crate::time::{Instant, Lapse, Zone};
use chrono::{NaiveDate, NaiveDateTime};
use open::Open;
use std::collections::{HashMap, HashSet};

/// A placement that wants a slot.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) placement: PlacementIx,
    /// Its legal slots by the unary rules, by start.
    open: Open,
    /// The slot chosen before, when the rules still allow it and moves cost.
    pub(super) chosen: Option<Instant>,
}

/// A slot that unary rules close, and which of them.
#[derive(Clone, Debug)]
pub(super) struct Shut {
    pub(super) slot: Slot,
    pub(super) by: Vec<Unary>,
}

/// A unary rule, by what it would say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unary {
    Date,
    Window,
    Hours,
    Pause(String),
    Event(Text),
    Past,
    Presence(Option<PersonIx>),
    /// An event or a campaign that it must come after, or before.
    Link(String),
}

/// A placement at an instant that this plan does not change, or a slot given to a task.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) placement: PlacementIx,
    pub(super) start: Instant,
    pub(super) local: NaiveDateTime,
}

/// A link between two placements: `min` ≤ start(b) − start(a) ≤ `max`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    pub(super) a: PlacementIx,
    pub(super) b: PlacementIx,
    pub(super) min: Lapse,
    pub(super) max: Option<Lapse>,
}

/// Everything the search works on.
#[derive(Debug)]
pub(super) struct Problem<'a> {
    pub(super) ws: &'a Workspace,
    pub(super) request: Request,
    pub(super) tasks: Vec<Task>,
    /// Locked placements of the plan.
    pub(super) locked: Vec<Mark>,
    /// Locked placements and chosen slots outside the plan.
    pub(super) constants: Vec<Mark>,
    /// Placements that are out or scheduled on a day nobody wrote the time of.
    pub(super) on_days: Vec<(PlacementIx, NaiveDate)>,
    /// Out or scheduled, nobody knows at what time.
    pub(super) settled: HashSet<PlacementIx>,
    /// Links by placement: those where it is `a` or `b`.
    pub(super) ties: HashMap<PlacementIx, Vec<Tie>>,
    pub(super) grid: Grid,
    /// The slots of each lane, those off the grid that tasks want among them, by start.
    pub(super) lane_slots: Vec<Vec<Slot>>,
    /// What is open to each class of tasks: indexes into the slots of its lane.
    open: Vec<Vec<u32>>,
    pub(super) roster: Option<Roster>,
    /// Least posts per lane and week on days of the plan: (lane, week) → number.
    pub(super) minima: HashMap<(LaneIx, i32), i64>,
}

impl<'a> Problem<'a> {
    /// Compiles a workspace.
    pub(super) fn new(ws: &'a Workspace, request: &Request) -> Self {
        let grid = Grid::new(ws, request);
        let roster = Roster::new(ws, request.from, request.to);
        let mut problem = Self {
            ws,
            request: *request,
            tasks: Vec::new(),
            locked: Vec::new(),
            constants: Vec::new(),
            on_days: Vec::new(),
            settled: HashSet::new(),
            ties: HashMap::new(),
            minima: minima(ws, request),
            grid,
            lane_slots: Vec::new(),
            open: Vec::new(),
            roster,
        };
        let drafts = problem.sort_placements();
        problem.lay_out_lanes(&drafts);
        problem.add_tasks(drafts);
        problem.tie();
        problem
    }

    /// Locked, constant, or a task: these are handed back.
    fn sort_placements(&mut self) -> Vec<Draft<'a>> {
        let ws = self.ws;
        let mut drafts = Vec::new();
        for (ix, placement) in ws.each_placement() {
            if placement.status.value == Status::Cancelled {
                continue;
            }
            let zone = self.zone(placement);
            match placement.standing {
                Standing::Published(start) | Standing::Locked(start) => self.fix(ix, start, zone),
                Standing::OnDay(day) => {
                    self.on_days.push((ix, day));
                    self.settled.insert(ix);
                }
                Standing::Undated => {
                    self.settled.insert(ix);
                }
                Standing::Chosen(_) | Standing::Open if !placement.is_candidate() => {}
                Standing::Chosen(start) if !self.grid.holds(ws.calendar.zone, zone, start) => {
                    self.constants.push(Mark { placement: ix, start, local: zone.local(start) });
                }
                Standing::Chosen(start)
                    if self.request.slots == Slots::Keep
                        && self.chosen(placement, start, zone).is_some() =>
                {
                    self.fix(ix, start, zone);
                }
                Standing::Chosen(_) | Standing::Open => {
                    drafts.extend(self.draft(ix, placement, zone));
                }
            }
        }
        drafts
    }

    fn fix(&mut self, placement: PlacementIx, start: Instant, zone: Zone) {
        let mark = Mark { placement, start, local: zone.local(start) };
        if self.grid.holds(self.ws.calendar.zone, zone, start) {
            self.locked.push(mark);
        } else {
            self.constants.push(mark);
        }
    }

    /// A task to be; nothing when no day that the human wants is a day of the plan: another week's
    /// business.
    fn draft(&self, ix: PlacementIx, placement: &'a Placement, zone: Zone) -> Option<Draft<'a>> {
        let wish = self.wish(placement);
        let reach = wish.reach(&self.request)?;
        let chosen = match (placement.standing, self.request.slots) {
            (Standing::Chosen(start), Slots::Consider) => self.chosen(placement, start, zone),
            _ => None,
        };
        Some(Draft { ix, placement, wish, reach, chosen: chosen.map(|slot| slot.start) })
    }

    /// The slot chosen before, when the unary rules allow it. A series guides suggestions; a slot
    /// off its days or time stands where the human gave a date or a time.
    fn chosen(&self, placement: &Placement, start: Instant, zone: Zone) -> Option<Slot> {
        let local = zone.local(start);
        let slot = self.grid.slot(self.ws, self.ws.lane(placement.lane), start, local);
        let wish = self.wish(placement).without_series();
        let fits = wish.allows_day(local.date())
            && wish.time.is_none_or(|time| time == local.time())
            && self.closed_by(placement, &wish, &slot).is_empty();
        fits.then_some(slot)
    }

    /// The unary rules that close a slot of the days that are wanted.
    fn closed_by(&self, placement: &Placement, wish: &Wanted<'_>, slot: &Slot) -> Vec<Unary> {
        let ws = self.ws;
        let mut by = Vec::new();
        if !wish.allows_instant(slot.start) {
            by.push(Unary::Date);
        }
        if let Some(name) = wish.closing_link(slot.start) {
            by.push(Unary::Link(name.to_owned()));
        }
        if slot.closed.by(Closed::WINDOW) {
            by.push(Unary::Window);
        }
        if slot.closed.by(Closed::HOURS) {
            by.push(Unary::Hours);
        }
        if slot.closed.by(Closed::EVENT)
            && let Some(event) = self.grid.avoided_by(ws.lane(placement.lane), slot.local.date())
        {
            by.push(Unary::Event(event.name.clone()));
        }
        if slot.closed.by(Closed::PAST) {
            by.push(Unary::Past);
        }
        let format = placement.format.as_deref();
        let stops =
            |pause: &&Pause| pause.stops(slot.start, placement.channel, placement.pillar, format);
        if let Some(pause) = ws.pauses.iter().find(stops) {
            by.push(Unary::Pause(pause.reason.clone()));
        }
        if let Some(roster) = &self.roster
            && !roster.covers(slot.start, placement.owner)
        {
            by.push(Unary::Presence(roster.asked_for(placement.owner)));
        }
        by
    }

    /// The unary rules that close an instant, whether it is a step of the grid or not.
    pub(super) fn closed_at(&self, placement: PlacementIx, start: Instant) -> Vec<Unary> {
        let placement = self.ws.placement(placement);
        let local = self.zone(placement).local(start);
        let wish = self.wish(placement).without_series();
        let slot = self.grid.slot(self.ws, self.ws.lane(placement.lane), start, local);
        let mut by = self.closed_by(placement, &wish, &slot);
        let wanted =
            wish.allows_day(local.date()) && wish.time.is_none_or(|time| time == local.time());
        if !wanted && !by.contains(&Unary::Date) {
            by.insert(0, Unary::Date);
        }
        by
    }

    fn wish(&self, placement: &'a Placement) -> Wanted<'a> {
        Wanted::of(self.ws, placement, &self.request)
    }

    pub(super) fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let to = self.request.to;
        self.request.from.iter_days().take_while(move |day| *day <= to)
    }

    /// The links of `after` and `before` between placements.
    fn tie(&mut self) {
        for (ix, placement) in self.ws.each_placement() {
            for link in &self.ws.post_of(placement).after {
                let LinkTo::Post(other) = link.to.value else {
                    continue;
                };
                for other in self.ws.placement_ids(other) {
                    let (a, b) = match link.side {
                        Side::After => (other, ix),
                        Side::Before => (ix, other),
                    };
                    let tie = Tie { a, b, min: link.min, max: link.max };
                    self.ties.entry(a).or_default().push(tie);
                    self.ties.entry(b).or_default().push(tie);
                }
            }
        }
    }

    /// The post of a placement.
    pub(super) fn post(&self, placement: PlacementIx) -> &'a Post {
        self.ws.post_of(self.ws.placement(placement))
    }

    /// The placement of a task.
    pub(super) fn of(&self, task: usize) -> &'a Placement {
        self.ws.placement(self.tasks[task].placement)
    }

    /// The clock of a placement.
    pub(super) fn zone(&self, placement: &Placement) -> Zone {
        self.ws.channel(placement.channel).zone
    }

    /// What a placement in a slot adds by its score alone.
    pub(super) fn value(&self, placement: PlacementIx, score: u8) -> i64 {
        100 * i64::from(self.post(placement).priority) * i64::from(score)
    }

    /// The score of a locked placement.
    pub(super) fn locked_score(&self, mark: &Mark) -> (u8, ScoreOrigin) {
        let placement = self.ws.placement(mark.placement);
        let timing = self.ws.timing(placement.channel);
        locked_score(self.ws.lane(placement.lane), timing, mark.local)
    }

    /// The most posts of a lane's week, the reserve taken off.
    pub(super) fn cap(&self, lane: LaneIx) -> Option<u32> {
        let max = self.ws.lane(lane).cadence.max?;
        Some(max * (100 - self.ws.mix.reserve) / 100)
    }
}

/// A placement on its way to be a task.
struct Draft<'a> {
    ix: PlacementIx,
    placement: &'a Placement,
    wish: Wanted<'a>,
    /// First and last day that it may look at.
    reach: (NaiveDate, NaiveDate),
    chosen: Option<Instant>,
}

/// ⌊min · L / 7⌋ for each lane and week, L the days of that week in the plan.
fn minima(ws: &Workspace, request: &Request) -> HashMap<(LaneIx, i32), i64> {
    let mut days: HashMap<i32, i64> = HashMap::new();
    for day in request.from.iter_days().take_while(|day| *day <= request.to) {
        *days.entry(week_number(day)).or_default() += 1;
    }
    let mut minima = HashMap::new();
    for (lane, data) in ws.each_lane() {
        if let Some(min) = data.cadence.min {
            for (&week, &count) in &days {
                minima.insert((lane, week), i64::from(min) * count / 7);
            }
        }
    }
    minima
}
