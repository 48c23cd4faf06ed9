//! Titles that speak to nobody: `Dessine-moi un bateau, atelier du mercredi`.
//!
//! A title without quotation marks is known by its place, at the beginning of a line, and by what
//! follows it: a colon or a comma, then the kind of thing it is the title of. A line that asks for
//! something (`Réserve ta place : visite samedi`) is no title.

use super::super::view::View;

/// The most words of a title.
const LONGEST: usize = 10;

/// Whether a word is a part of such a title.
pub(super) fn holds(view: &View<'_>, word: usize) -> bool {
    let Some(start) = line_start(view, word) else { return false };
    if (start..=word).any(|i| asks(view.at(i))) {
        return false;
    }
    for next in word + 1..view.len().min(start + LONGEST) {
        let gap = view.gap(next);
        if gap.contains([':', ',']) && is_work(view.at(next)) {
            return true;
        }
        if gap.contains(['.', '!', '?', '…', '\n', ':']) || asks(view.at(next)) {
            return false;
        }
    }
    false
}

/// Whether a line begins with this word, and asks for nothing, so that a title may begin there.
pub(super) fn may_begin(view: &View<'_>, word: usize) -> bool {
    line_start(view, word) == Some(word) && !asks(view.at(word))
}

/// The first word of the line of a word, where no sentence ends between the two.
fn line_start(view: &View<'_>, word: usize) -> Option<usize> {
    for start in (word.saturating_sub(LONGEST)..=word).rev() {
        let gap = view.gap(start);
        if start == 0 || gap.contains('\n') {
            return Some(start);
        }
        if gap.contains(['.', '!', '?', '…', ':']) {
            return None;
        }
    }
    None
}

/// Things that have a title.
fn is_work(word: &str) -> bool {
    matches!(
        word,
        "visite"
            | "visites"
            | "atelier"
            | "ateliers"
            | "projection"
            | "lecture"
            | "lectures"
            | "concert"
            | "spectacle"
            | "exposition"
            | "expo"
            | "film"
            | "livre"
            | "pièce"
            | "conférence"
            | "ciné"
            | "documentaire"
            | "roman"
            | "album"
            | "podcast"
            | "balade"
            | "performance"
    )
}

/// Verbs of a post that asks for something: they begin no title before a colon.
fn asks(word: &str) -> bool {
    matches!(
        word,
        "réserve"
            | "inscris"
            | "viens"
            | "participe"
            | "découvre"
            | "profite"
            | "rejoins"
            | "choisis"
            | "abonne"
            | "gagne"
            | "vote"
            | "commente"
            | "clique"
            | "pense"
            | "oublie"
            | "rate"
            | "teste"
            | "essaie"
            | "goûte"
            | "regarde"
            | "écoute"
            | "partage"
            | "note"
            | "bloque"
            | "prends"
            | "complète"
            | "prépare"
            | "commande"
            | "télécharge"
            | "achète"
            | "récupère"
            | "adopte"
            | "ton"
            | "ta"
            | "tes"
            | "votre"
            | "vos"
            | "tu"
    ) || word.len() > 4 && word.ends_with("ez")
}
