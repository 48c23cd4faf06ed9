//! The shape of mix.toml.

use super::{EXTRA, Key, Kind, Names, PILLARS, Shape, WORDS};
use crate::lang::Phrase;

/// mix.toml.
pub static MIX: Shape = Shape {
    name: "mix",
    header: "mix.toml",
    about: Phrase {
        en: "The content mix: pillars, shares and quotas.",
        fr: "Le mix éditorial : piliers, parts et quotas.",
    },
    keys: &[
        Key::new(
            "format",
            Kind::Int(1, 1_000_000),
            "Version of the file format.",
            "Version du format de fichier.",
        )
        .default("1"),
        Key::new(
            "window",
            Kind::MixWindow,
            "Over which stretch shares are counted: `28d`, week, month, quarter or campaign.",
            "Sur quelle durée les parts sont comptées : `28d`, week, month, quarter ou campaign.",
        )
        .default("28d"),
        Key::new(
            "scope",
            Kind::Choice(&["all", "channel"]),
            "All channels together, or each alone.",
            "Tous les canaux ensemble (all), ou chacun à part (channel).",
        )
        .default("all"),
        Key::new(
            "count",
            Kind::Choice(&["placements", "posts"]),
            "Whether a post on two channels counts twice or once.",
            "Si une publication sur deux canaux compte deux fois (placements) ou une (posts).",
        )
        .default("placements"),
        Key::new(
            "reserve",
            Kind::Int(0, 100),
            "Percent of each channel's weekly maximum kept free for what nobody foresaw.",
            "Part du maximum hebdomadaire gardée libre pour l’imprévu, en %.",
        )
        .default("0"),
        Key::new(
            "preset",
            Kind::Words,
            "A well-known mix by name: 80/20, 4-1-1, 5-3-2, thirds, 50/30/20, hero-hub-help…",
            "Un mix connu, par son nom : 80/20, 4-1-1, 5-3-2, thirds, 50/30/20, hero-hub-help…",
        ),
        Key::new(
            "pillars",
            Kind::Map(Names::Ids, &Kind::Table(&PILLAR)),
            "The pillars.",
            "Les piliers.",
        ),
        Key::new(
            "share",
            Kind::List(&Kind::Table(&SHARE)),
            "The targets; those that cover everything sum to 100.",
            "Les cibles ; celles qui couvrent tout totalisent 100.",
        ),
        Key::new("quota", Kind::List(&Kind::Table(&QUOTA)), "The quotas.", "Les quotas."),
        EXTRA,
    ],
};

static PILLAR: Shape = Shape {
    name: "pillar",
    header: "[pillars.ID]",
    about: Phrase {
        en: "A subject that the brand keeps coming back to.",
        fr: "Un thème auquel la marque revient.",
    },
    keys: &[
        Key::new("name", Kind::Words, "Its name.", "Son nom.").default("the id"),
        Key::new("color", Kind::Color, "Its colour, `#rrggbb`.", "Sa couleur, `#rrvvbb`."),
        Key::new("from", Kind::Day, "First day it exists.", "Premier jour."),
        Key::new("to", Kind::Day, "Last day it exists.", "Dernier jour."),
        Key::new(
            "group",
            Kind::Words,
            "Its group of the preset, such as `promo`.",
            "Son groupe du mix connu, comme `promo`.",
        ),
        EXTRA,
    ],
};

static SHARE: Shape = Shape {
    name: "share",
    header: "[[share]]",
    about: Phrase {
        en: "How much of the whole a pillar or a group should be: one of target, at_least, at_most.",
        fr: "La part d’un pilier ou d’un groupe : target, at_least ou at_most.",
    },
    keys: &[
        Key::new("name", Kind::Words, "Its name.", "Son nom."),
        Key::new(
            "pillars",
            PILLARS,
            "The pillars counted together.",
            "Les piliers comptés ensemble.",
        )
        .required(),
        Key::new(
            "formats",
            WORDS,
            "The formats counted; absent: all.",
            "Les formats comptés ; absent : tous.",
        ),
        Key::new("target", Kind::Share, "As near as can be, in percent.", "Au plus près, en %."),
        Key::new("at_least", Kind::Share, "Not less, in percent.", "Pas moins, en %."),
        Key::new("at_most", Kind::Share, "Not more, in percent.", "Pas plus, en %."),
    ],
};

static QUOTA: Shape = Shape {
    name: "quota",
    header: "[[quota]]",
    about: Phrase {
        en: "Most placements in a period, on the calendar's clock.",
        fr: "Nombre maximal sur une période, à l’heure du calendrier.",
    },
    keys: &[
        Key::new(
            "pillars",
            PILLARS,
            "The pillars counted together; absent: all.",
            "Les piliers comptés ensemble ; absent : tous.",
        ),
        Key::new(
            "formats",
            WORDS,
            "The formats counted; absent: all.",
            "Les formats comptés ; absent : tous.",
        ),
        Key::new("at_most", Kind::Int(0, 100_000), "Most.", "Maximum.").required(),
        Key::new(
            "per",
            Kind::Choice(&["day", "week", "month", "year"]),
            "The period.",
            "La période.",
        )
        .required(),
    ],
};
