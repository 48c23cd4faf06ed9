//! `hashtag-case`: a long hashtag in small letters alone.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::Spot;
use crate::rules::said::ENOUGH;
use crate::rules::{Part, Said};
use crate::text::tag_words as words;

/// A long hashtag in small letters alone.
pub static RULE: Rule = Rule {
    id: "hashtag-case",
    group: Group::Networks,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A long hashtag of several words, all in small letters.",
        fr: "Un long mot-dièse de plusieurs mots, tout en minuscules.",
    },
    why: Phrase {
        en: "Screen readers tell the words apart by their capitals, and so do eyes. Networks do not: `#NightOfMuseums` and `#nightofmuseums` are one hashtag.",
        fr: "Les lecteurs d’écran séparent les mots à leurs majuscules, et les yeux aussi. Les réseaux, non\u{a0}: `#NuitDesMusees` et `#nuitdesmusees` sont un seul mot-dièse.",
    },
    remedy: Phrase {
        en: "Begin each of its words with a capital.",
        fr: "Commencez chacun de ses mots par une majuscule.",
    },
    example: on_network!(
        "mastodon",
        r#"[[post]]
id = "nuit"
date = 2026-11-26
text = "Samedi, c’est la nuit des musées #nuitdesmuseeseuropeens"
"#
    ),
};

/// From so many letters on a hashtag without capitals is hard to read, up to so many bytes it is one.
const LONG: usize = 15;
const LONGEST: usize = 100;

/// So many hashtags of a post are compared with so many of its words.
const TAGS: usize = 200;
const WORDS: usize = 20_000;

/// Languages that write long words in one.
const COMPOUNDING: [&str; 13] =
    ["de", "nl", "sv", "da", "nb", "nn", "no", "is", "fi", "et", "hu", "tr", "eu"];

/// Looks at the hashtags that the network takes.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if !said.network.hashtags_linked {
        return Vec::new();
    }
    let each = |part| spots(part).map(move |spot| (part, spot));
    let mut all = said.parts.iter().flat_map(each).take(TAGS).peekable();
    if all.peek().is_none() || is_compounding(said) {
        return Vec::new();
    }
    let words = words_of(said);
    let told = all.filter_map(|(part, spot)| {
        let better = in_text(&spot.value, &words).or_else(|| words::parted(&spot.value))?;
        Some((part, spot, better))
    });
    told.take(ENOUGH).map(|(part, spot, better)| finding(said, part, spot, &better)).collect()
}

/// The long hashtags of a text in small letters alone.
fn spots<'a>(part: &'a Part<'_>) -> impl Iterator<Item = &'a Spot> {
    part.entities.hashtags.iter().filter(|spot| is_long_and_small(&spot.value))
}

fn is_compounding(said: &Said<'_>) -> bool {
    let lang = said.facts.ws.lang_of(said.placement).unwrap_or_default();
    COMPOUNDING.contains(&lang.split('-').next().unwrap_or_default())
}

fn finding(said: &Said<'_>, part: &Part<'_>, spot: &Spot, better: &str) -> Finding {
    let tag = &part.out.text[spot.range.clone()];
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{tag}` is hard to read aloud: no capital parts its words"),
        Lang::Fr => {
            format!("`{tag}` se lit mal à voix haute\u{a0}: aucune majuscule n’y sépare les mots")
        }
    });
    let help = Text::of(|lang| match lang {
        Lang::En => format!("write `#{better}`"),
        Lang::Fr => format!("écrivez `#{better}`"),
    });
    said.finding(RULE.id, said.place(part, &spot.range), message).help(help)
}

fn is_long_and_small(tag: &str) -> bool {
    tag.len() <= LONGEST
        && tag.chars().filter(|c| c.is_alphabetic()).count() >= LONG
        && tag.chars().all(|c| c.is_lowercase() || c.is_ascii_digit())
}

/// The words of a post and of its title, folded.
fn words_of(said: &Said<'_>) -> Vec<String> {
    let texts = said.parts.iter().map(|part| part.out.text.as_str());
    let title = said.content.title.map(|title| title.value.as_str());
    texts.chain(title).flat_map(words_in).take(WORDS).collect()
}

fn words_in(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(words::fold)
}

/// The hashtag with capitals where the text parts its words: `nuitdesmusees` in a text that says
/// “la nuit des musées”.
fn in_text(tag: &str, words: &[String]) -> Option<String> {
    let folded = words::fold(tag);
    for from in 0..words.len() {
        let mut rest = folded.as_str();
        let mut lengths = Vec::new();
        for word in &words[from..] {
            let Some(behind) = rest.strip_prefix(word.as_str()) else { break };
            lengths.push(word.chars().count());
            rest = behind;
            if rest.is_empty() {
                return (lengths.len() > 1).then(|| words::capitalised(tag, &lengths));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(tag: &str) -> Option<String> {
        is_long_and_small(tag).then(|| words::parted(tag)).flatten()
    }

    #[test]
    fn long_hashtags_of_several_words_in_small_letters_are_hard_to_read() {
        for (tag, better) in [
            ("museedeslumieres", "MuseeDesLumieres"),
            ("journéesdupatrimoine", "JournéesDuPatrimoine"),
            ("nightofthemuseums2026", "NightOfTheMuseums2026"),
            ("developpementdurable", "DeveloppementDurable"),
            ("développementdurable", "DéveloppementDurable"),
            ("fetedelamusique", "FeteDeLaMusique"),
            ("nuitdesmuseeseuropeens", "NuitDesMuseesEuropeens"),
            ("salondulivrejeunesse", "SalonDuLivreJeunesse"),
            ("fetedelascience2026", "FeteDeLaScience2026"),
            ("journeedesmaraichers", "JourneeDesMaraichers"),
            ("nuitdelarchitecture", "NuitDeLArchitecture"),
            ("intelligenceartificielle", "IntelligenceArtificielle"),
            ("communitymanager", "CommunityManager"),
        ] {
            assert_eq!(parted(tag).as_deref(), Some(better), "{tag}");
        }
    }

    #[test]
    fn one_word_or_what_may_be_one_passes() {
        for tag in [
            "nuitdesmusees",
            "MuseeDesLumieres",
            "museeDeslumieres",
            "MUSEEDESLUMIERES",
            "musee_des_lumieres",
            "entrepreneuriat",
            "entrepreneurship",
            "internationalisation",
            "anticonstitutionnellement",
            "kinésithérapeute",
            "psychothérapeute",
            "documentaristes",
            "photojournalistes",
            "bibliothécaires",
            "intergénérationnel",
            "architecturales",
            "cinematographer",
            "professionnalisation",
            "developpementaliste",
            "consommateurresponsable2",
            "saintpierreetmiquelon",
            "nuitdelaphilosophie",
            "nuitdelanarchisme",
            "interculturalite",
            "photographiquement",
            "agroenvironnementale",
            "désintermédiation",
            "جمهوريةمصرالعربيةالمتحدة",
            "東京国立博物館特別展示室開館記念",
            "abc123456789012345",
        ] {
            assert_eq!(parted(tag), None, "{tag}");
        }
    }

    #[test]
    fn the_text_tells_where_its_words_part() {
        let words: Vec<String> = words_in("Samedi, c’est la Nuit des musées !").collect();
        let spelled = |tag: &str| in_text(tag, &words);
        assert_eq!(spelled("nuitdesmusees").as_deref(), Some("NuitDesMusees"));
        assert_eq!(spelled("nuitdesmusées").as_deref(), Some("NuitDesMusées"));
        assert_eq!(spelled("nuitblanche"), None);
        assert_eq!(spelled("samedi"), None);
    }
}
