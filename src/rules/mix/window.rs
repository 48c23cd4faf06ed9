//! The stretches that shares are counted over.

use super::days::{Counted, month, quarter, week};
use crate::lang::{Lang, Text};
use crate::model::{CampaignIx, MixWindow, Share, Workspace};
use crate::rules::Facts;
use chrono::{Days, NaiveDate};

/// A stretch that shares are counted over.
pub(super) enum Window {
    /// These days, both included.
    Days(NaiveDate, NaiveDate),
    /// The posts of a campaign.
    Campaign(CampaignIx),
}

impl Window {
    /// Whether a placement is counted in it.
    pub(super) fn holds(&self, ws: &Workspace, counted: &Counted) -> bool {
        match *self {
            Self::Days(first, last) => (first..=last).contains(&counted.day),
            Self::Campaign(ix) => {
                let post = ws.post_of(ws.placement(counted.placement));
                post.campaign.as_ref().map(|campaign| campaign.value) == Some(ix)
            }
        }
    }

    /// Whether a pillar of the share exists on one of its days.
    pub(super) fn knows(&self, ws: &Workspace, share: &Share) -> bool {
        let (first, last) = match *self {
            Self::Days(first, last) => (Some(first), Some(last)),
            Self::Campaign(ix) => (ws.campaign(ix).from, ws.campaign(ix).to),
        };
        let before = |one: Option<NaiveDate>, other| one.zip(other).is_none_or(|(a, b)| a <= b);
        share
            .pillars
            .iter()
            .map(|&pillar| ws.pillar(pillar))
            .any(|pillar| before(pillar.from, last) && before(first, pillar.to))
    }
}

/// The windows that today falls in.
pub(super) fn windows(facts: &Facts<'_>) -> Vec<Window> {
    let today = facts.today();
    let days = |(first, last): (NaiveDate, NaiveDate)| vec![Window::Days(first, last)];
    match facts.ws.mix.window {
        MixWindow::Days(n) => {
            let back = Days::new(u64::from(n.max(1)) - 1);
            days((today.checked_sub_days(back).unwrap_or(today), today))
        }
        MixWindow::Week => days(week(today)),
        MixWindow::Month => days(month(today)),
        MixWindow::Quarter => days(quarter(today)),
        MixWindow::Campaign => (0..)
            .map(CampaignIx::new)
            .zip(&facts.ws.campaigns)
            .filter(|(_, campaign)| campaign.runs_on(today))
            .map(|(ix, _)| Window::Campaign(ix))
            .collect(),
    }
}

/// Over what shares were counted, for people.
pub(super) fn over(ws: &Workspace, window: &Window) -> Text {
    Text::of(|lang| match (lang, window) {
        (Lang::En, Window::Days(first, last)) => {
            format!("counted over {}", crate::lang::span_of_days(lang, *first, *last))
        }
        (Lang::Fr, Window::Days(first, last)) => {
            format!("période comptée\u{a0}: {}", crate::lang::span_of_days(lang, *first, *last))
        }
        (Lang::En, Window::Campaign(ix)) => {
            format!("counted over the campaign {}", ws.campaign(*ix).name)
        }
        (Lang::Fr, Window::Campaign(ix)) => {
            format!("compté sur la campagne {}", ws.campaign(*ix).name)
        }
    })
}
