//! What a rule of tone finds in a text.

use crate::lang::Text;
use std::ops::Range;

/// The most that one rule finds in one text: whoever has more has seen enough.
const ENOUGH: usize = 50;

/// Something in a text that a rule of tone is about.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Which rule, in the order of the voice.
    pub rule: usize,
    /// The bytes of the text; empty when something is missing from it.
    pub range: Range<usize>,
    /// What is wrong: a lower-case phrase.
    pub message: Text,
    /// What to do.
    pub help: Option<Text>,
    /// Another place of the text that explains it.
    pub other: Option<(Range<usize>, Text)>,
    /// A mend that changes no meaning.
    pub fix: Option<Fix>,
}

/// A mend: other letters in the place of some bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The bytes.
    pub range: Range<usize>,
    /// What to write there.
    pub text: String,
}

impl Hit {
    /// With what to do.
    pub fn help(&mut self, help: Text) -> &mut Self {
        self.help = Some(help);
        self
    }

    /// With another place that explains it.
    pub fn other(&mut self, range: Range<usize>, text: Text) -> &mut Self {
        self.other = Some((range, text));
        self
    }

    /// With a mend.
    pub fn fix(&mut self, range: Range<usize>, text: impl Into<String>) -> &mut Self {
        self.fix = Some(Fix { range, text: text.into() });
        self
    }
}

/// How much of what a rule finds in a text is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// As much as somebody reads.
    #[default]
    Enough,
    /// All of it, to correct it.
    All,
}

/// The hits of one rule in one text, as they are found.
#[derive(Debug)]
pub struct Hits<'h> {
    rule: usize,
    left: usize,
    all: &'h mut Vec<Hit>,
}

impl<'h> Hits<'h> {
    /// The hits of a rule, added to those of the others.
    pub const fn new(rule: usize, wanted: Wanted, all: &'h mut Vec<Hit>) -> Self {
        let left = match wanted {
            Wanted::Enough => ENOUGH,
            Wanted::All => usize::MAX,
        };
        Self { rule, left, all }
    }

    /// Adds a hit; the reply lets its help, other place and mend be added. Once there are as many
    /// as are wanted there is no reply and the rule may stop looking.
    pub fn add(&mut self, range: Range<usize>, message: Text) -> Option<&mut Hit> {
        if self.is_full() {
            return None;
        }
        self.left -= 1;
        let (help, other, fix) = (None, None, None);
        self.all.push(Hit { rule: self.rule, range, message, help, other, fix });
        self.all.last_mut()
    }

    /// Whether enough was found.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.left == 0
    }
}
