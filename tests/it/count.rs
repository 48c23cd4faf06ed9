//! `count`: what is read, what is answered, and how it ends.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said, repository};
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// A folder with this file, and no calendar above it.
fn folder(name: &str, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(folder.path().join(".git")).expect("a test fixture");
    fs::write(folder.path().join(name), bytes).expect("a test fixture");
    folder
}

fn at(folder: &Path, args: &[&str]) -> Said {
    let args: Vec<&str> = ["count"].iter().chain(args).copied().collect();
    Run::new(&args).at(folder).go()
}

/// The answers to these lines, and the exit code.
fn jsonl(lines: &[u8]) -> (Vec<Value>, Said) {
    let folder = folder("in.jsonl", lines);
    let said = at(folder.path(), &["--jsonl", "in.jsonl"]);
    let answers = said.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    (answers.collect(), said)
}

/// The real program, with this on stdin.
fn piped(args: &[&str], input: &[u8]) -> Said {
    let folder = folder("nothing", b"");
    let mut child = Command::new(env!("CARGO_BIN_EXE_edito"))
        .args(args)
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // It answers before it has read everything: neither side may wait for the other.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let done = child.wait_with_output().expect("it ends");
    writer.join().expect("a thread").expect("it reads");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    let code = u8::try_from(done.status.code().expect("a code")).expect("a small one");
    Said { stdout: text(done.stdout), stderr: text(done.stderr), code }
}

/// The length of the first answer.
fn length(said: &Said) -> u64 {
    let line = said.stdout.lines().next().expect("an answer");
    let answer: Value = serde_json::from_str(line).expect("JSON");
    answer["length"].as_u64().expect("a length")
}

#[test]
fn the_keys_of_an_answer_are_those_of_the_contract_in_their_order() {
    let (_, said) = jsonl(br#"{"network": "x", "text": "a #b c"}"#);
    assert_eq!(
        said.stdout,
        "{\"network\":\"x\",\"length\":6,\"unit\":\"weighted\",\"limit\":280,\"valid\":true,\
         \"urls\":[],\"hashtags\":[\"b\"],\"mentions\":[]}\n"
    );
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
}

#[test]
fn answers_come_in_order_and_blank_lines_count_for_line_numbers_alone() {
    let lines = "\u{feff}{\"network\":\"mastodon\",\"text\":\"a\",\"zyx\":[1]}\r\n\n  \n\
                 {\"text\":\"ab\",\"network\":\"bluesky\",\"field\":null}\n\
                 oops\n\
                 {\"network\":\"custom\",\"text\":\"abc\"}";
    let (answers, said) = jsonl(lines.as_bytes());
    let lengths: Vec<Option<u64>> = answers.iter().map(|a| a["length"].as_u64()).collect();
    assert_eq!(lengths, [Some(1), Some(2), None, Some(3)]);
    assert_eq!(answers[2]["line"], 5);
    assert!(answers[3]["limit"].is_null() && answers[3]["valid"] == true);
    assert_eq!(said.code, 2);
    assert!(said.stderr.starts_with("error: line 5: not valid JSON"), "{}", said.stderr);
    assert_eq!(said.stderr.lines().count(), 1);
}

#[test]
fn a_line_that_cannot_be_read_says_why_and_the_rest_goes_on() {
    for (line, why) in [
        (&b"{\"network\":\"x\""[..], "not valid JSON"),
        (br#"{"network":"x","text":"\ud83d"}"#, "not valid JSON"),
        (b"{\"network\":\"x\",\"text\":\"caf\xe9\"}", "byte 26"),
        (br#"["x", "a"]"#, "not a JSON object"),
        (br#"{"text":"a"}"#, "`network` is missing"),
        (br#"{"network":"zyx","text":"a"}"#, "no network “zyx”"),
        (br#"{"network":"x"}"#, "`text` is missing"),
        (br#"{"network":"x","text":null}"#, "`text` is missing"),
        (br#"{"network":"x","text":3}"#, "`text` has to be a text"),
        (br#"{"network":"x","text":"a","field":"body"}"#, "not “body”"),
        (br#"{"network":"x","text":"a","content_warning":[]}"#, "`content_warning`"),
    ] {
        let input = [line, b"\n{\"network\":\"x\",\"text\":\"a\"}\n"].concat();
        let (answers, said) = jsonl(&input);
        assert_eq!(said.code, 2, "{said:?}");
        assert_eq!(answers.len(), 2, "{said:?}");
        let error = answers[0]["error"].as_str().expect("an error");
        assert!(error.contains(why), "{why}: {error}");
        assert!(said.stderr.contains(why) && said.stderr.contains("line 1"), "{}", said.stderr);
        assert_eq!(answers[1]["length"], 1);
    }
}

#[test]
fn what_is_valid_and_what_is_not() {
    let long = |n: usize| "a".repeat(n);
    for (network, field, text, valid) in [
        ("x", "text", long(280), true),
        ("x", "text", long(281), false),
        ("x", "text", long(0), false),
        ("mastodon", "text", long(0), true),
        ("mastodon", "text", long(500), true),
        ("mastodon", "text", long(501), false),
        ("bluesky", "text", format!("e{}", "\u{301}".repeat(1_500)), false),
        ("youtube", "title", long(1), false),
        ("youtube", "title", long(100), true),
        ("youtube", "title", long(101), false),
        ("youtube", "text", "a < b".to_owned(), false),
        ("custom", "text", long(99_999), true),
    ] {
        let line = serde_json::json!({"network": network, "text": text, "field": field});
        let (answers, said) = jsonl(line.to_string().as_bytes());
        assert_eq!(answers[0]["valid"], valid, "{network} {field} {said:?}");
        // A text that does not fit is an answer, no failure.
        assert_eq!(said.code, 0);
    }
}

#[test]
fn a_content_warning_counts_on_mastodon_alone() {
    for (network, length) in [("mastodon", 8), ("bluesky", 3)] {
        let line = serde_json::json!(
            {"network": network, "text": "abc", "content_warning": "12345"}
        );
        let (answers, _) = jsonl(line.to_string().as_bytes());
        assert_eq!(answers[0]["length"], length);
    }
}

#[test]
fn control_characters_come_back_escaped_and_whole() {
    let line = serde_json::json!({"network": "x", "text": "#a https://a.example/\u{1b}[31m b"});
    let (answers, said) = jsonl(line.to_string().as_bytes());
    assert!(!said.stdout.contains('\u{1b}') && answers.len() == 1, "{said:?}");
}

#[test]
fn a_hundred_thousand_lines_are_answered() {
    let line = "{\"network\":\"bluesky\",\"text\":\"Klimt arrive\"}\n";
    let said = piped(&["count", "--jsonl", "-"], line.repeat(100_000).as_bytes());
    assert_eq!((said.code, said.stdout.lines().count()), (0, 100_000));
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let line = "{\"network\":\"bluesky\",\"text\":\"Klimt arrive\"}\n";
    let folder = folder("in.jsonl", line.repeat(50_000).as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_edito"))
        .args(["count", "--jsonl", "in.jsonl"])
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut first = [0; 20];
    let mut stdout = child.stdout.take().expect("a pipe");
    stdout.read_exact(&mut first).expect("an answer");
    drop(stdout);
    let done = child.wait_with_output().expect("it ends");
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn stdin_is_read_with_and_without_a_dash() {
    for args in [
        &["count", "-n", "x", "--format", "json"][..],
        &["count", "-", "-n", "x", "--format", "json"],
    ] {
        let said = piped(args, b"abc\n");
        assert_eq!((said.code, length(&said)), (0, 3), "{said:?}");
    }
    let said = piped(&["count", "-n", "x", "-q"], b"");
    assert_eq!((said.code, said.stdout.starts_with("✓ X  0 / 280")), (0, true), "{said:?}");
}

#[test]
fn the_line_end_that_closes_a_file_is_not_text_and_windows_has_plain_ones() {
    for (bytes, wanted) in [
        (&b"abc\n"[..], 3),
        (b"abc", 3),
        (b"abc\r\n", 3),
        (b"abc\n\n", 4),
        (b"a\r\nb\r\n", 3),
        (b"\xef\xbb\xbfabc", 3),
        (b"", 0),
    ] {
        let folder = folder("post.txt", bytes);
        let said = at(folder.path(), &["post.txt", "-n", "x", "--format", "json"]);
        assert_eq!((said.code, length(&said)), (0, wanted), "{bytes:?}");
    }
}

#[test]
fn the_code_says_whether_it_fits_in_every_form() {
    let folder = folder("post.txt", "a".repeat(290).as_bytes());
    for (networks, code) in [("x", 1), ("bluesky", 0), ("bluesky,x", 1), ("all", 1)] {
        for form in ["human", "json"] {
            let said = at(folder.path(), &["post.txt", "-n", networks, "--format", form]);
            assert_eq!(said.code, code, "{networks} {form}: {said:?}");
        }
    }
}

#[test]
fn what_cannot_be_counted_is_refused_with_a_remedy() {
    let folder = folder("latin.txt", b"un caf\xe9");
    for (args, words) in [
        (&["latin.txt"][..], "byte 6"),
        (&["zyx.txt"], "zyx.txt: there is no such file"),
        (&["."], "cannot be read"),
        (&["--text", "a", "-n", "mastodo"], "did you mean `mastodon`?"),
        (&["--text", "a", "-n", "zyx"], "these are known: instagram, facebook"),
        (&["--text", "a", "--post", "b"], "exclude each other"),
        (&["--post", "b"], "no calendar.toml"),
        (&["--jsonl", "zyx.jsonl"], "there is no such file"),
        (&["--jsonl", "latin.txt", "-n", "x"], "exclude each other"),
    ] {
        let said = at(folder.path(), args);
        assert_eq!((said.code, said.stdout.as_str()), (2, ""), "{args:?}: {said:?}");
        // Lines are broken to fit the terminal.
        let told = said.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(words), "{args:?}: {told}");
    }
}

#[test]
fn without_networks_those_of_the_calendar_are_counted_with_their_own_limits() {
    let calendar = "[calendar]\ntimezone = \"Europe/Paris\"\n\
        [channels.fedi]\nnetwork = \"mastodon\"\nlimits = { text = 20 }\n\
        [channels.x]\nnetwork = \"x\"\n[channels.twice]\nnetwork = \"x\"\n";
    let folder = folder("calendar.toml", calendar.as_bytes());
    let said = at(folder.path(), &["--text", &"a".repeat(21)]);
    assert_eq!(said.code, 1, "{said:?}");
    let lines: Vec<&str> = said.stdout.lines().take(3).collect();
    assert!(lines[0].starts_with("✗ Mastodon (fedi)  21 /  20  1 too many"), "{said:?}");
    assert!(lines[1].starts_with("✓ X                21 / 280  259 left"), "{said:?}");
    assert_eq!(lines[2], "");
    assert!(said.stdout.contains("that of your calendar"), "{said:?}");
    assert!(said.stdout.contains("⟨a⟩"), "{said:?}");
    // A calendar that nobody named and that makes no sense: the main networks.
    fs::write(folder.path().join("calendar.toml"), "[calendar").expect("a test fixture");
    let said = at(folder.path(), &["--text", "a"]);
    assert_eq!((said.code, said.stdout.lines().count()), (0, 8), "{said:?}");
    assert!(said.stderr.contains("cannot be understood"), "{said:?}");
}

#[test]
fn a_post_is_counted_as_it_goes_out_on_each_channel() {
    let calendar = "[calendar]\ntimezone = \"Europe/Paris\"\n\
        [channels.x]\nnetwork = \"x\"\n[channels.tube]\nnetwork = \"youtube\"\n\
        [channels.tg]\nnetwork = \"telegram\"\n[channels.own]\nnetwork = \"x\"\nlimits = { text = 8 }\n\
        [[post]]\nid = \"a\"\ntitle = \"Titre\"\nchannels = [\"x\", \"tube\", \"own\"]\n\
        text = \"abcd\"\nhashtags = [\"ef\"]\n\
        [[post]]\nid = \"b\"\ntitle = \"Fil\"\nchannels = [\"x\"]\nparts = [\"un\", \"deux\"]\n\
        [[post]]\nid = \"c\"\ntitle = \"Image\"\nchannels = [\"tg\"]\ntext = \"abc\"\n\
        media = [{ brief = \"une image\", alt = \"une image\" }]\n";
    let folder = folder("calendar.toml", calendar.as_bytes());
    let rows = |post: &str| -> (u8, Vec<Value>) {
        let said = at(folder.path(), &["--post", post, "--format", "json"]);
        let rows = said.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON"));
        (said.code, rows.collect())
    };
    let (code, all) = rows("a");
    // The text, a blank line and the hashtag.
    let told: Vec<(&str, &str, u64, u64)> = all
        .iter()
        .map(|row| {
            let word = |key: &str| row[key].as_str().expect("a word");
            let figure = |key: &str| row[key].as_u64().expect("a figure");
            (word("channel"), word("field"), figure("length"), figure("limit"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("x", "text", 9, 280),
            ("tube", "title", 5, 100),
            ("tube", "text", 9, 5_000),
            ("own", "text", 9, 8),
        ]
    );
    assert_eq!(code, 1);
    assert_eq!(rows("a@x").0, 0);
    let (_, parts) = rows("b");
    let parts: Vec<&Value> = parts.iter().map(|row| &row["part"]).collect();
    assert_eq!(parts, [1, 2]);
    assert_eq!(rows("c").1[0]["limit"], 1_024);
    assert_eq!(at(folder.path(), &["--post", "zyx"]).code, 2);
}

#[test]
fn nothing_is_wider_than_the_screen() {
    let text = "Klimt arrive ! 🎉 展覧会のお知らせ https://musee.example/klimt \u{1b}[31m\u{202e} "
        .repeat(9);
    for lang in ["fr", "en"] {
        for width in [40, 80, 120] {
            for more in
                [&["-n", "all"][..], &["-n", "x,bluesky,threads"], &["--title"], &["--ascii"]]
            {
                let mut args = vec!["count", "--text", &text, "--lang", lang];
                args.extend(more);
                let said = Run::new(&args).at(&repository()).width(width).go();
                assert!(said.code < 2, "{said:?}");
                for line in said.stdout.lines() {
                    let columns = edito::render::lines::width(line);
                    assert!(columns <= width, "{columns} > {width}: {line}");
                    assert!(
                        !line.contains(['\u{1b}', '\u{202e}', '\u{fdd0}', '\u{fdd1}']),
                        "{line:?}"
                    );
                }
            }
        }
    }
}
