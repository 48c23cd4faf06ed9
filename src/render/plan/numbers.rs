//! The mix and the cadence of a plan, in words and figures.

use super::{Shown, paused};
use crate::lang::{Lang, count, percent, span_of_days};
use crate::model::{CadenceItem, ChannelIx, Judgement, MixItem, Target};
use crate::render::words;
use crate::time::Week;
use chrono::NaiveDate;

/// The shares of one window.
#[derive(Clone, Debug)]
pub struct MixTable {
    /// The days, and the channel when each is counted alone.
    pub heading: String,
    /// How many posts count.
    pub of: usize,
    /// The shares.
    pub rows: Vec<MixRow>,
    /// Said once for the whole window: too few to judge.
    pub remark: Option<&'static str>,
}

/// One share.
#[derive(Clone, Debug)]
pub struct MixRow {
    /// Its pillars, or its name.
    pub name: String,
    /// Posts that count for it.
    pub count: usize,
    /// Their part of the window, in tenths of a percent.
    pub tenths: i64,
    /// The target, in tenths of a percent.
    pub target: i64,
    /// The part: `21 %`.
    pub share: String,
    /// What is wanted: `target 25 %`.
    pub wanted: String,
    /// What to make of it.
    pub judgement: &'static str,
}

/// A lane's week.
#[derive(Clone, Debug)]
pub struct CadenceRow {
    /// The lane.
    pub channel: String,
    /// The week, when the plan has several.
    pub week: Option<String>,
    /// `3 planned (between 3 and 5)`.
    pub figures: String,
    /// What is missing or too much; nothing when all is well.
    pub remark: Option<String>,
}

/// The mix, window by window.
pub(super) fn mix(shown: &Shown<'_>) -> Vec<MixTable> {
    let mut tables: Vec<(Key, MixTable)> = Vec::new();
    for item in &shown.schedule.mix {
        let key = (item.from, item.to, item.channel);
        let row = row(shown, item);
        match tables.iter_mut().find(|(known, _)| *known == key) {
            Some((_, table)) => table.rows.push(row),
            None => tables.push((key, table(shown, item, row))),
        }
    }
    tables.into_iter().map(|(_, table)| table).collect()
}

type Key = (NaiveDate, NaiveDate, Option<ChannelIx>);

fn table(shown: &Shown<'_>, item: &MixItem, row: MixRow) -> MixTable {
    let days = span_of_days(shown.lang, item.from, item.to);
    let channel = item.channel.map(|ix| words::channel(shown.ws, ix, None));
    MixTable {
        heading: match channel {
            Some(channel) => format!("{channel}, {days}"),
            None => days,
        },
        of: item.of,
        rows: vec![row],
        remark: (item.judgement == Judgement::TooFew)
            .then(|| words::judgement(Judgement::TooFew).get(shown.lang)),
    }
}

fn row(shown: &Shown<'_>, item: &MixItem) -> MixRow {
    let count = item.planned + item.published;
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let tenths = match item.of {
        0 => 0,
        of => (1000 * whole(count) + whole(of) / 2) / whole(of),
    };
    let target = words::tenths(shown.lang, item.tenths);
    MixRow {
        name: share_name(shown, item),
        count,
        tenths,
        target: item.tenths,
        share: words::tenths(shown.lang, (tenths + 5) / 10 * 10),
        wanted: match (item.bound, shown.lang) {
            (Target::Target, Lang::En) => format!("target {target}"),
            (Target::AtLeast, Lang::En) => format!("at least {target}"),
            (Target::AtMost, Lang::En) => format!("at most {target}"),
            (Target::Target, Lang::Fr) => format!("objectif {target}"),
            (Target::AtLeast, Lang::Fr) => format!("au moins {target}"),
            (Target::AtMost, Lang::Fr) => format!("au plus {target}"),
        },
        judgement: words::judgement(item.judgement).get(shown.lang),
    }
}

fn share_name(shown: &Shown<'_>, item: &MixItem) -> String {
    let shares = &shown.ws.mix.shares;
    let named = shares
        .iter()
        .find(|share| share.pillars == item.pillars && share.bound.tenths == item.tenths);
    if let Some(name) = named.and_then(|share| share.title(shown.lang)) {
        return crate::render::lines::one_line(name);
    }
    let names: Vec<String> = item.pillars.iter().map(|ix| words::pillar(shown.ws, *ix)).collect();
    names.join(" + ")
}

/// Weeks past which only those that ask for something are shown.
const FEW_WEEKS: usize = 4;

/// The cadence, lane by lane; of a long plan, the weeks that ask for something.
pub(super) fn cadence(shown: &Shown<'_>) -> Vec<CadenceRow> {
    let items = &shown.schedule.cadence;
    let mut weeks: Vec<NaiveDate> = items.iter().map(|item| item.monday).collect();
    weeks.sort_unstable();
    weeks.dedup();
    items
        .iter()
        .filter(|item| item.min.is_some() || item.max.is_some())
        .map(|item| cadence_row(shown, item, weeks.len()))
        .filter(|row| weeks.len() <= FEW_WEEKS || row.remark.is_some())
        .collect()
}

fn cadence_row(shown: &Shown<'_>, item: &CadenceItem, weeks: usize) -> CadenceRow {
    let lang = shown.lang;
    let week = Week::of(item.monday).number();
    CadenceRow {
        channel: words::channel(shown.ws, item.channel, item.format.as_deref()),
        week: (weeks > 1).then(|| match lang {
            Lang::En => format!("W{week:02}"),
            Lang::Fr => format!("S{week:02}"),
        }),
        figures: figures(shown, item),
        remark: remark(shown, item),
    }
}

/// `2 planned (between 1 and 3; 4 less a reserve of 10%)`.
fn figures(shown: &Shown<'_>, item: &CadenceItem) -> String {
    let lang = shown.lang;
    let planned = match lang {
        Lang::En => count(lang, item.count, "planned", "planned"),
        Lang::Fr => count(lang, item.count, "prévue", "prévues"),
    };
    let bounds = match (item.min.filter(|min| *min > 0), item.max, lang) {
        (None, None, _) => return planned,
        (Some(min), Some(max), Lang::En) if min == max => format!("{min} wanted"),
        (Some(min), Some(max), Lang::Fr) if min == max => {
            count(lang, size(min), "demandée", "demandées")
        }
        (Some(min), Some(max), Lang::En) => format!("between {min} and {max}"),
        (Some(min), Some(max), Lang::Fr) => format!("entre {min} et {max}"),
        (Some(min), None, Lang::En) => format!("at least {min}"),
        (Some(min), None, Lang::Fr) => format!("au moins {min}"),
        (None, Some(max), Lang::En) => format!("at most {max}"),
        (None, Some(max), Lang::Fr) => format!("au plus {max}"),
    };
    match (reserve(shown, item), lang) {
        (None, _) => format!("{planned} ({bounds})"),
        (Some(reserve), Lang::En) => format!("{planned} ({bounds}; {reserve})"),
        (Some(reserve), Lang::Fr) => format!("{planned} ({bounds}\u{202f}; {reserve})"),
    }
}

/// `4 less a reserve of 10%`, where the reserve lowers the maximum.
fn reserve(shown: &Shown<'_>, item: &CadenceItem) -> Option<String> {
    let whole = paused::lane(shown, item)?.cadence.max?;
    let percent = percent(shown.lang, shown.ws.mix.reserve);
    (item.max? < whole).then(|| match shown.lang {
        Lang::En => format!("{whole} less a reserve of {percent}"),
        Lang::Fr => format!("{whole} moins {percent} de réserve"),
    })
}

fn remark(shown: &Shown<'_>, item: &CadenceItem) -> Option<String> {
    let short = item.min.map_or(0, size).saturating_sub(item.count);
    let over = item.max.map_or(0, |max| item.count.saturating_sub(size(max)));
    match (short, over, shown.lang) {
        (0, 0, _) => None,
        (0, over, Lang::En) => Some(format!("{over} too many")),
        (0, over, Lang::Fr) => Some(format!("{over} de trop")),
        (_, _, Lang::En) if paused::is_paused(shown, item) => Some("paused".to_owned()),
        (_, _, Lang::Fr) if paused::is_paused(shown, item) => Some("en pause".to_owned()),
        (short, _, Lang::En) => Some(format!("{short} missing")),
        (short, _, Lang::Fr) => Some(format!("il en manque {short}")),
    }
}

fn size(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;

    fn item(count: usize, min: Option<u32>, max: Option<u32>) -> CadenceItem {
        CadenceItem {
            channel: ChannelIx::new(0),
            format: None,
            monday: "2026-11-23".parse().unwrap(),
            count,
            min,
            max,
        }
    }

    #[test]
    fn cadence_in_words() {
        let museum = museum();
        let (fr, en) = (museum.shown(Lang::Fr), museum.shown(Lang::En));
        let short = item(1, Some(3), Some(7));
        assert_eq!(figures(&fr, &short), "1 prévue (entre 3 et 7)");
        assert_eq!(remark(&fr, &short).as_deref(), Some("il en manque 2"));
        let over = item(8, None, Some(7));
        assert_eq!(figures(&en, &over), "8 planned (at most 7)");
        assert_eq!(remark(&en, &over).as_deref(), Some("1 too many"));
        assert_eq!(remark(&en, &item(4, Some(3), Some(5))), None);
    }

    #[test]
    fn the_reserve_is_told_where_it_lowers_the_maximum() {
        let museum = museum();
        let lowered = item(2, Some(1), Some(5));
        assert_eq!(
            figures(&museum.shown(Lang::Fr), &lowered),
            "2 prévues (entre 1 et 5\u{202f}; 7 moins 20\u{202f}% de réserve)"
        );
        assert_eq!(
            figures(&museum.shown(Lang::En), &lowered),
            "2 planned (between 1 and 5; 7 less a reserve of 20%)"
        );
    }
}
