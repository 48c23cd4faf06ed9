//! `repeated-text`: the same words twice on a channel within a month.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, date_with_year, quote};
use crate::model::{ChannelIx, Kind, Placement, PlacementIx, Standing, Status};
use crate::rules::Facts;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The same words twice on a channel within a month.
pub static RULE: Rule = Rule {
    id: "repeated-text",
    group: Group::Content,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "Two posts say the same on one channel within 30 days.",
        fr: "Deux publications disent la même chose sur un canal en moins de 30 jours.",
    },
    why: Phrase {
        en: "Followers notice, and networks take repeated posts for spam.",
        fr: "Les abonnés le remarquent, et les réseaux y voient du spam.",
    },
    remedy: Phrase {
        en: "Write one of them anew, or mark a post that may come back with `evergreen`.",
        fr: "Réécrivez l’une des deux, ou marquez d’`evergreen` celle qui peut revenir.",
    },
    example: example!(
        r#"[[post]]
id = "lundi"
date = 2026-11-23
text = "Le musée est ouvert ce soir."

[[post]]
id = "mardi"
date = 2026-11-24
text = "Le musée est ouvert ce soir."
"#
    ),
};

/// How near in days two posts with the same words are too near.
const NEAR: i64 = 30;

/// Compares the outgoing texts of each channel. Words are compared by a digest first, so that texts are
/// put together only where two posts may be the same. What an evergreen post says may come back:
/// when it does too soon, that is the business of `evergreen-too-soon`.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let refrains = facts.ws.refrains(facts.now, &|_| None);
    let may_return: HashSet<PlacementIx> =
        refrains.into_iter().flat_map(|refrain| refrain.members).collect();
    let mut alike: HashMap<(ChannelIx, u64), Vec<(NaiveDate, PlacementIx)>> = HashMap::new();
    for (ix, placement) in facts.ws.each_placement() {
        let counts = counts(facts, placement) && !may_return.contains(&ix);
        if let (true, Some(day)) = (counts, day(facts, placement)) {
            let key = (placement.channel, facts.ws.word_digest(placement));
            alike.entry(key).or_default().push((day, ix));
        }
    }
    let mut pairs: BTreeMap<(PlacementIx, PlacementIx), Repeat> = BTreeMap::new();
    for posts in alike.into_values().filter(|posts| posts.len() > 1) {
        for posts in same(facts, &posts) {
            for pair in posts.windows(2) {
                let ((before, first), (after, again)) = (pair[0], pair[1]);
                if (after - before).num_days() < NEAR {
                    pairs.insert((again, first), Repeat { day: before });
                }
            }
        }
    }
    merge(facts, &pairs)
}

/// Placements of one digest by their whole outgoing text, each group in the order of days.
fn same(
    facts: &Facts<'_>,
    posts: &[(NaiveDate, PlacementIx)],
) -> Vec<Vec<(NaiveDate, PlacementIx)>> {
    let mut groups: HashMap<String, Vec<(NaiveDate, PlacementIx)>> = HashMap::new();
    for &(day, ix) in posts {
        let text = facts.ws.folded_text(facts.ws.placement(ix));
        if !text.is_empty() {
            groups.entry(text).or_default().push((day, ix));
        }
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}

struct Repeat {
    /// The day of the first of the two.
    day: NaiveDate,
}

/// One finding for each pair of posts, whatever the number of channels they repeat on.
fn merge(facts: &Facts<'_>, pairs: &BTreeMap<(PlacementIx, PlacementIx), Repeat>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut known = HashMap::new();
    for (&(again, first), repeat) in pairs {
        let posts = [again, first].map(|ix| facts.ws.placement(ix).post);
        let index = *known.entry(posts).or_insert(findings.len());
        match findings.get_mut(index) {
            Some(finding) => finding.channel = None,
            None => findings.extend(finding(facts, again, first, repeat)),
        }
    }
    findings
}

fn finding(
    facts: &Facts<'_>,
    again: PlacementIx,
    first: PlacementIx,
    repeat: &Repeat,
) -> Option<Finding> {
    let ws = facts.ws;
    let (again, first) = (ws.placement(again), ws.placement(first));
    let channel = &ws.channel(again.channel).id.value;
    let other = ws.post_of(first).headline().to_owned();
    let place = |placement: &Placement| {
        let content = ws.content(placement);
        let words = content.words().map(|words| words.at);
        content.text_file.map(|file| file.at).or(words)
    };
    let message = Text::of(|lang| match lang {
        Lang::En => format!(
            "the same text as {} of {}",
            quote(lang, &other),
            date_with_year(lang, repeat.day)
        ),
        Lang::Fr => format!(
            "le même texte que {}, le {}",
            quote(lang, &other),
            date_with_year(lang, repeat.day)
        ),
    });
    let said = Text::of(|lang| match lang {
        Lang::En => "said here".to_owned(),
        Lang::Fr => "déjà dit ici".to_owned(),
    });
    let mut finding = Finding::new(RULE.id, place(again)?, message)
        .of_post(&ws.post_of(again).id.name)
        .on_channel(channel)
        .help(Text::of(|lang| match lang {
            Lang::En => "write one of them anew, or mark a post that may come back: `evergreen = { every = \"90d\" }`".to_owned(),
            Lang::Fr => "réécrivez l’une des deux, ou marquez celle qui peut revenir\u{a0}: `evergreen = { every = \"90d\" }`".to_owned(),
        }));
    if let Some(at) = place(first) {
        finding = finding.other(at, said);
    }
    Some(finding)
}

/// Whether a placement says something of its own that should not come back.
fn counts(facts: &Facts<'_>, placement: &Placement) -> bool {
    let post = facts.ws.post_of(placement);
    placement.status.value != Status::Cancelled
        && post.kind != Kind::Repost
        && facts.ws.content(placement).has_words()
}

/// The day it goes out, on the channel's clock: of its instant, or as wished.
fn day(facts: &Facts<'_>, placement: &Placement) -> Option<NaiveDate> {
    if let Some(instant) = placement.instant() {
        return Some(facts.zone(placement).local(instant).date());
    }
    match placement.standing {
        Standing::OnDay(day) => Some(day),
        _ => placement.date().filter(|when| when.is_day()).map(|when| when.first()),
    }
}
