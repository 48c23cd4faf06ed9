//! Promotion codes in a text: `code PROMO10`.
//!
//! A code is written in capitals and digits, and something near it says that it gives a reduction.

use std::ops::Range;

/// What follows “code” and is none of a shop.
const OTHERS: [&str; 40] = [
    "ADN", "AFNOR", "APE", "API", "ASCII", "BIC", "CNIL", "CSS", "CVV", "DNA", "EAN", "GPS", "HEX",
    "HTML", "HTTP", "IATA", "IBAN", "INSEE", "ISBN", "ISIN", "ISO", "JSON", "LGBT", "NAF", "OTAN",
    "PHP", "PIN", "PUK", "RAL", "RGB", "ROME", "SIREN", "SIRET", "SMS", "SQL", "SWIFT", "UTF",
    "VBA", "WIFI", "ZIP",
];
/// Words between “code” and the code; those of the first list already say that it is one.
const PROMO: [&str; 14] = [
    "promo",
    "promos",
    "promotion",
    "promotionnel",
    "réduction",
    "reduction",
    "remise",
    "avantage",
    "parrainage",
    "privilège",
    "discount",
    "coupon",
    "voucher",
    "partenaire",
];
const FILLERS: [&str; 8] = ["de", "est", "is", "était", "c’est", "exclusif", "my", "mon"];
/// Words before “code” that say the same.
const BEFORE: [&str; 22] = [
    "promo",
    "discount",
    "coupon",
    "voucher",
    "use",
    "using",
    "with",
    "enter",
    "apply",
    "my",
    "your",
    "avec",
    "mon",
    "notre",
    "votre",
    "ton",
    "utilise",
    "utilisez",
    "utiliser",
    "entrez",
    "entre",
    "saisissez",
];

/// The first promotion code of a text: its bytes, from “code” to its end.
pub(super) fn find(text: &str) -> Option<Range<usize>> {
    let starts = text.char_indices().filter(|(_, c)| matches!(c, 'c' | 'C'));
    starts.map(|(start, _)| start).find_map(|start| code(text, start))
}

fn code(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = &text[start..];
    let is_code = rest.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("code"));
    let glued = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
    if !is_code || glued {
        return None;
    }
    let mut promo = false;
    let mut from = start + 4;
    for _ in 0..5 {
        let (gap, word) = next_word(&text[from..])?;
        let at = from + gap;
        let plain = word.to_lowercase();
        if is_token(word) {
            return (promo || has_cue(text, start)).then_some(start..at + word.len());
        }
        promo |= PROMO.contains(&plain.as_str());
        if !PROMO.contains(&plain.as_str()) && !FILLERS.contains(&plain.as_str()) {
            return None;
        }
        from = at + word.len();
    }
    None
}

/// The next word and how far away it is; nothing across a line, a full stop or a comma.
fn next_word(text: &str) -> Option<(usize, &str)> {
    let gap = text.find(char::is_alphanumeric)?;
    let closes = |c: char| matches!(c, '\n' | '.' | ',' | ';' | '!' | '?' | ')' | '/' | '=');
    if gap == 0 || text[..gap].contains(closes) {
        return None;
    }
    let rest = &text[gap..];
    let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '’'));
    Some((gap, &rest[..end.unwrap_or(rest.len())]))
}

fn is_token(word: &str) -> bool {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let plain = word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    plain
        && capitals >= 2
        && (3..=24).contains(&word.len())
        && !OTHERS.contains(&letters)
        && !PROMO.contains(&word.to_lowercase().as_str())
}

/// So many characters before and behind are near.
const NEAR: usize = 300;

/// Whether the line or the words before speak of a reduction.
fn has_cue(text: &str, start: usize) -> bool {
    let before = text[..start].char_indices().rev().take(NEAR).take_while(|(_, c)| *c != '\n');
    let from = before.last().map_or(start, |(at, _)| at);
    let behind = text[start..].char_indices().take(NEAR).take_while(|(_, c)| *c != '\n');
    let end = behind.last().map_or(start, |(at, c)| start + at + c.len_utf8());
    let line = text[from..end].to_lowercase();
    let reduced = [
        "%",
        "€ off",
        "$ off",
        "remise",
        "réduction",
        "discount",
        "livraison offerte",
        "free shipping",
    ];
    if reduced.iter().any(|cue| line.contains(cue)) {
        return true;
    }
    let before = text[from..start].to_lowercase();
    let words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.rev().take(3).any(|word| BEFORE.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        find(text).map(|range| &text[range])
    }

    #[test]
    fn codes_of_shops_are_found() {
        for (text, code) in [
            ("Avec le code PROMO10, c’est moins cher", "code PROMO10"),
            ("-15 % avec le code LEA15 !", "code LEA15"),
            ("Mon code : « LEA »", "code : « LEA"),
            ("Code promo : NOEL2026", "Code promo : NOEL2026"),
            ("CODE DE RÉDUCTION LEA_20", "CODE DE RÉDUCTION LEA_20"),
            ("Use code SAVE20 at checkout", "code SAVE20"),
            ("use my code LEA for 10% off", "code LEA"),
            ("Discount code: HELLO", "code: HELLO"),
            ("-20 % dès 50 €, code VERT", "code VERT"),
        ] {
            assert_eq!(found(text), Some(code), "{text}");
        }
    }

    #[test]
    fn other_codes_are_left_alone() {
        for text in [
            "Scannez le QR code",
            "Avec le code QR",
            "le code ISBN 978",
            "code ISO8601",
            "avec le code WIFI affiché",
            "Le code de la route",
            "notre code couleur",
            "un décodeur, un codeur",
            "Entrez avec le code 1234",
            "Le code HTML, c’est facile",
            "nos dress codes",
            "code",
            "code é",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
