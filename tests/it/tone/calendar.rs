//! Rules of tone in a calendar: where they run, the gate, their names, what stays as it was.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use crate::harness::{Run, Said};
use serde_json::Value;
use std::fs;
use std::path::Path;

const CALENDAR: &str = r#"posts = ["posts.toml"]
tone = "tone.toml"
mix = "mix.toml"

[calendar]
name = "Zyx"
timezone = "Europe/Paris"
lang = "fr"

[channels.linkedin]
network = "linkedin"

[channels.x]
network = "x"
"#;

const MIX: &str = "[pillars.promo]\nname = \"Promotion\"\n[pillars.vie]\nname = \"La vie\"\n";

fn folder(calendar: &str, tone: &str, posts: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(folder.path().join(".git")).expect("a test fixture");
    let calendar = format!("{CALENDAR}{calendar}");
    for (name, text) in [
        ("calendar.toml", &*calendar),
        ("tone.toml", tone),
        ("posts.toml", posts),
        ("mix.toml", MIX),
    ] {
        fs::write(folder.path().join(name), text).expect("a test fixture");
    }
    folder
}

fn run(folder: &Path, args: &[&str]) -> Said {
    Run::new(args).at(folder).go()
}

/// The findings of rules of tone: rule, line of the posts.
fn heard(folder: &Path) -> Vec<(String, u64)> {
    let said = run(folder, &["check", "--format", "json"]);
    let all: Value = serde_json::from_str(&said.stdout).expect("JSON");
    let all = all["findings"].as_array().expect("findings");
    let own = all.iter().filter_map(|finding| {
        let rule = finding["rule"].as_str()?.strip_prefix("tone.")?;
        Some((rule.to_owned(), finding["line"].as_u64()?))
    });
    own.collect()
}

fn at(lines: &[(&str, u64)]) -> Vec<(String, u64)> {
    lines.iter().map(|(rule, line)| ((*rule).to_owned(), *line)).collect()
}

#[test]
fn a_rule_for_a_pillar_leaves_posts_of_none_alone() {
    let tone = "[[rule]]\nid = \"promo\"\nkind = \"forbid\"\nterms = [\"soldes\"]\n\
                only = { pillars = [\"promo\"] }\n";
    let post = |id: &str, more: &str| {
        format!(
            "[[post]]\nid = \"{id}\"\ndate = 2026-11-26\nchannels = [\"x\"]\n{more}\n\
             text = \"Les soldes de {id}\"\n"
        )
    };
    let posts =
        [post("a", ""), post("b", "pillar = \"vie\""), post("c", "pillar = \"promo\"")].concat();
    let folder = folder("", tone, &posts);
    assert_eq!(heard(folder.path()), at(&[("promo", 18)]));
}

#[test]
fn a_gate_that_is_off_or_allowed_stops_nothing() {
    let tone = "gate = 95\n[[rule]]\nid = \"promo\"\nkind = \"forbid\"\nterms = [\"soldes\"]\n";
    let posts =
        "[[post]]\nid = \"a\"\ndate = 2026-11-26\nchannels = [\"x\"]\ntext = \"Les soldes\"\n";
    let code = |calendar: &str, allow: &str, args: &[&str]| {
        let folder = folder(calendar, tone, &format!("{posts}{allow}"));
        run(folder.path(), args).code
    };
    let post = ["tone", "--post", "a"];
    assert_eq!(code("", "", &post), 1);
    assert_eq!(code("\n[rules]\ntone.gate = \"off\"\n", "", &post), 0);
    let allow = "allow = [{ rule = \"tone.gate\", why = \"une fois\" }]\n";
    assert_eq!(code("", allow, &post), 0);
    assert_eq!(code("", allow, &["tone", "--text", "Les soldes"]), 1);
}

#[test]
fn a_file_with_two_marks_of_byte_order_keeps_both() {
    let tone =
        "[[rule]]\nid = \"lexique\"\nkind = \"replace\"\nswap = { \"mail\" = \"courriel\" }\n";
    let folder = folder("", tone, "");
    let file = folder.path().join("a.md");
    fs::write(&file, "\u{feff}\u{feff}Voici un mail\r\n").expect("a test fixture");
    let said = run(folder.path(), &["tone", "a.md", "--fix"]);
    assert_eq!(said.code, 0, "{said:?}");
    let text = fs::read_to_string(&file).expect("it is there");
    assert_eq!(text, "\u{feff}\u{feff}Voici un courriel\r\n");
}

#[test]
fn a_rule_has_no_name_of_a_setting_or_a_pack() {
    for id in ["address", "gate", "vocabulary", "fr-typo"] {
        let tone = format!("[[rule]]\nid = \"{id}\"\nkind = \"repeat\"\n");
        let folder = folder("", &tone, "");
        let said = run(folder.path(), &["check", "--format", "concise"]);
        assert!(said.code == 1 && said.stdout.contains("bad-id"), "{id}: {said:?}");
    }
}
