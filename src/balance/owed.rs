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
use crate::model::{ChannelIx, LaneIx, PillarIx, Share, Target, Workspace};
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
/// off, less what the week has; and no more than their daily maximum leaves of its days.
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
            let left = usize::try_from(most).unwrap_or(0).saturating_sub(have);
            let days = (week.monday().max(first), week.sunday().min(last));
            room += left.min(daily(stage, ix, days));
        }
    }
    room
}

/// How many posts the daily maximum of a lane leaves on these days.
fn daily(stage: &Stage<'_>, lane: LaneIx, (first, last): (NaiveDate, NaiveDate)) -> usize {
    let Some(most) = stage.ws.lane(lane).cadence.per_day else { return usize::MAX };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let have = |day: NaiveDate| {
        let here = |c: &&Counted| c.day == day && stage.ws.placement(c.placement).lane == lane;
        stage.placed.iter().filter(here).count()
    };
    let days = first.iter_days().take_while(|day| *day <= last);
    days.fold(0, |room: usize, day| room.saturating_add(most.saturating_sub(have(day))))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{calendar, november};
    use super::*;

    const MIX: &str = "[mix]\nwindow = \"month\"\n[mix.pillars.value]\n[mix.pillars.curated]\n\
        [mix.pillars.promo]\n[[mix.share]]\npillars = [\"value\"]\ntarget = 50\n[[mix.share]]\n\
        pillars = [\"curated\"]\ntarget = 30\n[[mix.share]]\npillars = [\"promo\"]\ntarget = 20";

    fn said(ws: &Workspace) -> (Vec<(String, usize)>, usize, usize) {
        let owed = november(ws).remove(0).owed;
        let name = |step: &Step| (ws.pillar(step.pillar).id.value.clone(), step.count);
        (owed.steps.iter().map(name).collect(), owed.unmet.len(), owed.of)
    }

    /// The fewest posts found by trying every set of them.
    fn fewest(have: [usize; 3], most: usize) -> Option<usize> {
        let fine = |c: [usize; 3]| {
            let n: usize = c.iter().sum();
            let bound = |tenths| crate::model::Bound { kind: Target::Target, tenths };
            [500, 300, 200].iter().zip(c).all(|(t, c)| is_met(bound(*t), c, n))
        };
        (0..=most).find(|k| {
            (0..=*k)
                .any(|a| (0..=k - a).any(|b| fine([have[0] + a, have[1] + b, have[2] + k - a - b])))
        })
    }

    #[test]
    fn no_smaller_set_would_do() {
        for have in [[1, 0, 0], [5, 3, 2], [4, 1, 6], [0, 9, 0], [2, 2, 8], [12, 0, 1], [7, 7, 7]] {
            let posts = ["value", "curated", "promo"];
            let posts: Vec<(&str, usize)> = posts.into_iter().zip(have).collect();
            let ws = calendar(MIX, 40, &posts);
            let (steps, unmet, of) = said(&ws);
            let owed: usize = steps.iter().map(|(_, count)| count).sum();
            assert_eq!((Some(owed), unmet), (fewest(have, 60), 0), "{have:?}");
            assert_eq!(of, have.iter().sum::<usize>() + owed);
        }
    }

    #[test]
    fn an_empty_month_gets_a_balanced_start() {
        let ws = calendar(MIX, 40, &[]);
        let expected = [("value", 5), ("curated", 3), ("promo", 2)];
        let expected = expected.map(|(name, count)| (name.to_owned(), count)).to_vec();
        assert_eq!(said(&ws), (expected, 0, 10));
    }

    #[test]
    fn where_the_weeks_are_full_it_says_how_far_it_gets() {
        // Twelve promotions need far more than the few posts that are left.
        let ws = calendar(MIX, 4, &[("promo", 12)]);
        let (steps, unmet, of) = said(&ws);
        let more: usize = steps.iter().map(|(_, count)| count).sum();
        assert!(unmet > 0 && more > 0 && of == 12 + more, "{steps:?}");
        let owed = november(&ws).remove(0).owed;
        assert!(more <= owed.room, "{more} of {}", owed.room);
        // Of 29 full days of the month, only the week before the first of them takes one more.
        let full = calendar(MIX, 1, &[("promo", 30)]);
        assert_eq!(said(&full), (vec![("value".to_owned(), 1)], 3, 30));
    }

    #[test]
    fn a_week_is_filled_with_its_own_days() {
        let mix = MIX.replace("month", "week");
        let ws = calendar(&mix, 4, &[]);
        // Every week takes four posts of its own, but the first, of which a Sunday is left.
        let rooms: Vec<usize> = november(&ws).iter().map(|sheet| sheet.owed.room).collect();
        assert_eq!(rooms, [4, 4, 4, 4, 4, 4]);
        // One post a day at most: the first and the last week have one day each.
        let daily = "per_day = 1, per_week";
        let text = super::super::sample::text(&mix, 4, &[]).replace("per_week", daily);
        let ws = super::super::sample::read(&text);
        let rooms: Vec<usize> = november(&ws).iter().map(|sheet| sheet.owed.room).collect();
        assert_eq!(rooms, [1, 4, 4, 4, 4, 1]);
    }

    #[test]
    fn quotas_hold() {
        let quota =
            format!("{MIX}\n[[mix.quota]]\npillars = [\"promo\"]\nat_most = 1\nper = \"month\"");
        let ws = calendar(&quota, 40, &[("value", 15), ("curated", 9)]);
        let (steps, ..) = said(&ws);
        let promo = steps.iter().find(|(name, _)| name == "promo");
        assert!(promo.is_none_or(|(_, count)| *count <= 1), "{steps:?}");
    }

    #[test]
    fn too_much_of_one_thing_is_thinned_with_the_others() {
        let mix = "[mix]\nwindow = \"month\"\n[mix.pillars.promo]\n[mix.pillars.rest]\n\
            [[mix.share]]\npillars = [\"promo\"]\nat_most = 20";
        let ws = calendar(mix, 40, &[("promo", 4), ("rest", 8)]);
        // 4 of 15 are 4 − 3 = 1 post too many, 4 of 16 less than one.
        assert_eq!(said(&ws), (vec![("rest".to_owned(), 4)], 0, 16));
    }
}
