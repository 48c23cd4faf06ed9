//! R2, R5, R6, R9.

use super::*;

fn three(settings: &str, channel: &str, more: &str) -> Workspace {
    let fixed = |id: &str, hour: &str| {
        weekly(id, &format!("{more}\n[post.on.x]\nat = 2026-11-23T{hour}:00"))
    };
    let posts = [fixed("f", "10:00"), fixed("g", "10:05"), weekly("a", more), weekly("b", more)];
    calendar(&[FREE, settings, X, channel, &posts.concat()].concat())
}

#[test]
fn r2_gap_and_what_is_fixed_alone() {
    let ws = three("", "cadence = { gap = \"2h\" }\n", "");
    // The two fixed ones clash, and nobody is told.
    assert!(codes(&ws, &[]).is_empty());
    assert!(codes(&ws, &[("a@x", "2026-11-23T12:30")]).is_empty());
    assert_eq!(codes(&ws, &[("a@x", "2026-11-23T12:00")]), ["gap"]);
    assert_eq!(codes(&ws, &[("a@x", "2026-11-23T08:30")]), ["gap"]);
    assert!(codes(&ws, &[("a@x", "2026-11-23T08:00")]).is_empty());
}

#[test]
fn r2_each_format_has_its_own_lane() {
    let channel =
        "cadence = { gap = \"2h\" }\n[channels.x.formats.story]\ncadence = { gap = \"1h\" }\n";
    let body = [
        FREE,
        X,
        channel,
        &weekly("a", ""),
        &weekly("s", "format = \"story\""),
        &weekly("t", "format = \"story\""),
    ];
    let ws = calendar(&body.concat());
    assert!(codes(&ws, &[("a@x", "2026-11-23T10:00"), ("s@x", "2026-11-23T10:30")]).is_empty());
    assert!(codes(&ws, &[("t@x", "2026-11-23T09:30"), ("s@x", "2026-11-23T10:30")]).is_empty());
    assert_eq!(codes(&ws, &[("t@x", "2026-11-23T10:00"), ("s@x", "2026-11-23T10:30")]), ["gap"]);
}

#[test]
fn r5_spacing_holds_for_one_post_too() {
    let both = post("a", "channels = [\"x\", \"y\"]\ndate = \"2026-W48\"");
    let ws = calendar(&[FREE, "spacing = \"45min\"\n", XY, &both].concat());
    let pair = |second| codes(&ws, &[("a@x", "2026-11-23T10:00"), ("a@y", second)]);
    assert_eq!(pair("2026-11-23T10:30"), ["spacing"]);
    assert!(pair("2026-11-23T11:00").is_empty());
    let ws = calendar(&[FREE, XY, &both].concat());
    let together = [("a@x", "2026-11-23T10:00"), ("a@y", "2026-11-23T10:00")];
    assert_eq!(codes(&ws, &together), ["spacing"]);
}

#[test]
fn r6_topics() {
    let body = [
        FREE,
        "topic_gap = \"4h\"\n",
        XY,
        &weekly("a", "topic = \"k\""),
        &post("b", "channels = [\"y\"]\ndate = \"2026-W48\"\ntopic = \"k\""),
        &weekly("c", "topic = \"other\""),
    ];
    let ws = calendar(&body.concat());
    let near =
        [("a@x", "2026-11-23T10:00"), ("c@x", "2026-11-23T11:00"), ("b@y", "2026-11-23T13:30")];
    assert_eq!(codes(&ws, &near), ["topic"]);
    let far = [("a@x", "2026-11-23T10:00"), ("b@y", "2026-11-23T14:00")];
    assert!(codes(&ws, &far).is_empty());
}

#[test]
fn r9_rows_of_one_pillar() {
    let pillars = "[mix.pillars.p]\nname = \"P\"\n[mix.pillars.q]\nname = \"Q\"\n";
    let posts = [
        weekly("a", "pillar = \"p\""),
        weekly("b", "pillar = \"p\""),
        weekly("q", "pillar = \"q\""),
        weekly("none", ""),
        weekly("f", "pillar = \"p\"\n[post.on.x]\nat = 2026-11-30T09:00:00"),
    ]
    .concat();
    let ws = calendar(&[FREE, "alternate_pillars = \"always\"\n", X, pillars, &posts].concat());
    let row = [("a@x", "2026-11-23T10:00"), ("b@x", "2026-11-25T10:00")];
    let with = |other| [row[0], (other, "2026-11-24T10:00"), row[1], ("q@x", "2026-11-26T10:00")];
    assert_eq!(codes(&ws, &with("q@x")[..3]), ["alternate"]); // b before the fixed one
    assert_eq!(codes(&ws, &with("none@x")), [] as [&str; 0]);
    assert_eq!(codes(&ws, &row), ["alternate", "alternate"]);
    let ws = calendar(&[FREE, X, pillars, &posts].concat());
    assert!(codes(&ws, &row).is_empty());
}
