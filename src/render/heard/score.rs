//! The score: a bar, the gate, and a line for each family that lost points.

use super::{Heard, Look};
use crate::lang::Lang;
use crate::render::lines::{hang, pad, width};
use crate::render::plan::Ink;
use crate::tone::{FULL, Family, Score};
use anstyle::{AnsiColor, Style};

/// Columns of the bar of the whole score; the bars of its parts are to the same scale.
const BAR: u32 = 25;

/// The lines of the score, styled.
pub(super) fn score(heard: &Heard<'_>, look: &Look) -> String {
    let lang = look.findings.lang;
    let total = heard.score.total();
    let style = style(heard);
    let word = match lang {
        Lang::En => "score",
        Lang::Fr => "note",
    };
    let label = heard.label.map(|label| format!("{label}, ")).unwrap_or_default();
    let bar = whole(total, look.ink);
    let gate = gate(heard, lang).map(|gate| format!("  {gate}")).unwrap_or_default();
    let head = format!("{label}{word} {total} / {FULL}");
    let line = [head.as_str(), &bar, &gate].join("  ").trim_end().to_owned();
    let mut out = if width(&line) <= look.findings.width {
        format!("{head}  {style}{bar}{gate}{style:#}\n")
    } else {
        // What was decided stands before the bar, and the bar below.
        let gate = gate.trim_start();
        let all = [head.as_str(), gate].join(", ");
        let all = all.trim_end_matches(", ");
        let lines = hang("", all, look.findings.width);
        let lines = lines.iter().map(|line| format!("{style}{line}{style:#}\n"));
        format!("{}{style}{bar}{style:#}\n", lines.collect::<String>())
    };
    let parts: Vec<(Family, u32)> = Family::ALL
        .into_iter()
        .map(|family| (family, heard.score.lost(family)))
        .filter(|(_, lost)| *lost > 0)
        .collect();
    let name = parts.iter().map(|(family, _)| width(family.word().get(lang))).max().unwrap_or(0);
    let points = parts.iter().map(|(_, lost)| lost.to_string().len() + 1).max().unwrap_or(0);
    let longest = parts.iter().map(|(_, lost)| cells(*lost)).max().unwrap_or(0);
    for (family, lost) in parts {
        let figure = format!("−{lost}");
        let bar = dark(look.ink).repeat(cells(lost));
        let first = format!(
            "  {}  {}{figure}  {}  ",
            pad(family.word().get(lang), name),
            " ".repeat(points - width(&figure)),
            pad(&bar, longest),
        );
        let lines = hang(&first, &why(heard.score, family), look.findings.width);
        out.push_str(&lines.join("\n"));
        out.push('\n');
    }
    out
}

/// Green where the gate is passed, red where it is not; without a gate, by how much is left.
fn style(heard: &Heard<'_>) -> Style {
    let total = heard.score.total();
    let colour = match heard.gate {
        Some(_) if !heard.score.passes(heard.gate) => AnsiColor::Red,
        Some(_) => AnsiColor::Green,
        None if total < 50 => AnsiColor::Red,
        None if total < 80 => AnsiColor::Yellow,
        None => AnsiColor::Green,
    };
    colour.on_default()
}

fn gate(heard: &Heard<'_>, lang: Lang) -> Option<String> {
    let gate = heard.gate?;
    Some(match (heard.score.passes(heard.gate), lang) {
        (true, Lang::En) => format!("passes the gate of {gate}"),
        (true, Lang::Fr) => format!("passe le seuil de {gate}"),
        (false, Lang::En) => format!("under the gate of {gate}"),
        (false, Lang::Fr) => format!("sous le seuil de {gate}"),
    })
}

/// The rules that took points in a family, with how often each spoke: `jargon ×2, superlatifs`.
fn why(score: &Score, family: Family) -> String {
    let own = score.losses.iter().filter(|loss| loss.family == family);
    let said: Vec<String> = own
        .map(|loss| match loss.found {
            1 => loss.rule.clone(),
            n => format!("{} ×{n}", loss.rule),
        })
        .collect();
    said.join(", ")
}

fn dark(ink: Ink) -> &'static str {
    match ink {
        Ink::Unicode => "█",
        Ink::Ascii => "#",
    }
}

/// The columns of some points: one at least, and never more than the whole bar.
fn cells(points: u32) -> usize {
    usize::try_from((points * BAR / FULL).clamp(1, BAR)).unwrap_or(1)
}

fn whole(total: u32, ink: Ink) -> String {
    let full = usize::try_from(total * BAR / FULL).unwrap_or(0);
    let all = usize::try_from(BAR).unwrap_or(0);
    let light = match ink {
        Ink::Unicode => "░",
        Ink::Ascii => ".",
    };
    format!("{}{}", dark(ink).repeat(full), light.repeat(all - full))
}
