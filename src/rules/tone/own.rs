//! The faults of a tone itself, for who hears texts with it: of its rules, not of the posts.

use super::{bad_pattern, contradictory_rules, unknown_off, unreachable_rule};
use crate::diagnostic::{Group, Judged};
use crate::rules::{Facts, find, judge};

/// What is wrong with the rules of the brand's tone.
#[must_use]
pub fn of_tone(facts: &Facts<'_>) -> Vec<Judged> {
    let checks = [
        bad_pattern::check,
        contradictory_rules::check,
        unreachable_rule::check,
        unknown_off::check,
    ];
    let found = checks.iter().flat_map(|check| check(facts)).collect();
    let mut findings = judge(found, Some(facts)).findings;
    // Exceptions of posts are none of its business.
    findings
        .retain(|judged| find(&judged.finding.rule).is_some_and(|rule| rule.group == Group::Tone));
    findings
}
