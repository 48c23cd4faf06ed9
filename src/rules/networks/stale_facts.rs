//! `stale-network-facts`: what this program knows of a network is old.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, date_with_year, list};
use crate::networks::{self, Network};
use crate::rules::Facts;
use crate::source::At;
use chrono::Days;

/// What this program knows of a network is old.
pub static RULE: Rule = Rule {
    id: "stale-network-facts",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "What the program knows of a network of this calendar was read more than a year ago.",
        fr: "Ce que le programme sait d’un réseau de ce calendrier a été lu il y a plus d’un an.",
    },
    why: Phrase {
        en: "Networks change their limits without a word; a check by old figures may be wrong.",
        fr: "Les réseaux changent leurs limites sans prévenir\u{a0}; une vérification par de vieux chiffres peut se tromper.",
    },
    remedy: Phrase {
        en: "Update edito. Until then your own `limits` in the channel take the place of the network’s.",
        fr: "Mettez edito à jour. D’ici là, vos propres `limits` dans le canal remplacent celles du réseau.",
    },
    example: r#"# now: 2099-01-01T09:00:00+01:00
[calendar]
timezone = "Europe/Paris"

[channels.main]
network = "pinterest"
"#,
};

/// Days after which facts are old.
const OLD: u64 = 365;

/// One finding for all networks of the calendar, at the first of them.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let today = facts.today();
    let mut old: Vec<(&Network, At)> = Vec::new();
    for channel in &facts.ws.channels {
        let Some(network) = networks::find(&channel.network.value) else {
            continue;
        };
        let known = old.iter().any(|(other, _)| other.key == network.key);
        let last = network.as_of.and_then(|day| day.checked_add_days(Days::new(OLD)));
        if !known && last.is_some_and(|last| today > last) {
            old.push((network, channel.network.at));
        }
    }
    let Some(&(_, at)) = old.first() else {
        return Vec::new();
    };
    let message = Text::of(|lang| {
        let each: Vec<String> = old
            .iter()
            .filter_map(|(network, _)| Some((network.name, network.as_of?)))
            .map(|(name, day)| format!("{name} ({})", date_with_year(lang, day)))
            .collect();
        let each = list(lang, &each);
        match lang {
            Lang::En => {
                format!("what edito knows of these networks is more than a year old: {each}")
            }
            Lang::Fr => {
                format!("ce qu’edito sait de ces réseaux a plus d’un an\u{a0}: {each}")
            }
        }
    });
    let help = Text::of(|lang| match lang {
        Lang::En => "update edito; your own `limits` in a channel always win".to_owned(),
        Lang::Fr => {
            "mettez edito à jour\u{202f}; vos propres `limits` dans un canal l’emportent toujours"
                .to_owned()
        }
    });
    vec![Finding::new(RULE.id, at, message).help(help)]
}
