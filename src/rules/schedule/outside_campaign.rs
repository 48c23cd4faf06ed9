//! `outside-campaign`: a post outside the days of its campaign.

use super::standing::{ahead, days};
use super::words::{finding, name};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, date_short, date_with_year, quote, span_of_days};
use crate::model::{Campaign, PlacementIx};
use crate::rules::Facts;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    id: "outside-campaign",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post is due before the first or after the last day of its campaign.",
        fr: "Une publication est prévue avant le premier ou après le dernier jour de sa campagne.",
    },
    why: Phrase {
        en: "It would announce what doesn’t exist yet, or sell what is over.",
        fr: "Elle annoncerait ce qui n’existe pas encore, ou vendrait ce qui est terminé.",
    },
    remedy: Phrase {
        en: "Move the post, take `campaign` off it, or give the campaign other days.",
        fr: "Déplacez la publication, retirez-lui `campaign`, ou changez les jours de la campagne.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[campaigns.klimt]
from = 2026-11-16
to = 2027-02-28

[[post]]
id = "teaser"
title = "Klimt is coming"
campaign = "klimt"
at = 2026-11-10T12:00:00    # six days early
"#,
};

/// Every post whose days all lie outside its campaign.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    ahead(facts)
        .filter_map(|(ix, placement)| {
            let campaign = facts.ws.post_of(placement).campaign.as_ref()?;
            let campaign = facts.ws.campaign(campaign.value);
            let (first, last) = days(facts, placement)?;
            let early = campaign.from.is_some_and(|from| last < from);
            let late = campaign.to.is_some_and(|to| to < first);
            (early || late).then(|| report(facts, ix, (first, last), campaign))
        })
        .collect()
}

fn report(
    facts: &Facts<'_>,
    ix: PlacementIx,
    (first, last): (NaiveDate, NaiveDate),
    campaign: &Campaign,
) -> Finding {
    let message = Text::of(|lang| {
        let (name, title) = (name(lang, facts, ix), quote(lang, &campaign.name));
        let due = if first == last {
            match lang {
                Lang::En => date_short(lang, first),
                Lang::Fr => format!("le {}", date_short(lang, first)),
            }
        } else {
            span_of_days(lang, first, last)
        };
        match lang {
            Lang::En => format!("{name} is due {due}, outside its campaign {title}"),
            Lang::Fr => format!("{name} est prévue {due}, en dehors de sa campagne {title}"),
        }
    });
    finding(facts, &RULE, ix, message)
        .other(
            campaign.id.at,
            Text::of(|lang| match (lang, campaign.from, campaign.to) {
                (_, Some(from), Some(to)) => span_of_days(lang, from, to),
                (Lang::En, Some(from), None) => format!("from {}", date_with_year(lang, from)),
                (Lang::Fr, Some(from), None) => {
                    format!("à partir du {}", date_with_year(lang, from))
                }
                (Lang::En, None, Some(to)) => format!("until {}", date_with_year(lang, to)),
                (Lang::Fr, None, Some(to)) => format!("jusqu’au {}", date_with_year(lang, to)),
                (_, None, None) => String::new(),
            }),
        )
        .help(Phrase {
            en: "move it into the campaign, or take `campaign` off it",
            fr: "déplacez-la dans la campagne, ou retirez-lui `campaign`",
        })
}
