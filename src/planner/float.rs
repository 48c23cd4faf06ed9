//! The only two ways between whole numbers and floats.

/// A whole number as a float; exact up to 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "prices stay far below 2^53")]
pub(super) fn float(n: i64) -> f64 {
    n as f64
}

/// A float as the nearest whole number; halves away from zero.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
pub(super) fn whole(x: f64) -> i64 {
    x.round() as i64
}

/// The `n`th root of a number from 0 to 1, by halving: `powf` differs by platform.
pub(super) fn root(x: f64, n: u32) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        let mut power = 1.0;
        for _ in 0..n {
            power *= middle;
        }
        if power < x { low = middle } else { high = middle }
    }
    high
}
