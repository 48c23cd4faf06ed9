//! Posts by their titles, as messages name them.

use crate::lang::{Lang, quote};
use crate::model::{PlacementIx, Workspace};

/// The longest title that a message repeats, in characters.
const LONGEST: usize = 48;

/// `“Klimt arrives”`, cut when it is long.
pub(super) fn title(lang: Lang, ws: &Workspace, ix: PlacementIx) -> String {
    cut(lang, ws.post_of(ws.placement(ix)).headline())
}

/// `“Klimt arrives” (instagram)`.
pub(super) fn on_channel(lang: Lang, ws: &Workspace, ix: PlacementIx) -> String {
    let channel = &ws.channel(ws.placement(ix).channel).id.value;
    format!("{} ({channel})", title(lang, ws, ix))
}

/// A headline in quotes, cut when it is long.
pub(super) fn cut(lang: Lang, headline: &str) -> String {
    let mut short: String = headline.chars().take(LONGEST).collect();
    if short.len() < headline.len() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    quote(lang, &short)
}
