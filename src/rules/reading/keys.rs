//! Keys that are unknown, missing, misplaced or one too many.

use super::{Words, found};
use crate::diagnostic::{Group, Level, Rule};

/// `unknown-key`: a key that this table does not have.
pub static UNKNOWN_KEY: Rule = found(
    "unknown-key",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A key that this table does not have.", "Une clé que cette table ne connaît pas."],
        why: [
            "A mistyped key would be ignored, and the setting you count on would never apply.",
            "Une clé mal tapée serait ignorée, et le réglage sur lequel vous comptez ne s’appliquerait jamais.",
        ],
        remedy: [
            "Correct the spelling. Data of your own goes under `extra`.",
            "Corrigez l’orthographe. Vos propres données vont sous `extra`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
chanels = ["instagram"]
"##,
);

/// `missing-key`: a key that must be there is not.
pub static MISSING_KEY: Rule = found(
    "missing-key",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A key that must be there is not.", "Une clé indispensable manque."],
        why: [
            "Without it the table means nothing: a pause without a reason, a post without a title.",
            "Sans elle la table ne veut rien dire\u{a0}: une pause sans raison, une publication sans titre.",
        ],
        remedy: ["Add the line that the message shows.", "Ajoutez la ligne que donne le message."],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
"##,
);

/// `misplaced-key`: a key in the wrong table.
pub static MISPLACED_KEY: Rule = found(
    "misplaced-key",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["A key in the wrong table.", "Une clé dans la mauvaise table."],
        why: [
            "TOML puts each line in the last table opened above it, so a key can slip into the wrong one unseen.",
            "TOML range chaque ligne dans la dernière table ouverte au-dessus\u{a0}: une clé peut glisser dans la mauvaise sans qu’on le voie.",
        ],
        remedy: [
            "Move the line where the message says.",
            "Déplacez la ligne là où le message l’indique.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"
tone = "tone.toml"
"##,
);

/// `post-key-misplaced`: a key of the post stands below `[post.on.CHANNEL]`.
pub static POST_KEY_MISPLACED: Rule = found(
    "post-key-misplaced",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "A key of the post stands below `[post.on.CHANNEL]`.",
            "Une clé de la publication se trouve sous `[post.on.CANAL]`.",
        ],
        why: [
            "Everything below `[post.on.CHANNEL]` belongs to that channel, so the post itself lacks the key.",
            "Tout ce qui suit `[post.on.CANAL]` appartient à ce canal\u{a0}: la clé manque donc à la publication elle-même.",
        ],
        remedy: [
            "Move the line above `[post.on.CHANNEL]`.",
            "Remontez la ligne au-dessus de `[post.on.CANAL]`.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"

[post.on.instagram]
pillar = "quiz"
"##,
);

/// `conflicting-keys`: two keys that say the same thing in different ways.
pub static CONFLICTING_KEYS: Rule = found(
    "conflicting-keys",
    Group::Structure,
    Level::Error,
    &Words {
        what: [
            "Two keys that say the same thing in different ways.",
            "Deux clés qui disent la même chose de deux façons.",
        ],
        why: [
            "Nobody can tell which of the two you mean.",
            "Personne ne peut deviner laquelle des deux vous voulez.",
        ],
        remedy: ["Keep one of the two.", "Gardez l’une des deux."],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[event]]
name = "Nuit des musées"
date = "2026-05-23"
rule = "05-23"
"##,
);

/// `duplicate-id`: the same id twice.
pub static DUPLICATE_ID: Rule = found(
    "duplicate-id",
    Group::Structure,
    Level::Error,
    &Words {
        what: ["The same id twice.", "Deux fois le même identifiant."],
        why: [
            "Links such as `after`, approvals and written slots would go to the wrong post.",
            "Les liens tels que `after`, les validations et les créneaux écrits iraient à la mauvaise publication.",
        ],
        remedy: [
            "Give one of the two another id.",
            "Donnez un autre identifiant à l’une des deux.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"

[[post]]
id = "klimt"
title = "Klimt est là"
"##,
);
