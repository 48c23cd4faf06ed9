//! What a search proved, and how: the nodes of its branching with the prices that thinned or closed
//! them.

use super::tree::Split;
use crate::planner::bound::{Ascent, CutKind, Prices, View};

/// Whether a proof is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::planner) enum Wanted {
    /// A proof.
    Yes,
    /// Only the bound.
    No,
}

/// Prices with the rules that their cuts are of.
#[derive(Clone, Debug)]
pub(in crate::planner) struct Tag {
    pub(in crate::planner) prices: Prices,
    pub(in crate::planner) cuts: Vec<CutKind>,
}

/// A node of the branching.
#[derive(Clone, Debug, Default)]
pub(in crate::planner) struct Record {
    /// The parent, and whether this is its high side.
    pub(in crate::planner) parent: Option<(usize, Side)>,
    /// Prices, in the order in which they thinned the node.
    pub(in crate::planner) tags: Vec<Tag>,
    pub(in crate::planner) split: Option<Split>,
}

/// A side of a split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::planner) enum Side {
    Low,
    High,
}

/// The nodes so far.
#[derive(Clone, Debug)]
pub(in crate::planner) struct Ledger {
    wanted: Wanted,
    pub(in crate::planner) records: Vec<Record>,
}

impl Ledger {
    /// A book with one node: every plan.
    pub(super) fn new(wanted: Wanted) -> Self {
        Self { wanted, records: vec![Record::default()] }
    }

    /// The best prices of a climb thin, or close, a node.
    pub(super) fn note(&mut self, node: usize, ascent: &Ascent, view: &View<'_>) {
        if self.wanted == Wanted::Yes {
            let cuts = view.kinds();
            self.records[node].tags.push(Tag { prices: ascent.best.clone(), cuts });
        }
    }

    /// A node is cut in two.
    pub(super) fn split(&mut self, node: usize, split: Split) {
        self.records[node].split = Some(split);
    }

    /// One of the two parts of a node.
    pub(super) fn part(&mut self, parent: usize, side: Side) -> usize {
        self.records.push(Record { parent: Some((parent, side)), ..Record::default() });
        self.records.len() - 1
    }
}
