//! A word said twice in a row: `la la boutique`.
//!
//! Doubling is a figure of speech too (`très très`), a grammar (`vous vous`, `had had`) and a way of
//! making names (`Bora Bora`); none of these is a slip.

use super::list::List;
use crate::lang::{Lang, Text, quote};
use crate::model::tone::Repeat;
use crate::text::{Glue, Letters, Word};
use crate::tone::voice::Reading;
use crate::tone::{Hits, Passage};
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
        if second.glue != Glue::Apart {
            continue;
        }
        let word = words.lower(second);
        if words.lower(first) != word || !is_slip(passage, list, at, word) {
            continue;
        }
        if !add(passage, first, second, word, hits) {
            return;
        }
    }
}

/// Whether the word at a place and the same one after it are no figure of speech.
fn is_slip(passage: &Passage<'_>, list: &[Word], at: usize, word: &str) -> bool {
    let (first, second) = (&list[at], &list[at + 1]);
    let between = &passage.text[first.range().end..second.range().start];
    let lines = between.bytes().filter(|byte| *byte == b'\n').count();
    let blank = between.chars().all(char::is_whitespace);
    // A line that is a title, then a sentence that begins with its last word.
    let apart = lines > 1 || (lines == 1 && second.letters != Letters::Small);
    let glued =
        first.glue != Glue::Apart || list.get(at + 2).is_some_and(|next| next.glue != Glue::Apart);
    let is_same = |n: usize| list.get(n).is_some_and(|one| passage.words().lower(one) == word);
    let sung = is_same(at + 2) || at > 0 && is_same(at - 1);
    let verb = || at > 0 && is_end_of_verb(passage, list, at, word);
    let named = first.letters != Letters::Small && second.letters == Letters::Initial;
    let plain = blank && !(apart || glued || named);
    plain
        && (!sung || (SMALL.has(word) && word != "la"))
        && is_word(second, word)
        && !ON_PURPOSE.has(word)
        && !verb()
        && !passage.is_masked(&(first.range().start..second.range().end))
}

/// “log in in two steps”, “come on on Sunday”, “what it is is”: the first of the two belongs to the
/// verb.
fn is_end_of_verb(passage: &Passage<'_>, list: &[Word], at: usize, word: &str) -> bool {
    let lower = |n: usize| list.get(n).map(|word| passage.words().lower(word));
    let before = lower(at - 1).unwrap_or_default();
    match word {
        "in" | "on" => PHRASAL.has(before),
        "is" => at > 1 && lower(at - 2) == Some("what"),
        "her" => GIVING.has(before),
        _ => false,
    }
}

/// Not a number, a single letter (but `à` and `a`) or a word of another script.
fn is_word(word: &Word, lower: &str) -> bool {
    let single = lower.chars().nth(1).is_none();
    word.letters != Letters::None
        && (!single || (word.letters == Letters::Small && matches!(lower, "a" | "à")))
        && lower.chars().all(|c| c.is_alphabetic() && c < '\u{250}')
}

/// Tells of a word and the one it repeats; whether more may be told.
fn add(
    passage: &Passage<'_>,
    first: &Word,
    second: &Word,
    lower: &str,
    hits: &mut Hits<'_>,
) -> bool {
    let (one, two) = (first.range(), second.range());
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
    if one_line && SMALL.has(lower) {
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
        let slip = if next { is_slip(passage, words.list(), place, lower) } else { long };
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

/// Words of four letters or more that a sentence cannot do without.
static COMMON: List = List::of(
    "\
    dans avec pour sans vous nous elle elles leur leurs votre notre cette sont avez avons être \
    avoir fait plus moins tout tous toute toutes mais comme chez entre aussi même sous vers \
    très bien encore quand that this with from your have will they their them then than what \
    when where which there these those were been into more most some such only also just about \
    every each",
);

/// Verbs that go with “in” or “on”.
static PHRASAL: List = List::of(
    "\
    log logs logged logging sign signs signed signing check checks checked checking drop come comes \
    coming came tune opt move moves moved moving stay plug get let pop walk dive bring brought join \
    carry carries going goes went hold turn turned switch switched put try hang now later live",
);

/// Verbs that give someone something: “they brought her her tea”.
static GIVING: List = List::of(
    "\
    give gives gave giving bring brings brought bringing hand hands handed handing pass passes \
    passed serve serves served serving send sends sent sending show shows showed tell tells told \
    buy buys bought make makes made pour pours poured offer offers offered get gets got teach \
    taught lend lent pay paid read",
);

/// Words that are dropped without a loss when they stand twice: not `a` (“ce qu’elle a a plu”) nor
/// `son` (“il travaille son son”).
static SMALL: List = List::of(
    "\
    la le les de des du un une et ou au aux ce cet cette ces sa ses nos vos notre votre \
    pour par sur dans avec sans que ne se il the an of to and or for with from at by our your \
    their this these we if be are as à en on in it is",
);

/// Words that are said twice on purpose: grammar (“nous nous voyons”, “all that that implies”),
/// emphasis, sounds, games, dances, dishes.
static ON_PURPOSE: List = List::of(
    "\
    nous vous lui elle elles eux leur faire fait that had do you who up so no how what will \
    can his over out then très trop tout bien non oui si vite doucement jamais encore loin long \
    longtemps grand grande petit petite beau belle gros grosse vrai vraie vraiment mini méga \
    super hyper ultra presque merci bientôt plein toujours joli jolie pas peu là ça ok rien \
    very really many much never more big far too yes please well now again way old good go sure \
    just soon wait thank thanks love bla blah ha ah hé hey hi ho oh eh hein bye knock hip tic \
    toc chut hop yeah yo hou cha tam pom boum boom miam yum coin guili chi gri ylang pili piri \
    chow tuk mahi dik tsé couci ding dong ring clap snap tchin chin wah pan cui ouaf woof meow \
    miaou cot vroum splash plouf glou crac cric bip bzz zzz na da ba choo tut pin pon froufrou \
    kif bling tchou win fifty fort joyeux joyeuse joyeuses night happy merry",
);

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
