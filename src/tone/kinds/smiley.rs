//! Faces and names of emoji made of punctuation: `:)`, `;-)`, `:D`, `:tada:`.

/// Whether the `:` or `;` at a byte of a text begins or ends a face, or the name of an emoji.
pub(super) fn is_face(text: &str, at: usize) -> bool {
    let (before, sign) = (text[..at].chars().next_back(), text[at..].chars().next());
    let Some(sign) = sign else { return false };
    let after = &text[at + sign.len_utf8()..];
    is_named(text, at, after)
        || (sign != '\u{3b}' || !entity(text, at)) && face(before, after)
        || back_to_front(text, at, after)
}

/// `&amp;` and its like end with a semicolon.
pub(super) fn entity(text: &str, at: usize) -> bool {
    const LONGEST: usize = 10;
    let name = text[..at].bytes().rev().take(LONGEST);
    let letters = name.take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    letters > 1 && text[..at - letters].ends_with('&')
}

/// Eyes, perhaps a nose, and a mouth with nothing glued to it.
fn face(before: Option<char>, after: &str) -> bool {
    let free = before.is_none_or(|c| !c.is_alphanumeric());
    let mut rest = after.chars();
    let mut mouth = rest.next();
    let nose = matches!(mouth, Some('-' | '\'' | '’' | 'o' | '^'));
    if nose && let Some(next) = rest.clone().next().filter(|c| is_mouth(*c)) {
        mouth = Some(next);
        rest.next();
    }
    let Some(mouth) = mouth.filter(|c| is_mouth(*c)) else { return false };
    let ended = !mouth.is_alphanumeric() || rest.next().is_none_or(|c| !c.is_alphanumeric());
    // `mot:)` has a face too, `12:3` none.
    ended && (free || matches!(mouth, ')' | '('))
}

const fn is_mouth(c: char) -> bool {
    matches!(
        c,
        ')' | '('
            | ']'
            | '['
            | '/'
            | '\\'
            | '|'
            | '*'
            | 'D'
            | 'P'
            | 'p'
            | 'O'
            | 'o'
            | '3'
            | 'S'
            | 's'
            | 'x'
            | 'X'
            | '$'
    )
}

/// `(:` and `(;` at the start of a word.
fn back_to_front(text: &str, at: usize, after: &str) -> bool {
    text[..at].ends_with('(') && after.chars().next().is_none_or(char::is_whitespace)
}

/// `:name:`, whichever of its signs this is.
fn is_named(text: &str, at: usize, after: &str) -> bool {
    const LONGEST: usize = 40;
    let inside = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_+-".contains(b);
    let ahead = after.bytes().take(LONGEST).take_while(inside).count();
    let behind = text.as_bytes()[..at].iter().rev().take(LONGEST).take_while(|b| inside(b)).count();
    let opens = ahead > 1 && after[ahead..].starts_with(':');
    let closes = behind > 1 && text[..at - behind].ends_with(':');
    let named =
        |name: &str| name.starts_with(['+', '-']) || name.bytes().any(|b| b.is_ascii_lowercase());
    opens && named(&after[..ahead]) || closes && named(&text[at - behind..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces(text: &str) -> usize {
        let signs = text.char_indices().filter(|(_, c)| matches!(c, ':' | ';'));
        signs.filter(|(at, _)| is_face(text, *at)).count()
    }

    #[test]
    fn faces_are_known() {
        for text in [":)", "Salut :-)", "Oh ;)", ":D", ":-/ bof", ":p !", ":'(", "top:)", "x :3"] {
            assert_eq!(faces(text), 1, "{text}");
        }
        assert_eq!(faces("Bravo :tada: !"), 2);
        assert_eq!(faces(":+1: et :white_check_mark:"), 4);
    }

    #[test]
    fn punctuation_is_no_face() {
        for text in ["Bonjour : demain", "12:30", "Note: Dimanche", "a ; b", "Menu : Pâtes", "a; b"]
        {
            assert_eq!(faces(text), 0, "{text}");
        }
        assert_eq!(faces("de 10:30 à 12:30"), 0);
    }

    #[test]
    fn entities_end_with_a_semicolon() {
        assert!(entity("a &amp; b", "a &amp".len()) && entity("&#39;", 4));
        assert!(!entity("a amp; b", 5) && !entity("; b", 0));
    }
}
