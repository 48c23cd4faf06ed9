//! The stretches that shares are counted over.

use super::days::{Counted, month, quarter, week};
use crate::model::{Campaign, CampaignIx, MixWindow, Share, Workspace};
use chrono::{Days, NaiveDate};

/// A stretch that shares are counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// These days, both included.
    Days(NaiveDate, NaiveDate),
    /// The posts of a campaign.
    Campaign(CampaignIx),
}

impl Window {
    /// Whether a placement is counted in it.
    #[must_use]
    pub fn holds(&self, ws: &Workspace, counted: &Counted) -> bool {
        match *self {
            Self::Days(first, last) => (first..=last).contains(&counted.day),
            Self::Campaign(ix) => {
                let post = ws.post_of(ws.placement(counted.placement));
                post.campaign.as_ref().map(|campaign| campaign.value) == Some(ix)
            }
        }
    }

    /// Its first and last day; of a campaign, where they are written.
    #[must_use]
    pub fn days(&self, ws: &Workspace) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match *self {
            Self::Days(first, last) => (Some(first), Some(last)),
            Self::Campaign(ix) => (ws.campaign(ix).from, ws.campaign(ix).to),
        }
    }

    /// Whether a pillar of the share exists on one of its days.
    #[must_use]
    pub fn knows(&self, ws: &Workspace, share: &Share) -> bool {
        let (first, last) = self.days(ws);
        let before = |one: Option<NaiveDate>, other| one.zip(other).is_none_or(|(a, b)| a <= b);
        share
            .pillars
            .iter()
            .map(|&pillar| ws.pillar(pillar))
            .any(|pillar| before(pillar.from, last) && before(first, pillar.to))
    }
}

/// The windows that today falls in.
#[must_use]
pub fn present(ws: &Workspace, today: NaiveDate) -> Vec<Window> {
    let days = |(first, last): (NaiveDate, NaiveDate)| vec![Window::Days(first, last)];
    match ws.mix.window {
        MixWindow::Days(n) => {
            let back = Days::new(u64::from(n.max(1)) - 1);
            days((today.checked_sub_days(back).unwrap_or(today), today))
        }
        MixWindow::Week => days(week(today)),
        MixWindow::Month => days(month(today)),
        MixWindow::Quarter => days(quarter(today)),
        MixWindow::Campaign => (0..)
            .map(CampaignIx::new)
            .zip(&ws.campaigns)
            .filter(|(_, campaign)| campaign.runs_on(today))
            .map(|(ix, _)| Window::Campaign(ix))
            .collect(),
    }
}

/// The windows that touch a stretch of days. A window of days that roll ends with it, and is no
/// shorter.
#[must_use]
pub fn touching(ws: &Workspace, from: NaiveDate, to: NaiveDate) -> Vec<Window> {
    let period: fn(NaiveDate) -> (NaiveDate, NaiveDate) = match ws.mix.window {
        MixWindow::Days(n) => {
            let length = u64::try_from((to - from).num_days()).unwrap_or(0);
            let back = Days::new((u64::from(n.max(1)) - 1).max(length));
            return vec![Window::Days(to.checked_sub_days(back).unwrap_or(from), to)];
        }
        MixWindow::Campaign => {
            let campaigns = (0..).map(CampaignIx::new).zip(&ws.campaigns);
            let touches = |campaign: &Campaign| {
                campaign.from.is_none_or(|first| first <= to)
                    && campaign.to.is_none_or(|last| from <= last)
            };
            let found = campaigns.filter(|(_, campaign)| touches(campaign));
            return found.map(|(ix, _)| Window::Campaign(ix)).collect();
        }
        MixWindow::Week => week,
        MixWindow::Month => month,
        MixWindow::Quarter => quarter,
    };
    let first = Some(period(from));
    let next = |(_, last): &(NaiveDate, NaiveDate)| {
        let day = last.succ_opt().filter(|day| *day <= to)?;
        Some(period(day))
    };
    std::iter::successors(first, next).map(|(first, last)| Window::Days(first, last)).collect()
}
