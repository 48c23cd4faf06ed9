//! What to write next: the fewest posts that bring every share within a post of what it wants.
//!
//! For a number of posts to come, the whole is known, and each post goes to the pillar that takes
//! most off the distance of all shares (the largest shortfall); the smallest number that leaves every
//! share on target is the answer. Quotas and the weekly maximum of the channels hold, so there may be
//! none: then the number that comes nearest is said.

use super::days::Counted;
use super::quota::allowances;
use super::sheet::Line;
use super::tally::is_met;
use crate::model::{ChannelIx, PillarIx, Share, Target, Workspace};
use crate::time::Week;
use chrono::NaiveDate;

/// Most posts that are ever asked for.
const MOST: usize = 60;

/// Posts of a week where a channel has neither a maximum nor a minimum.
const USUAL: u32 = 7;

/// Posts asked for where nothing is planned at all.
const START: usize = 10;

/// What to write next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// What to write, by pillar, in the order of the mix.
    pub steps: Vec<Step>,
    /// The shares that are off target even then, in the order of the mix, with what they would
    /// count.
    pub unmet: Vec<(usize, usize)>,
    /// All that would count then.
    pub of: usize,
    /// How many posts the channels still take on these days.
    pub room: usize,
}

/// So many posts of a pillar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The pillar.
    pub pillar: PillarIx,
    /// The format, where a share counts no other.
    pub format: Option<String>,
    /// How many.
    pub count: usize,
}

/// What a mix is brought back on target with.
pub(super) struct Stage<'a> {
    pub(super) ws: &'a Workspace,
    /// Every placement with a day, as quotas and weekly maxima count them.
    pub(super) placed: &'a [Counted],
    /// The days that posts can still be written for.
    pub(super) days: (NaiveDate, NaiveDate),
    /// The channel, when each is counted alone.
    pub(super) channel: Option<ChannelIx>,
}

/// A post that may be written.
struct Unit {
    pillar: PillarIx,
    format: Option<String>,
    /// How many of the pillar count already.
    have: usize,
    /// Which lines count it, by place.
    lines: Vec<usize>,
    /// Which quotas count it.
    quotas: Vec<usize>,
}

/// A number of posts and where it leads.
struct Way {
    taken: Vec<usize>,
    counts: Vec<usize>,
    of: usize,
}

/// What to write for these lines, counted from `seen`.
pub(super) fn owed(stage: &Stage<'_>, lines: &[Line], seen: &[Counted]) -> Owed {
    let shares: Vec<&Share> = lines.iter().map(|line| &stage.ws.mix.shares[line.share]).collect();
    let room = room(stage);
    let units = units(stage, &shares, seen);
    let left = quotas_left(stage);
    let counts: Vec<usize> = lines.iter().map(Line::count).collect();
    let unmet = |way: &Way| -> Vec<usize> {
        let off = |i: &usize| !is_met(shares[*i].bound, way.counts[*i], way.of);
        (0..shares.len()).filter(off).collect()
    };
    let distance = |way: &Way| -> i64 {
        let each = shares.iter().zip(&way.counts);
        each.map(|(share, count)| away(share, *count, way.of)).sum()
    };
    let go = |more: usize| way(&shares, &units, &counts, &left, seen.len(), more);
    let first = if seen.is_empty() && !shares.is_empty() { START.min(room) } else { 0 };
    let mut best = go(first);
    for more in first + 1..=room.min(MOST) {
        if unmet(&best).is_empty() {
            break;
        }
        let next = go(more);
        // Quotas may keep a way from being as long as was asked: no longer one will be.
        if next.of < seen.len() + more {
            break;
        }
        if (unmet(&next).len(), distance(&next)) < (unmet(&best).len(), distance(&best)) {
            best = next;
        }
    }
    let steps = units.iter().zip(&best.taken).filter(|(_, taken)| **taken > 0);
    Owed {
        steps: steps
            .map(|(unit, taken)| Step {
                pillar: unit.pillar,
                format: unit.format.clone(),
                count: *taken,
            })
            .collect(),
        unmet: unmet(&best).iter().map(|i| (lines[*i].share, best.counts[*i])).collect(),
        of: best.of,
        room,
    }
}

/// So many posts more, each where it takes most off the distance.
fn way(
    shares: &[&Share],
    units: &[Unit],
    counts: &[usize],
    left: &[usize],
    seen: usize,
    more: usize,
) -> Way {
    let whole = seen + more;
    let mut way = Way { taken: vec![0; units.len()], counts: counts.to_vec(), of: seen };
    let mut left = left.to_vec();
    for _ in 0..more {
        let cost = |unit: &Unit| -> i64 {
            let changed = unit.lines.iter().map(|i| {
                let (share, count) = (shares[*i], way.counts[*i]);
                away(share, count + 1, whole) - away(share, count, whole)
            });
            changed.sum()
        };
        let open = units.iter().enumerate().filter(|(_, unit)| {
            unit.quotas.iter().all(|quota| left.get(*quota).is_none_or(|left| *left > 0))
        });
        // Of pillars that do as much, the one with the fewest posts.
        let best = open.min_by_key(|(i, unit)| (cost(unit), unit.have + way.taken[*i], *i));
        let Some((chosen, unit)) = best else { break };
        way.taken[chosen] += 1;
        way.of += 1;
        unit.lines.iter().for_each(|line| way.counts[*line] += 1);
        for quota in &unit.quotas {
            if let Some(left) = left.get_mut(*quota) {
                *left = left.saturating_sub(1);
            }
        }
    }
    way
}

/// How far a count is from what a share wants, in tenths of a percent of posts.
fn away(share: &Share, count: usize, of: usize) -> i64 {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 1_000);
    let ahead = 1_000 * whole(count) - share.bound.tenths * whole(of);
    match share.bound.kind {
        Target::Target => ahead.abs(),
        Target::AtLeast => (-ahead).max(0),
        Target::AtMost => ahead.max(0),
    }
}

/// Every pillar that exists on these days, and with each format that a share asks for.
fn units(stage: &Stage<'_>, shares: &[&Share], seen: &[Counted]) -> Vec<Unit> {
    let ws = stage.ws;
    let (first, last) = stage.days;
    let mut found = Vec::new();
    for (pillar, data) in (0..).map(PillarIx::new).zip(&ws.mix.pillars) {
        let open =
            data.from.is_none_or(|from| from <= last) && data.to.is_none_or(|to| first <= to);
        if !open {
            continue;
        }
        let own = |c: &&Counted| ws.placement(c.placement).pillar == Some(pillar);
        let have = seen.iter().filter(own).count();
        let asked = shares.iter().filter(|share| share.pillars.contains(&pillar));
        let mut formats: Vec<Option<String>> =
            asked.flat_map(|share| share.formats.iter().cloned().map(Some)).collect();
        formats.insert(0, None);
        formats.dedup();
        for format in formats {
            let counts = |share: &Share| share.counts(pillar, format.as_deref());
            let quotas = ws.mix.quotas.iter().enumerate();
            let quotas = quotas.filter(|(_, q)| q.counts(Some(pillar), format.as_deref()));
            found.push(Unit {
                pillar,
                have,
                lines: (0..shares.len()).filter(|i| counts(shares[*i])).collect(),
                quotas: quotas.map(|(i, _)| i).collect(),
                format,
            });
        }
    }
    found
}

/// How many more each quota takes on these days.
fn quotas_left(stage: &Stage<'_>) -> Vec<usize> {
    let mut left = vec![0_usize; stage.ws.mix.quotas.len()];
    if stage.days.0 > stage.days.1 {
        return left;
    }
    for allowance in allowances(stage.ws, stage.placed, stage.days) {
        left[allowance.quota] = left[allowance.quota].saturating_add(allowance.left());
    }
    left
}

/// How many posts the channels still take on these days: their weekly maximum, the reserve taken
/// off, less what the week has.
fn room(stage: &Stage<'_>) -> usize {
    let (ws, (first, last)) = (stage.ws, stage.days);
    if first > last {
        return 0;
    }
    let next = |week: &Week| Some(week.next()).filter(|week| week.monday() <= last);
    let weeks: Vec<Week> = std::iter::successors(Some(Week::of(first)), next).collect();
    let mut room = 0_usize;
    for (ix, lane) in ws.each_lane() {
        if stage.channel.is_some_and(|channel| channel != lane.channel) {
            continue;
        }
        let most = match (lane.cadence.max, lane.cadence.min) {
            (Some(max), _) => max * (100 - ws.mix.reserve.min(100)) / 100,
            (None, min) => min.unwrap_or(USUAL).max(USUAL),
        };
        for week in &weeks {
            let here = |counted: &&Counted| {
                ws.placement(counted.placement).lane == ix && Week::of(counted.day) == *week
            };
            let have = stage.placed.iter().filter(here).count();
            room += usize::try_from(most).unwrap_or(0).saturating_sub(have);
        }
    }
    room
}
