//! What was read of the files of results, and what was not, in words.

use super::names::export_name;
use crate::lang::{Lang, Phrase, count, de, list, quote};
use crate::model::{BrokenRow, ClockFound, DayOrder, Intake, IntakeFault, Known, LeftOutRow, Past};
use crate::render::lines::{cut, one_line};

/// One file in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRead {
    /// The file and how much of it counts.
    pub head: String,
    /// What was left out, whose clock its times are of, what can't be read: a sentence each.
    pub notes: Vec<String>,
    /// Whether it could be read.
    pub state: FileStood,
}

/// Whether a file taught anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStood {
    /// It was read.
    Read,
    /// Nothing of it could be.
    Refused,
}

/// Broken rows named after the first.
const SHOWN: usize = 3;
/// Columns of a file's own named.
const NAMED: usize = 8;
/// Letters of a stranger's text shown.
const LETTERS: usize = 40;

/// What came of each file of a calendar.
#[must_use]
pub fn all_told(lang: Lang, past: &Past) -> Vec<FileRead> {
    let known = |file: usize| {
        let mut posts = past.outings.iter().filter(|post| post.file == file).peekable();
        match posts.peek().is_some() && posts.all(|post| post.known == Known::Day) {
            true => Known::Day,
            false => Known::Minute,
        }
    };
    let each = past.intakes.iter().enumerate();
    each.map(|(file, intake)| told(lang, intake, known(file))).collect()
}

/// What came of a file, of whose posts so much is known.
fn told(lang: Lang, intake: &Intake, known: Known) -> FileRead {
    let name = one_line(&intake.file);
    if let Some(head) = refused(lang, intake) {
        return FileRead { head, notes: Vec::new(), state: FileStood::Refused };
    }
    let shape = intake.shape.map(|shape| export_name(lang, shape));
    let shape = shape.map(|shape| format!(" ({shape})")).unwrap_or_default();
    let head = match lang {
        Lang::En => format!(
            "{name}{shape}: {}, {}",
            count(lang, intake.rows, "row", "rows"),
            count(lang, intake.read, "post counts", "posts count")
        ),
        Lang::Fr => format!(
            "{name}{shape}\u{a0}: {}, {}",
            count(lang, intake.rows, "ligne", "lignes"),
            count(lang, intake.read, "publication retenue", "publications retenues")
        ),
    };
    let mut notes: Vec<String> = left_out(lang, intake).into_iter().collect();
    notes.extend(broken(lang, &intake.broken));
    if intake.read > 0 {
        notes.push(match known {
            Known::Minute => clock(lang, &intake.clock),
            Known::Day => Phrase {
                en: "no hours: this export gives days alone",
                fr: "pas d’heures\u{a0}: cet export ne donne que les jours",
            }
            .get(lang)
            .to_owned(),
        });
        notes.extend(intake.guessed.map(|order| guessed(order).get(lang).to_owned()));
    }
    FileRead { head, notes, state: FileStood::Read }
}

/// A file that taught nothing, and why: its name once, as the calendar has it.
pub(super) fn refused(lang: Lang, intake: &Intake) -> Option<String> {
    let fault = intake.fault.as_ref()?;
    let (name, why) = (one_line(&intake.file), fault_words(lang, fault));
    let colon = match lang {
        Lang::En => ": ",
        Lang::Fr => "\u{a0}: ",
    };
    // What could not be opened starts with the path to it already.
    let path = why.split_once(colon).filter(|(path, _)| path.replace('\\', "/").ends_with(&name));
    let why = path.map_or(why.as_str(), |(_, why)| why);
    Some(format!("{name}{colon}{why}"))
}

fn left_out(lang: Lang, intake: &Intake) -> Option<String> {
    let parts: Vec<String> =
        intake.left_out.iter().map(|(why, n)| left_out_row(lang, *why, *n)).collect();
    let parts = (!parts.is_empty()).then(|| list(lang, &parts))?;
    Some(match lang {
        Lang::En => format!("left out: {parts}"),
        Lang::Fr => format!("laissées de côté\u{a0}: {parts}"),
    })
}

/// Why rows of a file are no posts to learn from: `3 paid or boosted`.
pub(in crate::render) fn left_out_row(lang: Lang, why: LeftOutRow, n: usize) -> String {
    let (one, many) = match (why, lang) {
        (LeftOutRow::Paid, Lang::En) => ("paid or boosted", "paid or boosted"),
        (LeftOutRow::Paid, Lang::Fr) => ("sponsorisée", "sponsorisées"),
        (LeftOutRow::Reply, Lang::En) => ("reply or repost", "replies or reposts"),
        (LeftOutRow::Reply, Lang::Fr) => ("réponse ou repartage", "réponses ou repartages"),
        (LeftOutRow::Fresh, Lang::En) => ("younger than 72 hours", "younger than 72 hours"),
        (LeftOutRow::Fresh, Lang::Fr) => ("de moins de 72 heures", "de moins de 72 heures"),
        (LeftOutRow::Double, Lang::En) => ("that came twice", "that came twice"),
        (LeftOutRow::Double, Lang::Fr) => ("en double", "en double"),
        (LeftOutRow::Broken, Lang::En) => ("that can’t be read", "that can’t be read"),
        (LeftOutRow::Broken, Lang::Fr) => ("illisible", "illisibles"),
        (LeftOutRow::Elsewhere, Lang::En) => (
            "on a channel that this calendar does not have",
            "on channels that this calendar does not have",
        ),
        (LeftOutRow::Beyond, Lang::En) => {
            ("after the first two million", "after the first two million")
        }
        (LeftOutRow::Beyond, Lang::Fr) => {
            ("après les deux premiers millions", "après les deux premiers millions")
        }
        (LeftOutRow::Elsewhere, Lang::Fr) => {
            ("sur un canal absent du calendrier", "sur des canaux absents du calendrier")
        }
    };
    count(lang, n, one, many)
}

/// The first row that can't be read, and where the next few are.
fn broken(lang: Lang, rows: &[BrokenRow]) -> Option<String> {
    let (row, others) = rows.split_first()?;
    let (column, value) = (stranger(&row.column), stranger(&row.value));
    let (column, value) = (quote(lang, &column), quote(lang, &value));
    let others: Vec<String> = others.iter().take(SHOWN).map(|row| row.line.to_string()).collect();
    let first = match lang {
        Lang::En => format!("line {}: {value} in the column {column} can’t be read", row.line),
        Lang::Fr => {
            format!("ligne {}\u{a0}: {value}, dans la colonne {column}, est illisible", row.line)
        }
    };
    Some(match (others.len(), lang) {
        (0, _) => first,
        (1, Lang::En) => format!("{first}; see line {} too", others.join("")),
        (_, Lang::En) => format!("{first}; see lines {} too", list(lang, &others)),
        (1, Lang::Fr) => format!("{first}\u{202f}; voyez aussi la ligne {}", others.join("")),
        (_, Lang::Fr) => format!("{first}\u{202f}; voyez aussi les lignes {}", list(lang, &others)),
    })
}

fn clock(lang: Lang, clock: &ClockFound) -> String {
    match (clock, lang) {
        (ClockFound::Channel, Lang::En) => {
            "times: taken as the channel’s own clock, as nothing says otherwise".to_owned()
        }
        (ClockFound::Channel, Lang::Fr) => {
            "heures\u{a0}: celles du canal, puisque rien n’indique le contraire".to_owned()
        }
        (ClockFound::Stated, Lang::En) => {
            "times: as the file or the ids of its posts say".to_owned()
        }
        (ClockFound::Stated, Lang::Fr) => {
            "heures\u{a0}: celles qu’indiquent le fichier ou les identifiants".to_owned()
        }
        (ClockFound::Zone(zone), Lang::En) => {
            format!("times: those of {zone}, as the ids of its posts show")
        }
        (ClockFound::Zone(zone), Lang::Fr) => {
            format!("heures\u{a0}: celles {}, d’après les identifiants des publications", de(zone))
        }
        (ClockFound::Offset(minutes), Lang::En) => {
            format!("times: {}, as the ids of its posts show", utc(*minutes))
        }
        (ClockFound::Offset(minutes), Lang::Fr) => {
            format!("heures\u{a0}: {}, d’après les identifiants des publications", utc(*minutes))
        }
    }
}

/// Which of two numbers was taken for the day.
const fn guessed(order: DayOrder) -> Phrase {
    match order {
        DayOrder::DayFirst => Phrase {
            en: "dates: 03/04 was read as 3 April, as nothing in the file says which",
            fr: "dates\u{a0}: 03/04 a été lu comme le 3 avril, rien dans le fichier ne le précise",
        },
        DayOrder::MonthFirst => Phrase {
            en: "dates: 03/04 was read as 4 March, as nothing in the file says which",
            fr: "dates\u{a0}: 03/04 a été lu comme le 4 mars, rien dans le fichier ne le précise",
        },
    }
}

/// `UTC+5:30`.
fn utc(minutes: i32) -> String {
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    match rest {
        0 => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

fn fault_words(lang: Lang, fault: &IntakeFault) -> String {
    match (fault, lang) {
        (IntakeFault::NoTable(why), _) => one_line(why.get(lang)),
        (IntakeFault::OtherTable("daily-totals"), Lang::En) => {
            "a row for each day, not for each post".to_owned()
        }
        (IntakeFault::OtherTable("daily-totals"), Lang::Fr) => {
            "une ligne par jour, et non par publication".to_owned()
        }
        (IntakeFault::NoColumn(field, columns), Lang::En) => {
            format!(
                "no column holds the {}; there are {}",
                field_name(lang, field),
                named(lang, columns)
            )
        }
        (IntakeFault::NoColumn(field, columns), Lang::Fr) => {
            format!(
                "aucune colonne pour {}\u{202f}; il y a {}",
                field_name(lang, field),
                named(lang, columns)
            )
        }
        (IntakeFault::UnknownColumn(field, name, columns), Lang::En) => format!(
            "the column {} given for `{field}` is not in it; there are {}",
            quote(lang, &stranger(name)),
            named(lang, columns)
        ),
        (IntakeFault::UnknownColumn(field, name, columns), Lang::Fr) => format!(
            "la colonne {} donnée pour `{field}` n’y est pas\u{202f}; il y a {}",
            quote(lang, &stranger(name)),
            named(lang, columns)
        ),
        (IntakeFault::UnknownField(field), Lang::En) => {
            format!("`columns` has no field {}", quote(lang, &stranger(field)))
        }
        (IntakeFault::UnknownField(field), Lang::Fr) => {
            format!("`columns` ne connaît pas {}", quote(lang, &stranger(field)))
        }
        (IntakeFault::WhichChannel, Lang::En) => {
            "it does not say which channel it is about: add `channel` to its entry".to_owned()
        }
        (IntakeFault::WhichChannel, Lang::Fr) => {
            "il ne dit pas de quel canal il parle\u{a0}: ajoutez `channel` à son entrée".to_owned()
        }
        (IntakeFault::OtherNetwork(network), Lang::En) => {
            format!("an export of {network}, where the calendar has no channel")
        }
        (IntakeFault::OtherNetwork(network), Lang::Fr) => {
            format!("un export de {network}, où le calendrier n’a pas de canal")
        }
        (IntakeFault::OtherTable(which), Lang::En) => {
            format!(
                "another table of that network ({}), without posts one by one",
                export_name(lang, which)
            )
        }
        (IntakeFault::OtherTable(which), Lang::Fr) => {
            format!(
                "un autre tableau de ce réseau ({}), sans les publications une à une",
                export_name(lang, which)
            )
        }
    }
}

fn field_name(lang: Lang, field: &str) -> String {
    match (field, lang) {
        ("time", Lang::En) => "time of the posts".to_owned(),
        ("time", Lang::Fr) => "l’heure des publications".to_owned(),
        ("time and engagement", Lang::En) => {
            "time of the posts, nor their reactions (likes, comments, shares)".to_owned()
        }
        ("time and engagement", Lang::Fr) => {
            "l’heure des publications, ni pour leurs réactions (j’aime, commentaires, partages)"
                .to_owned()
        }
        ("likes and comments and shares", Lang::En) => "likes or reactions".to_owned(),
        ("likes and comments and shares", Lang::Fr) => {
            "les mentions J’aime ou les réactions".to_owned()
        }
        ("engagement", Lang::En) => "reactions (likes, comments, shares)".to_owned(),
        ("engagement", Lang::Fr) => "les réactions (j’aime, commentaires, partages)".to_owned(),
        (other, Lang::En) => format!("field `{other}`"),
        (other, Lang::Fr) => format!("le champ `{other}`"),
    }
}

fn named(lang: Lang, columns: &[String]) -> String {
    let mut names: Vec<String> =
        columns.iter().take(NAMED).map(|name| quote(lang, &stranger(name))).collect();
    if columns.len() > NAMED {
        names.push("…".to_owned());
        return names.join(", ");
    }
    list(lang, &names)
}

/// A stranger's words, short and safe.
fn stranger(text: &str) -> String {
    cut(&one_line(text), LETTERS, "…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::slots::sample::past;

    #[test]
    fn what_was_left_out_is_told_with_why_and_where() {
        let past = past(crate::model::Evidence::Weak);
        let read = told(Lang::Fr, &past.ws.past.intakes[0], Known::Minute);
        assert_eq!(
            read.head,
            "instagram.csv (export Instagram de Meta)\u{a0}: 812 lignes, 640 publications retenues"
        );
        assert_eq!(
            read.notes[0],
            "laissées de côté\u{a0}: 120 sponsorisées, 1 réponse ou repartage, 3 de moins de 72 heures, \
             44 en double et 4 illisibles"
        );
        assert!(read.notes[1].starts_with("ligne 14\u{a0}: "), "{:?}", read.notes);
        assert!(read.notes[1].ends_with("voyez aussi les lignes 20, 21 et 22"), "{:?}", read.notes);
        assert!(!read.notes[1].contains('\u{1b}'));
        assert!(read.notes[2].contains("celles d’America/New_York"), "{:?}", read.notes);
        let refused = told(Lang::En, &past.ws.past.intakes[1], Known::Minute);
        assert_eq!(refused.state, FileStood::Refused);
        assert!(refused.head.contains("no column holds the time of the posts"), "{}", refused.head);
        assert!(refused.head.ends_with("“Colonne 7”, …"), "{}", refused.head);
    }

    #[test]
    fn a_file_is_named_once_as_the_calendar_has_it() {
        let past = past(crate::model::Evidence::Weak);
        let said = |why: &'static str| {
            let fault = Some(IntakeFault::NoTable(Phrase { en: why, fr: why }.into()));
            let intake =
                Intake { fault, file: "in/a.csv".to_owned(), ..past.ws.past.intakes[1].clone() };
            refused(Lang::En, &intake).unwrap()
        };
        assert_eq!(said("in/a.csv: it is empty"), "in/a.csv: it is empty");
        assert_eq!(said("t/in/a.csv: no such file"), "in/a.csv: no such file");
        assert_eq!(said("not a table: no rows"), "in/a.csv: not a table: no rows");
    }

    #[test]
    fn offsets_are_those_of_clocks() {
        assert_eq!(
            (utc(330), utc(-180), utc(0)),
            ("UTC+5:30".into(), "UTC\u{2212}3".into(), "UTC+0".into())
        );
    }
}
