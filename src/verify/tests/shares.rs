//! The mix, by hand.

use super::*;

const POSTS: [(&str, &str); 3] =
    [("a@x", "2026-11-23T10:00"), ("b@x", "2026-11-24T10:00"), ("b@y", "2026-11-25T10:00")];

/// The distance from the mix of three placements: a of p on x, b of q on x, then y; and of
/// one of p that went out on x on Friday 6 November.
fn distance(mix: &str, shares: &str) -> i64 {
    let weights = FREE.replace("mix = 0", "mix = 1");
    let pillars = "[mix.pillars.p]\nname = \"P\"\n[mix.pillars.q]\nname = \"Q\"\n";
    let posts = weekly("a", "pillar = \"p\"\ncampaign = \"k\"")
        + &post("b", "channels = [\"x\", \"y\"]\ndate = \"2026-W48\"\npillar = \"q\"")
        + &post(
            "out",
            "channels = [\"x\"]\npillar = \"p\"\ncampaign = \"k\"\ndate = 2026-11-06\n\
            [post.on.x]\nstatus = \"published\"",
        );
    let campaign = "[campaigns.k]\nname = \"K\"\n";
    let body = [&weights, XY, campaign, "[mix]\n", mix, "\n", pillars, shares, &posts].concat();
    let ws = calendar(&body);
    let verdict = week(&ws, Keep::KeepSlots, &POSTS);
    assert_eq!(verdict.breaches, []);
    let scores: i64 = POSTS
        .iter()
        .map(|(name, start)| 300 * i64::from(score(&ws, find(&ws, name), at(start))))
        .sum();
    scores - verdict.objective
}

fn share(pillar: &str, bound: &str) -> String {
    format!("[[mix.share]]\npillars = [\"{pillar}\"]\n{bound}\n")
}

#[test]
fn windows() {
    let half = share("p", "target = 50") + &share("q", "target = 50");
    // p and q of the week: 1 and 2 of 3; with the one that is out: 2 and 2 of 4.
    for (window, expected) in [
        ("window = \"week\"", 50 + 50),
        ("window = \"month\"", 0),
        ("window = \"quarter\"", 0),
        ("window = \"28d\"", 0),
        ("window = \"24d\"", 0),
        ("window = \"23d\"", 100),
        ("window = \"3d\"", 100),
        // Two of p, none of q, in the campaign.
        ("window = \"campaign\"", 100 + 100),
    ] {
        assert_eq!(distance(window, &half), expected, "{window}");
    }
}

#[test]
fn scopes_and_counts() {
    let half = share("p", "target = 50") + &share("q", "target = 50");
    // x has one of each, y one of q.
    assert_eq!(distance("window = \"week\"\nscope = \"channel\"", &half), 50 + 50);
    // b counts once, on x.
    assert_eq!(distance("window = \"week\"\ncount = \"posts\"", &half), 0);
    let both = "window = \"week\"\ncount = \"posts\"\nscope = \"channel\"";
    assert_eq!(distance(both, &half), 0);
}

#[test]
fn bounds_and_tenths() {
    for (bound, expected) in [
        ("at_most = 40", 0),
        ("at_most = 30", 100 - 90),
        ("at_least = 30", 0),
        ("at_least = 40", 120 - 100),
        ("target = 20", 100 - 60),
        // |1000 − 3·333| / 10 = 0.1, and |1000 − 3·335| / 10 = 0.5.
        ("target = 33.3", 0),
        ("target = 33.5", 1),
    ] {
        assert_eq!(distance("window = \"week\"", &share("p", bound)), expected, "{bound}");
    }
}

#[test]
fn a_pillar_that_is_over_has_no_share() {
    let mix = "window = \"week\"\n[mix.pillars.old]\nname = \"Old\"\nto = 2026-11-01";
    assert_eq!(distance(mix, &share("old", "target = 50")), 0);
    let alive = mix.replace("2026-11-01", "2026-11-23");
    assert_eq!(distance(&alive, &share("old", "target = 50")), 150);
}
