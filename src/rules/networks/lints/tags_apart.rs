//! Hashtags with a blank behind the sign (`# Noël`): hashtags nowhere.
//!
//! A `#` with a blank behind it is a heading, a number or a sharp too: only what stands among
//! hashtags, or ends a text like one, was meant.

use crate::rules::said::ENOUGH;
use memchr::memchr_iter;
use std::ops::Range;

/// All of a text: the sign, the blank and the word.
pub(super) fn all(text: &str) -> Vec<Range<usize>> {
    let signs = memchr_iter(b'#', text.as_bytes());
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in signs {
        if found.len() == ENOUGH {
            break;
        }
        let follows = found.last().is_some_and(|last| text[last.end..at].trim().is_empty());
        found.extend(apart(text, at, Follows(follows)));
    }
    found
}

/// Whether another one stands right before.
#[derive(Clone, Copy, Debug)]
struct Follows(bool);

fn apart(text: &str, at: usize, follows: Follows) -> Option<Range<usize>> {
    let head = &text[..at];
    if !head.chars().next_back().is_none_or(char::is_whitespace) {
        return None;
    }
    let word = text[at + 1..].strip_prefix([' ', '\u{a0}', '\u{202f}'])?;
    let start = text.len() - word.len();
    let letters = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len()).min(LONG);
    let (word, rest) = (word.get(..letters)?, word.get(letters..)?);
    if word.chars().count() < 3 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let free = rest.chars().next().is_none_or(char::is_whitespace);
    let run = free && (follows.0 || ends_with_hashtag(head) || starts_with_hashtag(rest));
    let last = word.starts_with(char::is_uppercase)
        && rest.chars().all(|c| c.is_whitespace() || matches!(c, '.' | '!'))
        && ends_with_word(head);
    (run || last).then_some(at..start + letters)
}

/// The most bytes that are read of a word.
const LONG: usize = 60;

/// Whether the word before is a hashtag.
fn ends_with_hashtag(head: &str) -> bool {
    let word = word_before(head);
    word.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphabetic))
}

/// Whether a hashtag follows in the same line, or another sign apart from its word.
fn starts_with_hashtag(rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let tag = next.strip_prefix('#');
    tag.is_some_and(|tag| tag.trim_start_matches(' ').starts_with(char::is_alphabetic))
}

/// Whether prose goes before: no letter of a note or a list, no word that a number follows.
fn ends_with_word(head: &str) -> bool {
    const NUMBERED: [&str; 10] = [
        "room", "salle", "chambre", "order", "commande", "ticket", "billet", "lot", "code",
        "dossier",
    ];
    let word = word_before(head).to_lowercase();
    let note = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    !word.is_empty() && !note && !NUMBERED.contains(&word.trim_end_matches([':', '.', ',']))
}

fn word_before(head: &str) -> String {
    let letters = head.trim_end().chars().rev();
    let word: String = letters.take(LONG).take_while(|c| !c.is_whitespace()).collect();
    word.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        all(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_blank_behind_the_sign_is_found_among_hashtags_and_at_the_end() {
        for (text, tags) in [
            ("Joyeuses fêtes ! #Musée # Noël", &["# Noël"] as &[&str]),
            ("Joyeuses fêtes ! # Noël", &["# Noël"]),
            ("Joyeuses fêtes ! # Noël !", &["# Noël"]),
            ("Fêtes # noël #musée", &["# noël"]),
            ("Fêtes\n# noël # musée # paris", &["# noël", "# musée", "# paris"]),
            ("#Musée #\u{a0}Noël et la suite", &["#\u{a0}Noël"]),
        ] {
            assert_eq!(found(text), tags, "{text}");
        }
    }

    #[test]
    fn headings_numbers_and_sharps_pass() {
        for text in [
            "# Klimt, #, ##, #-a",
            "# Le programme\nJeudi, tout ouvre.",
            "a # b, a#, #",
            "Une sonate en C # Majeur",
            "Votre ticket # Abc",
            "We are # one",
            "# Noël",
            "Le # 1, le # 12",
            "#Musée # 2026",
            "Texte # un mot parmi d’autres",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
