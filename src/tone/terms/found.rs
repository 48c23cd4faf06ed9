//! The terms that are in a text, list by list.

use super::{List, NO_RULE, Role};
use std::ops::Range;

/// The most that is kept of one list in one text: nobody reads on after that.
pub(super) const ENOUGH: usize = 4_096;

/// A term in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which term of its list.
    pub term: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// How it is written there.
    pub form: Form,
}

/// How a term is written in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As in the list, case apart.
    Base,
    /// With the mark of the plural at its end.
    Plural,
    /// Inflected otherwise.
    Other,
}

/// The terms of all rules that are in a text.
#[derive(Clone, Debug, Default)]
pub struct Found {
    lists: Vec<(usize, Role, Vec<Match>)>,
}

impl Found {
    /// Those of one list of one rule (by its number), in the order of the text; none overlap. What
    /// lies in a link, mention or hashtag is not among them.
    #[must_use]
    pub fn of(&self, rule: usize, role: Role) -> &[Match] {
        let list = self.lists.iter().find(|list| list.0 == rule && list.1 == role);
        list.map_or(&[], |list| &list.2)
    }

    /// Those of the brand's vocabulary, whatever the case of their letters.
    #[must_use]
    pub fn vocabulary(&self) -> &[Match] {
        self.of(NO_RULE, Role::Vocabulary)
    }

    /// Whether bytes lie in an exception of this rule, or in a word of the brand's vocabulary
    /// written with its exact case.
    #[must_use]
    pub fn is_excepted(&self, rule: usize, range: &Range<usize>) -> bool {
        // None lies in another, so that of those that begin before, the last ends last.
        let excepted = |rule: usize| {
            let all = self.of(rule, Role::Except);
            let next = all.partition_point(|found| found.range.start <= range.start);
            let last = next.checked_sub(1).and_then(|last| all.get(last));
            last.is_some_and(|last| range.end <= last.range.end)
        };
        !range.is_empty() && [rule, NO_RULE].into_iter().any(excepted)
    }

    /// Adds a term of a list.
    pub(super) fn add(&mut self, list: List, found: Match) {
        let known =
            self.lists.iter_mut().find(|known| known.0 == list.rule && known.1 == list.role);
        match known {
            Some((_, role, all)) => {
                if all.len() < ENOUGH || *role == Role::Except {
                    all.push(found);
                }
            }
            None => self.lists.push((list.rule, list.role, vec![found])),
        }
    }

    /// Puts each list in the order of the text and, of those that overlap, keeps the first and
    /// longest; exceptions may overlap, but none lies in another.
    pub(super) fn settle(&mut self) {
        for (_, role, all) in &mut self.lists {
            all.sort_by_key(|found| {
                let Range { start, end } = found.range;
                (start, usize::MAX - end, found.form != Form::Base, found.term)
            });
            if matches!(role, Role::Either(_)) {
                drop_ambiguous(all);
            }
            let mut past = 0;
            let except = *role == Role::Except;
            all.retain(|found| {
                let Range { start, end } = found.range;
                let free = if except { end > past } else { start >= past };
                past = if free { end } else { past };
                free
            });
        }
    }
}

/// Drops bytes that may be several ways of writing, unless one of them is written to the letter.
fn drop_ambiguous(all: &mut Vec<Match>) {
    let ranges: Vec<(Range<usize>, Form)> =
        all.iter().map(|found| (found.range.clone(), found.form)).collect();
    let mut at = 0_usize;
    all.retain(|found| {
        let twins = [at.checked_sub(1).and_then(|before| ranges.get(before)), ranges.get(at + 1)];
        at += 1;
        let twin = twins.into_iter().flatten().any(|(range, _)| *range == found.range);
        !twin || found.form == Form::Base
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_in_exceptions_and_across_each_other() {
        let found = |range: Range<usize>| Match { term: 0, range, form: Form::Base };
        let all = [2..20, 4..6, 4..25, 30..31].map(found).to_vec();
        let mut all = Found { lists: vec![(0, Role::Except, all)] };
        all.settle();
        for range in [2..3, 5..6, 5..25, 18..20, 30..31] {
            assert!(all.is_excepted(0, &range), "{range:?}");
        }
        for range in [0..3, 1..2, 3..25, 24..26, 30..32, 5..5] {
            assert!(!all.is_excepted(0, &range), "{range:?}");
        }
        assert!(!all.is_excepted(1, &(2..3)));
    }
}
