//! Posts summed up.

use crate::history;
use crate::model::Outing;

/// What some posts got together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// How many posts.
    pub posts: usize,
    /// Their reactions, comments and shares.
    pub engagement: f64,
    /// Half of the posts got at least this much, half at most; 0 without a post.
    pub median: f64,
    /// The reach of those of which it is known, added up; people reached twice count twice.
    pub reach: f64,
    /// Of how many the reach is known.
    pub reach_known: usize,
}

impl Sums {
    /// The sums of some posts, added in the order given.
    #[must_use]
    pub fn of<'o>(outings: impl Iterator<Item = &'o Outing>) -> Self {
        let mut sums = Self::default();
        let mut each = Vec::new();
        for outing in outings {
            sums.posts += 1;
            sums.engagement += outing.engagement;
            each.push(outing.engagement);
            if let Some(reach) = outing.reach {
                sums.reach += reach;
                sums.reach_known += 1;
            }
        }
        sums.median = median(&mut each);
        sums
    }
}

/// The middle one; between two, their mean. 0 of nothing.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    history::median(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians() {
        assert_eq!(median(&mut []).to_bits(), 0.0_f64.to_bits());
        assert!((median(&mut [9.0, 1.0, 4.0]) - 4.0).abs() < 1e-12);
        assert!((median(&mut [9.0, 1.0, 4.0, 5.0]) - 4.5).abs() < 1e-12);
    }
}
