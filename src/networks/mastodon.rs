//! Mastodon: how it counts, and what it recognises.

use super::Entities;
use std::ops::Range;

pub(super) fn entities(text: &str) -> Entities {
    super::common::entities(text)
}

/// Calls `each` with every piece of a text that counts, and what it counts; the content warning
/// counts in front, at the text's start.
pub(super) fn weigh(text: &str, warning: &str, each: &mut dyn FnMut(Range<usize>, usize)) {
    super::graphemes::each(warning, |_| each(0..0, 1));
    super::graphemes::each(text, |range| each(range, 1));
}
