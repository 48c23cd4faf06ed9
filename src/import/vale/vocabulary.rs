//! `accept.txt` and `reject.txt`: the words that a project takes, and those it does not.

use super::carry::{Made, New};
use super::pattern;
use super::reason::Reason;
use super::toml::Field;

/// Which of the two lists a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Accept,
    Reject,
}

/// The list that a file is.
pub(super) fn list(file: &str) -> Option<List> {
    match file.rsplit('/').next().unwrap_or(file) {
        "accept.txt" => Some(List::Accept),
        "reject.txt" => Some(List::Reject),
        _ => None,
    }
}

/// The words of an `accept.txt`, and what is left of it.
pub(super) fn accepted(text: &str) -> (Vec<String>, Vec<(usize, Reason)>) {
    let (mut words, mut left) = (Vec::new(), Vec::new());
    for (line, entry) in entries(text) {
        match one_case(entry) {
            Some(found) => words.extend(found),
            None => left.push((line, Reason::Accepted(entry.to_owned()))),
        }
    }
    (words, left)
}

/// The rule of a `reject.txt`.
pub(super) fn rejected(text: &str) -> Made {
    let mut made = Made::default();
    let (mut terms, mut patterns) = (Vec::new(), Vec::new());
    for (line, entry) in entries(text) {
        match pattern::words(entry).filter(|found| found.except.is_empty()) {
            Some(found) => terms.extend(found.words),
            None => {
                let edged = format!(r"\b(?:{entry})\b");
                match pattern::accept(&edged) {
                    Ok(()) => patterns.push(edged),
                    Err(refused) => {
                        made.left.push((line, super::carry::refused_as(entry, refused)))
                    }
                }
            }
        }
    }
    let mut seen = std::collections::HashSet::new();
    terms.retain(|term: &String| seen.insert(term.clone()));
    let mut keys = Vec::new();
    if !terms.is_empty() {
        keys.push(("terms", Field::Texts(terms)));
    }
    if !patterns.is_empty() {
        keys.push(("patterns", Field::Patterns(patterns)));
    }
    if !keys.is_empty() {
        keys.push(("ignore_case", Field::Off));
        if !seen.is_empty() {
            keys.push(("inflect", Field::Off));
        }
        made.rules.push(New::of("forbid", None, keys));
    }
    made
}

/// The words of an entry, unless two of them differ by their capitals alone: then none is the exact
/// one.
fn one_case(entry: &str) -> Option<Vec<String>> {
    let found = pattern::words(entry).filter(|found| found.except.is_empty())?;
    let mut lower: Vec<String> = found.words.iter().map(|word| word.to_lowercase()).collect();
    lower.sort();
    lower.dedup();
    (lower.len() == found.words.len()).then_some(found.words)
}

fn entries(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("# "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepted_words_have_one_case() {
        let (words, left) = accepted("# brands\nÉdito\n\nhobbies?\n[Oo]pen\n(?i)any\n");
        assert_eq!(words, ["Édito", "hobbie", "hobbies"]);
        let lines: Vec<usize> = left.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [5, 6]);
    }

    #[test]
    fn rejected_words_are_a_rule() {
        let made = rejected("synergy\n(?i)leverage\n(?=no)\n");
        assert_eq!((made.rules.len(), made.left.len()), (1, 1));
        assert_eq!(made.rules[0].keys.len(), 4);
        assert!(rejected("\n").rules.is_empty());
    }
}
