//! Which rules of tone run at all, and which of them meet on one text.

use crate::model::{Channel, ChannelIx, Only, ToneRule, Workspace};
use crate::tone::speaks;

/// The rules that are on.
pub(super) fn running(ws: &Workspace) -> impl Iterator<Item = &ToneRule> {
    ws.tone.rules.iter().filter(|rule| rule.level.is_some())
}

/// Those of them that the brand wrote itself: a pack is nobody's fault here.
pub(super) fn own(ws: &Workspace) -> impl Iterator<Item = &ToneRule> {
    running(ws).filter(|rule| rule.pack.is_none())
}

/// Whether some text is read by both rules.
pub(super) fn meet(ws: &Workspace, one: &ToneRule, other: &ToneRule) -> bool {
    let (a, b) = (&one.only, &other.only);
    let channels = ws.channels.is_empty() || ws.each_channel().any(|c| takes(a, c) && takes(b, c));
    let lang = match (&a.lang, &b.lang) {
        (Some(a), Some(b)) => speaks(&a.value, &b.value) || speaks(&b.value, &a.value),
        _ => true,
    };
    channels
        && lang
        && share(&a.pillars, &b.pillars)
        && share(&a.status, &b.status)
        && share(&a.formats, &b.formats)
}

/// Whether a rule runs on a channel, pillars and the like apart.
pub(super) fn takes(only: &Only, (ix, channel): (ChannelIx, &Channel)) -> bool {
    (only.channels.is_empty() || only.channels.contains(&ix))
        && (only.networks.is_empty() || only.networks.contains(&channel.network.value))
}

/// Whether two lists, of which an empty one means everything, have something in common.
fn share<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|one| b.contains(one))
}
