//! How much a post at one hour of the week says of another hour.
//!
//! c·g: g falls with the distance of the hours on the clock, c with the difference of the days.

use super::number::real;

/// Hours of a week.
pub(super) const SLOTS: usize = 168;

const HOURS: usize = 24;
/// Standard deviation of the bell over the clock, in hours.
const BANDWIDTH: f64 = 1.25;
/// What another day says of this one: both Monday to Friday, or both Saturday and Sunday …
const SAME_GROUP: f64 = 0.5;
/// … or one of each.
const OTHER_GROUP: f64 = 0.1;

/// c·g for each pair of slots.
pub(super) struct Kernel {
    rows: Vec<[f64; SLOTS]>,
}

impl Kernel {
    /// Where hours are known: g = exp(−Δ²/(2·1.25²)), Δ hours on a clock of 24. 23 h and 0 h of the
    /// same day of the week are neighbours, though they lie almost a day apart: known, and kept.
    pub fn of_hours() -> Self {
        let bell: Vec<f64> = (0..=HOURS / 2)
            .map(|hours| {
                let distance = real(hours) / BANDWIDTH;
                libm::exp(-0.5 * distance * distance)
            })
            .collect();
        Self::of(|a, b| bell[a.abs_diff(b).min(HOURS - a.abs_diff(b))])
    }

    /// Where only days are known: g = 1, so that a score depends on the day of the week alone.
    pub fn of_days() -> Self {
        Self::of(|_, _| 1.0)
    }

    fn of(g: impl Fn(usize, usize) -> f64) -> Self {
        let row = |a: usize| {
            std::array::from_fn(|b| kinship(a / HOURS, b / HOURS) * g(a % HOURS, b % HOURS))
        };
        Self { rows: (0..SLOTS).map(row).collect() }
    }

    /// Σ over slots of c·g·amount, for each slot.
    pub fn spread(&self, amounts: &[f64; SLOTS]) -> Vec<f64> {
        let total = |row: &[f64; SLOTS]| row.iter().zip(amounts).map(|(k, x)| k * x).sum();
        self.rows.iter().map(total).collect()
    }
}

/// c: what a day of the week, Monday = 0, says of another.
fn kinship(a: usize, b: usize) -> f64 {
    match (a == b, (a < 5) == (b < 5)) {
        (true, _) => 1.0,
        (false, true) => SAME_GROUP,
        (false, false) => OTHER_GROUP,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(slot: usize) -> [f64; SLOTS] {
        std::array::from_fn(|at| if at == slot { 1.0 } else { 0.0 })
    }

    #[test]
    fn a_post_says_most_of_its_own_hour_and_less_of_others() {
        let said = Kernel::of_hours().spread(&one(24 + 23));
        let near = |at: usize, expected: f64| assert!((said[at] - expected).abs() < 1e-12, "{at}");
        near(24 + 23, 1.0);
        // An hour away; on the same day of the week, 0 h too.
        near(24 + 22, 0.726_149_037_073_690_2);
        near(24, 0.726_149_037_073_690_2);
        // Other days of work, and the weekend.
        near(23, 0.5);
        near(5 * 24 + 23, 0.1);
        assert!(said[24 + 11] < 1e-15);
    }

    #[test]
    fn days_know_no_hours() {
        let said = Kernel::of_days().spread(&one(5 * 24 + 12));
        let near = |at: usize, expected: f64| assert!((said[at] - expected).abs() < 1e-12, "{at}");
        near(5 * 24, 1.0);
        near(6 * 24 + 7, 0.5);
        near(0, 0.1);
    }
}
