//! What the voice of the brand hears in one post on one channel.

use super::signature::is_own;
use crate::lang::Lang;
use crate::model::Mark;
use crate::model::tone::{Deal, Field};
use crate::networks::{self, Entities};
use crate::rules::Said;
use crate::source::{At, Loc};
use crate::tone::{Circumstances, Hit, Part, Passage, Voice};
use std::ops::Range;

/// A hit, and the words it is in.
#[derive(Clone, Debug)]
pub struct Heard {
    /// What was found.
    pub hit: Hit,
    /// In which words.
    words: Words,
}

/// The words that a hit is in.
#[derive(Clone, Copy, Debug)]
enum Words {
    /// A part of the text as it goes out, by its number.
    Part(usize),
    /// Words beside the text, by their number.
    Beside(usize),
}

impl Heard {
    /// Where bytes of the words are written; where the post begins to speak for none at all.
    pub(super) fn place(&self, said: &Said<'_>, range: &Range<usize>) -> At {
        let place = match self.words {
            _ if range.is_empty() => None,
            Words::Part(number) => said.parts.get(number).map(|part| said.place(part, range)),
            Words::Beside(number) => {
                beside(said).get(number).map(|(words, _)| said.within(words, range.clone()))
            }
        };
        place.unwrap_or_else(|| said.beginning())
    }

    /// The value and the bytes of it that write some bytes of the words, where they are all of one.
    pub(super) fn written<'a>(
        &self,
        said: &Said<'a>,
        range: &Range<usize>,
    ) -> Option<(&'a Loc<String>, Range<usize>)> {
        match self.words {
            Words::Beside(number) => {
                beside(said).get(number).map(|(words, _)| (*words, range.clone()))
            }
            Words::Part(number) => said.parts.get(number)?.out.pieces.iter().find_map(|piece| {
                let bytes = &piece.range;
                let inside = bytes.start <= range.start && range.end <= bytes.end;
                let shift = |n: usize| n - bytes.start + piece.from;
                inside.then(|| (piece.words, shift(range.start)..shift(range.end)))
            }),
        }
    }
}

/// Everything that the voice hears in a post on a channel.
pub(in crate::rules) fn hear(said: &Said<'_>, voice: &Voice) -> Vec<Heard> {
    if voice.is_silent() {
        return Vec::new();
    }
    let about = circumstances(said);
    let lang = about.lang.and_then(Lang::from_tag);
    let mut all = Vec::new();
    let signature = said.facts.ws.tone.signature.as_ref();
    for (number, part) in said.parts.iter().enumerate() {
        let mut passage = Passage::new(&part.out.text, Part::Text, lang, &part.entities);
        let mut pieces = part.out.pieces.iter();
        passage.signature = pieces
            .find(|piece| signature.is_some_and(|own| std::ptr::eq(own, piece.words)))
            .map(|piece| piece.range.clone())
            .or_else(|| typed(&part.out.text, &signature?.value));
        let hits = voice.read(&passage, &about).into_iter();
        let hits = hits.filter(|hit| !is_own(said.facts, hit, passage.signature.as_ref()));
        all.extend(hits.map(|hit| Heard { hit, words: Words::Part(number) }));
    }
    for (number, (words, part)) in beside(said).into_iter().enumerate() {
        let entities: Entities = networks::entities(said.network, &words.value);
        let passage = Passage::new(&words.value, part, lang, &entities);
        let hits = voice.read(&passage, &about).into_iter();
        all.extend(hits.map(|hit| Heard { hit, words: Words::Beside(number) }));
    }
    all
}

/// Where a text ends with the signature that its author typed, whatever the shape of its
/// apostrophes; hashtags, mentions and links may follow it.
pub(super) fn typed(text: &str, signature: &str) -> Option<Range<usize>> {
    let mut text = text.trim_end();
    while let Some((head, last)) = text.rsplit_once(char::is_whitespace)
        && ["#", "@", "https://", "http://"].iter().any(|mark| last.starts_with(mark))
    {
        text = head.trim_end();
    }
    let plain = |c: char| if c == '’' { '\'' } else { c };
    let mut letters = text.char_indices().rev();
    let mut start = None;
    for wanted in signature.trim().chars().rev() {
        let (at, c) = letters.next()?;
        if plain(c) != plain(wanted) {
            return None;
        }
        start = Some(at);
    }
    start.map(|start| start..text.len())
}

/// What a post says beside its text: its title where the network shows one, its first comment, the
/// words in its pictures.
fn beside<'a>(said: &Said<'a>) -> Vec<(&'a Loc<String>, Part)> {
    let content = &said.content;
    let title = content.title.filter(|_| said.network.title.is_some());
    let title = title.map(|title| (title, Part::Title));
    let comment = content.first_comment.map(|comment| (comment, Part::FirstComment));
    let pictures = content.media.iter().filter_map(|media| media.text.as_ref());
    let pictures = pictures.map(|words| (words, Part::Picture));
    title.into_iter().chain(comment).chain(pictures).collect()
}

pub(super) fn circumstances<'a>(said: &Said<'a>) -> Circumstances<'a> {
    let (post, content) = (said.post, &said.content);
    let mut deals: Vec<Deal> = Vec::new();
    if let Some(partnership) = &post.partnership {
        deals.extend(match partnership.value.kind.as_str() {
            "paid" => Some(Deal::Paid),
            "gift" => Some(Deal::Gift),
            "affiliate" => Some(Deal::Affiliate),
            _ => None,
        });
    }
    if content.media.iter().any(|media| media.ai == Mark::Yes) {
        deals.push(Deal::AiImage);
    }
    let proof = post.source.as_deref().filter(|source| source.contains("://"));
    let fields = [
        (Field::Link, content.link.is_some()),
        (Field::Media, !content.media.is_empty()),
        (Field::Partnership, post.partnership.is_some()),
        (Field::Hashtags, !content.hashtags.is_empty()),
        (Field::Mentions, !content.mentions.is_empty()),
        (Field::Cta, content.cta.is_some()),
        (Field::Campaign, post.campaign.is_some()),
        (Field::Source, post.source.is_some()),
    ];
    Circumstances {
        channel: Some(said.placement.channel),
        network: Some(said.network),
        pillar: post.pillar.as_ref().map(|pillar| pillar.value),
        format: said.format(),
        lang: said.facts.ws.lang_of(said.placement),
        status: Some(said.placement.status.value),
        deals,
        fields: fields.into_iter().filter(|(_, has)| *has).map(|(field, _)| field).collect(),
        proof,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_typed_at_the_end_is_known() {
        let signed = |text: &'static str| typed(text, " L’équipe ").map(|range| &text[range]);
        assert_eq!(signed("On court 🏃 L’équipe\n"), Some("L’équipe"));
        assert_eq!(signed("On court 🏃 L'équipe"), Some("L'équipe"));
        assert_eq!(signed("On court 🏃 L’équipe #lyon @club"), Some("L’équipe"));
        assert_eq!(signed("L’équipe court"), None);
        assert_eq!(typed("On court", ""), None);
    }
}
