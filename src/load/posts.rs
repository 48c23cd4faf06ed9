//! `[[post]]`: from its keys to a post with every reference resolved.

use super::brand::{backwards, missing};
use super::faults::Faults;
use super::names::Names;
use super::reader::Row;
use super::scalar;
use super::texts::Texts;
use crate::lang::{Lang, Text};
use crate::model::{
    Allow, ChannelIx, Content, Evergreen, Kind, Link, LinkTo, Media, MediaFile, Moment, On,
    Partnership, Post, PostId, Published, Sealed, Series, Side, Status, TimeWindow, Wish,
};
use crate::source::{At, Loc};
use crate::time::Lapse;

/// What reading a post needs beside its table.
pub(super) struct Desk<'a, 'b> {
    pub(super) names: &'a Names,
    pub(super) series: &'a [Series],
    pub(super) channel_count: usize,
    pub(super) texts: &'a mut Texts<'b>,
    pub(super) faults: &'a mut Faults,
}

/// One post; `id` was settled before, so that posts can name each other.
pub(super) fn read(row: Row<'_, '_>, id: PostId, desk: &mut Desk<'_, '_>) -> Post {
    let written_id = id.at.is_some().then_some(id.name.as_str());
    let kept = desk.faults.enter_post(written_id.or(Some(&id.name)));
    let post = build(row, id, desk);
    desk.faults.leave(kept);
    post
}

fn build(row: Row<'_, '_>, id: PostId, desk: &mut Desk<'_, '_>) -> Post {
    if !row.has("title")
        && !row.has("text")
        && !row.has("text_file")
        && !row.has("parts")
        && !row.has("series")
    {
        desk.faults.untitled_post(row.at());
    }
    let names = desk.names;
    let series = names.series(row.words("series"), desk.faults);
    let feature = series.as_ref().map(|series| &desk.series[series.value.get()]);
    let on = overrides(row, desk);
    let channels = channels(row, feature, &on, desk);
    let mut content = content(row, desk);
    if let Some(feature) = feature {
        inherit(&mut content, feature);
    }
    let wish = wish(row, desk.faults);
    let status = status(row, &wish, &on, &channels);
    let after = links(row, "after", Side::After, desk);
    let before = links(row, "before", Side::Before, desk);
    Post {
        kind: kind(row, &content),
        pillar: names
            .pillar(row.words("pillar"), desk.faults)
            .or_else(|| feature.and_then(|f| f.pillar.clone())),
        campaign: names.campaign(row.words("campaign"), desk.faults),
        topic: row.words("topic").or_else(|| feature.and_then(|f| f.topic.clone())),
        status,
        stage: row.plain("stage"),
        wish,
        instant: row.moment("at"),
        after: after.into_iter().chain(before).collect(),
        priority: row.int("priority", 1, 5).and_then(|n| u8::try_from(n).ok()).unwrap_or(3),
        author: names
            .person(row.words("author"), desk.faults)
            .or_else(|| feature.and_then(|f| f.author.clone())),
        owner: names
            .person(row.words("owner"), desk.faults)
            .or_else(|| feature.and_then(|f| f.owner.clone())),
        audience: row.plain("audience"),
        goal: row.plain("goal"),
        source: row.plain("source"),
        notes: row.plain("notes"),
        tags: match feature.and_then(|f| f.tags.clone()) {
            Some(tags) if !row.has("tags") => tags,
            _ => row.plain_list("tags"),
        },
        partnership: row.row("partnership").map(partnership),
        evergreen: row.row("evergreen").and_then(evergreen),
        approvals: row.rows("approval").filter_map(|row| sealed(row, desk)).collect(),
        allow: row.rows("allow").filter_map(|row| allow(row, desk)).collect(),
        at: row.at(),
        id,
        channels,
        series,
        content,
        on,
    }
}

/// `channels`, else the series', else the keys of `on`, else the only channel; those in `on` are
/// added.
fn channels(
    row: Row<'_, '_>,
    series: Option<&Series>,
    on: &[On],
    desk: &mut Desk<'_, '_>,
) -> Vec<Loc<ChannelIx>> {
    let listed = row.list("channels");
    let mut channels = match (listed, series) {
        (Some(list), _) => desk.names.channels_of(Some(list), desk.faults),
        (None, Some(series)) if !series.channels.is_empty() => {
            series.channels.iter().map(|&ix| Loc::new(ix, row.at())).collect()
        }
        (None, _) if on.is_empty() && desk.channel_count == 1 => {
            vec![Loc::new(ChannelIx::new(0), row.at())]
        }
        (None, _) => Vec::new(),
    };
    channels.extend(on.iter().map(|on| on.channel.clone()));
    let mut seen = Vec::new();
    channels.retain(|channel| {
        let new = !seen.contains(&channel.value);
        seen.push(channel.value);
        new
    });
    channels
}

fn inherit(content: &mut Content, series: &Series) {
    fn fill<T: Clone>(own: &mut Option<T>, from: Option<&T>) {
        if own.is_none() {
            *own = from.cloned();
        }
    }
    fill(&mut content.title, series.title.as_ref());
    fill(&mut content.format, series.format.as_ref());
    fill(&mut content.hashtags, series.hashtags.as_ref());
    fill(&mut content.cta, series.cta.as_ref());
    fill(&mut content.link, series.link.as_ref());
}

fn status(row: Row<'_, '_>, wish: &Wish, on: &[On], channels: &[Loc<ChannelIx>]) -> Loc<Status> {
    let written = row.scalar("status", |v| v.as_str().and_then(Status::from_key).ok_or(()));
    written.unwrap_or_else(|| {
        let dated = wish.date.is_some()
            || wish.window.is_some()
            || row.has("at")
            || on.iter().any(|on| {
                on.wish.date.is_some() || on.wish.window.is_some() || on.instant.is_some()
            });
        let status = if dated && !channels.is_empty() { Status::Planned } else { Status::Idea };
        Loc::new(status, row.at())
    })
}

fn kind(row: Row<'_, '_>, content: &Content) -> Kind {
    match row.plain("kind").as_deref() {
        Some("post") => Kind::Post,
        Some("thread") => Kind::Thread,
        Some("repost") => Kind::Repost,
        Some("quote") => Kind::Quote,
        Some("reply") => Kind::Reply,
        _ if content.parts.is_some() => Kind::Thread,
        _ => Kind::Post,
    }
}

fn wish(row: Row<'_, '_>, faults: &mut Faults) -> Wish {
    Wish {
        date: row.date("date"),
        time: row.time("time"),
        window: row.row("window").and_then(|row| window(row, faults)),
    }
}

fn window(row: Row<'_, '_>, faults: &mut Faults) -> Option<Loc<TimeWindow>> {
    let (from, to) = (row.moment("from"), row.moment("to"));
    if !row.has("from") && !row.has("to") {
        missing(faults, row.at(), "from");
        return None;
    }
    if let (Some(from), Some(to)) = (&from, &to) {
        let turned = match (from.value, to.value) {
            (Moment::Local(from), Moment::Local(to)) => to < from,
            (Moment::Exact(from), Moment::Exact(to)) => to < from,
            _ => false,
        };
        if turned {
            backwards(faults, to.at);
        }
    }
    let window = TimeWindow { from: from.map(|from| from.value), to: to.map(|to| to.value) };
    Some(Loc::new(window, row.at()))
}

fn content(row: Row<'_, '_>, desk: &mut Desk<'_, '_>) -> Content {
    let text_file = row.words("text_file").filter(|_| scalar_path(row));
    let text = match &text_file {
        Some(file) if !row.has("text") => desk.texts.read(file, desk.faults),
        _ => row.text("text"),
    };
    if let (Some(file), true) = (&text_file, row.has("text")) {
        super::brand::conflict(desk.faults, file.at, "text_file", "text");
    }
    Content {
        title: row.words("title"),
        text,
        text_file,
        parts: row.list("parts"),
        hashtags: row.list("hashtags"),
        mentions: row.list("mentions"),
        link: row.text("link"),
        cta: row.text("cta"),
        first_comment: row.text("first_comment"),
        format: row.words("format"),
        lang: row.words("lang"),
        media: row.has("media").then(|| row.rows("media").map(|row| media(row, desk)).collect()),
    }
}

fn scalar_path(row: Row<'_, '_>) -> bool {
    row.scalar("text_file", |v| scalar::path(v).map(drop)).is_some()
}

fn media(row: Row<'_, '_>, desk: &mut Desk<'_, '_>) -> Media {
    let file = row.scalar("file", |v| scalar::path(v).map(str::to_owned)).map(|file| {
        let state = desk.texts.state(&file.value);
        MediaFile::File(file, state)
    });
    let file = file
        .or_else(|| row.words("url").map(MediaFile::Url))
        .or_else(|| row.words("brief").map(MediaFile::Brief));
    Media {
        file,
        alt: row.text("alt"),
        credit: row.text("credit"),
        text: row.text("text"),
        length: row.lapse("length").map(|length| length.value),
        retouched: row.mark("retouched"),
        ai: row.mark("ai"),
        at: row.at(),
    }
}

fn links(row: Row<'_, '_>, key: &str, side: Side, desk: &mut Desk<'_, '_>) -> Vec<Link> {
    row.rows(key).filter_map(|row| link(row, side, desk)).collect()
}

fn link(row: Row<'_, '_>, side: Side, desk: &mut Desk<'_, '_>) -> Option<Link> {
    let post = desk.names.post(row.words("post"), desk.faults).map(|l| l.map(LinkTo::Post));
    let event = desk.names.event(row.words("event"), desk.faults).map(|l| l.map(LinkTo::Event));
    let campaign =
        desk.names.campaign(row.words("campaign"), desk.faults).map(|l| l.map(LinkTo::Campaign));
    if !row.has("post") && !row.has("event") && !row.has("campaign") {
        missing(desk.faults, row.at(), "post");
    }
    let (min, max) = (row.lapse("min"), row.lapse("max"));
    if let (Some(min), Some(max)) = (&min, &max)
        && max.value < min.value
    {
        desk.faults.say(
            "backwards-range",
            max.at,
            Text::of(|lang| match lang {
                Lang::En => "`max` is less than `min`".to_owned(),
                Lang::Fr => "`max` est inférieur à `min`".to_owned(),
            }),
            None,
        );
    }
    Some(Link {
        to: post.or(event).or(campaign)?,
        min: min.map_or(Lapse::ZERO, |min| min.value),
        max: max.map(|max| max.value),
        side,
    })
}

fn partnership(row: Row<'_, '_>) -> Loc<Partnership> {
    let kind = row.plain("kind").unwrap_or_default();
    Loc::new(Partnership { with: row.plain("with"), kind }, row.at())
}

fn evergreen(row: Row<'_, '_>) -> Option<Evergreen> {
    Some(Evergreen { every: row.lapse("every")?.value, times: row.count("times").map(|n| n.value) })
}

fn sealed(row: Row<'_, '_>, desk: &mut Desk<'_, '_>) -> Option<Sealed> {
    Some(Sealed {
        by: desk.names.person(row.words("by"), desk.faults)?,
        on: row.day("on").map(|on| on.value),
        seal: row.words("seal"),
        emergency: row.words("emergency"),
        at: row.at(),
    })
}

fn allow(row: Row<'_, '_>, desk: &mut Desk<'_, '_>) -> Option<Allow> {
    let channel = desk.names.channel(row.words("channel"), desk.faults);
    Some(Allow {
        rule: row.words("rule")?,
        why: row.plain("why").unwrap_or_default(),
        until: row.day("until"),
        channel: channel.map(|channel| channel.value),
        at: row.at(),
    })
}

fn overrides(row: Row<'_, '_>, desk: &mut Desk<'_, '_>) -> Vec<On> {
    row.named_rows("on")
        .filter_map(|(name, row)| {
            let channel = desk.names.channel(Some(name), desk.faults)?;
            Some(On {
                channel,
                content: content(row, desk),
                wish: wish(row, desk.faults),
                instant: row.moment("at"),
                slot: row.moment("slot"),
                published: row.row("published").map(published),
                status: row.scalar("status", |v| v.as_str().and_then(Status::from_key).ok_or(())),
                stage: row.plain("stage"),
                owner: desk.names.person(row.words("owner"), desk.faults),
                notes: row.plain("notes"),
            })
        })
        .collect()
}

fn published(row: Row<'_, '_>) -> Published {
    Published { instant: row.moment("at"), url: row.words("url"), at: row.at() }
}

/// The id of each post: as written, else the slug of its title (`-2` and so on when taken), with
/// the place to point at.
pub(super) fn ids(rows: &[Row<'_, '_>]) -> Vec<(PostId, At)> {
    let written: std::collections::HashSet<String> =
        rows.iter().filter_map(|row| row.id("id")).map(|id| id.value).collect();
    let mut taken = written;
    let mut next: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    rows.iter()
        .map(|row| match row.id("id") {
            Some(id) => (PostId { name: id.value, at: Some(id.at) }, id.at),
            None => {
                let title = row.plain("title").or_else(|| row.plain("text")).unwrap_or_default();
                let base = crate::text::slug(title.lines().next().unwrap_or_default());
                let n = next.entry(base.clone()).or_insert(1);
                let mut name = base.clone();
                while !taken.insert(name.clone()) {
                    *n += 1;
                    let end = format!("-{n}");
                    let start: String = base.chars().take(64 - end.len()).collect();
                    name = start + &end;
                }
                (PostId { name, at: None }, row.at())
            }
        })
        .collect()
}
