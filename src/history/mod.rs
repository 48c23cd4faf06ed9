//! From past performance to the score of a slot.
//!
//! [`recall`] is the whole way: exports become rows ([`exports`]), rows become posts, posts teach
//! how much the hour matters ([`fit`], [`timing`]). [`slot_score`] is what the planner asks.
//! This room knows no plan, no disk and no screen.

mod advice;
mod backtest;
mod exports;
mod fit;
mod kernel;
mod number;
mod prior;
mod residue;
mod score;
mod sift;
mod timing;
mod usual;
mod verdict;

pub use advice::advice;
pub use backtest::backtest;
pub use exports::FIELDS;
pub use fit::{Fit, Sample, fit};
pub use number::real;
pub use score::{locked_score, points, slot_score};
pub use timing::timing;
pub use usual::median;

use crate::lang::Text;
use crate::model::{Past, Workspace};
use crate::time::Instant;

/// Reads the files of `ws.history`, given as bytes or as why they can't be read, and learns from them.
///
/// Posts that went out less than 72 hours before `now` are left out.
#[must_use]
pub fn recall(ws: &Workspace, files: &[Result<Vec<u8>, Text>], now: Instant) -> Past {
    let (outings, intakes) = exports::read(ws, files, now);
    let timing = timing(ws, &outings);
    Past { intakes, outings, timing }
}
