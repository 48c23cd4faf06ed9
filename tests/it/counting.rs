//! How long texts are for each network: `tests/data/counting.toml`, case by case.
//!
//! All failures are told at once.

use edito::networks::{Field, find, measure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

const TABLE: &str = include_str!("../data/counting.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    network: String,
    name: String,
    #[serde(default)]
    field: Written,
    #[serde(default)]
    text: String,
    #[serde(default)]
    before: String,
    #[serde(default)]
    repeat: String,
    #[serde(default)]
    times: usize,
    #[serde(default)]
    then: String,
    #[serde(default)]
    warning: String,
    length: usize,
    bytes: Option<usize>,
}

#[derive(Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Written {
    #[default]
    Text,
    Title,
}

impl Case {
    fn text(&self) -> String {
        let repeated = self.repeat.repeat(self.times);
        [&self.text, &self.before, &repeated, &self.then].map(String::as_str).concat()
    }

    /// What is wrong with the count, if anything.
    fn fault(&self) -> Option<String> {
        let network = find(&self.network).expect("a network");
        let (field, limit) = match self.field {
            Written::Text => (Field::Text, &network.text),
            Written::Title => (Field::Title, &network.title),
        };
        let limit = usize::try_from(limit.as_ref().expect("a limit").most).expect("it fits");
        let text = self.text();
        let measure = measure(network, field, &text, &self.warning, Some(limit));
        if measure.length != self.length {
            return Some(format!("expected {}, got {}", self.length, measure.length));
        }
        if measure.over.is_some() != (self.length > limit) {
            return Some(format!("{} against {limit}: over at {:?}", self.length, measure.over));
        }
        if measure.over.is_some_and(|over| !text.is_char_boundary(over)) {
            return Some(format!("over at {:?}, inside a character", measure.over));
        }
        let second = measure.second.as_ref();
        if second.map(|second| second.length) != self.bytes {
            return Some(format!("expected {:?} bytes, got {second:?}", self.bytes));
        }
        second
            .filter(|second| second.over.is_some() != (second.length > second.limit))
            .map(|second| format!("{second:?}"))
    }
}

fn cases() -> Vec<Case> {
    toml::from_str::<Table>(TABLE).expect("the table is read").case
}

#[test]
fn every_text_is_as_long_as_its_network_says() {
    let mut failures = String::new();
    for case in cases() {
        if let Some(fault) = case.fault() {
            let _ = writeln!(failures, "{}: {}: {fault}", case.network, case.name);
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// The table is what it says it is: names are told apart, limits are tried from both sides.
#[test]
fn the_table_tries_every_network_and_its_limit() {
    let mut of: BTreeMap<String, Vec<Case>> = BTreeMap::new();
    for case in cases() {
        of.entry(case.network.clone()).or_default().push(case);
    }
    assert_eq!(of.len(), 6);
    assert!(of.values().map(Vec::len).sum::<usize>() >= 300);
    for (network, cases) in of {
        let mut names: Vec<&str> = cases.iter().map(|case| case.name.as_str()).collect();
        names.sort_unstable();
        assert!(names.is_sorted_by(|a, b| a < b), "{network}: a name stands twice");
        let limit = find(&network).and_then(|network| network.text.clone()).expect("a limit").most;
        let limit = usize::try_from(limit).expect("it fits");
        for length in [limit - 1, limit, limit + 1] {
            let tried = cases.iter().any(|case| case.length == length);
            assert!(tried, "{network}: no text of {length}");
        }
    }
}
