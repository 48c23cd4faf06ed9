//! Quotas: what counts in them, and how much is left of each.

use super::days::{Counted, period};
use crate::model::{Quota, Workspace};
use chrono::NaiveDate;

/// A quota over one of its periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Which quota, in the order of the mix.
    pub quota: usize,
    /// First day of the period.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// How many count.
    pub count: usize,
    /// How many may.
    pub at_most: usize,
}

impl Allowance {
    /// How many more may come.
    #[must_use]
    pub const fn left(&self) -> usize {
        self.at_most.saturating_sub(self.count)
    }
}

/// What counts in a quota, in order of time.
#[must_use]
pub fn matching(ws: &Workspace, quota: &Quota, all: &[Counted]) -> Vec<Counted> {
    let counts = |counted: &&Counted| {
        let placement = ws.placement(counted.placement);
        quota.counts(placement.pillar, placement.format.as_deref())
    };
    let mut found: Vec<Counted> = all.iter().filter(counts).copied().collect();
    found.sort_unstable();
    found
}

/// Every quota over its periods that touch these days.
#[must_use]
pub fn allowances(
    ws: &Workspace,
    all: &[Counted],
    (from, to): (NaiveDate, NaiveDate),
) -> Vec<Allowance> {
    let of = |(i, quota): (usize, &Quota)| {
        let found = matching(ws, quota, all);
        let at_most = usize::try_from(quota.at_most).unwrap_or(usize::MAX);
        let per = quota.per;
        let next = move |(_, last): &(NaiveDate, NaiveDate)| {
            let day = last.succ_opt().filter(|day| *day <= to)?;
            Some(period(per, day))
        };
        let periods = std::iter::successors(Some(period(per, from)), next);
        periods
            .map(|(first, last)| {
                let within = |counted: &&Counted| (first..=last).contains(&counted.day);
                let count = found.iter().filter(within).count();
                Allowance { quota: i, from: first, to: last, count, at_most }
            })
            .collect::<Vec<_>>()
    };
    ws.mix.quotas.iter().enumerate().flat_map(of).collect()
}
