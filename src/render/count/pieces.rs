//! What counts otherwise than its letters: links, mentions, emoji, letters of other scripts, the
//! content warning.

use super::Row;
use crate::lang::{Lang, count, figure, quote};
use crate::networks::{Spot, entities, measure};
use crate::text::clean;
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation;

/// `2 links count 23 each`, one line a kind.
pub(super) fn pieces(row: &Row, lang: Lang) -> Vec<String> {
    let alone = |text: &str| measure(row.network, row.field, text, "", None).length;
    let found = entities(row.network, &row.text);
    let (mut links, mut mentions) = (Pile::default(), Pile::default());
    let mut apart: Vec<&Spot> = Vec::new();
    for (spots, pile) in [(&found.urls, &mut links), (&found.mentions, &mut mentions)] {
        for spot in spots {
            let piece = row.text.get(spot.range.clone()).unwrap_or_default();
            let counted = alone(piece);
            if counted != piece.graphemes(true).count() {
                pile.add(counted);
                apart.push(spot);
            }
        }
    }
    apart.sort_by_key(|spot| spot.range.start);
    let (emoji, others) = letters(&row.text, &apart, alone);
    let mut lines = Vec::new();
    lines.extend(links.line(lang, words(lang, ("link", "links"), ("lien", "liens"))));
    lines
        .extend(mentions.line(lang, words(lang, ("mention", "mentions"), ("mention", "mentions"))));
    lines.extend(emoji.line(lang, words(lang, ("emoji", "emoji"), ("emoji", "emojis"))));
    let signs = words(lang, ("other sign", "other signs"), ("autre signe", "autres signes"));
    lines.extend(others.line(lang, signs).map(|line| line + &which(&others.letters, lang)));
    lines.extend(warning(row, lang));
    lines
}

fn words<'w>(lang: Lang, en: (&'w str, &'w str), fr: (&'w str, &'w str)) -> (&'w str, &'w str) {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

/// Letters that do not count 1, outside of the spots told apart: emoji, and others.
fn letters<'t>(
    text: &'t str,
    apart: &[&Spot],
    alone: impl Fn(&str) -> usize,
) -> (Pile<'t>, Pile<'t>) {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let (mut emoji, mut others) = (Pile::default(), Pile::default());
    let mut spots = apart.iter().peekable();
    for (at, letter) in text.grapheme_indices(true) {
        while spots.next_if(|spot| spot.range.end <= at).is_some() {}
        let inside = spots.peek().is_some_and(|spot| spot.range.contains(&at));
        if inside || letter.len() == 1 {
            continue;
        }
        let counted = *known.entry(letter).or_insert_with(|| alone(letter));
        if counted != 1 {
            let pile = if looks_like_emoji(letter) { &mut emoji } else { &mut others };
            pile.add(counted);
            if !pile.letters.contains(&letter) && pile.letters.len() <= NAMED {
                pile.letters.push(letter);
            }
        }
    }
    (emoji, others)
}

/// Letters that are named, at most.
const NAMED: usize = 4;

/// ` (é, …)`: which letters they are, the first of them.
fn which(letters: &[&str], lang: Lang) -> String {
    let one = |lang: Lang, en: &str, fr: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Fr => fr.to_owned(),
    };
    let named = |letter: &&str| match *letter {
        "\u{a0}" => one(lang, "no-break space", "espace insécable"),
        "\u{202f}" => one(lang, "narrow no-break space", "espace fine insécable"),
        letter => quote(lang, &clean(letter)),
    };
    let mut each: Vec<String> = letters.iter().take(NAMED).map(named).collect();
    if letters.len() > NAMED {
        each.push("…".to_owned());
    }
    format!(" ({})", each.join(", "))
}

/// Whether people would call it an emoji: enough to choose a word.
fn looks_like_emoji(letter: &str) -> bool {
    let pictures = |c: char| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}');
    letter.contains(['\u{fe0f}', '\u{20e3}']) || letter.contains(pictures)
}

/// Pieces of one kind.
#[derive(Default)]
struct Pile<'t> {
    /// The first of them, each once, and one more than is named.
    letters: Vec<&'t str>,
    pieces: usize,
    total: usize,
    /// What each counts, as long as they agree.
    each: Option<usize>,
    differ: bool,
}

impl Pile<'_> {
    fn add(&mut self, counted: usize) {
        self.pieces += 1;
        self.total += counted;
        self.differ |= self.each.is_some_and(|each| each != counted);
        self.each = Some(counted);
    }

    fn line(&self, lang: Lang, (one, many): (&str, &str)) -> Option<String> {
        let each = self.each?;
        let named = count(lang, self.pieces, one, many);
        Some(match (self.pieces, self.differ, lang) {
            (1, _, Lang::En) => format!("{named} counts {}", figure(lang, each)),
            (1, _, Lang::Fr) => format!("{named} compte {}", figure(lang, each)),
            (_, false, Lang::En) => format!("{named} count {} each", figure(lang, each)),
            (_, false, Lang::Fr) => format!("{named} comptent {} chacun", figure(lang, each)),
            (_, true, Lang::En) => format!("{named} count {} in all", figure(lang, self.total)),
            (_, true, Lang::Fr) => format!("{named} comptent {} en tout", figure(lang, self.total)),
        })
    }
}

/// What the content warning adds.
fn warning(row: &Row, lang: Lang) -> Option<String> {
    let without = measure(row.network, row.field, &row.text, "", None).length;
    let added = row.fit.length.checked_sub(without).filter(|added| *added > 0)?;
    let added = figure(lang, added);
    Some(match lang {
        Lang::En => format!("the content warning counts {added}"),
        Lang::Fr => format!("l’avertissement de contenu compte {added}"),
    })
}
