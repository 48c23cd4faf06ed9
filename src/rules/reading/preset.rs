//! Well-known mixes: a name that is none, numbers that do not add up, pillars and groups that do not
//! find each other.

use super::{Words, found};
use crate::diagnostic::{Group, Level, Rule};

/// `unknown-preset`: a well-known mix that nobody knows, or that means several things.
pub static UNKNOWN_PRESET: Rule = found(
    "unknown-preset",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "A `preset` that is no well-known mix, or that means several.",
            "Un `preset` qui n’est pas un mix connu, ou qui en désigne plusieurs.",
        ],
        why: [
            "Its groups and shares come from its name. 70-20-10 alone means three different things.",
            "Ses groupes et ses parts viennent de son nom. 70-20-10, à lui seul, veut dire trois choses différentes.",
        ],
        remedy: [
            "Take a name of the list, or write numbers of your own as `[[share]]`s.",
            "Prenez un nom de la liste, ou écrivez vos propres chiffres dans des `[[share]]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[mix]
preset = "70-20-10"
"##,
);

/// `preset-sum`: a mix named by numbers that do not add up.
pub static PRESET_SUM: Rule = found(
    "preset-sum",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "A `preset` made of numbers that do not add up to the whole.",
            "Un `preset` fait de nombres qui ne totalisent pas le tout.",
        ],
        why: [
            "5-3-1 is passed around as a rule of ten posts, and is nine: no calendar can follow it.",
            "5-3-1 circule comme une règle de dix publications, et en fait neuf\u{a0}: aucun calendrier ne peut la suivre.",
        ],
        remedy: [
            "Take numbers that sum to 10 or to 100, such as 5-3-2.",
            "Prenez des nombres qui totalisent 10 ou 100, comme 5-3-2.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[mix]
preset = "5-3-1"
"##,
);

/// `unknown-group`: a group that the preset does not have.
pub static UNKNOWN_GROUP: Rule = found(
    "unknown-group",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "A pillar in a group that the preset does not have.",
            "Un pilier dans un groupe que le mix connu n’a pas.",
        ],
        why: [
            "The posts of the pillar would count in no share.",
            "Les publications du pilier ne compteraient dans aucune part.",
        ],
        remedy: [
            "Take a group of the preset, or name the preset that has it.",
            "Prenez un groupe du `preset`, ou nommez le `preset` qui a ce groupe.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[mix]
preset = "80/20"

[mix.pillars.coulisses]
group = "value"

[mix.pillars.boutique]
group = "hero"
"##,
);

/// `missing-group`: a pillar without a group, or a group without a pillar.
pub static MISSING_GROUP: Rule = found(
    "missing-group",
    Group::Structure,
    Level::Warning,
    &Words {
        what: [
            "A pillar in no group of the preset, or a group without a pillar.",
            "Un pilier dans aucun groupe du mix connu, ou un groupe sans pilier.",
        ],
        why: [
            "What is in no group makes the whole larger and no share of it; a group without a pillar is never served.",
            "Ce qui n’est dans aucun groupe grossit le total sans compter dans une part\u{202f}; un groupe sans pilier n’est jamais servi.",
        ],
        remedy: [
            "Give each pillar its `group`; `edito mix --preset NAME` asks for them.",
            "Donnez à chaque pilier son `group`\u{202f}; `edito mix --preset NOM` pose les questions.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[mix]
preset = "80/20"

[mix.pillars.coulisses]
group = "value"

[mix.pillars.boutique]
"##,
);
