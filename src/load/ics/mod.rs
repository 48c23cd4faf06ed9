//! A reader of ICS feeds (RFC 5545): public holidays, school holidays, the agenda of an office.
//!
//! Bytes go in, dated events between two days come out, with everything that was wrong on the
//! way: a feed is somebody else's file, so a fault costs the event it is in and no more. Nothing
//! here reads a disk or a clock, or knows what a calendar does with an event.
//!
//! `lines` turns bytes into properties, `event` properties into events as written, `series`
//! events into instances with the help of `rule` and `recur`; `stamp`, `days` and `zones` know time.

mod days;
mod event;
mod lines;
mod recur;
mod rule;
mod series;
mod stamp;
mod zones;

use chrono::{NaiveDate, NaiveDateTime};

use crate::lang::{Lang, Text, quote};
use series::{MOST_INSTANCES, Unrolling};

/// What a feed says between two days, on a calendar's clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Sorted by first day, then summary; no two have both in common.
    pub events: Vec<FeedEvent>,
    /// Sorted by line.
    pub faults: Vec<FeedFault>,
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEvent {
    /// On one line; empty if the feed says none.
    pub summary: String,
    /// On one line. Where a feed says the same event for several places, all of them.
    pub location: Option<String>,
    /// The first day, on the calendar's clock.
    pub first: NaiveDate,
    /// The last day, included.
    pub last: NaiveDate,
    /// When it begins on the calendar's clock; `None` for whole days.
    pub start: Option<NaiveDateTime>,
    /// 1-based line of its `BEGIN:VEVENT`.
    pub line: usize,
}

/// Something wrong in a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedFault {
    /// 1-based.
    pub line: usize,
    /// What it is.
    pub kind: FaultKind,
}

/// What may be wrong in a feed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// No `BEGIN:VCALENDAR`: a web page, a spreadsheet, an empty file.
    NotACalendar,
    /// Bytes that are not UTF-8; the letters concerned are replaced. Said once, for the first.
    NotUtf8,
    /// An event without an end; it is read as far as it goes.
    UnclosedEvent,
    /// An event without a start; it is left out.
    NoStart,
    /// A date or a length nobody can read, as written; what it belongs to is left out.
    BadDate(String),
    /// A recurrence that is wrong or not supported, as written; only the dates that are sure
    /// remain.
    BadRule(String),
    /// An event that ends before it begins; it is read as lasting one day.
    EndBeforeStart,
    /// A zone nobody knows; the calendar's is used. Said once for each name.
    UnknownZone(String),
    /// More instances than an editorial calendar can have; the first ones are kept.
    TooManyInstances,
}

impl FaultKind {
    /// What is wrong and what became of it, for a person.
    #[must_use]
    pub fn text(&self) -> Text {
        Text::of(|lang| match lang {
            Lang::En => self.english(),
            Lang::Fr => self.french(),
        })
    }

    fn english(&self) -> String {
        let quoted = |word: &str| quote(Lang::En, word);
        match self {
            Self::NotACalendar => "this file is not an ICS calendar".to_owned(),
            Self::NotUtf8 => {
                "some letters of this file cannot be read: it is not encoded in UTF-8".to_owned()
            }
            Self::UnclosedEvent => "this event has no end: the file may be cut short".to_owned(),
            Self::NoStart => "this event has no date, it is left out".to_owned(),
            Self::BadDate(text) => format!("{} is not a date, it is left out", quoted(text)),
            Self::BadRule(text) => {
                format!("the repetition {} is not understood, it is ignored", quoted(text))
            }
            Self::EndBeforeStart => {
                "this event ends before it begins, only its first day is kept".to_owned()
            }
            Self::UnknownZone(name) => {
                format!("the time zone {} is unknown, the calendar’s is used instead", quoted(name))
            }
            Self::TooManyInstances => format!(
                "this event comes back too many times (more than {MOST_INSTANCES}), the rest is left out"
            ),
        }
    }

    fn french(&self) -> String {
        let quoted = |word: &str| quote(Lang::Fr, word);
        match self {
            Self::NotACalendar => "ce fichier n’est pas un calendrier ICS".to_owned(),
            Self::NotUtf8 => "des lettres de ce fichier sont illisibles\u{a0}: il n’est pas \
                encodé en UTF-8"
                .to_owned(),
            Self::UnclosedEvent => "cet événement n’a pas de fin\u{a0}: le fichier est peut-être \
                incomplet"
                .to_owned(),
            Self::NoStart => "cet événement n’a pas de date, il est laissé de côté".to_owned(),
            Self::BadDate(text) => {
                format!("{} n’est pas une date, elle est laissée de côté", quoted(text))
            }
            Self::BadRule(text) => {
                format!("la répétition {} n’est pas comprise, elle est ignorée", quoted(text))
            }
            Self::EndBeforeStart => "cet événement finit avant de commencer, seul son premier \
                jour est retenu"
                .to_owned(),
            Self::UnknownZone(name) => format!(
                "le fuseau horaire {} est inconnu, celui du calendrier le remplace",
                quoted(name)
            ),
            Self::TooManyInstances => format!(
                "cet événement revient trop souvent (plus de {MOST_INSTANCES}\u{a0}fois), la \
                 suite est laissée de côté"
            ),
        }
    }
}

/// Reads a feed: the events that touch the days `from` to `to`, both included, on the clock of
/// `zone`. Never fails; what is wrong is in [`Feed::faults`].
#[must_use]
pub fn read(bytes: &[u8], zone: chrono_tz::Tz, from: NaiveDate, to: NaiveDate) -> Feed {
    let mut faults = Vec::new();
    let lines = lines::read(bytes);
    if let Some(line) = lines.undecodable {
        faults.push(FeedFault { line, kind: FaultKind::NotUtf8 });
    }
    let is_calendar = lines.properties.iter().any(|property| {
        property.name == "BEGIN" && property.value.trim().eq_ignore_ascii_case("VCALENDAR")
    });
    if !is_calendar {
        faults.push(FeedFault { line: 1, kind: FaultKind::NotACalendar });
    }
    let mut zones = zones::Zones::default();
    zones.learn(&lines.properties);
    let mut reading = event::Reading { calendar: zone, zones: &mut zones, faults: &mut faults };
    let written = event::read(&lines.properties, &mut reading);
    let mut unrolling = Unrolling { calendar: zone, window: (from, to), faults: &mut faults };
    let events = merged(unrolling.all(&written));
    faults.sort_by(|a, b| (a.line, &a.kind).cmp(&(b.line, &b.kind)));
    Feed { events, faults }
}

/// Sorts events and makes one of those with the same first day and summary: feeds repeat an
/// event for each place it is valid in, and give it a new name at each export.
fn merged(mut events: Vec<FeedEvent>) -> Vec<FeedEvent> {
    events.sort_by(|a, b| {
        let key = |event: &FeedEvent| (event.first, event.start, event.line);
        (a.first, &a.summary).cmp(&(b.first, &b.summary)).then_with(|| key(a).cmp(&key(b)))
    });
    let mut merged: Vec<FeedEvent> = Vec::with_capacity(events.len());
    for event in events {
        match merged.last_mut() {
            Some(kept) if kept.first == event.first && kept.summary == event.summary => {
                kept.last = kept.last.max(event.last);
                add_place(&mut kept.location, event.location);
            }
            _ => merged.push(event),
        }
    }
    merged
}

/// Longest list of places an event is given; past it, more of them tell nobody anything.
const LONGEST_PLACES: usize = 2_000;

fn add_place(kept: &mut Option<String>, place: Option<String>) {
    let Some(place) = place else { return };
    match kept {
        None => *kept = Some(place),
        Some(kept) if kept.contains(&place) || kept.len() + place.len() > LONGEST_PLACES => {}
        Some(kept) => {
            kept.push_str(", ");
            kept.push_str(&place);
        }
    }
}

#[cfg(test)]
mod tests;
