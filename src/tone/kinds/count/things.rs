//! The things of a text that can be counted, in its order.

use crate::model::tone::{Counted, Counting, Extent, Without};
use crate::networks::{Spot, each_letter};
use crate::text::Glue;
use crate::tone::Passage;
use crate::tone::kinds::{caps, emoji, place, punctuation, smiley};
use crate::tone::passage::touches;
use crate::tone::voice::Reading;
use std::ops::Range;

/// Calls `each` with everything that is counted, in the order of the text; whether that was all.
pub(super) fn each(
    wanted: &Counting,
    reading: &Reading<'_>,
    each: &mut impl FnMut(Range<usize>),
) -> bool {
    let passage = reading.passage;
    let left_out = left_out(&wanted.without, passage);
    // What else is counted has no words that an exception could be about.
    let has_words = matches!(wanted.of, Counted::Pattern | Counted::CapsWord);
    let mut each = |range: Range<usize>| {
        let excepted = has_words && reading.found.is_excepted(reading.index, &range);
        if !excepted && !touches(&left_out, &range) {
            each(range);
        }
    };
    let entities = passage.entities;
    match wanted.of {
        Counted::Char => each_letter(passage.text, each),
        Counted::Word => words(wanted.per, passage, &left_out, &mut each),
        Counted::Sentence => passage.sentences().iter().cloned().for_each(each),
        Counted::Line => lines(passage.text).for_each(each),
        Counted::Emoji => emoji::in_words(passage).into_iter().for_each(each),
        Counted::Exclamation => marks(passage, punctuation::exclaims, &mut each),
        Counted::Question => marks(passage, punctuation::asks, &mut each),
        Counted::Comma => commas(passage, &mut each),
        Counted::Ellipsis => ellipses(passage, &mut each),
        Counted::Hashtag => spots(&entities.hashtags, &mut each),
        Counted::Mention => spots(&entities.mentions, &mut each),
        Counted::Link => spots(&entities.urls, &mut each),
        Counted::CapsWord => shouted(passage, &mut each),
        Counted::Semicolon => semicolons(passage, &mut each),
        Counted::Pattern => {
            let (found, all) = reading.patterns.counted(passage);
            found.into_iter().for_each(each);
            return all;
        }
    }
    true
}

/// The lines of a text that have something in them, without the blanks around it.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = next + line.len() - line.trim_start().len();
        next += line.len();
        let long = line.trim().len();
        (long > 0).then_some(start..start + long)
    })
}

/// What is not counted: sorted and separate, each with the blanks before it.
fn left_out(without: &[Without], passage: &Passage<'_>) -> Vec<Range<usize>> {
    let entities = passage.entities;
    let of = |spots: &[Spot]| spots.iter().map(|spot| spot.range.clone()).collect::<Vec<_>>();
    let mut all: Vec<Range<usize>> = Vec::new();
    for one in without {
        all.extend(match one {
            Without::Hashtags => of(&entities.hashtags),
            Without::Mentions => of(&entities.mentions),
            Without::Links => of(&entities.urls),
            Without::Emoji => emoji::in_words(passage),
            Without::Signature => passage.signature.iter().cloned().collect(),
            Without::Quotes => passage.quotations().to_vec(),
        });
    }
    all.sort_unstable_by_key(|range| range.start);
    let mut separate: Vec<Range<usize>> = Vec::new();
    for range in all {
        let before = separate.last().map_or(0, |last| last.end).min(range.start);
        let start = before + passage.text[before..range.start].trim_end().len();
        match separate.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(range.end),
            _ => separate.push(start..range.end),
        }
    }
    separate
}

/// Words as people count them: `l’été`, `rendez-vous`, a hashtag and a link are one each. In a
/// sentence or a line, hashtags and links behind the last word are no words of it.
fn words(
    per: Extent,
    passage: &Passage<'_>,
    left_out: &[Range<usize>],
    each: &mut impl FnMut(Range<usize>),
) {
    let masks = passage.masks();
    let mut mask = 0;
    let mut taken = None;
    // Hashtags and links that no word of the same sentence followed yet.
    let mut waiting: Vec<Range<usize>> = Vec::new();
    let mut before: Option<Range<usize>> = None;
    for word in passage.words().list() {
        let range = word.range();
        while masks.get(mask).is_some_and(|mask| mask.end <= range.start) {
            mask += 1;
        }
        if masks.get(mask).is_some_and(|mask| mask.start < range.end) {
            let first = taken.replace(mask) != Some(mask);
            let own = masks[mask].clone();
            match per {
                _ if !first => {}
                Extent::Post => each(own),
                _ => waiting.push(own),
            }
            before = None;
            continue;
        }
        if place::is_key(passage.text, &range) {
            continue;
        }
        let near = |one: &Range<usize>| !ends(&passage.text[one.end..range.start]);
        if waiting.last().is_some_and(near) {
            waiting.drain(..).for_each(&mut *each);
        }
        waiting.clear();
        let joined = word.glue != Glue::Apart
            && before.as_ref().is_some_and(|before| !touches(left_out, before));
        if !joined {
            each(range.clone());
        }
        before = Some(range);
    }
}

/// Whether a sentence may end between two words.
fn ends(between: &str) -> bool {
    between.contains(['.', '!', '?', '…', '\n'])
}

fn spots(spots: &[Spot], each: &mut impl FnMut(Range<usize>)) {
    spots.iter().for_each(|spot| each(spot.range.clone()));
}

/// Marks outside links; some characters are two.
fn marks(passage: &Passage<'_>, how_many: fn(char) -> u32, each: &mut impl FnMut(Range<usize>)) {
    for (at, c) in passage.text.char_indices() {
        let range = at..at + c.len_utf8();
        let n = how_many(c);
        if n > 0 && !passage.is_masked(&range) {
            (0..n).for_each(|_| each(range.clone()));
        }
    }
}

/// Commas that are not in a number.
fn commas(passage: &Passage<'_>, each: &mut impl FnMut(Range<usize>)) {
    let bytes = passage.text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    for at in memchr::memchr_iter(b',', bytes) {
        let number = digit(at.checked_sub(1)) && digit(Some(at + 1));
        if !number && !passage.is_masked(&(at..at + 1)) {
            each(at..at + 1);
        }
    }
}

/// `…`, and three dots or more.
fn ellipses(passage: &Passage<'_>, each: &mut impl FnMut(Range<usize>)) {
    let text = passage.text;
    let mut at = 0;
    while let Some(start) = text[at..].find(['…', '.']).map(|found| at + found) {
        let rest = &text[start..];
        let long = rest.len() - rest.trim_start_matches(['…', '.']).len();
        at = start + long;
        let ellipsis = rest.starts_with('…') || long > 2;
        if ellipsis && !passage.is_masked(&(start..at)) {
            each(start..at);
        }
    }
}

/// Semicolons that are no part of a face or of `&amp;`.
fn semicolons(passage: &Passage<'_>, each: &mut impl FnMut(Range<usize>)) {
    let text = passage.text;
    for at in memchr::memchr_iter(b';', text.as_bytes()) {
        let other = smiley::is_face(text, at) || smiley::entity(text, at);
        if !other && !passage.is_masked(&(at..at + 1)) {
            each(at..at + 1);
        }
    }
}

/// Words in capitals that are surely no acronyms.
fn shouted(passage: &Passage<'_>, each: &mut impl FnMut(Range<usize>)) {
    for word in passage.words().list() {
        if caps::is_shouted(passage, word) && !passage.is_masked(&word.range()) {
            each(word.range());
        }
    }
}
