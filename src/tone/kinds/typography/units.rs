//! The space between a number and its unit: one that does not let the line break.
//!
//! A unit that is glued to its number (`12€`, `3kg`) is left alone: that is how prices and weights are
//! written on networks, and no line breaks there.

use crate::lang::{Lang, Text, quote};
use crate::tone::{Hits, Passage};

/// Finds a plain space between a number and its unit, and after `n°`. The percent sign may be
/// another key's.
pub(super) fn find(passage: &Passage<'_>, percent_is_read: bool, hits: &mut Hits<'_>) {
    let text = passage.text;
    let bytes = text.as_bytes();
    for at in memchr::memchr_iter(b' ', bytes) {
        let digit =
            |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        let (before, after) = (digit(at.checked_sub(1)), digit(Some(at + 1)));
        let end = match (before, after) {
            (true, false) => unit(&text[at + 1..], passage.lang, percent_is_read)
                .filter(|_| is_number(&text[..at]))
                .map(|long| at + 1 + long),
            (false, true) => is_numero(&text[..at]).then_some(at + 2),
            _ => None,
        };
        let Some(end) = end else { continue };
        if passage.is_masked(&(at - 1..at)) || passage.is_masked(&(at..end)) {
            continue;
        }
        let start = if before { number_start(text, at) } else { at - "n°".len() };
        let written = &text[start..end];
        let message = Text::of(|lang| match (lang, before) {
            (Lang::En, true) => format!("the line may break inside {}", quote(lang, written)),
            (Lang::Fr, true) => format!("la ligne peut se couper dans {}", quote(lang, written)),
            (Lang::En, false) => format!("the line may break after {}", quote(lang, "n°")),
            (Lang::Fr, false) => format!("la ligne peut se couper après {}", quote(lang, "n°")),
        });
        let Some(hit) = hits.add(start..end, message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => "write a no-break space (U+00A0) there".to_owned(),
            Lang::Fr => "mettez-y une espace insécable (U+00A0)".to_owned(),
        }));
        hit.fix(at..at + 1, "\u{a0}");
    }
}

/// How long the unit at the start of a text is.
fn unit(rest: &str, lang: Option<Lang>, percent_is_read: bool) -> Option<usize> {
    /// Longer ones first.
    const UNITS: [&str; 43] = [
        "km/h", "m²", "m³", "m2", "m3", "kWh", "MWh", "Wh", "km²", "cm²", "km", "kg", "kW", "ko",
        "Ko", "cm", "cl", "dl", "mm", "ml", "mL", "mg", "min", "MW", "Mo", "Go", "To", "GB", "MB",
        "TB", "ha", "°C", "°F", "lb", "oz", "ft", "g", "h", "m", "s", "l", "L", "W",
    ];
    let first = rest.chars().next()?;
    let sign = match first {
        '€' | '£' | '¥' => true,
        '$' => lang == Some(Lang::Fr),
        '%' | '‰' => !percent_is_read && lang != Some(Lang::En),
        '°' => !rest.starts_with("°C") && !rest.starts_with("°F"),
        _ => false,
    };
    let long =
        if sign { first.len_utf8() } else { UNITS.iter().find(|one| ends(rest, one))?.len() };
    let glued = rest[long..].chars().next().is_some_and(char::is_alphanumeric);
    (!glued).then_some(long)
}

/// Whether a text begins with this word, and nothing makes another word of it: `2 l’après-midi`,
/// `3 m-paiements`, `5 s.a.`.
fn ends(rest: &str, unit: &str) -> bool {
    let Some(after) = rest.strip_prefix(unit) else { return false };
    let mut next = after.chars();
    match next.next() {
        None => true,
        Some('\'' | '’' | '-' | '_' | '·') => false,
        Some('.' | '/') => next.next().is_none_or(|c| !c.is_alphanumeric()),
        Some(c) => !c.is_alphanumeric(),
    }
}

/// So many bytes of a number are looked at.
const LONGEST: usize = 20;

/// Where the number that ends here begins.
fn number_start(text: &str, end: usize) -> usize {
    let inside = |byte: &u8| byte.is_ascii_digit() || matches!(*byte, b',' | b'.');
    let digits =
        text.as_bytes()[..end].iter().rev().take(LONGEST).take_while(|b| inside(b)).count();
    let number = &text[end - digits..end];
    end - number.trim_start_matches([',', '.']).len()
}

/// Whether what ends here is a number and no word such as `B2`.
fn is_number(text: &str) -> bool {
    let start = number_start(text, text.len());
    let before = text[..start].chars().next_back();
    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | '#' | '@'))
}

/// `n°`, `N°`.
fn is_numero(before: &str) -> bool {
    let Some(head) = before.strip_suffix('°').or_else(|| before.strip_suffix('º')) else {
        return false;
    };
    let Some(head) = head.strip_suffix(['n', 'N']) else { return false };
    head.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, hits, mended};
    use super::*;
    use crate::model::tone::{Spaces, Typography};
    use crate::model::{Demand, Mark};

    fn rule() -> Demand {
        Demand::Typography(Typography { units: Mark::Yes, ..Typography::default() })
    }

    #[test]
    fn numbers_keep_their_units() {
        for (text, better) in [
            ("10 €, 20 % et 5 kg", "10\u{a0}€, 20\u{a0}% et 5\u{a0}kg"),
            ("À 9 h, n° 3", "À 9\u{a0}h, n°\u{a0}3"),
            ("3,50 € les 1.5 km/h", "3,50\u{a0}€ les 1.5\u{a0}km/h"),
            ("30 m² à 20 °C (N° 1)", "30\u{a0}m² à 20\u{a0}°C (N°\u{a0}1)"),
            ("50 km.", "50\u{a0}km."),
        ] {
            assert_eq!(mended(&rule(), Lang::Fr, text), better, "{text}");
        }
        assert_eq!(found(&rule(), Lang::Fr, "à 3,50 € ici"), "3,50 €");
        assert_eq!(found(&rule(), Lang::En, "a 5 km run, 20 % off"), "5 km");
    }

    #[test]
    fn what_is_no_unit_passes() {
        for text in [
            "10\u{a0}€, 20\u{202f}%, n°\u{a0}3",
            "10€, 5kg, 20%",
            "les 2 hommes et 3 maisons, 4 grands",
            "le 2 l’après-midi, 3 s’inscrivent, 5 m-paiements",
            "niveau B2 g, CO2 m",
            "10 ans, 3 euros, 2 millions",
            "https://a.fr/10 h",
            "10  €",
            "an° 3, 20° 3",
        ] {
            assert_eq!(found(&rule(), Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn one_space_is_told_once() {
        let both =
            Typography { units: Mark::Yes, spaces: Some(Spaces::Nbsp), ..Typography::default() };
        assert_eq!(hits(&Demand::Typography(both), Lang::Fr, "20 % ici").len(), 1);
    }

    #[test]
    fn hostile_texts_stop_at_enough() {
        assert_eq!(hits(&rule(), Lang::Fr, &"1 € ".repeat(50_000)).len(), 50);
        assert_eq!(hits(&rule(), Lang::Fr, &format!("{} €", "1".repeat(500_000))).len(), 0);
    }
}
