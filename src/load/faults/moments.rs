//! Faults of dates, times, lengths of time and days of the week.

use super::values::{Said, shorten, write};
use crate::lang::{Lang, Text};
use crate::time::{DateFault, DayFault, Days, LapseFault, TimeFault};

/// Not days of the week.
pub(super) fn days(shown: &str, fault: &DayFault) -> Said {
    let wrong = shorten(&fault.wrong).to_owned();
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{wrong}` is not a day of the week"),
        Lang::Fr => format!("`{wrong}` n’est pas un jour de la semaine"),
    });
    let help = match whole(shown).or_else(|| fault.meant.map(str::to_owned)) {
        Some(key) => write(&format!("\"{key}\"")),
        None => {
            Text::of(|lang| {
                match lang {
            Lang::En => "days are `mon` to `sun`, `mon-fri`, `daily`, or a list of those".to_owned(),
            Lang::Fr => "les jours s’écrivent `mon` à `sun`, `mon-fri`, `daily`, ou une liste de ceux-ci".to_owned(),
        }
            })
        }
    };
    ("bad-days", message, Some(help))
}

/// `lun-ven` as a whole, when each side of it is clear: `mon-fri`.
fn whole(shown: &str) -> Option<String> {
    let side = |word: &str| match Days::parse(word) {
        Ok(_) => Some(word.to_owned()),
        Err(fault) => fault.meant.map(str::to_owned),
    };
    let (from, to) = shown.split_once('-')?;
    Some(format!("{}-{}", side(from)?, side(to)?))
}

/// Not a date.
pub(in crate::load) fn date(shown: &str, fault: &DateFault) -> Said {
    let no_such = |en: String, fr: String| {
        Some(Text::of(|lang| match lang {
            Lang::En => en.clone(),
            Lang::Fr => fr.clone(),
        }))
    };
    let help = match fault {
        DateFault::NoSuchDay { last } => no_such(
            format!("that month has {last} days"),
            format!("ce mois a {last} jours"),
        ),
        DateFault::NoSuchMonth => no_such("months go from 01 to 12".to_owned(), "les mois vont de 01 à 12".to_owned()),
        DateFault::NoSuchWeek { last } => no_such(
            format!("that year has {last} weeks"),
            format!("cette année compte {last} semaines"),
        ),
        DateFault::DayFirst { iso, other: Some(other) } => no_such(
            format!("the year comes first: write `{iso}`, or `{other}` if that is what you mean"),
            format!("l’année vient d’abord\u{a0}: écrivez `{iso}`, ou `{other}` si c’est ce que vous voulez dire"),
        ),
        DateFault::DayFirst { iso, other: None } => no_such(
            format!("the year comes first: write `{iso}`"),
            format!("l’année vient d’abord\u{a0}: écrivez `{iso}`"),
        ),
        DateFault::Near { iso } => Some(write(&format!("\"{iso}\""))),
        DateFault::Backwards => no_such(
            "the first day of a range comes first".to_owned(),
            "le premier jour de la période vient d’abord".to_owned(),
        ),
        DateFault::Shape => no_such(
            "write a day (`2026-11-24`), a week (`2026-W48`), a month (`2026-11`) or a range (`2026-11-23/2026-11-27`); leave the key out when there is no date yet".to_owned(),
            "écrivez un jour (`2026-11-24`), une semaine (`2026-W48`), un mois (`2026-11`) ou une période (`2026-11-23/2026-11-27`)\u{202f}; sans date encore, retirez la clé".to_owned(),
        ),
    };
    let message = Text::of(|lang| match (lang, fault) {
        (Lang::En, DateFault::Backwards) => format!("`{shown}` ends before it starts"),
        (Lang::Fr, DateFault::Backwards) => format!("`{shown}` se termine avant de commencer"),
        (
            Lang::En,
            DateFault::NoSuchDay { .. } | DateFault::NoSuchMonth | DateFault::NoSuchWeek { .. },
        ) => format!("`{shown}` does not exist"),
        (
            Lang::Fr,
            DateFault::NoSuchDay { .. } | DateFault::NoSuchMonth | DateFault::NoSuchWeek { .. },
        ) => format!("`{shown}` n’existe pas"),
        (Lang::En, _) => format!("`{shown}` is not a date"),
        (Lang::Fr, _) => format!("`{shown}` n’est pas une date"),
    });
    ("bad-date", message, help)
}

/// Not a time of day.
pub(in crate::load) fn time(shown: &str, fault: &TimeFault) -> Said {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{shown}` is not a time"),
        Lang::Fr => format!("`{shown}` n’est pas une heure"),
    });
    let help = match fault {
        TimeFault::French { fixed }
        | TimeFault::TwelveHour { fixed }
        | TimeFault::Near { fixed } => write(&format!("\"{fixed}\"")),
        TimeFault::OnlyAsEnd => Text::of(|lang| match lang {
            Lang::En => "`24:00` can only end a stretch; the day starts at `00:00`".to_owned(),
            Lang::Fr => {
                "`24:00` ne peut que terminer une plage\u{202f}; le jour commence à `00:00`"
                    .to_owned()
            }
        }),
        TimeFault::NoSuchTime | TimeFault::Shape => Text::of(|lang| match lang {
            Lang::En => "times go from `00:00` to `23:59`".to_owned(),
            Lang::Fr => "les heures vont de `00:00` à `23:59`".to_owned(),
        }),
    };
    ("bad-time", message, Some(help))
}

/// Not a length of time.
pub(super) fn lapse(shown: &str, fault: &LapseFault) -> Said {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{shown}` is not a length of time"),
        Lang::Fr => format!("`{shown}` n’est pas une durée"),
    });
    let help = match fault {
        LapseFault::Unit { meant: Some(meant) } => write(&format!("\"{meant}\"")),
        _ => Text::of(|lang| match lang {
            Lang::En => "a whole number and its unit: `45min`, `20h`, `2d`, `1w`".to_owned(),
            Lang::Fr => {
                "un nombre entier et son unité\u{a0}: `45min`, `20h`, `2d`, `1w`".to_owned()
            }
        }),
    };
    ("bad-duration", message, Some(help))
}
