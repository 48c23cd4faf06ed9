//! A plan as Markdown, for a mail, a wiki or a pull request.
//!
//! Text of the user's can't become markup: what Markdown or HTML would obey is escaped.

use super::changes::ChangeRow;
use super::people::Urgency;
use super::view::{Absent, Day, View};
use super::{Shown, Voice};
use crate::lang::{Lang, count};
use crate::render::words;

/// The plan as headings and tables.
#[must_use]
pub fn render(shown: &Shown<'_>) -> String {
    let view = View::of(shown);
    let say = |en, fr| match shown.lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    let mut out = format!("# {}\n\n", escape(&format!("{} · {}", view.brand, view.span)));
    let verdict = view.verdict.iter().map(|verdict| format!(" · {}", escape(verdict)));
    out.push_str(&format!("{}{}\n", escape(&view.clock), verdict.collect::<String>()));
    if let Some(remark) = shown.remark {
        out.push_str(&format!("\n{}\n", escape(remark)));
    }
    if let Some(changes) = &view.changes {
        heading(&mut out, say("What changes", "Ce qui change"));
        out.push_str(&format!("{}\n", escape(&changes.summary)));
        if !changes.rows.is_empty() {
            out.push('\n');
        }
        changes.rows.iter().for_each(|row| change(&mut out, row));
    }
    for day in &view.days {
        out.push_str(&day_table(shown.lang, day));
    }
    if !view.overdue.is_empty() {
        heading(&mut out, say("Overdue", "En retard"));
        for late in &view.overdue {
            let title = titled(&format!("**{}**", escape(&late.title)), &late.id);
            let (channel, date) = (escape(&late.channel), escape(&late.date));
            out.push_str(&format!("- {title}, {channel}, {date}\n"));
        }
    }
    people(&mut out, shown.lang, &view);
    if !view.left_out.is_empty() {
        heading(&mut out, say("Without a slot", "Sans créneau"));
        view.left_out.iter().for_each(|left| absent(&mut out, left));
    }
    if let Some(others) = &view.other_days {
        out.push_str(&format!("\n{}\n", escape(others)));
    }
    if !view.free.is_empty() {
        heading(&mut out, say("Slots to fill", "Créneaux à remplir"));
        for free in &view.free {
            let (moment, channel) = (escape(&free.moment), escape(&free.channel));
            out.push_str(&format!("- {moment}, {channel} · {}\n", escape(&free.idea)));
            if let Some(comeback) = &free.comeback {
                out.push_str(&format!("  - {}\n", escape(comeback)));
            }
        }
    }
    mix(&mut out, shown, &view);
    cadence_and_dates(&mut out, shown.lang, &view);
    if !shown.problems.is_empty() {
        heading(&mut out, say("To mend first", "À corriger d’abord"));
        for problem in shown.problems {
            let problem = crate::render::lines::one_line(problem);
            out.push_str(&format!("- {}\n", words_of_ours(&problem)));
        }
    }
    if shown.voice == Voice::Full {
        for step in &view.next {
            out.push_str(&format!("\n**{}**\n", words_of_ours(step)));
        }
    }
    out
}

/// The cadence, the dates to know, then what is known of hours.
fn cadence_and_dates(out: &mut String, lang: Lang, view: &View) {
    if !view.cadence.is_empty() {
        heading(out, "Cadence");
        for row in &view.cadence {
            let week = row.week.iter().map(|week| format!(" {week}")).collect::<String>();
            let remark = row.remark.iter().map(|remark| format!(", {remark}")).collect::<String>();
            let text = format!("{}{week} · {}{remark}", row.channel, row.figures);
            out.push_str(&format!("- {}\n", escape(&text)));
        }
    }
    if !view.chances.rows.is_empty() {
        heading(
            out,
            match lang {
                Lang::En => "Dates to seize",
                Lang::Fr => "Dates à saisir",
            },
        );
        for row in &view.chances.rows {
            let text = format!("{} · {} · {}", row.when, row.name, row.posts);
            out.push_str(&format!("- {}\n", escape(&text)));
        }
        if let Some(more) = &view.chances.more {
            out.push_str(&format!("- {}\n", escape(more)));
        }
    }
    if !view.people.team.is_empty() {
        heading(out, if lang == Lang::Fr { "Équipe" } else { "Team" });
        for (who, text) in &view.people.team {
            out.push_str(&format!("- {}\n", escape(&format!("{who} · {text}"))));
        }
    }
    if !view.dates.is_empty() {
        heading(
            out,
            match lang {
                Lang::En => "Dates to know",
                Lang::Fr => "Dates à connaître",
            },
        );
        for date in &view.dates {
            let effect =
                date.effect.iter().map(|effect| format!(" ({effect})")).collect::<String>();
            let text = format!("{} · {}{effect}", date.when, date.name);
            out.push_str(&format!("- {}\n", escape(&text)));
        }
    }
    if !view.hours.is_empty() {
        heading(
            out,
            match lang {
                Lang::En => "Posting times",
                Lang::Fr => "Heures de publication",
            },
        );
        for line in &view.hours {
            out.push_str(&format!("- {}\n", words_of_ours(line)));
        }
    }
}

/// What each person has to do.
fn people(out: &mut String, lang: Lang, view: &View) {
    if view.people.tasks.is_empty() {
        return;
    }
    heading(out, if lang == Lang::Fr { "À faire" } else { "Next steps" });
    for tasks in &view.people.tasks {
        out.push_str(&format!("- {}\n", escape(&tasks.who)));
        for task in &tasks.steps {
            let late = match task.urgency {
                Urgency::Late => "⚠ ",
                Urgency::Due => "",
            };
            out.push_str(&format!("  - {late}{}\n", escape(&task.text)));
        }
    }
    for remark in &view.people.remarks {
        out.push_str(&format!("\n{}\n", words_of_ours(remark)));
    }
}

fn heading(out: &mut String, text: &str) {
    out.push_str(&format!("\n## {text}\n\n"));
}

fn day_table(lang: Lang, day: &Day) -> String {
    let mut out = format!("\n## {}\n\n", escape(&day.name));
    let columns = match lang {
        Lang::En => ["Time", "Channel", "Title", "Pillar", "Status", "State", "Why"],
        Lang::Fr => ["Heure", "Canal", "Titre", "Pilier", "Statut", "Créneau", "Pourquoi"],
    };
    out.push_str(&table_line(&columns));
    out.push_str(&table_line(&["---"; 7]));
    for row in &day.rows {
        let time = match &row.elsewhere {
            Some(elsewhere) => format!("{} ({elsewhere})", row.time),
            None => row.time.clone(),
        };
        let reasons = [row.reasons.as_slice(), &row.costs].concat();
        let cells = [
            escape(&time),
            escape(&row.channel),
            titled(&escape(&row.title), &row.id),
            escape(row.pillar.as_deref().unwrap_or_default()),
            escape(row.status),
            escape(row.state_word),
            words_of_ours(&words::semicolons(lang, &reasons)),
        ];
        out.push_str(&table_line(&cells));
    }
    out
}

/// A title that is Markdown already, and the id that `why` is asked with.
fn titled(title: &str, id: &str) -> String {
    match is_code(id) {
        true => format!("{title} `{id}`"),
        false => format!("{title} {}", escape(id)),
    }
}

/// Sentences of ours: a key or a command between backticks stays code, the rest is escaped.
#[must_use]
pub(in crate::render) fn words_of_ours(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('`') {
        out.push_str(&escape(before));
        match after.split_once('`').filter(|(code, _)| is_code(code)) {
            Some((code, tail)) => {
                out.push_str(&format!("`{code}`"));
                rest = tail;
            }
            None => {
                out.push_str("\\`");
                rest = after;
            }
        }
    }
    out.push_str(&escape(rest));
    out
}

/// Whether text may stand between backticks as it is, in a table too.
fn is_code(text: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "_-./:= []\"".contains(c);
    !text.is_empty() && text.trim() == text && text.chars().all(plain)
}

pub(in crate::render) fn table_line<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn absent(out: &mut String, left: &Absent) {
    let title = titled(&format!("**{}**", escape(&left.title)), &left.id);
    out.push_str(&format!("- {title}, {}\n", escape(&left.channel)));
    for (reason, change) in &left.reasons {
        let change = change.iter().map(|change| format!(" → {change}")).collect::<String>();
        out.push_str(&format!("  - {}\n", words_of_ours(&format!("{reason}{change}"))));
    }
}

/// One change as an item of a list.
pub(super) fn change(out: &mut String, row: &ChangeRow) {
    let title = titled(&format!("**{}**", escape(&row.head)), &row.id);
    out.push_str(&format!("- {title}\n  {}\n", escape(&row.route)));
    for reason in &row.reasons {
        out.push_str(&format!("  - {}\n", words_of_ours(reason)));
    }
}

fn mix(out: &mut String, shown: &Shown<'_>, view: &View) {
    let (title, columns) = match shown.lang {
        Lang::En => ("Mix", ["Share", "Posts", "Part", "Wanted", ""]),
        Lang::Fr => ("Mix éditorial", ["Part", "Publications", "Réel", "Voulu", ""]),
    };
    for table in &view.mix {
        heading(out, &escape(&format!("{title} · {}", table.heading)));
        out.push_str(&table_line(&columns));
        out.push_str(&table_line(&["---", "--:", "--:", "---", "---"]));
        for row in &table.rows {
            let n = row.count.to_string();
            let cells = [row.name.as_str(), &n, &row.share, &row.wanted, row.judgement];
            out.push_str(&table_line(&cells.map(escape)));
        }
        let posts = match shown.lang {
            Lang::En => count(shown.lang, table.of, "post in all", "posts in all"),
            Lang::Fr => count(shown.lang, table.of, "publication en tout", "publications en tout"),
        };
        out.push_str(&format!("\n{posts}\n"));
    }
}

/// Text that stays text: nothing of it is read as Markdown or HTML, or ends a cell of a table.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '@' => {
                // A sign that mentions somebody on a code host is broken by an entity.
                match c {
                    '@' => out.push_str("&#64;"),
                    c => {
                        out.push('\\');
                        out.push(c);
                    }
                }
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;

    #[test]
    fn user_text_is_no_markup() {
        assert_eq!(
            escape("a|b `c` <img src=x> [d](e) *f* @g\nh"),
            "a\\|b \\`c\\` &lt;img src=x&gt; \\[d\\](e) \\*f\\* &#64;g h"
        );
    }

    #[test]
    fn keys_stay_code_and_titles_stay_text() {
        assert_eq!(words_of_ours("raise `per_week.max`, *now*"), "raise `per_week.max`, \\*now\\*");
        assert_eq!(words_of_ours("« a`b* » `per_day`"), "« a\\`b\\* » `per_day`");
        assert_eq!(words_of_ours("`<b>|` x_y"), "\\`&lt;b&gt;\\|\\` x\\_y");
        assert_eq!(titled("T", "a`b"), "T a\\`b");
        let museum = museum();
        let text = render(&museum.shown(Lang::Fr));
        assert!(text.contains("augmentez `per_week.max`"), "{text}");
        assert!(text.contains(" `nocturne-novembre` |"));
        assert!(text.contains("** `coffret-fetes`, newsletter"), "{text}");
    }

    #[test]
    fn a_quiet_page_has_no_closing_lines() {
        let museum = museum();
        let mut shown = museum.shown(Lang::Fr);
        assert!(render(&shown).trim_end().ends_with("**"));
        shown.voice = Voice::Quiet;
        assert!(!render(&shown).trim_end().ends_with("**"));
    }

    #[test]
    fn every_table_line_has_its_seven_cells() {
        let mut museum = museum();
        let placement = museum.schedule.placed[0].placement;
        let post = museum.ws.placement(placement).post;
        let title = museum.ws.posts[post.get()].content.title.as_mut().unwrap();
        title.value = "Un | titre\n<script>".to_owned();
        for lang in Lang::ALL {
            let text = render(&museum.shown(lang));
            let day = text.split("\n## ").nth(1).unwrap();
            let lines: Vec<&str> = day.lines().filter(|line| line.starts_with('|')).collect();
            assert_eq!(lines.len(), 3, "{day}");
            for line in lines {
                assert_eq!(line.replace("\\|", "").matches('|').count(), 8, "{line}");
            }
            assert!(text.contains("Un \\| titre &lt;script&gt;"));
            assert!(text.contains("30\u{202f}%") || text.contains("30%"));
        }
    }
}
