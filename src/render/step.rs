//! A step of a post in one line: what, by when or how late, and who stands in. A plan and a report
//! say it in the same words.

use super::lines::one_line;
use crate::lang::{Lang, count, date_short, quote};
use crate::model::{PersonIx, Workspace};
use crate::workflow::{Certainty, Desk, Step, Turn, away, step_name};

/// `draft of “Klimt”: 2 working days late (due Wed 18 Nov)`, with the absence of who is next.
#[must_use]
pub fn step_line(lang: Lang, desk: &Desk<'_>, step: &Step, turn: &Turn) -> String {
    let post = desk.ws.post_of(desk.ws.placement(step.placement));
    let title = quote(lang, &one_line(post.headline()));
    let (what, due) = (step_name(step.kind).get(lang), date_short(lang, step.due));
    let mut text = match (lang, step.late) {
        (Lang::En, None) => format!("{what} of {title}: by {due}"),
        (Lang::Fr, None) => format!("{what} de {title}\u{a0}: pour le {due}"),
        (Lang::En, Some(days)) => format!("{what} of {title}: {} (due {due})", late(lang, days)),
        (Lang::Fr, Some(days)) => {
            format!("{what} de {title}\u{a0}: {} (pour le {due})", late(lang, days))
        }
    };
    if step.slot.certainty != Certainty::Known {
        let day = date_short(lang, step.slot.day);
        text.push_str(&match lang {
            Lang::En => format!(", should it go out on {day}"),
            Lang::Fr => format!(", pour une parution le {day}"),
        });
    }
    if let Some(absence) = &turn.away {
        let that_day = absence.from == absence.to && absence.from == step.due;
        let absent = match (that_day, lang) {
            (true, Lang::En) => "away that day".to_owned(),
            (true, Lang::Fr) => "pas là ce jour-là".to_owned(),
            (false, _) => away(lang, absence, desk.today),
        };
        let other = turn.backup.as_ref().map(|(ix, _)| one_line(&desk.ws.person(*ix).name));
        text.push_str(&match (other, lang) {
            (Some(other), Lang::En) => format!(" ({absent}: {other} can stand in)"),
            (Some(other), Lang::Fr) => format!(" ({absent}\u{a0}: {other} peut prendre le relais)"),
            (None, _) => format!(" ({absent})"),
        });
    }
    text
}

/// Who is next on a step; or that nobody is named.
#[must_use]
pub fn next_name(lang: Lang, ws: &Workspace, who: Option<PersonIx>) -> String {
    match (who, lang) {
        (Some(ix), _) => one_line(&ws.person(ix).name),
        (None, Lang::En) => "Nobody is named".to_owned(),
        (None, Lang::Fr) => "Personne n’est désigné".to_owned(),
    }
}

/// `3 working days late`; of a step due on the last working day, `late`.
fn late(lang: Lang, days: u32) -> String {
    let n = usize::try_from(days).unwrap_or(usize::MAX);
    match (lang, n) {
        (Lang::En, 0) => "late".to_owned(),
        (Lang::Fr, 0) => "en retard".to_owned(),
        (Lang::En, _) => format!("{} late", count(lang, n, "working day", "working days")),
        (Lang::Fr, _) => format!("{} de retard", count(lang, n, "jour ouvré", "jours ouvrés")),
    }
}
