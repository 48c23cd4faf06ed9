//! From the scores of a week to what a person can use: the best stretches, those worth a test, what
//! types of posts do.

use super::number::real;
use super::timing;
use crate::model::{
    Access, Advice, ChannelIx, Evidence, Gain, KindGain, Known, Lane, Outing, Stretch, Timing,
    Workspace, hour_of_week,
};
use chrono::Weekday;

/// Slots of a week.
const SLOTS: usize = 168;
/// Best stretches shown.
const BEST: usize = 5;
/// Best stretches shown that lie outside the hours of the plan and the channel's windows.
const OUTSIDE: usize = 2;
/// Stretches worth a test shown.
const TRIES: usize = 3;
/// Hours of a stretch, at most.
const LONGEST: usize = 4;
/// A neighbour joins a stretch when its score is this part of the best one's, or more.
const ALIKE: f64 = 0.8;
/// Fewer posts behind an hour, each by its weight, are few: a test would teach something.
const FEW: f64 = 10.0;
/// What a standard deviation counts when a slot is chosen for a test (posting times, step 9).
const CURIOSITY: f64 = 0.25;
/// Imaginary average posts of a type, as in learning (step 3).
const KIND_SHRINK: f64 = 10.0;

/// What a channel's past says of its hours; none without a usable post.
#[must_use]
pub fn advice(ws: &Workspace, channel: ChannelIx) -> Option<Advice> {
    let learned = ws.timing(channel)?;
    let zone = ws.channel(channel).zone;
    let own: Vec<&Outing> = ws
        .past
        .outings
        .iter()
        .filter(|post| post.channel == channel && post.brand.is_none())
        .collect();
    let mut counts = vec![0; SLOTS];
    for post in &own {
        if let Some(count) = counts.get_mut(hour_of_week(zone.local(post.at))) {
            *count += 1;
        }
    }
    let field = Field { ws, channel, timing: learned };
    let hours = field.hours(&counts);
    let (best, to_try) = match (learned.evidence.scores(), learned.known) {
        (false, _) => (Vec::new(), Vec::new()),
        (true, Known::Day) => (field.best_days(), Vec::new()),
        (true, Known::Minute) => {
            let best = field.best();
            let tries = field.to_try(&best);
            (best, tries)
        }
    };
    Some(Advice { counts, hours, best, to_try, kinds: kinds(&own, learned) })
}

struct Field<'a> {
    ws: &'a Workspace,
    channel: ChannelIx,
    timing: &'a Timing,
}

impl Field<'_> {
    /// From the first to the last hour in which posts may go out or did.
    fn hours(&self, counts: &[usize]) -> std::ops::RangeInclusive<usize> {
        let planned = |hour: usize| {
            let second = u32::try_from(hour * 3_600).unwrap_or(0);
            let (span, last) = (self.ws.plan.hours, second + 3_599);
            [second, last].iter().any(|s| span.contains(*s) || span.spill_contains(*s))
        };
        let used = |hour: usize| counts.iter().skip(hour).step_by(24).any(|count| *count > 0);
        let mut seen = (0..24).filter(|hour| planned(*hour) || used(*hour));
        let first = seen.next().unwrap_or(0);
        first..=seen.next_back().unwrap_or(first)
    }

    fn score(&self, slot: usize) -> f64 {
        self.timing.score.get(slot).copied().unwrap_or(0.0)
    }

    fn sd(&self, slot: usize) -> f64 {
        self.timing.sd.get(slot).copied().unwrap_or(0.0)
    }

    fn posts(&self, slot: usize) -> f64 {
        self.timing.n_eff.get(slot).copied().unwrap_or(0.0)
    }

    /// The best hours, those that are open first; of the others, two.
    fn best(&self) -> Vec<Stretch> {
        let mut taken = [false; SLOTS];
        let mut found = self.best_of(Access::Open, BEST, &mut taken);
        // Worth knowing only where they would stand among those.
        let least = found.last().map_or(0.0, |one| one.score);
        let mut outside = self.best_of(Access::Closed, OUTSIDE, &mut taken);
        outside.retain(|one| one.score > least);
        found.extend(outside);
        found
    }

    /// The best hours of one sort, neighbours that do as well together, an hour at least between two
    /// stretches; what is taken stays so.
    fn best_of(&self, access: Access, most: usize, taken: &mut [bool; SLOTS]) -> Vec<Stretch> {
        let good = |slot: &usize| {
            self.score(*slot) > 0.0
                && self.posts(*slot) >= Timing::HARDLY_ANY
                && self.access(*slot) == access
        };
        let mut order: Vec<usize> = (0..SLOTS).filter(good).collect();
        order.sort_by(|a, b| self.score(*b).total_cmp(&self.score(*a)).then(a.cmp(b)));
        let mut found = Vec::new();
        for peak in order {
            if found.len() == most {
                break;
            }
            if taken.get(peak).copied().unwrap_or(true) {
                continue;
            }
            let (mut from, mut to) = (peak, peak + 1);
            let joins = |slot: usize| {
                good(&slot)
                    && !taken.get(slot).copied().unwrap_or(true)
                    && slot / 24 == peak / 24
                    && self.score(slot) >= ALIKE * self.score(peak)
            };
            // The better of the two neighbours first.
            while to - from < LONGEST {
                let before = from.checked_sub(1).filter(|slot| joins(*slot));
                let after = Some(to).filter(|slot| joins(*slot));
                match (before, after) {
                    (Some(a), Some(b)) if self.score(a) > self.score(b) => from = a,
                    (_, Some(_)) => to += 1,
                    (Some(a), None) => from = a,
                    (None, None) => break,
                }
            }
            let day = peak / 24 * 24;
            let around = from.saturating_sub(1).max(day)..=to.min(day + 23);
            taken.get_mut(around).into_iter().flatten().for_each(|slot| *slot = true);
            found.push(self.stretch(from, to));
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
        found
    }

    fn access(&self, slot: usize) -> Access {
        if self.is_open(slot) { Access::Open } else { Access::Closed }
    }

    /// The slots from one up to another of the same day.
    fn stretch(&self, from: usize, to: usize) -> Stretch {
        let mean = |of: &dyn Fn(usize) -> f64| {
            let sum: f64 = (from..to).map(of).sum();
            sum / real(to - from)
        };
        let score = mean(&|slot| self.score(slot));
        let sd = mean(&|slot| self.sd(slot));
        let posts = mean(&|slot| self.posts(slot));
        let open = (from..to).all(|slot| self.is_open(slot));
        Stretch {
            day: weekday(from / 24),
            hours: Some((from % 24, from % 24 + (to - from))),
            score,
            sd,
            gain: Gain::new(score, sd, posts, self.timing.evidence),
            access: if open { Access::Open } else { Access::Closed },
        }
    }

    /// The days that do better than usual, where only days are known.
    fn best_days(&self) -> Vec<Stretch> {
        let noon = |day: usize| day * 24 + 12;
        let mut days: Vec<Stretch> = (0..7)
            .filter(|day| self.score(noon(*day)) > 0.0)
            .filter(|day| self.posts(noon(*day)) >= Timing::HARDLY_ANY)
            .map(|day| Stretch {
                hours: None,
                access: match (0..24).any(|hour| self.is_open(day * 24 + hour)) {
                    true => Access::Open,
                    false => Access::Closed,
                },
                ..self.stretch(noon(day), noon(day) + 1)
            })
            .collect();
        days.sort_by(|a, b| b.score.total_cmp(&a.score));
        let (mut open, mut closed): (Vec<Stretch>, Vec<Stretch>) =
            days.into_iter().partition(|day| day.access == Access::Open);
        open.truncate(BEST);
        let least = open.last().map_or(0.0, |day| day.score);
        closed.retain(|day| day.score > least);
        closed.truncate(OUTSIDE);
        open.append(&mut closed);
        open
    }

    /// Open hours with few posts, and fewer than any of the best, by what they promise: one a day.
    fn to_try(&self, best: &[Stretch]) -> Vec<Stretch> {
        // Within a stretch that is good already, or right beside it.
        let beside = |hours: Option<(usize, usize)>, hour: usize| {
            hours.is_some_and(|(from, to)| hour + 1 >= from && hour <= to)
        };
        let near = |slot: usize| {
            let day = weekday(slot / 24);
            best.iter().any(|one| one.day == day && beside(one.hours, slot % 24))
        };
        let few = best.iter().map(|one| one.gain.posts).fold(FEW, f64::min);
        let mut order: Vec<usize> = (0..SLOTS)
            .filter(|slot| self.posts(*slot) < few && self.is_open(*slot) && !near(*slot))
            .collect();
        let worth = |slot: usize| self.score(slot) + CURIOSITY * self.sd(slot);
        order.sort_by(|a, b| {
            worth(*b)
                .total_cmp(&worth(*a))
                .then(self.posts(*a).total_cmp(&self.posts(*b)))
                .then(a.cmp(b))
        });
        let mut found: Vec<usize> = Vec::new();
        for slot in order {
            if found.len() < TRIES && found.iter().all(|other| other / 24 != slot / 24) {
                found.push(slot);
            }
        }
        found.into_iter().map(|slot| self.stretch(slot, slot + 1)).collect()
    }

    /// Whether a post of the channel's own lane may go out at some minute of an hour.
    fn is_open(&self, slot: usize) -> bool {
        let (day, hour) = (weekday(slot / 24), slot % 24);
        let mut lanes = self.ws.each_lane().map(|(_, lane)| lane);
        let own = lanes.find(|lane| lane.channel == self.channel && lane.format.is_none());
        let step = usize::try_from(self.ws.plan.grid).unwrap_or(60).max(1);
        (0..1_440)
            .step_by(step)
            .filter(|minute| minute / 60 == hour)
            .filter_map(|minute| u32::try_from(minute * 60).ok())
            .any(|second| {
                let hours = self.ws.plan.hours;
                let planned = hours.contains(second) || hours.spill_contains(second);
                planned && own.is_none_or(|lane| in_windows(lane, day, second))
            })
    }
}

/// Whether a second of a day lies in a window of the lane; a lane without any is open.
fn in_windows(lane: &Lane, day: Weekday, second: u32) -> bool {
    lane.windows.is_empty()
        || lane.windows.iter().any(|window| {
            (window.days.contains(day) && window.span.contains(second))
                || (window.days.contains(day.pred()) && window.span.spill_contains(second))
        })
}

/// Monday is 0.
fn weekday(day: usize) -> Weekday {
    u8::try_from(day).ok().and_then(|day| Weekday::try_from(day).ok()).unwrap_or(Weekday::Mon)
}

/// What the types do, graded by what they explain of a post that was not looked at.
fn kinds(own: &[&Outing], learned: &Timing) -> Vec<KindGain> {
    let found: Vec<(&str, usize, f64)> = learned
        .type_offsets
        .iter()
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, offset)| {
            let posts = own.iter().filter(|post| post.kind == *name).count();
            (name.as_str(), posts, *offset)
        })
        .filter(|(_, posts, _)| *posts > 0)
        .collect();
    if found.len() < 2 {
        return Vec::new();
    }
    let grade = grade(learned, &found);
    let mut all: Vec<KindGain> = found
        .iter()
        .map(|(name, posts, offset)| {
            let sd = learned.sigma / (real(*posts) + KIND_SHRINK).sqrt();
            KindGain {
                name: (*name).to_owned(),
                posts: *posts,
                gain: Gain::new(*offset, sd, real(*posts), grade),
            }
        })
        .collect();
    all.sort_by(|a, b| b.gain.mid.total_cmp(&a.gain.mid).then(a.name.cmp(&b.name)));
    all
}

/// The leave-one-out R² of the types, by the grades of hours.
///
/// An offset is o = S/(n + 10), so the mean of its posts is m = o·(n + 10)/n, and a post left out is
/// missed by (r − o)·(n + 10)/(n + 9), exactly. What posts of one type differ by is taken as σ² in each.
fn grade(learned: &Timing, found: &[(&str, usize, f64)]) -> Evidence {
    let used: usize = found.iter().map(|(_, posts, _)| posts).sum();
    let (mut missed, mut all) = (0.0, 0.0);
    for (_, posts, offset) in found {
        let n = real(*posts);
        let mean = offset * (n + KIND_SHRINK) / n;
        let within = n * learned.sigma * learned.sigma;
        let stretch = (n + KIND_SHRINK) / (n + KIND_SHRINK - 1.0);
        missed += stretch * stretch * (within + n * (mean - offset) * (mean - offset));
        all += within + n * mean * mean;
    }
    match all > 0.0 {
        true => timing::grade(learned.used.min(used), 1.0 - missed / all),
        false => Evidence::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Instant;

    const CALENDAR: &str = "[calendar]\nname = \"A\"\ntimezone = \"UTC\"\n\
        [plan]\nhours = { from = \"08:00\", to = \"20:00\" }\n\
        [channels.x]\nnetwork = \"x\"\n\
        windows = [{ days = \"mon-fri\", from = \"09:00\", to = \"19:00\" }]\n";

    /// A week whose slots have these scores, each with so many posts behind it.
    fn workspace(score: impl Fn(usize) -> f64, posts: impl Fn(usize) -> f64) -> Workspace {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut sources = crate::source::Sources::default();
        let loaded = crate::load::from_text(CALENDAR, folder, &mut sources).unwrap();
        let mut ws = loaded.workspace.unwrap();
        ws.past.timing = vec![Some(Timing {
            posts: 100,
            used: 100,
            evidence: Evidence::Weak,
            loo_r2: 0.005,
            sigma: 1.0,
            type_offsets: vec![("image".to_owned(), -0.02), ("reel".to_owned(), 0.5)],
            score: (0..SLOTS).map(score).collect(),
            n_eff: (0..SLOTS).map(posts).collect(),
            sd: vec![0.1; SLOTS],
            known: Known::Minute,
            pooled: 0,
        })];
        ws
    }

    fn found(list: &[Stretch]) -> Vec<(Weekday, usize, usize)> {
        let hours = |one: &Stretch| one.hours.unwrap();
        list.iter().map(|one| (one.day, hours(one).0, hours(one).1)).collect()
    }

    #[test]
    fn neighbours_that_do_as_well_are_one_stretch_and_others_keep_their_distance() {
        // Tuesday: 9 to 12 h alike; 13 h is good, 12 h not; Sunday 8 h is better and closed.
        let score = |slot: usize| match slot {
            33 | 35 => 0.09,
            34 => 0.1,
            36 => 0.05,
            37 => 0.06,
            152 => 0.2,
            _ => -0.01,
        };
        let ws = workspace(score, |_| 30.0);
        let advice = advice(&ws, ChannelIx::new(0)).unwrap();
        assert_eq!(
            found(&advice.best),
            [(Weekday::Tue, 9, 12), (Weekday::Tue, 13, 14), (Weekday::Sun, 8, 9)]
        );
        assert_eq!(advice.best[0].access, Access::Open);
        assert_eq!(advice.best[2].access, Access::Closed);
        assert!((advice.best[0].score - 0.28 / 3.0).abs() < 1e-12);
        assert_eq!(advice.to_try, []);
        assert_eq!(advice.hours, 8..=19);
    }

    #[test]
    fn hours_that_the_plan_can_use_come_first_and_two_others_at_most() {
        // Every evening does best and is closed; on weekdays 10 h does well and is open.
        let score = |slot: usize| match slot % 24 {
            21 => 0.3,
            10 if slot / 24 < 5 => 0.1,
            _ => -0.01,
        };
        let ws = workspace(score, |_| 30.0);
        let best = advice(&ws, ChannelIx::new(0)).unwrap().best;
        let open: Vec<bool> = best.iter().map(|one| one.access == Access::Open).collect();
        assert_eq!(open, [true, true, true, true, true, false, false]);
        // Those that do no better than what is open are not worth a line.
        let ws = workspace(|slot| if slot % 24 == 21 { 0.05 } else { score(slot) }, |_| 30.0);
        let best = advice(&ws, ChannelIx::new(0)).unwrap().best;
        assert!(best.iter().all(|one| one.access == Access::Open) && best.len() == 5);
    }

    #[test]
    fn tests_are_open_hours_with_few_posts_one_a_day() {
        let few = |slot: usize| if slot % 24 == 12 { 1.0 } else { 40.0 };
        let ws = workspace(|slot| if slot == 60 { 0.01 } else { 0.0 }, few);
        let advice = advice(&ws, ChannelIx::new(0)).unwrap();
        assert_eq!(
            found(&advice.to_try),
            [(Weekday::Wed, 12, 13), (Weekday::Mon, 12, 13), (Weekday::Tue, 12, 13)]
        );
        // Hours with more posts than a best one are no place for a first test.
        let few = |slot: usize| if slot % 24 == 12 { 6.0 } else { 4.0 };
        let ws = workspace(|slot| if slot == 60 { 0.01 } else { 0.1 }, few);
        let advice = super::advice(&ws, ChannelIx::new(0)).unwrap();
        let least = advice.best.iter().map(|one| one.gain.posts).fold(f64::MAX, f64::min);
        assert!(advice.to_try.iter().all(|one| one.gain.posts < least), "{advice:?}");
        // Nothing is good where hardly any post stands behind it.
        let ws = workspace(|_| 0.1, |_| 2.9);
        assert_eq!(super::advice(&ws, ChannelIx::new(0)).unwrap().best, []);
    }

    #[test]
    fn no_effect_means_no_advice() {
        let mut ws = workspace(|_| 0.1, |_| 30.0);
        for grade in [Evidence::None, Evidence::NoEffect] {
            ws.past.timing[0].as_mut().unwrap().evidence = grade;
            let advice = advice(&ws, ChannelIx::new(0)).unwrap();
            assert_eq!((advice.best, advice.to_try), (Vec::new(), Vec::new()));
        }
    }

    #[test]
    fn types_are_graded_by_what_they_explain() {
        let mut ws = workspace(|_| 0.0, |_| 30.0);
        let post = |n: usize| Outing {
            channel: ChannelIx::new(0),
            at: Instant::from_unix(1_700_000_000 + 86_400 * i64::try_from(n).unwrap()),
            known: Known::Minute,
            kind: if n.is_multiple_of(2) { "reel" } else { "image" }.to_owned(),
            engagement: 1.0,
            reach: None,
            id: None,
            url: None,
            title: None,
            brand: None,
            file: 0,
        };
        ws.past.outings = (0..100).map(post).collect();
        let kinds = advice(&ws, ChannelIx::new(0)).unwrap().kinds;
        assert_eq!((kinds[0].name.as_str(), kinds[0].posts), ("reel", 50));
        assert_eq!(kinds[0].gain.evidence, Evidence::Strong);
        assert!(kinds[0].gain.low > 0.0);
        ws.past.timing[0].as_mut().unwrap().type_offsets[1].1 = 0.02;
        let kinds = advice(&ws, ChannelIx::new(0)).unwrap().kinds;
        assert_eq!(kinds[0].gain.evidence, Evidence::NoEffect);
        ws.past.outings.truncate(28);
        let kinds = advice(&ws, ChannelIx::new(0)).unwrap().kinds;
        assert_eq!(kinds[0].gain.evidence, Evidence::None);
    }
}
