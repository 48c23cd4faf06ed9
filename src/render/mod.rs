//! What people and machines read: plans and reasons, in words, tables and JSON.
//!
//! A renderer turns data into text. It decides nothing: no level, no exit code, no order but that
//! of what it is given. Text of the user's is made safe here, for the screen it goes to.

pub mod lines;
pub mod plan;
pub mod reason;
pub mod why;
pub mod words;
