//! œ and æ, in the French words that have them.

use super::english::English;
use crate::lang::{Lang, Text, quote};
use crate::tone::{Hits, Passage};

/// Finds `oe` and `ae` where French writes one letter: `coeur`, `oeil`, `oeuvre`, `ex aequo`; not in
/// `moelle` or `coexister`.
pub(super) fn find(passage: &Passage<'_>, english: &English<'_>, hits: &mut Hits<'_>) {
    let bytes = passage.text.as_bytes();
    let pair = |pair: &[u8]| matches!(pair, [b'o' | b'O' | b'a' | b'A', b'e' | b'E']);
    if !bytes.windows(2).any(pair) {
        return;
    }
    let words = passage.words();
    for word in words.list() {
        let Some(place) = ligature(words.lower(word)) else { continue };
        let range = word.range();
        // The letters as written: accents apart would shift them.
        let at = range.start + place;
        let Some(written) = passage.text.get(at..at + 2) else { continue };
        if !written.is_ascii() || passage.is_masked(&range) || english.holds(at) {
            continue;
        }
        let capital = written.starts_with(char::is_uppercase);
        let letter = match (written.to_ascii_lowercase().as_str(), capital) {
            ("oe", true) => "Œ",
            ("oe", false) => "œ",
            ("ae", true) => "Æ",
            ("ae", false) => "æ",
            _ => continue,
        };
        let shown = &passage.text[range.clone()];
        let better = format!(
            "{}{letter}{}",
            &passage.text[range.start..at],
            &passage.text[at + 2..range.end]
        );
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{} without its {letter}", quote(lang, shown)),
            Lang::Fr => format!("{} sans son {letter}", quote(lang, shown)),
        });
        let Some(hit) = hits.add(range, message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => format!("write {}", quote(lang, &better)),
            Lang::Fr => format!("écrivez {}", quote(lang, &better)),
        }));
        hit.fix(at..at + 2, letter);
    }
}

/// Where two letters of a word in small letters are one.
fn ligature(word: &str) -> Option<usize> {
    if let Some(at) = word.find("oeu") {
        return Some(at);
    }
    if word == "aequo" {
        return Some(0);
    }
    let at = word.find("oe")?;
    let rest = &word[at..];
    let stem = match at {
        0 => [
            "oeil", "oenolog", "oenotour", "oesoph", "oecum", "oedip", "oedèm", "oedem", "oestrog",
            "oestr",
        ]
        .iter()
        .any(|stem| rest.starts_with(stem)),
        1 => word.starts_with("foetus") || word.starts_with("foeta"),
        _ => false,
    };
    stem.then_some(at)
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, mended};
    use super::*;
    use crate::model::tone::Typography;
    use crate::model::{Demand, Mark};

    fn rule() -> Demand {
        Demand::Typography(Typography { ligatures: Mark::Yes, ..Typography::default() })
    }

    #[test]
    fn ligatures_are_put_in() {
        for (text, better) in [
            ("Le coeur et la soeur", "Le cœur et la sœur"),
            ("Oeuvre, OEUVRE, OEuvres, hors-d’oeuvre", "Œuvre, ŒUVRE, Œuvres, hors-d’œuvre"),
            (
                "un oeil, des boeufs, des noeuds, nos voeux",
                "un œil, des bœufs, des nœuds, nos vœux",
            ),
            ("manoeuvre écoeurée, chef d'oeuvre", "manœuvre écœurée, chef d'œuvre"),
            ("ex aequo, oenologie, foetus", "ex æquo, œnologie, fœtus"),
        ] {
            assert_eq!(mended(&rule(), Lang::Fr, text), better, "{text}");
        }
    }

    #[test]
    fn two_letters_pass() {
        for text in [
            "moelle moelleux coexister coefficient poêle poésie",
            "Noé Joe Zoe Phoebe Chloe Noel goéland",
            "aérien Maelys Michael",
            "cœur œil",
            "#coeur https://a.fr/coeur @soeur",
            "bioéthique oeconomie",
        ] {
            assert_eq!(found(&rule(), Lang::Fr, text), "", "{text}");
        }
        assert_eq!(found(&rule(), Lang::En, "Sacre coeur"), "");
    }
}
