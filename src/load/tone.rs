//! tone.toml: rules of tone as data.

use super::faults::Faults;
use super::names::{Names, values};
use super::reader::Row;
use crate::diagnostic::Level;
use crate::model::{Address, Counting, Only, Tone, ToneRule};
use crate::source::{Loc, SourceId, Span};
use std::collections::HashMap;

/// The tone of a document, or of `[tone]`.
pub(super) fn read(row: Row<'_, '_>, source: SourceId, names: &Names, faults: &mut Faults) -> Tone {
    let mut seen: HashMap<String, crate::source::At> = HashMap::new();
    let rules = row
        .rows("rule")
        .filter_map(|row| {
            let rule = rule(row, source, names, faults)?;
            if let Some(first) = seen.insert(rule.id.value.clone(), rule.id.at) {
                faults.duplicate_id(&rule.id.value, rule.id.at, first, None);
            }
            Some(rule)
        })
        .collect();
    Tone {
        extends: row.list("extends").unwrap_or_default(),
        address: row.scalar("address", |v| match v.as_str() {
            Some("tu") => Ok(Address::Tu),
            Some("vous") => Ok(Address::Vous),
            Some("consistent") => Ok(Address::Consistent),
            Some("any") => Ok(Address::Any),
            _ => Err(()),
        }),
        gate: row.count("gate"),
        vocabulary: row.list("vocabulary").unwrap_or_default(),
        off: row.list("off").unwrap_or_default(),
        signature: row.text("signature"),
        rules,
    }
}

fn rule(
    row: Row<'_, '_>,
    source: SourceId,
    names: &Names,
    faults: &mut Faults,
) -> Option<ToneRule> {
    let only = row.row("only").map_or_else(Only::default, |row| only(row, names, faults));
    let level = match row.plain("level").as_deref() {
        Some("off") => None,
        Some(word) => Level::ALL.into_iter().find(|level| level.key() == word),
        None => Some(Level::Warning),
    };
    let swap = row
        .entries("swap")
        .filter_map(|(from, to)| {
            let text = to.get_ref().as_str()?.to_owned();
            let at = crate::source::At { source, span: Span::new(to.span()) };
            Some((from, Loc::new(text, at)))
        })
        .collect();
    Some(ToneRule {
        id: row.id("id")?,
        kind: row.words("kind")?,
        level,
        message: row.plain("message"),
        why: row.plain("why"),
        terms: row.list("terms").unwrap_or_default(),
        patterns: row.list("patterns").unwrap_or_default(),
        swap,
        except: row.list("except").unwrap_or_default(),
        only,
        count: counting(row),
        good: row.list("good").unwrap_or_default(),
        bad: row.list("bad").unwrap_or_default(),
        at: row.at(),
    })
}

fn only(row: Row<'_, '_>, names: &Names, faults: &mut Faults) -> Only {
    Only {
        channels: values(names.channels_of(row.list("channels"), faults)),
        pillars: names.pillars_of(row.list("pillars"), faults),
        formats: row.plain_list("formats"),
        lang: row.plain("lang"),
        status: row.plain_list("status"),
    }
}

fn counting(row: Row<'_, '_>) -> Counting {
    Counting {
        of: row.plain("of"),
        per: row.plain("per"),
        min: row.count("min").map(|n| n.value),
        max: row.count("max").map(|n| n.value),
        without: row.plain_list("without"),
    }
}
