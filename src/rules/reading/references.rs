//! Names that must stand for something, and files that must be there.

use super::{Words, found};
use crate::diagnostic::{Group, Level, Rule};

/// `missing-file`: a file that the calendar names is not there.
pub static MISSING_FILE: Rule = found(
    "missing-file",
    Group::References,
    Level::Error,
    &Words {
        what: [
            "A file that the calendar names is not there.",
            "Un fichier que nomme le calendrier n’est pas là.",
        ],
        why: [
            "Its posts, texts, dates or rules are missing from everything that is checked and planned.",
            "Ses publications, ses textes, ses dates ou ses règles manquent à tout ce qui est vérifié et planifié.",
        ],
        remedy: [
            "Correct the name, or take it away. Paths start from the calendar’s folder.",
            "Corrigez le nom, ou retirez-le. Les chemins partent du dossier du calendrier.",
        ],
    },
    r##"tone = "charte/absente.toml"

[calendar]
timezone = "Europe/Paris"
"##,
);

/// `unknown-channel`: a channel that is declared nowhere.
pub static UNKNOWN_CHANNEL: Rule = found(
    "unknown-channel",
    Group::References,
    Level::Error,
    &Words {
        what: ["A channel that is declared nowhere.", "Un canal qui n’est déclaré nulle part."],
        why: ["The post would go nowhere.", "La publication n’irait nulle part."],
        remedy: [
            "Correct the spelling, or declare it with `[channels.ID]`.",
            "Corrigez l’orthographe, ou déclarez ce nom avec `[channels.ID]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
channels = ["mastodon"]
"##,
);

/// `unknown-person`: a person that is declared nowhere.
pub static UNKNOWN_PERSON: Rule = found(
    "unknown-person",
    Group::References,
    Level::Error,
    &Words {
        what: ["A person that is declared nowhere.", "Une personne qui n’est déclarée nulle part."],
        why: [
            "Nobody would be asked to act, and nobody would be on duty.",
            "Personne ne serait appelé à agir, et personne ne serait de permanence.",
        ],
        remedy: [
            "Correct the spelling, or declare it with `[people.ID]`.",
            "Corrigez l’orthographe, ou déclarez ce nom avec `[people.ID]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
owner = "marc"
"##,
);

/// `unknown-pillar`: a pillar that is declared nowhere.
pub static UNKNOWN_PILLAR: Rule = found(
    "unknown-pillar",
    Group::References,
    Level::Error,
    &Words {
        what: ["A pillar that is declared nowhere.", "Un pilier qui n’est déclaré nulle part."],
        why: [
            "The post would count in no share of the mix.",
            "La publication ne compterait dans aucune part du mix.",
        ],
        remedy: [
            "Correct the spelling, or declare it with `[pillars.ID]`.",
            "Corrigez l’orthographe, ou déclarez ce nom avec `[pillars.ID]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
pillar = "coulisses"
"##,
);

/// `unknown-campaign`: a campaign that is declared nowhere.
pub static UNKNOWN_CAMPAIGN: Rule = found(
    "unknown-campaign",
    Group::References,
    Level::Error,
    &Words {
        what: [
            "A campaign that is declared nowhere.",
            "Une campagne qui n’est déclarée nulle part.",
        ],
        why: [
            "The post would be missing from the campaign’s list and dates.",
            "La publication manquerait à la liste et aux dates de la campagne.",
        ],
        remedy: [
            "Correct the spelling, or declare it with `[campaigns.ID]`.",
            "Corrigez l’orthographe, ou déclarez ce nom avec `[campaigns.ID]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
campaign = "klim"
"##,
);

/// `unknown-series`: a series that is declared nowhere.
pub static UNKNOWN_SERIES: Rule = found(
    "unknown-series",
    Group::References,
    Level::Error,
    &Words {
        what: [
            "A series that is declared nowhere.",
            "Un rendez-vous qui n’est déclaré nulle part.",
        ],
        why: [
            "The post would fill no slot of any feature.",
            "La publication ne remplirait le créneau d’aucun rendez-vous.",
        ],
        remedy: [
            "Correct the spelling, or declare it with `[[series]]`.",
            "Corrigez l’orthographe, ou déclarez ce nom avec `[[series]]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
series = "lundi-musee"
"##,
);

/// `unknown-post`: a post that is declared nowhere.
pub static UNKNOWN_POST: Rule = found(
    "unknown-post",
    Group::References,
    Level::Error,
    &Words {
        what: [
            "A post that is declared nowhere.",
            "Une publication qui n’est déclarée nulle part.",
        ],
        why: [
            "The order you ask for could not be kept.",
            "L’ordre que vous demandez ne pourrait pas être tenu.",
        ],
        remedy: [
            "Correct the spelling, or declare it with `[[post]]`.",
            "Corrigez l’orthographe, ou déclarez ce nom avec `[[post]]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
after = [{ post = "annonce", min = "1d" }]
"##,
);

/// `unknown-event`: an event that is declared nowhere.
pub static UNKNOWN_EVENT: Rule = found(
    "unknown-event",
    Group::References,
    Level::Error,
    &Words {
        what: ["An event that is declared nowhere.", "Un événement qui n’est déclaré nulle part."],
        why: [
            "The distance you ask for could not be kept.",
            "L’écart que vous demandez ne pourrait pas être tenu.",
        ],
        remedy: [
            "Correct the spelling, or declare it with `[[event]]`.",
            "Corrigez l’orthographe, ou déclarez ce nom avec `[[event]]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
before = [{ event = "vernissage", min = "1d" }]
"##,
);

/// `bad-feed`: a date of an ICS feed that cannot be read.
pub static BAD_FEED: Rule = found(
    "bad-feed",
    Group::References,
    Level::Warning,
    &Words {
        what: [
            "A date of an ICS feed that cannot be read.",
            "Une date d’un flux ICS qui est illisible.",
        ],
        why: [
            "A date that is not understood is missing from the plan: a public holiday or a day when you are closed, say.",
            "Une date incomprise manque au plan\u{a0}: un jour férié ou de fermeture, par exemple.",
        ],
        remedy: [
            "Export the feed again, or mend the line that is named. The other dates of the feed are read.",
            "Exportez de nouveau le flux, ou corrigez la ligne indiquée. Ses autres dates sont lues.",
        ],
    },
    r##"events = ["tests/rules/bad-feed/dates.ics"]

[calendar]
timezone = "Europe/Paris"
"##,
);
