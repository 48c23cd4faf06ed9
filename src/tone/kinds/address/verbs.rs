//! Verbs that posts give orders with, in the second person singular.
//!
//! In the order of their bytes, so that a word is found by halves. Those that are nouns, adjectives
//! or plain third persons as often (`visite`, `complète`, `passe`) are orders only in company.

/// How sure a form is to be an order where a clause begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is one.
    Sure,
    /// It is one before `ton`, `la`, `nous` and the like.
    Doubtful,
}

/// How sure a form is to be an order; nothing for a word that is none.
pub(super) fn kind(word: &str) -> Option<Kind> {
    if word.len() < 2 || !word.ends_with(['e', 's', 'a']) {
        None
    } else if SURE.binary_search(&word).is_ok() {
        Some(Kind::Sure)
    } else {
        DOUBTFUL.binary_search(&word).is_ok().then_some(Kind::Doubtful)
    }
}

/// Every form.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    SURE.iter().chain(&DOUBTFUL).copied()
}

/// Orders where a clause begins.
#[rustfmt::skip]
const SURE: [&str; 176] = [
    "abonne", "accroche", "achète", "admire", "adopte", "ajoute", "amène", "appelle", "apporte",
    "apprends", "apprécie", "arrose", "arrête", "assaisonne", "attends", "bats", "booste",
    "bouge", "bénéficie", "calcule", "chante", "choisis", "clique", "commente", "compare",
    "compose", "connecte", "consulte", "contacte", "continue", "craque", "croque", "crée",
    "cueille", "customise", "descends", "dessine", "deviens", "devine", "dis", "dors", "dresse",
    "débloque", "découvre", "décroche", "défends", "défie", "déguste", "dépasse", "dépose",
    "détends", "embarque", "emmène", "emporte", "emprunte", "enfourne", "enregistre",
    "entends", "entraîne", "envoie", "essaie", "essaye", "explore", "fabrique", "fais", "farcis",
    "flashe", "fonce", "fouette", "goûte", "grimpe", "identifie", "imagine", "incorpore",
    "inscris", "installe", "invente", "investis", "jette", "joue", "libère", "lève", "mange",
    "mentionne", "mémorise", "nettoie", "obtiens", "organise", "ose", "oublie", "pars",
    "participe", "patiente", "peins", "perds", "personnalise", "pioche", "plie", "plonge",
    "prends", "profite", "prolonge", "promène", "propulse", "protège", "préchauffe", "prépare",
    "préviens", "prévois", "pédale", "pétris", "raconte", "ralentis", "ramène", "rappelle",
    "rapporte", "recycle", "refais", "regarde", "rejoins", "relance", "relis", "remporte",
    "rends", "renseigne", "reprends", "repère", "respire", "ressens", "ressors", "retiens",
    "retire", "retourne", "retrouve", "reviens", "revis", "revois", "rince", "roule", "réinvente",
    "réponds", "réussis", "réveille", "révise", "sache", "saupoudre", "saute", "savoure",
    "scanne", "simplifie", "soigne", "sois", "sors", "suggère", "surprends", "surveille", "swipe",
    "sèche", "tague", "tape", "termine", "teste", "trie", "télécharge", "valide", "verse",
    "viens", "vois", "vérifie", "économise", "écris", "égoutte", "émince", "épluche", "étale",
    "évite",
];

/// Orders in company.
#[rustfmt::skip]
const DOUBTFUL: [&str; 125] = [
    "accompagne", "accorde", "active", "aide", "aie", "aime", "applique", "assieds", "attrape",
    "beurre", "bois", "bâtis", "change", "charge", "chauffe", "cherche", "choque", "clôture",
    "coche", "commande", "commence", "complète", "compte", "conseille", "coupe", "cours", "crois",
    "cuisine", "célèbre", "danse", "demande", "donne", "dore", "double", "dépêche", "embrasse", "entre",
    "excuse", "explique", "ferme", "file", "finis", "fête", "gagne", "garde", "glisse", "gratte",
    "guide", "hache", "inspire", "kiffe", "laisse", "lance", "like", "lis", "livre", "maintiens",
    "manque", "marche", "marque", "mate", "mesure", "mets", "monte", "montre", "muscle",
    "mélange", "nage", "note", "occupe", "offre", "ouvre", "parcours", "parle", "partage",
    "passe", "pense", "permets", "plante", "poivre", "porte", "pose", "poste", "pousse",
    "pratique", "prête", "rassure", "rate", "relève", "remplace", "remplis", "rentre", "reste",
    "ris", "râpe", "règle", "réalise", "récolte", "récupère", "réserve", "rêve", "saisis", "sale",
    "sauve", "sauvegarde", "serre", "sers", "signe", "soutiens", "sucre", "suis", "tais", "tente",
    "tiens", "tire", "tourne", "trouve", "utilise", "va", "vends", "vis", "visite", "vote",
    "échange", "écoute",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_in_the_order_of_their_bytes_and_in_one_list() {
        assert!(SURE.is_sorted_by(|a, b| a < b) && DOUBTFUL.is_sorted_by(|a, b| a < b));
        assert!(SURE.iter().all(|word| DOUBTFUL.binary_search(word).is_err()));
        assert_eq!(kind("viens"), Some(Kind::Sure));
        assert_eq!(kind("visite"), Some(Kind::Doubtful));
        assert_eq!(kind("musée"), None);
    }
}
