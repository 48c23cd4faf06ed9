//! Addresses as people see them in a text.
//!
//! What a network takes for a link is its own grammar, in [`crate::networks`]; this module knows
//! where a reader sees an address begin and end.

use memchr::memmem;
use std::ops::RangeInclusive;

/// Where the addresses with a scheme begin: `http` or `https` in any case of letters, or nearly so.
pub(super) fn starts(text: &str) -> Vec<(usize, Scheme)> {
    let signs = memmem::find_iter(text.as_bytes(), "://");
    signs.filter_map(|at| scheme_before(text, at)).collect()
}

/// The scheme right before the byte `at`.
fn scheme_before(text: &str, at: usize) -> Option<(usize, Scheme)> {
    let head = &text.as_bytes()[..at];
    let letters = head.iter().rev().take(40).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let run = &head[at - letters..];
    let ends_with = |scheme: &[u8]| {
        run.len() >= scheme.len() && run[run.len() - scheme.len()..].eq_ignore_ascii_case(scheme)
    };
    if ends_with(b"https") {
        return Some((at - 5, Scheme::Right));
    }
    if ends_with(b"http") {
        return Some((at - 4, Scheme::Right));
    }
    let run = text[at - letters..at].to_lowercase();
    let near = |scheme: &str| strsim::osa_distance(&run, scheme) == 1;
    ((3..=7).contains(&run.len()) && (near("http") || near("https")))
        .then_some((at - letters, Scheme::Misspelt))
}

/// How a scheme is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    /// `http` or `https`.
    Right,
    /// Nearly so.
    Misspelt,
}

/// Where a reader sees the end of the address that begins at `start`: not before the first of the
/// two, not after the second. They differ where the address can be read in two ways.
pub(super) fn end(text: &str, start: usize) -> RangeInclusive<usize> {
    let rest = &text[start..];
    let token = &rest[..hard_end(rest)];
    let most = trimmed(token, is_final_mark);
    let sure = &token[..unsure(token).unwrap_or(token.len())];
    let least = trimmed(sure, |c| is_final_mark(c) || is_doubtful_mark(c));
    start + least.min(most)..=start + most
}

/// The most bytes that are read of an address, and of its host with the scheme.
const LONGEST: usize = 2_000;
const LONGEST_HOST: usize = 300;

/// The first bytes of a text, whole characters.
fn head(text: &str, most: usize) -> &str {
    let ends = (0..=most.min(text.len())).rev();
    &text[..ends.into_iter().find(|at| text.is_char_boundary(*at)).unwrap_or_default()]
}

/// Blanks end an address, and so do quotes, ellipses, arrows and the next address.
fn hard_end(rest: &str) -> usize {
    let rest = head(rest, LONGEST);
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '"' | '<' | '>' | '…' | '—'
            )
            || matches!(c, '→' | '⇒' | '➡' | '•' | '`')
    };
    let end = rest.find(ends).unwrap_or(rest.len());
    let next = rest[..end].match_indices("http").find(|(at, _)| {
        let behind = &rest[*at..];
        (behind.starts_with("http://") || behind.starts_with("https://"))
            && rest[..*at].ends_with([',', ';', '|'])
    });
    next.map_or(end, |(at, _)| at - 1)
}

/// The length without the marks at the end that belong to the sentence; closing brackets that
/// nothing opens too.
fn trimmed(token: &str, is_mark: impl Fn(char) -> bool) -> usize {
    const PAIRS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];
    let count = |sign: char| token.matches(sign).count();
    let mut signs = PAIRS.map(|(open, close)| (count(open), count(close)));
    let mut bare = token;
    while let Some(last) = bare.chars().next_back() {
        let closing = PAIRS.iter().zip(&mut signs).find(|((_, close), _)| *close == last);
        let unopened = closing.is_some_and(|(_, (open, close))| {
            let unopened = *close > *open;
            *close -= 1;
            unopened
        });
        if !is_mark(last) && !unopened {
            break;
        }
        let opening = PAIRS.iter().zip(&mut signs).find(|((open, _), _)| *open == last);
        if let Some((_, (open, _))) = opening {
            *open -= 1;
        }
        bare = &bare[..bare.len() - last.len_utf8()];
    }
    bare.len()
}

const fn is_final_mark(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '‘')
}

/// Marks that may end an address or its sentence.
const fn is_doubtful_mark(c: char) -> bool {
    matches!(c, '*' | '_' | '~' | '&' | '@' | '$' | '%' | '|' | '-' | '–' | '=' | '+' | '#' | '\\')
        || matches!(c, '(' | '[' | '{')
}

/// The first byte from which people may read the rest as the sentence's: scripts without blanks,
/// or from right to left, pictures, characters nobody sees, a possessive.
fn unsure(token: &str) -> Option<usize> {
    token.char_indices().find_map(|(at, c)| {
        let possessive = || {
            let after = &token[at + c.len_utf8()..];
            matches!(c, '\'' | '’')
                && after
                    .strip_prefix('s')
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let doubtful = match u32::from(c) {
            ..0x0590 => matches!(c, '\u{AD}' | '·' | '×' | '|' | '^' | '{' | '}') || possessive(),
            0x1E00..=0x1FFF => false,
            // Dashes and apostrophes of Latin typography.
            0x2010..=0x2013 => false,
            0x2019 => possessive(),
            _ => true,
        };
        doubtful.then_some(at)
    })
}

/// The host of an address: what stands between the scheme and the path.
pub(super) fn host(address: &str) -> &str {
    let address = head(address, LONGEST_HOST);
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | ':' | '»' | '”' | '…');
    rest.split(ends).next().unwrap_or_default()
}

/// Whether an address names a place: `https://…` is one to fill in.
pub(super) fn has_host(address: &str) -> bool {
    let host = host(address);
    host.starts_with(char::is_alphanumeric) && (host.contains('.') || host == "localhost")
}

/// The last labels that stand for nothing, by agreement (RFC 2606): writers use them as samples.
const RESERVED: [&str; 4] = [".example", ".test", ".invalid", ".localhost"];

/// The text with a real end in place of the reserved one of the host at the byte `start`; absent
/// where the host is no sample.
pub(super) fn with_real_end(text: &str, start: usize) -> Option<String> {
    let host = host(&text[start..]);
    let host_at = start + text[start..].find(host)?;
    let ending = RESERVED.iter().find(|ending| host.ends_with(**ending))?;
    let end = host_at + host.len();
    Some(format!("{}.com{}", &text[..end - ending.len()], &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> (&str, &str) {
        let start = starts(text)[0].0;
        let end = end(text, start);
        (&text[start..*end.start()], &text[start..*end.end()])
    }

    #[test]
    fn addresses_begin_at_their_scheme() {
        assert_eq!(
            starts("voirhttps://a.fr et HTTP://b.fr, ftp://c.fr, htps://d.fr"),
            [(4, Scheme::Right), (20, Scheme::Right), (45, Scheme::Misspelt)]
        );
        assert_eq!(starts("a/b, c:d, //e"), []);
    }

    #[test]
    fn marks_of_the_sentence_are_no_part_of_an_address() {
        for (text, address) in [
            ("Voir https://a.fr/x.", "https://a.fr/x"),
            ("(voir https://a.fr/x).", "https://a.fr/x"),
            ("« https://a.fr/x»", "https://a.fr/x"),
            ("https://a.fr/x…", "https://a.fr/x"),
            ("https://a.fr/x...", "https://a.fr/x"),
            ("https://a.fr/x_(y) suite", "https://a.fr/x_(y)"),
            ("(https://a.fr/x_(y))", "https://a.fr/x_(y)"),
            ("https://a.fr/été(1), là", "https://a.fr/été(1)"),
            ("https://a.fr/x,https://b.fr", "https://a.fr/x"),
            ("https://a.fr/wiki/L’Été.", "https://a.fr/wiki/L’Été"),
            ("https://a.fr/?u=http://b.fr !", "https://a.fr/?u=http://b.fr"),
            ("[ici](https://a.fr/x)", "https://a.fr/x"),
        ] {
            assert_eq!(ends(text), (address, address), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_has_two_ends() {
        for (text, least, most) in [
            ("https://a.jp/xを見て", "https://a.jp/x", "https://a.jp/xを見て"),
            ("**https://a.fr/x**", "https://a.fr/x", "https://a.fr/x**"),
            ("https://a.fr/x👉suite", "https://a.fr/x", "https://a.fr/x👉suite"),
            ("https://a.fr/x’s page", "https://a.fr/x", "https://a.fr/x’s"),
            ("https://a.fr/x- y", "https://a.fr/x", "https://a.fr/x-"),
        ] {
            assert_eq!(ends(text), (least, most), "{text}");
        }
    }

    #[test]
    fn samples_get_a_real_end() {
        let text = "Voir https://musee.example/klimt.";
        assert_eq!(with_real_end(text, 5).unwrap(), "Voir https://musee.com/klimt.");
        assert_eq!(with_real_end("Voir https://musee.fr/klimt", 5), None);
    }
}
