//! The laws of `data/disclosure.toml`, read once when first asked for.

use super::fold;
use crate::lang::{Lang, Text};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Why a label is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deal {
    /// A partner pays.
    Paid,
    /// A partner gives something.
    Gift,
    /// A partner gives a share of the sales.
    Affiliate,
}

/// What was done to an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retouch {
    /// It was retouched.
    Retouched,
    /// A machine made it.
    Ai,
}

/// A word or words that tell readers something.
#[derive(Clone, Debug)]
pub struct Label {
    /// As people write it.
    pub words: String,
    /// Folded, without `#`.
    pub(super) letters: Vec<char>,
    /// The same in one word, as a hashtag has it.
    pub(super) tag: Vec<char>,
    /// Whether it counts as a hashtag only.
    pub(super) tag_only: bool,
    /// Whether it counts as any word of a sentence, unless the sentence denies it.
    pub(super) anywhere: bool,
}

impl Label {
    fn new(words: String) -> Self {
        let tag_only = words.starts_with('#');
        let letters = fold::letters(words.trim_start_matches('#'));
        let tag = letters.iter().copied().filter(|c| c.is_alphanumeric()).collect();
        Self { words, letters, tag, tag_only, anywhere: false }
    }

    fn anywhere(words: String) -> Self {
        Self { anywhere: true, ..Self::new(words) }
    }

    /// Whether it is several words, which nobody writes by chance.
    pub(super) fn is_phrase(&self) -> bool {
        self.letters.contains(&' ') || self.letters.contains(&'-')
    }

    /// Whether both are one label.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

/// A law, and the words it takes.
#[derive(Debug)]
pub struct Law {
    /// Its word in the data.
    pub key: String,
    /// ISO codes of its countries.
    pub countries: Vec<String>,
    /// Its name for people.
    pub name: Text,
    /// Where the label has to stand.
    pub position: Text,
    /// What was read.
    pub sources: Vec<String>,
    lang: Lang,
    labels: Tongues,
    equivalent: Tongues,
    gift: Tongues,
    affiliate: Tongues,
    weak: Vec<Label>,
    thanks: Vec<Label>,
    retouched: Tongues,
    ai: Tongues,
}

/// Labels by the language of the text.
#[derive(Debug, Default)]
struct Tongues {
    en: Vec<Label>,
    fr: Vec<Label>,
}

impl Tongues {
    fn of(&self, lang: Lang) -> &[Label] {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

/// Whether edito knows which law counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// The calendar's country has its law here, and the text a language that has labels here.
    Sure,
    /// Every known law was looked at, or labels of every known language.
    Guessed,
}

/// The laws that are looked at for a text.
#[derive(Clone, Debug)]
pub struct Regime {
    /// The one that counts; all of them when nobody knows.
    pub laws: Vec<&'static Law>,
    /// Whether that is known.
    pub sureness: Sureness,
    /// The language of the text, when edito has labels in it.
    pub lang: Option<Lang>,
}

/// The regime of a text: the law of the country, else all of them. A text without a language has
/// that of its law.
#[must_use]
pub fn regime(country: Option<&str>, lang: Option<&str>) -> Regime {
    let applies = |law: &&Law| {
        let of = |code: &String| country.is_some_and(|country| code.eq_ignore_ascii_case(country));
        law.countries.iter().any(of)
    };
    match (LAWS.iter().find(applies), lang.map(Lang::from_tag)) {
        (Some(law), None) => {
            Regime { laws: vec![law], sureness: Sureness::Sure, lang: Some(law.lang) }
        }
        (Some(law), Some(Some(lang))) => {
            Regime { laws: vec![law], sureness: Sureness::Sure, lang: Some(lang) }
        }
        (Some(law), Some(None)) => {
            Regime { laws: vec![law], sureness: Sureness::Guessed, lang: None }
        }
        (None, lang) => Regime {
            laws: LAWS.iter().collect(),
            sureness: Sureness::Guessed,
            lang: lang.flatten(),
        },
    }
}

impl Regime {
    /// The labels that are enough.
    #[must_use]
    pub fn accepted(&self, deal: Deal) -> Vec<&'static Label> {
        let mut all = Vec::new();
        for law in &self.laws {
            for lang in self.langs() {
                all.extend(law.labels.of(lang).iter().chain(law.equivalent.of(lang)));
                match deal {
                    Deal::Gift => all.extend(law.gift.of(lang)),
                    Deal::Affiliate => all.extend(law.affiliate.of(lang)),
                    Deal::Paid => {}
                }
            }
        }
        all
    }

    /// The labels that hint and do not say; also those that would do in another language.
    #[must_use]
    pub fn weak(&self, deal: Deal) -> Vec<&'static Label> {
        let accepted = self.accepted(deal);
        let mut all: Vec<&'static Label> = Vec::new();
        for law in &self.laws {
            let others = Lang::ALL.into_iter().filter(|lang| !self.langs().contains(lang));
            let foreign = others.flat_map(|lang| law.labels.of(lang).iter());
            let equivalent = Lang::ALL.into_iter().filter(|lang| !self.langs().contains(lang));
            let equivalent = equivalent.flat_map(|lang| law.equivalent.of(lang).iter());
            all.extend(law.weak.iter().chain(foreign).chain(equivalent));
            all.extend(Lang::ALL.into_iter().flat_map(|lang| law.gift.of(lang)));
        }
        all.extend(&HINTS.any);
        match deal {
            Deal::Gift => all.extend(&HINTS.gift),
            Deal::Affiliate => all.extend(&HINTS.affiliate),
            Deal::Paid => {}
        }
        // What would be a label still hints where it stands as a mere word.
        all.retain(|label| label.anywhere || !accepted.iter().any(|other| other.is(label)));
        all
    }

    /// Whether a label would be enough in a text of another language.
    #[must_use]
    pub fn other_language(&self, label: &Label) -> Option<Lang> {
        let fits = |lang: Lang| {
            let of = |law: &&Law| {
                let mut all = law.labels.of(lang).iter().chain(law.equivalent.of(lang));
                all.any(|other| other.is(label))
            };
            self.laws.iter().any(of)
        };
        Lang::ALL.into_iter().find(|lang| self.lang.is_some_and(|own| own != *lang) && fits(*lang))
    }

    /// Words of thanks: weak when they thank the partner.
    #[must_use]
    pub fn thanks(&self) -> Vec<&'static Label> {
        self.laws.iter().flat_map(|law| law.thanks.iter()).collect()
    }

    /// The words that a law has for images: in English any that say it, as no law wrote them.
    #[must_use]
    pub fn of_images(&self, retouch: Retouch) -> Vec<&'static Label> {
        let of = |law: &'static Law| match retouch {
            Retouch::Retouched => [&law.retouched.fr, &law.retouched.en],
            Retouch::Ai => [&law.ai.fr, &law.ai.en],
        };
        LAWS.iter().flat_map(of).flatten().collect()
    }

    /// Whether the law has words of its own for images, and the text is in their language.
    #[must_use]
    pub fn has_image_words(&self) -> bool {
        self.has_image_law() && self.lang == Some(Lang::Fr)
    }

    /// Whether a law of the regime speaks of images, and the regime is sure.
    #[must_use]
    pub fn has_image_law(&self) -> bool {
        self.sureness == Sureness::Sure && self.laws.iter().any(|law| !law.retouched.fr.is_empty())
    }

    /// The one or two labels to write, as people write them.
    #[must_use]
    pub fn to_write(&self) -> Vec<&'static str> {
        let mut all: Vec<&'static str> = Vec::new();
        for law in &self.laws {
            let lang = self.lang.unwrap_or(law.lang);
            for label in law.labels.of(lang).iter().take(2) {
                if !all.contains(&label.words.as_str()) {
                    all.push(&label.words);
                }
            }
        }
        all.truncate(2);
        all
    }

    /// The label of images to write.
    #[must_use]
    pub fn image_label(&self, retouch: Retouch) -> &'static str {
        let lang = self.lang.or(self.laws.first().map(|law| law.lang)).unwrap_or_default();
        let of = |law: &'static Law| match retouch {
            Retouch::Retouched => law.retouched.of(lang).first(),
            Retouch::Ai => law.ai.of(lang).first(),
        };
        LAWS.iter().find_map(of).map_or("", |label| &label.words)
    }

    fn langs(&self) -> Vec<Lang> {
        self.lang.map_or_else(|| Lang::ALL.to_vec(), |lang| vec![lang])
    }
}

static LAWS: LazyLock<Vec<Law>> =
    LazyLock::new(|| data().law.into_iter().map(understood).collect());

/// What the data says of signs of a partnership.
pub(super) fn written_signs() -> WrittenSigns {
    data().signs
}

/// What the data knows of the ways to speak of an image.
pub(super) fn written_images() -> WrittenImages {
    data().images
}

/// Words that hint at a partner wherever they stand.
struct Hints {
    any: Vec<Label>,
    gift: Vec<Label>,
    affiliate: Vec<Label>,
}

static HINTS: LazyLock<Hints> = LazyLock::new(|| {
    let written = data().hints;
    Hints {
        any: anywhere(written.any),
        gift: anywhere(written.gift),
        affiliate: anywhere(written.affiliate),
    }
});

fn data() -> Written {
    toml::from_str(include_str!("../../data/disclosure.toml"))
        .expect("internal error: the data on disclosure is read by a test")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    law: Vec<WrittenLaw>,
    hints: WrittenHints,
    images: WrittenImages,
    signs: WrittenSigns,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHints {
    any: Vec<String>,
    gift: Vec<String>,
    affiliate: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLaw {
    key: String,
    countries: Vec<String>,
    lang: String,
    #[serde(rename = "as_of")]
    _as_of: toml::value::Datetime,
    name: BTreeMap<String, String>,
    position: BTreeMap<String, String>,
    sources: Vec<String>,
    labels: WrittenTongues,
    equivalent: WrittenTongues,
    #[serde(default)]
    gift: WrittenTongues,
    #[serde(default)]
    affiliate: WrittenTongues,
    weak: Vec<String>,
    thanks: Vec<String>,
    #[serde(default)]
    retouched: WrittenTongues,
    #[serde(default)]
    ai: WrittenTongues,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenTongues {
    pub(super) en: Vec<String>,
    pub(super) fr: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenImages {
    pub(super) machines: Vec<String>,
    pub(super) computers: Vec<String>,
    pub(super) makes: WrittenTongues,
    pub(super) artificial: Vec<String>,
    pub(super) pictures: Vec<String>,
    pub(super) retouches: Vec<String>,
    pub(super) changes: Vec<String>,
    pub(super) ai_tags: Vec<String>,
    pub(super) retouched_tags: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenSigns {
    pub(super) phrases: Vec<String>,
    pub(super) labels: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) own: Vec<String>,
    pub(super) givers: Vec<String>,
    pub(super) bodies: Vec<String>,
    pub(super) bodies_behind: Vec<String>,
    pub(super) public_names: Vec<String>,
    pub(super) parameters: Vec<String>,
    pub(super) parameters_perhaps: Vec<String>,
    pub(super) hosts: Vec<String>,
}

fn understood(written: WrittenLaw) -> Law {
    Law {
        lang: Lang::from_tag(&written.lang).unwrap_or_default(),
        name: text(&written.name),
        position: text(&written.position),
        labels: tongues(written.labels),
        equivalent: tongues(written.equivalent),
        gift: tongues(written.gift),
        affiliate: Tongues {
            en: anywhere(written.affiliate.en),
            fr: anywhere(written.affiliate.fr),
        },
        weak: labels(written.weak),
        thanks: labels(written.thanks),
        retouched: tongues(written.retouched),
        ai: tongues(written.ai),
        key: written.key,
        countries: written.countries,
        sources: written.sources,
    }
}

fn text(written: &BTreeMap<String, String>) -> Text {
    Text::of(|lang| written.get(lang.tag()).cloned().unwrap_or_default())
}

fn tongues(written: WrittenTongues) -> Tongues {
    Tongues { en: labels(written.en), fr: labels(written.fr) }
}

pub(super) fn labels(written: Vec<String>) -> Vec<Label> {
    written.into_iter().map(Label::new).collect()
}

fn anywhere(written: Vec<String>) -> Vec<Label> {
    written.into_iter().map(Label::anywhere).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_law_has_its_words_and_its_sources() {
        assert_eq!(LAWS.len(), 3);
        for law in LAWS.iter() {
            for lang in Lang::ALL {
                assert!(!law.name.get(lang).is_empty() && !law.position.get(lang).is_empty());
                assert!(!law.labels.of(lang).is_empty(), "{} {}", law.key, lang.tag());
            }
            assert!(!law.sources.is_empty() && !law.countries.is_empty(), "{}", law.key);
        }
    }

    #[test]
    fn a_label_of_another_language_is_weak() {
        let weak = |country, lang, words: &str| {
            let label = Label::new(words.to_owned());
            let weak = regime(Some(country), Some(lang)).weak(Deal::Paid);
            weak.iter().any(|weak| !weak.anywhere && weak.is(&label))
        };
        assert!(weak("FR", "fr", "#ad") && weak("FR", "fr", "Paid partnership"));
        assert!(!weak("FR", "en", "#ad") && !weak("FR", "en", "Publicité"));
        assert!(weak("US", "fr", "Sponsored") && !weak("US", "en", "Sponsored"));
        assert!(weak("GB", "en", "Sponsored") && weak("GB", "en", "Gifted"));
        let guessed = regime(None, None).weak(Deal::Paid);
        assert!(!guessed.iter().any(|label| !label.anywhere && label.words == "Sponsored"));
    }

    #[test]
    fn the_country_decides_and_the_language_too() {
        let words = |country, lang| regime(country, lang).to_write();
        assert_eq!(words(Some("FR"), None), ["Publicité", "Collaboration commerciale"]);
        assert_eq!(words(Some("FR"), Some("en-GB")), ["Ad", "Advertisement"]);
        assert_eq!(words(Some("US"), Some("en")), ["Ad", "Sponsored"]);
        assert_eq!(words(Some("UK"), None), ["Ad", "Advert"]);
        assert_eq!(words(Some("gb"), Some("fr")), ["Publicité"]);
        assert_eq!(words(Some("CH"), Some("fr")), ["Publicité", "Collaboration commerciale"]);
        assert_eq!(regime(Some("CH"), None).sureness, Sureness::Guessed);
        assert_eq!(regime(None, None).laws.len(), 3);
        assert_eq!(regime(Some("FR"), Some("de")).sureness, Sureness::Guessed);
    }
}
