//! The certificate of a plan's bound, checked without the search.
//!
//! A certificate is a tree over all plans of some days. Its leaves have prices for the rules that
//! lanes share; at any prices the best of every lane, the best of every cell of the mix and what the
//! rules hold in all add up to something that no plan of the leaf exceeds. Here that sum is worked
//! out again from the calendar: nothing of the certificate is believed but the numbers it proposes.
//!
//! The bound is proven when every leaf stays below it by rounding: all objectives are multiples of
//! g = gcd(100, `weights.mix`), so a leaf is closed when its sum is below bound + g.
//!
//! What the definition leaves open is settled so, always for the smaller bound:
//! - two slots of a lane are `gap` and `spacing` apart, whichever is more;
//! - fixed neighbours are told apart from tasks, so a pair of fixed ones never costs and a task
//!   beside one always does;
//! - several links of the same two placements count as one with the narrowest distances;
//! - slots that links leave without a partner go after every cut and every filter, not at first only;
//! - a series binds the days, and the time, of its posts unless the human named a day (see `legal`);
//! - slots that an event or a campaign forbids (R8) are none;
//! - a slot chosen before that rules 1 to 4 allow costs its move even where R8 forbids it;
//! - shares that are classes must be disjoint over all placements of the calendar, cancelled ones
//!   included.
//!
//! One thing is larger than it might be, because it must be to hold: where posts count once, a fixed
//! placement of a post may lose its count to a task of the same post that comes before it, so that
//! post counts or not, in its own cell too.

mod cells;
mod fault;
mod file;
mod fixed;
mod lanes;
mod legal;
mod most;
mod part;
mod problem;
mod profits;
mod programme;
mod tree;

pub use fault::{CertificateFault, NodeFault};
pub use file::{Branch, Certificate, Distance, FORMAT, Prices, read};

use super::Keep;
use crate::model::Workspace;
use crate::time::Instant;
use chrono::NaiveDate;
use part::{Halt, Part, Work};
use problem::Relaxed;
use profits::Index;

/// What a certificate proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// No plan is worth more.
    pub bound: i64,
    /// The objective of the plan that it says it goes with; not proven.
    pub objective: i64,
    /// What became of slots chosen before.
    pub keep: Keep,
    /// How many parts of all plans it looks at.
    pub nodes: usize,
}

impl Certificate {
    /// Works out whether it proves its bound for a calendar and some days.
    ///
    /// # Errors
    /// Everything that is wrong with it, ten faults at most.
    pub fn check(
        &self,
        ws: &Workspace,
        (from, to): (NaiveDate, NaiveDate),
        now: Instant,
    ) -> Result<Proof, Vec<CertificateFault>> {
        let mut faults = Vec::new();
        if self.calendar != ws.calendar.name {
            let (theirs, ours) = (self.calendar.clone(), ws.calendar.name.clone());
            faults.push(CertificateFault::Calendar { theirs, ours });
        }
        if (self.from, self.to) != (from, to) {
            let (theirs, ours) = ((self.from, self.to), (from, to));
            faults.push(CertificateFault::Days { theirs, ours });
        }
        if faults.is_empty() {
            let problem = Relaxed::new(ws, (from, to), now, self.keep);
            let target = i128::from(self.bound) + i128::from(unit(ws));
            faults = tree::faults(&problem, &self.nodes, target);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let (bound, objective) = (self.bound, self.objective);
        Ok(Proof { bound, objective, keep: self.keep, nodes: self.nodes.len() })
    }
}

/// Reads one certificate and checks it.
///
/// # Errors
/// See [`CertificateFault`].
pub fn check(
    ws: &Workspace,
    days: (NaiveDate, NaiveDate),
    now: Instant,
    text: &str,
) -> Result<Proof, Vec<CertificateFault>> {
    let certificates = read(text).map_err(|fault| vec![fault])?;
    match certificates.as_slice() {
        [only] => only.check(ws, days, now),
        all => Err(vec![CertificateFault::Count { certificates: all.len(), plans: 1 }]),
    }
}

/// All plans of some days, for whoever looks for good prices.
pub struct Root<'w> {
    problem: Relaxed<'w>,
    index: Index<'w>,
}

impl<'w> Root<'w> {
    /// All plans of the days from one to another.
    #[must_use]
    pub fn new(ws: &'w Workspace, days: (NaiveDate, NaiveDate), now: Instant, keep: Keep) -> Self {
        let problem = Relaxed::new(ws, days, now, keep);
        let index = Index::new(&problem);
        Self { problem, index }
    }

    /// What no plan can exceed at these prices, without any branching.
    ///
    /// # Errors
    /// When the prices name what the calendar does not have, are below zero where they must not be,
    /// or when all this is too large to be worked out.
    pub fn bound(&self, prices: &Prices) -> Result<i64, CertificateFault> {
        let mut whole = Part::whole(&self.problem);
        // The bound alone is asked for, not which slots reach it.
        let bound = whole.bound(&self.problem, &self.index, prices, i128::MAX, &mut Work::new());
        let node = |fault| CertificateFault::Node { node: 0, fault };
        match bound {
            Ok(bound) => {
                let bound = bound.unwrap_or(i128::from(i64::MIN));
                i64::try_from(bound).map_err(|_| node(NodeFault::Number))
            }
            Err(Halt::Fault(fault)) => Err(node(fault)),
            Err(Halt::TooLarge) => Err(CertificateFault::TooLarge),
        }
    }
}

/// Every objective of a calendar is a multiple of this: of 100 and of what a percent of the mix
/// weighs.
fn unit(ws: &Workspace) -> i64 {
    let (mut a, mut b) = (100, ws.plan.weights.mix);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests;
