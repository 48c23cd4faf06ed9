//! Capital letters: words in capitals in a row, and how much of a text is in capitals.
//!
//! A short word in capitals may be an acronym: `SNCF`, `TVA`, `BTS`. Words of two to four letters
//! that are no ordinary words, words without a vowel, Roman numbers and the acronyms that everybody
//! knows count only beside a word that is surely shouted: `LES PME DE LA RÉGION` has five words in a
//! row, `SNCF, RER, TGV` has none.

use super::list::List;
use crate::lang::{Lang, Text, count, percent};
use crate::model::tone::Caps;
use crate::text::{Glue, Letters, Word};
use crate::tone::voice::Reading;
use crate::tone::{Hits, Passage};
use std::ops::Range;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Caps, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let capitals = reading.passage.words().capitals();
    if capitals == 0 {
        return;
    }
    let eye = Eye { wanted, reading };
    let may_pass = |most: &u32| usize::try_from(*most).is_ok_and(|most| capitals > most);
    if let Some(most) = wanted.max_words.filter(may_pass) {
        eye.each_run(|run| {
            if run.words > most {
                add_run(run, most, hits);
            }
        });
    }
    if let Some(most) = wanted.max_ratio {
        eye.ratio(most, hits);
    }
}

/// Whether a word is in capitals and surely no acronym.
pub(super) fn is_shouted(passage: &Passage<'_>, word: &Word) -> bool {
    word.letters == Letters::Capitals && !may_be_acronym(passage.words().lower(word))
}

/// Words in capitals in a row.
#[derive(Clone, Debug, Default)]
struct Run {
    range: Range<usize>,
    words: u32,
    /// How many of them are surely shouted.
    sure: u32,
    /// How many stand after the last mark or emoji.
    since: u32,
    /// How many times the last word was said again: no acronym is.
    again: u32,
}

impl Run {
    /// Adds a word that ends at a byte; whether it is the one before it, said again.
    fn take(&mut self, end: usize, words: u32, again: bool) {
        self.range.end = end;
        self.words += words;
        self.since += words;
        self.again = if again && self.words > 1 { self.again + 1 } else { 0 };
        self.sure += u32::from(self.again > 1);
    }

    /// Whether what lies before the next word ends the row: a line end, a full stop or a dash; a
    /// mark or an emoji after two words or more, for `OUI ! ENCORE ! BRAVO !` is one shout.
    fn is_broken(&mut self, between: &str) -> bool {
        const ENDS: [&str; 10] = ["\n", ". ", " –", "– ", " —", "— ", " - ", " / ", " | ", " • "];
        if matches!(between, " " | "-" | "'" | "’" | ", ") {
            return false;
        }
        if ENDS.iter().any(|end| between.contains(end)) {
            return true;
        }
        let marked =
            between.chars().any(|c| matches!(c, '!' | '?' | '…' | '！' | '？') || is_picture(c));
        let ended = marked && self.since > 1;
        self.since = if marked { 0 } else { self.since };
        ended
    }
}

/// Whether a character is an emoji or an arrow, as far as rows of words go.
const fn is_picture(c: char) -> bool {
    matches!(
        c,
        '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}'
            | '\u{2b00}'..='\u{2bff}'
    )
}

/// Where a row begins whose first word that counts is at a place: `C’EST` with its first letter.
fn start(passage: &Passage<'_>, list: &[Word], at: usize) -> usize {
    let start = list[at].range().start;
    let before = at.checked_sub(1).map(|before| &list[before]);
    let elided = before.filter(|before| {
        list[at].glue == Glue::Apostrophe
            && before.letters == Letters::Initial
            && before.glue == Glue::Apart
            && letters(&passage.text[before.range()]) == 1
    });
    elided.map_or(start, |before| before.range().start)
}

/// Whether two words are the same.
fn same(passage: &Passage<'_>, list: &[Word], one: usize, other: usize) -> bool {
    passage.words().lower(&list[one]) == passage.words().lower(&list[other])
}

/// How a word stands in a row of capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// It counts; whether it is surely shouted.
    Counts { sure: bool },
    /// It neither counts nor ends the row.
    Passes,
    /// It ends the row.
    Ends,
}

struct Eye<'e> {
    wanted: &'e Caps,
    reading: &'e Reading<'e>,
}

impl Eye<'_> {
    /// Calls `each` with every row of capitals that has a surely shouted word.
    fn each_run(&self, mut each: impl FnMut(&Run)) {
        let passage = self.reading.passage;
        let list = passage.words().list();
        let (mut run, mut seen) = (Run::default(), 0);
        // The word before counts, and this one may be glued to it.
        let mut counted = false;
        for (at, word) in list.iter().enumerate() {
            if run.words == 0 && word.letters != Letters::Capitals {
                counted = false;
                continue;
            }
            let range = word.range();
            let part = self.part(word);
            let broken = part == Part::Ends
                || run.words > 0 && run.is_broken(&passage.text[seen..range.start]);
            if broken {
                if run.sure > 0 {
                    each(&run);
                }
                run = Run::default();
            }
            seen = range.end;
            if let Part::Counts { sure } = part {
                let glued =
                    counted && !broken && matches!(word.glue, Glue::Hyphen | Glue::Apostrophe);
                if run.words == 0 {
                    run.range.start = start(passage, list, at);
                }
                let again = at.checked_sub(1).is_some_and(|before| same(passage, list, before, at));
                run.take(range.end, u32::from(!glued), again);
                run.sure += u32::from(sure);
            }
            counted = matches!(part, Part::Counts { .. });
        }
        if run.sure > 0 {
            each(&run);
        }
    }

    fn part(&self, word: &Word) -> Part {
        let passage = self.reading.passage;
        let range = word.range();
        let written = &passage.text[range.clone()];
        let single = || letters(written) < 2;
        match word.letters {
            Letters::None => return Part::Passes,
            Letters::Small | Letters::Initial if single() || has_digit(written) => {
                return Part::Passes;
            }
            Letters::Small | Letters::Initial => return masked(passage, &range, Part::Ends),
            Letters::Mixed => {
                let plural =
                    written.strip_suffix('s').is_some_and(|w| !w.contains(char::is_lowercase));
                let part = if plural { Part::Passes } else { Part::Ends };
                return masked(passage, &range, part);
            }
            Letters::Capitals => {}
        }
        if passage.is_masked(&range) || letters(written) < self.least() || self.is_fine(&range) {
            return Part::Passes;
        }
        if self.reading.is_quoted(&range) {
            return Part::Ends;
        }
        Part::Counts { sure: !may_be_acronym(passage.words().lower(word)) }
    }

    fn least(&self) -> u32 {
        self.wanted.min_len.unwrap_or(2)
    }

    /// Whether it is a word of the brand, or an acronym of the rule.
    fn is_fine(&self, range: &Range<usize>) -> bool {
        let word = &self.reading.passage.text[range.clone()];
        self.wanted.acronyms.iter().any(|acronym| is_acronym(word, &acronym.value))
            || self.reading.found.is_excepted(self.reading.index, range)
    }

    /// The letters in capitals among all letters.
    fn ratio(&self, most: u32, hits: &mut Hits<'_>) {
        const LEAST: u32 = 20;
        let passage = self.reading.passage;
        let (mut all, mut capitals) = (0_u32, 0_u32);
        let mut first: Option<Range<usize>> = None;
        for word in passage.words().list() {
            let range = word.range();
            let skipped = word.letters == Letters::None || passage.is_masked(&range);
            if skipped || self.reading.is_quoted(&range) {
                continue;
            }
            let in_capitals = word.letters == Letters::Capitals;
            if in_capitals && self.is_fine(&range) {
                continue;
            }
            if in_capitals {
                first.get_or_insert(range.clone());
            }
            let written = &passage.text[range];
            all += letters(written);
            capitals += match word.letters {
                Letters::Small => 0,
                Letters::Initial => 1,
                _ => written.chars().map(|c| u32::from(c.is_uppercase())).sum(),
            };
        }
        let ratio = u64::from(capitals) * 100 / u64::from(all.max(1));
        if all < LEAST || ratio <= u64::from(most) {
            return;
        }
        let mut row = None;
        self.each_run(|run| {
            row.get_or_insert(run.range.clone());
        });
        let Some(range) = row.or(first) else { return };
        let message = Text::of(|lang| match lang {
            Lang::En => format!(
                "{} of the letters are capitals; {} at most",
                percent(lang, ratio),
                percent(lang, most)
            ),
            Lang::Fr => format!(
                "{} des lettres sont des capitales\u{202f}; {} au plus",
                percent(lang, ratio),
                percent(lang, most)
            ),
        });
        if let Some(hit) = hits.add(range, message) {
            hit.help(small_letters());
        }
    }
}

fn masked(passage: &Passage<'_>, range: &Range<usize>, otherwise: Part) -> Part {
    if passage.is_masked(range) { Part::Passes } else { otherwise }
}

fn add_run(run: &Run, most: u32, hits: &mut Hits<'_>) {
    let n = usize::try_from(run.words).unwrap_or(usize::MAX);
    let message = Text::of(|lang| match (lang, most) {
        (Lang::En, 0) => format!("{} in capitals", count(lang, n, "word", "words")),
        (Lang::En, _) => {
            format!("{} in capitals in a row; {most} at most", count(lang, n, "word", "words"))
        }
        (Lang::Fr, 0) => format!("{} en capitales", count(lang, n, "mot", "mots")),
        (Lang::Fr, _) => format!(
            "{} en capitales de suite\u{202f}; {most} au plus",
            count(lang, n, "mot", "mots")
        ),
    });
    if let Some(hit) = hits.add(run.range.clone(), message) {
        hit.help(small_letters());
    }
}

fn small_letters() -> Text {
    Text::of(|lang| match lang {
        Lang::En => "write them in small letters: capitals in a row sound like shouting, and are \
                     slow to read"
            .to_owned(),
        Lang::Fr => {
            "écrivez-les en minuscules\u{a0}: les capitales à la suite donnent l’impression \
                     de crier et se lisent lentement"
                .to_owned()
        }
    })
}

fn letters(word: &str) -> u32 {
    if word.is_ascii() {
        return word.bytes().map(|byte| u32::from(byte.is_ascii_alphabetic())).sum();
    }
    word.chars().map(|c| u32::from(c.is_alphabetic())).sum()
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The same letters, dots apart.
fn is_acronym(word: &str, acronym: &str) -> bool {
    let bare = |word: &str| {
        word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect::<String>()
    };
    word.len() <= acronym.len() + 1 && {
        let (word, acronym) = (bare(word), bare(acronym));
        word == acronym || word.strip_suffix('s').is_some_and(|one| one == acronym)
    }
}

/// Whether a word in capitals, given in small letters, may be an acronym or a Roman number.
fn may_be_acronym(word: &str) -> bool {
    let long = word.chars().count();
    if has_digit(word) {
        return long < 6;
    }
    let roman = || word.bytes().all(|byte| b"ivxl".contains(&byte));
    let vowel = |c: char| !c.is_ascii() || "aeiouy".contains(c);
    (long < 5 && !ORDINARY.has(word)) || !word.contains(vowel) || roman() || ACRONYMS.has(word)
}

/// Short words that are no acronyms.
static ORDINARY: List = List::of(
    "\
    les des une sur par pour avec dans sans mais nous vous nos vos tout tous plus moins très \
    bien bon bons fin ici vite stop jour prix noël noel promo jeu jeux non oui tard trop ce cet \
    ces est son ses mon mes qui que quoi été ete fête fete aide gros top lire voir deux cent \
    nuit soir midi faux vrai rien jamais neuf idée idee merci free now sale new the and for you \
    your our all not get buy out off day days last best only win big hot shop save deal this \
    that with from must dont wow yes here just join come look read more wait very ever next \
    week time then soon ils elle eux lui moi toi sont ont fait faut peut veut dit dès là ça où \
    déjà car donc puis aux chez vers sous ainsi aussi vas êtes suis elles leur leurs hier demain \
    he she him her his they them has had was were done did does been good have goes going \
    some what when where over back much many more into only own",
);

/// Acronyms of five letters or more that everybody knows.
static ACRONYMS: List = List::of(
    "\
    unesco unicef ademe insee inserm arcep arcom urssaf afnor anssi cedex covid lgbtqia lgbtqi \
    usaid nasdaq siret siren agefiph inrae inalco essec edhec insead medef licra sacem enedis \
    ehpad ehpads afdas udaf anact asean ikea fnaim ircam fnac ensad ensci ensam epitech epita \
    ratp uefa aesio maif macif matmut agirc arrco cnous crous bafta erasmus unhcr acpr cnrs \
    otan opep mipim",
);

#[cfg(test)]
mod tests;
