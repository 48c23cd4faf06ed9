//! What one list allows or requires and another forbids.

use super::super::meet::running;
use super::{clash, opposed};
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text, quote};
use crate::model::{Demand, ToneRule, Workspace};
use crate::source::Loc;
use crate::text::phrases::key;
use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

/// The lists of a rule.
struct Lists<'t> {
    rule: &'t ToneRule,
    kind: Discriminant<Demand>,
    /// Of which all must be there.
    required: &'t [Loc<String>],
    /// Which alone are fine.
    allowed: &'t [Loc<String>],
    /// Which are not, by their [`bare`] words.
    forbidden: HashMap<String, &'t Loc<String>>,
}

/// Looks for lists that exclude each other.
pub(super) fn check(ws: &Workspace) -> Vec<Finding> {
    let all: Vec<Lists<'_>> = running(ws).filter_map(lists).collect();
    let mut found = Vec::new();
    for wish in &all {
        let bans = all.iter().filter(|ban| !ban.forbidden.is_empty() && ban.kind == wish.kind);
        for ban in bans.filter(|ban| opposed(ws, wish.rule, ban.rule)) {
            found.extend(required(wish, ban));
            found.extend(allowed(wish, ban));
        }
    }
    found
}

fn lists(rule: &ToneRule) -> Option<Lists<'_>> {
    let none: &[Loc<String>] = &[];
    let (required, allowed, forbidden) = match &rule.demand {
        Demand::Person(person) => (none, &*person.allow, &*person.forbid),
        Demand::Emoji(emoji) => (none, &*emoji.allow, &*emoji.forbid),
        Demand::Hashtag(tags) => (&*tags.required, none, &*tags.forbid),
        _ => return None,
    };
    let forbidden = forbidden.iter().map(|word| (bare(word), word)).collect();
    Some(Lists { rule, kind: discriminant(&rule.demand), required, allowed, forbidden })
}

/// A word of a list, the `#` of a hashtag apart.
fn bare(word: &Loc<String>) -> String {
    key(word.value.trim_start_matches('#'))
}

/// Each hashtag that must be there and must not.
fn required(wish: &Lists<'_>, ban: &Lists<'_>) -> Vec<Finding> {
    let pairs =
        wish.required.iter().filter_map(|word| Some((word, *ban.forbidden.get(&bare(word))?)));
    pairs
        .map(|(word, other)| {
            let message = Text::of(|lang| match lang {
                Lang::En => format!("{} is required, and forbidden", quote(lang, &word.value)),
                Lang::Fr => format!("{} est exigé, et interdit", quote(lang, &word.value)),
            });
            clash((wish.rule, word.at), (ban.rule, other.at), message)
        })
        .collect()
}

/// Within one rule, anything both allowed and forbidden; between two, nothing left to use.
fn allowed(wish: &Lists<'_>, ban: &Lists<'_>) -> Option<Finding> {
    let mut barred =
        wish.allowed.iter().filter_map(|word| Some((word, *ban.forbidden.get(&bare(word))?)));
    let (word, other) = barred.next()?;
    let one = std::ptr::eq(wish.rule, ban.rule);
    if !one && barred.count() + 1 < wish.allowed.len() {
        return None;
    }
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} is allowed, and forbidden", quote(lang, &word.value)),
        Lang::Fr => format!("{} est permis, et interdit", quote(lang, &word.value)),
    });
    Some(clash((wish.rule, word.at), (ban.rule, other.at), message))
}
