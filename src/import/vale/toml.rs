//! A tone file, written tidily: TOML 1.0 that a person would write.
//!
//! It knows how values are written, not what rules are.

/// A table `[[rule]]` with its comments.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Lines of comment above it.
    pub(super) comments: Vec<String>,
    /// Its keys, in order.
    pub(super) keys: Vec<(&'static str, Field)>,
    /// `[rule.swap]`, when it has one.
    pub(super) swap: Vec<(String, String)>,
}

/// The value of a key.
#[derive(Clone, Debug)]
pub(super) enum Field {
    /// `"words"`.
    Text(String),
    /// `12`.
    Number(u32),
    /// `false`.
    Off,
    /// `["one", "two"]`.
    Texts(Vec<String>),
    /// `['\bone\b']`, one a line when there are several.
    Patterns(Vec<String>),
    /// `[["a", "b"], ["c", "d"]]`.
    Groups(Vec<Vec<String>>),
    /// `{ pattern = 'a' }`.
    When(String),
}

/// Widest line of a list, in characters.
const WIDTH: usize = 100;

impl Entry {
    /// Adds the table to a file.
    pub(super) fn write(&self, out: &mut String) {
        for comment in &self.comments {
            comment_line(comment, out);
        }
        out.push_str("[[rule]]\n");
        for (key, value) in &self.keys {
            out.push_str(&format!("{key} = {}\n", value.written(key.len() + 3)));
        }
        if !self.swap.is_empty() {
            out.push_str("[rule.swap]\n");
            for (from, to) in &self.swap {
                out.push_str(&format!("{} = {}\n", text(from), text(to)));
            }
        }
    }
}

impl Field {
    /// As TOML, behind `taken` characters of its line.
    fn written(&self, taken: usize) -> String {
        match self {
            Self::Text(words) => text(words),
            Self::Number(number) => number.to_string(),
            Self::Off => "false".to_owned(),
            Self::Texts(list) => {
                let items: Vec<String> = list.iter().map(|words| text(words)).collect();
                array(&items, taken)
            }
            Self::Patterns(list) => match list.as_slice() {
                [one] => format!("[{}]", pattern(one)),
                many => {
                    let lines: String =
                        many.iter().map(|one| format!("  {},\n", pattern(one))).collect();
                    format!("[\n{lines}]")
                }
            },
            Self::Groups(groups) => {
                let groups: Vec<String> = groups
                    .iter()
                    .map(|group| {
                        let words: Vec<String> = group.iter().map(|word| text(word)).collect();
                        format!("[{}]", words.join(", "))
                    })
                    .collect();
                array(&groups, taken)
            }
            Self::When(found) => format!("{{ pattern = {} }}", pattern(found)),
        }
    }
}

/// A comment: one line, whatever it holds.
pub(super) fn comment_line(words: &str, out: &mut String) {
    let words: String =
        words.chars().map(|c| if c.is_control() || is_hidden(c) { ' ' } else { c }).collect();
    out.push_str(format!("# {words}").trim_end());
    out.push('\n');
}

/// A list on one line, or on as many as it takes.
pub(super) fn array(items: &[String], taken: usize) -> String {
    let line = format!("[{}]", items.join(", "));
    if line.chars().count() + taken <= WIDTH {
        return line;
    }
    let (mut out, mut width) = ("[".to_owned(), usize::MAX);
    for item in items {
        let wide = item.chars().count() + 2;
        if width.saturating_add(wide) > WIDTH {
            out.push_str("\n ");
            width = 1;
        }
        out.push_str(&format!(" {item},"));
        width += wide;
    }
    out.push_str("\n]");
    out
}

/// A basic string.
pub(super) fn text(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || is_hidden(c) => {
                out.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A string in which backslashes are themselves, where one can be written.
fn pattern(words: &str) -> String {
    let plain = !words.chars().any(|c| c.is_control() || is_hidden(c));
    match (plain, words.contains('\'')) {
        (true, false) => format!("'{words}'"),
        (true, true)
            if !words.contains("''") && !words.ends_with('\'') && !words.starts_with('\'') =>
        {
            format!("'''{words}'''")
        }
        _ => text(words),
    }
}

/// A character that one would not see in the file and that nobody types; all have four hexadecimal
/// digits.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(value: &str) -> toml::Value {
        let table: toml::Table = toml::from_str(&format!("a = {value}\n")).unwrap();
        table["a"].clone()
    }

    #[test]
    fn strings_come_back_as_they_were() {
        for words in [
            "",
            "a",
            "it's",
            "'",
            "''",
            "a '' b",
            "\"",
            "\\b",
            "a\\",
            "tab\there",
            "two\nlines",
            "\u{1f}\u{7f}\u{85}",
            "« n\u{a0}° »",
            "\u{200d}👩\u{200d}🍳",
            "'quoted'",
            "é",
        ] {
            assert_eq!(back(&text(words)).as_str(), Some(words));
            assert_eq!(back(&pattern(words)).as_str(), Some(words), "{}", pattern(words));
        }
        assert_eq!(pattern(r"\bit's\b"), r"'''\bit's\b'''");
    }

    #[test]
    fn long_lists_are_broken_between_items() {
        let words: Vec<String> = (0..60).map(|n| format!("word {n}")).collect();
        let list = Field::Texts(words.clone()).written(8);
        assert!(list.lines().count() > 5);
        assert!(list.lines().all(|line| line.chars().count() <= WIDTH), "{list}");
        let read: Vec<String> = back(&list).try_into().unwrap();
        assert_eq!(read, words);
        assert_eq!(Field::Texts(vec!["a".into(), "b".into()]).written(8), "[\"a\", \"b\"]");
        assert_eq!(Field::Texts(Vec::new()).written(0), "[]");
    }

    #[test]
    fn an_entry_is_a_table() {
        let entry = Entry {
            comments: vec!["from\u{7}a.yml".to_owned()],
            keys: vec![
                ("id", Field::Text("a".into())),
                ("ignore_case", Field::Off),
                ("max", Field::Number(3)),
                ("patterns", Field::Patterns(vec![r"\d+".into(), "x'y".into()])),
                ("either", Field::Groups(vec![vec!["a".into(), "b".into()]])),
                ("when", Field::When(r"\s".into())),
            ],
            swap: vec![("e-mail".into(), "mail|courriel".into())],
        };
        let mut out = String::new();
        entry.write(&mut out);
        assert!(out.starts_with("# from a.yml\n[[rule]]\nid = \"a\"\n"), "{out}");
        let file: toml::Table = toml::from_str(&out).unwrap();
        let rule = &file["rule"][0];
        assert_eq!(rule["patterns"][1].as_str(), Some("x'y"));
        assert_eq!(rule["when"]["pattern"].as_str(), Some(r"\s"));
        assert_eq!(rule["swap"]["e-mail"].as_str(), Some("mail|courriel"));
    }
}
