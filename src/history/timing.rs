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
