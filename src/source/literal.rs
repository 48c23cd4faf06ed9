//! Offsets inside a TOML string: from what it says back to the bytes that say it.
//!
//! A finding about a word of a post points at that very word, through escapes, line ends and the
//! newline that TOML drops after `"""`.

use super::{At, Source, Span};
use memchr::memchr;

/// A TOML string literal as written, with the way back from its content to its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Literal<'a> {
    raw: &'a str,
    at: At,
    kept: Kept,
}

/// How words are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// In a string of a TOML file.
    InString,
    /// As a file of their own.
    AsFile,
}

impl<'a> Literal<'a> {
    /// The literal at a place of a file; a place that holds no literal is taken as plain text, and
    /// so is a whole file: a text kept in a file of its own.
    #[must_use]
    pub fn new(source: &'a Source, at: At) -> Self {
        let span = source.snap(at.span);
        let whole = span.range() == (0..source.text().len());
        let kept = if whole { Kept::AsFile } else { Kept::InString };
        Self { raw: source.slice(span), at: At { source: at.source, span }, kept }
    }

    /// Whether these letters can be written in it as they are.
    #[must_use]
    pub fn holds(&self, letters: &str) -> bool {
        let quote = self.raw.chars().next().filter(|c| matches!(c, '"' | '\''));
        let plain = |c: char| match quote {
            _ if self.kept == Kept::AsFile => true,
            _ if c.is_control() => false,
            Some('"') => !matches!(c, '"' | '\\'),
            Some(_) => c != '\'',
            None => false,
        };
        letters.chars().all(plain)
    }

    /// The bytes that write the bytes `range` of the content.
    #[must_use]
    pub fn locate(&self, range: std::ops::Range<usize>) -> At {
        let mut from = None;
        let mut to = None;
        let mut decoded = 0;
        for piece in Pieces::new(self.raw, self.kept) {
            if from.is_none() && decoded + piece.says > range.start {
                let within = range.start.saturating_sub(decoded);
                let at = piece.start + if piece.is_plain() { within } else { 0 };
                from = (0..=at).rev().find(|at| self.raw.is_char_boundary(*at));
            }
            let before = decoded;
            decoded += piece.says;
            if decoded >= range.end && from.is_some() {
                let within = range.end.max(range.start + 1).saturating_sub(before);
                let at = if piece.is_plain() { piece.start + within } else { piece.end };
                to = (at..=piece.end).find(|at| self.raw.is_char_boundary(*at));
                break;
            }
        }
        let base = self.at.span.start as usize;
        match (from, to) {
            (Some(from), Some(to)) => {
                let span = Span::new(base + from..base + to.max(from));
                At { source: self.at.source, span }
            }
            _ => self.at,
        }
    }
}

/// A stretch of raw bytes and how many bytes of content it stands for: an escape, or all that
/// stands up to the next.
struct Piece {
    start: usize,
    end: usize,
    says: usize,
}

impl Piece {
    /// Whether it stands for itself; no escape is as long as what it says.
    const fn is_plain(&self) -> bool {
        self.says == self.end - self.start
    }
}

struct Pieces<'a> {
    raw: &'a str,
    pos: usize,
    end: usize,
    escapes: Escapes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    Read,
    Plain,
}

impl<'a> Pieces<'a> {
    fn new(raw: &'a str, kept: Kept) -> Self {
        let (quote, escapes) = match raw {
            _ if kept == Kept::AsFile => ("", Escapes::Plain),
            _ if raw.starts_with("\"\"\"") => ("\"\"\"", Escapes::Read),
            _ if raw.starts_with("'''") => ("'''", Escapes::Plain),
            _ if raw.starts_with('"') => ("\"", Escapes::Read),
            _ if raw.starts_with('\'') => ("'", Escapes::Plain),
            _ => ("", Escapes::Plain),
        };
        let mut pos = quote.len();
        if quote.len() == 3 {
            let rest = &raw[pos..];
            pos += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
        }
        let closed = raw.len() >= pos + quote.len() && raw.ends_with(quote);
        let end = if closed { raw.len() - quote.len() } else { raw.len() };
        Self { raw, pos, end, escapes }
    }

    /// Length in bytes of the escape at the start of `rest`, and of what it says.
    fn escape(rest: &str) -> (usize, usize) {
        let hex = |digits: usize| {
            let code = rest.get(2..2 + digits).and_then(|h| u32::from_str_radix(h, 16).ok());
            let says = code.and_then(char::from_u32).map_or(1, char::len_utf8);
            ((2 + digits).min(rest.len()), says)
        };
        match rest[1..].chars().next() {
            Some('u') => hex(4),
            Some('U') => hex(8),
            Some('x') => hex(2),
            Some(' ' | '\t' | '\r' | '\n') => {
                // Blanks of TOML alone: a no-break space is a letter of the text.
                let bare = rest[1..].trim_start_matches([' ', '\t', '\r', '\n']);
                (rest.len() - bare.len(), 0)
            }
            Some(c) => (1 + c.len_utf8(), 1),
            None => (1, 1),
        }
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let rest = self.raw.get(self.pos..self.end)?;
        if rest.is_empty() {
            return None;
        }
        let escape = match self.escapes {
            Escapes::Read => memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len()),
            Escapes::Plain => rest.len(),
        };
        let (length, says) = if escape == 0 { Self::escape(rest) } else { (escape, escape) };
        let start = self.pos;
        self.pos += length.min(rest.len());
        Some(Piece { start, end: self.pos, says })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Source, Sources, Span};
    use super::*;

    fn found(text: &str, decoded: &str, word: &str) -> String {
        let mut sources = Sources::default();
        let id = sources.add("a", text);
        let source: &Source = sources.get(id);
        let start = text.find(['"', '\'']).unwrap();
        let at = At { source: id, span: Span::new(start..text.len()) };
        let from = decoded.find(word).unwrap();
        let at = Literal::new(source, at).locate(from..from + word.len());
        source.slice(at.span).to_owned()
    }

    #[test]
    fn a_word_is_found_through_escapes() {
        assert_eq!(found(r#"t = "né \"ici\" TBD.""#, "né \"ici\" TBD.", "TBD"), "TBD");
        assert_eq!(found(r#"t = "\u00e9t\u00e9 [lien]""#, "été [lien]", "[lien]"), "[lien]");
        assert_eq!(found(r#"t = "\u00e9t\u00e9""#, "été", "é"), r"\u00e9");
    }

    #[test]
    fn a_word_is_found_in_strings_of_several_lines() {
        assert_eq!(found("t = \"\"\"\nun\ndeux\"\"\"", "un\ndeux", "deux"), "deux");
        assert_eq!(found("t = \"\"\"\r\nun \\\r\n   deux\"\"\"", "un deux", "deux"), "deux");
        let nbsp = "t = \"\"\"\nun \\\n\u{a0}: deux\"\"\"";
        assert_eq!(found(nbsp, "un \u{a0}: deux", "deux"), "deux");
        assert_eq!(found("t = '''\nC:\\deux'''", "C:\\deux", "deux"), "deux");
        assert_eq!(found("t = 'deux'", "deux", "deux"), "deux");
    }

    #[test]
    fn a_file_of_its_own_holds_its_words_as_they_are() {
        let text = "\"Un \\n deux\"\r\ntrois";
        let mut sources = Sources::default();
        let id = sources.add("a", text);
        let at = At { source: id, span: Span::new(0..text.len()) };
        let from = text.find("deux").unwrap();
        let at = Literal::new(sources.get(id), at).locate(from..from + 4);
        assert_eq!(at.span.range(), from..from + 4);
    }
}
