//! The formulas, in whole numbers: tenths of a point, rounded half away from zero.

use super::Measures;
use crate::lang::Phrase;
use crate::model::tone::Formula;

/// What a formula says of a text, in tenths of a point; nothing for a text without words or
/// sentences.
///
/// With W words, S sentences, Y syllables and L words of more than six letters:
///
/// - Flesch reading ease (Flesch 1948, English): 206.835 − 1.015 W/S − 84.6 Y/W
/// - Kandel and Moles 1958, Flesch made French: 207 − 1.015 W/S − 73.6 Y/W
/// - Flesch–Kincaid grade (1975, English): 0.39 W/S + 11.8 Y/W − 15.59
/// - LIX (Björnsson 1968): W/S + 100 L/W
#[must_use]
pub fn score(formula: Formula, measures: &Measures) -> Option<i64> {
    let Measures { words, sentences, syllables, long_words } = *measures;
    // Thousandths: a constant, so much for words a sentence, so much for parts of a word.
    let (constant, a_sentence, a_word, parts) = match formula {
        Formula::Flesch => (206_835, -1_015, -84_600, syllables),
        Formula::KandelMoles => (207_000, -1_015, -73_600, syllables),
        Formula::FleschKincaid => (-15_590, 390, 11_800, syllables),
        Formula::Lix => (0, 1_000, 100_000, long_words),
    };
    let words = i128::try_from(words).ok().filter(|words| *words > 0)?;
    let sentences = i128::try_from(sentences).ok().filter(|sentences| *sentences > 0)?;
    let parts = i128::try_from(parts).ok()?;
    let thousandths =
        constant * words * sentences + a_sentence * words * words + a_word * parts * sentences;
    rounded(thousandths, 100 * words * sentences)
}

fn rounded(number: i128, by: i128) -> Option<i64> {
    let half = if number < 0 { -by / 2 } else { by / 2 };
    i64::try_from((number + half) / by).ok()
}

/// The same within the scale of its formula: five sentences of four short words score 121 of 100.
pub(super) fn on_scale(formula: Formula, tenths: i64) -> i64 {
    match formula {
        Formula::Flesch | Formula::KandelMoles => tenths.clamp(0, 1_000),
        Formula::FleschKincaid | Formula::Lix => tenths.max(0),
    }
}

/// The language that a formula was made for; `None` for any.
pub(super) const fn language(formula: Formula) -> Option<crate::lang::Lang> {
    match formula {
        Formula::KandelMoles => Some(crate::lang::Lang::Fr),
        Formula::Flesch | Formula::FleschKincaid => Some(crate::lang::Lang::En),
        Formula::Lix => None,
    }
}

/// What people call a formula.
#[must_use]
pub const fn name(formula: Formula) -> &'static str {
    match formula {
        Formula::KandelMoles => "Kandel-Moles",
        Formula::Lix => "LIX",
        Formula::Flesch => "Flesch",
        Formula::FleschKincaid => "Flesch-Kincaid",
    }
}

/// How hard a score is, in words.
#[must_use]
pub fn scale(formula: Formula, tenths: i64) -> Phrase {
    let steps = match formula {
        Formula::Flesch | Formula::KandelMoles => [300, 500, 600, 800],
        Formula::Lix => [300, 400, 500, 600],
        Formula::FleschKincaid => [60, 80, 100, 130],
    };
    let harder = steps.into_iter().filter(|step| tenths >= *step).count();
    let ease = match formula {
        Formula::Flesch | Formula::KandelMoles => harder,
        // 60 is still hard: very hard is above it.
        Formula::Lix if tenths == 600 => 1,
        Formula::Lix | Formula::FleschKincaid => steps.len() - harder,
    };
    match ease {
        0 => Phrase { en: "very hard", fr: "très difficile" },
        1 => Phrase { en: "hard", fr: "difficile" },
        2 => Phrase { en: "medium", fr: "moyen" },
        3 => Phrase { en: "easy", fr: "facile" },
        _ => Phrase { en: "very easy", fr: "très facile" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn of(words: usize, sentences: usize, syllables: usize, long_words: usize) -> Measures {
        Measures { words, sentences, syllables, long_words }
    }

    #[test]
    fn formulas_are_those_of_their_authors() {
        let text = of(400, 20, 600, 100);
        assert_eq!(score(Formula::KandelMoles, &text), Some(763));
        // 206.835 − 20.3 − 126.9 = 59.635
        assert_eq!(score(Formula::Flesch, &text), Some(596));
        // 7.8 + 17.7 − 15.59 = 9.91
        assert_eq!(score(Formula::FleschKincaid, &text), Some(99));
        // 20 + 25
        assert_eq!(score(Formula::Lix, &text), Some(450));
    }

    #[test]
    fn scores_are_rounded_both_ways() {
        // −15.59 + 0.39 + 11.8 = −3.4, and 10 + 100/30 = 13.333…
        assert_eq!(score(Formula::FleschKincaid, &of(1, 1, 1, 0)), Some(-34));
        assert_eq!(score(Formula::Lix, &of(30, 3, 0, 1)), Some(133));
        // 206.835 − 1.015 − 84.6 × 4 = −132.58
        assert_eq!(score(Formula::Flesch, &of(1, 1, 4, 0)), Some(-1_326));
    }

    #[test]
    fn nothing_has_no_score() {
        assert_eq!(score(Formula::Lix, &of(0, 0, 0, 0)), None);
        assert_eq!(score(Formula::Lix, &of(3, 0, 3, 0)), None);
    }

    #[test]
    fn scores_stay_on_their_scale() {
        let staccato = of(20, 5, 20, 0);
        let score = score(Formula::KandelMoles, &staccato).expect("a score");
        assert!(score > 1_000, "{score}");
        assert_eq!(on_scale(Formula::KandelMoles, score), 1_000);
        assert_eq!(on_scale(Formula::FleschKincaid, -34), 0);
    }

    #[test]
    fn scales_say_how_hard() {
        let says = |formula, tenths| scale(formula, tenths).get(Lang::En);
        assert_eq!(says(Formula::Lix, 299), "very easy");
        assert_eq!(says(Formula::Lix, 300), "easy");
        assert_eq!(says(Formula::Lix, 499), "medium");
        assert_eq!(says(Formula::Lix, 600), "hard");
        assert_eq!(says(Formula::Lix, 601), "very hard");
        assert_eq!(says(Formula::KandelMoles, 900), "very easy");
        assert_eq!(says(Formula::KandelMoles, 763), "easy");
        assert_eq!(says(Formula::KandelMoles, 299), "very hard");
        assert_eq!(says(Formula::FleschKincaid, 59), "very easy");
        assert_eq!(says(Formula::FleschKincaid, 130), "very hard");
    }
}
