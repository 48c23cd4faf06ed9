//! Tutoiement and vouvoiement: how a French text speaks to people.
//!
//! A word is a sign of either by itself (`tu`, `votre`) or by its company (`ton` before a noun,
//! `commande` before `ta`). [`tu`] and [`vous`] tell the signs from their false friends,
//! [`imperative`] tells an order from a noun or a third person, [`place`] says where a clause
//! begins, [`plural`] knows the `vous` that speaks to several people at once, and [`title`] the name
//! of a show or a workshop, which speaks to nobody.

mod company;
mod homographs;
mod imperative;
mod mark;
mod moment;
mod place;
mod plural;
mod polite;
mod spoken;
mod title;
mod tu;
mod verbs;
mod vous;

#[cfg(test)]
mod trials;

use super::view::{View, is_read, quoting};
use crate::lang::{Lang, Text, count, quote};
use crate::model::Quotes;
use crate::model::tone::Address;
use crate::model::tone::AddressRule;
use crate::text::Glue;
use crate::tone::Hits;
use crate::tone::voice::Reading;
use std::ops::Range;

/// How a word speaks to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Tutoiement.
    Tu,
    /// Vouvoiement.
    Vous,
}

/// A word that speaks to people.
#[derive(Clone, Debug)]
struct Sign {
    side: Side,
    /// The number of the word.
    word: usize,
    range: Range<usize>,
}

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &AddressRule, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    if reading.passage.lang != Some(Lang::Fr) {
        return;
    }
    let view = View::new(reading.passage.text, reading.passage.words());
    let (tu, vous) = match wanted.expect {
        Address::Any => return,
        Address::Tu => (false, true),
        Address::Vous => (true, false),
        Address::Consistent | Address::Nobody => (true, true),
    };
    let mut signs = signs(&view, reading, &|side| match side {
        Side::Tu => tu,
        Side::Vous => vous,
    });
    if matches!(wanted.expect, Address::Tu | Address::Consistent)
        && signs.iter().any(|sign| sign.side == Side::Vous)
    {
        plural::leave_out(&view, reading.passage.sentences(), &mut signs);
    }
    if wanted.expect == Address::Consistent {
        let Some(odd) = minority(&signs) else { return };
        let first = signs.iter().find(|sign| sign.side != odd).map(|sign| sign.range.clone());
        signs.retain(|sign| sign.side == odd);
        tell(&view, reading, &signs, &Against::Rest(first), hits);
    } else {
        let against =
            if wanted.expect == Address::Nobody { Against::Anybody } else { Against::Brand };
        tell(&view, reading, &signs, &against, hits);
    }
}

/// How the word at this place speaks to people, if it does; of both sides.
pub(super) fn side(view: &View<'_>, i: usize) -> Option<Side> {
    if tu::is_sign(view, i) || imperative::is_order(view, i) {
        Some(Side::Tu)
    } else {
        vous::is_sign(view, i).then_some(Side::Vous)
    }
}

fn signs(view: &View<'_>, reading: &Reading<'_>, looked_for: &dyn Fn(Side) -> bool) -> Vec<Sign> {
    let (tu, vous) = (looked_for(Side::Tu), looked_for(Side::Vous));
    let mut signs = Vec::new();
    for word in 0..view.len() {
        let side = if tu && (tu::is_sign(view, word) || imperative::is_order(view, word)) {
            Side::Tu
        } else if vous && vous::is_sign(view, word) {
            Side::Vous
        } else {
            continue;
        };
        let range = whole(view, word);
        // `abonne-toi` is one sign, and so is `viens-tu`.
        let told = signs.last().is_some_and(|before: &Sign| range.start < before.range.end);
        let spared = || view.is_of_mail(word) || title::holds(view, word);
        if !told && !spared() && is_read(reading, &range) {
            signs.push(Sign { side, word, range });
        }
    }
    if reading.rule.quotes != Some(Quotes::Check) {
        spoken::leave_out(view, &mut signs);
    }
    signs
}

/// A sign with what it is written together with: `t’inscrire`, `abonne-toi`, `viens-tu`, `ne rate
/// pas`.
fn whole(view: &View<'_>, word: usize) -> Range<usize> {
    let range = view.range(word);
    if view.at(word) == "ne"
        && let Some((_, last)) = imperative::prohibition(view, word)
    {
        return range.start..view.range(last).end;
    }
    let elided = range.len() == 1
        && (view.glue(word + 1) == Glue::Apostrophe || mark::is_apostrophe(view.gap(word + 1)));
    let joined = view.glue(word + 1) == Glue::Hyphen && place::is_object(view.at(word + 1));
    let start = match (view.glue(word), word.checked_sub(1)) {
        (Glue::Hyphen, Some(before)) => view.range(before).start,
        _ => range.start,
    };
    start..if elided || joined { view.range(word + 1).end } else { range.end }
}

/// The side that fewer signs take; of two as many, the one that comes second.
fn minority(signs: &[Sign]) -> Option<Side> {
    let first = signs.first()?.side;
    let same = signs.iter().filter(|sign| sign.side == first).count();
    let other = match first {
        Side::Tu => Side::Vous,
        Side::Vous => Side::Tu,
    };
    match signs.len() - same {
        0 => None,
        others if others > same => Some(first),
        _ => Some(other),
    }
}

/// What a sign is held against.
enum Against {
    /// The way the brand speaks.
    Brand,
    /// The rest of the text, with its first sign.
    Rest(Option<Range<usize>>),
    /// The brand's wish to speak to nobody.
    Anybody,
}

/// One hit for each sentence, at its first sign.
fn tell(
    view: &View<'_>,
    reading: &Reading<'_>,
    signs: &[Sign],
    against: &Against,
    hits: &mut Hits<'_>,
) {
    let mut rest = signs;
    let mut sentences = if signs.is_empty() { &[][..] } else { reading.passage.sentences() };
    while let [first, others @ ..] = rest {
        while sentences.first().is_some_and(|sentence| sentence.end <= first.range.start) {
            sentences = &sentences[1..];
        }
        let end = sentences.first().map_or(first.range.end, |sentence| sentence.end);
        let more = others.iter().take_while(|sign| sign.range.start < end).count();
        rest = &others[more..];
        let Some(hit) = hits.add(first.range.clone(), message(view, first, more, against)) else {
            return;
        };
        hit.help(help(view, first, against));
        if let Against::Rest(Some(place)) = against {
            let opposite = first.side;
            hit.other(
                place.clone(),
                Text::of(|lang| match (lang, opposite) {
                    (Lang::En, Side::Tu) => "here the text says vous".to_owned(),
                    (Lang::En, Side::Vous) => "here the text says tu".to_owned(),
                    (Lang::Fr, Side::Tu) => "ici, le texte vouvoie".to_owned(),
                    (Lang::Fr, Side::Vous) => "ici, le texte tutoie".to_owned(),
                }),
            );
        }
    }
}

fn message(view: &View<'_>, sign: &Sign, more: usize, against: &Against) -> Text {
    let words = super::words::shown(view.text(), &sign.range);
    quoting(&words, |lang, words| {
        let more = match (lang, more) {
            (_, 0) => String::new(),
            (Lang::En, n) => {
                format!(" (and {} of this sentence)", count(lang, n, "other word", "other words"))
            }
            (Lang::Fr, n) => {
                format!(" (avec {} de la phrase)", count(lang, n, "autre mot", "autres mots"))
            }
        };
        match (lang, against, sign.side) {
            (Lang::En, Against::Brand, Side::Tu) => {
                format!("{words} says tu{more}, but the brand says vous")
            }
            (Lang::En, Against::Brand, Side::Vous) => {
                format!("{words} says vous{more}, but the brand says tu")
            }
            (Lang::En, Against::Rest(_), Side::Tu) => {
                format!("{words} says tu{more}, but the rest of the text says vous")
            }
            (Lang::En, Against::Rest(_), Side::Vous) => {
                format!("{words} says vous{more}, but the rest of the text says tu")
            }
            (Lang::En, Against::Anybody, _) => {
                format!("{words} speaks to the reader{more}; the brand speaks to nobody directly")
            }
            (Lang::Fr, Against::Brand, Side::Tu) => {
                format!("{words} tutoie{more}, alors que la marque vouvoie")
            }
            (Lang::Fr, Against::Brand, Side::Vous) => {
                format!("{words} vouvoie{more}, alors que la marque tutoie")
            }
            (Lang::Fr, Against::Rest(_), Side::Tu) => {
                format!("{words} tutoie{more}, alors que le reste du texte vouvoie")
            }
            (Lang::Fr, Against::Rest(_), Side::Vous) => {
                format!("{words} vouvoie{more}, alors que le reste du texte tutoie")
            }
            (Lang::Fr, Against::Anybody, _) => format!(
                "{words} s’adresse au lecteur{more}\u{202f}; la marque n’interpelle personne"
            ),
        }
    })
}

fn help(view: &View<'_>, sign: &Sign, against: &Against) -> Text {
    if matches!(against, Against::Anybody) {
        return Text::of(|lang| match lang {
            Lang::En => "say it without tu or vous: with a noun, or an infinitive".to_owned(),
            Lang::Fr => {
                "tournez la phrase sans tu ni vous\u{a0}: avec un nom, ou à l’infinitif".to_owned()
            }
        });
    }
    let instead = instead(view, sign);
    let titled = verbs::kind(view.at(sign.word)).is_some() && title::may_begin(view, sign.word);
    Text::of(|lang| {
        let quoted: Vec<String> = instead.iter().map(|word| quote(lang, word)).collect();
        let words = crate::lang::list_or(lang, &quoted);
        let help = match (lang, sign.side, instead.is_empty()) {
            (Lang::En, Side::Tu, true) => "put the sentence in the vous form".to_owned(),
            (Lang::En, Side::Vous, true) => "put the sentence in the tu form".to_owned(),
            (Lang::Fr, Side::Tu, true) => "mettez la phrase au vouvoiement".to_owned(),
            (Lang::Fr, Side::Vous, true) => "mettez la phrase au tutoiement".to_owned(),
            (Lang::En, _, false) => {
                format!("write {words}, and make the rest of the sentence agree")
            }
            (Lang::Fr, _, false) => format!("écrivez {words}, et accordez le reste de la phrase"),
        };
        match (lang, titled) {
            (_, false) => help,
            (Lang::En, true) => {
                format!("{help}; a title goes between quotation marks or in `vocabulary`")
            }
            (Lang::Fr, true) => {
                format!("{help}\u{202f}; un titre se met entre guillemets, ou dans `vocabulary`")
            }
        }
    })
}

/// What to write instead of a sign, with what it is written together with; none where it is not
/// sure.
fn instead(view: &View<'_>, sign: &Sign) -> Vec<String> {
    if matches!(view.at(sign.word), "ne" | "n") {
        return not_to(view, sign).into_iter().collect();
    }
    let words = polite::other_form(view.at(sign.word), sign.side);
    let range = view.range(sign.word);
    let tall = view.text()[range.clone()].starts_with(char::is_uppercase);
    let start = |word: String| {
        let mut letters = word.chars();
        match letters.next().filter(|_| tall) {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => word,
        }
    };
    let joined = sign.range.end > range.end && view.glue(sign.word + 1) == Glue::Hyphen;
    let tail = match (joined.then(|| view.at(sign.word + 1)), sign.side) {
        (None, _) => String::new(),
        (Some("toi"), Side::Tu) => "-vous".to_owned(),
        (Some("vous"), Side::Vous) => "-toi".to_owned(),
        // `pensez-y` is `penses-y`, but `allez-y` is `vas-y`.
        (Some("y" | "en"), Side::Vous) => return Vec::new(),
        (Some(other), _) => format!("-{other}"),
    };
    words.into_iter().map(|word| start(word) + &tail).collect()
}

/// An order not to, in the other form: `Ne ratez pas` for `Ne rate pas`.
fn not_to(view: &View<'_>, sign: &Sign) -> Option<String> {
    let (verb, _) = imperative::prohibition(view, sign.word)?;
    let range = view.range(verb);
    let other = polite::other_form(view.at(verb), sign.side).pop()?;
    let text = view.text();
    let (head, tail) = (sign.range.start..range.start, range.end..sign.range.end);
    Some(format!("{}{other}{}", text.get(head)?, text.get(tail)?))
}
