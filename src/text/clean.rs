//! Untrusted text made safe for a screen.

use std::borrow::Cow;

/// The text without what could move the cursor, colour the screen or turn the reading direction:
/// control characters (C0, C1) but the line feed and the tab, the bidirectional controls, and what
/// is no character. Each is shown as `�`. The joiner of emoji stays.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect())
}

/// Whether a character must not reach a screen as it is.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            true
        }
        // No characters at all, by Unicode's own word; `render` keeps one for itself.
        '\u{fdd0}'..='\u{fdef}' => true,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_direction_marks_are_shown_not_obeyed() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\u{9b}"), "a�[31mb�c�");
        assert_eq!(clean("👩\u{200d}🍳 été\n\t"), "👩\u{200d}🍳 été\n\t");
    }
}
