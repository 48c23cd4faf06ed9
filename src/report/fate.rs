//! What became, or is to become, of every placement.

use super::Ask;
use super::join::Joined;
use crate::model::{Known, Placement, PlacementIx, Standing, Status, Workspace};
use crate::time::Instant;
use chrono::NaiveDate;

/// The fate of the placements that a report is about, in file order.
#[derive(Debug)]
pub(super) struct Fates {
    pub(super) today: NaiveDate,
    pub(super) since: NaiveDate,
    pub(super) list: Vec<(PlacementIx, Fate)>,
}

/// The fate of one placement; days are those of the calendar's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It went out on this day, at this instant where that is known.
    Out(NaiveDate, Option<Instant>),
    /// It was to go out by this day, and nothing says that it did.
    Missed(NaiveDate),
    /// It goes out on this day.
    ToCome(NaiveDate, Option<Instant>),
    /// It is wanted between these days, both included, and has no slot.
    Wanted(NaiveDate, NaiveDate),
}

impl Fates {
    /// What became of every placement on the channels asked for; ideas, cancelled posts and those
    /// without any date have no fate.
    pub(super) fn of(ws: &Workspace, joined: &Joined, ask: &Ask<'_>) -> Self {
        let today = ws.calendar.zone.local(ask.now).date();
        let list = ws
            .each_placement()
            .filter(|(_, placement)| ask.channels.contains(&placement.channel))
            .filter_map(|(ix, placement)| {
                let fate = match joined.outing_of(ix) {
                    Some(outing) => Some(seen(ws, outing)),
                    None => said(ws, placement, ask.now, today),
                };
                Some((ix, fate?))
            })
            .collect();
        Self { today, since: ask.since, list }
    }
}

/// The fate of a placement whose result is there, whatever the calendar says.
fn seen(ws: &Workspace, outing: usize) -> Fate {
    let outing = &ws.past.outings[outing];
    match outing.known {
        Known::Minute => Fate::Out(ws.calendar.zone.local(outing.at).date(), Some(outing.at)),
        Known::Day => Fate::Out(ws.channel(outing.channel).zone.local(outing.at).date(), None),
    }
}

/// The fate that the calendar itself tells.
fn said(ws: &Workspace, placement: &Placement, now: Instant, today: NaiveDate) -> Option<Fate> {
    let status = placement.status.value;
    if matches!(status, Status::Cancelled | Status::Idea) {
        return None;
    }
    let day = |at: Instant| ws.calendar.zone.local(at).date();
    Some(match placement.standing {
        Standing::Undated => return None,
        Standing::OnDay(on) if on < today || (on == today && status == Status::Published) => {
            Fate::Out(on, None)
        }
        Standing::OnDay(on) => Fate::ToCome(on, None),
        Standing::Published(at) | Standing::Locked(at) | Standing::Chosen(at) if at > now => {
            Fate::ToCome(day(at), Some(at))
        }
        Standing::Published(at) => Fate::Out(day(at), Some(at)),
        // In the queue of a network or a tool: it is believed to have gone out.
        Standing::Locked(at) if status == Status::Scheduled => Fate::Out(day(at), Some(at)),
        Standing::Locked(at) | Standing::Chosen(at) => Fate::Missed(day(at)),
        Standing::Open => {
            let (first, last) = wanted(ws, placement)?;
            if last < today { Fate::Missed(last) } else { Fate::Wanted(first, last) }
        }
    })
}

/// The days on which a placement is wanted.
fn wanted(ws: &Workspace, placement: &Placement) -> Option<(NaiveDate, NaiveDate)> {
    if let Some(date) = placement.date() {
        return Some((date.first(), date.last()));
    }
    let (from, to) = placement.window?;
    let day = |at| ws.calendar.zone.local(at).date();
    let last = day(to?);
    Some((from.map_or(last, day), last))
}
