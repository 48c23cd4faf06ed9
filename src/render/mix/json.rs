//! A mix as `edito-mix/1`: one compact object on one line.

use super::Shown;
use crate::balance::{Allowance, Sheet, Window};
use crate::model::{Count, PillarIx, Scope, Share, Target, Workspace};
use crate::render::plan::json::percent;
use crate::render::words::{judgement_key, per_key};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

/// The object on its line.
#[must_use]
pub fn render(shown: &Shown<'_>) -> String {
    let (ws, mix) = (shown.ws, &shown.ws.mix);
    let of_sheets = |each: fn(&Workspace, &Sheet) -> Vec<Value>| -> Vec<Value> {
        shown.sheets.iter().flat_map(|sheet| each(ws, sheet)).collect()
    };
    let document = Document {
        format: "edito-mix/1",
        calendar: &ws.calendar.name,
        timezone: ws.calendar.zone.name(),
        from: shown.days.0.to_string(),
        to: shown.days.1.to_string(),
        preset: mix.preset.as_ref().map(|preset| preset.value.name),
        scope: match mix.scope {
            Scope::All => "all",
            Scope::Channel => "channel",
        },
        count: match mix.count {
            Count::Placements => "placements",
            Count::Posts => "posts",
        },
        mix: of_sheets(items),
        apart: of_sheets(|ws, sheet| vec![apart(ws, sheet)]),
        next: of_sheets(|ws, sheet| vec![next(ws, sheet)]),
        quotas: shown.allowances.iter().map(|one| quota(ws, one)).collect(),
    };
    // Only maps with keys that are no text, or a writer that fails, can fail here.
    let mut line = serde_json::to_string(&document).unwrap_or_default();
    line.push('\n');
    line
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    calendar: &'a str,
    timezone: &'static str,
    from: String,
    to: String,
    preset: Option<&'static str>,
    scope: &'static str,
    count: &'static str,
    mix: Vec<Value>,
    apart: Vec<Value>,
    next: Vec<Value>,
    quotas: Vec<Value>,
}

/// A value with what every part of a sheet says first: its days, its channel, its campaign.
fn of_sheet(ws: &Workspace, sheet: &Sheet, mut value: Value) -> Value {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let campaign = match sheet.window {
        Window::Campaign(ix) => Some(ws.campaign(ix).id.value.as_str()),
        Window::Days(..) => None,
    };
    if let Some(object) = value.as_object_mut() {
        object.insert("from".to_owned(), json!(day(sheet.days.0)));
        object.insert("to".to_owned(), json!(day(sheet.days.1)));
        let channel = sheet.channel.map(|ix| ws.channel(ix).id.value.as_str());
        object.insert("channel".to_owned(), json!(channel));
        object.insert("campaign".to_owned(), json!(campaign));
    }
    value
}

fn items(ws: &Workspace, sheet: &Sheet) -> Vec<Value> {
    let item = |line: &crate::balance::Line| {
        let share = &ws.mix.shares[line.share];
        let mut value = wanted(ws, share);
        if let Some(object) = value.as_object_mut() {
            object.insert("planned".to_owned(), json!(line.planned));
            object.insert("published".to_owned(), json!(line.published));
            object.insert("of".to_owned(), json!(sheet.of));
            object.insert("judgement".to_owned(), json!(judgement_key(line.judgement)));
        }
        of_sheet(ws, sheet, value)
    };
    sheet.lines.iter().map(item).collect()
}

/// What a share wants, and of what.
fn wanted(ws: &Workspace, share: &Share) -> Value {
    json!({
        "pillars": ids(ws, &share.pillars),
        "formats": share.formats,
        "name": share.name,
        "group": share.group.map(|group| group.id),
        "bound": match share.bound.kind {
            Target::Target => "target",
            Target::AtLeast => "at_least",
            Target::AtMost => "at_most",
        },
        "target": percent(share.bound.tenths),
    })
}

fn apart(ws: &Workspace, sheet: &Sheet) -> Value {
    let apart = &sheet.apart;
    let pillars: Vec<Value> = apart
        .without_share
        .iter()
        .map(|(ix, count)| json!({"pillar": ws.pillar(*ix).id.value, "count": count}))
        .collect();
    let value = json!({
        "of": sheet.of,
        "without_pillar": apart.without_pillar,
        "without_share": pillars,
        "overdue": apart.overdue,
        "unsure": apart.unsure,
    });
    of_sheet(ws, sheet, value)
}

fn next(ws: &Workspace, sheet: &Sheet) -> Value {
    let owed = &sheet.owed;
    let posts: Vec<Value> = owed
        .steps
        .iter()
        .map(|step| {
            let pillar = &ws.pillar(step.pillar).id.value;
            json!({"pillar": pillar, "format": step.format, "count": step.count})
        })
        .collect();
    let unmet: Vec<Value> = owed
        .unmet
        .iter()
        .map(|(share, count)| {
            let mut value = wanted(ws, &ws.mix.shares[*share]);
            if let Some(object) = value.as_object_mut() {
                object.insert("count".to_owned(), json!(count));
            }
            value
        })
        .collect();
    let value = json!({"posts": posts, "unmet": unmet, "of": owed.of, "room": owed.room});
    of_sheet(ws, sheet, value)
}

fn quota(ws: &Workspace, allowance: &Allowance) -> Value {
    let quota = &ws.mix.quotas[allowance.quota];
    json!({
        "pillars": ids(ws, &quota.pillars),
        "formats": quota.formats,
        "per": per_key(quota.per),
        "from": allowance.from.to_string(),
        "to": allowance.to.to_string(),
        "at_most": allowance.at_most,
        "count": allowance.count,
        "left": allowance.left(),
    })
}

fn ids<'w>(ws: &'w Workspace, pillars: &[PillarIx]) -> Vec<&'w str> {
    pillars.iter().map(|ix| ws.pillar(*ix).id.value.as_str()).collect()
}
