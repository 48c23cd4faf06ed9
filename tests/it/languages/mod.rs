//! Every screen speaks one language; [`failures`] say what to do, in both.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

mod failures;

use super::harness::{Run, Said, repository};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Words that are English and no French.
const ENGLISH: [&str; 33] = [
    "error",
    "errors",
    "warning",
    "warnings",
    "hint",
    "hints",
    "help",
    "suggested",
    "published",
    "fixed",
    "kept",
    "draft",
    "scheduled",
    "approved",
    "planned",
    "week",
    "weeks",
    "day",
    "days",
    "slot",
    "slots",
    "free",
    "the",
    "and",
    "is",
    "are",
    "of",
    "to",
    "with",
    "which",
    "file",
    "this",
    "no",
];

/// Words that are French and no English.
const FRENCH: [&str; 34] = [
    "erreur",
    "erreurs",
    "avertissement",
    "conseils",
    "aide",
    "réglage",
    "créneau",
    "créneaux",
    "semaine",
    "proposé",
    "publié",
    "brouillon",
    "programmé",
    "fixé",
    "jour",
    "jours",
    "canal",
    "le",
    "la",
    "les",
    "des",
    "une",
    "du",
    "avec",
    "dans",
    "est",
    "sont",
    "ou",
    "et",
    "pas",
    "fichier",
    "cette",
    "règle",
    "calendrier",
];

/// A calendar whose own words belong to no language, with a bit of everything.
const CALENDAR: &str = r#"[calendar]
name = "Zyx"
timezone = "Europe/Paris"
country = "FR"

[plan]
hours = { from = "08:00", to = "19:00" }
spacing = "30min"
alternate_pillars = "prefer"
presence = { after = "60min", by = "anyone", capacity = 2 }

[channels.linkedin]
network = "linkedin"
cadence = { per_week = { min = 3, max = 6 }, per_day = 1, gap = "20h" }
windows = [{ days = "tue-thu", from = "09:00", to = "10:30", score = 90 }]

[channels.newsletter]
network = "newsletter"
cadence = { per_week = { max = 1 } }

[people.quux]
name = "Quux"
duty = [{ days = "mon-fri", from = "08:00", to = "18:00" }]

[mix]
window = "28d"

[mix.pillars.zeta]
name = "Zeta"

[mix.pillars.iota]
name = "Iota"

[[mix.share]]
pillars = ["zeta"]
target = 50

[[mix.share]]
pillars = ["iota"]
target = 50

[[pause]]
from = 2026-11-27T00:00:00
to = 2026-11-28T00:00:00
reason = "Kwyjibo"

[[event]]
name = "Kwyj"
date = 2026-11-26
kind = "context"
effect = "opportunity"

[[post]]
id = "b1"
title = "Bxq 1"
channels = ["linkedin", "newsletter"]
pillar = "zeta"
date = "2026-W48"
status = "draft"
text = "Bxq [TODO]"

[[post]]
id = "b2"
title = "Bxq 2"
channels = ["newsletter"]
pillar = "zeta"
date = "2026-W48"

[[post]]
id = "b3"
title = "Bxq 3"
channels = ["linkedin"]
pillar = "iota"
at = 2026-11-24T12:00:00

[[post]]
id = "b4"
title = "Bxq 4"
channels = ["linkedin"]
pillar = "iota"
date = "2026-W48"
[post.on.linkedin]
slot = 2026-11-25T09:00:00

[[post]]
id = "b5"
title = "Bxq 5"
channels = ["linkedin"]
pillar = "iota"
date = 2026-11-27
"#;

/// A text of no language with an emoji, a link, and more letters than most networks take.
const LONG: &str = "Bxq 🎉 https://zyx.example/ é… @zyx@zyx.example Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj \
    Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj \
    Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj Kwyj";

/// `text` without what is not a sentence of ours: code, quotations, source lines.
fn sentences(text: &str) -> String {
    let own: Vec<&str> = text.lines().filter(|line| !is_source(line)).map(described).collect();
    let mut out = own.join("\n");
    for (open, close) in [('`', '`'), ('“', '”'), ('«', '»'), ('[', ']'), ('<', '>')] {
        out = without(&out, open, close);
    }
    out
}

/// What is said of a command in a list of commands, without its name.
fn described(line: &str) -> &str {
    let listed = line.strip_prefix("  ").filter(|rest| rest.starts_with(char::is_lowercase));
    listed.and_then(|rest| rest.split_once("  ")).map_or(line, |(_, said)| said)
}

/// A line of a file in a finding, or of an example: `439 │ status = …`, four spaces and TOML.
fn is_source(line: &str) -> bool {
    let after = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = after.len() < line.trim_start().len() && after.trim_start().starts_with('│');
    numbered || line.starts_with("    ")
}

fn without(text: &str, open: char, close: char) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(open) {
        out.push_str(before);
        match inside.split_once(close) {
            Some((_, after)) => rest = after,
            None => return out + inside,
        }
    }
    out + rest
}

/// The first word of `text` that is on the list.
fn foreign<'a>(text: &str, list: &[&'a str]) -> Option<&'a str> {
    let text = sentences(text).to_lowercase();
    // An option and its value, a command and its name are code even where a help screen sets them without backticks.
    let mut after_option = false;
    let words: Vec<String> = text
        .split_whitespace()
        .filter(|word| {
            let value =
                std::mem::replace(&mut after_option, word.starts_with("--") || *word == "edito");
            !value && !word.starts_with('-') && !word.contains(['/', '='])
        })
        .flat_map(|word| word.split(|c: char| !c.is_alphabetic() && c != '-'))
        .map(str::to_owned)
        .collect();
    list.iter().copied().find(|stop| words.iter().any(|word| word == stop))
}

fn assert_language(lang: &str, text: &str, what: &str) {
    let list = if lang == "fr" { &ENGLISH[..] } else { &FRENCH[..] };
    assert_eq!(foreign(text, list), None, "{lang} {what}:\n{text}");
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(folder.path().join(".git")).expect("a test fixture");
    fs::write(folder.path().join("calendar.toml"), CALENDAR).expect("a test fixture");
    folder
}

/// In both languages; stdin is nobody.
fn both(args: &[&str], at: &Path) -> [(&'static str, Said); 2] {
    ["fr", "en"].map(|lang| {
        let args: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
        (lang, Run::new(&args).at(at).width(100).go())
    })
}

#[test]
fn the_stop_lists_see_what_they_should() {
    assert_eq!(foreign("un warning ici", &ENGLISH), Some("warning"));
    assert_eq!(foreign("un `warning` « the » ici\n12 │ help = 1\n    the\n", &ENGLISH), None);
    assert_eq!(foreign("--fail-on warning", &ENGLISH), None);
    assert_eq!(foreign("Erreur: x", &FRENCH), Some("erreur"));
}

#[test]
fn screens_speak_one_language() {
    let folder = folder();
    for args in [
        &["plan"][..],
        &["plan", "--format", "markdown"],
        &["plan", "--month", "2026-11"],
        &["check"],
        &["check", "--fail-on", "hint"],
        &["why", "b1"],
        &["why", "b2"],
        &["why", "b3"],
        &["why", "b4"],
        &["why", "b5"],
        &["why", "b1", "--at", "2026-11-24T09:00"],
        &["why", "b2", "--at", "2026-11-25T18:40"],
        &["plan", "--reactive", "2026-11-24"],
        &["plan", "--reactive", "2026-11-27", "--format", "markdown"],
        &["plan", "--time-limit", "1h"],
        &["export", "ics"],
        &["export", "csv"],
        &["explain"],
        &["explain", "network"],
        &["count", "--text", LONG],
        &["count", "--text", LONG, "-n", "all"],
        &["count", "--text", LONG, "-n", "x,mastodon,telegram,youtube,bluesky"],
        &["count", "--text", "<", "-n", "youtube", "--title"],
        &["count", "--post", "b1"],
        &["tone", "--post", "b1"],
        &["tone", "--text", LONG],
        &["tone", "--text", LONG, "--pack", "fr-social", "--pack", "a11y-social"],
    ] {
        for (lang, said) in both(args, folder.path()) {
            assert!(said.code < 2 && !said.stdout.is_empty(), "{args:?}: {said:?}");
            let text: Vec<&str> = said.stdout.lines().filter(|line| !is_calendar(line)).collect();
            assert_language(lang, &text.join("\n"), &format!("{args:?}"));
            assert_language(lang, &said.stderr, &format!("{args:?}"));
        }
    }
}

/// A line of an ICS that is the same in every language.
fn is_calendar(line: &str) -> bool {
    ["STATUS:", "BEGIN:", "END:", "METHOD:", "PRODID:"].iter().any(|key| line.starts_with(key))
}

#[test]
fn help_speaks_one_language() {
    for command in [
        "",
        "init",
        "check",
        "plan",
        "verify",
        "why",
        "count",
        "tone",
        "explain",
        "export",
        "schema",
        "completions",
        "man",
    ] {
        let args: Vec<&str> = [command, "--help"].into_iter().filter(|a| !a.is_empty()).collect();
        for (lang, said) in both(&args, &repository()) {
            assert_eq!(said.code, 0, "{args:?}: {said:?}");
            assert!(!said.stdout.is_empty());
            // `help` is a command too.
            let text = said.stdout.replace("\n  help  ", "\n  ");
            assert_language(lang, &text, &format!("{args:?}"));
        }
    }
}

#[test]
fn the_page_of_every_rule_speaks_one_language() {
    let list = Run::new(&["explain"]).go().stdout;
    let ids = list.lines().filter_map(|line| line.strip_prefix("  "));
    let ids: Vec<&str> = ids
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split_once(" (").map(|(id, _)| id))
        .collect();
    assert!(ids.len() > 50, "{list}");
    for id in ids {
        for (lang, said) in both(&["explain", id], &repository()) {
            assert_eq!(said.code, 0, "{id}: {said:?}");
            assert_language(lang, &said.stdout, id);
        }
    }
}

#[test]
fn the_page_of_every_network_speaks_one_language() {
    for network in edito::networks::all() {
        for (lang, said) in both(&["explain", "network", network.key], &repository()) {
            assert_eq!(said.code, 0, "{}: {said:?}", network.key);
            // Citations are the same in both.
            let cited = |line: &&str| !network.sources.iter().any(|s| line.contains(s.as_str()));
            let text: Vec<&str> = said.stdout.lines().filter(cited).collect();
            assert_language(lang, &text.join("\n"), network.key);
        }
    }
}

#[test]
fn the_sentences_of_every_finding_speak_one_language() {
    let mut seen = 0;
    for path in calendars(&repository().join("tests/rules")) {
        let path = path.to_str().expect("a test fixture");
        for (lang, said) in both(&["check", "--format", "json", "--calendar", path], &repository())
        {
            for finding in said.stdout.lines().flat_map(findings) {
                seen += 1;
                for key in ["message", "help"] {
                    let text = finding[key].as_str().unwrap_or_default();
                    assert_language(lang, text, &format!("{path} {}", finding["rule"]));
                }
            }
        }
    }
    assert!(seen > 200, "only {seen} findings");
}

fn findings(line: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(line).expect("check says JSON");
    value["findings"].as_array().expect("a list").clone()
}

/// Every calendar that shows a rule: `RULE/bad.toml`.
fn calendars(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a test fixture");
    let all = entries.map(|entry| entry.expect("a test fixture").path().join("bad.toml"));
    let mut paths: Vec<PathBuf> = all.filter(|path| path.is_file()).collect();
    paths.sort();
    paths
}
