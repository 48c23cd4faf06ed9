//! `extends: existence`: words and patterns that are not said.

use super::{Made, New, Scope, edges, except, matching, message, ready};
use crate::import::vale::pattern::{self, Edges, Words};
use crate::import::vale::reason::Reason;
use crate::import::vale::style::{Choice, Piece, Rule};
use crate::import::vale::toml::Field;

/// What becomes of it.
pub(super) fn carry(rule: &Rule, scope: &Scope) -> Made {
    let mut made = Made::default();
    let raw = rule.list("raw");
    let tokens = rule.list("tokens");
    let found = match raw.first() {
        _ if raw.is_empty() && tokens.is_empty() => {
            return Made::nothing(rule.line("tokens"), Reason::Missing("tokens"));
        }
        Some(first) => joined(rule, scope, &raw, first, &tokens, &mut made),
        None => of_tokens(rule, scope, tokens, &mut made),
    };
    if found.terms.is_empty() && found.patterns.is_empty() {
        return made;
    }
    let terms = if found.terms.is_empty() { Choice::No } else { Choice::Yes };
    let mut keys = Vec::new();
    if !found.terms.is_empty() {
        keys.push(("terms", Field::Texts(found.terms)));
    }
    if !found.patterns.is_empty() {
        keys.push(("patterns", Field::Patterns(found.patterns)));
    }
    keys.extend(matching(rule, found.word, terms));
    keys.extend(except(rule, found.except, &mut made));
    made.rules.push(New::of("forbid", message(rule), keys));
    made
}

/// What a rule forbids.
struct Found {
    terms: Vec<String>,
    patterns: Vec<String>,
    except: Vec<String>,
    /// Whether the terms are whole words.
    word: Choice,
}

impl Found {
    /// A pattern that says itself where words end.
    fn raw(pattern: Option<String>) -> Self {
        Self {
            terms: Vec::new(),
            patterns: pattern.into_iter().collect(),
            except: Vec::new(),
            word: Choice::No,
        }
    }
}

/// Tokens after a raw pattern: one pattern all together, as Vale has it.
fn joined(
    rule: &Rule,
    scope: &Scope,
    raw: &[Piece],
    first: &Piece,
    tokens: &[Piece],
    made: &mut Made,
) -> Found {
    let start: String = raw.iter().map(|piece| piece.text.as_str()).collect();
    let mut kept = Vec::new();
    for token in tokens {
        if ready(rule, scope, token, &token.text, made).is_some() {
            kept.push(token.text.as_str());
        }
    }
    let edge = if rule.switch("nonword") == Choice::Yes { "" } else { r"\b" };
    let tail = match kept.is_empty() {
        // Every token was refused: what is left would forbid far more.
        true if !tokens.is_empty() => None,
        true => {
            return Found::raw(ready(
                rule,
                scope,
                first,
                &pattern::whole(&start, Edges::Free),
                made,
            ));
        }
        false => Some(format!("{edge}(?:{}){edge}", kept.join("|"))),
    };
    let whole = tail.map(|tail| match rule.switch("append") {
        Choice::Yes => format!("{tail}{start}"),
        Choice::No => format!("{start}{tail}"),
    });
    let piece = Piece { text: start, line: first.line };
    let pattern = whole.and_then(|whole| ready(rule, scope, &piece, &whole, made));
    Found::raw(pattern)
}

/// Tokens alone: words where they are few, patterns else.
fn of_tokens(rule: &Rule, scope: &Scope, tokens: Vec<Piece>, made: &mut Made) -> Found {
    let few: Vec<(Piece, Option<Words>)> =
        tokens.into_iter().map(|token| (token.clone(), pattern::words(&token.text))).collect();
    let word = bounds(rule, &few);
    let mut found = Found { terms: Vec::new(), patterns: Vec::new(), except: Vec::new(), word };
    let mut seen = std::collections::HashSet::new();
    for (token, words) in few {
        // A rule for parts of words keeps its whole words as patterns.
        let fits = |words: &Words| word == Choice::Yes || words.edges == Edges::Free;
        match words.filter(fits) {
            Some(words) => {
                found.except.extend(words.except);
                let new = |word: &String| seen.insert(key(rule, word));
                found.terms.extend(words.words.into_iter().filter(new));
            }
            None => {
                let whole = pattern::whole(&token.text, edges(rule));
                found.patterns.extend(ready(rule, scope, &token, &whole, made));
            }
        }
    }
    found
}

/// Whether the terms of a rule are whole words: unless it says `nonword`, or where each of them
/// asks for it.
fn bounds(rule: &Rule, few: &[(Piece, Option<Words>)]) -> Choice {
    let edged = |(_, words): &(Piece, Option<Words>)| {
        words.as_ref().is_some_and(|words| words.edges == Edges::Words)
    };
    match rule.switch("nonword") {
        Choice::Yes if few.iter().all(edged) => Choice::Yes,
        Choice::Yes => Choice::No,
        Choice::No => Choice::Yes,
    }
}

/// What tells one term from another.
fn key(rule: &Rule, word: &str) -> String {
    match rule.switch("ignorecase") {
        Choice::Yes => word.to_lowercase(),
        Choice::No => word.to_owned(),
    }
}
