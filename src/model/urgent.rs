//! A calendar with one more post that nobody has written: the urgent one of "what if".

use super::{
    ChannelIx, Content, Kind, LaneIx, Placement, PlacementIx, Post, PostId, PostIx, Standing,
    Status, Wish, Workspace,
};
use crate::source::{At, Loc};
use crate::time::When;
use chrono::NaiveDate;

/// The id of the urgent post, unless a post has it already.
const ID: &str = "urgent";

/// The priority of an urgent post: the highest.
const PRIORITY: u8 = 5;

impl Workspace {
    /// The same calendar with an urgent post of one day at the end, and its placements, one for
    /// each channel, all cancelled: whoever asks brings one of them to life. It has no pillar and
    /// no topic.
    #[must_use]
    pub fn with_urgent(
        &self,
        title: &str,
        day: NaiveDate,
        channels: &[ChannelIx],
    ) -> (Self, Vec<PlacementIx>) {
        let mut ws = self.clone();
        let Some(at) = channels.first().map(|ix| self.channel(*ix).id.at) else {
            return (ws, Vec::new());
        };
        let post = PostIx::new(ws.posts.len());
        let wish = Wish { date: Some(Loc::new(When::Day(day), at)), ..Wish::default() };
        let first = ws.placements.len();
        ws.placements.extend(channels.iter().map(|&channel| Placement {
            post,
            channel,
            lane: LaneIx::new(channel.get()),
            status: Loc::new(Status::Cancelled, at),
            pillar: None,
            owner: None,
            format: None,
            wish: wish.clone(),
            window: None,
            standing: Standing::Open,
            at,
        }));
        let name = self.free_id();
        ws.posts.push(urgent(name, title, wish, channels, at));
        (ws, (first..first + channels.len()).map(PlacementIx::new).collect())
    }

    /// An id that no post has.
    fn free_id(&self) -> String {
        let taken = |name: &str| self.posts.iter().any(|post| post.id.name == name);
        let mut name = ID.to_owned();
        for n in 2.. {
            if !taken(&name) {
                break;
            }
            name = format!("{ID}-{n}");
        }
        name
    }
}

fn urgent(name: String, title: &str, wish: Wish, channels: &[ChannelIx], at: At) -> Post {
    Post {
        id: PostId { name, at: None },
        at,
        kind: Kind::Post,
        channels: channels.iter().map(|&channel| Loc::new(channel, at)).collect(),
        pillar: None,
        campaign: None,
        series: None,
        topic: None,
        status: Loc::new(Status::Planned, at),
        stage: None,
        wish,
        instant: None,
        after: Vec::new(),
        priority: PRIORITY,
        author: None,
        owner: None,
        content: Content { title: Some(Loc::new(title.to_owned(), at)), ..Content::default() },
        audience: None,
        goal: None,
        source: None,
        notes: None,
        tags: Vec::new(),
        partnership: None,
        evergreen: None,
        approvals: Vec::new(),
        allow: Vec::new(),
        on: Vec::new(),
    }
}
