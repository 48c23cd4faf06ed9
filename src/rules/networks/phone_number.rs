//! `phone-number`: a telephone number where the network refuses one.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::Fact;
use crate::rules::Said;
use crate::rules::said::ENOUGH;
use crate::rules::said::level;
use std::ops::Range;

/// A telephone number where the network refuses one.
pub static RULE: Rule = Rule {
    id: "phone-number",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A telephone number in the text, on a network that refuses them there.",
        fr: "Un numéro de téléphone dans le texte, sur un réseau qui les y refuse.",
    },
    why: Phrase {
        en: "The network rejects the post: the number belongs in the profile, behind the “call” button.",
        fr: "Le réseau rejette la publication\u{a0}: le numéro a sa place dans la fiche, derrière le bouton «\u{a0}Appeler\u{a0}».",
    },
    remedy: Phrase {
        en: "Take the number away and send people to the button.",
        fr: "Retirez le numéro et renvoyez au bouton.",
    },
    example: on_network!(
        "google_business",
        r#"[[post]]
id = "nocturne"
date = 2026-11-26
text = "Nocturne jeudi, réservez au 01 23 45 67 89."
"#
    ),
};

/// Looks for telephone numbers where they are refused.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if !said.network.phones_refused {
        return Vec::new();
    }
    let name = said.network.name;
    let mut findings = Vec::new();
    for part in &said.parts {
        for range in numbers(&part.out.text).into_iter().take(ENOUGH) {
            let message = Text::of(|lang| match lang {
                Lang::En => format!("{name} rejects texts with a telephone number"),
                Lang::Fr => {
                    format!("{name} rejette les textes qui contiennent un numéro de téléphone")
                }
            });
            let help = Text::of(|lang| match lang {
                Lang::En => "take it away: the profile has a button to call".to_owned(),
                Lang::Fr => "retirez-le\u{a0}: la fiche a un bouton pour appeler".to_owned(),
            });
            let finding = said.finding(RULE.id, said.place(part, &range), message).help(help);
            findings.push(finding.at_level(level(said.network.grade_of(Fact::Phones))));
        }
    }
    findings
}

/// Telephone numbers: `+` and 8 to 15 digits, or `0` and 9 to 10 more, in groups parted by one
/// blank, dot, hyphen or parenthesis.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(['+', '0']).map(|at| from + at) {
        let before = text[..start].chars().next_back();
        let touched = before.is_some_and(|c| c.is_alphanumeric() || "-./".contains(c))
            || text[..start].trim_end().ends_with(|c: char| c.is_ascii_digit());
        let (length, digits) = number(&text[start..]);
        let enough = if text[start..].starts_with('+') { 8..=15 } else { 9..=11 };
        if !touched && enough.contains(&digits) {
            found.push(start..start + length);
        }
        from = start + length.max(1);
    }
    found
}

/// Length in bytes of the number at the start of a text, and how many digits it has.
fn number(text: &str) -> (usize, usize) {
    let (mut length, mut digits, mut gap) = (0, 0, 0);
    for (start, c) in text.char_indices() {
        match c {
            '0'..='9' => {
                (digits, gap) = (digits + 1, 0);
                length = start + 1;
            }
            '+' if start == 0 => length = 1,
            ' ' | '.' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}' if gap < 2 => gap += 1,
            _ => break,
        }
    }
    (length, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_as_people_write_them() {
        for text in [
            "Au 01 23 45 67 89.",
            "Tél. : +33 1 23 45 67 89",
            "+33 (0)1 23 45 67 89",
            "01.23.45.67.89",
            "0123456789",
            "Call 020 7946 0018 now",
            "01\u{a0}23\u{a0}45\u{a0}67\u{a0}89",
        ] {
            assert_eq!(numbers(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn dates_prices_and_years_are_none() {
        for text in [
            "Le 05/11/2026 à 20 h 30",
            "2026-11-26",
            "1 000 000 €",
            "0,50 €",
            "ISBN 978-2-07-036024-5",
            "de 10 h 00 à 20 h 00",
            "+20 % en 2026",
            "12 000 000 000 €",
            "a0123456789",
        ] {
            assert!(numbers(text).is_empty(), "{text}");
        }
    }
}
