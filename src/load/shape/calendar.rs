//! The shape of calendar.toml; channels, days and posts apart.

use super::channel::CHANNEL;
use super::days::{EFFECTS, EVENT, EVENT_KINDS, PAUSE, SERIES};
use super::{CHANNELS, DAYS, Key, Kind, Names, PATHS, Ref, Shape, TimeOf, WORDS};
use crate::lang::Phrase;

const LEVELS: &[&str] = &["off", "hint", "warning", "error"];

/// calendar.toml.
pub static CALENDAR: Shape = Shape {
    name: "calendar",
    header: "calendar.toml",
    about: Phrase {
        en: "The root file: the brand, its channels, its people and its posts.",
        fr: "Le fichier principal : la marque, ses canaux, son équipe et ses publications.",
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
            "tone",
            Kind::OneOf(&[Kind::Path, Kind::Table(&super::TONE)]),
            "The brand's tone rules: a file beside this one, or the rules themselves.",
            "Les règles de ton de la marque : un fichier voisin, ou les règles elles-mêmes.",
        ),
        Key::new(
            "mix",
            Kind::OneOf(&[Kind::Path, Kind::Table(&super::MIX)]),
            "The content mix: a file beside this one, or the mix itself.",
            "Le mix éditorial : un fichier voisin, ou le mix lui-même.",
        ),
        Key::new(
            "posts",
            PATHS,
            "More files of posts; `*` stands for any name.",
            "D’autres fichiers de publications ; `*` remplace n’importe quel nom.",
        ),
        Key::new(
            "events",
            Kind::List(&Kind::OneOf(&[Kind::Path, Kind::Table(&FEED)])),
            "ICS feeds of dates.",
            "Flux ICS de dates.",
        ),
        Key::new(
            "history",
            Kind::List(&Kind::OneOf(&[Kind::Path, Kind::Table(&HISTORY)])),
            "Past results, exported by the networks.",
            "Les résultats passés, exportés des réseaux.",
        ),
        Key::new("calendar", Kind::Table(&SETTINGS), "The brand.", "La marque.").required(),
        Key::new(
            "plan",
            Kind::Table(&PLAN),
            "How slots are chosen.",
            "Comment les créneaux sont choisis.",
        ),
        Key::new(
            "approval",
            Kind::Table(&APPROVAL),
            "Who must approve posts.",
            "Qui doit valider les publications.",
        ),
        Key::new(
            "rules",
            Kind::Map(Names::Rules, &Kind::Choice(LEVELS)),
            "The level of each rule: off, hint, warning or error.",
            "Le niveau de chaque règle : off, hint, warning ou error.",
        ),
        Key::new(
            "channels",
            Kind::Map(Names::Ids, &Kind::Table(&CHANNEL)),
            "Where posts go out.",
            "Où paraissent les publications.",
        ),
        Key::new("people", Kind::Map(Names::Ids, &Kind::Table(&PERSON)), "The team.", "L’équipe."),
        Key::new(
            "campaigns",
            Kind::Map(Names::Ids, &Kind::Table(&CAMPAIGN)),
            "Campaigns.",
            "Les campagnes.",
        ),
        Key::new(
            "series",
            Kind::List(&Kind::Table(&SERIES)),
            "Regular features.",
            "Les rendez-vous réguliers.",
        ),
        Key::new(
            "event",
            Kind::List(&Kind::Table(&EVENT)),
            "Dates in the life of the brand.",
            "Les dates de la vie de la marque.",
        ),
        Key::new(
            "pause",
            Kind::List(&Kind::Table(&PAUSE)),
            "Times when nothing goes out.",
            "Les moments où rien ne paraît.",
        ),
        Key::new("post", Kind::List(&Kind::Table(&super::POST)), "The posts.", "Les publications."),
        Key::new(
            "extra",
            Kind::Any,
            "Anything of your own; kept untouched.",
            "Tout ce que vous voulez ; conservé tel quel.",
        ),
    ],
};

static FEED: Shape = Shape {
    name: "feed",
    header: "events = [{ file = \"…\" }]",
    about: Phrase {
        en: "An ICS feed and what its dates do.",
        fr: "Un flux ICS et l’effet de ses dates.",
    },
    keys: &[
        Key::new("file", Kind::Path, "The ICS file.", "Le fichier ICS.").required(),
        Key::new(
            "kind",
            Kind::Choice(EVENT_KINDS),
            "What its dates are.",
            "La nature de ses dates.",
        )
        .default("observance"),
        Key::new("effect", Kind::Choice(EFFECTS), "What its dates do.", "L’effet de ses dates.")
            .default("info"),
        Key::new(
            "channels",
            CHANNELS,
            "Where they count; absent: everywhere.",
            "Où elles comptent ; absent : partout.",
        ),
    ],
};

static HISTORY: Shape = Shape {
    name: "history",
    header: "history = [{ file = \"…\" }]",
    about: Phrase { en: "A file of past results.", fr: "Un fichier de résultats passés." },
    keys: &[
        Key::new("file", Kind::Path, "The file.", "Le fichier.").required(),
        Key::new(
            "channel",
            Kind::Ref(Ref::Channel),
            "The channel it is about.",
            "Le canal concerné.",
        ),
        Key::new(
            "columns",
            Kind::Map(Names::Words, &Kind::Text),
            "Which column holds what.",
            "Quelle colonne contient quoi.",
        ),
    ],
};

static SETTINGS: Shape = Shape {
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
            "French school zone.",
            "Zone scolaire.",
        ),
        Key::new(
            "holidays",
            Kind::Choice(&["info", "avoid"]),
            "Whether public holidays are shown or closed.",
            "Si les jours fériés sont signalés (info) ou fermés (avoid).",
        )
        .default("info"),
        Key::new("extra", Kind::Any, "Anything of your own.", "Tout ce que vous voulez."),
    ],
};

static PLAN: Shape = Shape {
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
        Key::new("lead", Kind::Map(Names::Words, &Kind::Lapse), "How long before its slot each step of a post is due.", "Combien de temps avant le créneau chaque étape est due."),
        Key::new("extra", Kind::Any, "Anything of your own.", "Tout ce que vous voulez."),
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

static APPROVAL: Shape = Shape {
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

static PERSON: Shape = Shape {
    name: "person",
    header: "[people.ID]",
    about: Phrase { en: "Somebody of the team.", fr: "Une personne de l’équipe." },
    keys: &[
        Key::new("name", Kind::Words, "Their name.", "Son nom.").default("the id"),
        Key::new("roles", WORDS, "What they do.", "Ce qu’elle fait."),
        Key::new(
            "duty",
            Kind::List(&Kind::Table(&DUTY)),
            "When they are there to answer, on the calendar's clock.",
            "Quand elle est là pour répondre, à l’heure du calendrier.",
        ),
        Key::new("away", Kind::List(&Kind::DayRange), "Days away.", "Ses absences."),
        Key::new("extra", Kind::Any, "Anything of your own.", "Tout ce que vous voulez."),
    ],
};

static DUTY: Shape = Shape {
    name: "duty",
    header: "duty = [{ … }]",
    about: Phrase {
        en: "A stretch of duty: on days of the week, or on a date.",
        fr: "Une présence : certains jours de la semaine, ou à une date.",
    },
    keys: &[
        Key::new("days", DAYS, "The days of the week.", "Les jours de la semaine."),
        Key::new(
            "date",
            Kind::DayRange,
            "A date, or a range of dates.",
            "Une date, ou une suite de dates.",
        ),
        Key::new("from", Kind::Time(TimeOf::Day), "Start, included.", "Début, inclus.").required(),
        Key::new("to", Kind::Time(TimeOf::End), "End, not included.", "Fin, exclue.").required(),
    ],
};

static CAMPAIGN: Shape = Shape {
    name: "campaign",
    header: "[campaigns.ID]",
    about: Phrase {
        en: "A campaign; its posts go out between its days.",
        fr: "Une campagne ; ses publications paraissent entre ses dates.",
    },
    keys: &[
        Key::new("name", Kind::Words, "Its name.", "Son nom.").default("the id"),
        Key::new("from", Kind::Day, "First day.", "Premier jour."),
        Key::new("to", Kind::Day, "Last day.", "Dernier jour."),
        Key::new("goal", Kind::Text, "What it is for.", "Son objectif."),
        Key::new("extra", Kind::Any, "Anything of your own.", "Tout ce que vous voulez."),
    ],
};
