//! The mix of a stretch of days: for every window that touches it, each share, planned and published.
//!
//! Here the whole are the placements with a pillar, as in a plan; those without are counted apart.
//! A post that is asked for on several days counts where all of them are in the window. What should
//! have gone out before today and did not counts nowhere.

use super::days::{Counted, counted, day};
use super::owed::{Owed, Stage, owed};
use super::tally::{count_of, in_scope, judge, once, scopes};
use super::unsure::unsure;
use super::window::{Window, present, touching};
use crate::model::{
    ChannelIx, Count, Judgement, PillarIx, Placement, PlacementIx, Standing, Status, Workspace,
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The mix over one window, of all channels or of one.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The window.
    pub window: Window,
    /// Its first and last day; of a campaign, where they are written.
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
    /// The channel, when each is counted alone.
    pub channel: Option<ChannelIx>,
    /// All that count: those with a pillar.
    pub of: usize,
    /// Those of them that are out.
    pub out: usize,
    /// The shares that have a pillar in these days.
    pub lines: Vec<Line>,
    /// What counts in no share.
    pub apart: Apart,
    /// What would bring the mix back on target.
    pub owed: Owed,
}

/// A share over a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which share, in the order of the mix.
    pub share: usize,
    /// Planned, not out yet.
    pub planned: usize,
    /// Out.
    pub published: usize,
    /// What to make of it.
    pub judgement: Judgement,
}

impl Line {
    /// Both together.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.planned + self.published
    }
}

/// What counts in no share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// Placements without a pillar.
    pub without_pillar: usize,
    /// Pillars in no share, with how many count of each; also those of which none does.
    pub without_share: Vec<(PillarIx, usize)>,
    /// Placements whose day is past and that are not out.
    pub overdue: usize,
    /// Posts that have no sure day yet, and days in the window and outside of it.
    pub unsure: usize,
}

/// The shares over one window that today falls in, of all channels or of one.
#[derive(Clone, Debug)]
pub struct Balance {
    /// The window.
    pub window: Window,
    /// The channel, when each is counted alone.
    pub channel: Option<ChannelIx>,
    /// All that count: those with a pillar.
    pub of: usize,
    /// The shares that have a pillar in these days.
    pub lines: Vec<Line>,
}

/// How the shares stand over the windows that today falls in, by the count of [`sheets`].
#[must_use]
pub fn balances(ws: &Workspace, today: NaiveDate) -> Vec<Balance> {
    let all = Stretches::of(ws, today);
    let mut found = Vec::new();
    for window in present(ws, today) {
        let within = all.kept_in(ws, window);
        for channel in scopes(ws) {
            let seen = with_pillar(ws, &in_scope(ws, &within, channel));
            let lines = lines(ws, window, &seen);
            found.push(Balance { window, channel, of: seen.len(), lines });
        }
    }
    found
}

/// The mix over every window that touches these days. `today` decides what is overdue and from
/// which day on posts can still be written.
#[must_use]
pub fn sheets(ws: &Workspace, (from, to): (NaiveDate, NaiveDate), today: NaiveDate) -> Vec<Sheet> {
    let placed = counted(ws);
    let all = Stretches::of(ws, today);
    let mut found = Vec::new();
    for window in touching(ws, from, to) {
        let within = all.kept_in(ws, window);
        let late = all.overdue_in(ws, window);
        // Posts can still be written for the days that are asked for, and count only in the window.
        let (first, last) = window.days(ws);
        let days = (
            first.map_or(from, |first| first.max(from)).max(today),
            last.map_or(to, |last| last.min(to)),
        );
        for channel in scopes(ws) {
            let seen = in_scope(ws, &within, channel);
            let late = in_scope(ws, &late, channel).len();
            let stage = Stage { ws, placed: &placed, days, channel };
            found.push(sheet(&stage, window, &seen, late));
        }
    }
    found
}

fn sheet(stage: &Stage<'_>, window: Window, all: &[Counted], overdue: usize) -> Sheet {
    let ws = stage.ws;
    let seen = with_pillar(ws, all);
    let out = seen.iter().filter(|c| is_out(ws.placement(c.placement))).count();
    let lines = lines(ws, window, &seen);
    let without_share = (0..).map(PillarIx::new).zip(&ws.mix.pillars);
    let without_share = without_share
        .map(|(ix, _)| ix)
        .filter(|ix| !ws.mix.shares.iter().any(|share| share.pillars.contains(ix)))
        .map(|ix| {
            let own = |c: &&Counted| ws.placement(c.placement).pillar == Some(ix);
            (ix, seen.iter().filter(own).count())
        })
        .collect();
    Sheet {
        window,
        days: window.days(ws),
        channel: stage.channel,
        of: seen.len(),
        out,
        apart: Apart {
            without_pillar: all.len() - seen.len(),
            without_share,
            overdue,
            unsure: unsure(stage, window),
        },
        owed: owed(stage, &lines, &seen),
        lines,
    }
}

/// Those with a pillar.
fn with_pillar(ws: &Workspace, all: &[Counted]) -> Vec<Counted> {
    all.iter().filter(|counted| ws.placement(counted.placement).pillar.is_some()).copied().collect()
}

/// The shares that have a pillar in these days.
fn lines(ws: &Workspace, window: Window, seen: &[Counted]) -> Vec<Line> {
    let out: Vec<Counted> =
        seen.iter().filter(|c| is_out(ws.placement(c.placement))).copied().collect();
    let shares = ws.mix.shares.iter().enumerate().filter(|(_, share)| window.knows(ws, share));
    shares
        .map(|(i, share)| {
            let (count, published) = (count_of(ws, share, seen), count_of(ws, share, &out));
            let judgement = judge(share.bound, count, seen.len());
            Line { share: i, planned: count - published, published, judgement }
        })
        .collect()
}

/// Every placement with its first day, and the last day of each.
struct Stretches {
    /// What counts.
    kept: Vec<Counted>,
    /// What should have gone out before today and did not.
    overdue: Vec<Counted>,
    last: HashMap<PlacementIx, NaiveDate>,
}

impl Stretches {
    fn of(ws: &Workspace, today: NaiveDate) -> Self {
        let mut last = HashMap::new();
        let mut all: Vec<Counted> = ws
            .each_placement()
            .filter(|(_, p)| !matches!(p.status.value, Status::Idea | Status::Cancelled))
            .filter_map(|(ix, p)| {
                let (first, end) = stretch(ws, p)?;
                last.insert(ix, end);
                Some(Counted { day: first, start: p.instant(), placement: ix })
            })
            .collect();
        all.sort_unstable();
        let late = |counted: &Counted| {
            let placement = ws.placement(counted.placement);
            let gone = placement.status.value >= Status::Scheduled || is_out(placement);
            !gone && last.get(&counted.placement).is_some_and(|day| *day < today)
        };
        let (overdue, kept): (Vec<Counted>, Vec<Counted>) = all.into_iter().partition(late);
        let kept = match ws.mix.count {
            Count::Placements => kept,
            Count::Posts => once(ws, kept),
        };
        Self { kept, overdue, last }
    }

    fn kept_in(&self, ws: &Workspace, window: Window) -> Vec<Counted> {
        self.kept.iter().filter(|counted| self.is_in(ws, window, counted)).copied().collect()
    }

    fn overdue_in(&self, ws: &Workspace, window: Window) -> Vec<Counted> {
        self.overdue.iter().filter(|counted| self.is_in(ws, window, counted)).copied().collect()
    }

    /// Whether a window holds all the days of a placement.
    fn is_in(&self, ws: &Workspace, window: Window, counted: &Counted) -> bool {
        let end = self.last.get(&counted.placement).copied().unwrap_or(counted.day);
        window.holds(ws, counted) && window.holds(ws, &Counted { day: end, ..*counted })
    }
}

/// The days that a placement is on, or is asked for on.
pub(super) fn stretch(ws: &Workspace, placement: &Placement) -> Option<(NaiveDate, NaiveDate)> {
    if let Some(day) = day(ws, placement) {
        return Some((day, day));
    }
    if let Some(when) = placement.date() {
        return Some((when.first(), when.last()));
    }
    let (from, to) = placement.window?;
    let local = |at| ws.calendar.zone.local(at).date();
    Some((local(from?), local(to?)))
}

fn is_out(placement: &Placement) -> bool {
    placement.status.value == Status::Published
        || matches!(placement.standing, Standing::Published(_))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{calendar, day, november, read};
    use super::*;

    const MIX: &str = "[mix.pillars.promo]\n[mix.pillars.quiz]\n[[mix.share]]\n\
        pillars = [\"promo\"]\nat_most = 20";

    #[test]
    fn posts_without_a_pillar_and_pillars_without_a_share_stand_apart() {
        let mix = format!("[mix]\nwindow = \"month\"\n{MIX}");
        let ws = calendar(&mix, 40, &[("promo", 2), ("quiz", 3), ("-", 4)]);
        let sheet = november(&ws).remove(0);
        assert_eq!((sheet.of, sheet.out, sheet.lines[0].count()), (5, 0, 2));
        assert_eq!(sheet.apart.without_pillar, 4);
        assert_eq!(sheet.apart.without_share, [(PillarIx::new(1), 3)]);
    }

    #[test]
    fn every_window_that_touches_the_days_has_a_sheet() {
        let days = |window: &str| -> Vec<(Option<NaiveDate>, Option<NaiveDate>)> {
            let ws = calendar(&format!("[mix]\nwindow = \"{window}\"\n{MIX}"), 7, &[]);
            let span = (day("2026-11-28"), day("2026-12-06"));
            sheets(&ws, span, span.0).iter().map(|sheet| sheet.days).collect()
        };
        let pair = |a: &str, b: &str| (Some(day(a)), Some(day(b)));
        assert_eq!(days("28d"), [pair("2026-11-09", "2026-12-06")]);
        assert_eq!(days("3d"), [pair("2026-11-28", "2026-12-06")]);
        let weeks = [pair("2026-11-23", "2026-11-29"), pair("2026-11-30", "2026-12-06")];
        assert_eq!(days("week"), weeks);
        let months = [pair("2026-11-01", "2026-11-30"), pair("2026-12-01", "2026-12-31")];
        assert_eq!(days("month"), months);
        assert_eq!(days("quarter"), [pair("2026-10-01", "2026-12-31")]);
        assert!(days("campaign").is_empty());
    }

    #[test]
    fn open_dates_count_where_they_fit_and_the_past_does_not_count() {
        let ws = read(
            "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.a]\nnetwork = \"instagram\"\n\
             [channels.b]\nnetwork = \"facebook\"\n[mix]\nwindow = \"week\"\nscope = \"channel\"\n\
             [mix.pillars.promo]\n[[mix.share]]\npillars = [\"promo\"]\nat_most = 20\n\
             [[post]]\nid = \"w\"\ntitle = \"W\"\npillar = \"promo\"\nchannels = [\"a\"]\n\
             date = \"2026-W48\"\n[[post]]\nid = \"m\"\ntitle = \"M\"\npillar = \"promo\"\n\
             channels = [\"a\"]\ndate = \"2026-11\"\n[[post]]\nid = \"o\"\ntitle = \"O\"\n\
             pillar = \"promo\"\nchannels = [\"b\"]\ndate = 2026-11-23\n",
        );
        let span = (day("2026-11-24"), day("2026-11-29"));
        let all = sheets(&ws, span, span.0);
        let said: Vec<_> = all.iter().map(|s| (s.of, s.apart.overdue)).collect();
        assert_eq!(said, [(1, 0), (0, 1)]);
    }
}
