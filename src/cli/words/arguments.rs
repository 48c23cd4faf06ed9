//! What each argument and option is for, and what stands for its value.
//!
//! Options begin with a verb: the base form in English, the third person in French.

use crate::lang::Phrase;

/// The words of an argument.
#[derive(Clone, Copy, Debug)]
pub struct ArgWords {
    /// What it is for, in one line.
    pub help: Phrase,
    /// What stands for its value in a usage line; `None` for a switch.
    pub value: Option<Phrase>,
}

/// The words of the argument `id` of the command `path`; `None` if the catalogue has none.
#[must_use]
pub fn argument(path: &str, id: &str) -> Option<ArgWords> {
    shared(id)
        .or_else(|| match path {
            "init" => init(id),
            "check" => check(id),
            "plan" => plan(id),
            "export" => export(id),
            "count" => count(id),
            "tone" => tone(id),
            "slots" | "mix" | "report" => super::evidence::argument(path, id),
            _ => one_argument(path, id),
        })
        .or_else(|| style(path, id))
        .or_else(|| span(path, id))
}

/// The import of a style.
fn style(path: &str, id: &str) -> Option<ArgWords> {
    Some(match (path, id) {
        ("tone", "import_vale") => valued(
            ("DIR", "DOSSIER"),
            "Turn a style of the linter Vale into a tone file",
            "Fait d’un style du correcteur Vale un fichier de ton",
        ),
        ("tone", "output") => valued(
            ("FILE", "FICHIER"),
            "Write to this file: the report, or the corrected text with --fix",
            "Écrit dans ce fichier\u{a0}: le rapport, ou le texte corrigé avec --fix",
        ),
        _ => return None,
    })
}

fn shared(id: &str) -> Option<ArgWords> {
    Some(match id {
        "calendar" => valued(
            ("PATH", "CHEMIN"),
            "Read this calendar, a file or a folder; repeatable",
            "Lit ce calendrier, fichier ou dossier\u{202f}; répétable",
        ),
        "now" => valued(
            ("INSTANT", "INSTANT"),
            "Take this instant for now",
            "Fait comme si nous étions à cet instant",
        ),
        "lang" => valued(("LANG", "LANGUE"), "Speak this language", "Parle cette langue"),
        "color" => valued(("WHEN", "QUAND"), "Use colour", "Colore"),
        "ascii" => switch(
            "Draw with plain letters only, no lines or symbols",
            "Dessine sans filets ni symboles, en ASCII",
        ),
        "quiet" => switch("Show the result only", "N’affiche que le résultat"),
        "verbose" => switch(
            "With `check`: show every finding of each rule, none cut",
            "Avec `check`\u{a0}: montre chaque constat de chaque règle, sans coupure",
        ),
        "no_input" => switch("Never ask a question", "Ne pose aucune question"),
        "help" => switch("Show this help", "Affiche cette aide"),
        "version" => switch("Show the version", "Affiche la version"),
        _ => return None,
    })
}

fn init(id: &str) -> Option<ArgWords> {
    Some(match id {
        "dir" => valued(
            ("DIR", "DOSSIER"),
            "Start in this folder, rather than here",
            "Commence dans ce dossier, plutôt qu’ici",
        ),
        "name" => {
            valued(("NAME", "NOM"), "Give the name of the brand", "Donne le nom de la marque")
        }
        "timezone" => valued(
            ("ZONE", "FUSEAU"),
            "Give the time zone, such as Europe/Paris",
            "Donne le fuseau horaire, comme Europe/Paris",
        ),
        "brand_lang" => valued(
            ("LANG", "LANGUE"),
            "Give the language of the posts",
            "Donne la langue des posts",
        ),
        "channels" => valued(
            ("NETWORK", "RÉSEAU"),
            "Add a channel on this network; repeatable",
            "Ajoute un canal sur ce réseau\u{202f}; répétable",
        ),
        "country" => valued(
            ("CODE", "CODE"),
            "Give the country, for public holidays: FR, BE…",
            "Donne le pays, pour les jours fériés\u{a0}: FR, BE…",
        ),
        _ => return None,
    })
}

fn check(id: &str) -> Option<ArgWords> {
    Some(match id {
        "files" => valued(
            ("FILE", "FICHIER"),
            "Check these files only, rather than the whole calendar",
            "Ne vérifie que ces fichiers, plutôt que tout le calendrier",
        ),
        "format" => valued(
            ("FORMAT", "FORMAT"),
            "Write the findings in this form",
            "Écrit les constats sous cette forme",
        ),
        "output" => output(),
        "only" => valued(
            ("RULE", "RÈGLE"),
            "Apply this rule only; repeatable",
            "N’applique que cette règle\u{202f}; répétable",
        ),
        "fail_on" => {
            valued(("LEVEL", "NIVEAU"), "Fail from this level on", "Échoue à partir de ce niveau")
        }
        "exit_zero" => switch(
            "Report success even when there are errors",
            "Rend un code de succès même s’il y a des erreurs",
        ),
        "fix" => switch(
            "Make the corrections that change no meaning; approved posts are left alone",
            "Fait les corrections qui ne changent pas le sens\u{202f}; les publications validées restent telles quelles",
        ),
        "diff" => diff(),
        _ => return None,
    })
}

fn plan(id: &str) -> Option<ArgWords> {
    Some(match id {
        "channels" => valued(
            ("CHANNEL", "CANAL"),
            "Show this channel only; repeatable",
            "N’affiche que ce canal\u{202f}; répétable",
        ),
        "format" => valued(
            ("FORMAT", "FORMAT"),
            "Write the plan in this form",
            "Écrit le plan sous cette forme",
        ),
        "output" => valued(
            ("FILE", "FICHIER"),
            "Write to a file, by its extension: .md .json .ics .csv .txt (-: screen)",
            "Écrit dans un fichier, selon son extension\u{a0}: .md .json .ics .csv .txt (-\u{a0}:\u{a0}écran)",
        ),
        "effort" => valued(
            ("EFFORT", "EFFORT"),
            "Search for this long before settling",
            "Cherche plus ou moins longtemps le meilleur plan",
        ),
        "time_limit" => valued(
            ("DURATION", "DURÉE"),
            "Stop the search after 10s, 1min… (another run may differ)",
            "Arrête la recherche après 10s, 1min… (d’un calcul à l’autre, le plan peut varier)",
        ),
        "keep" => {
            switch("Keep every slot that is already chosen", "Garde tous les créneaux déjà choisis")
        }
        "replan" => switch("Choose every slot afresh", "Choisit à nouveau tous les créneaux"),
        "reactive" => valued(
            ("DAY", "JOUR"),
            "Find room for an urgent post: today, monday, 2026-11-24",
            "Cherche une place à une publication urgente\u{a0}: demain, lundi, 2026-11-24",
        ),
        "certificate" => valued(
            ("FILE", "FICHIER"),
            "Write the proof of the bound to this file, for “edito verify”",
            "Écrit la preuve de la borne dans ce fichier, pour «\u{a0}edito verify\u{a0}»",
        ),
        "if_any" => {
            switch("Stay silent when there is nothing to say", "Se tait quand il n’y a rien à dire")
        }
        _ => return None,
    })
}

fn export(id: &str) -> Option<ArgWords> {
    Some(match id {
        "format" => valued(("FORMAT", "FORMAT"), "Choose the format", "Choisit le format"),
        "output" => output(),
        _ => return None,
    })
}

fn count(id: &str) -> Option<ArgWords> {
    Some(match id {
        "file" => valued(
            ("FILE", "FICHIER"),
            "Count this file; - or nothing: what is piped in. The line end that closes a file is not counted",
            "Compte ce fichier\u{202f}; - ou rien\u{a0}: ce qui arrive par un tube. Le saut de ligne final n’est pas compté",
        ),
        "text" => valued(("TEXT", "TEXTE"), "Count this text", "Compte ce texte"),
        "post" => valued(
            ("POST[@CHANNEL]", "PUBLICATION[@CANAL]"),
            "Count a post of the calendar as it goes out, on one channel or on all",
            "Compte une publication du calendrier telle qu’elle sortira, sur un canal ou sur tous",
        ),
        "networks" => valued(
            ("NETWORK", "RÉSEAU"),
            "Count for these networks: x,mastodon… or all; without it, those of the calendar or the main ones",
            "Compte pour ces réseaux\u{a0}: x,mastodon… ou all (tous)\u{202f}; sinon ceux du calendrier, ou les principaux",
        ),
        "title" => switch("Count it as a title", "Compte le texte comme un titre"),
        "warning" => valued(
            ("TEXT", "TEXTE"),
            "Add this content warning, where it counts (Mastodon)",
            "Ajoute cet avertissement de contenu, là où il compte (Mastodon)",
        ),
        "jsonl" => switch(
            "Read a JSON object a line, with “network” and “text”, and answer each with one",
            "Lit un objet JSON par ligne, avec «\u{a0}network\u{a0}» et «\u{a0}text\u{a0}», et répond à chacun par un autre",
        ),
        "format" => valued(
            ("FORMAT", "FORMAT"),
            "Write the result in this form",
            "Écrit le résultat sous cette forme",
        ),
        _ => return None,
    })
}

fn tone(id: &str) -> Option<ArgWords> {
    Some(match id {
        "file" => valued(
            ("FILE", "FICHIER"),
            "Read this text; - or nothing: what is piped in",
            "Lit ce texte\u{202f}; - ou rien\u{a0}: ce qui arrive par un tube",
        ),
        "text" => valued(("TEXT", "TEXTE"), "Read this text", "Lit ce texte"),
        "post" => valued(
            ("POST[@CHANNEL]", "PUBLICATION[@CANAL]"),
            "Read a post of the calendar as it goes out, on one channel or on all",
            "Lit une publication du calendrier telle qu’elle sortira, sur un canal ou sur tous",
        ),
        "network" => valued(
            ("NETWORK", "RÉSEAU"),
            "Read it as a text for this network, or for this channel of the calendar",
            "Le lit comme un texte pour ce réseau, ou pour ce canal du calendrier",
        ),
        "text_lang" => valued(
            ("LANG", "LANGUE"),
            "Take the text for this language; without it, its words tell",
            "Prend le texte pour cette langue\u{202f}; sinon, ses mots la disent",
        ),
        "packs" => valued(
            ("PACK", "JEU"),
            "Use this pack of rules, not those of the calendar; repeatable",
            "Prend ce jeu de règles, au lieu de celles du calendrier\u{202f}; répétable",
        ),
        "test" => switch(
            "Try the rules on their own examples, good and bad",
            "Essaie les règles sur leurs propres exemples, bons et mauvais",
        ),
        "print_pack" => valued(
            ("PACK", "JEU"),
            "Print this pack of rules, to read it or start from it",
            "Affiche ce jeu de règles, pour le lire ou s’en inspirer",
        ),
        "fix" => switch(
            "Make the corrections that change no meaning; a piped text is printed corrected",
            "Fait les corrections qui ne changent pas le sens\u{202f}; un texte venu d’un tube est affiché corrigé",
        ),
        "diff" => diff(),
        "format" => valued(
            ("FORMAT", "FORMAT"),
            "Write the result in this form",
            "Écrit le résultat sous cette forme",
        ),
        "fail_on" => {
            valued(("LEVEL", "NIVEAU"), "Fail from this level on", "Échoue à partir de ce niveau")
        }
        _ => return None,
    })
}

const fn diff() -> ArgWords {
    switch(
        "Show those corrections as a diff, and change nothing",
        "Montre ces corrections (format diff), sans rien modifier",
    )
}

/// The commands with one argument of their own.
fn one_argument(path: &str, id: &str) -> Option<ArgWords> {
    Some(match (path, id) {
        ("verify", "plan") => valued(
            ("PLAN.json", "PLAN.json"),
            "Verify this plan, written by “edito plan -o plan.json”",
            "Contrôle ce plan, écrit par «\u{a0}edito plan -o plan.json\u{a0}»",
        ),
        ("verify", "certificate") => valued(
            ("FILE", "FICHIER"),
            "Check too that this file, written by “edito plan --certificate”, proves the bound of the plan",
            "Contrôle aussi que ce fichier, écrit par «\u{a0}edito plan --certificate\u{a0}», démontre la borne du plan",
        ),
        ("why", "post") => valued(
            ("POST[@CHANNEL]", "PUBLICATION[@CANAL]"),
            "Ask about this post, on one channel or on all",
            "Interroge sur ce post, sur un canal ou sur tous",
        ),
        ("why", "at") => valued(
            ("INSTANT", "INSTANT"),
            "Tell what it costs to put it there: \"wed 9:00\", 2026-11-25T09:00",
            "Dit ce qu’il en coûte de le mettre là\u{a0}: «\u{a0}mer 9h\u{a0}», 2026-11-25T09:00",
        ),
        ("explain", "rule") => valued(
            ("RULE", "RÈGLE"),
            "Explain this rule; without one, list them all",
            "Explique cette règle\u{202f}; sans elle, les énumère toutes",
        ),
        ("explain", "name") => valued(
            ("NAME", "NOM"),
            "After `network`: its limits and sources; without one, list all",
            "Après `network`\u{a0}: ses limites, ses sources\u{202f}; sinon, la liste",
        ),
        ("schema", "document") => {
            valued(("DOCUMENT", "DOCUMENT"), "Describe this document", "Décrit ce document")
        }
        ("completions", "shell") => valued(
            ("SHELL", "SHELL"),
            "Write for this shell",
            "Écrit pour cet interpréteur de commandes",
        ),
        ("man", "dir") => valued(
            ("DIR", "DOSSIER"),
            "Write every page in this folder",
            "Écrit toutes les pages dans ce dossier",
        ),
        ("help", "command") => valued(
            ("COMMAND", "COMMANDE"),
            "Show the help of this command",
            "Affiche l’aide de cette commande",
        ),
        _ => return None,
    })
}

/// The days, for the commands that take a span.
fn span(path: &str, id: &str) -> Option<ArgWords> {
    if !matches!(path, "plan" | "why" | "export" | "mix") {
        return None;
    }
    Some(match id {
        "week" => valued(
            ("WEEK", "SEMAINE"),
            "Take this week: W48, 2026-W48, a date",
            "Prend cette semaine\u{a0}: S48, 2026-W48, une date",
        ),
        "from" => valued(
            ("DATE", "DATE"),
            "Start on this day: monday, tomorrow, 2026-11-23",
            "Commence ce jour\u{a0}: lundi, demain, 2026-11-23",
        ),
        "to" => valued(
            ("DATE", "DATE"),
            "End on this day, included: friday, +6d, 2026-11-29",
            "Finit ce jour, compris\u{a0}: vendredi, +6j, 2026-11-29",
        ),
        "month" => valued(
            ("MONTH", "MOIS"),
            "Take this month: november, 2026-11",
            "Prend ce mois\u{a0}: novembre, 2026-11",
        ),
        _ => return None,
    })
}

const fn output() -> ArgWords {
    valued(
        ("FILE", "FICHIER"),
        "Write to this file, or - for the screen",
        "Écrit dans ce fichier, ou - pour l’écran",
    )
}

pub(super) const fn switch(en: &'static str, fr: &'static str) -> ArgWords {
    ArgWords { help: Phrase { en, fr }, value: None }
}

pub(super) const fn valued(
    (en_value, fr_value): (&'static str, &'static str),
    en: &'static str,
    fr: &'static str,
) -> ArgWords {
    ArgWords { help: Phrase { en, fr }, value: Some(Phrase { en: en_value, fr: fr_value }) }
}
