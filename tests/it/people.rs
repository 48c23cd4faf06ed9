//! Who does what by when: `plan`, `why` and `check` of a team with absences.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said};
use serde_json::{Value, json};

const MONDAY: &str = "2026-11-23T09:00:00+01:00";

/// The team of `tests/data/team`, on Monday 23 November 2026 unless told otherwise.
fn team(args: &[&str], now: &str) -> Said {
    let rest = ["--calendar", "tests/data/team", "--now", now];
    Run::new(&[args, &rest].concat()).go()
}

/// A calendar of its own, with these lines after the head of a French one.
fn own(lines: &str, args: &[&str], now: &str) -> Said {
    let folder = tempfile::tempdir().expect("a folder");
    let head = "[calendar]\nname = \"M\"\ntimezone = \"Europe/Paris\"\ncountry = \"FR\"\n\n\
                [channels.instagram]\nnetwork = \"instagram\"\n";
    std::fs::write(folder.path().join("calendar.toml"), format!("{head}\n{lines}"))
        .expect("a file");
    Run::new(&[args, &["--now", now]].concat()).at(folder.path()).go()
}

fn plan(said: &Said) -> Value {
    serde_json::from_str(&said.stdout).unwrap_or_else(|e| panic!("{e}: {said:?}"))
}

#[test]
fn steps_are_counted_back_from_the_slots_of_the_plan() {
    let said = team(&["plan", "--week", "2026-W48", "--format", "json"], MONDAY);
    let plan = plan(&said);
    let steps = plan["steps"].as_array().expect("a list");
    let first = &steps[0];
    assert_eq!(
        *first,
        json!({"post": "klimt", "channel": "instagram", "step": "brief", "due": "2026-11-12",
            "late": 7, "out": "2026-11-26", "earliest": false, "who": "lea", "away": false,
            "backup": null})
    );
    let of = |post: &str, step: &str| {
        steps.iter().find(|one| one["post"] == post && one["step"] == step).cloned()
    };
    // The suggested slot is Monday 23 November at 12:00: the review was due on the 18th.
    let reserves = of("coulisses", "review").expect("a step");
    assert_eq!((&reserves["out"], &reserves["late"]), (&json!("2026-11-23"), &json!(3)));
    assert_eq!(reserves["earliest"], json!(false));
    // Its own approval waits for that review.
    assert_eq!(of("coulisses", "approval"), None);
    // Not planned this week: counted from its first day.
    let wishes = of("voeux", "brief").expect("a step");
    assert_eq!((&wishes["earliest"], &wishes["who"]), (&json!(true), &Value::Null));
    // 4 December less five days: 27 November, when Léa is away; Inès has her role.
    let night = of("nocturne", "draft").expect("a step");
    assert_eq!(
        (&night["due"], &night["away"], &night["backup"]),
        (&json!("2026-11-27"), &json!(true), &json!("ines"))
    );
    // Marc owns it and may approve; away, the other editor stands in.
    let workshop = of("atelier", "approval").expect("a step");
    assert_eq!((&workshop["who"], &workshop["backup"]), (&json!("marc"), &json!("ines")));
    // Nothing that is due after the week.
    assert!(steps.iter().all(|step| step["due"].as_str() <= Some("2026-11-29")), "{steps:?}");
    assert_eq!(of("voeux", "draft"), None);
}

#[test]
fn the_team_is_told_with_its_hours_and_absences() {
    let plan = plan(&team(&["plan", "--week", "2026-W48", "--format", "json"], MONDAY));
    let people = plan["people"].as_array().expect("a list");
    assert_eq!(
        people[0],
        json!({"person": "lea", "name": "Léa", "posts": 2, "steps": 4, "hours": 36,
            "per_week": 2, "away": ["2026-11-27"]})
    );
    // Marc is away on his Thursday, and on Friday.
    assert_eq!(
        (&people[1]["hours"], &people[1]["away"]),
        (&json!(10), &json!(["2026-11-26", "2026-11-27"]))
    );
    assert_eq!((&people[2]["hours"], &people[2]["posts"]), (&json!(0), &json!(0)));
}

#[test]
fn a_calendar_without_lead_or_team_says_nothing_of_them() {
    let lines = "[[post]]\nid = \"a\"\ntitle = \"A\"\ndate = 2026-11-24\n";
    let said = own(lines, &["plan", "--week", "2026-W48", "--format", "json"], MONDAY);
    let plan = plan(&said);
    assert_eq!((plan.get("steps"), plan.get("people")), (None, None));
    let said = own(lines, &["plan", "--week", "2026-W48"], MONDAY).stdout;
    assert!(!said.contains("Next steps") && !said.contains("Team"), "{said}");
    // Somebody alone has nothing to be told, but the days they are away.
    let alone = "[people.lea]\nname = \"Léa\"\nduty = [{ days = \"daily\", from = \"09:00\", to = \"18:00\" }]\n";
    let said = own(&format!("{alone}\n{lines}"), &["plan", "--week", "2026-W48"], MONDAY).stdout;
    assert!(!said.contains("Team"), "{said}");
    let away = format!("{alone}away = [2026-11-25]\n\n{lines}");
    let said = own(&away, &["plan", "--week", "2026-W48"], MONDAY).stdout;
    assert!(said.contains("Léa  54\u{a0}h on duty; away on Wed 25 Nov"), "{said}");
}

#[test]
fn eight_steps_are_shown_and_the_others_counted() {
    let mut lines = "[plan]\nlead = { draft = \"2d\" }\n".to_owned();
    for n in 0..11 {
        // Hours of their own: where to put them is not what is asked.
        let at = format!("2026-11-27T{:02}:00:00+01:00", n + 8);
        lines.push_str(&format!("\n[[post]]\nid = \"p{n}\"\ntitle = \"P{n}\"\nat = {at}\n"));
    }
    let said = own(&lines, &["plan", "--week", "2026-W48", "--lang", "fr"], MONDAY).stdout;
    let (_, list) = said.split_once("À faire").expect("a section");
    assert!(list.contains("… et 3 autres étapes"), "{said}");
    assert!(list.contains("Personne n’est désigné"), "{said}");
    let plan = plan(&own(&lines, &["plan", "--week", "2026-W48", "--format", "json"], MONDAY));
    assert_eq!(plan["steps"].as_array().map(Vec::len), Some(11));
}

#[test]
fn late_steps_break_the_silence_of_cron() {
    let lines = "[plan]\nlead = { draft = \"5d\" }\n\n[[post]]\nid = \"a\"\ntitle = \"A\"\ndate = 2026-12-04\n";
    let cron = ["plan", "--week", "2026-W48", "--if-any"];
    let said = own(lines, &cron, "2026-11-23T09:00:00+01:00").stdout;
    assert!(said.contains("draft of “A”: by Fri 27 Nov"), "{said}");
    let far = lines.replace("2026-12-04", "2026-12-18");
    assert_eq!(own(&far, &cron, "2026-11-23T09:00:00+01:00").stdout, "");
}

#[test]
fn the_end_of_the_day_is_that_of_the_calendar_and_of_its_country() {
    // Thursday 12 November 2026 less one working day: Tuesday, for the 11th is a holiday.
    let lines = "[plan]\nlead = { draft = \"1d\" }\n\n[[post]]\nid = \"a\"\ntitle = \"A\"\ndate = 2026-11-12\n";
    let late = |now: &str, lines: &str| {
        let said = own(lines, &["check", "--only", "late-step", "--format", "json"], now);
        plan(&said)["findings"].as_array().map(Vec::len)
    };
    assert_eq!(late("2026-11-10T23:30:00+01:00", lines), Some(0));
    assert_eq!(late("2026-11-11T00:30:00+01:00", lines), Some(1));
    // The same day off, written as an event of a country that is not known.
    let feed = "\n[[event]]\nname = \"Day off\"\ndate = 2026-11-10\nkind = \"holiday\"\n";
    assert_eq!(late("2026-11-10T09:00:00+01:00", &format!("{lines}{feed}")), Some(1));
}

#[test]
fn steps_out_of_order_and_days_that_are_none_are_faults() {
    for (lead, words) in [
        ("{ draft = \"2d\", review = \"1w\" }", "`review` would be due 5 working days before"),
        ("{ draft = \"36h\" }", "`draft` is counted in working days"),
        ("{ draft = 5 }", "draft = \"5d\""),
        ("{ drat = \"5d\" }", "`draft`"),
        ("{ draft = \"99999999999d\" }", "a year at most"),
    ] {
        let said = own(&format!("[plan]\nlead = {lead}\n"), &["check"], MONDAY);
        assert_eq!(said.code, 1, "{lead}: {said:?}");
        let flat = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(words), "{lead}: {}", said.stdout);
    }
}

#[test]
fn an_absence_that_closes_a_slot_is_named() {
    let lines = "[plan]\npresence = { after = \"60min\" }\n\n\
        [people.lea]\nname = \"Léa\"\nduty = [{ days = \"mon-fri\", from = \"09:00\", to = \"18:00\" }]\naway = [2026-11-26]\n\n\
        [[post]]\nid = \"a\"\ntitle = \"A\"\ndate = 2026-11-26\n\n\
        [[post]]\nid = \"b\"\ntitle = \"B\"\nat = 2026-11-26T10:00:00\n";
    for (lang, words) in [
        ("en", "nobody is on duty to answer: Léa is away on Thu 26 Nov"),
        ("fr", "personne n’est là pour répondre\u{a0}: Léa n’est pas là le jeu. 26 nov."),
    ] {
        let said = own(lines, &["why", "a", "--lang", lang], MONDAY).stdout;
        assert!(said.contains(words), "{said}");
        let said = own(lines, &["plan", "--week", "2026-W48", "--lang", lang], MONDAY).stdout;
        assert!(said.contains(words), "{said}");
    }
    let said = own(lines, &["check", "--only", "nobody-on-duty"], MONDAY).stdout;
    assert!(said.contains("note: Léa is away on Thu 26 Nov"), "{said}");
}

#[test]
fn a_plan_with_steps_is_verified() {
    let said = team(&["plan", "--week", "2026-W48", "--format", "json"], MONDAY);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.json");
    std::fs::write(&path, &said.stdout).expect("a file");
    let said = team(&["verify", &path.to_string_lossy()], MONDAY);
    assert_eq!(said.code, 0, "{said:?}");
}

#[test]
fn screens_hold_in_both_languages_widths_and_inks() {
    for lang in ["fr", "en"] {
        for width in [40, 80, 120] {
            for ink in [&[][..], &["--ascii"]] {
                let args = ["plan", "--week", "2026-W48", "--lang", lang];
                let rest = ["--calendar", "tests/data/team", "--now", MONDAY];
                let said = Run::new(&[&args[..], ink, &rest].concat()).width(width).go().stdout;
                for line in said.lines() {
                    assert!(columns(line) <= width, "{width} {lang}: {line}");
                }
                let decor = ["⚠", "…", "·", "\u{a0}", "\u{202f}"];
                let plain = decor.iter().all(|sign| !said.contains(sign));
                assert!(ink.is_empty() || plain, "{said}");
            }
        }
    }
}

/// Columns, near enough for these calendars: one a letter.
fn columns(line: &str) -> usize {
    line.chars().count()
}

#[test]
fn a_role_that_nobody_has_is_said_once() {
    let post = |id: &str, rest: &str| {
        format!("[[post]]\nid = \"{id}\"\ntitle = \"{id}\"\ndate = 2026-12-28\n{rest}\n")
    };
    let head = "[approval]\nmode = \"required\"\nroles = [\"editor\"]\n\n\
                [people.lea]\nname = \"Léa\"\nroles = [\"author\"]\n\n";
    let allow = "allow = [{ rule = \"nobody-to-approve\", why = \"read by the agency\" }]";
    let posts = [post("a", ""), post("b", ""), post("c", allow)].concat();
    let said = own(&format!("{head}{posts}"), &["check", "--lang", "en"], MONDAY);
    let lines: Vec<&str> =
        said.stdout.lines().filter(|line| line.contains("nobody-to-approve")).collect();
    assert_eq!(lines.len(), 1, "{said:?}");
    assert!(lines[0].contains("2 posts need an approval"), "{said:?}");
    assert!(said.stdout.contains("1 allowed"), "{said:?}");
}

#[test]
fn what_is_scheduled_is_carried_too() {
    let post = |id: &str, rest: &str| {
        format!(
            "[[post]]\nid = \"{id}\"\ntitle = \"{id}\"\ntext = \"A.\"\nauthor = \"lea\"\n\
             owner = \"lea\"\nmedia = [{{ url = \"https://a.example/a.jpg\", alt = \"A\" }}]\n{rest}\n"
        )
    };
    let head = "[people.lea]\nname = \"Léa\"\nper_week = 1\n\n";
    let lines = [
        head.to_owned(),
        post("queued", "at = 2026-11-25T12:00:00\nstatus = \"scheduled\""),
        post("planned", "date = 2026-11-27"),
        post("called-off", "date = 2026-11-26\nstatus = \"cancelled\""),
    ];
    let said = own(&lines.concat(), &["check", "--only", "overloaded", "--lang", "en"], MONDAY);
    let words = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Léa has 2 posts going out in week 48"), "{said:?}");
}
