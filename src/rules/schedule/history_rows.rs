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

/// Looks for files with rows that do not count.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let entries = facts.ws.history.iter().zip(&facts.ws.past.intakes);
    entries
        .filter(|(_, intake)| intake.fault.is_none() && intake.rows > 0)
        .filter_map(|(entry, intake)| {
            let broken = left(intake, LeftOutRow::Broken);
            let message = if broken * 100 > intake.rows {
                unreadable(intake, broken)
            } else if intake.read == 0 {
                none(intake)
            } else {
                return None;
            };
            let finding = Finding::new(RULE.id, entry.file.at, message);
            let finding =
                intake.broken.iter().fold(finding, |finding, row| finding.note(told(row)));
            let elsewhere = broken == 0 && left(intake, LeftOutRow::Elsewhere) > 0;
            Some(finding.help(if elsewhere { WHERE } else { CORRECT }))
        })
        .collect()
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
