//! Held against the usual: how much better or worse some posts did, and how sure that is.
//!
//! The usual of a post is the median of the 31 posts around it on its channel, on the scale of
//! logarithms ([`crate::history::fit`]); what is left of it then is its deviation. What its type does
//! is taken out, or reels at noon would make noon look good; among formats it is put back, or none
//! could ever differ from another.
//! The mean of a group is shrunk by ten imaginary posts that do as usual: mean = Σr / (n + 10),
//! standard deviation = σ / √(n + 10), where σ² is the mean variance of the channels of its posts.

use crate::history::{Fit, Sample, fit, real};
use crate::model::{ChannelIx, Evidence, Gain, Outing, Workspace, hour_of_week};

/// Posts of a group below which nothing is said of it.
pub const LEAST: usize = 10;
/// Imaginary posts that do as usual.
const IMAGINARY: f64 = 10.0;
/// How far from zero a mean must be, in its standard deviations, were it the only one looked at.
const WEAK: f64 = 1.28;
const SOME: f64 = 2.0;
const STRONG: f64 = 3.0;

/// What a group is, against the usual of the channels of its posts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Against {
    /// It is held against nothing: it is the usual itself, or no group at all.
    Nothing,
    /// Too few posts to say.
    TooFew,
    /// So much more or less, with how sure that is.
    Usual(Gain),
}

/// How one post did against the usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Deviation {
    /// On the scale of logarithms.
    pub(super) log: f64,
    /// The mean square of the deviations of its channel.
    pub(super) variance: f64,
}

/// How one post did: among posts of all types alike, and as one of its type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Did {
    /// With what its type does taken out.
    pub(super) alike: Deviation,
    /// With what its type does.
    pub(super) whole: Deviation,
}

/// What is thought of a group after seeing its posts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Estimate {
    mean: f64,
    sd: f64,
    posts: usize,
}

impl Estimate {
    /// From the deviations of a group; nothing for fewer than ten.
    pub(super) fn of(deviations: &[Deviation]) -> Option<Self> {
        let posts = deviations.len();
        if posts < LEAST {
            return None;
        }
        let n = real(posts);
        let (mut sum, mut variance) = (0.0, 0.0);
        for deviation in deviations {
            sum += deviation.log;
            variance += deviation.variance;
        }
        let mean = sum / (n + IMAGINARY);
        let sd = libm::sqrt(variance / n) / libm::sqrt(n + IMAGINARY);
        Some(Self { mean, sd, posts })
    }

    /// The gain, graded as one of so many groups that are looked at together.
    pub(super) fn gain(&self, groups: usize) -> Gain {
        let grade = grade(self.mean, self.sd, groups);
        Gain::new(self.mean, self.sd, real(self.posts), grade)
    }

    /// How far it is from zero, in its standard deviations.
    pub(super) fn distance(&self) -> f64 {
        if self.sd > 0.0 { self.mean.abs() / self.sd } else { 0.0 }
    }
}

/// How good the evidence is that a mean is not zero, when it is one of so many looked at together.
///
/// Each bar t is raised to √(t² + 2·ln m) for m groups: the tail of the normal distribution beyond
/// it is at most 1/m of that beyond t, so that the chance of one false alarm in the whole table stays
/// below that of a single group (Bonferroni; the bound is Mills' ratio, which falls with t).
pub(super) fn grade(mean: f64, sd: f64, groups: usize) -> Evidence {
    if sd <= 0.0 {
        return Evidence::NoEffect;
    }
    let square = (mean / sd) * (mean / sd);
    let raise = 2.0 * libm::log(real(groups.max(1)));
    match () {
        () if square < WEAK * WEAK + raise => Evidence::NoEffect,
        () if square < SOME * SOME + raise => Evidence::Weak,
        () if square < STRONG * STRONG + raise => Evidence::Some,
        () => Evidence::Strong,
    }
}

/// By post of the past: how it did; none for those of other brands.
pub(super) fn deviations(ws: &Workspace) -> Vec<Option<Did>> {
    let mut found = vec![None; ws.past.outings.len()];
    for (channel, _) in ws.each_channel() {
        of_channel(ws, channel, &mut found);
    }
    found
}

fn of_channel(ws: &Workspace, channel: ChannelIx, found: &mut [Option<Did>]) {
    let outings = ws.past.outings.iter().enumerate();
    let mut own: Vec<(usize, &Outing)> =
        outings.filter(|(_, outing)| outing.brand.is_none() && outing.channel == channel).collect();
    let mut kinds: Vec<&str> = own.iter().map(|(_, outing)| outing.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let zone = ws.channel(channel).zone;
    let sample = |outing: &Outing| Sample {
        at: outing.at.unix(),
        slot: hour_of_week(zone.local(outing.at)),
        kind: kinds.partition_point(|kind| *kind < outing.kind.as_str()),
        engagement: outing.engagement,
        reach: None,
    };
    // The order in which the fit gives back what it was given.
    own.sort_by(|(_, a), (_, b)| {
        let key = |outing: &Outing| (outing.at.unix(), sample(outing).slot, sample(outing).kind);
        key(a).cmp(&key(b)).then(a.engagement.total_cmp(&b.engagement))
    });
    let samples: Vec<Sample> = own.iter().map(|(_, outing)| sample(outing)).collect();
    let fit: Fit = fit(&samples, kinds.len(), None);
    if fit.residuals.len() != own.len() {
        return;
    }
    let offset = |sample: &Sample| fit.type_offsets.get(sample.kind).copied().unwrap_or(0.0);
    let left = samples.iter().zip(&fit.residuals);
    let logs: Vec<(f64, f64)> = left.map(|(sample, left)| (*left, left + offset(sample))).collect();
    let square = |log: fn(&(f64, f64)) -> f64| {
        logs.iter().map(|both| log(both) * log(both)).sum::<f64>() / real(logs.len().max(1))
    };
    let (alike, whole) = (square(|both| both.0), square(|both| both.1));
    for ((i, _), both) in own.iter().zip(&logs) {
        found[*i] = Some(Did {
            alike: Deviation { log: both.0, variance: alike },
            whole: Deviation { log: both.1, variance: whole },
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_imaginary_posts_pull_a_mean_to_the_usual() {
        let one = Deviation { log: 0.4, variance: 0.25 };
        assert_eq!(Estimate::of(&[one; 9]), None);
        let ten = Estimate::of(&[one; 10]).unwrap();
        assert!((ten.mean - 0.2).abs() < 1e-12, "{ten:?}");
        assert!((ten.sd - 0.5 / libm::sqrt(20.0)).abs() < 1e-12, "{ten:?}");
        let gain = ten.gain(1);
        assert!(gain.low < gain.mid && gain.mid < gain.high && gain.low > 0.0, "{gain:?}");
        assert_eq!(gain.evidence, Evidence::Weak);
    }

    #[test]
    fn the_bar_rises_with_the_groups_looked_at() {
        for (distance, alone, of_ten) in [
            (1.2, Evidence::NoEffect, Evidence::NoEffect),
            (1.5, Evidence::Weak, Evidence::NoEffect),
            (2.6, Evidence::Some, Evidence::Weak),
            (3.1, Evidence::Strong, Evidence::Some),
            (4.0, Evidence::Strong, Evidence::Strong),
        ] {
            for sign in [1.0, -1.0] {
                assert_eq!(grade(sign * distance, 1.0, 1), alone, "{distance}");
                assert_eq!(grade(sign * distance, 1.0, 10), of_ten, "{distance}");
            }
        }
        assert_eq!(grade(0.3, 0.0, 1), Evidence::NoEffect);
    }
}
