//! Each rule with a plan that breaks it and one that does not, each term of the objective against
//! numbers worked out by hand, and two frozen plans judged by another program.

use super::*;
use crate::lang::Lang;
use crate::load::from_text;
use crate::source::Sources;
use std::path::Path;

/// A calendar on UTC whose objective is 0 unless a test says otherwise: scores apart, no weights.
fn calendar(body: &str) -> Workspace {
    let head = "[calendar]\nname = \"Test\"\ntimezone = \"Etc/UTC\"\n";
    read(&format!("{body}\n{head}"), Path::new("."))
}

fn read(text: &str, folder: &Path) -> Workspace {
    let mut sources = Sources::default();
    let loaded = from_text(text, folder, &mut sources).unwrap();
    let errors: Vec<&str> = loaded
        .findings
        .iter()
        .map(|finding| finding.message.get(Lang::En))
        .collect();
    loaded.workspace.unwrap_or_else(|| panic!("{errors:?}"))
}

const FREE: &str = "[plan]\nhours = { from = \"00:00\", to = \"24:00\" }\n\
    weights = { mix = 0, cadence = 0, move = 0, alternate = 0 }\n";
const X: &str = "[channels.x]\nnetwork = \"custom\"\n";
const XY: &str = "[channels.x]\nnetwork = \"custom\"\n[channels.y]\nnetwork = \"custom\"\n";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Instant {
    let text = if text.len() == 16 {
        format!("{text}:00Z")
    } else {
        text.to_owned()
    };
    Instant::parse_rfc3339(&text).unwrap()
}

fn find(ws: &Workspace, name: &str) -> PlacementIx {
    let (post, channel) = name.split_once('@').unwrap();
    let mut each = ws.each_placement();
    let found = each.find(|(_, placement)| {
        ws.post_of(placement).id.name == post && ws.channel(placement.channel).id.value == channel
    });
    found.unwrap().0
}

/// The week of Monday 23 November 2026, seen from long before.
fn week(ws: &Workspace, keep: Keep, starts: &[(&str, &str)]) -> Verdict {
    over(ws, ("2026-11-23", "2026-11-29"), keep, starts)
}

fn over(ws: &Workspace, days: (&str, &str), keep: Keep, starts: &[(&str, &str)]) -> Verdict {
    let starts: Vec<_> = starts
        .iter()
        .map(|(name, start)| (find(ws, name), at(start)))
        .collect();
    let plan = Assignment {
        from: day(days.0),
        to: day(days.1),
        now: at("2026-01-01T00:00"),
        keep,
        starts: &starts,
    };
    let verdict = verify(ws, &plan);
    for breach in &verdict.breaches {
        for lang in Lang::ALL {
            assert!(!breach.text(ws).get(lang).is_empty(), "{breach:?}");
        }
    }
    verdict
}

fn codes(ws: &Workspace, starts: &[(&str, &str)]) -> Vec<&'static str> {
    let verdict = week(ws, Keep::KeepSlots, starts);
    verdict.breaches.iter().map(Breach::code).collect()
}

fn post(id: &str, more: &str) -> String {
    format!("[[post]]\nid = \"{id}\"\ntitle = \"{id}\"\nstatus = \"planned\"\n{more}\n")
}

/// A post on x that asks for the whole week.
fn weekly(id: &str, more: &str) -> String {
    post(
        id,
        &format!("channels = [\"x\"]\ndate = \"2026-W48\"\n{more}"),
    )
}

mod slots {
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
        assert_eq!(
            codes(&ws, &[("idea@x", "2026-11-23T10:00")]),
            ["not-candidate"]
        );
        assert_eq!(
            codes(&ws, &[("gone@x", "2026-11-23T10:00")]),
            ["not-candidate"]
        );
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
            &post(
                "b",
                "channels = [\"x\"]\ndate = \"2026-10\"\ntime = \"02:30\"",
            ),
            "[calendar]\nname = \"T\"\ntimezone = \"Europe/Paris\"\n",
        ];
        let ws = read(&text.concat(), Path::new("."));
        let run = |name, start| {
            let days = ("2026-10-19", "2026-10-26");
            let verdict = over(&ws, days, Keep::KeepSlots, &[(name, start)]);
            verdict
                .breaches
                .iter()
                .map(Breach::code)
                .collect::<Vec<_>>()
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
        let series =
            "[[series]]\nid = \"s\"\ndays = [\"tue\"]\ntime = \"09:10\"\nchannels = [\"x\"]\n";
        let window =
            "series = \"s\"\nwindow = { from = 2026-11-23T00:00:00, to = 2026-11-30T00:00:00 }";
        let body = [
            FREE,
            X,
            series,
            &post("a", window),
            &weekly("b", "series = \"s\""),
        ]
        .concat();
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
        let body = [
            hours,
            X,
            windows,
            &weekly("a", ""),
            &weekly("s", "format = \"story\""),
        ]
        .concat();
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
            verify(&ws, &plan)
                .breaches
                .iter()
                .map(Breach::code)
                .collect::<Vec<_>>()
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
        assert_eq!(
            codes(&anyone, &[("lea@x", "2026-11-23T17:30")]),
            ["presence"]
        );
        assert_eq!(
            codes(&anyone, &[("lea@x", "2026-11-25T09:00")]),
            ["presence"]
        );
        let owner = plan("owner");
        assert!(codes(&owner, &[("lea@x", "2026-11-23T11:00")]).is_empty());
        assert_eq!(
            codes(&owner, &[("lea@x", "2026-11-23T11:30")]),
            ["presence"]
        );
        assert!(codes(&owner, &[("all@x", "2026-11-23T11:30")]).is_empty());
        assert!(codes(&plan("nobody"), &[("lea@x", "2026-11-25T09:00")]).is_empty());
    }

    #[test]
    fn presence_without_any_duty_is_no_rule() {
        let presence = "presence = { after = \"1h\" }\n";
        let ws = calendar(&[FREE, presence, X, &weekly("a", "")].concat());
        assert!(codes(&ws, &[("a@x", "2026-11-23T03:00")]).is_empty());
    }
}

mod pairs {
    use super::*;

    fn three(settings: &str, channel: &str, more: &str) -> Workspace {
        let fixed = |id: &str, hour: &str| {
            weekly(
                id,
                &format!("{more}\n[post.on.x]\nat = 2026-11-23T{hour}:00"),
            )
        };
        let posts = [
            fixed("f", "10:00"),
            fixed("g", "10:05"),
            weekly("a", more),
            weekly("b", more),
        ];
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
        assert!(
            codes(
                &ws,
                &[("a@x", "2026-11-23T10:00"), ("s@x", "2026-11-23T10:30")]
            )
            .is_empty()
        );
        assert!(
            codes(
                &ws,
                &[("t@x", "2026-11-23T09:30"), ("s@x", "2026-11-23T10:30")]
            )
            .is_empty()
        );
        assert_eq!(
            codes(
                &ws,
                &[("t@x", "2026-11-23T10:00"), ("s@x", "2026-11-23T10:30")]
            ),
            ["gap"]
        );
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
            &post(
                "b",
                "channels = [\"y\"]\ndate = \"2026-W48\"\ntopic = \"k\"",
            ),
            &weekly("c", "topic = \"other\""),
        ];
        let ws = calendar(&body.concat());
        let near = [
            ("a@x", "2026-11-23T10:00"),
            ("c@x", "2026-11-23T11:00"),
            ("b@y", "2026-11-23T13:30"),
        ];
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
        let with = |other| {
            [
                row[0],
                (other, "2026-11-24T10:00"),
                row[1],
                ("q@x", "2026-11-26T10:00"),
            ]
        };
        assert_eq!(codes(&ws, &with("q@x")[..3]), ["alternate"]); // b before the fixed one
        assert_eq!(codes(&ws, &with("none@x")), [] as [&str; 0]);
        assert_eq!(codes(&ws, &row), ["alternate", "alternate"]);
        let ws = calendar(&[FREE, X, pillars, &posts].concat());
        assert!(codes(&ws, &row).is_empty());
    }
}

mod caps {
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
        let out = weekly(
            "o",
            "[post.on.x]\ndate = 2026-11-24\nstatus = \"published\"",
        );
        let ws = calendar(&[FREE, X, "cadence = { per_day = 1 }\n", &posts(""), &out].concat());
        assert_eq!(codes(&ws, &[("a@x", "2026-11-24T20:00")]), ["per-day"]);
        assert!(codes(&ws, &[("a@x", "2026-11-25T20:00")]).is_empty());
    }

    #[test]
    fn r4_per_week_less_the_reserve() {
        let mix = "[mix]\nreserve = 20\n";
        let ws = calendar(
            &[
                FREE,
                X,
                "cadence = { per_week = { max = 3 } }\n",
                mix,
                &posts(""),
            ]
            .concat(),
        );
        let all = [
            ("a@x", "2026-11-23T10:00"),
            ("b@x", "2026-11-24T10:00"),
            ("c@x", "2026-11-25T10:00"),
        ];
        // 3 · 80 % = 2.4, rounded down.
        assert!(codes(&ws, &all[..2]).is_empty());
        assert_eq!(codes(&ws, &all), ["per-week"]);
    }

    #[test]
    fn r7_capacity_in_half_open_stretches() {
        let presence = "presence = { after = \"1h\", by = \"nobody\", capacity = 2 }\n";
        let ws = calendar(&[FREE, presence, X, &posts("")].concat());
        let third = |start| {
            codes(
                &ws,
                &[
                    ("a@x", "2026-11-23T10:00"),
                    ("b@x", "2026-11-23T10:30"),
                    ("c@x", start),
                ],
            )
        };
        assert!(third("2026-11-23T11:00").is_empty());
        let finer = calendar(&[FREE, "grid = \"5min\"\n", presence, X, &posts("")].concat());
        let starts = [
            ("a@x", "2026-11-23T10:00"),
            ("b@x", "2026-11-23T10:30"),
            ("c@x", "2026-11-23T10:55"),
        ];
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
}

mod links {
    use super::*;

    #[test]
    fn r8_after_and_before_are_one() {
        for (first, second) in [
            ("", "after = [{ post = \"a\", min = \"1d\", max = \"2d\" }]"),
            (
                "before = [{ post = \"b\", min = \"1d\", max = \"2d\" }]",
                "",
            ),
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
}

mod words {
    use super::*;

    fn said(ws: &Workspace, starts: &[(&str, &str)], lang: Lang) -> String {
        let verdict = week(ws, Keep::KeepSlots, starts);
        verdict.breaches[0].text(ws).get(lang).to_owned()
    }

    #[test]
    fn breaches_name_placements_and_local_times() {
        let paris = "[channels.x]\nnetwork = \"custom\"\ntimezone = \"Europe/Paris\"\n";
        let event = "[[event]]\nid = \"e\"\nname = \"Fête\"\ndate = 2026-11-25\n";
        let posts = weekly("a", "after = [{ event = \"e\", min = \"2h\" }]") + &weekly("b", "");
        let ws = calendar(&[FREE, paris, "cadence = { gap = \"2h\" }\n", event, &posts].concat());
        assert_eq!(
            said(&ws, &[("b@x", "2026-11-24T11:10")], Lang::En),
            "`b@x` (Tue 24 Nov at 12:10): not a slot of the grid of 30 min"
        );
        assert_eq!(
            said(&ws, &[("a@x", "2026-11-25T20:00")], Lang::En),
            "`a@x` (Wed 25 Nov at 21:00) comes 3 h before “Fête” (Thu 26 Nov at 00:00), and should \
             come at least 2 h after it"
        );
        assert_eq!(
            said(
                &ws,
                &[("a@x", "2026-11-26T11:00"), ("b@x", "2026-11-26T12:00")],
                Lang::Fr
            ),
            "`a@x` (jeu. 26 nov. à 12 h) et `b@x` (jeu. 26 nov. à 13 h) sont à 1 h l’un de \
             l’autre\u{202f}; leur canal demande au moins 2 h"
        );
    }
}

mod objective {
    use super::*;

    fn value(ws: &Workspace, starts: &[(&str, &str)]) -> i64 {
        let verdict = week(ws, Keep::KeepSlots, starts);
        assert_eq!(verdict.breaches, []);
        verdict.objective
    }

    const SCORED: &str = "[[channels.x.windows]]\ndays = \"daily\"\nfrom = \"08:00\"\nto = \"20:00\"\nscore = 10\n\
        [[channels.x.windows]]\ndays = \"tue\"\nfrom = \"10:00\"\nto = \"12:00\"\nscore = 90\n";

    fn weights(which: &str) -> String {
        let zero = "mix = 0, cadence = 0, move = 0, alternate = 0";
        let key = which.split(' ').next().unwrap();
        FREE.replace(zero, &zero.replace(&format!("{key} = 0"), which))
    }

    #[test]
    fn scores_of_windows_times_priority() {
        let posts = weekly("a", "priority = 5")
            + &weekly("night", "[post.on.x]\nat = 2026-11-28T03:00:00")
            + &post(
                "past",
                "channels = [\"x\"]\n[post.on.x]\nat = 2026-11-10T10:00:00",
            );
        let ws = calendar(&[FREE, X, SCORED, &posts].concat());
        assert_eq!(value(&ws, &[]), 0);
        assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:00")]), 100 * 5 * 90);
        assert_eq!(value(&ws, &[("a@x", "2026-11-24T12:00")]), 100 * 5 * 10);
    }

    #[test]
    fn test_slots_where_nothing_is_known() {
        let both = post("a", "channels = [\"x\", \"y\"]\ndate = \"2026-W48\"");
        let ws = calendar(&[FREE, XY, &both].concat());
        let score = |name, start| score(&ws, find(&ws, name), at(start));
        // Week 48: 144; 10:00 is part 2: 10; Tuesday: 2; 156 mod 11 = 2; channel y adds 1.
        assert_eq!(score("a@x", "2026-11-24T10:00"), 47);
        assert_eq!(score("a@y", "2026-11-24T10:00"), 48);
        // 144 + 25 + 12 = 181 = 16 · 11 + 5.
        assert_eq!(score("a@x", "2026-11-29T23:30"), 50);
        assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:00")]), 100 * 3 * 47);
    }

    #[test]
    fn cadence_of_whole_and_cut_weeks() {
        let channel = "cadence = { per_week = { min = 3 } }\n\
            [channels.x.formats.story]\ncadence = { per_week = { min = 2 } }\n";
        let posts = weekly("a", "")
            + &weekly("s", "format = \"story\"")
            + &weekly(
                "o",
                "[post.on.x]\ndate = 2026-11-24\nstatus = \"published\"",
            );
        let ws = calendar(&[&weights("cadence = 120"), X, channel, &posts].concat());
        // One of the lane is out; 2 and 2 are missing.
        assert_eq!(value(&ws, &[]), -100 * 120 * 4);
        let placed = [("s@x", "2026-11-24T10:00")];
        assert_eq!(value(&ws, &placed), 100 * 3 * 47 - 100 * 120 * 3);
        // Friday to Monday: ⌊3·3/7⌋ = 1 and ⌊2·3/7⌋ = 0, then ⌊3·1/7⌋ = 0.
        let cut = over(&ws, ("2026-11-27", "2026-11-30"), Keep::KeepSlots, &[]);
        assert_eq!(cut.objective, -100 * 120);
    }

    #[test]
    fn moves_cost_unless_kept_or_forgotten() {
        let posts = weekly("a", "[post.on.x]\nslot = 2026-11-24T10:07:00")
            + &weekly("shut", "[post.on.x]\nslot = 2026-11-26T10:00:00")
            + &post(
                "later",
                "channels = [\"x\"]\ndate = \"2026-W49\"\n[post.on.x]\nslot = 2026-12-01T10:00:00",
            );
        let event = "[[event]]\nname = \"E\"\ndate = 2026-11-26\neffect = \"avoid\"\n";
        let ws = calendar(&[&weights("move = 40"), X, event, &posts].concat());
        assert_eq!(value(&ws, &[]), -100 * 40);
        // Part 2 of Tuesday, as above, and part 3: 161 mod 11 = 7.
        assert_eq!(value(&ws, &[("a@x", "2026-11-24T10:07")]), 100 * 3 * 47);
        assert_eq!(
            value(&ws, &[("a@x", "2026-11-24T12:00")]),
            100 * 3 * 52 - 100 * 40
        );
        let kept = week(&ws, Keep::Locked, &[]);
        // Thursday: 144 + 10 + 6 = 160 = 14 · 11 + 6.
        assert_eq!(
            (kept.is_sound(), kept.objective),
            (true, 100 * 3 * (47 + 51))
        );
        let moved = week(&ws, Keep::Locked, &[("a@x", "2026-11-24T12:00")]);
        assert_eq!(moved.breaches[0].code(), "moved");
        assert_eq!(week(&ws, Keep::Forget, &[]).objective, 0);
        let forgotten = week(&ws, Keep::Forget, &[("a@x", "2026-11-24T10:07")]);
        assert_eq!(forgotten.breaches[0].code(), "grid");
        let again = week(&ws, Keep::Forget, &[("later@x", "2026-11-24T10:00")]);
        assert_eq!(again.breaches[0].code(), "moved");
    }

    #[test]
    fn repeats_cost_where_alternation_is_preferred() {
        let pillars = "[mix.pillars.p]\nname = \"P\"\n";
        let fixed = |id: &str, hour: &str| {
            weekly(
                id,
                &format!("pillar = \"p\"\n[post.on.x]\nat = 2026-11-22T{hour}:00:00"),
            )
        };
        let posts = weekly("a", "pillar = \"p\"") + &fixed("f", "10") + &fixed("g", "12");
        let ws = calendar(&[&weights("alternate = 60"), X, pillars, &posts].concat());
        // f and g repeat each other, and are nobody's fault; a repeats g.
        assert_eq!(value(&ws, &[]), 0);
        assert_eq!(
            value(&ws, &[("a@x", "2026-11-24T10:00")]),
            100 * 3 * 47 - 100 * 60
        );
    }
}

mod shares {
    use super::*;

    const POSTS: [(&str, &str); 3] = [
        ("a@x", "2026-11-23T10:00"),
        ("b@x", "2026-11-24T10:00"),
        ("b@y", "2026-11-25T10:00"),
    ];

    /// The distance from the mix of three placements: a of p on x, b of q on x, then y; and of
    /// one of p that went out on x on Friday 6 November.
    fn distance(mix: &str, shares: &str) -> i64 {
        let weights = FREE.replace("mix = 0", "mix = 1");
        let pillars = "[mix.pillars.p]\nname = \"P\"\n[mix.pillars.q]\nname = \"Q\"\n";
        let posts = weekly("a", "pillar = \"p\"\ncampaign = \"k\"")
            + &post(
                "b",
                "channels = [\"x\", \"y\"]\ndate = \"2026-W48\"\npillar = \"q\"",
            )
            + &post(
                "out",
                "channels = [\"x\"]\npillar = \"p\"\ncampaign = \"k\"\ndate = 2026-11-06\n\
                [post.on.x]\nstatus = \"published\"",
            );
        let campaign = "[campaigns.k]\nname = \"K\"\n";
        let body = [
            &weights, XY, campaign, "[mix]\n", mix, "\n", pillars, shares, &posts,
        ]
        .concat();
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
        assert_eq!(
            distance("window = \"week\"\nscope = \"channel\"", &half),
            50 + 50
        );
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
            assert_eq!(
                distance("window = \"week\"", &share("p", bound)),
                expected,
                "{bound}"
            );
        }
    }

    #[test]
    fn a_pillar_that_is_over_has_no_share() {
        let mix = "window = \"week\"\n[mix.pillars.old]\nname = \"Old\"\nto = 2026-11-01";
        assert_eq!(distance(mix, &share("old", "target = 50")), 0);
        let alive = mix.replace("2026-11-01", "2026-11-23");
        assert_eq!(distance(&alive, &share("old", "target = 50")), 150);
    }
}

mod outside {
    use super::*;

    /// Plans that another program made at random within the rules, and what it found them worth.
    fn judged(name: &str, calendar: &str, plan: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/data/plans")
            .join(name);
        let ws = read(calendar, &folder);
        let plans = plan_file::read(plan).unwrap();
        let [plan] = &plans[..] else {
            panic!("one plan");
        };
        let starts = plan.starts(&ws).unwrap();
        let now = at("2026-03-01T00:00");
        let verdict = verify(&ws, &plan.assignment(&starts, now, Keep::KeepSlots));
        assert_eq!(verdict.breaches, []);
        assert_eq!(verdict.objective, plan.objective);
        for (entry, &(ix, start)) in plan.placements.iter().zip(&starts) {
            assert_eq!(
                entry.score,
                Some(i64::from(score(&ws, ix, start))),
                "{entry:?}"
            );
        }
        // The order of the list is nobody's business, and every placement of it counts.
        let mut turned = starts.clone();
        turned.reverse();
        let backwards = verify(&ws, &plan.assignment(&turned, now, Keep::KeepSlots));
        assert_eq!(backwards, verdict);
        let free = starts
            .iter()
            .position(|(ix, _)| !ws.placement(*ix).is_locked())
            .unwrap();
        turned = starts;
        turned.remove(free);
        let fewer = verify(&ws, &plan.assignment(&turned, now, Keep::KeepSlots));
        assert_ne!(fewer.objective, plan.objective);
    }

    #[test]
    fn two_days() {
        judged(
            "two-days",
            include_str!("../../tests/data/plans/two-days/calendar.toml"),
            include_str!("../../tests/data/plans/two-days/plan.json"),
        );
    }

    #[test]
    fn one_week() {
        judged(
            "one-week",
            include_str!("../../tests/data/plans/one-week/calendar.toml"),
            include_str!("../../tests/data/plans/one-week/plan.json"),
        );
    }

    #[test]
    fn a_post_that_is_gone_is_a_fault() {
        let ws = calendar(&[FREE, X, &weekly("a", "")].concat());
        let text = include_str!("../../tests/data/plans/two-days/plan.json");
        let fault = plan_file::read(text).unwrap()[0].starts(&ws).unwrap_err();
        assert!(matches!(fault, plan_file::PlanFault::Unknown { .. }));
    }
}
