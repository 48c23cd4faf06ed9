//! Weeks and lateness in words, in a few lines each.

use super::Told;
use super::names;
use super::view::{Item, Part, Section};
use crate::lang::{Lang, clock, count, date_short, list, span_of_days};
use crate::model::ChannelIx;
use crate::render::lines::one_line;
use crate::render::step::{next_name, step_line};
use crate::render::words;
use crate::report::{Entry, Late, Lateness, WeekReport, Which};
use crate::workflow::{Certainty, Desk};
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// Lines of one list; machine output has all.
const MOST: usize = 8;

/// A section a week.
pub(super) fn sections(told: &Told<'_>) -> Vec<Section> {
    told.report.weeks.iter().map(|week| section(told, week)).collect()
}

fn section(told: &Told<'_>, week: &WeekReport) -> Section {
    let lang = told.lang;
    let days = span_of_days(lang, week.from, week.to);
    let mut parts = vec![Part::Text(headline(told, week))];
    if !week.to_come.is_empty() {
        parts.push(Part::Items(cut(&week.to_come).map(|entry| item(told, entry)).collect()));
        parts.extend(more(lang, week.to_come.len()));
    }
    Section { heading: format!("{} · {days}", names::week(week.which).get(lang)), parts }
}

/// `6 posts went out (instagram 4, linkedin 2), 1 did not; 2 more are in the exports alone.`
fn headline(told: &Told<'_>, week: &WeekReport) -> String {
    let lang = told.lang;
    if week.is_empty() {
        return match (week.which, lang) {
            (Which::Last, Lang::En) => "Nothing went out.".to_owned(),
            (Which::Last, Lang::Fr) => "Rien n’est paru.".to_owned(),
            (_, Lang::En) => "Nothing is planned.".to_owned(),
            (_, Lang::Fr) => "Rien n’est prévu.".to_owned(),
        };
    }
    let mut said = Vec::new();
    if !week.out.is_empty() {
        said.push(out(told, week));
    }
    said.extend(unlisted(lang, week));
    if said.is_empty() && week.which == Which::Last {
        said.push(match lang {
            Lang::En => "nothing went out".to_owned(),
            Lang::Fr => "rien n’est paru".to_owned(),
        });
    }
    let n = week.missed.len();
    if n > 0 {
        said.push(match lang {
            Lang::En => format!("{} planned and did not", count(lang, n, "was", "were")),
            Lang::Fr => count(
                lang,
                n,
                "publication prévue n’est pas parue",
                "publications prévues ne sont pas parues",
            ),
        });
    }
    said.extend(ahead(told, week));
    let text = words::semicolons(lang, &said);
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    format!("{}{}.", first.collect::<String>(), letters.as_str())
}

/// What went out and is in the files of results alone.
fn unlisted(lang: Lang, week: &WeekReport) -> Option<String> {
    let n = week.unlisted;
    if n == 0 {
        return None;
    }
    Some(match (week.out.is_empty(), lang) {
        (true, Lang::En) => {
            format!("{} went out that the calendar does not have", count(lang, n, "post", "posts"))
        }
        (true, Lang::Fr) => count(
            lang,
            n,
            "publication parue, absente du calendrier",
            "publications parues, absentes du calendrier",
        ),
        (false, Lang::En) => format!(
            "the files of results have {} that the calendar does not",
            count(lang, n, "more post", "more posts")
        ),
        (false, Lang::Fr) => format!(
            "les fichiers de statistiques ont {}",
            count(
                lang,
                n,
                "autre publication, absente du calendrier",
                "autres publications, absentes du calendrier"
            )
        ),
    })
}

/// `6 posts went out (instagram 4, linkedin 2)`.
fn out(told: &Told<'_>, week: &WeekReport) -> String {
    let lang = told.lang;
    let mut by: BTreeMap<ChannelIx, usize> = BTreeMap::new();
    for entry in &week.out {
        *by.entry(told.ws.placement(entry.placement).channel).or_default() += 1;
    }
    let channels: Vec<String> = by
        .iter()
        .map(|(ix, n)| {
            let name = words::channel(told.ws, *ix, None);
            format!("{name}\u{a0}{}", crate::lang::figure(lang, *n))
        })
        .collect();
    let channels = match channels.is_empty() {
        true => String::new(),
        false => format!(" ({})", channels.join(", ")),
    };
    let n = week.out.len();
    match lang {
        Lang::En => format!("{} went out{channels}", count(lang, n, "post", "posts")),
        Lang::Fr => {
            format!("{}{channels}", count(lang, n, "publication parue", "publications parues"))
        }
    }
}

/// What is to come in a week.
fn ahead(told: &Told<'_>, week: &WeekReport) -> Vec<String> {
    let lang = told.lang;
    let mut said = Vec::new();
    let n = week.to_come.len();
    if n > 0 {
        said.push(match lang {
            Lang::En => format!("{} to come", count(lang, n, "post", "posts")),
            Lang::Fr => count(lang, n, "publication à venir", "publications à venir"),
        });
    }
    said.extend(unslotted(told, week));
    said
}

/// Posts that have no slot yet, and how many slots they need where those are more.
fn unslotted(told: &Told<'_>, week: &WeekReport) -> Option<String> {
    let (lang, slots) = (told.lang, week.unslotted.len());
    let posts: BTreeSet<_> =
        week.unslotted.iter().map(|entry| told.ws.placement(entry.placement).post).collect();
    let n = posts.len();
    let said = match lang {
        Lang::En => {
            format!("{} without a slot", count(lang, n, "post is still", "posts are still"))
        }
        Lang::Fr => format!(
            "{} encore sans créneau",
            count(lang, n, "publication est", "publications sont")
        ),
    };
    let slots = match (n < slots, lang) {
        (false, Lang::En) => "`edito plan` finds one".to_owned(),
        (false, Lang::Fr) => "`edito plan` en trouve un".to_owned(),
        (true, Lang::En) => {
            format!("{} to find with `edito plan`", count(lang, slots, "slot", "slots"))
        }
        (true, Lang::Fr) => {
            format!("{} à trouver avec `edito plan`", count(lang, slots, "créneau", "créneaux"))
        }
    };
    (n > 0).then(|| format!("{said} ({slots})"))
}

/// What is late or missing, and what a check finds.
pub(super) fn late(told: &Told<'_>) -> Section {
    let lang = told.lang;
    let late = &told.report.late;
    let posts: Vec<&Late> = late.iter().filter(|late| late.what == Lateness::Post).collect();
    let mut parts = Vec::new();
    if !posts.is_empty() {
        let items = posts.iter().take(MOST).map(|late| overdue(told, late)).collect();
        parts.push(Part::Items(items));
        parts.extend(more(lang, posts.len()));
        parts.push(Part::Aside(match lang {
            Lang::En => "Gone out after all? Write `published` in the calendar. Else give it another date, or cancel it.".to_owned(),
            Lang::Fr => "Déjà parue\u{202f}? Notez `published` dans le calendrier. Sinon, donnez-lui une autre date, ou annulez-la.".to_owned(),
        }));
    }
    let steps = steps(told);
    let n = steps.len();
    if n > 0 {
        parts.push(Part::Items(steps.into_iter().take(MOST).collect()));
        parts.extend(more(lang, n));
    }
    if late.iter().any(is_by_earliest) {
        parts.push(Part::Aside(match lang {
            Lang::En => "What has no slot yet is counted from the first day on which it may go out: `edito plan` picks the day, and may leave more time.".to_owned(),
            Lang::Fr => "Ce qui n’a pas encore de créneau est compté dès son premier jour possible\u{a0}: `edito plan` choisit le jour, et peut laisser plus de temps.".to_owned(),
        }));
    }
    parts.push(Part::Text(checked(told)));
    let heading = match lang {
        Lang::En => "Late or missing",
        Lang::Fr => "En retard ou manquant",
    };
    Section { heading: heading.to_owned(), parts }
}

/// What a check of the calendar finds, in a line.
fn checked(told: &Told<'_>) -> String {
    let (lang, tally) = (told.lang, told.tally);
    let faults = match lang {
        Lang::En => [(tally.errors, "error", "errors"), (tally.warnings, "warning", "warnings")],
        Lang::Fr => [
            (tally.errors, "erreur", "erreurs"),
            (tally.warnings, "avertissement", "avertissements"),
        ],
    };
    let faults: Vec<String> = faults
        .iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, one, many)| count(lang, *n, one, many))
        .collect();
    let nothing = told.report.late.is_empty();
    match (faults.is_empty(), nothing, lang) {
        (true, true, Lang::En) => {
            "Nothing is late, and the calendar has neither errors nor warnings.".to_owned()
        }
        (true, true, Lang::Fr) => {
            "Rien n’est en retard, et le calendrier n’a ni erreur ni avertissement.".to_owned()
        }
        (true, false, Lang::En) => "The calendar has neither errors nor warnings.".to_owned(),
        (true, false, Lang::Fr) => "Le calendrier n’a ni erreur ni avertissement.".to_owned(),
        (false, late, lang) => {
            let faults = list(lang, &faults);
            match (late, lang) {
                (true, Lang::En) => {
                    format!("No post is late. The calendar has {faults}: see `edito check`.")
                }
                (true, Lang::Fr) => format!(
                    "Aucune publication n’est en retard. Le calendrier a {faults}\u{a0}: voir `edito check`."
                ),
                (false, Lang::En) => {
                    format!("The calendar has {faults}: see `edito check`.")
                }
                (false, Lang::Fr) => {
                    format!("Le calendrier a {faults}\u{a0}: voir `edito check`.")
                }
            }
        }
    }
}

fn overdue(told: &Told<'_>, late: &Late) -> Item {
    let (lang, ws) = (told.lang, told.ws);
    let mut due = date_short(lang, late.due);
    if late.due.year() != told.report.today.year() {
        due.push_str(&format!(" {}", late.due.year()));
    }
    let what = words::status(ws.placement(late.placement).status.value).get(lang);
    Item {
        cells: vec![due, words::lane(ws, ws.placement(late.placement))],
        text: format!("{} ({what})", words::title(ws, late.placement)),
        id: Some(words::id(ws, late.placement)),
    }
}

/// Whether it is late only if its post goes out on the first day on which it may.
fn is_by_earliest(late: &Late) -> bool {
    let Lateness::Step(step, _) = &late.what else { return false };
    step.slot.certainty != Certainty::Known
}

/// The late steps, a step of several channels once: who is next, and the words of a plan.
fn steps(told: &Told<'_>) -> Vec<Item> {
    let (lang, ws) = (told.lang, told.ws);
    let desk = Desk::new(ws, told.now);
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for late in &told.report.late {
        let Lateness::Step(step, turn) = &late.what else { continue };
        if !seen.insert((ws.placement(late.placement).post, step.kind, turn.who)) {
            continue;
        }
        items.push(Item {
            // Somebody alone knows whose turn it is.
            cells: match ws.people.is_empty() {
                true => Vec::new(),
                false => vec![next_name(lang, ws, turn.who)],
            },
            text: step_line(lang, &desk, step, turn),
            id: Some(one_line(&ws.post_of(ws.placement(late.placement)).id.name)),
        });
    }
    items
}

fn item(told: &Told<'_>, entry: &Entry) -> Item {
    let (lang, ws) = (told.lang, told.ws);
    let placement = ws.placement(entry.placement);
    let day = date_short(lang, entry.day);
    // The time is the channel's, as everywhere; the day that of the week it stands in.
    let zone = ws.channel(placement.channel).zone;
    let when = match entry.at.map(|at| zone.local(at)) {
        None => day,
        Some(local) if local.date() == entry.day => crate::lang::instant(lang, local),
        Some(local) => format!("{day} ({} {})", clock(lang, local.time()), zone.name()),
    };
    Item {
        cells: vec![when, words::lane(ws, placement)],
        text: words::title(ws, entry.placement),
        id: Some(words::id(ws, entry.placement)),
    }
}

fn cut(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    entries.iter().take(MOST)
}

/// `… and 3 more.`
fn more(lang: Lang, all: usize) -> Option<Part> {
    let more = all.saturating_sub(MOST);
    let n = crate::lang::figure(lang, more);
    (more > 0).then(|| {
        Part::Text(match lang {
            Lang::En => format!("… and {n} more."),
            Lang::Fr => match more {
                1 => "… et 1 autre.".to_owned(),
                _ => format!("… et {n} autres."),
            },
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::report::trial::{at, give, outing, workspace};

    #[test]
    fn posts_are_counted_as_posts_and_those_of_the_files_alone_are_told_apart() {
        let published = "[[post]]\nid = \"p\"\nchannels = [\"instagram\"]\n[post.on.instagram]\n\
            published = { at = 2026-11-11T12:00:00+01:00 }\n";
        let open = "[[post]]\nid = \"o\"\nchannels = [\"instagram\", \"linkedin\"]\n\
            status = \"draft\"\ndate = \"2026-W48\"\n";
        let headlines = |posts: &str, lang: Lang| -> Vec<String> {
            let mut ws = workspace(posts);
            let of = |day: u32| outing(0, at(&format!("2026-11-{day}T12:00:00+01:00")), 9.0);
            give(&mut ws, vec![of(11), of(12), of(13)]);
            let trial = Trial::of(ws, "2026-11-01");
            let told = trial.told(lang);
            told.report.weeks.iter().map(|week| headline(&told, week)).collect()
        };
        let [alone, both] = [open.to_owned(), format!("{published}{open}")];
        let said = headlines(&alone, Lang::Fr);
        assert_eq!(said[0], "3 publications parues, absentes du calendrier.");
        assert_eq!(
            said[2],
            "1 publication est encore sans créneau (2 créneaux à trouver avec `edito plan`)."
        );
        let said = headlines(&alone, Lang::En);
        assert_eq!(said[0], "3 posts went out that the calendar does not have.");
        assert_eq!(said[2], "1 post is still without a slot (2 slots to find with `edito plan`).");
        assert_eq!(
            headlines(&both, Lang::Fr)[0],
            "1 publication parue (instagram\u{a0}1)\u{202f}; les fichiers de statistiques ont 2 autres \
             publications, absentes du calendrier."
        );
        assert_eq!(
            headlines(&both, Lang::En)[0],
            "1 post went out (instagram\u{a0}1); the files of results have 2 more posts that the \
             calendar does not."
        );
    }
}
