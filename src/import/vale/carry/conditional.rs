//! `extends: conditional`: one thing that must be there because of another.

use super::{Made, New, flags, message};
use crate::import::vale::pattern;
use crate::import::vale::reason::Reason;
use crate::import::vale::style::Rule;
use crate::import::vale::toml::Field;

/// What becomes of it. Vale wants every match of `first` to be what a group of `second` caught, so
/// each acronym its own definition. Ours wants a match of `second` where there is one of `first`:
/// the same only where `first` is one word and `second` catches that very word.
pub(super) fn carry(rule: &Rule) -> Made {
    let (Some(first), Some(second)) = (rule.text("first"), rule.text("second")) else {
        let missing = if rule.text("first").is_some() { "second" } else { "first" };
        return Made::nothing(rule.line(missing), Reason::Missing(missing));
    };
    let word = pattern::words(&first.text).filter(|found| found.except.is_empty());
    let caught = caught(&second.text);
    let same = match (&word, &caught) {
        (Some(word), Some(caught)) => word.words.len() == 1 && word.words == *caught,
        _ => false,
    };
    let (when, then) = (
        format!("{}{}", flags(rule, &first.text), first.text),
        format!("{}{}", flags(rule, &second.text), second.text),
    );
    let runs = pattern::accept(&when).is_ok() && pattern::accept(&then).is_ok();
    if !same || !runs || !rule.list("exceptions").is_empty() {
        return Made::nothing(first.line, Reason::Conditional);
    }
    let keys = vec![("when", Field::When(when)), ("patterns", Field::Patterns(vec![then]))];
    Made { rules: vec![New::of("require", message(rule), keys)], left: Vec::new() }
}

/// The words that the one group of a pattern catches.
fn caught(pattern: &str) -> Option<Vec<String>> {
    let open = pattern.match_indices('(').filter(|(at, _)| {
        let escaped = pattern[..*at].ends_with('\\');
        !escaped && !pattern[at + 1..].starts_with('?')
    });
    let starts: Vec<usize> = open.map(|(at, _)| at).collect();
    let [start] = starts.as_slice() else { return None };
    let inside = &pattern[start + 1..];
    let end = inside.find(')')?;
    Some(pattern::words(&inside[..end])?.words)
}
