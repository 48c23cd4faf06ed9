//! What a plan changes against the slots chosen before, in words and as data.

use super::Shown;
use super::json::{WhyOut, names, why};
use crate::lang::{Lang, count, instant};
use crate::model::{Because, Change, ChangeKind, Changes, Reason, Stop, Workspace};
use crate::render::reason::Speaker;
use crate::render::words;
use serde::Serialize;

/// New slots listed one by one, at most: past that the plan itself is the list.
const NEW_SHOWN: usize = 5;

/// The changes of a plan, in words.
#[derive(Clone, Debug)]
pub struct ChangesTold {
    /// `5 slots kept · 1 moved`.
    pub summary: String,
    /// Change by change.
    pub rows: Vec<ChangeRow>,
}

/// One change, in words.
#[derive(Clone, Debug)]
pub struct ChangeRow {
    /// How the slot differs.
    pub kind: ChangeKind,
    /// The post's id.
    pub id: String,
    /// The title and the channel.
    pub head: String,
    /// From where to where.
    pub route: String,
    /// Why.
    pub reasons: Vec<String>,
}

/// The changes of a plan in words; nothing where no slot had been chosen before.
pub(super) fn told(shown: &Shown<'_>) -> Option<ChangesTold> {
    let changes = shown.schedule.changes.as_ref()?;
    let new = changes.list.iter().filter(|change| change.kind() == ChangeKind::Added).count();
    let listed = |change: &&Change| new <= NEW_SHOWN || change.kind() != ChangeKind::Added;
    let rows = changes.list.iter().filter(listed);
    Some(ChangesTold {
        summary: summary(shown.lang, changes),
        rows: rows.map(|change| row(shown.ws, change, shown.lang)).collect(),
    })
}

const KEPT: &str = "slot kept";

/// How many stay, move, are lost and are new; past those that stay, what is none is left out.
fn summary(lang: Lang, changes: &Changes) -> String {
    let n = |kind| changes.list.iter().filter(|change| change.kind() == kind).count();
    let (moved, lost, new) = (n(ChangeKind::Moved), n(ChangeKind::Removed), n(ChangeKind::Added));
    let kept = changes.kept.len();
    let say = |n: usize, en: (&str, &str), fr: (&str, &str)| match lang {
        _ if n == 0 && en.0 != KEPT => None,
        Lang::En => Some(count(lang, n, en.0, en.1)),
        Lang::Fr => Some(count(lang, n, fr.0, fr.1)),
    };
    let parts = [
        say(kept, (KEPT, "slots kept"), ("créneau conservé", "créneaux conservés")),
        say(moved, ("moved", "moved"), ("déplacé", "déplacés")),
        say(lost, ("lost", "lost"), ("perdu", "perdus")),
        say(new, ("new", "new"), ("nouveau", "nouveaux")),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    match (moved + lost + new, lang) {
        (0, Lang::En) => format!("nothing: {text}"),
        (0, Lang::Fr) => format!("rien\u{a0}: {text}"),
        _ => text,
    }
}

/// One change in words.
#[must_use]
pub fn row(ws: &Workspace, change: &Change, lang: Lang) -> ChangeRow {
    let moment = |stop: Stop| instant(lang, ws.calendar.zone.local(stop.start));
    let route = match (change.from, change.to, lang) {
        (Some(from), Some(to), Lang::En) => format!("from {} to {}", moment(from), moment(to)),
        (Some(from), Some(to), Lang::Fr) => format!("du {} au {}", moment(from), moment(to)),
        (Some(from), None, Lang::En) => format!("loses its slot of {}", moment(from)),
        (Some(from), None, Lang::Fr) => format!("perd son créneau du {}", moment(from)),
        (None, Some(to), Lang::En) => format!("new, {}", moment(to)),
        (None, Some(to), Lang::Fr) => format!("nouveau, {}", moment(to)),
        (None, None, _) => String::new(),
    };
    let reasons = match change.kind() {
        // The plan itself says why a new slot is good.
        ChangeKind::Added => Vec::new(),
        _ => change.reasons.iter().map(|reason| because(ws, change, reason, lang)).collect(),
    };
    ChangeRow {
        kind: change.kind(),
        id: words::id(ws, change.placement),
        head: format!(
            "{}, {}",
            words::title(ws, change.placement),
            words::lane(ws, ws.placement(change.placement))
        ),
        route,
        reasons,
    }
}

/// A reason of a change: of the score, both are told; a rule that closes is one of the old slot.
fn because(ws: &Workspace, change: &Change, reason: &Reason, lang: Lang) -> String {
    match (&reason.cause, change.from, change.to) {
        (Because::Score { .. }, Some(from), Some(to)) => match lang {
            Lang::En => format!("a better slot: score {} rather than {}", to.score, from.score),
            Lang::Fr => {
                format!("meilleur créneau\u{a0}: score {} au lieu de {}", to.score, from.score)
            }
        },
        _ => {
            let text = Speaker::new(ws, change.placement, lang).text(reason);
            match (change.kind(), reason.delta, lang) {
                (ChangeKind::Moved, None, Lang::En) => format!("old slot: {text}"),
                (ChangeKind::Moved, None, Lang::Fr) => format!("ancien créneau\u{a0}: {text}"),
                _ => text,
            }
        }
    }
}

/// A change for machines.
#[derive(Serialize)]
pub(super) struct ChangeOut<'a> {
    post: &'a str,
    channel: &'a str,
    from: Option<String>,
    to: Option<String>,
    kind: &'static str,
    reasons: Vec<WhyOut>,
}

/// Changes for machines, on the clocks of their channels.
pub(super) fn values<'a>(ws: &'a Workspace, list: &[Change], lang: Lang) -> Vec<ChangeOut<'a>> {
    list.iter()
        .map(|change| {
            let (post, channel) = names(ws, change.placement);
            let zone = ws.channel(ws.placement(change.placement).channel).zone;
            let at = |stop: Option<Stop>| stop.map(|stop| zone.rfc3339(stop.start));
            let speaker = match change.kind() {
                ChangeKind::Added => Speaker::of_slot(ws, change.placement, lang),
                _ => Speaker::new(ws, change.placement, lang),
            };
            let reason = |reason: &Reason| WhyOut {
                text: match change.kind() {
                    ChangeKind::Added => speaker.text(reason),
                    _ => because(ws, change, reason, lang),
                },
                ..why(&speaker, reason)
            };
            ChangeOut {
                post,
                channel,
                from: at(change.from),
                to: at(change.to),
                kind: kind_key(change.kind()),
                reasons: change.reasons.iter().map(reason).collect(),
            }
        })
        .collect()
}

/// The word of machine output.
const fn kind_key(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Moved => "moved",
        ChangeKind::Removed => "removed",
        ChangeKind::Added => "added",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::{Museum, at, museum};
    use crate::render::plan::{Ink, json, markdown, only, table};

    fn stop(time: &str, score: u8) -> Option<Stop> {
        Some(Stop { start: at(&format!("2026-11-{time}:00+01:00")), score })
    }

    /// The museum, one slot kept, one moved for its score, one lost to the week's cap, one new.
    fn replanned() -> Museum {
        let mut museum = museum();
        let gain =
            Because::Score { score: 90, best: 90, origin: crate::model::ScoreOrigin::Windows };
        let list = vec![
            Change {
                placement: museum.find("klimt-teaser", "instagram"),
                from: stop("25T09:00", 60),
                to: stop("26T12:30", 90),
                reasons: vec![Reason { delta: Some(15_000), ..Reason::new(gain) }],
            },
            Change {
                placement: museum.find("coffret-fetes", "newsletter"),
                from: stop("24T10:00", 85),
                to: None,
                reasons: museum.schedule.left_out[0].reasons.clone(),
            },
            Change {
                placement: museum.find("nocturne-novembre", "facebook"),
                from: None,
                to: stop("25T12:30", 85),
                reasons: museum.schedule.placed[3].why.clone(),
            },
        ];
        let kept = vec![museum.find("nocturne-novembre", "instagram")];
        museum.schedule.changes = Some(Changes { kept, list });
        museum
    }

    #[test]
    fn a_plan_says_what_it_changes_in_every_form() {
        let museum = replanned();
        for (lang, expected) in [
            (
                Lang::En,
                [
                    "What changes",
                    "1 slot kept · 1 moved · 1 lost · 1 new",
                    "from Wed 25 Nov at 09:00 to Thu 26 Nov at 12:30",
                    "a better slot: score 90 rather than 60",
                    "loses its slot of Tue 24 Nov at 10:00",
                    "the week is full on newsletter",
                ],
            ),
            (
                Lang::Fr,
                [
                    "Ce qui change",
                    "1 créneau conservé · 1 déplacé · 1 perdu · 1 nouveau",
                    "du mer. 25 nov. à 9 h au jeu. 26 nov. à 12 h 30",
                    "meilleur créneau\u{a0}: score 90 au lieu de 60",
                    "perd son créneau du mar. 24 nov. à 10 h",
                    "la semaine est pleine sur newsletter",
                ],
            ),
        ] {
            let shown = museum.shown(lang);
            let screen = table::render(&shown, 100, Ink::Unicode);
            for text in
                [anstream::adapter::strip_str(&screen).to_string(), markdown::render(&shown)]
            {
                for words in expected {
                    assert!(text.contains(words), "{words}\n{text}");
                }
            }
        }
    }

    #[test]
    fn machines_read_them_as_data() {
        let museum = replanned();
        let line = json::render(&museum.shown(Lang::En), Vec::new());
        let plan: serde_json::Value = serde_json::from_str(&line).unwrap();
        let first = &plan["changes"][0];
        assert_eq!(first["kind"], "moved");
        assert_eq!(first["from"], "2026-11-25T09:00:00+01:00");
        assert_eq!(first["to"], "2026-11-26T12:30:00+01:00");
        assert_eq!(first["reasons"][0]["code"], "score");
        assert_eq!(first["reasons"][0]["delta"], 15_000);
        assert_eq!(plan["changes"][1]["to"], serde_json::Value::Null);
        assert_eq!(plan["changes"][1]["kind"], "removed");
        assert_eq!(plan["changes"][2]["kind"], "added");
    }

    #[test]
    fn without_slots_from_before_nothing_is_said() {
        let mut museum = museum();
        assert!(!markdown::render(&museum.shown(Lang::En)).contains("What changes"));
        assert!(!json::render(&museum.shown(Lang::En), Vec::new()).contains("\"changes\""));
        let kept = vec![museum.find("nocturne-novembre", "instagram")];
        museum.schedule.changes = Some(Changes { kept, list: Vec::new() });
        let text = markdown::render(&museum.shown(Lang::En));
        assert!(text.contains("nothing: 1 slot kept"), "{text}");
    }

    #[test]
    fn a_channel_shows_its_own_changes() {
        let museum = replanned();
        let part = only(&museum.schedule, &museum.ws, &museum.channels[..1]);
        let changes = part.changes.unwrap();
        assert_eq!((changes.kept.len(), changes.list.len()), (1, 1));
    }
}
