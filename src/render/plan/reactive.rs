//! What an urgent post would do to a plan: where it goes, and what gives way.

use super::changes::{self, ChangeOut, ChangeRow, row};
use super::json::{WhyOut, why};
use super::list::Pen;
use super::markdown::{change, escape, words_of_ours};
use super::view::elsewhere;
use super::{Ink, Shown, Voice};
use crate::lang::{Lang, clock, count, date_long, number};
use crate::model::{ChannelIx, Reactive, Reserve, UrgentOn, UrgentSlot};
use crate::render::lines::{hang, one_line, wrap};
use crate::render::reason::Speaker;
use crate::render::words;
use anstyle::Style;
use serde::Serialize;

/// The answer in words.
struct Told {
    heading: String,
    answer: String,
    channels: Vec<ChannelTold>,
    /// What to do to hold the best slot.
    next: Option<String>,
}

/// One channel in words.
struct ChannelTold {
    name: String,
    about: String,
    changes: Vec<ChangeRow>,
    /// Another slot, for which nothing moves.
    calm: Option<String>,
    reasons: Vec<String>,
}

/// The answer for a terminal, as styled lines of at most `columns` columns.
#[must_use]
pub fn table(shown: &Shown<'_>, reactive: &Reactive, columns: usize, ink: Ink) -> String {
    let told = told(shown, reactive);
    let pen = Pen { columns, ink, lang: shown.lang };
    let bold = Style::new().bold();
    let mut out = String::new();
    let mut push = |style: Style, lines: Vec<String>| {
        for line in lines {
            out.push_str(&format!("{style}{line}{style:#}\n"));
        }
    };
    push(Style::new(), wrap(&pen.plain(&told.heading), columns));
    push(bold, wrap(&told.answer, columns));
    if let Some(remark) = shown.remark {
        push(Style::new().dimmed(), wrap(remark, columns));
    }
    for channel in &told.channels {
        let mut part = String::new();
        pen.channel(&mut part, channel);
        out.push('\n');
        out.push_str(&part);
    }
    if let (Some(next), Voice::Full) = (&told.next, shown.voice) {
        out.push('\n');
        for line in wrap(next, columns) {
            out.push_str(&format!("{bold}{line}{bold:#}\n"));
        }
    }
    match ink {
        Ink::Unicode => out,
        // As wide as the spaces that plain terminals lack.
        Ink::Ascii => out.replace(['\u{a0}', '\u{202f}'], " ").replace('−', "-"),
    }
}

impl Pen {
    fn channel(self, out: &mut String, channel: &ChannelTold) {
        let mut push = |style: Style, lines: Vec<String>| {
            for line in lines {
                out.push_str(&format!("{style}{line}{style:#}\n"));
            }
        };
        let head = format!("{}  ", channel.name);
        push(Style::new(), hang(&head, &self.plain(&channel.about), self.columns));
        for reason in &channel.reasons {
            let lead = format!("    {} ", self.bullet());
            push(Style::new().dimmed(), hang(&lead, reason, self.columns));
        }
        if let Some(calm) = &channel.calm {
            push(Style::new(), hang("    ", calm, self.columns));
        }
        channel.changes.iter().for_each(|row| self.change(out, row));
    }
}

/// The answer as Markdown.
#[must_use]
pub fn markdown(shown: &Shown<'_>, reactive: &Reactive) -> String {
    let told = told(shown, reactive);
    let mut out = format!("# {}\n\n**{}**\n", escape(&told.heading), escape(&told.answer));
    if let Some(remark) = shown.remark {
        out.push_str(&format!("\n{}\n", escape(remark)));
    }
    for channel in &told.channels {
        out.push_str(&format!("\n## {}\n\n{}\n", escape(&channel.name), escape(&channel.about)));
        if let Some(calm) = &channel.calm {
            out.push_str(&format!("\n{}\n", escape(calm)));
        }
        if !channel.changes.is_empty() || !channel.reasons.is_empty() {
            out.push('\n');
        }
        for reason in &channel.reasons {
            out.push_str(&format!("- {}\n", words_of_ours(reason)));
        }
        channel.changes.iter().for_each(|row| change(&mut out, row));
    }
    if let (Some(next), Voice::Full) = (&told.next, shown.voice) {
        out.push_str(&format!("\n{}\n", words_of_ours(next)));
    }
    out
}

fn told(shown: &Shown<'_>, reactive: &Reactive) -> Told {
    let lang = shown.lang;
    let brand = one_line(&shown.ws.calendar.name);
    let day = date_long(lang, reactive.day);
    Told {
        heading: match lang {
            Lang::En => format!("{brand} · an urgent post on {day}"),
            Lang::Fr => format!("{brand} · une publication urgente le {day}"),
        },
        answer: answer(shown, reactive),
        channels: reactive.channels.iter().map(|on| channel(shown, reactive, on)).collect(),
        next: best(reactive).map(|(on, slot)| next(shown, on, slot)),
    }
}

/// How to hold a slot so that nothing else happens than what is told: the moves are written too,
/// and where the post lives on the reserve the slots are locked, for a plan alone keeps it free.
fn next(shown: &Shown<'_>, on: &UrgentOn, slot: &UrgentSlot) -> String {
    let at = shown.ws.channel(on.channel).zone.local(slot.start);
    let at = at.format("%Y-%m-%dT%H:%M:%S");
    match (slot.reserve, slot.changes.is_empty(), shown.lang) {
        (Reserve::Untouched, true, Lang::En) => {
            format!("To hold it, add the post with `at = {at}`, and plan again.")
        }
        (Reserve::Untouched, true, Lang::Fr) => format!(
            "Pour le réserver, ajoutez la publication avec `at = {at}`, puis planifiez à nouveau."
        ),
        (Reserve::Untouched, false, Lang::En) => format!(
            "To hold it, add the post with `at = {at}`, write each changed slot above into its post as `on.CHANNEL.slot`, and plan again."
        ),
        (Reserve::Untouched, false, Lang::Fr) => format!(
            "Pour le réserver, ajoutez la publication avec `at = {at}`, écrivez chaque créneau changé ci-dessus dans sa publication sous le nom `on.CANAL.slot`, puis planifiez à nouveau."
        ),
        (Reserve::Used, true, Lang::En) => format!(
            "To hold it, add the post with `at = {at}`, write the slots of the plan into their posts as `on.CHANNEL.slot`, and plan with `--keep`: a plan without it keeps the reserve free, and another post may lose its slot."
        ),
        (Reserve::Used, true, Lang::Fr) => format!(
            "Pour le réserver, ajoutez la publication avec `at = {at}`, écrivez les créneaux du plan dans leurs publications sous le nom `on.CANAL.slot`, puis planifiez avec `--keep`\u{a0}: sans cette option, le plan garde la réserve libre et une autre publication peut perdre son créneau."
        ),
        (Reserve::Used, false, Lang::En) => format!(
            "To hold it, add the post with `at = {at}`, write the slots of the plan, changed as above, into their posts as `on.CHANNEL.slot`, and plan with `--keep`: a plan without it keeps the reserve free, and another post may lose its slot."
        ),
        (Reserve::Used, false, Lang::Fr) => format!(
            "Pour le réserver, ajoutez la publication avec `at = {at}`, écrivez les créneaux du plan, changés comme ci-dessus, dans leurs publications sous le nom `on.CANAL.slot`, puis planifiez avec `--keep`\u{a0}: sans cette option, le plan garde la réserve libre et une autre publication peut perdre son créneau."
        ),
    }
}

fn best(reactive: &Reactive) -> Option<(&UrgentOn, &UrgentSlot)> {
    let on = &reactive.channels[reactive.best?];
    Some((on, on.slot.as_ref()?))
}

/// The short answer: the best channel and slot, and how much has to give way.
fn answer(shown: &Shown<'_>, reactive: &Reactive) -> String {
    let lang = shown.lang;
    let Some((on, slot)) = best(reactive) else {
        return match lang {
            Lang::En => "No channel has a slot for it that day.".to_owned(),
            Lang::Fr => "Aucun canal n’a de créneau ce jour-là.".to_owned(),
        };
    };
    let name = words::channel(shown.ws, on.channel, None);
    let (when, moves) = (at_length(shown, on.channel, slot), moves(lang, slot));
    match lang {
        Lang::En => format!("Best: {name} at {when}; {moves}."),
        Lang::Fr => format!("Le mieux\u{a0}: {name} à {when}\u{202f}; {moves}."),
    }
}

/// On the calendar's clock and, where it is another, on the channel's: `12:30 (Sat 28 Nov at 00:30
/// in Pacific/Auckland)`.
fn at_length(shown: &Shown<'_>, channel: ChannelIx, slot: &UrgentSlot) -> String {
    let time = time(shown, slot);
    match elsewhere(shown, channel, slot.start) {
        Some(own) => format!("{time} ({own})"),
        None => time,
    }
}

/// On the calendar's clock.
fn time(shown: &Shown<'_>, slot: &UrgentSlot) -> String {
    clock(shown.lang, shown.ws.calendar.zone.local(slot.start).time())
}

fn moves(lang: Lang, slot: &UrgentSlot) -> String {
    match (slot.changes.len(), lang) {
        (0, Lang::En) => "nothing has to move".to_owned(),
        (0, Lang::Fr) => "rien ne bouge".to_owned(),
        (n, Lang::En) => count(lang, n, "slot changes", "slots change"),
        (n, Lang::Fr) => count(lang, n, "créneau change", "créneaux changent"),
    }
}

fn channel(shown: &Shown<'_>, reactive: &Reactive, on: &UrgentOn) -> ChannelTold {
    let (lang, ws) = (shown.lang, &reactive.ws);
    let speaker = Speaker::new(ws, on.placement, lang).at(shown.now);
    let reasons = on.reasons.iter().map(|why| speaker.text(why));
    ChannelTold {
        name: words::channel(shown.ws, on.channel, None),
        about: match (&on.slot, lang) {
            (Some(slot), _) => about(shown, reactive, on.channel, slot),
            (None, Lang::En) => "no slot that day".to_owned(),
            (None, Lang::Fr) => "pas de créneau ce jour-là".to_owned(),
        },
        changes: on.slot.iter().flat_map(|s| &s.changes).map(|c| row(ws, c, lang)).collect(),
        calm: on.calm.as_ref().map(|calm| calmly(shown, on.channel, calm)),
        reasons: reasons.collect(),
    }
}

/// `12:30 (score 90) · 1 slot changes · the rest of the plan loses 4,400 of 250,800 points`.
fn about(shown: &Shown<'_>, reactive: &Reactive, channel: ChannelIx, slot: &UrgentSlot) -> String {
    let lang = shown.lang;
    let points = number(lang, slot.cost.saturating_abs());
    let all = number(lang, reactive.objective);
    let cost = match (slot.cost, lang) {
        (0, _) => None,
        (1.., Lang::En) => Some(format!("the rest of the plan loses {points} of {all} points")),
        (1.., Lang::Fr) => Some(format!("le reste du plan perd {points} points sur {all}")),
        (_, Lang::En) => Some(format!("the rest of the plan gains {points} points")),
        (_, Lang::Fr) => Some(format!("le reste du plan gagne {points} points")),
    };
    let reserve = (slot.reserve == Reserve::Used).then(|| match lang {
        Lang::En => "uses the reserve".to_owned(),
        Lang::Fr => "prise sur la réserve".to_owned(),
    });
    let score = format!("{} (score\u{a0}{})", time(shown, slot), slot.score);
    let own = elsewhere(shown, channel, slot.start);
    let parts = [Some(score), own, Some(moves(lang, slot)), cost, reserve];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn calmly(shown: &Shown<'_>, channel: ChannelIx, slot: &UrgentSlot) -> String {
    let (when, score) = (at_length(shown, channel, slot), slot.score);
    match shown.lang {
        Lang::En => format!("or {when} (score\u{a0}{score}): nothing has to move"),
        Lang::Fr => format!("ou {when} (score\u{a0}{score})\u{a0}: rien ne bouge"),
    }
}

/// The answer for machines.
#[derive(Serialize)]
pub(super) struct ReactiveOut<'a> {
    day: String,
    best: Option<&'a str>,
    channels: Vec<OnOut<'a>>,
}

#[derive(Serialize)]
struct OnOut<'a> {
    channel: &'a str,
    slot: Option<SlotOut<'a>>,
    calm: Option<SlotOut<'a>>,
    reasons: Vec<WhyOut>,
}

#[derive(Serialize)]
struct SlotOut<'a> {
    start: String,
    score: u8,
    reserve: bool,
    cost: i64,
    changes: Vec<ChangeOut<'a>>,
}

/// The answer for machines; times carry the offset of their channel.
pub(super) fn value<'a>(shown: &Shown<'_>, reactive: &'a Reactive) -> ReactiveOut<'a> {
    let (ws, lang) = (&reactive.ws, shown.lang);
    let slot = |on: &UrgentOn, slot: &UrgentSlot| SlotOut {
        start: ws.channel(on.channel).zone.rfc3339(slot.start),
        score: slot.score,
        reserve: slot.reserve == Reserve::Used,
        cost: slot.cost,
        changes: changes::values(ws, &slot.changes, lang),
    };
    ReactiveOut {
        day: reactive.day.to_string(),
        best: best(reactive).map(|(on, _)| ws.channel(on.channel).id.value.as_str()),
        channels: reactive
            .channels
            .iter()
            .map(|on| {
                let speaker = Speaker::new(ws, on.placement, lang).at(shown.now);
                OnOut {
                    channel: ws.channel(on.channel).id.value.as_str(),
                    slot: on.slot.as_ref().map(|one| slot(on, one)),
                    calm: on.calm.as_ref().map(|one| slot(on, one)),
                    reasons: on.reasons.iter().map(|reason| why(&speaker, reason)).collect(),
                }
            })
            .collect(),
    }
}
