//! What to write in the place of a word, where that is sure.

use super::agreement::{Noun, fits};
use crate::lang::Lang;
use crate::text::fold;
use crate::tone::Passage;
use crate::tone::terms::{Form, Match, sure_plural};

/// Words that change before a vowel, folded: `le` and `l’`, `ce` and `cet`, `a` and `an`.
const FRENCH: [&str; 28] = [
    "le", "la", "de", "du", "au", "ce", "cet", "ma", "ta", "sa", "mon", "ton", "son", "que", "je",
    "ne", "se", "me", "te", "jusque", "lorsque", "puisque", "beau", "bel", "nouveau", "nouvel",
    "vieux", "vieil",
];

/// What to write for a term found in a text; nothing where it is not sure: an inflection that may
/// not be the same, an article that would have to change, an adjective that would have to agree.
pub(super) fn mended(passage: &Passage<'_>, found: &Match, term: &str, to: &str) -> Option<String> {
    let written = passage.text.get(found.range.clone())?;
    let new = match found.form {
        Form::Base => to.to_owned(),
        Form::Plural => plural(to, passage.lang)?,
        Form::Other => return None,
    };
    if found.form == Form::Plural && (is_initialism(term) || is_initialism(to)) {
        return None;
    }
    let same = bare(term) == bare(to);
    if !same && changes_before(passage, found.range.start, written, &new) {
        return None;
    }
    let noun = Noun { from: term, to, inflected: found.form == Form::Plural };
    if !same && passage.lang != Some(Lang::En) && !fits(passage, &found.range, &noun) {
        return None;
    }
    Some(cased(&new, written, term))
}

/// The letters of a word: two that differ in signs and accents alone are one word.
fn bare(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `FAQ`, `SMS`.
fn is_initialism(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains(char::is_lowercase)
}

/// The plural of a word where it is sure.
pub(super) fn plural(word: &str, lang: Option<Lang>) -> Option<String> {
    if is_initialism(word) {
        return None;
    }
    if lang != Some(Lang::En) {
        return sure_plural(word);
    }
    let odd = ["s", "x", "z", "h", "y", "f", "fe", "o", "man", "child", "person", "foot", "is"];
    let single = word.chars().all(char::is_alphabetic);
    (single && !odd.iter().any(|end| word.ends_with(end))).then(|| format!("{word}s"))
}

/// Whether the word before has a form for what was there and another for what comes.
fn changes_before(passage: &Passage<'_>, start: usize, written: &str, to: &str) -> bool {
    let (old, new) = (sound(written), sound(to));
    if old == new && old != Sound::Unknown {
        return false;
    }
    let before = passage.text.get(..start).unwrap_or_default();
    if before.ends_with(['\'', '’', 'ʼ']) {
        return true;
    }
    let last = before.trim_end();
    let word = last.char_indices().rev().take(12).take_while(|(_, c)| c.is_alphabetic()).last();
    let word = fold(word.and_then(|(from, _)| last.get(from..)).unwrap_or_default());
    match passage.lang {
        Some(Lang::En) => matches!(word.as_str(), "a" | "an"),
        _ => FRENCH.contains(&word.as_str()),
    }
}

/// What a word begins with, for the word before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
    /// h, y, u in English, figures: one cannot tell from the letter.
    Unknown,
}

fn sound(word: &str) -> Sound {
    match fold(word).chars().next() {
        Some('a' | 'e' | 'i' | 'o') => Sound::Vowel,
        Some('h' | 'y' | 'u') | None => Sound::Unknown,
        Some(c) if c.is_alphabetic() => Sound::Consonant,
        Some(_) => Sound::Unknown,
    }
}

/// What comes with the case of what was there: a capital first, or capitals all over.
fn cased(to: &str, written: &str, term: &str) -> String {
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    let small = written.chars().any(char::is_lowercase);
    let first = written.chars().next().is_some_and(char::is_uppercase);
    if capitals > 1 && !small && term.chars().any(char::is_lowercase) {
        return to.to_uppercase();
    }
    if !first || term.chars().next().is_some_and(char::is_uppercase) {
        return to.to_owned();
    }
    let mut letters = to.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}
