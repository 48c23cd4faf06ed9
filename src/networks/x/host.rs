//! Finding domains in a run of characters that may make a host.
//!
//! A run is cut into labels at its dots. A domain goes from some character of a label to the last
//! top-level domain that an unbroken chain of good labels leads to. All this is worked out once for a
//! run, from right to left; then every place where a link might begin is answered at once.

use super::chars::{goes_before_link, is_domain, is_host};
use crate::networks::tld;

/// A piece of a run before a dot.
struct Label {
    start: usize,
    dot: usize,
    /// Begins with what a label begins with, and ends so.
    begins: bool,
    ends: bool,
    /// Its last `_`: links have none in their last label but one.
    underscore: Option<usize>,
    /// Where the top-level domain after its dot ends.
    top: Option<usize>,
    /// The end of the farthest domain that a chain from this whole label leads to.
    reach: Option<usize>,
    /// The same, from any character of it, with further labels.
    beyond: Option<usize>,
}

/// Where a domain may begin: a byte, or the inside of the character there, since the reference reads
/// UTF-16 and takes its first half for a sign before a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) half: bool,
}

/// A domain of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Domain {
    pub(super) start: Place,
    pub(super) end: usize,
}

/// A run of characters that may make a host, around some dot.
pub(super) struct Run<'a> {
    text: &'a str,
    labels: Vec<Label>,
    /// First byte, and the byte after the last.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'a> Run<'a> {
    /// The run around a dot, none of it before `free`.
    pub(super) fn around(text: &'a str, free: usize, dot: usize) -> Self {
        let other = |c: char| !is_host(c);
        let before = text[free..dot].char_indices().rev().find(|(_, c)| other(*c));
        let start = before.map_or(free, |(at, c)| free + at + c.len_utf8());
        let end = text[dot..].find(other).map_or(text.len(), |more| dot + more);
        let mut run = Self { text, labels: Vec::new(), start, end };
        run.cut();
        run.reach();
        run
    }

    fn cut(&mut self) {
        let mut start = self.start;
        for dot in memchr::memchr_iter(b'.', &self.text.as_bytes()[self.start..self.end]) {
            let dot = self.start + dot;
            let own = &self.text[start..dot];
            self.labels.push(Label {
                start,
                dot,
                begins: own.chars().next().is_some_and(is_domain),
                ends: own.chars().next_back().is_some_and(is_domain),
                underscore: own.rfind('_').map(|at| start + at),
                top: tld::prefix(&self.text[dot + 1..]).map(|length| dot + 1 + length),
                reach: None,
                beyond: None,
            });
            start = dot + 1;
        }
    }

    fn reach(&mut self) {
        let mut next = None;
        for label in self.labels.iter_mut().rev() {
            label.beyond = next;
            let own = label.top.filter(|_| label.underscore.is_none());
            label.reach = next.or(own).filter(|_| label.begins && label.ends);
            next = label.reach;
        }
    }

    /// The domain that begins with the run.
    pub(super) fn whole(&self) -> Option<Domain> {
        self.at(self.labels.first()?, Place { at: self.start, half: false })
    }

    /// The first domain that begins after `free`, what stands before it considered.
    pub(super) fn next(&self, free: usize) -> Option<Domain> {
        if free == 0 && self.start == 0 {
            if let Some(domain) = self.second().or_else(|| self.whole()) {
                return Some(domain);
            }
        }
        let from = self.labels.partition_point(|label| label.dot < free);
        self.labels[from..].iter().find_map(|label| {
            let least = match (label.beyond, label.top) {
                (Some(_), _) => label.start,
                (None, Some(_)) => label.underscore.map_or(label.start, |at| at + 1),
                (None, None) => return None,
            };
            self.within(label, least.max(free), free)
        })
    }

    /// At the very start of a text the reference tries the second place before the first.
    fn second(&self) -> Option<Domain> {
        let first = self.text.chars().next().filter(|c| goes_before_link(*c))?;
        let half = first.len_utf8() == 4;
        let place = Place { at: if half { 0 } else { first.len_utf8() }, half };
        let label = self.labels.iter().find(|label| place.at <= label.dot)?;
        self.at(label, place)
    }

    /// The first domain that begins inside a label.
    fn within(&self, label: &Label, least: usize, free: usize) -> Option<Domain> {
        let mut before = self.text[free..least].chars().next_back();
        for (more, c) in self.text.get(least..label.dot)?.char_indices() {
            let at = least + more;
            let place = |half| Place { at, half };
            let whole = before.filter(|c| goes_before_link(*c)).map(|_| place(false));
            let half = Some(place(true)).filter(|_| c.len_utf8() == 4);
            for place in whole.into_iter().chain(half) {
                if let Some(domain) = self.at(label, place) {
                    return Some(domain);
                }
            }
            before = Some(c);
        }
        None
    }

    /// The domain that begins at this place of a label.
    fn at(&self, label: &Label, place: Place) -> Option<Domain> {
        let first = self.text[place.at..label.dot].chars().next()?;
        if !label.ends || !is_domain(first) {
            return None;
        }
        let clean = label.underscore.is_none_or(|underscore| underscore < place.at);
        let end = label.beyond.or_else(|| label.top.filter(|_| clean))?;
        Some(Domain { start: place, end })
    }
}
