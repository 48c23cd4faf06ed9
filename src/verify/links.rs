//! R8: what must come after what, and how far.
//!
//! `before` is `after` read from the other end. Events and campaigns are instants on the channel's
//! clock: after an event counts from the midnight that ends its last day, before it from the one
//! that starts its first day, and of a yearly one the nearest counts; a campaign is the first
//! midnight of its first day, and one that has none binds nobody.

use super::board::{Board, Hold, Spot};
use super::breach::{Breach, Slot};
use crate::model::{Event, Link, LinkTo, PlacementIx, PostIx, Side, Workspace};
use crate::time::{Instant, Lapse, Zone};
use chrono::{Days, NaiveDate, NaiveTime};

/// R8.
pub(super) fn check(ws: &Workspace, board: &Board, breaches: &mut Vec<Breach>) {
    let mut placements = vec![Vec::new(); ws.posts.len()];
    for (ix, placement) in ws.each_placement() {
        placements[placement.post.get()].push(ix);
    }
    let of = |post: PostIx| &placements[post.get()];
    for (post, written) in ws.each_post() {
        for link in &written.after {
            match (link.to.value, link.side) {
                (LinkTo::Post(other), Side::After) => {
                    between(board, link, of(other), of(post), breaches);
                }
                (LinkTo::Post(other), Side::Before) => {
                    between(board, link, of(post), of(other), breaches);
                }
                (LinkTo::Event(_) | LinkTo::Campaign(_), _) => {
                    let free = of(post).iter().filter_map(|ix| match board.spot(*ix) {
                        Spot::At(start, Hold::Free) => anchored(ws, link, *ix, start),
                        _ => None,
                    });
                    breaches.extend(free);
                }
            }
        }
    }
}

/// Every placement of the first post against every one of the second.
fn between(
    board: &Board,
    link: &Link,
    firsts: &[PlacementIx],
    seconds: &[PlacementIx],
    breaches: &mut Vec<Breach>,
) {
    for &b in seconds {
        let Spot::At(after, hold) = board.spot(b) else {
            continue;
        };
        let second = Slot::new(b, after);
        for &a in firsts.iter().filter(|a| **a != b) {
            match board.spot(a) {
                Spot::Nowhere if hold == Hold::Free => {
                    breaches.push(Breach::Orphan { slot: second, before: a })
                }
                Spot::At(before, other)
                    if (hold == Hold::Free || other == Hold::Free)
                        && !fits(link, after.since(before)) =>
                {
                    breaches.push(Breach::Link {
                        first: Slot::new(a, before),
                        second,
                        min: link.min,
                        max: link.max,
                    });
                }
                _ => {}
            }
        }
    }
}

fn fits(link: &Link, distance: Lapse) -> bool {
    link.min <= distance && link.max.is_none_or(|max| distance <= max)
}

/// Whether a placement that starts then is at the distances asked for of events and campaigns.
pub(super) fn keeps_anchors(ws: &Workspace, ix: PlacementIx, start: Instant) -> bool {
    let links = &ws.post_of(ws.placement(ix)).after;
    links.iter().all(|link| anchored(ws, link, ix, start).is_none())
}

/// A placement against an event or a campaign.
fn anchored(ws: &Workspace, link: &Link, ix: PlacementIx, start: Instant) -> Option<Breach> {
    let zone = ws.channel(ws.placement(ix).channel).zone;
    let (name, anchor) = match link.to.value {
        LinkTo::Event(event) => {
            let event = ws.event(event);
            (&event.name, nearest(event, link.side, zone, start)?)
        }
        LinkTo::Campaign(campaign) => {
            let campaign = ws.campaign(campaign);
            (&campaign.name, midnight(zone, campaign.from?))
        }
        LinkTo::Post(_) => return None,
    };
    let distance = match link.side {
        Side::After => start.since(anchor),
        Side::Before => anchor.since(start),
    };
    (!fits(link, distance)).then(|| Breach::Anchor {
        slot: Slot::new(ix, start),
        name: name.clone(),
        anchor,
        side: link.side,
        distance,
        min: link.min,
        max: link.max,
    })
}

/// The instant that counts for an event; of several occurrences the nearest to the start, the
/// earlier of two as near.
fn nearest(event: &Event, side: Side, zone: Zone, start: Instant) -> Option<Instant> {
    let occurrences = match event.date {
        crate::model::EventDate::Days(first, last) => vec![(first, last)],
        crate::model::EventDate::Yearly(_) => {
            // Nine years, because 29 February may be eight years away.
            let day = zone.local(start).date();
            let years = Days::new(9 * 366);
            let from = day.checked_sub_days(years).unwrap_or(NaiveDate::MIN);
            event.occurrences(from, day.checked_add_days(years).unwrap_or(NaiveDate::MAX))
        }
    };
    occurrences
        .into_iter()
        .map(|(first, last)| match side {
            Side::After => midnight(zone, last.succ_opt().unwrap_or(last)),
            Side::Before => midnight(zone, first),
        })
        .min_by_key(|anchor| start.since(*anchor).abs())
}

fn midnight(zone: Zone, day: NaiveDate) -> Instant {
    zone.resolve(day.and_time(NaiveTime::MIN)).instant
}
