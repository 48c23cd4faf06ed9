//! Posts on their channels: what overrides and instants come to.

use crate::model::{
    Channel, ChannelIx, Lane, LaneIx, Moment, On, Placement, Post, PostIx, Standing, Status, Wish,
};
use crate::source::Loc;
use crate::time::{Instant, Zone};

/// Every placement, posts in file order, channels in the order of the post.
pub(super) fn of(posts: &[Post], channels: &[Channel], lanes: &[Lane]) -> Vec<Placement> {
    let mut placements = Vec::with_capacity(posts.len() * 2);
    for (i, post) in posts.iter().enumerate() {
        for channel in &post.channels {
            let zone = channels[channel.value.get()].zone;
            placements.push(placement(PostIx::new(i), post, channel, zone, lanes));
        }
    }
    placements
}

fn placement(
    ix: PostIx,
    post: &Post,
    channel: &Loc<ChannelIx>,
    zone: Zone,
    lanes: &[Lane],
) -> Placement {
    let on = post.on(channel.value);
    let wish = wish(post, on);
    let status = on.and_then(|on| on.status.clone()).unwrap_or_else(|| post.status.clone());
    let format = on
        .and_then(|on| on.content.format.as_ref())
        .or(post.content.format.as_ref())
        .map(|format| format.value.clone());
    let standing = standing(post, on, &wish, status.value, zone);
    let at = wish
        .date
        .as_ref()
        .map(|date| date.at)
        .or(wish.window.as_ref().map(|window| window.at))
        .unwrap_or(post.at);
    let at = on
        .and_then(|on| on.instant.as_ref().or(on.slot.as_ref()))
        .or(post.instant.as_ref())
        .map_or(at, |instant| instant.at);
    Placement {
        post: ix,
        channel: channel.value,
        lane: lane(channel.value, format.as_deref(), lanes),
        status,
        pillar: post.pillar.as_ref().map(|pillar| pillar.value),
        owner: on.and_then(|on| on.owner.as_ref()).or(post.owner.as_ref()).map(|owner| owner.value),
        format,
        window: wish.window.as_ref().map(|window| {
            let end = |moment: Option<Moment>| moment.map(|moment| moment.instant(zone));
            (end(window.value.from), end(window.value.to))
        }),
        wish,
        standing,
        at,
    }
}

/// The lane of a format that has one on this channel, else the channel's own.
fn lane(channel: ChannelIx, format: Option<&str>, lanes: &[Lane]) -> LaneIx {
    let own = |lane: &Lane| {
        lane.channel == channel && lane.format.is_some() && lane.format.as_deref() == format
    };
    lanes.iter().position(own).map_or(LaneIx::new(channel.get()), LaneIx::new)
}

/// Key by key: what the channel overrides, else the post's own. A date of the channel replaces the
/// post's window too, and the reverse, unless both are written there.
fn wish(post: &Post, on: Option<&On>) -> Wish {
    let Some(on) = on else {
        return post.wish.clone();
    };
    Wish {
        date: on.wish.date.clone().or_else(|| post.wish.date.clone()),
        time: on.wish.time.clone().or_else(|| post.wish.time.clone()),
        window: on.wish.window.clone().or_else(|| post.wish.window.clone()),
    }
}

/// `published.at`, else `at`, else, when scheduled or published, `slot`, else date and time when
/// the date is one day.
fn standing(post: &Post, on: Option<&On>, wish: &Wish, status: Status, zone: Zone) -> Standing {
    let instant = |moment: &Loc<Moment>| moment.value.instant(zone);
    let published = on.and_then(|on| on.published.as_ref());
    let at = on.and_then(|on| on.instant.as_ref()).or(post.instant.as_ref()).map(instant);
    let slot = on.and_then(|on| on.slot.as_ref()).map(instant);
    let settled = published.is_some() || status.is_settled();
    let out = published.is_some() || status == Status::Published;
    let exact = published.and_then(|published| published.instant.as_ref()).map(instant).or(at);
    let known = match exact {
        Some(instant) => Some(instant),
        None if settled => slot.or_else(|| wished(wish, zone)),
        None => None,
    };
    let day = wish.date.as_ref().filter(|date| date.value.is_day()).map(|date| date.value.first());
    match (known, settled, slot) {
        (Some(instant), _, _) if out => Standing::Published(instant),
        (Some(instant), _, _) => Standing::Locked(instant),
        (None, true, _) => day.map_or(Standing::Undated, Standing::OnDay),
        (None, false, Some(slot)) => Standing::Chosen(slot),
        (None, false, None) => Standing::Open,
    }
}

/// The instant of a wish of one day and a time.
fn wished(wish: &Wish, zone: Zone) -> Option<Instant> {
    let date = wish.date.as_ref().filter(|date| date.value.is_day())?;
    let time = wish.time.as_ref()?;
    Some(zone.resolve(date.value.first().and_time(time.value)).instant)
}
