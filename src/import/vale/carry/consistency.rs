//! `extends: consistency`: two ways of writing one thing.

use super::{Made, New, message, not_few};
use crate::import::vale::pattern;
use crate::import::vale::reason::Reason;
use crate::import::vale::style::{Piece, Rule};
use crate::import::vale::toml::Field;

/// What becomes of it: pairs of words. A way that stands for several words gives a group of all.
pub(super) fn carry(rule: &Rule) -> Made {
    let pairs = rule.pairs("either");
    if pairs.is_empty() {
        return Made::nothing(rule.line("either"), Reason::Missing("either"));
    }
    let mut made = Made::default();
    let mut groups = Vec::new();
    for (one, other) in &pairs {
        match (way(one), way(other)) {
            (Ok(one), Ok(other)) if one != other => groups.push(vec![one, other]),
            (Ok(_), Ok(_)) => made.leave(one.line, Reason::Ways(one.text.clone())),
            (Err(reason), _) => made.leave(one.line, reason),
            (_, Err(reason)) => made.leave(other.line, reason),
        }
    }
    if !groups.is_empty() {
        // Two spellings of one word, of which no other is meant.
        made.rules.push(New::of(
            "consistency",
            message(rule),
            vec![("either", Field::Groups(groups))],
        ));
    }
    made
}

/// The one spelling that a pattern stands for: of several, none could be mixed with another.
fn way(piece: &Piece) -> Result<String, Reason> {
    match pattern::words(&piece.text) {
        Some(mut found) if found.words.len() == 1 && found.except.is_empty() => {
            found.words.pop().ok_or_else(|| not_few(&piece.text))
        }
        _ => Err(not_few(&piece.text)),
    }
}
