//! Words of exports that mean yes, no, paid, total.

use super::fields::plain_name;
use super::number::{Count, count};
use crate::sheet::Cell;
use std::borrow::Cow;

/// Words for a post that was paid for.
#[rustfmt::skip]
const PAID: [&str; 24] = [
    "paid", "boosted", "sponsored", "promoted", "ad", "ads", "sponsorise", "sponsorisee", "paye",
    "payant", "booste", "boostee", "publicite", "bezahlt", "beworben", "gesponsert", "anzeige",
    "pagado", "promocionado", "patrocinado", "yes", "true", "oui", "si",
];

/// Words for the sum of all rows.
#[rustfmt::skip]
const TOTAL: [&str; 12] = [
    "total", "totals", "totaux", "grand total", "total general", "gesamt", "gesamtwert",
    "insgesamt", "summe", "gesamtsumme", "somme", "totales",
];

/// Whether a cell of a column about promotion says that the post was paid for: a number above 0,
/// or a word.
pub(super) fn is_paid(cell: &Cell<'_>) -> bool {
    says(cell, |word| PAID.contains(&word) || matches!(word, "ja" | "y" | "x"))
}

/// Whether the sort of a post says that it was paid for.
pub(super) fn is_paid_kind(kind: &str) -> bool {
    !kind.is_empty() && PAID[..20].contains(&plain_name(kind).as_str())
}

/// Whether a cell of a column about replies says that it is one: the id of what it answers, or a word.
pub(super) fn is_reply(cell: &Cell<'_>) -> bool {
    const NO: [&str; 9] = ["no", "non", "nein", "false", "n", "faux", "falsch", "none", "null"];
    match cell {
        Cell::Text(text) => {
            let word = plain_name(text.get(..text.len().min(40)).unwrap_or("reply"));
            !matches!(word.as_str(), "" | "-" | "0" | "0.0") && !NO.contains(&word.as_str())
        }
        _ => says(cell, |_| false),
    }
}

fn says(cell: &Cell<'_>, is: impl Fn(&str) -> bool) -> bool {
    match count(cell) {
        Count::Of(number) => number > 0.0,
        Count::Unsaid => false,
        Count::Unreadable => {
            matches!(cell, Cell::Text(text) if text.len() < 60 && is(&plain_name(text)))
        }
    }
}

/// Whether a cell names a total.
pub(super) fn is_total(text: &str) -> bool {
    text.len() < 30 && TOTAL.contains(&plain_name(text).as_str())
}

/// A text without the tags of a page of the web, and with its commonest entities as letters.
pub(super) fn untagged(text: &str) -> Cow<'static, str> {
    let mut plain = String::new();
    let mut inside = false;
    // The first words are all that is wanted.
    for c in text.chars().take(4000) {
        match c {
            '<' => {
                inside = true;
                if !plain.ends_with([' ', '\n']) {
                    plain.push(' ');
                }
            }
            '>' => inside = false,
            _ if !inside => plain.push(c),
            _ => {}
        }
    }
    let entities = [
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    Cow::Owned(entities.iter().fold(plain, |text, (entity, letter)| text.replace(entity, letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(word: &str) -> Cell<'_> {
        Cell::Text(word.into())
    }

    #[test]
    fn yes_and_no() {
        for word in ["1", "true", "Yes", "oui", "Sponsored", "Sponsorisé", "12.0", "x"] {
            assert!(is_paid(&text(word)), "{word}");
        }
        for word in ["", "0", "0.0", "-", "no", "Organic", "false", "non", "nein"] {
            assert!(!is_paid(&text(word)), "{word}");
        }
        assert!(is_reply(&text("1812345678901234567")) && is_reply(&text("true")));
        assert!(is_reply(&text(&"é".repeat(60))));
        assert!(!is_reply(&text("false")) && !is_reply(&text("0")) && !is_reply(&Cell::Empty));
        assert!(is_reply(&Cell::Flag(true)) && !is_reply(&Cell::Flag(false)));
        assert!(is_paid_kind("sponsorisé"));
        assert!(is_paid_kind("sponsored") && !is_paid_kind("image") && !is_paid_kind("true"));
    }

    #[test]
    fn words_for_people() {
        assert!(is_total("Total") && is_total("Gesamt") && !is_total("Total recall, the film"));
        assert_eq!(untagged("<p>Salut<br>l&#39;&amp;</p>"), " Salut l'& ");
    }
}
