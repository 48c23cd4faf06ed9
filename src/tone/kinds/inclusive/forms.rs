//! The inclusive forms that French writes: `client·es`, `client.e.s`, `client(e)s`, `client-e-s`,
//! `clients/clientes`, `clientes et clients`.

use super::super::view::View;
use super::doublet;
use crate::text::{Glue, Letters};
use std::ops::Range;

/// How a form is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// With a middle dot, or a bullet taken for one.
    Median,
    /// With full stops.
    Stop,
    /// With brackets.
    Bracket,
    /// With hyphens.
    Hyphen,
    /// With a slash.
    Slash,
    /// Both words.
    Doublet,
}

/// A form in a text.
#[derive(Debug)]
pub(super) struct Found {
    /// How it is written.
    pub(super) shape: Shape,
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// How many words it takes.
    pub(super) words: usize,
    /// The signs between its parts.
    pub(super) joints: Vec<Range<usize>>,
    /// `toutes et tous`, `Mesdames et Messieurs`: said by everybody.
    pub(super) is_greeting: bool,
}

impl Found {
    /// The form with another sign between its parts; none for two full words.
    pub(super) fn with_sign(&self, text: &str, sign: &str) -> Option<String> {
        if self.joints.is_empty() || self.shape == Shape::Doublet {
            return None;
        }
        let (mut out, mut from) = (String::new(), self.range.start);
        for joint in &self.joints {
            out.push_str(text.get(from..joint.start)?);
            out.push_str(sign);
            from = joint.end;
        }
        out.push_str(text.get(from..self.range.end)?.trim_end_matches(')'));
        Some(out)
    }
}

/// The form that begins with a word, if one does.
pub(super) fn at(view: &View<'_>, i: usize) -> Option<Found> {
    if !matches!(view.glue(i), Glue::Apart | Glue::Apostrophe) || view.letters(i) == Letters::None {
        return None;
    }
    let shape = match view.glue(i + 1) {
        Glue::Middot => Shape::Median,
        Glue::Stop => Shape::Stop,
        Glue::Hyphen => Shape::Hyphen,
        Glue::Apostrophe => return None,
        Glue::Apart => match view.gap(i + 1) {
            "(" => Shape::Bracket,
            "/" => Shape::Slash,
            _ => return doublet::at(view, i),
        },
    };
    if view.letters(i + 1) == Letters::None || !fits(view, i, shape) {
        return None;
    }
    let mut last = i + 1;
    let mut joints = Vec::from([view.range(i).end..view.range(last).start]);
    // `client·e·s`: the mark of the plural, joined in the same way or after the bracket.
    while joins(view, last + 1, shape) {
        last += 1;
        joints.push(view.range(last - 1).end..view.range(last).start);
    }
    let mut end = view.range(last).end;
    if view.text().get(end..).is_some_and(|rest| rest.starts_with(')')) && shape == Shape::Bracket {
        if joints.len() == 1 || view.text().get(joints[1].clone()) != Some(")") {
            end += 1;
        }
    } else if shape == Shape::Bracket && joints.len() == 1 {
        return None;
    }
    if shape == Shape::Stop && !ends_here(view, last + 1) {
        return None;
    }
    let range = view.range(i).start..end;
    Some(Found { shape, range, words: last + 1 - i, joints, is_greeting: false })
}

/// Whether a last `s` belongs to the form.
fn joins(view: &View<'_>, i: usize, shape: Shape) -> bool {
    let mark = matches!(view.at(i), "s" | "x") || i > 1 && view.at(i) == "s";
    mark && match shape {
        Shape::Median => view.glue(i) == Glue::Middot,
        Shape::Stop => view.glue(i) == Glue::Stop,
        Shape::Hyphen => view.glue(i) == Glue::Hyphen,
        Shape::Slash => view.gap(i) == "/",
        Shape::Bracket => view.gap(i) == ")" || view.gap(i) == ")(",
        Shape::Doublet => false,
    }
}

/// Nothing more is joined: `utilisateur.rice.s`, not `client.e.example.fr`.
fn ends_here(view: &View<'_>, i: usize) -> bool {
    view.glue(i) == Glue::Apart && !view.gap(i).starts_with(['/', '@', ':']) || view.gap(i) == ": "
}

/// Whether what is joined to a stem is what its feminine adds to it.
fn fits(view: &View<'_>, i: usize, shape: Shape) -> bool {
    let (stem, added) = (view.at(i), view.at(i + 1));
    if view.letters(i) == Letters::Small && view.letters(i + 1) != Letters::Small
        || view.letters(i + 1) == Letters::Initial && added.chars().count() > 1
    {
        return false;
    }
    let pair = matches!(
        (stem, added),
        ("il" | "iel", "elle")
            | ("ils" | "iels", "elles")
            | ("un", "une")
            | ("le", "la")
            | ("la", "le")
            | ("ceux", "celles")
            | ("celles", "ceux")
            | ("elle", "il")
            | ("elles", "ils")
            | ("une", "un")
            | ("tou", "te" | "tes")
            | ("tous", "tes" | "toutes")
            | ("toutes", "tous")
            | ("ce", "tte")
            | ("copain", "ine" | "copine")
            | ("copains", "copines")
            | ("ceux", "elles")
            | ("beau", "belle")
    );
    match shape {
        Shape::Hyphen => {
            adds(stem, added) && !matches!(added, "le" | "les" | "la" | "te" | "tes" | "se" | "ses")
        }
        Shape::Stop => {
            pair || adds(stem, added) && (added != "es" || is_of_people(view.before(i, 1)))
        }
        Shape::Bracket | Shape::Median => pair || adds(stem, added),
        Shape::Slash => {
            pair || doublet::is_pair(stem, added)
                || doublet::is_pair(added, stem)
                || stem.len() > 3
                    && adds(stem, added)
                    && !matches!(added, "le" | "les" | "te" | "tes")
        }
        Shape::Doublet => false,
    }
}

/// Whether an ending makes a feminine of a stem: `client` + `e`, `acteur` + `rice`.
fn adds(stem: &str, added: &str) -> bool {
    if stem.chars().count() < 2 {
        return false;
    }
    match added {
        "e" | "es" => !stem.ends_with('e') && stem.chars().all(char::is_alphabetic),
        "ne" | "nes" => stem.ends_with('n'),
        "le" | "les" => {
            stem.ends_with("el") || stem.ends_with("il") && stem.len() > 3 || stem.ends_with("ul")
        }
        "te" | "tes" => stem.ends_with('t') && stem.len() > 3,
        "rice" | "rices" | "trice" | "trices" => {
            stem.ends_with("eur") || stem.ends_with("eurs") || stem.ends_with("at")
        }
        "euse" | "euses" => {
            stem.ends_with("eur") || stem.ends_with("eurs") || stem.ends_with("eux")
        }
        "se" | "ses" => stem.ends_with('x') || stem.ends_with("eu") || stem.ends_with("eur"),
        "ve" | "ves" => stem.ends_with('f') || stem.ends_with("fs") || stem.ends_with("ti"),
        "ère" | "ères" | "ere" | "eres" | "ière" | "ières" => {
            stem.ends_with("er") || stem.ends_with("ers") || stem.ends_with("ier")
        }
        "enne" | "ennes" => stem.ends_with("en") || stem.ends_with("ens"),
        "elle" | "elles" => stem.ends_with("el") || stem.ends_with("els") || stem.ends_with("eau"),
        "esse" | "esses" | "sse" | "sses" => stem.len() > 3,
        "ale" | "ales" => stem.ends_with("al") || stem.ends_with("aux"),
        _ => false,
    }
}

/// Words before people in the plural: `.es` is a domain otherwise.
fn is_of_people(word: &str) -> bool {
    [
        "les",
        "des",
        "nos",
        "vos",
        "tes",
        "mes",
        "ces",
        "aux",
        "ses",
        "leurs",
        "chers",
        "tous",
        "certains",
        "plusieurs",
        "quelques",
        "nombreux",
        "cher",
        "deux",
    ]
    .contains(&word)
}
