//! Exports by the names that people give them. What is not known keeps the word of
//! the file.

use crate::lang::{Lang, Phrase};

/// An export that is known, or another table of a network.
pub(super) const fn export_name(lang: Lang, shape: &'static str) -> &'static str {
    match shape.as_bytes() {
        b"meta-instagram" => {
            Phrase { en: "Instagram export by Meta", fr: "export Instagram de Meta" }
        }
        b"meta-facebook" => Phrase { en: "Facebook export by Meta", fr: "export Facebook de Meta" },
        b"x-analytics" => Phrase { en: "old export of X", fr: "ancien export de X" },
        b"x-content" => Phrase { en: "export of X", fr: "export de X" },
        b"linkedin-personal" => {
            Phrase { en: "LinkedIn export of a person", fr: "export LinkedIn d’un profil" }
        }
        b"linkedin-page" => {
            Phrase { en: "LinkedIn export of a page", fr: "export LinkedIn d’une page" }
        }
        b"tiktok" => Phrase { en: "TikTok export", fr: "export TikTok" },
        b"youtube" => Phrase { en: "YouTube export", fr: "export YouTube" },
        b"fanpage-karma" => Phrase { en: "Fanpage Karma export", fr: "export Fanpage Karma" },
        b"mastodon" => Phrase { en: "Mastodon export", fr: "export Mastodon" },
        b"x-overview" => Phrase { en: "X, day by day", fr: "X, jour par jour" },
        b"linkedin-metrics" => Phrase { en: "LinkedIn, day by day", fr: "LinkedIn, jour par jour" },
        b"meta-daily" => Phrase { en: "Meta, day by day", fr: "Meta, jour par jour" },
        b"youtube-daily" => Phrase { en: "YouTube, day by day", fr: "YouTube, jour par jour" },
        b"mastodon-outbox" => Phrase { en: "Mastodon archive", fr: "archive Mastodon" },
        _ => return shape,
    }
    .get(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_has_words_and_the_rest_keeps_its_own() {
        assert_eq!(export_name(Lang::Fr, "meta-instagram"), "export Instagram de Meta");
        assert_eq!(export_name(Lang::En, "somewhere"), "somewhere");
    }
}
