//! Links, as its server reads them: a domain with a top-level domain that exists, and what follows
//! it. Those that name no scheme are no links, but they take up their place all the same.

use super::classes::{
    ends_path, ends_query, folded, is_old_path, is_path, is_plain, is_query, is_unreserved,
    may_precede,
};
use super::domain::{Found, domain};
use super::host::encoded;
use crate::networks::Spot;
use std::ops::Range;

const SCHEMES: [&str; 9] =
    ["https", "http", "dat", "dweb", "ipfs", "ipns", "ssb", "gopher", "gemini"];
/// The most characters of a link.
const LONGEST: usize = 4_096;
/// The most characters of what follows `https://t.co/`.
const LONGEST_SHORT: usize = 40;

/// Links with a scheme, in order.
pub(super) fn urls(text: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    if !text.contains("://") {
        return all;
    }
    let mut dead = 0;
    read(text, |start| {
        let scheme = scheme(&text[start..]);
        let host = start + scheme.unwrap_or(0);
        if scheme.is_none() && host < dead {
            return None;
        }
        match domain(text, host) {
            Found::Domain(host_end) => {
                let end = tail(text, host_end);
                if scheme.is_some() {
                    all.extend(link(text, start..end, &text[host..host_end]));
                }
                Some(end)
            }
            Found::Nothing(until) => {
                dead = dead.max(until);
                None
            }
            Found::NotHere => None,
        }
    });
    all
}

/// Addresses of chats (`xmpp:`) and of torrents (`magnet:`): they become links, but count in full.
pub(super) fn extra(text: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    if !text.contains(':') {
        return all;
    }
    read(text, |start| {
        let rest = &text[start..];
        let end = if starts_with(rest, "xmpp:") {
            chat(text, start + "xmpp:".len())?
        } else if starts_with(rest, "magnet:") {
            query(text, start + "magnet:".len())?
        } else {
            return None;
        };
        all.push(Spot { range: start..end, value: text[start..end].to_owned() });
        Some(end)
    });
    all
}

/// Tries every place where a link may begin, in order: behind a character that may precede one,
/// else at the beginning of a line. Goes on behind what `try_at` took.
fn read(text: &str, mut try_at: impl FnMut(usize) -> Option<usize>) {
    let mut from = 0;
    let mut line = true;
    while let Some(c) = text[from..].chars().next() {
        let next = from + c.len_utf8();
        let found = may_precede(c).then(|| try_at(next)).flatten();
        match found.or_else(|| line.then(|| try_at(from)).flatten()) {
            Some(end) => {
                from = end;
                line = false;
            }
            None => {
                from = next;
                line = c == '\n';
            }
        }
    }
}

/// A link, unless its domain cannot be written or it is too long. A short address of X ends where
/// its letters and digits end.
fn link(text: &str, range: Range<usize>, host: &str) -> Option<Spot> {
    let mut url = &text[range.clone()];
    if let Some(slug) = short(url) {
        let long = slug.chars().take_while(|c| is_plain(*c)).map(char::len_utf8).sum::<usize>();
        if slug[..long].chars().count() > LONGEST_SHORT {
            return None;
        }
        if long > 0 {
            url = &url[..url.len() - slug.len() + long];
        }
    }
    let more = encoded(host)?.saturating_sub(host.chars().count());
    (url.chars().count() + more <= LONGEST)
        .then(|| Spot { range: range.start..range.start + url.len(), value: url.to_owned() })
}

/// What follows `https://t.co/`.
fn short(url: &str) -> Option<&str> {
    let rest = &url[scheme(url)?..];
    let is_web = folded(url.chars().next()?) == 'h';
    (is_web && starts_with(rest, "t.co/")).then(|| &rest["t.co/".len()..])
}

/// How long a scheme with `://` is at the start.
fn scheme(rest: &str) -> Option<usize> {
    if !rest.starts_with(|c| matches!(folded(c), 'h' | 'd' | 'i' | 's' | 'g')) {
        return None;
    }
    let (long, name) = rest.char_indices().take_while(|(_, c)| is_plain(*c)).take(7).fold(
        (0, String::new()),
        |(_, mut name), (at, c)| {
            name.push(folded(c));
            (at + c.len_utf8(), name)
        },
    );
    (SCHEMES.contains(&name.as_str()) && rest[long..].starts_with("://")).then_some(long + 3)
}

fn starts_with(rest: &str, word: &str) -> bool {
    rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}

/// Where a link ends whose domain ends at this byte: a port, a path, a query may follow.
fn tail(text: &str, host_end: usize) -> usize {
    let rest = &text[host_end..];
    let digits = rest
        .strip_prefix(':')
        .map_or(0, |port| port.bytes().take_while(u8::is_ascii_digit).count());
    let mut end = if digits > 0 { host_end + 1 + digits } else { host_end };
    if text[end..].starts_with('/') {
        end += 1 + path(&text[end + 1..]);
    }
    query(text, end).unwrap_or(end)
}

/// How long the path at the start is: up to the last character that may end one, or the last pair
/// of parentheses that may.
fn path(rest: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    loop {
        for c in rest[at..].chars().take_while(|c| is_path(*c)) {
            at += c.len_utf8();
            if ends_path(c) {
                end = at;
            }
        }
        let Some(long) = parentheses(&rest[at..], is_path) else { return end };
        if parentheses(&rest[at..], is_old_path).is_some() {
            end = at + long;
        }
        at += long;
    }
}

/// How long a pair of parentheses at the start is, with at most one pair inside.
fn parentheses(rest: &str, may_hold: fn(char) -> bool) -> Option<usize> {
    let run = |from: usize| -> usize {
        rest[from..].chars().take_while(|c| may_hold(*c)).map(char::len_utf8).sum()
    };
    if !rest.starts_with('(') {
        return None;
    }
    let mut end = 1 + run(1);
    if rest[end..].starts_with('(') {
        let inside = run(end + 1);
        end += 1 + inside;
        if inside == 0 || !rest[end..].starts_with(')') {
            return None;
        }
        end += 1;
        end += run(end);
    } else if end == 1 {
        return None;
    }
    rest[end..].starts_with(')').then_some(end + 1)
}

/// Where the query at a byte ends; absent when there is none.
fn query(text: &str, start: usize) -> Option<usize> {
    let rest = text[start..].strip_prefix('?')?;
    let mut end = None;
    for (at, c) in rest.char_indices().take_while(|(_, c)| is_query(*c)) {
        if ends_query(c) {
            end = Some(start + 1 + at + c.len_utf8());
        }
    }
    end
}

/// Where the address of a chat ends, behind `xmpp:`.
fn chat(text: &str, start: usize) -> Option<usize> {
    let with_server = text[start..].starts_with("//").then(|| {
        let at = name(text, start + 2)?;
        match domain(text, at) {
            Found::Domain(end) if text[end..].starts_with('/') => Some(end + 1),
            _ => None,
        }
    });
    let from = with_server.flatten().unwrap_or(start);
    let place = |at: usize| match domain(text, at) {
        Found::Domain(end) => Some(end),
        _ => None,
    };
    let end = name(text, from).and_then(place).or_else(|| place(from))?;
    let resource = text[end..].strip_prefix('/').map_or(0, |rest| run(rest, "!$&'()*+,;="));
    let end = if resource > 0 { end + 1 + resource } else { end };
    Some(query(text, end).unwrap_or(end))
}

/// Where the `@` behind the name at a byte ends.
fn name(text: &str, start: usize) -> Option<usize> {
    let long = run(&text[start..], "!$()*+,;=");
    let end = start + long;
    (long > 0 && text[end..].starts_with('@')).then_some(end + 1)
}

/// How long the run of unreserved characters, percent codes and these signs is.
fn run(rest: &str, signs: &str) -> usize {
    let mut at = 0;
    while let Some(c) = rest[at..].chars().next() {
        let code = rest.as_bytes().get(at + 1..at + 3);
        if is_unreserved(c) || signs.contains(c) {
            at += c.len_utf8();
        } else if c == '%' && code.is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit)) {
            at += 3;
        } else {
            break;
        }
    }
    at
}
