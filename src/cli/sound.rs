//! Plans that hold: none is shown, or built upon, before the verifier has judged it.

use super::failure::Failure;
use crate::lang::{Lang, Text};
use crate::model::{PlacedState, Schedule, Workspace};
use crate::planner::{Request, Slots, plan};
use crate::verify::{Assignment, Keep, Verdict, verify};

/// A plan that was checked by the verifier, which shares no code with the search.
///
/// # Errors
/// When it does not hold: a fault of the program, and then no plan is shown at all.
pub(super) fn sound_plan(ws: &Workspace, request: &Request) -> Result<Schedule, Failure> {
    sound(ws, request, plan(ws, request))
}

/// A plan, when the verifier finds nothing against it.
///
/// # Errors
/// When it does not hold.
pub(super) fn sound(
    ws: &Workspace,
    request: &Request,
    schedule: Schedule,
) -> Result<Schedule, Failure> {
    let starts: Vec<_> = schedule
        .placed
        .iter()
        .filter(|p| matches!(p.state, PlacedState::Suggested | PlacedState::Kept))
        .map(|placed| (placed.placement, placed.start))
        .collect();
    let keep = match request.slots {
        Slots::Consider => Keep::KeepSlots,
        Slots::Keep => Keep::Locked,
        Slots::Forget => Keep::Forget,
    };
    let (from, to, now) = (request.from, request.to, request.now);
    let verdict = verify(ws, &Assignment { from, to, now, keep, starts: &starts });
    let proven = schedule.objective <= schedule.bound;
    if verdict.is_sound() && verdict.objective == schedule.objective && proven {
        return Ok(schedule);
    }
    Err(unsound(ws, &verdict))
}

/// What is said of a plan that does not hold.
fn unsound(ws: &Workspace, verdict: &Verdict) -> Failure {
    let breaches: Vec<Text> = verdict.breaches.iter().map(|breach| breach.text(ws)).collect();
    Failure::with_help(
        Text::of(|lang| {
            let said: Vec<&str> = breaches.iter().take(3).map(|text| text.get(lang)).collect();
            let said = said.join(" · ");
            match lang {
                Lang::En => format!(
                    "internal error: the plan failed its own check, so it is not shown {said}"
                ),
                Lang::Fr => format!(
                    "erreur interne\u{a0}: le plan a échoué à sa propre vérification, il n’est donc pas montré {said}"
                ),
            }
        }),
        Text::of(|lang| {
            match lang {
            Lang::En => "this is a fault of edito, not of your calendar: please report it with the calendar".to_owned(),
            Lang::Fr => "c’est une faute d’edito, pas de votre calendrier\u{a0}: signalez-la avec le calendrier".to_owned(),
        }
        }),
    )
}
