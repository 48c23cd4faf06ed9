//! What the brand's tone has to say of a text: the findings, the score and where its points went,
//! the gate, and what to do first; and the same for programs.

mod json;
mod score;

pub use json::json;

use super::findings;
use super::lines::hang;
use super::plan::Ink;
use crate::diagnostic::Judged;
use crate::lang::{Lang, count};
use crate::source::Sources;
use crate::tone::{LeftOut, Read, Score};

/// A text that was heard.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    /// What it is called, where several are shown: a channel.
    pub label: Option<&'a str>,
    /// The post and the channel, for programs.
    pub origin: Option<(&'a str, &'a str)>,
    /// The language it was heard in: a BCP 47 tag.
    pub text_lang: Option<&'a str>,
    /// What was found.
    pub findings: &'a [Judged],
    /// Its score.
    pub score: &'a Score,
    /// The least score.
    pub gate: Option<u32>,
    /// Words there are and words needed to judge how readable it is.
    pub too_short: Option<(usize, usize)>,
    /// How many rules were not tried, and why.
    pub left_out: LeftOut,
    /// How many were.
    pub tried: usize,
    /// Whether there was anything to read.
    pub read: Read,
    /// How many rules there are.
    pub rules: usize,
    /// What is wrong with the rules themselves.
    pub faults: &'a [Judged],
    /// What makes the corrections: `--fix`; nothing where none may be made.
    pub mender: Option<&'static str>,
}

/// How it looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// How findings look.
    pub findings: findings::Look,
    /// Symbols or plain letters.
    pub ink: Ink,
}

/// Findings, score, gate and what to do first, as styled lines.
#[must_use]
pub fn human(heard: &Heard<'_>, sources: &Sources, look: &Look) -> String {
    let lang = look.findings.lang;
    let mut out = findings::human(heard.findings, sources, &look.findings);
    if heard.rules == 0 {
        out.push_str(&paragraph(&no_rules(heard.label, lang), look));
    } else if heard.read == Read::Nothing {
        out.push_str(&paragraph(&nothing_yet(heard.label, lang), look));
        return plain(out, look.ink);
    } else if heard.tried == 0 {
        if heard.left_out == LeftOut::default() {
            out.push_str(&paragraph(&none_tried(heard, lang), look));
        }
    } else if heard.findings.is_empty() {
        out.push_str(&paragraph(&in_tone(heard.label, lang), look));
    } else {
        out.push_str(&score::score(heard, look));
    }
    if let Some((words, needed)) = heard.too_short {
        out.push_str(&paragraph(&not_enough(words, needed, lang), look));
    }
    for said in not_tried(heard.left_out, lang) {
        out.push_str(&paragraph(&said, look));
    }
    if let Some(first) = first(heard, lang) {
        out.push_str(&paragraph(&first, look));
    }
    plain(out, look.ink)
}

fn plain(out: String, ink: Ink) -> String {
    match ink {
        Ink::Unicode => out,
        Ink::Ascii => out.replace(['\u{a0}', '\u{202f}'], " ").replace('−', "-").replace('×', "x"),
    }
}

fn paragraph(text: &str, look: &Look) -> String {
    hang("", text, look.findings.width).join("\n") + "\n"
}

/// A name, and the colon of the language.
fn labelled(label: Option<&str>, lang: Lang) -> String {
    match (label, lang) {
        (None, _) => String::new(),
        (Some(label), Lang::En) => format!("{label}: "),
        (Some(label), Lang::Fr) => format!("{label}\u{a0}: "),
    }
}

fn in_tone(label: Option<&str>, lang: Lang) -> String {
    let label = labelled(label, lang);
    match lang {
        Lang::En => format!("{label}well said: nothing here is out of tone (100 / 100)"),
        Lang::Fr => {
            format!("{label}bien dit\u{a0}: rien ici ne détonne (100 / 100)")
        }
    }
}

fn no_rules(label: Option<&str>, lang: Lang) -> String {
    let label = labelled(label, lang);
    match lang {
        Lang::En => format!(
            "{label}this brand has no rules of tone yet; `extends = [\"en-social\"]` in tone.toml brings some"
        ),
        Lang::Fr => format!(
            "{label}cette marque n’a pas encore de règles de ton\u{202f}; `extends = [\"fr-social\"]` dans tone.toml en apporte"
        ),
    }
}

fn not_enough(words: usize, needed: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "readability: not enough text to say ({} of the {needed} it takes)",
            count(lang, words, "word", "words")
        ),
        Lang::Fr => format!(
            "lisibilité\u{a0}: pas assez de texte pour juger ({} sur les {needed} qu’il faut)",
            count(lang, words, "mot", "mots")
        ),
    }
}

fn nothing_yet(label: Option<&str>, lang: Lang) -> String {
    let label = labelled(label, lang);
    match lang {
        Lang::En => format!("{label}there is nothing to read yet: this post has no text"),
        Lang::Fr => {
            format!("{label}il n’y a encore rien à lire\u{a0}: cette publication n’a pas de texte")
        }
    }
}

/// No rule is for such a text: that it passes says nothing.
fn none_tried(heard: &Heard<'_>, lang: Lang) -> String {
    let label = labelled(heard.label, lang);
    let spoken = match (heard.text_lang.and_then(Lang::from_tag), lang) {
        (Some(Lang::En), Lang::En) => " in English",
        (Some(Lang::Fr), Lang::En) => " in French",
        (Some(Lang::En), Lang::Fr) => " en anglais",
        (Some(Lang::Fr), Lang::Fr) => " en français",
        (None, _) => "",
    };
    match lang {
        Lang::En => format!("{label}no rule of this tone is for such a text{spoken}"),
        Lang::Fr => format!("{label}aucune règle de ce ton n’est faite pour ce texte{spoken}"),
    }
}

/// What was not tried for want of knowing something, and how to say it.
fn not_tried(left: LeftOut, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if left.lang > 0 {
        said.push(match lang {
            Lang::En => format!(
                "the language of this text is not known: {} not tried; `--text-lang fr` says it",
                count(lang, left.lang, "rule was", "rules were")
            ),
            Lang::Fr => format!(
                "la langue de ce texte n’est pas connue\u{a0}: {}\u{202f}; `--text-lang fr` la donne",
                count(
                    lang,
                    left.lang,
                    "règle n’a pas été essayée",
                    "règles n’ont pas été essayées"
                )
            ),
        });
    }
    if left.place > 0 {
        said.push(of_place(left.place, lang));
    }
    if left.post > 0 {
        said.push(match lang {
            Lang::En => format!(
                "{} not tried; `--post POST` tries all that concern a post of the calendar",
                count(
                    lang,
                    left.post,
                    "rule for some pillars, formats or statuses alone was",
                    "rules for some pillars, formats or statuses alone were"
                )
            ),
            Lang::Fr => format!(
                "{}\u{202f}; `--post PUBLICATION` essaie toutes celles qui concernent une publication du calendrier",
                count(
                    lang,
                    left.post,
                    "règle propre à certains piliers, formats ou statuts n’a pas été essayée",
                    "règles propres à certains piliers, formats ou statuts n’ont pas été essayées",
                )
            ),
        });
    }
    said
}

fn of_place(rules: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{} not tried; `-n CHANNEL` says where the text goes",
            count(
                lang,
                rules,
                "rule for some channels alone was",
                "rules for some channels alone were"
            )
        ),
        Lang::Fr => format!(
            "{}\u{202f}; `-n CANAL` dit où va le texte",
            count(
                lang,
                rules,
                "règle propre à certains canaux n’a pas été essayée",
                "règles propres à certains canaux n’ont pas été essayées",
            )
        ),
    }
}

/// What to do first: the rule that costs most, and the corrections that need nobody.
fn first(heard: &Heard<'_>, lang: Lang) -> Option<String> {
    let worst = heard.score.worst()?;
    let rule = &worst.rule;
    let points = usize::try_from(worst.points).unwrap_or(0);
    let points = count(lang, points, "point", "points");
    let start = match lang {
        Lang::En => format!("first: `tone.{rule}`, {points} to win back"),
        Lang::Fr => format!("pour commencer\u{a0}: `tone.{rule}`, {points} à regagner"),
    };
    let mends = heard.findings.iter().filter(|judged| judged.finding.fix.is_some()).count();
    let mends_said = count(lang, mends, "correction", "corrections");
    Some(match (heard.mender.filter(|_| mends > 0), lang) {
        (None, _) => start,
        (Some(mender), Lang::En) => format!("{start}; `{mender}` makes {mends_said} for you"),
        (Some(mender), Lang::Fr) => {
            format!("{start}\u{202f}; `{mender}` fait {mends_said} pour vous")
        }
    })
}
