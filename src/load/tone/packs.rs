//! The packs of tone rules that come with the program. A pack is a tone file like any other.

use crate::diagnostic::Finding;
use crate::lang::{Lang, Text};
use crate::source::Loc;
use crate::text::nearest;

/// A shipped pack.
#[derive(Debug)]
pub struct Pack {
    /// Its name in `extends`.
    pub name: &'static str,
    /// The tone file.
    pub text: &'static str,
}

macro_rules! pack {
    ($name:literal) => {
        Pack { name: $name, text: include_str!(concat!("../../../data/tone/", $name, ".toml")) }
    };
}

/// Every shipped pack, in the order of the documentation.
pub static PACKS: [Pack; 5] = [
    pack!("fr-social"),
    pack!("en-social"),
    pack!("fr-typo"),
    pack!("a11y-social"),
    pack!("fr-legal"),
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
