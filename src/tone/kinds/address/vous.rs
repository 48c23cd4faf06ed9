//! Words of the second person plural, and those they are mistaken for.

use super::super::view::View;
use super::place::{Place, is_object, place};
use crate::text::{Glue, Letters};

/// Whether a word is of the second person plural.
pub(super) fn is_sign(view: &View<'_>, i: usize) -> bool {
    let word = view.at(i);
    if word.ends_with("ez") {
        return is_verb(view, i, word);
    }
    match word {
        "vous" => is_pronoun(view, i),
        "votre" | "vos" | "vôtre" | "vôtres" => view.glue(i) == Glue::Apart,
        "êtes" => true,
        "faites" | "refaites" => {
            has_object(view, i)
                || place(view, i) != Place::Inside
                    && ![
                        "", "maison", "main", "à", "avec", "de", "d", "pour", "par", "en", "d’",
                        "sur", "ici", "chaque", "et", "au",
                    ]
                    .contains(&view.then(i))
        }
        "dites" | "redites" => {
            has_object(view, i) || place(view, i) != Place::Inside && view.is_next(i + 1)
        }
        _ => false,
    }
}

fn has_object(view: &View<'_>, i: usize) -> bool {
    view.glue(i + 1) == Glue::Hyphen && is_object(view.at(i + 1))
}

/// `vous`, not that of `rendez-vous`, `garde-à-vous`, `au-devant de vous-savez-qui`.
fn is_pronoun(view: &View<'_>, i: usize) -> bool {
    match view.glue(i) {
        Glue::Hyphen => {
            !matches!(view.before(i, 1), "rendez" | "à" | "chez")
                && view.letters(i - 1) != Letters::Mixed
        }
        Glue::Apart => !(view.is_next(i) && view.before(i, 1) == "rendez"),
        _ => true,
    }
}

/// A verb in -ez, not a name nor one of the few other words in -ez.
fn is_verb(view: &View<'_>, i: usize, word: &str) -> bool {
    if word.len() < 4 || !word.is_char_boundary(word.len() - 2) || is_other(word) {
        return false;
    }
    match view.letters(i) {
        Letters::Small => {}
        Letters::Capitals => {
            if is_name(word) {
                return false;
            }
        }
        Letters::Initial => {
            if view.glue(i) == Glue::Hyphen
                || is_name(word)
                || place(view, i) == Place::Inside && !is_headline(view, i)
                || is_named(view, i)
            {
                return false;
            }
        }
        Letters::None | Letters::Mixed => return false,
    }
    let next = view.at(i + 1);
    if view.glue(i + 1) == Glue::Hyphen {
        let noun = matches!(
            (word, next),
            ("laissez", "passer" | "faire" | "pour")
                | ("cessez", "le")
                | ("rendez", "vous")
                | ("revenez", "y")
                | ("allez", "retour")
                | ("décrochez", "moi")
        );
        return !noun && (word != "suivez" || view.at(i + 2) != "jeune");
    }
    match word {
        "rendez" => view.then(i) != "vous",
        "allez" => is_going(view, i),
        _ => true,
    }
}

/// `Lunéville et Douez`: a capital right after small letters.
fn is_named(view: &View<'_>, i: usize) -> bool {
    i > 1
        && view.is_next(i)
        && matches!(view.before(i, 1), "et" | "ou")
        && view.letters(i - 1) == Letters::Small
}

/// A headline whose every word has a capital: the next one has it too.
fn is_headline(view: &View<'_>, i: usize) -> bool {
    i > 0
        && matches!(view.before(i, 1), "et" | "puis" | "alors" | "ne" | "n")
        && view.letters(i - 1) == Letters::Initial
}

/// `Allez voir`, not `Allez !` nor `Allez les Bleus`.
fn is_going(view: &View<'_>, i: usize) -> bool {
    let next = view.then(i);
    ["voir", "sur", "à", "au", "aux", "dans", "vers", "jusqu", "chez", "directement", "en"]
        .contains(&next)
        || next.len() > 4
            && (next.ends_with("er") || next.ends_with("ir") || next.ends_with("re"))
            && !matches!(next, "hiver" | "encore" | "notre" | "votre" | "autre" | "quatre")
        || matches!(view.before(i, 1), "vous" | "n" | "ne" | "y")
            && view.glue(i) == Glue::Apart
            && view.is_next(i)
}

/// Words in -ez that are no verbs.
fn is_other(word: &str) -> bool {
    matches!(word, "chez" | "assez" | "merguez" | "vez" | "juez" | "tez" | "nez" | "raz")
}

/// Names in -ez that may begin a sentence or stand in capitals.
fn is_name(word: &str) -> bool {
    const NAMES: [&str; 76] = [
        "agadez",
        "alvarez",
        "antunez",
        "baez",
        "benitez",
        "bermudez",
        "boulez",
        "bustamantez",
        "cadez",
        "cervantez",
        "chavez",
        "cortez",
        "cuevez",
        "diez",
        "dominguez",
        "douarnenez",
        "dumez",
        "enriquez",
        "estevez",
        "fernandez",
        "fez",
        "galvez",
        "gomez",
        "gonzalez",
        "gonzález",
        "gutierrez",
        "hernandez",
        "hernández",
        "herrez",
        "ibanez",
        "ibañez",
        "inez",
        "jerez",
        "jimenez",
        "juarez",
        "laguez",
        "lopez",
        "lópez",
        "marquez",
        "martinez",
        "martínez",
        "melendez",
        "mendez",
        "menendez",
        "morez",
        "narvaez",
        "natchez",
        "nunez",
        "nuñez",
        "ordonez",
        "paez",
        "pelaez",
        "perez",
        "pérez",
        "ramirez",
        "ramírez",
        "rodez",
        "rodriguez",
        "rodríguez",
        "saez",
        "sanchez",
        "seez",
        "suarez",
        "suez",
        "sánchez",
        "tropez",
        "valdez",
        "vasquez",
        "vazquez",
        "velasquez",
        "velazquez",
        "velez",
        "vélez",
        "yanez",
        "yañez",
        "álvarez",
    ];
    NAMES.binary_search(&word).is_ok()
}
