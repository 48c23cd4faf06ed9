//! The mix as the objective counts it: windows, shares, and what being away from them costs.

use super::Request;
use crate::model::{
    Count, Mix, MixWindow, Placement, PlacementIx, Scope, Share, Target, Workspace,
};
use crate::time::Instant;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::HashMap;

/// Where on its day something stands whose time nobody wrote.
pub(super) const NOON: chrono::NaiveTime = match chrono::NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => chrono::NaiveTime::MIN,
};

/// A window of the mix, on the calendar's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// Only posts of this campaign, by index.
    pub(super) campaign: Option<usize>,
}

/// Counts of one window (and one channel, when each counts alone).
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// Placements of each share.
    pub(super) shares: Vec<i64>,
    /// Placements with a pillar.
    pub(super) total: i64,
}

/// The counts of every window.
#[derive(Clone, Debug)]
pub(super) struct Mixture<'a> {
    ws: &'a Workspace,
    pub(super) windows: Vec<Window>,
    pub(super) cells: Vec<Cell>,
    /// Starts of each post that counts, when posts count once.
    posts: HashMap<usize, Vec<(Instant, PlacementIx)>>,
}

impl<'a> Mixture<'a> {
    /// Empty counts of the windows that touch a plan.
    pub(super) fn new(ws: &'a Workspace, request: &Request) -> Self {
        let windows = if ws.mix.shares.is_empty() { Vec::new() } else { windows(ws, request) };
        let each = if ws.mix.scope == Scope::All { 1 } else { ws.channels.len() };
        let cell = Cell { shares: vec![0; ws.mix.shares.len()], total: 0 };
        let cells = vec![cell; windows.len() * each];
        Self { ws, windows, cells, posts: HashMap::new() }
    }

    /// What all cells cost.
    pub(super) fn cost(&self) -> i64 {
        let costs = self.cells.iter().enumerate();
        costs.map(|(i, cell)| self.cell_cost(i, cell.total, |share| cell.shares[share])).sum()
    }

    /// How many cells a window has: one, or one for each channel.
    fn cells_each(&self) -> usize {
        match self.ws.mix.scope {
            Scope::All => 1,
            Scope::Channel => self.ws.channels.len(),
        }
    }

    /// Whether a pillar of the share exists on a day of the window.
    pub(super) fn exists(&self, share: &Share, window: &Window) -> bool {
        share.pillars.iter().any(|pillar| {
            let pillar = self.ws.pillar(*pillar);
            pillar.from.is_none_or(|from| from <= window.to)
                && pillar.to.is_none_or(|to| window.from <= to)
        })
    }

    /// A share none of whose pillars exists on any day of the window costs nothing.
    fn cell_cost(&self, cell: usize, total: i64, count: impl Fn(usize) -> i64) -> i64 {
        let window = &self.windows[cell / self.cells_each()];
        let shares = self.ws.mix.shares.iter().enumerate();
        let shares = shares.filter(|(_, share)| self.exists(share, window));
        let away: i64 = shares.map(|(i, share)| away(share.bound, count(i), total)).sum();
        self.ws.plan.weights.mix * away
    }

    /// Which cells count a placement at a start.
    fn cells_of(&self, placement: &Placement, start: Instant) -> Vec<usize> {
        let day = self.ws.calendar.zone.local(start).date();
        self.cells_on(placement, day)
    }

    /// Which cells count a placement on a day of the calendar's clock.
    pub(super) fn cells_on(&self, placement: &Placement, day: NaiveDate) -> Vec<usize> {
        if placement.pillar.is_none() {
            return Vec::new();
        }
        let campaign = self.ws.post_of(placement).campaign.as_ref().map(|c| c.value.get());
        let holds = |window: &Window| match window.campaign {
            Some(own) => campaign == Some(own),
            None => (window.from..=window.to).contains(&day),
        };
        let found = self.windows.iter().enumerate().filter(|(_, window)| holds(window));
        found
            .map(|(i, _)| match self.ws.mix.scope {
                Scope::All => i,
                Scope::Channel => i * self.ws.channels.len() + placement.channel.get(),
            })
            .collect()
    }

    /// The first cell that would count a post of any pillar on this channel and day.
    pub(super) fn cell_on(
        &self,
        channel: crate::model::ChannelIx,
        day: NaiveDate,
    ) -> Option<usize> {
        let holds =
            |window: &Window| window.campaign.is_none() && (window.from..=window.to).contains(&day);
        let window = self.windows.iter().position(holds)?;
        Some(match self.ws.mix.scope {
            Scope::All => window,
            Scope::Channel => window * self.ws.channels.len() + channel.get(),
        })
    }

    /// What the cost changes by when a placement comes in at a start.
    pub(super) fn cost_of(&self, ix: PlacementIx, start: Instant) -> i64 {
        if self.cells.is_empty() {
            return 0;
        }
        self.change_cost(&self.changes_in(ix, start))
    }

    /// The steps that a placement coming in means: which cell, for which placement, by how much.
    fn changes_in(&self, ix: PlacementIx, start: Instant) -> Vec<(usize, PlacementIx, i64)> {
        let placement = self.ws.placement(ix);
        let step = |ix: PlacementIx, start: Instant, by: i64| {
            let cells = self.cells_of(self.ws.placement(ix), start);
            cells.into_iter().map(move |cell| (cell, ix, by))
        };
        if self.ws.mix.count == Count::Placements {
            return step(ix, start, 1).collect();
        }
        let first = self.posts.get(&placement.post.get()).and_then(|starts| starts.first());
        match first {
            None => step(ix, start, 1).collect(),
            Some(&(earliest, other)) if (start, ix) < (earliest, other) => {
                step(other, earliest, -1).chain(step(ix, start, 1)).collect()
            }
            Some(_) => Vec::new(),
        }
    }

    fn change_cost(&self, changes: &[(usize, PlacementIx, i64)]) -> i64 {
        let mut cells: Vec<usize> = changes.iter().map(|change| change.0).collect();
        cells.sort_unstable();
        cells.dedup();
        let mut difference = 0;
        for index in cells {
            let cell = &self.cells[index];
            let here = || changes.iter().filter(|change| change.0 == index);
            let total = cell.total + here().map(|change| change.2).sum::<i64>();
            let count = |share: usize| {
                cell.shares[share]
                    + here()
                        .filter(|change| self.counts(share, change.1))
                        .map(|change| change.2)
                        .sum::<i64>()
            };
            difference += self.cell_cost(index, total, count);
            difference -= self.cell_cost(index, cell.total, |share| cell.shares[share]);
        }
        difference
    }

    /// Whether a share counts a placement.
    pub(super) fn counts(&self, share: usize, ix: PlacementIx) -> bool {
        let placement = self.ws.placement(ix);
        placement.pillar.is_some_and(|pillar| {
            self.ws.mix.shares[share].counts(pillar, placement.format.as_deref())
        })
    }

    /// Counts a placement in.
    pub(super) fn add(&mut self, ix: PlacementIx, start: Instant) {
        let changes = self.changes_in(ix, start);
        self.apply(&changes);
        if self.ws.mix.count == Count::Posts && self.ws.placement(ix).pillar.is_some() {
            let starts = self.posts.entry(self.ws.placement(ix).post.get()).or_default();
            let at = starts.partition_point(|entry| *entry < (start, ix));
            starts.insert(at, (start, ix));
        }
    }

    /// Counts a placement out.
    pub(super) fn remove(&mut self, ix: PlacementIx, start: Instant) {
        if let Some(starts) = self.posts.get_mut(&self.ws.placement(ix).post.get()) {
            starts.retain(|entry| *entry != (start, ix));
        }
        let undone: Vec<_> =
            self.changes_in(ix, start).into_iter().map(|(cell, ix, by)| (cell, ix, -by)).collect();
        self.apply(&undone);
    }

    /// Counts a placement that is out on a day nobody wrote the time of.
    pub(super) fn add_on_day(&mut self, ix: PlacementIx, day: NaiveDate) {
        let zone = self.ws.calendar.zone;
        self.add(ix, zone.resolve(day.and_time(NOON)).instant);
    }

    fn apply(&mut self, changes: &[(usize, PlacementIx, i64)]) {
        for &(index, ix, by) in changes {
            for share in 0..self.ws.mix.shares.len() {
                if self.counts(share, ix) {
                    self.cells[index].shares[share] += by;
                }
            }
            self.cells[index].total += by;
        }
    }
}

/// How far n of N is from a bound, in percent-posts: |100·n − target·N|, half away from zero where
/// the target has a tenth.
pub(super) fn away(bound: crate::model::Bound, n: i64, total: i64) -> i64 {
    let difference = 1_000 * n - bound.tenths * total;
    let over = match bound.kind {
        Target::Target => difference.abs(),
        Target::AtMost => difference.max(0),
        Target::AtLeast => (-difference).max(0),
    };
    (over + 5) / 10
}

/// The windows that touch a plan.
fn windows(ws: &Workspace, request: &Request) -> Vec<Window> {
    let mix: &Mix = &ws.mix;
    let plain = |from: NaiveDate, to: NaiveDate| Window { from, to, campaign: None };
    let length = u32::try_from((request.to - request.from).num_days() + 1).unwrap_or(1);
    match mix.window {
        MixWindow::Days(days) => {
            let back = u64::from(days.max(length) - 1);
            vec![plain(
                request.to.checked_sub_days(Days::new(back)).unwrap_or(request.from),
                request.to,
            )]
        }
        MixWindow::Campaign => ws
            .campaigns
            .iter()
            .enumerate()
            .map(|(i, campaign)| Window {
                from: campaign.from.unwrap_or(NaiveDate::MIN),
                to: campaign.to.unwrap_or(NaiveDate::MAX),
                campaign: Some(i),
            })
            .collect(),
        MixWindow::Week | MixWindow::Month | MixWindow::Quarter => {
            let mut windows = Vec::new();
            let mut day = request.from;
            while day <= request.to {
                let (from, to) = period(mix.window, day);
                windows.push(plain(from, to));
                match to.succ_opt() {
                    Some(next) => day = next,
                    None => break,
                }
            }
            windows
        }
    }
}

/// The week, month or quarter of a day.
fn period(window: MixWindow, day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first_of = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(day);
    let months = |first_month: u32, count: u32| {
        let next = first_month + count;
        let end = if next > 12 {
            first_of(day.year() + 1, next - 12)
        } else {
            first_of(day.year(), next)
        };
        (first_of(day.year(), first_month), end.pred_opt().unwrap_or(day))
    };
    match window {
        MixWindow::Quarter => months(day.month0() / 3 * 3 + 1, 3),
        MixWindow::Month => months(day.month(), 1),
        _ => {
            let week = crate::time::Week::of(day);
            (week.monday(), week.sunday())
        }
    }
}
