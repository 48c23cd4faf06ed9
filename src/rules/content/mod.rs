//! What posts say and show: what is left to fill in, what is empty, missing, said twice.

pub mod assets;
pub mod control_character;
pub mod empty_text;
pub mod evergreen_too_soon;
pub mod missing_alt_text;
mod passage;
pub mod placeholder;
pub mod repeated_text;
