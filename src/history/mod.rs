//! From past performance to the score of a slot.
//!
//! What is learned from history moves in here; until then a slot's score comes from the windows of
//! the file, or spreads test slots and says so.

mod score;

pub use score::{locked_score, slot_score};
