//! `too-many-scheduled`: more posts in the network's own queue than it holds.

use super::words::Limit;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, date_short};
use crate::model::Status;
use crate::networks::{self, Network};
use crate::rules::{Dated, Facts};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// More posts in the network's own queue than it holds.
pub static RULE: Rule = Rule {
    id: "too-many-scheduled",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "More posts of a channel are called scheduled, for one day or altogether, than the network’s own queue holds.",
        fr: "Plus de publications d’un canal sont dites programmées, pour un jour ou en tout, que le réseau ne sait en retenir.",
    },
    why: Phrase {
        en: "The network refuses to schedule the ones too many: they are not where everybody believes they are.",
        fr: "Le réseau refuse de programmer celles de trop\u{a0}: elles ne sont pas là où tout le monde les croit.",
    },
    remedy: Phrase {
        en: "Set some of them back to `approved`, or schedule them with another tool.",
        fr: "Remettez-en certaines à `approved`, ou programmez-les avec un autre outil.",
    },
    example: r#"post = [
  { title = "Salle 1", status = "scheduled", at = 2099-06-01T08:00:00 },
  { title = "Salle 2", status = "scheduled", at = 2099-06-01T08:30:00 },
  { title = "Salle 3", status = "scheduled", at = 2099-06-01T09:00:00 },
  { title = "Salle 4", status = "scheduled", at = 2099-06-01T09:30:00 },
  { title = "Salle 5", status = "scheduled", at = 2099-06-01T10:00:00 },
  { title = "Salle 6", status = "scheduled", at = 2099-06-01T10:30:00 },
  { title = "Salle 7", status = "scheduled", at = 2099-06-01T11:00:00 },
  { title = "Salle 8", status = "scheduled", at = 2099-06-01T11:30:00 },
  { title = "Salle 9", status = "scheduled", at = 2099-06-01T12:00:00 },
  { title = "Salle 10", status = "scheduled", at = 2099-06-01T12:30:00 },
  { title = "Salle 11", status = "scheduled", at = 2099-06-01T13:00:00 },
  { title = "Salle 12", status = "scheduled", at = 2099-06-01T13:30:00 },
  { title = "Salle 13", status = "scheduled", at = 2099-06-01T14:00:00 },
  { title = "Salle 14", status = "scheduled", at = 2099-06-01T14:30:00 },
  { title = "Salle 15", status = "scheduled", at = 2099-06-01T15:00:00 },
  { title = "Salle 16", status = "scheduled", at = 2099-06-01T15:30:00 },
  { title = "Salle 17", status = "scheduled", at = 2099-06-01T16:00:00 },
  { title = "Salle 18", status = "scheduled", at = 2099-06-01T16:30:00 },
  { title = "Salle 19", status = "scheduled", at = 2099-06-01T17:00:00 },
  { title = "Salle 20", status = "scheduled", at = 2099-06-01T17:30:00 },
  { title = "Salle 21", status = "scheduled", at = 2099-06-01T18:00:00 },
  { title = "Salle 22", status = "scheduled", at = 2099-06-01T18:30:00 },
  { title = "Salle 23", status = "scheduled", at = 2099-06-01T19:00:00 },
  { title = "Salle 24", status = "scheduled", at = 2099-06-01T19:30:00 },
  { title = "Salle 25", status = "scheduled", at = 2099-06-01T20:00:00 },
  { title = "Salle 26", status = "scheduled", at = 2099-06-01T20:30:00 },
]

[calendar]
timezone = "Europe/Paris"

[channels.main]
network = "mastodon"
"#,
};

/// One finding for each day, and one for all, at the first post too many.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, channel) in facts.ws.channels.iter().enumerate() {
        let Some(network) = networks::find(&channel.network.value) else {
            continue;
        };
        let queued: Vec<&Dated> = facts
            .timeline
            .iter()
            .filter(|dated| facts.placement(dated).channel.get() == index)
            .filter(|dated| facts.placement(dated).status.value == Status::Scheduled)
            .filter(|dated| dated.start > facts.now)
            .collect();
        if let Some(figure) = &network.scheduled_per_day {
            let mut days: BTreeMap<NaiveDate, Vec<&Dated>> = BTreeMap::new();
            for dated in &queued {
                days.entry(dated.local.date()).or_default().push(dated);
            }
            for (day, posts) in days {
                let limit = Limit::Network(figure);
                findings.extend(finding(facts, network, &posts, limit, Some(day)));
            }
        }
        if let Some(figure) = &network.scheduled_total {
            findings.extend(finding(facts, network, &queued, Limit::Network(figure), None));
        }
    }
    findings
}

fn finding(
    facts: &Facts<'_>,
    network: &Network,
    posts: &[&Dated],
    limit: Limit<'_>,
    day: Option<NaiveDate>,
) -> Option<Finding> {
    let (most, name) = (limit.most(), network.name);
    let extra = posts.get(most)?;
    let message = Text::of(|lang| {
        let found = match lang {
            Lang::En => count(lang, posts.len(), "scheduled post", "scheduled posts"),
            Lang::Fr => {
                count(lang, posts.len(), "publication programmée", "publications programmées")
            }
        };
        match (lang, day) {
            (Lang::En, Some(day)) => {
                format!("{found} on {}, and {name} holds {most} for a day", date_short(lang, day))
            }
            (Lang::Fr, Some(day)) => {
                format!(
                    "{found} le {}, et {name} en retient {most} par jour",
                    date_short(lang, day)
                )
            }
            (Lang::En, None) => format!("{found}, and {name} holds {most} altogether"),
            (Lang::Fr, None) => format!("{found}, et {name} en retient {most} en tout"),
        }
    });
    let placement = facts.placement(extra);
    Some(
        Finding::new(RULE.id, placement.at, message)
            .of_post(&facts.post(extra).id.name)
            .on_channel(&facts.ws.channel(placement.channel).id.value)
            .note(limit.origin(network, None)),
    )
}
