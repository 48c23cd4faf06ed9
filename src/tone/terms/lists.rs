//! The lists of terms of a rule.

use super::Role;
use crate::model::tone::Matching;
use crate::model::{Demand, ToneRule};
use crate::source::Loc;

/// Hands each list of a rule to `take`: what it is for, its terms, how they are looked for.
pub(super) fn each<'r>(
    rule: &'r ToneRule,
    mut take: impl FnMut(Role, &mut dyn Iterator<Item = &'r Loc<String>>, Matching),
) {
    let plain = Matching::default();
    match &rule.demand {
        Demand::Forbid(wanted) => take(Role::Main, &mut wanted.terms.iter(), wanted.matching),
        Demand::Claims(wanted) => take(Role::Main, &mut wanted.terms.iter(), wanted.matching),
        Demand::Replace(wanted) => {
            take(Role::Main, &mut wanted.swap.iter().map(|(from, _)| from), wanted.matching);
        }
        Demand::Inclusive(wanted) => {
            take(Role::Main, &mut wanted.swap.iter().map(|(from, _)| from), plain);
        }
        Demand::Require(wanted) => {
            take(Role::Main, &mut wanted.any_of.iter(), plain);
            take(Role::When, &mut wanted.when.terms.iter(), plain);
        }
        Demand::Consistency(wanted) => {
            for (group, either) in (0..).zip(&wanted.either) {
                take(Role::Either(group), &mut either.iter(), plain);
            }
        }
        _ => {}
    }
    take(Role::Except, &mut rule.except.iter(), plain);
}
