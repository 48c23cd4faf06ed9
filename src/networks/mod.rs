//! The networks that posts go out on.
//!
//! For now their names; their rules and their ways of counting move in here.

/// A network that the program knows by name.
#[derive(Debug, PartialEq, Eq)]
pub struct Network {
    /// Its word in the file.
    pub key: &'static str,
    /// Its name for people.
    pub name: &'static str,
}

/// Every network, in the order of the documentation; `custom` is for any other place.
pub static NETWORKS: [Network; 26] = [
    network("instagram", "Instagram"),
    network("facebook", "Facebook"),
    network("linkedin", "LinkedIn"),
    network("x", "X"),
    network("tiktok", "TikTok"),
    network("youtube", "YouTube"),
    network("threads", "Threads"),
    network("bluesky", "Bluesky"),
    network("mastodon", "Mastodon"),
    network("pinterest", "Pinterest"),
    network("telegram", "Telegram"),
    network("reddit", "Reddit"),
    network("discord", "Discord"),
    network("google_business", "Google Business Profile"),
    network("lemmy", "Lemmy"),
    network("devto", "DEV"),
    network("medium", "Medium"),
    network("hashnode", "Hashnode"),
    network("wordpress", "WordPress"),
    network("newsletter", "Newsletter"),
    network("slack", "Slack"),
    network("vk", "VK"),
    network("twitch", "Twitch"),
    network("tumblr", "Tumblr"),
    network("snapchat", "Snapchat"),
    network("custom", "custom"),
];

const fn network(key: &'static str, name: &'static str) -> Network {
    Network { key, name }
}

/// The network of a word of the file; `_` and `-` are one.
#[must_use]
pub fn find(key: &str) -> Option<&'static Network> {
    NETWORKS.iter().find(|network| same(network.key, key))
}

/// Whether a word of the file names a network.
#[must_use]
pub fn is_known(key: &str) -> bool {
    find(key).is_some()
}

/// The networks whose posts carry a link in a field of its own: a card, a button, the address of a
/// pin. There a link is not repeated at the end of the text. On all others the text is the only
/// place for it.
const LINK_FIELDS: [&str; 8] = [
    "facebook",
    "google_business",
    "lemmy",
    "linkedin",
    "newsletter",
    "pinterest",
    "reddit",
    "tumblr",
];

/// Whether posts of this network carry their link apart from the text.
#[must_use]
pub fn has_link_field(key: &str) -> bool {
    LINK_FIELDS.iter().any(|network| same(network, key))
}

fn same(key: &str, other: &str) -> bool {
    key.len() == other.len()
        && key.bytes().zip(other.bytes()).all(|(a, b)| a == b || (a == b'_' && b == b'-'))
}

/// The network a person means: any case, and words parted by spaces, `-` or `_`; its key or its
/// name ("Google Business", "LinkedIn").
#[must_use]
pub fn meant(typed: &str) -> Option<&'static Network> {
    let plain = |word: &str| {
        let words = word.split(|c: char| c.is_whitespace() || c == '-' || c == '_');
        words.collect::<String>().to_lowercase()
    };
    let typed = plain(typed);
    NETWORKS.iter().find(|network| [network.key, network.name].map(plain).contains(&typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_may_write_a_network_in_any_way() {
        for (typed, key) in [
            ("Facebook", "facebook"),
            ("LinkedIn", "linkedin"),
            (" Google Business ", "google_business"),
            ("GOOGLE-BUSINESS", "google_business"),
            ("google_business", "google_business"),
            ("Google  Business Profile", "google_business"),
            ("X", "x"),
            ("dev-to", "devto"),
            ("DEV", "devto"),
        ] {
            assert_eq!(meant(typed).map(|network| network.key), Some(key), "{typed}");
        }
        assert_eq!(meant(""), None);
        assert_eq!(meant("facebok"), None);
    }

    #[test]
    fn names_are_found_in_both_spellings() {
        assert_eq!(find("google-business").map(|n| n.name), Some("Google Business Profile"));
        assert!(is_known("custom"));
        assert!(!is_known("Instagram"));
    }

    #[test]
    fn networks_with_a_field_for_the_link_are_known_networks() {
        assert!(LINK_FIELDS.iter().all(|key| is_known(key)));
        assert!(has_link_field("google-business"));
        assert!(!has_link_field("instagram"));
    }
}
