//! Exclamation marks, question marks, ellipses.

use crate::model::tone::Punctuation;
use crate::tone::Hits;
use crate::tone::voice::Reading;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Punctuation, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let _ = (wanted, reading, hits);
}
