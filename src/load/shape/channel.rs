//! The shape of a channel: its cadence, limits, windows and formats.

use super::{COUNT, DAYS, Key, Kind, Names, Shape, TimeOf};
use crate::lang::Phrase;

pub(super) static CHANNEL: Shape = Shape {
    name: "channel",
    header: "[channels.ID]",
    about: Phrase {
        en: "A place where posts go out.",
        fr: "Un endroit où paraissent les publications.",
    },
    keys: &[
        Key::new(
            "network",
            Kind::Network,
            "One of the built-in networks, or `custom`.",
            "Un des réseaux connus, ou `custom`.",
        )
        .required(),
        Key::new("account", Kind::Text, "The account.", "Le compte."),
        Key::new("timezone", Kind::Zone, "Its clock.", "Son horloge.").default("the calendar's"),
        Key::new(
            "lang",
            Kind::LangTag,
            "The language of its posts.",
            "La langue de ses publications.",
        )
        .default("the calendar's"),
        Key::new("cadence", Kind::Table(&CADENCE), "How often.", "À quel rythme."),
        Key::new(
            "silence",
            Kind::Lapse,
            "A longer silence is reported.",
            "Un silence plus long est signalé.",
        ),
        Key::new(
            "limits",
            Kind::Table(&LIMITS),
            "Limits of its own, in place of the network's.",
            "Des limites propres, à la place de celles du réseau.",
        ),
        Key::new(
            "windows",
            Kind::List(&Kind::Table(&WINDOW)),
            "When posts may go out; absent: `[plan] hours`.",
            "Quand publier ; absent : `[plan] hours`.",
        ),
        Key::new(
            "formats",
            Kind::Map(Names::Words, &Kind::Table(&FORMAT)),
            "Formats that live their own life: stories, say.",
            "Les formats qui ont leur propre rythme : les stories, par exemple.",
        ),
        Key::new("extra", Kind::Any, "Anything of your own.", "Tout ce que vous voulez."),
    ],
};

static FORMAT: Shape = Shape {
    name: "channel-format",
    header: "[channels.ID.formats.NAME]",
    about: Phrase {
        en: "A format with a cadence of its own: its posts do not count in the channel's.",
        fr: "Un format qui a son rythme : ses publications ne comptent pas dans celui du canal.",
    },
    keys: &[
        Key::new("cadence", Kind::Table(&CADENCE), "How often.", "À quel rythme."),
        Key::new(
            "silence",
            Kind::Lapse,
            "A longer silence is reported.",
            "Un silence plus long est signalé.",
        ),
        Key::new("limits", Kind::Table(&LIMITS), "Limits of its own.", "Des limites propres."),
        Key::new(
            "windows",
            Kind::List(&Kind::Table(&WINDOW)),
            "When its posts may go out; absent: the channel's.",
            "Quand publier ; absent : les plages du canal.",
        ),
    ],
};

static CADENCE: Shape = Shape {
    name: "cadence",
    header: "cadence = { … }",
    about: Phrase { en: "How often posts go out.", fr: "Le rythme de parution." },
    keys: &[
        Key::new(
            "per_week",
            Kind::Table(&PER_WEEK),
            "Least and most posts in an ISO week.",
            "Minimum et maximum par semaine ISO.",
        ),
        Key::new("per_day", Kind::Int(1, 1_000), "Most posts a day.", "Maximum par jour."),
        Key::new(
            "gap",
            Kind::Lapse,
            "Least distance between two posts.",
            "Distance minimale entre deux publications.",
        )
        .default("0min"),
    ],
};

static PER_WEEK: Shape = Shape {
    name: "per-week",
    header: "per_week = { … }",
    about: Phrase {
        en: "Least and most posts in an ISO week.",
        fr: "Minimum et maximum par semaine ISO.",
    },
    keys: &[
        Key::new("min", Kind::Int(0, 1_000), "Least.", "Minimum."),
        Key::new("max", Kind::Int(0, 1_000), "Most.", "Maximum."),
    ],
};

static LIMITS: Shape = Shape {
    name: "limits",
    header: "limits = { … }",
    about: Phrase {
        en: "Limits in place of the network's own; 0 means none allowed.",
        fr: "Des limites à la place de celles du réseau ; 0 veut dire aucun.",
    },
    keys: &[
        Key::new("text", COUNT, "Length of the text.", "Longueur du texte."),
        Key::new("title", COUNT, "Length of the title.", "Longueur du titre."),
        Key::new("hashtags", COUNT, "Number of hashtags.", "Nombre de mots-dièse."),
        Key::new("mentions", COUNT, "Number of mentions.", "Nombre de mentions."),
        Key::new("links", COUNT, "Number of links.", "Nombre de liens."),
        Key::new("media", COUNT, "Number of media.", "Nombre de médias."),
        Key::new(
            "alt_text",
            COUNT,
            "Length of an image's description.",
            "Longueur de la description d’une image.",
        ),
    ],
};

static WINDOW: Shape = Shape {
    name: "window",
    header: "windows = [{ … }]",
    about: Phrase {
        en: "When a post may go out, on the channel's clock.",
        fr: "Quand publier, à l’heure du canal.",
    },
    keys: &[
        Key::new("days", DAYS, "The days.", "Les jours.").required(),
        Key::new("from", Kind::Time(TimeOf::Day), "Start, included.", "Début, inclus."),
        Key::new("to", Kind::Time(TimeOf::End), "End, not included.", "Fin, exclue."),
        Key::new(
            "at",
            Kind::Time(TimeOf::Day),
            "One time alone, in place of `from` and `to`.",
            "Une heure seule, à la place de `from` et `to`.",
        ),
        Key::new("score", Kind::Int(1, 100), "How good it is.", "Sa qualité."),
    ],
};
