//! mix.toml: pillars, shares, quotas.

use super::brand::{conflict, days, missing};
use super::faults::Faults;
use super::names::Names;
use super::presets;
use super::reader::Row;
use super::scalar;
use crate::lang::{Lang, Text, percent};
use crate::model::{Bound, Count, Mix, MixWindow, Per, Pillar, Quota, Scope, Share, Target};
use crate::source::At;

/// The mix of a document, or of `[mix]`.
pub(super) fn read(row: Row<'_, '_>, names: &mut Names, faults: &mut Faults) -> Mix {
    let pillars: Vec<Pillar> = row
        .named_rows("pillars")
        .map(|(id, row)| {
            names.pillars.declare(id.clone(), faults);
            let (from, to) = days(row, faults);
            Pillar {
                name: row.words("name").map_or_else(|| id.value.clone(), |name| name.value),
                color: row.plain("color"),
                from,
                to,
                group: None,
                id,
            }
        })
        .collect();
    let shares: Vec<Share> =
        row.rows("share").filter_map(|row| share(row, names, faults)).collect();
    let mut mix = plain(row, names, faults, (pillars, shares));
    let preset = presets::read(row, &mut mix, faults);
    if preset.is_none() {
        check_sum(&mix.pillars, &mix.shares, faults);
    }
    mix.preset = preset;
    mix
}

/// The mix as it is written, without what a preset makes.
fn plain(
    row: Row<'_, '_>,
    names: &Names,
    faults: &mut Faults,
    (pillars, shares): (Vec<Pillar>, Vec<Share>),
) -> Mix {
    Mix {
        window: row.scalar("window", scalar::mix_window).map_or(MixWindow::Days(28), |w| w.value),
        scope: match row.plain("scope").as_deref() {
            Some("channel") => Scope::Channel,
            _ => Scope::All,
        },
        count: match row.plain("count").as_deref() {
            Some("posts") => Count::Posts,
            _ => Count::Placements,
        },
        reserve: row.int("reserve", 0, 100).and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
        pillars,
        shares,
        quotas: row.rows("quota").filter_map(|row| quota(row, names, faults)).collect(),
        preset: None,
    }
}

fn share(row: Row<'_, '_>, names: &Names, faults: &mut Faults) -> Option<Share> {
    const BOUNDS: [(&str, Target); 3] =
        [("target", Target::Target), ("at_least", Target::AtLeast), ("at_most", Target::AtMost)];
    let given: Vec<_> = BOUNDS.into_iter().filter(|(key, _)| row.has(key)).collect();
    if given.is_empty() {
        missing(faults, row.at(), "target");
    }
    if let [(one, _), (other, _), ..] = given[..]
        && let Some(at) = row.value_at(other)
    {
        conflict(faults, at, other, one);
    }
    let pillars = names.pillars_of(row.list("pillars"), faults);
    let &(key, kind) = given.first()?;
    let tenths = row.scalar(key, scalar::share)?.value;
    Some(Share {
        name: row.plain("name"),
        group: None,
        pillars,
        formats: row.plain_list("formats"),
        bound: Bound { kind, tenths },
        at: row.at(),
    })
}

fn quota(row: Row<'_, '_>, names: &Names, faults: &mut Faults) -> Option<Quota> {
    let pillars = names.pillars_of(row.list("pillars"), faults);
    Some(Quota {
        pillars,
        formats: row.plain_list("formats"),
        at_most: row.count("at_most")?.value,
        per: match row.plain("per").as_deref() {
            Some("day") => Per::Day,
            Some("week") => Per::Week,
            Some("month") => Per::Month,
            Some("year") => Per::Year,
            _ => return None,
        },
        at: row.at(),
    })
}

/// Targets that cover every pillar once sum to 100, give or take one for rounding.
fn check_sum(pillars: &[Pillar], shares: &[Share], faults: &mut Faults) {
    let targets: Vec<&Share> =
        shares.iter().filter(|s| s.bound.kind == Target::Target && s.formats.is_empty()).collect();
    let covered: Vec<_> = targets.iter().flat_map(|share| &share.pillars).collect();
    let all = (0..pillars.len()).all(|i| covered.iter().filter(|ix| ix.get() == i).count() == 1);
    let sum: i64 = targets.iter().map(|share| share.bound.tenths).sum();
    let Some(last) = targets.last().filter(|_| all && !pillars.is_empty()) else {
        return;
    };
    if (990..=1010).contains(&sum) {
        return;
    }
    sum_fault(last.at, sum, faults);
}

pub(super) fn sum_fault(at: At, sum: i64, faults: &mut Faults) {
    let written =
        if sum % 10 == 0 { (sum / 10).to_string() } else { format!("{}.{}", sum / 10, sum % 10) };
    faults.say(
        "mix-sum",
        at,
        Text::of(|lang| match lang {
            Lang::En => format!(
                "the targets of the mix sum to {}, not to {}",
                percent(lang, &written),
                percent(lang, 100)
            ),
            Lang::Fr => format!(
                "les cibles du mix totalisent {}, pas {}",
                percent(lang, &written),
                percent(lang, 100)
            ),
        }),
        Some(Text::of(|lang| match lang {
            Lang::En => "change one of them, or leave a pillar without a target".to_owned(),
            Lang::Fr => "changez l’une d’elles, ou laissez un pilier sans cible".to_owned(),
        })),
    );
}
