//! Time as an editorial calendar needs it: instants, zones, weeks, dates of any precision, holidays.
//!
//! Text is parsed once, here, into types that cannot hold a date that does not exist; a fault is an
//! enum with what a remedy needs, and whoever reports it finds the words. This room never reads the
//! clock: where "today" matters, it is an argument. It knows nothing of posts or channels.

mod clock;
mod countries;
mod days;
mod easter;
pub mod holidays;
mod instant;
mod lapse;
mod rule;
mod school;
mod week;
mod when;
pub mod words;
mod working;
mod zone;

pub use clock::{DaySpan, SpanFault, TimeFault, parse_end, parse_time};
pub use countries::is_country;
pub use days::{DayFault, Days};
pub use easter::easter;
pub use holidays::{Holiday, Region, holidays};
pub use instant::Instant;
pub use lapse::{Lapse, LapseFault};
pub use rule::{DateRule, Nth, RuleFault};
pub use school::{SchoolBreak, SchoolZone, school_breaks, school_known};
pub use week::{Week, WeekFault};
pub use when::{DateFault, When, days_in_month};
pub use working::Workdays;
pub use zone::{Clock, Resolved, Zone};

/// The number written by `text`, when it is nothing but `width` ASCII digits.
fn digits(text: &str, width: usize) -> Option<u32> {
    let plain = text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every parser of the room on one text; how many understood it.
    fn parsers_that_read(text: &str) -> usize {
        let today = chrono::NaiveDate::default();
        let read = [
            Instant::parse_rfc3339(text).is_some(),
            Lapse::parse(text).is_ok(),
            Zone::parse(text).is_some(),
            Week::parse(text).is_ok(),
            When::parse(text).is_ok(),
            parse_time(text).is_ok(),
            parse_end(text).is_ok(),
            Days::parse(text).is_ok(),
            DateRule::parse(text).is_ok(),
            Region::parse(text).is_some(),
            words::parse(text, today).is_ok(),
        ];
        read.into_iter().filter(|ok| *ok).count()
    }

    #[test]
    fn no_text_makes_a_parser_panic() {
        let pieces = [
            "",
            " ",
            "-",
            "+",
            "/",
            ":",
            ".",
            "T",
            "Z",
            "W",
            "h",
            "é",
            "e\u{301}",
            "\u{0}",
            "２",
            "🎉",
            "\u{202e}",
            "0",
            "7",
            "12",
            "2026",
            "99999999999999999999",
            "2026-11-24",
            "12:30",
            "easter",
            "mon",
            "last",
            "of",
            "min",
            "FR-",
            "Paris",
            "\n",
        ];
        let mut understood = 0;
        for a in pieces {
            for b in pieces {
                for c in ["", "-", "é", "24", "h", "may"] {
                    understood += parsers_that_read(&format!("{a}{b}{c}"));
                }
                assert!(
                    Zone::nearest(&format!("{a}{b}"))
                        .is_none_or(|name| Zone::parse(name).is_some())
                );
            }
        }
        // The loop reaches texts that mean something, not only noise.
        assert!(understood > 100, "{understood}");
    }
}
