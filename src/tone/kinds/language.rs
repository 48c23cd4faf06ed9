//! The language of the text.

use crate::lang::{Lang, Text};
use crate::model::tone::Language;
use crate::tone::Hits;
use crate::tone::language::Votes;
use crate::tone::voice::Reading;

/// Words from which a text is long enough to be judged.
const ENOUGH: usize = 12;

/// Finds what a text says against the rule: it is clearly in another language. Links, mentions,
/// hashtags and quotations have no vote.
pub(in crate::tone) fn find(wanted: &Language, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    let declared = wanted.expect.as_deref().or(reading.about.lang);
    let Some(expected) = declared.or(passage.lang.map(Lang::tag)) else { return };
    let votes = Votes::of(passage.words(), |word| {
        let range = word.range();
        !(passage.is_masked(&range) || reading.is_quoted(&range))
    });
    let Some(found) = votes.winner() else { return };
    if votes.words < ENOUGH || !votes.is_clear() || Lang::from_tag(expected) == Some(found) {
        return;
    }
    let Some(first) = passage.sentences().first().cloned() else { return };
    let message = Text::of(|lang| match lang {
        Lang::En => {
            format!("this text is in {}, not in {}", name(lang, found.tag()), name(lang, expected))
        }
        Lang::Fr => {
            format!("ce texte est en {}, pas en {}", name(lang, found.tag()), name(lang, expected))
        }
    });
    let help = Text::of(|lang| match lang {
        Lang::En => format!(
            "translate it, or write `lang = \"{}\"` where the post says its language",
            found.tag()
        ),
        Lang::Fr => format!(
            "traduisez-le, ou écrivez `lang = \"{}\"` là où la publication dit sa langue",
            found.tag()
        ),
    });
    if let Some(hit) = hits.add(first, message) {
        hit.help(help);
    }
}

/// A language by its tag; the tag itself for one that has no name here.
fn name(lang: Lang, tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let (en, fr) = match primary.as_str() {
        "fr" => ("French", "français"),
        "en" => ("English", "anglais"),
        "de" => ("German", "allemand"),
        "es" => ("Spanish", "espagnol"),
        "it" => ("Italian", "italien"),
        "pt" => ("Portuguese", "portugais"),
        "nl" => ("Dutch", "néerlandais"),
        "br" => ("Breton", "breton"),
        "oc" => ("Occitan", "occitan"),
        "eu" => ("Basque", "basque"),
        "ca" => ("Catalan", "catalan"),
        _ => return format!("`{tag}`"),
    };
    match lang {
        Lang::En => en.to_owned(),
        Lang::Fr => fr.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::hear;
    use super::*;
    use crate::model::Demand;

    fn said(expect: Option<&str>, lang: Option<Lang>, text: &str) -> Vec<String> {
        let rule = Demand::Language(Language { expect: expect.map(str::to_owned) });
        hear(rule, lang, text).iter().map(|hit| hit.message.get(Lang::Fr).to_owned()).collect()
    }

    const ENGLISH: &str =
        "The doors open at noon on Saturday. Bring your friends and a picnic for the garden.";
    const FRENCH: &str =
        "Les portes ouvrent à midi samedi. Venez avec des amis et un pique-nique pour le jardin.";

    #[test]
    fn a_text_in_another_language_is_told_once() {
        assert_eq!(
            said(None, Some(Lang::Fr), ENGLISH),
            ["ce texte est en anglais, pas en français"]
        );
        assert_eq!(said(Some("en-GB"), Some(Lang::Fr), FRENCH).len(), 1);
        assert_eq!(said(Some("de"), None, FRENCH), ["ce texte est en français, pas en allemand"]);
        assert_eq!(said(None, Some(Lang::Fr), FRENCH), [""; 0]);
        assert_eq!(said(Some("fr-CA"), None, FRENCH), [""; 0]);
        assert_eq!(said(None, None, FRENCH), [""; 0]);
    }

    #[test]
    fn short_and_mixed_texts_are_not_judged() {
        assert_eq!(said(None, Some(Lang::Fr), "See you at the fair on Sunday!"), [""; 0]);
        let both = format!("{FRENCH} {ENGLISH}");
        assert_eq!(said(None, Some(Lang::Fr), &both), [""; 0]);
    }
}
