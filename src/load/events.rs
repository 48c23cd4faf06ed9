//! `[[event]]` and the dates of ICS feeds.

use super::brand::{conflict, missing};
use super::faults::Faults;
use super::names::{Names, values};
use super::reader::Row;
use super::scalar;
use crate::model::{ChannelIx, Effect, Event, EventDate, EventIx, EventKind, LinkTo, Post};
use crate::source::Loc;
use chrono::NaiveDate;

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
    // An event whose date is at fault keeps its place until posts are read, so that indices hold.
    let date = date.unwrap_or(EventDate::Days(NaiveDate::MIN, NaiveDate::MIN));
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

/// The events that have a date. Links of posts to the others go with them, for what is wrong with
/// those is told already; the rest point where they pointed.
pub(super) fn dated(events: Vec<Event>, posts: &mut [Post]) -> Vec<Event> {
    let is_dated = |event: &Event| !matches!(event.date, EventDate::Days(NaiveDate::MIN, _));
    let mut count = 0;
    let moved: Vec<Option<EventIx>> = events
        .iter()
        .map(|event| {
            let ix = is_dated(event).then(|| EventIx::new(count));
            count += usize::from(ix.is_some());
            ix
        })
        .collect();
    for post in posts {
        post.after.retain_mut(|link| match link.to.value {
            LinkTo::Event(old) => match moved.get(old.get()).copied().flatten() {
                Some(new) => {
                    link.to.value = LinkTo::Event(new);
                    true
                }
                None => false,
            },
            LinkTo::Post(_) | LinkTo::Campaign(_) => true,
        });
    }
    events.into_iter().filter(is_dated).collect()
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

#[cfg(test)]
mod tests {
    use crate::model::LinkTo;
    use crate::source::Sources;

    #[test]
    fn an_event_without_a_date_takes_its_links_along() {
        let text = r#"
format = 1
[calendar]
name = "A"
timezone = "Europe/Paris"
[channels.instagram]
network = "instagram"
[[event]]
id = "broken"
name = "Broken"
date = "2026-13-01"
[[event]]
id = "whole"
name = "Whole"
date = "2026-11-24"
[[post]]
id = "a"
title = "A"
channels = ["instagram"]
after = [{ event = "broken" }, { event = "whole" }]
"#;
        let folder = std::path::Path::new("/nowhere");
        let loaded = crate::load::from_text(text, folder, &mut Sources::default()).unwrap();
        assert!(loaded.findings.iter().any(|finding| finding.rule == "bad-date"));
        let ws = loaded.workspace.unwrap();
        assert_eq!((ws.events.len(), ws.posts[0].after.len()), (1, 1));
        let LinkTo::Event(ix) = ws.posts[0].after[0].to.value else { panic!("no event") };
        assert_eq!(ws.event(ix).name, "Whole");
    }
}
