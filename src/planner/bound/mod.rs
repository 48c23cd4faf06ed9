//! What no plan can exceed: the relaxation, its prices, and what they close.
//!
//! Rules inside a lane (gap, caps, cadence, R9) are kept exactly by [`lane`]'s programme; the mix is
//! kept exactly by [`cell`]; what ties lanes together (a task used once, spacing, presence, topics,
//! `after`, quotas) is paid for at whole [`prices`] (Lagrange multipliers). Whatever the prices,
//! the sum is an upper bound; [`ascent`] looks for good ones; [`view`] is the problem cut down to a
//! node of the branching.

mod ascent;
mod cell;
mod domain;
mod lane;
mod prices;
mod view;

pub(super) use ascent::Ascent;
pub(super) use domain::Domain;
pub(super) use prices::{CutKind, Line, Prices};
pub(super) use view::{Relaxed, View};
