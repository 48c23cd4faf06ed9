//! The clock of a place: from instants to local times and back, through gaps and folds.

use super::Instant;
use super::words::fold;
use chrono::{DateTime, Datelike, LocalResult, NaiveDateTime, Offset, TimeZone, Timelike};
use chrono_tz::{GapInfo, TZ_VARIANTS, Tz};
use std::str::FromStr;

/// A time zone of the IANA database, compiled in. Changes of the clocks are known to the end of
/// 2099; after that every zone keeps its last offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone(Tz);

/// What a local time stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The instant it is taken for.
    pub instant: Instant,
    /// Whether the clock shows that time once, never or twice.
    pub kind: Clock,
}

/// How often a clock shows a local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clock {
    /// Once, as nearly always.
    Once,
    /// Never: the clocks jump over it. The instant is counted with the offset before the jump.
    Gap,
    /// Twice: the clocks go back over it. The instant is the first of the two.
    Fold,
}

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Self = Self(Tz::UTC);

    /// The zone of an exact IANA name, such as `Europe/Paris`; case matters.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Tz::from_str(name).ok().map(Self)
    }

    /// The IANA name that was probably meant: `europe/paris`, `Paris`, `Londres` or `Europe/Pariss`.
    ///
    /// Offsets (`UTC+1`, `GMT-5`) have no nearest name: the zones that look like them have the
    /// opposite sign.
    #[must_use]
    pub fn nearest(name: &str) -> Option<&'static str> {
        let wanted = folded(name);
        let signed = wanted.contains(['+', '-']) && wanted.contains(|c: char| c.is_ascii_digit());
        if wanted.is_empty() || signed || wanted.len() > 64 {
            return None;
        }
        let names = || TZ_VARIANTS.iter().map(|zone| zone.name());
        names()
            .find(|known| folded(known) == wanted)
            .or_else(|| names().find(|known| folded(city(known)) == wanted))
            .or_else(|| known_elsewhere(&wanted))
            .or_else(|| names().find(|known| folded(city(known)) == folded(city(name))))
            .or_else(|| by_distance(&wanted))
    }

    /// The zone as `chrono-tz` knows it.
    #[must_use]
    pub const fn tz(self) -> Tz {
        self.0
    }

    /// Its IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// What a clock there shows at an instant.
    #[must_use]
    pub fn local(self, instant: Instant) -> NaiveDateTime {
        shifted(instant.unix() + i64::from(self.offset_seconds(instant)))
    }

    /// Seconds its clock is ahead of UTC at an instant; negative when it is behind.
    #[must_use]
    pub fn offset_seconds(self, instant: Instant) -> i32 {
        let offset = self.0.offset_from_utc_datetime(&instant.utc());
        offset.fix().local_minus_utc()
    }

    /// The local time with its offset, `2026-11-24T12:30:00+01:00`; `+00:00` for UTC.
    ///
    /// RFC 3339 has whole minutes only. Where an old offset has seconds (Paris before 1911), the
    /// offset is cut to the minute and the time with it, so the text is the same instant.
    #[must_use]
    pub fn rfc3339(self, instant: Instant) -> String {
        let minutes = self.offset_seconds(instant) / 60;
        let local = shifted(instant.unix() + i64::from(minutes) * 60);
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let (date, time) = (local.date(), local.time());
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{hours:02}:{rest:02}",
            date.year(),
            date.month(),
            date.day(),
            time.hour(),
            time.minute(),
            time.second(),
        )
    }

    /// The instant of a local time, and whether the clock shows it once, never or twice.
    ///
    /// A local time in a gap takes the offset before the gap, one in a fold the first instant.
    #[must_use]
    pub fn resolve(self, local: NaiveDateTime) -> Resolved {
        let at = |ahead: i32| Instant::from_unix(local.and_utc().timestamp() - i64::from(ahead));
        let (instant, kind) = match self.0.offset_from_local_datetime(&local) {
            LocalResult::Single(offset) => (at(offset.fix().local_minus_utc()), Clock::Once),
            LocalResult::Ambiguous(a, b) => {
                let ahead = a.fix().local_minus_utc().max(b.fix().local_minus_utc());
                (at(ahead), Clock::Fold)
            }
            LocalResult::None => {
                let before = GapInfo::new(&local, &self.0)
                    .and_then(|gap| gap.begin)
                    .map_or(0, |(_, offset)| offset.fix().local_minus_utc());
                (at(before), Clock::Gap)
            }
        };
        Resolved { instant, kind }
    }
}

/// A count of seconds on a local clock as a date and time.
fn shifted(seconds: i64) -> NaiveDateTime {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc()
}

/// `Europe/Paris` -> `Paris`.
fn city(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Without case, accents and the difference between spaces, hyphens and underscores; a hyphen
/// before a digit stays, it is a sign.
fn folded(name: &str) -> String {
    let plain = fold::plain(name.trim());
    let mut out = String::with_capacity(plain.len());
    let mut chars = plain.chars().peekable();
    while let Some(c) = chars.next() {
        let sign = c == '-' && chars.peek().is_some_and(char::is_ascii_digit);
        out.push(if matches!(c, ' ' | '-') && !sign { '_' } else { c });
    }
    out
}

/// Places people name that are no city of the IANA database, or not by that name; folded.
const PLACES: [(&[&str], &str); 15] = [
    (
        &["france", "lyon", "marseille", "lille", "toulouse", "bordeaux", "nantes", "strasbourg"],
        "Europe/Paris",
    ),
    (&["bruxelles", "belgique", "belgium", "brussel"], "Europe/Brussels"),
    (&["geneve", "geneva", "lausanne", "suisse", "switzerland"], "Europe/Zurich"),
    (&["londres", "uk", "england", "royaume_uni"], "Europe/London"),
    (&["quebec", "ottawa"], "America/Toronto"),
    (&["la_reunion", "saint_denis"], "Indian/Reunion"),
    (&["guyane"], "America/Cayenne"),
    (&["nouvelle_caledonie"], "Pacific/Noumea"),
    (&["polynesie_francaise", "papeete"], "Pacific/Tahiti"),
    (&["allemagne", "germany", "munich"], "Europe/Berlin"),
    (&["espagne", "spain", "barcelone", "barcelona"], "Europe/Madrid"),
    (&["italie", "italy", "milan"], "Europe/Rome"),
    (&["alger"], "Africa/Algiers"),
    (&["san_francisco", "seattle"], "America/Los_Angeles"),
    (&["boston", "washington", "miami"], "America/New_York"),
];

fn known_elsewhere(wanted: &str) -> Option<&'static str> {
    let (_, zone) = PLACES.iter().find(|(names, _)| names.contains(&wanted))?;
    Some(zone)
}

/// The closest name, or name of a city, a few letters away at most.
fn by_distance(wanted: &str) -> Option<&'static str> {
    let most = (wanted.chars().count() / 4).min(3);
    TZ_VARIANTS
        .iter()
        .filter(|zone| !zone.name().starts_with("Etc/"))
        .map(|zone| {
            let whole = strsim::osa_distance(&folded(zone.name()), wanted);
            let short = strsim::osa_distance(&folded(city(zone.name())), wanted);
            (whole.min(short), zone.name())
        })
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= most)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Lapse;
    use chrono::NaiveDate;

    fn zone(name: &str) -> Zone {
        Zone::parse(name).unwrap()
    }

    fn local(y: i32, mo: u32, d: u32, h: u32, mi: u32) -> NaiveDateTime {
        let date = NaiveDate::from_ymd_opt(y, mo, d).unwrap();
        date.and_hms_opt(h, mi, 0).unwrap()
    }

    /// The instant of a local time as RFC 3339 in the same zone, with its kind.
    fn resolved(name: &str, local: NaiveDateTime) -> (String, Clock) {
        let Resolved { instant, kind } = zone(name).resolve(local);
        (zone(name).rfc3339(instant), kind)
    }

    #[test]
    fn paris_2026() {
        for (time, expected, kind) in [
            (local(2026, 3, 29, 1, 59), "2026-03-29T01:59:00+01:00", Clock::Once),
            (local(2026, 3, 29, 2, 0), "2026-03-29T03:00:00+02:00", Clock::Gap),
            (local(2026, 3, 29, 2, 30), "2026-03-29T03:30:00+02:00", Clock::Gap),
            (local(2026, 3, 29, 3, 0), "2026-03-29T03:00:00+02:00", Clock::Once),
            (local(2026, 10, 25, 1, 59), "2026-10-25T01:59:00+02:00", Clock::Once),
            (local(2026, 10, 25, 2, 0), "2026-10-25T02:00:00+02:00", Clock::Fold),
            (local(2026, 10, 25, 2, 59), "2026-10-25T02:59:00+02:00", Clock::Fold),
            (local(2026, 10, 25, 3, 0), "2026-10-25T03:00:00+01:00", Clock::Once),
            (local(2026, 11, 24, 12, 30), "2026-11-24T12:30:00+01:00", Clock::Once),
        ] {
            assert_eq!(resolved("Europe/Paris", time), (expected.to_owned(), kind));
        }
    }

    #[test]
    fn the_second_hour_of_a_fold_is_reachable_from_instants() {
        let paris = zone("Europe/Paris");
        let first = paris.resolve(local(2026, 10, 25, 2, 30)).instant;
        let second = first + Lapse::HOUR;
        assert_eq!(paris.local(first), paris.local(second));
        assert_eq!(paris.rfc3339(second), "2026-10-25T02:30:00+01:00");
    }

    #[test]
    fn elsewhere() {
        for (name, time, expected, kind) in [
            ("America/New_York", local(2026, 3, 8, 2, 30), "2026-03-08T03:30:00-04:00", Clock::Gap),
            (
                "America/New_York",
                local(2026, 11, 1, 1, 30),
                "2026-11-01T01:30:00-04:00",
                Clock::Fold,
            ),
            // Half an hour of summer time.
            (
                "Australia/Lord_Howe",
                local(2026, 10, 4, 2, 15),
                "2026-10-04T02:45:00+11:00",
                Clock::Gap,
            ),
            (
                "Australia/Lord_Howe",
                local(2026, 4, 5, 1, 45),
                "2026-04-05T01:45:00+11:00",
                Clock::Fold,
            ),
            // Samoa had no 30 December 2011.
            ("Pacific/Apia", local(2011, 12, 29, 23, 59), "2011-12-29T23:59:00-10:00", Clock::Once),
            ("Pacific/Apia", local(2011, 12, 30, 12, 0), "2011-12-31T12:00:00+14:00", Clock::Gap),
            ("Pacific/Apia", local(2011, 12, 31, 0, 0), "2011-12-31T00:00:00+14:00", Clock::Once),
            ("Asia/Kolkata", local(2026, 1, 1, 0, 0), "2026-01-01T00:00:00+05:30", Clock::Once),
            ("UTC", local(2026, 1, 1, 0, 0), "2026-01-01T00:00:00+00:00", Clock::Once),
        ] {
            assert_eq!(resolved(name, time), (expected.to_owned(), kind), "{name}");
        }
    }

    #[test]
    fn clocks_change_until_2099() {
        let july = |year| resolved("Europe/Paris", local(year, 7, 1, 0, 0)).0;
        assert_eq!(july(2099), "2099-07-01T00:00:00+02:00");
        assert_eq!(july(2100), "2100-07-01T00:00:00+01:00");
    }

    #[test]
    fn rfc3339_is_always_the_same_instant() {
        for name in ["Europe/Paris", "Africa/Monrovia", "America/New_York", "UTC"] {
            for unix in [-5_000_000_000, -2_208_988_800, 0, 1_795_519_800, 5_000_000_000] {
                let at = Instant::from_unix(unix);
                assert_eq!(Instant::parse_rfc3339(&zone(name).rfc3339(at)), Some(at));
            }
        }
    }

    #[test]
    fn extremes_do_not_panic() {
        for zone in TZ_VARIANTS.iter().copied().map(Zone) {
            for at in [Instant::MIN, Instant::MAX] {
                assert!(zone.rfc3339(at).len() >= 25);
                assert!(zone.resolve(zone.local(at)).instant.since(at).abs() <= Lapse::DAY);
            }
            for date in [NaiveDate::MIN, NaiveDate::MAX] {
                let at = zone.resolve(date.and_hms_opt(12, 0, 0).unwrap()).instant;
                assert!(at == Instant::MIN || at == Instant::MAX);
            }
        }
    }

    #[test]
    fn names() {
        assert_eq!(zone("Europe/Paris").name(), "Europe/Paris");
        assert_eq!(Zone::parse("europe/paris"), None);
        assert_eq!(Zone::parse("UTC"), Some(Zone::UTC));
        for (text, meant) in [
            ("europe/paris", Some("Europe/Paris")),
            ("Paris", Some("Europe/Paris")),
            ("Europe/Pariss", Some("Europe/Paris")),
            ("Europe/Lyon", None),
            ("Lyon", Some("Europe/Paris")),
            ("France/Paris", Some("Europe/Paris")),
            ("Londres", Some("Europe/London")),
            ("Genève", Some("Europe/Zurich")),
            ("new york", Some("America/New_York")),
            ("Saint-Pierre", None),
            ("Réunion", Some("Indian/Reunion")),
            ("utc", Some("UTC")),
            ("GMT+1", None),
            ("UTC-05:00", None),
            ("+01:00", None),
            ("", None),
            ("é/\u{0}", None),
            ("xyzzy", None),
        ] {
            assert_eq!(Zone::nearest(text), meant, "{text}");
        }
    }
}
