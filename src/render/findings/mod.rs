//! How findings are shown: with the lines at fault for people, one line each for editors and
//! logs, as JSON for programs.
//!
//! Each form is a function from judged findings and their files to text. None of them knows where
//! the text goes, nor whether the run failed.

mod concise;
mod excerpt;
mod human;
mod json;
mod summary;

pub use concise::{concise, line};
pub use human::{Amount, Decor, Look, human};
pub use json::{json, shaped, value};
pub use summary::{Tally, summary};

#[cfg(test)]
mod samples;
