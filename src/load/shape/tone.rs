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
    "ellipsis",
    "hashtag",
    "mention",
    "link",
    "caps-word",
    "semicolon",
    "pattern",
];

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

static RULE: Shape = Shape {
    name: "tone-rule",
    header: "[[rule]]",
    about: Phrase { en: "A tone rule of your own.", fr: "Une règle de ton." },
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
        Key::new("message", Kind::Words, "What it says.", "Ce qu’elle dit."),
        Key::new("why", Kind::Words, "Why the brand wants it.", "Pourquoi la marque y tient."),
        Key::new("link", Kind::Words, "Where to read more.", "Où en lire plus."),
        Key::new("law", Kind::Words, "The law behind it.", "Le texte de loi."),
        Key::new("needs", Kind::Words, "What a claim needs.", "Ce qu’exige une allégation."),
        Key::new("terms", WORDS, "Words and phrases.", "Mots et expressions."),
        Key::new("patterns", WORDS, "Regular expressions.", "Expressions régulières."),
        Key::new(
            "swap",
            Kind::Map(Names::Words, &Kind::Text),
            "What to write instead of what.",
            "Quoi écrire à la place de quoi.",
        ),
        Key::new(
            "either",
            Kind::List(&WORDS),
            "Words of which a text uses one alone.",
            "Mots dont un seul doit être employé.",
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
        Key::new("any_of", WORDS, "One of these must be there.", "L’un d’eux doit figurer."),
        Key::new("position", Kind::Words, "Where it must be.", "À quel endroit."),
        Key::new("expect", Kind::Words, "What is expected.", "Ce qui est attendu."),
        Key::new("form", Kind::Words, "The form wanted.", "La forme souhaitée."),
        Key::new("allow", WORDS, "What is fine.", "Ce qui est permis."),
        Key::new("forbid", WORDS, "What is not.", "Ce qui ne l’est pas."),
        Key::new("acronyms", WORDS, "Capitals that are fine.", "Sigles admis."),
        Key::new("of", Kind::Choice(COUNTED), "What is counted.", "Ce qui est compté."),
        Key::new("per", Kind::Choice(&["post", "sentence", "line"]), "Over what.", "Par quoi.")
            .default("post"),
        Key::new("min", Kind::Int(0, 1_000_000), "Least.", "Minimum."),
        Key::new("max", Kind::Int(0, 1_000_000), "Most.", "Maximum."),
        Key::new(
            "formula",
            Kind::Choice(&["kandel-moles", "lix", "flesch", "flesch-kincaid"]),
            "The readability formula.",
            "La formule de lisibilité.",
        ),
        Key::new("without", TEXTS, "What is left out of the count.", "Ce qui n’est pas compté."),
        Key::new("only", Kind::Table(&ONLY), "Where it runs.", "Où elle s’applique."),
        Key::new(
            "except",
            WORDS,
            "Phrases that are fine all the same.",
            "Expressions admises malgré tout.",
        ),
        Key::new("lang", Kind::LangTag, "Only for this language.", "Seulement dans cette langue."),
        Key::new("good", TEXTS, "Texts that pass.", "Textes qui passent."),
        Key::new("bad", TEXTS, "Texts that do not.", "Textes qui ne passent pas."),
        EXTRA,
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
        Key::new("pillars", PILLARS, "Pillars.", "Piliers."),
        Key::new("formats", TEXTS, "Formats.", "Formats."),
        Key::new("lang", Kind::LangTag, "Language.", "Langue."),
        Key::new("status", Kind::List(&Kind::Choice(STATUSES)), "Statuses.", "États."),
    ],
};
