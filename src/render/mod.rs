//! From what was found or planned to text for people and machines.
//!
//! A renderer turns data into text. It decides nothing: no level, no exit code, no order but that
//! of what it is given. Text of the user's is made safe here. Text for a terminal carries ANSI
//! styles; whoever prints it takes them out when colour is off.

pub mod count;
pub mod evidence;
pub mod findings;
pub mod gain;
pub mod heard;
pub mod lines;
pub mod mix;
pub mod network;
pub mod plan;
pub mod reason;
pub mod report;
pub mod rules;
pub mod slots;
pub mod step;
pub mod tone_rule;
pub mod why;
pub mod words;
pub(crate) mod wrap;

pub use wrap::{columns, wrap};
