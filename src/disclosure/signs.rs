//! What looks like a partnership in a text whose post declares none.

use super::codes;
use super::find::{Form, find};
use super::fold::{self, Folded};
use super::laws::{self, Label};
use super::partners::{is_own, is_public};
use super::sentence::is_denied;
use std::ops::Range;
use std::sync::LazyLock;

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A label.
    Label,
    /// “In partnership with …”, “sponsored by …”.
    Partner,
    /// The same with somebody who is often no advertiser: a city, a school, an association.
    PublicPartner,
    /// A promotion code.
    Code,
}

/// A sign in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub sign: Sign,
    /// Its bytes.
    pub range: Range<usize>,
}

/// What the address of a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Affiliate {
    /// Whoever sends a buyer is paid.
    Surely,
    /// Perhaps it only counts visits.
    Perhaps,
}

/// Beginnings of words without which a text has no sign: in small letters, up to the first accent.
const STEMS: [&str; 12] = [
    "partenariat",
    "partnership",
    "offert",
    "sponsor",
    "gifted",
    "code",
    "publicit",
    "collaboration",
    "contenu",
    "advert",
    "paid",
    "spon",
];
/// The letters they begin with.
const FIRST: &[u8] = b"acgops";
/// … and the letters behind these.
const SECOND: &[u8] = b"adfiopu";
/// The same, whole.
const SHORT: [&str; 2] = ["ad", "sp"];

/// Whether a text may show a sign: a quick look that spares most texts the search.
#[must_use]
pub fn may_show_signs(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut inside = false;
    for (at, byte) in bytes.iter().enumerate() {
        let kind = KINDS[usize::from(*byte)];
        // A letter that is no ASCII may also be a space of some kind: a word may begin behind it.
        if kind == Kind::First && !inside && may_begin(&bytes[at..]) {
            return true;
        }
        inside = kind != Kind::Other;
    }
    false
}

/// What a byte may be at the start of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The first letter of a stem.
    First,
    /// Another letter or digit of ASCII.
    Inside,
    /// No letter, or none of ASCII.
    Other,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte: u8 = 0;
    while byte < 0x80 {
        if byte.is_ascii_alphanumeric() {
            kinds[byte as usize] = Kind::Inside;
        }
        byte += 1;
    }
    let mut at = 0;
    while at < FIRST.len() {
        kinds[FIRST[at] as usize] = Kind::First;
        kinds[FIRST[at].to_ascii_uppercase() as usize] = Kind::First;
        at += 1;
    }
    kinds
};

fn starts(bytes: &[u8], stem: &str) -> bool {
    bytes.get(..stem.len()).is_some_and(|some| some.eq_ignore_ascii_case(stem.as_bytes()))
}

fn may_begin(bytes: &[u8]) -> bool {
    // Two letters tell nearly all other words apart.
    let second = bytes.get(1).map(u8::to_ascii_lowercase);
    if !second.is_some_and(|second| SECOND.contains(&second)) {
        return false;
    }
    // The bytes of small accented Latin letters begin with 0xc3.
    let ends = |next: Option<&u8>| next.is_none_or(|b| !b.is_ascii_alphanumeric() && *b != 0xc3);
    STEMS.iter().any(|stem| starts(bytes, stem))
        || SHORT.iter().any(|word| starts(bytes, word) && ends(bytes.get(word.len())))
}

/// The gravest sign of a text. `brand` is who speaks: what it gives itself is no sign.
#[must_use]
pub fn sign(text: &str, brand: &str) -> Option<Found> {
    let folded = Folded::new(text);
    label(&folded, text).or_else(|| partner(&folded, brand)).or_else(|| {
        let range = codes::find(text)?;
        Some(Found { sign: Sign::Code, range })
    })
}

/// A label in the first line, or a hashtag that nobody uses for anything else.
fn label(folded: &Folded, text: &str) -> Option<Found> {
    let first = text.find(|c: char| c.is_alphanumeric()).unwrap_or_default();
    let end = text[first..].find('\n').map_or(text.len(), |at| first + at);
    let words: Vec<&'static Label> = SIGNS.labels.iter().collect();
    let tags: Vec<&'static Label> = SIGNS.tags.iter().collect();
    let alone = find(folded, &words).into_iter();
    let alone = alone.filter(|hit| hit.form == Form::Alone && hit.range.start < end);
    let tagged = find(folded, &tags).into_iter().filter(|hit| hit.form == Form::Tag);
    let first = alone.chain(tagged).min_by_key(|hit| hit.range.start)?;
    Some(Found { sign: Sign::Label, range: first.range })
}

fn partner(folded: &Folded, brand: &str) -> Option<Found> {
    let letters = folded.letters();
    let brand = fold::letters(brand.trim());
    let mut perhaps = None;
    for phrase in &SIGNS.phrases {
        for at in folded.words(&phrase.letters) {
            let spaces = letters[at.end..].iter().take_while(|c| **c == ' ').count();
            let who = at.end + spaces;
            if is_denied(letters, at.start) || is_own(folded, who, &brand) {
                continue;
            }
            let found = |sign| Found { sign, range: folded.bytes(&at) };
            if !is_public(&letters[who..]) {
                return Some(found(Sign::Partner));
            }
            perhaps.get_or_insert_with(|| found(Sign::PublicPartner));
        }
    }
    perhaps
}

/// What an address says of whoever sends a buyer there: a parameter, or the host of a programme.
#[must_use]
pub fn affiliate(address: &str) -> Option<Affiliate> {
    let (_, rest) = address.split_once("://").unwrap_or(("", address));
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let host = place.split(['/', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    if SIGNS.hosts.iter().any(|known| known == host) {
        return Some(Affiliate::Surely);
    }
    let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let listed = |list: &[String], key: &str| list.iter().any(|k| k.eq_ignore_ascii_case(key));
    let mut perhaps = None;
    for (key, value) in pairs.filter(|(_, value)| !value.is_empty()) {
        let partner_tag = key == "tag" && is_partner_tag(value);
        if partner_tag || listed(&SIGNS.parameters, key) {
            return Some(Affiliate::Surely);
        }
        if listed(&SIGNS.parameters_perhaps, key) {
            perhaps = Some(Affiliate::Perhaps);
        }
    }
    perhaps
}

/// `name-21`: the tags of the largest programme end in two digits.
fn is_partner_tag(value: &str) -> bool {
    value.rsplit_once('-').is_some_and(|(name, number)| {
        !name.is_empty() && number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit())
    })
}

struct Signs {
    phrases: Vec<Label>,
    labels: Vec<Label>,
    tags: Vec<Label>,
    parameters: Vec<String>,
    parameters_perhaps: Vec<String>,
    hosts: Vec<String>,
}

static SIGNS: LazyLock<Signs> = LazyLock::new(|| {
    let written = laws::written_signs();
    Signs {
        phrases: laws::labels(written.phrases),
        labels: laws::labels(written.labels),
        tags: laws::labels(written.tags),
        parameters: written.parameters,
        parameters_perhaps: written.parameters_perhaps,
        hosts: written.hosts,
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(Sign, &str)> {
        let found = sign(text, "Musée des Lumières")?;
        assert!(may_show_signs(text), "the quick look misses: {text}");
        Some((found.sign, &text[found.range]))
    }

    #[test]
    fn partnerships_show() {
        for (text, sign, words) in [
            ("Un atelier en partenariat avec Boesner", Sign::Partner, "en partenariat avec"),
            ("EN PARTENARIAT AVEC BOESNER", Sign::Partner, "EN PARTENARIAT AVEC"),
            ("Le goûter est offert par Lulu", Sign::Partner, "offert par"),
            ("Vidéo sponsorisée par Lulu", Sign::Partner, "sponsorisée par"),
            ("Offert par notre partenaire Lulu", Sign::Partner, "Offert par"),
            ("sponsored by our friends at Acme", Sign::Partner, "sponsored by"),
            ("Une toile offerte par sa famille", Sign::PublicPartner, "offerte par"),
            (
                "Ne manquez pas l’atelier en partenariat avec Lulu",
                Sign::Partner,
                "en partenariat avec",
            ),
            ("In partnership with Acme", Sign::Partner, "In partnership with"),
            ("A podcast sponsored by Acme", Sign::Partner, "sponsored by"),
            ("Un goûter offert par la Maison Rose", Sign::Partner, "offert par"),
            (
                "en partenariat avec le collectif Les Voisins",
                Sign::PublicPartner,
                "en partenariat avec",
            ),
            ("en partenariat avec Emmaüs", Sign::PublicPartner, "en partenariat avec"),
            ("En partenariat avec la Ville de Lyon", Sign::PublicPartner, "En partenariat avec"),
            ("in partnership with the University", Sign::PublicPartner, "in partnership with"),
            ("Publicité : le parfum", Sign::Label, "Publicité"),
            ("Un parfum #ad", Sign::Label, "#ad"),
            ("Ad: a scent", Sign::Label, "Ad"),
            ("Un parfum #PartenariatRémunéré", Sign::Label, "#PartenariatRémunéré"),
            ("-15 % avec le code LEA15", Sign::Code, "code LEA15"),
        ] {
            assert_eq!(seen(text), Some((sign, words)), "{text}");
        }
    }

    #[test]
    fn other_texts_show_none() {
        for text in [
            "La quatrième nuit vous est offerte.",
            "Le café est offert par la maison",
            "Un goûter offert par le Musée des Lumières",
            "Offert par nos soins",
            "Un jeu en partenariat avec vous",
            "Vidéo non sponsorisée par Lulu",
            "Vidéo sponsorisée par personne",
            "Sponsorisé par personne : mon avis",
            "Sponsored by nobody",
            "Un café offert par la maison, merci !",
            "Not sponsored by Acme",
            "La publicité est partout : une exposition",
            "Affiches anciennes #publicité #design",
            "Adèle aime les ateliers",
            "Le code de la route",
            "Notre partenariat dure depuis dix ans",
            "Exposition\nPublicité : l’art de l’affiche",
            "",
        ] {
            assert_eq!(seen(text), None, "{text}");
        }
    }

    #[test]
    fn the_quick_look_spares_most_texts() {
        for text in
            ["Bonjour à toutes et à tous", "Adèle additionne", "#Klimt #Expo", "nu\u{a0}blanc"]
        {
            assert!(!may_show_signs(text), "{text}");
        }
        assert!(may_show_signs("le\u{a0}code PROMO10"));
    }

    #[test]
    fn links_that_pay() {
        for (address, expected) in [
            ("https://shop.example/?aff=12", Some(Affiliate::Surely)),
            ("https://shop.example/a?x=1&aff_id=lea#top", Some(Affiliate::Surely)),
            ("https://www.amazon.fr/dp/1?tag=lea-21", Some(Affiliate::Surely)),
            ("https://www.awin1.com/cread.php", Some(Affiliate::Surely)),
            ("https://shop.example/?awinmid=1&awinaffid=2", Some(Affiliate::Surely)),
            ("https://shop.example/?awinaffid=2", Some(Affiliate::Surely)),
            ("shop.example/?ref=lea", Some(Affiliate::Perhaps)),
            ("https://musee.example/?tag=klimt", None),
            ("https://musee.example/?tag=expo-2026", None),
            ("https://musee.example/?ref=", None),
            ("https://musee.example/aff=1", None),
            ("https://musee.example/#?aff=1", None),
            ("", None),
        ] {
            assert_eq!(affiliate(address), expected, "{address}");
        }
    }
}
