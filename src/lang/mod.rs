//! What the program says, in every language it speaks.
//!
//! A sentence is written where its operands are known, in both languages at once: [`Text::of`]
//! takes a closure that matches on [`Lang`], so a missing translation does not compile. This
//! module holds the language itself and what sentences are made of: numbers, plurals, dates.
//! It knows nothing of calendars.

mod dates;
mod forms;
mod system;

pub use dates::{
    clock, date_long, date_short, date_with_year, day_month, instant, month_name, span_of_days,
    weekday_name, weekday_short,
};
pub use forms::{count, de, figure, lapse, list, list_or, number, ordinal, percent, quote};
pub use system::system_error;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English, the fallback.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Every language, in the order of the documentation.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The language of a BCP 47 tag or of a locale (`fr`, `fr-CA`, `fr_FR.UTF-8`), if we speak it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "fr" | "fra" | "fre" => Some(Self::Fr),
            "en" | "eng" => Some(Self::En),
            _ => None,
        }
    }

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }
}

/// A fixed sentence in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Phrase {
    /// The sentence in one language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }
}

/// A sentence with its operands already in it, in every language.
///
/// ```
/// use edito::lang::{Lang, Text};
/// let days = 3;
/// let text = Text::of(|lang| match lang {
///     Lang::En => format!("a silence of {days} days"),
///     Lang::Fr => format!("un silence de {days} jours"),
/// });
/// assert_eq!(text.get(Lang::Fr), "un silence de 3 jours");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    en: String,
    fr: String,
}

impl Text {
    /// Words a sentence in each language.
    pub fn of(word: impl Fn(Lang) -> String) -> Self {
        Self { en: word(Lang::En), fr: word(Lang::Fr) }
    }

    /// A word that is the same in every language: a name, a key, a figure.
    pub fn same(word: impl Into<String>) -> Self {
        let en = word.into();
        Self { fr: en.clone(), en }
    }

    /// The sentence in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

impl From<Phrase> for Text {
    fn from(phrase: Phrase) -> Self {
        Self { en: phrase.en.to_owned(), fr: phrase.fr.to_owned() }
    }
}
