//! Addresses without a scheme, as people see them: `musee.fr/nuit`, `le-musee.com`.
//!
//! Where they may stand is what X makes links of, since its grammar is the widest; which of them
//! are meant is more careful: a name of a brand (`Booking.com`), of a file or two sentences without
//! a blank are no addresses.

use super::accidental_link::{is_common, is_prose};
use super::addresses;
use crate::lang::Lang;
use crate::networks::{self, Network};
use std::ops::Range;

/// Where they begin.
pub(super) fn starts(text: &str, network: &Network) -> Vec<usize> {
    const WIDEST: &str = "x";
    let Some(widest) = networks::find(WIDEST).filter(|widest| widest.key != network.key) else {
        return Vec::new();
    };
    let urls = networks::entities(widest, text).urls.into_iter().map(|url| url.range);
    urls.filter(|range| is_meant(text, range)).map(|range| range.start).collect()
}

/// Whether an address without a scheme may begin behind such a character.
pub(super) fn goes_before(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '/' | '.' | '@' | '-' | '_' | '=' | '#' | '$')
}

fn is_meant(text: &str, range: &Range<usize>) -> bool {
    let written = &text[range.clone()];
    let free = text[..range.start].chars().next_back().is_none_or(goes_before);
    if !free || written.contains("://") || text[range.end..].starts_with(['@', '_']) {
        return false;
    }
    let host = addresses::host(written);
    let www = host.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."));
    let path = text[range.start + host.len()..].strip_prefix('/');
    let path = path.is_some_and(|path| path.starts_with(|c: char| c.is_alphanumeric() || c == '@'));
    let end = host.rsplit('.').next().unwrap_or_default();
    if www {
        return true;
    }
    let plain = || is_plain(host) && !is_prose(text, &(range.start..range.start + host.len()));
    !FILES.contains(&end) && (path || plain())
}

/// Ends of files and programs that are ends of domains too.
const FILES: [&str; 8] = ["md", "rs", "py", "sh", "zip", "mov", "pl", "ps"];

/// Ends of addresses that nobody takes for words, in posts in French or English.
const ENDS: [&str; 20] = [
    "com", "fr", "org", "net", "eu", "be", "ch", "ca", "lu", "uk", "nl", "io", "info", "paris",
    "museum", "bzh", "quebec", "brussels", "alsace", "corsica",
];

/// Whether a host alone is an address, and neither a brand nor a word.
fn is_plain(host: &str) -> bool {
    const BRANDS: [&str; 5] = ["asp.net", "vb.net", "ado.net", "socket.io", "draw.io"];
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    let small = !host.contains(char::is_uppercase);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    small && letters > 1 && ENDS.contains(&end) && !is_common(name) && !BRANDS.contains(&host)
}

/// What Bluesky does not take in the name of an address without a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Oddity {
    /// `le-musee.com`
    Hyphen,
    /// `musée.fr`
    Accent,
    /// `20minutes.fr`
    Digit,
    /// `MUSEE.FR`
    Capitals,
}

impl Oddity {
    /// As a cause: “because of …”, « à cause … ».
    pub(super) const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Hyphen, Lang::En) => "the hyphen",
            (Self::Hyphen, Lang::Fr) => "du trait d’union",
            (Self::Accent, Lang::En) => "the letter with an accent",
            (Self::Accent, Lang::Fr) => "de la lettre accentuée",
            (Self::Digit, Lang::En) => "the digit at its start",
            (Self::Digit, Lang::Fr) => "du chiffre au début",
            (Self::Capitals, Lang::En) => "the capitals at its end",
            (Self::Capitals, Lang::Fr) => "des majuscules à la fin",
        }
    }
}

/// What is odd in a host.
pub(super) fn oddity(host: &str) -> Option<Oddity> {
    let end = host.rsplit('.').next().unwrap_or_default();
    if host.contains('-') {
        Some(Oddity::Hyphen)
    } else if !host.is_ascii() {
        Some(Oddity::Accent)
    } else if host.starts_with(|c: char| c.is_ascii_digit()) {
        Some(Oddity::Digit)
    } else {
        end.contains(|c: char| c.is_ascii_uppercase()).then_some(Oddity::Capitals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let starts = starts(text, networks::find("mastodon").unwrap()).into_iter();
        starts.map(|start| &text[start..*addresses::end(text, start).end()]).collect()
    }

    #[test]
    fn people_see_addresses_here() {
        for address in [
            "musee.fr/nuit",
            "linktr.ee/musee",
            "discord.gg/camille",
            "t.me/musee",
            "amzn.to/3xYz",
            "camille.shop/noel",
            "museum.co.uk/late",
            "youtube.com/@musee",
            "WWW.MUSEE.FR",
            "www.musee.fr",
            "musee.fr",
            "le-musee.com",
            "billets.musee.fr",
            "Musee.fr/nuit",
        ] {
            for text in [format!("Voir {address}"), format!("({address}), puis la suite.")] {
                assert_eq!(found(&text), [address], "{text}");
            }
        }
    }

    #[test]
    fn brands_files_handles_and_prose_are_none() {
        for text in [
            "https://exemple.fr/?u=musee.fr et http://musee.fr/x",
            "Booking.com, LeMonde.fr, Doctolib.fr est en panne",
            "Node.js, Vue.js, ASP.Net, asp.net, README.md, script.sh, archive.zip",
            "nous@exemple.fr, @camille.bsky.social, @musee@exemple.fr, #exemple.fr",
            "C’est fini.la suite demain, fini.La, soir.info ici, Bonjour.Je suis",
            "et/ou, 24/24, p.ex. i.e. U.S. J.-B. Dr./Pr.",
            "dev.to, notion.so, last.fm, M.Dupont",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert!(starts("musee.fr/nuit", networks::find("x").unwrap()).is_empty());
    }
}
