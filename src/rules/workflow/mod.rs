//! Where posts stand: what a status asks for, who must act, who approved what.

pub mod approvals;
pub mod broken_seal;
pub mod missing_owner;
pub mod status_gate;
