//! `[plan] lead`: the steps of a post and their working days.

use super::faults::Faults;
use super::reader::Row;
use super::scalar;
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text};
use crate::model::{Lead, StepKind};

/// `lead` of a table; a later step that would be due before an earlier one is a fault.
pub(super) fn lead(row: Row<'_, '_>, faults: &mut Faults) -> Lead {
    let Some(row) = row.row("lead") else {
        return Lead::default();
    };
    let mut lead = Lead::at(row.at());
    for step in StepKind::ALL {
        if let Some(days) = row.scalar(step.key(), scalar::work_days) {
            lead = lead.with(step, days.value).written(step, days.at);
        }
    }
    if let Some([(first, fewer), (then, more)]) = lead.out_of_order() {
        let at = row.value_at(then.key()).unwrap_or_else(|| row.at());
        let (first, then) = (first.key(), then.key());
        let message = Text::of(|lang| match lang {
            Lang::En => format!(
                "`{then}` would be due {more} working days before the slot, and `{first}`, which comes before it, only {fewer}"
            ),
            Lang::Fr => format!(
                "`{then}` serait à rendre {more} jours ouvrés avant le créneau, et `{first}`, qui vient avant, seulement {fewer}"
            ),
        });
        faults.add(Finding::new("bad-value", at, message).help(Text::of(|lang| match lang {
            Lang::En => format!("give `{first}` at least as many days as `{then}`: `{first} = \"{more}d\"`"),
            Lang::Fr => format!("donnez à `{first}` au moins autant de jours qu’à `{then}`\u{a0}: `{first} = \"{more}d\"`"),
        })));
    }
    lead
}
