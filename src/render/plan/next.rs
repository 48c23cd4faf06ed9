//! The closing lines of a plan: what to do next.

use super::view::left_out;
use super::{Shown, is_for_other_days, overdue, untimed};
use crate::lang::{Lang, count, list, quote};
use crate::model::{ApprovalMode, PlacementIx, PostIx, Status};
use crate::render::lines::one_line;

/// How many posts are named before "and n more".
const NAMED: usize = 3;

/// Sentences at most: more would not be read.
const SENTENCES: usize = 3;

/// A kind of work that a post of the plan still needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Work {
    /// Nothing is written.
    Write,
    /// Somebody must read it.
    Read,
    /// It is written, and still a draft.
    Finish,
    /// It went on without the approvals that the calendar requires.
    Approve,
}

impl Work {
    const ALL: [Self; 4] = [Self::Write, Self::Read, Self::Finish, Self::Approve];

    /// What a placement still needs; nothing when it is ready to go out.
    fn of(shown: &Shown<'_>, ix: PlacementIx) -> Option<Self> {
        let placement = shown.ws.placement(ix);
        match placement.status.value {
            Status::Published | Status::Cancelled => None,
            _ if needs_text(shown, ix) => Some(Self::Write),
            Status::Review => Some(Self::Read),
            Status::Idea | Status::Planned | Status::Draft => Some(Self::Finish),
            Status::Approved | Status::Scheduled => {
                lacks_approval(shown, ix).then_some(Self::Approve)
            }
        }
    }
}

/// What to do next, a sentence for each kind of work: errors, then the kinds by the post that goes
/// out first, then what is overdue, without a slot or to fill; else that all is ready. Three
/// sentences at most.
pub(super) fn steps(shown: &Shown<'_>) -> Vec<String> {
    let lang = shown.lang;
    let mut all: Vec<String> = Vec::new();
    if !shown.problems.is_empty() {
        all.push(errors(lang, shown.problems.len()));
    }
    let mut kinds: Vec<(usize, Work, Vec<PostIx>)> = Work::ALL
        .into_iter()
        .filter_map(|work| {
            let (soonest, posts) = posts(shown, work)?;
            Some((soonest, work, posts))
        })
        .collect();
    kinds.sort_by_key(|(soonest, ..)| *soonest);
    all.extend(kinds.iter().map(|(_, work, posts)| sentence(shown, *work, posts)));
    all.extend(without_posts(shown));
    if all.is_empty() {
        all.push(nothing_to_do(shown));
    }
    all.truncate(SENTENCES);
    all
}

fn sentence(shown: &Shown<'_>, work: Work, posts: &[PostIx]) -> String {
    let (en, fr) = match work {
        Work::Write => (
            ("post still needs a text", "posts still need a text"),
            ("publication attend son texte", "publications attendent leur texte"),
        ),
        Work::Read => (
            ("post waits to be read", "posts wait to be read"),
            ("publication attend une relecture", "publications attendent une relecture"),
        ),
        Work::Finish => (
            ("draft to finish", "drafts to finish"),
            ("brouillon à terminer", "brouillons à terminer"),
        ),
        Work::Approve => (
            ("post waits for its approval", "posts wait for their approval"),
            ("publication attend sa validation", "publications attendent leur validation"),
        ),
    };
    say(shown, posts, en, fr)
}

/// What is overdue, without a slot, to fill.
fn without_posts(shown: &Shown<'_>) -> Vec<String> {
    let lang = shown.lang;
    let late = overdue::overdue(shown).len();
    let left = left_out(shown).filter(|left| !is_for_other_days(left)).count();
    let free = shown.schedule.free.len();
    let mut all = Vec::new();
    if late > 0 {
        all.push(match lang {
            Lang::En => {
                format!("{}: give a new date.", count(lang, late, "overdue post", "overdue posts"))
            }
            Lang::Fr => format!(
                "{} en retard\u{a0}: donnez une nouvelle date.",
                count(lang, late, "publication", "publications")
            ),
        });
    }
    if left > 0 {
        all.push(match lang {
            Lang::En => format!("{} without a slot.", count(lang, left, "post", "posts")),
            Lang::Fr => {
                format!("{} sans créneau.", count(lang, left, "publication", "publications"))
            }
        });
    }
    if free > 0 {
        all.push(match lang {
            Lang::En => format!("{} to fill.", count(lang, free, "slot", "slots")),
            Lang::Fr => format!("{} à remplir.", count(lang, free, "créneau", "créneaux")),
        });
    }
    all
}

/// For a plan that needs no work: everything in it is approved, scheduled or published.
fn nothing_to_do(shown: &Shown<'_>) -> String {
    let empty = shown.schedule.placed.is_empty() && untimed::found(shown).next().is_none();
    match (empty, shown.lang) {
        (true, Lang::En) => "Nothing is asked for on these days: add a post, or plan other days.",
        (true, Lang::Fr) => "Rien n’est demandé ces jours-là\u{a0}: ajoutez une publication, ou planifiez d’autres jours.",
        (false, Lang::En) => "All is ready: nothing to write, nothing to fill.",
        (false, Lang::Fr) => "Tout est prêt\u{a0}: rien à écrire, rien à remplir.",
    }
    .to_owned()
}

fn errors(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!(
            "{} to mend first: `edito check` shows where.",
            count(lang, n, "error", "errors")
        ),
        Lang::Fr => format!(
            "{} à corriger d’abord\u{a0}: `edito check` montre où.",
            count(lang, n, "erreur", "erreurs")
        ),
    }
}

/// The posts of the plan that need this work, each once, in the order they go out, and the place
/// of the first among all; nothing when none does.
fn posts(shown: &Shown<'_>, work: Work) -> Option<(usize, Vec<PostIx>)> {
    let placed = shown.schedule.placed.iter().map(|placed| placed.placement);
    let untimed = untimed::found(shown).map(|(ix, _)| ix);
    let mut soonest = None;
    let mut found = Vec::new();
    for (at, ix) in placed.chain(untimed).enumerate() {
        let post = shown.ws.placement(ix).post;
        if Work::of(shown, ix) == Some(work) && !found.contains(&post) {
            soonest = soonest.or(Some(at));
            found.push(post);
        }
    }
    soonest.map(|soonest| (soonest, found))
}

/// Whether an approval that the calendar requires is not there.
fn lacks_approval(shown: &Shown<'_>, ix: PlacementIx) -> bool {
    let approval = &shown.ws.approval;
    let wanted = usize::try_from(approval.count.max(1)).unwrap_or(usize::MAX);
    let post = shown.ws.post_of(shown.ws.placement(ix));
    approval.mode == ApprovalMode::Required && post.approvals.len() < wanted
}

/// Whether nothing is written for a placement.
fn needs_text(shown: &Shown<'_>, ix: PlacementIx) -> bool {
    let placement = shown.ws.placement(ix);
    let post = shown.ws.post_of(placement);
    let on = post.on(placement.channel).map(|on| &on.content);
    let written = std::iter::once(&post.content).chain(on).any(|content| {
        let text = content.text.as_ref();
        let parts = content.parts.as_deref().unwrap_or_default();
        text.into_iter().chain(parts).any(|words| !words.value.trim().is_empty())
    });
    !written
}

fn say(shown: &Shown<'_>, posts: &[PostIx], en: (&str, &str), fr: (&str, &str)) -> String {
    let lang = shown.lang;
    let (one, many) = match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    let titles: Vec<String> = posts
        .iter()
        .take(NAMED)
        .map(|ix| quote(lang, &one_line(shown.ws.post(*ix).headline())))
        .collect();
    let what = count(lang, posts.len(), one, many);
    let more = posts.len().saturating_sub(NAMED);
    match (more, lang) {
        (0, Lang::En) => format!("{what}: {}.", list(lang, &titles)),
        (0, Lang::Fr) => format!("{what}\u{a0}: {}.", list(lang, &titles)),
        (more, Lang::En) => format!("{what}: {}, and {more} more.", titles.join(", ")),
        (more, Lang::Fr) => {
            let others = count(lang, more, "autre", "autres");
            format!("{what}\u{a0}: {}, et {others}.", titles.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;

    #[test]
    fn the_most_pressing_comes_first() {
        let museum = museum();
        let shown = museum.shown(Lang::Fr);
        let said = steps(&shown);
        assert_eq!(
            said[0],
            "2 publications attendent une relecture\u{a0}: \
             «\u{a0}Énigme\u{a0}: de qui est cette ombre\u{202f}?\u{a0}» et \
             «\u{a0}Klimt\u{a0}: la billetterie ouvre aux groupes\u{a0}»."
        );
        assert!(said[1].contains("à terminer"), "{said:?}");
        assert!(said.len() <= SENTENCES, "{said:?}");
        let problems = ["x".to_owned()];
        let shown = Shown { problems: &problems, ..shown };
        let said = steps(&shown);
        assert!(said[0].starts_with("1 erreur à corriger"), "{said:?}");
        assert!(said[1].starts_with("2 publications attendent"), "{said:?}");
    }

    #[test]
    fn all_is_ready_only_when_everything_is() {
        let mut museum = museum();
        museum.schedule.left_out.clear();
        museum.schedule.free.clear();
        for (status, ready) in [
            (Status::Draft, false),
            (Status::Planned, false),
            (Status::Review, false),
            (Status::Approved, true),
            (Status::Scheduled, true),
            (Status::Published, true),
        ] {
            for placed in &museum.schedule.placed {
                let placement = &mut museum.ws.placements[placed.placement.get()];
                placement.status.value = status;
                let content = &mut museum.ws.posts[placement.post.get()].content;
                content.text = content.title.clone();
            }
            for (lang, words) in [(Lang::En, "All is ready"), (Lang::Fr, "Tout est prêt")] {
                let said = steps(&museum.shown(lang)).join(" ");
                assert_eq!(said.starts_with(words), ready, "{status:?}: {said}");
            }
        }
        museum.ws.approval.mode = ApprovalMode::Required;
        let scheduled = museum.schedule.placed[0].placement;
        museum.ws.placements[scheduled.get()].status.value = Status::Scheduled;
        let said = steps(&museum.shown(Lang::Fr));
        assert!(said[0].starts_with("1 publication attend sa validation"), "{said:?}");
    }
}
