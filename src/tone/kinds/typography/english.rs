//! The English in a French text: the other half of a bilingual post, a quotation. It is written by
//! its own rules.

use crate::lang::Lang;
use crate::text::Words;
use crate::tone::passage::touches;
use crate::tone::{Passage, language};
use std::cell::OnceCell;
use std::ops::Range;

/// The English in a French text, looked for when something seems to be wrong.
#[derive(Debug)]
pub(super) struct English<'p> {
    passage: &'p Passage<'p>,
    ranges: OnceCell<Vec<Range<usize>>>,
}

impl<'p> English<'p> {
    /// That of a text.
    pub(super) const fn of(passage: &'p Passage<'p>) -> Self {
        Self { passage, ranges: OnceCell::new() }
    }

    /// Whether a byte stands in a line or a quotation that is surely English.
    pub(super) fn holds(&self, at: usize) -> bool {
        touches(self.ranges.get_or_init(|| self.find()), &(at..at + 1))
    }

    fn find(&self) -> Vec<Range<usize>> {
        let text = self.passage.text;
        let mut all: Vec<Range<usize>> = Vec::new();
        let (mut next, mut announced) = (0, false);
        for line in text.split_inclusive('\n') {
            let range = next..next + line.len();
            next = range.end;
            announced = !line.trim().is_empty() && (announced || is_announced(line));
            let english = match language(&Words::of(line)) {
                Some(lang) => lang == Lang::En,
                None => announced,
            };
            if english {
                all.push(range);
            }
        }
        let lines = all.len();
        for quotation in self.passage.quotations() {
            let inside = text.get(quotation.clone()).unwrap_or_default();
            if !touches(&all[..lines], quotation) && language(&Words::of(inside)) == Some(Lang::En)
            {
                all.push(quotation.clone());
            }
        }
        all.sort_unstable_by_key(|range| range.start);
        all
    }
}

/// Whether a line says that it is in English: by a flag, `EN:`, `[EN]`, `English below`.
fn is_announced(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | '-'));
    let flag = ["🇬🇧", "🇺🇸", "🇮🇪", "🇦🇺", "🇳🇿"].iter().any(|flag| line.starts_with(flag));
    let marked = ["EN", "ENG", "English", "ENGLISH"].iter().any(|mark| {
        line.strip_prefix(mark).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.is_empty() || rest.starts_with([':', ']', ')', '|', '/', '–', '—', '-'])
        })
    });
    flag || marked
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::found;
    use super::*;
    use crate::model::tone::{Spaces, Typography};
    use crate::model::{Demand, Mark};

    #[test]
    fn the_english_half_of_a_post_is_left_alone() {
        let rule = Demand::Typography(Typography {
            spaces: Some(Spaces::Any),
            capitals: Mark::Yes,
            ligatures: Mark::Yes,
            ..Typography::default()
        });
        for text in [
            "Bonjour à tous.\n\n🇬🇧 What should we call the mascot: Gus, Odette or Biscuit?",
            "FR : la fête est samedi.\nEN: the fair is on Saturday, come along!",
            "Bonjour à tous, venez.\n\nWe won 3-2, what a match!",
            "Le match est fini.\n\n🇬🇧 White paper: 30% off",
            "Bonjour.\n\n[EN]\nSee hors d'oeuvre: 30%",
            "Notre devise reste «\u{a0}Yes we can!\u{a0}» depuis dix ans.",
        ] {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
        for text in [
            "Bonjour à tous!\n\n🇬🇧 What a day for the town!",
            "🇬🇧 Les Anglais sont dans la place!",
            "Le film «\u{a0}Les vacances de la vie!\u{a0}» ce soir",
        ] {
            assert_eq!(found(&rule, Lang::Fr, text), "!", "{text}");
        }
    }

    #[test]
    fn a_long_line_is_read_once() {
        let rule =
            Demand::Typography(Typography { spaces: Some(Spaces::Any), ..Typography::default() });
        assert_eq!(found(&rule, Lang::Fr, &"the end of this! ".repeat(30_000)), "");
    }
}
