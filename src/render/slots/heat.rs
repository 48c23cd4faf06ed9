//! The week as a heat map: a row a day, a column an hour, five steps, each with its digit, so that it reads
//! without colour too.
//!
//! The colours run from dark blue to bright yellow, evenly in lightness: they keep their order for every
//! kind of colour vision and in grey. Where hardly any post stands behind a cell, it says so.

use crate::lang::{Lang, Phrase, weekday_short};
use crate::model::{Advice, Known, Timing};
use crate::render::lines::{hang, pad, width};
use crate::render::plan::Ink;
use anstyle::{Ansi256Color, Style};
use chrono::Weekday;

/// A week in steps or in numbers of posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// What the cells hold.
    pub holds: Holds,
    /// The heads of the columns: hours, or one for the whole day.
    pub heads: Vec<String>,
    /// By weekday: its cells.
    pub rows: Vec<(Weekday, Vec<Cell>)>,
}

/// What a map tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// How posts do there, in steps.
    Steps,
    /// How many posts went out there.
    Counts,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// From 1, far less than usual, to 5, far more; none: hardly any posts.
    pub step: Option<u8>,
    /// Posts that went out then.
    pub posts: usize,
}

/// Scores from which on a slot is better or worse than usual: e^0.03 − 1 is 3 %.
const SLIGHT: f64 = 0.03;
/// … and far better or worse: e^0.1 − 1 is 10.5 %.
const CLEAR: f64 = 0.1;

/// The step of a score, 1–5.
#[must_use]
pub fn step(score: f64) -> u8 {
    match score {
        s if s <= -CLEAR => 1,
        s if s <= -SLIGHT => 2,
        s if s < SLIGHT => 3,
        s if s < CLEAR => 4,
        _ => 5,
    }
}

impl Heat {
    /// The map of a channel: steps where its hours are scored, else where it posted.
    #[must_use]
    pub fn of(timing: &Timing, advice: &Advice) -> Self {
        let scores = timing.evidence.scores();
        let cell = |slots: std::ops::Range<usize>, at: usize| {
            let behind = timing.n_eff.get(at).copied().unwrap_or(0.0);
            let known = scores && behind >= Timing::HARDLY_ANY;
            Cell {
                step: known.then(|| step(timing.score.get(at).copied().unwrap_or(0.0))),
                posts: advice.counts.get(slots).unwrap_or_default().iter().sum(),
            }
        };
        let days = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        let rows = days.into_iter().enumerate().map(|(day, name)| {
            let start = day * 24;
            let cells = match timing.known {
                Known::Day => vec![cell(start..start + 24, start + 12)],
                Known::Minute => advice
                    .hours
                    .clone()
                    .map(|hour| cell(start + hour..start + hour + 1, start + hour))
                    .collect(),
            };
            (name, cells)
        });
        Self {
            holds: if scores { Holds::Steps } else { Holds::Counts },
            heads: match timing.known {
                Known::Day => vec![String::new()],
                Known::Minute => advice.hours.clone().map(|hour| hour.to_string()).collect(),
            },
            rows: rows.collect(),
        }
    }

    /// What stands in a cell.
    #[must_use]
    pub fn text(&self, cell: Cell, ink: Ink) -> String {
        match (self.holds, cell.step, cell.posts) {
            (Holds::Steps, Some(step), _) => step.to_string(),
            (Holds::Steps, None, _) | (Holds::Counts, _, 0) => blank(ink).to_owned(),
            (Holds::Counts, _, posts) => posts.to_string(),
        }
    }

    /// The map as styled lines of at most `columns` columns, cut into as many blocks as that takes.
    #[must_use]
    pub fn lines(&self, lang: Lang, columns: usize, ink: Ink) -> Vec<String> {
        if self.heads.len() == 1 {
            return self.days(lang, columns, ink);
        }
        let label = 5;
        let longest = |cells: &[Cell]| cells.iter().map(|c| self.text(*c, ink).len()).max();
        let most = self.rows.iter().filter_map(|(_, cells)| longest(cells)).max().unwrap_or(1);
        let cell = if most > 2 { most + 1 } else { 3 };
        let room = columns.saturating_sub(label).max(cell) / cell;
        let blocks = self.heads.len().div_ceil(room);
        let size = self.heads.len().div_ceil(blocks.max(1)).max(1);
        let mut out = Vec::new();
        for start in (0..self.heads.len()).step_by(size) {
            if start > 0 {
                out.push(String::new());
            }
            let end = (start + size).min(self.heads.len());
            let heads = self.heads[start..end].iter().map(|head| format!("{head:>cell$}"));
            let dim = Style::new().dimmed();
            out.push(format!("{}{dim}{}{dim:#}", " ".repeat(label), heads.collect::<String>()));
            for (day, cells) in &self.rows {
                let name = pad(weekday_short(lang, *day), label);
                let drawn = cells[start..end].iter().map(|one| self.drawn(*one, cell, ink));
                out.push(format!("{name}{}", drawn.collect::<String>()));
            }
        }
        out
    }

    /// Seven cells in a row, where only days are known.
    fn days(&self, lang: Lang, columns: usize, ink: Ink) -> Vec<String> {
        let wide = (columns / 7).clamp(5, 7);
        let dim = Style::new().dimmed();
        let heads = self.rows.iter().map(|(day, _)| {
            let name = weekday_short(lang, *day);
            format!("{}{name}", " ".repeat(wide - width(name).min(wide)))
        });
        let cells = self.rows.iter().filter_map(|(_, cells)| cells.first());
        vec![
            format!("{dim}{}{dim:#}", heads.collect::<String>()),
            cells.map(|one| self.drawn(*one, wide, ink)).collect(),
        ]
    }

    fn drawn(&self, cell: Cell, columns: usize, ink: Ink) -> String {
        let text = self.text(cell, ink);
        let gap = " ".repeat(columns.saturating_sub(width(&text)));
        // Numbers of posts have no colours of their own: busy hours are not good ones.
        let style = match (self.holds, cell.posts) {
            (Holds::Counts, 1..) => Style::new().bold(),
            (Holds::Counts, 0) | (Holds::Steps, _) => paint(cell.step),
        };
        format!("{style}{gap}{text}{style:#}")
    }

    /// What a step means, in words: the digits in their colours, then what the rest means; lines of at
    /// most `columns` columns.
    #[must_use]
    pub fn legend(&self, lang: Lang, columns: usize, ink: Ink) -> Vec<String> {
        let dim = Style::new().dimmed();
        let mut out: Vec<String> = Vec::new();
        let mut used = columns;
        let steps = words(lang).into_iter().zip(1_u8..);
        for (word, step) in steps.filter(|_| self.holds == Holds::Steps) {
            let style = paint(Some(step));
            let one = format!("{style} {step} {style:#} {dim}{word}{dim:#}");
            let wide = 4 + width(word);
            match out.last_mut() {
                Some(line) if used + 1 + wide <= columns => {
                    line.push_str(&format!(" {one}"));
                    used += 1 + wide;
                }
                _ => {
                    out.push(one);
                    used = wide;
                }
            }
        }
        if self.has_blanks() {
            let lead = format!(" {}  ", blank(ink));
            let lines = hang(&lead, self.unknown().get(lang), columns);
            out.extend(lines.iter().map(|line| format!("{dim}{line}{dim:#}")));
        }
        out
    }

    const fn unknown(&self) -> Phrase {
        match self.holds {
            Holds::Counts => Phrase { en: "none yet", fr: "aucune pour l’instant" },
            Holds::Steps => Phrase {
                en: "hardly any posts near it: nobody knows",
                fr: "presque aucune publication autour\u{a0}: on n’en sait rien",
            },
        }
    }

    /// Whether some cell says that nobody knows.
    fn has_blanks(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|(_, cells)| cells);
        cells.any(|cell| match self.holds {
            Holds::Steps => cell.step.is_none(),
            Holds::Counts => cell.posts == 0,
        })
    }
}

/// What the five steps mean, the least first.
#[must_use]
pub fn words(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::En => ["far less than your usual", "less", "as usual", "more", "far more"],
        Lang::Fr => ["bien moins que d’habitude", "moins", "autant", "plus", "bien plus"],
    }
}

/// A cell that says nothing.
const fn blank(ink: Ink) -> &'static str {
    match ink {
        Ink::Unicode => "·",
        Ink::Ascii => ".",
    }
}

/// The colours of a shade.
fn paint(shade: Option<u8>) -> Style {
    let (back, front) = match shade {
        None => return Style::new().dimmed(),
        Some(1) => (18, 231),
        Some(2) => (60, 231),
        Some(3) => (246, 16),
        Some(4) => (179, 16),
        Some(_) => (227, 16),
    };
    Style::new()
        .bg_color(Some(Ansi256Color(back).into()))
        .fg_color(Some(Ansi256Color(front).into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evidence;
    use crate::render::slots::sample::past;

    fn heat(grade: Evidence, channel: usize) -> Heat {
        let past = past(grade);
        let timing = past.ws.past.timing[channel].as_ref().unwrap();
        Heat::of(timing, past.advice[channel].as_ref().unwrap())
    }

    fn text(heat: &Heat, columns: usize, ink: Ink) -> String {
        let lines = heat.lines(Lang::Fr, columns, ink).join("\n");
        anstream::adapter::strip_str(&lines).to_string()
    }

    #[test]
    fn five_steps_around_the_usual() {
        let scores = [-0.3, -0.1, -0.05, -0.029, 0.0, 0.029, 0.03, 0.09, 0.1];
        assert_eq!(scores.map(step), [1, 1, 2, 3, 3, 3, 4, 4, 5]);
    }

    #[test]
    fn it_reads_without_colour_and_says_what_nobody_knows() {
        let past = past(Evidence::Weak);
        let mut timing = past.ws.past.timing[0].clone().unwrap();
        timing.n_eff[7] = 2.9;
        let heat = Heat::of(&timing, past.advice[0].as_ref().unwrap());
        let drawn = text(&heat, 80, Ink::Unicode);
        let lines: Vec<&str> = drawn.lines().collect();
        assert_eq!(lines.len(), 8);
        assert_eq!(lines[0], "       7  8  9 10 11 12 13 14 15 16 17 18 19 20");
        assert_eq!(lines[1], "lun.   ·  5  5  3  4  3  3  1  1  1  2  3  3  3");
        assert!(text(&heat, 80, Ink::Ascii).contains("lun.   .  5"));
        let legend = heat.legend(Lang::Fr, 80, Ink::Unicode).join("\n");
        assert!(legend.contains("on n’en sait rien") && !legend.contains('%'), "{legend}");
    }

    #[test]
    fn without_an_effect_it_shows_where_posts_went_out_and_no_step() {
        let heat = heat(Evidence::NoEffect, 0);
        assert_eq!(heat.holds, Holds::Counts);
        assert!(heat.rows.iter().flat_map(|(_, cells)| cells).all(|cell| cell.step.is_none()));
        let drawn = text(&heat, 80, Ink::Unicode);
        assert!(drawn.contains(" 153 "), "{drawn}");
        let legend = heat.legend(Lang::En, 80, Ink::Unicode).join("");
        assert!(legend.contains("none yet") && !legend.contains("usual"), "{legend}");
    }

    #[test]
    fn days_alone_are_seven_cells() {
        let drawn = text(&heat(Evidence::Some, 1), 80, Ink::Unicode);
        assert_eq!(drawn.lines().count(), 2);
        assert_eq!(drawn.matches('3').count(), 7, "{drawn}");
    }

    #[test]
    fn a_narrow_screen_gets_blocks() {
        let drawn = text(&heat(Evidence::Weak, 0), 40, Ink::Unicode);
        assert_eq!(drawn.lines().count(), 8 + 1 + 8, "{drawn}");
    }
}
