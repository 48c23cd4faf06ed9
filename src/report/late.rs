//! What is late: posts whose time is over, and steps of posts to come.

use super::fate::{Fate, Fates};
use crate::model::{PlacementIx, Workspace};
use crate::time::Instant;
use crate::workflow::{Desk, Step, Turn};
use chrono::NaiveDate;

/// Something late about a placement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// The placement.
    pub placement: PlacementIx,
    /// The day it was due by, on the calendar's clock.
    pub due: NaiveDate,
    /// What is late.
    pub what: Lateness,
}

/// What is late about a placement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// Its time is over, and nothing says that it went out.
    Post,
    /// It is to come, and a step of it should have been done by now; who is next on it.
    Step(Step, Box<Turn>),
}

/// Everything late, the longest late first, then in file order. Whatever else can be late about a
/// placement is added here.
pub(super) fn late(ws: &Workspace, fates: &Fates, now: Instant) -> Vec<Late> {
    let desk = Desk::new(ws, now);
    let mut late: Vec<Late> = fates
        .list
        .iter()
        .filter_map(|(placement, fate)| match *fate {
            Fate::Missed(due) => Some(Late { placement: *placement, due, what: Lateness::Post }),
            Fate::ToCome(..) | Fate::Wanted(..) => step(&desk, *placement),
            Fate::Out(..) => None,
        })
        .collect();
    late.sort_by_key(|late| late.due);
    late
}

/// The first step of a placement that is late, as a check finds it: the others wait for it.
fn step(desk: &Desk<'_>, placement: PlacementIx) -> Option<Late> {
    let slot = desk.slot(placement)?;
    let step = desk.steps(placement, slot).into_iter().find(|step| step.late.is_some())?;
    let turn = desk.turn(placement, step.kind, step.due);
    Some(Late { placement, due: step.due, what: Lateness::Step(step, Box::new(turn)) })
}

#[cfg(test)]
mod tests {
    use super::super::trial::{report, workspace};
    use super::*;

    const POSTS: &str = r#"
[plan]
lead = { draft = "3d", review = "1d" }
[people.lea]
name = "Léa"
away = [2026-11-21, 2026-11-24]
roles = ["author"]
[people.ines]
name = "Inès"
roles = ["author"]
[[post]]
id = "soon"
channels = ["instagram", "linkedin"]
author = "lea"
[post.on.instagram]
at = 2026-11-24T12:00:00
[post.on.linkedin]
at = 2026-11-30T12:00:00
[[post]]
id = "open"
channels = ["instagram"]
date = "2026-W48"
[[post]]
id = "ready"
channels = ["instagram"]
status = "review"
text = "Words."
at = 2026-11-23T12:00:00
[[post]]
id = "over"
channels = ["instagram"]
at = 2026-11-21T08:00:00
"#;

    #[test]
    fn steps_that_are_late_stand_beside_posts_that_are() {
        let ws = workspace(POSTS);
        let told: Vec<String> = report(&ws, "2026-11-01")
            .late
            .iter()
            .map(|late| {
                let post = &ws.post_of(ws.placement(late.placement)).id.name;
                let what = match &late.what {
                    Lateness::Post => "post".to_owned(),
                    Lateness::Step(step, turn) => {
                        let id = |ix| ws.person(ix).id.value.clone();
                        let backup = turn.backup.as_ref().map(|(ix, _)| id(*ix));
                        format!(
                            "{} {:?} {:?} {backup:?}",
                            step.kind.key(),
                            step.late,
                            turn.who.map(id)
                        )
                    }
                };
                format!("{post} {} {what}", late.due.format("%m-%d"))
            })
            .collect();
        assert_eq!(
            told,
            [
                "open 11-18 draft Some(2) None None",
                "soon 11-19 draft Some(1) Some(\"lea\") Some(\"ines\")",
                "over 11-21 post",
            ]
        );
    }
}
