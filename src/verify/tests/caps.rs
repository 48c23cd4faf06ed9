//! R3, R4, R7, R10.

use super::*;

fn posts(more: &str) -> String {
    ["a", "b", "c"].map(|id| weekly(id, more)).concat()
}

#[test]
fn r3_per_day_on_the_channels_clock() {
    let channel = "timezone = \"America/New_York\"\ncadence = { per_day = 1 }\n";
    let fixed = weekly("f", "[post.on.x]\nat = 2026-11-27T09:00:00")
        + &weekly("g", "[post.on.x]\nat = 2026-11-27T10:00:00");
    let ws = calendar(&[FREE, X, channel, &posts(""), &fixed].concat());
    // 04:30 UTC is still the day before in New York.
    let apart = [("a@x", "2026-11-25T04:30"), ("b@x", "2026-11-25T05:00")];
    assert!(codes(&ws, &apart).is_empty());
    let same = [("a@x", "2026-11-25T05:00"), ("b@x", "2026-11-26T04:30")];
    assert_eq!(codes(&ws, &same), ["per-day"]);
    assert_eq!(codes(&ws, &[("a@x", "2026-11-27T20:00")]), ["per-day"]);
}

#[test]
fn r3_counts_what_is_out_without_an_instant() {
    let out = weekly("o", "[post.on.x]\ndate = 2026-11-24\nstatus = \"published\"");
    let ws = calendar(&[FREE, X, "cadence = { per_day = 1 }\n", &posts(""), &out].concat());
    assert_eq!(codes(&ws, &[("a@x", "2026-11-24T20:00")]), ["per-day"]);
    assert!(codes(&ws, &[("a@x", "2026-11-25T20:00")]).is_empty());
}

#[test]
fn r4_per_week_less_the_reserve() {
    let mix = "[mix]\nreserve = 20\n";
    let ws =
        calendar(&[FREE, X, "cadence = { per_week = { max = 3 } }\n", mix, &posts("")].concat());
    let all =
        [("a@x", "2026-11-23T10:00"), ("b@x", "2026-11-24T10:00"), ("c@x", "2026-11-25T10:00")];
    // 3 · 80 % = 2.4, rounded down.
    assert!(codes(&ws, &all[..2]).is_empty());
    assert_eq!(codes(&ws, &all), ["per-week"]);
}

#[test]
fn r7_capacity_in_half_open_stretches() {
    let presence = "presence = { after = \"1h\", by = \"nobody\", capacity = 2 }\n";
    let ws = calendar(&[FREE, presence, X, &posts("")].concat());
    let third = |start| {
        codes(&ws, &[("a@x", "2026-11-23T10:00"), ("b@x", "2026-11-23T10:30"), ("c@x", start)])
    };
    assert!(third("2026-11-23T11:00").is_empty());
    let finer = calendar(&[FREE, "grid = \"5min\"\n", presence, X, &posts("")].concat());
    let starts =
        [("a@x", "2026-11-23T10:00"), ("b@x", "2026-11-23T10:30"), ("c@x", "2026-11-23T10:55")];
    assert_eq!(codes(&finer, &starts), ["capacity"]);
}

#[test]
fn r10_quotas_count_constants_of_the_period() {
    let mix = "[mix.pillars.p]\nname = \"P\"\n[[mix.quota]]\npillars = [\"p\"]\nat_most = 2\nper = \"month\"\n";
    let before = post(
        "f",
        "channels = [\"x\"]\npillar = \"p\"\ndate = 2026-11-02\n[post.on.x]\nat = 2026-11-02T09:00:00",
    );
    let ws = calendar(&[FREE, X, mix, &posts("pillar = \"p\""), &before].concat());
    let two = [("a@x", "2026-11-23T10:00"), ("b@x", "2026-11-24T10:00")];
    assert!(codes(&ws, &two[..1]).is_empty());
    assert_eq!(codes(&ws, &two), ["quota"]);
}
