//! What networks take and refuse.
//!
//! Figures come from [`crate::networks`]; the user's own `limits` take their place. A figure that is
//! not sure makes a warning, never an error.

mod addresses;
mod malformed;
mod styled;
mod tags;
mod words;

pub(super) mod accidental_link;
pub(super) mod hashtag_case;
pub(super) mod hashtag_cut;
pub(super) mod hashtag_glued;
pub(super) mod link_not_clickable;
pub(super) mod link_swallows;
pub(super) mod same_text;
pub(super) mod styled_letters;
pub(super) mod text_too_long;
