//! What campaigns and posts are for, and what can be said of it.
//!
//! A goal is free text. Reactions measure none: what a post is for stands beside what is known.

use super::Seen;
use super::fate::{Fate, Fates};
use super::sums::Sums;
use crate::model::{CampaignIx, PlacementIx, Workspace};

/// A goal and what was done for it.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Whose it is.
    pub of: GoalOf,
    /// In the words of the calendar.
    pub goal: String,
    /// Posts that went out for it since the first day of the report; a post on two channels counts
    /// twice.
    pub out: usize,
    /// Posts for it that are to come: with a slot, or with a date alone.
    pub to_come: usize,
    /// Posts for it that are late.
    pub late: usize,
    /// What those that went out got, as far as results are there.
    pub sums: Sums,
}

/// Whose a goal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalOf {
    /// A campaign's.
    Campaign(CampaignIx),
    /// That of posts which name it.
    Posts,
}

/// Every goal that something was or will be done for, those of campaigns first, in file order.
pub(super) fn goals(ws: &Workspace, fates: &Fates, seen: &[Seen<'_>]) -> Vec<Goal> {
    let mut goals = Vec::new();
    for (i, campaign) in ws.campaigns.iter().enumerate() {
        if let Some(goal) = campaign.goal.as_deref().map(str::trim).filter(|g| !g.is_empty()) {
            let ix = CampaignIx::new(i);
            let is_for = |placement| {
                let post = ws.post_of(ws.placement(placement));
                post.campaign.as_ref().is_some_and(|campaign| campaign.value == ix)
            };
            goals.push(one(GoalOf::Campaign(ix), goal, fates, seen, is_for));
        }
    }
    let mut named: Vec<&str> = Vec::new();
    for goal in ws.posts.iter().filter_map(|post| post.goal.as_deref()).map(str::trim) {
        if !goal.is_empty() && !named.contains(&goal) {
            named.push(goal);
        }
    }
    for goal in named {
        let is_for = |placement| {
            let own = ws.post_of(ws.placement(placement)).goal.as_deref();
            own.is_some_and(|own| own.trim() == goal)
        };
        goals.push(one(GoalOf::Posts, goal, fates, seen, is_for));
    }
    goals.retain(|goal| goal.out + goal.to_come + goal.late > 0);
    goals
}

fn one(
    of: GoalOf,
    goal: &str,
    fates: &Fates,
    seen: &[Seen<'_>],
    is_for: impl Fn(PlacementIx) -> bool,
) -> Goal {
    let (mut out, mut to_come, mut late) = (0, 0, 0);
    for (_, fate) in fates.list.iter().filter(|(placement, _)| is_for(*placement)) {
        match *fate {
            Fate::Out(day, _) if day >= fates.since => out += 1,
            Fate::Out(..) => {}
            Fate::Missed(_) => late += 1,
            Fate::ToCome(..) | Fate::Wanted(..) => to_come += 1,
        }
    }
    let own = seen.iter().filter(|seen| seen.placement.is_some_and(&is_for));
    let sums = Sums::of(own.map(|seen| seen.outing));
    Goal { of, goal: goal.to_owned(), out, to_come, late, sums }
}
