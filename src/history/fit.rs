//! Learning in closed form: from posts and what they got to the score of each hour of a week.
//!
//! The method is that of `docs/evidence.md`. Nothing here is random and nothing is iterated; the same
//! posts in any order give the same bits, on every platform.

use super::kernel::{Kernel, SLOTS};
use super::residue::Residue;
use std::cmp::Ordering;

/// Imaginary average posts that stand behind every slot.
const KAPPA: f64 = 25.0;

/// A post as learning sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// Seconds since the Unix epoch.
    pub at: i64,
    /// The hour of the week on the channel's clock, Monday 0 h = 0, to 167.
    pub slot: usize,
    /// Its type, from 0.
    pub kind: usize,
    /// Reactions, comments and shares together; or with `reach`, a rate is learned from.
    pub engagement: f64,
    /// How many it reached, where a rate is asked for.
    pub reach: Option<f64>,
}

impl Sample {
    /// ln(1 + engagement); with a reach, ln((engagement + 1) / (reach + 50)).
    pub(super) fn scale(&self) -> f64 {
        let one_more = 1.0 + self.engagement;
        libm::log(self.reach.map_or(one_more, |reach| one_more / (reach + 50.0)))
    }

    /// Whether its numbers are numbers, and not below 0.
    pub(super) fn is_sound(&self) -> bool {
        let sound = |x: f64| x.is_finite() && x >= 0.0;
        sound(self.engagement) && self.reach.is_none_or(sound)
    }

    /// By time, slot, type, engagement, reach: a total order.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let key = |sample: &Self| (sample.at, sample.slot, sample.kind);
        let reach = |sample: &Self| sample.reach.unwrap_or(f64::NEG_INFINITY);
        key(self)
            .cmp(&key(other))
            .then_with(|| self.engagement.total_cmp(&other.engagement))
            .then_with(|| reach(self).total_cmp(&reach(other)))
    }
}

/// What some posts teach.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The samples in the order of time, ties by slot, type, engagement, reach.
    pub samples: Vec<Sample>,
    /// What is left of each, in that order, on the scale of logarithms.
    pub residuals: Vec<f64>,
    /// The weight of each by its age, in that order.
    pub weights: Vec<f64>,
    /// Standard deviation of what is left.
    pub sigma: f64,
    /// By type.
    pub type_offsets: Vec<f64>,
    /// By slot.
    pub score: Vec<f64>,
    /// By slot.
    pub n_eff: Vec<f64>,
    /// By slot.
    pub sd: Vec<f64>,
    /// Leave-one-out R²; 0 where there is nothing to explain.
    pub loo_r2: f64,
}

/// Learns from posts of one channel; `prior` is the starting point of each slot, on the scale of
/// logarithms, flat where absent.
///
/// Samples that are none (a slot past the week, a type not below `kinds`, numbers below 0 or not
/// finite) are left out. Every figure that comes out is finite.
#[must_use]
pub fn fit(samples: &[Sample], kinds: usize, prior: Option<&[f64]>) -> Fit {
    Fit::of(Residue::of(samples, kinds), &Kernel::of_hours(), prior)
}

impl Fit {
    /// Steps 6 and 8 of the method.
    pub(super) fn of(residue: Residue, kernel: &Kernel, prior: Option<&[f64]>) -> Self {
        let start = |slot: usize| {
            let start = prior.and_then(|prior| prior.get(slot)).copied().unwrap_or(0.0);
            if start.is_finite() { start } else { 0.0 }
        };
        let (weights, amounts) = residue.by_slot();
        let n_eff = kernel.spread(&weights);
        // Σω·c·g·r + κ·m0: what is shared by κ + n_eff posts.
        let mut sums = kernel.spread(&amounts);
        for (slot, sum) in sums.iter_mut().enumerate() {
            *sum += KAPPA * start(slot);
        }
        let loo_r2 = loo_r2(&residue, &sums, &n_eff, start);
        let sigma = residue.sigma;
        Self {
            score: sums.iter().zip(&n_eff).map(|(sum, n)| sum / (n + KAPPA)).collect(),
            sd: n_eff.iter().map(|n| sigma / (n + KAPPA).sqrt()).collect(),
            samples: residue.samples,
            residuals: residue.left,
            weights: residue.weights,
            type_offsets: residue.type_offsets,
            sigma,
            n_eff,
            loo_r2,
        }
    }
}

/// 1 − Σω(r − p)² / Σω(r − m0)², p the score of the post's slot without the post itself.
fn loo_r2(residue: &Residue, sums: &[f64], n_eff: &[f64], start: impl Fn(usize) -> f64) -> f64 {
    let starts: [f64; SLOTS] = std::array::from_fn(start);
    let (mut with, mut without) = (0.0, 0.0);
    for ((sample, weight), left) in residue.samples.iter().zip(&residue.weights).zip(&residue.left)
    {
        let slot = sample.slot;
        let others = (sums[slot] - weight * left) / (n_eff[slot] - weight + KAPPA);
        with += weight * (left - others) * (left - others);
        without += weight * (left - starts[slot]) * (left - starts[slot]);
    }
    if without > 0.0 { 1.0 - with / without } else { 0.0 }
}
