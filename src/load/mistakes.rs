//! Mistakes that people make again and again, each with its own words and its own remedy.
//!
//! The parser says what it expected; this room guesses what was meant.

use super::faults::{not_a_date, not_a_time};
use crate::lang::{Lang, Text};
use crate::time::{When, parse_time};
use std::ops::Range;

/// A syntax error in its surroundings.
pub(super) struct Slip<'t> {
    /// What the parser stumbled over.
    pub(super) raw: &'t str,
    /// What the parser says.
    pub(super) message: &'t str,
    /// The line it is on.
    pub(super) line: &'t str,
    /// What stands before it on that line.
    before: &'t str,
    /// All that stands before it.
    head: &'t str,
    /// What follows it on that line.
    after: &'t str,
}

impl<'t> Slip<'t> {
    /// The error of a message at a span of a text.
    pub(super) fn new(text: &'t str, span: &Range<usize>, message: &'t str) -> Self {
        let head = text.get(..span.start).unwrap_or_default();
        let start = head.rfind('\n').map_or(0, |i| i + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        let after = text.get(span.end..).unwrap_or_default().lines().next().unwrap_or_default();
        let raw = text.get(span.clone()).unwrap_or_default();
        Self { raw, message, line, before: &head[start..], head, after }
    }

    /// Whether the line, or what stands above it, is that of the regular expressions of a tone rule.
    fn is_of_tone(&self) -> bool {
        let mut lines = self.head.lines().rev().take(40);
        let key = |line: &str| {
            let (key, _) = line.split_once('=')?;
            let key = key.trim().rsplit(['{', '.', ',']).next()?.trim();
            let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            (plain && !key.is_empty()).then(|| key.to_owned())
        };
        let named = lines.find_map(key);
        matches!(
            named.as_deref(),
            Some("patterns" | "pattern" | "when" | "terms" | "except" | "any_of")
        )
    }

    fn says(&self, starts: &[&str]) -> bool {
        starts.iter().any(|start| self.message.starts_with(start))
    }
}

/// What to say and what to do, when the mistake is a known one.
pub(super) fn known(slip: &Slip<'_>) -> Option<(Text, Text)> {
    let bare = slip.says(&[
        "string values must be quoted",
        "invalid float",
        "invalid boolean",
        "invalid integer",
    ]);
    if bare && slip.raw.chars().any(|c| !c.is_ascii_digit()) {
        return Some(bare_word(slip.raw.trim()));
    }
    if slip.says(&["invalid date", "invalid time"]) {
        return date(slip.raw.trim());
    }
    if slip.says(&["missing escaped value", "too few unicode"]) || slip.message.contains("escape") {
        return Some((
            both(
                "a backslash starts an escape here",
                "la barre oblique inverse a un sens spécial ici",
            ),
            if slip.is_of_tone() {
                both(
                    "put patterns between single quotes: `'\\d+ €'`",
                    "mettez les motifs entre apostrophes droites\u{a0}: `'\\d+ €'`",
                )
            } else {
                both(
                    "write paths with `/`, or put the text between single quotes",
                    "écrivez les chemins avec `/`, ou mettez le texte entre apostrophes droites",
                )
            },
        ));
    }
    if slip.says(&["carriage return must be followed"]) {
        return Some((
            both(
                "the lines of this file end as on old computers",
                "les lignes de ce fichier se terminent comme sur d’anciens ordinateurs",
            ),
            both(
                "save it with Unix (LF) or Windows (CRLF) line ends",
                "enregistrez-le avec des fins de ligne Unix (LF) ou Windows (CRLF)",
            ),
        ));
    }
    if slip.says(&["duplicate key"]) {
        return Some((
            both("this key is here already", "cette clé est déjà là"),
            duplicate_help(slip),
        ));
    }
    if slip.says(&["invalid unquoted key"]) && slip.line.trim_start().starts_with('[') {
        return Some((
            both("ids take no accents", "un identifiant ne prend pas d’accent"),
            header_help(slip.line),
        ));
    }
    punctuation(slip)
}

/// Quotes, commas and colons that are too many, too few, or others.
fn punctuation(slip: &Slip<'_>) -> Option<(Text, Text)> {
    let quoted = slip.before.ends_with(['"', '\'']);
    if slip.says(&["unexpected key or value"]) && quoted && slip.after.contains(['"', '\'']) {
        return Some((
            both(
                "the text ends here, and words follow",
                "le texte s’arrête ici, et des mots suivent",
            ),
            both(
                "a text that holds quotes goes between three of them: `\"\"\"…\"\"\"`",
                "un texte qui contient des guillemets se met entre trois guillemets\u{a0}: `\"\"\"…\"\"\"`",
            ),
        ));
    }
    if slip.says(&["unexpected key or value"]) && slip.after.trim_start().starts_with(',') {
        return Some((
            both("decimals take a point here", "les décimales s’écrivent avec un point"),
            both("write `12.5`, for example", "écrivez par exemple `12.5`"),
        ));
    }
    if slip.says(&["key with no value"]) && slip.after.trim_start().starts_with(':') {
        return Some((
            both("a value follows `=`, not `:`", "une valeur suit `=`, pas `:`"),
            both("write `=` in place of `:`", "écrivez `=` à la place de `:`"),
        ));
    }
    if slip.says(&["invalid basic string", "invalid literal string"]) {
        return Some((
            both("this text has no closing quote", "il manque le guillemet fermant de ce texte"),
            both(
                "close it on its line; a text of several lines goes between `\"\"\"` and `\"\"\"`",
                "fermez-le sur sa ligne\u{202f}; un texte de plusieurs lignes se met entre `\"\"\"` et `\"\"\"`",
            ),
        ));
    }
    None
}

/// A word without quotes: a text, or what it was meant to be.
fn bare_word(raw: &str) -> (Text, Text) {
    const CURLY: [char; 8] = ['“', '”', '«', '»', '‘', '’', '\u{a0}', '\u{202f}'];
    let quotes = both("a text goes between quotes", "un texte se met entre guillemets");
    if raw.starts_with([';', '/']) {
        return (
            both("a list is separated by commas", "une liste se sépare par des virgules"),
            both("write `,` here", "écrivez `,` ici"),
        );
    }
    if raw.starts_with(CURLY) {
        let straight = raw.trim_matches(|c| CURLY.contains(&c) || c == ' ').to_owned();
        return (
            both(
                "curly quotes do not hold a text",
                "les guillemets courbes ne délimitent pas un texte",
            ),
            write(&format!("\"{straight}\"")),
        );
    }
    let truth = match raw.to_lowercase().as_str() {
        "vrai" | "oui" | "yes" | "on" => Some("true"),
        "faux" | "non" | "no" | "off" => Some("false"),
        _ => None,
    };
    if let Some(truth) = truth {
        return (
            both("yes and no are `true` and `false`", "oui et non s’écrivent `true` et `false`"),
            write(truth),
        );
    }
    let word = raw.trim_start_matches(['T', 't']);
    if raw.starts_with(|c: char| c.is_ascii_digit()) || word.len() < raw.len() {
        if let Some((said, help)) = date(raw) {
            return (said, help);
        }
        if let Err(fault) = parse_time(word)
            && let Some(help) = not_a_time(word, &fault).2.filter(|_| word.contains(['h', ':']))
        {
            return (not_a_time(word, &fault).1, help);
        }
    }
    (quotes, write(&format!("\"{raw}\"")))
}

/// A date that TOML does not know without quotes, or that does not exist.
fn date(raw: &str) -> Option<(Text, Text)> {
    match When::parse(raw) {
        Ok(_) => Some((
            both(
                "a week, a month or a range of days goes between quotes",
                "une semaine, un mois ou une période se met entre guillemets",
            ),
            write(&format!("\"{raw}\"")),
        )),
        Err(crate::time::DateFault::Shape) => None,
        Err(fault) => {
            let (_, said, help) = not_a_date(raw, &fault);
            help.map(|help| (said, help))
        }
    }
}

fn duplicate_help(slip: &Slip<'_>) -> Text {
    let header = slip.line.trim_start().starts_with('[');
    let raw = slip.raw;
    Text::of(|lang| match (lang, header, raw) {
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

fn header_help(line: &str) -> Text {
    let inner = line.trim().trim_start_matches('[').trim_end_matches(']');
    let parts: Vec<String> = inner.split('.').map(crate::text::slug).collect();
    let fixed = parts.join(".");
    Text::of(|lang| match lang {
        Lang::En => format!("write `[{fixed}]`, and the full name under `name = \"…\"`"),
        Lang::Fr => format!("écrivez `[{fixed}]`, et le nom complet dans `name = \"…\"`"),
    })
}

fn both(en: &'static str, fr: &'static str) -> Text {
    Text::from(crate::lang::Phrase { en, fr })
}

fn write(line: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("write `{line}`"),
        Lang::Fr => format!("écrivez `{line}`"),
    })
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::source::Sources;

    /// The findings of a text with syntax errors: message and help, in French.
    fn said(text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let loaded =
            super::super::from_text(text, std::path::Path::new("."), &mut sources).unwrap();
        let syntax = loaded.findings.iter().filter(|f| matches!(&*f.rule, "syntax" | "bad-date"));
        syntax
            .map(|f| {
                let help = f.help.as_ref().map_or("", |help| help.get(Lang::Fr));
                format!("{} → {help}", f.message.get(Lang::Fr))
            })
            .collect()
    }

    #[test]
    fn what_was_meant_is_said() {
        for (text, help) in [
            ("a = 2026-W48\n", "écrivez `\"2026-W48\"`"),
            ("a = 2026-11\n", "écrivez `\"2026-11\"`"),
            ("a = instagram\n", "écrivez `\"instagram\"`"),
            ("a = nouveau\n", "écrivez `\"nouveau\"`"),
            ("a = [\"x\"; \"y\"]\n", "écrivez `,` ici"),
            ("a = 24/11/2026\n", "écrivez `2026-11-24`"),
            ("a = 8h\n", "écrivez `\"08:00\"`"),
            ("a = T9h30\n", "écrivez `\"09:30\"`"),
            ("a = oui\n", "écrivez `true`"),
            ("a = “b”\n", "écrivez `\"b\"`"),
            ("a = 2026-11-31\n", "30"),
            ("a = \"C:\\Users\\moi\"\n", "avec `/`"),
            ("patterns = [\"\\d+ €\"]\n", "entre apostrophes droites : `'\\d+ €'`"),
            ("patterns = [\n  'a=b',\n  \"\\d+\",\n]\n", "mettez les motifs"),
            ("when = { pattern = \"\\w+\" }\n", "mettez les motifs"),
            ("a = \"Dire \"bonjour\"\"\n", "trois guillemets"),
            ("a : \"b\"\n", "`=` à la place de `:`"),
            ("a = \"deux\nlignes\"\n", "plusieurs lignes"),
            ("a = 1\rb = 2\rc = 3\r", "fins de ligne"),
        ] {
            let said = said(text);
            assert!(
                !said.is_empty() && said.iter().all(|s| s.contains(help)),
                "{text:?}: {said:?}"
            );
        }
        assert_eq!(said("a = [\"x\"; \"y\"]\n").len(), 1);
        assert_eq!(said("a = \"deux\nlignes\"\n").len(), 1);
        assert_eq!(said("a = 1\rb = 2\rc = 3\r").len(), 1);
    }
}
