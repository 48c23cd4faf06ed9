//! Spaces, apostrophes, quotation marks, accents on capitals.

use crate::model::tone::Typography;
use crate::tone::Hits;
use crate::tone::voice::Reading;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Typography, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let _ = (wanted, reading, hits);
}
