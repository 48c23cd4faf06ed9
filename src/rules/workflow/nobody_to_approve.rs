//! `nobody-to-approve`: nobody who may approve a post is there when its approval is due, or at all.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, date_short, list, list_or};
use crate::model::{ApprovalMode, Exclusion, PersonIx, PlacementIx, PostIx, StepKind, Workspace};
use crate::rules::judge::is_allowed;
use crate::rules::{Facts, titles};
use crate::workflow::{Desk, Step, approvers, away, has_role, person, wanted};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub static RULE: Rule = Rule {
    id: "nobody-to-approve",
    group: Group::Workflow,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A post needs an approval, and too few of those who may give it are there on the day it is due, or there are too few of them at all.",
        fr: "Une publication attend une validation, et trop peu de personnes habilitées sont là le jour où elle est attendue, ou il n’y en a pas assez dans l’équipe.",
    },
    why: Phrase {
        en: "A post that nobody can approve does not go out, or goes out unread.",
        fr: "Une publication que personne ne peut valider ne part pas, ou part sans relecture.",
    },
    remedy: Phrase {
        en: "Have it approved before the absence, move the post, give somebody else a role of `[approval] roles`, or ask for fewer approvals (`count`).",
        fr: "Faites valider avant l’absence, déplacez la publication, donnez à quelqu’un d’autre un rôle de `[approval] roles`, ou demandez moins de validations (`count`).",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"
country = "FR"

[plan]
lead = { approval = "2d" }

[approval]
mode = "required"
roles = ["editor"]

[channels.instagram]
network = "instagram"

[people.marc]
name = "Marc"
roles = ["editor"]
away = ["2026-12-14/2026-12-18"]

[[post]]
id = "coffret"
title = "A gift box"
at = 2026-12-18T12:30:00    # the approval is due on 16 December
"#,
};

/// Looks for posts that nobody can approve in time.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    if ws.people.is_empty() || ws.approval.mode == ApprovalMode::None {
        return Vec::new();
    }
    let desk = Desk::new(ws, facts.now);
    if let Some(found) = nobody_in_the_team(facts, &desk) {
        return found;
    }
    // The first placement of each post: its approval is one.
    let mut posts: BTreeMap<PostIx, Step> = BTreeMap::new();
    let mut never: Vec<Finding> = Vec::new();
    let mut seen: Option<PostIx> = None;
    for ix in desk.ahead() {
        let post = ws.placement(ix).post;
        let short = approvers(ws, ws.post(post)).len() < wanted(ws, ws.post(post));
        if short {
            if seen != Some(post) && ws.approval.mode == ApprovalMode::Required {
                never.push(nobody_ever(facts, post));
            }
            seen = Some(post);
            continue;
        }
        let Some(slot) = desk.slot(ix) else { continue };
        let mut steps = desk.steps(ix, slot).into_iter();
        if let Some(step) = steps.find(|step| step.kind == StepKind::Approval) {
            let first = posts.entry(post).or_insert(step);
            if step.due < first.due {
                *first = step;
            }
        }
    }
    never.extend(posts.values().filter_map(|step| absent(facts, &desk, step)));
    never
}

/// One finding where the whole team has too few people with the role, whoever the author is: every
/// post would say the same.
fn nobody_in_the_team(facts: &Facts<'_>, desk: &Desk<'_>) -> Option<Vec<Finding>> {
    let ws = facts.ws;
    let able = (0..ws.people.len()).map(PersonIx::new).filter(|ix| has_role(ws, *ix)).count();
    let needed = usize::try_from(ws.approval.count.max(1)).unwrap_or(usize::MAX);
    let at = ws.approval.at?;
    if able >= needed || ws.approval.mode != ApprovalMode::Required {
        return None;
    }
    let waits = |ix: &PlacementIx| wanted(ws, ws.post_of(ws.placement(*ix))) > 0;
    let posts: BTreeSet<PostIx> =
        desk.ahead().filter(waits).map(|ix| ws.placement(ix).post).collect();
    // A post that makes an exception has a finding of its own, for the exception to be of use.
    let excepted = |post: &PostIx| {
        let channels = ws.placements_of(*post).iter().map(|p| &ws.channel(p.channel).id.value);
        channels.into_iter().any(|channel| is_allowed(ws.post(*post), RULE.id, channel, facts))
    };
    let (apart, posts): (Vec<PostIx>, Vec<PostIx>) = posts.into_iter().partition(excepted);
    let mut found: Vec<Finding> = apart.into_iter().map(|post| nobody_ever(facts, post)).collect();
    if !posts.is_empty() {
        let message = too_few(ws, posts.len(), able, needed);
        found.push(Finding::new(RULE.id, at, message).help(more_people()));
    }
    Some(found)
}

/// `12 posts need an approval, and nobody in the team has the role `editor``.
fn too_few(ws: &Workspace, posts: usize, able: usize, needed: usize) -> Text {
    let roles: Vec<String> = ws.approval.roles.iter().map(|role| format!("`{role}`")).collect();
    Text::of(|lang| {
        let who = match (roles.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::En) => format!(" with the role {}", list_or(lang, &roles)),
            (false, Lang::Fr) => format!(" de rôle {}", list_or(lang, &roles)),
        };
        let have = match lang {
            Lang::En => count(lang, able, "person", "people"),
            Lang::Fr => count(lang, able, "personne", "personnes"),
        };
        match (lang, able) {
            (Lang::En, 0) => {
                let wait = count(lang, posts, "post needs an approval", "posts need an approval");
                format!("{wait}, and nobody in the team has the role {}", list_or(lang, &roles))
            }
            (Lang::En, _) => {
                let wait = count(lang, posts, "post needs", "posts need");
                format!("{wait} {needed} approvals, and the team has {have}{who}")
            }
            (Lang::Fr, 0) => {
                let wait = count(lang, posts, "publication attend", "publications attendent");
                format!(
                    "{wait} une validation, et personne dans l’équipe n’a le rôle {}",
                    list_or(lang, &roles)
                )
            }
            (Lang::Fr, _) => {
                let wait = count(lang, posts, "publication attend", "publications attendent");
                format!("{wait} {needed} validations, et l’équipe a {have}{who}")
            }
        }
    })
}

/// A post that those who may approve are too few for, whoever is there.
fn nobody_ever(facts: &Facts<'_>, post: PostIx) -> Finding {
    let ws = facts.ws;
    let own = ws.post(post);
    let roles: Vec<String> = ws.approval.roles.iter().map(|role| format!("`{role}`")).collect();
    let except = own.author.as_ref().filter(|_| ws.approval.not_author == Exclusion::Excluded);
    let author = except.map(|author| person(ws, author.value));
    let able = approvers(ws, own).len();
    let needed = wanted(ws, own);
    let message = Text::of(|lang| {
        let title = titles::cut(lang, own.headline());
        let who = match (roles.is_empty(), lang) {
            (true, Lang::En) => "people".to_owned(),
            (true, Lang::Fr) => "personne(s)".to_owned(),
            (false, Lang::En) => format!("people with the role {}", list_or(lang, &roles)),
            (false, Lang::Fr) => format!("personne(s) de rôle {}", list_or(lang, &roles)),
        };
        let but = match (&author, lang) {
            (None, _) => String::new(),
            (Some(author), Lang::En) => format!(" besides its author, {author}"),
            (Some(author), Lang::Fr) => format!(" hors {author}, qui en est l’auteur"),
        };
        match (able, lang) {
            (0, Lang::En) => format!("{title} needs an approval, and there are no {who}{but}"),
            (0, Lang::Fr) => {
                format!(
                    "{title} demande une validation, et l’équipe n’a aucune {}{but}",
                    who.replace("personne(s)", "personne")
                )
            }
            (_, Lang::En) => {
                format!("{title} still needs {needed} approvals, and there are {able} {who}{but}")
            }
            (_, Lang::Fr) => format!(
                "{title} demande encore {needed} validations, et l’équipe a {able} {who}{but}"
            ),
        }
    });
    Finding::new(RULE.id, own.status.at, message).of_post(&own.id.name).help(more_people())
}

const fn more_people() -> Phrase {
    Phrase {
        en: "give somebody the role: `roles = [\"…\"]` in `[people.…]`; or change `[approval]`",
        fr: "donnez ce rôle à quelqu’un\u{a0}: `roles = [\"…\"]` dans `[people.…]`\u{202f}; ou changez `[approval]`",
    }
}

/// The finding when too few approvers are there on the day that counts.
fn absent(facts: &Facts<'_>, desk: &Desk<'_>, step: &Step) -> Option<Finding> {
    let ws = facts.ws;
    let turn = desk.turn(step.placement, StepKind::Approval, step.due);
    let (there, needed) = turn.there?;
    if there >= needed {
        return None;
    }
    let placement = ws.placement(step.placement);
    let post = ws.post_of(placement);
    let day = step.due.max(desk.today);
    let gone: Vec<PersonIx> =
        approvers(ws, post).into_iter().filter(|ix| ws.person(*ix).is_away(day)).collect();
    let message = Text::of(|lang| {
        let who = absences(lang, desk, &gone, day);
        let (title, due) = (titles::title(lang, ws, step.placement), date_short(lang, step.due));
        let few = there > 0;
        match (lang, few) {
            (Lang::En, false) => format!("nobody is there to approve {title}, due on {due}: {who}"),
            (Lang::En, true) => {
                format!("too few people are there to approve {title}, due on {due}: {who}")
            }
            (Lang::Fr, false) => format!(
                "personne ne sera là pour valider {title}, validation attendue le {due}\u{a0}: {who}"
            ),
            (Lang::Fr, true) => format!(
                "trop peu de personnes seront là pour valider {title}, validation attendue le {due}\u{a0}: {who}"
            ),
        }
    });
    let last = gone.iter().filter_map(|ix| desk.absence(*ix, day)?.last_there).max();
    let finding = Finding::new(RULE.id, placement.at, message).of_post(&post.id.name);
    let finding = finding.help(Phrase {
        en: "have it approved before, move the post, or give somebody else the role",
        fr: "faites-la valider avant, déplacez-la, ou donnez le rôle à quelqu’un d’autre",
    });
    Some(match last {
        None => finding,
        Some(day) => finding.note(Text::of(|lang| match lang {
            Lang::En => format!("last working day before: {}", date_short(lang, day)),
            Lang::Fr => format!("dernier jour ouvré avant\u{a0}: {}", date_short(lang, day)),
        })),
    })
}

/// `Marc is away 14–18 December 2026 and Inès is away on Wed 16 Dec`.
fn absences(lang: Lang, desk: &Desk<'_>, gone: &[PersonIx], day: chrono::NaiveDate) -> String {
    let each: Vec<String> = gone
        .iter()
        .filter_map(|ix| {
            let (name, absence) = (person(desk.ws, *ix), desk.absence(*ix, day)?);
            let absent = away(lang, &absence, desk.today);
            Some(match lang {
                Lang::En => format!("{name} is {absent}"),
                Lang::Fr => format!("{name} n’est {absent}"),
            })
        })
        .collect();
    list(lang, &each)
}
