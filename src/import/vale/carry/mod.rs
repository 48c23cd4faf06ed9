//! From a rule of a style to rules of ours, one file per kind.
//!
//! A kind says what it makes and what it leaves behind; a rule of which something is made and
//! something left is carried over in part.

mod capitalization;
mod conditional;
mod consistency;
mod existence;
mod occurrence;
mod readability;
mod repetition;
mod scope;
mod substitution;

use super::pattern::{self, Edges, Refused};
use super::reason::Reason;
use super::style::{Choice, Piece, Rule};
use super::toml::Field;
pub(super) use scope::Scope;

/// What becomes of a rule.
#[derive(Clone, Debug, Default)]
pub(super) struct Made {
    /// Rules of ours.
    pub(super) rules: Vec<New>,
    /// What is left behind, with its line.
    pub(super) left: Vec<(usize, Reason)>,
}

/// A rule of ours in the making; what all rules have is added later.
#[derive(Clone, Debug)]
pub(super) struct New {
    /// What tells it from the others made of the same rule; empty for the first.
    pub(super) suffix: String,
    /// Its kind.
    pub(super) kind: &'static str,
    /// What it says; `None`: what its kind says.
    pub(super) message: Option<String>,
    /// Why the brand wants it.
    pub(super) why: Option<String>,
    /// The keys of its kind.
    pub(super) keys: Vec<(&'static str, Field)>,
    /// `[rule.swap]`.
    pub(super) swap: Vec<Swap>,
}

/// Words, what to say instead, and the line that says so.
#[derive(Clone, Debug)]
pub(super) struct Swap {
    pub(super) from: String,
    /// Choices are parted by `|`.
    pub(super) to: String,
    pub(super) line: usize,
}

impl New {
    pub(super) fn of(
        kind: &'static str,
        message: Option<String>,
        keys: Vec<(&'static str, Field)>,
    ) -> Self {
        Self { suffix: String::new(), kind, message, why: None, keys, swap: Vec::new() }
    }
}

impl Made {
    fn leave(&mut self, line: usize, reason: Reason) {
        self.left.push((line, reason));
    }

    /// Nothing made, for one reason.
    fn nothing(line: usize, reason: Reason) -> Self {
        Self { rules: Vec::new(), left: vec![(line, reason)] }
    }
}

/// What becomes of a rule.
pub(super) fn carry(rule: &Rule) -> Made {
    let scope = match Scope::of(rule) {
        Ok(scope) => scope,
        Err((line, place)) => return Made::nothing(line, Reason::Scope(place)),
    };
    let (kind, line) = (rule.extends.0.as_str(), rule.extends.1);
    let mut made = match kind {
        "existence" => existence::carry(rule, &scope),
        "substitution" => substitution::carry(rule, &scope),
        "occurrence" => occurrence::carry(rule, &scope),
        "repetition" => repetition::carry(rule),
        "consistency" => consistency::carry(rule),
        "conditional" => conditional::carry(rule),
        "capitalization" => capitalization::carry(rule),
        "metric" => readability::metric(rule),
        "readability" => readability::grade(rule),
        _ => Made::nothing(line, Reason::Kind(kind.to_owned())),
    };
    if !made.rules.is_empty()
        && let Some((line, others)) = scope.others
    {
        made.leave(line, Reason::OtherScopes(others));
    }
    made
}

/// The message of a rule for words that are found, without placeholders.
fn message(rule: &Rule) -> Option<String> {
    rule.text("message").map(|message| super::message::said(&message.text, &[]))
}

/// The message of a rule about a number, unless it has a place for that number: the kind says it.
fn scoreless(rule: &Rule) -> Option<String> {
    message(rule).filter(|_| {
        rule.text("message").is_none_or(|message| !super::message::has_place(&message.text))
    })
}

/// Our keys for how terms are matched: what is not our default. Vale knows no plural but the one
/// written, so ours is off wherever there are terms.
fn matching(rule: &Rule, word: Choice, terms: Choice) -> Vec<(&'static str, Field)> {
    let mut keys = Vec::new();
    if rule.switch("ignorecase") == Choice::No {
        keys.push(("ignore_case", Field::Off));
    }
    if word == Choice::No {
        keys.push(("word", Field::Off));
    }
    if terms == Choice::Yes {
        keys.push(("inflect", Field::Off));
    }
    keys
}

/// `except`: the exceptions of a rule and further ones; what is no phrase is left behind.
fn except(rule: &Rule, further: Vec<String>, made: &mut Made) -> Option<(&'static str, Field)> {
    let mut all = further;
    for exception in rule.list("exceptions") {
        match pattern::words(&exception.text) {
            Some(found) if found.except.is_empty() => all.extend(found.words),
            _ => made.leave(exception.line, Reason::Exception(exception.text)),
        }
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|word| seen.insert(word.clone()));
    (!all.is_empty()).then_some(("except", Field::Texts(all)))
}

/// Why a pattern that should be a few words is left behind.
fn not_few(pattern: &str) -> Reason {
    match pattern::accept(pattern) {
        Err(refused) => refused_as(pattern, refused),
        Ok(()) => Reason::Ways(pattern.to_owned()),
    }
}

/// Why a pattern is left behind.
pub(super) fn refused_as(pattern: &str, refused: Refused) -> Reason {
    let pattern = pattern.to_owned();
    match refused {
        Refused::LookAround => Reason::LookAround(pattern),
        Refused::BackReference => Reason::BackReference(pattern),
        Refused::Other(why) => Reason::Pattern(pattern, why),
    }
}

/// The start of a pattern: whether capitals count, and that `^` and `$` are the ends of a line.
fn flags(rule: &Rule, pattern: &str) -> &'static str {
    match (rule.switch("ignorecase"), anchored(pattern)) {
        (Choice::Yes, true) => "(?im)",
        (Choice::Yes, false) => "(?i)",
        (Choice::No, true) => "(?m)",
        (Choice::No, false) => "",
    }
}

/// A pattern made ready, or why it is left behind.
fn ready(
    rule: &Rule,
    scope: &Scope,
    piece: &Piece,
    pattern: &str,
    made: &mut Made,
) -> Option<String> {
    let whole = format!("{}{pattern}", flags(rule, pattern));
    match pattern::accept(&whole) {
        Ok(()) => {
            if scope.is_sentence && anchored(&piece.text) {
                made.leave(piece.line, Reason::Anchors(piece.text.clone()));
            }
            Some(whole)
        }
        Err(refused) => {
            made.leave(piece.line, refused_as(&piece.text, refused));
            None
        }
    }
}

/// The ends that the patterns of a rule have: those of words, unless it says `nonword`.
fn edges(rule: &Rule) -> Edges {
    match rule.switch("nonword") {
        Choice::Yes => Edges::Free,
        Choice::No => Edges::Words,
    }
}

/// Whether a pattern speaks of the ends of its text.
fn anchored(pattern: &str) -> bool {
    let bytes = pattern.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        (*byte == b'^' && !matches!(before, Some(b'[' | b'\\')))
            || (*byte == b'$' && before != Some(&b'\\'))
    })
}
