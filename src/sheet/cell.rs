//! What stands in one place of a table. It knows no column and no meaning.

use chrono::NaiveDateTime;
use std::borrow::Cow;

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Letters, as the file has them.
    Text(Cow<'a, str>),
    /// A number that the file keeps as one.
    Number(f64),
    /// A date or a time of day that the file keeps as one.
    Moment(NaiveDateTime),
    /// Yes or no.
    Flag(bool),
}

impl<'a> Cell<'a> {
    /// The same, without a copy.
    #[must_use]
    pub fn borrowed(&'a self) -> Self {
        match self {
            Self::Empty => Self::Empty,
            Self::Text(text) => Self::Text(Cow::Borrowed(text)),
            Self::Number(number) => Self::Number(*number),
            Self::Moment(moment) => Self::Moment(*moment),
            Self::Flag(flag) => Self::Flag(*flag),
        }
    }

    /// Whether nothing can be seen there.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// What stands there, as letters: a whole number has no point, a moment is `2026-11-24 18:30`.
    #[must_use]
    pub fn text(self) -> Cow<'a, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => text,
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Moment(moment) => Cow::Owned(moment.format("%Y-%m-%d %H:%M").to_string()),
            Self::Flag(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_shown_as_people_write_them() {
        assert_eq!(Cell::Number(1938.0).text(), "1938");
        assert_eq!(Cell::Number(0.5).text(), "0.5");
        assert_eq!(Cell::Flag(true).text(), "true");
        assert!(Cell::Text(" \u{a0}".into()).is_blank());
        assert!(!Cell::Number(0.0).is_blank());
    }
}
