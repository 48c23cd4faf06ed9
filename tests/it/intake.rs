//! What `check` says of files of past results that teach nothing: once, by the name that the calendar
//! gives them, and with what to do.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said};
use std::fs;

const HEAD: &str = "Post ID,Account username,Publish time,Permalink,Post type,Likes\n";

/// What `check` says in French of a calendar in the folder `t`, with this `history`.
fn checked(history: &str, files: &[(&str, &str)]) -> Said {
    let folder = tempfile::tempdir().expect("a test fixture");
    let home = folder.path().join("t");
    fs::create_dir_all(home.join("exports")).expect("a test fixture");
    for (name, text) in files {
        fs::write(home.join("exports").join(name), text).expect("a test fixture");
    }
    let calendar = format!(
        "history = {history}\n\n[calendar]\ntimezone = \"Europe/Paris\"\n\n\
         [channels.a]\nnetwork = \"instagram\"\n\n[channels.b]\nnetwork = \"instagram\"\n"
    );
    fs::write(home.join("calendar.toml"), calendar).expect("a test fixture");
    let args = ["check", "--calendar", "t/calendar.toml", "--format", "concise", "--lang", "fr"];
    Run::new(&args).at(folder.path()).go()
}

/// The lines about the past.
fn lines(said: &Said) -> Vec<&str> {
    let about = |line: &&str| ["history", "bad-path"].iter().any(|word| line.contains(word));
    said.stdout.lines().filter(about).collect()
}

fn posts() -> String {
    let rows = (10..30).map(|day| format!("{day},musee,03/{day}/2026 10:00,,IG image,4\n"));
    HEAD.to_owned() + &rows.collect::<String>()
}

#[test]
fn a_file_goes_by_the_name_in_the_calendar_and_is_named_once() {
    let said = checked(
        r#"["exports/rien.csv", "exports/vide.csv", "exports/entete.csv"]"#,
        &[("vide.csv", ""), ("entete.csv", HEAD)],
    );
    let lines = lines(&said);
    assert_eq!(lines.len(), 3, "{said:?}");
    for (line, (name, what)) in lines.iter().zip([
        ("exports/rien.csv\u{a0}: ", "ce fichier n’existe pas"),
        ("exports/vide.csv\u{a0}: ", "il est vide"),
        ("exports/entete.csv\u{a0}: ", "aucune publication"),
    ]) {
        assert!(line.contains(&format!("[unreadable-history] {name}")), "{line}");
        assert!(line.contains(what) && line.matches(".csv").count() == 1, "{line}");
    }
}

#[test]
fn a_path_that_is_none_of_the_calendars_is_told_once() {
    let said = checked(r#"["/tmp/stats.csv", "..\\stats.csv", "C:/stats.csv"]"#, &[]);
    let lines = lines(&said);
    assert_eq!(lines.len(), 3, "{said:?}");
    assert!(lines.iter().all(|line| line.contains("[bad-path]")), "{said:?}");
}

/// What helps, of the finding about rows.
fn help(history: &str, files: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a test fixture");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a test fixture");
    }
    let calendar = format!(
        "history = {history}\n\n[calendar]\ntimezone = \"Europe/Paris\"\n\n\
         [channels.a]\nnetwork = \"instagram\"\n"
    );
    fs::write(folder.path().join("calendar.toml"), calendar).expect("a test fixture");
    let args = ["check", "--only", "history-rows", "--lang", "fr"];
    let said = Run::new(&args).at(folder.path()).width(200).go();
    assert_eq!(said.stdout.matches("[history-rows]").count(), 1, "{said:?}");
    said.stdout
}

#[test]
fn rows_that_do_not_count_are_told_with_what_to_do() {
    let posts = posts();
    let twice = help(r#"["h.csv", "./h.csv"]"#, &[("h.csv", &posts)]);
    assert!(twice.contains("`history` nomme deux fois ce fichier"), "{twice}");
    let again = help(r#"["h.csv", "g.csv"]"#, &[("h.csv", &posts), ("g.csv", &posts)]);
    assert!(again.contains("d’autres fichiers de `history` ont déjà"), "{again}");
    let young = HEAD.to_owned() + "1,musee,11/20/2026 10:00,,IG image,4\n";
    let young = help(r#"["h.csv"]"#, &[("h.csv", &young)]);
    assert!(young.contains("leurs réactions ne sont pas toutes arrivées"), "{young}");
    // The link tells a time, and the row is broken all the same.
    let link = "https://www.instagram.com/p/DW000000abc/";
    let spoilt = posts + &format!("9,musee,31/02/2026 99:00,{link},IG image,4\n");
    let spoilt = help(r#"["h.csv"]"#, &[("h.csv", &spoilt)]);
    assert!(spoilt.contains("ligne 22, colonne «\u{a0}Publish time\u{a0}»"), "{spoilt}");
    assert!(spoilt.contains("31/02/2026 99:00"), "{spoilt}");
}

#[test]
fn slots_says_in_words_that_a_file_has_days_and_no_posts() {
    let folder = tempfile::tempdir().expect("a test fixture");
    let rows = (1..31).map(|day| format!("{day:02}/09/2026;1 200;34\n"));
    let days = "Date;Portée;Interactions\n".to_owned() + &rows.collect::<String>();
    fs::write(folder.path().join("jours.csv"), days).expect("a test fixture");
    let calendar = "history = [\"jours.csv\"]\n\n[calendar]\ntimezone = \"Europe/Paris\"\n\n\
                    [channels.a]\nnetwork = \"instagram\"\n";
    fs::write(folder.path().join("calendar.toml"), calendar).expect("a test fixture");
    let said = Run::new(&["slots", "--lang", "fr"]).at(folder.path()).go();
    let words = "jours.csv\u{a0}: une ligne par jour, et non par publication";
    assert!(said.stdout.contains(words), "{said:?}");
}
