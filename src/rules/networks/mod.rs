//! What networks take and refuse.
//!
//! Figures come from [`crate::networks`]; the user's own `limits` take their place. A figure that is
//! not sure makes a warning, never an error.

mod words;

pub(super) mod alt_text_too_long;
pub(super) mod format_not_there;
pub(super) mod hashtag_too_long;
pub(super) mod lints;
pub(super) mod longer_than_advised;
pub(super) mod media;
pub(super) mod missing_title;
pub(super) mod newer_emoji;
pub(super) mod no_threads;
pub(super) mod outside_scheduling;
pub(super) mod phone_number;
pub(super) mod refused_character;
pub(super) mod stale_facts;
pub(super) mod text_too_long;
pub(super) mod title_length;
pub(super) mod too_many;
pub(super) mod too_many_in_a_day;
pub(super) mod too_many_scheduled;
