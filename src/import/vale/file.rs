//! The tone file that a style becomes: its rules with unique names, and what was left behind.

use super::toml::{self, Entry, Field};
use super::{Carried, Done, Imported, Left, Much, carry::New};
use crate::lang::{Lang, list};
use crate::text::slug;
use std::collections::HashSet;

/// Longest id of a rule.
const LONGEST: usize = 64;

/// The tables of the file; what was carried and what was left goes into the record.
pub(super) fn entries(done: Vec<Done>, out: &mut Imported) -> Vec<Entry> {
    let styles: HashSet<&str> = done.iter().map(|done| done.style.as_str()).collect();
    let several = styles.len() > 1;
    let mut ids = HashSet::new();
    let mut entries = Vec::new();
    for done in &done {
        let base = match several && !done.style.is_empty() {
            true => format!("{} {}", parted(&done.style), parted(&done.name)),
            false => parted(&done.name),
        };
        let much = if done.made.rules.is_empty() { Much::Whole } else { Much::Part };
        out.left.extend(done.made.left.iter().map(|(line, reason)| Left {
            file: done.file.clone(),
            line: (*line).max(1),
            what: reason.text(),
            much,
        }));
        if done.made.rules.is_empty() {
            continue;
        }
        let mut own = Vec::new();
        for new in &done.made.rules {
            let id = unique(&base, &new.suffix, &mut ids);
            entries.push(entry(done, new, &id));
            own.push(id);
        }
        let much = if done.made.left.is_empty() { Much::Whole } else { Much::Part };
        out.carried.push(Carried { file: done.file.clone(), ids: own, much });
    }
    entries
}

fn entry(done: &Done, new: &New, id: &str) -> Entry {
    let mut keys = vec![
        ("id", Field::Text(id.to_owned())),
        ("kind", Field::Text(new.kind.to_owned())),
        ("level", Field::Text(done.level.word().to_owned())),
    ];
    let texts = [("message", &new.message), ("why", &new.why), ("link", &done.link)];
    for (key, value) in texts {
        keys.extend(value.iter().map(|words| (key, Field::Text(words.clone()))));
    }
    keys.extend(new.keys.iter().cloned());
    Entry {
        comments: vec![short(&done.file).to_owned()],
        keys,
        swap: super::clash::pairs(&new.swap),
    }
}

/// The whole file.
pub(super) fn write(words: &[String], entries: &[Entry], out: &Imported, lang: Lang) -> String {
    let mut file = String::new();
    head(out, lang, &mut file);
    if !words.is_empty() {
        let items: Vec<String> = words.iter().map(|word| toml::text(word)).collect();
        file.push_str(&format!("\nvocabulary = {}\n", toml::array(&items, 13)));
    }
    for entry in entries {
        file.push('\n');
        entry.write(&mut file);
    }
    if !out.left.is_empty() {
        file.push('\n');
        let title = match lang {
            Lang::En => "Left behind:",
            Lang::Fr => "Laissé de côté\u{a0}:",
        };
        toml::comment_line(title, &mut file);
        for left in &out.left {
            let (name, line) = (short(&left.file), left.line);
            toml::comment_line(&format!("- {name}:{line}  {}", left.what.get(lang)), &mut file);
        }
    }
    file
}

fn head(out: &Imported, lang: Lang, file: &mut String) {
    let mut styles: Vec<&str> = Vec::new();
    for rule in &out.carried {
        let folder = short(&rule.file).rsplit_once('/').map_or("", |(folder, _)| folder);
        if !folder.is_empty() && !styles.contains(&folder) {
            styles.push(folder);
        }
    }
    let styles = list(lang, &styles);
    let from = match lang {
        Lang::En => format!("Rules carried over from a Vale style: {styles}"),
        Lang::Fr => format!("Règles reprises d’un style Vale\u{a0}: {styles}"),
    };
    toml::comment_line(from.trim_end_matches([' ', ':', '\u{a0}']), file);
    let hints = match lang {
        Lang::En => [
            "Vale does not say which language its rules are for: add `lang = \"en\"` to those that",
            "must leave posts in other languages alone.",
        ],
        Lang::Fr => [
            "Vale ne dit pas pour quelle langue sont ses règles\u{a0}: ajoutez `lang = \"en\"` à celles",
            "qui doivent laisser tranquilles les publications dans une autre langue.",
        ],
    };
    for hint in hints {
        toml::comment_line(hint, file);
    }
}

/// A file with its folder alone: `Own/Jargon.yml`.
fn short(file: &str) -> &str {
    let name = file.rfind('/').unwrap_or(0);
    let folder = file.get(..name).and_then(|folders| folders.rfind('/'));
    folder.map_or(file, |at| &file[at + 1..])
}

/// A name in words: `OxfordComma` is `Oxford Comma`, `URLFormat` `URL Format`.
fn parted(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        let begins = c.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || (before.is_uppercase() && after.is_some_and(|after| after.is_lowercase()))
            });
        if begins {
            out.push(' ');
        }
        out.push(*c);
    }
    out
}

/// An id that no other rule has.
fn unique(base: &str, suffix: &str, ids: &mut HashSet<String>) -> String {
    let wanted = slug(format!("{base} {suffix}").trim());
    if ids.insert(wanted.clone()) {
        return wanted;
    }
    let mut number = 2_usize;
    loop {
        let tail = format!("-{number}");
        let end = wanted.len().min(LONGEST - tail.len());
        let id = format!("{}{tail}", wanted[..end].trim_end_matches('-'));
        if ids.insert(id.clone()) {
            return id;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ids() {
        for (name, id) in [
            ("OxfordComma", "oxford-comma"),
            ("URLFormat", "url-format"),
            ("AMPM", "ampm"),
            ("noJargon_2", "no-jargon-2"),
            ("write-good", "write-good"),
        ] {
            assert_eq!(slug(&parted(name)), id);
        }
    }

    #[test]
    fn ids_are_unique_and_short() {
        let mut ids = HashSet::new();
        let long = "very long ".repeat(20);
        let all: Vec<String> = (0..12).map(|_| unique("a", &long, &mut ids)).collect();
        assert_eq!(ids.len(), 12);
        assert!(all.iter().all(|id| id.len() <= LONGEST && !id.ends_with('-')), "{all:?}");
    }

    #[test]
    fn files_are_named_with_their_folder() {
        assert_eq!(short("/a/b/Own/J.yml"), "Own/J.yml");
        assert_eq!(short("Own/J.yml"), "Own/J.yml");
        assert_eq!(short("J.yml"), "J.yml");
    }
}
