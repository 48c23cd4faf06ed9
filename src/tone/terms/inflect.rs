//! Plural and feminine of a word of a list.
//!
//! Rules of spelling only, no dictionary: what is not a word costs nothing, but no form may be
//! another word (`cour` has no plural here, because `cours` is something else). Verbs are left alone.

use super::Form;
use crate::lang::Lang;

/// What inflection makes of a word: letters cut from its end, and letters put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    pub(super) cut: usize,
    pub(super) suffix: &'static str,
    pub(super) form: Form,
}

/// Words whose plural or feminine would be another word.
const OTHER_WORDS: [&str; 56] = [
    "cour", "corp", "fil", "fond", "foi", "moi", "ver", "temp", "new", "good", "custom", "mean",
    "arm", "pant", "plu", "poid", "pui", "tro", "mar", "pas", "pa", "bas", "ba", "ca", "do", "poi",
    "sen", "for", "hor", "jus", "no", "vo", "me", "te", "se", "ce", "le", "de", "ne", "thank",
    "regard", "cheveu", "lor", "ton", "mai", "toi", "jadi", "avi", "sur", "dan", "san", "tou",
    "mor", "cas", "amour", "gen",
];

/// Words that do not change between others: nothing of theirs is inflected inside a phrase.
const SMALL_WORDS: [&str; 40] = [
    "dans", "avec", "pour", "plus", "sans", "sous", "chez", "vous", "nous", "leur", "vers", "tres",
    "tout", "etre", "avoir", "faire", "comme", "mais", "dont", "donc", "entre", "aussi", "cette",
    "votre", "notre", "jamais", "with", "from", "your", "this", "that", "have", "into", "over",
    "more", "must", "will", "than", "they", "deja",
];

/// The forms of the last word of a term, beside the one written: `word` is folded, and `accented`
/// says whether its last letter has an accent. Without a language, those of both.
pub(super) fn endings(word: &str, accented: Accented, lang: Option<Lang>) -> Vec<Ending> {
    let mut all = Vec::new();
    let letters = word.chars().all(char::is_alphabetic);
    if !letters || word.len() < 3 || OTHER_WORDS.contains(&word) {
        return all;
    }
    plurals(word, lang, &mut all);
    if lang != Some(Lang::En) && word.len() >= 4 {
        feminines(word, accented, &mut all);
    }
    all
}

/// Whether the last letter of a word has an accent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Accented {
    Yes,
    No,
}

/// The plural of a word inside a phrase, if it has one: the letter that it takes.
pub(super) fn inner_plural(word: &str) -> Option<&'static str> {
    let fit = word.len() >= 3
        && word.chars().all(char::is_alphabetic)
        && !word.ends_with(['s', 'x', 'z'])
        && !OTHER_WORDS.contains(&word)
        && !SMALL_WORDS.contains(&word);
    fit.then(|| if word.ends_with("eau") || word.ends_with("eu") { "x" } else { "s" })
}

/// The plural of a word in French, where it is sure: `courriel` makes `courriels`.
#[must_use]
pub(in crate::tone) fn sure_plural(word: &str) -> Option<String> {
    let cut = |n: usize| word.get(..word.len() - n).unwrap_or_default();
    let single = !word.is_empty() && word.chars().all(char::is_alphabetic);
    let small = crate::text::fold(word);
    let known = match small.as_str() {
        "travail" | "bail" | "vitrail" | "corail" => Some(format!("{}ux", cut(2))),
        "lieu" | "milieu" | "jeu" | "enjeu" | "feu" | "neveu" | "cheveu" | "aveu" => {
            Some(format!("{word}x"))
        }
        "detail" | "portail" | "rail" | "mail" => Some(format!("{word}s")),
        _ => None,
    };
    if known.is_some() {
        return known;
    }
    if !single || small.ends_with("ail") || small.ends_with("ou") || small.ends_with("eu") {
        return None;
    }
    Some(match small.as_str() {
        _ if small.ends_with(['s', 'x', 'z']) => word.to_owned(),
        "bal" | "carnaval" | "festival" | "regal" | "chacal" | "recital" => format!("{word}s"),
        _ if small.ends_with("al") => format!("{}ux", cut(1)),
        _ if small.ends_with("eau") => format!("{word}x"),
        _ => format!("{word}s"),
    })
}

fn plurals(word: &str, lang: Option<Lang>, all: &mut Vec<Ending>) {
    let mut add = |cut, suffix| all.push(Ending { cut, suffix, form: Form::Plural });
    let english = lang != Some(Lang::Fr);
    if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        if english && word.len() >= 4 && (word.ends_with("ss") || !word.ends_with('s')) {
            add(0, "es");
        }
        if word.ends_with('h') {
            add(0, "s");
        }
        return;
    }
    add(0, "s");
    let before = word.chars().rev().nth(1);
    if english && word.ends_with('y') && before.is_some_and(|c| !"aeiou".contains(c)) {
        add(1, "ies");
    }
    if lang == Some(Lang::En) || word.len() < 4 {
        return;
    }
    if word.ends_with("al") {
        add(1, "ux");
    } else if word.ends_with("eau") || word.ends_with("eu") || word.ends_with("ou") {
        add(0, "x");
    }
}

fn feminines(word: &str, accented: Accented, all: &mut Vec<Ending>) {
    let mut add = |cut, one, many| {
        all.push(Ending { cut, suffix: one, form: Form::Other });
        all.push(Ending { cut, suffix: many, form: Form::Other });
    };
    let long = word.len() >= 5;
    let ends = |suffix: &str| word.ends_with(suffix);
    match () {
        () if accented == Accented::Yes && ends("e") => add(0, "e", "es"),
        () if ends("eux") && long => add(1, "se", "ses"),
        () if ends("if") && long && word != "motif" => add(1, "ve", "ves"),
        () if ends("ien") && long => add(0, "ne", "nes"),
        () if (ends("nel") || ends("uel") || ends("iel") || ends("rel") || ends("tel"))
            && word.len() >= 6 =>
        {
            add(0, "le", "les");
        }
        () if ends("al") && long && !NO_FEMININE.contains(&word) => add(0, "e", "es"),
        () if ends("teur") && word.len() >= 6 => {
            add(3, "rice", "rices");
            add(1, "se", "ses");
        }
        () if ends("eur") && word.len() >= 6 => {
            add(1, "se", "ses");
            add(0, "e", "es");
        }
        () if ends("ier") && word.len() >= 6 && word != "manier" => add(2, "ère", "ères"),
        () if (ends("ant") || ends("ent")) && word.len() >= 6 => add(0, "e", "es"),
        () if ends("u") && word.len() >= 6 && !ends("eu") && !ends("au") && !ends("ou") => {
            add(0, "e", "es");
        }
        () if takes_e(word) => add(0, "e", "es"),
        () => {}
    }
}

/// Words in -al that have no feminine, or whose feminine is another word.
const NO_FEMININE: [&str; 14] = [
    "signal", "regal", "moral", "capital", "etal", "pedal", "canal", "journal", "cheval",
    "festival", "carnaval", "metal", "cristal", "hopital",
];

/// Adjectives that take a bare e, by the ends that few other words have.
fn takes_e(word: &str) -> bool {
    const KNOWN: [&str; 12] = [
        "petit", "grand", "direct", "subtil", "correct", "gratuit", "parfait", "inedit", "exquis",
        "precis", "offert", "ouvert",
    ];
    const NOT: [&str; 6] = ["souhait", "produit", "dessert", "concert", "demain", "enchant"];
    let by_end = word.len() >= 6
        && ["ait", "uit", "ain", "ais", "ois", "and", "ert", "ard"]
            .iter()
            .any(|end| word.ends_with(end));
    KNOWN.contains(&word) || by_end && !NOT.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(word: &str, lang: Option<Lang>) -> Vec<String> {
        let folded = crate::text::fold(word);
        let accented = if word.ends_with('é') { Accented::Yes } else { Accented::No };
        let of =
            |ending: Ending| format!("{}{}", &folded[..folded.len() - ending.cut], ending.suffix);
        endings(&folded, accented, lang).into_iter().map(of).collect()
    }

    #[test]
    fn french_words_have_a_plural_and_a_feminine() {
        for (word, expected) in [
            ("incontournable", "incontournables"),
            ("exceptionnel", "exceptionnelles"),
            ("génial", "geniaux"),
            ("génial", "geniale"),
            ("exclusif", "exclusives"),
            ("merveilleux", "merveilleuse"),
            ("époustouflant", "epoustouflantes"),
            ("parisien", "parisienne"),
            ("créateur", "creatrice"),
            ("vendeur", "vendeuses"),
            ("motivé", "motivees"),
            ("cadeau", "cadeaux"),
            ("dernier", "dernière"),
            ("gratuit", "gratuite"),
        ] {
            assert!(
                forms(word, Some(Lang::Fr)).iter().any(|form| form == expected),
                "{word}: {expected}"
            );
        }
    }

    #[test]
    fn no_form_is_another_word() {
        for (word, other) in [
            ("cour", "cours"),
            ("fil", "fils"),
            ("foi", "fois"),
            ("new", "news"),
            ("appel", "appelle"),
            ("signal", "signale"),
            ("capital", "capitale"),
            ("motif", "motive"),
            ("point", "pointe"),
            ("port", "porte"),
            ("garanti", "garantie"),
            ("chant", "chante"),
            ("profit", "profite"),
            ("jardin", "jardine"),
            ("manier", "maniere"),
            ("marche", "marchee"),
        ] {
            for lang in [None, Some(Lang::Fr), Some(Lang::En)] {
                assert!(!forms(word, lang).iter().any(|form| form == other), "{word}: {other}");
            }
        }
    }

    #[test]
    fn english_words_have_a_plural_alone() {
        assert_eq!(forms("synergy", Some(Lang::En)), ["synergys", "synergies"]);
        assert!(forms("synergy", None).contains(&"synergies".to_owned()));
        assert_eq!(forms("business", Some(Lang::En)), ["businesses"]);
        assert_eq!(forms("pitch", Some(Lang::En)), ["pitches", "pitchs"]);
    }

    #[test]
    fn a_plural_is_sure_or_none() {
        assert_eq!(sure_plural("courriel").as_deref(), Some("courriels"));
        assert_eq!(sure_plural("journal").as_deref(), Some("journaux"));
        assert_eq!(sure_plural("cadeau").as_deref(), Some("cadeaux"));
        assert_eq!(sure_plural("choix").as_deref(), Some("choix"));
        assert_eq!(sure_plural("travail").as_deref(), Some("travaux"));
        assert_eq!(sure_plural("lieu").as_deref(), Some("lieux"));
        assert_eq!(sure_plural("gouvernail"), None);
        assert_eq!(sure_plural("mot clé"), None);
    }
}
