//! How far a plan is from the mix.
//!
//! For one share in one window the distance is |100·n − p·N| with p in percent (or the side of it
//! that `at_most` or `at_least` minds). Shares are kept in tenths of a percent: the distance is
//! |1000·n − tenths·N| / 10, exact for whole percents, else rounded to the nearest whole number,
//! half away from zero, share by share and window by window. A share none of whose pillars exists
//! on any day of a window is not counted there.

use super::Assignment;
use super::board::{Board, Item};
use crate::model::{
    CampaignIx, ChannelIx, Count, MixWindow, PillarIx, PlacementIx, PostIx, Scope, Share, Target,
    Workspace,
};
use crate::time::{Instant, Week};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// The sum over windows and shares.
pub(super) fn distance(ws: &Workspace, a: &Assignment<'_>, board: &Board) -> i64 {
    if ws.mix.shares.is_empty() || a.to < a.from {
        return 0;
    }
    let counted = counted(ws, board);
    if ws.mix.window == MixWindow::Campaign {
        return by_campaign(ws, &counted);
    }
    windows(ws.mix.window, a.from, a.to)
        .into_iter()
        .map(|(from, to)| {
            let start = counted.partition_point(|unit| unit.day < from);
            let end = counted.partition_point(|unit| unit.day <= to);
            window(ws, (Some(from), Some(to)), &counted[start..end])
        })
        .sum()
}

/// One of what is counted.
#[derive(Clone, Copy)]
struct Unit<'w> {
    day: NaiveDate,
    channel: ChannelIx,
    pillar: PillarIx,
    format: Option<&'w str>,
    campaign: Option<CampaignIx>,
}

/// What counts, by day: placements with a pillar; of a post only the earliest where posts count.
fn counted<'w>(ws: &'w Workspace, board: &Board) -> Vec<Unit<'w>> {
    let mut units: Vec<Unit<'w>> = match ws.mix.count {
        Count::Placements => board.items.iter().filter_map(|i| unit(ws, i)).collect(),
        Count::Posts => earliest(ws, board).into_iter().filter_map(|item| unit(ws, item)).collect(),
    };
    units.sort_by_key(|unit| unit.day);
    units
}

fn unit<'w>(ws: &'w Workspace, item: &Item) -> Option<Unit<'w>> {
    let placement = ws.placement(item.placement);
    let campaign = ws.post_of(placement).campaign.as_ref();
    Some(Unit {
        day: item.day,
        channel: item.channel,
        pillar: placement.pillar?,
        format: placement.format.as_deref(),
        campaign: campaign.map(|campaign| campaign.value),
    })
}

/// The earliest placement of each post; one of which only the day is known is at noon of it, on
/// the calendar's clock.
pub(super) fn earliest<'b>(ws: &Workspace, board: &'b Board) -> Vec<&'b Item> {
    let mut first: BTreeMap<PostIx, ((Instant, PlacementIx), &Item)> = BTreeMap::new();
    for item in &board.items {
        let key = rank(ws, item);
        let post = ws.placement(item.placement).post;
        let kept = first.entry(post).or_insert((key, item));
        if key < kept.0 {
            *kept = (key, item);
        }
    }
    first.into_values().map(|(_, item)| item).collect()
}

/// Where a placement stands among those of its post: the earliest counts, of two at once the one
/// that is first in the file.
pub(super) fn rank(ws: &Workspace, item: &Item) -> (Instant, PlacementIx) {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN);
    let middle = || ws.calendar.zone.resolve(item.day.and_time(noon)).instant;
    (item.start.unwrap_or_else(middle), item.placement)
}

/// First and last day of a window; absent ends are open.
pub(super) type Span = (Option<NaiveDate>, Option<NaiveDate>);

fn by_campaign(ws: &Workspace, counted: &[Unit<'_>]) -> i64 {
    let mut posts: BTreeMap<CampaignIx, Vec<Unit<'_>>> = BTreeMap::new();
    for unit in counted {
        if let Some(campaign) = unit.campaign {
            posts.entry(campaign).or_default().push(*unit);
        }
    }
    posts
        .iter()
        .map(|(campaign, units)| {
            let campaign = ws.campaign(*campaign);
            window(ws, (campaign.from, campaign.to), units)
        })
        .sum()
}

/// The distance of one window: all channels together, or one after the other.
fn window(ws: &Workspace, span: Span, units: &[Unit<'_>]) -> i64 {
    match ws.mix.scope {
        Scope::All => shares(ws, span, units),
        Scope::Channel => {
            let mut channels: BTreeMap<ChannelIx, Vec<Unit<'_>>> = BTreeMap::new();
            for unit in units {
                channels.entry(unit.channel).or_default().push(*unit);
            }
            // A channel without a post is as far from its mix as none: not at all.
            channels.values().map(|units| shares(ws, span, units)).sum()
        }
    }
}

fn shares(ws: &Workspace, span: Span, units: &[Unit<'_>]) -> i64 {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let due = ws.mix.shares.iter().filter(|share| exists(ws, share, span));
    due.map(|share| {
        let of_share = units.iter().filter(|u| share.counts(u.pillar, u.format));
        off(share, whole(of_share.count()), whole(units.len()))
    })
    .sum()
}

/// How far n of N are from a share, in percent of a post, half away from zero.
pub(super) fn off(share: &Share, n: i64, of: i64) -> i64 {
    let over = 1000 * n - share.bound.tenths * of;
    let tenths = match share.bound.kind {
        Target::Target => over.abs(),
        Target::AtMost => over.max(0),
        Target::AtLeast => (-over).max(0),
    };
    (tenths + 5) / 10
}

/// Whether a pillar of the share exists on a day of the window.
pub(super) fn exists(ws: &Workspace, share: &Share, (from, to): Span) -> bool {
    let alive = |ix: &PillarIx| {
        let pillar = ws.pillar(*ix);
        let begun = pillar.from.is_none_or(|start| to.is_none_or(|to| start <= to));
        let ended = pillar.to.is_some_and(|end| from.is_some_and(|from| end < from));
        begun && !ended
    };
    share.pillars.iter().any(alive)
}

/// The windows that touch the plan, on the calendar's clock, both days included.
pub(super) fn windows(
    kind: MixWindow,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<(NaiveDate, NaiveDate)> {
    let months = |months: u32, first: NaiveDate| {
        let next = |day: NaiveDate| day.checked_add_months(Months::new(months));
        std::iter::successors(Some(first), move |day| next(*day))
            .take_while(|day| *day <= to)
            .map(|day| (day, next(day).and_then(|d| d.pred_opt()).unwrap_or(day)))
            .collect()
    };
    let first_of = |month: u32| NaiveDate::from_ymd_opt(from.year(), month, 1).unwrap_or(from);
    match kind {
        MixWindow::Campaign => Vec::new(),
        MixWindow::Week => std::iter::successors(Some(Week::of(from)), |week| Some(week.next()))
            .take_while(|week| week.monday() <= to)
            .map(|week| (week.monday(), week.sunday()))
            .collect(),
        MixWindow::Month => months(1, first_of(from.month())),
        MixWindow::Quarter => months(3, first_of(from.month0() / 3 * 3 + 1)),
        MixWindow::Days(days) => {
            let back = Days::new(u64::from(days.saturating_sub(1)));
            vec![(from.min(to.checked_sub_days(back).unwrap_or(from)), to)]
        }
    }
}
