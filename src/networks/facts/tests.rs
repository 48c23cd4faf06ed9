//! The file of facts, held: what every rule trusts.

use super::*;
use crate::networks::Unit;
use std::collections::BTreeSet;

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
        ("Twitter", "x"),
        ("dev-to", "devto"),
        ("dev.to", "devto"),
        ("DEV", "devto"),
    ] {
        assert_eq!(meant(typed).map(|network| network.key), Some(key), "{typed}");
    }
    assert_eq!(meant(""), None);
    assert_eq!(meant("facebok"), None);
}

#[test]
fn no_two_networks_go_by_one_name() {
    for network in all() {
        let names = [network.key, network.name].into_iter();
        for name in names.chain(network.aliases.iter().map(String::as_str)) {
            assert_eq!(meant(name), Some(network), "{name}");
        }
    }
}

#[test]
fn names_are_found_in_both_spellings() {
    assert_eq!(find("google-business").map(|n| n.name), Some("Google Business Profile"));
    assert!(is_known("custom"));
    assert!(!is_known("Instagram"));
}

#[test]
fn the_file_and_the_list_of_keys_have_the_same_networks_in_the_same_order() {
    let headers = DATA.lines().filter_map(|line| line.strip_prefix("[network."));
    let written: Vec<_> = headers.filter_map(|rest| rest.strip_suffix(']')).collect();
    assert_eq!(written, keys());
    let read: Vec<_> = all().iter().map(|network| network.key).collect();
    assert_eq!(read, keys());
}

#[test]
fn networks_with_a_field_for_the_link_are_known_without_the_file() {
    for network in all() {
        assert_eq!(has_link_field(network.key), network.link_field, "{}", network.key);
    }
    assert!(has_link_field("google-business"));
    assert!(!has_link_field("no-such-network"));
}

#[test]
fn every_network_says_what_was_read_and_when() {
    let day = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).unwrap();
    for network in all() {
        if network.key == "custom" {
            assert_eq!(
                (network.as_of, network.sources.len(), network.text.is_none()),
                (None, 0, true)
            );
            continue;
        }
        let as_of = network.as_of.unwrap_or_else(|| panic!("{} has no date", network.key));
        assert!(as_of >= day(2025, 1, 1) && as_of <= day(2026, 11, 21), "{}", network.key);
        assert!(!network.sources.is_empty(), "{}", network.key);
        // The newest source that was read shows its date.
        let date = as_of.to_string();
        let dated = network.sources.iter().any(|source| source.contains(&date));
        assert!(dated, "{}: no source of {date}", network.key);
        let once: BTreeSet<_> = network.sources.iter().collect();
        assert_eq!(once.len(), network.sources.len(), "{}", network.key);
    }
}

#[test]
fn advice_stays_below_limits_and_least_below_most() {
    for network in all() {
        let key = network.key;
        let below = |less: Option<u32>, most: &Option<Figure>| {
            if let (Some(less), Some(figure)) = (less, most) {
                assert!(less <= figure.most, "{key}: {less}");
            }
        };
        below(network.text_advised, &network.text);
        below(network.fold, &network.text);
        below(network.title_advised, &network.title);
        below(network.title_min, &network.title);
        below(network.hashtags_advised, &network.hashtags);
        below(network.media_min, &network.media);
        below(network.polls.options_min, &network.polls.options);
        below(network.videos.as_ref().map(|videos| videos.most), &network.media);
    }
}

#[test]
fn what_is_disputed_is_another_figure_and_says_by_whom() {
    for network in all() {
        for figure in network.figures() {
            for claim in &figure.disputed {
                assert_ne!(claim.most, figure.most, "{}", network.key);
                assert!(!claim.by.is_empty(), "{}", network.key);
            }
        }
        for claim in &network.unit_disputed {
            assert_ne!(claim.unit, network.unit, "{}", network.key);
        }
        for variant in &network.variants {
            assert!(variant.text.is_some() || variant.title.is_some(), "{}", network.key);
        }
    }
}

/// What errors rest on: network, figure, most, grade.
const SURE: [(&str, &str, u32, Grade); 39] = [
    ("x", "gifs", 1, Grade::Official),
    ("instagram", "text", 2200, Grade::Official),
    ("instagram", "hashtags", 5, Grade::Official),
    ("instagram", "mentions", 20, Grade::Official),
    ("instagram", "per_day", 100, Grade::Official),
    ("linkedin", "text", 3000, Grade::Official),
    ("x", "text", 280, Grade::Official),
    ("x", "media", 4, Grade::Official),
    ("tiktok", "text", 2200, Grade::Official),
    ("tiktok", "videos", 1, Grade::Official),
    ("youtube", "text", 5000, Grade::Official),
    ("youtube", "title", 100, Grade::Official),
    ("youtube", "hashtags", 60, Grade::Official),
    ("youtube", "videos", 1, Grade::Official),
    ("threads", "text", 500, Grade::Official),
    ("threads", "hashtags", 1, Grade::Official),
    ("threads", "links", 5, Grade::Official),
    ("threads", "media", 20, Grade::Official),
    ("threads", "alt_text", 1000, Grade::Official),
    ("threads", "per_day", 250, Grade::Official),
    ("bluesky", "text", 300, Grade::Source),
    ("bluesky", "bytes", 3000, Grade::Source),
    ("bluesky", "videos", 1, Grade::Source),
    ("mastodon", "text", 500, Grade::Source),
    ("mastodon", "media", 4, Grade::Source),
    ("mastodon", "schedule_min_minutes", 5, Grade::Source),
    ("pinterest", "text", 800, Grade::Official),
    ("pinterest", "title", 100, Grade::Official),
    ("pinterest", "media", 5, Grade::Official),
    ("pinterest", "alt_text", 500, Grade::Official),
    ("telegram", "text", 4096, Grade::Official),
    ("telegram", "media", 10, Grade::Official),
    ("reddit", "title", 300, Grade::Official),
    ("discord", "text", 2000, Grade::Official),
    ("discord", "media", 10, Grade::Official),
    ("lemmy", "title", 200, Grade::Source),
    ("lemmy", "text", 50000, Grade::Source),
    ("lemmy", "alt_text", 1500, Grade::Source),
    ("lemmy", "comment", 10000, Grade::Source),
];

/// What warns at most.
const SOFT: [(&str, &str, u32, Grade); 32] = [
    ("instagram", "media", 10, Grade::Peers),
    ("instagram", "alt_text", 1000, Grade::Unverified),
    ("instagram", "schedule_max_days", 75, Grade::Unverified),
    ("facebook", "text", 63206, Grade::Peers),
    ("facebook", "media", 10, Grade::Peers),
    ("facebook", "schedule_max_days", 30, Grade::Peers),
    ("linkedin", "media", 20, Grade::Peers),
    ("linkedin", "videos", 1, Grade::Peers),
    ("linkedin", "alt_text", 4086, Grade::Peers),
    ("linkedin", "comment", 1250, Grade::Peers),
    ("linkedin", "per_day", 150, Grade::Peers),
    ("linkedin", "schedule_max_days", 90, Grade::Unverified),
    ("x", "alt_text", 1000, Grade::Peers),
    ("x", "cashtags", 1, Grade::Peers),
    ("x", "videos", 1, Grade::Peers),
    ("x", "schedule_max_days", 540, Grade::Unverified),
    ("tiktok", "hashtags", 5, Grade::Unverified),
    ("tiktok", "media", 35, Grade::Peers),
    ("tiktok", "per_day", 15, Grade::Peers),
    ("bluesky", "media", 4, Grade::Peers),
    ("bluesky", "alt_text", 2000, Grade::Unverified),
    ("mastodon", "alt_text", 1500, Grade::Unverified),
    ("telegram", "schedule_max_days", 365, Grade::Unverified),
    ("reddit", "text", 40000, Grade::Unverified),
    ("google_business", "text", 1500, Grade::Peers),
    ("devto", "title", 128, Grade::Unverified),
    ("newsletter", "title", 998, Grade::Peers),
    ("slack", "text", 40000, Grade::Unverified),
    ("vk", "text", 16384, Grade::Unverified),
    ("twitch", "text", 500, Grade::Peers),
    ("tumblr", "text", 32768, Grade::Peers),
    ("snapchat", "media", 1, Grade::Peers),
];

fn figure<'n>(network: &'n Network, field: &str) -> Option<&'n Figure> {
    let figure = match field {
        "text" => &network.text,
        "bytes" => &network.bytes,
        "title" => &network.title,
        "comment" => &network.comment,
        "hashtags" => &network.hashtags,
        "mentions" => &network.mentions,
        "links" => &network.links,
        "cashtags" => &network.cashtags,
        "media" => &network.media,
        "videos" => &network.videos,
        "gifs" => &network.gifs,
        "alt_text" => &network.alt_text,
        "per_day" => &network.per_day,
        "schedule_min_minutes" => &network.schedule_min_minutes,
        "schedule_max_days" => &network.schedule_max_days,
        _ => panic!("{field} is not in this list"),
    };
    figure.as_ref()
}

#[test]
fn the_figures_that_matter_are_these() {
    for (key, field, most, grade) in SURE.into_iter().chain(SOFT) {
        let known = figure(find(key).unwrap(), field).map(|f| (f.most, f.grade));
        assert_eq!(known, Some((most, grade)), "{key}.{field}");
    }
    assert!(SURE.iter().all(|(.., grade)| grade.is_sure()));
    assert!(SOFT.iter().all(|(.., grade)| !grade.is_sure()));
}

#[test]
fn kinds_of_posts_have_limits_of_their_own() {
    let limits = |key: &str, name: &str| {
        let variant = find(key).unwrap().variant(name).unwrap();
        let most = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.most);
        (most(&variant.title), most(&variant.text))
    };
    assert_eq!(limits("telegram", "caption"), (None, Some(1024)));
    assert_eq!(limits("telegram", "story"), (None, Some(2048)));
    assert_eq!(limits("tiktok", "photo"), (Some(90), Some(4000)));
    assert_eq!(limits("x", "premium"), (None, Some(25000)));
    assert_eq!(limits("x", "article"), (None, Some(100_000)));
    assert_eq!(limits("instagram", "story"), (None, Some(0)));
    assert_eq!(limits("facebook", "text_background"), (None, Some(130)));
    assert_eq!(limits("linkedin", "article"), (None, Some(125_000)));
    assert_eq!(limits("threads", "text_attachment"), (None, Some(10000)));
    assert_eq!(limits("discord", "nitro"), (None, Some(4000)));
    assert_eq!(limits("snapchat", "story"), (None, Some(0)));
    assert_eq!(limits("snapchat", "spotlight"), (None, Some(160)));
    assert_eq!(limits("snapchat", "saved_story"), (Some(45), None));
    assert_eq!(limits("twitch", "stream_title"), (Some(140), None));
}

#[test]
fn what_is_counted_is_known() {
    for (key, text, title) in [
        ("x", Unit::Weighted, Unit::Weighted),
        ("mastodon", Unit::Graphemes, Unit::Graphemes),
        ("bluesky", Unit::Graphemes, Unit::Graphemes),
        ("threads", Unit::GraphemesEmojiBytes, Unit::GraphemesEmojiBytes),
        ("youtube", Unit::Bytes, Unit::CodePoints),
        ("lemmy", Unit::Utf16, Unit::CodePoints),
        ("telegram", Unit::Utf16, Unit::Utf16),
        ("tiktok", Unit::Utf16, Unit::Utf16),
        ("instagram", Unit::CodePoints, Unit::CodePoints),
    ] {
        let network = find(key).unwrap();
        assert_eq!((network.unit, network.title_unit), (text, title), "{key}");
    }
    let titled = all().iter().filter(|network| network.title_required).map(|network| network.key);
    assert_eq!(
        titled.collect::<Vec<_>>(),
        ["youtube", "reddit", "lemmy", "devto", "medium", "hashnode", "newsletter"]
    );
}

#[test]
fn facts_that_are_no_figures_have_grades_too() {
    for (key, fact, grade) in [
        ("x", Fact::SameText, Grade::Peers),
        ("x", Fact::MixedMedia, Grade::Peers),
        ("x", Fact::Forbidden, Grade::Official),
        ("linkedin", Fact::MixedMedia, Grade::Peers),
        ("bluesky", Fact::MixedMedia, Grade::Source),
        ("youtube", Fact::TitleMin, Grade::Peers),
        ("youtube", Fact::TitleRequired, Grade::Official),
        ("google_business", Fact::Phones, Grade::Peers),
        ("snapchat", Fact::Needs, Grade::Peers),
    ] {
        assert_eq!(find(key).unwrap().grade_of(fact), grade, "{key} {fact:?}");
    }
}
