//! The file of facts as it is written, and what it means: a bare figure takes its network's grade.

use super::network::{
    Claim, Fact, Figure, Grade, Label, Needs, Network, Poll, UnitClaim, Variant, Varies,
};
use crate::networks::Unit;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub network: BTreeMap<String, WrittenNetwork>,
}

/// A figure as written: bare, or with what there is to say of it.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenFigure {
    Bare(u32),
    Graded(GradedFigure),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GradedFigure {
    most: u32,
    grade: Option<Grade>,
    #[serde(default)]
    disputed: Vec<Claim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenVariant {
    text: Option<WrittenFigure>,
    title: Option<WrittenFigure>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPoll {
    options_min: Option<u32>,
    options: Option<WrittenFigure>,
    option: Option<WrittenFigure>,
    question: Option<WrittenFigure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenNetwork {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    as_of: Option<toml::value::Datetime>,
    grade: Grade,
    sources: Vec<String>,
    unit: Unit,
    #[serde(default)]
    unit_disputed: Vec<UnitClaim>,
    varies: Option<Varies>,
    title_unit: Option<Unit>,
    text: Option<WrittenFigure>,
    bytes: Option<WrittenFigure>,
    text_advised: Option<u32>,
    fold: Option<u32>,
    title: Option<WrittenFigure>,
    title_min: Option<u32>,
    title_advised: Option<u32>,
    #[serde(default)]
    title_required: bool,
    comment: Option<WrittenFigure>,
    link_length: Option<WrittenFigure>,
    #[serde(default)]
    hashtags_linked: bool,
    hashtags: Option<WrittenFigure>,
    hashtags_advised: Option<u32>,
    hashtag_length: Option<WrittenFigure>,
    tags: Option<WrittenFigure>,
    tags_length: Option<WrittenFigure>,
    mentions: Option<WrittenFigure>,
    links: Option<WrittenFigure>,
    cashtags: Option<WrittenFigure>,
    links_clickable: Option<bool>,
    #[serde(default)]
    link_field: bool,
    #[serde(default)]
    needs: Needs,
    media: Option<WrittenFigure>,
    media_min: Option<u32>,
    videos: Option<WrittenFigure>,
    gifs: Option<WrittenFigure>,
    mixed_media: Option<bool>,
    alt_text: Option<WrittenFigure>,
    #[serde(default)]
    polls: WrittenPoll,
    #[serde(default)]
    forbidden: Vec<char>,
    #[serde(default)]
    phones_refused: bool,
    threads: Option<bool>,
    schedule_min_minutes: Option<WrittenFigure>,
    schedule_max_days: Option<WrittenFigure>,
    per_day: Option<WrittenFigure>,
    per_quarter_hour: Option<WrittenFigure>,
    scheduled_per_day: Option<WrittenFigure>,
    scheduled_total: Option<WrittenFigure>,
    #[serde(default)]
    same_text_refused: bool,
    #[serde(default)]
    labels: Vec<Label>,
    #[serde(default)]
    no_formats: Vec<String>,
    #[serde(default)]
    grades: BTreeMap<Fact, Grade>,
    #[serde(default)]
    variants: BTreeMap<String, WrittenVariant>,
}

/// A network as written, understood. Called once for each: its key and name live as long as the
/// program.
pub(super) fn understood((key, written): (String, WrittenNetwork)) -> Network {
    let figure = |figure: Option<WrittenFigure>| figure.map(|figure| graded(figure, written.grade));
    Network {
        aliases: written.aliases,
        as_of: written.as_of.and_then(day),
        grade: written.grade,
        sources: written.sources,
        unit: written.unit,
        unit_disputed: written.unit_disputed,
        varies: written.varies,
        title_unit: written.title_unit.unwrap_or(written.unit),
        text: figure(written.text),
        bytes: figure(written.bytes),
        text_advised: written.text_advised,
        fold: written.fold,
        title: figure(written.title),
        title_min: written.title_min,
        title_advised: written.title_advised,
        title_required: written.title_required,
        comment: figure(written.comment),
        link_length: figure(written.link_length),
        hashtags_linked: written.hashtags_linked,
        hashtags: figure(written.hashtags),
        hashtags_advised: written.hashtags_advised,
        hashtag_length: figure(written.hashtag_length),
        tags: figure(written.tags),
        tags_length: figure(written.tags_length),
        mentions: figure(written.mentions),
        links: figure(written.links),
        cashtags: figure(written.cashtags),
        links_clickable: written.links_clickable.unwrap_or(true),
        link_field: written.link_field,
        needs: written.needs,
        media: figure(written.media),
        media_min: written.media_min,
        videos: figure(written.videos),
        gifs: figure(written.gifs),
        mixed_media: written.mixed_media.unwrap_or(true),
        alt_text: figure(written.alt_text),
        polls: Poll {
            options_min: written.polls.options_min,
            options: figure(written.polls.options),
            option: figure(written.polls.option),
            question: figure(written.polls.question),
        },
        forbidden: written.forbidden,
        phones_refused: written.phones_refused,
        threads: written.threads.unwrap_or(true),
        schedule_min_minutes: figure(written.schedule_min_minutes),
        schedule_max_days: figure(written.schedule_max_days),
        per_day: figure(written.per_day),
        per_quarter_hour: figure(written.per_quarter_hour),
        scheduled_per_day: figure(written.scheduled_per_day),
        scheduled_total: figure(written.scheduled_total),
        same_text_refused: written.same_text_refused,
        labels: written.labels,
        grades: written.grades,
        no_formats: written.no_formats,
        variants: written
            .variants
            .into_iter()
            .map(|(name, v)| Variant { name, text: figure(v.text), title: figure(v.title) })
            .collect(),
        key: key.leak(),
        name: written.name.leak(),
    }
}

fn graded(figure: WrittenFigure, of_network: Grade) -> Figure {
    match figure {
        WrittenFigure::Bare(most) => Figure { most, grade: of_network, disputed: Vec::new() },
        WrittenFigure::Graded(f) => {
            Figure { most: f.most, grade: f.grade.unwrap_or(of_network), disputed: f.disputed }
        }
    }
}

fn day(written: toml::value::Datetime) -> Option<NaiveDate> {
    let date = written.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}
