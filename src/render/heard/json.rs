//! `edito-tone/1`: a text heard, for programs.

use super::Heard;
use crate::lang::Lang;
use crate::render::findings;
use crate::source::Sources;
use crate::tone::Family;
use serde::Serialize;

/// One compact object and a line feed. `lang` is the language the text was heard in, null where it
/// is not known; `gate` is null where the tone has none, and then everything passes. `parts` are
/// all families, in their order. The findings have the shape they have in `edito-check/1`. `post`
/// and `channel` are there for a post of the calendar. `tone_faults` are what is wrong with the
/// rules themselves.
#[must_use]
pub fn json(heard: &Heard<'_>, sources: &Sources, lang: Lang) -> String {
    let findings = heard.findings.iter().map(|judged| findings::shaped(judged, sources, lang));
    let faults = heard.faults.iter().map(|judged| findings::shaped(judged, sources, lang));
    let document = Document {
        format: "edito-tone/1",
        post: heard.origin.map(|(post, _)| post),
        channel: heard.origin.map(|(_, channel)| channel),
        lang: heard.text_lang,
        score: heard.score.total(),
        gate: heard.gate,
        passes: heard.score.passes(heard.gate),
        parts: Family::ALL
            .map(|family| Part { part: family.key(), lost: heard.score.lost(family) }),
        findings: findings.collect(),
        tone_faults: faults.collect(),
    };
    let mut text = serde_json::to_string(&document)
        .expect("internal error: findings are made of text and numbers");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Document<'a, F> {
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<&'a str>,
    lang: Option<&'a str>,
    score: u32,
    gate: Option<u32>,
    passes: bool,
    parts: [Part; Family::ALL.len()],
    findings: Vec<F>,
    tone_faults: Vec<F>,
}

#[derive(Serialize)]
struct Part {
    part: &'static str,
    lost: u32,
}
