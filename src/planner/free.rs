//! Slots still to fill: a lane's week short of its least number, a feature's day without a post.
//!
//! A year of many channels may lack thousands of posts, so nothing here looks at the whole plan
//! for one slot: [`room`] keeps the starts in order and the counts at hand.

mod room;

use super::problem::Problem;
use super::slots::{Place, Slot, week_number};
use super::state::State;
use crate::model::{
    ChannelIx, Free, FreeCause, LaneIx, PillarIx, Placement, PlacementIx, Series, Target,
};
use crate::time::Clock;
use chrono::NaiveDate;
use room::Room;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The free slots of a plan, by start, then channel.
pub(super) fn of(state: &State<'_, '_>) -> Vec<Free> {
    let mut desk = Desk {
        state,
        room: Room::new(state),
        missing: missing(state),
        offered: BTreeSet::new(),
        free: Vec::new(),
    };
    // A feature's day is the first to ask for what its week lacks.
    desk.fill_series(Weeks::Short);
    desk.fill_cadence();
    desk.fill_series(Weeks::All);
    desk.free.sort_by_key(|free| (free.start, free.channel));
    super::comeback::offer(state, &mut desk.free);
    desk.free
}

struct Desk<'s, 'p, 'a> {
    state: &'s State<'p, 'a>,
    room: Room<'s, 'p, 'a>,
    /// How many posts the weeks of each lane lack to their least number.
    missing: BTreeMap<(LaneIx, i32), i64>,
    /// The days of features, by their place in the file, that have their slot.
    offered: BTreeSet<(usize, ChannelIx, NaiveDate)>,
    free: Vec<Free>,
}

/// The weeks whose feature days are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weeks {
    /// Those that lack posts.
    Short,
    /// All.
    All,
}

/// How many posts the weeks of each lane lack, where they do.
fn missing(state: &State<'_, '_>) -> BTreeMap<(LaneIx, i32), i64> {
    let have = |at| state.in_plan.get(at).copied().unwrap_or(0);
    let short = state.problem.minima.iter().map(|(at, min)| (*at, min - have(at)));
    short.filter(|(_, missing)| *missing > 0).collect()
}

impl Desk<'_, '_, '_> {
    /// The best legal slots that bring each lane's week to its least number.
    fn fill_cadence(&mut self) {
        let problem = self.state.problem;
        let mut short: BTreeMap<LaneIx, BTreeMap<i32, i64>> = BTreeMap::new();
        for (&(lane, week), &missing) in self.missing.iter().filter(|(_, missing)| **missing > 0) {
            short.entry(lane).or_default().insert(week, missing);
        }
        for (lane, weeks) in short {
            let mut slots: BTreeMap<i32, Vec<Slot>> = BTreeMap::new();
            let open = |slot: &&Slot| slot.place == Place::OnGrid && slot.closed.is_open();
            for slot in problem.lane_slots[lane.get()].iter().filter(open) {
                let week = week_number(slot.local.date());
                if weeks.contains_key(&week) {
                    slots.entry(week).or_default().push(*slot);
                }
            }
            for (week, mut slots) in slots {
                self.best_first(lane, &mut slots);
                self.fill_week(lane, &slots, weeks.get(&week).copied().unwrap_or(0));
            }
        }
    }

    /// The best score first; of equals, the hour of which fewer past posts tell, so that it is tried;
    /// then the earliest.
    fn best_first(&self, lane: LaneIx, slots: &mut [Slot]) {
        let ws = self.state.problem.ws;
        let timing = ws.timing(ws.lane(lane).channel);
        let behind = |slot: &Slot| {
            let posts = slot.origin.hour().and_then(|hour| timing?.n_eff.get(hour).copied());
            posts.unwrap_or_default()
        };
        slots.sort_by(|a, b| {
            let by_score = b.score.cmp(&a.score);
            by_score.then(behind(a).total_cmp(&behind(b))).then(a.start.cmp(&b.start))
        });
    }

    /// So many of these slots, the first ones that are legal.
    fn fill_week(&mut self, lane: LaneIx, slots: &[Slot], mut missing: i64) {
        for slot in slots {
            if missing <= 0 {
                return;
            }
            if self.fits(lane, slot) {
                let pillar = self.shortest_pillar(lane, slot);
                self.take(lane, slot, pillar, FreeCause::Cadence);
                missing -= 1;
            }
        }
    }

    /// The days of features that have no post, in weeks that lack some or in all.
    fn fill_series(&mut self, weeks: Weeks) {
        let problem = self.state.problem;
        let request = problem.request;
        let posts = posts_of_series(problem);
        for (nth, series) in problem.ws.series.iter().enumerate() {
            for &channel in &series.channels {
                let lane = lane_of(problem, channel, series);
                let posts = posts.get(&(nth, channel)).map_or(&[][..], Vec::as_slice);
                let days = request.from.iter_days().take_while(|day| *day <= request.to);
                for day in days.filter(|day| series.is_due(*day)) {
                    let has_post =
                        || posts.iter().any(|(ix, placement)| self.is_on(*ix, placement, day));
                    let wanted = weeks == Weeks::All || self.is_short(lane, day);
                    let has_slot = self.offered.contains(&(nth, channel, day));
                    if wanted && !has_slot && !has_post() && self.offer_series(series, lane, day) {
                        self.offered.insert((nth, channel, day));
                    }
                }
            }
        }
    }

    /// Whether the week of a day lacks posts.
    fn is_short(&self, lane: LaneIx, day: NaiveDate) -> bool {
        self.missing.get(&(lane, week_number(day))).is_some_and(|missing| *missing > 0)
    }

    /// Whether a post of a feature is the one of a day.
    fn is_on(&self, ix: PlacementIx, placement: &Placement, day: NaiveDate) -> bool {
        match self.state.starts.get(&ix) {
            Some(start) => {
                let zone = self.state.problem.ws.channel(placement.channel).zone;
                zone.local(*start).date() == day
            }
            None => placement.date().is_some_and(|date| date.contains(day)),
        }
    }

    /// Offers the best slot of a feature's day that is legal; whether there is one.
    fn offer_series(&mut self, series: &Series, lane: LaneIx, day: NaiveDate) -> bool {
        let problem = self.state.problem;
        let channel = problem.ws.lane(lane).channel;
        let slots: Vec<Slot> = match series.time {
            Some(time) => {
                let zone = problem.ws.channel(channel).zone;
                let local = day.and_time(time);
                let resolved = zone.resolve(local);
                if resolved.kind == Clock::Gap {
                    return false;
                }
                vec![problem.grid.slot(problem.ws, problem.ws.lane(lane), resolved.instant, local)]
            }
            None => {
                let mut slots: Vec<Slot> = problem.lane_slots[lane.get()]
                    .iter()
                    .filter(|slot| slot.place == Place::OnGrid && slot.local.date() == day)
                    .copied()
                    .collect();
                self.best_first(lane, &mut slots);
                slots
            }
        };
        if let Some(slot) = slots.iter().find(|slot| self.fits(lane, slot)) {
            let pillar = series.pillar.as_ref().map(|pillar| pillar.value);
            self.take(lane, slot, pillar, FreeCause::Series(series.id.value.clone()));
            return true;
        }
        false
    }

    fn take(&mut self, lane: LaneIx, slot: &Slot, pillar: Option<PillarIx>, cause: FreeCause) {
        let data = self.state.problem.ws.lane(lane);
        self.room.take(lane, slot, pillar);
        if let Some(missing) = self.missing.get_mut(&(lane, week_number(slot.local.date()))) {
            *missing -= 1;
        }
        self.free.push(Free {
            channel: data.channel,
            format: data.format.clone(),
            start: slot.start,
            pillar,
            score: slot.score,
            cause,
            comeback: None,
        });
    }

    /// Whether a post of nobody could stand there: the unary rules, and those between placements
    /// that do not depend on what it says.
    fn fits(&self, lane: LaneIx, slot: &Slot) -> bool {
        let problem = self.state.problem;
        let present = || problem.roster.as_ref().is_none_or(|r| r.covers(slot.start, None));
        slot.closed.is_open()
            && self.room.is_there(lane, slot)
            && !self.is_paused(lane, slot, None)
            && present()
    }

    fn is_paused(&self, lane: LaneIx, slot: &Slot, pillar: Option<PillarIx>) -> bool {
        let ws = self.state.problem.ws;
        let data = ws.lane(lane);
        let format = data.format.as_deref();
        ws.pauses.iter().any(|pause| pause.stops(slot.start, data.channel, pillar, format))
    }

    /// The pillar that the mix of the slot's window is shortest of, one that exists on that day.
    fn shortest_pillar(&self, lane: LaneIx, slot: &Slot) -> Option<PillarIx> {
        let day = slot.local.date();
        let ws = self.state.problem.ws;
        let mixture = &self.state.mixture;
        let cell = mixture.cell_on(ws.lane(lane).channel, day)?;
        let counts = &mixture.cells[cell];
        let total = counts.total + self.room.added(cell, None) + 1;
        let open = |ix: &&PillarIx| {
            let pillar = ws.pillar(**ix);
            let exists =
                pillar.from.is_none_or(|from| from <= day) && pillar.to.is_none_or(|to| day <= to);
            exists
                && !self.is_paused(lane, slot, Some(**ix))
                && self.room.keeps_quotas(lane, slot, **ix)
        };
        let shares = ws
            .mix
            .shares
            .iter()
            .enumerate()
            .filter(|(_, share)| share.bound.kind != Target::AtMost);
        shares
            .filter_map(|(i, share)| {
                let pillar = share.pillars.iter().find(open)?;
                let have = counts.shares[i] + self.room.added(cell, Some(share));
                Some((share.bound.tenths * total - 1_000 * have, Reverse(i), *pillar))
            })
            .max()
            .map(|(.., pillar)| pillar)
    }
}

/// The placements of each feature and channel, in file order.
fn posts_of_series<'a>(
    problem: &Problem<'a>,
) -> BTreeMap<(usize, ChannelIx), Vec<(PlacementIx, &'a Placement)>> {
    let mut posts: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (ix, placement) in problem.ws.each_placement() {
        if let Some(series) = &problem.ws.post_of(placement).series {
            let key = (series.value.get(), placement.channel);
            posts.entry(key).or_default().push((ix, placement));
        }
    }
    posts
}

/// The lane of a feature's posts on a channel.
fn lane_of(problem: &Problem<'_>, channel: ChannelIx, series: &Series) -> LaneIx {
    let format = series.format.as_ref().map(|format| format.value.as_str());
    let own = problem.ws.each_lane().find(|(_, lane)| {
        lane.channel == channel && lane.format.is_some() && lane.format.as_deref() == format
    });
    own.map_or(LaneIx::new(channel.get()), |(ix, _)| ix)
}

#[cfg(test)]
mod tests {
    use crate::load::from_text;
    use crate::model::{Free, FreeCause};
    use crate::planner::{Effort, Request, Slots, plan};
    use crate::source::Sources;
    use crate::time::Instant;
    use chrono::{Datelike, NaiveDate, Timelike};
    use std::path::Path;

    /// The free slots of a calendar from 2 November to 27 December 2026.
    fn free(body: &str) -> (Vec<Free>, Vec<String>) {
        let head = "[calendar]\nname = \"Test\"\ntimezone = \"Etc/UTC\"\n";
        let mut sources = Sources::default();
        let loaded = from_text(&format!("{head}{body}"), Path::new("."), &mut sources).unwrap();
        let ws = loaded.workspace.unwrap();
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let request = Request {
            from: day(11, 2),
            to: day(12, 27),
            now: Instant::parse_rfc3339("2026-11-01T10:00:00Z").unwrap(),
            slots: Slots::Consider,
            effort: Effort::Quick,
        };
        let free = plan(&ws, &request).free;
        let name = |free: &Free| free.pillar.map_or("", |ix| &ws.pillar(ix).name).to_owned();
        let names = free.iter().map(name).collect();
        (free, names)
    }

    const TWO_A_WEEK: &str = "[channels.x]\nnetwork = \"x\"\ncadence = { per_week = { min = 2, max = 2 }, per_day = 1, gap = \"30h\" }\n";

    #[test]
    fn each_month_has_its_own_quota_and_mix() {
        let mix = "[mix]\nwindow = \"month\"\n[mix.pillars.a]\n[mix.pillars.b]\n\
            [[mix.share]]\npillars = [\"a\"]\ntarget = 50\n[[mix.share]]\npillars = [\"b\"]\ntarget = 50\n\
            [[mix.quota]]\npillars = [\"b\"]\nat_most = 3\nper = \"month\"\n";
        let (free, names) = free(&format!("{TWO_A_WEEK}{mix}"));
        assert_eq!(free.len(), 16);
        for month in [11, 12] {
            let pillars = free.iter().zip(&names).filter(|(f, _)| f.start.utc().month() == month);
            let (b, all): (Vec<_>, Vec<_>) = pillars.partition(|(_, name)| *name == "b");
            assert_eq!((b.len(), all.len()), (3, 5), "{month}: {names:?}");
        }
    }

    #[test]
    fn a_series_day_is_the_first_that_its_week_lacks() {
        let series = "[mix]\n[mix.pillars.a]\n[mix.pillars.b]\n[[series]]\nid = \"wednesday\"\npillar = \"b\"\n\
            channels = [\"x\"]\ndays = [\"wed\"]\n";
        for (time, hour) in [("time = \"18:00\"\n", Some(18)), ("", None)] {
            let (free, names) = free(&format!("{TWO_A_WEEK}{series}{time}"));
            assert_eq!(free.len(), 16, "never past the week's most");
            for week in 45..53 {
                let of_week = free
                    .iter()
                    .zip(&names)
                    .filter(|(f, _)| f.start.utc().iso_week().week() == week);
                let (own, other): (Vec<_>, Vec<_>) = of_week
                    .partition(|(f, _)| f.cause == FreeCause::Series("wednesday".to_owned()));
                let [(own, name)] = own[..] else { panic!("{week}: {own:?}") };
                assert_eq!((own.start.utc().weekday(), name.as_str()), (chrono::Weekday::Wed, "b"));
                assert!(hour.is_none_or(|hour| own.start.utc().hour() == hour), "{own:?}");
                assert_eq!(other.len(), 1, "{week}: {other:?}");
                assert_eq!(other[0].0.cause, FreeCause::Cadence);
            }
        }
    }

    #[test]
    fn free_slots_keep_their_distances() {
        let lanes = TWO_A_WEEK.replace("channels.x", "channels.y");
        let presence = "[plan]\nspacing = \"90min\"\npresence = { after = \"3h\", by = \"nobody\", capacity = 1 }\n";
        let (free, _) = free(&format!("{presence}{TWO_A_WEEK}{lanes}"));
        assert_eq!(free.len(), 32);
        let hours = |a: &Free, b: &Free| b.start.since(a.start).seconds() / 3_600;
        for pair in free.windows(2) {
            assert!(hours(&pair[0], &pair[1]) >= 3, "{pair:?}");
        }
        for channel in 0..2 {
            let own: Vec<_> = free.iter().filter(|f| f.channel.get() == channel).collect();
            assert!(own.windows(2).all(|pair| hours(pair[0], pair[1]) >= 30), "{own:?}");
            assert_eq!(own.len(), 16);
        }
    }
}
