//! Rules between two placements: R2, R5, R6, R9.
//!
//! Neighbours in time are enough: when two that are further apart in the row break a rule and one
//! of them is the plan's, then so does that one with its neighbour on the way to the other.

use super::board::{Board, Item};
use super::breach::{Breach, Near, Slot};
use crate::model::{Alternate, Workspace};
use crate::time::{Instant, Lapse};
use std::collections::BTreeMap;

/// R2, R5, R6 and, where it is a rule, R9.
pub(super) fn check(ws: &Workspace, board: &Board, breaches: &mut Vec<Breach>) {
    let gap = |item: &Item| ws.lane(item.lane).cadence.gap;
    breaches.extend(too_near(board, |item| Some(item.lane), gap).map(Breach::Gap));
    let spacing = |_: &Item| ws.plan.spacing.max(Lapse::MINUTE);
    breaches.extend(too_near(board, |_| Some(()), spacing).map(Breach::Spacing));
    let topic = |item: &Item| {
        let post = ws.post_of(ws.placement(item.placement));
        post.topic.as_ref().map(|topic| topic.value.as_str())
    };
    breaches.extend(too_near(board, topic, |_| ws.plan.topic_gap).map(Breach::Topic));
    if ws.plan.alternate == Alternate::Always {
        let repeats = repeats(ws, board);
        breaches.extend(repeats.map(|((first, item), (second, other))| Breach::Alternate {
            channel: item.channel,
            first: Slot::new(item.placement, first),
            second: Slot::new(other.placement, second),
        }));
    }
}

type Timed<'b> = (Instant, &'b Item);

/// Consecutive placements of a channel, at least one of them the plan's, with the same pillar.
pub(super) fn repeats<'b>(
    ws: &'b Workspace,
    board: &'b Board,
) -> impl Iterator<Item = (Timed<'b>, Timed<'b>)> {
    let pillar = |item: &Item| ws.placement(item.placement).pillar;
    neighbours(board, |item| Some(item.channel)).filter(move |((_, first), (_, second))| {
        pillar(first).is_some() && pillar(first) == pillar(second)
    })
}

fn too_near<'b, K: Ord + 'b>(
    board: &'b Board,
    key: impl Fn(&'b Item) -> Option<K> + 'b,
    least: impl Fn(&Item) -> Lapse + 'b,
) -> impl Iterator<Item = Near> {
    neighbours(board, key).filter_map(move |((a, first), (b, second))| {
        let least = least(first);
        (b.since(a) < least).then(|| Near {
            first: Slot::new(first.placement, a),
            second: Slot::new(second.placement, b),
            least,
        })
    })
}

/// Pairs that follow each other in time among those of one key, at least one of them the plan's.
fn neighbours<'b, K: Ord + 'b>(
    board: &'b Board,
    key: impl Fn(&'b Item) -> Option<K> + 'b,
) -> impl Iterator<Item = (Timed<'b>, Timed<'b>)> {
    let mut last: BTreeMap<K, Timed<'b>> = BTreeMap::new();
    board
        .line()
        .filter_map(move |timed| {
            let before = last.insert(key(timed.1)?, timed)?;
            Some((before, timed))
        })
        .filter(|((_, first), (_, second))| first.is_free() || second.is_free())
}
