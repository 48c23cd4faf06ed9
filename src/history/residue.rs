//! What is left of each post once the usual and its type are taken out, and what it weighs.
//!
//! Steps 1 to 5 of the method in `docs/evidence.md`. Of hours it knows nothing.

use super::fit::Sample;
use super::kernel::SLOTS;
use super::number::{days, real};
use super::usual::{quantile, usual};

/// Imaginary average posts of each type.
const TYPE_SHRINK: f64 = 10.0;
/// Percent at either end beyond which what is left is cut.
const CLIP: [usize; 2] = [2, 98];
/// Days after which a post counts for half.
const HALF_LIFE: f64 = 180.0;

/// Posts in the order of time, with what is left of each.
pub(super) struct Residue {
    /// The posts; ties in time by slot, type, engagement, reach.
    pub samples: Vec<Sample>,
    /// Against the usual alone, on the scale of logarithms: what simple tools average.
    pub raw: Vec<f64>,
    /// Once the type is taken out, outliers are cut and the weighted mean is 0.
    pub left: Vec<f64>,
    /// By age: 1 for the newest, ½ at 180 days.
    pub weights: Vec<f64>,
    /// What each type does by itself.
    pub type_offsets: Vec<f64>,
    /// Weighted standard deviation of what is left.
    pub sigma: f64,
}

impl Residue {
    /// Of samples in any order. Those that are none (a slot past the week, a type past `kinds`,
    /// numbers below 0 or not finite) are left out.
    pub fn of(samples: &[Sample], kinds: usize) -> Self {
        let samples = ordered(samples, kinds);
        let scale: Vec<f64> = samples.iter().map(Sample::scale).collect();
        let mut raw = less(&scale, &usual(&scale));
        let mean = raw.iter().sum::<f64>() / real(raw.len().max(1));
        raw.iter_mut().for_each(|r| *r -= mean);
        let type_offsets = type_offsets(&samples, &raw, kinds);
        let mut left: Vec<f64> =
            samples.iter().zip(&raw).map(|(sample, r)| r - type_offsets[sample.kind]).collect();
        clip(&mut left);
        let newest = samples.last().map_or(0, |sample| sample.at);
        let weights: Vec<f64> = samples.iter().map(|sample| weight(newest, sample.at)).collect();
        let mean = weighted(&weights, &left, |r| r);
        left.iter_mut().for_each(|r| *r -= mean);
        let sigma = weighted(&weights, &left, |r| r * r).sqrt();
        Self { samples, raw, left, weights, type_offsets, sigma }
    }

    /// Σω and Σω·r by slot.
    pub fn by_slot(&self) -> ([f64; SLOTS], [f64; SLOTS]) {
        let (mut weights, mut amounts) = ([0.0; SLOTS], [0.0; SLOTS]);
        for ((sample, weight), left) in self.samples.iter().zip(&self.weights).zip(&self.left) {
            weights[sample.slot] += weight;
            amounts[sample.slot] += weight * left;
        }
        (weights, amounts)
    }
}

/// Those that can be learned from, in an order that does not depend on how they came.
pub(super) fn ordered(samples: &[Sample], kinds: usize) -> Vec<Sample> {
    let fine = |sample: &&Sample| sample.slot < SLOTS && sample.kind < kinds && sample.is_sound();
    let mut samples: Vec<Sample> = samples.iter().filter(fine).copied().collect();
    samples.sort_unstable_by(Sample::order);
    samples
}

fn less(values: &[f64], usual: &[f64]) -> Vec<f64> {
    values.iter().zip(usual).map(|(value, usual)| value - usual).collect()
}

/// o = Σr / (n + 10), by type.
fn type_offsets(samples: &[Sample], left: &[f64], kinds: usize) -> Vec<f64> {
    let mut sums = vec![(0.0, TYPE_SHRINK); kinds];
    for (sample, r) in samples.iter().zip(left) {
        let (sum, count) = &mut sums[sample.kind];
        *sum += r;
        *count += 1.0;
    }
    sums.into_iter().map(|(sum, count)| sum / count).collect()
}

/// Cuts what lies outside the 2 % and 98 % points.
fn clip(values: &mut [f64]) {
    let mut copy = values.to_vec();
    let [low, high] = CLIP.map(|percent| quantile(&mut copy, percent));
    values.iter_mut().for_each(|value| *value = value.max(low).min(high));
}

/// ω = 2^(−age/180), the age in days from the newest post.
fn weight(newest: i64, at: i64) -> f64 {
    libm::exp2(-days(newest.saturating_sub(at)) / HALF_LIFE)
}

/// Σω·f(x) / Σω; 0 of nothing.
fn weighted(weights: &[f64], values: &[f64], f: impl Fn(f64) -> f64) -> f64 {
    let total: f64 = weights.iter().sum();
    let sum: f64 = weights.iter().zip(values).map(|(weight, value)| weight * f(*value)).sum();
    if total > 0.0 { sum / total } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_of_half_a_year_ago_counts_for_half() {
        assert!((weight(180 * 86_400, 0) - 0.5).abs() < 1e-15);
        assert!((weight(0, 0) - 1.0).abs() < 1e-15);
        assert!(weight(i64::MAX, i64::MIN) < 1e-300);
    }

    #[test]
    fn what_is_no_post_is_left_out() {
        let fine = Sample { at: 0, slot: 3, kind: 0, engagement: 5.0, reach: None };
        let all = [
            fine,
            Sample { slot: 168, ..fine },
            Sample { kind: 1, ..fine },
            Sample { engagement: f64::NAN, ..fine },
            Sample { engagement: f64::INFINITY, ..fine },
            Sample { engagement: -1.0, ..fine },
            Sample { reach: Some(f64::NAN), ..fine },
            Sample { reach: Some(-5.0), ..fine },
        ];
        assert_eq!(ordered(&all, 1), [fine]);
    }

    #[test]
    fn the_weighted_mean_of_what_is_left_is_nought() {
        let samples: Vec<Sample> = (0..40_u32)
            .map(|n| Sample {
                at: i64::from(n) * 86_400 * 9,
                slot: usize::try_from(n % 7).unwrap() * 24 + 9,
                kind: usize::from(n % 3 == 0),
                engagement: f64::from((n * 37) % 101),
                reach: None,
            })
            .collect();
        let residue = Residue::of(&samples, 2);
        assert!(weighted(&residue.weights, &residue.left, |r| r).abs() < 1e-12);
        assert!(residue.sigma > 0.1);
        let (weights, amounts) = residue.by_slot();
        assert!((weights.iter().sum::<f64>() - residue.weights.iter().sum::<f64>()).abs() < 1e-9);
        assert!(amounts.iter().sum::<f64>().abs() < 1e-9);
    }
}
