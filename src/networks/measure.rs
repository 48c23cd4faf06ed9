//! How long a text is for a network, and where it passes a limit.

use super::{Network, Unit, graphemes, mastodon, x};
use std::ops::Range;

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field {
    /// The text of a post.
    #[default]
    Text,
    /// The title of a post.
    Title,
}

/// How long a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// What is counted.
    pub unit: Unit,
    /// How many of it.
    pub length: usize,
    /// Where the text passes the limit it was measured against: the byte of the first letter that
    /// no longer fits. Absent when all of it fits, or when no limit was given.
    pub over: Option<usize>,
}

/// Measures a text as this network does. `warning` is the content warning, which Mastodon counts
/// with the text; elsewhere it is not counted. `limit` is what `over` is about.
#[must_use]
pub fn measure(
    network: &Network,
    field: Field,
    text: &str,
    warning: &str,
    limit: Option<usize>,
) -> Measure {
    let unit = match field {
        Field::Text => network.unit,
        Field::Title => network.title_unit,
    };
    let mut tally = Tally::new(limit);
    match unit {
        Unit::Weighted => x::weigh(text, &mut |range, weight| tally.add(range, weight)),
        Unit::Graphemes if network.key == "mastodon" && field == Field::Text => {
            mastodon::weigh(text, warning, |range, weight| tally.add(range, weight));
        }
        Unit::Graphemes => graphemes::each(text, |range| tally.add(range, 1)),
        Unit::GraphemesEmojiBytes => {
            graphemes::with_emoji_bytes(text, |range, weight| tally.add(range, weight));
        }
        Unit::CodePoints => chars(text, &mut tally, |_| 1),
        Unit::Utf16 => chars(text, &mut tally, char::len_utf16),
        Unit::Bytes => chars(text, &mut tally, char::len_utf8),
    }
    Measure { unit, length: tally.length, over: tally.over }
}

/// How many letters a text has, as people see them.
#[must_use]
pub fn letters(text: &str) -> usize {
    let mut letters = 0;
    graphemes::each(text, &mut |_| letters += 1);
    letters
}

fn chars(text: &str, tally: &mut Tally, weight: impl Fn(char) -> usize) {
    for (start, c) in text.char_indices() {
        tally.add(start..start + c.len_utf8(), weight(c));
    }
}

/// A length that grows, and the first letter past the limit.
struct Tally {
    length: usize,
    limit: Option<usize>,
    over: Option<usize>,
}

impl Tally {
    const fn new(limit: Option<usize>) -> Self {
        Self { length: 0, limit, over: None }
    }

    fn add(&mut self, range: Range<usize>, weight: usize) {
        self.length += weight;
        if self.over.is_none() && self.limit.is_some_and(|limit| self.length > limit) {
            self.over = Some(range.start);
        }
    }
}
