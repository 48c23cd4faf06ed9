//! Words for people of any gender.

use crate::model::tone::Inclusive;
use crate::tone::Hits;
use crate::tone::voice::Reading;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Inclusive, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let _ = (wanted, reading, hits);
}
