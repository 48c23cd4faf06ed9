//! Tone rules that are not well made, and packs that do not exist.

use super::{Words, found};
use crate::diagnostic::{Group, Level, Rule};

/// `stray-tone-key`: a key that a rule of this kind does not take.
pub static STRAY_TONE_KEY: Rule = found(
    "stray-tone-key",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "A tone rule with a key that its kind does not take.",
            "Une règle de ton avec une clé que son genre ne prend pas.",
        ],
        why: [
            "The key would do nothing, and the rule less than its author thinks.",
            "La clé resterait sans effet, et la règle ferait moins que ne croit son auteur.",
        ],
        remedy: [
            "Take the key away, or make a second rule of the kind that takes it.",
            "Retirez cette clé, ou écrivez une deuxième règle, du genre qui la prend.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[[tone.rule]]
id = "jargon"
kind = "forbid"
terms = ["incontournable"]
max = 3
"##,
);

/// `idle-tone-rule`: a rule that asks for nothing.
pub static IDLE_TONE_RULE: Rule = found(
    "idle-tone-rule",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A tone rule that asks for nothing.", "Une règle de ton qui ne demande rien."],
        why: [
            "Every text passes it: it looks like a safeguard and is none.",
            "Tous les textes la passent\u{a0}: elle a l’air d’un garde-fou et n’en est pas un.",
        ],
        remedy: [
            "Say what it is about: words, a number, a form.",
            "Dites sur quoi elle porte\u{a0}: des mots, un nombre, une forme.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[[tone.rule]]
id = "jargon"
kind = "forbid"
"##,
);

/// `unknown-pack`: a pack of tone rules that does not exist.
pub static UNKNOWN_PACK: Rule = found(
    "unknown-pack",
    Group::References,
    Level::Error,
    &Words {
        what: [
            "A pack of tone rules that does not exist.",
            "Un jeu de règles de ton qui n’existe pas.",
        ],
        why: ["Its rules would never run.", "Ses règles ne s’appliqueraient jamais."],
        remedy: [
            "Correct the spelling; `edito explain` lists the packs at its end.",
            "Corrigez l’orthographe\u{202f}; `edito explain` énumère les jeux de règles à la fin.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[tone]
extends = ["fr-socail"]
"##,
);
