//! Syntax errors in words that say what to do.
//!
//! The parser goes on after an error; one unclosed bracket then makes it stumble over everything
//! behind it. Such echoes are dropped: what is reported is the bracket.

use super::document::State;
use crate::diagnostic::Finding;
use crate::lang::{Lang, Phrase, Text};
use crate::source::{At, SourceId, Span};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The findings of a document's syntax errors, in order, and how much of it can be trusted.
pub(super) fn word(
    text: &str,
    source: SourceId,
    table: &DeTable<'_>,
    errors: &[toml::de::Error],
) -> (Vec<Finding>, State) {
    if errors.is_empty() {
        return (Vec::new(), State::Whole);
    }
    let tear = errors.iter().find_map(|error| tear(text, table, error));
    let mut placed: Vec<(Range<usize>, &str)> = errors
        .iter()
        .map(|error| (error.span().unwrap_or(0..0), error.message()))
        .filter(|(span, _)| tear.as_ref().is_none_or(|tear| span.start < tear.opening.start))
        .collect();
    placed.sort_by_key(|(span, _)| (span.start, span.end));
    placed.dedup_by_key(|(span, _)| span.start);
    let mut findings: Vec<Finding> =
        placed.iter().map(|(span, message)| finding(text, source, span, message)).collect();
    let state = match tear {
        Some(tear) => {
            findings.push(tear.finding(source));
            State::Torn
        }
        None => State::Bruised,
    };
    (findings, state)
}

/// A bracket or a quote that is never closed.
struct Tear {
    opening: Range<usize>,
    what: Phrase,
}

impl Tear {
    fn finding(&self, source: SourceId) -> Finding {
        let what = self.what;
        let at = At { source, span: Span::new(self.opening.clone()) };
        Finding::new(
            "syntax",
            at,
            Text::of(|lang| match lang {
                Lang::En => format!("this {} is never closed", what.get(lang)),
                Lang::Fr => format!("{} jamais fermé", what.get(lang)),
            }),
        )
        .help(Text::of(|lang| match lang {
            Lang::En => "close it; the rest of the file was not read".to_owned(),
            Lang::Fr => "fermez-le\u{202f}; la suite du fichier n’a pas été lue".to_owned(),
        }))
    }
}

fn tear(text: &str, table: &DeTable<'_>, error: &toml::de::Error) -> Option<Tear> {
    let message = error.message();
    let what = if message.starts_with("unclosed array") {
        Phrase { en: "list `[`", fr: "crochet `[`" }
    } else if message.starts_with("unclosed inline table") {
        Phrase { en: "table `{`", fr: "accolade `{`, ou groupe," }
    } else if message.starts_with("invalid multi-line") {
        Phrase { en: "text of several lines", fr: "texte sur plusieurs lignes" }
    } else {
        return None;
    };
    let end = error.span().map_or(text.len(), |span| span.start);
    let opening = innermost(table, end).unwrap_or(end..end);
    let length = if message.starts_with("invalid multi-line") { 3 } else { 1 };
    let opening = opening.start..(opening.start + length).min(text.len());
    Some(Tear { opening, what })
}

/// The span of the last value that reaches `end`: what was open when the text ran out.
fn innermost(table: &DeTable<'_>, end: usize) -> Option<Range<usize>> {
    fn visit(value: &toml::Spanned<DeValue<'_>>, end: usize, best: &mut Option<Range<usize>>) {
        let span = value.span();
        let is_value = !matches!(value.get_ref(), DeValue::Table(_));
        if is_value && span.start < end && span.end + 1 >= end && best.is_none() {
            *best = Some(span);
        }
        match value.get_ref() {
            DeValue::Array(items) => items.iter().for_each(|item| visit(item, end, best)),
            DeValue::Table(inner) => inner.iter().for_each(|(_, item)| visit(item, end, best)),
            _ => {}
        }
    }
    let mut best = None;
    table.iter().for_each(|(_, value)| visit(value, end, &mut best));
    best
}

fn finding(text: &str, source: SourceId, span: &Range<usize>, message: &str) -> Finding {
    let raw = text.get(span.clone()).unwrap_or_default();
    let at = At { source, span: Span::new(widened(text, span)) };
    let (said, help) = words(text, span, raw, message);
    let rule = if message.starts_with("invalid date") { "bad-date" } else { "syntax" };
    let mut finding = Finding::new(rule, at, said);
    finding.help = help;
    finding
}

/// An empty span takes in the character before it, so that there is something to underline.
fn widened(text: &str, span: &Range<usize>) -> Range<usize> {
    if !span.is_empty() {
        return span.clone();
    }
    match text.get(..span.start).and_then(|before| before.chars().next_back()) {
        Some(c) if c != '\n' => span.start - c.len_utf8()..span.start,
        _ => span.start..(span.start + 1).min(text.len()),
    }
}

/// A message, and what to do when that is known.
fn words(text: &str, span: &Range<usize>, raw: &str, message: &str) -> (Text, Option<Text>) {
    let plain = |en: &str, fr: &str| {
        let (en, fr) = (en.replace("{}", raw), fr.replace("{}", raw));
        Text::of(|lang| match lang {
            Lang::En => en.clone(),
            Lang::Fr => fr.clone(),
        })
    };
    if let Some((said, help)) = known_mistake(text, span, raw, message) {
        return (said.into(), Some(help));
    }
    for (start, en, fr) in MESSAGES {
        if message.starts_with(start) {
            return (plain(en, fr), None);
        }
    }
    let original = message.to_owned();
    let said = Text::of(|lang| match lang {
        Lang::En => original.clone(),
        Lang::Fr => format!("ce n’est pas du TOML ({original})"),
    });
    (said, None)
}

/// Mistakes that people make again and again, each with its own remedy.
fn known_mistake(
    text: &str,
    span: &Range<usize>,
    raw: &str,
    message: &str,
) -> Option<(Phrase, Text)> {
    let line_start = text.get(..span.start)?.rfind('\n').map_or(0, |i| i + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    if message.starts_with("missing escaped value") || message.contains("escape") {
        return Some((
            Phrase {
                en: "a backslash starts an escape here",
                fr: "la barre oblique inverse a un sens spécial ici",
            },
            Text::of(|lang| match lang {
                Lang::En => {
                    "write paths with `/`, or put the text between single quotes".to_owned()
                }
                Lang::Fr => {
                    "écrivez les chemins avec `/`, ou mettez le texte entre apostrophes droites"
                        .to_owned()
                }
            }),
        ));
    }
    if message.starts_with("string values must be quoted")
        && raw.starts_with(['“', '”', '«', '‘', '’'])
    {
        let straight = format!(
            "\"{}\"",
            raw.trim_matches(['“', '”', '«', '»', '‘', '’', ' ', '\u{a0}', '\u{202f}'])
        );
        return Some((
            Phrase {
                en: "curly quotes do not hold a text",
                fr: "les guillemets courbes ne délimitent pas un texte",
            },
            Text::of(|lang| match lang {
                Lang::En => format!("use straight quotes: `{straight}`"),
                Lang::Fr => format!("employez des guillemets droits\u{a0}: `{straight}`"),
            }),
        ));
    }
    if message.starts_with("string values must be quoted") {
        let quoted = raw.trim().to_owned();
        return Some((
            Phrase { en: "a text goes between quotes", fr: "un texte se met entre guillemets" },
            Text::of(|lang| match lang {
                Lang::En => format!("write `\"{quoted}\"`"),
                Lang::Fr => format!("écrivez `\"{quoted}\"`"),
            }),
        ));
    }
    if message.starts_with("duplicate key") {
        return Some((
            Phrase { en: "this key is here already", fr: "cette clé est déjà là" },
            duplicate_help(raw, line),
        ));
    }
    if message.starts_with("invalid unquoted key") && line.trim_start().starts_with('[') {
        return Some((
            Phrase { en: "ids take no accents", fr: "un identifiant ne prend pas d’accent" },
            suggested_header(line),
        ));
    }
    None
}

fn duplicate_help(raw: &str, line: &str) -> Text {
    let header = line.trim_start().starts_with('[');
    let raw = raw.to_owned();
    Text::of(|lang| match (lang, header, raw.as_str()) {
        (Lang::En, true, "tone" | "mix") => format!("keep `{raw} = \"…\"` or `[{raw}]`, not both"),
        (Lang::Fr, true, "tone" | "mix") => {
            format!("gardez `{raw} = \"…\"` ou `[{raw}]`, pas les deux")
        }
        (Lang::En, true, _) => {
            format!("lists of tables take double brackets each time: `[[{raw}]]`")
        }
        (Lang::Fr, true, _) => format!(
            "une liste de tables prend à chaque fois des crochets doubles\u{a0}: `[[{raw}]]`"
        ),
        (Lang::En, false, _) => "keep one of the two".to_owned(),
        (Lang::Fr, false, _) => "n’en gardez qu’une".to_owned(),
    })
}

fn suggested_header(line: &str) -> Text {
    let inner = line.trim().trim_start_matches('[').trim_end_matches(']');
    let parts: Vec<String> = inner.split('.').map(crate::text::slug).collect();
    let fixed = parts.join(".");
    Text::of(|lang| match lang {
        Lang::En => format!("write `[{fixed}]`, and the full name under `name = \"…\"`"),
        Lang::Fr => format!("écrivez `[{fixed}]`, et le nom complet dans `name = \"…\"`"),
    })
}

/// What the parser says, and what we say.
const MESSAGES: &[(&str, &str, &str)] = &[
    ("invalid date", "`{}` does not exist", "`{}` n’existe pas"),
    ("invalid time", "`{}` is not a time", "`{}` n’est pas une heure"),
    ("invalid datetime", "`{}` is not a date", "`{}` n’est pas une date"),
    (
        "invalid basic string",
        "this text has no closing quote",
        "il manque le guillemet fermant de ce texte",
    ),
    (
        "invalid literal string",
        "this text has no closing quote",
        "il manque l’apostrophe fermante de ce texte",
    ),
    ("key with no value", "this key has no value", "cette clé n’a pas de valeur"),
    ("unquoted keys cannot be empty", "a key is missing before `=`", "il manque une clé avant `=`"),
    (
        "invalid unquoted key",
        "a key takes letters, digits, `-` and `_`",
        "une clé prend des lettres, des chiffres, `-` et `_`",
    ),
    ("missing comma", "a comma is missing here", "il manque une virgule ici"),
    (
        "unexpected key or value",
        "there is something after the value",
        "il y a quelque chose après la valeur",
    ),
    (
        "unexpected leading zero",
        "a number does not start with 0",
        "un nombre ne commence pas par 0",
    ),
    ("invalid exponent", "this number is not finished", "ce nombre n’est pas terminé"),
    ("invalid boolean", "`{}` is neither true nor false", "`{}` n’est ni true ni false"),
    ("invalid float", "this number is not finished", "ce nombre n’est pas terminé"),
    ("invalid integer", "`{}` is not a whole number", "`{}` n’est pas un nombre entier"),
    (
        "string values must be quoted",
        "a text goes between quotes",
        "un texte se met entre guillemets",
    ),
    ("missing value", "a value is missing here", "il manque une valeur ici"),
    ("unclosed table", "this header is never closed", "cet en-tête n’est jamais fermé"),
    ("extra comma", "this comma is one too many", "cette virgule est de trop"),
    (
        "invalid control",
        "an invisible character is not allowed here",
        "un caractère invisible n’est pas permis ici",
    ),
    (
        "invalid comment",
        "an invisible character is not allowed in a comment",
        "un caractère invisible n’est pas permis dans un commentaire",
    ),
    (
        "cannot extend",
        "this key has a value already and cannot be a table too",
        "cette clé a déjà une valeur et ne peut pas être aussi une table",
    ),
];
