//! The days a command is about, from the words of `--week`, `--from`, `--to`, `--month`.

use super::args::Span;
use super::failure::Failure;
use crate::lang::{Lang, Text, date_long, date_short, quote, weekday_name};
use crate::time::words::{DayRange, WordsFault, parse};
use crate::time::{DateFault, Week, days_in_month};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The most days of one plan.
const LONGEST: i64 = 400;

/// The days that are meant; without a word, the coming week.
///
/// # Errors
/// When words are no date, when the last day is before the first, or when there are more than
/// 400 days.
pub fn days(span: &Span, today: NaiveDate) -> Result<DayRange, Failure> {
    whole(meant(span, Reading { today, toward: Toward::Future })?)
}

fn whole(days: DayRange) -> Result<DayRange, Failure> {
    if days.to < days.from {
        return Err(backwards(days));
    }
    match (days.to - days.from).num_days() < LONGEST {
        true => Ok(days),
        false => Err(too_long()),
    }
}

/// The days that are meant where what is over counts too; without a word, from today to the end of
/// the coming week. Words without a year mean the last such days when the next ones are more than
/// half a year away: `october` in November is the one that was.
///
/// # Errors
/// As [`days`].
pub fn days_counted(span: &Span, today: NaiveDate) -> Result<DayRange, Failure> {
    match is_open(span) {
        true => Ok(DayRange { from: today, to: coming_week(today).to }),
        false => {
            let read = |toward| meant(span, Reading { today, toward });
            let near = read(Toward::Nearest)?;
            whole(if near.to < near.from { read(Toward::Future)? } else { near })
        }
    }
}

/// The one day of some words after an option.
///
/// # Errors
/// When the words are no date, or more than a day.
pub fn one_day(option: &'static str, words: &str, today: NaiveDate) -> Result<NaiveDate, Failure> {
    let days = parse(words, today).map_err(|fault| no_day(option, words, &fault))?;
    match days.from == days.to {
        true => Ok(days.from),
        false => Err(not_one(words, Whole::Day)),
    }
}

/// The first day of some words after an option: a week or a month begins with its first.
///
/// # Errors
/// When the words are no date.
pub fn first_day(
    option: &'static str,
    words: &str,
    today: NaiveDate,
) -> Result<NaiveDate, Failure> {
    read(option, words, Reading { today, toward: Toward::Future }).map(|days| days.from)
}

/// Where nothing close is known, what is offered is a day, and no longer stretch.
fn no_day(option: &'static str, words: &str, fault: &WordsFault) -> Failure {
    let (trimmed, unknown) = (words.trim().to_owned(), fault.clone());
    match fault {
        WordsFault::Empty | WordsFault::Unknown { nearest: None } => Failure::with_help(
            Text::of(|lang| {
                format!("`{option}`{} {}", colon(lang), problem(lang, &trimmed, &unknown))
            }),
            day_alone(),
        ),
        _ => unread(option, words, fault),
    }
}

fn day_alone() -> Text {
    Text::of(|lang| match lang {
        Lang::En => "name one day, such as `today`, `monday` or `2026-11-24`".to_owned(),
        Lang::Fr => "nommez un seul jour, comme `demain`, `lundi` ou `2026-11-24`".to_owned(),
    })
}

/// Whether no word about the days was given.
#[must_use]
pub fn is_open(span: &Span) -> bool {
    [&span.week, &span.month, &span.from, &span.to].iter().all(|word| word.is_none())
}

/// How words become days.
#[derive(Clone, Copy)]
struct Reading {
    today: NaiveDate,
    toward: Toward,
}

/// Where days without a year are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Toward {
    /// From today on.
    Future,
    /// Behind too, where what is ahead is far away.
    Nearest,
}

fn meant(span: &Span, at: Reading) -> Result<DayRange, Failure> {
    if let Some(words) = &span.week {
        return week(words, at);
    }
    if let Some(words) = &span.month {
        return month(words, at);
    }
    let from = read_if("--from", span.from.as_deref(), at)?;
    let to = read_if("--to", span.to.as_deref(), at)?;
    Ok(match (from, to) {
        (None, None) => coming_week(at.today),
        (Some(from), None) => DayRange { from: from.from, to: later(from.from, 6) },
        (None, Some(to)) => DayRange { from: at.today, to: to.to },
        (Some(from), Some(to)) => DayRange { from: from.from, to: to.to },
    })
}

/// The ISO week that starts today, else the next one that starts.
fn coming_week(today: NaiveDate) -> DayRange {
    let monday = match today.weekday() {
        Weekday::Mon => today,
        _ => Week::of(today).next().monday(),
    };
    DayRange { from: monday, to: later(monday, 6) }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// The week of these words: any day of it will do, and so will its number alone.
fn week(words: &str, at: Reading) -> Result<DayRange, Failure> {
    let number = words.trim().parse::<u8>().ok().filter(|n| *n > 0);
    let spoken = number.map_or_else(|| words.to_owned(), |n| format!("W{n:02}"));
    let days = read("--week", &spoken, at)?;
    let (first, last) = (Week::of(days.from), Week::of(days.to));
    match first == last {
        true => Ok(DayRange { from: first.monday(), to: first.sunday() }),
        false => Err(not_one(words, Whole::Week)),
    }
}

/// The month of these words: any day of it will do.
fn month(words: &str, at: Reading) -> Result<DayRange, Failure> {
    let days = read("--month", words, at)?;
    let (year, month) = (days.from.year(), days.from.month());
    if (days.to.year(), days.to.month()) != (year, month) {
        return Err(not_one(words, Whole::Month));
    }
    let last = days_in_month(year, month);
    Ok(DayRange {
        from: days.from.with_day(1).unwrap_or(days.from),
        to: days.from.with_day(last).unwrap_or(days.to),
    })
}

fn read_if(
    option: &'static str,
    words: Option<&str>,
    at: Reading,
) -> Result<Option<DayRange>, Failure> {
    words.map(|words| read(option, words, at)).transpose()
}

fn read(option: &'static str, words: &str, at: Reading) -> Result<DayRange, Failure> {
    let days = parse(words, at.today).map_err(|fault| unread(option, words, &fault))?;
    Ok(match at.toward {
        Toward::Future => days,
        Toward::Nearest => last_time(words, days, at.today).unwrap_or(days),
    })
}

/// The last such days, when these are more than half a year ahead and their words name no year. Days
/// that move with today (`in 300 days`) are meant as they are.
fn last_time(words: &str, days: DayRange, today: NaiveDate) -> Option<DayRange> {
    let is_far = days.from > today.checked_add_months(Months::new(6))?;
    let moves = parse(words, today.succ_opt()?).ok()? != days;
    if !is_far || moves {
        return None;
    }
    parse(words, today.checked_sub_months(Months::new(12))?).ok()
}

/// What must be one whole.
#[derive(Clone, Copy)]
enum Whole {
    Day,
    Week,
    Month,
}

fn not_one(words: &str, whole: Whole) -> Failure {
    let words = words.trim().to_owned();
    Failure::with_help(
        Text::of(|lang| {
            let words = quote(lang, &words);
            match (whole, lang) {
                (Whole::Day, Lang::En) => format!("{words} is longer than a day"),
                (Whole::Day, Lang::Fr) => format!("{words} dépasse un jour"),
                (Whole::Week, Lang::En) => format!("{words} is longer than a week"),
                (Whole::Week, Lang::Fr) => format!("{words} dépasse une semaine"),
                (Whole::Month, Lang::En) => format!("{words} is not within one month"),
                (Whole::Month, Lang::Fr) => format!("{words} n’est pas dans un seul mois"),
            }
        }),
        match whole {
            Whole::Day => day_alone(),
            Whole::Week | Whole::Month => any_days(),
        },
    )
}

fn any_days() -> Text {
    Text::of(|lang| match lang {
        Lang::En => "for any other days, use `--from` and `--to`".to_owned(),
        Lang::Fr => "pour d’autres jours, utilisez `--from` et `--to`".to_owned(),
    })
}

fn backwards(days: DayRange) -> Failure {
    Failure::with_help(
        Text::of(|lang| {
            let (from, to) = (date_short(lang, days.from), date_short(lang, days.to));
            match lang {
                Lang::En => format!("the last day ({to}) is before the first ({from})"),
                Lang::Fr => format!("le dernier jour ({to}) est avant le premier ({from})"),
            }
        }),
        Text::of(|lang| match lang {
            Lang::En => "swap `--from` and `--to`, or write the year".to_owned(),
            Lang::Fr => "échangez `--from` et `--to`, ou précisez l’année".to_owned(),
        }),
    )
}

fn too_long() -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("a plan has {LONGEST} days at most"),
            Lang::Fr => format!("un plan compte {LONGEST} jours au plus"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "plan a year in several runs".to_owned(),
            Lang::Fr => "planifiez en plusieurs fois".to_owned(),
        }),
    )
}

fn unread(option: &'static str, words: &str, fault: &WordsFault) -> Failure {
    let words = words.trim().to_owned();
    let fault = fault.clone();
    Failure::with_help(
        Text::of(|lang| format!("`{option}`{} {}", colon(lang), problem(lang, &words, &fault))),
        Text::of(|lang| remedy(lang, &fault)),
    )
}

const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ":",
        Lang::Fr => "\u{a0}:",
    }
}

fn problem(lang: Lang, words: &str, fault: &WordsFault) -> String {
    let quoted = quote(lang, words);
    match (fault, lang) {
        (WordsFault::Empty, Lang::En) => "no date is given".to_owned(),
        (WordsFault::Empty, Lang::Fr) => "il manque une date".to_owned(),
        (WordsFault::Date(DateFault::Backwards), Lang::En) => {
            format!("{quoted} ends before it starts")
        }
        (WordsFault::Date(DateFault::Backwards), Lang::Fr) => {
            format!("{quoted} finit avant de commencer")
        }
        (WordsFault::Date(DateFault::Shape), _) | (WordsFault::Unknown { .. }, _) => match lang {
            Lang::En => format!("{quoted} is not a date"),
            Lang::Fr => format!("{quoted} n’est pas une date"),
        },
        (WordsFault::Date(_), Lang::En) => format!("{quoted} does not exist"),
        (WordsFault::Date(_), Lang::Fr) => format!("{quoted} n’existe pas"),
        (WordsFault::WrongWeekday { date, given }, Lang::En) => {
            format!("{} is no {}", date_long(lang, *date), weekday_name(lang, *given))
        }
        (WordsFault::WrongWeekday { date, given }, Lang::Fr) => {
            format!("le {} n’est pas un {}", date_long(lang, *date), weekday_name(lang, *given))
        }
        (WordsFault::TooFar, Lang::En) => format!("{quoted} is outside the years 1000 to 9999"),
        (WordsFault::TooFar, Lang::Fr) => format!("{quoted} sort des années 1000 à 9999"),
    }
}

fn remedy(lang: Lang, fault: &WordsFault) -> String {
    match (fault, lang) {
        (WordsFault::Unknown { nearest: Some(near) }, Lang::En) => {
            format!("did you mean {}?", quote(lang, near))
        }
        (WordsFault::Unknown { nearest: Some(near) }, Lang::Fr) => {
            format!("vouliez-vous dire {}\u{202f}?", quote(lang, near))
        }
        (WordsFault::Date(DateFault::NoSuchDay { last }), Lang::En) => {
            format!("that month ends on the {last}th").replace("31th", "31st")
        }
        (WordsFault::Date(DateFault::NoSuchDay { last }), Lang::Fr) => {
            format!("ce mois finit le {last}")
        }
        (WordsFault::Date(DateFault::NoSuchWeek { last }), Lang::En) => {
            format!("that year ends with week {last}")
        }
        (WordsFault::Date(DateFault::NoSuchWeek { last }), Lang::Fr) => {
            format!("cette année finit avec la semaine {last}")
        }
        (_, Lang::En) => {
            "for example `monday`, `next week`, `W48`, `24/11` or `2026-11-24`".to_owned()
        }
        (_, Lang::Fr) => {
            "par exemple `lundi`, `semaine prochaine`, `S48`, `24/11` ou `2026-11-24`".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(words: [&str; 4]) -> Span {
        let word = |i: usize| (!words[i].is_empty()).then(|| words[i].to_owned());
        Span { week: word(0), from: word(1), to: word(2), month: word(3) }
    }

    /// On Saturday 21 November 2026 unless told otherwise.
    fn on(words: [&str; 4], today: &str) -> String {
        match days(&span(words), today.parse().unwrap()) {
            Ok(days) => format!("{}/{}", days.from, days.to),
            Err(failure) => anstream::adapter::strip_str(&failure.render(Lang::Fr)).to_string(),
        }
    }

    #[test]
    fn the_coming_week_starts_today_on_a_monday() {
        for (today, expected) in [
            ("2026-11-21", "2026-11-23/2026-11-29"),
            ("2026-11-22", "2026-11-23/2026-11-29"),
            ("2026-11-23", "2026-11-23/2026-11-29"),
            ("2026-11-24", "2026-11-30/2026-12-06"),
        ] {
            assert_eq!(on(["", "", "", ""], today), expected);
        }
        assert!(is_open(&span(["", "", "", ""])) && !is_open(&span(["S48", "", "", ""])));
    }

    #[test]
    fn words_become_days() {
        for (words, expected) in [
            (["S49", "", "", ""], "2026-11-30/2026-12-06"),
            (["49", "", "", ""], "2026-11-30/2026-12-06"),
            (["24/11", "", "", ""], "2026-11-23/2026-11-29"),
            (["", "demain", "", ""], "2026-11-22/2026-11-28"),
            (["", "", "vendredi", ""], "2026-11-21/2026-11-27"),
            (["", "lundi", "S49", ""], "2026-11-23/2026-12-06"),
            (["", "", "", "décembre"], "2026-12-01/2026-12-31"),
            (["", "", "", "2028-02"], "2028-02-01/2028-02-29"),
        ] {
            assert_eq!(on(words, "2026-11-21"), expected, "{words:?}");
        }
    }

    #[test]
    fn a_count_looks_back_where_the_next_such_days_are_far() {
        let counted = |words, today: &str| {
            let days = days_counted(&span(words), today.parse().unwrap()).ok().unwrap();
            format!("{}/{}", days.from, days.to)
        };
        for (words, expected) in [
            (["", "", "", "octobre"], "2026-10-01/2026-10-31"),
            (["", "", "", "novembre"], "2026-11-01/2026-11-30"),
            (["", "", "", "mars"], "2027-03-01/2027-03-31"),
            (["S40", "", "", ""], "2026-09-28/2026-10-04"),
            (["40", "", "", ""], "2026-09-28/2026-10-04"),
            (["S49", "", "", ""], "2026-11-30/2026-12-06"),
            (["", "1/11", "15/11", ""], "2026-11-01/2026-11-15"),
            (["", "1/10", "15/1", ""], "2026-10-01/2027-01-15"),
            (["", "1 octobre", "", ""], "2026-10-01/2026-10-07"),
            // What names its year, or moves with today, is meant so.
            (["", "", "", "2027-10"], "2027-10-01/2027-10-31"),
            (["", "", "", "octobre 2027"], "2027-10-01/2027-10-31"),
            (["2027-W40", "", "", ""], "2027-10-04/2027-10-10"),
            (["", "dans 300 jours", "", ""], "2027-09-18/2027-09-24"),
            // Never from a far day to a near one.
            (["", "25/4", "10/6", ""], "2027-04-25/2027-06-10"),
            (["", "lundi", "vendredi", ""], "2026-11-23/2026-11-27"),
        ] {
            assert_eq!(counted(words, "2026-11-22"), expected, "{words:?}");
        }
        assert_eq!(on(["", "", "", "octobre"], "2026-11-22"), "2027-10-01/2027-10-31");
    }

    #[test]
    fn what_is_no_span_says_what_to_do() {
        for (words, expected) in [
            (["novembre", "", "", ""], "dépasse une semaine"),
            (["", "lundii", "", ""], "vouliez-vous dire"),
            (["", "31/11/2026", "", ""], "ce mois finit le 30"),
            (["", "", "hier", ""], "est avant le premier"),
            (["", "2026-01-01", "2027-12-31", ""], "400 jours au plus"),
            (["", "2026-01-01", "2027-02-05", ""], "400 jours au plus"),
            (["", "", "", "2026-11-20/2026-12-02"], "dans un seul mois"),
        ] {
            let said = on(words, "2026-11-21");
            assert!(said.contains(expected), "{words:?}: {said}");
        }
        assert_eq!(on(["", "2026-01-01", "2027-02-04", ""], "2026-11-21"), "2026-01-01/2027-02-04");
    }
}
