//! Values that cannot be.

use super::{Words, found};
use crate::diagnostic::{Group, Level, Rule};

/// `wrong-type`: a value of the wrong type.
pub static WRONG_TYPE: Rule = found(
    "wrong-type",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A value of the wrong type.", "Une valeur du mauvais type."],
        why: [
            "A number in quotes is a text, and one text is not a list: the value cannot be used.",
            "Un nombre entre guillemets est un texte, et un texte n’est pas une liste\u{a0}: la valeur est inutilisable.",
        ],
        remedy: [
            "Write the value as the message shows.",
            "Écrivez la valeur comme le montre le message.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
priority = "high"
"##,
);

/// `bad-id`: not an id.
pub static BAD_ID: Rule = found(
    "bad-id",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["Not an id.", "Ce n’est pas un identifiant."],
        why: [
            "Ids are typed at the terminal and written into links: plain letters keep them readable everywhere.",
            "Les identifiants se tapent au terminal et s’écrivent dans des liens\u{a0}: des lettres simples les gardent lisibles partout.",
        ],
        remedy: [
            "Use small letters without accents, digits and hyphens, at most 64.",
            "Employez des minuscules sans accent, des chiffres et des traits d’union, 64 au plus.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "Klimt Teaser"
title = "Klimt arrive"
"##,
);

/// `bad-value`: a value outside what the key takes.
pub static BAD_VALUE: Rule = found(
    "bad-value",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A value outside what the key takes.", "Une valeur que la clé n’accepte pas."],
        why: [
            "The setting would have no effect, or one that nobody expects.",
            "Le réglage resterait sans effet, ou en aurait un que personne n’attend.",
        ],
        remedy: [
            "Take one of the values in the message.",
            "Prenez l’une des valeurs que donne le message.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
priority = 9
"##,
);

/// `bad-path`: a path that is absolute, written with `\`, or leads out of the repository.
pub static BAD_PATH: Rule = found(
    "bad-path",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "A path that is absolute, written with `\\`, or leads out of the repository.",
            "Un chemin absolu, écrit avec `\\`, ou qui sort du dépôt.",
        ],
        why: [
            "Such a path works on one computer only, and a calendar reads nothing outside of its repository.",
            "Un tel chemin ne marche que sur un seul ordinateur, et un calendrier ne lit rien hors de son dépôt.",
        ],
        remedy: [
            "Write the path from the calendar’s folder, with `/`.",
            "Écrivez le chemin depuis le dossier du calendrier, avec `/`.",
        ],
    },
    r##"tone = "/home/lea/tone.toml"

[calendar]
timezone = "Europe/Paris"
"##,
);

/// `empty-value`: a key with nothing in it.
pub static EMPTY_VALUE: Rule = found(
    "empty-value",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A key with nothing in it.", "Une clé sans rien dedans."],
        why: [
            "An empty name or title shows up as a hole in every list.",
            "Un nom ou un titre vide fait un trou dans toutes les listes.",
        ],
        remedy: [
            "Write something, or take the key away.",
            "Écrivez quelque chose, ou retirez la clé.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = ""
"##,
);

/// `mix-sum`: targets that cover every pillar and do not sum to 100.
pub static MIX_SUM: Rule = found(
    "mix-sum",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "Targets that cover every pillar and do not sum to 100.",
            "Des cibles qui couvrent tous les piliers et ne totalisent pas 100.",
        ],
        why: [
            "Shares of more or less than the whole can never all be met.",
            "Des parts qui dépassent le tout, ou ne le remplissent pas, ne peuvent jamais être toutes tenues.",
        ],
        remedy: [
            "Change one of the targets, or leave a pillar without one.",
            "Changez l’une des cibles, ou laissez un pilier sans cible.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[mix.pillars.promo]
[mix.pillars.quiz]

[[mix.share]]
pillars = ["promo"]
target = 20

[[mix.share]]
pillars = ["quiz"]
target = 70
"##,
);

/// `unknown-network`: a network that is not known here.
pub static UNKNOWN_NETWORK: Rule = found(
    "unknown-network",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A network that is not known here.", "Un réseau qui n’est pas connu ici."],
        why: [
            "Lengths, hashtags and formats are checked by the network’s own rules.",
            "Longueurs, mots-dièse et formats sont vérifiés d’après les règles du réseau.",
        ],
        remedy: [
            "Take a network of the list, or `custom` for any other place.",
            "Prenez un réseau de la liste, ou `custom` pour tout autre lieu.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.insta]
network = "instagramm"
"##,
);

/// `unknown-region`: a region that does not exist.
pub static UNKNOWN_REGION: Rule = found(
    "unknown-region",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A region that does not exist.", "Une région qui n’existe pas."],
        why: ["Public holidays depend on it.", "Les jours fériés en dépendent."],
        remedy: [
            "Take a region of the list, or an ISO 3166-2 code.",
            "Prenez une région de la liste, ou un code ISO 3166-2.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"
region = "alsace"
"##,
);

/// `unknown-country`: a country whose public holidays are not known here.
pub static UNKNOWN_COUNTRY: Rule = found(
    "unknown-country",
    Group::Structure,
    Level::Hint,
    &Words {
        what: [
            "A country whose public holidays are not known here.",
            "Un pays dont les jours fériés ne sont pas connus ici.",
        ],
        why: [
            "Nothing warns you then of a post on a public holiday.",
            "Rien ne vous prévient alors d’une publication un jour férié.",
        ],
        remedy: [
            "Name an ICS feed of its holidays in `events`.",
            "Indiquez un flux ICS de ses jours fériés dans `events`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"
country = "JP"
"##,
);
