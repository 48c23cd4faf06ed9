//! `extends: metric` and `extends: readability`: formulas of readability that are known here.

use super::{Made, New, scoreless};
use crate::import::vale::reason::Reason;
use crate::import::vale::style::{Piece, Rule};
use crate::import::vale::toml::Field;

/// Formulas, without spaces and parentheses, as styles write them. In all of them the number of
/// words per sentence comes first, so parentheses change nothing but the order of `*` and `/`.
const FORMULAS: [(&str, &str); 7] = [
    ("206.835-1.015*words/sentences-84.6*syllables/words", "flesch"),
    ("0.39*words/sentences+11.8*syllables/words-15.59", "flesch-kincaid"),
    ("words/sentences+long_words*100/words", "lix"),
    ("words/sentences+100*long_words/words", "lix"),
    ("words/sentences+long_words/words*100", "lix"),
    ("207-1.015*words/sentences-73.6*syllables/words", "kandel-moles"),
    ("207-73.6*syllables/words-1.015*words/sentences", "kandel-moles"),
];

/// What becomes of a formula and its limit.
pub(super) fn metric(rule: &Rule) -> Made {
    let (Some(formula), Some(condition)) = (rule.text("formula"), rule.text("condition")) else {
        let missing = if rule.text("formula").is_some() { "condition" } else { "formula" };
        return Made::nothing(rule.line(missing), Reason::Missing(missing));
    };
    let bare: String =
        formula.text.chars().filter(|c| !c.is_whitespace() && !"()".contains(*c)).collect();
    let Some((_, name)) = FORMULAS.iter().find(|(known, _)| *known == bare) else {
        return Made::nothing(formula.line, Reason::Formula);
    };
    let mut made = Made::default();
    match limit(&condition, &mut made) {
        Some(limit) => made.rules.push(New::of(
            "readability",
            scoreless(rule),
            vec![("formula", Field::Text((*name).to_owned())), limit],
        )),
        None => made = Made::nothing(condition.line, Reason::Limit(condition.text)),
    }
    made
}

/// What becomes of a grade: the mean of several measures, of which one is known.
pub(super) fn grade(rule: &Rule) -> Made {
    let Some(grade) = rule.text("grade") else {
        return Made::nothing(rule.line("grade"), Reason::Missing("grade"));
    };
    let measures = rule.list("metrics");
    let (known, others): (Vec<&Piece>, Vec<&Piece>) =
        measures.iter().partition(|name| name.text.trim() == "Flesch-Kincaid");
    if known.is_empty() {
        return Made::nothing(rule.line("metrics"), Reason::Formula);
    }
    let mut made = Made::default();
    if let Some(first) = others.first() {
        let names: Vec<&str> = others.iter().map(|name| name.text.as_str()).collect();
        made.leave(first.line, Reason::Measures(names.join(", ")));
    }
    let condition = Piece { text: format!("> {}", grade.text), line: grade.line };
    match limit(&condition, &mut made) {
        Some(limit) => made.rules.push(New::of(
            "readability",
            scoreless(rule),
            vec![("formula", Field::Text("flesch-kincaid".to_owned())), limit],
        )),
        None => made = Made::nothing(grade.line, Reason::Limit(grade.text)),
    }
    made
}

/// `min` or `max` of a condition under which Vale complains: `> 8` is `max = 8`.
fn limit(condition: &Piece, made: &mut Made) -> Option<(&'static str, Field)> {
    let text = condition.text.trim();
    let (key, rest) = match text.strip_prefix('>') {
        Some(rest) => ("max", rest),
        None => ("min", text.strip_prefix('<')?),
    };
    let (also_equal, rest) = match rest.strip_prefix('=') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let (whole, part) = rest.trim().split_once('.').unwrap_or((rest.trim(), ""));
    let number: u32 = whole.parse().ok()?;
    let is_whole = part.chars().all(|c| c == '0');
    if !part.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    if also_equal || !is_whole {
        made.leave(condition.line, Reason::Rounded(text.to_owned()));
    }
    // Rounded to the side that complains less.
    let number = if key == "max" && !is_whole { number.checked_add(1)? } else { number };
    Some((key, Field::Number(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_limits() {
        for (text, key, number, rounded) in [
            ("> 8", "max", 8, 0),
            ("<70", "min", 70, 0),
            (">= 12", "max", 12, 1),
            ("> 8.5", "max", 9, 1),
            ("< 59.5", "min", 59, 1),
            ("> 8.0", "max", 8, 0),
        ] {
            let mut made = Made::default();
            let piece = Piece { text: text.to_owned(), line: 1 };
            let Some((found, Field::Number(n))) = limit(&piece, &mut made) else {
                panic!("{text}")
            };
            assert_eq!((found, n, made.left.len()), (key, number, rounded), "{text}");
        }
        for none in ["8", "== 3", "> a", "> 8.x", "> -3"] {
            let piece = Piece { text: none.to_owned(), line: 1 };
            assert!(limit(&piece, &mut Made::default()).is_none(), "{none}");
        }
    }
}
