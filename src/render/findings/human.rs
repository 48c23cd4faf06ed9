//! Findings for people: the lines at fault, in the manner of compilers.
//!
//! The only file that knows the crate which draws them. That crate panics on a span that is not
//! in the text and lets control characters through, so everything it gets was cut and cleaned
//! before ([`super::excerpt`]).

use super::excerpt::{Excerpt, Frame, Mark, Room, excerpts, visible};
use crate::diagnostic::{Finding, Judged, Level, Place};
use crate::lang::{Lang, Phrase, Text, count};
use crate::render::{columns, wrap};
use crate::source::{At, Source, SourceId, Sources};
use crate::text::clean;
use annotate_snippets::renderer::{AnsiColor, DecorStyle, Effects, Style};
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level as Drawn, Origin, Renderer, Snippet,
};
use std::collections::HashMap;

/// Above this many findings of one rule, only the first [`SHOWN`] are drawn.
const MANY: usize = 100;
/// How many findings are drawn of a rule that has many.
const SHOWN: usize = 20;
/// The longest word that is shown whole, in characters: a message may quote anything.
const LONGEST: usize = 120;

/// How findings are drawn.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// Columns of the screen.
    pub width: usize,
    /// What lines are drawn with.
    pub decor: Decor,
    /// How many findings of a rule are drawn.
    pub amount: Amount,
}

/// What lines are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decor {
    /// Box-drawing characters.
    Unicode,
    /// ASCII alone.
    Ascii,
}

/// How many findings of one rule are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// The first few of a rule that has very many, and how many more there are.
    Brief,
    /// All.
    All,
}

/// Every finding with its lines, an empty line after each; the text has ANSI styles.
#[must_use]
pub fn human(findings: &[Judged], sources: &Sources, look: &Look) -> String {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for found in findings {
        *left.entry(&found.finding.rule).or_default() += 1;
    }
    left.retain(|_, n| *n > MANY && look.amount == Amount::Brief);
    let mut drawn: HashMap<&str, usize> = HashMap::new();
    let mut hidden: Vec<(&str, usize)> = Vec::new();
    let mut out = String::new();
    for found in findings {
        let rule = found.finding.rule.as_ref();
        if let Some(&total) = left.get(rule) {
            let n = drawn.entry(rule).or_default();
            *n += 1;
            if *n == SHOWN + 1 {
                hidden.push((rule, total - SHOWN));
            }
            if *n > SHOWN {
                continue;
            }
        }
        out.push_str(&draw(found, sources, look));
        out.push_str("\n\n");
    }
    for (rule, n) in hidden {
        out.push_str(&more(rule, n, look.lang));
    }
    out
}

/// `and 132 more of duplicate-id (-v shows all)`, and an empty line.
fn more(rule: &str, n: usize, lang: Lang) -> String {
    let rule = clean(rule);
    match lang {
        Lang::En => {
            let others = count(lang, n, "more", "more");
            format!("and {others} of `{rule}` (-v shows them all)\n\n")
        }
        Lang::Fr => {
            let others = count(lang, n, "autre constat", "autres constats");
            format!("et {others} `{rule}` (-v pour tout voir)\n\n")
        }
    }
}

fn draw(found: &Judged, sources: &Sources, look: &Look) -> String {
    let finding = &found.finding;
    let (level, name) = title_level(found.level, &finding.rule, look.lang);
    let message = fitted(&finding.message, look, columns(&name) + 2);
    let title = level.with_name(name).primary_title(message);
    let gutter = gutter(finding, sources) + 3;
    let mut elements: Vec<Element<'static>> = Vec::new();
    if let Place::File(id) = finding.place {
        elements.push(Origin::path(name_of(sources.get(id))).into());
    }
    let mut asides: Vec<String> = Vec::new();
    let mut origins: Vec<String> = Vec::new();
    for (id, marks) in marks(finding, look.lang) {
        let source = sources.get(id);
        for excerpt in excerpts(source, &marks, frame(look, gutter)) {
            origins.push(origin(source, excerpt.start));
            let homeless = excerpt.marks.iter().filter(|m| m.room == Room::Elsewhere);
            asides.extend(homeless.map(|mark| mark.label.clone()));
            elements.push(snippet(excerpt).path(STAND_IN.to_string()).into());
        }
    }
    for text in asides {
        let lines = wrap(&text, look.width.saturating_sub(gutter + 2));
        elements.push(Drawn::NOTE.no_name().message(lines.join("\n")).into());
    }
    let notes = finding.notes.iter().map(|text| (Drawn::NOTE, NOTE, text));
    let help = finding.help.iter().map(|text| (Drawn::HELP, HELP, text));
    for (level, name, text) in notes.chain(help) {
        let name = name.get(look.lang);
        let text = fitted(text, look, gutter + columns(name) + 2);
        elements.push(level.with_name(name).message(text).into());
    }
    let text = renderer(look).render(&[Group::with_title(title).elements(elements)]);
    with_origins(&text, origins)
}

/// Stands for a path and a position while the crate draws: it would count columns in the cut
/// line. No user text has it: [`clean`] takes it out.
const STAND_IN: char = '\u{fdd0}';

/// Puts each `path:line:column` where its stand-in, and the crate's own count, are.
fn with_origins(text: &str, origins: Vec<String>) -> String {
    let mut parts = text.split(STAND_IN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (part, origin) in parts.zip(origins) {
        out.push_str(&origin);
        out.push_str(part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
    }
    out
}

const NOTE: Phrase = Phrase { en: "note", fr: "note\u{a0}" };

const HELP: Phrase = Phrase { en: "help", fr: "aide\u{a0}" };

/// The level as it is drawn, and `error[duplicate-id]`; a colon follows.
fn title_level(level: Level, rule: &str, lang: Lang) -> (Drawn<'static>, String) {
    let drawn = match level {
        Level::Error => Drawn::ERROR,
        Level::Warning => Drawn::WARNING,
        Level::Hint => Drawn::INFO,
    };
    let colon = match lang {
        Lang::En => "",
        Lang::Fr => "\u{a0}",
    };
    let rule = clean(rule);
    (drawn, format!("{}[{rule}]{colon}", level.word().get(lang)))
}

/// A text made safe, and cut into lines that fit to the right of `indent` columns.
fn fitted(text: &Text, look: &Look, indent: usize) -> String {
    let lines = text.get(look.lang).lines();
    let lines: Vec<String> = lines
        .flat_map(|line| {
            let words: Vec<String> = line.split([' ', '\t']).map(short).collect();
            wrap(&words.join(" "), look.width.saturating_sub(indent).max(20))
        })
        .collect();
    lines.join("\n")
}

/// A word made safe; of one that fills lines, its two ends.
fn short(word: &str) -> String {
    let letters: Vec<char> = word.chars().map(visible).collect();
    match letters.len() {
        0..=LONGEST => letters.into_iter().collect(),
        n => {
            let (head, tail) = (&letters[..LONGEST / 2], &letters[n - LONGEST / 4..]);
            head.iter().chain(&['…']).chain(tail).collect()
        }
    }
}

/// The places of a finding, file by file, its own place first.
fn marks(finding: &Finding, lang: Lang) -> Vec<(SourceId, Vec<Mark<AnnotationKind>>)> {
    let mut files: Vec<(SourceId, Vec<Mark<AnnotationKind>>)> = Vec::new();
    let mut push = |at: At, kind, label: Option<&Text>| {
        let label = label.map(|text| text.get(lang).replace(['\n', '\t'], " "));
        let mark = Mark {
            span: at.span,
            kind,
            label: label.unwrap_or_default().chars().map(visible).collect(),
        };
        match files.iter_mut().find(|(id, _)| *id == at.source) {
            Some((_, marks)) => marks.push(mark),
            None => files.push((at.source, vec![mark])),
        }
    };
    if let Place::Span(at) = finding.place {
        push(at, AnnotationKind::Primary, finding.label.as_ref());
    }
    for (at, label) in &finding.others {
        push(*at, AnnotationKind::Context, Some(label));
    }
    files
}

/// The digits of the greatest line number in view.
fn gutter(finding: &Finding, sources: &Sources) -> usize {
    let own = match finding.place {
        Place::Span(at) => Some(at),
        Place::File(_) => None,
    };
    let places = own.into_iter().chain(finding.others.iter().map(|(at, _)| *at));
    let line = |at: At| sources.get(at.source).position(at.span.start).line;
    places.map(line).max().unwrap_or(0).to_string().len()
}

fn frame(look: &Look, gutter: usize) -> Frame {
    Frame {
        columns: look.width.saturating_sub(gutter).max(20),
        dots: match look.decor {
            Decor::Unicode => "…",
            Decor::Ascii => "...",
        },
    }
}

fn name_of(source: &Source) -> String {
    let name = source.name().replace(['\n', '\t'], " ");
    name.chars().map(visible).collect()
}

fn origin(source: &Source, start: u32) -> String {
    let position = source.position(start);
    let name = name_of(source);
    format!("{name}:{}:{}", position.line, position.column)
}

fn snippet(excerpt: Excerpt<AnnotationKind>) -> Snippet<'static, Annotation<'static>> {
    let mut annotations = Vec::with_capacity(excerpt.marks.len());
    for mark in excerpt.marks {
        let drawn = mark.kind.span(mark.range.clone());
        match mark.room {
            _ if mark.label.is_empty() => annotations.push(drawn),
            Room::Elsewhere => annotations.push(drawn),
            Room::Beside => annotations.push(drawn.label(mark.label)),
            Room::Below => {
                // A label hangs below its mark when another mark covers a part of it.
                let last = excerpt.text[mark.range.clone()].char_indices().last();
                let tail = mark.range.start + last.map_or(0, |(at, _)| at);
                annotations.push(drawn.label(mark.label));
                annotations.push(mark.kind.span(tail..mark.range.end));
            }
        }
    }
    Snippet::source(excerpt.text).line_start(excerpt.first_line).annotations(annotations)
}

fn renderer(look: &Look) -> Renderer {
    let bold =
        |colour: AnsiColor| Style::new().fg_color(Some(colour.into())).effects(Effects::BOLD);
    Renderer::styled()
        // Lines come cut to the screen; the crate must not cut them again.
        .term_width(usize::from(u16::MAX))
        .hyperlink(false)
        .decor_style(match look.decor {
            Decor::Unicode => DecorStyle::Unicode,
            Decor::Ascii => DecorStyle::Ascii,
        })
        .info(bold(AnsiColor::Cyan))
        .note(bold(AnsiColor::Blue))
        .help(bold(AnsiColor::Green))
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use snapbox::prelude::*;
    use snapbox::{assert_data_eq, str};

    const LOOK: Look =
        Look { lang: Lang::En, width: 80, decor: Decor::Unicode, amount: Amount::Brief };

    fn plain((sources, findings): &(Sources, Vec<Judged>), look: Look) -> String {
        let text = human(findings, sources, &look);
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn in_english() {
        assert_data_eq!(
            plain(&samples::plain(), LOOK),
            str![[r#"
error[duplicate-id]: `été` names two posts
  ╭▸ calendar.toml:5:6
  │
2 │ id = "été"
  │      ───── first used here
  ┆
5 │ id = 'été'
  │      ━━━━━ used again here
  │
  ╰ help: give this post another id: a word of your own, in lower-case letters,
          figures and hyphens

warning[tone.address]: `vous` where this brand says `tu`
  ╭▸ posts/2026-11.toml:1:177
  │
1 │ …usée, Une soirée au musée, rejoignez-nous et bien d’autres surprises et bi…
  │                             ━━━━━━━━━━━━━━ vous
  │
  ╰ note: `address = "tu"` in tone.toml

hint[no-mix]: this calendar has no mix
 ─▸ calendar.toml


"#]]
            .raw()
        );
    }

    #[test]
    fn in_french_with_ascii() {
        let look = Look { lang: Lang::Fr, decor: Decor::Ascii, ..LOOK };
        assert_data_eq!(
            plain(&samples::plain(), look),
            str![[r#"
erreur[duplicate-id] : `été` désigne deux publications
 --> calendar.toml:5:6
  |
2 | id = "été"
  |      ----- employé ici d’abord
...
5 | id = 'été'
  |      ^^^^^ repris ici
  |
  = aide : donnez un autre identifiant à cette publication : un mot à vous, en
           minuscules, chiffres et traits d’union

avertissement[tone.address] : `vous` alors que la marque tutoie
 --> posts/2026-11.toml:1:177
  |
1 | ... Une soirée au musée, rejoignez-nous et bien d’autres surprises et bie...
  |                          ^^^^^^^^^^^^^^ vouvoiement
  |
  = note : `address = "tu"` dans tone.toml

conseil[no-mix] : ce calendrier n’a pas de mix
--> calendar.toml


"#]]
            .raw()
        );
    }

    #[test]
    fn hostile_text_on_a_narrow_screen() {
        let look = Look { lang: Lang::Fr, width: 60, ..LOOK };
        let text = plain(&samples::hostile(), look);
        assert!(!text.contains(|c: char| c != '\n' && crate::text::is_unsafe(c)));
        assert_data_eq!(
            text,
            str![[r#"
erreur[bad-id] : `BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
                 BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
                 BBBBB` is
                 no�[2J id
  ╭▸ a�[2J .toml:1:7
  │
1 │   id  = "a�]0;x��[31m�b" # �2J
  ╰╴        ━━━━━━━━━━━━━━━━ this�[0m one

erreur[bad-id] : `BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
                 BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
                 BBBBB` is
                 no�[2J id
  ╭▸ a�[2J .toml:2:20
  │
2 │ title = "👩🍳 été 日本" # ok
  ╰╴                  ━━━━ là

erreur[bad-id] : `BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
                 BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
                 BBBBB` is
                 no�[2J id
  ╭▸ a�[2J .toml:3:8
  │
3 │ text = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA…
  │        ┯━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  │        │
  ╰╴       5 000 signes, au moins 4 500 de trop

erreur[bad-id] : `BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
                 BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
                 BBBBB` is
                 no�[2J id
  ╭▸ a�[2J .toml:4:7
  │
4 │ alt = """un
  │       ━━━━━
  │
  ╰ des mots bien trop longs pour tenir à côté de la
    marque


"#]]
            .raw()
        );
    }

    #[test]
    fn levels_have_their_colours() {
        let (sources, findings) = samples::plain();
        let text = human(&findings, &sources, &LOOK);
        for (level, colour) in [("error[", "91"), ("warning[", "33"), ("hint[", "36")] {
            let before = &text[..text.find(level).unwrap()];
            assert!(before.ends_with(&format!("\u{1b}[{colour}m")), "{level} {before:?}");
        }
    }

    #[test]
    fn very_many_findings_of_a_rule_are_counted() {
        let (sources, findings) = samples::plain();
        let many: Vec<Judged> = (0..132).map(|_| findings[0].clone()).collect();
        let both = (sources, many);
        let text = plain(&both, LOOK);
        assert_eq!(text.matches("error[").count(), SHOWN);
        assert!(text.ends_with("and 112 more of `duplicate-id` (-v shows them all)\n\n"), "{text}");
        let all = Look { amount: Amount::All, ..LOOK };
        assert_eq!(plain(&both, all).matches("error[").count(), 132);
    }

    #[test]
    fn random_places_in_random_text_never_panic() {
        let mut random = fastrand::Rng::with_seed(20_261_121);
        for _ in 0..1_500 {
            let (sources, findings) = samples::random(&mut random);
            let look = Look { lang: Lang::Fr, width: random.usize(0..130), ..LOOK };
            let text = plain(&(sources, findings), look);
            assert!(!text.contains(|c: char| c != '\n' && crate::text::is_unsafe(c)), "{text:?}");
            // Names of files are as long as they are; everything else fits.
            let named = |line: &str| line.contains('▸') || line.contains('⸬');
            let wide = |line: &&str| columns(line) > look.width.max(60) + 1 && !named(line);
            assert_eq!(text.lines().find(wide), None, "{} columns\n{text}", look.width);
        }
    }
}
