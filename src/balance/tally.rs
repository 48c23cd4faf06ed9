//! Placements counted for a share, and what to make of the count.
//!
//! A share is judged in posts. With n posts in the window, c of them in the share and a target of
//! t percent, it is on target when |100·c − t·n| < 100: no single post more or less would bring it
//! nearer. Targets have a tenth of a percent, so everything here is counted in tenths.

use super::days::Counted;
use crate::model::{
    Bound, ChannelIx, Judgement, PlacementIx, PostIx, Scope, Share, Target, Workspace,
};
use crate::time::Instant;
use chrono::NaiveTime;
use std::collections::HashMap;

/// Fewest posts of a window that say something.
pub const ENOUGH: usize = 10;

/// All channels together, or each alone.
#[must_use]
pub fn scopes(ws: &Workspace) -> Vec<Option<ChannelIx>> {
    match ws.mix.scope {
        Scope::All => vec![None],
        Scope::Channel => ws.each_channel().map(|(ix, _)| Some(ix)).collect(),
    }
}

/// Each post where it goes out first, and nowhere else: not in a later window, nor on another
/// channel. A day without an instant stands for its noon, as in the planner.
#[must_use]
pub fn once(ws: &Workspace, all: Vec<Counted>) -> Vec<Counted> {
    let start = |counted: &Counted| {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let noon = || ws.calendar.zone.resolve(counted.day.and_time(noon)).instant;
        (counted.start.unwrap_or_else(noon), counted.placement)
    };
    let mut first: HashMap<PostIx, (Instant, PlacementIx)> = HashMap::new();
    for counted in &all {
        let own = start(counted);
        let known = first.entry(ws.placement(counted.placement).post).or_insert(own);
        *known = own.min(*known);
    }
    let is_first = |counted: &Counted| {
        let known = first.get(&ws.placement(counted.placement).post);
        known.is_some_and(|&(_, placement)| placement == counted.placement)
    };
    all.into_iter().filter(is_first).collect()
}

/// What counts on these channels.
#[must_use]
pub fn in_scope(ws: &Workspace, within: &[Counted], scope: Option<ChannelIx>) -> Vec<Counted> {
    let here = |counted: &&Counted| {
        scope.is_none_or(|channel| channel == ws.placement(counted.placement).channel)
    };
    within.iter().filter(here).copied().collect()
}

/// How many of these a share counts.
#[must_use]
pub fn count_of(ws: &Workspace, share: &Share, seen: &[Counted]) -> usize {
    seen.iter()
        .filter(|counted| {
            let placement = ws.placement(counted.placement);
            let format = placement.format.as_deref();
            placement.pillar.is_some_and(|pillar| share.counts(pillar, format))
        })
        .count()
}

/// Whether a share is within a post of what it wants.
#[must_use]
pub fn is_met(bound: Bound, count: usize, n: usize) -> bool {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 1_000);
    let ahead = 1_000 * whole(count) - bound.tenths * whole(n);
    match bound.kind {
        Target::Target => ahead.abs() < 1_000,
        Target::AtLeast => ahead > -1_000,
        Target::AtMost => ahead < 1_000,
    }
}

/// What to make of a count: under ten posts nothing.
#[must_use]
pub fn judge(bound: Bound, count: usize, n: usize) -> Judgement {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 1_000);
    match () {
        () if n < ENOUGH => Judgement::TooFew,
        () if is_met(bound, count, n) => Judgement::On,
        () if 1_000 * whole(count) < bound.tenths * whole(n) => Judgement::Under,
        () => Judgement::Over,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_judged_in_posts_and_under_ten_not_at_all() {
        let bound = |kind, percent: i64| Bound { kind, tenths: 10 * percent };
        let target = bound(Target::Target, 25);
        assert_eq!(judge(target, 5, 20), Judgement::On);
        // Four of twenty are a whole post away: one more would be nearer.
        assert_eq!(judge(target, 4, 20), Judgement::Under);
        assert_eq!(judge(target, 6, 20), Judgement::Over);
        assert_eq!(judge(target, 4, 19), Judgement::On);
        assert_eq!(judge(target, 9, 9), Judgement::TooFew);
        assert_eq!(judge(bound(Target::AtMost, 20), 0, 10), Judgement::On);
        assert_eq!(judge(bound(Target::AtMost, 20), 3, 10), Judgement::Over);
        assert_eq!(judge(bound(Target::AtLeast, 50), 4, 10), Judgement::Under);
        assert_eq!(judge(bound(Target::AtLeast, 50), 9, 10), Judgement::On);
    }

    #[test]
    fn a_share_is_met_within_a_post() {
        let met = |kind, tenths, count, n| is_met(Bound { kind, tenths }, count, n);
        // 20 % of 12 posts are 2.4: two or three are on target, one is not.
        assert!(met(Target::Target, 200, 2, 12));
        assert!(met(Target::Target, 200, 3, 12));
        assert!(!met(Target::Target, 200, 1, 12));
        // Exactly one post away is a miss.
        assert!(!met(Target::Target, 200, 3, 10));
        assert!(met(Target::AtLeast, 200, 9, 10));
        assert!(!met(Target::AtLeast, 500, 4, 10));
        assert!(met(Target::AtMost, 0, 0, 10));
        assert!(!met(Target::AtMost, 0, 1, 10));
        // A third, to the tenth.
        assert!(met(Target::Target, 333, 4, 12));
    }
}
