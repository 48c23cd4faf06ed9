//! The language of the text.

use crate::model::tone::Language;
use crate::tone::Hits;
use crate::tone::voice::Reading;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Language, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let _ = (wanted, reading, hits);
}
