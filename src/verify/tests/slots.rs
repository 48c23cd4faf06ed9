//! Single slots: candidates, the grid, rules 1 to 4.

use super::*;

#[test]
fn only_candidates_are_placed_and_fixed_ones_stay() {
    let body = [
        FREE,
        X,
        &weekly("a", ""),
        &post("idea", "channels = [\"x\"]").replace("planned", "idea"),
        &weekly("gone", "").replace("planned", "cancelled"),
        &weekly("fixed", "[post.on.x]\nat = 2026-11-25T12:07:00"),
    ]
    .concat();
    let ws = calendar(&body);
    assert!(codes(&ws, &[("a@x", "2026-11-23T10:00")]).is_empty());
    assert!(codes(&ws, &[("fixed@x", "2026-11-25T12:07")]).is_empty());
    assert_eq!(codes(&ws, &[("fixed@x", "2026-11-25T12:00")]), ["moved"]);
    assert_eq!(codes(&ws, &[("idea@x", "2026-11-23T10:00")]), ["not-candidate"]);
    assert_eq!(codes(&ws, &[("gone@x", "2026-11-23T10:00")]), ["not-candidate"]);
    let twice = [("a@x", "2026-11-23T10:00"), ("a@x", "2026-11-24T10:00")];
    assert_eq!(codes(&ws, &twice), ["twice"]);
}

#[test]
fn the_grid_and_the_days_of_the_plan() {
    let tokyo = "[channels.x]\nnetwork = \"custom\"\ntimezone = \"Asia/Tokyo\"\n";
    let wide = "channels = [\"x\"]\ndate = \"2026-11-01/2026-12-31\"";
    let ws = calendar(&[FREE, tokyo, &post("a", wide)].concat());
    assert!(codes(&ws, &[("a@x", "2026-11-29T14:30")]).is_empty());
    assert_eq!(codes(&ws, &[("a@x", "2026-11-24T10:10")]), ["grid"]);
    // Monday in Tokyo already; then still Sunday in UTC.
    assert_eq!(codes(&ws, &[("a@x", "2026-11-29T15:00")]), ["outside"]);
    assert_eq!(codes(&ws, &[("a@x", "2026-11-22T23:30")]), ["outside"]);
}

#[test]
fn the_grid_follows_the_clock_through_changes() {
    let text = [
        FREE,
        "grid = \"4h\"\n",
        X,
        &post("a", "channels = [\"x\"]\ndate = \"2026-10\""),
        &post("b", "channels = [\"x\"]\ndate = \"2026-10\"\ntime = \"02:30\""),
        "[calendar]\nname = \"T\"\ntimezone = \"Europe/Paris\"\n",
    ];
    let ws = read(&text.concat(), Path::new("."));
    let run = |name, start| {
        let days = ("2026-10-19", "2026-10-26");
        let verdict = over(&ws, days, Keep::KeepSlots, &[(name, start)]);
        verdict.breaches.iter().map(Breach::code).collect::<Vec<_>>()
    };
    // 04:00 on the wall, both before and after the night of the change.
    assert!(run("a@x", "2026-10-24T02:00").is_empty());
    assert!(run("a@x", "2026-10-25T03:00").is_empty());
    assert_eq!(run("a@x", "2026-10-25T02:00"), ["grid"]);
    // 02:30 comes twice: only the first is meant, off the grid.
    assert!(run("b@x", "2026-10-25T00:30").is_empty());
    assert_eq!(run("b@x", "2026-10-25T01:30"), ["time"]);
    assert_eq!(run("b@x", "2026-10-24T02:00"), ["time"]);
}

#[test]
fn a_series_binds_posts_without_date_or_time() {
    let series = "[[series]]\nid = \"s\"\ndays = [\"tue\"]\ntime = \"09:10\"\nchannels = [\"x\"]\n";
    let window =
        "series = \"s\"\nwindow = { from = 2026-11-23T00:00:00, to = 2026-11-30T00:00:00 }";
    let body = [FREE, X, series, &post("a", window), &weekly("b", "series = \"s\"")].concat();
    let ws = calendar(&body);
    assert!(codes(&ws, &[("a@x", "2026-11-24T09:10")]).is_empty());
    assert_eq!(codes(&ws, &[("a@x", "2026-11-25T09:10")]), ["series"]);
    assert_eq!(codes(&ws, &[("a@x", "2026-11-24T09:00")]), ["time"]);
    assert!(codes(&ws, &[("b@x", "2026-11-25T10:00")]).is_empty());
}

#[test]
fn rule_1_dates_windows_campaigns() {
    let window =
        "channels = [\"x\"]\nwindow = { from = 2026-11-24T10:00:00, to = 2026-11-24T12:00:00 }";
    let campaign = "[campaigns.k]\nname = \"K\"\nfrom = 2026-11-25\nto = 2026-11-26\n";
    let body = [
        FREE,
        X,
        campaign,
        &post("d", "channels = [\"x\"]\ndate = 2026-11-24"),
        &post("w", window),
        &weekly("c", "campaign = \"k\""),
    ]
    .concat();
    let ws = calendar(&body);
    for (name, start, expected) in [
        ("d@x", "2026-11-24T23:30", None),
        ("d@x", "2026-11-25T00:00", Some("date")),
        ("w@x", "2026-11-24T10:00", None),
        ("w@x", "2026-11-24T12:00", None),
        ("w@x", "2026-11-24T12:30", Some("date")),
        ("w@x", "2026-11-24T09:30", Some("date")),
        ("c@x", "2026-11-26T23:30", None),
        ("c@x", "2026-11-27T00:00", Some("date")),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(codes(&ws, &[(name, start)]), expected, "{name} {start}");
    }
}

#[test]
fn rule_2_windows_and_hours() {
    let windows = "[[channels.x.windows]]\ndays = \"tue\"\nfrom = \"22:00\"\nto = \"02:00\"\n\
        [[channels.x.windows]]\ndays = \"wed\"\nat = \"18:00\"\n\
        [channels.x.formats.story]\nwindows = [{ days = \"daily\", from = \"08:00\", to = \"09:00\" }]\n";
    let hours = "[plan]\nhours = { from = \"08:00\", to = \"01:30\" }\n";
    let body = [hours, X, windows, &weekly("a", ""), &weekly("s", "format = \"story\"")].concat();
    let ws = calendar(&body);
    assert!(codes(&ws, &[("a@x", "2026-11-24T23:30")]).is_empty());
    assert!(codes(&ws, &[("a@x", "2026-11-25T01:00")]).is_empty());
    assert!(codes(&ws, &[("a@x", "2026-11-25T18:00")]).is_empty());
    assert_eq!(codes(&ws, &[("a@x", "2026-11-25T18:30")]), ["window"]);
    assert_eq!(codes(&ws, &[("a@x", "2026-11-24T01:00")]), ["window"]);
    assert_eq!(codes(&ws, &[("a@x", "2026-11-25T01:30")]), ["hours"]);
    assert!(codes(&ws, &[("s@x", "2026-11-25T08:30")]).is_empty());
    assert_eq!(codes(&ws, &[("s@x", "2026-11-25T18:00")]), ["window"]);
}

#[test]
fn rule_3_pauses_events_the_past() {
    let stops = "[[pause]]\nfrom = 2026-11-23T08:00:00\nto = 2026-11-23T10:00:00\nchannels = [\"x\"]\nreason = \"R\"\n\
        [[event]]\nname = \"Gel\"\ndate = 2026-11-26\nkind = \"freeze\"\nchannels = [\"x\"]\n\
        [[event]]\nname = \"Fête\"\ndate = 2026-11-27\n";
    let both = post("a", "channels = [\"x\", \"y\"]\ndate = \"2026-W48\"");
    let ws = calendar(&[FREE, XY, stops, &both].concat());
    for (name, start, expected) in [
        ("a@x", "2026-11-23T07:30", None),
        ("a@x", "2026-11-23T08:00", Some("pause")),
        ("a@x", "2026-11-23T10:00", None),
        ("a@y", "2026-11-23T08:00", None),
        ("a@x", "2026-11-26T23:30", Some("event")),
        ("a@y", "2026-11-26T23:30", None),
        ("a@x", "2026-11-27T10:00", None),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(codes(&ws, &[(name, start)]), expected, "{name} {start}");
    }
    let starts = [(find(&ws, "a@y"), at("2026-11-24T10:00"))];
    let judged = |now: &str| {
        let plan = Assignment {
            from: day("2026-11-23"),
            to: day("2026-11-29"),
            now: at(now),
            keep: Keep::KeepSlots,
            starts: &starts,
        };
        verify(&ws, &plan).breaches.iter().map(Breach::code).collect::<Vec<_>>()
    };
    assert!(judged("2026-11-24T10:00").is_empty());
    assert_eq!(judged("2026-11-24T10:01"), ["past"]);
}

#[test]
fn rule_4_presence() {
    let team = "[people.lea]\nname = \"Léa\"\nduty = [{ days = \"mon-fri\", from = \"09:00\", to = \"12:00\" }]\n\
        away = [\"2026-11-25/2026-11-25\"]\n\
        [people.marc]\nname = \"Marc\"\nduty = [{ days = \"mon-wed\", from = \"12:00\", to = \"18:00\" }]\n";
    let plan = |by: &str| {
        let presence = format!("presence = {{ after = \"1h\", by = \"{by}\" }}\n");
        let mine = weekly("lea", "owner = \"lea\"");
        calendar(&[FREE, &presence, X, team, &mine, &weekly("all", "")].concat())
    };
    let anyone = plan("anyone");
    assert!(codes(&anyone, &[("lea@x", "2026-11-23T11:30")]).is_empty());
    assert!(codes(&anyone, &[("lea@x", "2026-11-23T17:00")]).is_empty());
    assert_eq!(codes(&anyone, &[("lea@x", "2026-11-23T17:30")]), ["presence"]);
    assert_eq!(codes(&anyone, &[("lea@x", "2026-11-25T09:00")]), ["presence"]);
    let owner = plan("owner");
    assert!(codes(&owner, &[("lea@x", "2026-11-23T11:00")]).is_empty());
    assert_eq!(codes(&owner, &[("lea@x", "2026-11-23T11:30")]), ["presence"]);
    assert!(codes(&owner, &[("all@x", "2026-11-23T11:30")]).is_empty());
    assert!(codes(&plan("nobody"), &[("lea@x", "2026-11-25T09:00")]).is_empty());
}

#[test]
fn presence_without_any_duty_is_no_rule() {
    let presence = "presence = { after = \"1h\" }\n";
    let ws = calendar(&[FREE, presence, X, &weekly("a", "")].concat());
    assert!(codes(&ws, &[("a@x", "2026-11-23T03:00")]).is_empty());
}
