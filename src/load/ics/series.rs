//! From an event as written to its instances between two days, on the calendar's clock.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::event::{Cancelled, Written, on_clock_of};
use super::recur::{Allowance, CutShort};
use super::stamp::{Stamp, shift};
use super::{FaultKind, FeedEvent, FeedFault};

/// Instances one event may have in the window.
pub(super) const MOST_INSTANCES: usize = 2_000;
/// Instances all events together may have in the window.
const MOST_EVENTS: usize = 50_000;
/// Days that recurrence rules may look at, over the whole feed: a second's work at most, and
/// enough for a thousand daily events that count their instances over fifteen years.
const MOST_DAYS: u64 = 6_000_000;

/// Everything instances are made with.
pub(super) struct Unrolling<'a> {
    pub calendar: Tz,
    /// Both included.
    pub window: (NaiveDate, NaiveDate),
    pub faults: &'a mut Vec<FeedFault>,
}

/// Instances taken out of a series: single moments, and whole days.
#[derive(Default)]
struct Except {
    moments: HashSet<NaiveDateTime>,
    days: HashSet<NaiveDate>,
}

impl Unrolling<'_> {
    /// The instances of every event, unsorted.
    pub fn all(&mut self, written: &[Written]) -> Vec<FeedEvent> {
        let outdated = outdated(written);
        let replaced = replaced(written);
        let mut events = Vec::new();
        let mut allowance = Allowance { days: MOST_DAYS, dates: MOST_INSTANCES };
        for (index, event) in written.iter().enumerate() {
            if outdated.contains(&index) || event.cancelled == Cancelled::Yes {
                continue;
            }
            let Some(start) = event.start else { continue };
            let moved = event.uid.as_deref().and_then(|uid| replaced.get(uid));
            let moved = moved.map_or(&[][..], Vec::as_slice);
            let cut = self.one(event, start, moved, &mut allowance, &mut events);
            if cut.is_some() || events.len() > MOST_EVENTS {
                events.truncate(MOST_EVENTS);
                self.faults.push(FeedFault { line: event.line, kind: FaultKind::TooManyInstances });
            }
            if events.len() == MOST_EVENTS {
                break;
            }
        }
        events
    }

    /// The instances of one event.
    fn one(
        &self,
        event: &Written,
        start: Stamp,
        moved: &[Stamp],
        allowance: &mut Allowance,
        events: &mut Vec<FeedEvent>,
    ) -> Option<CutShort> {
        let (lengths, cut) = self.dates(event, start, allowance);
        let series = event.replaces.is_none();
        let except = self.except(event, start, if series { moved } else { &[] });
        for (at, long) in lengths {
            if except.moments.contains(&at) || except.days.contains(&at.date()) {
                continue;
            }
            events.extend(self.instance(event, start, at, long));
        }
        cut
    }

    /// When the instances begin, on the clock of the event, and how long each is.
    fn dates(
        &self,
        event: &Written,
        start: Stamp,
        allowance: &mut Allowance,
    ) -> (BTreeMap<NaiveDateTime, TimeDelta>, Option<CutShort>) {
        let first = on_clock_of(start, start, self.calendar);
        let mut dates = BTreeMap::new();
        let mut cut = None;
        // An instance that was changed is one instance, even where it repeats its series' rule.
        if event.rules.is_empty() || event.replaces.is_some() {
            dates.insert(first, event.length);
        }
        if event.replaces.is_some() {
            return (dates, None);
        }
        for rule in &event.rules {
            let until = rule.until.map(|until| self.until(until, start));
            let found = rule.dates(first, until, self.reach(event.length), allowance);
            cut = cut.or(found.cut_short);
            dates.extend(found.dates.into_iter().map(|at| (at, event.length)));
        }
        for (stamp, long) in &event.further {
            let at = match (self.mark(*stamp, start), start) {
                (Mark::Moment(at), _) => at,
                (Mark::Day(day), _) => day.and_time(first.time()),
            };
            dates.insert(at, long.unwrap_or(event.length));
        }
        (dates, cut)
    }

    /// The days an instance of this length may begin on and touch the window, with a day of
    /// margin on either side for the clocks of other zones.
    fn reach(&self, long: TimeDelta) -> (NaiveDate, NaiveDate) {
        let (from, to) = self.window;
        let days = u64::try_from(long.num_days()).unwrap_or_default();
        let from = days.checked_add(2).and_then(|days| from.checked_sub_days(Days::new(days)));
        let to = to.checked_add_days(Days::new(2)).unwrap_or(NaiveDate::MAX);
        (from.unwrap_or(NaiveDate::MIN), to)
    }

    /// The last moment of a series, on its clock: a day lasts until its end.
    fn until(&self, until: Stamp, start: Stamp) -> NaiveDateTime {
        match self.mark(until, start) {
            Mark::Moment(at) => at,
            Mark::Day(day) => day.and_hms_opt(23, 59, 59).unwrap_or(NaiveDateTime::MAX),
        }
    }

    /// What a stamp beside a series points at, on the clock of the series.
    fn mark(&self, stamp: Stamp, start: Stamp) -> Mark {
        match (start, stamp) {
            (Stamp::Day(_), _) => {
                let day = stamp.whole_day(self.calendar);
                Mark::Moment(day.and_time(NaiveTime::MIN))
            }
            (_, Stamp::Day(day)) => Mark::Day(day),
            _ => Mark::Moment(on_clock_of(stamp, start, self.calendar)),
        }
    }

    fn except(&self, event: &Written, start: Stamp, moved: &[Stamp]) -> Except {
        let mut except = Except::default();
        for stamp in event.except.iter().chain(moved) {
            match self.mark(*stamp, start) {
                Mark::Moment(at) => {
                    except.moments.insert(at);
                }
                Mark::Day(day) => {
                    except.days.insert(day);
                }
            }
        }
        except
    }

    /// One instance, if it touches the window.
    fn instance(
        &self,
        event: &Written,
        start: Stamp,
        at: NaiveDateTime,
        long: TimeDelta,
    ) -> Option<FeedEvent> {
        let end = at.checked_add_signed(long).unwrap_or(at);
        let here = |at: NaiveDateTime| match start {
            Stamp::Zoned(_, zone) => shift(at, zone, self.calendar),
            Stamp::Day(_) | Stamp::Floating(_) => at,
        };
        let (begins, ends) = (here(at), here(end));
        // The end is the first moment after the event: a midnight is not part of its day.
        let inside = ends.checked_sub_signed(TimeDelta::seconds(1)).unwrap_or(ends);
        let first = begins.date();
        let last = inside.date().max(first);
        let (from, to) = self.window;
        (first <= to && last >= from).then(|| FeedEvent {
            summary: event.summary.clone(),
            location: event.location.clone(),
            first,
            last,
            start: (!matches!(start, Stamp::Day(_))).then_some(begins),
            line: event.line,
        })
    }
}

/// A moment of a series, or any moment of a day.
enum Mark {
    Moment(NaiveDateTime),
    Day(NaiveDate),
}

type Revisions = Vec<(u32, usize)>;

/// The events a later revision stands in for, by index. Of a changed instance there is one
/// revision that counts: the highest, and of equals the last. Of a series all those of the highest
/// number count, since some programs give every event of a feed the same name.
fn outdated(written: &[Written]) -> HashSet<usize> {
    // Revision number and index of all that speak of the same series or instance.
    let mut versions: HashMap<(&str, Option<NaiveDateTime>), Revisions> = HashMap::new();
    for (index, event) in written.iter().enumerate() {
        if let Some(uid) = event.uid.as_deref() {
            let key = (uid, event.replaces.map(|stamp| stamp.on(Tz::UTC)));
            versions.entry(key).or_default().push((event.sequence, index));
        }
    }
    let mut outdated = HashSet::new();
    for ((_, replaces), revisions) in versions {
        let Some(latest) = revisions.iter().max().copied() else {
            continue;
        };
        let stale = revisions.into_iter().filter(|revision| match replaces {
            Some(_) => *revision != latest,
            None => revision.0 < latest.0,
        });
        outdated.extend(stale.map(|(_, index)| index));
    }
    outdated
}

/// The instances that events of the same feed replace, by the name of their series.
fn replaced(written: &[Written]) -> HashMap<&str, Vec<Stamp>> {
    let mut replaced: HashMap<&str, Vec<Stamp>> = HashMap::new();
    for event in written {
        if let (Some(uid), Some(stamp)) = (event.uid.as_deref(), event.replaces) {
            replaced.entry(uid).or_default().push(stamp);
        }
    }
    replaced
}
