//! Forms of TOML 1.1 that other TOML tools refuse.
//!
//! The parser reads them; a calendar that has to pass through other hands is better without.

use crate::diagnostic::Finding;
use crate::lang::{Lang, Phrase, Text};
use crate::source::{At, SourceId, Span};

/// Every TOML 1.1 form of a text without syntax errors, in order.
pub(super) fn find(text: &str, source: SourceId) -> Vec<Finding> {
    let mut scan = Scan { bytes: text.as_bytes(), pos: 0, open: Vec::new(), found: Vec::new() };
    scan.run();
    scan.found
        .into_iter()
        .map(|(range, form)| {
            let at = At { source, span: Span::new(range) };
            Finding::new("toml-1-1", at, form.into()).help(Text::of(|lang| match lang {
                Lang::En => "most TOML tools still refuse it: write it the older way".to_owned(),
                Lang::Fr => {
                    "la plupart des outils TOML le refusent encore\u{a0}: écrivez-le à l’ancienne"
                        .to_owned()
                }
            }))
        })
        .collect()
}

const LINE_BREAK: Phrase = Phrase {
    en: "a line break inside `{ … }` is TOML 1.1",
    fr: "un retour à la ligne dans `{ … }` est du TOML 1.1",
};
const COMMA: Phrase =
    Phrase { en: "a comma before `}` is TOML 1.1", fr: "une virgule avant `}` est du TOML 1.1" };
const ESCAPE: Phrase =
    Phrase { en: "this escape is TOML 1.1", fr: "cet échappement est du TOML 1.1" };
const SECONDS: Phrase = Phrase {
    en: "a time without seconds is TOML 1.1",
    fr: "une heure sans secondes est du TOML 1.1",
};

struct Scan<'t> {
    bytes: &'t [u8],
    pos: usize,
    /// Open brackets: `[`, `{`, or `|` for a `{` whose line breaks were reported.
    open: Vec<u8>,
    found: Vec<(std::ops::Range<usize>, Phrase)>,
}

impl Scan<'_> {
    fn run(&mut self) {
        let mut comma = None;
        let mut after_equals = false;
        while let Some(&byte) = self.bytes.get(self.pos) {
            match byte {
                b'"' | b'\'' => {
                    self.string(byte);
                    comma = None;
                    after_equals = false;
                    continue;
                }
                b'#' => {
                    while self.bytes.get(self.pos).is_some_and(|b| *b != b'\n') {
                        self.pos += 1;
                    }
                    continue;
                }
                b'[' | b'{' => {
                    if after_equals || !self.open.is_empty() {
                        self.open.push(byte);
                    } else {
                        self.skip_line();
                    }
                }
                b']' | b'}' => {
                    if let (b'}', Some(at)) = (byte, comma) {
                        self.found.push((at..at + 1, COMMA));
                    }
                    self.open.pop();
                }
                b'\n' => {
                    after_equals = false;
                    if let Some(last) = self.open.last_mut().filter(|last| **last == b'{') {
                        *last = b'|';
                        self.found.push((self.pos.saturating_sub(1)..self.pos + 1, LINE_BREAK));
                    }
                }
                b'=' => after_equals = true,
                b'0'..=b'9' if self.starts_word() => self.short_time(),
                _ => {}
            }
            match byte {
                b',' => comma = Some(self.pos),
                b' ' | b'\t' | b'\r' | b'\n' => {}
                _ => comma = None,
            }
            self.pos += 1;
        }
    }

    fn skip_line(&mut self) {
        while self.bytes.get(self.pos + 1).is_some_and(|b| *b != b'\n') {
            self.pos += 1;
        }
    }

    fn starts_word(&self) -> bool {
        let before = self.pos.checked_sub(1).and_then(|i| self.bytes.get(i));
        before.is_none_or(|b| matches!(b, b' ' | b'\t' | b'=' | b',' | b'[' | b'T' | b't' | b'\n'))
    }

    /// `12:30` that is not followed by `:`.
    fn short_time(&mut self) {
        let Some(chunk) = self.bytes.get(self.pos..self.pos + 5) else {
            return;
        };
        let digits = [0, 1, 3, 4].iter().all(|&i| chunk[i].is_ascii_digit());
        let ends = self.bytes.get(self.pos + 5).is_none_or(|b| *b != b':' && !b.is_ascii_digit());
        if digits && chunk[2] == b':' && ends {
            self.found.push((self.pos..self.pos + 5, SECONDS));
        }
    }

    fn string(&mut self, quote: u8) {
        let triple = self.bytes.get(self.pos..self.pos + 3) == Some(&[quote; 3]);
        let closing = if triple { 3 } else { 1 };
        self.pos += closing;
        while let Some(ahead) =
            self.bytes.get(self.pos..).and_then(|rest| memchr::memchr2(quote, b'\\', rest))
        {
            self.pos += ahead;
            let byte = self.bytes[self.pos];
            if byte == b'\\' && quote == b'"' {
                if matches!(self.bytes.get(self.pos + 1), Some(b'e' | b'x')) {
                    self.found.push((self.pos..self.pos + 2, ESCAPE));
                }
                self.pos += 2;
            } else if byte == quote
                && (!triple || self.bytes.get(self.pos..self.pos + 3) == Some(&[quote; 3]))
            {
                self.pos += closing;
                while triple && self.bytes.get(self.pos) == Some(&quote) {
                    self.pos += 1;
                }
                return;
            } else {
                self.pos += 1;
            }
        }
        self.pos = self.bytes.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn places(text: &str) -> Vec<(usize, usize)> {
        let mut sources = Sources::default();
        let id = sources.add("a.toml", text);
        let file = sources.get(id);
        find(text, id)
            .into_iter()
            .map(|finding| match finding.place {
                crate::diagnostic::Place::Span(at) => {
                    let position = file.position(at.span.start);
                    (position.line, position.column)
                }
                crate::diagnostic::Place::File(_) => (0, 0),
            })
            .collect()
    }

    #[test]
    fn forms_of_1_1_are_found() {
        assert_eq!(places("a = { b = 1, }\n"), [(1, 12)]);
        assert_eq!(places("a = {\n b = 1\n}\n"), [(1, 5)]);
        assert_eq!(places("t = 12:30\nd = 2026-11-24 12:30\n"), [(1, 5), (2, 16)]);
        assert_eq!(places("s = \"\\e\\x41\"\n").len(), 2);
    }

    #[test]
    fn forms_of_1_0_are_not() {
        let fine = "[a.b]\nt = 12:30:00\nl = [\n  { a = 1, b = [\n 1,\n ] },\n]\n# { \n\
                    s = \"\"\"\n{ 12:30\n\"\"\"\nq = '12:30'\nd = 2026-11-24T12:30:00+01:00\n\
                    u = \"12:30 {\"\n[[post]]\nx = 1\n";
        assert_eq!(places(fine), []);
    }
}
