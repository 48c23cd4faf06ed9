//! What counts: which placements are out, which still go out, and when they may.
//!
//! What is out is out: a rule of this room speaks only of what can still be changed.

use crate::model::{Placement, PlacementIx, Standing, Status};
use crate::rules::{Dated, Facts};
use crate::time::{Instant, Lapse, Zone};
use chrono::{NaiveDate, NaiveTime};

/// Whether a placement is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Out {
    Yes,
    No,
}

/// Whether a placement is out: published by its status, or with a proof.
pub(super) fn is_out(facts: &Facts<'_>, placement: &Placement) -> Out {
    let proof = || {
        let on = facts.ws.post_of(placement).on(placement.channel);
        on.is_some_and(|on| on.published.is_some())
    };
    match (placement.status.value, placement.standing) {
        (Status::Published, _) | (_, Standing::Published(_)) => Out::Yes,
        _ if proof() => Out::Yes,
        _ => Out::No,
    }
}

/// Whether a placement weighs in the schedule: neither cancelled nor a mere idea.
pub(super) fn counts(facts: &Facts<'_>, placement: &Placement) -> bool {
    match placement.status.value {
        Status::Cancelled => false,
        Status::Idea => is_out(facts, placement) == Out::Yes,
        _ => true,
    }
}

/// Whether a placement counts and is still to go out.
pub(super) fn is_ahead(facts: &Facts<'_>, placement: &Placement) -> bool {
    counts(facts, placement) && is_out(facts, placement) == Out::No
}

/// Every placement that is still to go out.
pub(super) fn ahead<'a>(
    facts: &'a Facts<'_>,
) -> impl Iterator<Item = (PlacementIx, &'a Placement)> {
    facts.ws.each_placement().filter(|(_, placement)| is_ahead(facts, placement))
}

/// Those with an instant that are still to go out, in the order of time.
pub(super) fn ahead_in_time<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = &'a Dated> {
    facts.timeline.iter().filter(|dated| is_ahead(facts, facts.placement(dated)))
}

/// Those of a list that count.
pub(super) fn counting(facts: &Facts<'_>, list: &[Dated]) -> Vec<Dated> {
    list.iter().copied().filter(|dated| counts(facts, facts.placement(dated))).collect()
}

/// The instant a local day starts.
pub(super) fn day_start(zone: Zone, day: NaiveDate) -> Instant {
    zone.resolve(day.and_time(NaiveTime::MIN)).instant
}

/// The instant a local day ends, which is no longer in it.
pub(super) fn day_end(zone: Zone, day: NaiveDate) -> Instant {
    day.succ_opt().map_or(Instant::MAX, |next| day_start(zone, next))
}

/// The first and the last instant at which a placement may start, both included: its instant, or
/// what its date, time and window leave. None when nothing is known, or nothing is left.
pub(super) fn reach(facts: &Facts<'_>, placement: &Placement) -> Option<(Instant, Instant)> {
    let zone = facts.zone(placement);
    if let Some(instant) = placement.instant() {
        return Some((instant, instant));
    }
    if let Standing::OnDay(day) = placement.standing {
        return Some(days_reach(zone, day, day));
    }
    let dated = placement.date().map(|date| match placement.time() {
        Some(time) => (
            zone.resolve(date.first().and_time(time)).instant,
            zone.resolve(date.last().and_time(time)).instant,
        ),
        None => days_reach(zone, date.first(), date.last()),
    });
    let window = placement
        .window
        .map(|(from, to)| (from.unwrap_or(Instant::MIN), to.unwrap_or(Instant::MAX)));
    let (first, last) = match (dated, window) {
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => one,
        (Some(date), Some(window)) => (date.0.max(window.0), date.1.min(window.1)),
    };
    (first <= last).then_some((first, last))
}

fn days_reach(zone: Zone, first: NaiveDate, last: NaiveDate) -> (Instant, Instant) {
    (day_start(zone, first), day_end(zone, last) - Lapse::from_seconds(1))
}

/// The local days of [`reach`], both included.
pub(super) fn days(facts: &Facts<'_>, placement: &Placement) -> Option<(NaiveDate, NaiveDate)> {
    let zone = facts.zone(placement);
    let (first, last) = reach(facts, placement)?;
    Some((zone.local(first).date(), zone.local(last).date()))
}
