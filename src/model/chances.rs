//! Dates to seize: the events of `effect = "opportunity"`, and the posts that seize them.
//!
//! What counts is the same for `check` and for `plan`; they differ in what they know of instants.

use super::{
    Effect, LinkTo, Occurrence, Placement, PlacementIx, Post, Standing, Status, Workspace,
};
use crate::time::Instant;
use chrono::{Days, NaiveDate};

/// How many days before an opportunity it is spoken of, unless its `lead` says otherwise.
pub const OPPORTUNITY_LEAD: u32 = 14;

/// Working days that a post takes to be made where `[plan] lead` says nothing.
pub const DAYS_TO_WRITE: u32 = 5;

/// A post that names an event counts for that year's, not for the next: so many days around it.
const SAME_YEAR: i64 = 183;

/// How far a `lead` reaches at most, in days.
const FARTHEST: i64 = 366;

/// A date to seize.
#[derive(Clone, Debug)]
pub struct Chance {
    /// The event on its days.
    pub occurrence: Occurrence,
    /// From this day on it is spoken of: its first day less the `lead`.
    pub alert: NaiveDate,
    /// The day on which a post for its first day should be begun.
    pub begin: NaiveDate,
    /// How many working days lie between, both for writing and for what follows it.
    pub days_to_write: u32,
    /// The posts that seize it, in file order.
    pub posts: Vec<PlacementIx>,
}

impl Workspace {
    /// Working days from the first thought of a post to its slot: the longest of `[plan] lead`.
    #[must_use]
    pub fn days_to_write(&self) -> u32 {
        let steps = super::StepKind::ALL.into_iter();
        steps.filter_map(|step| self.plan.lead.days(step)).max().unwrap_or(DAYS_TO_WRITE)
    }

    /// The dates to seize of which the days from the alert to the last one touch `from..=to`, by
    /// first day. `start` knows the instants that a plan gives; nothing where it gives none.
    pub fn chances(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        start: &dyn Fn(PlacementIx) -> Option<Instant>,
    ) -> Vec<Chance> {
        let leads = self.events.iter().filter_map(|event| event.lead);
        let farthest = leads.map(days_of).max().unwrap_or(0).max(i64::from(OPPORTUNITY_LEAD));
        let horizon = to.checked_add_days(days(farthest)).unwrap_or(to);
        let days_to_write = self.days_to_write();
        let workdays = self.workdays(from);
        let chance = |occurrence: Occurrence| {
            let lead = occurrence.event.and_then(|ix| self.event(ix).lead);
            let lead = lead.map_or(i64::from(OPPORTUNITY_LEAD), days_of);
            let alert = occurrence.first.checked_sub_days(days(lead)).unwrap_or(occurrence.first);
            let begin = workdays.back(occurrence.first, days_to_write);
            Chance { alert, begin, days_to_write, posts: Vec::new(), occurrence }
        };
        let mut all: Vec<Chance> = self
            .occurrences(from, horizon)
            .into_iter()
            .filter(|occurrence| occurrence.effect == Effect::Opportunity)
            .map(chance)
            .filter(|chance| chance.alert <= to)
            .collect();
        for (ix, placement) in self.each_placement() {
            if all.is_empty() || !is_planned(placement) {
                continue;
            }
            let Some(days) = self.days_of(placement, start(ix)) else { continue };
            let post = self.post_of(placement);
            for chance in all.iter_mut().filter(|c| c.occurrence.concerns(placement.channel)) {
                if self.seizes(post, days, &chance.occurrence) {
                    chance.posts.push(ix);
                }
            }
        }
        all
    }

    /// Whether a post of these days seizes an opportunity: it goes out on its days, or it names it.
    fn seizes(
        &self,
        post: &Post,
        (first, last): (NaiveDate, NaiveDate),
        chance: &Occurrence,
    ) -> bool {
        if chance.first <= first && last <= chance.last {
            return true;
        }
        let near = |day: NaiveDate, other: NaiveDate| (day - other).num_days().abs() <= SAME_YEAR;
        (near(first, chance.first) || near(last, chance.last)) && self.names(post, chance)
    }

    /// Whether a post says that it is about an event: `after`, `before`, or its id as `topic`.
    fn names(&self, post: &Post, chance: &Occurrence) -> bool {
        let Some(ix) = chance.event else { return false };
        let id = self.event(ix).id.as_ref().map(|id| id.value.as_str());
        let topic = post.topic.as_ref().map(|topic| topic.value.as_str());
        post.after.iter().any(|link| link.to.value == LinkTo::Event(ix))
            || id.is_some() && id == topic
    }

    /// The local days, both included, between which a placement starts: its instant where a plan or
    /// the file gives one, else what its date or its window leaves. Nothing where nothing is asked.
    #[must_use]
    pub fn days_of(
        &self,
        placement: &Placement,
        planned: Option<Instant>,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let zone = self.channel(placement.channel).zone;
        if let Some(at) = planned.or_else(|| placement.instant()) {
            let day = zone.local(at).date();
            return Some((day, day));
        }
        if let Standing::OnDay(day) = placement.standing {
            return Some((day, day));
        }
        let dated = placement.date().map(|when| (when.first(), when.last()));
        let window = placement
            .window
            .and_then(|(from, to)| Some((zone.local(from?).date(), zone.local(to?).date())));
        match (dated, window) {
            (Some(date), Some(window)) => Some((date.0.max(window.0), date.1.min(window.1))),
            (one, other) => one.or(other),
        }
        .filter(|(first, last)| first <= last)
    }
}

/// Whether a placement is promised: planned or further, and not cancelled.
#[must_use]
pub const fn is_planned(placement: &Placement) -> bool {
    let plannable = placement.status.value.is_plannable();
    let settled = placement.status.value.is_settled();
    let out = matches!(placement.standing, Standing::Published(_));
    (plannable || settled || out) && !matches!(placement.status.value, Status::Cancelled)
}

/// Whole days of a lead, rounded up.
fn days_of(lead: crate::time::Lapse) -> i64 {
    let seconds = lead.seconds().max(0);
    (seconds / 86_400 + i64::from(seconds % 86_400 != 0)).min(FARTHEST)
}

fn days(n: i64) -> Days {
    Days::new(u64::try_from(n).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use std::path::Path;

    fn workspace(body: &str) -> Workspace {
        let head = "[calendar]\ntimezone = \"Europe/Paris\"\ncountry = \"FR\"\n\
            [channels.x]\nnetwork = \"x\"\n[channels.y]\nnetwork = \"bluesky\"\n";
        let mut sources = Sources::default();
        let text = format!("{head}{body}");
        let loaded = crate::load::from_text(&text, Path::new("."), &mut sources).unwrap();
        loaded.workspace.unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The titles of the posts that seize the first opportunity around a day.
    fn seized(body: &str, from: &str, to: &str) -> Vec<String> {
        let event = "[[event]]\nid = \"night\"\nname = \"Night\"\nrule = \"05-23\"\n\
            effect = \"opportunity\"\nchannels = [\"x\"]\n";
        let ws = workspace(&format!("{event}{body}"));
        let all = ws.chances(day(from), day(to), &|_| None);
        let [chance] = &all[..] else { panic!("{all:?}") };
        chance.posts.iter().map(|ix| ws.post_of(ws.placement(*ix)).id.name.clone()).collect()
    }

    #[test]
    fn a_post_on_the_day_or_with_its_name_seizes_it() {
        let post = |id: &str, rest: &str| {
            format!("[[post]]\nid = \"{id}\"\ntitle = \"A\"\nchannels = [\"x\"]\n{rest}\n")
        };
        let body = [
            post("day", "date = 2026-05-23"),
            post("week", "date = \"2026-W21\""),
            post("topic", "date = \"2026-05\"\ntopic = \"night\""),
            post("link", "date = 2026-05-18\nbefore = [{ event = \"night\" }]"),
            post("idea", "date = 2026-05-23\nstatus = \"idea\""),
            post("gone", "date = 2026-05-23\nstatus = \"cancelled\""),
            post("old", "at = 2025-05-22T12:00:00\ntopic = \"night\"\nstatus = \"published\""),
            post("other", "date = 2026-05-23").replace("\"x\"", "\"y\""),
        ];
        assert_eq!(seized(&body.concat(), "2026-05-10", "2026-05-16"), ["day", "topic", "link"]);
        assert_eq!(seized(&body.concat(), "2025-05-23", "2025-05-23"), ["old"]);
    }

    #[test]
    fn a_lead_says_when_it_is_spoken_of() {
        let ws = workspace(
            "[plan]\nlead = { brief = \"8d\", draft = \"3d\" }\n\
            [[event]]\nname = \"A\"\ndate = 2026-11-25\neffect = \"opportunity\"\n\
            [[event]]\nname = \"B\"\ndate = 2026-11-27\neffect = \"opportunity\"\nlead = \"3d\"\n\
            [[event]]\nname = \"C\"\ndate = 2026-11-27\n",
        );
        let all = ws.chances(day("2026-11-12"), day("2026-11-12"), &|_| None);
        let [a] = &all[..] else { panic!("{all:?}") };
        assert_eq!((a.alert, a.days_to_write), (day("2026-11-11"), 8));
        // Eight working days before a Wednesday; 11 November is none.
        assert_eq!(a.begin, day("2026-11-13"));
        assert_eq!(ws.chances(day("2026-11-24"), day("2026-11-24"), &|_| None).len(), 2);
    }

    #[test]
    fn days_off_of_its_own_are_no_days_to_write() {
        let ws = workspace(
            "[[event]]\nname = \"Closed\"\ndate = \"2026-12-21/2027-01-01\"\nkind = \"holiday\"\n\
            [[event]]\nname = \"A\"\ndate = 2027-01-06\neffect = \"opportunity\"\n",
        );
        let all = ws.chances(day("2026-12-28"), day("2026-12-28"), &|_| None);
        let [a] = &all[..] else { panic!("{all:?}") };
        // The 5th and the 4th of January, then the 18th, 17th and 16th of December.
        assert_eq!((a.days_to_write, a.begin), (5, day("2026-12-16")));
    }

    #[test]
    fn a_plan_says_where_a_wide_date_goes() {
        let ws = workspace(
            "[[event]]\nname = \"A\"\ndate = 2026-11-25\neffect = \"opportunity\"\n\
            [[post]]\nid = \"a\"\ntitle = \"A\"\nchannels = [\"x\"]\ndate = \"2026-W48\"\n",
        );
        let on = |at: &str| {
            let at = Instant::parse_rfc3339(at);
            let all = ws.chances(day("2026-11-25"), day("2026-11-25"), &|_| at);
            all[0].posts.len()
        };
        assert_eq!((on("2026-11-25T12:00:00+01:00"), on("2026-11-24T12:00:00+01:00")), (1, 0));
    }

    #[test]
    fn school_holidays_can_be_seized() {
        let mut ws = workspace("");
        let zone = crate::source::At { source: ws.root, span: crate::source::Span::new(0..1) };
        ws.calendar.school_zone = Some(crate::source::Loc::new(crate::time::SchoolZone::C, zone));
        assert!(ws.chances(day("2026-12-19"), day("2026-12-20"), &|_| None).is_empty());
        ws.calendar.school = Effect::Opportunity;
        assert_eq!(ws.chances(day("2026-12-19"), day("2026-12-20"), &|_| None).len(), 1);
        ws.calendar.country = Some(crate::source::Loc::new("BE".to_owned(), zone));
        assert!(ws.chances(day("2026-12-19"), day("2026-12-20"), &|_| None).is_empty());
    }
}
