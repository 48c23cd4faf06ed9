//! Where in a text a term may begin: the anchors of all terms, by their first letters.
//!
//! Terms are words, so nearly all of them can begin only where a word does: a text costs one look at
//! its bytes and one at a table for each word, however many terms there are. Terms that begin with a
//! sign, or may be parts of words, are looked for at every character. No automaton is as quickly
//! built, and a program that reads one post builds as much as one that reads ten thousand.

use crate::text::Pairs;

/// The letters that an anchor is filed under: its first, four bytes at most.
const KEY: usize = 4;

/// The anchors of the terms.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: Table,
    anywhere: Table,
}

/// Where an anchor may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a word.
    Word,
    /// At any character.
    Anywhere,
}

/// Anchors, each with the entry that it stands for.
#[derive(Debug, Default)]
struct Table {
    anchors: Vec<(String, usize)>,
    /// For each bucket, where its anchors begin in `filed`; one more for the end.
    buckets: Vec<u32>,
    /// Anchors, bucket by bucket.
    filed: Vec<u32>,
    /// The lengths of keys that there are, shortest first.
    lengths: Vec<usize>,
    /// The first two bytes of the anchors, in a sieve: most words of a text begin with none of them.
    heads: Pairs,
}

impl Index {
    /// Adds an anchor, of at least a byte.
    pub(super) fn add(&mut self, anchor: String, place: Place, entry: usize) {
        match place {
            Place::Word => self.words.anchors.push((anchor, entry)),
            Place::Anywhere => self.anywhere.anchors.push((anchor, entry)),
        }
    }

    /// Makes it ready, when all anchors are added.
    pub(super) fn file(&mut self) {
        self.words.file();
        self.anywhere.file();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.anchors.is_empty() && self.anywhere.anchors.is_empty()
    }

    /// Hands over each place of a folded text where an anchor stands, and the entry.
    pub(super) fn each(&self, text: &str, mut met: impl FnMut(usize, usize)) {
        let bytes = text.as_bytes();
        let anywhere = !self.anywhere.anchors.is_empty();
        let mut inside = false;
        for (at, &byte) in bytes.iter().enumerate() {
            // Beyond ASCII a character, which may be a sign, begins with a byte from 0xc2 on.
            let plain = byte.is_ascii_alphanumeric();
            if plain && !inside || byte >= 0xc2 {
                self.words.at(bytes, at, &mut met);
            }
            inside = plain;
            if anywhere && (byte.is_ascii() || byte >= 0xc2) {
                self.anywhere.at(bytes, at, &mut met);
            }
        }
    }
}

impl Table {
    fn file(&mut self) {
        let size = (self.anchors.len() * 4).next_power_of_two().max(64);
        let mut counts = vec![0_u32; size + 1];
        let key = |anchor: &str| bucket(&anchor.as_bytes()[..anchor.len().min(KEY)], size);
        for (anchor, _) in &self.anchors {
            counts[key(anchor) + 1] += 1;
            let length = anchor.len().min(KEY);
            if !self.lengths.contains(&length) {
                self.lengths.push(length);
            }
        }
        self.lengths.sort_unstable();
        for (anchor, _) in &self.anchors {
            match *anchor.as_bytes() {
                [first, second, ..] => self.heads.add([first, second]),
                [first] => (0..=u8::MAX).for_each(|second| self.heads.add([first, second])),
                [] => {}
            }
        }
        for bucket in 0..size {
            counts[bucket + 1] += counts[bucket];
        }
        self.buckets.clone_from(&counts);
        self.filed = vec![0; self.anchors.len()];
        for (number, (anchor, _)) in (0..).zip(&self.anchors) {
            let slot = &mut counts[key(anchor)];
            if let Ok(at) = usize::try_from(*slot) {
                self.filed[at] = number;
            }
            *slot += 1;
        }
    }

    /// The anchors that stand at a byte.
    fn at(&self, bytes: &[u8], at: usize, met: &mut impl FnMut(usize, usize)) {
        if let [first, second, ..] = bytes[at..]
            && !self.heads.may_hold([first, second])
        {
            return;
        }
        for length in &self.lengths {
            let Some(key) = bytes.get(at..at + length) else {
                return;
            };
            let bucket = bucket(key, self.buckets.len() - 1);
            let (from, to) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
            for number in &self.filed[from..to] {
                let (anchor, entry) = &self.anchors[*number as usize];
                let filed = anchor.len().min(KEY) == *length;
                if filed && bytes[at..].starts_with(anchor.as_bytes()) {
                    met(at, *entry);
                }
            }
        }
    }
}

/// The bucket of a key among a power of two of them.
fn bucket(key: &[u8], size: usize) -> usize {
    let mut hash = 0_u32;
    for byte in key {
        hash = (hash.rotate_left(8)) ^ u32::from(*byte);
    }
    // The high bits of a product are well mixed.
    let mixed = hash.wrapping_mul(0x9e37_79b1) >> 12;
    mixed as usize & (size - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(anchors: &[(&str, Place)], text: &str) -> Vec<(usize, usize)> {
        let mut index = Index::default();
        for (entry, (anchor, place)) in anchors.iter().enumerate() {
            index.add((*anchor).to_owned(), *place, entry);
        }
        index.file();
        let mut all = Vec::new();
        index.each(text, |at, entry| all.push((at, entry)));
        all.sort_unstable();
        all
    }

    #[test]
    fn anchors_are_met_where_they_may_stand() {
        use Place::{Anywhere, Word};
        assert_eq!(met(&[("top", Word)], "top stop top-top"), [(0, 0), (9, 0), (13, 0)]);
        assert_eq!(met(&[("top", Anywhere)], "stop"), [(1, 0)]);
        assert_eq!(
            met(&[("n°", Word), ("a", Word), ("€", Anywhere)], "n°1 a5€"),
            [(0, 0), (5, 1), (7, 2)]
        );
        assert_eq!(
            met(&[("offre", Word), ("offr", Word), ("of", Word)], "offre"),
            [(0, 0), (0, 1), (0, 2)]
        );
        assert_eq!(met(&[("мир", Word)], "да мир"), [(5, 0)]);
        assert_eq!(met(&[("abc", Word)], "🎉abc ab"), [(4, 0)]);
        assert_eq!(met(&[], "abc"), []);
    }
}
