//! `bad-pattern`: a regular expression of a tone rule that cannot be run.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::tone::LetterCase;
use crate::model::{Demand, ToneRule};
use crate::rules::Facts;
use crate::source::{At, Literal, Loc, Sources};
use crate::tone::{Nothing, PatternFault, matches_nothing, pattern};

/// A regular expression of a tone rule that cannot be run.
pub static RULE: Rule = Rule {
    id: "bad-pattern",
    group: Group::Tone,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A pattern (regular expression) of a tone rule that cannot be run.",
        fr: "Un motif (expression régulière) d’une règle de ton qui ne peut pas servir.",
    },
    why: Phrase {
        en: "It finds nothing, whatever the text says.",
        fr: "Il ne trouve rien, quoi que dise le texte.",
    },
    remedy: Phrase {
        en: "Correct the pattern, or write the words in `terms`: most rules need no pattern. Write patterns between single quotes. What looks ahead or behind, or repeats a part found before, is not possible: `except` says what is fine all the same.",
        fr: "Corrigez le motif, ou écrivez les mots dans `terms`\u{a0}: la plupart des règles se passent de motif. Écrivez les motifs entre guillemets simples. Regarder avant ou après, ou répéter une partie déjà trouvée, n’est pas possible\u{a0}: `except` dit ce qui est admis malgré tout.",
    },
    example: example!(
        r#"[[tone.rule]]
id = "numero-un"
kind = "forbid"
patterns = ['n°\s?1(?!\d)']
"#
    ),
};

/// Looks at every pattern of the brand's own rules, those that are off among them. That those of
/// packs run is held by a test.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let own = facts.ws.tone.rules.iter().filter(|rule| rule.pack.is_none());
    own.flat_map(|rule| of_rule(rule, facts.sources)).collect()
}

fn of_rule(rule: &ToneRule, sources: &Sources) -> Vec<Finding> {
    let (patterns, case) = patterns(rule);
    let wrong = patterns.into_iter().filter_map(|written| {
        if let Some(control) = control(written, sources) {
            return Some(control);
        }
        match pattern(&written.value, case) {
            Err(fault) => Some(finding(written, &fault, sources)),
            Ok(_) => matches_nothing(&written.value).map(|how| empty(written, how)),
        }
    });
    wrong.chain(words(rule).into_iter().filter_map(|word| control(word, sources))).collect()
}

/// The words that a rule looks for.
fn words(rule: &ToneRule) -> Vec<&Loc<String>> {
    let mut all: Vec<&Loc<String>> = rule.except.iter().collect();
    match &rule.demand {
        Demand::Forbid(wanted) => all.extend(&wanted.terms),
        Demand::Claims(wanted) => all.extend(&wanted.terms),
        Demand::Replace(wanted) => all.extend(wanted.swap.iter().map(|(from, _)| from)),
        Demand::Inclusive(wanted) => all.extend(wanted.swap.iter().map(|(from, _)| from)),
        Demand::Require(wanted) => all.extend(wanted.any_of.iter().chain(&wanted.when.terms)),
        Demand::Consistency(wanted) => all.extend(wanted.either.iter().flatten()),
        _ => {}
    }
    all
}

/// A sign that no text has: what `"\b"` becomes between double quotes.
fn control(written: &Loc<String>, sources: &Sources) -> Option<Finding> {
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
    let (start, c) = written.value.char_indices().find(|(_, c)| odd(*c))?;
    let (sign, code) = (if c == '\u{8}' { "\\b" } else { "" }, u32::from(c));
    let source = sources.get(written.at.source);
    let at = Literal::new(source, written.at).locate(start..start + c.len_utf8());
    let message = Text::of(|lang| match (lang, sign.is_empty()) {
        (Lang::En, false) => {
            format!("`{sign}` between double quotes is an invisible sign, which no text has")
        }
        (Lang::Fr, false) => format!(
            "entre guillemets droits doubles, `{sign}` est un signe invisible, qu’aucun texte ne contient"
        ),
        (Lang::En, true) => {
            format!("there is an invisible sign here (U+{code:04X}), which no text has")
        }
        (Lang::Fr, true) => {
            format!("il y a ici un signe invisible (U+{code:04X}), qu’aucun texte ne contient")
        }
    });
    Some(Finding::new(RULE.id, at, message).help(Text::of(|lang| match lang {
        Lang::En => "write patterns between single quotes: `'\\bpromo\\b'`".to_owned(),
        Lang::Fr => "mettez les motifs entre apostrophes droites\u{a0}: `'\\bpromo\\b'`".to_owned(),
    })))
}

/// A pattern that is content with nothing.
fn empty(written: &Loc<String>, how: Nothing) -> Finding {
    let message = Text::of(|lang| match (lang, how) {
        (Lang::En, Nothing::Always) => "this pattern never finds a character".to_owned(),
        (Lang::Fr, Nothing::Always) => "ce motif ne trouve jamais aucun caractère".to_owned(),
        (Lang::En, Nothing::Sometimes) => "this pattern is content with nothing at all".to_owned(),
        (Lang::Fr, Nothing::Sometimes) => "ce motif se contente de rien".to_owned(),
    });
    Finding::new(RULE.id, written.at, message).help(Text::of(|lang| match (lang, how) {
        (Lang::En, Nothing::Always) => "say which letters it is to find".to_owned(),
        (Lang::Fr, Nothing::Always) => "dites quelles lettres il doit trouver".to_owned(),
        (Lang::En, Nothing::Sometimes) => {
            "write `+` (one at least) instead of `*` or `?`".to_owned()
        }
        (Lang::Fr, Nothing::Sometimes) => {
            "écrivez `+` (au moins un) à la place de `*` ou `?`".to_owned()
        }
    }))
}

/// The patterns of a rule.
fn patterns(rule: &ToneRule) -> (Vec<&Loc<String>>, LetterCase) {
    let any = LetterCase::Any;
    match &rule.demand {
        Demand::Forbid(wanted) => (wanted.patterns.iter().collect(), wanted.matching.case),
        Demand::Claims(wanted) => (wanted.patterns.iter().collect(), wanted.matching.case),
        Demand::Count(wanted) => (wanted.patterns.iter().collect(), any),
        Demand::Require(wanted) => {
            (wanted.patterns.iter().chain(&wanted.when.pattern).collect(), any)
        }
        _ => (Vec::new(), any),
    }
}

fn finding(written: &Loc<String>, fault: &PatternFault, sources: &Sources) -> Finding {
    let at = match fault {
        PatternFault::LookAround { at }
        | PatternFault::BackReference { at }
        | PatternFault::Syntax { at, .. } => place(written, *at, sources),
        PatternFault::TooLarge => written.at,
    };
    let finding = Finding::new(RULE.id, at, message(fault));
    match fault {
        PatternFault::LookAround { .. } => finding.help(Text::of(|lang| match lang {
            Lang::En => "say in `except` what is fine all the same".to_owned(),
            Lang::Fr => "dites dans `except` ce qui est admis malgré tout".to_owned(),
        })),
        PatternFault::TooLarge => finding.help(Text::of(|lang| match lang {
            Lang::En => "write smaller numbers between the braces".to_owned(),
            Lang::Fr => "mettez de plus petits nombres entre les accolades".to_owned(),
        })),
        PatternFault::BackReference { .. } => finding.help(Text::of(|lang| match lang {
            Lang::En => "a word written twice is for `kind = \"repeat\"`".to_owned(),
            Lang::Fr => "un mot écrit deux fois relève de `kind = \"repeat\"`".to_owned(),
        })),
        PatternFault::Syntax { .. } => finding,
    }
}

/// The letter of the pattern at a byte; its last one where it ends too early.
fn place(written: &Loc<String>, at: usize, sources: &Sources) -> At {
    let text = &written.value;
    let start = text.char_indices().map(|(start, _)| start).take_while(|start| *start <= at).last();
    let Some(start) = start else {
        return written.at;
    };
    let end = start + text[start..].chars().next().map_or(0, char::len_utf8);
    Literal::new(sources.get(written.at.source), written.at).locate(start..end)
}

fn message(fault: &PatternFault) -> Text {
    Text::of(|lang| match (fault, lang) {
        (PatternFault::LookAround { .. }, Lang::En) => {
            "a pattern cannot look ahead or behind".to_owned()
        }
        (PatternFault::LookAround { .. }, Lang::Fr) => {
            "un motif ne peut regarder ni ce qui précède ni ce qui suit".to_owned()
        }
        (PatternFault::BackReference { .. }, Lang::En) => {
            "a pattern cannot ask for what another part of it found".to_owned()
        }
        (PatternFault::BackReference { .. }, Lang::Fr) => {
            "un motif ne peut pas redemander ce qu’une autre de ses parties a trouvé".to_owned()
        }
        (PatternFault::TooLarge, Lang::En) => "this pattern is too large to be run".to_owned(),
        (PatternFault::TooLarge, Lang::Fr) => "ce motif est trop gros pour servir".to_owned(),
        (PatternFault::Syntax { message, .. }, Lang::En) => {
            format!("this is no regular expression: {message}")
        }
        (PatternFault::Syntax { message, .. }, Lang::Fr) => {
            format!("ce n’est pas une expression régulière\u{a0}: {}", french(message))
        }
    })
}

/// The commonest faults in French; others as they are.
fn french(message: &str) -> &str {
    match message {
        "unclosed group" => "une parenthèse n’est pas fermée",
        "unopened group" => "une parenthèse se ferme sans avoir été ouverte",
        "unclosed character class" => "un crochet n’est pas fermé",
        "unrecognized escape sequence" => "ce qui suit la barre oblique inverse n’existe pas",
        "incomplete escape sequence, reached end of pattern prematurely" => {
            "il manque quelque chose après la dernière barre oblique inverse"
        }
        "repetition operator missing expression" => "il n’y a rien à répéter",
        "unclosed counted repetition" => "une accolade n’est pas fermée",
        "repetition quantifier expects a valid decimal" => "il faut un nombre entre les accolades",
        "invalid character class range, the start must be <= the end" => {
            "cet intervalle va à rebours"
        }
        "Unicode property not found" => "cette propriété Unicode n’existe pas",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex_syntax::ast::{ErrorKind, parse::Parser};

    #[test]
    fn the_commonest_faults_are_told_in_french() {
        for written in ["a(", "a)", "[a", r"\y", r"a\", "*a", "a{2", "a{x}", "[z-a]"] {
            let fault = pattern(written, LetterCase::Any).unwrap_err();
            let PatternFault::Syntax { message, .. } = &fault else {
                panic!("{written}: {fault:?}");
            };
            assert_ne!(french(message), message, "{written}");
        }
        let kind = Parser::new().parse("a(").unwrap_err().kind().clone();
        assert_eq!(kind, ErrorKind::GroupUnclosed);
    }
}
