//! Thirty planted faults: one run finds each of them, and nothing else.

use crate::run::Run;
use std::path::Path;

#[test]
fn thirty_faults_are_found_in_one_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let expected: Vec<&str> = include_str!("../faults/expected.txt")
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(expected.len(), 30);
    let run = Run::of_file(&folder.join("calendar.toml"));
    let found: Vec<String> = run.report.findings.iter().map(|judged| run.place(judged)).collect();
    let missing: Vec<_> =
        expected.iter().filter(|place| !found.iter().any(|own| own == *place)).collect();
    let extra: Vec<_> = found.iter().filter(|place| !expected.contains(&place.as_str())).collect();
    assert!(
        missing.is_empty() && extra.is_empty() && found.len() == expected.len(),
        "not found: {missing:?}; not expected: {extra:?}; all:\n{}",
        run.listing()
    );
}
