//! Files of every shape, read; what came of each is asserted. Posts are invented, shapes are not.

use super::*;
use crate::model::ClockFound;

/// Reads texts as the files of a calendar with these channels (name, network).
pub(super) fn recalled(
    channels: &[(&str, &str)],
    history: &str,
    files: &[&[u8]],
) -> (Vec<Outing>, Vec<Intake>) {
    use std::fmt::Write;
    let mut text =
        format!("history = {history}\n[calendar]\ntimezone = \"Europe/Paris\"\nlang = \"fr\"\n");
    for (name, network) in channels {
        let _ = write!(text, "[channels.{name}]\nnetwork = \"{network}\"\n");
    }
    let mut sources = crate::source::Sources::default();
    let loaded = crate::load::from_text(&text, std::path::Path::new("."), &mut sources).unwrap();
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let ws = loaded.workspace.unwrap();
    let now = Instant::parse_rfc3339("2026-11-22T00:00:00Z").unwrap();
    let files: Vec<_> = files.iter().map(|bytes| Ok(bytes.to_vec())).collect();
    read(&ws, &files, now)
}

pub(super) fn one(text: &str) -> (Vec<Outing>, Intake) {
    let (outings, mut intakes) =
        recalled(&[("main", "instagram")], r#"["h.csv"]"#, &[text.as_bytes()]);
    (outings, intakes.remove(0))
}

#[test]
fn the_plain_form_is_read() {
    let (outings, intake) = one("time,type,engagement,channel,reach,paid,reply,id,url\n\
         2026-11-03 18:30,Reel,120,main,\"1,400\",,,a1,\n\
         2026-11-04T09:00:00Z,image,7,instagram,,no,false,a2,\n\
         2026-11-05 09:00,image,7,main,,yes,,a3,\n\
         2026-11-05 09:00,image,7,main,,,true,a4,\n\
         2026-11-21 09:00,image,7,main,,,,a5,\n\
         2026-11-05 09:00,image,many,main,,,,a6,\n\
         2026-11-05 09:00,image,7,other,,,,a7,\n\
         2026-11-03 18:30,Reel,90,main,,,,a1,\n\n");
    assert_eq!((intake.rows, intake.read, intake.fault), (8, 2, None));
    assert_eq!(
        intake.left_out,
        [
            (LeftOutRow::Paid, 1),
            (LeftOutRow::Reply, 1),
            (LeftOutRow::Fresh, 1),
            (LeftOutRow::Double, 1),
            (LeftOutRow::Broken, 1),
            (LeftOutRow::Elsewhere, 1),
        ]
    );
    assert_eq!((intake.broken[0].line, intake.broken[0].column.as_str()), (7, "engagement"));
    assert_eq!(intake.clock, ClockFound::Channel);
    let first = &outings[0];
    assert_eq!(first.at, Instant::parse_rfc3339("2026-11-03T18:30:00+01:00").unwrap());
    assert_eq!((first.kind.as_str(), first.engagement, first.reach), ("reel", 120.0, Some(1400.0)));
    assert_eq!((first.known, first.id.as_deref()), (Known::Minute, Some("a1")));
}

#[test]
fn columns_can_be_named() {
    let history = r#"[{ file = "h.csv", columns = { time = "Quand ?", likes = "Cœurs", comments = "Mots" } }]"#;
    let text = "Quand ?;Mots;Cœurs;Partages\n24/11/2025 18:00;2;3;100\n";
    let (outings, intakes) = recalled(&[("main", "custom")], history, &[text.as_bytes()]);
    assert_eq!(intakes[0].fault, None);
    assert_eq!((outings[0].engagement, intakes[0].guessed), (5.0, None));
    let (_, intakes) = recalled(&[("main", "custom")], history, &[b"a,b\n1,2\n"]);
    let columns = vec!["a".to_owned(), "b".to_owned()];
    let fault = IntakeFault::UnknownColumn("time".into(), "Quand ?".into(), columns);
    assert_eq!(intakes[0].fault, Some(fault));
}

#[test]
fn what_cannot_be_read_says_why() {
    let fault = |text: &str| one(text).1.fault;
    assert!(matches!(fault(""), Some(IntakeFault::NoTable(_))));
    assert_eq!(
        fault("a,b\n1,2\n"),
        Some(IntakeFault::NoColumn("time and engagement", vec!["a".into(), "b".into()]))
    );
    assert_eq!(
        fault("time,b\n1,2\n"),
        Some(IntakeFault::NoColumn("engagement", vec!["time".into(), "b".into()]))
    );
    let overview = "Date,Impressions,Likes,New follows,Unfollows\n\"Tue, Jul 14, 2026\",1,2,3,4\n";
    assert_eq!(fault(overview), Some(IntakeFault::OtherTable("x-overview")));
    let two = [("a", "instagram"), ("b", "instagram")];
    let (_, intakes) = recalled(&two, r#"["h.csv"]"#, &[b"time,engagement\n2026-01-01,2\n"]);
    assert_eq!(intakes[0].fault, Some(IntakeFault::WhichChannel));
}

/// A file, the network of its channel, and what comes of it.
struct Case {
    name: &'static str,
    bytes: &'static [u8],
    network: &'static str,
    shape: &'static str,
    /// Rows, read, left out as paid, as reply.
    rows: [usize; 4],
    clock: &'static str,
    known: Known,
}

macro_rules! case {
    ($name:literal, $network:literal, $shape:literal, $rows:expr, $clock:literal, $known:ident) => {
        Case {
            name: $name,
            bytes: include_bytes!(concat!("../../../tests/data/history/", $name)),
            network: $network,
            shape: $shape,
            rows: $rows,
            clock: $clock,
            known: Known::$known,
        }
    };
}

const CASES: [Case; 18] = [
    case!("plain.csv", "instagram", "", [80, 76, 4, 0], "stated", Minute),
    case!("outil-fr.csv", "custom", "", [45, 45, 0, 0], "channel", Minute),
    case!("classeur.ods", "custom", "", [40, 40, 0, 0], "channel", Minute),
    case!(
        "meta-instagram.csv",
        "instagram",
        "meta-instagram",
        [120, 120, 0, 0],
        "America/Los_Angeles",
        Minute
    ),
    case!(
        "meta-instagram-fr.csv",
        "instagram",
        "meta-instagram",
        [120, 120, 0, 0],
        "Europe/Paris",
        Minute
    ),
    case!(
        "meta-instagram-de.csv",
        "instagram",
        "meta-instagram",
        [120, 120, 0, 0],
        "Europe/Paris",
        Minute
    ),
    case!("meta-facebook.csv", "facebook", "meta-facebook", [90, 90, 0, 0], "channel", Minute),
    case!(
        "meta-facebook-video.csv",
        "facebook",
        "meta-facebook",
        [40, 40, 0, 0],
        "channel",
        Minute
    ),
    case!("x-analytics.csv", "x", "x-analytics", [150, 130, 5, 15], "stated", Minute),
    case!("x-content.csv", "x", "x-content", [110, 98, 0, 12], "stated", Minute),
    case!("linkedin-page.xls", "linkedin", "linkedin-page", [60, 57, 3, 0], "stated", Minute),
    case!(
        "linkedin-personal.xlsx",
        "linkedin",
        "linkedin-personal",
        [46, 46, 0, 0],
        "stated",
        Minute
    ),
    case!("tiktok.csv", "tiktok", "tiktok", [60, 60, 0, 0], "Europe/Paris", Minute),
    case!("youtube.csv", "youtube", "youtube", [50, 50, 0, 0], "channel", Day),
    case!("fanpage-karma.xlsx", "instagram", "fanpage-karma", [100, 100, 0, 0], "UTC", Minute),
    case!("mastodon.json", "mastodon", "mastodon", [70, 56, 0, 14], "stated", Minute),
    case!("mastodon-list.json", "mastodon", "mastodon", [30, 24, 0, 6], "stated", Minute),
    // The same posts may be named twice; the second reading is all doubles.
    case!("meta-instagram.csv", "custom", "meta-instagram", [0, 0, 0, 0], "channel", Minute),
];

fn recalled_as(network: &str, bytes: &[u8]) -> (Vec<Outing>, Intake) {
    let channels = [("other", "custom"), ("main", network)];
    let one = network == "custom";
    let history = if one { r#"[{ file = "h", channel = "main" }]"# } else { r#"["h"]"# };
    let (outings, mut intakes) = recalled(&channels, history, &[bytes]);
    (outings, intakes.remove(0))
}

fn told(clock: &ClockFound) -> String {
    match clock {
        ClockFound::Channel => "channel".to_owned(),
        ClockFound::Stated => "stated".to_owned(),
        ClockFound::Zone(zone) => zone.clone(),
        ClockFound::Offset(minutes) => minutes.to_string(),
    }
}

#[test]
fn every_shape_is_read_whole() {
    let mut wrong = Vec::new();
    for case in CASES.iter().filter(|case| case.rows[0] > 0) {
        let network = if case.name == "plain.csv" { "instagram" } else { case.network };
        let (outings, intake) = recalled_as(network, case.bytes);
        let left = |of| intake.left_out.iter().find(|(why, _)| *why == of).map_or(0, |(_, n)| *n);
        let rows = [intake.rows, intake.read, left(LeftOutRow::Paid), left(LeftOutRow::Reply)];
        let known = outings.iter().map(|outing| outing.known).max();
        let found = (intake.shape.unwrap_or(""), rows, told(&intake.clock), known, &intake.fault);
        let expected = (case.shape, case.rows, case.clock.to_owned(), Some(case.known), &None);
        if found != expected {
            wrong.push(format!(
                "{}: {found:?}\n  {:?} {:?}",
                case.name, intake.left_out, intake.broken
            ));
        }
        let broken = left(LeftOutRow::Broken);
        assert!(broken * 100 <= intake.rows, "{}: {broken} broken", case.name);
        assert!(outings.iter().any(|outing| outing.engagement > 5.0), "{}", case.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn hours_are_those_of_the_channel() {
    // All files were made with posts between 7 and 23 h in Paris.
    for case in CASES.iter().filter(|case| case.rows[0] > 0 && case.known == Known::Minute) {
        if case.network == "facebook" {
            // Nothing in the file tells its clock.
            continue;
        }
        let (outings, _) = recalled_as(case.network, case.bytes);
        let zone = crate::time::Zone::parse("Europe/Paris").unwrap();
        for outing in &outings {
            use chrono::Timelike;
            let hour = zone.local(outing.at).hour();
            assert!((5..=23).contains(&hour) || hour == 0, "{}: {hour} h", case.name);
        }
    }
}

#[test]
fn two_tables_side_by_side_are_one() {
    let case = CASES.iter().find(|case| case.name == "linkedin-personal.xlsx").unwrap();
    let (outings, _) = recalled_as("linkedin", case.bytes);
    assert!(outings.iter().all(|outing| outing.reach.is_some()));
}

#[test]
fn a_file_that_is_named_twice_counts_once() {
    let bytes = CASES[3].bytes;
    let (once, _) = recalled_as("instagram", bytes);
    let history = r#"["a.csv", "b.csv"]"#;
    let (twice, intakes) = recalled(&[("main", "instagram")], history, &[bytes, bytes]);
    assert_eq!((intakes[0].read, intakes[1].read), (120, 0));
    assert_eq!(intakes[1].left_out, [(LeftOutRow::Double, 120)]);
    assert_eq!(once.len(), twice.len());
}

#[test]
fn tables_without_posts_say_so() {
    let overview = include_bytes!("../../../tests/data/history/x-overview.csv");
    let outbox = include_bytes!("../../../tests/data/history/outbox.json");
    assert_eq!(recalled_as("x", overview).1.fault, Some(IntakeFault::OtherTable("x-overview")));
    let fault = recalled_as("mastodon", outbox).1.fault;
    assert_eq!(fault, Some(IntakeFault::OtherTable("mastodon-outbox")));
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let text = String::from_utf8_lossy(CASES[0].bytes).into_owned();
    let (head, body) = text.split_once('\n').unwrap();
    let expected = recalled_as("instagram", text.as_bytes()).0;
    let mut lines: Vec<&str> = body.lines().collect();
    // Doubles of different figures are among them.
    let twin = lines[3].replace(",instagram,", "1,instagram,");
    for seed in 0..8 {
        fastrand::Rng::with_seed(seed).shuffle(&mut lines);
        let shuffled = format!("{head}\n{}\n", lines.join("\n"));
        assert_eq!(recalled_as("instagram", shuffled.as_bytes()).0, expected);
        let first = format!("{head}\n{twin}\n{}\n", lines.join("\n"));
        let last = format!("{head}\n{}\n{twin}\n", lines.join("\n"));
        let both = [first, last].map(|text| recalled_as("instagram", text.as_bytes()).0);
        assert_eq!(both[0], both[1]);
    }
}

#[test]
fn damaged_files_never_panic() {
    let mut random = fastrand::Rng::with_seed(6);
    let mut read = 0;
    for case in &CASES {
        for _ in 0..12 {
            let mut bytes = case.bytes.to_vec();
            match random.u8(0..3) {
                0 => bytes.truncate(random.usize(0..bytes.len())),
                1 => {
                    for _ in 0..20 {
                        let at = random.usize(0..bytes.len());
                        bytes[at] = random.u8(..);
                    }
                }
                _ => {
                    let (from, to) = (random.usize(0..bytes.len()), random.usize(0..bytes.len()));
                    let piece = bytes[from.min(to)..from.max(to)].to_vec();
                    let at = random.usize(0..bytes.len());
                    bytes.splice(at..at, piece);
                }
            }
            let (outings, intake) = recalled_as(case.network, &bytes);
            read += usize::from(!outings.is_empty());
            let out: usize = intake.left_out.iter().map(|(_, number)| number).sum();
            assert_eq!(intake.rows, intake.read + out, "{}", case.name);
        }
    }
    assert!(read > 50, "{read}");
}

/// A table of X's posts a day apart, its column so many minutes ahead of UTC.
fn ahead(minutes: i64, days: i64, format: &str) -> String {
    let mut text = "id,time,engagement\n".to_owned();
    for day in 0..days {
        let seconds = 1_769_904_000 + day * 86_400 + 36_000 + day * 60;
        let id = (seconds * 1000 - 1_288_834_974_657) << 22;
        let local = Instant::from_unix(seconds + minutes * 60).utc().format(format);
        text += &format!("{id},{local},{day}\n");
    }
    text
}

fn of_x(bytes: &[u8]) -> (Vec<Outing>, Intake) {
    let (outings, mut intakes) = recalled(&[("main", "x")], r#"["h.csv"]"#, &[bytes]);
    (outings, intakes.remove(0))
}

#[test]
fn ids_tell_the_clock_of_the_column() {
    for (minutes, clock) in
        [(330, "330"), (0, "UTC"), (60, "Europe/Paris"), (-480, "America/Los_Angeles")]
    {
        let text = ahead(minutes, 12, "%Y-%m-%d %H:%M");
        let (outings, intake) = of_x(text.as_bytes());
        assert_eq!(told(&intake.clock), clock);
        assert_eq!(outings[0].at, Instant::from_unix(1_769_940_000), "{clock}");
    }
    // Four posts tell nothing.
    let (_, intake) = of_x(ahead(330, 4, "%Y-%m-%d %H:%M").as_bytes());
    assert_eq!(intake.clock, ClockFound::Channel);
}

#[test]
fn ids_tell_which_number_is_the_month() {
    // All of the first twelve days of February: both orders are possible.
    for format in ["%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M"] {
        let (outings, intake) = of_x(ahead(0, 12, format).as_bytes());
        assert_eq!(
            (outings.len(), intake.guessed, told(&intake.clock).as_str()),
            (12, None, "UTC")
        );
    }
    let text = "time,engagement\n3/4/2026,5\n5/4/2026,5\n";
    let (outings, intake) = recalled_as("custom", text.as_bytes());
    assert_eq!(intake.guessed, Some(crate::model::DayOrder::DayFirst));
    assert_eq!(outings[0].at.utc().to_string(), "2026-04-03 10:00:00");
}

#[test]
fn a_day_that_does_not_exist_is_broken() {
    let text = "time,engagement\n30/02/2026,5\n28/02/2026,5\n13/13/2026,5\n";
    let (outings, intake) = recalled_as("custom", text.as_bytes());
    assert_eq!((outings.len(), intake.rows), (1, 3));
    let broken: Vec<(usize, &str)> =
        intake.broken.iter().map(|row| (row.line, row.value.as_str())).collect();
    assert_eq!(broken, [(2, "30/2/2026"), (4, "13/13/2026")]);
}

#[test]
fn other_brands_are_marked_and_kept_apart() {
    let history = r#"["a.csv", { file = "b.csv", brand = "galerie" }]"#;
    let text = b"time,engagement,id\n2026-01-05 18:30,5,1\n";
    let (outings, intakes) = recalled(&[("main", "instagram")], history, &[text, text]);
    let brands: Vec<Option<&str>> = outings.iter().map(|o| o.brand.as_deref()).collect();
    assert_eq!(brands, [None, Some("galerie")]);
    assert_eq!((intakes[0].read, intakes[1].read), (1, 1));
}
