//! Edits of files: some bytes replaced, every other byte kept.
//!
//! An edit names bytes of a text and what to write there. Edits that overlap are not both done: the
//! first one is. What comes of TOML is read again before anybody writes it ([`keeps_toml`]). This
//! module knows no disk and no calendar.

mod diff;

pub use diff::{sides, unified};

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Other letters in the place of some bytes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes; empty to put something in.
    pub range: Range<usize>,
    /// What to write there.
    pub text: String,
}

/// The edits that can be done together, in the order of the text: none overlaps another, and none
/// is there twice or changes nothing. Of two that overlap, the one that begins first stays; of
/// those that begin together, the first given.
#[must_use]
pub fn apart(text: &str, edits: impl IntoIterator<Item = Edit>) -> Vec<Edit> {
    let mut all: Vec<Edit> = edits
        .into_iter()
        .filter(|edit| text.get(edit.range.clone()).is_some_and(|old| old != edit.text))
        .collect();
    all.sort_by_key(|edit| edit.range.start);
    let mut kept: Vec<Edit> = Vec::with_capacity(all.len());
    for edit in all {
        let clear = kept.last().is_none_or(|last| {
            edit.range.start >= last.range.end && edit.range.start > last.range.start
        });
        if clear {
            kept.push(edit);
        }
    }
    kept
}

/// The text after edits that are [`apart`].
#[must_use]
pub fn applied(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        out.push_str(text.get(done..edit.range.start).unwrap_or_default());
        out.push_str(&edit.text);
        done = edit.range.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The edits that lead from one text to another, by whole lines: line by line where both have as
/// many, else the lines between what both begin and end with.
#[must_use]
pub fn between(before: &str, after: &str) -> Vec<Edit> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let mut edits = Vec::new();
    if old.len() == new.len() {
        let mut at = 0;
        for (old, new) in old.iter().zip(&new) {
            if old != new {
                edits.push(Edit { range: at..at + old.len(), text: (*new).to_owned() });
            }
            at += old.len();
        }
        return edits;
    }
    let alike = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = old.iter().zip(&new).take_while(alike).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(alike).count();
    let start: usize = old[..head].iter().map(|line| line.len()).sum();
    let end: usize = before.len() - old[old.len() - tail..].iter().map(|l| l.len()).sum::<usize>();
    edits.push(Edit { range: start..end, text: new[head..new.len() - tail].concat() });
    edits
}

/// Whether a TOML text is still the same document after edits, but for strings that an edit is in:
/// same keys, same tables, same other values.
#[must_use]
pub fn keeps_toml(before: &str, after: &str, edits: &[Edit]) -> bool {
    match (DeTable::parse(before), DeTable::parse(after)) {
        (Ok(before), Ok(after)) => same_table(before.get_ref(), after.get_ref(), edits),
        _ => false,
    }
}

fn same_table(before: &DeTable<'_>, after: &DeTable<'_>, edits: &[Edit]) -> bool {
    before.len() == after.len()
        && before.iter().zip(after.iter()).all(|((key, old), (other, new))| {
            key.get_ref() == other.get_ref() && same_value(old, new, edits)
        })
}

fn same_value(before: &Spanned<DeValue<'_>>, after: &Spanned<DeValue<'_>>, edits: &[Edit]) -> bool {
    match (before.get_ref(), after.get_ref()) {
        (DeValue::Table(old), DeValue::Table(new)) => same_table(old, new, edits),
        (DeValue::Array(old), DeValue::Array(new)) => {
            old.len() == new.len()
                && old.iter().zip(new.iter()).all(|(old, new)| same_value(old, new, edits))
        }
        (DeValue::String(old), DeValue::String(new)) => {
            old == new || edits.iter().any(|edit| is_inside(&edit.range, &before.span()))
        }
        (DeValue::Integer(old), DeValue::Integer(new)) => {
            old.as_str() == new.as_str() && old.radix() == new.radix()
        }
        (DeValue::Float(old), DeValue::Float(new)) => old.as_str() == new.as_str(),
        (DeValue::Boolean(old), DeValue::Boolean(new)) => old == new,
        (DeValue::Datetime(old), DeValue::Datetime(new)) => old == new,
        _ => false,
    }
}

/// Whether an edit stays between the quotes of a literal.
fn is_inside(edit: &Range<usize>, literal: &Range<usize>) -> bool {
    literal.start < edit.start && edit.end < literal.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(range: Range<usize>, text: &str) -> Edit {
        Edit { range, text: text.to_owned() }
    }

    #[test]
    fn every_other_byte_stays() {
        let text = "un\r\n\tdeux ! # é\u{301}\r\n";
        let at = text.find(" !").unwrap();
        let edits = apart(text, [edit(at..at + 1, "\u{202f}")]);
        assert_eq!(applied(text, &edits), "un\r\n\tdeux\u{202f}! # é\u{301}\r\n");
        assert_eq!(applied(text, &[]), text);
    }

    #[test]
    fn of_two_that_overlap_the_first_is_done() {
        let text = "abcdef";
        let all = [edit(2..4, "x"), edit(0..3, "y"), edit(4..4, "z"), edit(4..4, "w")];
        let edits = apart(text, all);
        assert_eq!(edits, [edit(0..3, "y"), edit(4..4, "z")]);
        assert_eq!(applied(text, &edits), "ydzef");
    }

    #[test]
    fn what_changes_nothing_or_is_not_there_is_no_edit() {
        let text = "été";
        let all = [edit(0..2, "é"), edit(1..2, "x"), edit(9..10, "x"), edit(2..3, "T")];
        assert_eq!(apart(text, all), [edit(2..3, "T")]);
        let twice = [edit(2..3, "T"), edit(2..3, "T")];
        assert_eq!(apart(text, twice).len(), 1);
    }

    #[test]
    fn the_way_between_two_texts_is_found() {
        for (before, after, many) in [
            ("a\nb\nc", "a\nB\nc", 1),
            ("a\nb\nc\n", "a\nc\n", 1),
            ("a\n", "a\nb\n", 1),
            ("a\nb\nc\n", "A\nb\nC\n", 2),
            ("a", "a", 0),
            ("", "a\n", 1),
            ("x\nx\n", "x\n", 1),
        ] {
            let edits = between(before, after);
            assert_eq!((applied(before, &edits).as_str(), edits.len()), (after, many));
        }
    }

    #[test]
    fn only_the_string_meant_may_change() {
        let text = "a = \"un mot\"\nb = 'autre'\nn = 3\n[[t]]\nd = 2026-11-26\n";
        let at = text.find("mot").unwrap();
        let fine = [edit(at..at + 3, "signe")];
        assert!(keeps_toml(text, &applied(text, &fine), &fine));
        let other = text.replace("autre", "même");
        assert!(!keeps_toml(text, &other, &fine), "another string");
        let quote = [edit(at..at + 3, "\"")];
        assert!(!keeps_toml(text, &applied(text, &quote), &quote), "no TOML any more");
        let key = [edit(0..1, "c")];
        assert!(!keeps_toml(text, &applied(text, &key), &key), "a key");
        assert!(!keeps_toml(text, &text.replace("= 3", "= 4"), &fine), "a number");
        let slip = [edit(at..at + 3, "\"\nc = \"x")];
        assert!(!keeps_toml(text, &applied(text, &slip), &slip), "a key more");
    }
}
