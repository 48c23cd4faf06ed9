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
    /// The same text against the network's second limit, where it has one.
    pub second: Option<Second>,
}

/// A text against a second limit: Bluesky wants 300 letters at most, and 3,000 bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Second {
    /// What it counts.
    pub unit: Unit,
    /// How many of it.
    pub length: usize,
    /// The most that is allowed.
    pub limit: usize,
    /// The byte of the first letter that no longer fits.
    pub over: Option<usize>,
}

/// Measures a text as this network does. `warning` is the content warning, which Mastodon counts
/// with the text; elsewhere it is not counted. `limit` is what `over` is about. The text is taken
/// as it is: whoever reads a file makes its line ends line feeds first.
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
        Unit::CodePoints if network.key == "lemmy" && field == Field::Title => {
            let from = text.len() - text.trim_start().len();
            chars(text.trim(), from, &mut tally, |_| 1);
        }
        Unit::CodePoints => chars(text, 0, &mut tally, |_| 1),
        Unit::Utf16 => chars(text, 0, &mut tally, char::len_utf16),
        Unit::Bytes => chars(text, 0, &mut tally, char::len_utf8),
    }
    let second = (field == Field::Text).then(|| second(network, text)).flatten();
    Measure { unit, length: tally.length, over: tally.over, second }
}

/// How many letters a text has, as people see them.
#[must_use]
pub fn letters(text: &str) -> usize {
    let mut letters = 0;
    graphemes::each(text, |_| letters += 1);
    letters
}

fn second(network: &Network, text: &str) -> Option<Second> {
    let limit = network.bytes.as_ref()?.limit();
    let mut over = None;
    if text.len() > limit {
        graphemes::each(text, |letter| {
            if over.is_none() && letter.end > limit {
                over = Some(letter.start);
            }
        });
    }
    Some(Second { unit: Unit::Bytes, length: text.len(), limit, over })
}

/// Every character; the first stands at the byte `from`.
fn chars(text: &str, from: usize, tally: &mut Tally, weight: impl Fn(char) -> usize) {
    for (start, c) in text.char_indices() {
        let start = from + start;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::find;

    fn of(key: &str, field: Field, text: &str, limit: usize) -> Measure {
        measure(find(key).expect("a network"), field, text, "", Some(limit))
    }

    #[test]
    fn each_unit_counts_its_own() {
        let text = "e\u{301}👨\u{200d}👩\u{200d}👧 é";
        let length = |key: &str| of(key, Field::Text, text, 0).length;
        assert_eq!(length("bluesky"), 4);
        assert_eq!(length("mastodon"), 4);
        assert_eq!(length("instagram"), 9);
        assert_eq!(length("telegram"), 12);
        assert_eq!(length("youtube"), 24);
        assert_eq!(length("threads"), 21);
    }

    #[test]
    fn a_text_passes_its_limit_at_the_first_letter_that_does_not_fit() {
        let of = |key: &str, text: &str, limit: usize| of(key, Field::Text, text, limit).over;
        assert_eq!(of("bluesky", "ab👍🏽", 3), None);
        assert_eq!(of("bluesky", "ab👍🏽", 2), Some(2));
        assert_eq!(of("telegram", "a😀b", 2), Some(1));
        assert_eq!(of("telegram", "a😀b", 3), Some(5));
        assert_eq!(of("mastodon", "a https://example.org/long b", 24), Some(2));
        assert_eq!(of("mastodon", "a https://example.org/long b", 26), Some(27));
    }

    #[test]
    fn line_ends_count_as_they_are_given() {
        for (key, length) in [("telegram", 7), ("youtube", 7), ("x", 7), ("bluesky", 5)] {
            assert_eq!(of(key, Field::Text, "a\r\nb\r\nc", 4).length, length, "{key}");
        }
    }

    #[test]
    fn bluesky_counts_bytes_too() {
        let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
        let text = family.repeat(121);
        let measure = of("bluesky", Field::Text, &text, 300);
        assert_eq!((measure.length, measure.over), (121, None));
        let second = measure.second.expect("a second limit");
        assert_eq!((second.unit, second.length, second.limit), (Unit::Bytes, 3025, 3000));
        assert_eq!(second.over, Some(3000));
        assert_eq!(of("mastodon", Field::Text, &text, 500).second, None);
    }

    #[test]
    fn lemmy_counts_a_title_without_outer_spaces() {
        let measure = of("lemmy", Field::Title, "  a😀b \n", 2);
        assert_eq!((measure.length, measure.over), (3, Some(7)));
    }
}
