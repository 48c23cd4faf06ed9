//! `extends: capitalization`: how a text is capitalised.

use super::{Made, New, except, message, refused_as};
use crate::import::vale::pattern;
use crate::import::vale::reason::Reason;
use crate::import::vale::style::Rule;
use crate::import::vale::toml::Field;

/// What becomes of it: no capitals at all, or none but capitals, is a pattern that is not found; a
/// pattern of one's own must be found. Titles and sentences have no kind of rule here.
pub(super) fn carry(rule: &Rule) -> Made {
    let Some(wanted) = rule.text("match") else {
        return Made::nothing(rule.line("match"), Reason::Missing("match"));
    };
    let mut made = Made::default();
    let forbidden = match wanted.text.as_str() {
        "$lower" => Some(r"\w*\p{Lu}\w*"),
        "$upper" => Some(r"\w*\p{Ll}\w*"),
        style if style.starts_with('$') => {
            return Made::nothing(wanted.line, Reason::Capitals(style.to_owned()));
        }
        _ => None,
    };
    if let Err(refused) = pattern::accept(&wanted.text)
        && forbidden.is_none()
    {
        return Made::nothing(wanted.line, refused_as(&wanted.text, refused));
    }
    let new = match forbidden {
        Some(found) => {
            let mut keys = vec![
                ("patterns", Field::Patterns(vec![found.to_owned()])),
                ("ignore_case", Field::Off),
                ("word", Field::Off),
            ];
            keys.extend(except(rule, Vec::new(), &mut made));
            New::of("forbid", message(rule), keys)
        }
        None => {
            let keys = vec![("patterns", Field::Patterns(vec![wanted.text]))];
            New::of("require", message(rule), keys)
        }
    };
    made.rules.push(new);
    made
}
