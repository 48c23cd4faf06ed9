//! Letters that only look like letters.

use crate::tone::Hits;
use crate::tone::voice::Reading;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let _ = (reading, hits);
}
