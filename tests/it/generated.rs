//! The generated files of the repository say what the code says now.
//!
//! `EDITO_BLESS=1 cargo test --test it generated` rewrites them.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop, and reads its own files"
)]

use edito::describe::{Generated, files};
use std::fs;
use std::path::{Path, PathBuf};

const REFRESH: &str = "run `EDITO_BLESS=1 cargo test --test it generated` and commit what changed";

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages of rules that no rule stands behind any more.
fn orphans(files: &[Generated]) -> Vec<PathBuf> {
    let Ok(folder) = fs::read_dir(top().join("docs/rules")) else {
        return Vec::new();
    };
    folder
        .map(|entry| entry.unwrap().path())
        .filter(|path| files.iter().all(|file| top().join(&file.path) != *path))
        .collect()
}

#[test]
fn generated_files_are_fresh() {
    let files = files();
    if std::env::var_os("EDITO_BLESS").is_some() {
        bless(&files);
    }
    for file in &files {
        let there = fs::read_to_string(top().join(&file.path)).unwrap_or_default();
        // A checkout may have turned the line ends.
        let there = there.replace("\r\n", "\n");
        assert!(there == file.text, "{} is out of date: {REFRESH}", file.path);
    }
    let orphans = orphans(&files);
    assert!(orphans.is_empty(), "{orphans:?} stand for no rule: {REFRESH}");
}

fn bless(files: &[Generated]) {
    for orphan in orphans(files) {
        fs::remove_file(orphan).unwrap();
    }
    for file in files {
        let path = top().join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.text).unwrap();
    }
}
