//! A plan of the example museum, made by hand, for the tests of this room and of `export`.

use super::Shown;
use crate::lang::{Lang, Text};
use crate::model::{
    Because, Beyond, CadenceItem, ChannelIx, Free, FreeCause, Judgement, LeftOut, MixItem, Other,
    Placed, PlacedState, PlacementIx, Reason, Schedule, ScoreOrigin, Status, Workspace,
};
use crate::source::Sources;
use crate::time::{Instant, Lapse};
use std::path::Path;

pub(crate) struct Museum {
    pub(crate) ws: Workspace,
    pub(crate) schedule: Schedule,
    pub(crate) channels: Vec<ChannelIx>,
}

impl Museum {
    pub(crate) fn shown(&self, lang: Lang) -> Shown<'_> {
        Shown {
            ws: &self.ws,
            schedule: &self.schedule,
            channels: &self.channels,
            lang,
            problems: &[],
            now: at("2026-11-21T10:00:00+01:00"),
            voice: super::Voice::Full,
            reactive: None,
            remark: None,
        }
    }

    pub(crate) fn find(&self, post: &str, channel: &str) -> PlacementIx {
        find(&self.ws, post, channel)
    }
}

pub(crate) fn at(text: &str) -> Instant {
    Instant::parse_rfc3339(text).unwrap()
}

fn find(ws: &Workspace, post: &str, channel: &str) -> PlacementIx {
    ws.each_placement()
        .find(|(_, p)| ws.post_of(p).id.name == post && ws.channel(p.channel).id.value == channel)
        .map(|(ix, _)| ix)
        .unwrap()
}

pub(crate) fn workspace() -> Workspace {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Sources::default();
    crate::load::workspace(&folder.join("calendar.example.toml"), folder, &mut sources)
        .unwrap()
        .workspace
        .unwrap()
}

pub(crate) fn museum() -> Museum {
    let ws = workspace();
    let channels = ws.each_channel().map(|(ix, _)| ix).collect();
    let schedule = Schedule {
        from: "2026-11-23".parse().unwrap(),
        to: "2026-11-29".parse().unwrap(),
        objective: 448_460,
        bound: 448_460,
        placed: placed(&ws),
        left_out: left_out(&ws),
        free: free(),
        mix: mix(&ws),
        cadence: cadence(),
        changes: None,
        certificate: None,
    };
    Museum { ws, schedule, channels }
}

fn score(score: u8, best: u8) -> Reason {
    Reason::new(Because::Score { score, best, origin: ScoreOrigin::Windows })
}

fn placed(ws: &Workspace) -> Vec<Placed> {
    let one = |post, channel, time: &str, state, points, why| Placed {
        placement: find(ws, post, channel),
        start: at(&format!("2026-11-{time}:00+01:00")),
        state,
        score: points,
        why,
    };
    let scheduled = Reason::new(Because::Fixed(Status::Scheduled));
    let fixed = Reason::new(Because::Fixed(Status::Review));
    let mix = Reason { delta: Some(1500), ..Reason::new(Because::Mix) };
    let test = Reason::new(Because::Score { score: 48, best: 55, origin: ScoreOrigin::Test });
    use PlacedState::{Kept, Locked, Suggested};
    vec![
        one("enigme-ombre", "instagram", "23T09:00", Suggested, 75, vec![score(75, 75)]),
        one("klimt-billetterie-pro", "linkedin", "24T09:30", Locked, 90, vec![fixed]),
        one("nocturne-novembre", "instagram", "24T12:30", Kept, 90, vec![score(90, 90)]),
        one("nocturne-novembre", "facebook", "25T12:30", Suggested, 85, vec![score(85, 85), mix]),
        one("klimt-teaser", "instagram", "26T12:30", Suggested, 90, vec![test]),
        one("infolettre-billetterie", "newsletter", "26T10:00", Locked, 85, vec![scheduled]),
    ]
}

fn left_out(ws: &Workspace) -> Vec<LeftOut> {
    let full = Reason {
        would_allow: Some(at("2026-11-24T10:00:00+01:00")),
        ..Reason::new(Because::PerWeek { max: 1, reserve: 20 })
    };
    let pause = Reason::new(Because::Pause("Deuil national".to_owned()));
    vec![
        LeftOut { placement: find(ws, "coffret-fetes", "newsletter"), reasons: vec![full] },
        LeftOut { placement: find(ws, "atelier-famille", "facebook"), reasons: vec![pause] },
    ]
}

fn free() -> Vec<Free> {
    vec![
        Free {
            channel: ChannelIx::new(2),
            format: None,
            start: at("2026-11-25T09:00:00+01:00"),
            pillar: Some(crate::model::PillarIx::new(0)),
            score: 90,
            cause: FreeCause::Cadence,
            comeback: None,
        },
        Free {
            channel: ChannelIx::new(0),
            format: None,
            start: at("2026-11-27T12:00:00+01:00"),
            pillar: None,
            score: 70,
            cause: FreeCause::Series("lundi-musee".to_owned()),
            comeback: None,
        },
    ]
}

fn mix(ws: &Workspace) -> Vec<MixItem> {
    let judgements = [Judgement::TooFew, Judgement::Under, Judgement::On, Judgement::Over];
    ws.mix
        .shares
        .iter()
        .zip(judgements)
        .enumerate()
        .map(|(i, (share, judgement))| MixItem {
            pillars: share.pillars.clone(),
            from: "2026-11-02".parse().unwrap(),
            to: "2026-11-29".parse().unwrap(),
            channel: None,
            bound: share.bound.kind,
            tenths: share.bound.tenths,
            planned: i + 1,
            published: 1,
            of: 14,
            judgement,
        })
        .collect()
}

fn cadence() -> Vec<CadenceItem> {
    let of = |channel, count, min, max| CadenceItem {
        channel: ChannelIx::new(channel),
        format: None,
        monday: "2026-11-23".parse().unwrap(),
        count,
        min,
        max,
    };
    vec![
        of(0, 3, Some(3), Some(5)),
        of(1, 1, Some(2), Some(4)),
        of(2, 1, Some(2), Some(3)),
        of(3, 1, None, Some(1)),
    ]
}

/// Every cause there is, once or more, about the museum's posts.
pub(crate) fn causes(museum: &Museum) -> Vec<Because> {
    let other = Other {
        placement: museum.find("klimt-teaser", "instagram"),
        start: at("2026-11-26T12:30:00+01:00"),
    };
    let least = Lapse::hours(20);
    vec![
        Because::Score { score: 60, best: 90, origin: ScoreOrigin::Windows },
        Because::Score { score: 48, best: 55, origin: ScoreOrigin::Test },
        Because::Date { wanted: crate::time::When::parse("2026-W48").ok(), beyond: Beyond::Within },
        Because::Date { wanted: None, beyond: Beyond::Outside },
        Because::Window,
        Because::Hours,
        Because::Pause("Deuil national".to_owned()),
        Because::Event(Text::same("Inventaire")),
        Because::Past,
        Because::Presence(None),
        Because::Presence(Some(crate::model::PersonIx::new(0))),
        Because::Gap { other: other.clone(), least },
        Because::PerDay { max: 1 },
        Because::PerWeek { max: 5, reserve: 20 },
        Because::Spacing { other: other.clone(), least: Lapse::minutes(15) },
        Because::Topic { other: other.clone(), least },
        Because::Capacity { capacity: 2, after: Lapse::HOUR },
        Because::After { post: "klimt-teaser".to_owned(), start: None, beyond: Beyond::Within },
        Because::After { post: "klimt-teaser".to_owned(), start: None, beyond: Beyond::Outside },
        Because::After {
            post: "klimt-teaser".to_owned(),
            start: Some(other.start),
            beyond: Beyond::Within,
        },
        Because::Alternate { other: other.clone() },
        Because::Quota { at_most: 1, per: crate::model::Per::Week },
        Because::Mix,
        Because::Cadence { missing: 2 },
        Because::Move { from: other.start },
        Because::Worth,
        Because::Several,
        Because::Fixed(Status::Scheduled),
    ]
}
