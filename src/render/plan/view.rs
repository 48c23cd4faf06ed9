//! A plan in words, before any layout: what every form of it for people says.
//!
//! Text of the user's is on one safe line here; a renderer still escapes what its own form needs.
//! Days and times are those of the calendar's clock; where a channel has another clock, its own
//! time stands beside.

use super::chances::{self, ChancesTold};
use super::changes::{self, ChangesTold};
use super::dates::{self, DateToKnow};
use super::hours;
use super::next;
use super::numbers::{self, CadenceRow, MixTable};
use super::overdue::{self, Overdue};
use super::people::{self, PeopleTold};
use super::strain;
use super::untimed::untimed;
use super::{Shown, is_for_other_days};
use crate::lang::{
    Lang, clock, count, date_long, date_with_year, de, instant, percent, quote, span_of_days,
};
use crate::model::{
    Because, ChannelIx, Comeback, EventKind, Free, FreeCause, LeftOut, Occurrence, Placed,
    PlacedState,
};
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
    /// How good the plan is, and what is proven of it; nothing when nothing was suggested.
    pub verdict: Option<String>,
    /// Against the slots chosen before, where there were some.
    pub changes: Option<ChangesTold>,
    /// What goes out, day by day; days without anything are absent.
    pub days: Vec<Day>,
    /// What should have gone out before today.
    pub overdue: Vec<Overdue>,
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
    /// Dates to seize.
    pub chances: ChancesTold,
    /// Other dates to know.
    pub dates: Vec<DateToKnow>,
    /// How much is known of the hours, a line for channels in the same state.
    pub hours: Vec<String>,
    /// What each person has to do, and carries.
    pub people: PeopleTold,
    /// What to do next, the most pressing first, a sentence each; never empty.
    pub next: Vec<String>,
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
    /// On the calendar's clock; midnight where nobody wrote the time.
    pub local: NaiveDateTime,
    /// The channel's place in the file.
    pub channel_ix: ChannelIx,
    /// `12:30`, or that it is unknown.
    pub time: String,
    /// The same in a cell of the grid.
    pub short_time: String,
    /// The same on the channel's clock, where that differs.
    pub elsewhere: Option<String>,
    /// The channel, and the format of a lane of its own.
    pub channel: String,
    /// The post's id.
    pub id: String,
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
    /// Why there: what speaks for the slot.
    pub reasons: Vec<String>,
    /// What the slot costs: the mix, a slot chosen before, a step that comes late. The rest is in `why` and in JSON.
    pub costs: Vec<String>,
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
    /// The post's id.
    pub id: String,
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
    /// The evergreen post that may come back there.
    pub comeback: Option<String>,
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
                Lang::Fr => format!("heures {}", de(zone)),
            },
            verdict: verdict(shown),
            changes: changes::told(shown),
            days: days(shown),
            overdue: overdue::overdue(shown),
            left_out: left_out(shown)
                .filter(|left| !is_for_other_days(left))
                .map(|left| absent(shown, left))
                .collect(),
            other_days: other_days(shown),
            free: schedule.free.iter().map(|free| opening(shown, free)).collect(),
            mix: numbers::mix(shown),
            cadence: numbers::cadence(shown),
            chances: chances::told(shown),
            dates: dates::dates(shown),
            hours: hours::told(shown),
            people: people::told(shown),
            next: next::steps(shown),
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

/// Gaps past this many percent say nothing worth a figure.
const WORTH_A_FIGURE: f64 = 50.0;

/// What is proven of the plan, never more; nothing when it suggests nothing.
fn verdict(shown: &Shown<'_>) -> Option<String> {
    let (schedule, lang) = (shown.schedule, shown.lang);
    let suggested =
        schedule.placed.iter().filter(|placed| placed.state == PlacedState::Suggested).count();
    if suggested == 0 {
        return None;
    }
    let what = match lang {
        Lang::En => count(lang, suggested, "suggested slot", "suggested slots"),
        Lang::Fr => count(lang, suggested, "créneau proposé", "créneaux proposés"),
    };
    let proof = match (schedule.is_optimal(), at_most(schedule.gap()), lang) {
        (true, _, Lang::En) => "no plan does better".to_owned(),
        (true, _, Lang::Fr) => "aucun plan ne fait mieux".to_owned(),
        (false, Some(gap), Lang::En) => {
            format!("a plan up to {} better cannot be ruled out", percent(lang, gap))
        }
        (false, Some(gap), Lang::Fr) => {
            format!("un plan jusqu’à {} meilleur n’est pas exclu", percent(lang, gap))
        }
        (false, None, Lang::En) => "a better plan cannot be ruled out".to_owned(),
        (false, None, Lang::Fr) => "un meilleur plan n’est pas exclu".to_owned(),
    };
    Some(match lang {
        Lang::En => format!("{what}; {proof}"),
        Lang::Fr => format!("{what}\u{202f}; {proof}"),
    })
}

/// The gap in whole percent, rounded up, so that "up to" stays true; none where it is too wide.
fn at_most(gap: Option<f64>) -> Option<String> {
    let percent = (gap? * 100.0).ceil();
    (0.0..=WORTH_A_FIGURE).contains(&percent).then(|| format!("{percent:.0}"))
}

fn days(shown: &Shown<'_>) -> Vec<Day> {
    let mut rows: Vec<Row> = untimed(shown);
    rows.extend(shown.schedule.placed.iter().map(|placed| row(shown, placed)));
    rows.sort_by_key(|row| row.local);
    let mut days: Vec<Day> = Vec::new();
    for row in rows {
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
        short_time: clock(lang, minutes(local)),
        time: clock(lang, minutes(local)),
        elsewhere: elsewhere(shown, placement.channel, placed.start),
        channel: words::lane(ws, placement),
        id: words::id(ws, placed.placement),
        title: words::title(ws, placed.placement),
        pillar: placement.pillar.map(|ix| words::pillar(ws, ix)),
        status: words::status(placement.status.value).get(lang),
        state: placed.state,
        state_word: words::state(placed.state).get(lang),
        reasons: placed
            .why
            .iter()
            .filter(|why| why.delta.is_none_or(|delta| delta >= 0))
            .map(|why| speaker.text(why))
            .collect(),
        costs: placed
            .why
            .iter()
            .filter(|why| why.delta.is_some_and(|delta| delta < 0))
            .filter(|why| matches!(why.cause, Because::Mix | Because::Move { .. }))
            .map(|why| match lang {
                Lang::En => format!("but it {}", speaker.text(why).trim_start_matches("it ")),
                Lang::Fr => format!("mais {}", speaker.text(why)),
            })
            .chain(strain::told(shown, placed.placement, (placed.start, placed.state)))
            .collect(),
    }
}

/// Without the seconds that networks report.
fn minutes(local: NaiveDateTime) -> chrono::NaiveTime {
    use chrono::Timelike;
    local.time().with_second(0).unwrap_or_else(|| local.time())
}

/// The time on a channel's own clock, when it shows another than the calendar's.
pub(super) fn elsewhere(shown: &Shown<'_>, channel: ChannelIx, at: Instant) -> Option<String> {
    let (own, home) = (shown.ws.channel(channel).zone, shown.ws.calendar.zone);
    if own.offset_seconds(at) == home.offset_seconds(at) {
        return None;
    }
    let moment = instant(shown.lang, own.local(at));
    Some(match shown.lang {
        Lang::En => format!("{moment} in {}", own.name()),
        Lang::Fr => format!("{moment}, heure {}", de(own.name())),
    })
}

/// What has no slot, but for what is overdue, which is told apart.
pub(super) fn left_out<'a>(shown: &Shown<'a>) -> impl Iterator<Item = &'a LeftOut> {
    let late = overdue::placements(shown);
    shown.schedule.left_out.iter().filter(move |left| !late.contains(&left.placement))
}

fn absent(shown: &Shown<'_>, left: &LeftOut) -> Absent {
    let speaker = Speaker::new(shown.ws, left.placement, shown.lang).at(shown.now);
    Absent {
        id: words::id(shown.ws, left.placement),
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
    let n = left_out(shown).filter(|left| is_for_other_days(left)).count();
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
    let holiday = holiday(shown, free, local.date());
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
        idea: format!("{about} (score\u{a0}{}){}", free.score, holiday.unwrap_or_default()),
        comeback: free.comeback.map(|back| comeback(shown, back)),
    }
}

/// ` · Christmas Day`: the holiday that a slot to fill falls on.
fn holiday(shown: &Shown<'_>, free: &Free, day: NaiveDate) -> Option<String> {
    let all = shown.ws.occurrences(day, day);
    let is_one = |one: &&Occurrence| one.kind == EventKind::Holiday && one.concerns(free.channel);
    let name = one_line(all.iter().find(is_one)?.name.get(shown.lang));
    Some(match shown.lang {
        Lang::En => format!(" · public holiday: {name}"),
        Lang::Fr => format!(" · jour férié\u{a0}: {name}"),
    })
}

fn series(shown: &Shown<'_>, id: &str) -> String {
    let known = shown.ws.series.iter().find(|series| series.id.value == id);
    let title = known.and_then(|series| series.title.as_ref());
    let name = one_line(title.map_or(id, |title| &title.value));
    let name = quote(shown.lang, &name);
    match shown.lang {
        Lang::En => format!("for the regular feature {name}"),
        Lang::Fr => format!("pour le rendez-vous {name}"),
    }
}

/// `or bring back “Title” (its-id), last out on 3 August 2026`.
fn comeback(shown: &Shown<'_>, back: Comeback) -> String {
    let (lang, post) = (shown.lang, shown.ws.post(back.post));
    let title = quote(lang, &one_line(post.headline()));
    let (id, last) = (one_line(&post.id.name), date_with_year(lang, back.last));
    match lang {
        Lang::En => format!("or bring back {title} ({id}), last out on {last}"),
        Lang::Fr => format!("ou faites revenir {title} ({id}), parue le {last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Reason;
    use crate::render::plan::sample::museum;

    #[test]
    fn gaps_are_rounded_up() {
        assert_eq!(at_most(Some(0.008_01)).as_deref(), Some("1"));
        assert_eq!(at_most(Some(0.165)).as_deref(), Some("17"));
        assert_eq!(at_most(Some(0.51)), None);
        assert_eq!(at_most(None), None);
    }

    #[test]
    fn the_verdict_is_in_plain_words() {
        let mut museum = museum();
        let said =
            |museum: &crate::render::plan::sample::Museum, lang| verdict(&museum.shown(lang));
        assert_eq!(
            said(&museum, Lang::Fr).as_deref(),
            Some("3 créneaux proposés\u{202f}; aucun plan ne fait mieux")
        );
        museum.schedule.bound = museum.schedule.objective * 7 / 6;
        assert_eq!(
            said(&museum, Lang::Fr).as_deref(),
            Some(
                "3 créneaux proposés\u{202f}; un plan jusqu’à 17\u{202f}% meilleur n’est pas exclu"
            )
        );
        museum.schedule.bound *= 2;
        let wide = said(&museum, Lang::En).unwrap();
        assert!(wide.ends_with("; a better plan cannot be ruled out"), "{wide}");
        museum.schedule.placed.retain(|placed| placed.state != PlacedState::Suggested);
        assert_eq!(said(&museum, Lang::En), None);
    }

    #[test]
    fn a_slot_to_fill_on_a_holiday_says_so() {
        let mut museum = museum();
        museum.schedule.free[0].start =
            crate::render::plan::sample::at("2026-12-25T19:00:00+01:00");
        let idea = |lang| View::of(&museum.shown(lang)).free[0].idea.clone();
        assert!(idea(Lang::Fr).ends_with(" · jour férié\u{a0}: Noël"), "{}", idea(Lang::Fr));
        assert!(idea(Lang::En).contains(" · public holiday: Christmas"), "{}", idea(Lang::En));
    }

    #[test]
    fn what_a_slot_costs_is_told() {
        let mut museum = museum();
        let cost = |cause| Reason { delta: Some(-900), ..Reason::new(cause) };
        let from = museum.schedule.placed[1].start;
        museum.schedule.placed[0].why.extend([cost(Because::Mix), cost(Because::Move { from })]);
        let costs = |lang| View::of(&museum.shown(lang)).days[0].rows[0].costs.clone();
        assert_eq!(costs(Lang::Fr)[0], "mais éloigne le mix de ses objectifs");
        assert_eq!(costs(Lang::En)[0], "but it takes the mix away from its targets");
        assert!(costs(Lang::En)[1].starts_with("but it leaves the slot chosen before"));
        let list = crate::render::plan::table::render(
            &museum.shown(Lang::Fr),
            100,
            crate::render::plan::Ink::Unicode,
        );
        assert!(list.contains("mais quitte le créneau déjà choisi"), "{list}");
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
