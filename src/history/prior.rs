//! The starting point that other brands of the user's give: what their posts on the same channel say of
//! the hours, for as long as the brand's own say little.

use super::fit::Sample;
use super::kernel::{Kernel, SLOTS};
use super::residue::Residue;

/// Posts of one brand that count, the newest: no brand speaks for all.
const NEWEST: usize = 400;
/// Imaginary average posts behind every slot of the pool.
const KAPPA: f64 = 100.0;

/// What other brands say, in standard deviations of a post.
pub(super) struct Pool {
    shape: Vec<f64>,
    /// Posts that it was made of.
    pub posts: usize,
}

impl Pool {
    /// Σ_b(Σω·c·g·r / σ_b) / (Σ_b n_eff + 100), of the newest 400 posts of each brand: its posts in the
    /// order of time, and how many types they have. None when there is no post.
    pub fn of<'a>(
        brands: impl Iterator<Item = (&'a [Sample], usize)>,
        kernel: &Kernel,
    ) -> Option<Self> {
        let (mut sums, mut counts) = ([0.0; SLOTS], [0.0; SLOTS]);
        let mut posts = 0;
        for (samples, kinds) in brands {
            let newest = &samples[samples.len().saturating_sub(NEWEST)..];
            let residue = Residue::of(newest, kinds);
            posts += residue.samples.len();
            let (weights, amounts) = residue.by_slot();
            for slot in 0..SLOTS {
                counts[slot] += weights[slot];
                // Posts that all did the same say so: they count, and their sum is 0.
                if residue.sigma > 0.0 {
                    sums[slot] += amounts[slot] / residue.sigma;
                }
            }
        }
        let shape = kernel.spread(&sums).into_iter().zip(kernel.spread(&counts));
        let shape = shape.map(|(sum, count)| sum / (count + KAPPA)).collect();
        (posts > 0).then_some(Self { shape, posts })
    }

    /// m0: the starting point of each slot for a brand whose posts vary by `sigma`.
    pub fn start(&self, sigma: f64) -> Vec<f64> {
        self.shape.iter().map(|shape| sigma * shape).collect()
    }
}
