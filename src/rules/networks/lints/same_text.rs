//! `same-text-on-accounts`: the same words on two accounts of a network that refuses it.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, list, quote};
use crate::model::{Channel, ChannelIx, Kind, Placement, PlacementIx, PostIx, Status};
use crate::networks::{self, Fact, Network};
use crate::rules::Facts;
use crate::source::At;
use std::collections::{BTreeMap, HashMap};

/// The same words on two accounts of a network that refuses it.
pub static RULE: Rule = Rule {
    id: "same-text-on-accounts",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "The same text on two accounts of a network that refuses it (X).",
        fr: "Le même texte sur deux comptes d’un réseau qui le refuse (X).",
    },
    why: Phrase {
        en: "X takes the same words from several accounts for spam, whatever the time between: it refuses the post, and may lock the accounts.",
        fr: "X prend les mêmes mots venus de plusieurs comptes pour du spam, quel que soit le délai\u{a0}: il refuse la publication et peut bloquer les comptes.",
    },
    remedy: Phrase {
        en: "Write a text for each account in `[post.on.CHANNEL]`, or make one of them a `repost`.",
        fr: "Écrivez un texte pour chaque compte dans `[post.on.CANAL]`, ou faites de l’une des publications un `repost`.",
    },
    example: concat!(
        "[calendar]\ntimezone = \"Europe/Paris\"\n\n",
        "[channels.musee]\nnetwork = \"x\"\n\n",
        "[channels.boutique]\nnetwork = \"x\"\n\n",
        "[[post]]\nid = \"nocturne\"\nchannels = [\"musee\", \"boutique\"]\ndate = 2026-11-26\n",
        "text = \"Jeudi, le musée et sa boutique restent ouverts jusqu’à minuit.\"\n",
    ),
};

/// Compares the outgoing texts of the accounts of each such network. Texts are put together only
/// where two posts may be the same.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let refusing: Vec<Option<&'static Network>> =
        facts.ws.each_channel().map(|(_, channel)| refusing(channel)).collect();
    if refusing.iter().flatten().count() < 2 {
        return Vec::new();
    }
    let mut alike: BTreeMap<(&str, u64), Vec<PlacementIx>> = BTreeMap::new();
    for (ix, placement) in facts.ws.each_placement() {
        let network = refusing.get(placement.channel.get()).copied().flatten();
        if let Some(network) = network.filter(|_| counts(facts, placement)) {
            alike.entry((network.key, facts.ws.word_digest(placement))).or_default().push(ix);
        }
    }
    let mut findings = Vec::new();
    for ((key, _), group) in alike.into_iter().filter(|(_, group)| group.len() > 1) {
        let network = networks::find(key);
        for group in same(facts, &group) {
            findings.extend(network.iter().flat_map(|network| told(facts, network, &group)));
        }
    }
    findings
}

/// The network of a channel, if it refuses the same text on two accounts.
fn refusing(channel: &Channel) -> Option<&'static Network> {
    networks::find(&channel.network.value).filter(|network| network.same_text_refused)
}

/// Whether it is still to go out, in words of its own; a short thank-you in answer to somebody may
/// be the same.
fn counts(facts: &Facts<'_>, placement: &Placement) -> bool {
    let settled =
        matches!(placement.status.value, Status::Idea | Status::Published | Status::Cancelled);
    !settled
        && !matches!(facts.ws.post_of(placement).kind, Kind::Repost | Kind::Reply)
        && facts.ws.content(placement).has_words()
}

/// Placements of one digest by their whole outgoing text.
fn same(facts: &Facts<'_>, group: &[PlacementIx]) -> Vec<Vec<PlacementIx>> {
    let mut groups: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<Vec<PlacementIx>> = Vec::new();
    for &ix in group {
        let text = facts.ws.outgoing_text(facts.ws.placement(ix));
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let index = *groups.entry(folded).or_insert(all.len());
        match all.get_mut(index) {
            Some(group) => group.push(ix),
            None => all.push(vec![ix]),
        }
    }
    all
}

/// One finding for each post that says on an account what another account says too, in the order
/// of the posts.
fn told(facts: &Facts<'_>, network: &Network, group: &[PlacementIx]) -> Vec<Finding> {
    let mut posts: BTreeMap<PostIx, Vec<&Placement>> = BTreeMap::new();
    for &ix in group {
        let placement = facts.ws.placement(ix);
        posts.entry(placement.post).or_default().push(placement);
    }
    let mut findings = Vec::new();
    let mut channels: Vec<ChannelIx> = Vec::new();
    let mut first: Option<&Placement> = None;
    for placements in posts.values() {
        let known = channels.clone();
        channels.extend(placements.iter().map(|placement| placement.channel));
        channels.sort_unstable();
        channels.dedup();
        let own = placements.first().map(|placement| placement.channel);
        let shared = placements.len() > 1 || known.iter().any(|channel| Some(*channel) != own);
        if let (true, Some(placement)) = (shared, placements.first()) {
            findings.extend(finding(facts, network, placement, &channels, first));
        }
        first = first.or(placements.first().copied());
    }
    findings
}

fn finding(
    facts: &Facts<'_>,
    network: &Network,
    placement: &Placement,
    channels: &[ChannelIx],
    first: Option<&Placement>,
) -> Option<Finding> {
    let ws = facts.ws;
    let names: Vec<String> =
        channels.iter().map(|channel| format!("`{}`", ws.channel(*channel).id.value)).collect();
    let name = network.name;
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{name} refuses the same text on {}", list(lang, &names)),
        Lang::Fr => format!("{name} refuse le même texte sur {}", list(lang, &names)),
    });
    let sure = network.grade_of(Fact::SameText).is_sure();
    let level = if sure { Level::Error } else { Level::Warning };
    let channel = first.map_or_else(|| channels.last().copied(), |_| Some(placement.channel))?;
    let channel = &ws.channel(channel).id.value;
    let mut finding = Finding::new(RULE.id, place(facts, placement)?, message)
        .of_post(&ws.post_of(placement).id.name)
        .at_level(level)
        .help(Text::of(|lang| match lang {
            Lang::En => format!("write a text for each account: `[post.on.{channel}]`"),
            Lang::Fr => format!("écrivez un texte pour chaque compte\u{a0}: `[post.on.{channel}]`"),
        }));
    if let Some((first, at)) = first.and_then(|first| Some((first, place(facts, first)?))) {
        let headline = ws.post_of(first).headline().to_owned();
        finding = finding.on_channel(channel).other(
            at,
            Text::of(|lang| match lang {
                Lang::En => format!("said here by {}", quote(lang, &headline)),
                Lang::Fr => format!("déjà dit ici par {}", quote(lang, &headline)),
            }),
        );
    }
    Some(finding)
}

/// Where the words of a placement are written.
fn place(facts: &Facts<'_>, placement: &Placement) -> Option<At> {
    let content = facts.ws.content(placement);
    content.text_file.map(|file| file.at).or(content.words().map(|words| words.at))
}
