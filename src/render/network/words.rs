//! The words for units, certainty and kinds of posts.

use crate::lang::{Lang, Phrase};
use crate::networks::{Grade, Unit};

/// A grade in a word or two.
#[must_use]
pub const fn grade(grade: Grade) -> Phrase {
    match grade {
        Grade::Official => Phrase { en: "official", fr: "officiel" },
        Grade::Source => Phrase { en: "source code", fr: "code source" },
        Grade::Peers => Phrase { en: "other tools", fr: "autres outils" },
        Grade::Unverified => Phrase { en: "unverified", fr: "non vérifié" },
    }
}

/// What a grade means, and what follows from it.
#[must_use]
pub const fn meaning(grade: Grade) -> Phrase {
    match grade {
        Grade::Official => Phrase {
            en: "the network itself says so; going past it is an error",
            fr: "le réseau le dit lui-même\u{202f}; au-delà, c’est une erreur",
        },
        Grade::Source => Phrase {
            en: "read in the network’s own program; going past it is an error",
            fr: "lu dans le programme même du réseau\u{202f}; au-delà, c’est une erreur",
        },
        Grade::Peers => Phrase {
            en: "what scheduling tools go by; going past it is a warning",
            fr: "ce que retiennent les outils de programmation\u{202f}; au-delà, c’est un avertissement",
        },
        Grade::Unverified => Phrase {
            en: "said here and there, never confirmed; going past it is a warning",
            fr: "dit çà et là, jamais confirmé\u{202f}; au-delà, c’est un avertissement",
        },
    }
}

/// The certainty of a figure that is no limit.
pub const ADVICE: Phrase = Phrase { en: "advice", fr: "conseil" };

/// What advice means.
pub const ADVICE_MEANING: Phrase =
    Phrase { en: "a good measure, no limit", fr: "une bonne mesure, pas une limite" };

/// A unit in a few words: what `280` is a number of.
#[must_use]
pub const fn unit(unit: Unit) -> Phrase {
    match unit {
        Unit::Weighted => {
            Phrase { en: "characters as X weighs them", fr: "caractères pondérés par X" }
        }
        Unit::Graphemes => {
            Phrase { en: "characters as people see them", fr: "caractères tels qu’on les voit" }
        }
        Unit::CodePoints => Phrase { en: "Unicode characters", fr: "caractères Unicode" },
        Unit::Utf16 => Phrase { en: "UTF-16 units", fr: "unités UTF-16" },
        Unit::Bytes => Phrase { en: "UTF-8 bytes", fr: "octets UTF-8" },
        Unit::GraphemesEmojiBytes => {
            Phrase { en: "characters, emoji in bytes", fr: "caractères, emojis en octets" }
        }
    }
}

/// How a unit counts letters and emoji.
#[must_use]
pub const fn counting(unit: Unit) -> Phrase {
    match unit {
        Unit::Weighted => Phrase {
            en: "A Latin letter, a digit or a common sign counts 1. Any other character and any emoji counts 2. A link counts 23, however long it is.",
            fr: "Une lettre latine, un chiffre ou un signe courant compte 1. Tout autre caractère et tout emoji compte 2. Un lien compte 23, quelle que soit sa longueur.",
        },
        Unit::Graphemes => Phrase {
            en: "Every letter and every emoji counts 1, as you see them.",
            fr: "Chaque lettre et chaque emoji compte 1, comme on les voit.",
        },
        Unit::CodePoints => Phrase {
            en: "A letter counts 1. A simple emoji counts 1; one that is put together (a family, a flag, a skin tone) counts several.",
            fr: "Une lettre compte 1. Un emoji simple compte 1\u{202f}; un emoji composé (famille, drapeau, couleur de peau) en compte plusieurs.",
        },
        Unit::Utf16 => Phrase {
            en: "A letter counts 1. Most emoji count 2; one that is put together (a family, a flag, a skin tone) counts more.",
            fr: "Une lettre compte 1. La plupart des emojis comptent 2\u{202f}; un emoji composé (famille, drapeau, couleur de peau) compte davantage.",
        },
        Unit::Bytes => Phrase {
            en: "A plain letter counts 1, an accented one 2, most emoji 4 or more: these are the bytes of the text (UTF-8).",
            fr: "Une lettre simple compte 1, une lettre accentuée 2, la plupart des emojis 4 ou plus\u{a0}: ce sont les octets du texte (UTF-8).",
        },
        Unit::GraphemesEmojiBytes => Phrase {
            en: "Every letter counts 1, accents and all. Most emoji count 4 or more: as many as their bytes (UTF-8).",
            fr: "Chaque lettre compte 1, accents compris. La plupart des emojis comptent 4 ou plus\u{a0}: leur nombre d’octets (UTF-8).",
        },
    }
}

/// A kind of post that has limits of its own, as it follows the name of a field: `Text, article`.
/// A kind that is not known here is named as the file names it.
#[must_use]
pub fn kind(name: &str, lang: Lang) -> String {
    let phrase = match name {
        "article" => Phrase { en: "article", fr: "article" },
        "caption" => Phrase { en: "with an image or a video", fr: "avec image ou vidéo" },
        "event" => Phrase { en: "event", fr: "événement" },
        "nitro" => Phrase { en: "with Nitro", fr: "avec Nitro" },
        "photo" => Phrase { en: "photos", fr: "photos" },
        "premium" => Phrase { en: "with X Premium", fr: "avec X Premium" },
        "saved_story" => Phrase { en: "saved story", fr: "story enregistrée" },
        "spotlight" => Phrase { en: "Spotlight", fr: "Spotlight" },
        "story" => Phrase { en: "story", fr: "story" },
        "stream_title" => Phrase { en: "stream", fr: "direct" },
        "text_attachment" => Phrase { en: "attached text", fr: "pièce jointe écrite" },
        "text_background" => Phrase { en: "on a coloured background", fr: "sur fond de couleur" },
        other => return other.replace('_', " "),
    };
    phrase.get(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{Field, all, find, measure};

    #[test]
    fn every_kind_of_post_has_words() {
        for variant in all().iter().flat_map(|network| &network.variants) {
            assert!(!kind(&variant.name, Lang::Fr).contains('_'));
            let known = ["story", "photo", "article", "spotlight"].contains(&variant.name.as_str());
            let spaced = variant.name.replace('_', " ");
            assert!(known || kind(&variant.name, Lang::Fr) != spaced, "{}", variant.name);
        }
    }

    #[test]
    fn units_count_as_their_words_say() {
        for (key, text, length) in [
            ("instagram", "é", 1),
            ("instagram", "🙂", 1),
            ("instagram", "🇫🇷", 2),
            ("tiktok", "é", 1),
            ("tiktok", "🙂", 2),
            ("youtube", "e", 1),
            ("youtube", "é", 2),
            ("youtube", "🙂", 4),
            ("bluesky", "🇫🇷", 1),
        ] {
            let measured = measure(find(key).unwrap(), Field::Text, text, "", None).length;
            assert_eq!(measured, length, "{key} {text}");
        }
    }
}
