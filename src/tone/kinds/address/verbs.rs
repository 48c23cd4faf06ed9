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
const SURE: [&str; 583] = [
    "abandonne", "abonne", "accepte", "accroche", "accumule", "accède", "accélère", "achète",
    "actualise", "adhère", "admire", "adopte", "affronte", "agrémente", "ajoute", "allume",
    "amène", "aménage", "anticipe", "appelle", "apporte", "apprends", "apprivoise", "apprécie",
    "appuie", "arpente", "arrache", "arrose", "arrête", "assaisonne", "assume", "atteins",
    "attends", "automatise", "avoue", "aère", "balaie", "bats", "bavarde", "bichonne", "blottis",
    "booste", "bouge", "bricole", "bénéficie", "calcule", "cesse", "chante", "chausse", "choie",
    "choisis", "chope", "clique", "collabore", "collectionne", "colorie", "commente",
    "communique", "compare", "compose", "concentre", "conclus", "concocte", "conduis",
    "confectionne", "confie", "configure", "confirme", "congèle", "conjugue", "connais",
    "connecte", "conquiers", "consacre", "considère", "consomme", "construis", "consulte",
    "contacte", "contemple", "continue", "converse", "conçois", "coopère", "corrige", "couds",
    "cramponne", "craque", "creuse", "croise", "croque", "crée", "cueille", "cuis", "cultive",
    "cumule", "customise", "descends", "dessine", "devance", "deviens", "devine", "digère",
    "dilue", "dis", "discute", "dissous", "distribue", "divertis", "divise", "dompte", "dors",
    "dresse", "débarrasse", "débloque", "débouche", "débranche", "déchiffre", "déclare", "décode",
    "décolle", "décompresse", "décongèle", "décore", "décortique", "découds", "découvre",
    "décris", "décroche", "dédie", "défends", "défie", "défoule", "défriche", "dégaine",
    "dégivre", "dégonfle", "dégote", "déguise", "déguste", "déjoue", "délasse", "délivre",
    "délègue", "démarre", "démonte", "déménage", "démêle", "déniche", "dénonce", "dépanne",
    "dépasse", "déplace", "déploie", "déroule", "désactive", "désherbe", "désinscris",
    "désinstalle", "déstresse", "détecte", "détends", "détermine", "dévale", "développe",
    "dévisse", "dévore", "dîne", "efface", "emballe", "embarque", "embellis", "emmitoufle",
    "emmène", "empile", "empoche", "empoigne", "emporte", "emprunte", "encadre", "encaisse",
    "enchaîne", "encode", "encourage", "enfile", "enfouis", "enfourne", "engage", "enlève",
    "enregistre", "enroule", "entame", "entends", "enterre", "entonne", "entoure", "entraîne",
    "entreprends", "envisage", "envoie", "esquive", "essaie", "essaye", "essore", "estompe",
    "examine", "exerce", "explore", "exporte", "exprime", "expédie", "expérimente", "exécute",
    "fabrique", "fais", "familiarise", "farcis", "façonne", "feuillette", "fignole", "filme",
    "flashe", "flippe", "flâne", "fonce", "fouette", "fredonne", "freine", "frotte", "fusionne",
    "galope", "gonfle", "goûte", "grignote", "grimpe", "guette", "gère", "géolocalise", "habille",
    "habitue", "harmonise", "hésite", "identifie", "ignore", "imagine", "immortalise", "imprime",
    "improvise", "incarne", "incorpore", "indique", "initie", "innove", "inscris", "insiste",
    "installe", "insère", "interagis", "intercale", "interpelle", "interroge", "introduis",
    "invente", "investis", "jalonne", "jardine", "jase", "jette", "jongle", "joue", "lace",
    "libère", "liquéfie", "lèche", "lègue", "lève", "malaxe", "mange", "maquille", "maîtrise",
    "mentionne", "mixe", "mobilise", "modifie", "modère", "monétise", "mordille", "mords",
    "mouds", "mouille", "multiplie", "médite", "mémorise", "navigue", "nettoie", "nomme", "noue",
    "numérise", "négocie", "observe", "obtiens", "optimise", "ordonne", "organise", "oriente",
    "ose", "oublie", "papote", "parie", "parraine", "pars", "parsème", "participe", "patiente",
    "paye", "peaufine", "peins", "perds", "perfectionne", "personnalise", "pianote", "picore",
    "pimente", "piétine", "planifie", "pleure", "plie", "plonge", "plébiscite", "ponce",
    "ponctue", "positionne", "postule", "poursuis", "prends", "priorise", "privilégie", "profite",
    "prolonge", "promets", "promène", "prononce", "pronostique", "propage", "propulse",
    "prospecte", "protège", "prouve", "préchauffe", "précipite", "précise", "précommande",
    "préfère", "prélève", "prépare", "préviens", "prévois", "publie", "pulvérise", "pédale",
    "pétris", "questionne", "rabats", "raconte", "ralentis", "rallume", "ramasse", "ramène",
    "ranime", "rappelle", "rapporte", "rapproche", "rassemble", "rattrape", "recommande",
    "recommence", "reconnais", "reconnecte", "recopie", "recouds", "recouvre", "rectifie",
    "recule", "recycle", "redeviens", "redonne", "redouble", "redécouvre", "refais", "regarde",
    "rejoins", "rejoue", "relativise", "relis", "rembobine", "remercie", "remets", "remonte",
    "remporte", "remue", "renais", "rends", "renonce", "renouvelle", "renseigne", "renverse",
    "reparle", "repeins", "repense", "replante", "replie", "replonge", "reporte", "repousse",
    "reprends", "reproduis", "repère", "respecte", "respire", "ressens", "resserre", "ressors",
    "restaure", "retape", "retiens", "retire", "retourne", "retrousse", "retrouve", "revends",
    "reviens", "revis", "revisionne", "revois", "revêts", "reçois", "rince", "roule", "ruse",
    "râle", "réactive", "réagis", "réapprends", "réchauffe", "récite", "réconcilie", "réduis",
    "régale", "réinitialise", "réinstalle", "réinvente", "rénove", "répare", "réponds", "répète",
    "résilie", "résous", "résume", "rétrograde", "réussis", "réveille", "révise", "réécoute",
    "réécris", "réédite", "sache", "saupoudre", "saute", "savonne", "savoure", "scanne",
    "scrolle", "sculpte", "secoue", "sers", "sifflote", "signale", "sillonne", "simplifie",
    "sirote", "skie", "slalome", "socialise", "soigne", "sois", "solidarise", "sollicite",
    "sonne", "sors", "souligne", "soulève", "soupèse", "souscris", "souviens", "sponsorise",
    "spécifie", "stocke", "stoppe", "succombe", "suggère", "suppose", "supprime", "surfe",
    "surligne", "surmonte", "surpasse", "surprends", "surveille", "survole", "suspecte",
    "suspends", "swipe", "synchronise", "sème", "sélectionne", "sépare", "tague", "tape",
    "tapote", "taquine", "tends", "termine", "teste", "tisse", "traduis", "transforme",
    "transfère", "transmets", "transvase", "travaille", "tricote", "trie", "trinque", "troque",
    "tutoie", "télécharge", "télétravaille", "témoigne", "uploade", "vaincs", "valide",
    "valorise", "vante", "verrouille", "verse", "vibre", "viens", "virevolte", "visionne",
    "visualise", "vois", "vérifie", "zappe", "zoome", "échappe", "éclate", "économise", "écris",
    "éduque", "égaie", "égare", "égoutte", "élabore", "éloigne", "émiette", "émince", "énonce",
    "épate", "épie", "épluche", "époussette", "éprouve", "étale", "éteins", "étends", "éternue",
    "étire", "étonne", "étudie", "évade", "évalue", "éveille", "évite",
];

/// Orders in company.
#[rustfmt::skip]
const DOUBTFUL: [&str; 456] = [
    "accompagne", "accorde", "accueille", "active", "adresse", "affiche", "affûte", "agrandis",
    "aide", "aie", "aiguise", "aime", "alerte", "alimente", "allonge", "améliore", "analyse",
    "anime", "annonce", "annule", "apaise", "applique", "approche", "archive", "assieds",
    "assiste", "associe", "assure", "attache", "attaque", "attrape", "autorise", "avance",
    "baisse", "balade", "balance", "balise", "bascule", "beurre", "blinde", "bloque", "bois",
    "bosse", "boucle", "branche", "brave", "brise", "brosse", "brûle", "bâtis", "cache", "cale",
    "calme", "campe", "candidate", "capture", "caresse", "casse", "change", "charge", "chasse",
    "chauffe", "cherche", "chine", "choque", "cible", "cire", "cite", "classe", "clôture",
    "coche", "code", "coiffe", "colle", "collecte", "combine", "comble", "commande", "commence",
    "complimente", "complète", "comprends", "compte", "conseille", "conserve", "contribue",
    "contrôle", "convertis", "convie", "copie", "couche", "coupe", "cours", "couvre", "crame",
    "crie", "critique", "crois", "cuisine", "célèbre", "danse", "demande", "diffuse", "dirige",
    "dispute", "donne", "dore", "dose", "dote", "double", "drague", "dynamise", "dynamite",
    "débarque", "débats", "débute", "découpe", "dédicace", "défile", "dégage", "dégomme",
    "dégèle", "dépense", "dépollue", "dépose", "dépêche", "désigne", "détache", "détourne",
    "dévoile", "effectue", "embrasse", "encre", "enfonce", "engrange", "enquête", "enrichis",
    "enseigne", "entre", "entretiens", "envoûte", "escalade", "espère", "estime", "excelle",
    "excuse", "exige", "explique", "exploite", "expose", "facilite", "facture", "farine",
    "favorise", "ferme", "file", "filtre", "finis", "fixe", "flambe", "flatte", "force", "forge",
    "forme", "fouille", "fournis", "fracasse", "franchis", "frappe", "frime", "fuis", "fume",
    "fête", "gagne", "garantis", "garde", "garnis", "gaspille", "glisse", "gratte", "grave",
    "gravis", "greffe", "griffe", "grille", "guide", "guéris", "gâte", "habite", "hache",
    "hausse", "honore", "hurle", "hydrate", "héberge", "illumine", "illustre", "implique",
    "importe", "infiltre", "infuse", "inspire", "intègre", "inverse", "invite", "isole", "jauge",
    "juge", "juxtapose", "kiffe", "laisse", "lance", "lave", "lie", "like", "lime", "lis",
    "liste", "livre", "loge", "loue", "loupe", "lutte", "lâche", "maintiens", "manque", "marche",
    "marine", "marque", "mate", "mesure", "mets", "mijote", "mime", "minimise", "mise", "modèle",
    "monte", "montre", "moque", "motive", "murmure", "muscle", "mène", "médiatise", "mélange",
    "mérite", "nage", "nappe", "note", "nourris", "nuance", "occupe", "offre", "opte", "ouvre",
    "pagaie", "paie", "panache", "pane", "parcours", "pare", "parle", "partage", "passe",
    "patine", "pense", "perce", "permets", "photographie", "pilote", "pioche", "pique", "place",
    "plaide", "plaisante", "plante", "plaque", "pointe", "poivre", "polis", "pompe", "porte",
    "pose", "poste", "pousse", "pratique", "presse", "prie", "prive", "procure", "programme",
    "projette", "promeus", "propose", "provoque", "présente", "préserve", "prête", "pèse",
    "pêche", "qualifie", "quitte", "rabote", "rafraîchis", "rallie", "ramollis", "range", "rase",
    "rassure", "rate", "ravive", "rebondis", "recharge", "recherche", "recrute", "refuse",
    "regagne", "relance", "relaxe", "relie", "relâche", "relève", "remarque", "rembourse",
    "remplace", "remplis", "remédie", "rencontre", "renforce", "rentre", "repasse", "repose",
    "représente", "ressource", "reste", "retouche", "revisite", "revitalise", "ris", "risque",
    "ronfle", "ruine", "râpe", "règle", "réalise", "réclame", "récolte", "récompense", "récupère",
    "réfléchis", "réforme", "régule", "réjouis", "réserve", "résiste", "rétablis", "réunis",
    "révèle", "rêve", "saigne", "saisis", "sale", "salue", "satisfais", "sauve", "sauvegarde",
    "scelle", "sens", "serre", "signe", "situe", "solde", "soude", "souffle", "soulage",
    "soumets", "souris", "soutiens", "stimule", "structure", "sucre", "suis", "supporte",
    "surclasse", "sèche", "tache", "taille", "tais", "tamise", "tamponne", "tartine", "tatoue",
    "teins", "tente", "tiens", "tire", "tolère", "tombe", "tonifie", "touche", "tourne", "trace",
    "traite", "tranche", "transpire", "transporte", "traverse", "tremble", "trempe", "triomphe",
    "trompe", "trouve", "tue", "unis", "urbanise", "use", "utilise", "va", "varie", "veille",
    "vends", "venge", "vide", "vis", "vise", "visite", "vogue", "vole", "vote", "voyage", "zeste",
    "échafaude", "échange", "éclaire", "écoute", "écrase", "égrène", "élague", "élargis",
    "élimine", "élis", "élève", "émulsionne", "épargne", "épice", "épingle", "éponge", "épouse",
    "équilibre", "équipe", "établis", "étiquette", "étoffe", "étreins", "éventre",
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
