//! What a slot does to the steps before it: whether it makes one late, or due while who is next is
//! away, although a later day on which the post may go out would not.

use super::steps::{Certainty, Desk, Slot, Step};
use super::turn::Away;
use crate::model::{Effect, PersonIx, Placement, PlacementIx, StepKind};
use crate::time::Instant;
use chrono::{Datelike, NaiveDate};

/// How many days after a slot are looked at.
const FAR: usize = 62;

/// A step that a slot puts in trouble, and the day that would not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strain {
    /// The step.
    pub step: StepKind,
    /// What the slot does to it.
    pub trouble: Trouble,
    /// The first later day of the post's dates on which that step is in none, and no other is put
    /// in any.
    pub better: NaiveDate,
}

/// What a slot does to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its day has passed.
    Late,
    /// It is due on a day on which who is next is away.
    Away(PersonIx),
}

impl Desk<'_> {
    /// The first step that this start of a placement puts in trouble and a later day would not; none
    /// without `[plan] lead`.
    #[must_use]
    pub fn strain(&self, ix: PlacementIx, start: Instant) -> Option<Strain> {
        if self.ws.plan.lead.is_empty() {
            return None;
        }
        let slot = self.at(start);
        let troubles = self.troubles(ix, slot);
        if troubles.is_empty() {
            return None;
        }
        let placement = self.ws.placement(ix);
        let last = self.last_day(placement)?;
        let days = slot.day.iter_days().skip(1).take(FAR).take_while(|day| *day <= last);
        for day in days.filter(|day| self.is_open(placement, *day)) {
            let then = self.troubles(ix, Slot { day, certainty: Certainty::Known });
            let is_new = |step: &StepKind| !troubles.iter().any(|(known, _)| known == step);
            let still = |step: StepKind| then.iter().any(|(other, _)| *other == step);
            if then.iter().any(|(step, _)| is_new(step)) {
                continue;
            }
            if let Some((step, trouble)) = troubles.iter().find(|(step, _)| !still(*step)) {
                return Some(Strain { step: *step, trouble: *trouble, better: day });
            }
        }
        None
    }

    /// The steps that a slot puts in trouble, in the order of the work.
    fn troubles(&self, ix: PlacementIx, slot: Slot) -> Vec<(StepKind, Trouble)> {
        let trouble = |step: &Step| match step.late {
            Some(_) => Some(Trouble::Late),
            None => {
                let turn = self.turn(ix, step.kind, step.due);
                let away: Option<Away> = turn.away;
                away.and(turn.who).map(Trouble::Away)
            }
        };
        let steps = self.steps(ix, slot);
        steps.iter().filter_map(|step| Some((step.kind, trouble(step)?))).collect()
    }

    /// The last day on which the human lets it go out.
    fn last_day(&self, placement: &Placement) -> Option<NaiveDate> {
        let zone = self.ws.calendar.zone;
        let date = placement.date().map(|date| date.last());
        let window = placement.window.and_then(|(_, to)| Some(zone.local(to?).date()));
        [date, window].into_iter().flatten().min()
    }

    /// Whether its channel may post on a day: a window opens, nothing closes it.
    fn is_open(&self, placement: &Placement, day: NaiveDate) -> bool {
        let windows = &self.ws.lane(placement.lane).windows;
        let opens =
            windows.is_empty() || windows.iter().any(|window| window.days.contains(day.weekday()));
        opens
            && !self.ws.occurrences(day, day).iter().any(|occurrence| {
                occurrence.effect == Effect::Avoid && occurrence.concerns(placement.channel)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use std::path::Path;

    /// The strain of the only post at noon on Wednesday 25 November 2026, looked at on Friday 20.
    fn strain(lead: &str, people: &str, post: &str) -> Option<Strain> {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\ncountry = \"FR\"\n{lead}\n\
             [channels.instagram]\nnetwork = \"instagram\"\n{people}\n\
             [[post]]\nid = \"a\"\ntitle = \"A\"\nauthor = \"lea\"\n{post}\n"
        );
        let loaded =
            crate::load::from_text(&text, Path::new("."), &mut Sources::default()).unwrap();
        let ws = loaded.workspace.unwrap_or_else(|| panic!("{:?}", loaded.findings));
        let at = |text| Instant::parse_rfc3339(text).unwrap();
        let desk = Desk::new(&ws, at("2026-11-20T09:00:00+01:00"));
        desk.strain(PlacementIx::new(0), at("2026-11-25T12:00:00+01:00"))
    }

    const LEA: &str = "[people.lea]\nname = \"Léa\"\n";
    const DRAFT: &str = "[plan]\nlead = { draft = \"5d\" }";

    #[test]
    fn a_later_day_that_would_do_is_named() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let week = "date = \"2026-W48\"";
        // The draft for Wednesday was due on the 18th; for Friday, today.
        let late =
            Strain { step: StepKind::Draft, trouble: Trouble::Late, better: day("2026-11-27") };
        assert_eq!(strain(DRAFT, LEA, week), Some(late));
        assert_eq!(strain("", LEA, week), None, "no lead");
        assert_eq!(strain(DRAFT, LEA, "date = 2026-11-25"), None, "no other day");
        let done = "date = \"2026-W48\"\nstatus = \"draft\"\ntext = \"Words.\"";
        assert_eq!(strain(DRAFT, LEA, done), None, "nothing is late");
        let today_away = "[people.lea]\nname = \"Léa\"\naway = [2026-11-24]\n";
        let away = Strain {
            step: StepKind::Draft,
            trouble: Trouble::Away(PersonIx::new(0)),
            better: day("2026-11-26"),
        };
        let short = "[plan]\nlead = { draft = \"1d\" }";
        assert_eq!(strain(short, today_away, week), Some(away));
    }

    #[test]
    fn a_day_that_brings_other_trouble_is_not_better() {
        let away = "[people.lea]\nname = \"Léa\"\naway = [\"2026-11-24/2026-12-04\"]\n";
        let short = "[plan]\nlead = { draft = \"1d\" }";
        assert_eq!(strain(short, away, "date = \"2026-W48\""), None);
    }
}
