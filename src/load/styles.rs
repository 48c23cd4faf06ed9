//! Reads the folder of a Vale style: every file that may be a rule, a vocabulary or settings.

use super::disk::{Cause, MAX_BYTES, Refusal, decoded, slashes, unreadable};
use crate::lang::{Lang, Text};
use std::fs;
use std::path::Path;

/// Deepest folder that is looked into, counted from the one named.
const DEEPEST: usize = 8;
/// Most files of a style; the largest that is about has some hundred.
const MOST: usize = 5_000;

/// The files of the style in `folder`, by their names below it, with `shown` before them, in order.
/// Links and hidden folders of other tools are passed over.
///
/// # Errors
/// When the folder, or one of the files, cannot be read, is too large or is not UTF-8.
pub fn style_folder(folder: &Path, shown: &str) -> Result<Vec<(String, String)>, Refusal> {
    let mut files = Vec::new();
    gather(folder, shown.trim_end_matches('/'), 0, &mut files)?;
    files.sort();
    Ok(files)
}

fn gather(
    folder: &Path,
    shown: &str,
    depth: usize,
    files: &mut Vec<(String, String)>,
) -> Result<(), Refusal> {
    let name_of = |shown: &str| if shown.is_empty() { "/".to_owned() } else { shown.to_owned() };
    let entries = fs::read_dir(folder).map_err(|error| unreadable(&name_of(shown), &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(&name_of(shown), &error))?;
        let kind = entry.file_type().map_err(|error| unreadable(&name_of(shown), &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{shown}/{name}");
        if kind.is_dir() && depth < DEEPEST && !is_foreign(&name) {
            gather(&entry.path(), &path, depth + 1, files)?;
        } else if kind.is_file() && is_wanted(&name) {
            if files.len() >= MOST {
                return Err(Refusal::new(name_of(shown), Cause::Unreadable(too_many())));
            }
            let text = read(&entry.path(), &path)?;
            files.push((path, text));
        }
    }
    Ok(())
}

/// Whether a folder belongs to another tool.
fn is_foreign(name: &str) -> bool {
    [".git", ".github", "node_modules", "target"].contains(&name)
}

fn is_wanted(name: &str) -> bool {
    let rule = [".yml", ".yaml"].iter().any(|ending| name.ends_with(ending));
    rule || ["accept.txt", "reject.txt", ".vale.ini", "_vale.ini", "vale.ini"].contains(&name)
}

#[expect(clippy::disallowed_methods, reason = "this is the room that reads files")]
fn read(path: &Path, shown: &str) -> Result<String, Refusal> {
    let meta = fs::metadata(path).map_err(|error| unreadable(shown, &error))?;
    if meta.len() > MAX_BYTES {
        return Err(Refusal::new(shown, Cause::TooLarge(meta.len(), MAX_BYTES)));
    }
    let bytes = fs::read(path).map_err(|error| unreadable(shown, &error))?;
    decoded(bytes, shown)
}

fn too_many() -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("it holds more than {MOST} files"),
        Lang::Fr => format!("il contient plus de {MOST} fichiers"),
    })
}

/// The name of a folder for [`style_folder`]: as typed, or its own name for the current one.
#[must_use]
pub fn folder_shown(typed: &Path, current: &Path) -> String {
    let shown = slashes(typed);
    let bare = shown.trim_end_matches('/');
    match bare {
        "" | "." => {
            let own = current.file_name().map(|name| name.to_string_lossy().into_owned());
            own.filter(|_| bare == ".").unwrap_or_default()
        }
        _ => bare.trim_start_matches("./").to_owned(),
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;

    #[test]
    fn rules_vocabularies_and_settings_are_read_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &[u8]| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("Own/B.yml", b"extends: existence\n");
        write("Own/A.yaml", b"\xef\xbb\xbfextends: existence\n");
        write("Own/README.md", b"words");
        write(".github/ci.yml", b"on: push");
        write(".vale.ini", b"[*]");
        write("Vocab/Own/accept.txt", b"one");
        let files = style_folder(folder.path(), "styles/").unwrap();
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let wanted = [
            "styles/.vale.ini",
            "styles/Own/A.yaml",
            "styles/Own/B.yml",
            "styles/Vocab/Own/accept.txt",
        ];
        assert_eq!(names, wanted);
        assert!(files[1].1.starts_with("extends"));
        write("Own/C.yml", b"\xff\xfe");
        assert_eq!(style_folder(folder.path(), "s").unwrap_err().path, "s/Own/C.yml");
        let missing = style_folder(&folder.path().join("no"), "no").unwrap_err();
        assert_eq!(missing.cause, Cause::NotFound);
    }

    #[test]
    fn a_folder_is_named_as_typed() {
        let current = Path::new("/home/me/Own");
        assert_eq!(folder_shown(Path::new("styles/"), current), "styles");
        assert_eq!(folder_shown(Path::new("./styles"), current), "styles");
        assert_eq!(folder_shown(Path::new("."), current), "Own");
    }
}
