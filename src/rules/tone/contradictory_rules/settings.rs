//! Two rules that want the same thing written in two ways.

use super::super::meet::running;
use super::{clash, opposed};
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text};
use crate::model::tone::{
    Address, Apostrophe, Ellipsis, InclusiveForm, Marks, Position, Spaces, TagCase, Typography,
};
use crate::model::{Demand, ToneRule, Workspace};
use std::borrow::Cow;
use std::collections::HashMap;

/// A key and its value; any two values of one key exclude each other.
type Setting<'t> = (&'static str, Cow<'t, str>);

/// The position of hashtags, which is not that of emoji.
const TAGS: &str = "position ";

/// Looks for settings that exclude each other.
pub(super) fn check(ws: &Workspace) -> Vec<Finding> {
    let mut seen: HashMap<&str, Vec<(&ToneRule, Cow<'_, str>)>> = HashMap::new();
    let mut found = Vec::new();
    for rule in running(ws) {
        for (key, value) in settings(rule) {
            let before = seen.entry(key).or_default();
            let other =
                before.iter().find(|(other, theirs)| *theirs != value && opposed(ws, rule, other));
            if let Some((other, theirs)) = other {
                let key = key.trim_end();
                let message = Text::of(|lang| match lang {
                    Lang::En => format!("`{key}` is `{value}` here, and `{theirs}` elsewhere"),
                    Lang::Fr => format!("`{key}` vaut `{value}` ici, et `{theirs}` ailleurs"),
                });
                found.push(clash((rule, rule.id.at), (other, other.id.at), message));
            }
            before.push((rule, value));
        }
    }
    found
}

fn settings(rule: &ToneRule) -> Vec<Setting<'_>> {
    let one = |key, value: Option<&'static str>| value.map(|value| (key, Cow::Borrowed(value)));
    match &rule.demand {
        Demand::Address(wanted) => {
            let value = match wanted.expect {
                Address::Tu => Some("tu"),
                Address::Vous => Some("vous"),
                Address::Nobody => Some("none"),
                Address::Consistent | Address::Any => None,
            };
            one("address", value).into_iter().collect()
        }
        Demand::Punctuation(wanted) => {
            let value = wanted.ellipsis.map(|ellipsis| match ellipsis {
                Ellipsis::Character => "…",
                Ellipsis::Dots => "...",
            });
            one("ellipsis", value).into_iter().collect()
        }
        Demand::Inclusive(wanted) => {
            let value = wanted.form.map(|form| match form {
                InclusiveForm::PointMedian => "point-median",
                InclusiveForm::Doublet => "doublet",
                InclusiveForm::Epicene => "epicene",
                InclusiveForm::Nothing => "none",
            });
            one("form", value).into_iter().collect()
        }
        Demand::Hashtag(wanted) => {
            let value = wanted.case.map(|case| match case {
                TagCase::Camel => "camel",
                TagCase::Lower => "lower",
            });
            let places = one("position", place(wanted.position)).map(|(_, at)| (TAGS, at));
            one("case", value).into_iter().chain(places).collect()
        }
        Demand::Language(wanted) => {
            let value = wanted.expect.as_deref().map(|tag| Cow::Owned(primary(tag)));
            value.map(|value| ("expect", value)).into_iter().collect()
        }
        Demand::Emoji(wanted) => one("position", place(wanted.position)).into_iter().collect(),
        Demand::Typography(wanted) => typography(wanted),
        _ => Vec::new(),
    }
}

/// A place that excludes the others; what is at the start of a text is before its fold too.
fn place(position: Position) -> Option<&'static str> {
    match position {
        Position::Start => Some("start"),
        Position::End => Some("end"),
        _ => None,
    }
}

fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_lowercase()
}

fn typography(wanted: &Typography) -> Vec<Setting<'static>> {
    let spaces = wanted.spaces.and_then(|spaces| match spaces {
        Spaces::Nbsp => Some("nbsp"),
        Spaces::Narrow => Some("narrow"),
        // Fits the others too.
        Spaces::Any => None,
    });
    let apostrophe = wanted.apostrophe.map(|apostrophe| match apostrophe {
        Apostrophe::Curly => "curly",
        Apostrophe::Straight => "straight",
    });
    let marks = wanted.marks.map(|marks| match marks {
        Marks::Guillemets => "guillemets",
        Marks::Curly => "curly",
        Marks::Straight => "straight",
    });
    let all = [("spaces", spaces), ("apostrophe", apostrophe), ("marks", marks)];
    all.into_iter().filter_map(|(key, value)| Some((key, Cow::Borrowed(value?)))).collect()
}
