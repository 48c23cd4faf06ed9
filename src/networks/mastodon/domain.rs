//! Where a domain ends: labels, then a top-level domain that exists.

use super::classes::{folded, is_domain, is_plain};
use crate::networks::tld;

/// More characters than any top-level domain has.
const LONGEST_END: usize = 24;

/// What was found where a domain was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A domain that ends at this byte.
    Domain(usize),
    /// None; nor is there one that begins later in the same label, which ends at this byte.
    Nothing(usize),
    /// None, but one may begin later in the same label.
    NotHere,
}

/// Reads a domain at a byte of the text: as many labels as can be, so that a top-level domain
/// follows. Only the last label before it has no `_`.
pub(super) fn domain(text: &str, start: usize) -> Found {
    let mut at = start;
    let mut end = None;
    let mut dead = None;
    while let Some(label) = label(text, at) {
        if at == start && !label.closed {
            return Found::Nothing(label.end);
        }
        if !label.closed || !label.opened {
            break;
        }
        if at == start {
            dead = Some(label.end);
        }
        at = label.end + 1;
        if let Some(top) = top_level(text, at) {
            if !label.underscore {
                end = Some(top);
            }
            dead = None;
        }
    }
    match (end, dead) {
        (Some(end), _) => Found::Domain(end),
        (None, Some(dead)) => Found::Nothing(dead),
        (None, None) => Found::NotHere,
    }
}

struct Label {
    end: usize,
    /// Whether it begins with a letter of a domain.
    opened: bool,
    /// Whether it ends with one, and a full stop follows.
    closed: bool,
    underscore: bool,
}

/// The label at a byte; absent when nothing there belongs to one.
fn label(text: &str, start: usize) -> Option<Label> {
    let rest = &text[start..];
    let (mut long, mut underscore, mut last) = (0, false, '_');
    for c in rest.chars().take_while(|c| is_domain(*c) || matches!(c, '_' | '-')) {
        long += c.len_utf8();
        underscore |= c == '_';
        last = c;
    }
    let first = rest[..long].chars().next()?;
    let closed = is_domain(last) && rest[long..].starts_with('.');
    Some(Label { end: start + long, opened: is_domain(first), closed, underscore })
}

/// Where the top-level domain at a byte ends.
fn top_level(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let mut word = String::new();
    let mut ends = Vec::new();
    for (at, c) in rest.char_indices().take(LONGEST_END) {
        if !is_domain(c) {
            break;
        }
        word.push(folded(c));
        ends.push((word.len(), at + c.len_utf8()));
    }
    let known = ends.iter().rev().find(|(long, end)| {
        let next = rest[*end..].chars().next();
        next.is_none_or(|c| !is_plain(c) && !"@+-".contains(c))
            && tld::is_known(&word[..*long]).is_some()
    });
    known.map(|(_, end)| start + end).or_else(|| punycode(rest).map(|long| start + long))
}

/// How long `xn--` with letters and digits is at the start.
fn punycode(rest: &str) -> Option<usize> {
    let code =
        rest.get(..4).filter(|head| head.eq_ignore_ascii_case("xn--")).map(|_| &rest[4..])?;
    let long = code.find(|c| !is_plain(c)).unwrap_or(code.len());
    (long > 0).then_some(4 + long)
}
