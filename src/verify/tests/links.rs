//! R8.

use super::*;

#[test]
fn r8_after_and_before_are_one() {
    for (first, second) in [
        ("", "after = [{ post = \"a\", min = \"1d\", max = \"2d\" }]"),
        ("before = [{ post = \"b\", min = \"1d\", max = \"2d\" }]", ""),
    ] {
        let ws = calendar(&[FREE, X, &weekly("a", first), &weekly("b", second)].concat());
        let pair = |b| codes(&ws, &[("a@x", "2026-11-24T10:00"), ("b@x", b)]);
        assert!(pair("2026-11-25T10:00").is_empty());
        assert!(pair("2026-11-26T10:00").is_empty());
        assert_eq!(pair("2026-11-25T09:30"), ["after"]);
        assert_eq!(pair("2026-11-26T10:30"), ["after"]);
        assert_eq!(pair("2026-11-23T10:00"), ["after"]);
        assert_eq!(codes(&ws, &[("b@x", "2026-11-26T10:30")]), ["after"]);
        assert!(codes(&ws, &[("a@x", "2026-11-26T10:30")]).is_empty());
    }
}

#[test]
fn r8_locked_successors_need_nobody_but_keep_their_distance() {
    let locked = weekly(
        "b",
        "after = [{ post = \"a\", min = \"1d\" }]\n[post.on.x]\nat = 2026-11-25T10:00:00",
    );
    let ws = calendar(&[FREE, X, &weekly("a", ""), &locked].concat());
    assert!(codes(&ws, &[]).is_empty());
    assert!(codes(&ws, &[("a@x", "2026-11-24T10:00")]).is_empty());
    assert_eq!(codes(&ws, &[("a@x", "2026-11-24T10:30")]), ["after"]);
}

#[test]
fn r8_events_and_campaigns() {
    let dates = "[[event]]\nid = \"e\"\nname = \"E\"\ndate = \"2026-11-24/2026-11-25\"\n\
        [[event]]\nid = \"y\"\nname = \"Y\"\nrule = \"11-26\"\n\
        [campaigns.k]\nname = \"K\"\nfrom = 2026-11-27\n";
    let body = [
        FREE,
        "[channels.x]\nnetwork = \"custom\"\ntimezone = \"Etc/GMT-1\"\n",
        dates,
        &weekly("after", "after = [{ event = \"e\", min = \"2h\" }]"),
        &weekly("before", "before = [{ event = \"e\", max = \"1h\" }]"),
        &weekly("yearly", "after = [{ event = \"y\" }]"),
        &weekly("launch", "before = [{ campaign = \"k\", min = \"1h\" }]"),
    ];
    let ws = calendar(&body.concat());
    // The channel's midnight is at 23:00 UTC.
    for (name, start, expected) in [
        ("after@x", "2026-11-26T01:00", None),
        ("after@x", "2026-11-26T00:30", Some("after")),
        ("before@x", "2026-11-23T22:00", None),
        ("before@x", "2026-11-23T23:00", None),
        ("before@x", "2026-11-23T23:30", Some("after")),
        ("before@x", "2026-11-23T21:30", Some("after")),
        ("yearly@x", "2026-11-26T23:00", None),
        ("yearly@x", "2026-11-26T22:30", Some("after")),
        ("launch@x", "2026-11-26T22:00", None),
        ("launch@x", "2026-11-26T22:30", Some("after")),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(codes(&ws, &[(name, start)]), expected, "{name} {start}");
    }
}
