//! Spaces, apostrophes, quotation marks, accents on capitals, ligatures, units.
//!
//! Each key of the rule is a file; what it does not ask for is not looked at. Every mend changes the
//! signs at fault and nothing else.

mod apostrophe;
mod blanks;
mod capitals;
mod english;
mod ligatures;
mod marks;
mod spaces;
mod units;

use crate::lang::Lang;
use crate::model::Mark;
use crate::model::tone::Typography;
use crate::tone::Hits;
use crate::tone::voice::Reading;
use english::English;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Typography, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    let french = passage.lang == Some(Lang::Fr);
    let english = English::of(passage);
    if let (Some(spaces), Some(lang)) = (wanted.spaces, passage.lang) {
        match lang {
            Lang::Fr => spaces::french(spaces, reading, &english, hits),
            Lang::En => spaces::english(passage, hits),
        }
    }
    if let Some(apostrophe) = wanted.apostrophe {
        apostrophe::find(apostrophe, passage, hits);
    }
    if let Some(marks) = wanted.marks {
        marks::find(marks, passage, hits);
    }
    if wanted.capitals == Mark::Yes && french {
        capitals::find(passage, &english, hits);
    }
    if wanted.ligatures == Mark::Yes && french {
        ligatures::find(passage, &english, hits);
    }
    if wanted.single_spaces == Mark::Yes {
        blanks::find(passage, hits);
    }
    if wanted.units == Mark::Yes {
        // The space before % is one of those around French punctuation.
        units::find(passage, wanted.spaces.is_some() && french, hits);
    }
}

/// A space that is not the end of a line.
const fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{2002}'
            ..='\u{2006}' | '\u{200a}'
    )
}
