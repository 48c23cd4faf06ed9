//! Words written like `tu` and `ton` that are none: the participle of taire, and the tone.

use super::super::view::View;
use crate::text::Glue;

/// `tu`, the participle of taire: `s’est tu`, `a longtemps tu son nom`, `s’est-il tu ?`.
pub(super) fn is_silent(view: &View<'_>, i: usize) -> bool {
    if view.glue(i) == Glue::Hyphen || !view.is_next(i) {
        return false;
    }
    let before = view.before(i, 1);
    if view.glue(i - 1) == Glue::Hyphen && matches!(before, "il" | "elle" | "on" | "je") {
        return true;
    }
    let far = match before {
        _ if is_auxiliary(before) => 1,
        _ if is_between(before) && view.is_next(i - 1) && is_auxiliary(view.before(i, 2)) => 2,
        _ => return false,
    };
    let reflexive = matches!(view.before(i, far + 1), "s" | "se" | "m" | "me" | "nous");
    reflexive || !is_second_person(view.then(i))
}

fn is_auxiliary(word: &str) -> bool {
    [
        "est", "était", "étaient", "sont", "a", "ont", "avait", "avaient", "ayant", "étant",
        "être", "avoir", "fut", "furent", "sera", "serait", "aura", "aurait", "soit", "suis",
        "étais", "ai", "eut", "reste", "restait", "resté", "restée", "fût", "seront", "auront",
    ]
    .contains(&word)
}

/// Adverbs between an auxiliary and its participle.
fn is_between(word: &str) -> bool {
    [
        "enfin",
        "soudain",
        "longtemps",
        "toujours",
        "jamais",
        "aussitôt",
        "alors",
        "presque",
        "brusquement",
        "déjà",
        "ensuite",
        "pas",
        "plus",
        "vite",
        "définitivement",
        "donc",
        "peu",
        "également",
        "trop",
    ]
    .contains(&word)
        || word.len() > 6 && word.ends_with("ment")
}

/// Whether a word after `tu` is its verb, by its look.
fn is_second_person(word: &str) -> bool {
    matches!(word, "as" | "es" | "vas" | "peux" | "veux" | "te" | "t" | "me")
        || word.len() > 3
            && word.ends_with('s')
            && ![
                "dans",
                "sous",
                "depuis",
                "jamais",
                "puis",
                "mais",
                "alors",
                "leurs",
                "plusieurs",
                "tous",
                "toutes",
                "longtemps",
                "après",
                "moins",
                "sans",
            ]
            .contains(&word)
}

/// `ton`, the noun: `le ton`, `d’un autre ton`, `ton sur ton`, `changer de ton`.
pub(super) fn is_tone(view: &View<'_>, i: usize) -> bool {
    let (before, earlier) = (view.before(i, 1), view.before(i, 2));
    let preceded = view.is_next(i)
        && (is_determiner(before)
            || is_adjective(before)
                && (is_determiner(earlier) || matches!(earlier, "de" | "d" | "sur" | "en")));
    preceded
        || follows_noun(view.at(i + 1))
        || matches!(before, "sur" | "contre") && earlier == "ton"
}

fn is_determiner(word: &str) -> bool {
    [
        "le", "un", "du", "ce", "au", "son", "mon", "notre", "votre", "leur", "quel", "chaque",
        "tel", "aucun", "ton", "demi", "quart", "d", "cet", "certain",
    ]
    .contains(&word)
}

fn is_adjective(word: &str) -> bool {
    [
        "bon",
        "mauvais",
        "même",
        "autre",
        "nouveau",
        "grand",
        "haut",
        "petit",
        "juste",
        "vrai",
        "beau",
        "joli",
        "seul",
        "premier",
        "second",
        "dernier",
        "certain",
        "ancien",
        "propre",
        "double",
        "deuxième",
        "tel",
        "demi",
        "léger",
        "bel",
        "vieux",
        "fameux",
        "éternel",
        "simple",
    ]
    .contains(&word)
}

/// Words that follow a noun and begin none.
fn follows_noun(word: &str) -> bool {
    [
        "sur",
        "contre",
        "de",
        "du",
        "des",
        "d",
        "et",
        "est",
        "était",
        "sera",
        "pour",
        "avec",
        "dans",
        "qui",
        "que",
        "qu",
        "mais",
        "ou",
        "quand",
        "très",
        "plus",
        "aux",
        "comme",
        "selon",
        "entre",
        "en",
        "monte",
        "change",
        "se",
        "s",
        "n",
        "ne",
        "reste",
        "a",
        "donné",
        "juste",
        "employé",
        "adopté",
        "utilisé",
        "général",
        "of",
        "chaud",
        "froid",
        "pastel",
        "vif",
        "vifs",
        "foncé",
        "sombre",
        "neutre",
        "moins",
        "par",
        "là",
        "ci",
        "au",
        "à",
        "sans",
        "chez",
        "doit",
        "peut",
        "va",
    ]
    .contains(&word)
}
