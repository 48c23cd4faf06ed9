//! Letters as people see them.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Calls `each` with the bytes of every extended grapheme cluster of a text, in order.
pub(super) fn each(text: &str, each: &mut dyn FnMut(Range<usize>)) {
    for (start, cluster) in text.grapheme_indices(true) {
        each(start..start + cluster.len());
    }
}

/// The same with what each counts on Threads: an emoji its UTF-8 bytes, all else 1.
pub(super) fn with_emoji_bytes(text: &str, each: &mut dyn FnMut(Range<usize>, usize)) {
    for (start, cluster) in text.grapheme_indices(true) {
        let weight = if super::emoji::is_emoji(cluster) { cluster.len() } else { 1 };
        each(start..start + cluster.len(), weight);
    }
}
