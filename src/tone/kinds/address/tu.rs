//! Pronouns and possessives of the second person singular, and the words they are mistaken for.

use super::super::view::View;
use super::homographs::{is_silent, is_tone};
use super::mark;
use super::place::{Place, place};
use crate::text::{Glue, Letters};

/// Whether a word is a pronoun or possessive of the second person singular.
pub(super) fn is_sign(view: &View<'_>, i: usize) -> bool {
    let word = view.at(i);
    let first = word.as_bytes().first();
    if first != Some(&b't') {
        return false;
    }
    // `tʼes`, whose apostrophe is a letter.
    if let Some(rest) = word.strip_prefix("t\u{2bc}") {
        return rest.starts_with(is_vowel);
    }
    if word.len() > 7 {
        return false;
    }
    match word {
        "t" => is_elided(view, i),
        "tu" => is_pronoun(view, i) && !is_silent(view, i),
        "te" => {
            is_pronoun(view, i)
                && !is_song(view, i)
                && !matches!(view.then(i), "deum" | "quiero" | "amo" | "voglio")
        }
        "toi" => !is_acronym(view, i) && !is_in_title(view, i) && !is_foreign(view.then(i)),
        "ta" => is_possessive(view, i) && view.at(i + 1) != "ta" && view.before(i, 1) != "ta",
        "tes" => is_possessive(view, i),
        "ton" => is_possessive(view, i) && !is_tone(view, i),
        "tien" | "tiens" | "tienne" | "tiennes" => is_yours(view, i),
        _ => false,
    }
}

/// `t’` before a vowel; not `a-t’il`, which is a slip for `a-t-il`, nor `T’Pol`.
fn is_elided(view: &View<'_>, i: usize) -> bool {
    let next = view.at(i + 1);
    (view.glue(i + 1) == Glue::Apostrophe || mark::is_apostrophe(view.gap(i + 1)))
        && !is_song(view, i)
        && matches!(view.glue(i), Glue::Apart | Glue::Hyphen)
        && view.letters(i + 1) != Letters::Initial
        && next.starts_with(is_vowel)
        && !(view.glue(i) == Glue::Hyphen
            && matches!(next, "il" | "ils" | "elle" | "elles" | "on" | "y"))
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'h'
            | 'é'
            | 'è'
            | 'ê'
            | 'à'
            | 'â'
            | 'î'
            | 'ô'
            | 'œ'
            | 'ï'
    )
}

/// Whether a word is written as a word: not an acronym, not the first of a title in the middle of a
/// sentence, not beside words of another language.
fn is_plain(view: &View<'_>, i: usize) -> bool {
    let written = match view.letters(i) {
        Letters::Small => true,
        Letters::Capitals => !is_acronym(view, i),
        Letters::Initial => {
            !is_name(view, i)
                && (place(view, i) != Place::Inside || is_titled(view, i) || is_plain_in(view, i))
        }
        Letters::None | Letters::Mixed => false,
    };
    written && !is_foreign(view.then(i)) && !(view.is_next(i) && is_foreign(view.before(i, 1)))
}

/// `Quand Tu viens`: a capital in the middle of a sentence, before the small letters of its verb.
fn is_plain_in(view: &View<'_>, i: usize) -> bool {
    view.at(i) == "tu"
        && view.is_next(i + 1)
        && view.letters(i + 1) == Letters::Small
        && view.then(i).ends_with(['s', 'x'])
}

/// `Tu Youyou, prix Nobel`, `Te Fiti`, `Ta Prohm, temple khmer`, `et Ta Prohm`: names of people and
/// places.
fn is_name(view: &View<'_>, i: usize) -> bool {
    if !view.is_next(i + 1) || view.letters(i + 1) != Letters::Initial || is_titled(view, i) {
        return false;
    }
    let next = view.at(i + 1);
    match view.at(i) {
        "tu" => !next.ends_with(['s', 'x', 'e']),
        "te" => true,
        _ => {
            let told = view.gap(i + 2).starts_with(',')
                && view.letters(i + 2) == Letters::Small
                && !view.at(i + 2).starts_with('t');
            told || next == "prohm"
                || view.is_next(i) && i > 0 && view.letters(i - 1) == Letters::Small
        }
    }
}

/// `Je t’aime moi non plus`, `Je te promets, reprise par …`: the name of a song.
fn is_song(view: &View<'_>, i: usize) -> bool {
    view.before(i, 1) == "je"
        && (view.at(i + 2) == "moi" && view.at(i + 3) == "non"
            || view.at(i + 2) == "reprise"
            || view.gap(i + 2).starts_with(',')
                && matches!(view.at(i + 2), "chanson" | "tube" | "titre" | "film" | "roman"))
}

/// `Chez Toi et Moi`: a name of which every word has a capital.
fn is_in_title(view: &View<'_>, i: usize) -> bool {
    let initial = |i: usize| view.letters(i) == Letters::Initial;
    initial(i) && i > 0 && initial(i - 1) && view.is_next(i) && place(view, i) == Place::Inside
}

/// A headline whose every word has a capital: `Réserve Ta Place`.
fn is_titled(view: &View<'_>, i: usize) -> bool {
    i > 0
        && view.letters(i - 1) == Letters::Initial
        && view.letters(i + 1) == Letters::Initial
        && super::verbs::kind(view.at(i - 1)).is_some()
}

fn is_acronym(view: &View<'_>, i: usize) -> bool {
    view.letters(i) == Letters::Capitals
        && (!view.shouts(i)
            || matches!(view.before(i, 1), "h" | "utc" | "gmt")
            || matches!(view.at(i + 1), "utc" | "gmt")
            || i > 0 && view.letters(i - 1) == Letters::None)
}

fn is_pronoun(view: &View<'_>, i: usize) -> bool {
    let hyphens = (view.glue(i) == Glue::Hyphen, view.glue(i + 1) == Glue::Hyphen);
    match hyphens {
        // `m’as-tu-vu`, `le qu’en-dira-t-on`.
        (true, true) => view.at(i + 1) != "vu",
        (false, true) => false,
        (true, false) => view.letters(i) != Letters::Initial,
        (false, false) => view.glue(i) == Glue::Apart && is_plain(view, i),
    }
}

/// A possessive is a word of its own with its noun right after it.
fn is_possessive(view: &View<'_>, i: usize) -> bool {
    let determined = view.is_next(i)
        && matches!(view.before(i, 1), "le" | "la" | "les" | "un" | "une" | "du" | "ce" | "cette");
    view.glue(i) == Glue::Apart
        && !determined
        && view.then(i) != "prohm"
        && is_company(view, i + 1)
        && is_plain(view, i)
}

/// Whether a noun may begin here: a space before it, or an emoji, or a quotation mark.
fn is_company(view: &View<'_>, next: usize) -> bool {
    next < view.len()
        && matches!(view.glue(next), Glue::Apart)
        && !view.gap(next).contains(['.', ',', ';', ':', '!', '?', '…', ')', '\n', '/', '|', '»'])
}

/// `le tien`, `les tiennes`; not `qu’il la tienne` nor `Tiens !`.
fn is_yours(view: &View<'_>, i: usize) -> bool {
    view.is_next(i)
        && matches!(view.before(i, 1), "le" | "la" | "les" | "du" | "des" | "au" | "aux")
        && !["je", "il", "elle", "on", "ne", "qui", "tu", "ça", "cela"].contains(&view.before(i, 2))
        && !matches!(view.then(i), "pour" | "à" | "au" | "bien" | "bon")
}

/// Words of other languages that stand beside a word that only looks French.
fn is_foreign(word: &str) -> bool {
    [
        "the", "of", "and", "you", "is", "with", "for", "to", "it", "my", "your", "our", "by",
        "from", "we", "quoque", "casa", "y", "el", "los", "yo", "sei", "che", "vuò", "vuo", "di",
        "felix", "eres", "amor", "corazón", "mi", "io",
    ]
    .contains(&word)
}
