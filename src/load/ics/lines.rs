//! From the bytes of a feed to its properties: unfolding, splitting, unescaping.
//!
//! Long lines of a feed are folded at a number of *bytes*, which can fall in the middle of an
//! escape or of a letter; the bytes are therefore joined again before anything is decoded.
//! This module knows the shape of a line and nothing of what a property means.

/// One property: `NAME;PARAM=value:value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Property {
    /// In capitals.
    pub name: String,
    /// Names in capitals, values without their quotes.
    params: Vec<(String, String)>,
    /// As written, escapes included.
    pub value: String,
    /// 1-based line of the file where the property begins.
    pub line: usize,
}

impl Property {
    /// The value of a parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value as a person reads it: escapes resolved, on one line.
    pub fn text(&self) -> String {
        one_line(&unescape(&self.value))
    }
}

/// The properties of a feed, and the first line that was not UTF-8.
pub(super) struct Lines {
    /// In the order of the file; lines without a colon are left out.
    pub properties: Vec<Property>,
    /// 1-based.
    pub undecodable: Option<usize>,
}

/// Reads every property of a feed.
pub(super) fn read(bytes: &[u8]) -> Lines {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines = Lines { properties: Vec::new(), undecodable: None };
    for (line, raw) in unfold(bytes) {
        let text = String::from_utf8_lossy(&raw);
        if lines.undecodable.is_none() && std::str::from_utf8(&raw).is_err() {
            lines.undecodable = Some(line);
        }
        lines.properties.extend(property(&text, line));
    }
    lines
}

/// Joins folded lines, with the 1-based number of the line each begins on.
fn unfold(bytes: &[u8]) -> Vec<(usize, Vec<u8>)> {
    // Very old programs end lines with a lone carriage return.
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let mut joined: Vec<(usize, Vec<u8>)> = Vec::new();
    for (index, raw) in bytes.split(|byte| *byte == end).enumerate() {
        let mut line = raw;
        while let Some(shorter) = line.strip_suffix(b"\r") {
            line = shorter;
        }
        match (line.split_first(), joined.last_mut()) {
            (None, _) => {}
            (Some((b' ' | b'\t', rest)), Some((_, last))) => last.extend_from_slice(rest),
            (Some(_), _) => joined.push((index + 1, line.to_vec())),
        }
    }
    joined
}

/// Splits one line; `None` if it holds no colon or no name.
fn property(line: &str, number: usize) -> Option<Property> {
    // A quote that is opened and never closed hides the colon: then quotes are plain characters.
    let colon = outside_quotes(line, ':').or_else(|| line.find(':'))?;
    let (head, value) = (&line[..colon], &line[colon + 1..]);
    let mut parts = split_outside_quotes(head, ';').into_iter();
    let name = parts.next()?.trim().to_ascii_uppercase();
    if name.is_empty() {
        return None;
    }
    let params = parts
        .filter_map(|part| part.split_once('='))
        .map(|(key, value)| {
            let value = value.trim().trim_matches('"').to_owned();
            (key.trim().to_ascii_uppercase(), value)
        })
        .collect();
    Some(Property { name, params, value: value.to_owned(), line: number })
}

/// The byte position of the first `wanted` that is not between quotes.
fn outside_quotes(text: &str, wanted: char) -> Option<usize> {
    let mut quoted = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            _ if letter == wanted && !quoted => return Some(at),
            _ => {}
        }
    }
    None
}

fn split_outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = outside_quotes(rest, separator) {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len_utf8()..];
    }
    parts.push(rest);
    parts
}

/// RFC 5545, 3.3.11: `\n`, `\,`, `\;` and `\\`; any other backslash is only a backslash.
fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        match letters.next() {
            Some('n' | 'N') => out.push('\n'),
            Some(escaped @ (',' | ';' | '\\')) => out.push(escaped),
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}

/// Runs of spaces and line breaks become one space. Only ASCII ones: the no-break spaces of
/// French typography are part of the text.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(bytes: &[u8]) -> Property {
        let mut lines = read(bytes);
        assert_eq!(lines.undecodable, None);
        assert_eq!(lines.properties.len(), 1);
        lines.properties.remove(0)
    }

    #[test]
    fn a_fold_inside_an_escape_is_undone_before_the_escape() {
        let property = only(b"LOCATION:Nancy\\, Reims\\\r\n , Rennes\r\n");
        assert_eq!(property.text(), "Nancy, Reims, Rennes");
    }

    #[test]
    fn a_fold_inside_a_letter_is_undone_before_decoding() {
        let property = only(b"SUMMARY:No\xc3\r\n \xabl \xf0\x9f\n\t\x8e\x84\n");
        assert_eq!(property.text(), "Noël 🎄");
    }

    #[test]
    fn a_byte_order_mark_and_bare_line_feeds_are_no_obstacle() {
        let lines = read(b"\xef\xbb\xbfBEGIN:VCALENDAR\n\nX-A:1\n");
        assert_eq!(lines.properties[0].name, "BEGIN");
        assert_eq!((lines.properties[1].line, lines.properties.len()), (3, 2));
        assert_eq!(read(b"A:1\rB:2\r").properties[1].line, 2);
    }

    #[test]
    fn parameters_may_hold_colons_between_quotes() {
        let property = only(b"dtstart;tzid=\"(UTC+01:00) Paris; etc.\";VALUE=DATE-TIME:2024");
        assert_eq!(property.name, "DTSTART");
        assert_eq!(property.param("TZID"), Some("(UTC+01:00) Paris; etc."));
        assert_eq!(property.param("VALUE"), Some("DATE-TIME"));
        assert_eq!(property.value, "2024");
    }

    #[test]
    fn an_unclosed_quote_does_not_swallow_the_value() {
        let property = only(b"DTSTART;TZID=\"Europe/Paris:20240101T100000");
        assert_eq!(property.value, "20240101T100000");
        assert_eq!(property.param("TZID"), Some("Europe/Paris"));
    }

    #[test]
    fn text_is_on_one_line_and_keeps_its_no_break_spaces() {
        let property = only("SUMMARY: a\\nb \\\\ c\\;  d\u{a0}: \\x\\".as_bytes());
        assert_eq!(property.text(), "a b \\ c; d\u{a0}: \\x\\");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_decoded_as_well_as_may_be() {
        let lines = read(b"A:1\nSUMMARY:caf\xe9\nB:\xff");
        assert_eq!(lines.undecodable, Some(2));
        assert_eq!(lines.properties[1].value, "caf\u{fffd}");
    }

    #[test]
    fn lines_that_are_no_property_are_passed_over() {
        assert_eq!(read(b"hello\n:x\n\n  \n").properties.len(), 0);
    }
}
