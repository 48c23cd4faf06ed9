//! `mix`: what is counted, what is written, and how it ends.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said, repository};
use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const NOW: &str = "2026-11-21T10:00:00+01:00";
const HEAD: &str = "[calendar]\nname = \"Halle\"\ntimezone = \"Europe/Paris\"\n\n\
    [channels.insta]\nnetwork = \"instagram\"\ncadence = { per_week = { max = 20 } }\n";

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(folder.path().join(".git")).expect("a test fixture");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a test fixture");
    }
    folder
}

fn at(folder: &Path, args: &[&str]) -> Said {
    let all = [&["mix"], args, &["--now", NOW]].concat();
    Run::new(&all).at(folder).go()
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("a file")
}

fn object(said: &Said) -> Value {
    assert_eq!(said.code, 0, "{}{}", said.stdout, said.stderr);
    serde_json::from_str(&said.stdout).expect("JSON")
}

/// So many posts of a pillar, around 20 November, those before that day published.
fn posts(pillar: &str, many: usize, out: usize) -> String {
    (0..many).fold(String::new(), |mut text, i| {
        let status = if i < out { "status = \"published\"\n" } else { "" };
        let day = 21 - out + i;
        let _ = write!(
            text,
            "\n[[post]]\nid = \"{pillar}-{i}\"\ntitle = \"T\"\nchannels = [\"insta\"]\n\
             pillar = \"{pillar}\"\nat = 2026-11-{day:02}T{:02}:00:00\n{status}",
            9 + pillar.len() % 9
        );
        text
    })
}

const EIGHTY: &str = "\n[mix]\nwindow = \"month\"\npreset = \"80/20\"\n\n[mix.pillars.atelier]\n\
    name = \"L’atelier\"\ngroup = \"value\"\n\n[mix.pillars.boutique]\ngroup = \"promo\"\n\n\
    [[mix.quota]]\npillars = [\"boutique\"]\nat_most = 9\nper = \"month\"\n";

#[test]
fn shares_of_a_preset_are_counted_and_what_is_missing_is_said() {
    let calendar = format!("{HEAD}{EIGHTY}{}{}", posts("atelier", 8, 3), posts("boutique", 4, 1));
    let folder = folder(&[("calendar.toml", &calendar)]);
    let mix = object(&at(folder.path(), &["--format", "json"]));
    assert_eq!((&mix["format"], &mix["preset"]), (&"edito-mix/1".into(), &"80/20".into()));
    let promo = &mix["mix"][1];
    let expected = serde_json::json!({
        "pillars": ["boutique"], "formats": [], "name": null, "group": "promo",
        "bound": "target", "target": 20, "planned": 3, "published": 1, "of": 12,
        "judgement": "over", "from": "2026-11-01", "to": "2026-11-30", "channel": null,
        "campaign": null,
    });
    assert_eq!(promo, &expected);
    // 4 of 16 are 4 − 3.2 posts too many: less than one.
    let steps = serde_json::json!([{"pillar": "atelier", "format": null, "count": 4}]);
    assert_eq!((&mix["next"][0]["posts"], &mix["next"][0]["of"]), (&steps, &16.into()));
    assert_eq!(mix["next"][0]["unmet"], serde_json::json!([]));
    assert_eq!((&mix["quotas"][0]["count"], &mix["quotas"][0]["left"]), (&4.into(), &5.into()));
    for (lang, said) in [
        ("fr", "À écrire ensuite\u{a0}: 4\u{a0}×\u{a0}L’atelier"),
        ("en", "To write next: 4\u{a0}×\u{a0}"),
    ] {
        let human = at(folder.path(), &["--lang", lang]);
        assert!(human.code == 0 && human.stdout.contains(said), "{}", human.stdout);
        assert!(human.stdout.lines().all(|line| line.chars().count() <= 80), "{}", human.stdout);
    }
    let ascii = at(folder.path(), &["--lang", "en", "--ascii"]).stdout;
    let drawn = ascii.replace('’', "'");
    assert!(drawn.is_ascii(), "{ascii}");
}

#[test]
fn nothing_overflows_in_any_language_or_width() {
    let museum = repository();
    for lang in ["fr", "en"] {
        for width in [36, 50, 80, 120] {
            let args = ["mix", "--calendar", "calendar.example.toml", "--now", NOW, "--lang", lang];
            let said = Run::new(&args).at(&museum).width(width).go();
            assert_eq!(said.code, 0, "{}", said.stderr);
            let wide = said.stdout.lines().filter(|line| line.chars().count() > width);
            assert_eq!(wide.collect::<Vec<_>>(), Vec::<&str>::new(), "{width}");
        }
    }
}

#[test]
fn days_that_are_over_ask_for_nothing() {
    let calendar = format!("{HEAD}{EIGHTY}{}", posts("boutique", 12, 12));
    let folder = folder(&[("calendar.toml", &calendar)]);
    let span = ["--from", "2026-11-01", "--to", "2026-11-20"];
    let said = at(folder.path(), &[&span[..], &["--lang", "en"]].concat());
    assert!(said.stdout.contains("To write next: these days are over"), "{}", said.stdout);
    let mix = object(&at(folder.path(), &[&span[..], &["--format", "json"]].concat()));
    assert_eq!(mix["next"][0]["posts"], serde_json::json!([]));
    assert_eq!(mix["next"][0]["unmet"][1]["group"], "promo");
    // Without a year they are those that were, not next year's.
    for span in [&["--from", "1/11", "--to", "20/11"][..], &["--month", "october"]] {
        let said = at(folder.path(), &[span, &["--lang", "en"]].concat());
        assert!(said.stdout.contains("2026") && !said.stdout.contains("2027"), "{}", said.stdout);
    }
}

#[test]
fn too_few_are_counted_and_not_judged() {
    let folder =
        folder(&[("calendar.toml", &format!("{HEAD}{EIGHTY}{}", posts("boutique", 3, 0)))]);
    let said = at(folder.path(), &["--lang", "en"]);
    assert!(said.stdout.contains("3 posts") && said.stdout.contains("too few to say"));
    let mix = object(&at(folder.path(), &["--format", "json"]));
    assert_eq!(mix["mix"][0]["judgement"], "too-few");
    assert_ne!(mix["next"][0]["posts"], serde_json::json!([]));
}

#[test]
fn a_file_is_written_in_the_form_of_its_name() {
    let folder = folder(&[("calendar.toml", &format!("{HEAD}{EIGHTY}"))]);
    let said = at(folder.path(), &["-o", "mix.md", "--lang", "fr"]);
    assert_eq!((said.code, said.stdout.as_str()), (0, ""));
    assert!(text(folder.path(), "mix.md").starts_with("# Halle · mix éditorial"));
    assert_eq!(at(folder.path(), &["-o", "mix.ics"]).code, 2);
    assert_eq!(at(folder.path(), &["-o", "mix.md", "--format", "json"]).code, 2);
}

#[test]
fn hostile_names_are_harmless() {
    let mix = EIGHTY.replace(
        "[mix.pillars.boutique]",
        "[mix.pillars.boutique]\nname = \"\\u001b[31mA|b <img> \\u202e\"",
    );
    let folder = folder(&[("calendar.toml", &format!("{HEAD}{mix}{}", posts("atelier", 11, 1)))]);
    let human = at(folder.path(), &["--color", "never"]).stdout;
    assert!(!human.contains('\u{1b}') && !human.contains('\u{202e}'), "{human}");
    let markdown = at(folder.path(), &["--format", "markdown"]).stdout;
    assert!(!markdown.contains("<img>") && markdown.contains("A\\|b"), "{markdown}");
}

#[test]
fn a_preset_is_written_and_nothing_else_changes() {
    let mix = "# Notre mix\n\nwindow = \"28d\"   # quatre semaines\n\n[pillars]\nveille = {}\n\
        coups = { name = \"Coups de cœur\" }\nboutique.name = 'Boutique'\n\n[[share]]\n\
        pillars = [\"boutique\"]\nat_most = 15\n";
    let calendar = format!("mix = \"mix.toml\"\n{HEAD}");
    let folder = folder(&[("calendar.toml", &calendar), ("mix.toml", mix)]);
    let args = [
        "--preset",
        "4-1-1",
        "--map",
        "veille=curated",
        "--map",
        "coups=repost",
        "--map",
        "boutique=promo",
        "--lang",
        "fr",
    ];
    let said = at(folder.path(), &args);
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(said.stdout.contains("curated (66,7\u{202f}%)\u{a0}: veille"), "{}", said.stdout);
    let expected = mix
        .replace("window", "preset = \"4-1-1\"\nwindow")
        .replace("veille = {}", "veille = { group = \"curated\" }")
        .replace("{ name", "{ group = \"repost\", name")
        .replace("boutique.name", "boutique.group = \"promo\"\nboutique.name");
    assert_eq!(text(folder.path(), "mix.toml"), expected);
    assert_eq!(text(folder.path(), "calendar.toml"), calendar);
    // Again, with nobody to ask: everything is known by now.
    let again = at(folder.path(), &["--preset", "4/1/1", "--lang", "en"]);
    assert!(again.code == 0 && again.stdout.contains("nothing to change"), "{}", again.stderr);
    assert_eq!(text(folder.path(), "mix.toml"), expected);
    let check = Run::new(&["check", "--now", NOW]).at(folder.path()).go();
    let map = ["--map", "veille=value", "--map", "coups=value", "--map", "boutique=promo"];
    let other = at(folder.path(), &[&["--preset", "80/20", "--lang", "en"], &map[..]].concat());
    assert!(other.stdout.contains("It replaces 4-1-1."), "{}{}", other.stdout, other.stderr);
    assert!(other.stdout.lines().all(|line| line.chars().count() <= 80), "{}", other.stdout);
    assert!(!check.stdout.contains("group"), "{}", check.stdout);
}

#[test]
fn what_is_missing_is_named_and_nothing_is_written() {
    let calendar = format!("{HEAD}\n[mix.pillars.veille]\n[mix.pillars.boutique]\n");
    let folder = folder(&[("calendar.toml", &calendar)]);
    for (args, said) in [
        (
            &["--preset", "80/20"][..],
            "give `--map veille=…` and `--map boutique=…`, each with `value` or `promo`",
        ),
        (
            &["--preset", "80/20", "--map", "veille=value"],
            "give `--map boutique=…`, with `value` or",
        ),
        (&["--preset", "80/20", "--map", "veille=value", "--map", "veille=promo"], "two groups"),
        (&["--preset", "4-1-2"], "`4-1-1`, which has 6 parts?"),
        (&["--preset", "70-20-10"], "which one?"),
        (&["--preset", "5-3-1"], "adds up to 9, not to 10"),
        (&["--preset", "50/30/30"], "adds up to 110, not to 100"),
        (&["--preset", "thirdz"], "`thirds`"),
        (&["--preset", "80/20", "--map", "veile=value"], "`veille`"),
        (&["--preset", "80/20", "--map", "veille=valeu"], "`value`"),
        (&["--preset", "80/20", "--map", "veille"], "which group"),
        (&["--preset", "80/20", "--format", "json"], "--format"),
        (&["--map", "veille=value"], "--preset"),
    ] {
        let reply = at(folder.path(), &[args, &["--lang", "en"]].concat());
        assert!(reply.code == 2 && reply.stderr.contains(said), "{args:?}: {}", reply.stderr);
        assert_eq!(text(folder.path(), "calendar.toml"), calendar);
    }
    let own = format!("{calendar}[[mix.share]]\npillars = [\"boutique\"]\ntarget = 20\n");
    fs::write(folder.path().join("calendar.toml"), &own).expect("a test fixture");
    let reply = at(folder.path(), &["--preset", "80/20", "--lang", "en"]);
    assert!(reply.code == 2 && reply.stderr.contains("line 11"), "{}", reply.stderr);
}

#[test]
fn a_calendar_without_pillars_gets_those_of_the_preset() {
    let folder = folder(&[("calendar.toml", HEAD)]);
    let said = at(folder.path(), &["--lang", "en"]);
    assert!(said.code == 0 && said.stdout.contains("edito mix --preset"), "{}", said.stdout);
    let said = at(folder.path(), &["--preset", "hero hub help", "--lang", "en"]);
    assert!(
        said.stdout.contains("hero (at most 2 a year): hero"),
        "{}{}",
        said.stdout,
        said.stderr
    );
    let calendar = text(folder.path(), "calendar.toml");
    assert!(calendar.starts_with(HEAD) && calendar.contains("[mix.pillars.hub]"), "{calendar}");
    let mix = object(&at(folder.path(), &["--format", "json"]));
    assert_eq!(
        (&mix["mix"][0]["group"], &mix["quotas"][0]["per"]),
        (&"hub".into(), &"year".into())
    );
    // A mistaken name in the file is mended by taking another.
    let wrong = calendar.replace("\"hero-hub-help\"", "\"5-3-1\"");
    fs::write(folder.path().join("calendar.toml"), wrong).expect("a test fixture");
    assert_eq!(at(folder.path(), &[]).code, 1);
    let map = ["--map", "hero=promo", "--map", "hub=curated", "--map", "help=personal"];
    let said = at(folder.path(), &[&["--preset", "thirds"], &map[..]].concat());
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(text(folder.path(), "calendar.toml").contains("preset = \"thirds\""));
}

#[test]
fn several_calendars_are_shown_one_after_the_other_and_a_preset_is_for_one() {
    let one = folder(&[("calendar.toml", &format!("{HEAD}{EIGHTY}"))]);
    let two = folder(&[("calendar.toml", &format!("{HEAD}{EIGHTY}"))]);
    let paths = [one.path(), two.path()].map(|path| path.to_string_lossy().into_owned());
    let both = ["--calendar", &paths[0], "--calendar", &paths[1]];
    let said = at(one.path(), &[&both[..], &["--format", "json"]].concat());
    assert_eq!((said.code, said.stdout.lines().count()), (0, 2), "{}", said.stderr);
    let said = at(one.path(), &[&both[..], &["--preset", "thirds", "--lang", "en"]].concat());
    assert!(said.code == 2 && said.stderr.contains("--calendar"), "{}", said.stderr);
}
