//! What networks take and refuse.
//!
//! Figures come from [`crate::networks`]; the user's own `limits` take their place. A figure that is
//! not sure makes a warning, never an error.

mod words;

pub(super) mod text_too_long;
