//! The file format as data: every table, key, type and default.
//!
//! One description serves four readers: the validator refuses what does not fit it, `edito schema`
//! and `docs/reference.md` are generated from it, and "did you mean" takes its names from it. So
//! the documentation cannot say what the program does not do.

mod calendar;
mod channel;
mod life;
mod mix;
mod post;
mod settings;
mod tone;
mod tone_kinds;

pub use calendar::CALENDAR;
pub use mix::MIX;
pub use post::{ON, POST, POSTS};
pub use tone::TONE;
pub use tone_kinds::{KINDS, KindKeys, is_common, keys_of, tone_rule_key};

use crate::lang::Phrase;

/// A table: its keys and what it is for.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the schema.
    pub name: &'static str,
    /// How its header is written.
    pub header: &'static str,
    /// What it is for.
    pub about: Phrase,
    /// Its keys, in the order of the documentation.
    pub keys: &'static [Key],
}

impl Shape {
    /// The key of this name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether it may be absent.
    pub need: Need,
    /// Its value when absent, as written; empty: none.
    pub default: &'static str,
    /// What it is for.
    pub about: Phrase,
}

/// Whether a key may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be there.
    Required,
    /// It may be absent.
    Optional,
}

impl Key {
    /// An optional key without default.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind, en: &'static str, fr: &'static str) -> Self {
        Self { name, kind, need: Need::Optional, default: "", about: Phrase { en, fr } }
    }

    /// The same key, required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    /// The same key, with what it is when absent.
    #[must_use]
    pub const fn default(mut self, value: &'static str) -> Self {
        self.default = value;
        self
    }
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// Text with at least one visible character.
    Words,
    /// `[a-z0-9][a-z0-9-]*`, at most 64.
    Id,
    /// `true` or `false`.
    Bool,
    /// A whole number in a range, both ends included.
    Int(i64, i64),
    /// A percentage with at most one decimal, 0–100.
    Share,
    /// A date of any precision.
    Date,
    /// One day.
    Day,
    /// A day, or a range of days.
    DayRange,
    /// A time of day; the end of a stretch may be 24:00.
    Time(TimeOf),
    /// A date and a time.
    Instant,
    /// A length of time.
    Lapse,
    /// Days of the week.
    Days,
    /// A number of working days.
    WorkDays,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// An IANA time zone.
    Zone,
    /// A BCP 47 language tag.
    LangTag,
    /// A country: ISO 3166-1 alpha-2.
    Country,
    /// A region whose public holidays are known.
    Region,
    /// One of the built-in networks, or `custom`.
    Network,
    /// The step of the slots.
    Grid,
    /// The window of the mix.
    MixWindow,
    /// A date rule of an event: a date of any precision or a yearly rule.
    EventRule,
    /// A colour, `#rrggbb`.
    Color,
    /// A path relative to the root file.
    Path,
    /// A seal of an approval.
    Seal,
    /// A name that must stand for something.
    Ref(Ref),
    /// A list.
    List(&'static Kind),
    /// A table of this shape.
    Table(&'static Shape),
    /// A table whose keys are names the user chooses.
    Map(Names, &'static Kind),
    /// Whichever of these fits the type of the value.
    OneOf(&'static [Kind]),
    /// Anything; kept untouched.
    Any,
}

/// Which end of a stretch a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOf {
    /// A time of day.
    Day,
    /// The end of a stretch: 24:00 is midnight at its end.
    End,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ref {
    /// `[channels.ID]`.
    Channel,
    /// `[people.ID]`.
    Person,
    /// `[pillars.ID]` of the mix.
    Pillar,
    /// `[campaigns.ID]`.
    Campaign,
    /// `[[series]]`.
    Series,
    /// `[[post]]`.
    Post,
    /// `[[event]]`.
    Event,
    /// A rule of the rule list or of the tone.
    Rule,
}

/// What the keys of a map are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Names that the user gives.
    Ids,
    /// Names of channels.
    Channels,
    /// Rule ids.
    Rules,
    /// Any words.
    Words,
}

/// Data of the user's own, in almost every table.
pub(super) const EXTRA: Key = Key::new(
    "extra",
    Kind::Any,
    "Anything of your own; kept untouched.",
    "Tout ce que vous voulez ; conservé tel quel.",
);
/// Statuses of a post.
pub(super) const STATUSES: &[&str] =
    &["idea", "planned", "draft", "review", "approved", "scheduled", "published", "cancelled"];
/// A list of texts.
pub(super) const TEXTS: Kind = Kind::List(&Kind::Text);
/// A list of texts with something in them.
pub(super) const WORDS: Kind = Kind::List(&Kind::Words);
/// A list of ids that name something.
pub(super) const CHANNELS: Kind = Kind::List(&Kind::Ref(Ref::Channel));
pub(super) const PILLARS: Kind = Kind::List(&Kind::Ref(Ref::Pillar));
pub(super) const DAYS: Kind = Kind::Days;
pub(super) const PATHS: Kind = Kind::List(&Kind::Path);
pub(super) const COUNT: Kind = Kind::Int(0, 1_000_000);

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(
        kind: &'static Kind,
        seen: &mut Vec<&'static str>,
        visit: &mut impl FnMut(&'static Shape),
    ) {
        match kind {
            Kind::List(inner) | Kind::Map(_, inner) => walk(inner, seen, visit),
            Kind::OneOf(kinds) => kinds.iter().for_each(|kind| walk(kind, seen, visit)),
            Kind::Table(shape) if !seen.contains(&shape.name) => {
                seen.push(shape.name);
                visit(shape);
                shape.keys.iter().for_each(|key| walk(&key.kind, seen, visit));
            }
            _ => {}
        }
    }

    #[test]
    fn every_shape_is_sound() {
        static ROOTS: [Kind; 4] =
            [Kind::Table(&CALENDAR), Kind::Table(&POSTS), Kind::Table(&TONE), Kind::Table(&MIX)];
        let mut shapes = 0;
        let mut seen = Vec::new();
        for root in &ROOTS {
            walk(root, &mut seen, &mut |shape| {
                shapes += 1;
                let mut names: Vec<_> = shape.keys.iter().map(|key| key.name).collect();
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), shape.keys.len(), "{} has a key twice", shape.name);
                for key in shape.keys {
                    assert!(!key.about.en.is_empty() && !key.about.fr.is_empty(), "{}", key.name);
                }
            });
        }
        assert!(shapes > 20, "{shapes} shapes");
    }
}
