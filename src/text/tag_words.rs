//! Where the words of a hashtag part that is written in one, in small letters.
//!
//! Nothing is guessed: either all of it is made of the words below, or it begins like the names of
//! events and places (`salondu…`). A long word of any language is one word until shown otherwise.

/// The hashtag with a capital at the start of each of its words, where it surely has several.
#[must_use]
pub fn parted(tag: &str) -> Option<String> {
    let folded = fold(tag);
    let bare = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut lengths = known_words(bare).or_else(|| event(bare))?;
    let digits = folded.len() - bare.len();
    lengths.extend((digits > 0).then_some(digits));
    Some(capitalised(tag, &lengths))
}

/// The lengths of the words, all of them known: two at least that say something, the last among
/// them.
fn known_words(tag: &str) -> Option<Vec<usize>> {
    // For each byte at which a word may end: the start of that word and how many of the words up
    // to there say something.
    let mut ends: Vec<Option<(usize, usize)>> = vec![None; tag.len() + 1];
    ends[0] = Some((0, 0));
    for at in 0..tag.len() {
        let Some((_, before)) = ends[at] else { continue };
        let Some(rest) = tag.get(at..) else { continue };
        let joints = JOINTS.iter().filter(|word| rest.starts_with(**word)).map(|w| (*w, before));
        let words = WORDS.split(' ').filter(|word| rest.starts_with(word)).map(|w| (w, before + 1));
        for (word, says) in joints.chain(words) {
            let end = &mut ends[at + word.len()];
            if end.is_none_or(|(_, known)| known < says) {
                *end = Some((at, says));
            }
        }
    }
    let (mut start, says) = ends[tag.len()]?;
    let mut end = tag.len();
    if says < 2 || JOINTS.contains(&&tag[start..end]) {
        return None;
    }
    let mut lengths = Vec::new();
    while end > 0 {
        lengths.push(tag[start..end].chars().count());
        end = start;
        start = ends[end].map_or(0, |(start, _)| start);
    }
    lengths.reverse();
    Some(lengths)
}

/// `salon` `du` and a word, known or not.
fn event(tag: &str) -> Option<Vec<usize>> {
    const LEAST: usize = 4;
    EVENTS.iter().find_map(|first| {
        let rest = tag.strip_prefix(first)?;
        let joint = AFTER_EVENTS.iter().find(|joint| rest.starts_with(&joint.concat()))?;
        let name = rest[joint.concat().len()..].chars().count();
        let lengths = [first.len()].into_iter().chain(joint.iter().map(|word| word.len()));
        (name >= LEAST).then(|| lengths.chain([name]).collect())
    })
}

/// The hashtag with a capital at the start of each of its words of these lengths.
#[must_use]
pub fn capitalised(tag: &str, lengths: &[usize]) -> String {
    let mut out = String::with_capacity(tag.len());
    let mut letters = tag.chars();
    for length in lengths {
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.extend(letters.by_ref().take(length.saturating_sub(1)));
    }
    out
}

/// In small letters without French accents, letter for letter.
#[must_use]
pub fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// A small letter without its French accent.
#[must_use]
pub const fn plain(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

/// What joins the name of an event and what it is about. Not `dela`: that is `de la` or `de l’a…`.
const AFTER_EVENTS: [&[&str]; 3] = [&["of", "the"], &["des"], &["du"]];

/// First words of the names of events and places, folded; no word begins with one of these and `des`
/// or `du`.
const EVENTS: [&str; 32] = [
    "association",
    "chateau",
    "concours",
    "conseil",
    "defense",
    "droits",
    "ecole",
    "federation",
    "festival",
    "fete",
    "fetes",
    "foire",
    "histoire",
    "jardin",
    "jardins",
    "journee",
    "journees",
    "maison",
    "marche",
    "marches",
    "musee",
    "musees",
    "museum",
    "night",
    "nights",
    "nuit",
    "nuits",
    "rentree",
    "salon",
    "semaine",
    "semaines",
    "village",
];

/// Words that say nothing by themselves.
const JOINTS: [&str; 17] = [
    "and", "au", "aux", "d", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les",
    "of", "the",
];

/// Words that hashtags are made of, folded. None is a part of a longer word.
const WORDS: &str = "\
    agriculture animation animaux annee architecture archives artificielle artisan artisanat \
    artisans artiste artistes association auteur automne autrice autumn awareness behind \
    bibliotheque bienetre biodiversite birthday black bonne bordeaux bretagne business \
    changement cinema circulaire citoyenne citoyennete climat climatique collection commerce \
    communication community concert concerts conseils contemporain contemporaine content contenu \
    contenus createurs creation creator creators cuisine culture culturel culturelle culturelles \
    cyclisme danse dessin dessins developpement digital droits durabilite durable durables ecole \
    ecoles ecologie ecologique ecologiques economie education egalite emploi emplois energie \
    energies enfants entrepreneur entrepreneurs entreprise entreprises environnement equipe \
    ethique etudiants europe europeen europeenne europeennes europeens exposition expositions \
    famille familles femmes festival fete fetes football formation formations francais francaise \
    france francophonie fraternite friday games gastronomie good halloween handball happy health \
    histoire history hiver hommes intelligence international internationale internationaux \
    jeunesse jeux journee journees lecture lectures liberte lille litterature livre livres local \
    lumiere lumieres lyon management manager managers marche marketing marseille media \
    mediatheque mental mentale moderne monday mondial mondiale montagne month montpellier \
    morning motivation musee musees museum museums music musique musiques nantes national \
    nationale nationales nature night nights noel normandie nouvelle nuit nuits numerique oeuvre \
    olympic olympiques paralympiques paris patrimoine patrimoines peinture photographe \
    photographer photographie photography planete poesie pride printemps produits provence \
    recette recettes rechauffement recherche recrutement rennes renouvelable renouvelables \
    rentree republique reseaux responsable responsables rugby saint salon sante scenes science \
    sciences scolaire sculpture seconde semaine small social sociaux solidaire solidaires \
    solidarite spectacle spectacles sport sports spring strasbourg strategie summer terre \
    theatre throwback thursday toulouse tourisme transition travail travel universite vacances \
    valentin ville villes vivant voyage voyages weekend winter women";
