//! Mastodon: how its server counts, and what it recognises.
//!
//! Links that name their scheme count 23 and a mention counts without its server; everything else
//! counts in letters as people see them, the content warning included.

mod classes;
mod domain;
mod host;
mod names;
mod urls;

use super::{Entities, Spot, graphemes};
use std::ops::Range;

/// What a link counts.
const LINK: &str = "xxxxxxxxxxxxxxxxxxxxxxx";

pub(super) fn entities(text: &str) -> Entities {
    let mut all: Vec<(Kind, Spot)> = Vec::new();
    let mut add = |kind: Kind, spots: Vec<Spot>| all.extend(spots.into_iter().map(|s| (kind, s)));
    add(Kind::Url, urls::urls(text));
    add(Kind::Hashtag, names::hashtags(text));
    add(Kind::Mention, names::mentions(text));
    add(Kind::Url, urls::extra(text));
    let mut found = Entities::default();
    for (kind, spot) in apart(all) {
        match kind {
            Kind::Url => found.urls.push(spot),
            Kind::Hashtag => found.hashtags.push(spot),
            Kind::Mention => found.mentions.push(spot),
        }
    }
    found
}

/// Calls `each` with every piece of a text that counts, and what it counts; the content warning
/// counts in front, at the text's start.
pub(super) fn weigh(text: &str, warning: &str, mut each: impl FnMut(Range<usize>, usize)) {
    let blank = text.chars().all(char::is_whitespace);
    let shortened = if blank { Vec::new() } else { shortened(text) };
    if warning.is_empty() && shortened.is_empty() {
        if !blank {
            graphemes::each(text, |range| each(range, 1));
        }
        return;
    }
    let counted = Counted::of(if blank { "" } else { text }, warning, shortened);
    let mut link: Option<(Range<usize>, usize)> = None;
    graphemes::each(&counted.text, |range| {
        let (place, in_link) = counted.place(&range);
        match &mut link {
            Some((open, weight)) if in_link && *open == place => *weight += 1,
            _ => {
                if let Some((range, weight)) = link.take() {
                    each(range, weight);
                }
                if in_link {
                    link = Some((place, 1));
                } else {
                    each(place, 1);
                }
            }
        }
    });
    if let Some((range, weight)) = link {
        each(range, weight);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Url,
    Hashtag,
    Mention,
}

/// In the order of the text, without what begins inside the one before.
fn apart(mut all: Vec<(Kind, Spot)>) -> Vec<(Kind, Spot)> {
    all.sort_by_key(|(_, spot)| spot.range.start);
    let mut end = 0;
    all.retain(|(_, spot)| {
        let free = spot.range.start >= end;
        if free {
            end = spot.range.end;
        }
        free
    });
    all
}

/// What counts otherwise than it is written: links and mentions.
fn shortened(text: &str) -> Vec<(Kind, Spot)> {
    let urls = urls::urls(text).into_iter().map(|spot| (Kind::Url, spot));
    let mentions = names::mentions(text).into_iter().map(|spot| (Kind::Mention, spot));
    apart(urls.chain(mentions).collect())
}

/// The text that the server counts, and where its pieces come from.
struct Counted {
    text: String,
    pieces: Vec<Piece>,
}

struct Piece {
    /// Where it begins in the counted text.
    start: usize,
    source: Source,
}

enum Source {
    Warning,
    /// From this byte of the text on, letter by letter.
    Text(usize),
    Link(Range<usize>),
}

impl Counted {
    fn of(text: &str, warning: &str, shortened: Vec<(Kind, Spot)>) -> Self {
        let mut all = Self { text: String::new(), pieces: Vec::new() };
        all.add(warning, Source::Warning);
        let mut from = 0;
        for (kind, Spot { range, value }) in shortened {
            if kind == Kind::Url {
                all.add(&text[from..range.start], Source::Text(from));
                all.add(LINK, Source::Link(range.clone()));
            } else {
                let name = value.split('@').next().unwrap_or_default();
                all.add(&text[from..=range.start + name.len()], Source::Text(from));
            }
            from = range.end;
        }
        all.add(&text[from..], Source::Text(from));
        all
    }

    fn add(&mut self, text: &str, source: Source) {
        if !text.is_empty() {
            self.pieces.push(Piece { start: self.text.len(), source });
            self.text.push_str(text);
        }
    }

    /// Where a letter of the counted text stands in the text, and whether in a link.
    fn place(&self, letter: &Range<usize>) -> (Range<usize>, bool) {
        let piece = self.pieces.partition_point(|piece| piece.start <= letter.start);
        let Some(piece) = piece.checked_sub(1).and_then(|piece| self.pieces.get(piece)) else {
            return (0..0, false);
        };
        match &piece.source {
            Source::Warning => (0..0, false),
            Source::Text(from) => {
                let start = from + letter.start - piece.start;
                (start..start + letter.len(), false)
            }
            Source::Link(range) => (range.clone(), true),
        }
    }
}
