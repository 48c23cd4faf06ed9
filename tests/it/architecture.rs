//! The rules of the house, held: which room may name which, and what no file may hold.
//!
//! The sources are read as text. Comments and `#[cfg(test)]` items are left out, then every path
//! that begins at the top of the crate (`crate::x`, as many `super` as it takes) names a room.

use super::harness::repository;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Who may name whom, never the reverse. `a::b` allows that item of a room alone, `*` everything.
const MAY_USE: [(&str, &[&str]); 25] = [
    ("source", &[]),
    ("edit", &[]),
    ("lang", &[]),
    ("text", &[]),
    ("networks", &[]),
    ("time", &["lang"]),
    ("disclosure", &["lang"]),
    ("diagnostic", &["source", "lang"]),
    // Levels of rules and the names of networks stand in a calendar.
    ("model", &["source", "diagnostic::Level", "lang", "time", "networks"]),
    ("load", &["model", "diagnostic", "time", "source", "lang", "networks", "text"]),
    ("tone", &["text", "model", "networks", "lang", "source", "diagnostic::Level"]),
    // Tables as they come; what their columns mean is for others.
    ("sheet", &[]),
    // Why a file can't be read is worded where that is known.
    ("history", &["model", "time", "sheet", "text", "lang::Text", "lang::Lang"]),
    ("balance", &["model", "time"]),
    ("report", &["model", "time", "history", "workflow"]),
    // What others wrote, as text of ours.
    ("import", &["lang", "text"]),
    ("verify", &["model", "time", "lang"]),
    // The planner words nothing; it hands on the names of events, which are texts.
    ("planner", &["model", "time", "history", "lang::Text"]),
    ("workflow", &["model", "time", "lang"]),
    ("seal", &["model", "source", "text"]),
    // The disk is for `load`: a rule asks it for the digest of an asset and for nothing else.
    (
        "rules",
        &[
            "model",
            "diagnostic",
            "time",
            "source",
            "lang",
            "text",
            "networks",
            "disclosure",
            "tone",
            "verify",
            "seal",
            "workflow",
            "balance",
            "load::hash_file",
            // What `columns` may name is known where exports are read.
            "history::FIELDS",
            // A pack that nobody takes has no rule to switch off.
            "load::pack",
            "load::Pack",
        ],
    ),
    // A kind of tone rule and a pack are described by the format and by the pack themselves.
    (
        "render",
        &[
            "diagnostic",
            "model",
            "source",
            "lang",
            "text",
            "time",
            "networks",
            "tone",
            "workflow",
            "balance",
            "report",
            "load::shape",
            "load::Pack",
        ],
    ),
    ("export", &["model", "time", "source", "lang", "text", "render"]),
    // What is said of a network is said alike at the terminal and in the documentation.
    (
        "describe",
        &[
            "load::shape",
            "load::PACKS",
            "load::Pack",
            "rules",
            "diagnostic",
            "lang",
            "networks",
            "time",
            "render::network",
        ],
    ),
    ("cli", &["*"]),
];

/// Longest file, in lines.
const LONGEST: usize = 500;

/// A file of `src`.
struct File {
    /// `load/ics/mod.rs`.
    path: PathBuf,
    text: String,
}

impl File {
    fn name(&self) -> String {
        self.path.to_string_lossy().replace('\\', "/")
    }

    /// The modules it is in: `load`, `ics`.
    fn modules(&self) -> Vec<String> {
        let mut parts: Vec<String> = self
            .path
            .with_extension("")
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        if parts.last().is_some_and(|last| last == "mod") {
            parts.pop();
        }
        parts
    }
}

/// Every file of `src` but the two roots, `main.rs` and `lib.rs`.
fn sources() -> Vec<File> {
    let src = repository().join("src");
    let mut files: Vec<File> = files_under(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
        .map(|path| File {
            text: read(&path).expect("a source file is UTF-8"),
            path: path.strip_prefix(&src).expect("below src").to_owned(),
        })
        .collect();
    files.retain(|file| !["main.rs", "lib.rs"].contains(&file.name().as_str()));
    assert!(files.len() > 100, "only {} files found", files.len());
    files
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let hidden = path.file_name().is_some_and(|n| n == ".git" || n == "target");
        match path.is_dir() {
            _ if hidden => {}
            true => found.extend(files_under(&path)),
            false => found.push(path),
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "a test reads the repository")]
    std::fs::read_to_string(path).ok()
}

/// The code that ships: no comments, no `#[cfg(test)]` items; and the modules that are tests alone.
fn shipped(text: &str) -> (String, Vec<String>) {
    let (mut code, mut tests) = (String::new(), Vec::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("//") {
            continue;
        }
        if trimmed != "#[cfg(test)]" {
            code.push_str(line);
            code.push('\n');
            continue;
        }
        // rustfmt closes an item at the depth it opened it.
        let indent = line.len() - trimmed.len();
        for line in lines.by_ref() {
            let (at, item) = (line.len() - line.trim_start().len(), line.trim());
            if let Some((_, name)) = item.strip_suffix(';').and_then(|i| i.rsplit_once("mod ")) {
                tests.push(name.to_owned());
            }
            if at == indent && (item.ends_with(';') || item.ends_with('}')) {
                break;
            }
        }
    }
    (code, tests)
}

/// What a path from the top names, with the item after it when there is one: `load::slashes`.
fn named(code: &str, modules: &[String]) -> BTreeSet<String> {
    let mut roots = vec!["crate::".to_owned()];
    roots.push("super::".repeat(modules.len()));
    let mut found = BTreeSet::new();
    for root in roots {
        for (at, _) in code.match_indices(&root) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            found.extend(heads(&code[at + root.len()..]));
        }
    }
    found
}

/// `a::b` of `a::b::c`; all of `{a::b, c}`; all of `a::{b, c}`.
fn heads(path: &str) -> Vec<String> {
    if let Some(group) = path.strip_prefix('{') {
        return members(group).iter().flat_map(|member| heads(member)).collect();
    }
    let room = word(path);
    let Some(rest) = path[room.len()..].strip_prefix("::") else {
        return vec![room.to_owned()];
    };
    match rest.strip_prefix('{') {
        Some(group) => {
            members(group).iter().map(|item| format!("{room}::{}", word(item))).collect()
        }
        None => vec![format!("{room}::{}", word(rest))],
    }
}

/// The members of a group whose opening brace is behind us.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                found.push(group[start..at].trim());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found.retain(|member| !member.is_empty());
    found
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

#[test]
fn rooms_name_only_the_rooms_they_may() {
    let files = sources();
    let shipped: Vec<(&File, String, Vec<String>)> = files
        .iter()
        .map(|file| {
            let (code, tests) = shipped(&file.text);
            (file, code, tests)
        })
        .collect();
    let tests: BTreeSet<Vec<String>> = shipped
        .iter()
        .flat_map(|(file, _, tests)| {
            tests.iter().map(|test| [file.modules(), vec![test.clone()]].concat())
        })
        .collect();
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for (file, code, _) in &shipped {
        let modules = file.modules();
        if (1..=modules.len()).any(|depth| tests.contains(&modules[..depth])) {
            continue;
        }
        let own = modules[0].as_str();
        let allowed = MAY_USE.iter().find(|(room, _)| *room == own).map(|(_, allowed)| *allowed);
        let allowed =
            allowed.unwrap_or_else(|| panic!("the room `{own}` is new: say whom it may use"));
        for name in named(code, &modules) {
            let room = word(&name);
            let forms = [room, name.as_str(), "*"];
            match forms.into_iter().find(|form| allowed.contains(form)) {
                Some(form) => _ = seen.insert((own.to_owned(), form.to_owned())),
                None if room == own => {}
                None => wrong.push(format!("{} names {name}", file.name())),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    for (room, allowed) in MAY_USE {
        assert!(files.iter().any(|file| file.modules()[0] == room), "there is no room `{room}`");
        for item in allowed.iter().filter(|may| may.contains("::")) {
            let used = seen.contains(&(room.to_owned(), (*item).to_owned()));
            assert!(used, "`{room}` has no need of `{item}` any more: take it out of the table");
        }
    }
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let code = "use crate::{a, b::{c, d}, e::f::g};\nlet x = super::super::h::I;\n\
                super::not; xcrate::no; use crate::j::{k, l::m};";
    let modules = ["one".to_owned(), "two".to_owned()];
    let names: Vec<String> = named(code, &modules).into_iter().collect();
    assert_eq!(names, ["a", "b::c", "b::d", "e::f", "h::I", "j::k", "j::l"]);
    let text = "use crate::a;\n// crate::b\n#[cfg(test)]\npub(crate) mod deep;\n#[cfg(test)]\nmod tests {\n    \
                use crate::c;\n}\nuse crate::d;\n";
    let (code, tests) = shipped(text);
    assert_eq!((code.as_str(), tests), ("use crate::a;\nuse crate::d;\n", vec!["deep".to_owned()]));
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for file in sources() {
        let lines = file.text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{} has {lines} lines, {LONGEST} are the most", file.name()));
        }
        if !file.text.starts_with("//! ") {
            wrong.push(format!("{} does not open with `//!`", file.name()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nothing_is_left_to_do() {
    for file in sources() {
        // The rule that finds such words in posts has to know them.
        if file.name() == "rules/content/placeholder.rs" {
            continue;
        }
        for word in ["TODO", "FIXME", "todo!", "unimplemented!"] {
            assert!(!file.text.contains(word), "{} holds {word}", file.name());
        }
    }
}

#[test]
fn nobody_opens_a_socket_or_runs_a_command_and_few_touch_files() {
    for file in sources() {
        let (code, _) = shipped(&file.text);
        for door in ["std::net", "process::Command"] {
            assert!(!code.contains(door), "{} uses {door}", file.name());
        }
        // It words the system's refusals and touches nothing.
        if file.name() == "lang/system.rs" {
            continue;
        }
        let room = file.modules().swap_remove(0);
        if !["load", "cli"].contains(&room.as_str()) {
            // A workbook in memory is read through the traits of files.
            let memory = room == "sheet";
            for disk in ["std::fs", "std::env", "std::io"] {
                if memory && disk == "std::io" {
                    continue;
                }
                assert!(!code.contains(disk), "{} uses {disk}", file.name());
            }
        }
    }
}

#[test]
fn the_repository_speaks_of_itself_alone() {
    // In pieces, so that this file does not hold them.
    let hosts = [
        ["crates", "io"],
        ["docs", "rs"],
        ["pypi", "org"],
        ["npmjs", "com"],
        ["npmjs", "org"],
        ["rubygems", "org"],
    ]
    .map(|parts| parts.join("."));
    // The folder of one workplace helps nobody elsewhere.
    let place = ["", "work", "main"].join("/");
    let mut read_files = 0;
    for path in files_under(&repository()) {
        // Cargo writes its lock file itself, source of every package included.
        if path.ends_with("Cargo.lock") {
            continue;
        }
        let Some(text) = read(&path) else { continue };
        read_files += 1;
        for host in hosts.iter().chain([&place]) {
            assert!(!text.contains(host.as_str()), "{} names {host}", path.display());
        }
    }
    assert!(read_files > 300, "only {read_files} files read");
}
