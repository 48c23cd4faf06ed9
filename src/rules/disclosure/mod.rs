//! Commercial content that says what it is.
//!
//! Which words are enough comes from [`crate::disclosure`]; a text is judged once ([`verdict`]), and
//! each of the four rules about its label tells its own share: a post has one of these faults at
//! most on a channel. None of this is legal advice, and every finding says so.

mod verdict;
mod words;

pub(super) mod buried_disclosure;
pub(super) mod late_disclosure;
pub(super) mod missing_disclosure;
pub(super) mod missing_image_label;
pub(super) mod unmarked_partnership;
pub(super) mod weak_disclosure;
