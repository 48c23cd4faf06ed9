//! The text of the file: TOML itself.

use super::{Words, found};
use crate::diagnostic::{Group, Level, Rule};

/// `syntax`: the file is not TOML at this place.
pub static SYNTAX: Rule = found(
    "syntax",
    Group::Syntax,
    Level::Error,
    &Words {
        what: [
            "The file is not TOML at this place.",
            "Le fichier n’est pas du TOML à cet endroit.",
        ],
        why: [
            "A quote or a bracket that is missing hides everything written after it.",
            "Un guillemet ou un crochet oublié masque tout ce qui est écrit après lui.",
        ],
        remedy: [
            "Look at the place shown: text goes between straight quotes, and what is opened must be closed.",
            "Regardez l’endroit indiqué\u{a0}: un texte se met entre guillemets droits, et tout ce qui s’ouvre doit se fermer.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
status = draft
"##,
);

/// `toml-1-1`: a form of TOML that only the newest tools read.
pub static TOML_1_1: Rule = found(
    "toml-1-1",
    Group::Syntax,
    Level::Warning,
    &Words {
        what: [
            "A form of TOML that only the newest tools read.",
            "Une forme de TOML que seuls les outils récents comprennent.",
        ],
        why: [
            "edito reads it, but an editor, a script or a colleague’s tool may refuse the whole file.",
            "edito la lit, mais un éditeur, un script ou l’outil d’un collègue peut refuser tout le fichier.",
        ],
        remedy: [
            "Write it the older way: inline tables on one line, no comma before `}`, times with their seconds.",
            "Écrivez-la à l’ancienne\u{a0}: les tables `{ … }` sur une ligne, pas de virgule avant `}`, des heures avec leurs secondes.",
        ],
    },
    r##"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "klimt"
title = "Klimt arrive"
window = { from = 2026-11-24T08:00:00, }
"##,
);
