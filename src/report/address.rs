//! One name for the address of a post, however it was copied.

/// The address without what differs between two copies of it: scheme, `www.`, the app's host, a
/// trailing slash, what follows `?` or `#`, the account before a post's own id. Nothing when there
/// is no host and no path.
///
/// Only the letters of the host lose their case: ids on Instagram and YouTube tell `a` from `A`.
pub(super) fn key(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/')?;
    let host = host_name(host)?;
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    if let Some(id) = own_id(&host, &parts, query) {
        return Some(format!("{host}/{id}"));
    }
    (!parts.is_empty()).then(|| format!("{host}/{}", parts.join("/")))
}

/// What may be the post's id on the network: the last part of its [`key`].
pub(super) fn id(key: &str) -> Option<&str> {
    key.rsplit_once('/').map(|(_, id)| id).filter(|id| id.len() >= SHORTEST_ID)
}

/// Characters of an id: anything shorter may be met by chance.
const SHORTEST_ID: usize = 6;

fn host_name(host: &str) -> Option<String> {
    let mut host = host.to_lowercase();
    for prefix in ["www.", "m.", "mobile.", "web."] {
        if let Some(rest) = host.strip_prefix(prefix) {
            host = rest.to_owned();
        }
    }
    match host.as_str() {
        "" => None,
        "twitter.com" => Some("x.com".to_owned()),
        "youtu.be" => Some("youtube.com".to_owned()),
        "fb.com" | "fb.watch" => Some("facebook.com".to_owned()),
        country if country.ends_with(".linkedin.com") => Some("linkedin.com".to_owned()),
        _ => Some(host),
    }
}

/// The id in an address of a network that writes one post's address in several ways.
fn own_id<'u>(host: &str, parts: &[&'u str], query: &'u str) -> Option<&'u str> {
    let after = |words: &[&str]| {
        let at = parts.iter().position(|part| words.contains(part))?;
        parts.get(at + 1).copied()
    };
    match host {
        "x.com" => after(&["status", "statuses"]),
        "instagram.com" => after(&["p", "reel", "reels", "tv"]),
        "tiktok.com" => after(&["video", "photo"]),
        "youtube.com" => asked(query, &["v"])
            .or_else(|| after(&["shorts", "live", "embed"]))
            .or_else(|| parts.first().copied().filter(|_| parts.len() == 1)),
        "facebook.com" => asked(query, &["story_fbid", "fbid", "v"]),
        "linkedin.com" => {
            parts.iter().rev().find_map(|part| digits(part).filter(|id| id.len() >= 15))
        }
        _ => None,
    }
}

/// The value of one of these keys in a query.
fn asked<'u>(query: &'u str, names: &[&str]) -> Option<&'u str> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(name, value)| names.contains(name) && !value.is_empty()).map(|(_, v)| v).next()
}

/// The longest run of digits.
fn digits(part: &str) -> Option<&str> {
    part.split(|c: char| !c.is_ascii_digit()).max_by_key(|run| run.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_an_address_have_one_key() {
        for (one, other) in [
            (
                "https://www.instagram.com/p/DRabC_1/",
                "http://instagram.com/museum/reel/DRabC_1?igsh=x",
            ),
            (
                "https://twitter.com/museum/status/1700000000000000001",
                "x.com/i/web/status/1700000000000000001#m",
            ),
            ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", "https://youtu.be/dQw4w9WgXcQ"),
            ("https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ?si=a"),
            (
                "https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001/",
                "https://fr.linkedin.com/posts/museum_un-titre-2026-activity-7300000000000000001-abcd",
            ),
            (
                "https://m.facebook.com/museum/posts/pfbid0abc",
                "https://www.facebook.com/museum/posts/pfbid0abc/?mibextid=1",
            ),
            (
                "https://piaille.fr/@musee/114000000000000001",
                "HTTPS://PIAILLE.FR/@musee/114000000000000001/",
            ),
        ] {
            assert_eq!(key(one), key(other), "{one} {other}");
            assert!(key(one).is_some());
        }
    }

    #[test]
    fn other_posts_have_other_keys() {
        assert_ne!(key("https://instagram.com/p/abc"), key("https://instagram.com/p/abC"));
        assert_ne!(key("https://x.com/a/status/1"), key("https://x.com/a/status/2"));
        assert_eq!(key("rien"), None);
        assert_eq!(key("https:///"), None);
        assert_eq!(key("https://x.com/"), None);
        assert_eq!(id("x.com/1700000000000000001"), Some("1700000000000000001"));
        assert_eq!(id("a.fr/7"), None);
    }
}
