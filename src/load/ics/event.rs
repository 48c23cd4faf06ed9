//! The events of a feed as written: one `VEVENT` each, before any recurrence is unrolled.
//!
//! What hangs inside an event (alarms) or beside it (zones, tasks) is passed over. This module
//! does not know which days are of interest.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::lines::Property;
use super::rule::Rule;
use super::stamp::{Stamp, length};
use super::zones::Zones;
use super::{FaultKind, FeedFault};

/// An event as written.
pub(super) struct Written {
    pub line: usize,
    pub uid: Option<String>,
    pub summary: String,
    pub location: Option<String>,
    /// `None` only when a feed cancels an instance without saying more.
    pub start: Option<Stamp>,
    /// Never negative.
    pub length: TimeDelta,
    pub rules: Vec<Rule>,
    /// Further instances, with their own length if they say one.
    pub further: Vec<(Stamp, Option<TimeDelta>)>,
    pub except: Vec<Stamp>,
    /// The instance of a series that this event replaces.
    pub replaces: Option<Stamp>,
    pub sequence: u32,
    pub cancelled: Cancelled,
}

/// Whether an event was called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cancelled {
    Yes,
    No,
}

/// What events are read with: the calendar's clock, the zones of the feed, a place for faults.
pub(super) struct Reading<'a> {
    pub calendar: Tz,
    pub zones: &'a mut Zones,
    pub faults: &'a mut Vec<FeedFault>,
}

impl Reading<'_> {
    fn fault(&mut self, line: usize, kind: FaultKind) {
        self.faults.push(FeedFault { line, kind });
    }

    /// The date a property holds.
    fn stamp(&mut self, property: &Property) -> Option<Stamp> {
        let stamps = self.stamps(property);
        stamps.first().map(|(stamp, _)| *stamp)
    }

    /// The dates a property holds, with the length of those that are periods.
    fn stamps(&mut self, property: &Property) -> Vec<(Stamp, Option<TimeDelta>)> {
        let zone = self.zone(property);
        let mut stamps = Vec::new();
        for text in property.value.split(',').map(str::trim).filter(|text| !text.is_empty()) {
            match self.period(text, zone) {
                Some(stamp) => stamps.push(stamp),
                None => self.fault(property.line, FaultKind::BadDate(text.to_owned())),
            }
        }
        if property.param("VALUE").is_some_and(|value| value.eq_ignore_ascii_case("DATE")) {
            for (stamp, _) in &mut stamps {
                *stamp = Stamp::Day(stamp.day());
            }
        }
        stamps
    }

    fn period(&self, text: &str, zone: Option<Tz>) -> Option<(Stamp, Option<TimeDelta>)> {
        let Some((start, end)) = text.split_once('/') else {
            return Some((Stamp::parse(text, zone)?, None));
        };
        let start = Stamp::parse(start, zone)?;
        let long = match length(end) {
            Some(long) => long,
            None => apart(start, Stamp::parse(end, zone)?, self.calendar),
        };
        Some((start, Some(long.max(TimeDelta::zero()))))
    }

    /// The zone a property names; an unknown one is the calendar's, and is said once.
    fn zone(&mut self, property: &Property) -> Option<Tz> {
        let name = property.param("TZID").filter(|name| !name.is_empty())?;
        let zone = self.zones.get(name);
        // A time in UTC says its zone itself, and a date needs none.
        if zone.is_none()
            && property.value.contains(['T', 't'])
            && !property.value.ends_with('Z')
            && let Some(name) = self.zones.first_time(name)
        {
            self.fault(property.line, FaultKind::UnknownZone(name));
        }
        Some(zone.unwrap_or(self.calendar))
    }
}

/// Reads every event of a feed.
pub(super) fn read(properties: &[Property], reading: &mut Reading<'_>) -> Vec<Written> {
    let mut events = Vec::new();
    for block in blocks(properties) {
        if block.end == End::Missing {
            reading.fault(block.line, FaultKind::UnclosedEvent);
        }
        events.extend(event(&block, reading));
    }
    events
}

struct Block<'a> {
    line: usize,
    properties: Vec<&'a Property>,
    end: End,
}

#[derive(PartialEq, Eq)]
enum End {
    Written,
    Missing,
}

/// The properties of each event, without those of what it contains.
fn blocks(properties: &[Property]) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    // What is open inside the event.
    let mut inside: Option<String> = None;
    for property in properties {
        let component = property.value.trim().to_ascii_uppercase();
        match (property.name.as_str(), component.as_str()) {
            ("BEGIN", "VEVENT") => {
                open = true;
                inside = None;
                blocks.push(Block {
                    line: property.line,
                    properties: Vec::new(),
                    end: End::Missing,
                });
            }
            ("END", "VEVENT") => {
                if let Some(block) = blocks.last_mut().filter(|_| open) {
                    block.end = End::Written;
                }
                open = false;
            }
            ("END", "VCALENDAR") => open = false,
            ("BEGIN", _) if inside.is_none() => inside = Some(component),
            ("END", _) if inside.as_ref() == Some(&component) => inside = None,
            _ if open && inside.is_none() => {
                if let Some(block) = blocks.last_mut() {
                    block.properties.push(property);
                }
            }
            _ => {}
        }
    }
    blocks
}

fn event(block: &Block<'_>, reading: &mut Reading<'_>) -> Option<Written> {
    let mut written = Written {
        line: block.line,
        uid: None,
        summary: String::new(),
        location: None,
        start: None,
        length: TimeDelta::zero(),
        rules: Vec::new(),
        further: Vec::new(),
        except: Vec::new(),
        replaces: None,
        sequence: 0,
        cancelled: Cancelled::No,
    };
    let mut when = When::default();
    for property in &block.properties {
        if !when.take(property, reading) {
            written.take(property, reading);
        }
    }
    (written.start, written.length) = when.settle(reading);
    let calls_off = written.cancelled == Cancelled::Yes && written.replaces.is_some();
    if written.start.is_none() && !calls_off {
        // A date that could not be read has been reported already.
        if !when.has_start {
            reading.fault(block.line, FaultKind::NoStart);
        }
        return None;
    }
    Some(written)
}

impl Written {
    /// Takes in a property that does not say when the event is.
    fn take(&mut self, property: &Property, reading: &mut Reading<'_>) {
        let value = property.value.trim();
        match property.name.as_str() {
            "UID" if !value.is_empty() => self.uid = Some(value.to_owned()),
            "SUMMARY" => self.summary = property.text(),
            "LOCATION" => self.location = Some(property.text()).filter(|text| !text.is_empty()),
            "STATUS" if value.eq_ignore_ascii_case("CANCELLED") => self.cancelled = Cancelled::Yes,
            "SEQUENCE" => self.sequence = value.parse().unwrap_or(0),
            "RDATE" => self.further.extend(reading.stamps(property)),
            "EXDATE" => {
                let stamps = reading.stamps(property);
                self.except.extend(stamps.into_iter().map(|(stamp, _)| stamp));
            }
            // Some programs write the line for every event and leave it empty.
            "RRULE" if value.is_empty() => {}
            "RRULE" => match Rule::parse(value) {
                Some(rule) => self.rules.push(rule),
                None => reading.fault(property.line, FaultKind::BadRule(value.to_owned())),
            },
            // Withdrawn from the format in 2009; to ignore it in silence would show too much.
            "EXRULE" if !value.is_empty() => {
                reading.fault(property.line, FaultKind::BadRule(value.to_owned()));
            }
            "RECURRENCE-ID" => {
                self.replaces = reading.stamp(property);
                if let Some(range) = property.param("RANGE") {
                    reading.fault(property.line, FaultKind::BadRule(range.to_owned()));
                }
            }
            _ => {}
        }
    }
}

/// When an event is, as its lines say it.
#[derive(Default)]
struct When {
    has_start: bool,
    start: Option<Stamp>,
    end: Option<(Stamp, usize)>,
    length: Option<(TimeDelta, usize)>,
    all_day: bool,
}

impl When {
    /// Takes in a property if it says when the event is.
    fn take(&mut self, property: &Property, reading: &mut Reading<'_>) -> bool {
        match property.name.as_str() {
            "DTSTART" => {
                self.has_start = !property.value.trim().is_empty();
                self.start = reading.stamp(property);
            }
            "DTEND" => self.end = reading.stamp(property).map(|end| (end, property.line)),
            "DURATION" => {
                self.length = length(&property.value).map(|long| (long, property.line));
                if self.length.is_none() {
                    let text = property.value.trim().to_owned();
                    reading.fault(property.line, FaultKind::BadDate(text));
                }
            }
            // Outlook writes whole days as midnights and says so beside them.
            "X-MICROSOFT-CDO-ALLDAYEVENT" => {
                self.all_day = property.value.trim().eq_ignore_ascii_case("TRUE");
            }
            _ => return false,
        }
        true
    }

    /// The start and the length, which is never negative.
    fn settle(&self, reading: &mut Reading<'_>) -> (Option<Stamp>, TimeDelta) {
        let Some(mut start) = self.start else {
            return (None, TimeDelta::zero());
        };
        let mut end = self.end;
        if self.all_day {
            start = Stamp::Day(start.day());
            end = end.map(|(end, line)| (Stamp::Day(end.day()), line));
        }
        let (long, line) = match (end, self.length) {
            (Some((end, line)), _) => (apart(start, end, reading.calendar), line),
            (None, Some((long, line))) => (long, line),
            (None, None) => (TimeDelta::zero(), 0),
        };
        // A whole day as the end of a timed event may be the very day it begins on.
        let same_day = matches!(end, Some((Stamp::Day(end), _)) if end == start.day());
        if long < TimeDelta::zero() && !same_day {
            reading.fault(line, FaultKind::EndBeforeStart);
        }
        (Some(start), long.max(TimeDelta::zero()))
    }
}

/// From one stamp to another, on the clock of the first.
fn apart(start: Stamp, end: Stamp, calendar: Tz) -> TimeDelta {
    let from = on_clock_of(start, start, calendar);
    on_clock_of(end, start, calendar).signed_duration_since(from)
}

/// A stamp on the clock of another one: that of its zone, or the calendar's for a floating time.
/// Beside a whole day, a stamp of the same kind is the midnight it begins with.
pub(super) fn on_clock_of(stamp: Stamp, other: Stamp, calendar: Tz) -> NaiveDateTime {
    match (other, stamp) {
        (_, Stamp::Day(day)) => day.and_time(NaiveTime::MIN),
        (Stamp::Zoned(_, zone), _) => stamp.on(zone),
        (Stamp::Day(_) | Stamp::Floating(_), _) => stamp.on(calendar),
    }
}
