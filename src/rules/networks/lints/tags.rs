//! Hashtags as people see them in a text, against what a network takes.
//!
//! Nothing here decides what a hashtag is: that is the network's own grammar, in
//! [`crate::networks`]. This module only knows what a reader sees as one.

use crate::networks::{Entities, Grammar, Network, Spot};
use crate::rules::Part;
use memchr::memchr_iter;
use std::ops::Range;

/// A hashtag as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its bytes, sign included.
    pub(super) range: Range<usize>,
    /// How much of it the network takes.
    pub(super) taken: Taken,
}

/// How much of a hashtag a network takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// All of it.
    Whole,
    /// What ends at this byte of the text.
    Until(usize),
    /// Nothing: there it is no hashtag.
    Nothing,
}

/// Whether the network's grammar is known letter by letter; of the others only what is the same
/// everywhere is told.
pub(super) fn is_exact(network: &Network) -> bool {
    Grammar::of(network).is_exact()
}

/// The spot over the byte `at`, of spots in the order of the text.
pub(super) fn covering(spots: &[Spot], at: usize) -> Option<&Spot> {
    let next = spots.partition_point(|spot| spot.range.start <= at);
    let spot = spots.get(next.checked_sub(1)?)?;
    (at < spot.range.end).then_some(spot)
}

/// What a reader sees as hashtags, in the order of the text.
pub(super) fn seen(text: &str, entities: &Entities) -> Vec<Tag> {
    let signs = memchr_iter(b'#', text.as_bytes());
    signs.filter_map(|at| tag_at(text, at, entities)).collect()
}

fn tag_at(text: &str, at: usize, entities: &Entities) -> Option<Tag> {
    let rest = &text[at + 1..];
    let is_tag = rest.chars().next().is_some_and(char::is_alphanumeric);
    if !is_tag || is_other_use(text, at) {
        return None;
    }
    if entities.link_at(at).is_some_and(|url| url.range.start < at) {
        return None;
    }
    let index = entities.hashtags.binary_search_by_key(&at, |spot| spot.range.start);
    let known = index.ok().and_then(|index| entities.hashtags.get(index));
    let from = known.map_or(at + 1, |spot| spot.range.end);
    let end = end(text, at, from);
    let taken = match known {
        None => Taken::Nothing,
        Some(_) if from < end => Taken::Until(from),
        Some(_) => Taken::Whole,
    };
    Some(Tag { range: at..end.max(from), taken })
}

/// How far back the word before a sign is looked at.
const WORD: usize = 200;

/// Whether a `#` with a letter behind it is no hashtag for people either: part of an address, a
/// sharp, an attribute, a character written by its number.
fn is_other_use(text: &str, at: usize) -> bool {
    let head = &text[..at];
    let Some(before) = head.chars().next_back().filter(|c| !c.is_whitespace()) else {
        return false;
    };
    if matches!(before, '&' | '\\') {
        return true;
    }
    // Another sign ends the search: no address has two.
    let stop = |c: char| c.is_whitespace() || matches!(c, '(' | '«' | '“' | '"' | ',' | '#');
    let length: usize =
        head.chars().rev().take(WORD).take_while(|c| !stop(*c)).map(char::len_utf8).sum();
    let (before, word) = head.split_at(head.len() - length);
    if before.ends_with('#') {
        return head.ends_with("=\"");
    }
    const NOTES: [&str; 14] =
        ["A", "B", "C", "D", "E", "F", "G", "Do", "Ré", "Mi", "Fa", "Sol", "La", "Si"];
    NOTES.contains(&word) || head.ends_with("=\"") || is_address(word)
}

/// `exemple.fr/`, `https://…`, `page.html`.
fn is_address(word: &str) -> bool {
    let dot = |(at, _): (usize, &str)| {
        let before = word[..at].chars().next_back();
        let after = word[at + 1..].chars().next();
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    };
    word.contains("://") || word.match_indices('.').any(dot)
}

/// Where a reader sees the end of the hashtag that begins at `at`, its bytes up to `from` being
/// sure.
pub(super) fn end(text: &str, at: usize, from: usize) -> usize {
    let mut end = from;
    while let Some(c) = text[end..].chars().next() {
        if is_plain(c) || is_joint(&text[at + 1..end], c, &text[end + c.len_utf8()..]) {
            end += c.len_utf8();
        } else {
            end += pluses(&text[at + 1..end], &text[end..]);
            break;
        }
    }
    // Some networks keep a `_` at the end, some do not.
    from.max(text[..end].trim_end_matches('_').len())
}

/// Letters and digits, but for those that are pictures of letters.
fn is_plain(c: char) -> bool {
    let picture = matches!(c, '\u{2460}'..='\u{24FF}' | '\u{1F000}'..);
    (c.is_alphanumeric() && !picture) || c == '_' || matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a character between what is read of a hashtag and what follows belongs to it in the
/// eyes of a reader.
fn is_joint(read: &str, joint: char, after: &str) -> bool {
    let next = after.chars().next();
    let letter = next.is_some_and(char::is_alphabetic);
    let digit = next.is_some_and(|c| c.is_ascii_digit());
    let last_is_digit = read.ends_with(|c: char| c.is_ascii_digit());
    match joint {
        '\'' | '’' | 'ʼ' => letter && is_elision(read, after),
        '-' | '\u{2010}' | '\u{2011}' => (letter || digit) && !is_suffix(after),
        '&' | '$' => letter || digit,
        '%' => letter && last_is_digit,
        // Inclusive writing, joiners of scripts, and characters nobody sees.
        '·' | '\u{2027}' | '\u{22C5}' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' => {
            next.is_some_and(is_plain) && letter
        }
        '/' => digit && (last_is_digit || read.ends_with('h')),
        '.' => (digit && last_is_digit) || (letter && is_dotted(read, after)),
        '#' => false,
        _ => false,
    }
}

/// `l’été`, `aujourd’hui`, `don’t`, `rock’n’roll`; not a possessive (`#Klimt’s`), nor the endings
/// that Turkish sets off with an apostrophe.
fn is_elision(read: &str, after: &str) -> bool {
    const BEFORE: [&str; 17] = [
        "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
        "presqu", "entr", "aujourd", "prud",
    ];
    let last = read.rsplit(['\'', '’', '-']).next().unwrap_or(read).to_lowercase();
    let next: String = after.chars().take_while(|c| c.is_alphanumeric()).take(3).collect();
    BEFORE.contains(&last.as_str())
        || (matches!(next.as_str(), "t" | "T") && last.ends_with('n'))
        || (next == "n" && after[1..].starts_with(['\'', '’']))
}

/// What may follow a hashtag behind a hyphen without being meant as its part.
fn is_suffix(after: &str) -> bool {
    const SUFFIXES: [&str; 12] = [
        "là", "ci", "related", "based", "style", "free", "friendly", "led", "ready", "like",
        "inspired", "themed",
    ];
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).take(10).collect();
    SUFFIXES.contains(&word.as_str())
}

/// `S.N.C.F`, `Node.js`, `musee.fr`.
fn is_dotted(read: &str, after: &str) -> bool {
    const ENDINGS: [&str; 11] =
        ["js", "fr", "com", "org", "net", "io", "ai", "eu", "tv", "be", "ch"];
    let last = read.rsplit('.').next().unwrap_or(read);
    let next: String = after.chars().take_while(|c| c.is_alphanumeric()).take(4).collect();
    (last.chars().count() == 1 && next.chars().count() == 1 && last.chars().all(char::is_uppercase))
        || ENDINGS.contains(&next.as_str())
}

/// The bytes of `++` in `#C++`, or of the sharp in `#C#`.
fn pluses(read: &str, rest: &str) -> usize {
    let bare = rest.trim_start_matches('+');
    let length = rest.len() - bare.len();
    let ends = |bare: &str| !bare.starts_with(|c: char| c.is_alphanumeric() || c == '#');
    // Everybody writes `#LGBTQIA+`, and knows.
    let known = read.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("lgbt"));
    match rest.strip_prefix('#') {
        Some(after) if matches!(read, "C" | "F") && ends(after) => 1,
        _ if length > 0 && ends(bare) && !known => length,
        _ => 0,
    }
}

/// The same hashtag as one that every network takes whole: each word with a capital, nothing in
/// between. With its sign; absent when nothing or only digits would be left.
pub(super) fn mended(seen: &str) -> Option<String> {
    let spelled = match seen.strip_suffix('#') {
        Some(name) if name.len() > 1 => format!("{name} Sharp"),
        _ => seen.replace('+', " Plus "),
    };
    let mut tag = String::from("#");
    let joined: String = spelled.chars().filter(|c| !is_unseen(*c)).collect();
    let inclusive = |c: char| matches!(c, '·' | '\u{2027}' | '\u{22C5}');
    let joined: String = joined.chars().filter(|c| !inclusive(*c)).collect();
    for word in joined.split(|c: char| !is_plain(c)) {
        let mut letters = word.chars();
        if let Some(first) = letters.next() {
            tag.extend(first.to_uppercase());
            tag.push_str(letters.as_str());
        }
    }
    tag.chars().any(char::is_alphabetic).then_some(tag)
}

const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// The values of `hashtags` that stand in a text: the bytes of each there, with the `#` in front.
pub(super) fn listed<'a>(
    part: &Part<'a>,
    tags: &'a [crate::source::Loc<String>],
) -> Vec<Range<usize>> {
    let all = tags.as_ptr_range();
    let pieces = part.out.pieces.iter();
    let pieces = pieces.filter(|piece| all.contains(&std::ptr::from_ref(piece.words)));
    pieces.map(|piece| piece.range.start.saturating_sub(1)..piece.range.end).collect()
}
