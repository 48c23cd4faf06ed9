//! Addresses whose beginning is misspelt: `https//`, `http:/`, `https ://`. They are links nowhere.

use crate::rules::said::ENOUGH;
use memchr::memchr_iter;
use std::ops::Range;

/// An address with a misspelt beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Malformed {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// The same, spelt well.
    pub(super) mended: String,
}

/// What stands between the scheme and the host in such addresses, without blanks.
const MISSPELT: [&str; 6] = ["//", ":/", ";//", "::/", ".//", ":///"];

/// All of a text.
pub(super) fn malformed(text: &str) -> Vec<Malformed> {
    let bytes = text.as_bytes();
    let first = |at: &usize| *at > 0 && bytes[at - 1] != b'/';
    memchr_iter(b'/', bytes)
        .filter(first)
        .filter_map(|at| at_slash(text, at))
        .take(ENOUGH)
        .collect()
}

fn at_slash(text: &str, slash: usize) -> Option<Malformed> {
    let head = text[..slash].trim_end_matches(is_mark);
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        let tail = head.len().checked_sub(scheme.len()).and_then(|at| head.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(scheme))
    })?;
    let start = head.len() - scheme.len();
    if text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | ':' | '-' | '.'))
    {
        return None;
    }
    let rest = &text[head.len()..];
    let marks = &rest[..rest.find(|c| !is_mark(c) && c != '/').unwrap_or(rest.len())];
    let bare: String = marks.chars().filter(|c| !is_blank(*c)).collect();
    let wrong =
        if bare.len() == marks.len() { MISSPELT.contains(&bare.as_str()) } else { bare == "://" };
    if !wrong {
        return None;
    }
    let host = &rest[marks.len()..];
    let length = host_length(host)?;
    let range = start..head.len() + marks.len() + length;
    Some(Malformed { mended: format!("{scheme}://{}", &host[..length]), range })
}

fn is_mark(c: char) -> bool {
    matches!(c, ':' | ';' | '.') || is_blank(c)
}

/// Blanks that stay in a line.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// How long an address without its scheme is: a host with a dot, and what follows it.
fn host_length(rest: &str) -> Option<usize> {
    let host = super::addresses::host(rest);
    if !host.contains('.') {
        return None;
    }
    let end = *super::addresses::end(rest, 0).end();
    let host = super::addresses::host(&rest[..end]);
    let (name, last) = host.rsplit_once('.')?;
    let is_host = name.chars().next().is_some_and(char::is_alphanumeric)
        && last.chars().count() > 1
        && last.chars().all(char::is_alphabetic);
    is_host.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_beginnings_are_found_and_mended() {
        for (text, range, mended) in [
            ("Voir https//a.fr/x.", 5..18, "https://a.fr/x"),
            ("http:/a.fr", 0..10, "http://a.fr"),
            ("https ://a.fr", 0..13, "https://a.fr"),
            ("https: //a.fr", 0..13, "https://a.fr"),
            ("https:// a.fr/x", 0..15, "https://a.fr/x"),
            ("https;//a.fr", 0..12, "https://a.fr"),
            ("https\u{a0}://a.fr", 0..14, "https://a.fr"),
            ("(HTTP\u{202f}://www.a.fr)", 1..19, "http://www.a.fr"),
            ("https:///a.fr", 0..13, "https://a.fr"),
        ] {
            let found = malformed(text);
            assert_eq!(found, [Malformed { range, mended: mended.to_owned() }], "{text}");
        }
    }

    #[test]
    fn prose_about_addresses_is_none() {
        for text in [
            "https://a.fr/x et http://b.fr",
            "HTTP/2 et http/1.1, https / http",
            "https: //, http: oui / non",
            "le protocole http : // puis le nom",
            "https://web.archive.org/web/2020/https://a.fr/",
            "https://a.fr/http:/b.fr",
            "km/h, et/ou, 24/24, https:",
            "https:// a venir.\nLa suite",
            "//a.fr ou ://a.fr",
            "https://\na.fr",
        ] {
            assert_eq!(malformed(text), [], "{text}");
        }
    }
}
