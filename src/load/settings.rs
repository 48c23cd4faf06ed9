//! `[calendar]`, `[plan]`, `[approval]`, `[rules]`.

use super::faults::Faults;
use super::reader::Row;
use super::scalar;
use super::shape::TimeOf;
use crate::diagnostic::{Finding, Level};
use crate::lang::{Lang, Text};
use crate::model::{
    Alternate, Approval, ApprovalMode, By, Calendar, Effect, Exclusion, Holidays, Lead, Mark,
    Measure, Plan, Presence, RuleLevel, Weights,
};
use crate::source::Loc;
use crate::time::{self, DaySpan, Lapse, Region, SchoolZone, Zone};
use toml::de::DeValue;

/// `[calendar]`; `folder` names the brand when nothing else does.
pub(super) fn calendar(root: Row<'_, '_>, folder: &str, faults: &mut Faults) -> Calendar {
    let Some(row) = root.row("calendar") else {
        return Calendar {
            name: folder.to_owned(),
            zone: Zone::UTC,
            lang: None,
            messages: None,
            country: None,
            region: None,
            school_zone: None,
            school: Effect::Info,
            holidays: Holidays::Info,
        };
    };
    let country = row.scalar("country", |v| scalar::country(v).map(str::to_owned));
    if let Some(country) =
        country.as_ref().filter(|country| !time::holidays::country_known(&country.value))
    {
        faults.add(unknown_country(country));
    }
    let in_france = country.as_ref().is_some_and(|country| country.value == "FR");
    let region = row.scalar("region", scalar::region).map(|region| region.value);
    Calendar {
        name: row.words("name").map_or_else(|| folder.to_owned(), |name| name.value),
        zone: row.scalar("timezone", scalar::zone).map_or(Zone::UTC, |zone| zone.value),
        lang: row.scalar("lang", |v| scalar::lang_tag(v).map(str::to_owned)).map(|lang| lang.value),
        messages: row.plain("messages").as_deref().and_then(Lang::from_tag),
        region: match region {
            Some(region) => region,
            None => in_france.then_some(Region::Metropole),
        },
        country,
        school_zone: row
            .words("school_zone")
            .and_then(|word| Some(Loc::new(SchoolZone::parse(&word.value)?, word.at))),
        school: match row.plain("school").as_deref() {
            Some("avoid") => Effect::Avoid,
            Some("opportunity") => Effect::Opportunity,
            _ => Effect::Info,
        },
        holidays: match row.plain("holidays").as_deref() {
            Some("avoid") => Holidays::Avoid,
            _ => Holidays::Info,
        },
    }
}

fn unknown_country(country: &Loc<String>) -> Finding {
    let code = country.value.clone();
    Finding::new(
        "unknown-country",
        country.at,
        Text::of(|lang| match lang {
            Lang::En => format!("the public holidays of `{code}` are not known here"),
            Lang::Fr => format!("les jours fériés de `{code}` ne sont pas connus ici"),
        }),
    )
    .help(Text::of(|lang| match lang {
        Lang::En => "name an ICS feed of them: `events = [\"holidays.ics\"]`".to_owned(),
        Lang::Fr => "indiquez-en un flux ICS\u{a0}: `events = [\"jours-feries.ics\"]`".to_owned(),
    }))
}

/// `[plan]`.
pub(super) fn plan(root: Row<'_, '_>, faults: &mut Faults) -> Plan {
    let default_hours = || DaySpan::new(8 * 3_600, 21 * 3_600).unwrap_or(DaySpan::all_day());
    let Some(row) = root.row("plan") else {
        return Plan {
            grid: 30,
            hours: default_hours(),
            spacing: Lapse::MINUTE,
            topic_gap: Lapse::ZERO,
            presence: None,
            alternate: Alternate::Prefer,
            weights: Weights::default(),
            lead: Lead::default(),
            measure: Measure::Engagement,
        };
    };
    let lapse = |key: &str, default: Lapse| row.lapse(key).map_or(default, |lapse| lapse.value);
    Plan {
        grid: row.scalar("grid", scalar::grid).map_or(30, |grid| grid.value),
        hours: row
            .row("hours")
            .and_then(|hours| stretch(hours, faults))
            .unwrap_or_else(default_hours),
        spacing: lapse("spacing", Lapse::MINUTE).max(Lapse::MINUTE),
        topic_gap: lapse("topic_gap", Lapse::ZERO),
        presence: row.row("presence").and_then(presence),
        alternate: row
            .scalar("alternate_pillars", alternate)
            .map_or(Alternate::Prefer, |a| a.value),
        weights: row.row("weights").map_or_else(Weights::default, weights),
        lead: super::lead::lead(row, faults),
        measure: match row.plain("measure").as_deref() {
            Some("rate") => Measure::Rate,
            _ => Measure::Engagement,
        },
    }
}

fn alternate(value: &DeValue<'_>) -> Result<Alternate, ()> {
    match (value.as_bool(), value.as_str()) {
        (Some(true), _) | (_, Some("always")) => Ok(Alternate::Always),
        (Some(false), _) | (_, Some("never")) => Ok(Alternate::Never),
        (_, Some("prefer")) => Ok(Alternate::Prefer),
        _ => Err(()),
    }
}

fn presence(row: Row<'_, '_>) -> Option<Presence> {
    Some(Presence {
        after: row.lapse("after")?.value,
        by: match row.plain("by").as_deref() {
            Some("owner") => By::Owner,
            Some("nobody") => By::Nobody,
            _ => By::Anyone,
        },
        capacity: row.count("capacity").map(|capacity| capacity.value),
        at: row.at(),
    })
}

fn weights(row: Row<'_, '_>) -> Weights {
    let default = Weights::default();
    let weight = |key: &str, default: i64| row.int(key, 0, 10_000).unwrap_or(default);
    Weights {
        mix: weight("mix", default.mix),
        cadence: weight("cadence", default.cadence),
        moves: weight("move", default.moves),
        alternate: weight("alternate", default.alternate),
    }
}

/// `from` and `to` of a stretch of the day; equal ends are a fault.
pub(super) fn stretch(row: Row<'_, '_>, faults: &mut Faults) -> Option<DaySpan> {
    let from = row.seconds("from", TimeOf::Day)?;
    let to = row.seconds("to", TimeOf::End)?;
    let span = DaySpan::new(from.value, to.value).ok();
    if span.is_none() {
        faults.say("empty-range", to.at, Text::of(|lang| match lang {
            Lang::En => "this stretch ends when it starts".to_owned(),
            Lang::Fr => "cette plage se termine à l’heure où elle commence".to_owned(),
        }), Some(Text::of(|lang| match lang {
            Lang::En => "the whole day is `from = \"00:00\", to = \"24:00\"`; one time alone is `at = \"18:00\"`".to_owned(),
            Lang::Fr => "la journée entière s’écrit `from = \"00:00\", to = \"24:00\"`\u{202f}; une heure seule, `at = \"18:00\"`".to_owned(),
        })));
    }
    span
}

/// `[approval]`.
pub(super) fn approval(root: Row<'_, '_>) -> Approval {
    let Some(row) = root.row("approval") else {
        return Approval::default();
    };
    Approval {
        mode: match row.plain("mode").as_deref() {
            Some("optional") => ApprovalMode::Optional,
            Some("required") => ApprovalMode::Required,
            _ => ApprovalMode::None,
        },
        count: row.count("count").map_or(1, |count| count.value.max(1)),
        roles: row.plain_list("roles"),
        not_author: match row.mark("not_author") {
            Mark::Yes => Exclusion::Excluded,
            Mark::No => Exclusion::Allowed,
        },
        at: Some(row.at()),
    }
}

/// `[rules]`; the dots of a name are written with quotes or without.
pub(super) fn rules(root: Row<'_, '_>) -> Vec<RuleLevel> {
    let mut levels = Vec::new();
    for (name, value) in root.entries("rules") {
        push(&mut levels, name, value.get_ref());
    }
    levels
}

fn push(levels: &mut Vec<RuleLevel>, rule: Loc<String>, value: &DeValue<'_>) {
    if let DeValue::Table(inner) = value {
        for (part, value) in inner {
            let dotted = format!("{}.{}", rule.value, part.get_ref());
            push(levels, rule.as_ref().map(|_| dotted), value.get_ref());
        }
        return;
    }
    let level = match value.as_str() {
        Some("off") => None,
        Some(word) => match Level::ALL.into_iter().find(|level| level.key() == word) {
            Some(level) => Some(level),
            None => return,
        },
        None => return,
    };
    levels.push(RuleLevel { rule, level });
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Level;
    use crate::source::Sources;

    fn levels(rules: &str) -> Vec<(String, Option<Level>)> {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.x]\nnetwork = \"x\"\n[rules]\n{rules}"
        );
        let mut sources = Sources::default();
        let loaded =
            crate::load::from_text(&text, std::path::Path::new("."), &mut sources).unwrap();
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        let rules = loaded.workspace.unwrap().rules;
        rules.into_iter().map(|level| (level.rule.value, level.level)).collect()
    }

    #[test]
    fn a_name_of_three_parts_needs_no_quotes() {
        let quoted = levels("\"tone.fr-typo.ellipsis\" = \"off\"\n\"tone.caps\" = \"error\"\n");
        assert_eq!(quoted[0], ("tone.fr-typo.ellipsis".to_owned(), None));
        let bare = levels("tone.fr-typo.ellipsis = \"off\"\ntone.caps = \"error\"\n");
        assert_eq!(bare, quoted);
    }
}
