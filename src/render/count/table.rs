//! The table: one line a network, how long, of how much, what is left.

use super::{Look, Row};
use crate::lang::{Lang, Phrase, figure};
use crate::networks::{Fit, Misfit};
use crate::render::lines::{cut, one_line, pad, width};
use crate::render::plan::Ink;
use anstyle::{AnsiColor, Style};

/// Columns of a bar, at most and at least.
const BAR: (usize, usize) = (24, 6);

/// The widest label.
const LABEL: usize = 30;

/// One styled line a row.
pub(super) fn table(rows: &[Row], look: Look) -> String {
    let cells: Vec<Cells> = rows.iter().map(|row| Cells::of(row, look.lang)).collect();
    let widest = |of: fn(&Cells) -> &str| cells.iter().map(|c| width(of(c))).max().unwrap_or(0);
    let (length, limit) = (widest(|c| &c.length), widest(|c| &c.limit));
    let rest = widest(|c| &c.rest);
    // Mark, spaces and slash take 11 columns.
    let taken = 11 + length + limit + rest;
    let label = widest(|c| &c.label).min(LABEL).min(look.columns.saturating_sub(taken).max(6));
    let bar = look.columns.saturating_sub(taken + label).min(BAR.0);
    let mut out = String::new();
    for (row, cells) in rows.iter().zip(&cells) {
        let style = style(&row.fit);
        let name = pad(&cut(&cells.label, label, look.ink.ellipsis()), label);
        let left = |text: &str, most: usize| " ".repeat(most - width(text)) + text;
        let counted = format!("{} / {}", left(&cells.length, length), left(&cells.limit, limit));
        let mut line = format!("{} {name}  {counted}", mark(&row.fit, look.ink));
        let mut end = format!("  {}", pad(&cells.rest, rest));
        let bar = if bar < BAR.1 { None } else { drawn(&row.fit, bar, look.ink) };
        match bar {
            Some(bar) => end.push_str(&format!("  {bar}")),
            None => end.truncate(end.trim_end().len()),
        }
        line.push_str(&format!("{style}{end}{style:#}"));
        out.push_str(&format!("{line}\n"));
    }
    out
}

/// The words of a line.
struct Cells {
    label: String,
    length: String,
    limit: String,
    rest: String,
}

impl Cells {
    fn of(row: &Row, lang: Lang) -> Self {
        Self {
            label: one_line(&row.label),
            length: figure(lang, row.fit.length),
            limit: row.fit.limit.map_or_else(|| "?".to_owned(), |limit| figure(lang, limit)),
            rest: rest(&row.fit, lang),
        }
    }
}

/// What is left, or too much.
fn rest(fit: &Fit, lang: Lang) -> String {
    match (fit.limit, lang) {
        (None, _) if !fit.is_fine() => otherwise(fit, lang).to_owned(),
        (None, Lang::En) => "limit not known".to_owned(),
        (None, Lang::Fr) => "limite inconnue".to_owned(),
        (Some(limit), Lang::En) if fit.length > limit => {
            format!("{} too many", figure(lang, fit.length - limit))
        }
        (Some(limit), Lang::Fr) if fit.length > limit => {
            format!("{} de trop", figure(lang, fit.length - limit))
        }
        _ if !fit.is_fine() => otherwise(fit, lang).to_owned(),
        (Some(limit), Lang::En) => format!("{} left", figure(lang, limit - fit.length)),
        (Some(limit), Lang::Fr) => format!("reste {}", figure(lang, limit - fit.length)),
    }
}

/// What is in the way of a text that is not too long.
fn otherwise(fit: &Fit, lang: Lang) -> &'static str {
    let phrase = match fit.misfits.first() {
        Some(Misfit::TooManyBytes { .. }) => Phrase { en: "too many bytes", fr: "trop d’octets" },
        Some(Misfit::TooShort { .. }) => Phrase { en: "too short", fr: "trop court" },
        _ => Phrase { en: "refused sign", fr: "signe refusé" },
    };
    phrase.get(lang)
}

/// Red for what does not fit, yellow for the last tenth, green else.
fn style(fit: &Fit) -> Style {
    let colour = match fit.limit {
        _ if !fit.is_fine() => AnsiColor::Red,
        None => return Style::new().dimmed(),
        Some(limit) if fit.length > limit - limit / 10 => AnsiColor::Yellow,
        Some(_) => AnsiColor::Green,
    };
    colour.on_default()
}

fn mark(fit: &Fit, ink: Ink) -> String {
    let style = style(fit);
    let mark = match (fit.is_fine(), fit.limit, ink) {
        (false, _, Ink::Unicode) => "✗",
        (false, _, Ink::Ascii) => "!",
        (true, None, Ink::Unicode) => "·",
        (true, Some(_), Ink::Unicode) => "✓",
        (true, None, Ink::Ascii) => "-",
        (true, Some(_), Ink::Ascii) => "+",
    };
    format!("{style}{mark}{style:#}")
}

/// How full it is; nothing where there is no limit.
fn drawn(fit: &Fit, cells: usize, ink: Ink) -> Option<String> {
    let limit = fit.limit?;
    let full = match limit {
        0 => cells * usize::from(fit.length > 0),
        _ => (fit.length.saturating_mul(cells) / limit).min(cells),
    };
    // The first letter shows, and only a text that fills the limit fills the bar.
    let full = full.max(usize::from(fit.length > 0)).min(cells);
    let (dark, light) = match ink {
        Ink::Unicode => ("█", "░"),
        Ink::Ascii => ("#", "."),
    };
    Some(format!("{}{}", dark.repeat(full), light.repeat(cells - full)))
}
