//! Every key of the format is read: one calendar uses them all.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop, and reads its own files"
)]

use edito::describe::{Document, shapes_of};
use edito::load;
use edito::load::shape::{Kind, Shape};
use edito::source::Sources;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use toml::Value;

const POSTS: &str = "posts.toml";

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/every-key").join(name);
    fs::read_to_string(path).unwrap()
}

/// Notes `shape.key` for every key met below a value.
fn walk(value: &Value, kind: &'static Kind, met: &mut BTreeSet<String>) {
    match (kind, value) {
        (Kind::Table(shape), Value::Table(table)) => note(table, shape, met),
        (Kind::List(inner), Value::Array(items)) => {
            items.iter().for_each(|item| walk(item, inner, met));
        }
        (Kind::Map(_, inner), Value::Table(table)) => {
            table.values().for_each(|value| walk(value, inner, met));
        }
        (Kind::OneOf(kinds), value) => kinds.iter().for_each(|kind| walk(value, kind, met)),
        _ => {}
    }
}

fn note(table: &toml::Table, shape: &'static Shape, met: &mut BTreeSet<String>) {
    for (name, value) in table {
        let key = shape.key(name).unwrap_or_else(|| panic!("{}.{name}", shape.name));
        met.insert(format!("{}.{name}", shape.name));
        walk(value, &key.kind, met);
    }
}

#[test]
fn one_calendar_uses_every_key() {
    let mut met = BTreeSet::new();
    note(&data("calendar.toml").parse().unwrap(), Document::Calendar.shape(), &mut met);
    note(&data(POSTS).parse().unwrap(), Document::Posts.shape(), &mut met);
    for document in Document::ALL {
        for shape in shapes_of(document.shape()) {
            for key in shape.keys {
                let name = format!("{}.{}", shape.name, key.name);
                assert!(met.contains(&name), "tests/data/every-key says no {name}");
            }
        }
    }
}

#[test]
fn every_key_is_read_without_a_fault() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/every-key/calendar.toml");
    let mut sources = Sources::default();
    let loaded = load::workspace(&root, root.parent().unwrap(), &mut sources).unwrap();
    let faults: Vec<_> = loaded
        .findings
        .iter()
        .map(|finding| {
            let source = sources.get(finding.place.source());
            let line = match finding.place {
                edito::diagnostic::Place::Span(at) => source.position(at.span.start).line,
                edito::diagnostic::Place::File(_) => 0,
            };
            let words = finding.message.get(edito::lang::Lang::En);
            format!("{}:{line}: {} {words}", source.name(), finding.rule)
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(loaded.workspace.is_some());
}
