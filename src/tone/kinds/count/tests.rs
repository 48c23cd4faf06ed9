//! Counts of each sort of thing, and of texts that are fine.

use super::super::probe::{found, hits, hits_about};
use super::*;
use crate::model::Demand;
use crate::model::tone::Without;
use crate::tone::Circumstances;

fn most(of: Counted, max: u32) -> Counting {
    let per = Extent::Post;
    Counting { of, per, min: None, max: Some(max), without: Vec::new(), patterns: Vec::new() }
}

/// What a rule says of a text, in English.
fn told(wanted: &Counting, text: &str) -> Vec<String> {
    let hits = hits(&Demand::Count(wanted.clone()), Lang::En, text);
    hits.iter().map(|hit| hit.message.get(Lang::En).to_owned()).collect()
}

fn shows(wanted: &Counting, text: &str) -> String {
    found(&Demand::Count(wanted.clone()), Lang::Fr, text)
}

#[test]
fn everything_is_counted() {
    for (of, text, message) in [
        (Counted::Char, "☕️👩‍🍳🇫🇷é", "4 characters; none is wanted"),
        (Counted::Word, "L’été, c’est à la mi-août", "5 words; none is wanted"),
        (Counted::Word, "Voir https://a.fr/b-c #été @zoe", "4 words; none is wanted"),
        (Counted::Sentence, "Un. Deux ! Trois ?", "3 sentences; none is wanted"),
        (Counted::Line, "un\n\n deux\r\n \ntrois", "3 lines; none is wanted"),
        (Counted::Emoji, "👩‍🍳 🇫🇷", "2 emoji; none is wanted"),
        (
            Counted::Exclamation,
            "Oui ! Non ‼ https://a.fr/!a",
            "3 exclamation marks; none is wanted",
        ),
        (Counted::Question, "Qui ? Quoi ⁇ ⁉ https://a.fr/?a", "4 question marks; none is wanted"),
        (Counted::Comma, "Un, deux, 3,50 €", "2 commas; none is wanted"),
        (Counted::Ellipsis, "Un… deux... trois. Quatre..", "2 ellipses; none is wanted"),
        (Counted::Hashtag, "#un #deux", "2 hashtags; none is wanted"),
        (Counted::Mention, "@un et @deux", "2 mentions; none is wanted"),
        (Counted::Link, "https://a.fr", "1 link; none is wanted"),
        (Counted::CapsWord, "OFFRE de la SNCF : GRATUIT", "2 words in capitals; none is wanted"),
        (Counted::Semicolon, "a ; b ;) &amp; c", "1 semicolon; none is wanted"),
    ] {
        assert_eq!(told(&most(of, 0), text), [message], "{text}");
    }
}

#[test]
fn matches_of_patterns_are_counted() {
    let patterns = super::super::probe::words(&[r"\d+ ?€", "promo"]);
    let rule = Counting { patterns, ..most(Counted::Pattern, 1) };
    assert_eq!(told(&rule, "Promo : 5 € ou 10 €"), ["3 matches of the pattern; 1 at most"]);
    assert_eq!(shows(&rule, "Promo : 5 € ou 10 €"), "5 €");
    assert_eq!(told(&rule, "5 €, voir #promo"), [""; 0]);
}

#[test]
fn what_is_excepted_is_not_counted() {
    use crate::tone::trial::{loc, read, rule, voice};
    let patterns = super::super::probe::words(&["promos?"]);
    let counting = Counting { patterns, ..most(Counted::Pattern, 1) };
    let of = |counting: Counting, except: &str, name: &str, text: &str| -> usize {
        let mut rule = rule(Demand::Count(counting));
        rule.except = vec![loc(except)];
        read(&voice(vec![rule], &[name]), text, Lang::Fr, &Circumstances::default()).len()
    };
    let text = "Une promo, code promo et code promo";
    assert_eq!(of(counting.clone(), "code promo", "X", text), 0);
    assert_eq!(of(counting, "code", "X", text), 1);
    let loud = most(Counted::CapsWord, 1);
    assert_eq!(of(loud.clone(), "STOP", "MUSICA", "MUSICA, STOP, GRATUIT"), 0);
    assert_eq!(of(loud, "STOP", "X", "MUSICA, STOP, GRATUIT"), 1);
}

#[test]
fn nothing_is_said_up_to_the_limit() {
    for (of, max, text) in [
        (Counted::Char, 4, "☕️👩‍🍳🇫🇷é"),
        (Counted::Word, 5, "L’été, c’est à la mi-août"),
        (Counted::Emoji, 1, "👨‍👩‍👧‍👦 © ™ 12 €"),
        (Counted::Comma, 0, "3,50 € et 1,5 kg"),
        (Counted::Question, 0, "Voir https://a.fr/?b=1"),
        (Counted::Ellipsis, 0, "Un. Deux. v1.2.3"),
        (Counted::CapsWord, 0, "SNCF, RER et TGV : la TVA des PME"),
        (Counted::Semicolon, 0, "Coucou ;-) pain &amp; vin"),
        (Counted::Sentence, 2, "Un. Deux."),
    ] {
        assert_eq!(told(&most(of, max), text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_too_much_is_shown() {
    assert_eq!(shows(&most(Counted::Char, 3), "été 👩‍🍳"), " 👩‍🍳");
    assert_eq!(shows(&most(Counted::Word, 2), "un deux trois quatre."), "trois quatre.");
    assert_eq!(shows(&most(Counted::Hashtag, 1), "#un #deux #trois"), "#deux");
    let long = Counting { per: Extent::Sentence, ..most(Counted::Word, 3) };
    assert_eq!(shows(&long, "Un deux. Un deux trois quatre ! Un."), "Un deux trois quatre !");
    assert_eq!(told(&long, "Un deux trois quatre."), ["4 words in this sentence; 3 at most"]);
    let line = Counting { per: Extent::Line, ..most(Counted::Char, 5) };
    assert_eq!(shows(&line, "court\nbien trop long\ncourt"), "bien trop long");
}

#[test]
fn hashtags_behind_a_sentence_are_no_words_of_it() {
    let long = Counting { per: Extent::Sentence, ..most(Counted::Word, 4) };
    assert_eq!(shows(&long, "Venez à Lyon samedi #a #b #c https://a.fr/b"), "");
    assert_eq!(shows(&long, "Venez au #musée de #Lyon"), "");
    assert_eq!(shows(&long, "Le #musée de #Lyon ouvre"), "Le #musée de #Lyon ouvre");
}

#[test]
fn what_is_left_out_does_not_count() {
    let text = "Bonjour #un @deux https://a.fr/trois 🎉";
    let without = vec![Without::Hashtags, Without::Mentions, Without::Links, Without::Emoji];
    let bare = Counting { without, ..most(Counted::Char, 7) };
    assert_eq!(told(&bare, text), [""; 0]);
    assert_eq!(told(&Counting { without: Vec::new(), ..bare.clone() }, text).len(), 1);
    let words = Counting { of: Counted::Word, max: Some(1), ..bare };
    assert_eq!(told(&words, text), [""; 0]);
}

#[test]
fn too_little_is_about_texts_that_say_something() {
    let least = Counting { min: Some(3), max: None, ..most(Counted::Word, 0) };
    assert_eq!(told(&least, "Un deux"), ["2 words; 3 at least"]);
    let rule = Demand::Count(least);
    let about = Circumstances::default();
    assert!(hits_about(&rule, &about, Part::Text, " \n ").is_empty());
    assert!(hits_about(&rule, &about, Part::Title, "Un").is_empty());
    assert!(hits_about(&rule, &about, Part::Text, "Un deux trois").is_empty());
}

#[test]
fn a_range_has_both_ends() {
    let rule = Counting { min: Some(2), ..most(Counted::Sentence, 3) };
    assert_eq!(told(&rule, "Un."), ["1 sentence; 2 at least"]);
    assert_eq!(told(&rule, "Un. Deux. Trois."), [""; 0]);
    assert_eq!(told(&rule, "Un. Deux. Trois. Quatre."), ["4 sentences; 3 at most"]);
}

#[test]
fn french_has_its_plurals() {
    let rule = Demand::Count(most(Counted::Exclamation, 0));
    let hits = hits(&rule, Lang::Fr, "Oui !");
    assert_eq!(hits[0].message.get(Lang::Fr), "1 point d’exclamation\u{202f}; zéro attendu");
}

#[test]
fn long_texts_take_no_longer_than_they_are() {
    let long = Counting { per: Extent::Sentence, ..most(Counted::Word, 1) };
    assert_eq!(told(&long, &"a b! ".repeat(20_000)).len(), 50);
    assert_eq!(told(&most(Counted::Char, 10), &"é".repeat(100_000)).len(), 1);
    assert_eq!(told(&most(Counted::Word, 10), &"#a ".repeat(50_000)).len(), 1);
}

#[test]
fn a_pattern_that_reads_on_to_the_end_is_given_up() {
    let patterns = super::super::probe::words(&[".*[^A-Z]|[A-Z]"]);
    let rule = Counting { patterns, ..most(Counted::Pattern, 1) };
    let text = "A".repeat(400_000);
    assert_eq!(told(&rule, &text), ["at least 167 matches of the pattern; 1 at most"]);
    let least = Counting { min: Some(200), max: None, ..rule };
    assert_eq!(told(&least, &text), [""; 0]);
}
