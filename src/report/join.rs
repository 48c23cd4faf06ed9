//! The posts of the exports, found in the calendar.
//!
//! By address or id first, then by time: the same channel and at most 15 minutes apart, nearest
//! pairs first. Where an export knows only the day, or the calendar does, a pair is made when it is
//! the only one possible on that day. Every post and every placement is joined once at most.

use super::address::{id, key};
use super::{Ask, own};
use crate::model::{ChannelIx, Known, Outing, Placement, PlacementIx, Standing, Status, Workspace};
use crate::time::Instant;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// Seconds that a post may be away from its placement.
const APART: i64 = 15 * 60;
/// Seconds before a post's reactions are in: exports leave younger ones out.
const FRESH: i64 = 72 * 3600;

/// Which post is which placement.
#[derive(Debug)]
pub(super) struct Joined {
    by_outing: Vec<Option<PlacementIx>>,
    by_placement: Vec<Option<usize>>,
}

/// Placements that are out since the first day of a report, and without a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// On days that the channel's results cover.
    pub within: usize,
    /// After the newest result of their channel.
    pub later: usize,
    /// Published less than 72 hours ago: their reactions are not all in.
    pub fresh: usize,
    /// On channels without any result: the channel, and how many.
    pub unread: Vec<(ChannelIx, usize)>,
}

impl Joined {
    /// Joins every post of the brand's own to the calendar.
    pub(super) fn of(ws: &Workspace) -> Self {
        let mut joined = Self {
            by_outing: vec![None; ws.past.outings.len()],
            by_placement: vec![None; ws.placements.len()],
        };
        if own(ws).next().is_some() {
            joined.by_address(ws);
            joined.by_time(ws);
            joined.by_day(ws);
        }
        joined
    }

    /// The placement that a post of the exports is.
    pub(super) fn placement_of(&self, outing: usize) -> Option<PlacementIx> {
        self.by_outing.get(outing).copied().flatten()
    }

    /// The post of the exports that a placement is.
    pub(super) fn outing_of(&self, placement: PlacementIx) -> Option<usize> {
        self.by_placement.get(placement.get()).copied().flatten()
    }

    fn pair(&mut self, outing: usize, placement: PlacementIx) {
        if self.by_outing[outing].is_none() && self.by_placement[placement.get()].is_none() {
            self.by_outing[outing] = Some(placement);
            self.by_placement[placement.get()] = Some(outing);
        }
    }

    fn free_outings<'w>(
        &self,
        ws: &'w Workspace,
    ) -> impl Iterator<Item = (usize, &'w Outing)> + use<'w, '_> {
        let all = ws.past.outings.iter().enumerate();
        all.filter(|(i, outing)| outing.brand.is_none() && self.by_outing[*i].is_none())
    }

    fn free_placements<'w>(
        &self,
        ws: &'w Workspace,
    ) -> impl Iterator<Item = (PlacementIx, &'w Placement)> + use<'w, '_> {
        ws.each_placement().filter(|(ix, placement)| {
            placement.status.value != Status::Cancelled && self.by_placement[ix.get()].is_none()
        })
    }

    fn by_address(&mut self, ws: &Workspace) {
        let (mut addresses, mut ids) = (HashMap::new(), HashMap::new());
        for (i, outing) in self.free_outings(ws) {
            let channel = outing.channel;
            if let Some(key) = outing.url.as_deref().and_then(key) {
                addresses.entry((channel, key)).or_insert(i);
            }
            if let Some(id) = &outing.id {
                ids.entry((channel, id.as_str())).or_insert(i);
            }
        }
        let mut pairs = Vec::new();
        for (ix, placement) in self.free_placements(ws) {
            let Some(key) = address(ws, placement).and_then(key) else {
                continue;
            };
            let channel = placement.channel;
            let by_id = id(&key).and_then(|id| ids.get(&(channel, id)).copied());
            pairs.extend(by_id.map(|i| (i, ix)));
            pairs.extend(addresses.get(&(channel, key)).map(|i| (*i, ix)));
        }
        pairs.into_iter().for_each(|(i, ix)| self.pair(i, ix));
    }

    fn by_time(&mut self, ws: &Workspace) {
        let mut times: BTreeMap<ChannelIx, Vec<(i64, usize)>> = BTreeMap::new();
        for (i, outing) in self.free_outings(ws) {
            if outing.known == Known::Minute {
                times.entry(outing.channel).or_default().push((outing.at.unix(), i));
            }
        }
        times.values_mut().for_each(|list| list.sort_unstable());
        let mut pairs = Vec::new();
        for (ix, placement) in self.free_placements(ws) {
            let (Some(at), Some(list)) = (placement.instant(), times.get(&placement.channel))
            else {
                continue;
            };
            let at = at.unix();
            let from = list.partition_point(|(time, _)| *time < at - APART);
            let near = list[from..].iter().take_while(|(time, _)| *time <= at + APART);
            pairs.extend(near.map(|(time, i)| ((time - at).abs(), ix, *i)));
        }
        pairs.sort_unstable();
        pairs.into_iter().for_each(|(_, ix, i)| self.pair(i, ix));
    }

    /// Where one side knows only the day: pairs that are the only ones of their day.
    fn by_day(&mut self, ws: &Workspace) {
        let mut days: BTreeMap<(ChannelIx, NaiveDate), (Vec<usize>, Vec<PlacementIx>)> =
            BTreeMap::new();
        for (i, outing) in self.free_outings(ws) {
            let day = ws.channel(outing.channel).zone.local(outing.at).date();
            days.entry((outing.channel, day)).or_default().0.push(i);
        }
        for (ix, placement) in self.free_placements(ws) {
            if let Some(day) = day_of(ws, placement) {
                days.entry((placement.channel, day)).or_default().1.push(ix);
            }
        }
        for (outings, placements) in days.into_values() {
            let ([i], [ix]) = (outings.as_slice(), placements.as_slice()) else {
                continue;
            };
            let vague = ws.past.outings[*i].known == Known::Day
                || matches!(ws.placement(*ix).standing, Standing::OnDay(_));
            if vague {
                self.pair(*i, *ix);
            }
        }
    }

    /// What the calendar says is out since the first day of the report, without a result.
    pub(super) fn missing(&self, ws: &Workspace, ask: &Ask<'_>) -> Missing {
        let mut newest: BTreeMap<ChannelIx, Instant> = BTreeMap::new();
        for outing in own(ws) {
            let at = newest.entry(outing.channel).or_insert(outing.at);
            *at = (*at).max(outing.at);
        }
        let mut missing = Missing::default();
        let mut unread: BTreeMap<ChannelIx, usize> = BTreeMap::new();
        for (_, placement) in self.free_placements(ws) {
            let is_out = matches!(placement.standing, Standing::Published(_))
                || placement.status.value == Status::Published;
            let channel = placement.channel;
            let day = day_of(ws, placement).filter(|day| *day >= ask.since);
            let (true, true, Some(day)) = (is_out, ask.channels.contains(&channel), day) else {
                continue;
            };
            let zone = ws.channel(channel).zone;
            let noon = || zone.resolve(day.and_hms_opt(12, 0, 0).unwrap_or_default()).instant;
            let at = placement.instant().unwrap_or_else(noon);
            match newest.get(&channel) {
                _ if at > ask.now => {}
                None => *unread.entry(channel).or_default() += 1,
                _ if ask.now.unix() - at.unix() < FRESH => missing.fresh += 1,
                Some(newest) if at > *newest => missing.later += 1,
                Some(_) => missing.within += 1,
            }
        }
        missing.unread = unread.into_iter().collect();
        missing
    }
}

/// The address that a placement says it went out at.
fn address<'w>(ws: &'w Workspace, placement: &Placement) -> Option<&'w str> {
    let on = ws.post_of(placement).on(placement.channel)?;
    Some(on.published.as_ref()?.url.as_ref()?.value.as_str())
}

/// The day a placement has, on its channel's clock.
fn day_of(ws: &Workspace, placement: &Placement) -> Option<NaiveDate> {
    match placement.standing {
        Standing::OnDay(day) => Some(day),
        _ => placement.instant().map(|at| ws.channel(placement.channel).zone.local(at).date()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{at, day, give, now, outing, workspace};
    use super::*;

    const POSTS: &str = r#"
[[post]]
id = "a"
channels = ["instagram"]
[post.on.instagram]
published = { at = 2026-11-10T12:00:00+01:00, url = "https://instagram.com/reel/AbC/?igsh=1" }
[[post]]
id = "b"
channels = ["instagram"]
[post.on.instagram]
published = { at = 2026-11-10T12:10:00+01:00 }
[[post]]
id = "c"
channels = ["linkedin"]
[post.on.linkedin]
published = { at = 2026-11-10T12:00:00+01:00 }
[[post]]
id = "d"
channels = ["instagram"]
status = "published"
date = 2026-11-12
[[post]]
id = "e"
channels = ["instagram"]
status = "cancelled"
at = 2026-11-13T12:00:00+01:00
[[post]]
id = "f"
channels = ["instagram"]
[post.on.instagram]
published = { at = 2026-11-20T12:00:00+01:00 }
[[post]]
id = "g"
channels = ["instagram"]
[post.on.instagram]
published = { at = 2026-11-17T12:00:00+01:00 }
"#;

    fn joined(outings: Vec<Outing>) -> (Workspace, Joined) {
        let mut ws = workspace(POSTS);
        give(&mut ws, outings);
        let joined = Joined::of(&ws);
        (ws, joined)
    }

    fn names(ws: &Workspace, joined: &Joined) -> Vec<Option<String>> {
        let name = |ix: PlacementIx| ws.post_of(ws.placement(ix)).id.name.clone();
        (0..ws.past.outings.len()).map(|i| joined.placement_of(i).map(name)).collect()
    }

    #[test]
    fn addresses_come_before_times_and_each_is_joined_once() {
        let mut far = outing(0, at("2026-11-01T09:00:00+01:00"), 1.0);
        far.url = Some("https://www.instagram.com/p/AbC/".to_owned());
        let near = |time: &str| outing(0, at(&format!("2026-11-10T{time}:00+01:00")), 1.0);
        // `b` is nearer to the second of the two; nothing is left for the first, for `a` is taken.
        let (ws, joined) = joined(vec![far, near("12:03"), near("12:11"), near("12:26")]);
        let own = |name: &str| Some(name.to_owned());
        assert_eq!(names(&ws, &joined), [own("a"), None, own("b"), None]);
    }

    #[test]
    fn the_id_of_an_export_is_found_in_the_address() {
        let mut ws = workspace(
            "[[post]]\nid = \"t\"\nchannels = [\"linkedin\"]\n[post.on.linkedin]\n\
             published = { at = 2026-11-10T12:00:00+01:00, \
             url = \"https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001\" }\n",
        );
        let mut one = outing(1, at("2026-11-09T08:00:00+01:00"), 1.0);
        one.id = Some("7300000000000000001".to_owned());
        let mut other = one.clone();
        other.channel = ChannelIx::new(0);
        give(&mut ws, vec![other, one]);
        let joined = Joined::of(&ws);
        assert_eq!(names(&ws, &joined), [None, Some("t".to_owned())]);
    }

    #[test]
    fn fifteen_minutes_are_near_and_sixteen_are_not() {
        for (time, found) in [("12:15", true), ("12:16", false), ("11:45", true)] {
            let one = outing(1, at(&format!("2026-11-10T{time}:00+01:00")), 1.0);
            let (ws, joined) = joined(vec![one]);
            assert_eq!(names(&ws, &joined)[0].is_some(), found, "{time}");
        }
    }

    #[test]
    fn a_day_alone_joins_where_nothing_else_is_possible() {
        let mut vague = outing(0, at("2026-11-17T12:00:00+01:00"), 1.0);
        vague.known = Known::Day;
        let exact = outing(0, at("2026-11-12T18:40:00+01:00"), 1.0);
        let (ws, found) = joined(vec![exact.clone(), vague.clone()]);
        assert_eq!(names(&ws, &found), [Some("d".to_owned()), Some("g".to_owned())]);
        let (ws, found) = joined(vec![exact.clone(), exact, vague.clone(), vague]);
        assert_eq!(names(&ws, &found), [None, None, None, None]);
    }

    #[test]
    fn cancelled_posts_and_other_brands_are_joined_to_nothing() {
        let cancelled = outing(0, at("2026-11-13T12:00:00+01:00"), 1.0);
        let mut foreign = outing(1, at("2026-11-10T12:00:00+01:00"), 1.0);
        foreign.brand = Some("sister".to_owned());
        let (ws, joined) = joined(vec![cancelled, foreign]);
        assert_eq!(names(&ws, &joined), [None, None]);
    }

    #[test]
    fn what_is_out_without_a_result_is_told_apart() {
        let (ws, joined) = joined(vec![outing(0, at("2026-11-16T12:00:00+01:00"), 1.0)]);
        let channels = [ChannelIx::new(0), ChannelIx::new(1)];
        let ask = |since| Ask { since: day(since), now: now(), channels: &channels };
        let missing = joined.missing(&ws, &ask("2026-11-01"));
        let expected =
            Missing { within: 3, later: 1, fresh: 1, unread: vec![(ChannelIx::new(1), 1)] };
        assert_eq!(missing, expected);
        assert_eq!(joined.missing(&ws, &ask("2026-11-12")).within, 1);
        let narrow = Ask { channels: &channels[..1], ..ask("2026-11-01") };
        assert!(joined.missing(&ws, &narrow).unread.is_empty());
    }
}
