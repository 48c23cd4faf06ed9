//! The shape of what the brand lives with: people, campaigns, features, dates, pauses.

use super::{CHANNELS, DAYS, EXTRA, Key, Kind, Names, PILLARS, Ref, Shape, TEXTS, TimeOf, WORDS};
use crate::lang::Phrase;

pub(super) static FEED: Shape = Shape {
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

pub(super) static HISTORY: Shape = Shape {
    name: "history",
    header: "history = [{ file = \"…\" }]",
    about: Phrase { en: "A file of past results.", fr: "Un fichier de résultats passés." },
    keys: &[
        Key::new(
            "file",
            Kind::Path,
            "The export: CSV, XLSX, XLS, ODS or JSON.",
            "L’export : CSV, XLSX, XLS, ODS ou JSON.",
        )
        .required(),
        Key::new(
            "channel",
            Kind::Ref(Ref::Channel),
            "The channel it is about.",
            "Le canal concerné.",
        ),
        Key::new(
            "columns",
            Kind::Map(Names::Words, &Kind::Text),
            "Which column holds what: `time`, `engagement` (or `likes`, `comments`, `shares`), `reach`… Needed only where the columns are not recognised.",
            "Quelle colonne contient quoi : `time`, `engagement` (ou `likes`, `comments`, `shares`), `reach`… Utile seulement quand les colonnes ne sont pas reconnues.",
        ),
        Key::new(
            "brand",
            Kind::Id,
            "Another of your brands, whose results only make the starting point.",
            "Une autre de vos marques, dont les résultats ne servent que de point de départ.",
        ),
    ],
};

pub(super) static PERSON: Shape = Shape {
    name: "person",
    header: "[people.ID]",
    about: Phrase { en: "Somebody of the team.", fr: "Une personne de l’équipe." },
    keys: &[
        Key::new("name", Kind::Words, "Their name.", "Son nom.").default("the id"),
        Key::new("roles", WORDS, "What they do.", "Ce qu’elle fait."),
        Key::new(
            "per_week",
            Kind::Int(1, 1_000),
            "How many posts they can carry in a week.",
            "Combien de publications elle peut mener dans une semaine.",
        ),
        Key::new(
            "duty",
            Kind::List(&Kind::Table(&DUTY)),
            "When they are there to answer, on the calendar's clock.",
            "Quand elle est là pour répondre, à l’heure du calendrier.",
        ),
        Key::new("away", Kind::List(&Kind::DayRange), "Days away.", "Ses absences."),
        EXTRA,
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

pub(super) static CAMPAIGN: Shape = Shape {
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
        EXTRA,
    ],
};

pub(super) static SERIES: Shape = Shape {
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
        Key::new(
            "channels",
            CHANNELS,
            "Its channels; absent: the only one.",
            "Ses canaux ; absent : le seul.",
        ),
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
        EXTRA,
    ],
};

const EVENT_KINDS: &[&str] = &["holiday", "observance", "school", "sale", "context", "freeze"];

const EFFECTS: &[&str] = &["avoid", "opportunity", "info"];

pub(super) static EVENT: Shape = Shape {
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
        Key::new("lead", Kind::Lapse, "How long before an opportunity you are told that nothing is planned for it.", "Combien de temps avant une occasion vous êtes prévenu que rien n’est prévu.").default("14d"),
        EXTRA,
    ],
};

pub(super) static PAUSE: Shape = Shape {
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
        EXTRA,
    ],
};
