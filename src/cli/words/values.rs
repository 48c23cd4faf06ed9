//! What each word an option may take means; shells show it beside the completion.

use crate::lang::Phrase;

/// What `name` means for the argument `id` of the command `path`; `None` if the catalogue has it not.
#[must_use]
pub fn value(path: &str, id: &str, name: &str) -> Option<Phrase> {
    match (path, id) {
        (_, "lang" | "brand_lang" | "text_lang") => language(name),
        (_, "color") => color(name),
        ("check" | "tone", "format") => check_format(name),
        ("count", "format") => count_format(name),
        ("check" | "tone", "fail_on") => fail_on(name),
        ("plan" | "export", "format") => plan_format(name),
        ("slots" | "mix" | "report", "format") => report_format(name),
        ("plan", "effort") => effort(name),
        ("schema", "document") => document(name),
        ("completions", "shell") => shell(name),
        _ => None,
    }
}

fn language(name: &str) -> Option<Phrase> {
    Some(match name {
        "fr" => phrase("French", "français"),
        "en" => phrase("English", "anglais"),
        _ => return None,
    })
}

fn color(name: &str) -> Option<Phrase> {
    Some(match name {
        "auto" => phrase("on a terminal that wants it", "sur un terminal qui en veut"),
        "always" => phrase("always, even in a file", "toujours, même dans un fichier"),
        "never" => phrase("never", "jamais"),
        _ => return None,
    })
}

fn check_format(name: &str) -> Option<Phrase> {
    Some(match name {
        "human" => phrase("with the lines at fault", "avec les lignes en cause"),
        "concise" => phrase("one line per finding", "une ligne par constat"),
        "json" => phrase("for programs", "pour les programmes"),
        _ => return None,
    })
}

fn count_format(name: &str) -> Option<Phrase> {
    Some(match name {
        "human" => phrase("a table for the screen", "un tableau pour l’écran"),
        "json" => {
            phrase("one object a line, for programs", "un objet par ligne, pour les programmes")
        }
        _ => return None,
    })
}

fn report_format(name: &str) -> Option<Phrase> {
    Some(match name {
        "human" => phrase("for the screen", "pour l’écran"),
        "markdown" => phrase("for a wiki or a mail", "pour un wiki ou un courriel"),
        "html" => {
            phrase("a page for a mail or a browser", "une page pour un courriel ou un navigateur")
        }
        "json" => phrase("for programs", "pour les programmes"),
        _ => return None,
    })
}

fn fail_on(name: &str) -> Option<Phrase> {
    Some(match name {
        "hint" => phrase("any finding", "n’importe quel constat"),
        "warning" => phrase("a warning or an error", "un avertissement ou une erreur"),
        "error" => phrase("an error", "une erreur"),
        _ => return None,
    })
}

fn plan_format(name: &str) -> Option<Phrase> {
    Some(match name {
        "table" => phrase("a table for the screen", "un tableau pour l’écran"),
        "markdown" => phrase("a text to share", "un texte à partager"),
        "json" => phrase("for programs", "pour les programmes"),
        "ics" => phrase("for a calendar app", "pour un agenda"),
        "csv" => phrase("for a spreadsheet", "pour un tableur"),
        _ => return None,
    })
}

fn effort(name: &str) -> Option<Phrase> {
    Some(match name {
        "quick" => phrase("a good plan at once", "un bon plan tout de suite"),
        "normal" => phrase("the best plan in most cases", "le meilleur plan, le plus souvent"),
        "max" => phrase("as long as it is worth", "tant que cela en vaut la peine"),
        _ => return None,
    })
}

fn document(name: &str) -> Option<Phrase> {
    Some(match name {
        "calendar" => phrase("calendar.toml", "calendar.toml"),
        "tone" => phrase("tone.toml, the brand voice", "tone.toml, le ton de la marque"),
        "mix" => phrase("mix.toml, the pillars", "mix.toml, les piliers"),
        "posts" => phrase("a further file of posts", "un fichier de posts en plus"),
        _ => return None,
    })
}

fn shell(name: &str) -> Option<Phrase> {
    Some(match name {
        "bash" => phrase("Bash", "Bash"),
        "elvish" => phrase("Elvish", "Elvish"),
        "fish" => phrase("fish", "fish"),
        "powershell" => phrase("PowerShell", "PowerShell"),
        "zsh" => phrase("Zsh, the shell of macOS", "Zsh, celui de macOS"),
        _ => return None,
    })
}

const fn phrase(en: &'static str, fr: &'static str) -> Phrase {
    Phrase { en, fr }
}
