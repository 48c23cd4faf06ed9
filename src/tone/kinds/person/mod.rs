//! Who speaks: nous or on, we or I.
//!
//! [`who`] tells the person of a word, in the language of the text, and leaves aside the words that
//! only look like one: a numeral `I`, `il` of `il y a`, `US` the country.

mod who;

use super::view::{View, is_read, quoting};
use super::words::shown;
use crate::lang::{Lang, Text, figure, list_or, percent, quote};
use crate::model::tone::Person;
use crate::source::Loc;
use crate::tone::Hits;
use crate::tone::voice::Reading;
use std::ops::Range;
use who::Who;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Person, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let Some(lang) = reading.passage.lang else { return };
    let view = View::new(reading.passage.text, reading.passage.words());
    let (allow, forbid) = (persons(&wanted.allow, lang), persons(&wanted.forbid, lang));
    // A list that names persons of the other language alone says nothing of this one.
    let restricts = !allow.is_empty();
    if !restricts && forbid.is_empty() {
        return;
    }
    let is_odd = |who: &Who| forbid.contains(who) || restricts && !allow.contains(who);
    let spoken = (0..view.len()).filter_map(|i| {
        let who = Who::of(&view, i, lang).filter(is_odd)?;
        let range = view.range(i);
        is_read(reading, &range).then_some((who, range))
    });
    match wanted.max_ratio {
        Some(most) => tell_share(most, spoken, reading, hits),
        None => {
            for (who, range) in spoken {
                let words = shown(view.text(), &range);
                let Some(hit) = hits.add(range, message(&words, who)) else { return };
                if restricts {
                    hit.help(help(&allow));
                }
            }
        }
    }
}

/// The persons of a list that are of a language.
fn persons(list: &[Loc<String>], lang: Lang) -> Vec<Who> {
    list.iter().filter_map(|word| Who::named(word.value.trim(), lang)).collect()
}

fn message(words: &str, who: Who) -> Text {
    quoting(words, |lang, words| {
        let name = quote(lang, who.name());
        match (lang, who.is_name(words)) {
            (Lang::En, true) => format!("the brand does not say {name}"),
            (Lang::Fr, true) => format!("la marque ne dit pas {name}"),
            (Lang::En, false) => format!("{words}: the brand does not say {name}"),
            (Lang::Fr, false) => format!("{words}\u{a0}: la marque ne dit pas {name}"),
        }
    })
}

fn help(allow: &[Who]) -> Text {
    Text::of(|lang| {
        let names: Vec<String> = allow.iter().map(|who| quote(lang, who.name())).collect();
        let names = list_or(lang, &names);
        match lang {
            Lang::En => format!("say it with {names}"),
            Lang::Fr => format!("dites-le avec {names}"),
        }
    })
}

/// One hit, where too many sentences have a person that the brand uses little.
fn tell_share(
    most: u32,
    spoken: impl Iterator<Item = (Who, Range<usize>)>,
    reading: &Reading<'_>,
    hits: &mut Hits<'_>,
) {
    let sentences = reading.passage.sentences();
    let mut first: Option<(Who, Range<usize>)> = None;
    let (mut with, mut last) = (0_usize, usize::MAX);
    for (who, range) in spoken {
        let number = sentences.partition_point(|sentence| sentence.end <= range.start);
        with += usize::from(number != last);
        last = number;
        first.get_or_insert((who, range));
    }
    let Some((who, range)) = first else { return };
    let all = sentences.len().max(with);
    if with * 100 <= all * usize::try_from(most).unwrap_or(usize::MAX) {
        return;
    }
    let message = Text::of(|lang| {
        let (name, most) = (quote(lang, who.name()), percent(lang, most));
        let (with, all) = (figure(lang, with), figure(lang, all));
        match lang {
            Lang::En => format!("{name} in {with} of {all} sentences: {most} at most"),
            Lang::Fr => {
                format!("{name} dans {with} phrases sur {all}\u{a0}: {most} au plus")
            }
        }
    });
    hits.add(range, message);
}

#[cfg(test)]
mod tests {
    use super::super::trial::{hear, words};
    use super::*;
    use crate::model::Demand;
    use crate::source::{At, Sources, Span};

    fn rule(allow: &[&str], forbid: &[&str], max_ratio: Option<u32>) -> Demand {
        let mut sources = Sources::default();
        let at = At { source: sources.add("a", ""), span: Span::new(0..0) };
        let list = |words: &[&str]| words.iter().map(|w| Loc::new((*w).to_owned(), at)).collect();
        Demand::Person(Person { allow: list(allow), forbid: list(forbid), max_ratio })
    }

    fn french(forbid: &str, text: &str) -> String {
        words(rule(&[], &[forbid], None), Some(Lang::Fr), text)
    }

    fn english(forbid: &str, text: &str) -> String {
        words(rule(&[], &[forbid], None), Some(Lang::En), text)
    }

    #[test]
    fn french_persons_are_found() {
        assert_eq!(french("on", "On vous attend. Si l’on veut, on part."), "On|on|on");
        assert_eq!(french("on", "Le qu’en-dira-t-on, les on-dit. Ira-t-on ?"), "on");
        assert_eq!(french("je", "Un je-ne-sais-quoi. Je ne sais pas."), "Je");
        let hits = hear(rule(&[], &["on"], None), Some(Lang::Fr), "On danse.");
        assert_eq!(hits[0].message.get(Lang::Fr), "la marque ne dit pas «\u{a0}on\u{a0}»");
        assert_eq!(
            french("nous", "Nous nous retrouvons chez nous, dans notre cour."),
            "Nous|nous|notre"
        );
        assert_eq!(french("je", "J’aime mon métier ; je m’y plais, moi."), "J|mon|je|m|moi");
        assert_eq!(
            french("tu", "Viens, tu verras ton jardin. Donne le ton."),
            "Viens|tu|ton|Donne"
        );
        assert_eq!(french("vous", "Rendez-vous samedi, votre place vous attend."), "votre|vous");
        assert_eq!(french("il", "Il y a du pain ; il fait beau ; il arrive."), "il");
        assert_eq!(french("elles", "Elles chantent, et elles dansent. Elle aussi."), "Elles|elles");
    }

    #[test]
    fn english_persons_are_found() {
        assert_eq!(english("I", "I made it myself: my cake, for me."), "I|myself|my|me");
        assert_eq!(english("we", "We love our yard. Join us! Made in the US."), "We|our|us");
        assert_eq!(english("you", "Your seat awaits you."), "Your|you");
        assert_eq!(english("one", "One should book. Room one is full, one of many."), "One");
        assert_eq!(english("I", "Henry I and Chapter I, World War I, I/O"), "");
        let numbers = "King Charles I. He died.\nI. Introduction\nKing Louis I was kind.";
        assert_eq!(english("I", numbers), "");
        assert_eq!(english("I", "You and I. Then I sing. I. Am. Late."), "I|I");
        assert_eq!(english("it", "It is here. Our IT team fixed it."), "It|it");
        assert_eq!(english("on", "On Sunday, come on in."), "");
    }

    #[test]
    fn a_person_of_the_other_language_is_not_looked_for() {
        assert_eq!(french("we", "We, c’est nous."), "");
        assert_eq!(words(rule(&["we"], &[], None), Some(Lang::Fr), "Nous, on danse."), "");
        assert_eq!(words(rule(&["nous"], &[], None), Some(Lang::Fr), "Nous, on danse."), "on");
    }

    #[test]
    fn a_share_of_sentences_is_one_hit() {
        let text = "On danse. On chante. Le pain est chaud. La cour est pleine.";
        let of = |most| hear(rule(&[], &["on"], Some(most)), Some(Lang::Fr), text);
        assert_eq!(of(50).len(), 0);
        let hits = of(49);
        assert_eq!(hits.len(), 1);
        assert_eq!(
            hits[0].message.get(Lang::Fr),
            "«\u{a0}on\u{a0}» dans 2 phrases sur 4\u{a0}: 49\u{202f}% au plus"
        );
    }
}
