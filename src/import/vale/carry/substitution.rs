//! `extends: substitution`: words said otherwise.

use super::{Made, New, Scope, Swap, edges, except, matching, ready};
use crate::import::vale::message;
use crate::import::vale::pattern;
use crate::import::vale::reason::Reason;
use crate::import::vale::style::{Choice, Piece, Rule};
use crate::import::vale::toml::Field;
use std::collections::HashSet;

/// What becomes of it: the words in one rule, and a rule for each replacement of a pattern, since a
/// pattern cannot be replaced but its message can say by what.
pub(super) fn carry(rule: &Rule, scope: &Scope) -> Made {
    let mut made = Made::default();
    let pairs = rule.pairs("swap");
    if pairs.is_empty() {
        return Made::nothing(rule.line("swap"), Reason::Missing("swap"));
    }
    let mut words = Swapped::default();
    let mut patterns: Vec<(String, Vec<String>)> = Vec::new();
    for (from, to) in &pairs {
        if made_from_match(&to.text) {
            made.leave(from.line, Reason::MadeReplacement(to.text.clone()));
            continue;
        }
        match pattern::words(&from.text) {
            Some(found) if !to.text.is_empty() => {
                words.except.extend(found.except);
                words.take(rule, found.words, to, from.line);
            }
            _ => {
                let Some(pattern) =
                    ready(rule, scope, from, &pattern::whole(&from.text, edges(rule)), &mut made)
                else {
                    continue;
                };
                match patterns.iter_mut().find(|(said, _)| *said == to.text) {
                    Some((_, list)) => list.push(pattern),
                    None => patterns.push((to.text.clone(), vec![pattern])),
                }
            }
        }
    }
    let own = except(rule, Vec::new(), &mut made);
    if let Some(mut new) = words.rule(rule) {
        // What was left behind of the exceptions is told once.
        new.keys.extend(except(rule, words.except, &mut Made::default()));
        made.rules.push(new);
    }
    for (to, list) in patterns {
        let mut new = forbidding(rule, &to, list);
        new.keys.extend(own.clone());
        made.rules.push(new);
    }
    made
}

/// Words and what to say instead.
#[derive(Default)]
struct Swapped {
    swap: Vec<Swap>,
    except: Vec<String>,
    seen: HashSet<String>,
}

impl Swapped {
    fn take(&mut self, rule: &Rule, words: Vec<String>, to: &Piece, line: usize) {
        let choices: Vec<&str> =
            to.text.split('|').map(str::trim).filter(|choice| !choice.is_empty()).collect();
        for word in words {
            // What is already as it should be is not found by Vale either.
            let fine = choices.contains(&word.as_str());
            let key = match rule.switch("ignorecase") {
                Choice::Yes => word.to_lowercase(),
                Choice::No => word.clone(),
            };
            if !fine && !choices.is_empty() && self.seen.insert(key) {
                self.swap.push(Swap { from: word, to: choices.join("|"), line });
            }
        }
    }

    fn rule(&mut self, rule: &Rule) -> Option<New> {
        if self.swap.is_empty() {
            return None;
        }
        let word = match rule.switch("nonword") {
            Choice::Yes => Choice::No,
            Choice::No => Choice::Yes,
        };
        let mut new = New::of("replace", None, matching(rule, word, Choice::Yes));
        // The kind says what to write instead of what; words without a place for them are a reason.
        new.why = rule
            .text("message")
            .filter(|message| !message::has_place(&message.text))
            .map(|message| message::said(&message.text, &[]));
        new.swap = std::mem::take(&mut self.swap);
        Some(new)
    }
}

/// A pattern whose replacement stands in the message.
fn forbidding(rule: &Rule, to: &str, patterns: Vec<String>) -> New {
    let choices: Vec<&str> = to.split('|').map(str::trim).collect();
    let shown = choices.join(" / ");
    let message = rule.text("message").map(|message| {
        let said = message::said(&message.text, &[&shown]);
        match message::has_place(&message.text) || shown.is_empty() {
            true => said,
            false => format!("{said} → {shown}"),
        }
    });
    let mut keys = vec![("patterns", Field::Patterns(patterns))];
    keys.extend(matching(rule, Choice::No, Choice::No));
    let mut new = New::of("forbid", message.or_else(|| Some(format!("→ {shown}"))), keys);
    new.suffix = if shown.is_empty() { "empty".to_owned() } else { shown };
    new
}

/// Whether a replacement takes parts of what was found: `$1`, `${name}`, `\1`.
fn made_from_match(to: &str) -> bool {
    let after = |sign: char| to.split(sign).skip(1);
    after('$').any(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '{'))
        || after('\\').any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacements_made_from_the_match() {
        for made in ["$1 word", "${name}", r"a \2"] {
            assert!(made_from_match(made), "{made}");
        }
        for plain in ["costs $", "a|b", r"c:\dir", "US$ amount"] {
            assert!(!made_from_match(plain), "{plain}");
        }
    }
}
