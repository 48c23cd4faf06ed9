//! The remark under a post whose slot strains the work before it.

use super::Shown;
use crate::lang::{Lang, date_short};
use crate::model::{PlacedState, PlacementIx};
use crate::time::Instant;
use crate::workflow::{Desk, Strain, Trouble, person, step_with_article};

/// That a slot the plan chose makes a step late, or due while who is next is away, and the first day
/// that would not; nothing where no day of the post's dates is better.
pub(super) fn told(
    shown: &Shown<'_>,
    ix: PlacementIx,
    (start, state): (Instant, PlacedState),
) -> Option<String> {
    let chosen = matches!(state, PlacedState::Suggested | PlacedState::Kept);
    if !chosen || shown.ws.plan.lead.is_empty() {
        return None;
    }
    let strain = Desk::new(shown.ws, shown.now).strain(ix, start)?;
    Some(worded(shown, &strain))
}

fn worded(shown: &Shown<'_>, strain: &Strain) -> String {
    let lang = shown.lang;
    let (step, day) = (step_with_article(strain.step).get(lang), date_short(lang, strain.better));
    match (strain.trouble, lang) {
        (Trouble::Late, Lang::En) => format!("this slot makes {step} late; {day} would not"),
        (Trouble::Late, Lang::Fr) => {
            format!("ce créneau met {step} en retard\u{202f}; le {day}, ce ne serait pas le cas")
        }
        (Trouble::Away(who), Lang::En) => {
            let who = person(shown.ws, who);
            format!("{step} is due while {who} is away; for {day} it would not be")
        }
        (Trouble::Away(who), Lang::Fr) => {
            let who = person(shown.ws, who);
            format!(
                "{step} tombe pendant l’absence de {who}\u{202f}; pour le {day}, ce ne serait \
                 pas le cas"
            )
        }
    }
}
