//! Dates, times, days and stretches of time.

use super::{Words, found};
use crate::diagnostic::{Group, Level, Rule};

/// `bad-date`: not a date, or one that does not exist.
pub static BAD_DATE: Rule = found(
    "bad-date",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "Not a date, or one that does not exist.",
            "Ce n’est pas une date, ou elle n’existe pas.",
        ],
        why: [
            "A date that cannot be read is a post that never goes out.",
            "Une date illisible, c’est une publication qui ne sort jamais.",
        ],
        remedy: [
            "Write a day (`2026-11-24`), a week (`2026-W48`), a month (`2026-11`) or a range (`2026-11-23/2026-11-27`).",
            "Écrivez un jour (`2026-11-24`), une semaine (`2026-W48`), un mois (`2026-11`) ou une période (`2026-11-23/2026-11-27`).",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
date = "24/11/2026"
"##,
);

/// `bad-time`: not a time of day.
pub static BAD_TIME: Rule = found(
    "bad-time",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["Not a time of day.", "Ce n’est pas une heure."],
        why: [
            "A post at a time that cannot be read goes out whenever the planner likes.",
            "Sans heure lisible, la publication sort quand le planificateur le veut.",
        ],
        remedy: [
            "Write hours and minutes with a colon: `\"12:30\"`.",
            "Écrivez heures et minutes avec un deux-points\u{a0}: `\"12:30\"`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
date = 2026-11-24
time = "12h30"
"##,
);

/// `bad-duration`: not a length of time.
pub static BAD_DURATION: Rule = found(
    "bad-duration",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["Not a length of time.", "Ce n’est pas une durée."],
        why: [
            "Gaps and silences are compared to the second, so the unit must be clear.",
            "Les écarts et les silences se comparent à la seconde\u{a0}: l’unité doit être claire.",
        ],
        remedy: [
            "Write a whole number and its unit: `45min`, `20h`, `2d`, `1w`.",
            "Écrivez un nombre entier et son unité\u{a0}: `45min`, `20h`, `2d`, `1w`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[plan]
spacing = "2 hours"
"##,
);

/// `bad-days`: not days of the week.
pub static BAD_DAYS: Rule = found(
    "bad-days",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["Not days of the week.", "Ce ne sont pas des jours de la semaine."],
        why: [
            "A window or a feature on a day that is not understood never opens.",
            "Une plage ou un rendez-vous dont le jour n’est pas compris ne s’ouvre jamais.",
        ],
        remedy: [
            "Write `mon` to `sun`, `mon-fri`, `daily`, or a list of those.",
            "Écrivez `mon` à `sun`, `mon-fri`, `daily`, ou une liste de ceux-ci.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"
windows = [{ days = "lundi", from = "09:00", to = "12:00" }]
"##,
);

/// `empty-range`: a stretch of the day that ends when it starts.
pub static EMPTY_RANGE: Rule = found(
    "empty-range",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "A stretch of the day that ends when it starts.",
            "Une plage horaire qui se termine à l’heure où elle commence.",
        ],
        why: [
            "Nothing fits into it: no post would ever be suggested there.",
            "Rien n’y tient\u{a0}: aucune publication n’y serait jamais proposée.",
        ],
        remedy: [
            "Change one of the two ends; the whole day is `00:00` to `24:00`.",
            "Changez l’une des deux heures\u{202f}; la journée entière va de `00:00` à `24:00`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[plan]
hours = { from = "09:00", to = "09:00" }
"##,
);

/// `backwards-range`: a stretch that ends before it starts.
pub static BACKWARDS_RANGE: Rule = found(
    "backwards-range",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "A stretch that ends before it starts.",
            "Une période qui se termine avant de commencer.",
        ],
        why: [
            "A pause or a campaign that runs backwards covers no day at all.",
            "Une pause ou une campagne à l’envers ne couvre aucun jour.",
        ],
        remedy: ["Swap the two ends.", "Inversez les deux bornes."],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[campaigns.klimt]
from = 2026-12-20
to = 2026-11-16
"##,
);

/// `unknown-timezone`: a time zone that does not exist.
pub static UNKNOWN_TIMEZONE: Rule = found(
    "unknown-timezone",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A time zone that does not exist.", "Un fuseau horaire qui n’existe pas."],
        why: [
            "Every time of the calendar hangs on it: an hour wrong is a post at the wrong hour.",
            "Toutes les heures du calendrier en dépendent\u{a0}: une heure d’écart, et la publication sort à la mauvaise heure.",
        ],
        remedy: [
            "Name the zone by a city, such as `Europe/Paris`.",
            "Nommez le fuseau par une ville, par exemple `Europe/Paris`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Pari"
"##,
);
