//! How well what was foretold of posts fits what they did.

use super::fit::Sample;
use super::number::real;
use super::timing::grade;
use crate::model::{Cluster, Gain};
use crate::time::{Instant, Week, Zone};
use chrono::Datelike;

/// One in so many judged posts is looked at: those at the hours liked best.
const SHARE: f64 = 3.0;
/// Fewer weeks, or days, are too few to tell how much they differ.
const NEEDED: usize = 8;

/// A judged post.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Judged {
    /// How far it belongs to the third liked best, 0 to 1: posts that are liked alike across the border
    /// all belong by the same part.
    liked: f64,
    /// What was foretold, less the mean of its part.
    foretold: f64,
    /// What it did, less the mean of its part.
    did: f64,
}

impl Judged {
    /// The posts of one part, by what was foretold and what they did.
    pub fn of_a_part(pairs: &[(f64, f64)]) -> Vec<Self> {
        let n = real(pairs.len().max(1));
        let foretold = pairs.iter().map(|(foretold, _)| foretold).sum::<f64>() / n;
        let did = pairs.iter().map(|(_, did)| did).sum::<f64>() / n;
        let liked = liked(&pairs.iter().map(|(foretold, _)| *foretold).collect::<Vec<_>>());
        let one = |((a, b), liked): (&(f64, f64), f64)| Self {
            liked,
            foretold: a - foretold,
            did: b - did,
        };
        pairs.iter().zip(liked).map(one).collect()
    }
}

/// How far each belongs to the third with the highest scores.
fn liked(scores: &[f64]) -> Vec<f64> {
    let mut sorted = scores.to_vec();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    let room = real(scores.len()) / SHARE;
    let belongs = |score: &f64| {
        let above = real(sorted.partition_point(|other| other.total_cmp(score).is_gt()));
        let alike = real(sorted.partition_point(|other| other.total_cmp(score).is_ge())) - above;
        ((room - above) / alike).clamp(0.0, 1.0)
    };
    scores.iter().map(belongs).collect()
}

/// What the posts at the hours liked best did against all, and the part of the variance foretold:
/// 1 − Σ(did − foretold)² / Σdid².
///
/// The lift is Σ liked·did / Σ liked − mean of did. Its standard error takes the posts of a cluster as
/// one observation: √(G/(G−1) · Σ u²) over the G clusters, u the sum over the posts of a cluster of
/// liked·(did − liked mean) / Σ liked − (did − mean) / n.
pub(super) fn verdict(judged: &[Judged], clusters: &[usize]) -> (Gain, f64) {
    let n = real(judged.len().max(1));
    let liked: f64 = judged.iter().map(|post| post.liked).sum();
    let best = judged.iter().map(|post| post.liked * post.did).sum::<f64>() / liked.max(1.0);
    let mean = judged.iter().map(|post| post.did).sum::<f64>() / n;
    let groups = clusters.iter().max().map_or(0, |last| last + 1);
    let mut pulls = vec![0.0; groups];
    for (post, cluster) in judged.iter().zip(clusters) {
        pulls[*cluster] += post.liked * (post.did - best) / liked.max(1.0) - (post.did - mean) / n;
    }
    let squares: f64 = pulls.iter().copied().map(square).sum();
    let few = real(groups) / real(groups.saturating_sub(1).max(1));
    let left: f64 = judged.iter().map(|post| square(post.did - post.foretold)).sum();
    let total: f64 = judged.iter().map(|post| square(post.did)).sum();
    let r2 = if total > 0.0 { 1.0 - left / total } else { 0.0 };
    (Gain::new(best - mean, (few * squares).sqrt(), liked, grade(judged.len(), r2)), r2)
}

/// Not `powi`, whose last bit is nobody's promise.
fn square(x: f64) -> f64 {
    x * x
}

/// Which posts are taken together, numbered from 0, for posts in the order of time.
pub(super) fn cluster(posts: &[Sample], zone: Zone) -> (Vec<usize>, Cluster) {
    let date = |post: &Sample| zone.local(Instant::from_unix(post.at)).date();
    let weeks = numbered(posts.iter().map(|post| Week::of(date(post)).monday().num_days_from_ce()));
    let days = || numbered(posts.iter().map(|post| date(post).num_days_from_ce()));
    let enough = |numbers: &[usize]| numbers.iter().max().is_some_and(|last| last + 1 >= NEEDED);
    if enough(&weeks) {
        return (weeks, Cluster::Week);
    }
    let days = days();
    if enough(&days) { (days, Cluster::Day) } else { ((0..posts.len()).collect(), Cluster::Post) }
}

/// Runs of equal keys, numbered from 0.
fn numbered(keys: impl Iterator<Item = i32>) -> Vec<usize> {
    let mut last = None;
    let mut number = 0;
    keys.map(|key| {
        number += usize::from(last.is_some_and(|last| last != key));
        last = Some(key);
        number
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_is_liked_and_ties_are_shared() {
        assert_eq!(liked(&[1.0, 5.0, 2.0]), [0.0, 1.0, 0.0]);
        assert_eq!(liked(&[0.0; 6]), [1.0 / 3.0; 6]);
        // Room for two: the best one, and a third of each of three.
        assert_eq!(
            liked(&[4.0, 9.0, 4.0, 4.0, 1.0, 1.0]),
            [1.0 / 3.0, 1.0, 1.0 / 3.0, 1.0 / 3.0, 0.0, 0.0]
        );
        assert!(liked(&[]).is_empty());
    }

    #[test]
    fn the_lift_is_that_of_the_third_against_all() {
        let pairs: Vec<(f64, f64)> = [0.3, 0.3, 0.0, 0.0, 0.0, 0.0].map(|p| (p, p * 2.0)).to_vec();
        let judged = Judged::of_a_part(&pairs);
        let (lift, r2) = verdict(&judged, &[0, 1, 2, 3, 4, 5]);
        // The third did 0.6, all of them 0.2.
        assert!((lift.mid - (libm::exp(0.4) - 1.0)).abs() < 1e-12);
        assert!((lift.posts - 2.0).abs() < 1e-12);
        assert!((r2 - 0.75).abs() < 1e-12);
        // The standard error by hand: pulls of ±.
        let pull = [-0.4_f64 / 6.0, -0.4 / 6.0, 0.2 / 6.0, 0.2 / 6.0, 0.2 / 6.0, 0.2 / 6.0];
        let se = (6.0 / 5.0 * pull.iter().map(|p| p * p).sum::<f64>()).sqrt();
        assert!(
            (libm::log((1.0 + lift.high) / (1.0 + lift.mid)) / 1.281_551_565_544_6 - se).abs()
                < 1e-9
        );
        // Posts of one cluster say less.
        let (together, _) = verdict(&judged, &[0, 0, 1, 1, 2, 2]);
        assert!(together.high > lift.high);
    }

    #[test]
    fn what_likes_all_alike_lifts_nothing() {
        let pairs: Vec<(f64, f64)> = [0.5, -0.25, 1.5, -1.0].map(|did| (0.0, did)).to_vec();
        let (lift, r2) = verdict(&Judged::of_a_part(&pairs), &[0, 1, 2, 3]);
        assert!(lift.mid.abs() < 1e-12 && lift.low.abs() < 1e-12 && lift.high.abs() < 1e-12);
        assert!(r2.abs() < 1e-12);
    }

    #[test]
    fn posts_are_taken_together_by_week_then_by_day() {
        let at = |hours: i64| Sample {
            at: hours * 3_600,
            slot: 0,
            kind: 0,
            engagement: 1.0,
            reach: None,
        };
        let every = |hours: i64, n: i64| (0..n).map(|k| at(k * hours)).collect::<Vec<_>>();
        let (weeks, kind) = cluster(&every(24, 60), Zone::UTC);
        assert_eq!((weeks[59] + 1, kind), (9, Cluster::Week));
        let (days, kind) = cluster(&every(12, 40), Zone::UTC);
        assert_eq!((days[39] + 1, kind), (20, Cluster::Day));
        let (posts, kind) = cluster(&every(1, 40), Zone::UTC);
        assert_eq!((posts[39], kind), (39, Cluster::Post));
    }
}
