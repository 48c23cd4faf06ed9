//! `status-gate`: a status asks for what the work before it leaves behind.
//!
//! Each status asks for everything that those below it ask for, with two exceptions: nobody has
//! to act on a post that is out, so it needs no owner, and its proof stands for its instant.
//! A status that nobody wrote asks for no date: it was read from the dates that are there.
//! Approvals have rules of their own. A calendar without people can name no owner.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::{Kind, MediaFile, Placement, Post, PostIx, Status, Workspace};
use crate::rules::Facts;
use crate::source::{At, Loc};

/// A status asks for what the work before it leaves behind.
pub static RULE: Rule = Rule {
    id: "status-gate",
    group: Group::Workflow,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post lacks what its status asks for.",
        fr: "Il manque à une publication ce que son statut demande.",
    },
    why: Phrase {
        en: "The team trusts the status: “scheduled” without an instant never goes out, and nobody looks again.",
        fr: "L’équipe se fie au statut\u{a0}: «\u{a0}scheduled\u{a0}» sans heure ne sort jamais, et plus personne ne regarde.",
    },
    remedy: Phrase {
        en: "Add what is missing, or take the status back. `planned`: a channel and a date; `draft`: a text or media; `review`: an owner; `scheduled`: an instant and every file; `published`: `published = { at = …, url = … }` on each channel.",
        fr: "Ajoutez ce qui manque, ou revenez à un statut antérieur. `planned`\u{a0}: un canal et une date\u{202f}; `draft`\u{a0}: un texte ou un média\u{202f}; `review`\u{a0}: un responsable\u{202f}; `scheduled`\u{a0}: une heure exacte et tous les fichiers\u{202f}; `published`\u{a0}: `published = { at = …, url = … }` sur chaque canal.",
    },
    example: example!(
        r#"[[post]]
id = "klimt"
title = "Klimt arrive"
date = 2026-11-24
status = "draft"
"#
    ),
};

/// What a status may ask for, in the order of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    Channel,
    Date,
    Words,
    Owner,
    Instant,
    Assets,
    Proof,
}

const LADDER: [(Need, Status); 7] = [
    (Need::Channel, Status::Planned),
    (Need::Date, Status::Planned),
    (Need::Words, Status::Draft),
    (Need::Owner, Status::Review),
    (Need::Instant, Status::Scheduled),
    (Need::Assets, Status::Scheduled),
    (Need::Proof, Status::Published),
];

/// Asks every post for what its statuses need.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    ws.each_post().flat_map(|(ix, post)| of_post(ws, ix, post)).collect()
}

fn of_post(ws: &Workspace, ix: PostIx, post: &Post) -> Vec<Finding> {
    let placements = ws.placements_of(ix);
    if placements.is_empty() {
        return homeless(ws, post);
    }
    let mut statuses: Vec<&Loc<Status>> = placements.iter().map(|p| &p.status).collect();
    statuses.sort_by_key(|status| status.at);
    statuses.dedup_by_key(|status| status.at);
    let mut findings = Vec::new();
    for status in statuses {
        let here: Vec<&Placement> =
            placements.iter().filter(|p| p.status.at == status.at).collect();
        let written = status.at != post.at;
        for need in asked(status.value).filter(|need| written || *need != Need::Date) {
            let lacking: Vec<&Placement> =
                here.iter().copied().filter(|placement| lacks(ws, placement, need)).collect();
            findings.extend(word(ws, post, status, need, &here, &lacking));
        }
    }
    findings
}

/// What this status and those below it ask for.
fn asked(status: Status) -> impl Iterator<Item = Need> {
    let waived = move |need: Need| {
        status == Status::Cancelled
            || (status == Status::Published && matches!(need, Need::Owner | Need::Instant))
    };
    LADDER
        .into_iter()
        .filter(move |&(need, from)| from <= status && !waived(need))
        .map(|(need, _)| need)
}

/// A post without any channel: what can be asked of the post alone.
fn homeless(ws: &Workspace, post: &Post) -> Vec<Finding> {
    asked(post.status.value)
        .filter(|need| match need {
            Need::Channel => true,
            Need::Date => {
                post.wish.date.is_none()
                    && post.wish.window.is_none()
                    && post.instant.is_none()
                    && post.series.is_none()
            }
            Need::Words => {
                let content = &post.content;
                content.text.is_none()
                    && content.text_file.is_none()
                    && content.parts.is_none()
                    && content.media.as_ref().is_none_or(Vec::is_empty)
                    && post.kind != Kind::Repost
            }
            Need::Owner => post.owner.is_none() && !ws.people.is_empty(),
            Need::Instant | Need::Assets | Need::Proof => false,
        })
        .map(|need| finding(post, &post.status, need))
        .collect()
}

fn lacks(ws: &Workspace, placement: &Placement, need: Need) -> bool {
    let post = ws.post_of(placement);
    let content = ws.content(placement);
    match need {
        Need::Channel => false,
        Need::Date => {
            placement.wish.date.is_none()
                && placement.wish.window.is_none()
                && placement.instant().is_none()
                && post.series.is_none()
                && !is_proved(post, placement)
        }
        Need::Words => {
            let named = content.text_file.is_some() || post.content.text_file.is_some();
            !content.has_words() && !named && content.media.is_empty() && post.kind != Kind::Repost
        }
        Need::Owner => placement.owner.is_none() && !ws.people.is_empty(),
        Need::Instant => placement.instant().is_none(),
        Need::Assets => briefs(ws, placement).next().is_some(),
        Need::Proof => !is_proved(post, placement),
    }
}

fn is_proved(post: &Post, placement: &Placement) -> bool {
    post.on(placement.channel)
        .and_then(|on| on.published.as_ref())
        .is_some_and(|published| published.instant.is_some() || published.url.is_some())
}

/// The media that still have to be made. A file that is missing is another rule's.
fn briefs<'a>(ws: &'a Workspace, placement: &Placement) -> impl Iterator<Item = At> + use<'a> {
    ws.content(placement)
        .media
        .iter()
        .filter(|media| matches!(media.file, None | Some(MediaFile::Brief(_))))
        .map(|media| media.at)
}

/// One finding when every placement of this status lacks it, else one for each that does.
fn word(
    ws: &Workspace,
    post: &Post,
    status: &Loc<Status>,
    need: Need,
    here: &[&Placement],
    lacking: &[&Placement],
) -> Vec<Finding> {
    let with_places = |finding: Finding, placement: &Placement| {
        if need != Need::Assets {
            return finding;
        }
        briefs(ws, placement).fold(finding, |finding, at| {
            finding.other(
                at,
                Text::of(|lang| match lang {
                    Lang::En => "still to be made".to_owned(),
                    Lang::Fr => "reste à faire".to_owned(),
                }),
            )
        })
    };
    let on_all = lacking.len() == here.len() && here.len() > 1;
    let only_channel = post.channels.len() == 1;
    match lacking {
        [first, ..] if on_all || only_channel => {
            vec![with_places(finding(post, status, need), first)]
        }
        _ => lacking
            .iter()
            .map(|placement| {
                let channel = &ws.channel(placement.channel).id.value;
                with_places(finding(post, status, need), placement).on_channel(channel).note(
                    Text::of(|lang| match lang {
                        Lang::En => format!("on the channel `{channel}`"),
                        Lang::Fr => format!("sur le canal `{channel}`"),
                    }),
                )
            })
            .collect(),
    }
}

fn finding(post: &Post, status: &Loc<Status>, need: Need) -> Finding {
    let (missing, remedy) = words(need);
    let key = status.value.key();
    let message = Text::of(|lang| match lang {
        Lang::En => format!("a post that is `{key}` needs {}", missing.get(lang)),
        Lang::Fr => format!("une publication `{key}` demande {}", missing.get(lang)),
    });
    Finding::new(RULE.id, status.at, message).help(remedy).of_post(&post.id.name)
}

const fn words(need: Need) -> (Phrase, Phrase) {
    match need {
        Need::Channel => (
            Phrase { en: "a channel", fr: "un canal" },
            Phrase {
                en: "add `channels = [\"…\"]`, or make it an `idea` again",
                fr: "ajoutez `channels = [\"…\"]`, ou revenez à `idea`",
            },
        ),
        Need::Date => (
            Phrase { en: "a date", fr: "une date" },
            Phrase {
                en: "add `date`: a day, a week (`\"2026-W48\"`), a month (`\"2026-11\"`)",
                fr: "ajoutez `date`\u{a0}: un jour, une semaine (`\"2026-W48\"`), un mois (`\"2026-11\"`)",
            },
        ),
        Need::Words => (
            Phrase { en: "a text or media", fr: "un texte ou un média" },
            Phrase {
                en: "add `text = \"…\"`, or `media = [{ brief = \"…\" }]` for what has to be made",
                fr: "ajoutez `text = \"…\"`, ou `media = [{ brief = \"…\" }]` pour ce qui reste à faire",
            },
        ),
        Need::Owner => (
            Phrase { en: "an owner", fr: "un responsable" },
            Phrase {
                en: "add `owner = \"…\"`: the person who must act next",
                fr: "ajoutez `owner = \"…\"`\u{a0}: la personne qui doit agir ensuite",
            },
        ),
        Need::Instant => (
            Phrase { en: "its exact time", fr: "son heure exacte" },
            Phrase {
                en: "add `at = 2026-11-24T12:30:00`, or a day in `date` and a `time`",
                fr: "ajoutez `at = 2026-11-24T12:30:00`, ou un jour dans `date` et une heure dans `time`",
            },
        ),
        Need::Assets => (
            Phrase { en: "every file of its media", fr: "tous les fichiers de ses médias" },
            Phrase {
                en: "replace each `brief` by the finished `file` or `url`",
                fr: "remplacez chaque `brief` par le fichier terminé (`file`) ou son adresse (`url`)",
            },
        ),
        Need::Proof => (
            Phrase { en: "the proof that it is out", fr: "la preuve qu’elle est sortie" },
            Phrase {
                en: "add `published = { at = …, url = \"…\" }` in `[post.on.CHANNEL]`",
                fr: "ajoutez `published = { at = …, url = \"…\" }` dans `[post.on.CANAL]`",
            },
        ),
    }
}
