//! No gain is ever printed without its interval and its grade: every command that can print one is run on
//! pasts of every size, in both languages and all forms, and every output is read.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said};
use edito::time::{Instant, Zone};
use regex::Regex;
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

/// Two channels whose windows leave the hours to the past, one that knows days alone, one without a past.
const CALENDAR: &str = r#"[calendar]
name = "Atelier"
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"
cadence = { per_week = { min = 3, max = 7 }, per_day = 2 }

[channels.linkedin]
network = "linkedin"
cadence = { per_week = { min = 1, max = 4 } }
windows = [{ days = "mon-fri", from = "09:00", to = "18:00" }]

[channels.youtube]
network = "youtube"

[channels.facebook]
network = "facebook"

[mix.pillars.atelier]
name = "Atelier"

[mix.pillars.coulisses]
name = "Coulisses"

[[mix.share]]
pillars = ["atelier"]
target = 60

[[mix.share]]
pillars = ["coulisses"]
target = 40
"#;

fn calendar(history: &str) -> String {
    let mut text = format!("{history}\n{CALENDAR}");
    for (n, channels) in
        [r#""instagram""#, r#""instagram", "linkedin""#, r#""facebook", "youtube""#]
            .iter()
            .enumerate()
    {
        let pillar = ["atelier", "coulisses"][n % 2];
        write!(
            text,
            "\n[[post]]\nid = \"post-{n}\"\ntitle = \"Post {n}\"\nchannels = [{channels}]\n\
             pillar = \"{pillar}\"\ndate = \"2026-W48\"\nstatus = \"planned\"\n"
        )
        .expect("a text");
    }
    write!(
        text,
        "\n[[post]]\nid = \"fixed\"\ntitle = \"Fixed\"\nchannels = [\"instagram\"]\npillar = \"atelier\"\n\
         status = \"planned\"\n[post.on.instagram]\nat = 2026-11-24T12:30:00+01:00\n"
    )
    .expect("a text");
    text
}

/// So many posts of the two years before, better in the morning and as reels.
fn past(posts: usize, dice: &mut fastrand::Rng) -> String {
    let mut text = "time,type,engagement,reach\n".to_owned();
    let end = 1_795_000_000 - 5 * 86_400;
    for n in 0..posts {
        let day = i64::try_from(n * 700 / posts).expect("a small number");
        let hour = dice.i64(7..22);
        let at = end - day * 86_400 - end % 86_400 + hour * 3_600 + dice.i64(0..3_600);
        let kind = ["reel", "image", "carousel"][dice.usize(0..3)];
        let noise: f64 = (0..6).map(|_| dice.f64() - 0.5).sum();
        let good = if (7..10).contains(&hour) { 0.7 } else { 0.0 };
        let reel = if kind == "reel" { 0.4 } else { 0.0 };
        let engagement = libm::exp(4.0 + good + reel + noise).round();
        let time = Zone::UTC.rfc3339(Instant::from_unix(at));
        writeln!(text, "{time},{kind},{engagement},{}", dice.usize(500..5_000)).expect("a text");
    }
    text
}

/// The same of which only the day is known.
fn days(posts: usize, dice: &mut fastrand::Rng) -> String {
    let mut text =
        "Content,Video title,Video publish time,Duration,Views,Likes,Comments added,Shares\n\
                    Total,,,,100,10,10,10\n"
            .to_owned();
    for n in 0..posts {
        let day = i64::try_from(n * 700 / posts).expect("a small number");
        let local = Zone::UTC.local(Instant::from_unix(1_794_000_000 - day * 86_400));
        let likes = if local.format("%a").to_string() == "Sun" { 200 } else { 60 };
        let date = local.format("%b %-d, %Y");
        writeln!(
            text,
            "video{n:06},Video {n},\"{date}\",60,{},{},{},1",
            dice.usize(500..5_000),
            dice.usize(likes / 2..likes),
            dice.usize(0..9)
        )
        .expect("a text");
    }
    text
}

/// A folder with a calendar and pasts of so many posts.
fn brand(posts: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a test fixture");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("a test fixture");
    };
    let mut dice = fastrand::Rng::with_seed(11);
    if posts == 0 {
        write("calendar.toml", &calendar(""));
        return folder;
    }
    write("instagram.csv", &past(posts, &mut dice));
    write("linkedin.csv", &past(posts / 4, &mut dice));
    write("youtube.csv", &days(posts / 4, &mut dice));
    let entry = |channel| format!("{{ file = \"{channel}.csv\", channel = \"{channel}\" }}");
    let entries = ["instagram", "linkedin", "youtube"].map(entry).join(", ");
    write("calendar.toml", &calendar(&format!("history = [{entries}]")));
    folder
}

/// Everything that can print a gain.
const COMMANDS: [&str; 24] = [
    "plan",
    "plan --ascii",
    "plan --format markdown",
    "plan --format json",
    "plan --reactive tomorrow",
    "plan --month 2026-12",
    "why post-0",
    "why post-1@linkedin",
    "why post-0 --at 2026-11-26T15:00",
    "slots",
    "slots --ascii",
    "slots --format markdown",
    "slots --format json",
    "slots --channel instagram",
    "slots --backtest",
    "slots --backtest --format markdown",
    "slots --backtest --format json",
    "report",
    "report --format markdown",
    "report --format json",
    "mix",
    "check --fail-on hint",
    "export csv",
    "export ics",
];

/// The forms of a gain: figure, interval and grade, as the program writes them, on one line of single
/// spaces; then what is left of a signed percentage, or of one that is said to be better.
struct Reader {
    whole: [Regex; 2],
    naked: [Regex; 2],
}

impl Reader {
    fn new() -> Self {
        let part = r"[+-]?\d+ ?%";
        let english = r"(?:too few posts to say|may be luck|(?:weak|some|strong) evidence)";
        let french =
            r"(?:trop peu de publications|hasard possible|indices (?:faibles|sérieux|solides))";
        let regex = |pattern: &str| Regex::new(pattern).expect("a pattern");
        Self {
            whole: [
                regex(&format!(r"{part} \(8 times in 10: {part} to {part}; {english}\)")),
                regex(&format!(r"{part} \(8 fois sur 10 : de {part} à {part} ; {french}\)")),
            ],
            naked: [
                regex(r"(?:^|[^\w+-])[+-] ?\d+(?:[.,]\d+)? ?%"),
                regex(
                    r"\d ?% (?:more|less|better|worse|higher|lower|above|below|de plus|de moins|de mieux|meilleur)",
                ),
            ],
        }
    }

    /// The gains of a text, and what looks like one and is none.
    fn read(&self, text: &str) -> (usize, Vec<String>) {
        let text = plain(text);
        let gains = self.whole.iter().map(|whole| whole.find_iter(&text).count()).sum();
        let rest = self
            .whole
            .iter()
            .fold(text.clone(), |text, whole| whole.replace_all(&text, "(gain)").into_owned());
        // What is not known of a plan is no gain of a slot.
        let rest = Regex::new(r"(?:a plan up to|un plan jusqu’à) \d+ ?% (?:better|meilleur)")
            .expect("a pattern")
            .replace_all(&rest, "(gap)")
            .into_owned();
        let naked = self.naked.iter().flat_map(|naked| naked.find_iter(&rest));
        let around = |at: usize| -> String {
            let from = rest[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
            rest[from..].chars().take(140).collect()
        };
        (gains, naked.map(|found| around(found.start())).collect())
    }
}

/// Lines folded by calendars and terminals as one, signs and spaces of type as plain ones, escapes gone.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n ", "").replace('\\', "").replace('\u{2212}', "-");
    let text = text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The gains that lack their interval or their grade: these stand beside the figure, or in an object with it.
fn incomplete(value: &Value, found: &mut Vec<String>) {
    let whole = |map: &Value| {
        let numbers = ["low", "high"].iter().all(|key| map[key].is_number());
        numbers && map["evidence"].is_string()
    };
    match value {
        Value::Array(list) => list.iter().for_each(|one| incomplete(one, found)),
        Value::Object(map) => {
            if map.get("gain").is_some_and(|gain| !gain.is_null() && !whole(gain) && !whole(value))
            {
                found.push(value.to_string());
            }
            map.values().for_each(|one| incomplete(one, found));
        }
        _ => {}
    }
}

fn run(command: &str, lang: &str, folder: &Path) -> Said {
    let words: Vec<&str> = command.split(' ').chain(["--lang", lang]).collect();
    Run::new(&words).at(folder).go()
}

#[test]
fn no_gain_is_ever_printed_without_its_interval_and_its_grade() {
    let reader = Reader::new();
    for posts in [0, 40, 2_000] {
        let folder = brand(posts);
        for (command, lang) in COMMANDS.iter().flat_map(|one| ["en", "fr"].map(|lang| (*one, lang)))
        {
            let said = run(command, lang, folder.path());
            let name = format!("{posts} posts: edito {command} --lang {lang}");
            let fine = said.code == 0 || (said.code == 1 && command.starts_with("check"));
            assert!(fine, "{name}\n{}{}", said.stdout, said.stderr);
            let (gains, naked) = reader.read(&format!("{}\n{}", said.stdout, said.stderr));
            assert_eq!(naked, Vec::<String>::new(), "{name}");
            if command.ends_with("json") {
                let mut found = Vec::new();
                for line in said.stdout.lines() {
                    incomplete(&serde_json::from_str(line).expect("JSON"), &mut found);
                }
                assert_eq!(found, Vec::<String>::new(), "{name}");
            }
            // The past of the large brand says something, so that there is something to read.
            let tells =
                ["slots", "slots --format markdown", "slots --backtest", "plan", "why post-0"];
            if posts == 2_000 && tells.contains(&command) {
                assert!(gains > 0, "{name}\n{}", said.stdout);
            }
            if posts == 0 {
                assert_eq!(gains, 0, "{name}\n{}", said.stdout);
            }
        }
    }
}

#[test]
fn the_reader_of_gains_sees_naked_ones() {
    let reader = Reader::new();
    for whole in [
        "do +6% (8 times in 10: \u{2212}1% to +13%; weak evidence), 31 posts",
        "+6\u{202f}% (8 fois sur 10\u{a0}: de 0\u{202f}% à\n   +13\u{202f}%\u{202f}; indices faibles)",
        "+6% (8 times in 10: -1% t\r\n o +13%\\; weak evidence)",
    ] {
        assert_eq!(reader.read(whole), (1, Vec::new()), "{whole}");
    }
    for naked in [
        "Sunday: +6%",
        "−3\u{202f}%",
        "(+ 6 %)",
        "6% more than usual",
        "12\u{202f}% de plus",
        "+6% (8 times in 10: −1% to +13%)",
        "+6% (weak evidence)",
    ] {
        assert!(!reader.read(naked).1.is_empty(), "{naked}");
    }
    for harmless in
        ["a reserve of 20%", "70-20-10", "about 1.5% of the differences", "1–2\u{202f}%"]
    {
        assert_eq!(reader.read(harmless), (0, Vec::new()), "{harmless}");
    }
    let said = |text: &str| {
        let mut found = Vec::new();
        incomplete(&serde_json::from_str(text).expect("JSON"), &mut found);
        found.len()
    };
    assert_eq!(said(r#"{"a": [{"gain": 0.1, "low": 0.0, "high": 0.2}]}"#), 1);
    assert_eq!(said(r#"{"gain": {"mid": 0.1, "evidence": "weak"}}"#), 1);
    assert_eq!(said(r#"{"gain": 0.1, "low": 0.0, "high": 0.2, "evidence": "weak"}"#), 0);
    assert_eq!(said(r#"{"gain": {"mid": 0.1, "low": 0.0, "high": 0.2, "evidence": "weak"}}"#), 0);
    assert_eq!(said(r#"{"gain": null}"#), 0);
}
