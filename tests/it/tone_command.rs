//! `tone`, the gate, `--fix` and `--diff`: what is heard, what is corrected, what stays as it was.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const TONE: &str = r#"gate = 90

[[rule]]
id = "superlatifs"
kind = "forbid"
terms = ["incontournable"]

[[rule]]
id = "lexique"
kind = "replace"
[rule.swap]
"digital" = "numérique"
"mail" = "courriel"
"#;

const CALENDAR: &str = r#"tone = "tone.toml"
posts = ["posts.toml"]

[calendar]
name = "Zyx"
timezone = "Europe/Paris"
lang = "fr"

[channels.linkedin]
network = "linkedin"

[channels.x]
network = "x"
"#;

const POSTS: &str = "\u{feff}# Les publications\r\n[[post]]\r\nid = \"a\" # la première\r\ndate = 2026-11-26\r\n\
    status = \"review\"\r\nchannels = [\"linkedin\", \"x\"]\r\n\
    text = \"\"\"\r\nUn guide digital, incontournable.\r\n\tUn \\u00e9cran digital aussi…\"\"\"   # fin\r\n\r\n\
    [[post]]\r\nid = \"b\"\r\ndate = 2026-11-27\r\nchannels = [\"x\"]\r\ntext_file = \"b.md\"\r\n\r\n\
    [[post]]\r\nid = \"c\"\r\ndate = 2026-11-28\r\nstatus = \"approved\"\r\nchannels = [\"x\"]\r\n\
    text = 'Un projet digital'\r\n";

const B: &str = "Un accueil digital # et un mail\r\n\r\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(folder.path().join(".git")).expect("a test fixture");
    for (name, text) in
        [("calendar.toml", CALENDAR), ("tone.toml", TONE), ("posts.toml", POSTS), ("b.md", B)]
    {
        fs::write(folder.path().join(name), text).expect("a test fixture");
    }
    folder
}

fn run(folder: &Path, args: &[&str]) -> Said {
    Run::new(args).at(folder).go()
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("it is there")
}

fn json(said: &Said) -> Vec<Value> {
    said.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The real program, with this on stdin: its stdout to the byte.
fn piped(folder: &Path, args: &[&str], input: &[u8]) -> (Vec<u8>, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_edito"))
        .args(args)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    child.stdin.take().expect("a pipe").write_all(input).expect("it reads");
    let done = child.wait_with_output().expect("it ends");
    (done.stdout, done.status.code())
}

#[test]
fn a_text_is_heard_scored_and_held_to_the_gate() {
    let folder = folder();
    let said =
        run(folder.path(), &["tone", "--text", "Un lieu incontournable", "--format", "json"]);
    let heard = &json(&said)[0];
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!((heard["score"].as_u64(), heard["passes"].as_bool()), (Some(92), Some(true)));
    assert_eq!((&heard["format"], &heard["gate"]), (&"edito-tone/1".into(), &90.into()));
    assert_eq!(heard["parts"][0], serde_json::json!({ "part": "words", "lost": 8 }));
    assert_eq!(heard["findings"][0]["rule"], "tone.superlatifs");
    assert_eq!(
        (heard["findings"][0]["column"].as_u64(), heard["lang"].as_str()),
        (Some(9), Some("fr"))
    );
    let strict = ["tone", "--text", "Un lieu incontournable", "--fail-on", "warning"];
    assert_eq!(run(folder.path(), &strict).code, 1);
    let low = run(folder.path(), &["tone", "--text", "Un mail digital", "--lang", "fr"]);
    assert_eq!(low.code, 1, "{low:?}");
    for said in ["note 84 / 100", "sous le seuil de 90", "lexique ×2", "`--fix`"] {
        assert!(low.stdout.contains(said), "{said}: {}", low.stdout);
    }
    let fine = run(folder.path(), &["tone", "--text", "Un lieu", "--lang", "en"]);
    assert_eq!((fine.code, fine.stdout.lines().count()), (0, 1), "{fine:?}");
}

#[test]
fn a_signature_that_is_typed_is_no_last_word() {
    let folder = folder();
    let tone = "signature = \"L’équipe\"\n\n[[rule]]\nid = \"fin\"\nkind = \"emoji\"\nposition = \"end\"\n";
    fs::write(folder.path().join("tone.toml"), tone).expect("a test fixture");
    for (text, found) in [("On court 🏃 L'équipe", 0), ("On court 🏃 ce soir. L’équipe", 1)]
    {
        let said = run(folder.path(), &["tone", "--text", text, "--format", "json"]);
        assert_eq!(json(&said)[0]["findings"].as_array().map(Vec::len), Some(found), "{text}");
    }
}

#[test]
fn levels_of_the_calendar_hold_for_a_text() {
    let folder = folder();
    let strict =
        format!("{CALENDAR}\n[rules]\ntone.superlatifs = \"error\"\ntone.lexique = \"off\"\n");
    fs::write(folder.path().join("calendar.toml"), strict).expect("a test fixture");
    let said =
        run(folder.path(), &["tone", "--text", "digital incontournable", "--format", "json"]);
    let heard = &json(&said)[0];
    assert_eq!((said.code, heard["score"].as_u64()), (1, Some(80)));
    assert_eq!(heard["findings"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_rule_for_one_channel_waits_for_it() {
    let folder = folder();
    let rule = "\n[[rule]]\nid = \"sobre\"\nkind = \"forbid\"\nterms = [\"lieu\"]\n\
                only = { channels = [\"linkedin\"] }\n";
    fs::write(folder.path().join("tone.toml"), format!("{TONE}{rule}")).expect("a test fixture");
    let rules = |more: &[&str]| {
        let args = ["tone", "--text", "Un lieu", "--format", "json"];
        let said = run(folder.path(), &[&args[..], more].concat());
        json(&said)[0]["findings"].as_array().map(Vec::len)
    };
    assert_eq!(rules(&[]), Some(0));
    assert_eq!(rules(&["-n", "x"]), Some(0));
    assert_eq!(rules(&["-n", "linkedin"]), Some(1));
    let told = run(folder.path(), &["tone", "--text", "Un lieu", "--lang", "en"]);
    assert!(told.stdout.contains("1 rule for some channels alone was not tried"), "{told:?}");
}

#[test]
fn a_post_is_heard_channel_by_channel_and_told_once() {
    let folder = folder();
    let said = run(folder.path(), &["tone", "--post", "a", "--format", "json"]);
    let channels: Vec<Value> = json(&said).iter().map(|one| one["channel"].clone()).collect();
    assert_eq!(channels, ["linkedin", "x"]);
    let said = run(folder.path(), &["tone", "--post", "a", "--lang", "en"]);
    assert_eq!(said.stdout.matches("linkedin and x, score 76 / 100").count(), 1, "{said:?}");
    let said = run(folder.path(), &["tone", "--post", "c@x", "--lang", "en"]);
    assert!(!said.stdout.contains("--fix"), "an approved post is left alone: {said:?}");
}

#[test]
fn the_gate_is_a_finding_of_check() {
    let folder = folder();
    let gate = |extra: &str| {
        let posts =
            POSTS.replace("id = \"a\" # la première\r\n", &format!("id = \"a\"\r\n{extra}"));
        fs::write(folder.path().join("posts.toml"), posts).expect("a test fixture");
        let said = run(folder.path(), &["check", "--only", "tone.gate", "--format", "json"]);
        json(&said)[0]["findings"].as_array().cloned().unwrap_or_default()
    };
    let found = gate("");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!((&found[0]["post"], &found[0]["level"]), (&"a".into(), &"error".into()));
    assert_eq!((&found[1]["post"], &found[1]["level"]), (&"b".into(), &"warning".into()));
    let allowed = "allow = [{ rule = \"tone.lexique\", why = \"essai\" }]\r\n";
    assert_eq!(gate(allowed).len(), 1, "what is allowed costs nothing");
    let on_x = "allow = [{ rule = \"tone.lexique\", why = \"essai\", channel = \"x\" }]\r\n";
    assert_eq!(gate(on_x)[0]["channel"], "linkedin");
    let off = format!("{CALENDAR}\n[rules]\ntone.lexique = \"off\"\n");
    fs::write(folder.path().join("calendar.toml"), off).expect("a test fixture");
    assert_eq!(gate(""), Vec::<Value>::new(), "what is off costs nothing");
}

#[test]
fn check_corrects_files_and_keeps_every_other_byte() {
    let folder = folder();
    let said = run(folder.path(), &["check", "--fix", "--lang", "en", "--only", "tone.lexique"]);
    let posts = POSTS.replacen("guide digital", "guide numérique", 1);
    let posts = posts.replacen("\\u00e9cran digital", "\\u00e9cran numérique", 1);
    assert_eq!(read(folder.path(), "posts.toml"), posts);
    assert_eq!(read(folder.path(), "b.md"), "Un accueil numérique # et un courriel\r\n\r\n");
    assert_eq!(read(folder.path(), "tone.toml"), TONE);
    assert!(said.stderr.contains("2 corrections in posts.toml"), "{said:?}");
    assert!(said.stderr.contains("2 corrections in b.md"), "{said:?}");
    assert!(said.stderr.contains("1 post left alone, already approved: `c`"), "{said:?}");
    assert!(said.stdout.contains("posts.toml:22:"), "what is left is shown: {said:?}");
    let again = run(folder.path(), &["check", "--fix", "--lang", "fr"]);
    assert!(again.stderr.starts_with("rien à corriger\n"), "{again:?}");
    assert_eq!(read(folder.path(), "posts.toml"), posts);
}

#[test]
fn a_first_approval_is_enough_to_be_left_alone() {
    let folder = folder();
    let signed = "approval = [{ by = \"zoe\", on = 2026-11-20, seal = \"sha256:0\" }]\r\nchannels = [\"linkedin";
    let posts = POSTS.replace("channels = [\"linkedin", signed);
    fs::write(folder.path().join("posts.toml"), &posts).expect("a test fixture");
    let people = format!("{CALENDAR}\n[people.zoe]\nname = \"Zoé\"\n");
    fs::write(folder.path().join("calendar.toml"), people).expect("a test fixture");
    let said = run(folder.path(), &["check", "--fix", "--lang", "en"]);
    assert!(said.stderr.contains("2 posts left alone, already approved: `a` and `c`"), "{said:?}");
    assert_eq!(read(folder.path(), "posts.toml"), posts);
}

#[test]
fn the_mend_is_in_the_json_of_check() {
    let folder = folder();
    let said = run(folder.path(), &["check", "--only", "tone.lexique", "--format", "json"]);
    let findings = json(&said)[0]["findings"].as_array().cloned().unwrap_or_default();
    let mend = |file: &str| {
        let found = findings.iter().find(|one| one["file"] == file).expect("a finding");
        let at = |key: &str| usize::try_from(found["fix"][key].as_u64().expect("bytes")).unwrap();
        (at("start_byte")..at("end_byte"), found["fix"]["text"].as_str().map(str::to_owned))
    };
    for (file, text) in [("posts.toml", POSTS), ("b.md", B)] {
        let (range, new) = mend(file);
        assert_eq!((&text[range], new.as_deref()), ("digital", Some("numérique")), "{file}");
    }
}

#[test]
fn a_diff_changes_nothing_and_says_so_by_its_code() {
    let folder = folder();
    let said = run(folder.path(), &["check", "--diff"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.stdout.contains("--- a/b.md\n+++ b/b.md\n@@ -1,2 +1,2 @@\n"), "{}", said.stdout);
    assert!(said.stdout.contains("+Un accueil numérique # et un courriel"), "{}", said.stdout);
    assert!(!said.stdout.contains("Un projet"), "approved posts are left alone");
    assert_eq!(read(folder.path(), "b.md"), B);
    assert_eq!(run(folder.path(), &["check", "--diff", "--exit-zero"]).code, 0);
    run(folder.path(), &["check", "--fix"]);
    let none = run(folder.path(), &["check", "--diff"]);
    assert_eq!((none.code, none.stdout.as_str()), (0, ""));
}

#[test]
fn a_file_of_words_is_corrected_in_place() {
    let folder = folder();
    let path = folder.path().join("t.txt");
    fs::write(&path, "\u{feff}Un mail\r\n\r\n  et rien\u{a0}! \n").expect("a test fixture");
    let shown = run(folder.path(), &["tone", "t.txt", "--diff"]);
    assert_eq!(shown.code, 1, "{shown:?}");
    let said = run(folder.path(), &["tone", "t.txt", "--fix", "--lang", "en"]);
    assert_eq!((said.code, said.stderr.as_str()), (0, "1 correction in t.txt\n"), "{said:?}");
    let mended = "\u{feff}Un courriel\r\n\r\n  et rien\u{a0}! \n";
    assert_eq!(read(folder.path(), "t.txt"), mended);
    run(folder.path(), &["tone", "t.txt", "--fix"]);
    assert_eq!(read(folder.path(), "t.txt"), mended);
    assert_eq!(run(folder.path(), &["tone", "t.txt", "--diff"]).code, 0);
}

#[test]
fn a_piped_text_comes_out_corrected_to_the_byte() {
    let folder = folder();
    let text = "Un mail \u{1b}[31m digital\r\n\r\n";
    let (out, code) = piped(folder.path(), &["tone", "--fix"], text.as_bytes());
    assert_eq!(String::from_utf8_lossy(&out), "Un courriel \u{1b}[31m numérique\r\n\r\n");
    assert_eq!(code, Some(0));
    let (out, _) = piped(folder.path(), &["tone", "-", "--diff"], text.as_bytes());
    let diff = String::from_utf8_lossy(&out);
    assert!(
        diff.contains("--- stdin\n") && diff.contains("-Un mail \u{1b}[31m digital\r\n"),
        "{diff}"
    );
}

#[test]
fn what_is_no_text_is_refused_with_the_way_out() {
    let folder = folder();
    for (args, said) in [
        (&["tone", "tone.toml"][..], "edito check"),
        (&["tone", "--text", " "], "--text"),
        (&["tone", "--text", "a", "-n", "linkdin"], "`linkedin`"),
        (&["tone", "--text", "a", "--pack", "fr-typ"], "`fr-typo`"),
        (&["tone", "--text", "a", "--calendar", ".", "--calendar", "."], "--calendar"),
    ] {
        for lang in ["fr", "en"] {
            let args: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
            let answer = run(folder.path(), &args);
            assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{args:?}");
            assert!(answer.stderr.contains(said), "{args:?}: {}", answer.stderr);
        }
    }
    let nowhere = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(nowhere.path().join(".git")).expect("a test fixture");
    let alone = run(nowhere.path(), &["tone", "--text", "a"]);
    assert!(alone.code == 2 && alone.stderr.contains("--pack"), "{alone:?}");
    let packed = run(nowhere.path(), &["tone", "--text", "a", "--pack", "fr-typo"]);
    assert_eq!(packed.code, 0, "{packed:?}");
}

#[test]
fn examples_of_rules_are_tried() {
    let folder = folder();
    assert_eq!(run(folder.path(), &["tone", "--test"]).code, 0);
    let rule = "\n[[rule]]\nid = \"lieu\"\nkind = \"forbid\"\nterms = [\"lieu\"]\n\
                good = [\"Un lieu\", \"Une salle\"]\nbad = [\"Deux lieux\", \"Trois salles\"]\n";
    fs::write(folder.path().join("tone.toml"), format!("{TONE}{rule}")).expect("a test fixture");
    let said = run(folder.path(), &["tone", "--test", "--format", "json"]);
    let found = json(&said)[0]["findings"].as_array().cloned().unwrap_or_default();
    let lines: Vec<(Option<u64>, Option<u64>)> =
        found.iter().map(|one| (one["line"].as_u64(), one["column"].as_u64())).collect();
    assert_eq!(
        (said.code, lines),
        (1, vec![(Some(19), Some(13)), (Some(20), Some(22))]),
        "{found:?}"
    );
    let told = run(folder.path(), &["tone", "--test", "--lang", "en"]);
    assert!(told.stdout.ends_with("2 of 4 examples not as said\n"), "{told:?}");
}

#[test]
fn every_pack_tells_its_examples_apart() {
    let folder = folder();
    for pack in &edito::load::PACKS {
        let said = run(folder.path(), &["tone", "--test", "--pack", pack.name]);
        assert_eq!(said.code, 0, "{}: {said:?}", pack.name);
    }
}

#[test]
fn a_pack_is_printed_as_it_is() {
    let folder = folder();
    let said = run(folder.path(), &["tone", "--print-pack", "fr-typo"]);
    assert_eq!(
        (said.code, said.stdout.as_str()),
        (0, include_str!("../../data/tone/fr-typo.toml"))
    );
}

#[test]
fn a_file_to_write_to_is_obeyed_and_the_text_stays() {
    let folder = folder();
    let at = folder.path();
    fs::write(at.join("a.txt"), "Un mail\r\n").expect("a test fixture");
    let said = run(at, &["tone", "a.txt", "--fix", "-o", "b.txt", "--lang", "en"]);
    assert_eq!((said.code, said.stderr.as_str()), (0, "1 correction in b.txt\n"), "{said:?}");
    assert_eq!(
        (read(at, "a.txt"), read(at, "b.txt")),
        ("Un mail\r\n".into(), "Un courriel\r\n".into())
    );
    let report = run(at, &["tone", "a.txt", "-o", "r.json"]);
    assert_eq!((report.code, report.stdout.as_str()), (0, ""), "{report:?}");
    assert!(read(at, "r.json").starts_with("{\"format\":\"edito-tone/1\""));
    run(at, &["tone", "a.txt", "--diff", "-o", "d.patch"]);
    assert!(read(at, "d.patch").starts_with("--- a/a.txt\n+++ b/a.txt\n"));
    run(at, &["tone", "--print-pack", "fr-typo", "-o", "p.toml"]);
    assert_eq!(read(at, "p.toml"), include_str!("../../data/tone/fr-typo.toml"));
    run(at, &["tone", "--test", "-o", "t.json"]);
    assert!(read(at, "t.json").starts_with("{\"format\":\"edito-check/1\""));
    run(at, &["tone", "--post", "a", "-o", "post.txt"]);
    assert!(read(at, "post.txt").contains("sous le seuil de 90"));
    for args in [
        &["tone", "a.txt", "-o", "a.txt", "--format", "human"][..],
        &["tone", "a.txt", "-o", "posts.toml", "--format", "human"],
        &["tone", "a.txt", "--fix", "-o", "posts.toml"],
        &["tone", "--print-pack", "fr-typo", "-o", "tone.toml"],
        &["tone", "a.txt", "-o", "report"],
    ] {
        assert_eq!(run(at, args).code, 2, "{args:?}");
    }
    assert_eq!(
        (read(at, "a.txt").as_str(), read(at, "posts.toml").as_str()),
        ("Un mail\r\n", POSTS)
    );
    assert_eq!(read(at, "tone.toml"), TONE);
    run(at, &["tone", "a.txt", "--fix", "-o", "a.txt"]);
    assert_eq!(read(at, "a.txt"), "Un courriel\r\n");
}

#[test]
fn a_report_and_a_corrected_text_do_not_share_stdout() {
    let folder = folder();
    let both = ["tone", "--fix", "--text", "Un mail", "--format", "json", "--lang", "en"];
    let said = run(folder.path(), &both);
    assert!(
        said.code == 2 && said.stdout.is_empty() && said.stderr.contains("-o FILE"),
        "{said:?}"
    );
    let said = run(folder.path(), &[&both[..], &["-o", "b.txt"]].concat());
    assert_eq!((said.code, json(&said)[0]["score"].as_u64()), (0, Some(100)), "{said:?}");
    assert_eq!(read(folder.path(), "b.txt"), "Un courriel");
}

#[test]
fn posts_are_corrected_by_check() {
    let folder = folder();
    for option in ["--fix", "--diff"] {
        let said = run(folder.path(), &["tone", "--post", "a", option]);
        let way = format!("`edito check {option}`");
        assert!(said.code == 2 && said.stderr.contains(&way), "{said:?}");
    }
}

#[test]
fn faults_of_the_tone_are_told_before_the_answer() {
    let folder = folder();
    let tone = format!("off = [\"nada\"]\n{TONE}");
    fs::write(folder.path().join("tone.toml"), tone).expect("a test fixture");
    for args in [&["tone", "--text", "Un lieu"][..], &["tone", "--post", "b"], &["tone", "--test"]]
    {
        let said = run(folder.path(), &[args, &["--lang", "en"]].concat());
        assert_eq!(
            (said.code, said.stdout.matches("error[unknown-off]").count()),
            (1, 1),
            "{said:?}"
        );
    }
    let said = run(folder.path(), &["tone", "--text", "Un lieu", "--format", "json"]);
    let heard = &json(&said)[0];
    assert_eq!(
        (&heard["tone_faults"][0]["rule"], &heard["findings"]),
        (&"unknown-off".into(), &serde_json::json!([]))
    );
}

#[test]
fn a_tone_that_cannot_be_read_is_told_alone_and_in_the_form_that_is_asked() {
    let folder = folder();
    fs::write(folder.path().join("tone.toml"), "gate = \"x\"\n").expect("a test fixture");
    let said = run(folder.path(), &["tone", "--text", "Un lieu", "--format", "json"]);
    let findings = json(&said)[0]["findings"].as_array().cloned().unwrap_or_default();
    assert_eq!((said.code, findings.len()), (1, 1), "{said:?}");
    assert_eq!(
        (&findings[0]["rule"], findings[0]["help"].as_str()),
        (&"wrong-type".into(), Some("par exemple `gate = 80`"))
    );
    fs::write(folder.path().join("tone.toml"), "gate = 180\n").expect("a test fixture");
    let said = run(folder.path(), &["tone", "--text", "Un lieu", "--lang", "en"]);
    assert!(said.stdout.contains("help: for example `gate = 80`"), "{said:?}");
}

#[test]
fn a_text_too_short_to_say_its_language_has_that_of_the_brand() {
    let nowhere = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(nowhere.path().join(".git")).expect("a test fixture");
    let heard = |folder: &Path, packs: &str, text: &str| {
        let args = ["tone", "--pack", packs, "--lang", "en", "--text", text];
        let shown = run(folder, &args);
        let said = run(folder, &[&args[..], &["--format", "json"]].concat());
        let lang = json(&said)[0]["lang"].as_str().map(str::to_owned);
        (lang, json(&said)[0]["score"].as_u64(), shown.stdout)
    };
    let text = "Bravo! La visite commence.";
    let (lang, score, _) = heard(nowhere.path(), "fr-typo", text);
    assert_eq!((lang.as_deref(), score), (Some("fr"), Some(98)));
    let (lang, _, shown) = heard(nowhere.path(), "fr-typo,en-social", text);
    assert!(lang.is_none() && shown.contains("rules were not tried"), "{shown}");
    let (lang, score, _) = heard(folder().path(), "fr-typo,en-social", text);
    assert_eq!((lang.as_deref(), score), (Some("fr"), Some(98)), "the calendar's");
    let (_, _, shown) = heard(nowhere.path(), "fr-typo", "The doors open at noon in the yard.");
    assert!(shown.starts_with("no rule of this tone is for such a text in English"), "{shown}");
}

#[test]
fn one_correction_of_a_long_text_leaves_nothing_for_the_next() {
    let folder = folder();
    let text = "Un mail digital\r\n".repeat(3_000);
    fs::write(folder.path().join("t.txt"), &text).expect("a test fixture");
    fs::write(folder.path().join("b.md"), &text).expect("a test fixture");
    run(folder.path(), &["tone", "t.txt", "--fix"]);
    assert_eq!(read(folder.path(), "t.txt"), "Un courriel numérique\r\n".repeat(3_000));
    run(folder.path(), &["check", "--fix"]);
    assert_eq!(read(folder.path(), "b.md"), "Un courriel numérique\r\n".repeat(3_000));
}

#[test]
fn the_diff_of_a_calendar_is_what_fix_writes() {
    let folder = folder();
    let tone = TONE.replace("\"digital\" =", "\"numérique\" = \"électronique\"\n\"digital\" =");
    fs::write(folder.path().join("tone.toml"), tone).expect("a test fixture");
    let diff = run(folder.path(), &["check", "--diff"]).stdout;
    assert_eq!(
        (read(folder.path(), "posts.toml").as_str(), read(folder.path(), "b.md").as_str()),
        (POSTS, B)
    );
    run(folder.path(), &["check", "--fix"]);
    for name in ["posts.toml", "b.md"] {
        let written = read(folder.path(), name);
        let added = diff.split(&format!("+++ b/{name}\n")).nth(1).expect("the file is in the diff");
        let added = added.split("--- a/").next().unwrap_or_default();
        let mut lines =
            added.split_inclusive('\n').filter_map(|line| line.strip_prefix('+')).peekable();
        assert!(lines.peek().is_some(), "{diff}");
        for line in lines {
            assert!(written.contains(line.trim_end()), "{line:?} in {written:?}");
        }
    }
    assert!(read(folder.path(), "b.md").starts_with("Un accueil électronique"), "two rounds");
}

#[test]
fn what_is_not_there_is_not_praised_nor_promised() {
    let folder = folder();
    let more = "\r\n[[post]]\r\nid = \"d\"\r\ntitle = \"Un guide\"\r\ndate = 2026-11-29\r\nchannels = [\"x\"]\r\n\
        \r\n[[post]]\r\nid = \"e\"\r\nstatus = \"idea\"\r\ntitle = \"Un guide\"\r\nchannels = [\"x\"]\r\ntext = \"Un mail\"\r\n";
    fs::write(folder.path().join("posts.toml"), format!("{POSTS}{more}")).expect("a test fixture");
    for signature in ["", "signature = \"À bientôt\"\n"] {
        fs::write(folder.path().join("tone.toml"), format!("{signature}{TONE}"))
            .expect("a test fixture");
        let said = run(folder.path(), &["tone", "--post", "d", "--lang", "en"]);
        assert_eq!(
            (said.code, said.stdout.as_str()),
            (0, "there is nothing to read yet: this post has no text\n")
        );
    }
    let said = run(folder.path(), &["tone", "--post", "e", "--lang", "en"]);
    assert!(said.stdout.contains("tone.lexique") && !said.stdout.contains("--fix"), "{said:?}");
    fs::write(folder.path().join("e.txt"), "\n").expect("a test fixture");
    let empty = run(folder.path(), &["tone", "e.txt", "--lang", "en"]);
    assert!(empty.code == 2 && empty.stderr.contains("e.txt is empty"), "{empty:?}");
}

#[test]
fn rules_for_some_posts_alone_are_told_too() {
    let folder = folder();
    let rule = "\n[[rule]]\nid = \"sobre\"\nkind = \"forbid\"\nterms = [\"lieu\"]\n\
                only = { status = [\"draft\"], channels = [\"linkedin\"] }\n";
    fs::write(folder.path().join("tone.toml"), format!("{TONE}{rule}")).expect("a test fixture");
    for more in [&[][..], &["-n", "linkedin"]] {
        let said = run(
            folder.path(),
            &[&["tone", "--text", "Un lieu", "--lang", "en"][..], more].concat(),
        );
        assert!(
            said.stdout.contains("1 rule for some pillars, formats or statuses alone was"),
            "{said:?}"
        );
        assert!(!said.stdout.contains("-n CHANNEL"), "{said:?}");
    }
}

#[test]
fn rules_that_undo_each_other_are_each_heard_once() {
    let folder = folder();
    let tone =
        "[[rule]]\nid = \"l\"\nkind = \"replace\"\n[rule.swap]\n\"mail\" = \"mail ou mail\"\n";
    fs::write(folder.path().join("tone.toml"), tone).expect("a test fixture");
    let said = run(folder.path(), &["tone", "--fix", "--text", "Un mail"]);
    assert_eq!(said.stdout, "Un mail ou mail");
    run(folder.path(), &["check", "--fix"]);
    assert_eq!(read(folder.path(), "b.md"), B.replace("mail", "mail ou mail"));
}
