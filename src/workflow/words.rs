//! The words for steps and absences that a finding and a plan share.

use super::Away;
use crate::lang::{Lang, Phrase, date_short, date_with_year, day_month, span_of_days};
use crate::model::{PersonIx, StepKind, Workspace};
use chrono::{Datelike, NaiveDate};

/// `draft`, `brouillon`.
#[must_use]
pub const fn step_name(kind: StepKind) -> Phrase {
    let (en, fr) = match kind {
        StepKind::Brief => ("brief", "brief"),
        StepKind::Draft => ("draft", "brouillon"),
        StepKind::Review => ("review", "relecture"),
        StepKind::Approval => ("approval", "validation"),
    };
    Phrase { en, fr }
}

/// `the draft of`, `le brouillon de`.
#[must_use]
pub const fn step_with_article(kind: StepKind) -> Phrase {
    let (en, fr) = match kind {
        StepKind::Brief => ("the brief", "le brief"),
        StepKind::Draft => ("the draft", "le brouillon"),
        StepKind::Review => ("the review", "la relecture"),
        StepKind::Approval => ("the approval", "la validation"),
    };
    Phrase { en, fr }
}

/// A person's name, on one line.
#[must_use]
pub fn person(ws: &Workspace, ix: PersonIx) -> String {
    ws.person(ix).name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An absence: `away on Fri 27 Nov`, `away until 3 January 2027`. The French agrees with nobody:
/// `pas là le …`, to be put after a negation or alone.
#[must_use]
pub fn away(lang: Lang, away: &Away, today: NaiveDate) -> String {
    if away.from == away.to {
        let day = date_short(lang, away.from);
        return match lang {
            Lang::En if away.from == today => "away today".to_owned(),
            Lang::Fr if away.from == today => "pas là aujourd’hui".to_owned(),
            Lang::En => format!("away on {day}"),
            Lang::Fr => format!("pas là le {day}"),
        };
    }
    if away.from <= today {
        let last = match away.to.year() == today.year() {
            true => date_short(lang, away.to),
            false => date_with_year(lang, away.to),
        };
        return match lang {
            Lang::En => format!("away until {last}"),
            Lang::Fr => format!("pas là jusqu’au {last}"),
        };
    }
    if (away.from.year(), away.to.year()) == (today.year(), today.year()) {
        let (from, to) = (day_month(lang, away.from), day_month(lang, away.to));
        return match lang {
            Lang::En => format!("away from {from} to {to}"),
            Lang::Fr => format!("pas là du {from} au {to}"),
        };
    }
    let days = span_of_days(lang, away.from, away.to);
    match lang {
        Lang::En => format!("away {days}"),
        Lang::Fr => format!("pas là {days}"),
    }
}
