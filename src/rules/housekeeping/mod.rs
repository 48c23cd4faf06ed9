//! The checking itself: levels and exceptions that do nothing, or name nothing.

pub mod allow;
pub mod fixed_level;
pub mod unknown_rule;
