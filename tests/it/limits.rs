//! What files may be: odd but fine, or refused with a clear word.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said};
use std::fs;
use std::path::Path;

const HEAD: &str = "[calendar]\nname = \"Essai\"\ntimezone = \"Europe/Paris\"\nlang = \"en\"\n\
                    [channels.x]\nnetwork = \"x\"\n";

fn check(bytes: &[u8]) -> Said {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::write(folder.path().join("calendar.toml"), bytes).expect("a test fixture");
    Run::new(&["check"]).at(folder.path()).go()
}

fn refused(said: &Said, words: &str) {
    assert_eq!(said.code, 2, "{said:?}");
    assert_eq!(said.stdout, "");
    assert!(said.stderr.contains(words), "{words}: {}", said.stderr);
    assert!(said.stderr.contains("help:"), "a remedy: {}", said.stderr);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let text = format!("\u{feff}{}", HEAD.replace('\n', "\r\n"));
    let said = check(text.as_bytes());
    assert_eq!(said.code, 0, "{said:?}");
}

#[test]
fn data_of_ones_own_may_be_nested_ten_levels_deep() {
    let nested = format!("[extra]\na = {}1{}\n", "{ b = ".repeat(10), " }".repeat(10));
    assert_eq!(check(format!("{HEAD}{nested}").as_bytes()).code, 0);
}

#[test]
fn nesting_past_64_is_refused() {
    for deep in [65, 90, 5_000] {
        let lists = format!("{HEAD}[extra]\na = {}{}\n", "[".repeat(deep), "]".repeat(deep));
        refused(&check(lists.as_bytes()), "nested deeper than 64");
        let keys = format!("{HEAD}[extra]\n{}a = 1\n", "b.".repeat(deep));
        refused(&check(keys.as_bytes()), "nested deeper than 64");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_place() {
    let mut bytes = HEAD.as_bytes().to_vec();
    let at = bytes.len() + 5;
    bytes.extend_from_slice(b"# caf\xe9\n");
    refused(&check(&bytes), &format!("byte {at} "));
    let utf16: Vec<u8> = "\u{feff}[calendar]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&check(&utf16), "UTF-16");
}

#[test]
fn a_file_over_32_mib_is_refused() {
    let mut bytes = HEAD.as_bytes().to_vec();
    bytes.resize(32 * 1024 * 1024 + 1, b'#');
    refused(&check(&bytes), "too large");
}

#[test]
fn no_calendar_is_said_so() {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(folder.path().join(".git")).expect("a test fixture");
    refused(&Run::new(&["check"]).at(folder.path()).go(), "no calendar.toml");
    refused(
        &Run::new(&["check", "--calendar", "nowhere.toml"]).at(folder.path()).go(),
        "no such file",
    );
}

#[test]
fn a_folder_holds_its_calendar_and_the_search_goes_up_to_the_repository() {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(folder.path().join(".git")).expect("a test fixture");
    let below = folder.path().join("a/b");
    fs::create_dir_all(&below).expect("a test fixture");
    fs::write(folder.path().join("calendar.toml"), HEAD).expect("a test fixture");
    assert_eq!(Run::new(&["check"]).at(&below).go().code, 0);
    assert_eq!(Run::new(&["check", "--calendar", "../.."]).at(&below).go().code, 0);
    assert_eq!(Run::new(&["check"]).at(&below).with("EDITO_CALENDAR", "../..").go().code, 0);
}

#[test]
fn a_file_of_the_calendar_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a test fixture");
    let calendar = folder.path().join("calendar.toml");
    fs::write(&calendar, HEAD).expect("a test fixture");
    for args in [
        &["check", "--format", "json", "-o", "calendar.toml"][..],
        &["export", "csv", "-o", "calendar.toml"],
        &["plan", "--format", "json", "-o", "./calendar.toml"],
    ] {
        let said = Run::new(args).at(folder.path()).go();
        assert_eq!(said.code, 2, "{args:?}: {said:?}");
        assert_eq!(fs::read_to_string(&calendar).expect("a test fixture"), HEAD);
    }
}

#[test]
fn a_newer_format_is_refused() {
    refused(&check(format!("format = 2\n{HEAD}").as_bytes()), "needs a newer edito");
}

#[cfg(unix)]
#[test]
fn links_may_not_lead_out_of_the_repository() {
    let outer = tempfile::tempdir().expect("a test fixture");
    let inner = outer.path().join("repo");
    fs::create_dir_all(inner.join(".git")).expect("a test fixture");
    fs::write(outer.path().join("secret.toml"), "[[post]]\ntitle = \"x\"\n")
        .expect("a test fixture");
    let link = |name: &str| {
        std::os::unix::fs::symlink(outer.path().join("secret.toml"), inner.join(name))
            .expect("a test fixture")
    };
    link("posts.toml");
    fs::write(inner.join("calendar.toml"), format!("posts = [\"posts.toml\"]\n{HEAD}"))
        .expect("a test fixture");
    refused(&Run::new(&["check"]).at(&inner).go(), "outside the repository");
    fs::remove_file(inner.join("calendar.toml")).expect("a test fixture");
    link("calendar.toml");
    refused(&Run::new(&["check"]).at(&inner).go(), "outside the repository");
}

#[test]
fn a_named_file_that_is_not_there_is_a_finding() {
    let said = check(format!("tone = \"tone.toml\"\n{HEAD}").as_bytes());
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.stdout.contains("missing-file"), "{}", said.stdout);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_refused() {
    let folder = tempfile::tempdir().expect("a test fixture");
    fs::create_dir(folder.path().join("calendar.toml")).expect("a test fixture");
    let said = Run::new(&["check", "--calendar", "calendar.toml"]).at(folder.path()).go();
    assert_eq!(said.code, 2, "{said:?}");
    let socket = folder.path().join("s.toml");
    let _held = std::os::unix::net::UnixListener::bind(&socket).expect("a test fixture");
    let said = Run::new(&["check", "--calendar", "s.toml"]).at(Path::new(folder.path())).go();
    assert_eq!(said.code, 2, "{said:?}");
}

#[test]
fn the_variable_names_the_calendar_of_a_file_too() {
    let folder = tempfile::tempdir().expect("a test fixture");
    let other = folder.path().join("other.toml");
    fs::write(&other, format!("posts = [\"p.toml\"]\n{HEAD}")).expect("a test fixture");
    fs::write(folder.path().join("calendar.toml"), HEAD).expect("a test fixture");
    fs::write(folder.path().join("p.toml"), "[[post]]\nid = \"a\"\nchanels = [\"x\"]\n")
        .expect("a test fixture");
    let check = Run::new(&["check", "p.toml", "--format", "concise"]);
    let said = check.at(folder.path()).with("EDITO_CALENDAR", "other.toml").go();
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.stdout.contains("p.toml:3:"), "{said:?}");
}

#[test]
fn what_a_calendar_names_belongs_to_it() {
    let folder = tempfile::tempdir().expect("a test fixture");
    let put = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("a test fixture");
    };
    let post = "[[post]]\nid = \"a\"\nchannels = [\"x\"]\ntext_file = \"a.md\"\nstatus = \"idea\"\n\
                media = [{ file = \"a.jpg\", alt = \"A door\" }]\n";
    let named = "events = [\"f.ics\"]\nhistory = [\"h.csv\"]\n";
    put("calendar.toml", &format!("{named}{HEAD}{post}"));
    put("a.md", "A text.\n");
    put("a.jpg", "not really an image");
    put("h.csv", "date,channel\n");
    put("f.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
    put("b.md", "Nobody names it.\n");
    for name in ["a.md", "a.jpg", "h.csv", "f.ics"] {
        let said = Run::new(&["check", "--exit-zero", name]).at(folder.path()).go();
        assert_eq!(said.code, 0, "{name}: {said:?}");
    }
    let said = Run::new(&["check", "b.md"]).at(folder.path()).go();
    refused(&said, "belongs to no calendar");
}
