//! `[[event]]` and the dates of ICS feeds.

use super::brand::{conflict, missing};
use super::faults::Faults;
use super::names::{Names, values};
use super::reader::Row;
use super::scalar;
use crate::model::{ChannelIx, Effect, Event, EventDate, EventKind};
use crate::source::Loc;

/// A feed that the calendar names, and what its dates do.
#[derive(Clone, Debug)]
pub(super) struct Feed {
    /// The file, as written.
    pub(super) file: Loc<String>,
    /// What its dates are.
    pub(super) kind: EventKind,
    /// What they do.
    pub(super) effect: Effect,
    /// Where they count; empty: everywhere.
    pub(super) channels: Vec<ChannelIx>,
}

/// `[[event]]`.
pub(super) fn written(root: Row<'_, '_>, names: &mut Names, faults: &mut Faults) -> Vec<Event> {
    root.rows("event")
        .filter_map(|row| {
            let id = row.id("id");
            match &id {
                Some(id) => names.events.declare(id.clone(), faults),
                None => names.events.declare_nameless(row.at()),
            }
            event(row, id, names, faults)
        })
        .collect()
}

fn event(
    row: Row<'_, '_>,
    id: Option<Loc<String>>,
    names: &Names,
    faults: &mut Faults,
) -> Option<Event> {
    if let (true, Some(at)) = (row.has("date"), row.value_at("rule")) {
        conflict(faults, at, "rule", "date");
    }
    if !row.has("date") && !row.has("rule") {
        missing(faults, row.at(), "date");
    }
    let kind = kind(row);
    let channels = values(names.channels_of(row.list("channels"), faults));
    let date = match (row.date("date"), row.scalar("rule", scalar::rule)) {
        (Some(date), _) => Some(EventDate::Days(date.value.first(), date.value.last())),
        (None, rule) => rule.map(|rule| EventDate::Yearly(rule.value)),
    };
    // An event whose date is at fault keeps its place, so that the indices of the others hold.
    let date = date.unwrap_or(EventDate::Days(chrono::NaiveDate::MIN, chrono::NaiveDate::MIN));
    Some(Event {
        id,
        name: row.words("name").map(|name| name.value).unwrap_or_default(),
        date,
        kind,
        effect: effect(row, kind),
        channels,
        lead: row.lapse("lead").map(|lead| lead.value),
        at: Some(row.at()),
    })
}

/// `events = ["a.ics", { file = "b.ics", … }]`.
pub(super) fn feeds(root: Row<'_, '_>, names: &Names, faults: &mut Faults) -> Vec<Feed> {
    let plain = root.list("events").unwrap_or_default();
    let plain = plain.into_iter().map(|file| Feed {
        file,
        kind: EventKind::Observance,
        effect: Effect::Info,
        channels: Vec::new(),
    });
    let tables = root.rows("events").filter_map(|row| {
        let kind = kind(row);
        Some(Feed {
            file: row.words("file")?,
            kind,
            effect: effect(row, kind),
            channels: values(names.channels_of(row.list("channels"), faults)),
        })
    });
    let mut all: Vec<Feed> = plain.chain(tables).collect();
    all.sort_by_key(|feed| feed.file.at);
    all
}

fn kind(row: Row<'_, '_>) -> EventKind {
    match row.plain("kind").as_deref() {
        Some("holiday") => EventKind::Holiday,
        Some("school") => EventKind::School,
        Some("sale") => EventKind::Sale,
        Some("context") => EventKind::Context,
        Some("freeze") => EventKind::Freeze,
        _ => EventKind::Observance,
    }
}

fn effect(row: Row<'_, '_>, kind: EventKind) -> Effect {
    match row.plain("effect").as_deref() {
        Some("avoid") => Effect::Avoid,
        Some("opportunity") => Effect::Opportunity,
        Some(_) => Effect::Info,
        None if kind == EventKind::Freeze => Effect::Avoid,
        None => Effect::Info,
    }
}
