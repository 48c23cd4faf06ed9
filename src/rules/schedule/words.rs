//! How findings about time speak: names, moments, settings.

use super::standing;
use crate::diagnostic::{Finding, Rule};
use crate::lang::{self, Lang, Text};
use crate::model::{LaneIx, PlacementIx};
use crate::rules::{Dated, Facts, titles};

/// `“Klimt arrives” (instagram)`.
pub(super) fn name(lang: Lang, facts: &Facts<'_>, ix: PlacementIx) -> String {
    titles::on_channel(lang, facts.ws, ix)
}

/// When it starts, on its channel's clock.
pub(super) fn when(lang: Lang, dated: &Dated) -> String {
    lang::instant(lang, dated.local)
}

/// A finding where a placement's date is written, about its post and its channel.
pub(super) fn finding(
    facts: &Facts<'_>,
    rule: &'static Rule,
    ix: PlacementIx,
    message: Text,
) -> Finding {
    let placement = facts.ws.placement(ix);
    Finding::new(rule.id, placement.at, message)
        .of_post(&facts.ws.post_of(placement).id.name)
        .on_channel(&facts.ws.channel(placement.channel).id.value)
}

/// The same with a second placement beside it, unless both are written in one place.
pub(super) fn beside(finding: Finding, facts: &Facts<'_>, other: &Dated) -> Finding {
    let at = facts.placement(other).at;
    if finding.place == at.into() {
        return finding;
    }
    let text = Text::of(|lang| {
        let name = name(lang, facts, other.placement);
        match standing::is_out(facts, facts.placement(other)) {
            standing::Out::Yes => format!("{name}, {} ({})", when(lang, other), already(lang)),
            standing::Out::No => format!("{name}, {}", when(lang, other)),
        }
    });
    finding.other(at, text)
}

const fn already(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "already out",
        Lang::Fr => "déjà en ligne",
    }
}

/// The note that names a setting: ``set by `spacing = "15min"` in `[plan]` ``.
pub(super) fn setting(words: &str, table: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("set by `{words}` in `[{table}]`"),
        Lang::Fr => format!("réglage\u{a0}: `{words}` dans `[{table}]`"),
    })
}

/// The table of a lane: `channels.instagram`, `channels.instagram.formats.story`.
pub(super) fn table(facts: &Facts<'_>, lane: LaneIx) -> String {
    let lane = facts.ws.lane(lane);
    let channel = &facts.ws.channel(lane.channel).id.value;
    match &lane.format {
        None => format!("channels.{channel}"),
        Some(format) => format!("channels.{channel}.formats.{format}"),
    }
}
