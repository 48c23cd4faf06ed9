//! How much there is of something, in the text, in each sentence or in each line.

mod things;

use crate::lang::{Lang, Text, count};
use crate::model::tone::{Counted, Counting, Extent};
use crate::tone::voice::Reading;
use crate::tone::{Hits, Part, Passage};
use std::ops::Range;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Counting, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    let blank = passage.text.trim().is_empty();
    let least = wanted.min.filter(|_| passage.part == Part::Text && !blank);
    if least.is_none() && wanted.max.is_none_or(|most| has_room(wanted, passage.text, most)) {
        return;
    }
    let extents = extents(wanted.per, passage);
    let mut tally = Tally::new(wanted, &extents);
    let whole = things::each(wanted, reading, &mut |thing| tally.take(thing));
    for (at, extent) in extents.iter().enumerate() {
        let seen = &tally.seen[at];
        match (wanted.max, &seen.over) {
            (Some(most), Some(over)) => {
                let range = shown(wanted, extent, over);
                too_many(wanted, Amount { n: seen.n, whole }, most, range, hits);
            }
            _ => {
                // Where not all was looked for, too few means nothing.
                if let Some(least) = least.filter(|least| whole && seen.n < fit(*least)) {
                    let range = if wanted.per == Extent::Post { 0..0 } else { extent.clone() };
                    too_few(wanted, seen.n, least, range, hits);
                }
            }
        }
        if hits.is_full() {
            return;
        }
    }
}

fn fit(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Whether a text is surely too short to have more than so many of something.
fn has_room(wanted: &Counting, text: &str, most: u32) -> bool {
    match wanted.of {
        // A word has a sign behind it.
        Counted::Word | Counted::CapsWord => text.len().div_ceil(2) <= fit(most),
        Counted::Pattern => false,
        _ => text.len() <= fit(most),
    }
}

/// What things are counted over.
fn extents(per: Extent, passage: &Passage<'_>) -> Vec<Range<usize>> {
    match per {
        Extent::Post => std::iter::once(0..passage.text.len()).collect(),
        Extent::Sentence => passage.sentences().to_vec(),
        Extent::Line => things::lines(passage.text).collect(),
    }
}

/// What was seen of an extent.
#[derive(Clone, Debug, Default)]
struct Seen {
    n: usize,
    /// The first thing over the limit.
    over: Option<Range<usize>>,
}

/// Things of a text, counted as they come.
struct Tally<'t> {
    most: usize,
    extents: &'t [Range<usize>],
    seen: Vec<Seen>,
    at: usize,
}

impl<'t> Tally<'t> {
    fn new(wanted: &Counting, extents: &'t [Range<usize>]) -> Self {
        let most = wanted.max.map_or(usize::MAX, fit);
        Self { most, extents, seen: vec![Seen::default(); extents.len()], at: 0 }
    }

    /// Counts a thing; they come in the order of the text.
    fn take(&mut self, thing: Range<usize>) {
        while self.extents.get(self.at).is_some_and(|extent| extent.end <= thing.start) {
            self.at += 1;
        }
        let inside = self.extents.get(self.at).is_some_and(|extent| extent.start <= thing.start);
        if let Some(seen) = self.seen.get_mut(self.at).filter(|_| inside) {
            seen.n += 1;
            if seen.n > self.most {
                seen.over.get_or_insert(thing);
            }
        }
    }
}

/// What is shown of too much: the sentence or the line; of a text what lies past the limit.
fn shown(wanted: &Counting, extent: &Range<usize>, over: &Range<usize>) -> Range<usize> {
    match (wanted.per, wanted.of) {
        (Extent::Sentence | Extent::Line, _) => extent.clone(),
        (Extent::Post, Counted::Char | Counted::Word) => over.start..extent.end,
        (Extent::Post, _) => over.clone(),
    }
}

/// How much there is of something.
#[derive(Clone, Copy, Debug)]
struct Amount {
    n: usize,
    /// Whether that is all of it: of a long text not all matches are looked for.
    whole: bool,
}

fn too_many(
    wanted: &Counting,
    amount: Amount,
    most: u32,
    range: Range<usize>,
    hits: &mut Hits<'_>,
) {
    let message = Text::of(|lang| {
        let least = match (lang, amount.whole) {
            (_, true) => "",
            (Lang::En, false) => "at least ",
            (Lang::Fr, false) => "au moins ",
        };
        let things = format!("{least}{}", things_counted(lang, wanted.of, amount.n));
        let over = over(lang, wanted.per);
        match (lang, most) {
            (Lang::En, 0) => format!("{things}{over}; none is wanted"),
            (Lang::En, _) => format!("{things}{over}; {most} at most"),
            (Lang::Fr, 0) => format!("{things}{over}\u{202f}; zéro attendu"),
            (Lang::Fr, _) => format!("{things}{over}\u{202f}; {most} au plus"),
        }
    });
    let Some(hit) = hits.add(range, message) else { return };
    if wanted.per == Extent::Sentence && wanted.of == Counted::Word {
        hit.help(Text::of(|lang| match lang {
            Lang::En => "cut the sentence in two".to_owned(),
            Lang::Fr => "coupez la phrase en deux".to_owned(),
        }));
    }
}

fn too_few(wanted: &Counting, n: usize, least: u32, range: Range<usize>, hits: &mut Hits<'_>) {
    hits.add(
        range,
        Text::of(|lang| {
            let (things, over) = (things_counted(lang, wanted.of, n), over(lang, wanted.per));
            match lang {
                Lang::En => format!("{things}{over}; {least} at least"),
                Lang::Fr => format!("{things}{over}\u{202f}; {least} au moins"),
            }
        }),
    );
}

/// Over what, where it is not the whole text.
const fn over(lang: Lang, per: Extent) -> &'static str {
    match (lang, per) {
        (_, Extent::Post) => "",
        (Lang::En, Extent::Sentence) => " in this sentence",
        (Lang::Fr, Extent::Sentence) => " dans cette phrase",
        (Lang::En, Extent::Line) => " in this line",
        (Lang::Fr, Extent::Line) => " dans cette ligne",
    }
}

/// `12 words`, `12 mots`.
fn things_counted(lang: Lang, of: Counted, n: usize) -> String {
    let (en, fr) = match of {
        Counted::Char => (("character", "characters"), ("caractère", "caractères")),
        Counted::Word => (("word", "words"), ("mot", "mots")),
        Counted::Sentence => (("sentence", "sentences"), ("phrase", "phrases")),
        Counted::Line => (("line", "lines"), ("ligne", "lignes")),
        Counted::Emoji => (("emoji", "emoji"), ("émoji", "émojis")),
        Counted::Exclamation => (
            ("exclamation mark", "exclamation marks"),
            ("point d’exclamation", "points d’exclamation"),
        ),
        Counted::Question => (
            ("question mark", "question marks"),
            ("point d’interrogation", "points d’interrogation"),
        ),
        Counted::Comma => (("comma", "commas"), ("virgule", "virgules")),
        Counted::Ellipsis => {
            (("ellipsis", "ellipses"), ("points de suspension", "points de suspension"))
        }
        Counted::Hashtag => (("hashtag", "hashtags"), ("mot-dièse", "mots-dièses")),
        Counted::Mention => (("mention", "mentions"), ("mention", "mentions")),
        Counted::Link => (("link", "links"), ("lien", "liens")),
        Counted::CapsWord => {
            (("word in capitals", "words in capitals"), ("mot en capitales", "mots en capitales"))
        }
        Counted::Semicolon => (("semicolon", "semicolons"), ("point-virgule", "points-virgules")),
        Counted::Pattern => (
            ("match of the pattern", "matches of the pattern"),
            ("passage qui correspond au motif", "passages qui correspondent au motif"),
        ),
    };
    match (lang, of) {
        (Lang::Fr, Counted::Ellipsis) => format!("{n} fois des points de suspension"),
        (Lang::En, _) => count(lang, n, en.0, en.1),
        (Lang::Fr, _) => count(lang, n, fr.0, fr.1),
    }
}

#[cfg(test)]
mod tests;
