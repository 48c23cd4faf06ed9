//! The only way from counts and seconds to floats.

/// A count as a float; counts past 2³² are not told apart.
#[must_use]
pub fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Seconds as days; a negative stretch is none, and one past eleven million years that long.
pub(super) fn days(seconds: i64) -> f64 {
    let part = |seconds: i64| f64::from(u32::try_from(seconds.max(0)).unwrap_or(u32::MAX));
    part(seconds / 86_400) + part(seconds % 86_400) / 86_400.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_days() {
        assert_eq!(days(86_400 * 180 + 43_200).to_bits(), 180.5_f64.to_bits());
        assert_eq!(days(-5).to_bits(), 0.0_f64.to_bits());
        assert!(days(i64::MAX).is_finite());
        assert_eq!(real(168).to_bits(), 168.0_f64.to_bits());
    }
}
