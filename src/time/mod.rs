//! Time as an editorial calendar needs it: instants, zones, weeks, dates of any precision, holidays.
//!
//! Text is parsed once, here, into types that cannot hold a date that does not exist; a fault is an
//! enum with what a remedy needs, and whoever reports it finds the words. This room never reads the
//! clock: where "today" matters, it is an argument. It knows nothing of posts or channels.

mod clock;
mod days;
mod easter;
pub mod holidays;
mod instant;
mod lapse;
mod rule;
mod week;
mod when;
pub mod words;
mod zone;

pub use clock::{DaySpan, SpanFault, TimeFault, parse_end, parse_time};
pub use days::{DayFault, Days};
pub use easter::easter;
pub use instant::Instant;
pub use lapse::{Lapse, LapseFault};
pub use rule::{DateRule, Nth, RuleFault};
pub use week::{Week, WeekFault};
pub use when::{DateFault, When, days_in_month};
pub use zone::{Clock, Resolved, Zone};

/// The number written by `text`, when it is nothing but `width` ASCII digits.
fn digits(text: &str, width: usize) -> Option<u32> {
    let plain = text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
