//! A text with everything the rules look at, each worked out at most once.

use super::irony::is_own_saying;
use crate::lang::Lang;
use crate::networks::{Entities, emoji_spots};
use crate::text::{Folded, Pairs, Words, addresses, quotations, sentences_around};
use std::cell::OnceCell;
use std::ops::Range;

/// Which words of a post a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The text as it goes out, or a part of a thread.
    Text,
    /// The title.
    Title,
    /// The first comment.
    FirstComment,
    /// Words shown in an image.
    Picture,
}

/// A text to read.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The text.
    pub text: &'a str,
    /// Which words of the post it is.
    pub part: Part,
    /// Its language, where it is one of those whose rules are known.
    pub lang: Option<Lang>,
    /// What the network recognises in it.
    pub entities: &'a Entities,
    /// Where the brand's signature stands in it.
    pub signature: Option<Range<usize>>,
    words: OnceCell<Words>,
    folded: OnceCell<Folded>,
    sentences: OnceCell<Vec<Range<usize>>>,
    masks: OnceCell<Vec<Range<usize>>>,
    quotations: OnceCell<Vec<Range<usize>>>,
    pairs: OnceCell<Pairs>,
    emoji: OnceCell<Vec<Range<usize>>>,
    marks: OnceCell<Vec<(usize, char)>>,
}

impl<'a> Passage<'a> {
    /// A text of a language with what its network recognises in it.
    #[must_use]
    pub const fn new(
        text: &'a str,
        part: Part,
        lang: Option<Lang>,
        entities: &'a Entities,
    ) -> Self {
        Self {
            text,
            part,
            lang,
            entities,
            signature: None,
            words: OnceCell::new(),
            folded: OnceCell::new(),
            sentences: OnceCell::new(),
            masks: OnceCell::new(),
            quotations: OnceCell::new(),
            pairs: OnceCell::new(),
            emoji: OnceCell::new(),
            marks: OnceCell::new(),
        }
    }

    /// Its words, those of links, mentions and hashtags among them.
    pub fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self.text))
    }

    /// Its folded form.
    pub fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(self.text))
    }

    /// The pairs of letters of its folded form.
    pub fn pairs(&self) -> &Pairs {
        self.pairs.get_or_init(|| Pairs::of(self.folded().text()))
    }

    /// Its emoji.
    pub fn emoji(&self) -> &[Range<usize>] {
        self.emoji.get_or_init(|| emoji_spots(self.text))
    }

    /// Its exclamation and question marks, each with its place.
    pub fn marks(&self) -> &[(usize, char)] {
        self.marks.get_or_init(|| {
            // Beside ASCII they begin with one of these bytes.
            let may_begin = |(_, byte): &(usize, u8)| matches!(byte, b'!' | b'?' | 0xe2 | 0xef);
            let starts = self.text.bytes().enumerate().filter(may_begin);
            let letters =
                starts.filter_map(|(at, _)| Some((at, self.text.get(at..)?.chars().next()?)));
            letters.filter(|(_, c)| marks(*c) > 0).collect()
        })
    }

    /// Its sentences; links are part of one.
    pub fn sentences(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| sentences_around(self.text, self.masks()))
    }

    /// Its links, addresses, mentions, hashtags and cashtags in the order of the text: no words of the brand.
    pub fn masks(&self) -> &[Range<usize>] {
        self.masks.get_or_init(|| {
            let entities = self.entities;
            let all = [&entities.urls, &entities.mentions, &entities.hashtags, &entities.cashtags];
            let mut masks: Vec<_> =
                all.into_iter().flatten().map(|spot| spot.range.clone()).collect();
            masks.extend(addresses(self.text));
            masks.sort_unstable_by_key(|range| range.start);
            masks.dedup_by(|next, last| {
                let meets = next.start < last.end;
                if meets {
                    last.end = last.end.max(next.end);
                }
                meets
            });
            masks
        })
    }

    /// Whether bytes are part of a link, mention, hashtag or cashtag.
    #[must_use]
    pub fn is_masked(&self, range: &Range<usize>) -> bool {
        touches(self.masks(), range)
    }

    /// What stands between quotation marks, marks included: « », “ ”, " ", ‹ ›; a mark that is never
    /// closed opens nothing.
    pub fn quotations(&self) -> &[Range<usize>] {
        self.quotations.get_or_init(|| quotations(self.text))
    }

    /// Whether bytes stand between quotation marks, and are somebody else's words.
    #[must_use]
    pub fn is_said_by_others(&self, range: &Range<usize>) -> bool {
        let next = self.quotations().partition_point(|one| one.end <= range.start);
        let quotation = self.quotations().get(next).filter(|one| one.start < range.end);
        quotation.is_some_and(|one| !is_own_saying(self.text, self.words(), one))
    }

    /// Whether bytes stand between quotation marks.
    #[must_use]
    pub fn is_quoted(&self, range: &Range<usize>) -> bool {
        touches(self.quotations(), range)
    }
}

/// How many exclamation and question marks a character is.
pub(super) const fn marks(c: char) -> u32 {
    match c {
        '!' | '?' | '！' | '？' => 1,
        '‼' | '⁇' | '⁈' | '⁉' => 2,
        _ => 0,
    }
}

/// Whether one of the sorted, separate ranges shares a byte with another.
pub(super) fn touches(sorted: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = sorted.partition_point(|one| one.end <= range.start);
    sorted.get(next).is_some_and(|one| one.start < range.end)
}
