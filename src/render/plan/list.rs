//! A plan as a list: day by day, then what is missing, then the figures.

use super::chances::{ChancesTold, Seized};
use super::changes::{ChangeRow, ChangesTold};
use super::dates::DateToKnow;
use super::grid::{free_mark, mark};
use super::numbers::{MixRow, MixTable};
use super::overdue::Overdue;
use super::people::{PeopleTold, Urgency};
use super::view::{Absent, Day, Opening, Row, View};
use super::{Ink, Shown};
use crate::lang::{Lang, count};
use crate::model::{ChangeKind, PlacedState};
use crate::render::lines::{cut, hang, pad, width, wrap};
use anstyle::{AnsiColor, Style};

/// Reasons shown for one slot; `why` has the rest.
const REASONS: usize = 2;
/// From this width on, what is about a post stands beside its title.
const WIDE: usize = 110;
/// Cells of a bar of the mix.
const BAR: usize = 16;
/// The columns of a lane's name, at most.
const WIDEST_NAME: usize = 20;

/// How the list is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    /// Columns of the terminal.
    pub columns: usize,
    /// Symbols or letters.
    pub ink: Ink,
    /// The language.
    pub lang: Lang,
}

/// The parts below the grid, one after the other.
pub(super) fn parts(shown: &Shown<'_>, view: &View, pen: Pen) -> String {
    let mut out = String::new();
    let say = |en, fr| match shown.lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    if let Some(changes) = &view.changes {
        pen.heading(&mut out, say("What changes", "Ce qui change"));
        pen.changes(&mut out, changes);
    }
    let widths = pen.widths(view);
    for day in &view.days {
        out.push_str(&pen.day(day, widths));
    }
    if !view.overdue.is_empty() {
        pen.heading(&mut out, say("Overdue", "En retard"));
        view.overdue.iter().for_each(|late| pen.overdue(&mut out, late));
    }
    if !view.people.tasks.is_empty() {
        pen.heading(&mut out, say("Next steps", "À faire"));
        pen.tasks(&mut out, &view.people);
    }
    if !view.left_out.is_empty() {
        let n = view.left_out.len();
        pen.heading(
            &mut out,
            &match shown.lang {
                Lang::En => count(shown.lang, n, "post without a slot", "posts without a slot"),
                Lang::Fr => {
                    count(shown.lang, n, "publication sans créneau", "publications sans créneau")
                }
            },
        );
        view.left_out.iter().for_each(|absent| pen.absent(&mut out, absent));
    }
    if let Some(others) = &view.other_days {
        pen.aside(&mut out, others);
    }
    if !view.free.is_empty() {
        pen.heading(&mut out, say("Slots to fill", "Créneaux à remplir"));
        pen.openings(&mut out, &view.free);
    }
    pen.figures(&mut out, shown.lang, view);
    out
}

impl Pen {
    /// The mix, the cadence, the dates to know and what is known of hours.
    fn figures(self, out: &mut String, lang: Lang, view: &View) {
        let say = |en, fr| match lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        for table in &view.mix {
            let heading = format!("{} · {}", say("Mix", "Mix éditorial"), table.heading);
            self.heading(out, &self.plain(&heading));
            self.mix(out, table);
        }
        if !view.cadence.is_empty() {
            self.heading(out, say("Cadence", "Cadence"));
            self.cadence(out, view);
        }
        if !view.chances.rows.is_empty() {
            self.heading(out, say("Dates to seize", "Dates à saisir"));
            self.chances(out, &view.chances);
        }
        if !view.people.team.is_empty() {
            self.heading(out, say("Team", "Équipe"));
            self.team(out, &view.people.team);
        }
        if !view.dates.is_empty() {
            self.heading(out, say("Dates to know", "Dates à connaître"));
            self.dates(out, &view.dates);
        }
        if !view.hours.is_empty() {
            self.heading(out, say("Posting times", "Heures de publication"));
            for line in &view.hours {
                self.push(out, Style::new(), &hang("  ", &self.plain(line), self.columns));
            }
        }
    }

    /// An empty line, then a heading.
    pub(super) fn heading(self, out: &mut String, text: &str) {
        let bold = Style::new().bold();
        out.push('\n');
        for line in wrap(text, self.columns) {
            out.push_str(&format!("{bold}{line}{bold:#}\n"));
        }
    }

    /// An empty line, then a remark.
    fn aside(self, out: &mut String, text: &str) {
        out.push('\n');
        let dim = Style::new().dimmed();
        self.push(out, dim, &wrap(text, self.columns));
    }

    fn push(self, out: &mut String, style: Style, lines: &[String]) {
        for line in lines {
            out.push_str(&format!("{style}{line}{style:#}\n"));
        }
    }

    fn day(self, day: &Day, widths: (usize, usize)) -> String {
        let mut out = String::new();
        self.heading(&mut out, &day.name);
        for row in &day.rows {
            self.row(&mut out, row, widths);
        }
        out
    }

    /// The columns of the times and of the channels, the same on every day.
    fn widths(self, view: &View) -> (usize, usize) {
        let rows = || view.days.iter().flat_map(|day| &day.rows);
        let time = rows().map(|row| width(&row.time)).max();
        let lane = rows().map(|row| width(&row.channel)).max();
        (time.unwrap_or(0), lane.unwrap_or(0).min(self.widest_name()))
    }

    fn widest_name(self) -> usize {
        WIDEST_NAME.min(self.columns / 4)
    }

    fn row(self, out: &mut String, row: &Row, (time, lane): (usize, usize)) {
        let style = match row.state {
            PlacedState::Suggested => Style::new().fg_color(Some(AnsiColor::Cyan.into())),
            PlacedState::Published => Style::new().dimmed(),
            PlacedState::Locked | PlacedState::Kept => Style::new(),
        };
        let stamp = format!("{} {}", mark(row.state, self.ink), pad(&row.time, time));
        let name = pad(&cut(&row.channel, lane, self.ink.ellipsis()), lane);
        let first = format!("  {stamp}  {name}  ");
        let indent = " ".repeat(width(&first));
        let dim = Style::new().dimmed();
        let about = self.plain(&row.about());
        let title_room = (self.columns.saturating_sub(width(&first))) / 2;
        let named = width(&row.title) + 2 + width(&row.id);
        if self.columns >= WIDE && named <= title_room {
            let (title, id) = (&row.title, &row.id);
            let gap = " ".repeat(title_room - named + 2);
            let mut about = wrap(&about, self.columns - width(&first) - title_room - 2).into_iter();
            let beside = about.next().unwrap_or_default();
            out.push_str(&format!(
                "{style}{first}{title}{style:#}  {dim}{id}{dim:#}{gap}{style}{beside}{style:#}\n"
            ));
            let below = " ".repeat(width(&first) + title_room + 2);
            about.for_each(|rest| self.push(out, style, &[format!("{below}{rest}")]));
        } else {
            self.titled(out, style, &first, (&row.title, &row.id));
            self.push(out, dim, &hang(&indent, &about, self.columns));
        }
        let reasons = row.reasons.iter().take(REASONS).chain(&row.costs);
        let notes = row.elsewhere.iter().chain(reasons);
        for note in notes {
            let lead = format!("{indent}{} ", self.bullet());
            self.push(out, dim, &hang(&lead, note, self.columns));
        }
    }

    /// Words after `first`, then the post's id, dim, on the last line if it fits there.
    fn titled(self, out: &mut String, style: Style, first: &str, (words, id): (&str, &str)) {
        let dim = Style::new().dimmed();
        let mut lines = hang(first, words, self.columns);
        let last = lines.pop().unwrap_or_default();
        self.push(out, style, &lines);
        if width(&last) + 2 + width(id) <= self.columns {
            out.push_str(&format!("{style}{last}{style:#}  {dim}{id}{dim:#}\n"));
            return;
        }
        self.push(out, style, &[last]);
        self.push(out, dim, &hang(&" ".repeat(width(first)), id, self.columns));
    }

    fn overdue(self, out: &mut String, late: &Overdue) {
        let lead = match self.ink {
            Ink::Unicode => "  ⚠ ",
            Ink::Ascii => "  ! ",
        };
        let words = format!("{}, {}, {}", late.title, late.channel, late.date);
        self.titled(out, yellow(), lead, (&words, &late.id));
    }

    pub(super) const fn bullet(self) -> &'static str {
        match self.ink {
            Ink::Unicode => "↳",
            Ink::Ascii => "-",
        }
    }

    const fn arrow(self) -> &'static str {
        match self.ink {
            Ink::Unicode => "→",
            Ink::Ascii => ">",
        }
    }

    fn absent(self, out: &mut String, absent: &Absent) {
        let head = format!("{}, {}", absent.title, absent.channel);
        let lead = match self.ink {
            Ink::Unicode => "  ✗ ",
            Ink::Ascii => "  x ",
        };
        self.titled(out, yellow(), lead, (&head, &absent.id));
        for (reason, change) in &absent.reasons {
            let lead = format!("    {} ", self.bullet());
            self.push(out, Style::new(), &hang(&lead, reason, self.columns));
            if let Some(change) = change {
                let lead = format!("      {} ", self.arrow());
                self.push(out, Style::new().bold(), &hang(&lead, change, self.columns));
            }
        }
    }

    fn changes(self, out: &mut String, changes: &ChangesTold) {
        let summary = self.plain(&changes.summary);
        self.push(out, Style::new(), &hang("  ", &summary, self.columns));
        changes.rows.iter().for_each(|row| self.change(out, row));
    }

    /// One change: what, from where to where, and why.
    pub(super) fn change(self, out: &mut String, row: &ChangeRow) {
        let (sign, style) = match (row.kind, self.ink) {
            (ChangeKind::Moved, Ink::Unicode) => ("→", Style::new()),
            (ChangeKind::Moved, Ink::Ascii) => (">", Style::new()),
            (ChangeKind::Removed, Ink::Unicode) => ("✗", yellow()),
            (ChangeKind::Removed, Ink::Ascii) => ("x", yellow()),
            (ChangeKind::Added, _) => ("+", Style::new()),
        };
        self.titled(out, style, &format!("  {sign} "), (&row.head, &row.id));
        self.push(out, Style::new(), &hang("    ", &row.route, self.columns));
        for reason in &row.reasons {
            let lead = format!("    {} ", self.bullet());
            self.push(out, Style::new().dimmed(), &hang(&lead, reason, self.columns));
        }
    }

    fn openings(self, out: &mut String, free: &[Opening]) {
        let moment = free.iter().map(|free| width(&free.moment)).max();
        let name = free.iter().map(|free| width(&free.channel)).max();
        let name = name.unwrap_or(0).min(self.widest_name());
        for free in free {
            let channel = cut(&free.channel, name, self.ink.ellipsis());
            let first = format!(
                "  {} {}  {}  ",
                free_mark(self.ink),
                pad(&free.moment, moment.unwrap_or(0)),
                pad(&channel, name)
            );
            self.push(out, Style::new(), &hang(&first, &free.idea, self.columns));
            if let Some(comeback) = &free.comeback {
                let lead = format!("    {} ", self.bullet());
                self.push(out, Style::new().dimmed(), &hang(&lead, comeback, self.columns));
            }
        }
    }

    fn mix(self, out: &mut String, table: &MixTable) {
        let widest = |of: fn(&MixRow) -> usize| table.rows.iter().map(of).max().unwrap_or(0);
        let share = widest(|row| width(&row.share));
        let wanted = widest(|row| width(&row.wanted));
        let most = table.rows.iter().map(|row| row.tenths.max(row.target)).max();
        let judgement = widest(|row| width(row.judgement));
        let fixed = 2 + 2 + BAR + 2 + share + 2 + wanted + 2 + judgement;
        let name = widest(|row| width(&row.name)).min(self.columns.saturating_sub(fixed).max(10));
        for row in &table.rows {
            let first = format!(
                "  {}  {}  {}{}  ",
                pad(&cut(&row.name, name, self.ink.ellipsis()), name),
                self.bar(row, most.unwrap_or(0)),
                " ".repeat(share.saturating_sub(width(&row.share))),
                row.share,
            );
            let judgement = match table.remark {
                Some(_) => "",
                None => row.judgement,
            };
            let tail = format!("{}  {judgement}", pad(&row.wanted, wanted));
            let lines = match width(&first) + width(&tail) <= self.columns {
                true => vec![format!("{first}{}", tail.trim_end())],
                false => hang(&first, &format!("{} {judgement}", row.wanted), self.columns),
            };
            self.push(out, Style::new(), &lines);
        }
        if let Some(remark) = table.remark {
            let posts = self.of(table.of);
            self.push(
                out,
                Style::new().dimmed(),
                &hang("  ", &format!("{posts}, {remark}"), self.columns),
            );
        }
    }

    fn of(self, n: usize) -> String {
        match self.lang {
            Lang::En => count(self.lang, n, "post in all", "posts in all"),
            Lang::Fr => count(self.lang, n, "publication en tout", "publications en tout"),
        }
    }

    /// A bar as long as the share, with the target marked, on the scale of the window.
    fn bar(self, row: &MixRow, most: i64) -> String {
        let size = i64::try_from(BAR).unwrap_or(1);
        let cells = |tenths: i64| (tenths * size + most / 2).checked_div(most).unwrap_or(0);
        let (full, target) = (cells(row.tenths), cells(row.target));
        let (block, goal) = match self.ink {
            Ink::Unicode => ('▇', '│'),
            Ink::Ascii => ('#', '|'),
        };
        (1..=size)
            .map(|cell| match cell {
                _ if cell <= full => block,
                _ if cell == target => goal,
                _ => ' ',
            })
            .collect()
    }

    fn cadence(self, out: &mut String, view: &View) {
        let name = view.cadence.iter().map(|row| width(&row.channel)).max();
        let name = name.unwrap_or(0).min(self.widest_name());
        for row in &view.cadence {
            let channel = pad(&cut(&row.channel, name, self.ink.ellipsis()), name);
            let week = row.week.as_ref().map(|week| format!("{week}  "));
            let first = format!("  {channel}  {}", week.unwrap_or_default());
            let text = match &row.remark {
                Some(remark) => format!("{} · {remark}", self.plain(&row.figures)),
                None => self.plain(&row.figures),
            };
            self.push(out, Style::new(), &hang(&first, &self.plain(&text), self.columns));
        }
    }

    /// What each person has to do; late steps stand out.
    fn tasks(self, out: &mut String, people: &PeopleTold) {
        for tasks in &people.tasks {
            self.push(out, Style::new(), &hang("  ", &tasks.who, self.columns));
            for task in &tasks.steps {
                let (lead, style) = match (task.urgency, self.ink) {
                    (Urgency::Late, Ink::Unicode) => ("    ⚠ ", yellow()),
                    (Urgency::Late, Ink::Ascii) => ("    ! ", yellow()),
                    (Urgency::Due, Ink::Unicode) => ("    · ", Style::new()),
                    (Urgency::Due, Ink::Ascii) => ("    - ", Style::new()),
                };
                self.push(out, style, &hang(lead, &self.plain(&task.text), self.columns));
            }
        }
        for remark in &people.remarks {
            let remark = match self.ink {
                Ink::Unicode => remark.clone(),
                Ink::Ascii => remark.replace('…', "..."),
            };
            self.push(out, Style::new().dimmed(), &hang("  ", &remark, self.columns));
        }
    }

    /// A line for each person.
    fn team(self, out: &mut String, team: &[(String, String)]) {
        let name = team.iter().map(|(name, _)| width(name)).max();
        let name = name.unwrap_or(0).min(self.widest_name());
        for (who, text) in team {
            let first = format!("  {}  ", pad(&cut(who, name, self.ink.ellipsis()), name));
            self.push(out, Style::new(), &hang(&first, &self.plain(text), self.columns));
        }
    }

    /// Without the signs that plain terminals lack.
    pub(super) fn plain(self, text: &str) -> String {
        match self.ink {
            Ink::Unicode => text.to_owned(),
            Ink::Ascii => text.replace(['–', '·'], "-"),
        }
    }

    fn chances(self, out: &mut String, chances: &ChancesTold) {
        let when = chances.rows.iter().map(|row| width(&row.when)).max();
        let when = when.unwrap_or(0).min(self.columns / 2);
        for row in &chances.rows {
            let first = format!("  {}  ", pad(&row.when, when));
            let text = self.plain(&format!("{} · {}", row.name, row.posts));
            let style = match row.state {
                Seized::Yes => Style::new(),
                Seized::NotYet => yellow(),
            };
            self.push(out, style, &hang(&self.plain(&first), &text, self.columns));
        }
        if let Some(more) = &chances.more {
            let more = more.replace('…', self.ink.ellipsis());
            self.push(out, Style::new().dimmed(), &hang("  ", &more, self.columns));
        }
    }

    fn dates(self, out: &mut String, dates: &[DateToKnow]) {
        let when = dates.iter().map(|date| width(&date.when)).max();
        let when = when.unwrap_or(0).min(self.columns / 2);
        for date in dates {
            let text = match date.effect {
                Some(effect) => format!("{} · {effect}", date.name),
                None => date.name.clone(),
            };
            let first = self.plain(&format!("  {}  ", pad(&date.when, when)));
            self.push(out, Style::new(), &hang(&first, &self.plain(&text), self.columns));
        }
    }
}

fn yellow() -> Style {
    Style::new().fg_color(Some(AnsiColor::Yellow.into()))
}
