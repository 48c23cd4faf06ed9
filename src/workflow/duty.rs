//! When people are on duty: stretches of instants, day by day, less the days they are away.

use crate::model::{Duty, DutyDay, Person, PersonIx, Workspace};
use crate::time::{Instant, Lapse, Zone};
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

/// Stretches of instants, half open, in order, none touching the next.
pub type Stretches = Vec<(Instant, Instant)>;

/// The stretches of one person on one local day: the duties of that day up to midnight, and what
/// those of the day before leave of the night. A duty belongs to the day it starts: who is away on
/// that day does none of it, who is away on the day after does all of it.
#[must_use]
pub fn on_day(person: &Person, zone: Zone, day: NaiveDate) -> Stretches {
    let starts = |duty: &Duty, day: NaiveDate| is_on(duty, day) && !person.is_away(day);
    let mut stretches = Vec::new();
    for duty in &person.duty {
        let (from, to) = (duty.span.from(), duty.span.to());
        if starts(duty, day) {
            let end = if to >= 86_400 { day_end(zone, day) } else { clock(zone, day, to) };
            stretches.push((clock(zone, day, from), end));
        }
        let spills = duty.span.spills() && day.pred_opt().is_some_and(|eve| starts(duty, eve));
        if spills {
            stretches.push((day_start(zone, day), clock(zone, day, to - 86_400)));
        }
    }
    joined(stretches)
}

/// Whether a person would be on duty on a day, were they not away.
#[must_use]
pub fn has_duty(person: &Person, day: NaiveDate) -> bool {
    person.duty.iter().any(|duty| is_on(duty, day))
}

/// Who is away on a day and would be there: that person, or of the whole team those with a duty then.
#[must_use]
pub fn absent(ws: &Workspace, who: Option<PersonIx>, day: NaiveDate) -> Vec<PersonIx> {
    (0..ws.people.len())
        .map(PersonIx::new)
        .filter(|ix| match who {
            Some(who) => *ix == who,
            None => has_duty(ws.person(*ix), day),
        })
        .filter(|ix| ws.person(*ix).is_away(day))
        .collect()
}

/// How long a person is on duty on these days, both included.
#[must_use]
pub fn time_of(person: &Person, zone: Zone, from: NaiveDate, to: NaiveDate) -> Lapse {
    let days = from.iter_days().take_while(|day| *day <= to);
    let stretches = days.flat_map(|day| on_day(person, zone, day));
    let seconds = stretches.map(|(start, end)| (end.unix() - start.unix()).max(0)).sum();
    Lapse::from_seconds(seconds)
}

/// Stretches in order, those that touch or overlap made one.
#[must_use]
pub fn joined(mut stretches: Stretches) -> Stretches {
    stretches.sort_unstable();
    let mut joined: Stretches = Vec::with_capacity(stretches.len());
    for (start, end) in stretches {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

fn is_on(duty: &Duty, day: NaiveDate) -> bool {
    match duty.on {
        DutyDay::Weekly(days) => days.contains(day.weekday()),
        DutyDay::Dates(first, last) => (first..=last).contains(&day),
    }
}

/// A second of the local day as an instant.
fn clock(zone: Zone, day: NaiveDate, second: u32) -> Instant {
    let local = day.and_time(NaiveTime::MIN) + TimeDelta::seconds(i64::from(second));
    zone.resolve(local).instant
}

fn day_start(zone: Zone, day: NaiveDate) -> Instant {
    zone.resolve(day.and_time(NaiveTime::MIN)).instant
}

fn day_end(zone: Zone, day: NaiveDate) -> Instant {
    day.succ_opt().map_or(Instant::MAX, |next| day_start(zone, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use std::path::Path;

    fn person(lines: &str) -> (Person, Zone) {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n\n[people.lea]\nname = \"Léa\"\n{lines}\n"
        );
        let loaded =
            crate::load::from_text(&text, Path::new("."), &mut Sources::default()).unwrap();
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        let ws = loaded.workspace.unwrap();
        (ws.people[0].clone(), ws.calendar.zone)
    }

    fn hours(lines: &str, from: &str, to: &str) -> i64 {
        let (person, zone) = person(lines);
        let time = time_of(&person, zone, from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(time.seconds() % 3_600, 0);
        time.seconds() / 3_600
    }

    #[test]
    fn a_week_of_duty_less_the_days_away() {
        let week = "duty = [{ days = \"mon-fri\", from = \"09:00\", to = \"18:00\" }]";
        assert_eq!(hours(week, "2026-11-23", "2026-11-29"), 45);
        let away = format!("{week}\naway = [2026-11-27, 2026-11-28]");
        assert_eq!(hours(&away, "2026-11-23", "2026-11-29"), 36);
    }

    #[test]
    fn overlaps_count_once_and_nights_belong_to_their_evening() {
        let twice = "duty = [{ days = \"mon\", from = \"09:00\", to = \"12:00\" }, { date = 2026-11-23, from = \"11:00\", to = \"14:00\" }]";
        assert_eq!(hours(twice, "2026-11-23", "2026-11-23"), 5);
        let night = "duty = [{ days = \"mon\", from = \"22:00\", to = \"02:00\" }]";
        assert_eq!(hours(night, "2026-11-23", "2026-11-24"), 4);
        assert_eq!(hours(night, "2026-11-23", "2026-11-23"), 2);
        assert_eq!(hours(&format!("{night}\naway = [2026-11-24]"), "2026-11-23", "2026-11-24"), 4);
        assert_eq!(hours(&format!("{night}\naway = [2026-11-23]"), "2026-11-23", "2026-11-24"), 0);
    }

    #[test]
    fn the_night_of_the_clock_change_is_as_long_as_it_is() {
        let night = "duty = [{ date = 2026-10-25, from = \"00:00\", to = \"24:00\" }]";
        assert_eq!(hours(night, "2026-10-25", "2026-10-25"), 25);
    }
}
