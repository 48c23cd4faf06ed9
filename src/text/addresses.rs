//! Addresses that a network makes no link of: `salut@musee.fr`, `musee.fr/nuit`.
//!
//! They are no words of whoever writes them. What only looks like one (`fini.La`,
//! `utilisateur.rice.s`, `J.-C.`) is none.

use memchr::memchr2_iter;
use std::ops::Range;

/// Ends of addresses that nobody takes for words.
const ENDS: [&str; 34] = [
    "alsace", "app", "be", "brussels", "bzh", "ca", "ch", "club", "co", "com", "corsica", "de",
    "dev", "es", "eu", "example", "fr", "info", "io", "it", "lu", "ly", "museum", "net", "nl",
    "online", "org", "paris", "quebec", "shop", "tv", "uk", "us", "xyz",
];

/// The addresses without a scheme in a text, in order.
#[must_use]
pub fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut seen = 0;
    for at in memchr2_iter(b'.', b'@', text.as_bytes()) {
        if at < seen {
            continue;
        }
        // Back no further than the last one: each letter is looked at once or twice.
        let start = text[seen..at].rfind(|c| !is_part(c)).map_or(seen, |gap| {
            seen + gap + text[seen + gap..].chars().next().map_or(1, char::len_utf8)
        });
        let end = text[at..].find(|c| !is_part(c)).map_or(text.len(), |gap| at + gap);
        seen = end;
        let chunk = text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '-', '/']);
        if is_address(chunk) {
            found.push(start..start + chunk.len());
        }
    }
    found
}

/// What an address is written with.
fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '.' | '@' | '-' | '_' | '/' | '?' | '=' | '&' | '#' | '%' | '+' | '~' | ':')
}

fn is_address(chunk: &str) -> bool {
    if let Some((name, server)) = chunk.split_once('@') {
        return !name.is_empty() && !name.ends_with('.') && is_host(server, Sure::No);
    }
    let host = chunk.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let more = chunk.len() > host.len() || host.starts_with("www.");
    is_host(host, if more { Sure::No } else { Sure::Yes })
}

/// Whether the end of a host must be one that nobody takes for a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    Yes,
    No,
}

fn is_host(host: &str, sure: Sure) -> bool {
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    let plain = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let known = ENDS.binary_search(&end).is_ok();
    let letters = end.len() >= 2 && end.bytes().all(|b| b.is_ascii_lowercase());
    (known || (sure == Sure::No && letters)) && name.len() > 1 && name.split('.').all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<&str> {
        addresses(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn addresses_are_no_words() {
        assert_eq!(of("Écrivez à salut.toi@musee.fr, merci."), ["salut.toi@musee.fr"]);
        assert_eq!(of("(odalie.fr) ou bit.ly/orme-12 !"), ["odalie.fr", "bit.ly/orme-12"]);
        assert_eq!(of("www.festival-orme.museum."), ["www.festival-orme.museum"]);
        assert_eq!(of("musee.zone/nuit?a=1"), ["musee.zone/nuit?a=1"]);
        assert!(ENDS.is_sorted());
    }

    #[test]
    fn words_are_no_addresses() {
        for text in [
            "C’est fini.La suite demain.",
            "les utilisateur.rice.s et client.e.s",
            "av. J.-C., p.ex. 3.50 et 1.2.3",
            "merci @musee et 50 % @ 20 h",
            "oui.non et lundi/mardi",
        ] {
            assert_eq!(of(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn long_texts_are_read_once() {
        for unit in [".", "@", "a.", "a@a.fr ", "a.fr/"] {
            let text = unit.repeat(1_000_000 / unit.len());
            assert!(addresses(&text).len() <= text.len());
        }
    }
}
