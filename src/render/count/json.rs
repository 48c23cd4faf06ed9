//! What a text comes to, for programs: one object a line.

use super::Row;
use crate::lang::{Lang, Text};
use crate::networks::{Field, Fit, Network, Spot, entities};
use crate::text::clean;
use serde::Serialize;

/// A text of a post of the calendar.
#[derive(Clone, Debug, Serialize)]
pub struct Origin {
    /// The id of the post.
    pub post: String,
    /// The channel.
    pub channel: String,
    /// `text` or `title`.
    pub field: &'static str,
    /// The part of a thread, from 1; absent for a text in one piece.
    pub part: Option<usize>,
}

/// A text that was counted, and where.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The network.
    pub network: &'static Network,
    /// The text.
    pub text: &'a str,
    /// What it comes to.
    pub fit: &'a Fit,
    /// The post it is of.
    pub origin: Option<&'a Origin>,
}

impl Row {
    /// The row for programs.
    #[must_use]
    pub fn answer(&self) -> Answer<'_> {
        Answer {
            network: self.network,
            text: &self.text,
            fit: &self.fit,
            origin: self.origin.as_ref(),
        }
    }
}

impl Origin {
    /// The word of a field.
    #[must_use]
    pub const fn field(field: Field) -> &'static str {
        match field {
            Field::Text => "text",
            Field::Title => "title",
        }
    }
}

/// The line of an answer, line feed included. Keys stand in the order of the contract.
#[must_use]
pub fn answer(answer: Answer<'_>) -> String {
    let found = entities(answer.network, answer.text);
    line(&Counted {
        origin: answer.origin,
        network: answer.network.key,
        length: answer.fit.length,
        unit: answer.fit.unit.key(),
        limit: answer.fit.limit,
        valid: answer.fit.is_valid(),
        urls: values(&found.urls),
        hashtags: values(&found.hashtags),
        mentions: values(&found.mentions),
    })
}

/// The line for one that could not be read.
#[must_use]
pub fn refused(why: &Text, number: usize, lang: Lang) -> String {
    line(&Refused { error: &clean(why.get(lang)), line: number })
}

fn values(spots: &[Spot]) -> Vec<&str> {
    spots.iter().map(|spot| spot.value.as_str()).collect()
}

fn line(value: &impl Serialize) -> String {
    let mut text =
        serde_json::to_string(value).expect("internal error: counts are made of text and numbers");
    text.push('\n');
    escaped(text)
}

/// The same JSON without the control characters that it allows in strings and a terminal obeys.
fn escaped(text: String) -> String {
    let obeyed = |c: char| matches!(c, '\u{7f}'..='\u{9f}');
    if !text.contains(obeyed) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match obeyed(c) {
            true => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}

#[derive(Serialize)]
struct Counted<'a> {
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    origin: Option<&'a Origin>,
    network: &'a str,
    length: usize,
    unit: &'a str,
    limit: Option<usize>,
    valid: bool,
    urls: Vec<&'a str>,
    hashtags: Vec<&'a str>,
    mentions: Vec<&'a str>,
}

#[derive(Serialize)]
struct Refused<'a> {
    error: &'a str,
    line: usize,
}
