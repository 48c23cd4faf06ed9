//! Where in a text something belongs: its first line, its end, before the fold.

use crate::model::tone::Position;
use crate::networks::each_letter;
use crate::tone::Passage;
use crate::tone::voice::Reading;
use std::ops::Range;

/// The bytes of a text in which something at this position lies; `fold` is in letters. All of the
/// text where the position asks for nothing, or nobody knows where the text is cut.
pub(super) fn room(position: Position, reading: &Reading<'_>, fold: Option<u32>) -> Range<usize> {
    let passage = reading.passage;
    let text = passage.text;
    let all = 0..text.len();
    match position {
        Position::Anywhere => all,
        Position::Start => 0..passage.words().list().first().map_or(all.end, |w| w.range().end),
        Position::FirstLine => {
            let start = text.len() - text.trim_start().len();
            0..text[start..].find('\n').map_or(all.end, |end| start + end)
        }
        Position::LastLine => {
            let body = text[..signed(passage)].trim_end();
            body.rfind('\n').map_or(0, |line| line + 1)..all.end
        }
        Position::End => last_word(passage)..all.end,
        Position::BeforeFold => {
            let network = reading.about.network.and_then(|network| network.fold);
            fold.or(network).map_or(all, |fold| 0..letters_end(text, fold))
        }
    }
}

/// The byte at which the last word begins that is neither a hashtag, mention or link nor part of
/// the signature or an emoji.
fn last_word(passage: &Passage<'_>) -> usize {
    let signed = signed(passage);
    let masks = passage.masks();
    let mut mask = masks.len();
    let last = passage.words().list().iter().rev().find(|word| {
        let range = word.range();
        while mask > 0 && masks[mask - 1].start >= range.end {
            mask -= 1;
        }
        let masked = mask > 0 && masks[mask - 1].end > range.start;
        let keyed = is_key(passage.text, &range);
        range.start < signed && !masked && !keyed
    });
    last.map_or(0, |word| word.range().start)
}

/// Whether a word is a key of a telephone, an emoji: a digit in a frame.
pub(super) fn is_key(text: &str, word: &Range<usize>) -> bool {
    let after = &text[word.end..];
    let framed = after.strip_prefix('\u{fe0f}').unwrap_or(after).starts_with('\u{20e3}');
    framed || text[word.clone()].ends_with('\u{20e3}')
}

/// The byte at which the signature begins, or the text ends.
fn signed(passage: &Passage<'_>) -> usize {
    passage.signature.as_ref().map_or(passage.text.len(), |signature| signature.start)
}

/// The byte at which so many letters end.
pub(super) fn letters_end(text: &str, letters: u32) -> usize {
    let letters = usize::try_from(letters).unwrap_or(usize::MAX);
    if text.len() <= letters {
        return text.len();
    }
    let (mut seen, mut end) = (0, 0);
    each_letter(text, |letter| {
        seen += 1;
        if seen <= letters {
            end = letter.end;
        }
    });
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_as_people_see_them() {
        assert_eq!(letters_end("été", 2), "ét".len());
        assert_eq!(letters_end("👩‍🍳🇫🇷é", 1), "👩‍🍳".len());
        assert_eq!(letters_end("a", 5), 1);
        assert_eq!(letters_end("", 0), 0);
    }
}
