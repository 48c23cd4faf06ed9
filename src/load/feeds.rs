//! Dates of ICS feeds, as events.

use super::disk::Home;
use super::events::Feed;
use super::faults::Faults;
use super::ics::{self, FeedFault};
use super::texts::unreadable;
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text};
use crate::model::{Event, EventDate};
use crate::source::At;
use crate::time::Zone;
use chrono::NaiveDate;

/// Feeds are read from the start of this year …
const FIRST_YEAR: i32 = 2000;
/// … to the end of this one: a calendar plans no further.
const LAST_YEAR: i32 = 2100;

/// The events of every feed that the calendar names.
pub(super) fn events(feeds: &[Feed], home: &Home, zone: Zone, faults: &mut Faults) -> Vec<Event> {
    let from = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default();
    let to = NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).unwrap_or_default();
    let mut events = Vec::new();
    for feed in feeds {
        let path = home.join(&feed.file.value);
        let bytes = match home.bytes(&path) {
            Ok(bytes) => bytes,
            Err(refusal) => {
                unreadable(&feed.file, &refusal.cause, &refusal.message(), faults);
                continue;
            }
        };
        let read = ics::read(&bytes, zone.tz(), from, to);
        for fault in &read.faults {
            faults.add(bad_feed(feed.file.at, &home.show(&path), fault));
        }
        events.extend(read.events.into_iter().map(|event| Event {
            id: None,
            name: event.summary,
            date: EventDate::Days(event.first, event.last),
            kind: feed.kind,
            effect: feed.effect,
            channels: feed.channels.clone(),
            lead: None,
            at: Some(feed.file.at),
        }));
    }
    events
}

fn bad_feed(at: At, name: &str, fault: &FeedFault) -> Finding {
    let said = fault.kind.text();
    let line = fault.line;
    Finding::new(
        "bad-feed",
        at,
        Text::of(|lang| match lang {
            Lang::En => format!("{name}, line {line}: {}", said.get(lang)),
            Lang::Fr => format!("{name}, ligne {line}\u{a0}: {}", said.get(lang)),
        }),
    )
}
