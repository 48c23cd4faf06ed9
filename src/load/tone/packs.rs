//! The packs of tone rules that come with the program. A pack is a tone file like any other.

use crate::diagnostic::Finding;
use crate::lang::{Lang, Phrase, Text};
use crate::source::Loc;
use crate::text::nearest;

/// A shipped pack.
#[derive(Debug)]
pub struct Pack {
    /// Its name in `extends`.
    pub name: &'static str,
    /// What it is for, in a sentence.
    pub about: Phrase,
    /// The tone file.
    pub text: &'static str,
}

macro_rules! pack {
    ($name:literal, $en:literal, $fr:literal) => {
        Pack {
            name: $name,
            about: Phrase { en: $en, fr: $fr },
            text: include_str!(concat!("../../../data/tone/", $name, ".toml")),
        }
    };
}

/// Every shipped pack, in the order of the documentation.
pub static PACKS: [Pack; 5] = [
    pack!(
        "fr-social",
        "French for social networks: no begging for likes, no shouting, no slips of the keyboard.",
        "Le français des réseaux sociaux\u{a0}: ni mendier des réactions, ni crier, ni laisser de fautes de frappe."
    ),
    pack!(
        "en-social",
        "English for social networks: no begging for likes, no shouting, no slips of the keyboard.",
        "L’anglais des réseaux sociaux\u{a0}: ni mendier des réactions, ni crier, ni laisser de fautes de frappe."
    ),
    pack!(
        "fr-typo",
        "French typography, as far as a phone allows; all of it can be mended by the program.",
        "La typographie française, avec ce qu’un téléphone permet\u{202f}; le programme sait tout corriger."
    ),
    pack!(
        "a11y-social",
        "Posts that everybody can read, hear or touch, in any language.",
        "Des publications que tout le monde peut lire, écouter ou toucher, dans toutes les langues."
    ),
    pack!(
        "fr-legal",
        "Claims that French law wants proven, and mentions that it wants made; no legal advice.",
        "Les promesses que le droit français veut prouvées, et les mentions qu’il exige\u{202f}; sans valeur de conseil juridique."
    ),
];

/// The pack of this name.
#[must_use]
pub fn pack(name: &str) -> Option<&'static Pack> {
    PACKS.iter().find(|pack| pack.name == name)
}

/// A name in `extends` that is no pack.
pub(super) fn unknown(name: &Loc<String>) -> Finding {
    let written = name.value.clone();
    let near = nearest(&written, PACKS.iter().map(|pack| pack.name));
    let all: Vec<String> = PACKS.iter().map(|pack| format!("`{}`", pack.name)).collect();
    Finding::new(
        "unknown-pack",
        name.at,
        Text::of(|lang| match lang {
            Lang::En => format!("there is no pack of rules `{written}`"),
            Lang::Fr => format!("il n’y a pas de jeu de règles `{written}`"),
        }),
    )
    .help(Text::of(|lang| match (lang, near) {
        (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
        (Lang::Fr, Some(near)) => format!("vouliez-vous dire `{near}`\u{202f}?"),
        (Lang::En, None) => format!("there are {}", crate::lang::list(lang, &all)),
        (Lang::Fr, None) => format!("il y a {}", crate::lang::list(lang, &all)),
    }))
}
