//! Dates and clock times as people write them.

use super::Lang;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

/// `12:30` in English; `12 h 30`, `9 h` in French. Seconds are nobody's business here.
#[must_use]
pub fn clock(lang: Lang, time: NaiveTime) -> String {
    match lang {
        Lang::En => time.format("%H:%M").to_string(),
        Lang::Fr if time.minute() == 0 => format!("{} h", time.hour()),
        Lang::Fr => format!("{} h {:02}", time.hour(), time.minute()),
    }
}

/// `Monday`, `lundi`.
#[must_use]
pub fn weekday_name(lang: Lang, day: Weekday) -> &'static str {
    let names = match lang {
        Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        Lang::Fr => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    };
    names[day.num_days_from_monday() as usize]
}

/// `Mon`, `lun.`.
#[must_use]
pub fn weekday_short(lang: Lang, day: Weekday) -> &'static str {
    let names = match lang {
        Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        Lang::Fr => ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    };
    names[day.num_days_from_monday() as usize]
}

/// `November`, `novembre`; months count from 1.
#[must_use]
pub fn month_name(lang: Lang, month: u32) -> &'static str {
    let names = match lang {
        Lang::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        Lang::Fr => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    };
    names[(month.clamp(1, 12) - 1) as usize]
}

/// `24 Nov`, `24 nov.`, `1er déc.`.
#[must_use]
pub fn day_month(lang: Lang, date: NaiveDate) -> String {
    let short = match lang {
        Lang::En => {
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        }
        Lang::Fr => [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.",
            "nov.", "déc.",
        ],
    };
    format!("{} {}", day_number(lang, date), short[date.month0() as usize])
}

fn day_number(lang: Lang, date: NaiveDate) -> String {
    match (lang, date.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    }
}

/// `Tue 24 Nov`, `mar. 24 nov.`.
#[must_use]
pub fn date_short(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", weekday_short(lang, date.weekday()), day_month(lang, date))
}

/// `Tuesday 24 November 2026`, `mardi 24 novembre 2026`.
#[must_use]
pub fn date_long(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", weekday_name(lang, date.weekday()), date_with_year(lang, date))
}

/// `24 November 2026`, `24 novembre 2026`.
#[must_use]
pub fn date_with_year(lang: Lang, date: NaiveDate) -> String {
    format!("{} {} {}", day_number(lang, date), month_name(lang, date.month()), date.year())
}

/// `Tue 24 Nov at 12:30`, `mar. 24 nov. à 12 h 30`.
#[must_use]
pub fn instant(lang: Lang, local: NaiveDateTime) -> String {
    let at = match lang {
        Lang::En => "at",
        Lang::Fr => "à",
    };
    format!("{} {at} {}", date_short(lang, local.date()), clock(lang, local.time()))
}

/// `23–29 November 2026`, `du 23 au 29 novembre 2026`; both days included.
#[must_use]
pub fn span_of_days(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        return date_with_year(lang, from);
    }
    let end = date_with_year(lang, to);
    let start = if (from.year(), from.month()) == (to.year(), to.month()) {
        day_number(lang, from)
    } else if from.year() == to.year() {
        format!("{} {}", day_number(lang, from), month_name(lang, from.month()))
    } else {
        date_with_year(lang, from)
    };
    match lang {
        Lang::En if from.month() == to.month() && from.year() == to.year() => {
            format!("{start}–{end}")
        }
        Lang::En => format!("{start} – {end}"),
        Lang::Fr => format!("du {start} au {end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn spans() {
        let (a, b) = (day(2026, 11, 23), day(2026, 11, 29));
        assert_eq!(span_of_days(Lang::Fr, a, b), "du 23 au 29 novembre 2026");
        assert_eq!(span_of_days(Lang::En, a, b), "23–29 November 2026");
        assert_eq!(
            span_of_days(Lang::Fr, day(2026, 11, 30), day(2026, 12, 6)),
            "du 30 novembre au 6 décembre 2026"
        );
        assert_eq!(span_of_days(Lang::Fr, day(2026, 12, 1), day(2026, 12, 1)), "1er décembre 2026");
    }

    #[test]
    fn moments() {
        let at = day(2026, 11, 24).and_hms_opt(9, 0, 0).unwrap();
        assert_eq!(instant(Lang::Fr, at), "mar. 24 nov. à 9 h");
        assert_eq!(instant(Lang::En, at), "Tue 24 Nov at 09:00");
    }
}
