//! Where a clause begins: orders stand there, third persons do not.

use super::super::view::View;
use super::{mark, verbs};
use crate::text::{Glue, Letters};

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// First in a sentence or a line, signs and small words of opening apart.
    Start,
    /// After the comma of an opening: `Pour réserver, …`, `Dès lundi, …`.
    Opened,
    /// After another comma, an emoji, `et`: an order may stand there, or a third person.
    Soft,
    /// Elsewhere.
    Inside,
}

/// How far back a clause is looked at, in words.
const REACH: usize = 14;

/// Where a word stands.
pub(super) fn place(view: &View<'_>, i: usize) -> Place {
    if i == 0 {
        return Place::Start;
    }
    if view.glue(i) != Glue::Apart {
        return Place::Inside;
    }
    match sign(view, i) {
        Sign::End => Place::Start,
        _ if mark::leads(view, i) => Place::Start,
        Sign::None if is_opener(view.at(i - 1)) => after_opener(view, i - 1),
        Sign::None => Place::Inside,
        Sign::Comma if is_opener(view.at(i - 1)) && after_opener(view, i - 1) == Place::Start => {
            Place::Start
        }
        Sign::Comma | Sign::Ornament if mark::begins(view, i) || mark::is_small_line(view, i) => {
            Place::Start
        }
        Sign::Comma if is_opening(view, i) || is_called(view, i) => Place::Opened,
        Sign::Comma | Sign::Ornament => Place::Soft,
    }
}

/// Whether one of these words stands in the same sentence, at most [`REACH`] words before.
pub(super) fn has_before(view: &View<'_>, i: usize, wanted: &[&str]) -> bool {
    for back in 1..=REACH.min(i) {
        if view.breaks(i - back + 1) {
            return false;
        }
        if wanted.contains(&view.at(i - back)) {
            return true;
        }
    }
    false
}

/// Whether a word joined by a hyphen is the object of an order: `dis-nous`, `vas-y`.
pub(super) fn is_object(word: &str) -> bool {
    ["moi", "toi", "nous", "vous", "lui", "leur", "le", "la", "les", "en", "y", "tu"]
        .contains(&word)
}

/// What parts a word from the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// The end of a sentence or of a line, or a colon.
    End,
    /// A comma, a dash, a bracket, a quotation mark.
    Comma,
    /// An emoji or the like.
    Ornament,
    /// Nothing but blanks.
    None,
}

fn sign(view: &View<'_>, i: usize) -> Sign {
    let gap = view.gap(i);
    if gap == " " {
        return Sign::None;
    }
    let mut found = Sign::None;
    for c in gap.chars().rev() {
        match c {
            '.' | '!' | '?' | '…' | ':' => return Sign::End,
            // A line that only wraps goes on in small letters.
            '\n' if view.letters(i) != Letters::Small || !gap.trim().is_empty() => {
                return Sign::End;
            }
            '\n' if gap.matches('\n').count() > 1 => return Sign::End,
            ',' | ';' | '(' | '–' | '—' | '/' | '|' | '«' | '»' | '"' | '“' | '”' => {
                found = Sign::Comma;
            }
            '\n' => found = Sign::Comma,
            _ if c.is_whitespace() => {}
            _ if found == Sign::None => found = Sign::Ornament,
            _ => {}
        }
    }
    found
}

/// Small words that open a sentence before its order: `Alors viens`, `Et toi`.
fn is_opener(word: &str) -> bool {
    [
        "et", "puis", "alors", "mais", "ou", "donc", "ensuite", "enfin", "vite", "oui", "non",
        "allez", "allo", "bref", "bonjour", "salut", "hello", "coucou", "hey", "hé", "eh", "psst",
        "hop", "ici", "là", "aussi", "surtout",
    ]
    .contains(&word)
}

fn after_opener(view: &View<'_>, opener: usize) -> Place {
    if opener == 0 || sign(view, opener) == Sign::End { Place::Start } else { Place::Soft }
}

/// Whether the comma before a word ends an opening that has no subject of its own.
fn is_opening(view: &View<'_>, i: usize) -> bool {
    if !view.gap(i).contains(',') {
        return false;
    }
    for back in 1..=REACH.min(i) {
        let at = i - back;
        if view.breaks(at) || mark::leads(view, at) {
            return opens(view.at(at))
                || matches!(view.at(at), "le" | "chaque" | "tous")
                    && super::moment::is_when(view, at + 1);
        }
        if view.gap(at).contains([',', ';', '(', '—', '–', '»', '«']) {
            return false;
        }
    }
    false
}

/// Whether a name alone is called before the comma: `Léa, découvre la suite`.
fn is_called(view: &View<'_>, i: usize) -> bool {
    let name = i - 1;
    let company = view.then(i);
    view.gap(i).starts_with(',')
        && view.letters(i) == Letters::Small
        && view.letters(name) == Letters::Initial
        && (view.breaks(name) || mark::leads(view, name))
        && verbs::kind(view.at(name)).is_none()
        && [
            "le", "la", "les", "l", "un", "une", "ce", "cet", "cette", "ces", "notre", "nos",
            "ton", "ta", "tes",
        ]
        .contains(&company)
}

fn opens(word: &str) -> bool {
    [
        "pour",
        "afin",
        "si",
        "quand",
        "dès",
        "des",
        "avant",
        "après",
        "ce",
        "cet",
        "cette",
        "demain",
        "aujourd",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "en",
        "à",
        "au",
        "aux",
        "pendant",
        "avec",
        "sans",
        "chez",
        "dans",
        "jusqu",
        "entre",
        "besoin",
        "envie",
        "une",
        "pas",
        "plus",
        "comme",
        "maintenant",
        "d",
        "s",
        "salut",
        "bonjour",
        "hello",
        "coucou",
        "hey",
        "cher",
        "chère",
    ]
    .contains(&word)
}
