//! `hashtag-glued`: no hashtag, because something touches it.

use super::tags::{self, Taken};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::Entities;
use crate::rules::said::ENOUGH;
use crate::rules::{Part, Said};
use std::ops::Range;

/// No hashtag, because something touches it.
pub static RULE: Rule = Rule {
    id: "hashtag-glued",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A hashtag that the network does not see, because something touches its `#`.",
        fr: "Un mot-dièse que le réseau ne voit pas, parce que quelque chose touche son `#`.",
    },
    why: Phrase {
        en: "It stays plain text: nobody can click it, and the post is not found under it. Behind a letter that is so everywhere; on Mastodon and Bluesky even a parenthesis, a quotation mark, an apostrophe or an emoji in front is enough.",
        fr: "Il reste du texte\u{a0}: personne ne peut cliquer dessus, et la publication n’est pas trouvée par là. Après une lettre, c’est le cas partout\u{202f}; sur Mastodon et Bluesky, une parenthèse, un guillemet, une apostrophe ou un emoji devant suffit.",
    },
    remedy: Phrase {
        en: "Put a blank before the `#`. Where none belongs (`(#Klimt)`, `l’#été`), take the `#` away, or move the hashtag to the end of the text.",
        fr: "Mettez une espace avant le `#`. Là où il n’en faut pas (`(#Klimt)`, `l’#été`), ôtez le `#`, ou déplacez le mot-dièse à la fin du texte.",
    },
    example: on_network!(
        "bluesky",
        r#"[[post]]
id = "klimt"
date = 2026-11-26
text = "Dernière semaine pour voir les dessins (#Klimt)."
"#
    ),
};

/// Looks for hashtags that readers see and the network does not.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if !said.network.hashtags_linked {
        return Vec::new();
    }
    let exact = tags::is_exact(said.network);
    let faults = said.parts.iter().flat_map(|part| {
        let faults = faults(&part.out.text, &part.entities).into_iter();
        faults.map(move |(range, touch)| (part, range, touch))
    });
    let sure = faults.filter(|(_, _, touch)| exact || *touch != Touch::Mark).take(ENOUGH);
    sure.map(|(part, range, touch)| finding(said, part, &range, touch)).collect()
}

/// What touches the sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Touch {
    /// A letter or a digit: no hashtag anywhere.
    Letter,
    /// Another `#`.
    Sign,
    /// Another hashtag that goes on through this one.
    Tag,
    /// Anything else.
    Mark,
}

fn faults(text: &str, entities: &Entities) -> Vec<(Range<usize>, Touch)> {
    let lost = tags::seen(text, entities).into_iter().filter(|tag| tag.taken == Taken::Nothing);
    lost.filter_map(|tag| {
        let start = tag.range.start;
        let before = text[..start].chars().next_back().filter(|c| !c.is_whitespace())?;
        let word = text[start + 1..].starts_with(char::is_alphabetic);
        let touch = match before {
            '#' => Touch::Sign,
            c if c.is_alphanumeric() || c == '_' => {
                if word_before(text, start).contains('#') {
                    Touch::Tag
                } else {
                    Touch::Letter
                }
            }
            _ => Touch::Mark,
        };
        word.then_some((tag.range, touch))
    })
    .collect()
}

/// What stands before the sign without a blank in between.
fn word_before(text: &str, at: usize) -> &str {
    let head = &text[..at];
    let length = head.chars().rev().take(200).take_while(|c| !c.is_whitespace());
    let length: usize = length.map(char::len_utf8).sum();
    &head[head.len() - length..]
}

fn finding(said: &Said<'_>, part: &Part<'_>, range: &Range<usize>, touch: Touch) -> Finding {
    let text = &part.out.text;
    let tag = &text[range.clone()];
    let before = word_before(text, range.start);
    let finding = said.finding(RULE.id, said.place(part, range), message(said, tag, before, touch));
    let apart = matches!(touch, Touch::Letter | Touch::Tag) || before.ends_with([',', ';', '/']);
    finding.help(Text::of(|lang| match (lang, touch) {
        (Lang::En, Touch::Sign) => format!("one `#` is enough: `{tag}`"),
        (Lang::Fr, Touch::Sign) => format!("un seul `#` suffit\u{a0}: `{tag}`"),
        (Lang::En, _) if apart => format!("put a blank in between: `{before} {tag}`"),
        (Lang::Fr, _) if apart => {
            format!("mettez une espace entre les deux\u{a0}: `{before} {tag}`")
        }
        (Lang::En, _) if is_no_place_for_blanks(before) => {
            format!("take its `#` away here, or move `{tag}` to the end of the text")
        }
        (Lang::Fr, _) if is_no_place_for_blanks(before) => {
            format!("ôtez-lui son `#` ici, ou déplacez `{tag}` à la fin du texte")
        }
        (Lang::En, _) => format!("put a blank before `{tag}`, or move it to the end of the text"),
        (Lang::Fr, _) => {
            format!("mettez une espace avant `{tag}`, ou déplacez-le à la fin du texte")
        }
    }))
}

/// Whether typography has no blank there: what opens a bracket or a quotation, an apostrophe, a
/// hyphen. A blank inside « » would be right, but one that breaks the line is not.
fn is_no_place_for_blanks(before: &str) -> bool {
    before.ends_with([
        '(', '[', '{', '«', '‹', '“', '„', '‘', '’', '\'', '"', '-', '\u{2011}', '*', '_',
    ])
}

fn message(said: &Said<'_>, tag: &str, before: &str, touch: Touch) -> Text {
    let name = said.network.name;
    let last = before.chars().next_back().map(String::from).unwrap_or_default();
    Text::of(|lang| match (lang, touch) {
        (Lang::En, Touch::Letter | Touch::Tag) => {
            format!("`{tag}` is no hashtag: it touches `{before}`")
        }
        (Lang::Fr, Touch::Letter | Touch::Tag) => {
            format!("`{tag}` n’est pas un mot-dièse\u{a0}: il touche `{before}`")
        }
        (Lang::En, Touch::Sign) => format!("`{tag}` has a `#` too many"),
        (Lang::Fr, Touch::Sign) => format!("`{tag}` a un `#` de trop"),
        (Lang::En, Touch::Mark) => {
            format!("`{tag}` is no hashtag on {name}: it touches `{last}`")
        }
        (Lang::Fr, Touch::Mark) => {
            format!("`{tag}` n’est pas un mot-dièse sur {name}\u{a0}: il touche `{last}`")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{entities, find};

    fn found(network: &str, text: &str) -> Vec<(String, Touch)> {
        let entities = entities(find(network).unwrap(), text);
        let all = faults(text, &entities);
        all.into_iter().map(|(range, touch)| (text[range].to_owned(), touch)).collect()
    }

    #[test]
    fn what_touches_the_sign_hides_the_hashtag() {
        for (network, text, touch) in [
            ("x", "Le musée#tag ouvre", Touch::Letter),
            ("mastodon", "Le musée#tag ouvre", Touch::Letter),
            ("bluesky", "Le musée#tag ouvre", Touch::Letter),
            ("x", "#un#tag", Touch::Tag),
            ("bluesky", "#un#tag", Touch::Tag),
            ("bluesky", "#un,#tag", Touch::Mark),
            ("bluesky", "Les dessins (#tag)", Touch::Mark),
            ("bluesky", "Les dessins «#tag»", Touch::Mark),
            ("bluesky", "Les dessins 🎨#tag", Touch::Mark),
            ("bluesky", "Amateurs d’#tag", Touch::Mark),
            ("bluesky", "##tag", Touch::Sign),
            ("mastodon", "Les dessins (#tag)", Touch::Mark),
            ("mastodon", "L’#tag", Touch::Mark),
        ] {
            assert_eq!(found(network, text), [("#tag".to_owned(), touch)], "{network}: {text}");
        }
    }

    #[test]
    fn a_blank_is_no_remedy_inside_brackets_and_behind_apostrophes() {
        for before in ["(", "«", "“", "l’", "d'", "\""] {
            assert!(is_no_place_for_blanks(before), "{before}");
        }
        for before in ["🎨", "mot", "!", "#un,", ":"] {
            assert!(!is_no_place_for_blanks(before), "{before}");
        }
    }

    #[test]
    fn hashtags_and_other_signs_pass_everywhere() {
        for text in [
            "#un #deux\n#trois\u{a0}#quatre\u{202f}#cinq",
            "Voir https://exemple.fr/#contact et exemple.fr/page.html#haut",
            "C#, F#m, Do#m7, Sol#, A#dim",
            "Utilisateur#1234, issue#12, n°#5",
            "&#233; &#xE9;",
            "#l’été, #mot-clé, #R&D",
            "Rien du tout",
            "a # b, a#, #",
            "#تجربة #漢字 #Ελλάδα",
        ] {
            for network in ["x", "mastodon", "bluesky", "instagram"] {
                assert_eq!(found(network, text), [], "{network}: {text}");
            }
        }
        for text in ["(#tag)", "«#tag»", "“#tag”", "🎨#tag", "l’#expo", "#un,#deux", "#un/#deux"]
        {
            assert_eq!(found("x", text), [], "{text}");
        }
    }
}
