//! `placeholder`: words that wait for the real ones.
//!
//! One pass over the bytes of each text; no word list is tried anywhere but at a byte that can
//! start one.

use super::passage::{Passage, passages};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::model::Status;
use crate::rules::Facts;
use std::collections::HashSet;
use std::ops::Range;

/// Words that wait for the real ones.
pub static RULE: Rule = Rule {
    id: "placeholder",
    group: Group::Content,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A placeholder is left in the words of a post that is being written.",
        fr: "Il reste un texte provisoire dans une publication en cours d’écriture.",
    },
    why: Phrase {
        en: "“[link]” or “TBD” in a post that is out is the mistake everybody sees.",
        fr: "Un «\u{a0}[lien]\u{a0}» ou un «\u{a0}à définir\u{a0}» publié, c’est l’erreur que tout le monde voit.",
    },
    remedy: Phrase {
        en: "Write what belongs there. Until you know it, keep the post an `idea` or `planned`.",
        fr: "Écrivez ce qui doit s’y trouver. Tant que vous ne le savez pas, laissez la publication à `idea` ou `planned`.",
    },
    example: example!(
        r#"[[post]]
id = "billets"
title = "Les billets sont en vente"
status = "draft"
text = "Réservez ici : [lien]"
"#
    ),
};

/// What stands between square brackets, in any case.
const BRACKETED: [&str; 10] = [
    "lien",
    "link",
    "url",
    "à compléter",
    "a completer",
    "à définir",
    "tbd",
    "todo",
    "to be completed",
    "insert link",
];
/// The same, in this case only: `[x]` is a box that is ticked.
const LETTERS: [&str; 4] = ["N", "X", "XX", "XXX"];
/// What stands between `<` and `>`, in any case.
const ANGLED: [&str; 3] = ["lien", "link", "url"];
/// Whole words, in capitals only.
const WORDS: [&str; 4] = ["TBD", "TODO", "TK", "XXX"];
/// Phrases, in any case.
const PHRASES: [&str; 2] = ["lorem ipsum", "à définir"];
/// The longest text between brackets that is looked at, in bytes.
const LONGEST: usize = 40;

/// Looks for placeholders in every post that has words, planned or more.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = HashSet::new();
    for (ix, post) in facts.ws.each_post() {
        for passage in passages(facts.ws, ix, has_date) {
            for range in find(&passage.words.value) {
                let finding = finding(facts, &passage, range).of_post(&post.id.name);
                // What a series lends to its posts is written once, and said once.
                if seen.insert(finding.place) {
                    findings.push(finding);
                }
            }
        }
    }
    findings
}

fn finding(facts: &Facts<'_>, passage: &Passage<'_>, range: Range<usize>) -> Finding {
    let words = crate::text::clean(&passage.words.value[range.clone()]).into_owned();
    let at = passage.locate(facts.sources, range);
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} still has to be filled in", quote(lang, &words)),
        Lang::Fr => format!("{} reste à compléter", quote(lang, &words)),
    });
    let finding = Finding::new(RULE.id, at, message).help(Text::of(|lang| match lang {
        Lang::En => "write what belongs there, or take it away".to_owned(),
        Lang::Fr => "écrivez ce qui doit s’y trouver, ou retirez-le".to_owned(),
    }));
    match passage.channel {
        Some(channel) => finding.on_channel(&facts.ws.channel(channel).id.value),
        None => finding,
    }
}

/// A planned post may go out: what it says so far is read too.
const fn has_date(status: Status) -> bool {
    !matches!(status, Status::Idea | Status::Cancelled)
}

/// The placeholders of a text, in order.
fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut pos = 0;
    while pos < bytes.len() {
        let length = match bytes[pos] {
            b'[' => bracketed(text, pos),
            b'<' => enclosed(&text[pos..], '>', &ANGLED, &[]),
            b'{' => braced(&text[pos..]),
            b'T' | b'X' => word(text, pos),
            // `lo…`, and the two bytes of `à` and `À`: the second byte spares most of the work.
            b'l' | b'L' if matches!(bytes.get(pos + 1), Some(b'o' | b'O')) => phrase(text, pos),
            0xc3 if matches!(bytes.get(pos + 1), Some(0xa0 | 0x80)) => phrase(text, pos),
            _ => None,
        };
        match length {
            Some(length) => {
                found.push(pos..pos + length);
                pos += length;
            }
            None => pos += 1,
        }
    }
    found
}

/// `[lien]`, but not the words of a Markdown link, `[lien](https://…)`.
fn bracketed(text: &str, pos: usize) -> Option<usize> {
    let length = enclosed(&text[pos..], ']', &BRACKETED, &LETTERS)?;
    let is_link = text[pos + length..].starts_with('(');
    (!is_link).then_some(length)
}

/// Length of `[words]` at the start of a text, when the words are on one of the lists.
fn enclosed(rest: &str, close: char, any_case: &[&str], exact: &[&str]) -> Option<usize> {
    let end =
        rest.bytes().take(LONGEST).position(|byte| byte == b'\n' || char::from(byte) == close)?;
    let inside = rest.get(1..end)?.trim();
    let listed = rest[end..].starts_with(close)
        && (exact.contains(&inside)
            || any_case.iter().any(|word| folded_prefix(inside, word) == Some(inside.len())));
    listed.then_some(end + 1)
}

/// Length of `{{…}}`.
fn braced(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("{{")?;
    let line = inside.split('\n').next().unwrap_or_default();
    line.find("}}").map(|end| end + 4)
}

/// Length of a listed word, when it is a whole word.
fn word(text: &str, pos: usize) -> Option<usize> {
    let rest = &text[pos..];
    let word = WORDS.iter().find(|word| rest.starts_with(**word))?;
    is_apart(text, pos, word.len()).then_some(word.len())
}

/// Length of a listed phrase, when it begins and ends with a whole word.
fn phrase(text: &str, pos: usize) -> Option<usize> {
    let rest = text.get(pos..)?;
    let length = PHRASES.iter().find_map(|phrase| folded_prefix(rest, phrase))?;
    is_apart(text, pos, length).then_some(length)
}

fn is_apart(text: &str, pos: usize, length: usize) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let before = text[..pos].chars().next_back();
    let after = text[pos + length..].chars().next();
    !before.is_some_and(inside) && !after.is_some_and(inside)
}

/// How many bytes of `text` say `small`, a phrase in small letters, in any case; spaces of any
/// kind are one.
fn folded_prefix(text: &str, small: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    for wanted in small.chars() {
        let (_, c) = chars.next()?;
        let same = c == wanted
            || c.to_lowercase().eq(std::iter::once(wanted))
            || (wanted == ' ' && matches!(c, '\u{a0}' | '\u{202f}'));
        if !same {
            return None;
        }
    }
    Some(chars.offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn placeholders_are_found_at_their_words() {
        let text =
            "[Lien] [N] <lien> {{prénom}} TBD, TODO (TK) XXX À définir Lorem ipsum [à compléter]";
        assert_eq!(
            words(text),
            [
                "[Lien]",
                "[N]",
                "<lien>",
                "{{prénom}}",
                "TBD",
                "TODO",
                "TK",
                "XXX",
                "À définir",
                "Lorem ipsum",
                "[à compléter]"
            ]
        );
    }

    #[test]
    fn links_notes_and_other_words_are_none() {
        let text = "[lien](https://a.example) [1] [x] [n] ATKINS TKO XXXL Todo tbd TODO_LIST \
                    {{ <b> [une photo] voilà définir [ligne\n] {{a\n}} […]";
        assert_eq!(words(text), Vec::<&str>::new());
    }

    #[test]
    fn broken_and_odd_texts_are_harmless() {
        for text in ["[", "<", "{{", "{{}}", "é[", "À", "[é", "Ã", "[À compléte", "l", ""] {
            assert!(find(text).len() < 2, "{text}");
        }
    }
}
