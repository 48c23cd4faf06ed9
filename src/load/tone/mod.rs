//! tone.toml: rules of tone as data, with those of the packs that it extends.

mod demand;
mod packs;
mod values;

pub use packs::{PACKS, Pack, pack};

use super::document;
use super::faults::Faults;
use super::names::{Names, values};
use super::reader::Row;
use super::shape::{is_common, keys_of};
use crate::diagnostic::{Finding, Level};
use crate::lang::{Lang, Text, list_or};
use crate::model::tone::{Address, AddressRule, Vocabulary};
use crate::model::{Demand, Mark, Mending, Only, Quotes, Status, Tone, ToneRule};
use crate::source::{At, Loc, SourceId, Sources};
use std::collections::HashMap;

/// Settings that are told of like rules: no rule has their names.
const SETTINGS: [&str; 3] = ["address", "gate", "vocabulary"];

/// Where the files of a run are kept, and what their faults are told to.
pub(super) struct Desk<'a> {
    /// The channels and pillars of the calendar.
    pub(super) names: &'a Names,
    /// The files.
    pub(super) sources: &'a mut Sources,
    /// The faults.
    pub(super) faults: &'a mut Faults,
}

/// The tone of a document, or of `[tone]`.
pub(super) fn read(row: Row<'_, '_>, source: SourceId, desk: &mut Desk<'_>) -> Tone {
    let extends = row.list("extends").unwrap_or_default();
    let off = row.list("off").unwrap_or_default();
    let own = rules(row, source, None, desk.names, desk.faults);
    let mut all = Vec::new();
    let mut taken: Vec<&str> = Vec::new();
    for name in &extends {
        match pack(&name.value) {
            Some(pack) if !taken.contains(&pack.name) => {
                taken.push(pack.name);
                all.extend(rules_of(pack, desk));
            }
            Some(_) => {}
            None => desk.faults.add(packs::unknown(name)),
        }
    }
    all.extend(own);
    let address = row.scalar("address", |v| match v.as_str() {
        Some("tu") => Ok(Address::Tu),
        Some("vous") => Ok(Address::Vous),
        Some("consistent") => Ok(Address::Consistent),
        Some("any") => Ok(Address::Any),
        _ => Err(()),
    });
    all.extend(address.as_ref().and_then(of_address));
    let vocabulary = row.list("vocabulary").unwrap_or_default();
    all.extend(of_vocabulary(&vocabulary));
    for rule in &mut all {
        let name = rule.name();
        if off.iter().any(|off| off.value == name) {
            rule.level = None;
        }
    }
    Tone {
        address,
        gate: row.count("gate"),
        vocabulary,
        signature: row.text("signature"),
        rules: all,
        extends,
        off,
    }
}

/// The rule that the setting `address` stands for.
fn of_address(address: &Loc<Address>) -> Option<ToneRule> {
    let rule = ToneRule::new(
        "address",
        address.at,
        Demand::Address(AddressRule { expect: address.value }),
    );
    (address.value != Address::Any).then_some(rule)
}

/// The rule that the setting `vocabulary` stands for.
fn of_vocabulary(words: &[Loc<String>]) -> Option<ToneRule> {
    let demand = Demand::Vocabulary(Vocabulary { words: words.to_vec() });
    words.first().map(|first| ToneRule::new("vocabulary", first.at, demand))
}

/// The rules of a shipped pack. A test holds that it has no fault.
fn rules_of(pack: &'static Pack, desk: &mut Desk<'_>) -> Vec<ToneRule> {
    let source = desk.sources.add(pack.name, pack.text);
    match document::parse(pack.text, source, pack.name) {
        Ok(doc) => {
            let row = Row::document(&doc.table, source);
            rules(row, source, Some(pack.name), desk.names, &mut Faults::default())
        }
        Err(_) => Vec::new(),
    }
}

fn rules(
    row: Row<'_, '_>,
    source: SourceId,
    from: Option<&'static str>,
    names: &Names,
    faults: &mut Faults,
) -> Vec<ToneRule> {
    let mut seen: HashMap<String, At> = HashMap::new();
    row.rows("rule")
        .filter_map(|row| {
            let rule = rule(row, source, from, names, faults)?;
            if let Some(first) = seen.insert(rule.id.value.clone(), rule.id.at) {
                faults.duplicate_id(&rule.id.value, rule.id.at, first, None);
            }
            Some(rule)
        })
        .collect()
}

fn rule(
    row: Row<'_, '_>,
    source: SourceId,
    of: Option<&'static str>,
    names: &Names,
    faults: &mut Faults,
) -> Option<ToneRule> {
    let level = match row.plain("level").as_deref() {
        Some("off") => None,
        Some(word) => Level::ALL.into_iter().find(|level| level.key() == word),
        // What a formula says of a text is never more than a hint.
        None if row.plain("kind").as_deref() == Some("readability") => Some(Level::Hint),
        None => Some(Level::Warning),
    };
    let id = row.id("id")?;
    if of.is_none() && (SETTINGS.contains(&&*id.value) || pack(&id.value).is_some()) {
        faults.taken_id(&id);
    }
    let kind = row.words("kind")?;
    keys(row, &kind, faults);
    values::check(&kind.value, row, faults);
    let mut only = row.row("only").map_or_else(Only::default, |row| only_in(row, names, faults));
    only.lang = only.lang.or_else(|| row.words("lang"));
    Some(ToneRule {
        id,
        pack: of,
        level,
        message: row.plain("message"),
        why: row.plain("why"),
        law: row.plain("law"),
        link: row.plain("link"),
        except: row.list("except").unwrap_or_default(),
        quotes: match row.plain("quotes").as_deref() {
            Some("check") => Some(Quotes::Check),
            Some("skip") => Some(Quotes::Skip),
            _ => None,
        },
        fix: if row.has("fix") && row.mark("fix") == Mark::No {
            Mending::Never
        } else {
            Mending::Safe
        },
        only,
        good: row.list("good").unwrap_or_default(),
        bad: row.list("bad").unwrap_or_default(),
        demand: demand::read(&kind.value, row, source)?,
        at: row.at(),
    })
}

fn only_in(row: Row<'_, '_>, names: &Names, faults: &mut Faults) -> Only {
    let status = row.plain_list("status");
    Only {
        channels: values(names.channels_of(row.list("channels"), faults)),
        networks: row.plain_list("networks"),
        pillars: names.pillars_of(row.list("pillars"), faults),
        formats: row.plain_list("formats"),
        lang: row.words("lang"),
        status: status.iter().filter_map(|status| Status::from_key(status)).collect(),
    }
}

/// What is wrong with the keys of a rule: those that its kind does not take, and those it lacks.
fn keys(row: Row<'_, '_>, kind: &Loc<String>, faults: &mut Faults) {
    let Some(known) = keys_of(&kind.value) else {
        return;
    };
    for (name, at) in row.keys() {
        let takes = known.needs.contains(&name) || known.takes.contains(&name);
        let exists = super::shape::KINDS
            .iter()
            .any(|keys| keys.needs.contains(&name) || keys.takes.contains(&name));
        if !is_common(name) && exists && !takes {
            faults.add(stray_key(name, at, known));
        }
    }
    if !known.needs.is_empty() && !known.needs.iter().any(|key| row.has(key)) {
        faults.add(idle(kind, known));
    }
}

fn stray_key(name: &str, at: At, keys: &'static super::shape::KindKeys) -> Finding {
    let quoted: Vec<String> =
        keys.needs.iter().chain(keys.takes).map(|key| format!("`{key}`")).collect();
    Finding::new(
        "stray-tone-key",
        at,
        Text::of(|lang| match lang {
            Lang::En => format!("a rule of kind `{}` takes no `{name}`", keys.kind),
            Lang::Fr => format!("une règle de genre `{}` ne prend pas `{name}`", keys.kind),
        }),
    )
    .help(Text::of(|lang| match (lang, quoted.is_empty()) {
        (Lang::En, true) => "it takes none of its own: remove this line".to_owned(),
        (Lang::Fr, true) => "elle n’en a aucune à elle\u{a0}: retirez cette ligne".to_owned(),
        (Lang::En, false) => format!("it takes {}", crate::lang::list(lang, &quoted)),
        (Lang::Fr, false) => format!("elle prend {}", crate::lang::list(lang, &quoted)),
    }))
}

fn idle(kind: &Loc<String>, keys: &'static super::shape::KindKeys) -> Finding {
    let needed: Vec<String> = keys.needs.iter().map(|key| format!("`{key}`")).collect();
    Finding::new(
        "idle-tone-rule",
        kind.at,
        Text::of(|lang| match lang {
            Lang::En => format!("this rule of kind `{}` asks for nothing", keys.kind),
            Lang::Fr => format!("cette règle de genre `{}` ne demande rien", keys.kind),
        }),
    )
    .help(Text::of(|lang| match lang {
        Lang::En => format!("give it {}", list_or(lang, &needed)),
        Lang::Fr => format!("donnez-lui {}", list_or(lang, &needed)),
    }))
}
