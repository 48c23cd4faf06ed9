//! `history-rows`: a file of past results many rows of which do not count.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, figure, list};
use crate::model::{BrokenRow, Intake, LeftOutRow};
use crate::rules::Facts;
use crate::text::clean;

/// A file of past results many rows of which do not count.
pub static RULE: Rule = Rule {
    id: "history-rows",
    group: Group::Schedule,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A file of past results (`history`) of which more than one row in a hundred cannot be read, or of which no row counts.",
        fr: "Un fichier de résultats passés (`history`) dont plus d’une ligne sur cent est illisible, ou dont aucune ligne ne compte.",
    },
    why: Phrase {
        en: "The hours are learned from the other rows alone, which may not be like these.",
        fr: "Les horaires ne s’apprennent que des autres lignes, qui ne ressemblent peut-être pas à celles-ci.",
    },
    remedy: Phrase {
        en: "Look at the rows it names: often a spreadsheet changed the dates, or a column is taken for another. `columns = { … }` says which is which.",
        fr: "Regardez les lignes citées\u{a0}: souvent un tableur a changé les dates, ou une colonne est prise pour une autre. `columns = { … }` dit laquelle est laquelle.",
    },
    example: concat!(
        "history = [\"exports/resultats.csv\"]    # whose dates a spreadsheet has changed to \"########\"\n\n",
        "[calendar]\ntimezone = \"Europe/Paris\"\n\n",
        "[channels.instagram]\nnetwork = \"instagram\"\n",
    ),
};

/// What to do about rows that can't be read.
const CORRECT: Phrase = Phrase {
    en: "correct these rows in the file, or say with `columns = { … }` which column holds what",
    fr: "corrigez ces lignes dans le fichier, ou dites avec `columns = { … }` quelle colonne contient quoi",
};

/// What to do about posts of unknown channels.
const WHERE: Phrase = Phrase {
    en: "when all its posts are of one channel, write `channel = \"…\"` beside the file",
    fr: "si toutes ses publications sont d’un même canal, ajoutez `channel = \"…\"` à côté du fichier",
};

/// What to do about a file that is named twice.
const TWICE: Phrase = Phrase {
    en: "`history` names this file twice: take one of the two out",
    fr: "`history` nomme deux fois ce fichier\u{a0}: retirez l’une des deux",
};

/// What to do about posts that another file has too.
const KNOWN: Phrase = Phrase {
    en: "other files of `history` have these posts already: this one can go",
    fr: "d’autres fichiers de `history` ont déjà ces publications\u{a0}: celui-ci peut partir",
};

/// What to do about posts whose reactions are not all in.
const YOUNG: Phrase = Phrase {
    en: "their reactions are not all in: export a longer period, or wait a few days",
    fr: "leurs réactions ne sont pas toutes arrivées\u{a0}: exportez une période plus longue, ou attendez quelques jours",
};

/// What to do about posts that teach nothing of hours.
const OTHERS: Phrase = Phrase {
    en: "export the account’s own posts, those that nobody paid to show",
    fr: "exportez les publications du compte lui-même, diffusées sans publicité",
};

/// What to do about a file that is longer than what is read.
const SHORTER: Phrase = Phrase {
    en: "the file is very long: export a shorter period",
    fr: "le fichier est très long\u{a0}: exportez une période plus courte",
};

/// Looks for files with rows that do not count.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    let entries = ws.history.iter().zip(&ws.past.intakes).enumerate();
    entries
        .filter(|(_, (_, intake))| intake.fault.is_none() && intake.rows > 0)
        .filter_map(|(at, (entry, intake))| {
            let broken = left(intake, LeftOutRow::Broken);
            let many = broken * 100 > intake.rows;
            let message = if many {
                unreadable(intake, broken)
            } else if intake.read == 0 {
                none(intake)
            } else {
                return None;
            };
            let finding = Finding::new(RULE.id, entry.file.at, message);
            let finding =
                intake.broken.iter().fold(finding, |finding, row| finding.note(told(row)));
            let twice = ws.history.iter().enumerate().any(|(other, named)| {
                other != at && plain(&named.file.value) == plain(&entry.file.value)
            });
            Some(finding.help(match main_reason(intake) {
                _ if many => CORRECT,
                LeftOutRow::Double if twice => TWICE,
                LeftOutRow::Double => KNOWN,
                LeftOutRow::Fresh => YOUNG,
                LeftOutRow::Paid | LeftOutRow::Reply => OTHERS,
                LeftOutRow::Elsewhere => WHERE,
                LeftOutRow::Beyond => SHORTER,
                LeftOutRow::Broken => CORRECT,
            }))
        })
        .collect()
}

/// Why most rows do not count.
fn main_reason(intake: &Intake) -> LeftOutRow {
    let most = intake.left_out.iter().max_by_key(|(_, number)| *number);
    most.map_or(LeftOutRow::Broken, |(why, _)| *why)
}

/// A name of a file without the `./` that changes nothing.
fn plain(name: &str) -> &str {
    name.trim_start_matches("./")
}

fn left(intake: &Intake, why: LeftOutRow) -> usize {
    intake.left_out.iter().find(|(of, _)| *of == why).map_or(0, |(_, number)| *number)
}

fn unreadable(intake: &Intake, broken: usize) -> Text {
    let file = clean(&intake.file);
    Text::of(|lang| {
        let (some, all) = (figure(lang, broken), figure(lang, intake.rows));
        match (lang, broken) {
            (Lang::En, _) => format!("{some} of the {all} rows of {file} cannot be read"),
            (Lang::Fr, 1) => format!("{some} des {all} lignes de {file} est illisible"),
            (Lang::Fr, _) => format!("{some} des {all} lignes de {file} sont illisibles"),
        }
    })
}

fn none(intake: &Intake) -> Text {
    let file = clean(&intake.file);
    Text::of(|lang| {
        let each = intake.left_out.iter().map(|(why, number)| reason(lang, *why, *number));
        let reasons = list(lang, &each.collect::<Vec<_>>());
        match lang {
            Lang::En => format!("no row of {file} counts: {reasons}"),
            Lang::Fr => format!("aucune ligne de {file} ne compte\u{a0}: {reasons}"),
        }
    })
}

fn reason(lang: Lang, why: LeftOutRow, number: usize) -> String {
    let say = |one, many| count(lang, number, one, many);
    match (lang, why) {
        (Lang::En, LeftOutRow::Paid) => say("paid post", "paid posts"),
        (Lang::Fr, LeftOutRow::Paid) => say("publication sponsorisée", "publications sponsorisées"),
        (Lang::En, LeftOutRow::Reply) => say("reply or repost", "replies or reposts"),
        (Lang::Fr, LeftOutRow::Reply) => say("réponse ou reprise", "réponses ou reprises"),
        (Lang::En, LeftOutRow::Fresh) => {
            say("post younger than 72 hours", "posts younger than 72 hours")
        }
        (Lang::Fr, LeftOutRow::Fresh) => {
            say("publication de moins de 72 heures", "publications de moins de 72 heures")
        }
        (Lang::En, LeftOutRow::Double) => say("post read before", "posts read before"),
        (Lang::Fr, LeftOutRow::Double) => say("publication déjà lue", "publications déjà lues"),
        (Lang::En, LeftOutRow::Broken) => say("unreadable row", "unreadable rows"),
        (Lang::Fr, LeftOutRow::Broken) => say("ligne illisible", "lignes illisibles"),
        (Lang::En, LeftOutRow::Beyond) => {
            say("row after the first two million", "rows after the first two million")
        }
        (Lang::Fr, LeftOutRow::Beyond) => {
            say("ligne après les deux premiers millions", "lignes après les deux premiers millions")
        }
        (Lang::En, LeftOutRow::Elsewhere) => say(
            "post on a channel that the calendar does not have",
            "posts on channels that the calendar does not have",
        ),
        (Lang::Fr, LeftOutRow::Elsewhere) => say(
            "publication sur un canal que le calendrier n’a pas",
            "publications sur des canaux que le calendrier n’a pas",
        ),
    }
}

fn told(row: &BrokenRow) -> Text {
    let (line, column, value) = (row.line, clean(&row.column), clean(&row.value));
    Text::of(|lang| match (lang, value.is_empty()) {
        (Lang::En, true) => format!("row {line}, column “{column}”: nothing"),
        (Lang::Fr, true) => format!("ligne {line}, colonne «\u{a0}{column}\u{a0}»\u{a0}: rien"),
        (Lang::En, false) => format!("row {line}, column “{column}”: “{value}”"),
        (Lang::Fr, false) => {
            format!("ligne {line}, colonne «\u{a0}{column}\u{a0}»\u{a0}: «\u{a0}{value}\u{a0}»")
        }
    })
}
