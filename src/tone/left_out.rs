//! What could not be heard of a text, and why.

/// How many rules were not tried, for want of knowing what the text is; each counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// They are for one language alone, and nobody knows that of the text.
    pub lang: usize,
    /// They are for some channels or networks alone, and nobody said where the text goes.
    pub place: usize,
    /// They are for some pillars, formats or statuses alone: a text of no calendar has none.
    pub post: usize,
}

/// Whether there were words to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Read {
    /// There were.
    #[default]
    Words,
    /// There were none yet.
    Nothing,
}
