//! From a finished search to the schedule: placements, what is left out, mix and cadence.

use super::changes;
use super::explain;
use super::free;
use super::mixture::NOON;
use super::problem::Problem;
use super::slots::week_number;
use super::state::State;
use crate::model::{
    CadenceItem, Count, Judgement, LaneIx, LeftOut, MixItem, Placed, PlacementIx, Schedule, Scope,
    Status, Target,
};
use crate::time::{Instant, Week};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The schedule of a finished search.
pub(super) fn schedule(problem: &Problem<'_>, state: &State<'_, '_>, bound: i64) -> Schedule {
    let mut work = state.clone();
    let mut placed: Vec<Placed> =
        problem.locked.iter().map(|mark| explain::locked(problem, mark)).collect();
    let mut left_out = Vec::new();
    for (task, data) in problem.tasks.iter().enumerate() {
        if state.chosen[task].is_some() {
            placed.push(explain::placed(&mut work, task));
        } else {
            let reasons = explain::left_out(state, task);
            left_out.push(LeftOut { placement: data.placement, reasons });
        }
    }
    let order = |p: &Placed| {
        let placement = problem.ws.placement(p.placement);
        let channel = problem.ws.channel(placement.channel).id.value.clone();
        (p.start, channel, problem.post(p.placement).id.name.clone())
    };
    placed.sort_by_cached_key(order);
    let changes = changes::of(&mut work, &placed, &left_out);
    Schedule {
        from: problem.request.from,
        to: problem.request.to,
        objective: state.objective(),
        bound,
        placed,
        left_out,
        free: free::of(state),
        mix: mix(state),
        cadence: cadence(state),
        changes,
        certificate: None,
    }
}

/// Each share over each window, counted in placements or posts.
fn mix(state: &State<'_, '_>) -> Vec<MixItem> {
    let ws = state.problem.ws;
    let published = published(state);
    let channels: Vec<Option<usize>> = match ws.mix.scope {
        Scope::All => vec![None],
        Scope::Channel => (0..ws.channels.len()).map(Some).collect(),
    };
    let mut items = Vec::new();
    for (w, window) in state.mixture.windows.iter().enumerate() {
        let (from, to) = match window.campaign.map(|i| &ws.campaigns[i]) {
            Some(campaign) => {
                let request = &state.problem.request;
                (campaign.from.unwrap_or(request.from), campaign.to.unwrap_or(request.to))
            }
            None => (window.from, window.to),
        };
        for (c, channel) in channels.iter().enumerate() {
            let cell = w * channels.len() + c;
            let total = state.mixture.cells[cell].total;
            for (s, share) in ws.mix.shares.iter().enumerate() {
                let count = state.mixture.cells[cell].shares[s];
                let out = published.get(&(cell, s)).copied().unwrap_or(0);
                items.push(MixItem {
                    pillars: share.pillars.clone(),
                    from,
                    to,
                    channel: channel.map(crate::model::ChannelIx::new),
                    bound: share.bound.kind,
                    tenths: share.bound.tenths,
                    planned: size(count - out),
                    published: size(out),
                    of: size(total),
                    judgement: judge(share.bound, count, total),
                });
            }
        }
    }
    items
}

fn size(n: i64) -> usize {
    usize::try_from(n).unwrap_or(0)
}

/// How many of each cell and share are out.
fn published(state: &State<'_, '_>) -> BTreeMap<(usize, usize), i64> {
    let ws = state.problem.ws;
    let mut out = BTreeMap::new();
    let mut seen = std::collections::BTreeSet::new();
    let noon = |day: NaiveDate| ws.calendar.zone.resolve(day.and_time(NOON)).instant;
    let timed = state.timeline.iter().map(|entry| (entry.start, entry.placement));
    let untimed = state.problem.on_days.iter().map(|&(ix, day)| (noon(day), ix));
    let mut all: Vec<(Instant, PlacementIx)> = timed.chain(untimed).collect();
    all.sort_unstable();
    for (start, ix) in all {
        let day = state.calendar_day(start);
        let placement = ws.placement(ix);
        let first = ws.mix.count == Count::Placements || seen.insert(placement.post);
        if !first || placement.status.value != Status::Published && !is_out(state, ix) {
            continue;
        }
        for cell in state.mixture.cells_on(placement, day) {
            for share in 0..ws.mix.shares.len() {
                if state.mixture.counts(share, ix) {
                    *out.entry((cell, share)).or_default() += 1;
                }
            }
        }
    }
    out
}

fn is_out(state: &State<'_, '_>, ix: PlacementIx) -> bool {
    matches!(state.problem.ws.placement(ix).standing, crate::model::Standing::Published(_))
}

/// On target when less than one placement away; under ten, too few to say.
fn judge(bound: crate::model::Bound, n: i64, total: i64) -> Judgement {
    let difference = 1_000 * n - bound.tenths * total;
    match bound.kind {
        _ if total < 10 => Judgement::TooFew,
        Target::Target | Target::AtLeast if difference <= -1_000 => Judgement::Under,
        Target::Target | Target::AtMost if difference >= 1_000 => Judgement::Over,
        _ => Judgement::On,
    }
}

/// Each lane's weeks against its cadence.
fn cadence(state: &State<'_, '_>) -> Vec<CadenceItem> {
    let problem = state.problem;
    let mut mondays: Vec<NaiveDate> = Vec::new();
    for day in problem.request.from.iter_days().take_while(|day| *day <= problem.request.to) {
        let monday = Week::of(day).monday();
        if mondays.last() != Some(&monday) {
            mondays.push(monday);
        }
    }
    let mut items = Vec::new();
    for (ix, lane) in problem.ws.each_lane() {
        if lane.cadence.min.is_none() && lane.cadence.max.is_none() {
            continue;
        }
        for &monday in &mondays {
            items.push(item(state, ix, monday));
        }
    }
    items
}

fn item(state: &State<'_, '_>, lane: LaneIx, monday: NaiveDate) -> CadenceItem {
    let data = state.problem.ws.lane(lane);
    let key = (lane, week_number(monday));
    CadenceItem {
        channel: data.channel,
        format: data.format.clone(),
        monday,
        count: size(state.in_plan.get(&key).copied().unwrap_or(0)),
        min: state.problem.minima.get(&key).and_then(|&min| u32::try_from(min).ok()),
        max: state.problem.cap(lane),
    }
}
