//! Both words: `clientes et clients`, `un acteur ou une actrice`.

use super::super::view::View;
use super::forms::{Found, Shape};
use crate::text::{Glue, Letters};

/// The doublet that begins with a word, if one does.
pub(super) fn at(view: &View<'_>, i: usize) -> Option<Found> {
    let one = view.at(i);
    if one.len() < 4 || view.letters(i) == Letters::None {
        return None;
    }
    let mut second = i + 1;
    let mut parted = view.gap(second).trim() == ",";
    if matches!(view.at(second), "et" | "ou") && view.is_next(second) {
        second += 1;
        parted = true;
        if !view.is_next(second) {
            return None;
        }
    } else if view.gap(second).trim() == "&" {
        parted = true;
    }
    if !parted || view.glue(second) != Glue::Apart {
        return None;
    }
    // `les clientes et les clients`
    if is_article(view.at(second)) && view.is_next(second + 1) {
        second += 1;
    }
    let other = view.at(second);
    let both = |male: &str, female: &str| is_pair(male, female) && is_of_people(male);
    if !both(one, other) && !both(other, one) {
        return None;
    }
    let range = view.range(i).start..view.range(second).end;
    let is_greeting = matches!(
        one,
        "tous" | "toutes" | "ceux" | "celles" | "mesdames" | "madame" | "chers" | "chères"
    );
    Some(Found {
        shape: Shape::Doublet,
        range,
        words: second + 1 - i,
        joints: Vec::new(),
        is_greeting,
    })
}

fn is_article(word: &str) -> bool {
    [
        "les", "des", "nos", "vos", "ses", "leurs", "ces", "aux", "le", "la", "un", "une", "mes",
        "tes", "de",
    ]
    .contains(&word)
}

/// Whether two words are the masculine and the feminine of one, in the same number.
pub(super) fn is_pair(male: &str, female: &str) -> bool {
    const ENDINGS: [(&str, &str); 13] = [
        ("teur", "trice"),
        ("eur", "euse"),
        ("er", "ère"),
        ("eux", "euse"),
        ("f", "ve"),
        ("n", "nne"),
        ("el", "elle"),
        ("eau", "elle"),
        ("t", "tte"),
        ("ain", "ine"),
        ("al", "ale"),
        ("e", "esse"),
        ("", "e"),
    ];
    if matches!(
        (male, female),
        ("tous", "toutes")
            | ("ceux", "celles")
            | ("messieurs", "mesdames")
            | ("monsieur", "madame")
            | ("un", "une")
    ) {
        return true;
    }
    if male.len() < 3 || female.len() < 4 {
        return false;
    }
    let alone = |male: &str, female: &str| {
        ENDINGS.iter().any(|(his, hers)| {
            let stem = male.strip_suffix(his);
            stem.is_some_and(|stem| stem.len() > 1 && female.strip_suffix(hers) == Some(stem))
        })
    };
    match female.strip_suffix('s') {
        // `heureux` and `Français` are their own plurals.
        Some(hers) => match male.strip_suffix('s') {
            Some(his) => alone(his, hers) || alone(male, hers),
            None => male.ends_with('x') && alone(male, hers),
        },
        None => !male.ends_with('s') && alone(male, female),
    }
}

/// Whether a masculine word names people: the plants and the ports of a town have pairs too.
fn is_of_people(male: &str) -> bool {
    let one = male.strip_suffix('s').unwrap_or(male);
    if matches!(
        one,
        "plant"
            | "courant"
            | "pendant"
            | "tournant"
            | "montant"
            | "point"
            | "volant"
            | "restaurant"
    ) {
        return false;
    }
    let ends = [
        "ant", "ent", "eur", "ien", "yen", "éen", "ier", "ger", "cher", "eux", "if", "ain", "an",
        "on", "é", "al",
    ];
    ends.iter().any(|end| one.ends_with(end))
        && !matches!(one, "poirier" | "sucrier" | "médaillon" | "bassin")
        || [
            "tou",
            "ceux",
            "messieur",
            "monsieur",
            "ami",
            "élu",
            "voisin",
            "cousin",
            "avocat",
            "candidat",
            "expert",
            "allié",
            "nouveau",
            "gourmand",
            "petit",
            "grand",
            "cher",
            "certain",
            "marchand",
            "paysan",
            "françai",
            "allemand",
            "anglai",
            "lyonnai",
            "marseillai",
            "nantai",
            "bordelai",
            "lillois",
            "lilloi",
            "tourangeau",
            "inconnu",
            "curieux",
            "toqué",
            "auteur",
            "chef",
            "sportif",
            "jumeau",
            "filleul",
            "époux",
            "professionnel",
            "intellectuel",
            "apprenti",
            "villageoi",
            "bourgeoi",
            "danoi",
            "québécoi",
            "soldat",
            "héritier",
            "cadet",
            "rennai",
            "havrai",
        ]
        .contains(&one)
}
