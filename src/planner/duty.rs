//! Who is there when: stretches of duty on the time line.

use crate::model::{By, Duty, DutyDay, PersonIx, Presence, Workspace};
use crate::time::{Instant, Lapse, Zone};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};

/// A presence longer than this is as good as for ever.
const LONGEST: Lapse = Lapse::days(366);

/// The duties of a team over some days.
#[derive(Debug)]
pub(super) struct Roster {
    anyone: Vec<(Instant, Instant)>,
    people: Vec<Vec<(Instant, Instant)>>,
    after: Lapse,
    by: By,
}

impl Roster {
    /// The roster of a workspace from the day before `from` to the last day that a presence after
    /// `to` reaches; none where nobody has to be there, or no duty is written at all.
    pub(super) fn new(ws: &Workspace, from: NaiveDate, to: NaiveDate) -> Option<Self> {
        let presence: &Presence = ws.plan.presence.as_ref().filter(|p| p.by != By::Nobody)?;
        if ws.people.iter().all(|person| person.duty.is_empty()) {
            return None;
        }
        let after = presence.after.min(LONGEST);
        let first = from.checked_sub_days(Days::new(1)).unwrap_or(from);
        let beyond = u64::try_from(after.seconds() / Lapse::DAY.seconds()).unwrap_or(0) + 2;
        let end = to.checked_add_days(Days::new(beyond)).unwrap_or(NaiveDate::MAX);
        let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= end).collect();
        let zone = ws.calendar.zone;
        let people: Vec<Vec<(Instant, Instant)>> = ws
            .people
            .iter()
            .map(|person| {
                let there = days.iter().filter(|day| !person.is_away(**day)).flat_map(|&day| {
                    let on_day = person.duty.iter().filter(move |duty| is_on(duty, day));
                    on_day.map(move |duty| stretch(zone, duty, day))
                });
                merged(there.collect())
            })
            .collect();
        let anyone = merged(people.iter().flatten().copied().collect());
        Some(Self { anyone, people, after, by: presence.by })
    }

    /// Whether every minute of [start, start + after) is on duty.
    pub(super) fn covers(&self, start: Instant, owner: Option<PersonIx>) -> bool {
        let mut watch = self.watch(owner);
        let over = watch.stretches.partition_point(|(_, to)| *to < start);
        watch.stretches = &watch.stretches[over..];
        watch.covers(start)
    }

    /// The duties that count for a post of this owner.
    pub(super) fn watch(&self, owner: Option<PersonIx>) -> Watch<'_> {
        let stretches = match (self.by, owner) {
            (By::Owner, Some(owner)) => &self.people[owner.get()],
            _ => &self.anyone,
        };
        Watch { stretches, after: self.after }
    }

    /// Whose absence closes a slot: the owner asked for, if any.
    pub(super) fn asked_for(&self, owner: Option<PersonIx>) -> Option<PersonIx> {
        owner.filter(|_| self.by == By::Owner)
    }
}

/// Duties to ask about starts in order: those that are over are forgotten.
#[derive(Clone, Copy, Debug)]
pub(super) struct Watch<'r> {
    stretches: &'r [(Instant, Instant)],
    after: Lapse,
}

impl Watch<'_> {
    /// Whether every minute of [start, start + after) is on duty; starts never go back.
    pub(super) fn covers(&mut self, start: Instant) -> bool {
        if self.after == Lapse::ZERO {
            return true;
        }
        let over = self.stretches.iter().take_while(|(_, to)| *to < start).count();
        self.stretches = &self.stretches[over..];
        let end = start + self.after;
        self.stretches.first().is_some_and(|(from, to)| *from <= start && end <= *to)
    }
}

fn is_on(duty: &Duty, day: NaiveDate) -> bool {
    match duty.on {
        DutyDay::Weekly(days) => days.contains(day.weekday()),
        DutyDay::Dates(from, to) => (from..=to).contains(&day),
    }
}

/// The duty of a day; past midnight it still belongs to the day it starts.
fn stretch(zone: Zone, duty: &Duty, day: NaiveDate) -> (Instant, Instant) {
    (instant(zone, day, duty.span.from()), instant(zone, day, duty.span.to()))
}

/// The instant of a second of a day; from 86,400 on, of the next.
fn instant(zone: Zone, day: NaiveDate, second: u32) -> Instant {
    let (day, second) = match day.succ_opt() {
        Some(next) if second >= 86_400 => (next, second - 86_400),
        _ => (day, second.min(86_399)),
    };
    let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap_or(NaiveTime::MIN);
    zone.resolve(day.and_time(time)).instant
}

fn merged(mut stretches: Vec<(Instant, Instant)>) -> Vec<(Instant, Instant)> {
    stretches.sort_unstable();
    let mut out: Vec<(Instant, Instant)> = Vec::with_capacity(stretches.len());
    for (from, to) in stretches {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => out.push((from, to)),
        }
    }
    out
}
