//! `extends: repetition`: a word said twice in a row.

use super::{Made, New, except, message};
use crate::import::vale::pattern;
use crate::import::vale::reason::Reason;
use crate::import::vale::style::Rule;

/// What becomes of it.
pub(super) fn carry(rule: &Rule) -> Made {
    let tokens = rule.list("tokens");
    let mut made = Made::default();
    if tokens.is_empty() {
        return Made::nothing(rule.line("tokens"), Reason::Missing("tokens"));
    }
    for token in &tokens {
        if !pattern::is_any_word(&token.text) {
            made.leave(token.line, Reason::Repetition(token.text.clone()));
        }
    }
    if made.left.len() < tokens.len() {
        let keys = except(rule, Vec::new(), &mut made).into_iter().collect();
        made.rules.push(New::of("repeat", message(rule), keys));
    }
    made
}
