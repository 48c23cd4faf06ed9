//! `hashtag-case`: a long hashtag in small letters alone.

use super::tags;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::rules::Said;

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

/// From so many letters on a hashtag without capitals is hard to read.
const LONG: usize = 15;

/// Languages that write long words in one.
const COMPOUNDING: [&str; 13] =
    ["de", "nl", "sv", "da", "nb", "nn", "no", "is", "fi", "et", "hu", "tr", "eu"];

/// Looks at the hashtags that the network takes.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let lang = || said.facts.ws.lang_of(said.placement).unwrap_or_default();
    let compounding = || COMPOUNDING.contains(&lang().split('-').next().unwrap_or_default());
    if !tags::has_hashtags(said.network) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for part in &said.parts {
        let tags = part.entities.hashtags.iter();
        let hard = tags.filter(|spot| is_hard_to_read(&spot.value));
        for spot in hard.take(tags::ENOUGH) {
            if compounding() {
                return findings;
            }
            let tag = &part.out.text[spot.range.clone()];
            let message = Text::of(|lang| match lang {
                Lang::En => format!("`{tag}` is hard to read aloud: no capital parts its words"),
                Lang::Fr => {
                    format!(
                        "`{tag}` se lit mal à voix haute\u{a0}: aucune majuscule n’y sépare les mots"
                    )
                }
            });
            let place = said.place(part, &spot.range);
            findings.push(said.finding(RULE.id, place, message).help(help(said, &spot.value)));
        }
    }
    findings
}

/// Whether it is long, in small letters alone, and not one long word.
fn is_hard_to_read(tag: &str) -> bool {
    let letters = tag.chars().filter(|c| c.is_alphabetic()).count();
    letters >= LONG
        && tag.chars().all(|c| c.is_lowercase() || c.is_ascii_digit())
        && !is_one_word(tag, letters)
}

/// Endings of long words.
const ENDINGS: [&str; 36] = [
    "tion", "tions", "ment", "ments", "ship", "ships", "isme", "ismes", "ism", "ité", "ités",
    "ites", "ity", "ities", "riat", "riats", "ique", "iques", "able", "ables", "logie", "logies",
    "logique", "logy", "phie", "phies", "phique", "graphy", "naire", "naires", "ement", "ements",
    "euses", "teurs", "ness", "nelle",
];

/// `entrepreneuriat`, `internationalisation`: no capital belongs inside.
fn is_one_word(tag: &str, letters: usize) -> bool {
    const LONGEST_WORD: usize = 20;
    letters <= LONGEST_WORD && ENDINGS.iter().any(|ending| tag.ends_with(ending))
}

fn help(said: &Said<'_>, tag: &str) -> Text {
    let words = said.parts.iter().map(|part| part.out.text.as_str());
    let title = said.content.title.map(|title| title.value.as_str());
    let spelled = words.chain(title).find_map(|text| spelled(tag, text));
    Text::of(|lang| match (lang, &spelled) {
        (Lang::En, Some(tag)) => format!("write `#{tag}`"),
        (Lang::Fr, Some(tag)) => format!("écrivez `#{tag}`"),
        (Lang::En, None) => "begin each of its words with a capital: `#NightOfMuseums`".to_owned(),
        (Lang::Fr, None) => {
            "commencez chacun de ses mots par une majuscule\u{a0}: `#NuitDesMusees`".to_owned()
        }
    })
}

/// The most words of a text that are looked at for the spelling of a hashtag.
const WORDS: usize = 2_000;

/// The hashtag with capitals where the text parts its words: `nuitdesmusees` in a text that says
/// “la nuit des musées”.
fn spelled(tag: &str, text: &str) -> Option<String> {
    let folded = fold(tag);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.take(WORDS).map(fold).collect();
    for from in 0..words.len() {
        let mut rest = folded.as_str();
        let mut lengths = Vec::new();
        for word in &words[from..] {
            let Some(behind) = rest.strip_prefix(word.as_str()) else { break };
            lengths.push(word.chars().count());
            rest = behind;
            if rest.is_empty() {
                return (lengths.len() > 1).then(|| capitalised(tag, &lengths));
            }
        }
    }
    None
}

fn capitalised(tag: &str, lengths: &[usize]) -> String {
    let mut out = String::with_capacity(tag.len());
    let mut letters = tag.chars();
    for length in lengths {
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.extend(letters.by_ref().take(length.saturating_sub(1)));
    }
    out
}

/// In small letters without French accents, letter for letter.
fn fold(word: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ñ' => 'n',
        other => other,
    };
    word.chars().flat_map(char::to_lowercase).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_hashtags_in_small_letters_are_hard_to_read() {
        for tag in ["museedeslumieres", "journéesdupatrimoine", "nightofthemuseums2026"] {
            assert!(is_hard_to_read(tag), "{tag}");
        }
    }

    #[test]
    fn others_are_not() {
        for tag in [
            "nuitdesmusees",
            "MuseeDesLumieres",
            "museeDeslumieres",
            "MUSEEDESLUMIERES",
            "musee_des_lumieres",
            "entrepreneuriat",
            "internationalisation",
            "جمهوريةمصرالعربيةالمتحدة",
            "東京国立博物館特別展示室開館記念",
            "abc123456789012345",
            "entrepreneurship",
        ] {
            assert!(!is_hard_to_read(tag), "{tag}");
        }
    }

    #[test]
    fn the_text_tells_where_its_words_part() {
        let text = "Samedi, c’est la Nuit des musées !";
        assert_eq!(spelled("nuitdesmusees", text).as_deref(), Some("NuitDesMusees"));
        assert_eq!(spelled("nuitdesmusées", text).as_deref(), Some("NuitDesMusées"));
        assert_eq!(spelled("nuitblanche", text), None);
        assert_eq!(spelled("samedi", text), None);
    }
}
