//! French words whose capitals lose their accents, and words that follow the preposition `à`.

use crate::text::tag_words::{fold, plain};
use crate::tone::kinds::list::List;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that begin with an accent.
const FIRST: &str = "\
    âge âges âgé âgée âme âmes âne âpre ça \
    ébéniste ébénistes écart échange échanges échangeons échangez écharpe échéance échéances éclair \
    éclairs éclairage éclat éclats école écoles écolier écoliers écologie écologique écologiques \
    écologiste économe économie économies économique économiques économisez écoute écoutes écoutez \
    écoutons écran écrans écrire écris écrivain écrivaine écrivains écrivez écriture écritures \
    éditeur éditeurs édition éditions éditorial éditrice édito éducateur éducatif éducation \
    éducatrice égal égale également égalité église églises égypte élan élargir électeur électeurs \
    élection élections électricité électrique électriques électronique élégance élégant élégante \
    élément éléments éléphant éléphants élevage éleveur éleveurs élève élèves élire éloge élu élue \
    élues élus émerger émerveillement émerveillez émission émissions émotion émotions émouvant \
    énergétique énergie énergies énigme énigmes énorme énormes énormément épargne épice épices \
    épicerie épiceries éphémère épisode épisodes éponge époque époques époux épreuve épreuves épuisé \
    équateur équilibre équinoxe équipe équipes équipé équipement équipements équipez équitable \
    équitation érable éruption établissement établissements étang étape étapes état états été \
    éternel éternelle éternité éthique étincelle étincelles étiquette étoile étoiles étonnant \
    étonnante étrange étranger étrangère étrangers étude études étudiant étudiante étudiantes \
    étudiants évaluation évasion éveil éveillez événement événements évènement évènements évidemment \
    évidence évitez évitons évolution évolutions évoluer évoquer \
    être êtes \
    île îles îlot îlots";

/// Words with an accent further in, which are sure when all their letters are capitals: not `même`
/// (a `MEME` may be one of the internet) nor `marché` (`LES MARCHES` may be steps).
const FURTHER: &str = "\
    accès activité activités actualité actualités année années après août arrivée arrivées bébé \
    bébés beauté bénéficiez bénévole bénévoles bibliothèque bientôt bière bières café cafés caméra \
    célèbre célébrons château châteaux chèque cinéma cité clé clés collège commençons complète \
    création créations créative créer crèche crème découverte découvertes découvrez découvrir dédicace \
    dédicaces déjà déjeuner dernière dernières développement différence différent différents dîner \
    décembre dégustation dégustations démocratie européen européenne européens façon février fête \
    fêtes fidélité forêt français française françaises garçon garçons gâteau gâteaux général générale \
    goût grâce gratuité hôpital hôtel hôtels idéal idée idées illimité illimitée inédit inédite intérêt \
    journée journées leçon leçons légumes liberté lumière lumières lycée lycées manière matière \
    médiathèque météo métier métiers métro modèle modèles musée musées noël nouveauté \
    nouveautés numéro numéros opération pâques père pièce pièces première premières préparez \
    présentation présente privée procès progrès propriété publicité qualité quantité réduction \
    réductions région régions rencontrée rentrée république réservation réservations réservez réseau \
    réseaux résultat résultats rivière santé séance séances sécurité série séries siècle société \
    soirée soirées solidarité spécial spéciale spécialité succès télé téléphone théâtre théâtres très \
    université variété vélo vélos vérité voilà";

/// The words of both lists by their letters without accents, with those that begin with one first.
static TABLE: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<&'static str>> = HashMap::new();
    for word in FIRST.split_ascii_whitespace().chain(FURTHER.split_ascii_whitespace()) {
        table.entry(fold(word)).or_default().push(word);
    }
    table
});

/// The words that are this one, given in small letters, with accents that it lacks.
fn lookup(lower: &str) -> impl Iterator<Item = &'static str> + '_ {
    let key = if lower.is_ascii() { Cow::Borrowed(lower) } else { Cow::Owned(fold(lower)) };
    let found = TABLE.get(key.as_ref()).map_or(&[] as &[_], Vec::as_slice);
    found.iter().copied().filter(move |right| lacks(lower, right))
}

/// The right form of a word that begins with a capital, given in small letters.
pub(super) fn first_letter(lower: &str) -> Option<&'static str> {
    const SURE: usize = 7;
    if !lower.starts_with(['a', 'e', 'i', 'c']) {
        return None;
    }
    lookup(lower).find(|right| {
        let accented = right.chars().next().is_some_and(|c| c != plain(c));
        // `Ecoute` and `Evenement`, but not `Eleve`: which word is it?
        let sure = lower.chars().skip(1).eq(right.chars().skip(1));
        accented && (sure || lower == "ete" || lower.is_ascii() && lower.len() >= SURE)
    })
}

/// The right form of a word in capitals, given in small letters.
pub(super) fn in_capitals(lower: &str) -> Option<&'static str> {
    lookup(lower).next()
}

/// Whether a word is another without some of its accents.
fn lacks(lower: &str, right: &str) -> bool {
    let mut missing = false;
    let mut letters = lower.chars();
    for wanted in right.chars() {
        let Some(own) = letters.next() else { return false };
        if own != wanted {
            if own != plain(wanted) {
                return false;
            }
            missing = true;
        }
    }
    missing && letters.next().is_none()
}

/// A word with a capital.
pub(super) fn initial(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Words of the table that English has too, without the accent.
pub(super) static ENGLISH: List = List::of(
    "\
    age ages edition editions editorial education election elections elegance elegant element \
    elements emission emissions episode episodes evaluation evasion evidence evolution \
    evolutions emotion emotions eclair eclairs ecole elan etude",
);

/// Words before which an `A` at the start of a sentence is the preposition.
pub(super) static AFTER_A: List = List::of(
    "\
    lundi mardi mercredi jeudi vendredi samedi dimanche demain bientôt bientot partir travers \
    propos condition côté cote défaut force mi midi minuit noter table suivre emporter vos \
    votre nos notre vous nous toi chacun chacune chaque ce cet cette ces la quoi quel quelle \
    quels quelles quelques qui tous toutes très tres plus ne deux trois vivre voir savoir lire \
    écouter découvrir decouvrir gagner retenir retrouver venir goûter déguster essayer partager \
    tester offrir faire regarder vélo pied cheval bord base peine peu présent nouveau gauche \
    droite domicile distance volonté tantôt jamais long court terme bas vendre louer réserver \
    consommer méditer moins",
);

/// Words before which an `A` is the preposition wherever it stands.
pub(super) static SURE_AFTER_A: List = List::of(
    "\
    venir partir bientôt bientot noter suivre emporter voir savoir lire écouter ecouter découvrir \
    decouvrir gagner retenir retrouver goûter gouter déguster deguster partager tester offrir faire \
    vendre louer réserver reserver consommer domicile volonté volonte",
);

/// Words that an `A` numbers: `PLAN A`, `GROUPE A`.
pub(super) static LETTERED: List = List::of(
    "\
    plan vitamine groupe classe série serie zone hépatite hepatite équipe equipe ligne niveau \
    catégorie categorie type bloc hall porte salle poule point option lettre",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_hold_words_with_accents_once() {
        let mut all: Vec<&str> =
            FIRST.split_ascii_whitespace().chain(FURTHER.split_ascii_whitespace()).collect();
        assert!(all.iter().all(|word| !word.is_ascii() && *word == word.to_lowercase()));
        let many = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), many);
        for word in FIRST.split_ascii_whitespace() {
            assert!(word.chars().next().is_some_and(|c| c != plain(c)), "{word}");
        }
    }

    #[test]
    fn a_word_lacks_accents_or_is_another() {
        assert!(lacks("etat", "état") && lacks("evénement", "événement"));
        assert!(!lacks("état", "état") && !lacks("évènement", "événement"));
        assert!(!lacks("etats", "état") && !lacks("eta", "état") && !lacks("écouté", "écoute"));
    }
}
