//! The words around a double word that make it right: `hand it in in March`, `who can can`, `l’aile
//! est est fermée`.

use super::lists::{DAYS, DOUBLE_NAMES, GIVING, PHRASAL};
use super::slip::Spot;
use crate::text::Letters;

/// Whether the two words may be a name, by their capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    Written,
    Unlikely,
}

/// Whether what stands before and after two equal words makes sense of them.
pub(super) fn is_spared(spot: &Spot<'_>, word: &str, names: Names) -> bool {
    let named = names == Names::Written && word != "i" && may_be_name(spot, word);
    if named || DOUBLE_NAMES.has(word) {
        return true;
    }
    let (before, next) = (spot.before(), spot.next());
    match word {
        "in" | "on" | "off" | "over" | "up" | "down" | "out" => {
            let object = matches!(before, "it" | "them" | "him" | "her") && spot.at > 1;
            PHRASAL.has(before) || object && PHRASAL.has(spot.lower(spot.at - 2))
        }
        "now" | "well" | "there" | "thanks" | "then" => before.is_empty() || next.is_empty(),
        "de" | "du" | "la" | "le" => is_particle(spot, word, next),
        "a" => {
            matches!(
                next,
                "cappella" | "capella" | "priori" | "posteriori" | "minima" | "contrario"
            )
        }
        "en" => before == "tout" || next.ends_with("ant"),
        "est" => is_east(before),
        _ => is_english(spot, word, before, next) || is_french(spot, word, before, next),
    }
}

/// A capitalised pair is a slip where a day is named, or a place stands in the middle of a sentence:
/// `on Saturday Saturday morning`, `à Lyon Lyon demain`.
fn may_be_name(spot: &Spot<'_>, word: &str) -> bool {
    const SHORTEST: usize = 4;
    let after_small = spot.list.get(spot.at + 2).is_some_and(|next| next.letters == Letters::Small);
    let led = matches!(
        spot.before(),
        "in" | "at"
            | "on"
            | "to"
            | "from"
            | "near"
            | "for"
            | "of"
            | "with"
            | "by"
            | "à"
            | "de"
            | "en"
            | "chez"
            | "pour"
            | "vers"
            | "dans"
            | "sur"
            | "avec"
            | "par"
    );
    let said = led && after_small && !spot.next().is_empty() && word.len() >= SHORTEST;
    !(DAYS.has(word) || said)
}

/// `le général de De Gaulle`, and `tralala la la`.
fn is_particle(spot: &Spot<'_>, word: &str, next: &str) -> bool {
    let capital =
        |n: usize| spot.list.get(spot.at + n).is_some_and(|word| word.letters == Letters::Initial);
    let small = spot.list[spot.at].letters == Letters::Small;
    let noble = small && capital(1) && capital(2) && !next.is_empty();
    let known = matches!(next, "gaulle" | "funès" | "niro" | "palma" | "beers" | "vinci");
    let sung = word == "la" && matches!(spot.before(), "tralala" | "lala" | "trala" | "oh" | "sha");
    noble || known || sung
}

/// `l’aile est est fermée`: the east one.
fn is_east(before: &str) -> bool {
    matches!(
        before,
        "aile"
            | "façade"
            | "côté"
            | "rive"
            | "partie"
            | "zone"
            | "porte"
            | "entrée"
            | "versant"
            | "quartier"
            | "tribune"
            | "terrasse"
            | "banlieue"
            | "sortie"
            | "vent"
    )
}

fn is_english(spot: &Spot<'_>, word: &str, before: &str, next: &str) -> bool {
    match word {
        "is" => {
            spot.at > 1 && spot.lower(spot.at - 2) == "what"
                || matches!(next, "it" | "he" | "she" | "that" | "this" | "there")
        }
        "will" => {
            matches!(before, "the" | "a" | "free" | "good" | "living" | "this" | "his" | "my")
        }
        "can" => matches!(before, "who" | "that" | "the" | "french" | "all" | "a"),
        "you" => {
            matches!(before, "make" | "makes" | "made" | "making" | "are" | "being" | "be")
        }
        "do" => matches!(before, "you" | "they" | "we" | "i" | "who" | ""),
        "i" => !is_verb_of_i(next),
        // “I told her her coat was inside out.”
        "her" => GIVING.has(before),
        "no" => !matches!(
            before,
            "is" | "are" | "was" | "were" | "has" | "have" | "had" | "there" | "with" | "today"
        ),
        _ => false,
    }
}

fn is_verb_of_i(next: &str) -> bool {
    matches!(
        next,
        "am" | "was"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "do"
            | "did"
            | "think"
            | "know"
            | "love"
            | "like"
            | "want"
            | "need"
            | "got"
            | "never"
            | "always"
            | "really"
    )
}

fn is_french(spot: &Spot<'_>, word: &str, before: &str, next: &str) -> bool {
    match word {
        // “Chez elle elle chante.”
        "elle" | "elles" | "lui" | "eux" => matches!(
            before,
            "chez" | "pour" | "avec" | "sans" | "de" | "que" | "à" | "sur" | "par" | "comme" | "et"
        ),
        "leur" => matches!(next, "la" | "le" | "les" | "du" | "en"),
        "y" => {
            let led = matches!(
                before,
                "on" | "il" | "elle" | "ils" | "elles" | "ça" | "tu" | "nous" | "vous" | "pour"
            );
            !led || next.is_empty()
        }
        // “Ce qu’il fait fait du bien.”
        "fait" => {
            let led = |n: usize| spot.at.checked_sub(n).map_or("", |at| spot.lower(at));
            matches!(before, "" | "le" | "un" | "ce" | "du" | "de" | "à" | "en" | "tout")
                || matches!(led(2), "qu" | "que" | "tout")
        }
        "pas" => matches!(before, "un" | "le" | "ce" | "premier" | "faux" | "au" | ""),
        _ => false,
    }
}
