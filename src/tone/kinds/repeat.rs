//! A word said twice in a row: `la la boutique`.
//!
//! What is doubled on purpose is told apart in [`slip`].

mod company;
mod lists;
mod slip;

use crate::lang::{Lang, Text, quote};
use crate::model::tone::Repeat;
use crate::text::{Glue, Word};
use crate::tone::voice::Reading;
use crate::tone::{Hits, Passage};
use lists::{COMMON, SMALL};
use slip::{Spot, elided_slip, is_slip, is_word};
use std::ops::Range;

/// Windows above this are as good as this.
const WIDEST: usize = 50;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Repeat, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    let window = usize::try_from(wanted.window).unwrap_or(WIDEST).clamp(1, WIDEST);
    if window == 1 {
        doubled(passage, hits);
    } else {
        near(passage, window, hits);
    }
}

/// Words right after themselves.
fn doubled(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    let words = passage.words();
    let list = words.list();
    for (at, pair) in list.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let spot = Spot { passage, list, at };
        let more = match second.glue {
            Glue::Apart => {
                let word = words.lower(second);
                words.lower(first) != word
                    || !is_slip(&spot)
                    || add(passage, first.range(), second.range(), SMALL.has(word), hits)
            }
            Glue::Apostrophe => elided_slip(&spot).is_none_or(|last| {
                let (first, second) = (&list[at..at + 2], &list[last - 1..=last]);
                add(passage, whole(first), whole(second), true, hits)
            }),
            _ => true,
        };
        if !more {
            return;
        }
    }
}

/// The bytes of words that stand together.
fn whole(words: &[Word]) -> Range<usize> {
    let start = words.first().map_or(0, |word| word.range().start);
    start..words.last().map_or(start, |word| word.range().end)
}

/// Tells of a word and the one it repeats, which may be dropped where it is small; whether more may
/// be told.
fn add(
    passage: &Passage<'_>,
    one: Range<usize>,
    two: Range<usize>,
    is_small: bool,
    hits: &mut Hits<'_>,
) -> bool {
    let word = &passage.text[two.clone()];
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} twice in a row", quote(lang, word)),
        Lang::Fr => format!("{} deux fois de suite", quote(lang, word)),
    });
    let Some(hit) = hits.add(one.start..two.end, message) else { return false };
    hit.help(Text::of(|lang| match lang {
        Lang::En => "drop one of them".to_owned(),
        Lang::Fr => "supprimez-en un".to_owned(),
    }));
    let one_line = !passage.text[one.end..two.start].contains('\n');
    if one_line && is_small {
        hit.fix(one.end..two.end, "");
    }
    true
}

/// Words that come back within so many words; small words come back all the time.
fn near(passage: &Passage<'_>, window: usize, hits: &mut Hits<'_>) {
    const LEAST: usize = 4;
    let words = passage.words();
    let mut last: std::collections::HashMap<&str, (usize, Range<usize>)> =
        std::collections::HashMap::new();
    for (at, word) in words.list().iter().enumerate() {
        let (range, lower) = (word.range(), words.lower(word));
        if !is_word(word, lower) || passage.is_masked(&range) {
            continue;
        }
        let long = lower.chars().nth(LEAST - 1).is_some() && !COMMON.has(lower);
        let before = last.insert(lower, (at, range.clone()));
        let Some((place, before)) = before.filter(|(place, _)| at - place <= window) else {
            continue;
        };
        let next = at - place == 1;
        let spot = Spot { passage, list: words.list(), at: place };
        let slip = if next { is_slip(&spot) } else { long };
        if !slip {
            continue;
        }
        let written = &passage.text[range.clone()];
        let away = at - place;
        let message = Text::of(|lang| match (lang, next) {
            (Lang::En, true) => format!("{} twice in a row", quote(lang, written)),
            (Lang::Fr, true) => format!("{} deux fois de suite", quote(lang, written)),
            (Lang::En, _) => {
                format!(
                    "{} comes back after {away} words; not within {window}",
                    quote(lang, written)
                )
            }
            (Lang::Fr, _) => format!(
                "{} revient au bout de {away} mots\u{202f}; pas avant {}",
                quote(lang, written),
                window + 1
            ),
        });
        let Some(hit) = hits.add(range, message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => "drop one of them, or say it otherwise".to_owned(),
            Lang::Fr => "supprimez-en un, ou dites-le autrement".to_owned(),
        }));
        hit.other(
            before,
            Text::of(|lang| match lang {
                Lang::En => "said here before".to_owned(),
                Lang::Fr => "déjà dit ici".to_owned(),
            }),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, hits, mended};
    use super::*;
    use crate::model::Demand;

    fn rule(window: u32) -> Demand {
        Demand::Repeat(Repeat { window })
    }

    #[test]
    fn words_said_twice_are_found() {
        for (text, words) in [
            ("Venez dans la la boutique", "la la"),
            ("La la boutique ouvre", "La la"),
            ("L’équipe de de la ville", "de de"),
            ("Un musée musée ouvert", "musée musée"),
            ("Venez à la\nla boutique", "la\nla"),
            ("VENEZ DANS LA LA BOUTIQUE", "LA LA"),
            ("Rendez-vous à à Lyon, on on y va en en mai", "à à|on on|en en"),
            ("un re\u{301}cit récit", "re\u{301}cit récit"),
        ] {
            assert_eq!(found(&rule(1), Lang::Fr, text), words, "{text}");
        }
        assert_eq!(
            found(&rule(1), Lang::En, "Come to the the shop and and see"),
            "the the|and and"
        );
        assert_eq!(found(&rule(1), Lang::En, "She loves her her tea"), "her her");
    }

    #[test]
    fn small_words_are_dropped() {
        assert_eq!(mended(&rule(1), Lang::Fr, "Dans la la boutique"), "Dans la boutique");
        assert_eq!(mended(&rule(1), Lang::En, "to the the shop"), "to the shop");
        assert_eq!(mended(&rule(1), Lang::Fr, "Un musée musée ouvert"), "Un musée musée ouvert");
        assert_eq!(mended(&rule(1), Lang::Fr, "à la\nla boutique"), "à la\nla boutique");
        for text in ["Tout ce qu’elle a a plu", "Le groupe travaille son son"] {
            assert_eq!(mended(&rule(1), Lang::Fr, text), text);
        }
    }

    #[test]
    fn what_is_doubled_on_purpose_passes() {
        for text in [
            "Nous nous voyons samedi ; vous vous inscrivez",
            "C’est très très bon, bla bla bla",
            "Ha ha ha ! Oui, oui. Vite ! Vite !",
            "En direct de Bora Bora avec Duran Duran",
            "Wah Wah et La La Land",
            "10 10 20 20",
            "Rendez-vous vous attend",
            "Celle-là la connaît, est-ce ce soir ?",
            "b b, A A, y y",
            "la la la, on chante",
            "#promo promo @marque marque",
            "Paris\nParis accueille le monde",
            "Le musée\n\nmusée d’art",
            "Musée - musée",
            "c’est est-ouest",
            "Bonjour bonjours",
            "Tout tout de suite",
            "Joyeux joyeux Noël",
            "Un pays fort fort lointain",
        ] {
            assert_eq!(found(&rule(1), Lang::Fr, text), "", "{text}");
        }
        for text in [
            "I know that that is true",
            "She had had enough",
            "Bye bye",
            "Log in in two steps",
            "Come on on Sunday",
            "What it is is good",
            "Night night, sleepers",
            "We brought her her tea",
        ] {
            assert_eq!(found(&rule(1), Lang::En, text), "", "{text}");
        }
    }

    #[test]
    fn small_words_are_slips_in_most_company() {
        for text in [
            "The van will will stop twice.",
            "You you are late.",
            "Thank you you all.",
            "I can can come.",
            "The shop is over over there",
            "Ask who who comes and what what for",
            "Bring it to to the desk",
            "This is is a typo",
            "There is no no parking",
            "it's it's late",
            "We don't don't know",
            "the fair is on Saturday Saturday morning",
            "in London London prices",
            "He said that that that was fine",
            "They had had had enough",
            "so so we left",
            "the BBC BBC news",
            "Soup and And bread",
            "I I think so",
        ] {
            assert_eq!(hits(&rule(1), Lang::En, text).len().min(1), 1, "{text}");
        }
        for text in [
            "ça ça marche",
            "on y y va",
            "c’est c’est fini",
            "l'été l'été arrive",
            "à Lyon Lyon demain",
            "chez Marie Marie samedi",
            "Vous vous vous trompez",
            "Elle ne vient pas pas demain",
            "il fait fait beau",
            "Il est trop trop pour moi",
            "L’équipe l’équipe gagne",
            "mais elle elle rit",
        ] {
            assert_eq!(hits(&rule(1), Lang::Fr, text).len(), 1, "{text}");
        }
        assert_eq!(mended(&rule(1), Lang::Fr, "Oui, c’est c’est fini"), "Oui, c’est fini");
    }

    #[test]
    fn company_makes_sense_of_doubles() {
        for text in [
            "Night night, sleep tight.",
            "There there.",
            "Now now, there is enough",
            "Chop chop, dinner is at six.",
            "Agar agar sets the jelly, bang bang chicken, cous cous",
            "Boo boo the bear is lost.",
            "Hand it in in March.",
            "Turn it on on arrival.",
            "Go on on foot.",
            "The plane took off off the coast.",
            "If it is is it worth it?",
            "The The play on Friday.",
            "I told her her coat was inside out.",
            "Those who can can.",
            "Read the will will you",
            "All the good they do do adds up.",
            "What makes you you?",
            "Will Will come?",
            "duran duran, sing sing and new york new york",
            "We are so so happy",
        ] {
            assert_eq!(found(&rule(1), Lang::En, text), "", "{text}");
        }
        for text in [
            "Tout en en gardant le charme",
            "Le général de De Gaulle à nos jours",
            "le général de de gaulle à nos jours",
            "Il y a a cappella et a cappella.",
            "tralala la la",
            "Tiens tiens un nouveau visage",
            "bora bora ou la bretagne",
            "L’aile est est fermée, l’aile ouest reste ouverte.",
            "Une pomme une poire deux deux scoubidous",
            "Allez-y y boire un café.",
            "Chez elle elle chante, ce qu’il fait fait du bien",
            "Un grand grand merci, c’est trop trop bien",
            "Il faut faire faire un devis",
        ] {
            assert_eq!(found(&rule(1), Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn a_window_finds_words_that_come_back() {
        let text = "Une exposition rare, une exposition pour tous dans la ville et dans la nuit";
        let hits = hits(&rule(5), Lang::Fr, text);
        assert_eq!(hits.len(), 1);
        assert_eq!(&text[hits[0].range.clone()], "exposition");
        assert_eq!(
            hits[0].message.get(Lang::En),
            "“exposition” comes back after 3 words; not within 5"
        );
        assert_eq!(found(&rule(2), Lang::Fr, text), "");
    }

    #[test]
    fn a_hostile_text_stops_at_enough() {
        assert_eq!(hits(&rule(1), Lang::Fr, &"musée ".repeat(50_000)).len(), 0);
        assert_eq!(hits(&rule(1), Lang::Fr, &"de ".repeat(50_000)).len(), 50);
        assert_eq!(hits(&rule(50), Lang::Fr, &"exposition rare ".repeat(5_000)).len(), 50);
    }
}
