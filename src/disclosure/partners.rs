//! Who comes behind “in partnership with”: the brand itself or its readers, a public body or an
//! association, or somebody else.

use super::fold::Folded;
use super::laws::{self, Label};
use std::sync::LazyLock;

/// “Our partner” is not ourselves.
const PARTNERS: [&str; 8] =
    ["partenaire", "partner", "sponsor", "mecene", "ami", "amie", "friend", "client"];
/// What may stand before a name.
const ARTICLES: [&str; 22] = [
    "",
    "le ",
    "la ",
    "les ",
    "l'",
    "un ",
    "une ",
    "des ",
    "du ",
    "de la ",
    "d'",
    "the ",
    "a ",
    "an ",
    "nos amis du ",
    "nos amis de la ",
    "nos amis de l'",
    "notre partenaire ",
    "notre partenaire le ",
    "notre partenaire la ",
    "notre partenaire l'",
    "our friends at the ",
];
/// Words behind which another name or something else begins.
const STOPS: [&str; 16] = [
    "et", "and", "pour", "for", "dans", "in", "at", "on", "to", "a", "au", "aux", "avec", "with",
    "sur", "chez",
];

/// Whether a text begins at a place with the brand itself, with or without its article, with the
/// reader, or with nobody.
pub(super) fn is_own(text: &Folded, at: usize, brand: &[char]) -> bool {
    let rest = text.letters().get(at..).unwrap_or_default();
    let named = |article: &&str| after(rest, article).is_some_and(|rest| begins(rest, brand));
    let own = |own: &Label| {
        let next = at + own.letters.len() + 1;
        let word = first_word(rest.get(own.letters.len() + 1..).unwrap_or_default());
        let partner = PARTNERS.contains(&word.strip_suffix('s').unwrap_or(&word));
        // «\u{a0}la maison Rose\u{a0}» is a house of that name.
        let house = ["la maison", "the house"].contains(&own.words.as_str());
        let first = own.letters.iter().position(|c| *c == ' ').map_or(at, |space| at + space + 1);
        let goes_on = text.letters().get(next).is_some_and(|c| c.is_alphabetic());
        let house = house && goes_on && (text.is_capital(first) || text.is_capital(next));
        begins(rest, &own.letters) && !partner && !house
    };
    ARTICLES.iter().any(named) || PEOPLE.own.iter().any(own)
}

/// Whether a text begins with somebody who is often no advertiser: a public body, an association, a
/// giver.
pub(super) fn is_public(rest: &[char]) -> bool {
    if let Some('@' | '#') = rest.first() {
        return is_public_handle(&first_word(&rest[1..]));
    }
    PEOPLE.givers.iter().any(|giver| begins(rest, &giver.letters))
        || ARTICLES.iter().filter_map(|article| after(rest, article)).any(is_public_name)
}

fn is_public_name(rest: &[char]) -> bool {
    let listed = |names: &[Label]| names.iter().any(|name| begins(rest, &name.letters));
    let plural = first_word(rest);
    let word = plural.strip_suffix('s').unwrap_or(&plural);
    let is = |label: &Label| label.letters.iter().copied().eq(word.chars());
    listed(&PEOPLE.names)
        || listed(&PEOPLE.bodies)
        || PEOPLE.bodies.iter().any(is)
        || ends_public(rest)
}

/// `@villedelyon`: what begins with a body or is a known name.
fn is_public_handle(handle: &str) -> bool {
    let begins = |body: &Label| {
        let body: String = body.tag.iter().collect();
        body.len() > 5 && handle.starts_with(&body)
    };
    let named = |name: &Label| {
        let name: String = name.tag.iter().collect();
        name.len() > 3 && handle.starts_with(&name)
    };
    handle.starts_with("villede")
        || PEOPLE.bodies.iter().any(begins)
        || PEOPLE.names.iter().any(named)
}

/// “Lyon City Council”: a name of at most five words with such a word behind the first.
fn ends_public(rest: &[char]) -> bool {
    let end = rest.iter().position(|c| !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'')));
    let name: String = rest[..end.unwrap_or(rest.len())].iter().collect();
    let words = name.split([' ', '\'']).take(5).take_while(|word| !STOPS.contains(word));
    let is =
        |word: &str| PEOPLE.ends.iter().any(|end| end.letters.iter().copied().eq(word.chars()));
    words.skip(1).any(is)
}

fn after<'a>(text: &'a [char], article: &str) -> Option<&'a [char]> {
    let length = article.chars().count();
    let fits = text.len() >= length && text.iter().copied().take(length).eq(article.chars());
    fits.then(|| &text[length..])
}

/// Whether a name begins a text, as a whole word.
fn begins(text: &[char], name: &[char]) -> bool {
    let goes_on = text.get(name.len()).is_some_and(|c| c.is_alphanumeric());
    !name.is_empty() && text.starts_with(name) && !goes_on
}

fn first_word(text: &[char]) -> String {
    text.iter().take_while(|c| c.is_alphanumeric() || **c == '_').filter(|c| **c != '_').collect()
}

struct People {
    own: Vec<Label>,
    givers: Vec<Label>,
    bodies: Vec<Label>,
    ends: Vec<Label>,
    names: Vec<Label>,
}

static PEOPLE: LazyLock<People> = LazyLock::new(|| {
    let written = laws::written_signs();
    People {
        own: laws::labels(written.own),
        givers: laws::labels(written.givers),
        bodies: laws::labels(written.bodies),
        ends: laws::labels(written.bodies_behind),
        names: laws::labels(written.public_names),
    }
});

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn public_partners() {
        for text in [
            "le Secours populaire",
            "Secours Catholique",
            "la Croix-Rouge",
            "Emmaüs Lyon",
            "le Crous",
            "France Travail",
            "le collectif Les Voisins",
            "le conservatoire",
            "l’association Lire",
            "les associations du quartier",
            "Association Lire",
            "la ville de Lyon",
            "Ville de Lyon",
            "le département du Rhône",
            "la Région",
            "la fondation Rose",
            "l’école",
            "une école",
            "les Restos du cœur",
            "Grenoble Alpes Métropole",
            "@villedelyon",
            "@croixrouge.fr",
            "the council",
            "the university",
            "the University of Leeds",
            "Leeds City Council",
            "sa famille",
            "nos amis du collectif",
            "notre partenaire le Crous",
            "la Maison pour tous",
        ] {
            assert!(is_public(&fold::letters(text)), "{text}");
        }
        for text in [
            "Boesner",
            "la Maison Rose",
            "les Villages Clubs",
            "Villeroy",
            "@villeroyboch",
            "Acme at the university",
            "Boesner et le musée",
            "Boesner, pour l’école",
            "",
        ] {
            assert!(!is_public(&fold::letters(text)), "{text}");
        }
    }

    #[test]
    fn own_gifts() {
        let own = |text: &str| is_own(&Folded::new(text), 0, &fold::letters("Musée des Lumières"));
        for text in [
            "la maison",
            "la maison.",
            "la maison pour tous les visiteurs",
            "le Musée des Lumières",
            "nos soins",
            "vous",
            "personne",
            "nobody",
        ] {
            assert!(own(text), "{text}");
        }
        for text in
            ["la Maison Rose", "la Maison pour tous", "notre partenaire", "Lulu", "", "personnel"]
        {
            assert!(!own(text), "{text}");
        }
    }
}
