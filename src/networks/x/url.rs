//! Links of X, with a scheme or without: a scanner that goes from dot to dot.
//!
//! It finds what the network's reference library finds, oddities included: what a link without a
//! scheme keeps of a domain in several scripts, a sign that is read in two halves, the one `t.co` whose
//! address is cut after its code.

use super::chars::{goes_before_link, is_plain_domain};
use super::host::{Domain, Place, Run};
use super::path::{self, Tail};
use super::punycode;
use crate::networks::tld;
use memchr::memchr;
use std::ops::Range;

const LONGEST_LINK: usize = 4096;
const LONGEST_SHORT_CODE: usize = 40;

/// A link as the reference finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// What the address is made of: nearly always the same bytes and nothing.
    pub(super) parts: [Range<usize>; 2],
}

impl Link {
    const fn plain(range: Range<usize>) -> Self {
        Self { parts: [range.start..range.end, range.end..range.end], range }
    }

    /// The address as written.
    pub(super) fn address(&self, text: &str) -> String {
        self.parts.iter().map(|part| &text[part.start..part.end]).collect()
    }
}

/// Every link of a text, in order.
pub(super) fn all(text: &str) -> Vec<Link> {
    let mut scanner = Scanner { text, free: 0, links: Vec::new() };
    let mut from = 0;
    while let Some(dot) = memchr(b'.', &text.as_bytes()[from..]).map(|more| from + more) {
        from = dot + 1;
        // Most dots end sentences.
        if tld::prefix(&text[from..]).is_some() {
            from = scanner.run(dot);
        }
    }
    scanner.links
}

struct Scanner<'a> {
    text: &'a str,
    /// Where the link before ended: what it took, refused or not, stands before no other.
    free: usize,
    links: Vec<Link>,
}

/// A link that might be.
struct Candidate {
    /// Where it begins, its scheme included.
    start: usize,
    domain: Domain,
    /// Bytes of its scheme with `://`; 0 without.
    scheme: usize,
}

impl Scanner<'_> {
    /// Takes every link out of the run around a dot; answers where to go on.
    fn run(&mut self, dot: usize) -> usize {
        let run = Run::around(self.text, self.free, dot);
        let mut scheme = self.scheme_before(&run);
        while let Some(candidate) = scheme.take().or_else(|| self.bare(&run)) {
            let tail = path::tail(self.text, candidate.domain.end);
            self.free = tail.end;
            self.judge(&candidate, tail);
            if self.free >= run.end {
                break;
            }
        }
        run.end.max(self.free)
    }

    /// The link with a scheme whose host is this run.
    fn scheme_before(&self, run: &Run<'_>) -> Option<Candidate> {
        let before = &self.text.as_bytes()[..run.start];
        let ends_so = |scheme: &str| {
            let start = before.len().checked_sub(scheme.len())?;
            before[start..].eq_ignore_ascii_case(scheme.as_bytes()).then_some(start)
        };
        let start = ends_so("https://").or_else(|| ends_so("http://"))?;
        let free = self.text.get(self.free..start)?;
        match free.chars().next_back() {
            None if start > 0 => return None,
            Some(c) if !goes_before_link(c) => return None,
            _ => {}
        }
        Some(Candidate { start, domain: run.whole()?, scheme: run.start - start })
    }

    fn bare(&self, run: &Run<'_>) -> Option<Candidate> {
        let domain = run.next(self.free)?;
        Some(Candidate { start: domain.start.at, domain, scheme: 0 })
    }

    /// Keeps what the network makes a link of a candidate.
    fn judge(&mut self, candidate: &Candidate, tail: Tail) {
        if !self.is_valid(candidate, tail.end) {
            return;
        }
        if candidate.scheme == 0 {
            let Place { at, half } = candidate.domain.start;
            let before = self.text[..at].chars().next_back().filter(|_| !half);
            if !matches!(before, Some('-' | '_' | '.' | '/')) {
                self.keep_plain(candidate.domain, tail);
            }
        } else if let Some(end) = self.end_of_link(candidate, tail.end) {
            self.links.push(Link::plain(candidate.start..end));
        }
    }

    fn is_valid(&self, candidate: &Candidate, end: usize) -> bool {
        let Domain { start, end: domain_end } = candidate.domain;
        let domain = &self.text[start.at..domain_end];
        if !start.half && domain.starts_with("xn--") && next_plain(domain, 0).is_none() {
            return false;
        }
        let fits = |(i, label): (usize, &str)| punycode::fits(label, start.half && i == 0);
        if !domain.split('.').enumerate().all(fits) {
            return false;
        }
        // A text has no more units than bytes.
        if end - candidate.start + "https://".len() <= LONGEST_LINK {
            return true;
        }
        let scheme = if candidate.scheme == 0 { "https://".len() } else { candidate.scheme };
        let own = utf16(&self.text[candidate.start..end]) - usize::from(start.half);
        scheme + own <= LONGEST_LINK
    }

    /// A link with a scheme ends where it seems to, except that `t.co` links end after their code
    /// and query. None for a code that is too long.
    fn end_of_link(&self, candidate: &Candidate, end: usize) -> Option<usize> {
        let host = candidate.start + candidate.scheme;
        let own = &self.text[host..end];
        if !own.as_bytes().get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"t.co/")) {
            return Some(end);
        }
        let code = own.bytes().skip(5).take_while(u8::is_ascii_alphanumeric).count();
        if code == 0 {
            return Some(end);
        }
        let after = host + 5 + code;
        (code <= LONGEST_SHORT_CODE).then(|| path::query(&self.text[..end], after))
    }

    /// Without a scheme only plain domains are links: Latin letters, digits and `-`. Path and query
    /// go to the last one.
    fn keep_plain(&mut self, domain: Domain, tail: Tail) {
        let start = domain.start.at;
        let own = &self.text[start..domain.end];
        if own.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.')) {
            let end = if tail.has_path { tail.end } else { domain.end };
            self.links.push(Link::plain(start..end));
            return;
        }
        let (mut searched, mut placed) = (0, 0);
        let mut last = None;
        while let Some(found) = next_plain(own, searched) {
            searched = found.end;
            // The reference looks the words up again, from where the one before ended.
            let word = &own[found];
            let Some(at) = own[placed..].find(word).map(|more| placed + more) else { break };
            placed = at + word.len();
            self.links.extend(last.replace(Link::plain(start + at..start + placed)));
        }
        let Some(mut last) = last else { return };
        if tail.has_path {
            last.parts[1] = domain.end..tail.end;
            last.range.end = tail.end;
            if last.parts[0].end == domain.end {
                last = Link::plain(last.range);
            }
        }
        self.links.push(last);
    }
}

/// The first plain domain in a domain, from this byte on.
fn next_plain(domain: &str, from: usize) -> Option<Range<usize>> {
    let mut from = from;
    while let Some(start) = domain[from..].find(is_plain_domain).map(|more| from + more) {
        let (mut end, mut at) = (None, start);
        loop {
            let label = domain[at..].find(|c| !is_plain_domain(c)).map_or(domain.len(), |n| at + n);
            if label == at || domain.as_bytes().get(label) != Some(&b'.') {
                from = label;
                break;
            }
            at = label + 1;
            end = tld::prefix(&domain[at..]).map(|length| at + length).or(end);
        }
        if let Some(end) = end {
            return Some(start..end);
        }
    }
    None
}

/// UTF-16 units of a text.
pub(super) fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
