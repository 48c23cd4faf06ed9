//! Everything a post says, piece by piece, each with the way back to its place in the files.
//!
//! Pieces are those that are written: what a channel overrides is a piece of its own. It judges
//! nothing.

use crate::model::{ChannelIx, Content, Post, PostIx, Status, Workspace};
use crate::source::{At, Literal, Loc, Sources};
use std::ops::Range;

/// A piece of what a post says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage<'a> {
    /// The words and their place.
    pub(super) words: &'a Loc<String>,
    /// The channel that says it otherwise.
    pub(super) channel: Option<ChannelIx>,
}

impl Passage<'_> {
    /// The place of the bytes `range` of the words.
    pub(super) fn locate(&self, sources: &Sources, range: Range<usize>) -> At {
        let at = self.words.at;
        Literal::new(sources.get(at.source), at).locate(range)
    }
}

/// The pieces of a post that stand on channels where the status fits, in the order of the files'
/// keys: a piece of the post itself counts when any of its channels does.
pub(super) fn passages<'a>(
    ws: &'a Workspace,
    ix: PostIx,
    fits: impl Fn(Status) -> bool,
) -> Vec<Passage<'a>> {
    let post = ws.post(ix);
    let placements = ws.placements_of(ix);
    let mut all = Vec::new();
    let own = placements.iter().any(|p| fits(p.status.value))
        || (placements.is_empty() && fits(post.status.value));
    if own {
        of_content(&post.content, None, &mut all);
    }
    for placement in placements.iter().filter(|p| fits(p.status.value)) {
        if let Some(on) = post.on(placement.channel) {
            of_content(&on.content, Some(placement.channel), &mut all);
        }
    }
    all
}

/// The content of a post and of each of its channels, with the channel.
pub(super) fn contents(post: &Post) -> impl Iterator<Item = (&Content, Option<ChannelIx>)> {
    let others = post.on.iter().map(|on| (&on.content, Some(on.channel.value)));
    std::iter::once((&post.content, None)).chain(others)
}

fn of_content<'a>(content: &'a Content, channel: Option<ChannelIx>, all: &mut Vec<Passage<'a>>) {
    let single =
        [&content.text, &content.title, &content.link, &content.cta, &content.first_comment];
    let several = [&content.parts, &content.hashtags, &content.mentions];
    let media = content.media.iter().flatten();
    single
        .into_iter()
        .flatten()
        .chain(several.into_iter().flatten().flatten())
        .chain(media.flat_map(|m| [&m.alt, &m.credit, &m.text].into_iter().flatten()))
        .for_each(|words| all.push(Passage { words, channel }));
}
