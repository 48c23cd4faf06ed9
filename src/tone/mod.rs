//! The tone of a brand, run: what a text says against it, and where.
//!
//! A [`Voice`] is a tone made ready to read; it is made once and reads many texts. A [`Passage`] is
//! one text with everything the rules look at, worked out at most once: words, sentences, folded
//! form, links, quotations. [`Circumstances`] say where it goes out. What comes back are [`Hit`]s:
//! the rule, the bytes at fault, words for people in both languages, and a mend where one is safe.
//!
//! [`kinds`] has one file per kind of rule. Terms of all rules are looked for at once, in [`terms`].
//! The room knows no calendar file, no finding and no screen.

mod circumstances;
mod examples;
mod hit;
mod irony;
mod kinds;
mod language;
mod left_out;
mod passage;
mod pattern;
pub mod readability;
mod score;
mod terms;
#[cfg(test)]
mod trial;
mod voice;

pub use circumstances::{Circumstances, speaks};
pub use examples::{Failure, Said, examples, failures, failures_of};
pub use hit::{Fix, Hit, Hits, Wanted};
pub use kinds::consistency::{Divergence, Way, divergent, words as ways_differ};
pub use language::language;
pub use left_out::{LeftOut, Read};
pub use passage::{Part, Passage};
pub use pattern::{Nothing, PatternFault, matches_nothing, pattern};
pub use score::{FULL, Family, Loss, Score, cost};
pub use voice::Voice;
