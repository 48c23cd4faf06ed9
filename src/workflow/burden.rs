//! What each person carries on some days: posts, steps, hours of duty, absences.

use super::duty;
use super::steps::{Desk, Step, hours};
use crate::model::{PersonIx, PlacementIx, PostIx};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What one person carries on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burden {
    /// Who.
    pub person: PersonIx,
    /// The posts of which they are the author or the owner that go out on these days.
    pub posts: usize,
    /// The posts with a step that is theirs and due on these days, or late.
    pub steps: usize,
    /// Hours on duty, rounded; less the days away.
    pub hours: i64,
    /// The days of these on which they would be on duty, or that are worked, and they are away.
    pub away: Vec<NaiveDate>,
}

/// What each person carries from a day to another, both included. `out` are the placements that go
/// out on these days, `steps` those that are due, each with the person who is next.
#[must_use]
pub fn burdens(
    desk: &Desk<'_>,
    (from, to): (NaiveDate, NaiveDate),
    out: &[PlacementIx],
    steps: &[(Step, Option<PersonIx>)],
) -> Vec<Burden> {
    let ws = desk.ws;
    let of = |who: PersonIx, ix: PlacementIx| {
        let placement = ws.placement(ix);
        let author = ws.post_of(placement).author.as_ref().map(|author| author.value);
        placement.owner == Some(who) || author == Some(who)
    };
    (0..ws.people.len())
        .map(PersonIx::new)
        .map(|person| {
            let own = out.iter().filter(|ix| of(person, **ix));
            let posts: BTreeSet<PostIx> = own.map(|ix| ws.placement(*ix).post).collect();
            let due = steps.iter().filter(|(_, who)| *who == Some(person));
            let tasks: BTreeSet<_> =
                due.map(|(step, _)| (ws.placement(step.placement).post, step.kind)).collect();
            let data = ws.person(person);
            let missed = |day: &NaiveDate| {
                data.is_away(*day) && (desk.days.is_worked(*day) || duty::has_duty(data, *day))
            };
            Burden {
                person,
                posts: posts.len(),
                steps: tasks.len(),
                hours: hours(duty::time_of(data, ws.calendar.zone, from, to)),
                away: from.iter_days().take_while(|day| *day <= to).filter(missed).collect(),
            }
        })
        .collect()
}
