//! X's weighted length: Latin letters and most punctuation 1, everything else 2, an emoji 2 as a
//! whole, a link 23.

use super::normal::Normal;
use super::url::{self, Link};
use crate::networks::emoji::{self, Age};
use std::ops::Range;

const LINK: usize = 23;
const EMOJI: usize = 2;
const HEAVY: usize = 2;

/// Calls `each` with every piece of a text that counts as one, its bytes in the text as written, and
/// what it counts.
pub(super) fn weigh(text: &str, age: Age, each: &mut dyn FnMut(Range<usize>, usize)) {
    let normal = Normal::of(text);
    let mut walk = Walk { text: &normal.text, age, bare: 0 };
    let mut at = 0;
    let letters = |walk: &Walk<'_>, from: usize, to: usize, each: &mut dyn FnMut(_, _)| {
        let mut at = from;
        while at < to {
            let (end, weight) = walk.letter(at);
            each(normal.written(at..end), weight);
            at = end;
        }
        at
    };
    for link in url::all(&normal.text) {
        let start = link.range.start;
        at = letters(&walk, at, start, each);
        // A link that an emoji or a link before it has taken the start of counts letter by letter.
        if at == start {
            at = walk.link(&link);
            each(normal.written(start..at), LINK);
        }
    }
    letters(&walk, at, normal.text.len(), each);
}

/// A way through a composed text, piece by piece.
struct Walk<'a> {
    text: &'a str,
    age: Age,
    /// Up to here letters count by themselves: they belong to an emoji that a link has cut.
    bare: usize,
}

impl Walk<'_> {
    /// Where the letter or emoji ends that begins at this byte, and what it counts.
    fn letter(&self, at: usize) -> (usize, usize) {
        if self.text.as_bytes()[at].is_ascii() && !self.is_keycap(at) {
            return (at + 1, 1);
        }
        let rest = &self.text[at..];
        if at >= self.bare
            && let Some(length) = emoji::length(rest, self.age)
        {
            return (at + length, EMOJI);
        }
        rest.chars().next().map_or((self.text.len(), 0), |c| (at + c.len_utf8(), weight(c)))
    }

    /// Where a link ends, for the count.
    fn link(&mut self, link: &Link) -> usize {
        let (end, inside) = self.end_of_address(link);
        self.pass(link.range.start, end + usize::from(inside));
        end
    }

    fn is_keycap(&self, at: usize) -> bool {
        let next = self.text.as_bytes().get(at + 1);
        next.is_some_and(|byte| matches!(byte, 0xe2 | 0xef))
    }

    /// The reference steps over as many UTF-16 units as the address has, which may be fewer than the
    /// link has in the text. Where that is inside a letter, it counts as one: then true is answered.
    fn end_of_address(&self, link: &Link) -> (usize, bool) {
        let [head, tail] = &link.parts;
        if tail.is_empty() {
            return (head.end, false);
        }
        let mut units: usize =
            [head, tail].map(|part| url::utf16(&self.text[part.clone()])).iter().sum();
        let start = link.range.start;
        for (at, c) in self.text[start..].char_indices() {
            if units < c.len_utf16() {
                return (start + at, units > 0);
            }
            units -= c.len_utf16();
        }
        (self.text.len(), false)
    }

    /// Looks for an emoji that begins inside a link and goes on after it.
    fn pass(&mut self, from: usize, end: usize) {
        let own = &self.text.as_bytes()[from..end.min(self.text.len())];
        if own.is_ascii() {
            return;
        }
        let mut at = from;
        while at < end {
            let rest = &self.text[at..];
            let letter = rest.chars().next().map_or(1, char::len_utf8);
            at += emoji::length(rest, self.age).unwrap_or(letter);
        }
        self.bare = at;
    }
}

/// What a letter counts that is no emoji.
const fn weight(c: char) -> usize {
    match c {
        '\0'..='\u{10ff}'
        | '\u{2000}'..='\u{200d}'
        | '\u{2010}'..='\u{201f}'
        | '\u{2032}'..='\u{2037}' => 1,
        _ => HEAVY,
    }
}
