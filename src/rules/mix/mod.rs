//! Shares of pillars and quotas. Days are counted on the calendar's clock.

pub mod closed_pillar;
pub mod missing_pillar;
pub mod off_mix;
pub mod over_quota;
