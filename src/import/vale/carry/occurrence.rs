//! `extends: occurrence`: how often something may come.

use super::{Made, New, Scope, refused_as, scoreless};
use crate::import::vale::pattern;
use crate::import::vale::reason::Reason;
use crate::import::vale::style::{Piece, Rule};
use crate::import::vale::toml::Field;

/// What becomes of it: a count of words, sentences or matches.
pub(super) fn carry(rule: &Rule, scope: &Scope) -> Made {
    let Some(token) = rule.text("token") else {
        return Made::nothing(rule.line("token"), Reason::Missing("token"));
    };
    let mut keys = match counted(rule, &token) {
        Ok(keys) => keys,
        Err(reason) => return Made::nothing(token.line, reason),
    };
    if scope.is_sentence {
        keys.push(("per", Field::Text("sentence".to_owned())));
    }
    let mut limited = false;
    for key in ["min", "max"] {
        // Vale takes 0 for no limit at all.
        if let Some(number) = rule.number(key).filter(|number| *number > 0) {
            keys.push((key, Field::Number(number)));
            limited = true;
        }
    }
    if !limited {
        return Made::nothing(rule.line("max"), Reason::Missing("max"));
    }
    Made { rules: vec![New::of("count", scoreless(rule), keys)], left: Vec::new() }
}

/// What is counted: words where the pattern is one for words.
fn counted(rule: &Rule, token: &Piece) -> Result<Vec<(&'static str, Field)>, Reason> {
    let of = match token.text.as_str() {
        words if pattern::is_any_word(words) => "word",
        "!" | r"\!" => "exclamation",
        r"\?" => "question",
        "," => "comma",
        ";" => "semicolon",
        _ => "pattern",
    };
    let mut keys = vec![("of", Field::Text(of.to_owned()))];
    if of == "pattern" {
        let whole = format!("{}{}", super::flags(rule, &token.text), token.text);
        pattern::accept(&whole).map_err(|refused| refused_as(&token.text, refused))?;
        keys.push(("patterns", Field::Patterns(vec![whole])));
    }
    Ok(keys)
}
