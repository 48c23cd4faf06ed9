//! What stands after a word that may be an order: with it, `range le salon` is one and `porte de
//! Clignancourt` is none.

use super::super::view::View;
use super::verbs::{Kind, kind};
use crate::text::{Glue, Letters};

/// Whether what follows makes an order of a doubtful form where a clause begins.
pub(super) fn asks(view: &View<'_>, next: usize, word: &str) -> bool {
    let company = view.at(next);
    if view.gap(next).starts_with(',') {
        return matches!(word, "cours" | "entre" | "file")
            && matches!(company, "il" | "c" | "on" | "ça" | "nous");
    }
    if !view.is_next(next) && view.glue(next) != Glue::Apostrophe {
        return false;
    }
    if is_article(company) && word != "aime" {
        return takes_article(word, company)
            && !is_superlative(view.at(next + 1))
            && (word != "bois" || view.at(next + 1) != "peu")
            && (word != "commence" || is_lasting(word, view.at(next + 1)))
            && (is_lasting(word, view.at(next + 1)) || !super::moment::is_when(view, next + 1));
    }
    takes_number(word, company) || is_led_by(view, next, word)
}

/// Whether a sure form is none here: the first of a list of nouns, a name, an exclamation.
pub(super) fn is_list(view: &View<'_>, i: usize, word: &str) -> bool {
    let (next, noun) = (view.at(i + 1), view.at(i + 2));
    let alone = |word: &str| kind(word).is_none();
    match word {
        "dis" => next == "donc",
        "imagine" => next == "dragons" || next == "de" && view.gap(i + 1).starts_with(','),
        "fais" => next == "et" && noun == "gestes",
        "grimpe" | "chante" | "fonce" | "compare" | "croque" => {
            let joined = matches!(next, "et" | "ou") && view.is_next(i + 1);
            let listed = kind(next) == Some(Kind::Doubtful) && noun == "et";
            joined && (alone(noun) || noun == "escalade") || listed && alone(view.at(i + 3))
        }
        _ => false,
    }
}

fn is_article(word: &str) -> bool {
    matches!(word, "le" | "la" | "les" | "l" | "un" | "une" | "ce" | "cet" | "cette" | "ces")
}

/// Verbs before an article, but those that stand there as third persons or as nouns.
pub(super) fn takes_article(word: &str, article: &str) -> bool {
    let one = matches!(article, "un" | "une");
    match word {
        "finis" => article != "les",
        "compte" => article == "les",
        "reste" | "manque" | "entre" | "cours" | "livre" | "guide" | "vends" | "poste"
        | "marque" | "va" | "marche" | "choque" | "inspire" | "aime" | "débute" | "arrive"
        | "débarque" | "tombe" | "espère" | "habite" | "mérite" | "situe" | "élève"
        | "représente" | "dispose" => false,
        "cherche" | "recrute" | "loue" | "dose" | "échange" => !one,
        "tiens" | "sale" | "place" => matches!(article, "le" | "la" | "les" | "l"),
        _ => true,
    }
}

fn is_superlative(word: &str) -> bool {
    matches!(word, "plus" | "moins" | "meilleur" | "meilleure" | "mieux")
}

/// `finis l’année en beauté`: a time that is no moment.
fn is_lasting(word: &str, noun: &str) -> bool {
    matches!(word, "finis" | "vis" | "commence" | "passe")
        && matches!(noun, "année" | "journée" | "semaine" | "été" | "hiver" | "week")
}

/// `gagne deux places`, `plante trois bulbes`.
fn takes_number(word: &str, number: &str) -> bool {
    let counted = [
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "quelques",
        "plusieurs",
    ]
    .contains(&number);
    counted
        && [
            "gagne",
            "plante",
            "invite",
            "mets",
            "lis",
            "bois",
            "coupe",
            "garde",
            "pose",
            "cite",
            "partage",
            "trouve",
            "réserve",
            "commande",
            "cache",
            "récolte",
            "offre",
            "note",
            "visite",
            "écoute",
            "présente",
            "place",
            "casse",
            "colle",
            "découpe",
            "tire",
        ]
        .contains(&word)
}

/// A small word that is typical of the verb: `change de`, `commence par`, `tourne à gauche`.
fn is_led_by(view: &View<'_>, next: usize, word: &str) -> bool {
    let (company, noun) = (view.at(next), view.at(next + 1));
    let either = |words: &[&str]| words.contains(&company);
    match word {
        "mets" => either(&["à", "en", "au", "dans", "sur"]),
        "change" => either(&["de", "d"]) && !noun.starts_with("devise"),
        "commence" | "débute" => company == "par" || company == "à" && is_infinitive(noun),
        "finis" => either(&["par", "en", "avec"]),
        "tourne" => company == "à" && matches!(noun, "gauche" | "droite"),
        "glisse" => either(&["dans", "jusqu"]),
        "aime" => {
            either(&["la", "cette", "ce", "le"])
                && ["page", "publication", "photo", "vidéo", "post", "compte"].contains(&noun)
        }
        "note" => company == "bien",
        "bois" => {
            company == "beaucoup" || company == "de" && noun == "l" && view.at(next + 2) == "eau"
        }
        "cours" => {
            matches!(company, "acheter" | "il")
                || company == "au"
                    && ["marché", "magasin", "guichet", "stand", "stade", "cinéma", "resto"]
                        .contains(&noun)
        }
        "laisse" => is_infinitive(company),
        "monte" => company == "à" && noun == "bord" || either(&["dans"]),
        "compte" => company == "jusqu" || company == "sur" && noun == "nous",
        "candidate" => either(&["avant", "dès"]),
        "commande" | "réserve" => {
            company == "avant"
                || either(&["directement", "gratuitement", "facilement", "simplement"])
                || word == "réserve" && company == "en" && noun == "ligne"
        }
        "visite" | "partage" => either(&["gratuitement", "librement"]),
        "danse" | "vis" | "chante" | "pense" => company == "comme",
        "vote" if company == "avant" => true,
        "contribue" => either(&["à", "au", "aux"]) && !is_infinitive(noun),
        "vote" => view.letters(next) == Letters::Initial && company.len() == 1 && noun == "ou",
        "montre" => either(&["comment", "que", "qui"]),
        "reste" => {
            either(&["chez", "connecté", "connectée", "informé", "informée", "zen"])
                || company == "au"
                    && matches!(noun, "chaud" | "frais" | "calme" | "sec" | "courant")
        }
        "marche" => {
            matches!(company, "deux" | "trois" | "cinq" | "dix" | "vingt" | "trente" | "quinze")
                && matches!(noun, "heures" | "minutes" | "kilomètres")
        }
        "tiens" => company == "bon",
        "entre" => company == "dans" && matches!(noun, "la" | "l" | "le"),
        "va" => {
            ["découvrir", "acheter", "courir", "dormir", "manger", "goûter", "visiter", "prendre"]
                .contains(&company)
        }
        _ => false,
    }
}

fn is_infinitive(word: &str) -> bool {
    word.len() > 3 && word.ends_with("er")
        || word.ends_with("ir")
        || word.ends_with("dre")
        || word.ends_with("tre")
}
