//! Orders in the second person singular: `viens`, `réserve ta place`, `n’oublie pas`.

use super::super::view::View;
use super::place::{Place, has_before, is_object, place};
use super::verbs::{Kind, kind};
use super::{company, moment};
use crate::text::{Glue, Letters};

/// Whether a word is an order to one person.
pub(super) fn is_order(view: &View<'_>, i: usize) -> bool {
    let word = view.at(i);
    if matches!(word, "ne" | "n") {
        return prohibition(view, i).is_some();
    }
    if word == "tag" {
        return is_tag(view, i);
    }
    if let Some(verb) = word.strip_prefix("n\u{2bc}") {
        return place(view, i) != Place::Inside && is_denied(view, i, verb);
    }
    if !word.ends_with(['e', 's', 'a']) || word.len() < 2 {
        return false;
    }
    if view.glue(i + 1) == Glue::Hyphen {
        return has_object(view, i, word);
    }
    let place = place(view, i);
    if place == Place::Inside || view.letters(i) == Letters::Mixed {
        return false;
    }
    let Some(kind) = kind(word) else { return false };
    if view.letters(i) == Letters::Capitals && word.len() < 4 && !view.shouts(i) {
        return false;
    }
    match place {
        Place::Start if is_incise(view, i, word) => false,
        Place::Start | Place::Opened => match kind {
            Kind::Sure => !is_told(view, i, word) && !company::is_list(view, i, word),
            Kind::Doubtful => has_company(view, i + 1, word) || company::asks(view, i + 1, word),
        },
        // `et découvre` may be a third person, `et viens` is a first or a second.
        Place::Soft => {
            kind == Kind::Sure
                && word.ends_with('s')
                && !company::is_list(view, i, word)
                && view.letters(i) != Letters::Initial
                && !has_before(view, i, &["je", "j", "qui", "que", "qu", "moi"])
        }
        Place::Inside => false,
    }
}

/// `dis-nous`, `regarde-le`, `vas-y`: an object is joined, and no other word to it.
fn has_object(view: &View<'_>, i: usize, word: &str) -> bool {
    let object = view.at(i + 1);
    if !is_object(object) || matches!(object, "vous" | "tu") {
        return false;
    }
    let joined = view.glue(i + 2) == Glue::Hyphen && !is_object(view.at(i + 2));
    // `Marche-en-Famenne`: a name is joined further.
    if joined && !matches!(view.at(i + 2), "mêmes" | "même") {
        return false;
    }
    let known =
        matches!(word, "vas" | "penses" | "profites" | "parles" | "goûtes" | "restes" | "entres")
            && matches!(object, "y" | "en")
            || kind(word).is_some();
    known
        && view.glue(i) == Glue::Apart
        && !(view.letters(i + 1) == Letters::Initial && object != "moi")
}

/// Verbs that say who speaks: `« … », raconte Paul`.
fn is_incise(view: &View<'_>, i: usize, word: &str) -> bool {
    [
        "raconte", "ajoute", "demande", "note", "continue", "commence", "termine", "partage",
        "imagine", "suggère",
    ]
    .contains(&word)
        && view.letters(i) == Letters::Small
        && i > 0
        && !view.gap(i).contains(['\n', ':', '/'])
}

/// `Tag un ami`, `Tag(ue) une copine`: the English verb, which has no French ending.
fn is_tag(view: &View<'_>, i: usize) -> bool {
    let ending = usize::from(view.at(i + 1) == "ue" && view.gap(i + 1) == "(");
    let counted = i + 1 + ending;
    matches!(place(view, i), Place::Start | Place::Opened)
        && matches!(view.at(counted), "un" | "une" | "deux" | "trois" | "2" | "3")
        && [
            "ami",
            "amie",
            "amis",
            "amies",
            "pote",
            "potes",
            "copain",
            "copains",
            "copine",
            "copines",
            "personne",
            "personnes",
            "proche",
            "proches",
            "collègue",
            "collègues",
        ]
        .contains(&view.then(counted))
}

/// Third persons of a telegram or a synopsis: `Trouve sa place partout`.
fn is_told(view: &View<'_>, i: usize, word: &str) -> bool {
    let next = view.then(i);
    let own = matches!(next, "sa" | "son" | "ses" | "leur" | "leurs");
    own && ![
        "découvre",
        "regarde",
        "retrouve",
        "rejoins",
        "savoure",
        "admire",
        "écoute",
        "viens",
        "goûte",
        "apprends",
    ]
    .contains(&word)
        || word == "participe"
            && matches!(next, "passé" | "présent" | "passif" | "ou" | "de" | "du")
        || word == "joue"
            && matches!(next, "en" | "de" | "du" | "d" | "droite" | "gauche" | "rouge" | "contre")
        || word == "continue" && matches!(next, "et" | "ou")
}

/// Whether what follows a doubtful form makes an order of it.
fn has_company(view: &View<'_>, next: usize, word: &str) -> bool {
    if is_first_of_three(view, next) {
        return true;
    }
    if !view.is_next(next) && view.glue(next) != Glue::Apostrophe {
        return false;
    }
    let (company, noun) = (view.at(next), view.at(next + 1));
    let articles = ![
        "porte", "prête", "guide", "ferme", "livre", "cours", "bois", "reste", "manque",
        "commence", "entre", "cherche", "compte", "marque", "poste", "mesure", "vends", "aime",
        "sale", "passe", "monte", "va", "rentre", "ouvre", "règle", "tiens", "charge", "marche",
        "double", "vis", "ris", "tourne", "tire", "change", "chauffe", "glisse", "choque",
        "inspire", "dore",
    ]
    .contains(&word);
    match company {
        "ton" | "ta" | "tes" => true,
        "vite" | "maintenant" | "moi" => word != "commence",
        "notre" | "nos" => !matches!(word, "reste" | "manque" | "commence" | "entre" | "livre"),
        "nous" => !noun.ends_with("ons") && !matches!(word, "reste" | "manque" | "entre"),
        "confiance" | "foi" | "pitié" | "toujours" | "au" => word == "aie",
        "avec" => matches!(noun, "nous" | "moi") && word != "manque",
        "en" => matches!(
            noun,
            "story" | "stories" | "commentaire" | "commentaires" | "dm" | "mp" | "bio"
        ),
        "pour" => {
            word == "vote"
                && matches!(view.at(next + 1), "le" | "la" | "les" | "l" | "notre" | "nos")
        }
        "et" => {
            kind(noun) == Some(Kind::Sure)
                || matches!(noun, "gagne")
                || noun == "partage" && matches!(word, "aime" | "like")
        }
        "des" | "deux" | "trois" | "quatre" | "cinq" | "dix" => word == "gagne",
        _ if word == "gagne" && view.letters(next) == Letters::None => true,
        "dîner" | "déjeuner" | "dormir" => matches!(word, "reste" | "passe" | "rentre"),
        "à" if noun == "bord" => word == "monte",
        "l" if matches!(noun, "œil" | "oeil") => word == "ouvre",
        "dès" => matches!(noun, "maintenant" | "à"),
        "voir" | "chercher" | "faire" | "jeter" => {
            word == "va" || word == "passe" || word == "file"
        }
        "à" | "aux" => matches!(word, "pense"),
        "bien" | "vraiment" => matches!(word, "pense" | "tiens" | "lis" | "règle"),
        "le" | "la" | "les" | "l" | "ce" | "cet" | "cette" | "ces" | "un" | "une" => {
            articles
                && company::takes_article(word, company)
                && !moment::is_when(view, next + 1)
                && !is_superlative(noun)
        }
        "tout" | "toute" | "tous" | "toutes" => {
            articles
                && matches!(noun, "le" | "la" | "les" | "l" | "nos")
                && !moment::is_when(view, next + 2)
        }
        _ => false,
    }
}

/// `aime, commente et partage`: three orders in a row, one of them sure.
fn is_first_of_three(view: &View<'_>, next: usize) -> bool {
    let (second, third) = (kind(view.at(next)), kind(view.at(next + 2)));
    view.gap(next).starts_with(',')
        && view.at(next + 1) == "et"
        && second.is_some()
        && third.is_some()
        && (second == Some(Kind::Sure) || third == Some(Kind::Sure))
}

fn is_superlative(word: &str) -> bool {
    matches!(word, "plus" | "moins" | "meilleur" | "meilleure" | "mieux" | "mieux-être")
}

/// `nʼhésite pas`, whose apostrophe is a letter: one word with its verb.
fn is_denied(view: &View<'_>, i: usize, verb: &str) -> bool {
    (kind(verb).is_some() || verb == "hésite" || verb == "oublie")
        && matches!(view.then(i), "pas" | "plus" | "jamais" | "rien" | "surtout")
}

/// The verb and the last word of an order not to, which begins with this `ne`: `n’oublie pas`, `ne la
/// rate surtout pas`.
pub(super) fn prohibition(view: &View<'_>, i: usize) -> Option<(usize, usize)> {
    let place = place(view, i);
    if place == Place::Inside || !matches!(view.glue(i + 1), Glue::Apart | Glue::Apostrophe) {
        return None;
    }
    let mut verb = i + 1;
    for _ in 0..2 {
        if ["le", "la", "les", "l", "en", "y", "nous", "me", "m", "lui", "leur"]
            .contains(&view.at(verb))
        {
            verb += 1;
        }
    }
    let word = view.at(verb);
    if !view.is_next(verb) && view.glue(verb) != Glue::Apostrophe && view.gap(verb) != "`" {
        return None;
    }
    let urged = matches!(
        word,
        "oublie"
            | "hésite"
            | "rate"
            | "loupe"
            | "touche"
            | "manque"
            | "attends"
            | "cherche"
            | "tarde"
            | "aie"
    );
    let sureness = kind(word).or(urged.then_some(Kind::Sure))?;
    let no = verb + 1 + usize::from(matches!(view.then(verb), "surtout" | "donc" | "même"));
    let negated = view.is_next(no)
        && match view.at(no) {
            "crainte" | "peur" => word == "aie",
            "pas" | "jamais" | "rien" | "aucun" | "aucune" | "personne" => true,
            "plus" => {
                word != "manque" && word != "reste" || !matches!(view.at(no + 1), "que" | "qu")
            }
            _ => false,
        };
    if !negated {
        return None;
    }
    let ordered = match place {
        Place::Start | Place::Opened => {
            sureness == Kind::Sure
                || urged
                || word.ends_with('s')
                || has_company(view, no + 1, word)
                || company::asks(view, no + 1, word)
        }
        _ => {
            (urged || sureness == Kind::Sure && word.ends_with('s'))
                && !has_before(
                    view,
                    i,
                    &["il", "elle", "on", "qui", "je", "j", "ils", "elles", "que", "qu"],
                )
        }
    };
    ordered.then_some((verb, no))
}
