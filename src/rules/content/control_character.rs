//! `control-character`: characters that nobody sees and that do harm.

use super::passage::passages;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::Status;
use crate::rules::Facts;
use std::collections::HashSet;
use std::ops::Range;

/// Characters that nobody sees and that do harm.
pub static RULE: Rule = Rule {
    id: "control-character",
    group: Group::Content,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "An invisible character in the words of a post.",
        fr: "Un caractère invisible dans les mots d’une publication.",
    },
    why: Phrase {
        en: "It comes with a copy and paste, breaks hashtags and links, counts as a letter, and can turn the reading direction.",
        fr: "Il arrive par copier-coller, casse les mots-dièse et les liens, compte comme une lettre et peut inverser le sens de lecture.",
    },
    remedy: Phrase {
        en: "Delete it and type the words around it again.",
        fr: "Supprimez-le et retapez les mots qui l’entourent.",
    },
    example: example!(
        r#"[[post]]
id = "klimt"
title = "Klimt\u200B arrive"
"#
    ),
};

/// Looks for invisible characters in every post that is not cancelled.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = HashSet::new();
    for (ix, post) in facts.ws.each_post() {
        for passage in passages(facts.ws, ix, |status| status != Status::Cancelled) {
            let text = &passage.words.value;
            for range in find(text) {
                let code = text[range.start..].chars().next().map_or(0, u32::from);
                let at = passage.locate(facts.sources, range);
                if !seen.insert(at) {
                    continue;
                }
                let finding = finding(at, code).of_post(&post.id.name);
                findings.push(match passage.channel {
                    Some(channel) => finding.on_channel(&facts.ws.channel(channel).id.value),
                    None => finding,
                });
            }
        }
    }
    findings
}

fn finding(at: crate::source::At, code: u32) -> Finding {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("an invisible character here: {} (U+{code:04X})", name(code, lang)),
        Lang::Fr => {
            format!("un caractère invisible ici\u{a0}: {} (U+{code:04X})", name(code, lang))
        }
    });
    Finding::new(RULE.id, at, message).help(Text::of(|lang| match lang {
        Lang::En => "delete it; typing the words again is the surest way".to_owned(),
        Lang::Fr => "supprimez-le\u{202f}; le plus sûr est de retaper ces mots".to_owned(),
    }))
}

const fn name(code: u32, lang: Lang) -> &'static str {
    let phrase = match code {
        0x00ad => Phrase { en: "a soft hyphen", fr: "un trait d’union conditionnel" },
        0x200b => Phrase { en: "a space without width", fr: "une espace sans largeur" },
        0xfeff => Phrase { en: "a byte-order mark", fr: "une marque d’ordre des octets" },
        0x202a..=0x202e | 0x2066..=0x2069 => {
            Phrase { en: "a change of reading direction", fr: "un changement du sens de lecture" }
        }
        _ => Phrase { en: "a control character", fr: "un caractère de commande" },
    };
    phrase.get(lang)
}

/// The runs of invisible characters of a text, in order.
fn find(text: &str) -> Vec<Range<usize>> {
    // Most texts hold none of the bytes that such a character begins with: one look is enough.
    let begins = |b: u8| {
        (b < 0x20 && b != b'\n' && b != b'\t' && b != b'\r')
            | matches!(b, 0x7f | 0xc2 | 0xe2 | 0xef)
    };
    if !text.bytes().fold(false, |seen, byte| seen | begins(byte)) {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let starts = text.bytes().enumerate().filter(|(_, byte)| begins(*byte));
    let chars = starts.filter_map(|(start, _)| Some((start, text.get(start..)?.chars().next()?)));
    for (start, c) in chars.filter(|&(_, c)| is_invisible(c)) {
        let end = start + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => found.push(start..end),
        }
    }
    found
}

/// Control characters but the tab and line ends, turns of the reading direction, characters
/// without width. The joiner and the variation selectors of emoji are none of them.
pub(in crate::rules) const fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{ad}' | '\u{200b}' | '\u{feff}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_found_once_and_emoji_are_left_alone() {
        assert_eq!(find("a\u{200b}\u{200b}b\u{ad}c"), [1..7, 8..10]);
        assert!(find("👩\u{200d}🍳 ❤\u{fe0f}\n\t\r\n").is_empty());
        assert_eq!(find("\u{202e}abc\u{7}"), [0..3, 6..7]);
    }
}
