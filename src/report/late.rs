//! What is late.

use super::fate::{Fate, Fates};
use crate::model::PlacementIx;
use chrono::NaiveDate;

/// Something late about a placement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// The placement.
    pub placement: PlacementIx,
    /// The day it was due by, on the calendar's clock.
    pub due: NaiveDate,
    /// What is late.
    pub what: Lateness,
}

/// What is late about a placement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// Its time is over, and nothing says that it went out.
    Post,
}

/// Everything late, the longest late first, then in file order. Whatever else can be late about a
/// placement is added here.
pub(super) fn late(fates: &Fates) -> Vec<Late> {
    let mut late: Vec<Late> = fates
        .list
        .iter()
        .filter_map(|(placement, fate)| match *fate {
            Fate::Missed(due) => Some(Late { placement: *placement, due, what: Lateness::Post }),
            _ => None,
        })
        .collect();
    late.sort_by_key(|late| late.due);
    late
}
