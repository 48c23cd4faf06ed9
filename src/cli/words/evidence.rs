//! Words of the commands that look at results: `slots`, `mix`, `report`.

use super::arguments::{ArgWords, switch, valued};
use super::commands::{Example, example, same};
use crate::lang::Phrase;

/// What an argument of these commands does.
pub(super) fn argument(path: &str, id: &str) -> Option<ArgWords> {
    Some(match (path, id) {
        (_, "channels") => valued(
            ("CHANNEL", "CANAL"),
            "Show this channel only; repeatable",
            "N’affiche que ce canal\u{202f}; répétable",
        ),
        (_, "format") => valued(
            ("FORMAT", "FORMAT"),
            "Choose the form of the result",
            "Choisit la forme du résultat",
        ),
        ("report", "output") => valued(
            ("FILE", "FICHIER"),
            "Write to a file, by its extension: .html .md .txt .json (-: screen)",
            "Écrit dans un fichier, selon son extension\u{a0}: .html .md .txt .json (-\u{a0}:\u{a0}écran)",
        ),
        (_, "output") => valued(
            ("FILE", "FICHIER"),
            "Write to a file, by its extension: .txt .md .json (-: screen)",
            "Écrit dans un fichier, selon son extension\u{a0}: .txt .md .json (-\u{a0}:\u{a0}écran)",
        ),
        ("slots", "backtest") => switch(
            "Try the method on your own past: what it would have said, and what came",
            "Essaie la méthode sur votre propre passé\u{a0}: ce qu’elle aurait dit, et ce qui est venu",
        ),
        ("mix", "preset") => valued(
            ("NAME", "NOM"),
            "Take a well-known mix, such as 4-1-1 or 80/20, and sort your pillars into its groups",
            "Prend un mix connu, comme 4-1-1 ou 80/20, et range vos piliers dans ses groupes",
        ),
        ("mix", "map") => valued(
            ("PILLAR=GROUP", "PILIER=GROUPE"),
            "Put this pillar in this group of the preset; repeatable",
            "Range ce pilier dans ce groupe du mix connu\u{202f}; répétable",
        ),
        ("report", "since") => valued(
            ("DATE", "DATE"),
            "Show results from this day on: monday, -4w, 2026-10-01",
            "Montre les résultats depuis ce jour\u{a0}: lundi, -4s, 2026-10-01",
        ),
        ("report", "if_any") => switch(
            "Print nothing when there is nothing to say",
            "N’affiche rien quand il n’y a rien à dire",
        ),
        _ => return None,
    })
}

pub(super) const SLOTS: &[Example] = &[
    example(same("edito slots"), "the hours of every channel", "les heures de chaque canal"),
    example(
        same("edito slots --channel instagram --backtest"),
        "would it have helped?",
        "est-ce que cela aurait aidé\u{202f}?",
    ),
];

pub(super) const MIX: &[Example] = &[
    example(
        same("edito mix"),
        "what is missing, what is too much",
        "ce qui manque, ce qui est de trop",
    ),
    example(
        same("edito mix --preset 4-1-1"),
        "start from a well-known mix",
        "partir d’un mix connu",
    ),
];

pub(super) const REPORT: &[Example] = &[
    example(
        same("edito report"),
        "the last weeks and the next",
        "les dernières semaines et la suivante",
    ),
    example(
        Phrase {
            en: "edito report --if-any -o week.html",
            fr: "edito report --if-any -o semaine.html",
        },
        "a page for the weekly mail",
        "une page pour le courriel de la semaine",
    ),
    example(
        Phrase {
            en: "edito report --since 2026-10-01 -o october.md",
            fr: "edito report --since 2026-10-01 -o octobre.md",
        },
        "results of a month, to share",
        "les résultats d’un mois, à partager",
    ),
];
