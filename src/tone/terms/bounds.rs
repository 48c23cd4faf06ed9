//! Where words begin and end, in a folded text.
//!
//! A hyphen between letters is part of a word (`rendez-vous`, `e-mail`), unless a French pronoun
//! follows its verb (`abonnez-vous`). A French elision ends at its apostrophe (`l'offre`); an English
//! contraction is one word (`don't`).

use crate::lang::Lang;

/// Pronouns that a French verb takes behind it.
const CLITICS: [&str; 25] = [
    "vous", "nous", "toi", "moi", "le", "la", "les", "lui", "leur", "y", "en", "ce", "t", "je",
    "tu", "il", "ils", "elle", "elles", "on", "ci", "m", "s", "l", "vs",
];

/// What loses its last letter before a vowel in French.
const ELISIONS: [&str; 15] = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
    "presqu",
];

/// Whether a word may begin at a byte.
pub(super) fn begins(text: &str, at: usize, lang: Option<Lang>) -> bool {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let mut back = before.chars().rev();
    let Some(last) = back.next() else {
        return true;
    };
    if rest.starts_with(['#', '@', '$']) {
        return !is_part(last);
    }
    if !rest.starts_with(char::is_alphanumeric) {
        return true;
    }
    if last == '_' {
        // Around a word it is a mark of emphasis: `_mot_`.
        let bare = before.trim_end_matches('_');
        return !bare.ends_with(|c: char| is_part(c) || matches!(c, '#' | '@'));
    }
    if is_part(last) || matches!(last, '#' | '@') {
        return false;
    }
    let joined = back.next().is_some_and(char::is_alphanumeric);
    match last {
        '-' if joined => {
            let verb = last_word(&before[..before.len() - 1]);
            let clitic = first_word(rest);
            lang != Some(Lang::En) && CLITICS.contains(&clitic) && takes(verb, clitic)
        }
        '\'' if joined => ELISIONS.contains(&last_word(&before[..before.len() - 1])),
        ',' | '.' if joined => {
            !(rest.starts_with(|c: char| c.is_ascii_digit())
                && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_digit()))
        }
        _ => true,
    }
}

/// Whether a word may end at a byte.
pub(super) fn ends(text: &str, at: usize, lang: Option<Lang>) -> bool {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    if !before.ends_with(char::is_alphanumeric) {
        return true;
    }
    let mut forth = rest.chars();
    let Some(next) = forth.next() else {
        return true;
    };
    if next == '_' {
        return !rest.trim_start_matches('_').starts_with(is_part);
    }
    if is_part(next) {
        return false;
    }
    let joined = forth.next().is_some_and(char::is_alphanumeric);
    match next {
        '-' if joined => lang != Some(Lang::En) && is_followed(last_word(before), rest),
        '\'' if joined => {
            let tail = first_word(&rest[1..]);
            tail == "s" || ELISIONS.contains(&last_word(before))
        }
        ',' | '.' if joined => {
            !(rest[1..].starts_with(|c: char| c.is_ascii_digit())
                && before.ends_with(|c: char| c.is_ascii_digit()))
        }
        _ => true,
    }
}

/// Whether what follows a verb are pronouns up to the end of the word.
fn is_followed(verb: &str, mut rest: &str) -> bool {
    let mut verb = verb;
    for _ in 0..3 {
        let Some(tail) = rest.strip_prefix('-') else {
            break;
        };
        let clitic = first_word(tail);
        if !CLITICS.contains(&clitic) || !takes(verb, clitic) {
            return false;
        }
        rest = &tail[clitic.len()..];
        verb = clitic;
    }
    !rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// Whether a verb can have this pronoun behind it. `rendez-vous` is a noun; `roll-on` is none of ours.
fn takes(verb: &str, clitic: &str) -> bool {
    let noun = matches!((verb, clitic), ("rendez" | "garde", "vous") | ("va", "t"));
    let subject = !matches!(clitic, "on" | "il" | "elle") || verb.ends_with(['t', 'd', 'a', 'e']);
    !noun
        && subject
        && (CLITICS.contains(&verb)
            || verb.ends_with(['z', 's', 't', 'd', 'e', 'a', 'i', 'x', 'c']))
}

fn is_part(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { c.is_alphanumeric() }
}

/// The letters at the end of a text, 24 at most: no word that matters here is longer.
fn last_word(text: &str) -> &str {
    let from = text.char_indices().rev().take(24).take_while(|(_, c)| is_part(*c)).last();
    from.and_then(|(from, _)| text.get(from..)).unwrap_or_default()
}

/// The letters at the start of a text, 24 at most.
fn first_word(text: &str) -> &str {
    let to = text.char_indices().take(24).take_while(|(_, c)| is_part(*c)).last();
    to.and_then(|(to, c)| text.get(..to + c.len_utf8())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether `word`, once in `text`, stands there as a word.
    fn stands(word: &str, text: &str, lang: Lang) -> bool {
        let at = text.find(word).expect(word);
        begins(text, at, Some(lang)) && ends(text, at + word.len(), Some(lang))
    }

    #[test]
    fn hyphens_belong_to_words_but_not_before_pronouns() {
        for (word, text) in [
            ("vous", "rendez-vous"),
            ("mail", "e-mail"),
            ("roll", "roll-on"),
            ("arc", "arc-en-ciel"),
            ("jour", "bonjour"),
            ("pub", "pub_lic"),
        ] {
            assert!(!stands(word, text, Lang::Fr), "{word} in {text}");
        }
        for (word, text) in [
            ("vous", "abonnez-vous !"),
            ("profitez", "profitez-en"),
            ("dites", "dites-le-moi"),
            ("va", "va-t-il"),
            ("pub", "la pub - ici"),
            ("vous", "vous-"),
        ] {
            assert_eq!(stands(word, text, Lang::Fr), word != "va", "{word} in {text}");
        }
        assert!(!stands("sign", "sign-en", Lang::En));
    }

    #[test]
    fn elisions_end_at_the_apostrophe_and_contractions_do_not() {
        for (word, text) in [
            ("offre", "l'offre"),
            ("il", "qu'il"),
            ("synergy", "synergy's"),
            ("ici", "'ici'"),
            ("qu", "qu'il"),
        ] {
            assert!(stands(word, text, Lang::Fr), "{word} in {text}");
        }
        for (word, text) in [
            ("don", "don't"),
            ("hui", "aujourd'hui"),
            ("we", "we're"),
            ("clock", "o'clock"),
            ("t", "don't"),
        ] {
            assert!(!stands(word, text, Lang::En), "{word} in {text}");
        }
    }

    #[test]
    fn figures_are_whole() {
        assert!(!stands("n°1", "n°1,5", Lang::Fr) && !stands("n°1", "n°10", Lang::Fr));
        assert!(!stands("5", "3,5", Lang::Fr));
        assert!(stands("n°1", "le n°1, oui", Lang::Fr) && stands("#ad", "un #ad", Lang::Fr));
        assert!(!stands("#ad", "un #adidas", Lang::Fr) && !stands("#ad", "x#ad", Lang::Fr));
    }
}
