//! Accents on capitals: `École`, `À bientôt`, `ÉTÉ`.
//!
//! Only words that are sure are looked at: those of a table, and the `A` at the start of a sentence
//! before a word that makes it the preposition. `A` before a verb, a grade or a letter stays.

mod words;

use super::english::English;
use crate::lang::{Lang, Text, quote};
use crate::text::{Glue, Letters, Word};
use crate::tone::{Hits, Passage};
use std::ops::Range;

/// Finds capitals without the accent that they have in small letters.
pub(super) fn find(passage: &Passage<'_>, english: &English<'_>, hits: &mut Hits<'_>) {
    let words = passage.words();
    let list = words.list();
    for (at, word) in list.iter().enumerate() {
        if !matches!(word.letters, Letters::Initial | Letters::Capitals) {
            continue;
        }
        let range = word.range();
        let lower = words.lower(word);
        let better = match lower {
            "a" => (is_preposition(passage, list, at) || is_shouted(passage, list, at))
                .then(|| "À".to_owned()),
            "ca" => is_pronoun(passage, list, at).then(|| "Ça".to_owned()),
            _ => right(passage, list, at, lower),
        };
        let Some(better) =
            better.filter(|_| !passage.is_masked(&range) && !english.holds(range.start))
        else {
            continue;
        };
        let written = &passage.text[range.clone()];
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{} without its accent", quote(lang, written)),
            Lang::Fr => format!("{} sans son accent", quote(lang, written)),
        });
        let Some(hit) = hits.add(range.clone(), message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => {
                format!("write {}: French capitals carry their accents", quote(lang, &better))
            }
            Lang::Fr => {
                format!(
                    "écrivez {}\u{a0}: les capitales gardent leurs accents",
                    quote(lang, &better)
                )
            }
        }));
        hit.fix(range, better);
    }
}

/// What lies between two words.
fn between<'t>(passage: &Passage<'t>, first: &Word, second: &Word) -> &'t str {
    &passage.text[first.range().end..second.range().start]
}

fn is_blank(between: &str) -> bool {
    matches!(between, " " | "\u{a0}" | "\u{202f}")
}

/// Whether an `A` begins a sentence before a word that only follows the preposition.
fn is_preposition(passage: &Passage<'_>, list: &[Word], at: usize) -> bool {
    let word = &list[at];
    let Some(next) = list.get(at + 1) else { return false };
    if word.range().len() > 1 || word.glue != Glue::Apart || !begins(passage, word) {
        return false;
    }
    let joint = between(passage, word, next);
    let shouted = next.letters == Letters::Capitals;
    if !is_blank(joint)
        || !(shouted
            || matches!(next.letters, Letters::Small | Letters::None)
            || elided(passage, list, at + 1))
    {
        return false;
    }
    let lower = passage.words().lower(next);
    let after = list.get(at + 2).map(|after| passage.words().lower(after));
    match lower {
        // “A l’air” is a verb.
        "l" => after.is_some_and(|after| after != "air"),
        _ if next.letters == Letters::None => {
            matches!(after, Some("h" | "heures" | "heure" | "km" | "min" | "minutes"))
        }
        // `9h`, `18h30`
        _ if lower.starts_with(|c: char| c.is_ascii_digit()) => lower.contains('h'),
        _ => words::AFTER_A.has(lower),
    }
}

/// Whether an `A` stands inside a heading in capitals before a word that makes it the preposition:
/// `EXPOSITION A VENIR`, not `PLAN A`, `IL A FAIT`.
fn is_shouted(passage: &Passage<'_>, list: &[Word], at: usize) -> bool {
    let (Some(before), Some(next)) = (at.checked_sub(1).map(|n| &list[n]), list.get(at + 1)) else {
        return false;
    };
    let word = &list[at];
    let capitals = |word: &Word| word.letters == Letters::Capitals && word.range().len() > 1;
    word.range().len() == 1
        && word.glue == Glue::Apart
        && capitals(before)
        && capitals(next)
        && is_blank(between(passage, before, word))
        && is_blank(between(passage, word, next))
        && words::SURE_AFTER_A.has(passage.words().lower(next))
        && !words::LETTERED.has(passage.words().lower(before))
}

/// `L` and `D` before an apostrophe are capitals in `A L’AFFICHE`.
fn elided(passage: &Passage<'_>, list: &[Word], at: usize) -> bool {
    list.get(at + 1)
        .is_some_and(|next| next.glue == Glue::Apostrophe && next.letters == Letters::Capitals)
        && passage.words().lower(&list[at]) == "l"
}

/// Whether nothing but the start of a sentence stands before a word.
fn begins(passage: &Passage<'_>, word: &Word) -> bool {
    let before = passage.text[..word.range().start].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    before.chars().next_back().is_none_or(|c| {
        !c.is_alphanumeric()
            && !matches!(c, '\'' | '’' | '/' | '+' | '&' | '_' | '@' | '#' | '=' | '*')
    })
}

/// `Ca va`, `Ca y est`, `Ca commence`: at the start of a sentence before a small word.
fn is_pronoun(passage: &Passage<'_>, list: &[Word], at: usize) -> bool {
    let word = &list[at];
    let next = list.get(at + 1).filter(|next| is_blank(between(passage, word, next)));
    let said = next.is_some_and(|next| {
        let lower = passage.words().lower(next);
        next.letters == Letters::Small && !matches!(lower, "et" | "ou" | "de" | "du" | "en" | "à")
    });
    word.letters == Letters::Initial && word.glue == Glue::Apart && said && begins(passage, word)
}

/// The word with its accents, where it is one of the table and surely not the word of another
/// language or an acronym.
fn right(passage: &Passage<'_>, list: &[Word], at: usize, lower: &str) -> Option<String> {
    let word = &list[at];
    if word.letters == Letters::Initial {
        let right = words::first_letter(lower)?;
        (!is_name(passage, list, at, lower)).then(|| words::initial(right))
    } else {
        let right = words::in_capitals(lower)?;
        const SHORT: usize = 3;
        let short = lower.len() <= SHORT;
        (!short || has_capital_neighbour(passage, list, at)).then(|| right.to_uppercase())
    }
}

/// A part of a name: `Limited Edition`, `Element AI`.
fn is_name(passage: &Passage<'_>, list: &[Word], at: usize, lower: &str) -> bool {
    let capital = |word: &Word| word.letters != Letters::Small && word.letters != Letters::None;
    let before = at.checked_sub(1).map(|before| &list[before]);
    let named = before
        .is_some_and(|before| capital(before) && is_blank(between(passage, before, &list[at])));
    let after = list.get(at + 1);
    let goes_on =
        after.is_some_and(|after| capital(after) && is_blank(between(passage, &list[at], after)));
    named || goes_on && words::ENGLISH.has(lower)
}

/// Whether the word beside it is in capitals too: `ILE` alone may be an acronym.
fn has_capital_neighbour(passage: &Passage<'_>, list: &[Word], at: usize) -> bool {
    let near = |first: usize, second: usize, other: usize| {
        let (Some(first), Some(second)) = (list.get(first), list.get(second)) else { return false };
        let other: Option<&Word> = list.get(other);
        let range: Range<usize> = first.range().end..second.range().start;
        other.is_some_and(|other| other.letters == Letters::Capitals)
            && !passage.text[range].contains('\n')
    };
    near(at, at + 1, at + 1) || at > 0 && near(at - 1, at, at - 1)
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, hits, mended};
    use super::*;
    use crate::model::tone::Typography;
    use crate::model::{Demand, Mark};

    fn rule() -> Demand {
        Demand::Typography(Typography { capitals: Mark::Yes, ..Typography::default() })
    }

    #[test]
    fn capitals_get_their_accents() {
        for (text, better) in [
            ("Ecole, Etat, Eglise et Energie", "École, État, Église et Énergie"),
            ("EXPOSITION A VENIR", "EXPOSITION À VENIR"),
            ("Etre ou ne pas être. Etes-vous là ?", "Être ou ne pas être. Êtes-vous là ?"),
            ("Ile-de-France, l’Ete", "Île-de-France, l’Été"),
            ("Evenement : Evénement, Egalité", "Événement : Événement, Égalité"),
            ("ECOLE ET EGALITE POUR TOUS", "ÉCOLE ET ÉGALITÉ POUR TOUS"),
            ("JOYEUX NOEL AU MUSEE, FETE DE L’ETE ICI", "JOYEUX NOËL AU MUSÉE, FÊTE DE L’ÉTÉ ICI"),
            ("DERNIERE SOIREE : RESERVEZ", "DERNIÈRE SOIRÉE : RÉSERVEZ"),
            ("Ca y est ! Ca commence", "Ça y est ! Ça commence"),
        ] {
            assert_eq!(mended(&rule(), Lang::Fr, text), better, "{text}");
        }
    }

    #[test]
    fn a_preposition_has_its_accent() {
        for (text, better) in [
            ("A samedi !", "À samedi !"),
            ("Merci. A bientôt, A très vite", "Merci. À bientôt, À très vite"),
            ("A partir de 10 h", "À partir de 10 h"),
            ("🎉 A vos agendas", "🎉 À vos agendas"),
            ("A l’occasion de", "À l’occasion de"),
            ("A NE PAS MANQUER. A L’AFFICHE", "À NE PAS MANQUER. À L’AFFICHE"),
            ("A 18h, A 9 h : apéro", "À 18h, À 9 h : apéro"),
            ("- A découvrir\n- A lire", "- À découvrir\n- À lire"),
        ] {
            assert_eq!(mended(&rule(), Lang::Fr, text), better, "{text}");
        }
    }

    #[test]
    fn other_as_pass() {
        for text in [
            "PLAN A SUIVRE, ELLE A DIT OUI, GROUPE A PARTIR",
            "Vitamine A partir",
            "Le groupe A partira",
            "A reçu le prix. A gagné. A l’air bien",
            "A Star Is Born",
            "De A à Z, plan A. A, B, C",
            "A4, A+ et A380",
            "Il a fini. A-t-il fini ?",
            "A 3 enfants",
            "À samedi",
            "https://a.fr/A bientôt #A samedi",
            "C/A vos",
        ] {
            assert_eq!(found(&rule(), Lang::Fr, text), "", "{text}");
        }
        assert_eq!(found(&rule(), Lang::En, "A partir, Ecole"), "");
    }

    #[test]
    fn words_that_are_not_sure_pass() {
        for text in [
            "École, État, ÉVÈNEMENT, Évènement, ÉCOUTÉ",
            "Limited Edition, New Age, Element AI, Education First",
            "Eric, Elise, Emile, Elodie, Esther",
            "Effet, Ensemble, Entre, Elle, Est, Et, Encore",
            "AGE du 12 mai, CA de 3 M€, l’ILE",
            "MARCHE, COTE, PRIVE, OU, LA, DES, SUR",
            "Le Ca et le Mg. Ca et Mg",
            "#Ecole @Etat https://a.fr/Ecole",
            "Musee, Ecouté",
        ] {
            assert_eq!(found(&rule(), Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn hostile_texts_stop_at_enough() {
        assert_eq!(hits(&rule(), Lang::Fr, &"A samedi. ".repeat(20_000)).len(), 50);
        assert_eq!(hits(&rule(), Lang::Fr, &"A ".repeat(100_000)).len(), 0);
    }
}
