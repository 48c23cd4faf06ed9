//! Names that have an exact case: `LinkedIn`, not `Linkedin`. The setting `vocabulary`.

use super::words::shown;
use crate::lang::{Lang, Text, quote};
use crate::model::tone::Vocabulary;
use crate::text::Letters;
use crate::tone::voice::Reading;
use crate::tone::{Hits, Passage};
use std::ops::Range;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Vocabulary, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    for found in reading.found.vocabulary() {
        let Some(name) = wanted.words.get(found.term).map(|word| word.value.trim()) else {
            continue;
        };
        let written = passage.text.get(found.range.clone()).unwrap_or_default();
        if !is_wrong(name, written) || is_fine_here(passage, &found.range, name, written) {
            continue;
        }
        if reading.found.is_excepted(reading.index, &found.range) {
            continue;
        }
        let words = shown(passage.text, &found.range);
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{} is written {}", quote(lang, &words), quote(lang, name)),
            Lang::Fr => format!("{} s’écrit {}", quote(lang, &words), quote(lang, name)),
        });
        let Some(hit) = hits.add(found.range.clone(), message) else {
            return;
        };
        hit.help(Text::of(|lang| match lang {
            Lang::En => format!("write {}", quote(lang, name)),
            Lang::Fr => format!("écrivez {}", quote(lang, name)),
        }));
        if let Some(mended) = cased(name, written) {
            hit.fix(found.range.clone(), mended);
        }
    }
}

/// Whether a name, alike but for case, is written with a case that it never has.
fn is_wrong(name: &str, written: &str) -> bool {
    let letters =
        |text: &str| -> Vec<char> { text.chars().filter(|c| c.is_alphabetic()).collect() };
    let (wanted, found) = (letters(name), letters(written));
    if wanted.len() != found.len() {
        // Accents apart, œ for oe: another rule's.
        return false;
    }
    let article = article(name);
    let small = found.iter().take(article).all(|c| c.is_lowercase());
    let skipped = if small { article } else { 0 };
    let mut pairs = wanted.iter().zip(&found).skip(skipped);
    let differs = pairs.any(|(a, b)| a.is_uppercase() != b.is_uppercase());
    // « un musée de la batellerie »: words of a name that are all small are no name.
    if name.contains(char::is_whitespace) && !found.iter().any(|c| c.is_uppercase()) {
        return false;
    }
    if !differs || !is_plain(name) {
        return differs;
    }
    // `Orange` is a fruit too, and a thing may be shouted: only `oRange` is wrong.
    !found.iter().all(|c| c.is_uppercase()) && has_inner_capital(written)
}

/// How many letters the article has that a name of several words begins with: it may be small.
fn article(name: &str) -> usize {
    const ARTICLES: [&str; 9] = ["le", "la", "les", "l", "un", "une", "the", "a", "an"];
    let word = name.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let more = name.chars().filter(|c| c.is_alphabetic()).count() > word.chars().count();
    let known = ARTICLES.iter().any(|article| word.eq_ignore_ascii_case(article));
    if known && more { word.chars().count() } else { 0 }
}

/// Whether a name is one word whose only capitals begin it, so that it may be an ordinary word.
fn is_plain(name: &str) -> bool {
    !name.contains(char::is_whitespace) && !has_inner_capital(name)
}

/// Whether a capital stands right after a letter.
fn has_inner_capital(name: &str) -> bool {
    let after = name.chars().skip(1);
    name.chars().zip(after).any(|(before, c)| before.is_alphanumeric() && c.is_uppercase())
}

/// Whether the place explains the case: a stretch of capitals, the start of a sentence, an address.
fn is_fine_here(passage: &Passage<'_>, range: &Range<usize>, name: &str, written: &str) -> bool {
    let before = passage.text.get(..range.start).unwrap_or_default();
    let after = passage.text.get(range.end..).unwrap_or_default();
    let mut next = after.chars();
    let address = match next.next() {
        Some('.') => next.next().is_some_and(char::is_alphanumeric),
        Some('@' | '/') => true,
        _ => false,
    };
    let mut last = before.chars().rev();
    let path = match last.next() {
        Some('.') => last.next().is_some_and(char::is_alphanumeric),
        Some('@' | '/' | '#') => true,
        _ => false,
    };
    address || path || shouts(passage, range, written) || begins(passage, range, name, written)
}

/// Whether all is in capitals, here and around.
fn shouts(passage: &Passage<'_>, range: &Range<usize>, written: &str) -> bool {
    if written.chars().any(char::is_lowercase) {
        return false;
    }
    let words = passage.words().list();
    let next = words.partition_point(|word| word.range().start < range.end);
    let first = words.partition_point(|word| word.range().end <= range.start);
    let around = [first.checked_sub(1).and_then(|n| words.get(n)), words.get(next)];
    let around = around.into_iter().flatten().map(|word| word.letters);
    let mut around = around.filter(|letters| *letters != Letters::None).peekable();
    around.peek().is_none() || around.any(|letters| letters == Letters::Capitals)
}

/// Whether a name that begins small has the capital of a sentence that it begins.
fn begins(passage: &Passage<'_>, range: &Range<usize>, name: &str, written: &str) -> bool {
    let (mut wanted, mut found) = (name.chars(), written.chars());
    let first = wanted.next().zip(found.next());
    let capital = first.is_some_and(|(a, b)| a.is_lowercase() && b.is_uppercase());
    let same = || wanted.zip(found).all(|(a, b)| a.is_uppercase() == b.is_uppercase());
    let sentence = || {
        let sentences = passage.sentences();
        let next = sentences.partition_point(|one| one.start <= range.start);
        let own = next.checked_sub(1).and_then(|own| sentences.get(own));
        let opening = own.and_then(|own| passage.text.get(own.start..range.start));
        opening.is_some_and(|opening| !opening.contains(char::is_alphanumeric))
    };
    capital && same() && sentence()
}

/// What is written, with the case of the name; signs and spaces as they are.
fn cased(name: &str, written: &str) -> Option<String> {
    let mut wanted = name.chars().filter(|c| c.is_alphabetic());
    let mut mended = String::with_capacity(written.len());
    let mut article = article(name);
    for c in written.chars() {
        if c.is_alphabetic() {
            let letter = wanted.next()?;
            let kept = article > 0 && c.is_lowercase();
            mended.push(if kept { c } else { letter });
            article = article.saturating_sub(1);
        } else {
            mended.push(c);
        }
    }
    (wanted.next().is_none() && mended != written).then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Demand;
    use crate::tone::trial::{locs, read, rule, voice};

    const NAMES: [&str; 8] = [
        "LinkedIn",
        "iPhone",
        "Orange",
        "Musée des Lumières",
        "SNCF",
        "L’Atelier",
        "Le Fournil d’Anna",
        "Pâtisserie Odalie",
    ];

    /// The text with every mend made.
    fn mended(text: &str) -> String {
        let demand = Demand::Vocabulary(Vocabulary { words: locs(&NAMES) });
        let voice = voice(vec![rule(demand)], &NAMES);
        let mut out = text.to_owned();
        for hit in read(&voice, text, Lang::Fr, &crate::tone::Circumstances::default()).iter().rev()
        {
            let fix = hit.fix.as_ref().unwrap();
            out.replace_range(fix.range.clone(), &fix.text);
        }
        out
    }

    #[test]
    fn names_get_their_case_back() {
        assert_eq!(
            mended("Sur Linkedin, linkedin et LinkedIn."),
            "Sur LinkedIn, LinkedIn et LinkedIn."
        );
        assert_eq!(mended("Un Iphone, la sncf et Sncf"), "Un iPhone, la SNCF et SNCF");
        assert_eq!(mended("Le musée des\u{a0}Lumières"), "Le Musée des\u{a0}Lumières");
        assert_eq!(mended("Voir l'ATELIER et oRange"), "Voir l'Atelier et Orange");
        assert_eq!(mended("Au bar le fournil d’Anna"), "Au bar le Fournil d’Anna");
        assert_eq!(mended("La pâtisserie Odalie"), "La Pâtisserie Odalie");
    }

    #[test]
    fn ordinary_words_and_shouts_are_left_alone() {
        for text in [
            "Une orange, ORANGE, l’atelier de peinture, à l’Atelier",
            "SUIVEZ-NOUS SUR LINKEDIN",
            "LINKEDIN",
            "IPhone est là.",
            "Toute l’équipe du musée des lumières, à pied",
            "Bienvenue chez le Fournil d’Anna ! Le Fournil d’Anna ouvre",
            "une pâtisserie odalie",
            "linkedin.com/in/a, contact@linkedin.fr, #linkedin et @linkedin",
            "www.sncf.fr",
        ] {
            assert_eq!(mended(text), text);
        }
    }

    #[test]
    fn a_name_that_begins_every_sentence_is_looked_up_at_once() {
        let text = "IPhone ! ".repeat(20_000);
        assert_eq!(mended(&text), text);
    }
}
