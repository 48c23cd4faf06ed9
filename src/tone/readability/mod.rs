//! How hard a text is to read, by the formulas that count words, sentences and syllables.
//!
//! What is counted, so that two readers count the same:
//!
//! - A word is what stands between blanks, as the authors of the formulas counted: `l’été`,
//!   `rendez-vous`, `client·es`, `don’t` are one word each. An elided `l’` adds no syllable, and for
//!   LIX a word is as long as its longest side of an apostrophe (`d’accord` has six letters).
//! - A number is one word, its separators included (`3,50`, `12 500`), with a syllable a digit.
//! - Links, mentions, hashtags, cashtags and emoji are no words.
//! - A sentence counts if it has a word that counts.
//! - A word has one syllable at least. French is counted in French words, English in English ones;
//!   a text of neither language is counted in the language its formula was made for.
//!
//! The formulas count and do not read: what they say is a hint, never a verdict on a text.

mod formulas;
mod spelling;
mod syllables_en;
mod syllables_fr;
mod words_en;
mod words_fr;

pub use formulas::{name, scale, score};

use super::Passage;
use crate::lang::Lang;
use crate::model::tone::{Formula, Readability};
use crate::text::{Glue, Letters, Word};
use std::ops::Range;

/// What the formulas stand on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Syllables.
    pub syllables: usize,
    /// Words of more than six letters.
    pub long_words: usize,
}

/// What can be said of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There are too few words for a formula to mean anything.
    TooShort {
        /// How many there are.
        words: usize,
    },
    /// The score in tenths of a point, within the scale of its formula.
    Score(i64),
}

/// Letters above which LIX calls a word long.
const LONG: usize = 6;

/// Counts a text, in French unless it is English.
#[must_use]
pub fn measure(passage: &Passage<'_>) -> Measures {
    measure_in(passage, passage.lang.unwrap_or(Lang::Fr))
}

/// What the formula of a rule says of a text; nothing where the formula was made for another
/// language than that of the text.
#[must_use]
pub fn verdict(passage: &Passage<'_>, wanted: &Readability) -> Option<Verdict> {
    let made_for = formulas::language(wanted.formula);
    let lang = passage.lang.or(made_for).unwrap_or(Lang::Fr);
    if made_for.is_some_and(|made_for| made_for != lang) {
        return None;
    }
    Some(judge(wanted.formula, wanted.min_words, &measure_in(passage, lang)))
}

/// What a formula says of so many words; nothing is judged below `min_words` words.
#[must_use]
pub fn judge(formula: Formula, min_words: u32, measures: &Measures) -> Verdict {
    let enough = usize::try_from(min_words).is_ok_and(|least| measures.words >= least);
    match score(formula, measures) {
        Some(tenths) if enough => Verdict::Score(formulas::on_scale(formula, tenths)),
        _ => Verdict::TooShort { words: measures.words },
    }
}

fn measure_in(passage: &Passage<'_>, lang: Lang) -> Measures {
    let list = passage.words().list();
    let mut counter = Counter { passage, lang, measures: Measures::default(), sentence: 0 };
    let mut masks = passage.masks();
    let mut from = 0;
    while let Some(first) = list.get(from) {
        let rest = &list[from + 1..];
        let joined = rest
            .iter()
            .zip(&list[from..])
            .take_while(|(word, before)| joins(passage.text, before, word));
        let to = from + 1 + joined.count();
        let last = list.get(to - 1).unwrap_or(first);
        let range = first.range().start..last.range().end;
        masks = after(masks, range.start);
        if masks.first().is_none_or(|mask| mask.start >= range.end) {
            counter.add(&list[from..to], range);
        }
        from = to;
    }
    counter.measures
}

/// The masks without those that end before a place.
fn after(masks: &[Range<usize>], place: usize) -> &[Range<usize>] {
    let done = masks.iter().take_while(|mask| mask.end <= place).count();
    masks.get(done..).unwrap_or_default()
}

/// Whether a piece goes on with the word before it.
fn joins(text: &str, before: &Word, word: &Word) -> bool {
    let digits = before.letters == Letters::None && word.letters == Letters::None;
    match word.glue {
        Glue::Hyphen | Glue::Apostrophe | Glue::Middot => true,
        // `utilisateur.rice`, `3.50`; but `the end.The start` lacks a space.
        Glue::Stop => digits || word.letters == Letters::Small,
        Glue::Apart => {
            let between = text.get(before.range().end..word.range().start);
            digits && matches!(between, Some("," | "\u{a0}" | "\u{202f}"))
        }
    }
}

struct Counter<'p> {
    passage: &'p Passage<'p>,
    lang: Lang,
    measures: Measures,
    /// The first sentence that does not end before the last word, by its number.
    sentence: usize,
}

impl Counter<'_> {
    /// One word, with its pieces.
    fn add(&mut self, pieces: &[Word], range: Range<usize>) {
        let (mut syllables, mut letters, mut longest) = (0, 0, 0);
        for piece in pieces {
            let spelled = self.passage.words().lower(piece);
            syllables += self.syllables(piece, spelled);
            if piece.glue == Glue::Apostrophe {
                letters = 0;
            }
            letters += spelled.chars().count();
            longest = longest.max(letters);
        }
        let is_number = pieces.iter().all(|piece| piece.letters == Letters::None);
        self.measures.words += 1;
        self.measures.syllables += syllables.max(1);
        self.measures.long_words += usize::from(longest > LONG && !is_number);
        self.count_sentence(range.start);
    }

    fn syllables(&self, piece: &Word, spelled: &str) -> usize {
        if piece.letters == Letters::None {
            return spelled.chars().count();
        }
        let said = match self.lang {
            Lang::Fr => syllables_fr::syllables(spelled),
            Lang::En => syllables_en::syllables(spelled),
        };
        // `we’re`, `they’ve`
        if piece.glue == Glue::Apostrophe && matches!(spelled, "re" | "ve") {
            return 0;
        }
        // `donne-le`: the `e` after a hyphen is said, but in `est-ce` and `suis-je`.
        let said_after_hyphen =
            piece.glue == Glue::Hyphen && spelled.len() > 1 && !matches!(spelled, "ce" | "je");
        if said_after_hyphen { said.max(1) } else { said }
    }

    /// Counts the sentence of a word, once.
    fn count_sentence(&mut self, place: usize) {
        let sentences = self.passage.sentences();
        let skipped = sentences
            .get(self.sentence..)
            .unwrap_or_default()
            .iter()
            .take_while(|sentence| sentence.end <= place)
            .count();
        if skipped > 0 || self.measures.sentences == 0 {
            self.sentence += skipped;
            self.measures.sentences += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{Entities, entities, find};
    use crate::tone::Part;

    fn counted(text: &str, lang: Lang) -> Measures {
        let network = find("instagram").expect("a network");
        let found: Entities = entities(network, text);
        measure(&Passage::new(text, Part::Text, Some(lang), &found))
    }

    fn words(text: &str) -> usize {
        counted(text, Lang::Fr).words
    }

    fn syllables(text: &str) -> usize {
        counted(text, Lang::Fr).syllables
    }

    #[test]
    fn what_stands_between_blanks_is_a_word() {
        assert_eq!(words("l’été"), 1);
        assert_eq!(words("C'est aujourd'hui, rendez-vous !"), 3);
        assert_eq!(words("client·es et utilisateur.rice.s"), 3);
        assert_eq!(words("Fin.Début"), 2);
        assert_eq!(words("3,50 € pour 12\u{202f}500 personnes, 9\u{a0}h"), 6);
        assert_eq!(counted("Don't you think they’ve gone?", Lang::En).words, 5);
    }

    #[test]
    fn elided_letters_have_no_syllable() {
        assert_eq!(syllables("l’été"), 2);
        assert_eq!(syllables("qu’il"), 1);
        assert_eq!(syllables("aujourd’hui"), 3);
        assert_eq!(syllables("donne-le"), 2);
        assert_eq!(syllables("est-ce"), 1);
        assert_eq!(syllables("y a-t-il"), 3);
        assert_eq!(syllables("le"), 1);
        assert_eq!(syllables("client·es"), 2);
        assert_eq!(syllables("en 2026"), 5);
        assert_eq!(counted("don't, isn’t, we’re", Lang::En).syllables, 4);
    }

    #[test]
    fn long_words_have_more_than_six_letters() {
        let long = |text: &str| counted(text, Lang::Fr).long_words;
        assert_eq!(long("cirque"), 0);
        assert_eq!(long("cirques"), 1);
        assert_eq!(long("d’accord"), 0);
        assert_eq!(long("l’atelier"), 1);
        assert_eq!(long("rendez-vous"), 1);
        assert_eq!(long("12\u{202f}500\u{202f}000"), 0);
    }

    #[test]
    fn links_mentions_hashtags_and_emoji_are_no_words() {
        let text = "Venez voir\u{202f}! 🎨👩🏽\u{200d}🎨\n@musee.exemple https://exemple.fr/a-b?c=1\n#VivreIci #Art";
        let measures = counted(text, Lang::Fr);
        assert_eq!((measures.words, measures.sentences, measures.syllables), (2, 1, 3));
    }

    #[test]
    fn sentences_are_counted_once() {
        let text = "Il pleut. Nous ouvrons demain à neuf heures. Venez\u{202f}!";
        let measures = counted(text, Lang::Fr);
        assert_eq!((measures.words, measures.sentences), (9, 3));
    }

    #[test]
    fn few_words_have_no_verdict() {
        let of = |words| Measures { words, sentences: 2, syllables: 45, long_words: 3 };
        assert_eq!(judge(Formula::Lix, 30, &of(29)), Verdict::TooShort { words: 29 });
        assert_eq!(judge(Formula::Lix, 30, &of(30)), Verdict::Score(250));
        assert_eq!(judge(Formula::Lix, 0, &Measures::default()), Verdict::TooShort { words: 0 });
    }

    #[test]
    fn a_formula_is_for_its_language() {
        let nothing = Entities::default();
        let rule = |formula| Readability { formula, min: Some(60), max: None, min_words: 1 };
        let of = |lang, formula| {
            verdict(&Passage::new("Venez nous voir.", Part::Text, lang, &nothing), &rule(formula))
        };
        assert!(of(Some(Lang::Fr), Formula::KandelMoles).is_some());
        assert!(of(Some(Lang::Fr), Formula::Flesch).is_none());
        assert!(of(Some(Lang::En), Formula::KandelMoles).is_none());
        assert!(of(None, Formula::FleschKincaid).is_some());
        assert!(of(Some(Lang::En), Formula::Lix).is_some());
    }

    #[test]
    fn hostile_texts_are_linear() {
        for text in ["a".repeat(200_000), "a-".repeat(100_000), "l’".repeat(100_000)] {
            assert_eq!(words(&text), 1);
        }
        assert_eq!(words(&"é ".repeat(100_000)), 100_000);
    }
}
