//! `plan --reactive DAY`: the day, its week, and what an urgent post would do to the plan.

use super::failure::Failure;
use super::form::Form;
use super::sound::sound_plan;
use super::span;
use crate::lang::{Lang, Phrase, Text, date_long};
use crate::model::{ChannelIx, Reactive, Schedule, Workspace};
use crate::planner::{Request, Urgent, reactive};
use crate::time::Week;
use crate::time::words::DayRange;
use chrono::NaiveDate;

/// What the urgent post is called where a reason names it.
const TITLE: Phrase = Phrase { en: "Urgent post", fr: "Publication urgente" };

/// The day of the words.
///
/// # Errors
/// When they are no day, or one that is past.
pub(super) fn day(words: &str, today: NaiveDate) -> Result<NaiveDate, Failure> {
    let day = span::one_day("--reactive", words, today)?;
    if day >= today {
        return Ok(day);
    }
    Err(Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{} is past", date_long(lang, day)),
            Lang::Fr => format!("le {} est passé", date_long(lang, day)),
        }),
        Text::of(|lang| match lang {
            Lang::En => "an urgent post goes out today or later".to_owned(),
            Lang::Fr => "une publication urgente paraît aujourd’hui ou plus tard".to_owned(),
        }),
    ))
}

/// The week of a day: caps are those of whole weeks.
pub(super) fn week(day: NaiveDate) -> DayRange {
    let week = Week::of(day);
    DayRange { from: week.monday(), to: week.sunday() }
}

/// Refuses the forms that have no place for the answer.
///
/// # Errors
/// For iCalendar and CSV.
pub(super) fn has_form(form: Form) -> Result<(), Failure> {
    match form {
        Form::Table | Form::Markdown | Form::Json => Ok(()),
        Form::Ics | Form::Csv => Err(Failure::with_help(
            Text::of(|lang| match lang {
                Lang::En => "`--reactive` answers in words or in JSON".to_owned(),
                Lang::Fr => "`--reactive` répond en mots ou en JSON".to_owned(),
            }),
            Text::of(|lang| match lang {
                Lang::En => "end the name of the file with .md, .txt or .json".to_owned(),
                Lang::Fr => "terminez le nom du fichier par .md, .txt ou .json".to_owned(),
            }),
        )),
    }
}

/// What an urgent post would do to a plan; every plan it takes is verified.
///
/// # Errors
/// When a plan does not hold: a fault of the program.
pub(super) fn what_if(
    ws: &Workspace,
    request: &Request,
    base: &Schedule,
    day: NaiveDate,
    channels: &[ChannelIx],
    lang: Lang,
) -> Result<Reactive, Failure> {
    let urgent = Urgent { day, channels, title: TITLE.get(lang) };
    reactive(ws, request, base, &urgent, &mut sound_plan)
}
