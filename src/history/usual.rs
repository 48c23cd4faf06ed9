//! What is usual for a brand at the time of each post: medians.

use super::number::real;

/// Posts looked at around each.
const WINDOW: usize = 31;
/// With fewer posts, what is usual is the same for all.
const FEW: usize = 20;

/// For each value, in the order of time, the median of the 31 around it; the window is cut at the
/// ends. With fewer than 20 values, the median of all.
pub(super) fn usual(values: &[f64]) -> Vec<f64> {
    let half = WINDOW / 2;
    if values.len() < FEW {
        let mut all = values.to_vec();
        all.sort_unstable_by(f64::total_cmp);
        return vec![median(&all); values.len()];
    }
    let mut window: Vec<f64> = Vec::with_capacity(WINDOW + 1);
    values.iter().take(half).for_each(|value| put(&mut window, *value));
    let mut usual = Vec::with_capacity(values.len());
    for at in 0..values.len() {
        if let Some(next) = values.get(at + half) {
            put(&mut window, *next);
        }
        if let Some(gone) = at.checked_sub(half + 1) {
            let place = place(&window, values[gone]);
            window.remove(place);
        }
        usual.push(median(&window));
    }
    usual
}

fn put(window: &mut Vec<f64>, value: f64) {
    let place = place(window, value);
    window.insert(place, value);
}

/// Where a value stands, or belongs, among sorted ones.
fn place(sorted: &[f64], value: f64) -> usize {
    sorted.partition_point(|other| other.total_cmp(&value).is_lt())
}

/// The middle of sorted values, or the mean of the two; 0 of none.
#[must_use]
pub fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    match (sorted.len() % 2, sorted.get(middle)) {
        (_, None) => 0.0,
        (1, Some(value)) => *value,
        (_, Some(upper)) => f64::midpoint(sorted[middle - 1], *upper),
    }
}

/// The value below which so many percent lie, interpolated between the two next to it: position
/// percent·(n−1)/100 from 0. `values` are reordered. 0 of none.
pub(super) fn quantile(values: &mut [f64], percent: usize) -> f64 {
    let Some(last) = values.len().checked_sub(1) else {
        return 0.0;
    };
    let (at, part) = (percent * last / 100, real(percent * last % 100) / 100.0);
    let (_, low, above) = values.select_nth_unstable_by(at, f64::total_cmp);
    let low = *low;
    let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    low + part * (high - low)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The median as it is defined, without a running window.
    fn plainly(values: &[f64]) -> Vec<f64> {
        let at = |i: usize| {
            let mut near = values[i.saturating_sub(15)..values.len().min(i + 16)].to_vec();
            near.sort_by(f64::total_cmp);
            median(&near)
        };
        (0..values.len()).map(at).collect()
    }

    #[test]
    fn the_running_median_is_the_median() {
        let mut random = fastrand::Rng::with_seed(7);
        for n in [20, 21, 30, 31, 32, 33, 47, 500] {
            // Few different values, so that many are equal.
            let values: Vec<f64> = (0..n).map(|_| f64::from(random.u8(0..12))).collect();
            assert_eq!(usual(&values), plainly(&values), "{n}");
        }
    }

    #[test]
    fn a_few_posts_share_one_usual() {
        assert_eq!(usual(&[1.0, 9.0, 2.0]), [2.0; 3]);
        assert_eq!(usual(&[1.0, 2.0]), [1.5; 2]);
        assert!(usual(&[]).is_empty());
    }

    #[test]
    fn quantiles_lie_between_two_values() {
        let mut values = [5.0, 1.0, 4.0, 2.0, 3.0];
        assert!((quantile(&mut values, 50) - 3.0).abs() < 1e-12);
        assert!((quantile(&mut values, 2) - 1.08).abs() < 1e-12);
        assert!((quantile(&mut values, 98) - 4.92).abs() < 1e-12);
        assert!((quantile(&mut [7.0], 98) - 7.0).abs() < 1e-12);
        assert!(quantile(&mut [], 2).abs() < 1e-12);
    }
}
