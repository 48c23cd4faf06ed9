//! Whether a French sentence takes one noun for another as it is: what stands before and after it
//! agrees with its gender and its number.

use super::super::list::List;
use super::gender::{Gender, gender};
use crate::tone::Passage;
use std::ops::Range;

/// Words before a masculine noun.
static MASCULINE: List = List::of("le un ce cet du au aucun quel tout");
/// Words before a feminine noun.
static FEMININE: List = List::of("la une cette ma ta sa aucune quelle toute");
/// Words before a masculine noun, or any that begins with a vowel.
static POSSESSIVES: List = List::of("mon ton son");
/// Words before a noun of either gender, in the plural.
static PLURAL: List = List::of(
    "les des ces mes tes ses nos vos leurs aux plusieurs quelques deux trois quatre cinq six sept \
     huit neuf dix",
);
/// Words before a noun of either gender.
static NEUTRAL: List = List::of(
    "leur notre votre chaque par en avec sans pour de et ou à sur sous dans via comme d l qu \
     jusqu lorsqu puisqu",
);
/// Words that end what agrees with a noun: none of them is an adjective.
static CLOSING: List = List::of(
    "à au aux de du des d en par pour sur sous dans avec sans chez vers entre contre depuis dès \
     pendant avant après via et ou mais car donc ni que qu qui dont où quand si s comme le la les \
     l un une ce cet cette ces c mon ton son ma ta sa mes tes ses notre votre nos vos leur leurs je \
     j tu il elle on nous vous ils elles n ne",
);

/// What stands before a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Something that says its gender.
    Says(Gender),
    /// `mon`, `ton`, `son`.
    Possessive,
    /// Something that goes with any gender, in the plural.
    Plural,
    /// Something that goes with any gender.
    Neutral,
    /// Anything else: an adjective perhaps.
    Other,
}

/// A noun of the text that another one may replace.
pub(super) struct Noun<'t> {
    /// The words of the rule that are found.
    pub(super) from: &'t str,
    /// What replaces them.
    pub(super) to: &'t str,
    /// Whether the text has the mark of the plural, which the rule has not.
    pub(super) inflected: bool,
}

/// Whether what stands around a noun surely fits what replaces it; what changes before a vowel is
/// another matter.
pub(super) fn fits(passage: &Passage<'_>, range: &Range<usize>, noun: &Noun<'_>) -> bool {
    let (old, new) = (gender(head(noun.from)), gender(head(noun.to)));
    let marked = |words: &str| head(words).ends_with(['s', 'x', 'z']);
    let number = noun.inflected || marked(noun.from) == marked(noun.to);
    let same = old.is_some() && old == new;
    let after = || same || closes(passage.text.get(range.end..).unwrap_or_default());
    let vowel = |words: &str| crate::text::fold(words).starts_with(['a', 'e', 'i', 'o', 'u']);
    let before = before(passage.text.get(..range.start).unwrap_or_default());
    number
        && match before {
            Before::Says(gender) => !noun.inflected && new == Some(gender),
            Before::Possessive => {
                let one = new == Some(Gender::Masculine) || vowel(noun.to);
                !noun.inflected && one && (!vowel(noun.from) && !vowel(noun.to) || after())
            }
            Before::Plural => (noun.inflected || marked(noun.from)) && after(),
            Before::Neutral => after(),
            // « un guide digital »: an adjective behind its noun.
            Before::Other => agrees(noun.from, noun.to),
        }
}

/// Whether words that have no mark of the plural stand in the plural all the same: « les FAQ ».
pub(super) fn is_many(passage: &Passage<'_>, range: &Range<usize>, from: &str) -> bool {
    let before = || before(passage.text.get(..range.start).unwrap_or_default());
    !head(from).ends_with(['s', 'x', 'z']) && before() == Before::Plural
}

/// Whether both are adjectives, and the second has the gender that the first shows, or any.
fn agrees(from: &str, to: &str) -> bool {
    const MASCULINE: [&str; 5] = ["al", "el", "if", "eux", "ant"];
    const ANY: [&str; 5] = ["ique", "able", "ible", "aire", "iste"];
    let ends = |word: &str, all: &[&str]| all.iter().any(|end| word.ends_with(end));
    let adjective = |word: &str| {
        let single = !word.contains(char::is_whitespace) && word.chars().count() > 4;
        single && gender(word).is_none() && (ends(word, &MASCULINE) || ends(word, &ANY))
    };
    adjective(from) && adjective(to) && (ends(from, &MASCULINE) || ends(to, &ANY))
}

/// The noun of a phrase: its first word.
fn head(words: &str) -> &str {
    words.split_whitespace().next().unwrap_or_default()
}

/// Marks that part nothing: words between quotation marks are read with those around.
fn is_wrapping(c: char) -> bool {
    c.is_whitespace() && c != '\n' || "«»\"“”„*_(".contains(c)
}

fn before(text: &str) -> Before {
    let text = text.trim_end_matches(is_wrapping);
    let text = text.strip_suffix(['\'', '’', 'ʼ']).unwrap_or(text);
    let part = |c: char| c.is_alphanumeric() || c == '-' || c == '\'' || c == '’';
    let from = text.char_indices().rev().take(24).take_while(|(_, c)| part(*c)).last();
    let word = from.and_then(|(from, _)| text.get(from..)).unwrap_or_default();
    if !word.contains(char::is_alphanumeric) {
        return Before::Neutral;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return if word == "1" { Before::Neutral } else { Before::Plural };
    }
    let word = word.to_lowercase();
    match () {
        () if MASCULINE.has(&word) => Before::Says(Gender::Masculine),
        () if FEMININE.has(&word) => Before::Says(Gender::Feminine),
        () if POSSESSIVES.has(&word) => Before::Possessive,
        () if PLURAL.has(&word) => Before::Plural,
        () if NEUTRAL.has(&word) => Before::Neutral,
        () => Before::Other,
    }
}

/// Whether what follows a noun is surely no adjective. A comma hides none.
fn closes(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| is_wrapping(c) || c == ',');
    let end = text.char_indices().take(24).find(|(_, c)| !c.is_alphanumeric() && *c != '-');
    let word = text.get(..end.map_or(text.len().min(24), |(end, _)| end)).unwrap_or("?");
    match word.chars().next() {
        None => true,
        Some(c) if c.is_uppercase() || c.is_ascii_digit() => true,
        Some(_) => CLOSING.has(word),
    }
}
