//! The format and the rules, described for editors and for people.
//!
//! Everything here is made from [`crate::load::shape`], from [`crate::rules::TABLE`] and from the
//! facts of [`crate::networks`]: JSON Schemas, the reference, a page a rule, the pages of the tone and of networks
//! (worded by [`crate::render::network`], as at the terminal). Nothing reads a calendar or touches the disk;
//! [`files`] is the list of what stands in the repository, and a test holds it fresh.

mod defaults;
mod kinds;
mod networks;
mod reference;
mod rule_pages;
mod schema;
mod tone;
mod tone_samples;
mod tone_words;

pub use networks::networks;
pub use reference::reference;
pub use rule_pages::{rule_index, rule_page};
pub use schema::{schema, schema_text};
pub use tone::tone;

use crate::lang::Lang;
use crate::load::shape::{CALENDAR, Kind, MIX, POSTS, Shape, TONE};
use crate::rules;

/// A document that a user writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// `calendar.toml`.
    Calendar,
    /// A further file of posts.
    Posts,
    /// `tone.toml`.
    Tone,
    /// `mix.toml`.
    Mix,
}

impl Document {
    /// Every document, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Calendar, Self::Posts, Self::Tone, Self::Mix];

    /// Its shape.
    #[must_use]
    pub fn shape(self) -> &'static Shape {
        match self {
            Self::Calendar => &CALENDAR,
            Self::Posts => &POSTS,
            Self::Tone => &TONE,
            Self::Mix => &MIX,
        }
    }
}

/// A generated file of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// Its path from the top of the repository, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Every generated file of the repository.
#[must_use]
pub fn files() -> Vec<Generated> {
    let file = |path: String, text: String| Generated { path, text };
    let mut all: Vec<Generated> = Document::ALL
        .iter()
        .map(|document| {
            let name = document.shape().name;
            file(format!("schemas/{name}.schema.json"), schema_text(*document, Lang::En))
        })
        .collect();
    all.push(file("docs/reference.md".to_owned(), reference(Lang::En)));
    all.push(file("docs/reference.fr.md".to_owned(), reference(Lang::Fr)));
    all.push(file("docs/networks.md".to_owned(), networks(Lang::En)));
    all.push(file("docs/networks.fr.md".to_owned(), networks(Lang::Fr)));
    all.push(file("docs/tone-rules.md".to_owned(), tone(Lang::En)));
    all.push(file("docs/tone-rules.fr.md".to_owned(), tone(Lang::Fr)));
    all.push(file("docs/rules/README.md".to_owned(), rule_index()));
    all.extend(
        rules::TABLE
            .iter()
            .map(|entry| file(format!("docs/rules/{}.md", entry.rule.id), rule_page(entry.rule))),
    );
    all
}

/// The shapes below a shape, each once, in the order they are met; the shape itself first.
#[must_use]
pub fn shapes_of(root: &'static Shape) -> Vec<&'static Shape> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(shape) = found.get(next).copied() {
        next += 1;
        for key in shape.keys {
            tables(&key.kind, &mut |inner| {
                if found.iter().all(|known| known.name != inner.name) {
                    found.push(inner);
                }
            });
        }
    }
    found
}

/// Visits the tables that a value may be.
fn tables(kind: &'static Kind, visit: &mut impl FnMut(&'static Shape)) {
    match kind {
        Kind::List(inner) | Kind::Map(_, inner) => tables(inner, visit),
        Kind::OneOf(kinds) => kinds.iter().for_each(|kind| tables(kind, visit)),
        Kind::Table(shape) => visit(shape),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_one_path_and_ends_with_a_line_end() {
        let files = files();
        for (nth, file) in files.iter().enumerate() {
            assert!(file.text.ends_with('\n'), "{}", file.path);
            assert!(!file.text.contains("\n\n\n"), "{}", file.path);
            assert!(files[..nth].iter().all(|other| other.path != file.path));
        }
        assert!(files.len() >= 9 + rules::TABLE.len());
    }

    #[test]
    fn a_shape_is_met_once() {
        let names: Vec<_> = shapes_of(&CALENDAR).iter().map(|shape| shape.name).collect();
        assert_eq!(names[0], "calendar");
        assert!(names.contains(&"per-week") && names.contains(&"only"));
        assert_eq!(names.iter().filter(|name| **name == "window").count(), 1);
    }
}
