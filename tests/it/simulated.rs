//! Brands that never were, with effects of the hours that are known: for tests of what is learned.
#![expect(clippy::cast_possible_truncation, reason = "what is simulated is rounded, and small")]

use edito::history::Sample;
use edito::model::Outing;

use super::learned::outing;

/// Seconds that the clock of `learned::workspace` is ahead of UTC: five hours and a half.
const AHEAD: i64 = 19_800;
const HOUR: i64 = 3_600;

/// How the effects of the hours go together.
#[derive(Clone, Copy)]
pub enum Effects {
    /// White noise over the week, smoothed by the kernel: as smooth as what is learned.
    Smoothed,
    /// Covariance equal to the kernel: rougher, more than what is learned can follow.
    Rough,
}

/// A brand: its posts and what its hours truly do.
pub struct Brand {
    /// The posts, in the order of time.
    pub samples: Vec<Sample>,
    /// By slot: the true effect on the scale of logarithms, whatever the origin.
    pub effect: Vec<f64>,
}

impl Brand {
    /// `posts` posts of a brand whose hours differ by `strength` standard deviations of a post.
    pub fn new(random: &mut fastrand::Rng, posts: usize, strength: f64) -> Self {
        Self::with(random, posts, strength, Effects::Smoothed)
    }

    /// The same, with effects that go together in this way.
    pub fn with(random: &mut fastrand::Rng, posts: usize, strength: f64, effects: Effects) -> Self {
        let sigma = 0.6 + 0.6 * random.f64();
        let effect = match effects {
            Effects::Smoothed => smoothed(random),
            Effects::Rough => rough(random),
        };
        let effect: Vec<f64> = effect.into_iter().map(|x| x * sigma * strength).collect();
        let kinds: Vec<f64> = (0..1 + random.usize(0..4)).map(|_| 0.4 * normal(random)).collect();
        let hours = habits(random);
        let gap = 168.0 / (2.0 + 12.0 * random.f64());
        // Monday 2024-01-01 0 h on the channel's clock.
        let mut at = 1_704_067_200 - AHEAD;
        let mut level = 3.0 + 3.0 * random.f64();
        let mut samples = Vec::with_capacity(posts);
        for _ in 0..posts {
            at = next(random, at, gap, &hours);
            level += 0.03 * normal(random);
            let (slot, kind) = (slot(at), random.usize(0..kinds.len()));
            let height = level + effect[slot] + kinds[kind] + sigma * normal(random);
            let engagement = (height.exp() - 1.0).max(0.0).round();
            samples.push(Sample { at, slot, kind, engagement, reach: None });
        }
        Self { samples, effect }
    }

    /// Its posts as they come out of files.
    pub fn outings(&self) -> Vec<Outing> {
        let kind = |sample: &Sample| ["carousel", "image", "reel", "text"][sample.kind];
        let one = |sample: &Sample| outing(sample.at, kind(sample), sample.engagement, None);
        self.samples.iter().map(one).collect()
    }
}

/// From 30 to 1,000 posts, as often 30 to 100 as 300 to 1,000.
pub fn some_posts(random: &mut fastrand::Rng) -> usize {
    let posts = 30.0 * (random.f64() * (1_000.0_f64 / 30.0).ln()).exp();
    (30..=1_000).min_by_key(|n| (posts - f64::from(*n)).abs() as u32).map_or(30, |n| n as usize)
}

/// A standard normal number.
pub fn normal(random: &mut fastrand::Rng) -> f64 {
    let (radius, turn) = ((-2.0 * (1.0 - random.f64()).ln()).sqrt(), random.f64());
    radius * (std::f64::consts::TAU * turn).cos()
}

/// The hours that a brand likes, some more than others: a list to draw from.
fn habits(random: &mut fastrand::Rng) -> Vec<i64> {
    let mut hours = Vec::new();
    for _ in 0..3 + random.usize(0..4) {
        let hour = random.i64(7..22);
        hours.extend(std::iter::repeat_n(hour, random.usize(1..5)));
    }
    // Now and then it posts at some hour of the day.
    hours.extend([9, 11, 15, 19]);
    hours
}

/// The next post: about `gap` hours later, at one of the hours that it likes; weekends are rarer.
fn next(random: &mut fastrand::Rng, at: i64, gap: f64, hours: &[i64]) -> i64 {
    let ahead = -gap * (1.0 - random.f64()).ln();
    let day = (at + AHEAD + (ahead * 3_600.0) as i64).div_euclid(24 * HOUR);
    let rest = (day + 3).rem_euclid(7) >= 5 && random.f64() < 0.6;
    let day = if rest { day + 2 } else { day };
    let hour = hours[random.usize(0..hours.len())];
    let then = day * 24 * HOUR + hour * HOUR + random.i64(0..HOUR) - AHEAD;
    if then > at { then } else { then + 24 * HOUR }
}

fn slot(at: i64) -> usize {
    let hours = (at + AHEAD).div_euclid(HOUR);
    ((hours.div_euclid(24) + 3).rem_euclid(7) * 24 + hours.rem_euclid(24)) as usize
}

/// White noise over the week under the kernel, each slot of variance 1.
fn smoothed(random: &mut fastrand::Rng) -> Vec<f64> {
    let noise: Vec<f64> = (0..168).map(|_| normal(random)).collect();
    let at = |a: usize| {
        let (mut sum, mut squares) = (0.0, 0.0);
        for (b, noise) in noise.iter().enumerate() {
            let day = match (a / 24 == b / 24, (a < 120) == (b < 120)) {
                (true, _) => 1.0,
                (false, true) => 0.5,
                (false, false) => 0.1,
            };
            let weight = day * bell(a % 24, b % 24, 1.25);
            sum += weight * noise;
            squares += weight * weight;
        }
        sum / f64::sqrt(squares)
    };
    (0..168).map(at).collect()
}

/// Effects of variance 1 whose covariance is the kernel's: a part of all days, one of days of work or
/// weekends, one of the day alone, each smooth over the clock.
fn rough(random: &mut fastrand::Rng) -> Vec<f64> {
    let mut part = |weight: f64| bumpy(random).map(|x| x * f64::sqrt(weight));
    let (all, groups) = (part(0.1), [part(0.4), part(0.4)]);
    let days: Vec<[f64; 24]> = (0..7).map(|_| part(0.5)).collect();
    let at = |slot: usize| {
        let (day, hour) = (slot / 24, slot % 24);
        all[hour] + groups[usize::from(day >= 5)][hour] + days[day][hour]
    };
    (0..168).map(at).collect()
}

/// White noise over the clock under a bell of 1.25/√2 hours, of variance 1: two hours Δ apart go
/// together by exp(−Δ²/(2·1.25²)).
fn bumpy(random: &mut fastrand::Rng) -> [f64; 24] {
    let noise: Vec<f64> = (0..24).map(|_| normal(random)).collect();
    let bell = |a: usize, b: usize| bell(a, b, 1.25 / std::f64::consts::SQRT_2);
    let norm = (0..24).map(|b| bell(0, b) * bell(0, b)).sum::<f64>().sqrt();
    std::array::from_fn(|a| (0..24).map(|b| bell(a, b) * noise[b]).sum::<f64>() / norm)
}

/// exp(−Δ²/(2·width²)), Δ hours on a clock of 24.
fn bell(a: usize, b: usize, width: f64) -> f64 {
    let apart = a.abs_diff(b).min(24 - a.abs_diff(b)) as f64 / width;
    if apart > 8.0 { 0.0 } else { (-0.5 * apart * apart).exp() }
}
