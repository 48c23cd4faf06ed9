//! The time that networks put into the ids of posts.
//!
//! X: (id >> 22) + 1288834974657 ms, verified on 1,668 posts. Instagram: the short code of a link is
//! an id in base 64, (id >> 23) + 1314220021721 ms, verified on 127,696 posts; an upload precedes its
//! publication, most of all with reels. LinkedIn: id of an activity >> 22 ms, verified on one post.
//! Mastodon: id >> 16 ms, TikTok: id >> 32 s; both unverified. What an id says is therefore believed
//! only within the life of its network, and where a day is written, near that day.

use crate::time::Instant;
use chrono::NaiveDate;
use memchr::memchr_iter;

/// How far an id may be from the day that is written, in seconds: a draft may wait, clocks differ.
const NEAR: i64 = 2 * 86_400;

/// What the ids of a network are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    X,
    Instagram,
    LinkedIn,
    TikTok,
    Mastodon,
}

/// The time that a post's address or id tells, when it can be true before `now`.
///
/// `network` is that of the channel: a bare id means nothing without it.
pub(super) fn time(url: &str, id: &str, network: &str, now: Instant) -> Option<Instant> {
    let (sort, number) = of_url(url).or_else(|| of_id(id, network))?;
    let at = decoded(sort, number)?;
    (at.unix() >= born(sort) && at.unix() <= now.unix() + NEAR).then_some(at)
}

/// Whether a time from an id fits the day that is written, whatever the zone.
pub(super) fn near(at: Instant, day: NaiveDate) -> bool {
    let noon = day.and_hms_opt(12, 0, 0).map_or(0, |noon| noon.and_utc().timestamp());
    (at.unix() - noon).abs() <= NEAR + 43_200
}

/// An address without its scheme.
pub(super) fn without_scheme(url: &str) -> &str {
    // A search for a letter; one for three of them costs more than all the rest of an address.
    let mark =
        memchr_iter(b':', url.as_bytes()).find_map(|at| url.get(at + 1..)?.strip_prefix("//"));
    mark.unwrap_or(url)
}

fn of_url(url: &str) -> Option<(Sort, u64)> {
    let (mut host, path) = without_scheme(url).split_once('/')?;
    for prefix in ["www.", "m.", "mobile."] {
        while let Some(rest) = host.strip_prefix(prefix) {
            host = rest;
        }
    }
    match host {
        "x.com" | "twitter.com" => Some((Sort::X, after(path, "status/")?)),
        "instagram.com" => Some((Sort::Instagram, short_code(path)?)),
        "linkedin.com" => {
            let marks = ["activity:", "activity-", "share:", "share-", "ugcPost:", "ugcPost-"];
            let number = marks.iter().find_map(|mark| after(path, mark))?;
            Some((Sort::LinkedIn, number))
        }
        "tiktok.com" => {
            let number = after(path, "video/").or_else(|| after(path, "photo/"))?;
            Some((Sort::TikTok, number))
        }
        _ => None,
    }
}

fn of_id(id: &str, network: &str) -> Option<(Sort, u64)> {
    let sort = match network {
        "x" => Sort::X,
        "linkedin" => Sort::LinkedIn,
        "tiktok" => Sort::TikTok,
        "mastodon" => Sort::Mastodon,
        // Meta's own ids carry no time, nor do those of YouTube.
        _ => return None,
    };
    let id = id.rsplit(':').next().unwrap_or(id).trim();
    Some((sort, number(id)?))
}

/// The number that follows a mark.
fn after(path: &str, mark: &str) -> Option<u64> {
    let (_, rest) = path.split_once(mark)?;
    let end = rest.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(rest.len());
    number(&rest[..end])
}

/// An id of that size: what a spreadsheet rounded to 15 digits has lost its end, but not its hour.
fn number(digits: &str) -> Option<u64> {
    let plain = (15..=20).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// `p/CODE/`, `reel/CODE/`, `tv/CODE/`, after the account or not.
fn short_code(path: &str) -> Option<u64> {
    let mut parts = path.split(['/', '?', '#']);
    parts.find(|part| matches!(*part, "p" | "reel" | "reels" | "tv"))?;
    let code = parts.next()?;
    if !(8..=12).contains(&code.len()) {
        return None;
    }
    code.bytes().try_fold(0_u64, |sum, byte| {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        sum.checked_mul(64)?.checked_add(u64::from(digit))
    })
}

fn decoded(sort: Sort, number: u64) -> Option<Instant> {
    let seconds = match sort {
        Sort::X => ((number >> 22) + 1_288_834_974_657) / 1000,
        Sort::Instagram => ((number >> 23) + 1_314_220_021_721) / 1000,
        Sort::LinkedIn => (number >> 22) / 1000,
        Sort::Mastodon => (number >> 16) / 1000,
        Sort::TikTok => number >> 32,
    };
    Some(Instant::from_unix(i64::try_from(seconds).ok()?))
}

/// When ids began to carry the time, or the network began: seconds since 1970.
const fn born(sort: Sort) -> i64 {
    match sort {
        // November 2010.
        Sort::X => 1_288_834_974,
        // August 2011.
        Sort::Instagram => 1_314_220_021,
        // 2010: older activities have other ids.
        Sort::LinkedIn => 1_262_304_000,
        // September 2016, both.
        Sort::TikTok | Sort::Mastodon => 1_472_688_000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str, id: &str, network: &str) -> Option<String> {
        let now = Instant::parse_rfc3339("2026-11-22T00:00:00Z").unwrap();
        let at = time(url, id, network, now)?;
        Some(at.utc().format("%Y-%m-%d %H:%M").to_string())
    }

    #[test]
    fn ids_tell_their_time() {
        let x = Some("2016-12-23 18:50".to_owned());
        let id = "812369808061378617";
        assert_eq!(read("", id, "x"), x);
        assert_eq!(read(&format!("https://twitter.com/someone/status/{id}"), "", "instagram"), x);
        assert_eq!(read(&format!("https://x.com/i/status/{id}?s=20"), "", ""), x);
        let linked = "https://www.linkedin.com/feed/update/urn:li:activity:7450000000000000000/";
        assert_eq!(read(linked, "", ""), Some("2026-04-15 02:00".to_owned()));
        assert_eq!(read("", "7288000000000000000", "tiktok"), Some("2023-10-09 16:42".to_owned()));
        assert_eq!(read("", "111111111111111111", "mastodon"), Some("2023-09-22 22:16".to_owned()));
    }

    #[test]
    fn a_short_code_is_an_id() {
        // 2025-01-01T00:00:00Z is 1735689600000 ms.
        let number = (1_735_689_600_000_u64 - 1_314_220_021_721) << 23;
        let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut code = Vec::new();
        let mut rest = number;
        while rest > 0 {
            code.insert(0, digits[usize::try_from(rest % 64).unwrap()]);
            rest /= 64;
        }
        let code = String::from_utf8(code).unwrap();
        let expected = Some("2025-01-01 00:00".to_owned());
        for path in ["p", "reel", "musee/p", "tv"] {
            let url = format!("https://www.instagram.com/{path}/{code}/");
            assert_eq!(read(&url, "", ""), expected, "{url}");
        }
    }

    #[test]
    fn what_cannot_be_is_not_believed() {
        for (url, id, network) in [
            ("", "", ""),
            ("", "812369808061378617", "instagram"),
            ("", "9223372036854775807", "x"),
            ("", "100000000000000", "linkedin"),
            ("https://www.instagram.com/p/AAAAAA/", "", ""),
            ("https://www.instagram.com/p/zzzzzzzzzzzz/", "", ""),
            ("https://www.instagram.com/p/é/", "", ""),
            ("https://example.org/status/812369808061378617", "", ""),
            ("https://x.com/status/", "", ""),
            ("", "8.12369E+17", "x"),
        ] {
            assert_eq!(read(url, id, network), None, "{url}{id}");
        }
    }
}
