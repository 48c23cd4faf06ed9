//! Values put into a TOML text, in the form that is found there: every other byte stays.
//!
//! One value is put in at a time and the text is parsed again, so that each step sees what the one
//! before did. Whether what came of it is the same document but for those values is asked at the end.

use crate::edit::{Edit, applied};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A text that is to be put in a table: where, the key, the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Put {
    /// The keys that lead to the table; none: the document itself.
    pub(super) table: Vec<String>,
    pub(super) key: &'static str,
    pub(super) value: String,
}

/// The text with these values; nothing where one can't be put in without touching anything else.
pub(super) fn with(text: &str, puts: &[Put]) -> Option<String> {
    let (mark, bare) = match text.strip_prefix('\u{feff}') {
        Some(bare) => ("\u{feff}", bare),
        None => ("", text),
    };
    let mut after = bare.to_owned();
    for put in puts {
        after = put_in(&after, put)?;
    }
    let mut wanted = leaves(bare)?;
    for put in puts {
        for end in 0..put.table.len() {
            wanted.insert(path(&put.table[..=end]), "table".to_owned());
        }
        let own = [put.table.as_slice(), &[put.key.to_owned()]].concat();
        wanted.insert(path(&own), string(&put.value));
    }
    (leaves(&after)? == wanted).then(|| format!("{mark}{after}"))
}

/// Every table and value of a document, by its path.
fn leaves(text: &str) -> Option<BTreeMap<String, String>> {
    let document = DeTable::parse(text).ok()?;
    let mut found = BTreeMap::new();
    walk(document.get_ref(), &mut Vec::new(), &mut found);
    Some(found)
}

fn walk(table: &DeTable<'_>, at: &mut Vec<String>, found: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        at.push(key.get_ref().to_string());
        let said = match value.get_ref() {
            DeValue::Table(inner) => {
                walk(inner, at, found);
                "table".to_owned()
            }
            value => said(value),
        };
        found.insert(path(at), said);
        at.pop();
    }
}

/// A value without its place.
fn said(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => string(text),
        DeValue::Integer(number) => format!("{} in {}", number.as_str(), number.radix()),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(value) => value.to_string(),
        DeValue::Datetime(time) => time.to_string(),
        DeValue::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| said(item.get_ref())).collect();
            format!("[{}]", items.join(", "))
        }
        DeValue::Table(table) => {
            let mut found = BTreeMap::new();
            walk(table, &mut Vec::new(), &mut found);
            format!("{found:?}")
        }
    }
}

fn path(keys: &[String]) -> String {
    format!("{keys:?}")
}

/// A text as TOML; all of ours are plain.
fn string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn put_in(text: &str, put: &Put) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let mut table = document.get_ref();
    let mut place: Option<&Spanned<DeValue<'_>>> = None;
    for (i, key) in put.table.iter().enumerate() {
        let Some(value) = table.get(key.as_str()) else {
            return Some(made(text, place, put, i));
        };
        table = value.get_ref().as_table()?;
        place = Some(value);
    }
    let value = string(&put.value);
    let line = format!("{} = {value}", put.key);
    let edit = match (table.get(put.key), place) {
        (Some(old), _) => Edit { range: old.span(), text: value },
        (None, None) => on_top(text, table, &line),
        (None, Some(place)) => inside(text, place, table.is_empty(), &line),
    };
    Some(applied(text, &[edit]))
}

/// The line end of a text.
fn end_of_line(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// A key of a table that is there: below its header, behind its brace, beside its dotted key.
fn inside(text: &str, place: &Spanned<DeValue<'_>>, empty: bool, line: &str) -> Edit {
    let (span, eol) = (place.span(), end_of_line(text));
    let written = &text[span.clone()];
    let start = line_start(text, span.start);
    let indent = &text[start..start + text[start..].len() - text[start..].trim_start().len()];
    if written.starts_with('{') {
        let at = span.start + 1;
        return match empty {
            true => Edit { range: at..span.end - 1, text: format!(" {line} ") },
            false => {
                let space = if text[at..].starts_with([' ', '\n', '\r', '\t']) { "" } else { " " };
                Edit { range: at..at, text: format!(" {line},{space}") }
            }
        };
    }
    if written.starts_with('[') {
        let at = text[span.end..].find('\n').map(|end| span.end + end + 1);
        return match at {
            Some(at) => Edit { range: at..at, text: format!("{indent}{line}{eol}") },
            None => {
                Edit { range: text.len()..text.len(), text: format!("{eol}{indent}{line}{eol}") }
            }
        };
    }
    // Named on the way to another table, `[mix.pillars.promo]` for `mix`: it gets a header.
    let head = text[start..].trim_start();
    if head.starts_with('[') {
        let name = text[start..span.end].trim_start().trim_start_matches('[').trim_start();
        let header = format!("{indent}[{name}]{eol}{indent}{line}{eol}{eol}");
        return Edit { range: start..start, text: header };
    }
    let entry = text[..span.start].rfind(['\n', '{', ',']).map_or(0, |at| at + 1);
    let prefix = text[entry..span.end].trim_start();
    match text[..entry].ends_with(['{', ',']) {
        true => {
            let at = span.end - prefix.len();
            Edit { range: at..at, text: format!("{prefix}.{line}, ") }
        }
        false => Edit { range: start..start, text: format!("{indent}{prefix}.{line}{eol}") },
    }
}

/// A key of the document itself: before its first one, else before its first table.
fn on_top(text: &str, table: &DeTable<'_>, line: &str) -> Edit {
    let eol = end_of_line(text);
    let first = table.iter().map(|(key, _)| line_start(text, key.span().start)).min();
    let Some(first) = first else {
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { eol };
        return Edit { range: text.len()..text.len(), text: format!("{gap}{line}{eol}") };
    };
    if !text[first..].trim_start().starts_with('[') {
        return Edit { range: first..first, text: format!("{line}{eol}") };
    }
    // Comments right above a header speak of it, but for those that open the file.
    let mut at = first;
    while at > 0 {
        let above = line_start(text, at - 1);
        if !text[above..at].trim_start().starts_with('#') {
            break;
        }
        at = above;
    }
    let at = if at == 0 { first } else { at };
    Edit { range: at..at, text: format!("{line}{eol}{eol}") }
}

/// A table that is not there yet, `known` keys of whose path are: at the end of the text, or in the
/// braces of what holds it.
fn made(text: &str, place: Option<&Spanned<DeValue<'_>>>, put: &Put, known: usize) -> String {
    let (eol, line) = (end_of_line(text), format!("{} = {}", put.key, string(&put.value)));
    let braces = place.filter(|place| text[place.span()].starts_with('{'));
    if let Some(place) = braces {
        let missing = &put.table[known..];
        let (head, tail) = missing.split_first().map_or(("", missing), |(h, t)| (h.as_str(), t));
        let inner = tail
            .iter()
            .rev()
            .fold(format!("{{ {line} }}"), |inner, key| format!("{{ {key} = {inner} }}"));
        let empty = place.get_ref().as_table().is_none_or(DeTable::is_empty);
        return applied(text, &[inside(text, place, empty, &format!("{head} = {inner}"))]);
    }
    let gap = match text {
        "" => "",
        text if text.ends_with('\n') => eol,
        _ => &format!("{eol}{eol}"),
    };
    format!("{text}{gap}[{}]{eol}{line}{eol}", put.table.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(table: &str, key: &'static str, value: &str) -> Put {
        let table = table.split('.').filter(|key| !key.is_empty()).map(str::to_owned).collect();
        Put { table, key, value: value.to_owned() }
    }

    fn after(text: &str, puts: &[Put]) -> String {
        let once = with(text, puts).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(with(&once, puts).as_deref(), Some(once.as_str()), "twice");
        once
    }

    #[test]
    fn a_file_of_its_own() {
        let text = "#:schema x\n#\n# Mix\n\nwindow = \"28d\" # four weeks\n\n# Backstage\n[pillars.a] # here\nname = \"A\"\n";
        let puts = [put("", "preset", "80/20"), put("pillars.a", "group", "value")];
        assert_eq!(
            after(text, &puts),
            "#:schema x\n#\n# Mix\n\npreset = \"80/20\"\nwindow = \"28d\" # four weeks\n\n\
             # Backstage\n[pillars.a] # here\ngroup = \"value\"\nname = \"A\"\n"
        );
        assert_eq!(
            after("# Mix\n\n# A\n[pillars.a]", &puts),
            "# Mix\n\npreset = \"80/20\"\n\n# A\n[pillars.a]\ngroup = \"value\"\n"
        );
        assert_eq!(after("", &puts[..1]), "preset = \"80/20\"\n");
    }

    #[test]
    fn tables_in_braces_and_dotted_keys() {
        let puts = [put("mix", "preset", "80/20"), put("mix.pillars.a", "group", "value")];
        for (text, expected) in [
            (
                "mix = { pillars = { a = {} } }\n",
                "mix = { preset = \"80/20\", pillars = { a = { group = \"value\" } } }\n",
            ),
            (
                "[mix]\npillars = {b={}, a={name='A'}}\n",
                "[mix]\npreset = \"80/20\"\npillars = {b={}, a={ group = \"value\", name='A'}}\n",
            ),
            (
                "mix.pillars.a.name = 'A'\n",
                "mix.preset = \"80/20\"\nmix.pillars.a.group = \"value\"\nmix.pillars.a.name = 'A'\n",
            ),
            (
                "[mix.pillars]\na.name = 'A'\n",
                "[mix]\npreset = \"80/20\"\n\n[mix.pillars]\na.group = \"value\"\na.name = 'A'\n",
            ),
            (
                "[mix]\npillars = { a.name = 'A', b = {} }\n",
                "[mix]\npreset = \"80/20\"\npillars = { a.group = \"value\", a.name = 'A', b = {} }\n",
            ),
            (
                "x = 1\r\n\r\n[mix.pillars.a.extra]\r\ny = 1\r\n",
                "x = 1\r\n\r\n[mix]\r\npreset = \"80/20\"\r\n\r\n[mix.pillars.a]\r\ngroup = \"value\"\r\n\r\n[mix.pillars.a.extra]\r\ny = 1\r\n",
            ),
        ] {
            assert_eq!(after(text, &puts), expected);
        }
    }

    #[test]
    fn what_is_there_is_replaced_and_what_is_not_is_made() {
        let puts = [put("mix", "preset", "thirds"), put("mix.pillars.a", "group", "promo")];
        assert_eq!(
            after("[mix]\npreset = '4-1-1' # old\n[mix.pillars.a]\ngroup='x'\n", &puts),
            "[mix]\npreset = \"thirds\" # old\n[mix.pillars.a]\ngroup=\"promo\"\n"
        );
        assert_eq!(
            after("\u{feff}[calendar]\nname = \"A\"", &puts),
            "\u{feff}[calendar]\nname = \"A\"\n\n[mix]\npreset = \"thirds\"\n\n\
             [mix.pillars.a]\ngroup = \"promo\"\n"
        );
        assert_eq!(
            after("mix = { window = \"week\" }\n", &puts),
            "mix = { pillars = { a = { group = \"promo\" } }, preset = \"thirds\", window = \"week\" }\n"
        );
    }

    #[test]
    fn what_cannot_be_done_is_left_alone() {
        assert_eq!(with("mix = \"mix.toml\"\n", &[put("mix", "preset", "thirds")]), None);
        assert_eq!(with("mix = \n", &[put("mix", "preset", "thirds")]), None);
    }
}
