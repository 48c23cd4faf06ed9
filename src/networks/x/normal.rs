//! Unicode's composed form (NFC), in which X counts, and the way back to the text as written.

use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text in composed form.
pub(super) struct Normal<'a> {
    /// The text to count.
    pub(super) text: Cow<'a, str>,
    /// Pieces, in order; none if the text was in composed form as written.
    pieces: Vec<Piece>,
}

/// A piece of the composed text and of the text as written.
struct Piece {
    composed: Range<usize>,
    written: Range<usize>,
    /// The same bytes in both.
    same: bool,
}

impl<'a> Normal<'a> {
    pub(super) fn of(written: &'a str) -> Self {
        if written.is_ascii()
            || written.chars().all(is_composed)
            || is_nfc_quick(written.chars()) == IsNormalized::Yes
        {
            return Self { text: Cow::Borrowed(written), pieces: Vec::new() };
        }
        let mut normal = Self { text: Cow::Borrowed(""), pieces: Vec::new() };
        let mut text = String::with_capacity(written.len());
        let mut start = 0;
        for (at, c) in written.char_indices() {
            if at > start && begins_piece(c) {
                normal.push(&mut text, written, start..at);
                start = at;
            }
        }
        normal.push(&mut text, written, start..written.len());
        normal.text = Cow::Owned(text);
        normal
    }

    fn push(&mut self, text: &mut String, written: &str, piece: Range<usize>) {
        let start = text.len();
        text.extend(written[piece.start..piece.end].nfc());
        let composed = start..text.len();
        let same = text[start..] == written[piece.start..piece.end];
        match self.pieces.last_mut().filter(|last| last.same && same) {
            Some(last) => {
                last.composed.end = composed.end;
                last.written.end = piece.end;
            }
            None => self.pieces.push(Piece { composed, written: piece, same }),
        }
    }

    /// The bytes of the text as written that bytes of the composed text come from.
    pub(super) fn written(&self, range: Range<usize>) -> Range<usize> {
        if self.pieces.is_empty() {
            return range;
        }
        let piece = |at: usize| {
            let after = self.pieces.partition_point(|piece| piece.composed.start <= at);
            self.pieces.get(after.saturating_sub(1))
        };
        let start = piece(range.start).map_or(range.start, |piece| match piece.same {
            true => piece.written.start + (range.start - piece.composed.start),
            false => piece.written.start,
        });
        let last = range.end.saturating_sub(1).max(range.start);
        let end = piece(last).map_or(range.end, |piece| match piece.same {
            true => piece.written.start + (range.end - piece.composed.start),
            false => piece.written.end,
        });
        start..end
    }
}

/// Whether a character is one of the many that never change and never join the one before them:
/// all before the first accent, and the greater part of what posts are written in.
const fn is_composed(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{2ff}'
            | '\u{2002}'..='\u{206f}'
            | '\u{20a0}'..='\u{20bf}'
            | '\u{2190}'..='\u{2328}'
            | '\u{2600}'..='\u{27bf}'
            | '\u{3000}'..='\u{3029}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{ff00}'..='\u{ffef}'
            | '\u{1f000}'..='\u{1faff}'
    )
}

/// Whether no character before this one can change with it.
fn begins_piece(c: char) -> bool {
    c < '\u{300}'
        || (canonical_combining_class(c) == 0
            && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_composed_text_is_left_alone() {
        for text in ["", "été", "L’été « indien » – 100 €…", "漢字 한국 😀"] {
            let normal = Normal::of(text);
            assert!(matches!(normal.text, Cow::Borrowed(_)), "{text}");
            assert_eq!(normal.written(1..3), 1..3);
        }
    }

    #[test]
    fn what_is_skipped_is_composed_and_never_joins() {
        for c in ('\0'..=char::MAX).filter(|c| is_composed(*c)) {
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
        }
    }

    #[test]
    fn places_are_found_again_in_the_text_as_written() {
        let normal = Normal::of("de\u{301}ja\u{300} vu");
        assert_eq!(normal.text, "déjà vu");
        for (composed, written) in
            [(0..1, 0..1), (1..3, 1..4), (3..4, 4..5), (4..6, 5..8), (6..7, 8..9)]
        {
            assert_eq!(normal.written(composed.clone()), written, "{composed:?}");
        }
        assert_eq!(normal.written(1..9), 1..11);
        let normal = Normal::of("\u{1112}\u{1161}\u{11ab}!");
        assert_eq!(normal.text, "한!");
        assert_eq!(normal.written(3..4), 9..10);
        assert_eq!(Normal::of("\u{2126}").text, "\u{3a9}");
    }
}
