//! The `vous` of several people: a house that says tu to each says vous to all.

use super::super::view::View;
use super::{Side, Sign};
use crate::text::Letters;
use std::ops::Range;

/// Drops the signs of vouvoiement that speak to several people.
pub(super) fn leave_out(view: &View<'_>, sentences: &[Range<usize>], signs: &mut Vec<Sign>) {
    let greeted = greets_many(view);
    let mut judged: Option<(usize, bool)> = None;
    signs.retain(|sign| {
        if sign.side == Side::Tu {
            return true;
        }
        if greeted || is_thanks(view, sign.word) || is_set_phrase(view, sign.word) {
            return false;
        }
        let number = sentences.partition_point(|sentence| sentence.end <= sign.range.start);
        let many = match judged {
            Some((known, many)) if known == number => many,
            _ => sentences.get(number).is_some_and(|bytes| speaks_to_many(view, sign.word, bytes)),
        };
        judged = Some((number, many));
        !many
    });
}

/// `Salut la team`, `Bonjour à tous`: the first words greet several people, so the text does.
fn greets_many(view: &View<'_>) -> bool {
    let end = (1..view.len().min(8)).find(|&i| view.breaks(i)).unwrap_or(view.len().min(8));
    let greets = |i: usize| {
        [
            "salut",
            "bonjour",
            "bonsoir",
            "hello",
            "coucou",
            "hey",
            "chers",
            "chères",
            "merci",
            "bienvenue",
            "cher",
        ]
        .contains(&view.at(i))
    };
    (0..end).any(greets) && (0..end).any(|i| names_many(view, i))
}

/// Whether a word of the sentence around a sign says that several people are spoken to.
fn speaks_to_many(view: &View<'_>, word: usize, bytes: &Range<usize>) -> bool {
    const REACH: usize = 60;
    let before = (1..=REACH.min(word)).map(|back| word - back);
    let after = word..view.len().min(word + REACH);
    before
        .take_while(|&i| view.range(i).start >= bytes.start)
        .chain(after.take_while(|&i| view.range(i).start < bytes.end))
        .any(|i| names_many(view, i))
}

/// Whether a word names several people that are spoken to.
fn names_many(view: &View<'_>, i: usize) -> bool {
    let (word, before, after) = (view.at(i), view.before(i, 1), view.at(i + 1));
    match word {
        "tous" | "toutes" => {
            !(view.is_next(i + 1)
                && [
                    "les", "nos", "vos", "ces", "ceux", "celles", "mes", "leurs", "ses", "tes",
                    "deux", "âges", "risques", "niveaux", "publics", "terrains", "frais", "types",
                ]
                .contains(&after)
                || view.letters(i + 1) == Letters::None && view.is_next(i + 1))
        }
        "nombreux" | "nombreuses" => true,
        "amis" | "amies" | "gars" | "copains" | "copines" | "filles" | "abonnés" | "team"
        | "champions" | "championnes" | "gens" => {
            matches!(before, "les" | "la" | "chers" | "chères" | "mes")
        }
        "entre" => before == "d" && after == "vous",
        "êtes" | "étiez" | "serez" => is_crowd(view, i + 1),
        "vous" => {
            before == "à" && view.is_next(i) && !is_verb_after(view, i)
                || matches!(after, "deux" | "trois" | "quatre") && view.is_next(i + 1)
                || after == "autres"
                || after == "les" && view.gap(i + 1).trim() == ","
        }
        // `Toi et ton binôme, vous …`
        "toi" => view.then(i) == "et",
        "monde" => before == "le" && view.before(i, 2) == "tout",
        _ => false,
    }
}

/// `merci à vous`, `à vous de jouer`, `bonne journée à vous`; not `à vous proposer`.
fn is_verb_after(view: &View<'_>, i: usize) -> bool {
    let next = view.then(i);
    next.ends_with("er") || next.ends_with("ir") || next.ends_with("re")
}

/// `(vous êtes) plus de 300`, `déjà 300`, `si nombreux`.
fn is_crowd(view: &View<'_>, i: usize) -> bool {
    [
        "nombreux",
        "nombreuses",
        "tous",
        "toutes",
        "plus",
        "près",
        "déjà",
        "presque",
        "environ",
        "beaucoup",
        "quelques",
        "plusieurs",
        "combien",
    ]
    .contains(&view.at(i))
        && !(view.at(i) == "plus" && view.at(i + 1) != "de")
        && !(view.at(i) == "près" && view.at(i + 1) != "de")
        && !(view.at(i) == "déjà"
            && view.letters(i + 1) != Letters::None
            && !is_crowd_word(view.at(i + 1)))
        || view.letters(i) == Letters::None
}

fn is_crowd_word(word: &str) -> bool {
    matches!(
        word,
        "plus" | "nombreux" | "nombreuses" | "près" | "tous" | "toutes" | "des" | "mille"
    )
}

/// `On vous souhaite une bonne année`, said to all; `Le saviez-vous ?`, said to nobody.
fn is_set_phrase(view: &View<'_>, i: usize) -> bool {
    match view.at(i) {
        "vous" => matches!(view.then(i), "souhaite" | "souhaitons"),
        "saviez" => view.before(i, 1) == "le" && view.at(i + 1) == "vous",
        _ => false,
    }
}

/// `merci pour vos messages`: they came from several people.
fn is_thanks(view: &View<'_>, i: usize) -> bool {
    view.at(i) == "vos"
        && matches!(view.before(i, 1), "pour" | "de" | "tous" | "toutes")
        && (view.before(i, 2) == "merci"
            || view.before(i, 3) == "merci"
            || view.before(i, 4) == "merci")
}
