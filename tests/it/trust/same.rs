//! The same request gives the same bytes, whatever the effort and however often it is asked.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::super::harness::Run;
use super::super::random::{self, Dice};
use super::tiny;

fn json(folder: &std::path::Path, days: (&str, &str), more: &[&str]) -> String {
    let (from, to) = days;
    let now = "2026-10-18T12:00:00+02:00";
    let args = ["plan", "--format", "json", "--from", from, "--to", to, "--now", now];
    let said = Run::new(&[&args, more].concat()).at(folder).go();
    assert!(said.stdout.contains("\"format\":\"edito-plan/1\""), "{}{}", said.stdout, said.stderr);
    said.stdout
}

#[test]
fn a_plan_is_the_same_bytes_every_time() {
    for seed in 0..16 {
        let folder = tempfile::tempdir().expect("a folder");
        let (text, from, to) = if seed % 2 == 0 {
            // Targets that don't sum to 100 are an error, and then there is no plan.
            let text = random::calendar(&mut Dice::new(seed)).replace("target =", "at_least =");
            (text, "2026-10-19".to_owned(), "2026-10-25".to_owned())
        } else {
            let tiny = tiny::calendar(&mut Dice::new(seed));
            (
                tiny.text().replace("target =", "at_least ="),
                tiny.from.to_string(),
                tiny.to.to_string(),
            )
        };
        std::fs::write(folder.path().join("calendar.toml"), text).expect("a file");
        // The longer search on the tiny ones alone: it takes its time with the crowded.
        let tiny = [&["--effort", "quick"][..], &["--effort", "normal"], &["--replan"]];
        let few = if seed % 2 == 0 { &tiny[..1] } else { &tiny[..] };
        for more in few {
            let go = || json(folder.path(), (&from, &to), more);
            let first = go();
            assert_eq!(first, go(), "seed {seed} {more:?}");
        }
    }
}
