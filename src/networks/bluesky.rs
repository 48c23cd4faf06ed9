//! Bluesky: what its own program (`@atproto/api`, `detectFacets`) recognises.
//!
//! Its four patterns each read the text for themselves: a place may be told by two of them. A dot
//! or a space is what JavaScript says it is; domains end in small letters or are none.

use super::classes::is_punctuation;
use super::{Entities, Spot, tld};
use std::ops::Range;

/// The most UTF-16 code units of a hashtag.
const LONGEST_TAG: usize = 64;
/// The most letters and digits of a cashtag.
const LONGEST_TICKER: usize = 5;

pub(super) fn entities(text: &str) -> Entities {
    Entities {
        urls: urls(text),
        hashtags: hashtags(text),
        mentions: mentions(text),
        cashtags: cashtags(text),
    }
}

fn urls(text: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    read(text, opens_wide, |start| {
        let rest = &text[start..];
        let domain = domain(rest);
        if domain == 0 && scheme(rest).is_none() {
            return None;
        }
        let end = start + rest.find(is_space).unwrap_or(rest.len());
        all.extend(url(text, start..end, &rest[..domain]));
        Some(end)
    });
    all
}

/// A link, unless it has neither `http` in small letters nor a domain that exists. A single mark at
/// its end is not its own, nor is a closing parenthesis that nothing opens.
fn url(text: &str, range: Range<usize>, domain: &str) -> Option<Spot> {
    let mut written = &text[range.clone()];
    let complete = written.starts_with("http");
    if !complete && !has_known_end(domain) {
        return None;
    }
    written = written.strip_suffix(['.', ',', ';', ':', '!', '?']).unwrap_or(written);
    if !written.contains('(') {
        written = written.strip_suffix(')').unwrap_or(written);
    }
    let value = if complete { written.to_owned() } else { format!("https://{written}") };
    Some(Spot { range: range.start..range.start + written.len(), value })
}

/// How long `http://` or `https://` is at the start, in any case, with something behind it.
fn scheme(rest: &str) -> Option<usize> {
    ["https://", "http://"].iter().find_map(|scheme| {
        let has = rest.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
        let more = rest.get(scheme.len()..)?.chars().next()?;
        (has && !is_space(more)).then_some(scheme.len())
    })
}

/// How long the domain at the start is: labels of ASCII letters and digits, the first with a letter
/// in front, two at least; 0: none.
fn domain(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let label =
        |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return 0;
    }
    let first = label(0);
    let mut end = first;
    while bytes.get(end) == Some(&b'.') && label(end + 1) > 0 {
        end += 1 + label(end + 1);
    }
    if end == first { 0 } else { end }
}

fn mentions(text: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    if !text.contains('@') {
        return all;
    }
    read(text, opens_wide, |start| {
        let handle = handle(text[start..].strip_prefix('@')?)?;
        let range = start..start + 1 + handle.len();
        let end = range.end;
        if has_known_end(handle) || handle.ends_with(".test") {
            all.push(Spot { range, value: handle.to_owned() });
        }
        Some(end)
    });
    all
}

/// The longest handle that ends between a letter and none, or none and a letter (`_` is one).
fn handle(rest: &str) -> Option<&str> {
    let bytes = rest.as_bytes();
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let run = bytes.iter().take_while(|b| b.is_ascii_alphanumeric() || b".-".contains(b)).count();
    let end = (1..=run)
        .rev()
        .find(|end| is_letter(&bytes[end - 1]) != bytes.get(*end).is_some_and(is_letter))?;
    Some(&rest[..end])
}

fn hashtags(text: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    if !text.contains(['#', '＃']) {
        return all;
    }
    read(text, is_space, |start| {
        let sign = text[start..].chars().next().filter(|c| matches!(c, '#' | '＃'))?;
        let from = start + sign.len_utf8();
        let rest = &text[from..];
        let run = &rest[..rest.find(ends_tag).unwrap_or(rest.len())];
        let says = run.contains(|c: char| !c.is_ascii_digit() && !is_punctuation(c));
        if !says || run.starts_with('\u{fe0f}') {
            return Some(from);
        }
        let tag = run.trim_end_matches(is_punctuation);
        if tag.encode_utf16().count() <= LONGEST_TAG {
            all.push(Spot { range: start..from + tag.len(), value: tag.to_owned() });
        }
        Some(from + run.len())
    });
    all
}

fn cashtags(text: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    if !text.contains('$') {
        return all;
    }
    read(text, opens_wide, |start| {
        let rest = text[start..].strip_prefix('$')?;
        let long = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let next = rest[long..].chars().next();
        let ends = next.is_none_or(|c| is_space(c) || ".,;:!?)\"'’".contains(c));
        if long > LONGEST_TICKER || !ends || !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = start + 1 + long;
        all.push(Spot { range: start..end, value: rest[..long].to_ascii_uppercase() });
        Some(end)
    });
    all
}

/// Tries every place where something may begin, the start of the text and what follows an opening
/// character, in order; goes on behind what `try_at` took.
fn read(text: &str, opens: fn(char) -> bool, mut try_at: impl FnMut(usize) -> Option<usize>) {
    let mut from = try_at(0).unwrap_or(0);
    while let Some((at, c)) = text[from..].char_indices().find(|(_, c)| opens(*c)) {
        let start = from + at + c.len_utf8();
        from = try_at(start).unwrap_or(start);
    }
}

/// What links, mentions and cashtags may follow.
fn opens_wide(c: char) -> bool {
    c == '(' || is_space(c)
}

/// White space of JavaScript.
fn is_space(c: char) -> bool {
    c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}')
}

/// White space and what cannot be seen.
fn ends_tag(c: char) -> bool {
    is_space(c)
        || matches!(c, '\u{ad}' | '\u{2060}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{20e2}')
}

/// Whether a domain ends in a top-level domain, in small letters.
fn has_known_end(domain: &str) -> bool {
    domain.rsplit_once('.').is_some_and(|(_, end)| {
        !end.bytes().any(|byte| byte.is_ascii_uppercase())
            && (tld::is_known(end).is_some()
                && !end.contains(|c: char| c.is_ascii_uppercase())
                && GONE.binary_search(&end).is_err()
                || NEW.contains(&end))
    })
}

/// Top-level domains that its list has and the common one has not.
const NEW: [&str; 4] = ["amazon", "kids", "music", "spa"];

/// Top-level domains of the common list that exist no more and that its list lacks, sorted.
const GONE: [&str; 136] = [
    "abarth",
    "active",
    "adac",
    "afamilycompany",
    "aigo",
    "alfaromeo",
    "an",
    "avianca",
    "bananarepublic",
    "bentley",
    "bl",
    "blanco",
    "bnl",
    "boots",
    "bq",
    "budapest",
    "bugatti",
    "cancerresearch",
    "cartier",
    "caseih",
    "cbs",
    "ceb",
    "chloe",
    "chrysler",
    "cityeats",
    "comcast",
    "cookingchannel",
    "csc",
    "dabur",
    "dodge",
    "doha",
    "doosan",
    "duck",
    "dunlop",
    "duns",
    "eh",
    "epost",
    "esurance",
    "etisalat",
    "everbank",
    "fiat",
    "flsmidth",
    "foodnetwork",
    "frontdoor",
    "fujixerox",
    "glade",
    "goodhands",
    "guardian",
    "hgtv",
    "honeywell",
    "hoteles",
    "htc",
    "iinet",
    "intel",
    "iselect",
    "iveco",
    "iwc",
    "jcp",
    "jlc",
    "kerrylogistics",
    "kinder",
    "ladbrokes",
    "lancaster",
    "lancia",
    "lancome",
    "liaison",
    "linde",
    "lipsy",
    "lixil",
    "loft",
    "lupin",
    "macys",
    "maserati",
    "mcd",
    "mcdonalds",
    "meo",
    "metlife",
    "mf",
    "mobily",
    "montblanc",
    "mopar",
    "movistar",
    "mtpc",
    "mutual",
    "mutuelle",
    "nadex",
    "nationwide",
    "natura",
    "newholland",
    "northwesternmutual",
    "off",
    "oldnavy",
    "onion",
    "onyourside",
    "orientexpress",
    "pamperedchef",
    "panerai",
    "passagens",
    "piaget",
    "pramerica",
    "qvc",
    "raid",
    "redstone",
    "rightathome",
    "rmit",
    "rocher",
    "sapo",
    "sca",
    "scjohnson",
    "scor",
    "ses",
    "shaw",
    "showtime",
    "shriram",
    "spiegel",
    "spreadbetting",
    "srt",
    "starhub",
    "statoil",
    "swiftcover",
    "symantec",
    "telecity",
    "telefonica",
    "tiffany",
    "tp",
    "travelchannel",
    "uconnect",
    "um",
    "vista",
    "vistaprint",
    "volkswagen",
    "vuelos",
    "warman",
    "xfinity",
    "xperia",
    "zippo",
];
