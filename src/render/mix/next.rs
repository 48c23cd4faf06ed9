//! What to write next, in words.

use super::Shown;
use super::view::{name, wanted};
use crate::balance::{ENOUGH, Owed, Sheet, Step};
use crate::lang::{Lang, count, list};
use crate::render::lines::one_line;
use crate::render::words;

/// What to write next.
#[derive(Clone, Debug)]
pub struct Next {
    /// `2 × Backstage, 1 × Quiz`, or that nothing is owed.
    pub what: String,
    /// What that leads to.
    pub then: Option<String>,
}

/// What to write next for a window, and what that leads to.
pub(super) fn next(shown: &Shown<'_>, sheet: &Sheet) -> Next {
    let (owed, lang) = (&sheet.owed, shown.lang);
    let last = sheet.days.1.map_or(shown.days.1, |last| last.min(shown.days.1));
    if last < shown.today {
        let what = match lang {
            Lang::En => "these days are over",
            Lang::Fr => "ces jours sont passés",
        };
        return Next { what: what.to_owned(), then: None };
    }
    let steps: Vec<String> = owed.steps.iter().map(|step| told(shown, step)).collect();
    if !steps.is_empty() {
        let then = match owed.unmet.is_empty() {
            true => met(lang, sheet),
            false => nearest(shown, owed),
        };
        return Next { what: list(lang, &steps), then: Some(then) };
    }
    if owed.unmet.is_empty() {
        let what = match (sheet.of, lang) {
            (0, Lang::En) => "nothing, there is no room for a post on these days",
            (0, Lang::Fr) => "rien, il n’y a pas de place pour une publication ces jours-là",
            (_, Lang::En) => "nothing in particular, every share is within a post of what it wants",
            (_, Lang::Fr) => {
                "rien de précis, chaque part est à moins d’une publication de ce qu’elle vise"
            }
        };
        return Next { what: what.to_owned(), then: None };
    }
    let what = match (owed.room, lang) {
        (0, Lang::En) => "the weeks are full, so swap posts rather than add some",
        (0, Lang::Fr) => {
            "les semaines sont pleines, remplacez donc des publications plutôt que d’en ajouter"
        }
        (_, Lang::En) => "no post that the channels and quotas still take would help, so swap some",
        (_, Lang::Fr) => {
            "aucune publication que canaux et quotas permettent encore n’aiderait, remplacez-en donc"
        }
    };
    Next { what: what.to_owned(), then: Some(off(shown, owed)) }
}

/// `2 × Backstage`.
fn told(shown: &Shown<'_>, step: &Step) -> String {
    let pillar = words::pillar(shown.ws, step.pillar);
    match &step.format {
        Some(format) => format!("{}\u{a0}×\u{a0}{pillar} ({})", step.count, one_line(format)),
        None => format!("{}\u{a0}×\u{a0}{pillar}", step.count),
    }
}

fn met(lang: Lang, sheet: &Sheet) -> String {
    let all = match lang {
        Lang::En => count(lang, sheet.owed.of, "post", "posts"),
        Lang::Fr => count(lang, sheet.owed.of, "publication", "publications"),
    };
    match (sheet.of, lang) {
        (0, Lang::En) => format!("a balanced start: {all}"),
        (0, Lang::Fr) => format!("un début équilibré\u{a0}: {all}"),
        (n, Lang::En) if n < ENOUGH => {
            format!("for balance: every share within a post of its target, of {all}")
        }
        (n, Lang::Fr) if n < ENOUGH => {
            format!(
                "pour l’équilibre\u{a0}: chaque part à moins d’une publication de son objectif, sur {all}"
            )
        }
        (_, Lang::En) => format!("then every share is within a post of its target, of {all}"),
        (_, Lang::Fr) => {
            format!("chaque part sera alors à moins d’une publication de son objectif, sur {all}")
        }
    }
}

/// How far it gets, where no number of posts does it.
fn nearest(shown: &Shown<'_>, owed: &Owed) -> String {
    match shown.lang {
        Lang::En => format!("as near as it gets on these days; still off: {}", off(shown, owed)),
        Lang::Fr => {
            format!(
                "le plus près possible ces jours-là\u{202f}; restent hors objectif\u{a0}: {}",
                off(shown, owed)
            )
        }
    }
}

/// `Shop 8 of 17 (at most 20%)`.
fn off(shown: &Shown<'_>, owed: &Owed) -> String {
    let lang = shown.lang;
    let each: Vec<String> = owed
        .unmet
        .iter()
        .map(|(share, count)| {
            let share = &shown.ws.mix.shares[*share];
            let (name, wanted) = (name(shown.ws, share, lang), wanted(share, lang));
            match lang {
                Lang::En => format!("{name} {count} of {} ({wanted})", owed.of),
                Lang::Fr => format!("{name} {count} sur {} ({wanted})", owed.of),
            }
        })
        .collect();
    list(lang, &each)
}
