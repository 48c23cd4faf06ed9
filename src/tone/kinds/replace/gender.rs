//! The gender of a French word, where its letters leave no doubt.

use super::super::list::List;

/// The gender of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// `le bateau`.
    Masculine,
    /// `la semaine`.
    Feminine,
}

/// Masculine words: common ones, and those whose end would say otherwise.
static MASCULINE: List = List::of(
    "mot lien site client produit compte billet blog post tweet groupe texte lieu défi jour \
     week-end film livre train sport chef nom numéro direct public bilan point plan choix prix \
     côté été comité pâté traité député arrêté invité musée lycée trophée apogée mausolée \
     squelette bastion silence murmure mercure violoncelle vermicelle génie e-mail mail courriel \
     message article atelier retour partage essai tarif dîner déjeuner goûter sondage journal festival hôtel local tarif objectif canal capital \
     matériel logiciel montant restaurant enseignant participant annuaire commentaire \
     questionnaire formulaire",
);

/// Feminine words: the same.
static FEMININE: List = List::of(
    "fin main page image eau peau plage cage rage nage jument foire vidéo photo offre lettre \
     liste fête équipe ville vente carte adresse entreprise boutique semaine visite affiche \
     société liberté beauté santé nouveauté péniche information newsletter infolettre rencontre \
     série marque histoire mémoire idée façon date heure personne clé question réponse étape \
     forêt boutique chronique musique politique technique pratique logique fabrique rubrique \
     clinique brique critique table étable affaire grammaire catin nonnain putain",
);

/// Words that may be both, whatever their end.
static BOTH: List = List::of(
    "sage sauvage volage pure dure mature future obscure sûre rebelle limité illimité édité \
     net mille",
);

const MASCULINE_ENDS: [&str; 16] = [
    "age", "ment", "eau", "isme", "oir", "iel", "ier", "et", "ail", "eil", "ueil", "in", "ot",
    "at", "ateur", "ien",
];

const FEMININE_ENDS: [&str; 15] = [
    "tion", "sion", "xion", "aison", "ette", "ance", "ence", "ure", "ité", "ée", "erie", "ogie",
    "phie", "esse", "trice",
];

/// The gender of a word in small letters with its accents; none where it is not sure.
pub(super) fn gender(word: &str) -> Option<Gender> {
    let word = word.to_lowercase();
    if BOTH.has(&word) {
        return None;
    }
    if MASCULINE.has(&word) {
        return Some(Gender::Masculine);
    }
    if FEMININE.has(&word) {
        return Some(Gender::Feminine);
    }
    let letters = word.chars().all(|c| c.is_alphabetic() || c == '-');
    if !letters || word.chars().count() < 4 {
        return None;
    }
    let ends = |all: &[&str]| all.iter().any(|end| word.ends_with(end));
    match (ends(&MASCULINE_ENDS), ends(&FEMININE_ENDS)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_the_gender_and_exceptions_are_known() {
        for word in ["bateau", "courriel", "visage", "moment", "billet", "musée", "côté", "matin"]
        {
            assert_eq!(gender(word), Some(Gender::Masculine), "{word}");
        }
        for word in ["péniche", "page", "fin", "eau", "qualité", "Réduction", "journée", "culture"]
        {
            assert_eq!(gender(word), Some(Gender::Feminine), "{word}");
        }
        for word in ["sauvage", "tour", "mode", "FAQ", "élève", "", "fin de semaine"] {
            assert_eq!(gender(word), None, "{word}");
        }
    }
}
