//! From what was found or planned to text for people and machines.
//!
//! Nothing here reads a disk or decides an exit code. Text for a terminal carries ANSI styles;
//! whoever prints it takes them out when colour is off.

pub mod findings;
pub mod rules;
mod wrap;

pub use wrap::{columns, wrap};
