//! The shape of calendar.toml, its posts apart.

use super::{
    CHANNELS, COUNT, DAYS, Key, Kind, Names, PATHS, PILLARS, Ref, Shape, TEXTS, TimeOf, WORDS,
};
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

static CHANNEL: Shape = Shape {
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

static SERIES: Shape = Shape {
    name: "series",
    header: "[[series]]",
    about: Phrase {
        en: "A regular feature: a slot that waits for a post. Its posts take what they do not set themselves.",
        fr: "Un rendez-vous régulier : un créneau qui attend une publication. Ses publications reprennent ce qu’elles ne précisent pas.",
    },
    keys: &[
        Key::new("id", Kind::Id, "Its id.", "Son identifiant.").required(),
        Key::new("days", DAYS, "Its days.", "Ses jours.").required(),
        Key::new(
            "time",
            Kind::Time(TimeOf::Day),
            "Its time, on the channel's clock.",
            "Son heure, à l’heure du canal.",
        ),
        Key::new("channels", CHANNELS, "Its channels.", "Ses canaux."),
        Key::new("pillar", Kind::Ref(Ref::Pillar), "Its pillar.", "Son pilier."),
        Key::new("from", Kind::Day, "First day.", "Premier jour."),
        Key::new("to", Kind::Day, "Last day.", "Dernier jour."),
        Key::new(
            "every",
            Kind::Int(1, 520),
            "Every so many weeks, from `from`.",
            "Toutes les tant de semaines, depuis `from`.",
        )
        .default("1"),
        Key::new("skip", Kind::List(&Kind::Day), "Days without it.", "Les jours sans."),
        Key::new("title", Kind::Words, "Title of its posts.", "Titre de ses publications."),
        Key::new("format", Kind::Words, "Format of its posts.", "Format de ses publications."),
        Key::new(
            "owner",
            Kind::Ref(Ref::Person),
            "Owner of its posts.",
            "Responsable de ses publications.",
        ),
        Key::new(
            "author",
            Kind::Ref(Ref::Person),
            "Author of its posts.",
            "Auteur de ses publications.",
        ),
        Key::new("topic", Kind::Words, "Topic of its posts.", "Sujet de ses publications."),
        Key::new("hashtags", WORDS, "Hashtags of its posts.", "Mots-dièse de ses publications."),
        Key::new(
            "cta",
            Kind::Text,
            "Call to action of its posts.",
            "Appel à l’action de ses publications.",
        ),
        Key::new("link", Kind::Text, "Link of its posts.", "Lien de ses publications."),
        Key::new(
            "tags",
            TEXTS,
            "Free labels of its posts.",
            "Étiquettes libres de ses publications.",
        ),
        Key::new("extra", Kind::Any, "Anything of your own.", "Tout ce que vous voulez."),
    ],
};

const EVENT_KINDS: &[&str] = &["holiday", "observance", "school", "sale", "context", "freeze"];
const EFFECTS: &[&str] = &["avoid", "opportunity", "info"];

static EVENT: Shape = Shape {
    name: "event",
    header: "[[event]]",
    about: Phrase { en: "A date in the life of the brand: `date` or `rule`.", fr: "Une date de la vie de la marque : `date` ou `rule`." },
    keys: &[
        Key::new("id", Kind::Id, "Its id, for `after` and `before`.", "Son identifiant, pour `after` et `before`."),
        Key::new("name", Kind::Words, "Its name.", "Son nom.").required(),
        Key::new("date", Kind::Date, "When.", "Quand."),
        Key::new("rule", Kind::EventRule, "Every year: `05-01`, `easter+39`, `last sun of may`.", "Chaque année : `05-01`, `easter+39`, `last sun of may`."),
        Key::new("kind", Kind::Choice(EVENT_KINDS), "What it is.", "Sa nature.").default("observance"),
        Key::new("effect", Kind::Choice(EFFECTS), "What it does: nothing is suggested on it (avoid), a day to seize (opportunity), or shown (info).", "Son effet : rien n’est proposé ce jour-là (avoid), une occasion à saisir (opportunity), ou simple rappel (info).").default("info; avoid for a freeze"),
        Key::new("channels", CHANNELS, "Where it counts; absent: everywhere.", "Où il compte ; absent : partout."),
        Key::new("lead", Kind::Lapse, "How long before it a post should be ready.", "Combien de temps avant il faut être prêt."),
        Key::new("extra", Kind::Any, "Anything of your own.", "Tout ce que vous voulez."),
    ],
};

static PAUSE: Shape = Shape {
    name: "pause",
    header: "[[pause]]",
    about: Phrase {
        en: "A time when nothing goes out, on the calendar's clock.",
        fr: "Un moment où rien ne paraît, à l’heure du calendrier.",
    },
    keys: &[
        Key::new("from", Kind::Instant, "Start, included.", "Début, inclus.").required(),
        Key::new(
            "to",
            Kind::Instant,
            "End, not included; absent: until further notice.",
            "Fin, exclue ; absente : jusqu’à nouvel ordre.",
        ),
        Key::new(
            "channels",
            CHANNELS,
            "Which channels; absent: all.",
            "Quels canaux ; absent : tous.",
        ),
        Key::new(
            "pillars",
            PILLARS,
            "Which pillars; absent: all.",
            "Quels piliers ; absent : tous.",
        ),
        Key::new("formats", WORDS, "Which formats; absent: all.", "Quels formats ; absent : tous."),
        Key::new("reason", Kind::Words, "Why.", "Pourquoi.").required(),
        Key::new("extra", Kind::Any, "Anything of your own.", "Tout ce que vous voulez."),
    ],
};
