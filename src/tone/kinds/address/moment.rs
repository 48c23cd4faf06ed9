//! Words that tell a time: a noun stands before them, and no order.

use super::super::view::View;
use crate::text::Letters;

/// Whether a word tells a time: `visite le samedi`, `danse l’été`, `marche le 12`.
pub(super) fn is_when(view: &View<'_>, i: usize) -> bool {
    let word = view.at(i).trim_end_matches('s');
    let ranked = matches!(
        word,
        "premier"
            | "première"
            | "dernier"
            | "dernière"
            | "prochain"
            | "prochaine"
            | "seul"
            | "autre"
    );
    if ranked {
        return is_day(view, i + 1);
    }
    is_day(view, i)
}

fn is_day(view: &View<'_>, i: usize) -> bool {
    view.letters(i) == Letters::None && i < view.len()
        || [
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "matin",
            "soir",
            "midi",
            "minuit",
            "nuit",
            "jour",
            "semaine",
            "week",
            "weekend",
            "moi",
            "été",
            "hiver",
            "printemp",
            "automne",
            "après",
            "année",
            "an",
            "veille",
            "lendemain",
            "journée",
            "matinée",
            "soirée",
            "fin",
            "début",
            "temp",
            "heure",
            "janvier",
            "février",
            "mar",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
            "1er",
        ]
        .contains(&view.at(i).trim_end_matches('s'))
}
