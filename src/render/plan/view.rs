//! A plan in words, before any layout: what every form of it for people says.
//!
//! Text of the user's is on one safe line here; a renderer still escapes what its own form needs.
//! Days and times are those of the calendar's clock; where a channel has another clock, its own
//! time stands beside.

use super::next;
use super::numbers::{self, CadenceRow, MixTable};
use super::{Shown, is_for_other_days};
use crate::lang::{Lang, clock, count, date_long, instant, percent, span_of_days};
use crate::model::{ChannelIx, Free, FreeCause, LeftOut, Occurrence, Placed, PlacedState};
use crate::render::lines::one_line;
use crate::render::reason::Speaker;
use crate::render::words;
use crate::time::{Instant, Week};
use chrono::{NaiveDate, NaiveDateTime};

/// A plan in words.
#[derive(Clone, Debug)]
pub struct View {
    /// The brand.
    pub brand: String,
    /// The week and the days: `week 48, 23–29 November 2026`.
    pub span: String,
    /// Whose clock: `times of Europe/Paris`.
    pub clock: String,
    /// How good the plan is, and what is proven of it.
    pub verdict: String,
    /// What goes out, day by day; days without anything are absent.
    pub days: Vec<Day>,
    /// What has no slot, but for what is asked for on other days.
    pub left_out: Vec<Absent>,
    /// How many posts are asked for on other days, in words; nothing when there are none.
    pub other_days: Option<String>,
    /// Slots to fill.
    pub free: Vec<Opening>,
    /// The mix, window by window.
    pub mix: Vec<MixTable>,
    /// The cadence.
    pub cadence: Vec<CadenceRow>,
    /// Dates to know.
    pub dates: Vec<DateToKnow>,
    /// What to do next, the most pressing first; never empty.
    pub next: String,
}

/// A day and what goes out on it.
#[derive(Clone, Debug)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// `Tuesday 24 November 2026`.
    pub name: String,
    /// By time.
    pub rows: Vec<Row>,
}

/// A placement in its slot.
#[derive(Clone, Debug)]
pub struct Row {
    /// On the calendar's clock.
    pub local: NaiveDateTime,
    /// The channel's place in the file.
    pub channel_ix: ChannelIx,
    /// `12:30`.
    pub time: String,
    /// The same on the channel's clock, where that differs.
    pub elsewhere: Option<String>,
    /// The channel, and the format of a lane of its own.
    pub channel: String,
    /// The title.
    pub title: String,
    /// The pillar.
    pub pillar: Option<String>,
    /// Where it stands.
    pub status: &'static str,
    /// How it came there, for the mark.
    pub state: PlacedState,
    /// How it came there, in words.
    pub state_word: &'static str,
    /// The score of the slot.
    pub score: u8,
    /// Why there: what speaks for the slot. What it costs is in `why` and in JSON.
    pub reasons: Vec<String>,
}

impl Row {
    /// Pillar, status and state in one line.
    #[must_use]
    pub fn about(&self) -> String {
        let mut parts: Vec<&str> = self.pillar.as_deref().into_iter().collect();
        parts.push(self.status);
        if self.state_word != self.status {
            parts.push(self.state_word);
        }
        parts.join(" · ")
    }
}

/// A placement without a slot.
#[derive(Clone, Debug)]
pub struct Absent {
    /// The title.
    pub title: String,
    /// The channel.
    pub channel: String,
    /// Why, and what would make it fit.
    pub reasons: Vec<(String, Option<String>)>,
}

/// A slot to fill.
#[derive(Clone, Debug)]
pub struct Opening {
    /// On the calendar's clock.
    pub local: NaiveDateTime,
    /// The channel's place in the file.
    pub channel_ix: ChannelIx,
    /// `Tue 24 Nov at 12:30`.
    pub moment: String,
    /// The channel.
    pub channel: String,
    /// What for, and from which pillar.
    pub idea: String,
}

/// A date to know.
#[derive(Clone, Debug)]
pub struct DateToKnow {
    /// The day or days.
    pub when: String,
    /// The name.
    pub name: String,
    /// What it does to the plan.
    pub effect: Option<&'static str>,
}

impl View {
    /// Puts a plan into words.
    #[must_use]
    pub fn of(shown: &Shown<'_>) -> Self {
        let (ws, schedule, lang) = (shown.ws, shown.schedule, shown.lang);
        let zone = ws.calendar.zone.name();
        Self {
            brand: one_line(&ws.calendar.name),
            span: span(lang, schedule.from, schedule.to),
            clock: match lang {
                Lang::En => format!("times of {zone}"),
                Lang::Fr => format!("heures de {zone}"),
            },
            verdict: verdict(shown),
            days: days(shown),
            left_out: schedule
                .left_out
                .iter()
                .filter(|left| !is_for_other_days(left))
                .map(|left| absent(shown, left))
                .collect(),
            other_days: other_days(shown),
            free: schedule.free.iter().map(|free| opening(shown, free)).collect(),
            mix: numbers::mix(shown),
            cadence: numbers::cadence(shown),
            dates: dates(shown),
            next: next::step(shown),
        }
    }
}

/// `week 48, 23–29 November 2026`; without the week where the days are not one.
fn span(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    let days = span_of_days(lang, from, to);
    let week = Week::of(from);
    match (week.monday() == from && week.sunday() == to, lang) {
        (true, Lang::En) => format!("week {}, {days}", week.number()),
        (true, Lang::Fr) => format!("semaine {}, {days}", week.number()),
        (false, _) => days,
    }
}

/// What is proven of the plan, never more.
fn verdict(shown: &Shown<'_>) -> String {
    let (schedule, lang) = (shown.schedule, shown.lang);
    let suggested =
        schedule.placed.iter().filter(|placed| placed.state == PlacedState::Suggested).count();
    let what = match lang {
        Lang::En => count(lang, suggested, "suggested slot", "suggested slots"),
        Lang::Fr => count(lang, suggested, "créneau proposé", "créneaux proposés"),
    };
    let proof = match (schedule.is_optimal(), at_most(schedule.gap()), lang) {
        (true, _, Lang::En) => "no better plan exists, this is proven".to_owned(),
        (true, _, Lang::Fr) => "il n’existe pas de meilleur plan, c’est prouvé".to_owned(),
        (false, Some(gap), Lang::En) => {
            format!("at most {} from the best possible", percent(lang, gap))
        }
        (false, Some(gap), Lang::Fr) => {
            format!("à {} au plus du meilleur plan possible", percent(lang, gap))
        }
        (false, None, Lang::En) => "there may be a better plan, nothing is proven".to_owned(),
        (false, None, Lang::Fr) => {
            "il existe peut-être un meilleur plan, rien n’est prouvé".to_owned()
        }
    };
    match lang {
        Lang::En => format!("{what}; {proof}"),
        Lang::Fr => format!("{what}\u{202f}; {proof}"),
    }
}

/// The gap in percent, rounded up to a tenth, so that "at most" stays true; none past 100 %.
fn at_most(gap: Option<f64>) -> Option<String> {
    let tenths = (gap? * 1000.0).ceil();
    (0.0..=1000.0)
        .contains(&tenths)
        .then(|| format!("{:.1}", tenths / 10.0))
        .map(|text| text.strip_suffix(".0").map_or(text.clone(), str::to_owned))
}

fn days(shown: &Shown<'_>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for placed in &shown.schedule.placed {
        let row = row(shown, placed);
        let date = row.local.date();
        match days.last_mut().filter(|day| day.date == date) {
            Some(day) => day.rows.push(row),
            None => days.push(Day { date, name: date_long(shown.lang, date), rows: vec![row] }),
        }
    }
    days
}

fn row(shown: &Shown<'_>, placed: &Placed) -> Row {
    let (ws, lang) = (shown.ws, shown.lang);
    let placement = ws.placement(placed.placement);
    let local = ws.calendar.zone.local(placed.start);
    let speaker = Speaker::of_slot(ws, placed.placement, lang);
    Row {
        local,
        channel_ix: placement.channel,
        time: clock(lang, minutes(local)),
        elsewhere: elsewhere(shown, placement.channel, placed.start),
        channel: words::lane(ws, placement),
        title: words::title(ws, placed.placement),
        pillar: placement.pillar.map(|ix| words::pillar(ws, ix)),
        status: words::status(placement.status.value).get(lang),
        state: placed.state,
        state_word: words::state(placed.state).get(lang),
        score: placed.score,
        reasons: placed
            .why
            .iter()
            .filter(|why| why.delta.is_none_or(|delta| delta >= 0))
            .map(|why| speaker.text(why))
            .collect(),
    }
}

/// Without the seconds that networks report.
fn minutes(local: NaiveDateTime) -> chrono::NaiveTime {
    use chrono::Timelike;
    local.time().with_second(0).unwrap_or_else(|| local.time())
}

/// The time on a channel's own clock, when it shows another than the calendar's.
fn elsewhere(shown: &Shown<'_>, channel: ChannelIx, at: Instant) -> Option<String> {
    let (own, home) = (shown.ws.channel(channel).zone, shown.ws.calendar.zone);
    if own.offset_seconds(at) == home.offset_seconds(at) {
        return None;
    }
    let moment = instant(shown.lang, own.local(at));
    Some(match shown.lang {
        Lang::En => format!("{moment} in {}", own.name()),
        Lang::Fr => format!("{moment}, heure de {}", own.name()),
    })
}

fn absent(shown: &Shown<'_>, left: &LeftOut) -> Absent {
    let speaker = Speaker::new(shown.ws, left.placement, shown.lang);
    Absent {
        title: words::title(shown.ws, left.placement),
        channel: words::lane(shown.ws, shown.ws.placement(left.placement)),
        reasons: left
            .reasons
            .iter()
            .map(|reason| (speaker.text(reason), speaker.change(reason)))
            .collect(),
    }
}

fn other_days(shown: &Shown<'_>) -> Option<String> {
    let left = shown.schedule.left_out.iter();
    let n = left.filter(|left| is_for_other_days(left)).count();
    let lang = shown.lang;
    (n > 0).then(|| match lang {
        Lang::En => format!(
            "{} for other days, not planned here",
            count(lang, n, "slot to find", "slots to find")
        ),
        Lang::Fr => format!(
            "{} pour d’autres jours, hors de ce plan",
            count(lang, n, "créneau à trouver", "créneaux à trouver")
        ),
    })
}

fn opening(shown: &Shown<'_>, free: &Free) -> Opening {
    let (ws, lang) = (shown.ws, shown.lang);
    let local = ws.calendar.zone.local(free.start);
    let cause = match (&free.cause, lang) {
        (FreeCause::Cadence, Lang::En) => "to reach the cadence".to_owned(),
        (FreeCause::Cadence, Lang::Fr) => "pour tenir la cadence".to_owned(),
        (FreeCause::Series(id), _) => series(shown, id),
    };
    let pillar = free.pillar.map(|ix| words::pillar(ws, ix));
    let about = match (pillar, lang) {
        (Some(pillar), Lang::En) => format!("{pillar}, {cause}"),
        (Some(pillar), Lang::Fr) => format!("{pillar}, {cause}"),
        (None, _) => cause,
    };
    Opening {
        local,
        channel_ix: free.channel,
        moment: instant(lang, local),
        channel: words::channel(ws, free.channel, free.format.as_deref()),
        idea: format!("{about} (score\u{a0}{})", free.score),
    }
}

fn series(shown: &Shown<'_>, id: &str) -> String {
    let known = shown.ws.series.iter().find(|series| series.id.value == id);
    let title = known.and_then(|series| series.title.as_ref());
    let name = one_line(title.map_or(id, |title| &title.value));
    let name = crate::lang::quote(shown.lang, &name);
    match shown.lang {
        Lang::En => format!("for the regular feature {name}"),
        Lang::Fr => format!("pour le rendez-vous {name}"),
    }
}

fn dates(shown: &Shown<'_>) -> Vec<DateToKnow> {
    let concerns = |occurrence: &&Occurrence| {
        occurrence.channels.is_empty()
            || occurrence.channels.iter().any(|channel| shown.channels.contains(channel))
    };
    shown
        .ws
        .occurrences(shown.schedule.from, shown.schedule.to)
        .iter()
        .filter(concerns)
        .map(|occurrence| DateToKnow {
            when: when(shown.lang, occurrence.first, occurrence.last),
            name: one_line(occurrence.name.get(shown.lang)),
            effect: words::effect(occurrence.effect).map(|phrase| phrase.get(shown.lang)),
        })
        .collect()
}

fn when(lang: Lang, first: NaiveDate, last: NaiveDate) -> String {
    let (a, b) = (crate::lang::date_short(lang, first), crate::lang::date_short(lang, last));
    match (first == last, lang) {
        (true, _) => a,
        (false, Lang::En) => format!("{a} – {b}"),
        (false, Lang::Fr) => format!("du {a} au {b}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;

    #[test]
    fn gaps_are_rounded_up() {
        assert_eq!(at_most(Some(0.008_01)).as_deref(), Some("0.9"));
        assert_eq!(at_most(Some(0.01)).as_deref(), Some("1"));
        assert_eq!(at_most(Some(3.0)), None);
        assert_eq!(at_most(None), None);
    }

    #[test]
    fn a_week_is_named_and_a_stretch_is_not() {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(
            span(Lang::Fr, day("2026-11-23"), day("2026-11-29")),
            "semaine 48, du 23 au 29 novembre 2026"
        );
        assert_eq!(span(Lang::En, day("2026-11-24"), day("2026-11-29")), "24–29 November 2026");
    }

    #[test]
    fn the_museum_in_words() {
        let museum = museum();
        let view = View::of(&museum.shown(Lang::Fr));
        assert_eq!(view.brand, "Musée des Lumières");
        let first = &view.days[0].rows[0];
        assert_eq!((first.time.as_str(), first.channel.as_str()), ("9 h", "instagram"));
        assert_eq!(first.about(), "Jeux et énigmes · en relecture · proposé");
        assert!(view.left_out[0].reasons[0].0.contains("(2 moins 20\u{202f}% de réserve)"));
        assert!(view.dates.iter().any(|date| date.name == "Black Friday"));
    }
}
