//! The week as a grid: days as columns, a row for each channel.

use super::view::View;
use super::{Ink, Shown, Voice};
use crate::lang::{Lang, date_short, weekday_short};
use crate::model::{ChannelIx, PlacedState};
use crate::render::lines::{cut, width, wrap};
use crate::render::words;
use crate::time::Week;
use anstyle::Style;
use chrono::{Datelike, NaiveDate};
use comfy_table::{
    Attribute, Cell, ColumnConstraint, ContentLineStyle, LineStyle, Table, TableStyle, Width,
};

/// The columns a day needs to be of use: a mark and a time of day.
const LEAST_DAY: usize = 9;
/// No day is wider than this: the grid is an overview.
const WIDEST_DAY: usize = 18;
/// The columns of the channels' names, at most.
const WIDEST_NAME: usize = 12;
/// Lines of a title in a cell.
const TITLE_LINES: usize = 2;

/// The grids of a plan, one a week when it is longer than seven days, each followed by an empty
/// line; then what the marks mean. Weeks without anything are left out.
#[must_use]
pub fn grids(shown: &Shown<'_>, view: &View, columns: usize, ink: Ink) -> String {
    let name = shown
        .channels
        .iter()
        .map(|ix| width(&words::channel(shown.ws, *ix, None)))
        .max()
        .unwrap_or(0)
        .min(WIDEST_NAME);
    let room = columns.saturating_sub(name);
    let days = (room / (LEAST_DAY + 1)).clamp(1, 7);
    let mut out = String::new();
    for chunk in chunks(shown.schedule.from, shown.schedule.to, days) {
        let day = (room / chunk.len()).saturating_sub(1).clamp(1, WIDEST_DAY);
        let sheet = Sheet { shown, view, ink, name, day, days: &chunk };
        if sheet.has_something() {
            out.push_str(&sheet.render());
            out.push('\n');
        }
    }
    if !out.is_empty() && shown.voice == Voice::Full {
        out.push_str(&legend(shown.lang, columns, ink));
    }
    out
}

/// The mark of a state.
#[must_use]
pub const fn mark(state: PlacedState, ink: Ink) -> &'static str {
    match (state, ink) {
        (PlacedState::Published, Ink::Unicode) => "●",
        (PlacedState::Locked, Ink::Unicode) => "■",
        (PlacedState::Kept, Ink::Unicode) => "◆",
        (PlacedState::Suggested, Ink::Unicode) => "◇",
        (PlacedState::Published, Ink::Ascii) => "P",
        (PlacedState::Locked, Ink::Ascii) => "L",
        (PlacedState::Kept, Ink::Ascii) => "K",
        (PlacedState::Suggested, Ink::Ascii) => "S",
    }
}

/// The mark of a slot to fill.
#[must_use]
pub const fn free_mark(ink: Ink) -> &'static str {
    match ink {
        Ink::Unicode => "·",
        Ink::Ascii => ".",
    }
}

fn legend(lang: Lang, columns: usize, ink: Ink) -> String {
    let states =
        [PlacedState::Published, PlacedState::Locked, PlacedState::Kept, PlacedState::Suggested];
    let free = match lang {
        Lang::En => "to\u{a0}fill",
        Lang::Fr => "à\u{a0}remplir",
    };
    let mut parts: Vec<String> = states
        .iter()
        .map(|state| {
            let word = words::state(*state).get(lang);
            format!("{}\u{a0}{word}", mark(*state, ink))
        })
        .collect();
    parts.push(format!("{}\u{a0}{free}", free_mark(ink)));
    let dim = Style::new().dimmed();
    wrap(&parts.join(" "), columns).iter().map(|line| format!("{dim}{line}{dim:#}\n")).collect()
}

/// The days in runs of at most `most`, cut at Mondays when there are more than seven.
fn chunks(from: NaiveDate, to: NaiveDate, most: usize) -> Vec<Vec<NaiveDate>> {
    let days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= to).collect();
    if days.len() <= 7 {
        return even(&days, most);
    }
    days.chunk_by(|a, b| Week::of(*a) == Week::of(*b)).flat_map(|week| even(week, most)).collect()
}

/// Runs of at most `most` days, as equal as can be.
fn even(days: &[NaiveDate], most: usize) -> Vec<Vec<NaiveDate>> {
    let runs = days.len().div_ceil(most.max(1)).max(1);
    let size = days.len().div_ceil(runs).max(1);
    days.chunks(size).map(<[_]>::to_vec).collect()
}

/// One grid.
struct Sheet<'a> {
    shown: &'a Shown<'a>,
    view: &'a View,
    ink: Ink,
    /// Columns of the channels' names.
    name: usize,
    /// Columns of a day.
    day: usize,
    days: &'a [NaiveDate],
}

impl Sheet<'_> {
    fn has_something(&self) -> bool {
        self.view.days.iter().any(|day| self.days.contains(&day.date))
            || self.view.free.iter().any(|free| self.days.contains(&free.local.date()))
    }

    fn render(&self) -> String {
        let mut table = Table::new();
        table.enforce_styling().load_style(match self.ink {
            Ink::Unicode => UNICODE,
            Ink::Ascii => ASCII,
        });
        let heads = self
            .days
            .iter()
            .map(|day| Cell::new(self.heading(*day)).add_attribute(Attribute::Bold));
        let corner = cut(&self.corner(), self.name, self.ink.ellipsis());
        table.set_header(std::iter::once(Cell::new(corner)).chain(heads));
        for channel in self.shown.channels {
            let name = words::channel(self.shown.ws, *channel, None);
            let name = Cell::new(cut(&name, self.name, self.ink.ellipsis()));
            let cells = self.days.iter().map(|day| self.cell(*channel, *day));
            table.add_row(std::iter::once(name.add_attribute(Attribute::Bold)).chain(cells));
        }
        let widths = std::iter::once(self.name).chain(self.days.iter().map(|_| self.day));
        for (column, width) in table.column_iter_mut().zip(widths) {
            let width = u16::try_from(width).unwrap_or(u16::MAX);
            column.set_padding((0, 0));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        format!("{}\n", table.trim_fmt())
    }

    /// The week's number, where the whole grid lies in one.
    fn corner(&self) -> String {
        let Some(first) = self.days.first() else {
            return String::new();
        };
        let week = Week::of(*first);
        let same = self.days.iter().all(|day| Week::of(*day) == week);
        match (same, self.shown.lang) {
            (false, _) => String::new(),
            (true, Lang::En) => format!("W{:02}", week.number()),
            (true, Lang::Fr) => format!("S{:02}", week.number()),
        }
    }

    /// `Mon 23`, or with the month where there is room.
    fn heading(&self, day: NaiveDate) -> String {
        let long = date_short(self.shown.lang, day);
        if width(&long) <= self.day {
            return long;
        }
        let short = weekday_short(self.shown.lang, day.weekday());
        cut(&format!("{short} {}", day.day()), self.day, self.ink.ellipsis())
    }

    fn cell(&self, channel: ChannelIx, date: NaiveDate) -> Cell {
        let mut entries: Vec<(chrono::NaiveTime, Vec<String>)> = Vec::new();
        let mut settled = true;
        for day in self.view.days.iter().filter(|day| day.date == date) {
            for row in day.rows.iter().filter(|row| row.channel_ix == channel) {
                settled &= !matches!(row.state, PlacedState::Suggested);
                let mut lines = vec![self.stamp(mark(row.state, self.ink), &row.short_time)];
                lines.extend(self.short_title(&row.title));
                entries.push((row.local.time(), lines));
            }
        }
        for free in &self.view.free {
            if free.channel_ix == channel && free.local.date() == date {
                let time = crate::lang::clock(self.shown.lang, free.local.time());
                let line = self.stamp(free_mark(self.ink), &time);
                settled = false;
                entries.push((free.local.time(), vec![line]));
            }
        }
        entries.sort_by_key(|(time, _)| *time);
        let lines: Vec<String> = entries.into_iter().flat_map(|(_, lines)| lines).collect();
        let cell = Cell::new(lines.join("\n"));
        match settled && !lines.is_empty() {
            true => cell.add_attribute(Attribute::Dim),
            false => cell,
        }
    }

    fn stamp(&self, mark: &str, time: &str) -> String {
        cut(&format!("{mark} {time}"), self.day, self.ink.ellipsis())
    }

    /// The beginning of a title on a few lines.
    fn short_title(&self, title: &str) -> Vec<String> {
        let mut lines = wrap(title, self.day);
        if lines.len() > TITLE_LINES {
            let rest = lines.split_off(TITLE_LINES - 1).join(" ");
            lines.push(cut(&rest, self.day, self.ink.ellipsis()));
        }
        lines
    }
}

/// Lines between days and channels, none around.
const UNICODE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction('│'))
    .header_separator(LineStyle::none().fill('─').junction('┼'))
    .content_lines(ContentLineStyle::none().junction('│'))
    .row_separator(LineStyle::none().fill('─').junction('┼'));

/// The same in ASCII.
const ASCII: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction('|'))
    .header_separator(LineStyle::none().fill('-').junction('+'))
    .content_lines(ContentLineStyle::none().junction('|'))
    .row_separator(LineStyle::none().fill('-').junction('+'));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn long_plans_are_cut_at_mondays() {
        let sizes = |from, to, most| -> Vec<usize> {
            chunks(day(from), day(to), most).iter().map(Vec::len).collect()
        };
        assert_eq!(sizes("2026-11-25", "2026-12-01", 7), [7]);
        assert_eq!(sizes("2026-11-25", "2026-12-08", 7), [5, 7, 2]);
        assert_eq!(sizes("2026-11-23", "2026-11-29", 3), [3, 3, 1]);
        assert_eq!(sizes("2026-11-23", "2026-11-29", 5), [4, 3]);
    }

    #[test]
    fn grids_fit_and_hold_every_slot() {
        let museum = museum();
        for lang in Lang::ALL {
            let shown = museum.shown(lang);
            let view = View::of(&shown);
            for (columns, ink) in [(40, Ink::Ascii), (80, Ink::Unicode), (140, Ink::Unicode)] {
                let text =
                    anstream::adapter::strip_str(&grids(&shown, &view, columns, ink)).to_string();
                let widest = text.lines().map(width).max().unwrap();
                assert!(widest <= columns, "{widest} > {columns}\n{text}");
                let open = match ink {
                    Ink::Unicode => '◇',
                    Ink::Ascii => 'S',
                };
                let marks = text.lines().filter(|line| line.contains('|') || line.contains('│'));
                let marks = marks
                    .flat_map(|line| line.match_indices(&format!("{open} ")).collect::<Vec<_>>())
                    .count();
                assert_eq!(marks, 3, "{text}");
                assert!(ink == Ink::Unicode || !text.contains(['│', '◇', '…']));
            }
        }
    }
}
