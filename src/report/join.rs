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
