//! Where posts stand: what a status asks for, who must act, who approved what.

pub mod approvals;
pub mod broken_seal;
pub mod late_step;
mod lines;
pub mod missing_owner;
pub mod nobody_to_approve;
pub mod overloaded;
pub mod owner_away;
pub mod status_gate;
