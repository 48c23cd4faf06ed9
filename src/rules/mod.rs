//! Everything a machine can know about a calendar, one file per rule.
//!
//! A rule is a [`Rule`] and, unless the reading of files finds its faults, a check: a function
//! from the facts ([`Facts`]) to findings. It knows no level, no disk, no screen. [`TABLE`] is the
//! one list of them: `check`, `explain` and the documentation are made from it.

mod facts;
mod judge;
mod reading;

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
pub static TABLE: &[Entry] = &[];

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
