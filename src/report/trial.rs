//! A small calendar with a past made by hand, for the tests of this room and of its screens.

use crate::model::{
    ChannelIx, ClockFound, HistoryFile, Intake, Known, LeftOutRow, Outing, Past, Workspace,
};
use crate::source::Loc;
use crate::time::Instant;
use chrono::NaiveDate;

pub(crate) const HEAD: &str = r#"
[calendar]
name = "Atelier <Sel> & fils"
timezone = "Europe/Paris"
lang = "fr"
[channels.instagram]
network = "instagram"
[channels.linkedin]
network = "linkedin"
[mix.pillars.coulisses]
name = "Coulisses"
[mix.pillars.boutique]
name = "Boutique"
[campaigns.noel]
name = "Noël | 2026"
from = 2026-10-01
to = 2026-12-31
goal = "300 coffrets *vendus*"
[[series]]
id = "mardi-geste"
title = "Le geste"
days = ["tue"]
channels = ["instagram"]
"#;

/// Saturday, at ten in Paris.
pub(crate) fn now() -> Instant {
    at("2026-11-21T10:00:00+01:00")
}

pub(crate) fn at(text: &str) -> Instant {
    Instant::parse_rfc3339(text).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The head and these posts.
pub(crate) fn workspace(posts: &str) -> Workspace {
    let mut sources = crate::source::Sources::default();
    let folder = std::path::Path::new(".");
    let text = format!("{HEAD}\n{posts}");
    let loaded = crate::load::from_text(&text, folder, &mut sources).unwrap();
    let errors: Vec<_> =
        loaded.findings.iter().map(|f| f.message.get(crate::lang::Lang::En).to_owned()).collect();
    loaded.workspace.unwrap_or_else(|| panic!("{errors:?}"))
}

pub(crate) fn outing(channel: usize, at: Instant, engagement: f64) -> Outing {
    Outing {
        channel: ChannelIx::new(channel),
        at,
        known: Known::Minute,
        kind: "image".to_owned(),
        engagement,
        reach: None,
        id: None,
        url: None,
        title: None,
        brand: None,
        file: 0,
    }
}

/// Gives a calendar these posts of the past, as if one file held them.
pub(crate) fn give(ws: &mut Workspace, outings: Vec<Outing>) {
    let place = ws.channels[0].id.at;
    ws.history = vec![HistoryFile {
        file: Loc::new("insta.csv".to_owned(), place),
        channel: None,
        columns: Vec::new(),
        brand: None,
    }];
    let intake = Intake {
        file: "insta.csv".to_owned(),
        rows: outings.len() + 3,
        read: outings.len(),
        left_out: vec![(LeftOutRow::Paid, 2), (LeftOutRow::Fresh, 1)],
        clock: ClockFound::Channel,
        ..Intake::default()
    };
    ws.past = Past { intakes: vec![intake], outings, ..Past::default() };
}

/// 120 posts on Instagram, one a day at noon up to 16 November, 20 on LinkedIn. Every third is a
/// reel, which gets twice as much, where `reels` is 2; the rest is noise with a seed. The last 40 are
/// in the calendar.
pub(crate) fn busy(reels: f64) -> Workspace {
    let mut random = fastrand::Rng::with_seed(7);
    let mut noise = || libm::exp((0..6).map(|_| random.f64() - 0.5).sum::<f64>() * 0.7);
    let last = at("2026-11-16T12:00:00+01:00");
    let (mut outings, mut posts) = (Vec::new(), String::new());
    for back in (0..120_u32).rev() {
        let when = Instant::from_unix(last.unix() - i64::from(back) * 86_400);
        let is_reel = back % 3 == 0;
        let better = if is_reel { reels } else { 1.0 };
        let mut one = outing(0, when, (120.0 * better * noise()).round());
        one.kind = if is_reel { "reel" } else { "image" }.to_owned();
        one.reach = (back % 5 > 0).then_some(one.engagement * 20.0);
        one.url = Some(format!("https://www.instagram.com/p/Code{back}/"));
        outings.push(one);
        if back < 40 {
            let pillar = if back % 2 == 0 { "coulisses" } else { "boutique" };
            let written = crate::time::Zone::parse("Europe/Paris").unwrap().rfc3339(when);
            let extra = match back % 4 {
                0 => "campaign = \"noel\"\n",
                1 => "goal = \"Faire connaître l’atelier\"\n",
                _ => "",
            };
            posts.push_str(&format!(
                "[[post]]\nid = \"p{back}\"\ntitle = \"Publication {back}\"\n\
                 channels = [\"instagram\"]\npillar = \"{pillar}\"\n{extra}\
                 [post.on.instagram]\npublished = {{ at = {written} }}\n"
            ));
        }
    }
    for back in (0..20_u32).rev() {
        let when = Instant::from_unix(last.unix() - i64::from(back) * 3 * 86_400 + 1_800);
        outings.push(outing(1, when, (15.0 * noise()).round()));
    }
    outings.sort_by_key(|outing| (outing.at, outing.channel));
    let mut ws = workspace(&posts);
    give(&mut ws, outings);
    ws
}

/// What came of a report since this day.
pub(crate) fn report(ws: &Workspace, since: &str) -> super::Report {
    let channels: Vec<ChannelIx> = ws.each_channel().map(|(ix, _)| ix).collect();
    super::report(ws, &super::Ask { since: day(since), now: now(), channels: &channels })
}
