//! The faults of a file, collected and worded.
//!
//! Everything the reading of files can find wrong goes through here, so that the same fault is
//! said the same way wherever it stands.

mod keys;
mod moments;
mod values;

pub(super) use moments::{date as not_a_date, time as not_a_time};

use crate::diagnostic::Finding;
use crate::lang::Text;
use crate::source::At;

/// The faults found so far, and the post that is being read.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<Finding>,
    post: Option<String>,
    broken: Vec<At>,
    guesses: usize,
}

/// What [`Faults::leave`] puts back.
#[derive(Debug, Default)]
pub(super) enum Kept {
    /// Nothing was entered.
    #[default]
    Nothing,
    /// A post was entered.
    Post(Option<String>),
}

impl Faults {
    /// From here on, faults are about this post.
    pub(super) fn enter_post(&mut self, id: Option<&str>) -> Kept {
        Kept::Post(std::mem::replace(&mut self.post, id.map(str::to_owned)))
    }

    /// Back to where [`Faults::enter_post`] was called.
    pub(super) fn leave(&mut self, kept: Kept) {
        if let Kept::Post(before) = kept {
            self.post = before;
        }
    }

    /// These places hold syntax errors: nothing more is said about them.
    pub(super) fn broken_at(&mut self, places: impl IntoIterator<Item = At>) {
        self.broken.extend(places);
    }

    /// Takes a finding in, unless its place was reported as unreadable already.
    pub(super) fn add(&mut self, mut finding: Finding) {
        if let crate::diagnostic::Place::Span(at) = finding.place {
            let overlaps = |other: &At| {
                other.source == at.source
                    && other.span.start < at.span.end.max(at.span.start + 1)
                    && at.span.start < other.span.end.max(other.span.start + 1)
            };
            let within_line = self.broken.iter().any(overlaps);
            if within_line {
                return;
            }
        }
        if finding.post.is_none() {
            finding.post.clone_from(&self.post);
        }
        self.found.push(finding);
    }

    /// Everything found.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.found
    }

    /// A finding with a message and what to do.
    pub(super) fn say(&mut self, rule: &'static str, at: At, message: Text, help: Option<Text>) {
        let mut finding = Finding::new(rule, at, message);
        finding.help = help;
        self.add(finding);
    }
}
