//! How much is known of the hours of the channels of a plan: in words where the plan chose or
//! offers slots, and for machines of every channel shown.

use super::{Shown, Voice};
use crate::model::{ChannelIx, Lane, PlacedState};
use crate::render::evidence::{Ground, Knowledge, lines};
use serde::Serialize;

/// A line for channels in the same state, of those whose slots the plan chose or offers; nothing
/// when only the plan is wanted.
pub(super) fn told(shown: &Shown<'_>) -> Vec<String> {
    if shown.voice == Voice::Quiet {
        return Vec::new();
    }
    let mut all: Vec<Knowledge> = Vec::new();
    let mut known: Vec<Knowledge> =
        lanes(shown).map(|lane| Knowledge::of_lane(shown.ws, lane)).collect();
    known.sort_by_key(|one| (one.channel, one.ground));
    known.retain(|one| one.ground != Ground::Windows);
    for one in known {
        if all.last().is_none_or(|last| last.channel != one.channel) {
            all.push(one);
        }
    }
    lines(shown.ws, &all, shown.lang)
}

/// The lanes that the plan chose or offers slots on.
fn lanes<'a>(shown: &Shown<'a>) -> impl Iterator<Item = &'a Lane> {
    let (ws, schedule) = (shown.ws, shown.schedule);
    let chosen = schedule
        .placed
        .iter()
        .filter(|placed| matches!(placed.state, PlacedState::Suggested | PlacedState::Kept))
        .map(|placed| ws.lane(ws.placement(placed.placement).lane));
    let free = schedule.free.iter().flat_map(|free| {
        ws.lanes.iter().find(|lane| lane.channel == free.channel && lane.format == free.format)
    });
    chosen.chain(free)
}

/// What is known of a channel's hours, for machines.
#[derive(Serialize)]
pub(super) struct KnowledgeOut<'a> {
    channel: &'a str,
    posts: usize,
    used: usize,
    evidence: &'static str,
    source: &'static str,
}

/// The channels shown, in the order of the file.
pub(super) fn values<'a>(shown: &Shown<'a>) -> Vec<KnowledgeOut<'a>> {
    let one = |ix: &ChannelIx| {
        let known = Knowledge::of(shown.ws, *ix);
        KnowledgeOut {
            channel: &shown.ws.channel(*ix).id.value,
            posts: known.posts,
            used: known.used,
            evidence: known.evidence.code(),
            source: known.ground.code(),
        }
    };
    shown.channels.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::render::plan::sample::museum;

    #[test]
    fn only_channels_whose_slots_nobody_scored_are_told() {
        let mut museum = museum();
        assert_eq!(told(&museum.shown(Lang::En)), Vec::<String>::new());
        for lane in &mut museum.ws.lanes {
            if lane.channel == ChannelIx::new(0) {
                lane.windows.iter_mut().for_each(|window| window.score = None);
            }
        }
        let mut shown = museum.shown(Lang::En);
        let lines = told(&shown);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].starts_with("instagram: no results yet"), "{lines:?}");
        shown.voice = Voice::Quiet;
        assert_eq!(told(&shown), Vec::<String>::new());
    }

    #[test]
    fn machines_get_every_channel_shown() {
        let museum = museum();
        let values = serde_json::to_value(values(&museum.shown(Lang::En))).unwrap();
        assert_eq!(values.as_array().map(Vec::len), Some(museum.channels.len()));
        assert_eq!(
            values[0],
            serde_json::json!({"channel": "instagram", "posts": 0, "used": 0, "evidence": "none",
                "source": "windows"})
        );
    }
}
