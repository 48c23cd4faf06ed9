//! The marks that stand around planted words until a text is finished.

use super::{Planted, Sample};

/// Before planted words; a letter for the rule follows.
pub const OPEN: char = '\u{e000}';
/// After planted words.
pub const CLOSE: char = '\u{e001}';
/// The letter of the first rule.
const FIRST: u32 = 0xe010;

/// The rules that a planted fault may break.
pub const RULES: [&str; 9] = [
    "address",
    "banned",
    "claims",
    "capitals",
    "exclamations",
    "doubled",
    "hashtags",
    "wording",
    "emoji-count",
];

/// The words with marks around them.
pub fn marked(rule: &str, words: &str) -> String {
    let index = RULES.iter().position(|known| *known == rule).expect("a known rule");
    let letter = u32::try_from(index).ok().and_then(|index| char::from_u32(FIRST + index));
    format!("{OPEN}{}{words}{CLOSE}", letter.expect("a private letter"))
}

/// A sentence whose words at fault stand between brackets, with marks instead.
pub fn from_brackets(rule: &str, sentence: &str, change: impl Fn(&str) -> String) -> String {
    let (before, rest) = sentence.split_once('[').expect("a fault is marked");
    let (words, after) = rest.split_once(']').expect("a fault is closed");
    format!("{before}{}{after}", marked(rule, &change(words)))
}

/// Whether there are planted words in it.
pub fn is_marked(text: &str) -> bool {
    text.contains(OPEN)
}

/// The text without its marks, and where they were.
pub fn finished(lang: &'static str, text: &str) -> Sample {
    let mut sample = Sample { lang, text: String::with_capacity(text.len()), planted: Vec::new() };
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        sample.text.push_str(before);
        let mut letters = after.chars();
        let letter = letters.next().map_or(FIRST, u32::from);
        let (words, after) = letters.as_str().split_once(CLOSE).expect("marks come in pairs");
        let rule = usize::try_from(letter - FIRST).map_or("", |index| RULES[index]);
        sample.planted.push(Planted { rule, words: words.to_owned(), at: sample.text.len() });
        sample.text.push_str(words);
        rest = after;
    }
    sample.text.push_str(rest);
    sample
}
