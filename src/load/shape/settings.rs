//! The shape of `[calendar]`, `[plan]` and `[approval]`.

use super::{EXTRA, Key, Kind, Shape, TimeOf, WORDS};
use crate::lang::Phrase;

pub(super) static SETTINGS: Shape = Shape {
    name: "settings",
    header: "[calendar]",
    about: Phrase { en: "The brand and its clock.", fr: "La marque et son horloge." },
    keys: &[
        Key::new("name", Kind::Words, "The brand's name.", "Le nom de la marque.")
            .default("the name of the folder"),
        Key::new(
            "timezone",
            Kind::Zone,
            "The brand's clock: an IANA name such as `Europe/Paris`.",
            "L’horloge de la marque : un nom IANA tel que `Europe/Paris`.",
        )
        .required(),
        Key::new(
            "lang",
            Kind::LangTag,
            "The language of texts and of messages.",
            "La langue des textes et des messages.",
        ),
        Key::new(
            "messages",
            Kind::Choice(&["fr", "en"]),
            "The language of messages, when it differs.",
            "La langue des messages, si elle diffère.",
        ),
        Key::new(
            "country",
            Kind::Country,
            "Country of the public holidays and of the disclosure rules.",
            "Pays des jours fériés et des règles de transparence.",
        ),
        Key::new(
            "region",
            Kind::Region,
            "Region whose public holidays count.",
            "Région dont les jours fériés comptent.",
        )
        .default("metropole in France"),
        Key::new(
            "school_zone",
            Kind::Choice(&["A", "B", "C", "Corse"]),
            "French school zone, whose holidays are shown.",
            "Zone scolaire, dont les vacances sont signalées.",
        ),
        Key::new(
            "school",
            Kind::Choice(&["info", "avoid", "opportunity"]),
            "What the school holidays of the zone do: shown (info), closed (avoid), or a time to seize (opportunity).",
            "Ce que font les vacances de la zone : signalées (info), fermées (avoid) ou occasion à saisir (opportunity).",
        )
        .default("info"),
        Key::new(
            "holidays",
            Kind::Choice(&["info", "avoid"]),
            "Whether public holidays are shown or closed.",
            "Si les jours fériés sont signalés (info) ou fermés (avoid).",
        )
        .default("info"),
        EXTRA,
    ],
};

pub(super) static PLAN: Shape = Shape {
    name: "plan",
    header: "[plan]",
    about: Phrase { en: "How slots are chosen.", fr: "Comment les créneaux sont choisis." },
    keys: &[
        Key::new("grid", Kind::Grid, "Step of the slots: whole minutes from 5min to 4h that divide a day.", "Pas des créneaux : de 5min à 4h, diviseur de la journée.").default("30min"),
        Key::new("hours", Kind::Table(&STRETCH), "No suggestion outside, on the channel's clock.", "Aucune proposition en dehors, à l’heure du canal.").default("{ from = \"08:00\", to = \"21:00\" }"),
        Key::new("spacing", Kind::Lapse, "Least distance between any two posts, all channels.", "Distance minimale entre deux publications, tous canaux.").default("1min"),
        Key::new("topic_gap", Kind::Lapse, "Least distance between two posts of one topic.", "Distance minimale entre deux publications d’un même sujet.").default("0min"),
        Key::new("presence", Kind::Table(&PRESENCE), "Who must be there after a post.", "Qui doit être là après une publication."),
        Key::new("alternate_pillars", Kind::OneOf(&[Kind::Bool, Kind::Choice(&["always", "prefer", "never"])]), "Whether two posts in a row may share a pillar: always alternate, prefer it, or never mind; true is always, false is never.", "Alternance des piliers : toujours (always), de préférence (prefer) ou sans importance (never) ; true vaut always, false vaut never.").default("\"prefer\""),
        Key::new("weights", Kind::Table(&WEIGHTS), "What the terms of the objective weigh.", "Le poids des termes de l’objectif."),
        Key::new("lead", Kind::Table(&LEAD), "How long before its slot each step of a post is due, in working days of the country.", "Combien de jours ouvrés du pays avant le créneau chaque étape est à rendre."),
        Key::new("measure", Kind::Choice(&["engagement", "rate"]), "What good hours are learned from, in past posts: reactions, comments and shares (engagement), or these for each person reached (rate; posts whose reach is unknown do not count).", "Ce dont s’apprennent les bonnes heures dans les publications passées : réactions, commentaires et partages (engagement), ou ceux-ci par personne touchée (rate ; une publication dont la portée est inconnue ne compte pas).").default("\"engagement\""),
        EXTRA,
    ],
};

static STRETCH: Shape = Shape {
    name: "stretch",
    header: "{ from = \"…\", to = \"…\" }",
    about: Phrase {
        en: "A stretch of the day; `to` may be 24:00 or the next morning.",
        fr: "Une plage de la journée ; `to` peut être 24:00 ou le lendemain matin.",
    },
    keys: &[
        Key::new("from", Kind::Time(TimeOf::Day), "Start, included.", "Début, inclus.").required(),
        Key::new("to", Kind::Time(TimeOf::End), "End, not included.", "Fin, exclue.").required(),
    ],
};

static PRESENCE: Shape = Shape {
    name: "presence",
    header: "presence = { … }",
    about: Phrase {
        en: "Who must be there after a post, to answer.",
        fr: "Qui doit être là après une publication, pour répondre.",
    },
    keys: &[
        Key::new(
            "after",
            Kind::Lapse,
            "How long after a post somebody must be on duty.",
            "Combien de temps après une publication quelqu’un doit être présent.",
        )
        .required(),
        Key::new(
            "by",
            Kind::Choice(&["anyone", "owner", "nobody"]),
            "Who: anyone, the post's owner, or nobody (only `capacity` counts).",
            "Qui : n’importe qui, le responsable, ou personne (seule `capacity` compte).",
        )
        .default("anyone"),
        Key::new(
            "capacity",
            Kind::Int(1, 1_000),
            "Most posts that may start within `after`.",
            "Nombre maximal de publications qui commencent pendant `after`.",
        ),
    ],
};

static LEAD: Shape = Shape {
    name: "lead",
    header: "lead = { … }",
    about: Phrase {
        en: "How long before its slot each step of a post is due: `d` is a working day, `w` five of them. A step without a key is never late.",
        fr: "Combien de temps avant le créneau chaque étape est à rendre : `d` est un jour ouvré, `w` en vaut cinq. Une étape sans clé n’est jamais en retard.",
    },
    keys: &[
        Key::new(
            "brief",
            Kind::WorkDays,
            "What the post is about is known: a text, notes, or a media to be made.",
            "On sait ce que dira la publication : un texte, des notes ou un média à réaliser.",
        ),
        Key::new(
            "draft",
            Kind::WorkDays,
            "There is a first version to read: status `draft`, with a text or media.",
            "Une première version est écrite : statut `draft`, avec un texte ou un média.",
        ),
        Key::new(
            "review",
            Kind::WorkDays,
            "It is ready to be read by somebody else: status `review`.",
            "Elle est prête à relire : statut `review`.",
        ),
        Key::new(
            "approval",
            Kind::WorkDays,
            "It is approved, as `[approval]` asks.",
            "Elle est validée, comme le demande `[approval]`.",
        ),
    ],
};

static WEIGHTS: Shape = Shape {
    name: "weights",
    header: "weights = { … }",
    about: Phrase {
        en: "What the terms of the objective weigh: whole numbers.",
        fr: "Le poids des termes de l’objectif : nombres entiers.",
    },
    keys: &[
        Key::new(
            "mix",
            Kind::Int(0, 10_000),
            "For being away from the mix.",
            "Pour l’écart au mix.",
        )
        .default("60"),
        Key::new(
            "cadence",
            Kind::Int(0, 10_000),
            "For each post missing to a channel's week.",
            "Pour chaque publication manquante dans la semaine d’un canal.",
        )
        .default("120"),
        Key::new(
            "move",
            Kind::Int(0, 10_000),
            "For moving a slot already chosen.",
            "Pour le déplacement d’un créneau déjà choisi.",
        )
        .default("40"),
        Key::new(
            "alternate",
            Kind::Int(0, 10_000),
            "For two posts of one pillar in a row.",
            "Pour deux publications de suite sur un même pilier.",
        )
        .default("60"),
    ],
};

pub(super) static APPROVAL: Shape = Shape {
    name: "approval",
    header: "[approval]",
    about: Phrase {
        en: "Who must approve posts before they go out.",
        fr: "Qui doit valider les publications avant parution.",
    },
    keys: &[
        Key::new(
            "mode",
            Kind::Choice(&["none", "optional", "required"]),
            "Whether approvals are asked for.",
            "Si les validations sont demandées.",
        )
        .default("none"),
        Key::new(
            "count",
            Kind::Int(1, 100),
            "How many different approvers.",
            "Combien de personnes différentes.",
        )
        .default("1"),
        Key::new(
            "roles",
            WORDS,
            "Whose approval counts; absent: anybody's.",
            "Quels rôles comptent ; absent : tout le monde.",
        ),
        Key::new(
            "not_author",
            Kind::Bool,
            "The author's own approval does not count.",
            "La validation par l’auteur ne compte pas.",
        )
        .default("false"),
    ],
};
