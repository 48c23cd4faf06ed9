//! Commercial content that says what it is.
//!
//! Which words are enough comes from [`crate::disclosure`]; a text is judged once ([`verdict`]), and
//! each of the four rules about its label tells its own share: a post has one of these faults at
//! most on a channel. None of this is legal advice, and every finding says so.

/// The example of a commercial post: a French calendar, and what follows.
macro_rules! commercial {
    ($rest:literal) => {
        concat!(
            "[calendar]\ntimezone = \"Europe/Paris\"\nlang = \"fr\"\ncountry = \"FR\"\n\n",
            "[channels.instagram]\nnetwork = \"instagram\"\n\n",
            $rest
        )
    };
}

mod words;

pub(super) mod buried_disclosure;
pub(super) mod late_disclosure;
pub(super) mod missing_disclosure;
pub(super) mod missing_image_label;
pub(super) mod unmarked_partnership;
pub(super) mod verdict;
pub(super) mod weak_disclosure;
