//! `outside-scheduling`: an instant that the network's own scheduling can't hold.

use super::words::Limit;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count};
use crate::model::Status;
use crate::rules::Said;
use crate::time::Lapse;

/// An instant that the network's own scheduling can't hold.
pub static RULE: Rule = Rule {
    id: "outside-scheduling",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A post that is called scheduled further ahead than the network can schedule, or an approved one that is too near to be scheduled any more.",
        fr: "Une publication dite programmée plus loin que le réseau ne sait programmer, ou validée mais trop proche pour être encore programmée.",
    },
    why: Phrase {
        en: "It is not where everybody believes it is, and nothing goes out.",
        fr: "Elle n’est pas là où tout le monde la croit, et rien ne paraît.",
    },
    remedy: Phrase {
        en: "Set it back to `approved` until the network takes it; what is too near goes out by hand.",
        fr: "Remettez-la à `approved` jusqu’à ce que le réseau l’accepte\u{202f}; ce qui est trop proche se publie à la main.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.main]
network = "facebook"

[[post]]
id = "etincelles"
status = "scheduled"
at = 2099-06-01T12:00:00
text = "Le musée fête ses cent ans."
"#,
};

/// Compares instants with what the network can hold now.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let Some(start) = said.placement.instant() else {
        return Vec::new();
    };
    let ahead = start.since(said.facts.now);
    let status = said.placement.status.value;
    let name = said.network.name;
    let far = said.network.schedule_max_days.as_ref().map(Limit::Network);
    let near = said.network.schedule_min_minutes.as_ref().map(Limit::Network);
    let days = |n: usize| Lapse::days(i64::try_from(n).unwrap_or(0));
    let minutes = |n: usize| Lapse::minutes(i64::try_from(n).unwrap_or(0));
    let (limit, message) = match (status, far, near) {
        (Status::Scheduled, Some(limit), _) if ahead > days(limit.most()) => {
            (limit, too_far(name, limit.most()))
        }
        (Status::Approved, _, Some(limit))
            if ahead > Lapse::ZERO && ahead < minutes(limit.most()) =>
        {
            (limit, too_near(name, limit.most()))
        }
        _ => return Vec::new(),
    };
    let finding = said.finding(RULE.id, said.placement.at, message);
    vec![finding.note(limit.origin(said.network, None))]
}

fn too_far(name: &str, most: usize) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!(
            "{name} schedules at most {} ahead: it can’t hold this post yet",
            count(lang, most, "day", "days")
        ),
        Lang::Fr => format!(
            "{name} programme au plus {} à l’avance\u{a0}: il ne peut pas encore retenir cette publication",
            count(lang, most, "jour", "jours")
        ),
    })
}

fn too_near(name: &str, least: usize) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!(
            "{name} schedules at least {} ahead: publish this post by hand",
            count(lang, least, "minute", "minutes")
        ),
        Lang::Fr => format!(
            "{name} programme au moins {} à l’avance\u{a0}: publiez celle-ci à la main",
            count(lang, least, "minute", "minutes")
        ),
    })
}
