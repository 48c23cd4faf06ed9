//! The shape of tone.toml.

use super::{CHANNELS, EXTRA, Key, Kind, Names, PILLARS, STATUSES, Shape, TEXTS, WORDS};
use crate::lang::Phrase;
use crate::model::RULE_KINDS;

const LEVELS: &[&str] = &["off", "hint", "warning", "error"];
const COUNTED: &[&str] = &[
    "char",
    "word",
    "sentence",
    "line",
    "emoji",
    "exclamation",
    "question",
    "comma",
    "ellipsis",
    "hashtag",
    "mention",
    "link",
    "caps-word",
    "semicolon",
    "pattern",
];
const EXTENTS: &[&str] = &["post", "sentence", "line", "campaign", "calendar"];
const POSITIONS: &[&str] = &["anywhere", "start", "first-line", "before-fold", "last-line", "end"];
const FIELDS: &[&str] =
    &["link", "media", "partnership", "hashtags", "mentions", "cta", "campaign", "source"];
const DEALS: &[&str] = &["paid", "gift", "affiliate", "ai-image"];
const LEFT_OUT: &[&str] = &["hashtags", "mentions", "links", "emoji", "signature", "quotes"];
/// A count.
const MANY: Kind = Kind::Int(0, 1_000_000);
const PERCENT: Kind = Kind::Int(0, 100);

/// tone.toml.
pub static TONE: Shape = Shape {
    name: "tone",
    header: "tone.toml",
    about: Phrase {
        en: "The brand's tone of voice; nothing about style is on by default.",
        fr: "Le ton de la marque ; aucune règle de style n’est active d’office.",
    },
    keys: &[
        Key::new(
            "format",
            Kind::Int(1, 1_000_000),
            "Version of the file format.",
            "Version du format de fichier.",
        )
        .default("1"),
        Key::new("extends", WORDS, "Shipped packs of rules.", "Les jeux de règles fournis."),
        Key::new(
            "address",
            Kind::Choice(&["tu", "vous", "consistent", "any"]),
            "How people are spoken to.",
            "Tutoiement, vouvoiement, l’un des deux (consistent) ou libre (any).",
        )
        .default("any"),
        Key::new(
            "gate",
            Kind::Int(0, 100),
            "Least score of a post.",
            "Note minimale d’une publication.",
        ),
        Key::new(
            "vocabulary",
            WORDS,
            "Words with an exact case, never flagged elsewhere.",
            "Mots à la casse exacte, jamais signalés ailleurs.",
        ),
        Key::new(
            "off",
            WORDS,
            "Rules that are switched off, without `tone.`.",
            "Règles désactivées, sans `tone.`.",
        ),
        Key::new(
            "signature",
            Kind::Text,
            "Words that end every text.",
            "Les mots qui terminent chaque texte.",
        ),
        Key::new(
            "rule",
            Kind::List(&Kind::Table(&RULE)),
            "Rules of your own.",
            "Vos propres règles.",
        ),
        EXTRA,
    ],
};

pub(super) static RULE: Shape = Shape {
    name: "tone-rule",
    header: "[[rule]]",
    about: Phrase {
        en: "A tone rule of your own; each kind has its keys.",
        fr: "Une règle de ton ; chaque genre (`kind`) a ses clés.",
    },
    keys: &[
        Key::new(
            "id",
            Kind::Id,
            "Its id; findings call it `tone.ID`.",
            "Son identifiant ; les constats l’appellent `tone.ID`.",
        )
        .required(),
        Key::new("kind", Kind::Choice(&RULE_KINDS), "What it does.", "Ce qu’elle fait.").required(),
        Key::new("level", Kind::Choice(LEVELS), "Its level.", "Son niveau.").default("warning"),
        Key::new(
            "message",
            Kind::Words,
            "What it says, in your words.",
            "Ce qu’elle dit, avec vos mots.",
        ),
        Key::new("why", Kind::Words, "Why the brand wants it.", "Pourquoi la marque y tient."),
        Key::new("law", Kind::Words, "The law behind it.", "Le texte de loi."),
        Key::new("link", Kind::Words, "Where to read more.", "Où en lire plus."),
        Key::new("only", Kind::Table(&ONLY), "Where it runs.", "Où elle s’applique."),
        Key::new(
            "lang",
            Kind::LangTag,
            "Only for this language; as in `only`.",
            "Seulement dans cette langue ; comme dans `only`.",
        ),
        Key::new(
            "except",
            WORDS,
            "Phrases that are fine all the same.",
            "Expressions admises malgré tout.",
        ),
        Key::new(
            "quotes",
            Kind::Choice(&["skip", "check"]),
            "Whether words between quotation marks are read.",
            "Faut-il lire ce qui est entre guillemets.",
        )
        .default("skip"),
        Key::new(
            "fix",
            Kind::Bool,
            "Whether `--fix` may mend what it finds.",
            "`--fix` peut-il corriger ce qu’elle trouve.",
        )
        .default("true"),
        Key::new("good", TEXTS, "Texts that pass.", "Textes qui passent."),
        Key::new("bad", TEXTS, "Texts that do not.", "Textes qui ne passent pas."),
        Key::new("terms", WORDS, "Words and phrases.", "Mots et expressions."),
        Key::new("patterns", WORDS, "Regular expressions.", "Expressions régulières."),
        Key::new(
            "ignore_case",
            Kind::Bool,
            "Small and capital letters are the same.",
            "Majuscules et minuscules se valent.",
        )
        .default("true"),
        Key::new("word", Kind::Bool, "Whole words only.", "Mots entiers seulement.")
            .default("true"),
        Key::new(
            "inflect",
            Kind::Bool,
            "The plural and the feminine are meant too.",
            "Le pluriel et le féminin sont visés aussi.",
        )
        .default("true"),
        Key::new(
            "swap",
            Kind::Map(Names::Words, &Kind::Text),
            "What to write instead of what; choices are parted by `|`.",
            "Quoi écrire à la place de quoi ; les choix sont séparés par `|`.",
        ),
        Key::new(
            "needs",
            Kind::Choice(&["proof"]),
            "What makes a claim fine: `proof` is an address in the post’s `source`.",
            "Ce qui justifie une allégation : `proof` est une adresse dans `source`.",
        ),
        Key::new(
            "when",
            Kind::Table(&WHEN),
            "When something is required.",
            "Quand quelque chose est exigé.",
        ),
        Key::new("any_of", WORDS, "One of these must be there.", "L’un d’eux doit figurer."),
        Key::new("position", Kind::Choice(POSITIONS), "Where it must be.", "À quel endroit.")
            .default("anywhere"),
        Key::new(
            "within_chars",
            MANY,
            "Within this many characters from there.",
            "À ce nombre de caractères de là, au plus.",
        ),
        Key::new(
            "deals",
            Kind::List(&Kind::Choice(DEALS)),
            "For which partnerships a label is due; absent: all.",
            "Pour quels partenariats une mention est due ; absent : tous.",
        ),
        Key::new(
            "labels",
            WORDS,
            "Labels of which one must be there.",
            "Mentions dont une doit figurer.",
        ),
        Key::new(
            "not_only",
            WORDS,
            "Labels that are not enough alone.",
            "Mentions insuffisantes à elles seules.",
        ),
        Key::new(
            "fold_chars",
            MANY,
            "Where the text is cut, in characters; absent: where the network does.",
            "Où le texte est coupé, en caractères ; absent : là où le réseau coupe.",
        ),
        Key::new(
            "expect",
            Kind::Words,
            "What is expected: tu, vous, consistent or none; a language.",
            "Ce qui est attendu : tu, vous, consistent ou none ; une langue.",
        ),
        Key::new(
            "allow",
            WORDS,
            "What alone is fine: persons, emoji.",
            "Ce qui seul est permis : personnes, émojis.",
        ),
        Key::new(
            "forbid",
            WORDS,
            "What is not: persons, signs, emoji, hashtags.",
            "Ce qui ne l’est pas : personnes, signes, émojis, hashtags.",
        ),
        Key::new("max_ratio", PERCENT, "Most, in percent.", "Part maximale, en pour cent."),
        Key::new(
            "form",
            Kind::Choice(&["point-median", "doublet", "epicene", "none"]),
            "The inclusive form wanted.",
            "La forme inclusive souhaitée.",
        ),
        Key::new(
            "character",
            Kind::Words,
            "The sign of the median form.",
            "Le signe du point médian.",
        )
        .default("·"),
        Key::new(
            "max_words",
            MANY,
            "Most words in capitals in a row.",
            "Mots en capitales de suite, au plus.",
        ),
        Key::new(
            "min_len",
            MANY,
            "Letters from which a word in capitals counts.",
            "Lettres à partir desquelles un mot en capitales compte.",
        )
        .default("2"),
        Key::new("acronyms", WORDS, "Capitals that are fine.", "Sigles admis."),
        Key::new(
            "max_exclamations",
            MANY,
            "Most exclamation marks.",
            "Points d’exclamation, au plus.",
        ),
        Key::new(
            "max_run",
            MANY,
            "Most signs, or emoji, in a row.",
            "Signes, ou émojis, de suite, au plus.",
        ),
        Key::new(
            "ellipsis",
            Kind::Choice(&["…", "..."]),
            "How an ellipsis is written.",
            "Comment s’écrivent les points de suspension.",
        ),
        Key::new(
            "spaces",
            Kind::Choice(&["nbsp", "narrow", "any"]),
            "Spaces around French punctuation, none before a comma; in English, none before any.",
            "Espaces autour de la ponctuation française, aucune avant la virgule ; en anglais, aucune avant.",
        ),
        Key::new(
            "apostrophe",
            Kind::Choice(&["curly", "straight"]),
            "How apostrophes are written.",
            "Comment s’écrivent les apostrophes.",
        ),
        Key::new(
            "marks",
            Kind::Choice(&["guillemets", "curly", "straight"]),
            "How quotation marks are written.",
            "Comment s’écrivent les guillemets.",
        ),
        Key::new(
            "capitals",
            Kind::Choice(&["accented"]),
            "Capitals carry their accents.",
            "Les majuscules portent leurs accents.",
        ),
        Key::new("ligatures", Kind::Bool, "œ and æ are written.", "œ et æ sont écrits.")
            .default("false"),
        Key::new(
            "single_spaces",
            Kind::Bool,
            "No two spaces in a row.",
            "Pas deux espaces de suite.",
        )
        .default("false"),
        Key::new(
            "units",
            Kind::Bool,
            "The space between a number and its unit is a no-break one; `12€` may stay without.",
            "L’espace entre un nombre et son unité est insécable ; « 12€ » peut s’en passer.",
        )
        .default("false"),
        Key::new(
            "not_bullets",
            Kind::Bool,
            "No emoji as the bullets of a list.",
            "Pas d’émojis en guise de puces.",
        )
        .default("false"),
        Key::new(
            "no_duplicate",
            Kind::Bool,
            "None twice; capitals and accents make no other hashtag.",
            "Aucun deux fois ; majuscules et accents ne font pas un autre hashtag.",
        )
        .default("false"),
        Key::new(
            "required",
            WORDS,
            "Hashtags that must be there.",
            "Hashtags qui doivent figurer.",
        ),
        Key::new(
            "case",
            Kind::Choice(&["camel", "lower"]),
            "How hashtags are written; `camel` judges those made of known words, or of words of the text.",
            "Comment s’écrivent les hashtags ; `camel` ne juge que ceux dont les mots sont connus, ou dans le texte.",
        ),
        Key::new("of", Kind::Choice(COUNTED), "What is counted.", "Ce qui est compté."),
        Key::new(
            "per",
            Kind::Choice(EXTENTS),
            "Over what; `campaign` and `calendar` are for `consistency`.",
            "Par quoi ; `campaign` et `calendar` sont pour `consistency`.",
        )
        .default("post"),
        Key::new("min", MANY, "Least.", "Minimum."),
        Key::new("max", MANY, "Most.", "Maximum."),
        Key::new(
            "without",
            Kind::List(&Kind::Choice(LEFT_OUT)),
            "What is left out of the count.",
            "Ce qui n’est pas compté.",
        ),
        Key::new(
            "window",
            Kind::Int(1, 100),
            "Words apart that a word may not come back.",
            "Nombre de mots avant qu’un mot puisse revenir.",
        )
        .default("1"),
        Key::new(
            "either",
            Kind::List(&WORDS),
            "Ways of writing one thing, of which one alone is used.",
            "Façons d’écrire une même chose, dont une seule doit servir.",
        ),
        Key::new(
            "formula",
            Kind::Choice(&["kandel-moles", "lix", "flesch", "flesch-kincaid"]),
            "The readability formula.",
            "La formule de lisibilité.",
        ),
        Key::new(
            "min_words",
            MANY,
            "Words below which there is no verdict.",
            "Nombre de mots en deçà duquel rien n’est jugé.",
        )
        .default("30"),
        EXTRA,
    ],
};

static WHEN: Shape = Shape {
    name: "when",
    header: "when = { … }",
    about: Phrase {
        en: "When something is required; all that is set must hold.",
        fr: "Quand quelque chose est exigé ; tout ce qui est indiqué doit être vrai.",
    },
    keys: &[
        Key::new("field", Kind::Choice(FIELDS), "The post has this.", "La publication a ceci."),
        Key::new("terms", WORDS, "It has one of these words.", "Elle a l’un de ces mots."),
        Key::new("pattern", Kind::Words, "It matches this.", "Elle correspond à ce motif."),
    ],
};

static ONLY: Shape = Shape {
    name: "only",
    header: "only = { … }",
    about: Phrase {
        en: "Where a rule runs; absent or empty: everywhere.",
        fr: "Où une règle s’applique ; absent ou vide : partout.",
    },
    keys: &[
        Key::new("channels", CHANNELS, "Channels.", "Canaux."),
        Key::new("networks", Kind::List(&Kind::Network), "Networks.", "Réseaux."),
        Key::new("pillars", PILLARS, "Pillars.", "Piliers."),
        Key::new("formats", TEXTS, "Formats.", "Formats."),
        Key::new("lang", Kind::LangTag, "Language.", "Langue."),
        Key::new("status", Kind::List(&Kind::Choice(STATUSES)), "Statuses.", "États."),
    ],
};
