//! Everything a machine can know about a calendar, one file per rule.
//!
//! A rule is a [`Rule`] and, unless the reading of files finds its faults, a check: a function
//! from the facts ([`Facts`]) to findings. It knows no level, no disk, no screen. [`TABLE`] is the
//! one list of them: `check`, `explain` and the documentation are made from it.

mod facts;
mod judge;
mod reading;
mod schedule;

pub use facts::{Dated, Facts};
pub use judge::{Report, judge};

use crate::diagnostic::{Finding, Rule};

/// A rule and the check that finds its faults.
#[derive(Debug)]
pub struct Entry {
    /// The rule.
    pub rule: &'static Rule,
    /// Its check; none for faults that are found while reading or judging.
    pub check: Option<fn(&Facts<'_>) -> Vec<Finding>>,
}

const fn read(rule: &'static Rule) -> Entry {
    Entry { rule, check: None }
}

const fn rule(rule: &'static Rule, check: fn(&Facts<'_>) -> Vec<Finding>) -> Entry {
    Entry {
        rule,
        check: Some(check),
    }
}

/// Every rule, in the order of the documentation.
pub static TABLE: &[Entry] = &[
    rule(
        &schedule::posts_too_close::RULE,
        schedule::posts_too_close::check,
    ),
    rule(&schedule::channel_gap::RULE, schedule::channel_gap::check),
    rule(
        &schedule::too_many_a_day::RULE,
        schedule::too_many_a_day::check,
    ),
    rule(
        &schedule::too_many_a_week::RULE,
        schedule::too_many_a_week::check,
    ),
    rule(&schedule::reserve_used::RULE, schedule::reserve_used::check),
    rule(
        &schedule::below_cadence::RULE,
        schedule::below_cadence::check,
    ),
    rule(&schedule::long_silence::RULE, schedule::long_silence::check),
    rule(
        &schedule::topic_too_close::RULE,
        schedule::topic_too_close::check,
    ),
    rule(
        &schedule::pillar_repeat_forbidden::RULE,
        schedule::pillar_repeat_forbidden::check,
    ),
    rule(
        &schedule::pillar_repeat::RULE,
        schedule::pillar_repeat::check,
    ),
    rule(
        &schedule::outside_hours::RULE,
        schedule::outside_hours::check,
    ),
    rule(&schedule::in_pause::RULE, schedule::in_pause::check),
    rule(
        &schedule::on_avoided_day::RULE,
        schedule::on_avoided_day::check,
    ),
    rule(
        &schedule::presence_without_duty::RULE,
        schedule::presence_without_duty::check,
    ),
    rule(
        &schedule::nobody_on_duty::RULE,
        schedule::nobody_on_duty::check,
    ),
    rule(
        &schedule::too_many_at_once::RULE,
        schedule::too_many_at_once::check,
    ),
    rule(&schedule::wrong_order::RULE, schedule::wrong_order::check),
    rule(&schedule::order_cycle::RULE, schedule::order_cycle::check),
    rule(
        &schedule::outside_campaign::RULE,
        schedule::outside_campaign::check,
    ),
    rule(&schedule::past_date::RULE, schedule::past_date::check),
    rule(&schedule::no_instant::RULE, schedule::no_instant::check),
    rule(&schedule::clock_gap::RULE, schedule::clock_gap::check),
    rule(&schedule::clock_fold::RULE, schedule::clock_fold::check),
];

/// The rule of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    TABLE
        .iter()
        .map(|entry| entry.rule)
        .find(|rule| rule.id == id)
}

/// Runs every check.
#[must_use]
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    TABLE
        .iter()
        .filter_map(|entry| entry.check)
        .flat_map(|check| check(facts))
        .collect()
}
