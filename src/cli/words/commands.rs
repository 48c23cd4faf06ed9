//! What each command does, and worked examples.

use super::evidence;
use crate::lang::Phrase;

/// A line to type, and what comes of it.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What to type.
    pub line: Phrase,
    /// What it does.
    pub does: Phrase,
}

/// What a command does, in one line; `None` for a command the catalogue does not know.
#[must_use]
pub fn about(path: &str) -> Option<Phrase> {
    Some(match path {
        "" => Phrase {
            en: "Check an editorial calendar and plan the week, in plain text.",
            fr: "Vérifie un calendrier éditorial et planifie la semaine, en simple texte.",
        },
        "init" => Phrase {
            en: "Start a calendar in a folder, with a few questions",
            fr: "Crée un premier calendrier dans un dossier, en quelques questions",
        },
        "check" => Phrase {
            en: "Check the calendar: dates, names, texts, workflow, cadence, mix…",
            fr: "Vérifie le calendrier\u{a0}: dates, noms, textes, circuit, rythme, mix…",
        },
        "plan" => Phrase {
            en: "Plan the week: what goes out, when, where and why",
            fr: "Planifie la semaine\u{a0}: quoi publier, quand, où et pourquoi",
        },
        "verify" => Phrase {
            en: "Recompute a saved plan and report any difference",
            fr: "Recalcule un plan enregistré et signale tout écart",
        },
        "why" => Phrase {
            en: "Tell why a post has its slot, and what closed the better ones",
            fr: "Dit pourquoi ce créneau, et ce qui en empêche de meilleurs",
        },
        "slots" => Phrase {
            en: "Show which hours work on each channel, and how sure that is",
            fr: "Montre quelles heures marchent sur chaque canal, et à quel point c’est sûr",
        },
        "mix" => Phrase {
            en: "Show the content mix against its targets, and what to write next",
            fr: "Montre le mix éditorial face à ses cibles, et quoi écrire ensuite",
        },
        "report" => Phrase {
            en: "Report on the week: results, what comes, what is late or missing",
            fr: "Fait le point\u{a0}: résultats, semaine à venir, retards et manques",
        },
        "count" => Phrase {
            en: "Count a text for each network: does it fit, and what counts?",
            fr: "Compte un texte pour chaque réseau\u{a0}: tient-il, et qu’est-ce qui compte\u{202f}?",
        },
        "tone" => Phrase {
            en: "Tell whether a text has the tone of the brand, and what to change",
            fr: "Dit si un texte a le ton de la marque, et ce qu’il faut changer",
        },
        "explain" => Phrase {
            en: "Explain a rule with an example, or the limits of a network",
            fr: "Explique une règle par un exemple, ou les limites d’un réseau",
        },
        "export" => Phrase {
            en: "Export the plan for a calendar app, a spreadsheet or a text",
            fr: "Exporte le plan vers un agenda, un tableur ou un texte",
        },
        "schema" => Phrase {
            en: "Print a JSON Schema, so that your editor completes the keys",
            fr: "Affiche un schéma JSON, pour que votre éditeur complète les clés",
        },
        "completions" => Phrase {
            en: "Print the script that completes commands in your shell",
            fr: "Affiche le script qui complète les commandes dans votre terminal",
        },
        "man" => Phrase {
            en: "Print the manual page, or write every page",
            fr: "Affiche la page de manuel, ou écrit toutes les pages",
        },
        "help" => Phrase {
            en: "Show this help, or that of a command",
            fr: "Affiche cette aide, ou celle d’une commande",
        },
        _ => return None,
    })
}

/// The examples at the end of a command's help.
#[must_use]
pub fn examples(path: &str) -> &'static [Example] {
    match path {
        "" => PROGRAM,
        "init" => INIT,
        "check" => CHECK,
        "plan" => PLAN,
        "why" => WHY,
        "slots" => evidence::SLOTS,
        "mix" => evidence::MIX,
        "report" => evidence::REPORT,
        "explain" => EXPLAIN,
        "count" => COUNT,
        "tone" => TONE,
        "export" => EXPORT,
        _ => &[],
    }
}

const PROGRAM: &[Example] = &[
    example(
        same("edito init"),
        "answer a few questions, get a calendar",
        "répondez à quelques questions, et voilà un calendrier",
    ),
    example(
        same("edito check"),
        "is anything wrong or missing?",
        "y a-t-il des erreurs, des oublis\u{202f}?",
    ),
    example(
        same("edito plan"),
        "the coming week, slot by slot",
        "la semaine qui vient, créneau par créneau",
    ),
];

const INIT: &[Example] = &[
    example(
        same("edito init"),
        "in this folder, with questions",
        "dans ce dossier, avec des questions",
    ),
    example(
        same("edito init blog --name Lumen --timezone Europe/Paris --channel linkedin"),
        "answers given in advance",
        "réponses données d’avance",
    ),
];

const CHECK: &[Example] = &[
    example(same("edito check"), "the whole calendar", "tout le calendrier"),
    example(
        Phrase { en: "edito check posts/november.toml", fr: "edito check posts/novembre.toml" },
        "one file",
        "un seul fichier",
    ),
    example(
        Phrase {
            en: "edito check --fail-on warning -o report.json",
            fr: "edito check --fail-on warning -o rapport.json",
        },
        "stricter, in a file",
        "plus strict, dans un fichier",
    ),
];

const PLAN: &[Example] = &[
    example(same("edito plan"), "the coming week", "la semaine qui vient"),
    example(
        Phrase {
            en: "edito plan --week W48 -o week.ics",
            fr: "edito plan --week S48 -o semaine.ics",
        },
        "week 48, for a calendar app",
        "la semaine 48, pour un agenda",
    ),
    example(
        Phrase {
            en: "edito plan --from monday --to friday",
            fr: "edito plan --from lundi --to vendredi",
        },
        "both days included",
        "ces deux jours compris",
    ),
    example(
        Phrase { en: "edito plan --reactive today", fr: "edito plan --reactive demain" },
        "room for one urgent post",
        "une place pour une urgence",
    ),
];

const WHY: &[Example] = &[
    example(same("edito why klimt-teaser"), "on every channel", "sur tous ses canaux"),
    example(same("edito why klimt-teaser@instagram"), "on one channel", "sur un seul canal"),
    example(
        Phrase {
            en: "edito why klimt-teaser --at \"wed 9:00\"",
            fr: "edito why klimt-teaser --at \"mer 9h\"",
        },
        "what it costs there",
        "ce qu’il en coûte là",
    ),
];

const EXPLAIN: &[Example] = &[
    example(same("edito explain"), "every rule", "toutes les règles"),
    example(
        same("edito explain placeholder"),
        "what it is for, how to allow it",
        "à quoi elle sert, comment y déroger",
    ),
    example(
        same("edito explain network instagram"),
        "limits, certainty, sources",
        "limites, certitude, sources",
    ),
];

const COUNT: &[Example] = &[
    example(
        Phrase {
            en: "edito count text.txt -n x,mastodon,bluesky",
            fr: "edito count texte.txt -n x,mastodon,bluesky",
        },
        "three networks side by side",
        "trois réseaux côte à côte",
    ),
    example(
        Phrase {
            en: "edito count --text \"Klimt is coming\"",
            fr: "edito count --text \"Klimt arrive\"",
        },
        "on your networks",
        "sur vos réseaux",
    ),
    example(
        same("edito count --post klimt-teaser"),
        "a post of the calendar",
        "une publication du calendrier",
    ),
];

const TONE: &[Example] = &[
    example(
        Phrase { en: "edito tone text.txt -n linkedin", fr: "edito tone texte.txt -n linkedin" },
        "a text, for LinkedIn",
        "un texte, pour LinkedIn",
    ),
    example(
        Phrase { en: "edito tone text.txt --fix", fr: "edito tone texte.txt --fix" },
        "corrected where nothing is lost",
        "corrigé là où rien ne se perd",
    ),
    example(
        same("edito tone --post klimt-teaser"),
        "a post of the calendar",
        "une publication du calendrier",
    ),
];

const EXPORT: &[Example] = &[
    example(
        Phrase { en: "edito export ics -o week.ics", fr: "edito export ics -o semaine.ics" },
        "for a calendar app",
        "pour un agenda",
    ),
    example(
        Phrase {
            en: "edito export csv --month 2026-11 -o november.csv",
            fr: "edito export csv --month 2026-11 -o novembre.csv",
        },
        "a month, for a spreadsheet",
        "un mois, pour un tableur",
    ),
];

pub(super) const fn same(line: &'static str) -> Phrase {
    Phrase { en: line, fr: line }
}

pub(super) const fn example(line: Phrase, en: &'static str, fr: &'static str) -> Example {
    Example { line, does: Phrase { en, fr } }
}
