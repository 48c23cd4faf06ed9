//! `unreadable-history`: a file of past results that teaches nothing.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::history::FIELDS;
use crate::lang::{Lang, Phrase, Text, list};
use crate::model::{HistoryFile, IntakeFault, Workspace};
use crate::rules::Facts;
use crate::source::At;
use crate::text::{clean, nearest};

/// A file of past results that teaches nothing.
pub static RULE: Rule = Rule {
    id: "unreadable-history",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A file of past results (`history`) that cannot be read, or not as results of posts.",
        fr: "Un fichier de résultats passés (`history`) qui ne se lit pas, ou pas comme des résultats de publications.",
    },
    why: Phrase {
        en: "Slots are then chosen as if this past did not exist.",
        fr: "Les créneaux sont alors choisis comme si ce passé n’existait pas.",
    },
    remedy: Phrase {
        en: "Export the file again, or say which column holds what: `columns = { time = \"…\", engagement = \"…\" }`. The manual has a page on exports: docs/history.md.",
        fr: "Exportez de nouveau le fichier, ou dites quelle colonne contient quoi\u{a0}: `columns = { time = \"…\", engagement = \"…\" }`. Le manuel a une page sur les exports\u{a0}: docs/history.md.",
    },
    example: concat!(
        "history = [\"exports/instagram.csv\"]\n\n",
        "[calendar]\ntimezone = \"Europe/Paris\"\n\n",
        "[channels.instagram]\nnetwork = \"instagram\"\n",
    ),
};

/// Looks for files that taught nothing.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    let entries = ws.history.iter().zip(&ws.past.intakes);
    let faults = entries.filter_map(|(entry, intake)| Some((entry, intake.fault.as_ref()?)));
    let faults = faults.filter(|(entry, _)| !is_bad_path(&entry.file.value));
    faults.map(|(entry, fault)| finding(ws, entry, fault)).collect()
}

/// Whether `bad-path` has said already what is wrong with this name.
fn is_bad_path(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    drive || name.starts_with('/') || name.contains('\\')
}

fn finding(ws: &Workspace, entry: &HistoryFile, fault: &IntakeFault) -> Finding {
    let finding = Finding::new(RULE.id, place(entry, fault), message(entry, fault));
    let finding = finding.help(help(ws, entry, fault));
    match fault {
        IntakeFault::NoColumn(_, columns) | IntakeFault::UnknownColumn(_, _, columns) => {
            finding.note(there_are(columns))
        }
        _ => finding,
    }
}

/// The entry, or the very name in `columns` that is wrong.
fn place(entry: &HistoryFile, fault: &IntakeFault) -> At {
    let at = match fault {
        IntakeFault::UnknownField(field) => {
            entry.columns.iter().find(|(key, _)| key.value == *field).map(|(key, _)| key.at)
        }
        IntakeFault::UnknownColumn(field, column, _) => {
            let name = entry.columns.iter().find(|(k, n)| k.value == *field && n.value == *column);
            name.map(|(_, name)| name.at)
        }
        _ => None,
    };
    at.unwrap_or(entry.file.at)
}

fn message(entry: &HistoryFile, fault: &IntakeFault) -> Text {
    let file = clean(&entry.file.value);
    Text::of(|lang| match (lang, fault) {
        (_, IntakeFault::NoTable(why)) => clean(why.get(lang)).into_owned(),
        (Lang::En, IntakeFault::NoColumn("time and engagement", _)) => {
            format!("no column of {file} is known to say when posts went out, or what they got")
        }
        (Lang::Fr, IntakeFault::NoColumn("time and engagement", _)) => format!(
            "aucune colonne connue de {file} ne dit quand les publications sont parues, ni ce qu’elles ont obtenu"
        ),
        (Lang::En, IntakeFault::NoColumn("likes and comments and shares", _)) => format!(
            "no column of {file} is known to hold likes or reactions, without which the rest says little"
        ),
        (Lang::Fr, IntakeFault::NoColumn("likes and comments and shares", _)) => format!(
            "aucune colonne connue de {file} ne contient de mentions J’aime ou de réactions, sans lesquelles le reste dit peu de chose"
        ),
        (Lang::En, IntakeFault::NoColumn("time", _)) => {
            format!("no column of {file} is known to say when posts went out")
        }
        (Lang::Fr, IntakeFault::NoColumn("time", _)) => {
            format!("aucune colonne connue de {file} ne dit quand les publications sont parues")
        }
        (Lang::En, IntakeFault::NoColumn(..)) => {
            format!("no column of {file} is known to hold reactions, comments or shares")
        }
        (Lang::Fr, IntakeFault::NoColumn(..)) => format!(
            "aucune colonne connue de {file} ne contient de réactions, de commentaires ou de partages"
        ),
        (Lang::En, IntakeFault::UnknownColumn(_, name, _)) => {
            format!("{file} has no column “{}”", clean(name))
        }
        (Lang::Fr, IntakeFault::UnknownColumn(_, name, _)) => {
            format!("{file} n’a pas de colonne «\u{a0}{}\u{a0}»", clean(name))
        }
        (Lang::En, IntakeFault::UnknownField(field)) => {
            format!("`columns` does not know `{}`", clean(field))
        }
        (Lang::Fr, IntakeFault::UnknownField(field)) => {
            format!("`columns` ne connaît pas `{}`", clean(field))
        }
        (Lang::En, IntakeFault::WhichChannel) => {
            format!("nothing says which channel the posts of {file} were on")
        }
        (Lang::Fr, IntakeFault::WhichChannel) => {
            format!("rien ne dit sur quel canal sont parues les publications de {file}")
        }
        (Lang::En, IntakeFault::OtherNetwork(network)) => {
            format!("{file} is an export of {network}, and the calendar has no channel there")
        }
        (Lang::Fr, IntakeFault::OtherNetwork(network)) => {
            format!("{file} est un export de {network}, où le calendrier n’a pas de canal")
        }
        (Lang::En, IntakeFault::OtherTable("meta-by-day")) => {
            format!("{file} has each post many times, with the figures of one day each")
        }
        (Lang::Fr, IntakeFault::OtherTable("meta-by-day")) => format!(
            "{file} répète chaque publication, avec à chaque fois les chiffres d’un seul jour"
        ),
        (Lang::En, IntakeFault::OtherTable("mastodon-outbox")) => {
            format!("{file} holds posts without their favourites, boosts and replies")
        }
        (Lang::Fr, IntakeFault::OtherTable("mastodon-outbox")) => {
            format!("{file} contient des publications sans leurs favoris, partages et réponses")
        }
        (Lang::En, IntakeFault::OtherTable(_)) => format!("{file} holds totals by day, no posts"),
        (Lang::Fr, IntakeFault::OtherTable(_)) => {
            format!("{file} contient des totaux par jour, pas de publications")
        }
    })
}

fn help(ws: &Workspace, entry: &HistoryFile, fault: &IntakeFault) -> Text {
    match fault {
        IntakeFault::NoTable(_) => Text::from(Phrase {
            en: "check the name, or export the file again; plans are made without it until then",
            fr: "vérifiez le nom ou exportez de nouveau le fichier\u{202f}; d’ici là, les plans se font sans lui",
        }),
        IntakeFault::NoColumn(field, _) => to_write(entry, &columns(entry, field)),
        IntakeFault::UnknownColumn(_, name, columns) => {
            let near = nearest(name, columns.iter().map(String::as_str)).map(clean);
            Text::of(|lang| match (lang, &near) {
                (Lang::En, Some(near)) => format!("did you mean “{near}”?"),
                (Lang::Fr, Some(near)) => {
                    format!("vouliez-vous écrire «\u{a0}{near}\u{a0}»\u{202f}?")
                }
                (Lang::En, None) => {
                    "write the name as the first row of the table has it".to_owned()
                }
                (Lang::Fr, None) => {
                    "écrivez le nom comme dans la première ligne du tableau".to_owned()
                }
            })
        }
        IntakeFault::UnknownField(field) => {
            let near = nearest(field, FIELDS);
            let all = FIELDS.map(|field| format!("`{field}`"));
            Text::of(|lang| match (lang, near) {
                (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
                (Lang::Fr, Some(near)) => format!("vouliez-vous écrire `{near}`\u{202f}?"),
                (Lang::En, None) => format!("it takes {}", list(lang, &all)),
                (Lang::Fr, None) => format!("elle prend {}", list(lang, &all)),
            })
        }
        IntakeFault::OtherNetwork(network) => Text::of(|lang| match lang {
            Lang::En => format!(
                "add a channel with `network = \"{network}\"`, or take the file out of `history`"
            ),
            Lang::Fr => format!(
                "ajoutez un canal avec `network = \"{network}\"`, ou retirez le fichier de `history`"
            ),
        }),
        IntakeFault::WhichChannel => {
            let first = ws.channels.first().map_or("…", |channel| channel.id.value.as_str());
            to_write(entry, &format!("channel = \"{first}\""))
        }
        IntakeFault::OtherTable(table) => other_table(table),
    }
}

/// `columns` as it should be: what is there, and the fields that are missing.
fn columns(entry: &HistoryFile, missing: &str) -> String {
    let there = entry
        .columns
        .iter()
        .map(|(field, name)| format!("{} = \"{}\"", clean(&field.value), quoted(&name.value)));
    let missing = missing.split(" and ").map(|field| format!("{field} = \"…\""));
    let all: Vec<String> = there.chain(missing).collect();
    format!("columns = {{ {} }}", all.join(", "))
}

fn quoted(text: &str) -> String {
    clean(text).replace('\\', "\\\\").replace('"', "\\\"")
}

/// The entry as it should be, with what is missing.
fn to_write(entry: &HistoryFile, what: &str) -> Text {
    let file = quoted(&entry.file.value);
    Text::of(|lang| match lang {
        Lang::En => format!("write in its place `{{ file = \"{file}\", {what} }}`"),
        Lang::Fr => format!("écrivez à la place `{{ file = \"{file}\", {what} }}`"),
    })
}

fn other_table(table: &str) -> Text {
    Text::from(match table {
        "x-overview" => Phrase {
            en: "in X’s analytics, export the table of “Content”, not the overview",
            fr: "dans les statistiques de X, exportez le tableau «\u{a0}Content\u{a0}», pas la vue d’ensemble",
        },
        "linkedin-metrics" => Phrase {
            en: "in LinkedIn’s export, the posts are in the sheet “All posts”",
            fr: "dans l’export de LinkedIn, les publications sont dans la feuille «\u{a0}All posts\u{a0}»",
        },
        "meta-by-day" => Phrase {
            en: "in Meta Business Suite, export the content once more with the figures since publication (“Lifetime”), not by day",
            fr: "dans Meta Business Suite, exportez de nouveau le contenu avec les chiffres depuis la publication («\u{a0}Lifetime\u{a0}»), et non par jour",
        },
        "meta-daily" => Phrase {
            en: "in Meta Business Suite, export the posts: Content, then Export data; not the results of the page",
            fr: "dans Meta Business Suite, exportez les publications\u{a0}: Contenu, puis Exporter\u{202f}; pas les résultats de la page",
        },
        "youtube-daily" => Phrase {
            en: "in YouTube Studio, export the table of videos (Content), not that of days (Date)",
            fr: "dans YouTube Studio, exportez le tableau des vidéos (Contenu), pas celui des jours (Date)",
        },
        "daily-totals" => Phrase {
            en: "export the table that has a row for each post; if this is one, add a column with the type, the hour or the link of each",
            fr: "exportez le tableau qui a une ligne par publication\u{202f}; si c’est celui-ci, ajoutez une colonne avec le type, l’heure ou le lien de chacune",
        },
        "mastodon-outbox" => Phrase {
            en: "the archive of an account has no counts: save the posts from the API, or with mastodon-archive",
            fr: "l’archive d’un compte n’a pas de compteurs\u{a0}: enregistrez les publications depuis l’API, ou avec mastodon-archive",
        },
        _ => Phrase {
            en: "export the table that has a row for each post",
            fr: "exportez le tableau qui a une ligne par publication",
        },
    })
}

fn there_are(columns: &[String]) -> Text {
    let columns: Vec<String> = columns.iter().map(|name| clean(name).into_owned()).collect();
    Text::of(|lang| match (lang, columns.is_empty()) {
        (Lang::En, true) => "its first rows name no column".to_owned(),
        (Lang::Fr, true) => "ses premières lignes ne nomment aucune colonne".to_owned(),
        (Lang::En, false) => format!("its columns: {}", columns.join(" · ")),
        (Lang::Fr, false) => format!("ses colonnes\u{a0}: {}", columns.join(" · ")),
    })
}
