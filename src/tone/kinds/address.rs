//! Tutoiement and vouvoiement.

use crate::model::tone::AddressRule;
use crate::tone::Hits;
use crate::tone::voice::Reading;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &AddressRule, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let _ = (wanted, reading, hits);
}
