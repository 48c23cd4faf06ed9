//! X: how it counts, and what it recognises.

use super::Entities;
use std::ops::Range;

pub(super) fn entities(text: &str) -> Entities {
    super::common::entities(text)
}

/// Calls `each` with every piece of a text that counts as one, and what it counts.
pub(super) fn weigh(text: &str, each: &mut dyn FnMut(Range<usize>, usize)) {
    for (start, c) in text.char_indices() {
        each(start..start + c.len_utf8(), if u32::from(c) <= 4351 { 1 } else { 2 });
    }
}
