//! What the human asked of one placement: days, a time, a window, and what it must come after.

use super::Request;
use crate::model::{EventDate, LinkTo, Placement, Side, Workspace};
use crate::time::{Instant, Lapse};
use chrono::{Days, NaiveDate};

/// When a placement may go out by what the human wrote.
pub(super) struct Wanted<'a> {
    ws: &'a Workspace,
    placement: &'a Placement,
    pub(super) time: Option<chrono::NaiveTime>,
    series: Option<&'a crate::model::Series>,
    anchors: Vec<Anchor<'a>>,
    /// The first and the last day that the window touches, on the channel's clock.
    window: (Option<NaiveDate>, Option<NaiveDate>),
}

/// An event or a campaign that a placement must come after, or before.
struct Anchor<'a> {
    name: &'a str,
    side: Side,
    min: Lapse,
    max: Option<Lapse>,
    /// When: several for a yearly event, of which the nearest to a start counts.
    instants: Vec<Instant>,
}

impl Anchor<'_> {
    /// Whether a start is at the distance asked for.
    fn allows(&self, start: Instant) -> bool {
        let nearest = self.instants.iter().min_by_key(|at| (start.since(**at).abs(), **at));
        let Some(&anchor) = nearest else { return true };
        let distance = match self.side {
            Side::After => start.since(anchor),
            Side::Before => anchor.since(start),
        };
        self.min <= distance && self.max.is_none_or(|max| distance <= max)
    }
}

impl<'a> Wanted<'a> {
    pub(super) fn of(ws: &'a Workspace, placement: &'a Placement, request: &Request) -> Self {
        let post = ws.post_of(placement);
        let named = placement.date().is_some_and(crate::time::When::is_day);
        let series = post.series.as_ref().filter(|_| !named).map(|series| ws.series(series.value));
        let time = placement.time().or_else(|| series.and_then(|series| series.time));
        let zone = ws.channel(placement.channel).zone;
        let day = |at: Option<Instant>| at.map(|at| zone.local(at).date());
        let window = placement.window.map_or((None, None), |(from, to)| (day(from), day(to)));
        let anchors = anchors(ws, placement, request);
        Self { ws, placement, time, series, anchors, window }
    }

    /// The same without the series, where the human gave a date or a time.
    pub(super) fn without_series(mut self) -> Self {
        if self.placement.date().is_some() || self.placement.time().is_some() {
            self.time = self.placement.time();
            self.series = None;
        }
        self
    }

    /// Whether a day of the channel's clock is wanted: date, campaign, series.
    pub(super) fn allows_day(&self, day: NaiveDate) -> bool {
        let campaign = self.ws.post_of(self.placement).campaign.as_ref();
        self.placement.date().is_none_or(|date| date.contains(day))
            && campaign.is_none_or(|campaign| self.ws.campaign(campaign.value).runs_on(day))
            && self.series.is_none_or(|series| series.is_due(day))
            && self.window_touches(day)
    }

    /// The stretch of days that holds every day of the plan that the date and the window reach;
    /// nothing when they reach none.
    pub(super) fn reach(&self, request: &Request) -> Option<(NaiveDate, NaiveDate)> {
        let date = self.placement.date();
        let first = [date.map(crate::time::When::first), self.window.0];
        let last = [date.map(crate::time::When::last), self.window.1];
        let from = first.into_iter().flatten().fold(request.from, NaiveDate::max);
        let to = last.into_iter().flatten().fold(request.to, NaiveDate::min);
        (from <= to).then_some((from, to))
    }

    fn window_touches(&self, day: NaiveDate) -> bool {
        let (from, to) = self.window;
        from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
    }

    /// Whether an instant lies in the post's window.
    pub(super) fn allows_instant(&self, start: Instant) -> bool {
        self.placement.window.is_none_or(|(from, to)| {
            from.is_none_or(|from| from <= start) && to.is_none_or(|to| start <= to)
        })
    }

    /// The event or campaign that forbids an instant.
    pub(super) fn closing_link(&self, start: Instant) -> Option<&'a str> {
        self.anchors.iter().find(|anchor| !anchor.allows(start)).map(|anchor| anchor.name)
    }
}

/// The anchors of a placement. After an event counts from the end of its last day, before it from
/// the start of its first; a campaign from the start of its first day; all on the channel's clock.
fn anchors<'a>(ws: &'a Workspace, placement: &Placement, request: &Request) -> Vec<Anchor<'a>> {
    let zone = ws.channel(placement.channel).zone;
    let midnight = |day: NaiveDate| zone.resolve(day.and_time(chrono::NaiveTime::MIN)).instant;
    let links = ws.post_of(placement).after.iter();
    links
        .filter_map(|link| {
            let (name, days) = match link.to.value {
                LinkTo::Post(_) => return None,
                LinkTo::Campaign(ix) => {
                    let campaign = ws.campaign(ix);
                    (
                        campaign.name.as_str(),
                        campaign.from.map(|from| (from, None)).into_iter().collect(),
                    )
                }
                LinkTo::Event(ix) => {
                    let event = ws.event(ix);
                    (event.name.as_str(), occurrences(event, request))
                }
            };
            let instants = days.into_iter().map(|(first, last)| match (link.side, last) {
                (Side::After, Some(last)) => midnight(last.succ_opt().unwrap_or(last)),
                _ => midnight(first),
            });
            let instants = instants.collect();
            Some(Anchor { name, side: link.side, min: link.min, max: link.max, instants })
        })
        .collect()
}

/// The first and last days of an event, years enough around the plan for the nearest to be there.
fn occurrences(
    event: &crate::model::Event,
    request: &Request,
) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    // Nine years, because 29 February may be eight years away.
    let years = Days::new(9 * 366);
    let (from, to) = match event.date {
        EventDate::Days(first, last) => (first, last),
        EventDate::Yearly(_) => (
            request.from.checked_sub_days(years).unwrap_or(NaiveDate::MIN),
            request.to.checked_add_days(years).unwrap_or(NaiveDate::MAX),
        ),
    };
    event.occurrences(from, to).into_iter().map(|(first, last)| (first, Some(last))).collect()
}
