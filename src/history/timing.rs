//! What the posts of each channel teach of its hours.

use super::fit::Fit;
use super::kernel::Kernel;
use super::prior::Pool;
use super::residue::Residue;
use super::sift::{Samples, Sifted};
use crate::model::{ChannelIx, Evidence, Known, Outing, Timing, Workspace};

/// Fewer posts say nothing, whatever the figures.
const NEEDED: usize = 30;
/// Up to this part of the variance, evidence is weak …
const WEAK: f64 = 0.01;
/// … and up to this one there is some.
const SOME: f64 = 0.025;

/// By channel: what its own posts teach, with those of other brands as the starting point. None for a
/// channel without a post of its own.
///
/// The order of `outings` does not matter, to the last bit.
#[must_use]
pub fn timing(ws: &Workspace, outings: &[Outing]) -> Vec<Option<Timing>> {
    let channels = (0..ws.channels.len()).map(ChannelIx::new);
    channels.map(|channel| Sifted::of(ws, channel, outings).map(|posts| learned(&posts))).collect()
}

fn learned(posts: &Sifted<'_>) -> Timing {
    let kernel = kernel(posts.known);
    let others = posts.others.iter().map(|brand| (brand.list.as_slice(), brand.kinds.len()));
    let pool = Pool::of(others, &kernel);
    let residue = Residue::of(&posts.own.list, posts.own.kinds.len());
    let prior = pool.as_ref().map(|pool| pool.start(residue.sigma));
    let fit = Fit::of(residue, &kernel, prior.as_deref());
    Timing {
        posts: posts.posts,
        used: fit.samples.len(),
        evidence: grade(fit.samples.len(), fit.loo_r2),
        loo_r2: fit.loo_r2,
        sigma: fit.sigma,
        type_offsets: named(&posts.own, &fit.type_offsets),
        score: fit.score,
        n_eff: fit.n_eff,
        sd: fit.sd,
        known: posts.known,
        pooled: pool.map_or(0, |pool| pool.posts),
    }
}

/// What posts say of each other: by hours, or by days where no hour is known.
pub(super) fn kernel(known: Known) -> Kernel {
    match known {
        Known::Minute => Kernel::of_hours(),
        Known::Day => Kernel::of_days(),
    }
}

/// How good the evidence is, from the number of posts and the part of the variance foretold.
pub(super) fn grade(posts: usize, r2: f64) -> Evidence {
    match r2 {
        _ if posts < NEEDED => Evidence::None,
        r2 if r2 > SOME => Evidence::Strong,
        r2 if r2 > WEAK => Evidence::Some,
        r2 if r2 > 0.0 => Evidence::Weak,
        _ => Evidence::NoEffect,
    }
}

/// Offsets by the names of the types; posts of no stated type have none to show.
fn named(own: &Samples<'_>, offsets: &[f64]) -> Vec<(String, f64)> {
    let named = own.kinds.iter().zip(offsets).filter(|(kind, _)| !kind.is_empty());
    named.map(|(kind, offset)| ((*kind).to_owned(), *offset)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::time::Instant;

    fn workspace() -> Workspace {
        let text = "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.x]\nnetwork = \"x\"\n\
                    [channels.insta]\nnetwork = \"instagram\"\n";
        let mut sources = Sources::default();
        let loaded = crate::load::from_text(text, std::path::Path::new("."), &mut sources).unwrap();
        loaded.workspace.unwrap()
    }

    /// A post on the first channel, so many hours after Monday 2024-01-01 0 h in Paris.
    fn post(hours: i64, engagement: f64) -> Outing {
        Outing {
            channel: ChannelIx::new(0),
            at: Instant::from_unix(1_704_063_600 + hours * 3_600),
            known: Known::Minute,
            kind: String::new(),
            engagement,
            reach: None,
            id: None,
            url: None,
            title: None,
            brand: None,
            file: 0,
        }
    }

    fn learned(posts: &[Outing]) -> Timing {
        timing(&workspace(), posts).remove(0).unwrap()
    }

    fn finite(timing: &Timing) {
        let lists = [&timing.score, &timing.n_eff, &timing.sd];
        assert!(lists.iter().all(|list| list.len() == 168), "a list is short");
        assert!(lists.into_iter().flatten().all(|x| x.is_finite()), "{timing:?}");
        assert!(timing.loo_r2.is_finite() && timing.sigma.is_finite(), "{timing:?}");
    }

    #[test]
    fn the_grades_are_those_of_the_method() {
        assert_eq!(grade(29, 0.5), Evidence::None);
        assert_eq!(grade(30, 0.0), Evidence::NoEffect);
        assert_eq!(grade(30, 0.01), Evidence::Weak);
        assert_eq!(grade(30, 0.025), Evidence::Some);
        assert_eq!(grade(30, 0.026), Evidence::Strong);
        assert_eq!(grade(30, f64::NAN), Evidence::NoEffect);
    }

    #[test]
    fn a_channel_without_a_post_learns_nothing() {
        assert_eq!(timing(&workspace(), &[post(1, 2.0)])[1], None);
        assert_eq!(timing(&workspace(), &[]), [None, None]);
        let other = Outing { brand: Some("sister".to_owned()), ..post(1, 2.0) };
        assert_eq!(timing(&workspace(), &[other]), [None, None]);
    }

    #[test]
    fn the_hours_are_those_of_the_channel_s_clock() {
        // Tuesday 18 h in Paris.
        let timing = learned(&[post(24 + 18, 5.0)]);
        let top = (0..168).max_by(|a, b| timing.n_eff[*a].total_cmp(&timing.n_eff[*b]));
        assert_eq!(top, Some(24 + 18));
        assert!((timing.n_eff[24 + 18] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_that_comes_in_makes_what_is_no_number_come_out() {
        let huge = |n: i64| post(n * 5, if n % 2 == 0 { f64::MAX } else { 0.0 });
        let cases: [Vec<Outing>; 6] = [
            vec![post(0, 3.0)],
            vec![post(0, 3.0), post(0, 3.0)],
            (0..50).map(|_| post(7, 3.0)).collect(),
            (0..50).map(|n| post(n * 5, 3.0)).collect(),
            (0..50).map(huge).collect(),
            (0..50).map(|n| post(n * 500_000_000, 3.0)).collect(),
        ];
        for posts in &cases {
            finite(&learned(posts));
        }
        let equal = learned(&cases[3]);
        assert_eq!((equal.used, equal.evidence), (50, Evidence::NoEffect));
        assert!(equal.sigma.abs() < 1e-12 && equal.loo_r2.abs() < 1e-12);
        let none = learned(&[post(0, f64::NAN), post(1, f64::INFINITY), post(2, -3.0)]);
        finite(&none);
        assert_eq!((none.posts, none.used, none.evidence), (3, 0, Evidence::None));
    }

    #[test]
    fn posts_of_a_day_teach_nothing_where_others_have_an_hour() {
        let mut posts: Vec<Outing> = (0..40).map(|n| post(n * 31, 9.0)).collect();
        let before = learned(&posts);
        posts.push(Outing { known: Known::Day, ..post(12, 9_999.0) });
        let after = learned(&posts);
        assert_eq!((after.posts, after.used, after.known), (41, 40, Known::Minute));
        assert_eq!(after.score, before.score);
    }

    #[test]
    fn posts_of_a_day_teach_days_where_there_are_no_others() {
        // Good Mondays, at noon for want of an hour.
        let one = |n: i64| {
            let engagement = if n % 7 == 0 { 90.0 } else { 10.0 };
            Outing { known: Known::Day, ..post(n * 24 + 12, engagement) }
        };
        let timing = learned(&(0..70).map(one).collect::<Vec<_>>());
        assert_eq!((timing.known, timing.used), (Known::Day, 70));
        for day in timing.score.chunks(24) {
            assert!(day.iter().all(|score| score.to_bits() == day[0].to_bits()));
        }
        assert!(timing.score[0] > timing.score[24]);
        assert_eq!(timing.evidence, Evidence::Strong);
    }

    #[test]
    fn brands_that_all_did_the_same_leave_the_start_flat() {
        let own = || (0..40).map(|n| post(n * 31, f64::from(u8::try_from(n % 9).unwrap())));
        let sister = (0..40).map(|n| Outing { brand: Some("sister".to_owned()), ..post(n, 4.0) });
        let with = learned(&own().chain(sister).collect::<Vec<_>>());
        let without = learned(&own().collect::<Vec<_>>());
        assert_eq!((with.pooled, without.pooled), (40, 0));
        assert_eq!(with.score, without.score);
    }
}
