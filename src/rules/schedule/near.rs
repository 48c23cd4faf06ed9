//! Pairs of posts that follow each other too soon.

use super::standing::{self, counting};
use super::words::{name, when};
use crate::lang::{Lang, Text, lapse};
use crate::rules::{Dated, Facts};
use crate::time::Lapse;

/// Two neighbours in time: the one that can be moved (the later one, when both can), and the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) subject: Dated,
    pub(super) other: Dated,
}

/// The neighbours of a list in the order of time of which at least one is still to go out. When
/// neighbours are far enough apart, so are all others.
pub(super) fn neighbours(facts: &Facts<'_>, list: &[Dated]) -> Vec<Pair> {
    let list = counting(facts, list);
    list.windows(2)
        .filter_map(|pair| match *pair {
            [first, second] => movable(facts, first, second),
            _ => None,
        })
        .collect()
}

/// The neighbours of a list that are nearer than `least`.
pub(super) fn closer_than(facts: &Facts<'_>, list: &[Dated], least: Lapse) -> Vec<Pair> {
    let mut pairs = neighbours(facts, list);
    pairs.retain(|pair| pair.subject.start.since(pair.other.start).abs() < least);
    pairs
}

fn movable(facts: &Facts<'_>, first: Dated, second: Dated) -> Option<Pair> {
    let ahead = |dated: &Dated| standing::is_ahead(facts, facts.placement(dated));
    let (subject, other) = match (ahead(&first), ahead(&second)) {
        (_, true) => (second, first),
        (true, false) => (first, second),
        (false, false) => return None,
    };
    Some(Pair { subject, other })
}

/// `“A” (instagram) goes out only 10 min after “B” (linkedin), Tue 24 Nov at 12:30`.
pub(super) fn distance(facts: &Facts<'_>, pair: &Pair) -> Text {
    let apart = pair.subject.start.since(pair.other.start).seconds();
    Text::of(|lang| {
        let (a, b) =
            (name(lang, facts, pair.subject.placement), name(lang, facts, pair.other.placement));
        let (length, moment) = (lapse(lang, apart.abs()), when(lang, &pair.subject));
        match (lang, apart.signum()) {
            (Lang::En, 0) => format!("{a} and {b} go out at the same time, {moment}"),
            (Lang::Fr, 0) => format!("{a} et {b} partent en même temps, le {moment}"),
            (Lang::En, 1) => format!("{a} goes out only {length} after {b}, {moment}"),
            (Lang::Fr, 1) => format!("{a} part seulement {length} après {b}, le {moment}"),
            (Lang::En, _) => format!("{a} goes out only {length} before {b}, {moment}"),
            (Lang::Fr, _) => format!("{a} part seulement {length} avant {b}, le {moment}"),
        }
    })
}

/// The same post at the one instant that its `at` gives to all its channels: what was asked for.
pub(super) fn is_one_wish(facts: &Facts<'_>, pair: &Pair) -> bool {
    let (own, other) = (facts.placement(&pair.subject), facts.placement(&pair.other));
    let post = facts.ws.post_of(own);
    let overrides = |ix| post.on(ix).is_some_and(|on| on.instant.is_some());
    own.post == other.post
        && post.instant.is_some()
        && !overrides(own.channel)
        && !overrides(other.channel)
}
