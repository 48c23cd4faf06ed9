//! A text with everything the rules look at, each worked out at most once.

use crate::lang::Lang;
use crate::networks::Entities;
use crate::text::{Folded, Words, addresses, quotations, sentences_around};
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

    /// Whether bytes stand between quotation marks.
    #[must_use]
    pub fn is_quoted(&self, range: &Range<usize>) -> bool {
        touches(self.quotations(), range)
    }
}

/// Whether one of the sorted, separate ranges shares a byte with another.
pub(super) fn touches(sorted: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = sorted.partition_point(|one| one.end <= range.start);
    sorted.get(next).is_some_and(|one| one.start < range.end)
}
