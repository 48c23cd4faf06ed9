//! A mix in words, before any layout: what every form of it for people says.

use super::Shown;
use super::next::{self, Next};
use crate::balance::{Allowance, Apart, ENOUGH, Line, Sheet, Window};
use crate::lang::{Lang, count, list, span_of_days};
use crate::model::{Count, Judgement, Per, Scope, Share, Target, Workspace};
use crate::render::lines::one_line;
use crate::render::words;

/// A mix in words.
#[derive(Clone, Debug)]
pub struct View {
    /// The brand, and that this is its mix.
    pub heading: String,
    /// What is counted, and the preset.
    pub basis: String,
    /// Said instead of tables where there is nothing to count against.
    pub nothing: Option<String>,
    /// A table a window and channel.
    pub tables: Vec<Table>,
    /// The quotas.
    pub quotas: Vec<QuotaRow>,
}

/// One window.
#[derive(Clone, Debug)]
pub struct Table {
    /// The days or the campaign, and the channel when each is counted alone.
    pub heading: String,
    /// `14 posts: 4 published, 10 planned`.
    pub total: String,
    /// The shares.
    pub rows: Vec<Row>,
    /// What counts in no share, a sentence each.
    pub apart: Vec<String>,
    /// What to write next.
    pub next: Next,
}

/// One share.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name, or its pillars.
    pub name: String,
    /// Out, in tenths of a percent of all.
    pub published: i64,
    /// Planned, in tenths of a percent of all.
    pub planned: i64,
    /// What is wanted, in tenths of a percent.
    pub target: i64,
    /// `5/14`.
    pub count: String,
    /// `36%`.
    pub share: String,
    /// `target 25%`.
    pub wanted: String,
    /// What to make of it.
    pub verdict: &'static str,
    /// The same, as data.
    pub judgement: Judgement,
}

/// One quota in one period.
#[derive(Clone, Debug)]
pub struct QuotaRow {
    /// What it counts.
    pub name: String,
    /// `1 of 2 this week`.
    pub figures: String,
    /// What is left.
    pub rest: String,
    /// How full it is.
    pub state: Fill,
}

/// How full a quota is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// There is room.
    Room,
    /// It is full.
    Full,
    /// There is too much.
    Over,
}

impl View {
    /// Puts a mix into words.
    #[must_use]
    pub fn of(shown: &Shown<'_>) -> Self {
        let lang = shown.lang;
        let days = span_of_days(lang, shown.days.0, shown.days.1);
        let brand = one_line(&shown.ws.calendar.name);
        Self {
            heading: match lang {
                Lang::En => format!("{brand} · content mix, {days}"),
                Lang::Fr => format!("{brand} · mix éditorial, {days}"),
            },
            basis: basis(shown),
            nothing: nothing(shown),
            tables: match shown.ws.mix.shares.is_empty() {
                true => Vec::new(),
                false => shown.sheets.iter().map(|sheet| table(shown, sheet)).collect(),
            },
            quotas: quotas(shown),
        }
    }
}

/// What is counted: `a post on two channels counts twice; preset 4-1-1`.
fn basis(shown: &Shown<'_>) -> String {
    let (mix, lang) = (&shown.ws.mix, shown.lang);
    let scope = match (mix.scope, lang) {
        (Scope::All, Lang::En) => "all channels together",
        (Scope::All, Lang::Fr) => "tous les canaux ensemble",
        (Scope::Channel, Lang::En) => "each channel by itself",
        (Scope::Channel, Lang::Fr) => "chaque canal à part",
    };
    let counted = match (mix.count, lang) {
        (Count::Placements, Lang::En) => "a post on two channels counts twice",
        (Count::Placements, Lang::Fr) => "une publication sur deux canaux compte deux fois",
        (Count::Posts, Lang::En) => "a post counts once, where it goes out first",
        (Count::Posts, Lang::Fr) => "une publication compte une fois, là où elle sort d’abord",
    };
    let preset = mix.preset.as_ref().map(|preset| preset.value);
    let preset = preset.map(|preset| format!("{}: {}", preset.name, preset.about.get(lang)));
    let preset = preset.map(|text| match lang {
        Lang::En => text,
        Lang::Fr => text.replacen(": ", "\u{a0}: ", 1),
    });
    let mut parts: Vec<String> = preset.into_iter().collect();
    parts.extend([scope.to_owned(), counted.to_owned()]);
    parts.join(" · ")
}

/// Why there is nothing to count against, and what to do.
fn nothing(shown: &Shown<'_>) -> Option<String> {
    let (mix, lang) = (&shown.ws.mix, shown.lang);
    let text = match (mix.shares.is_empty(), mix.pillars.is_empty(), lang) {
        (false, ..) if shown.sheets.is_empty() => match lang {
            Lang::En => "No campaign runs on these days, and the mix is counted by campaign.",
            Lang::Fr => "Aucune campagne ces jours-là, et le mix se compte par campagne.",
        },
        (false, ..) => return None,
        (true, true, Lang::En) => {
            "This calendar has no pillars yet: `edito mix --preset 4-1-1` starts a mix with those of a \
             well-known one."
        }
        (true, true, Lang::Fr) => {
            "Ce calendrier n’a pas encore de piliers\u{a0}: `edito mix --preset 4-1-1` commence un mix \
             avec ceux d’un mix connu."
        }
        (true, false, Lang::En) => {
            "The pillars have no targets yet: write `[[share]]`s, or take a well-known mix with \
             `edito mix --preset 4-1-1`."
        }
        (true, false, Lang::Fr) => {
            "Les piliers n’ont pas encore de cibles\u{a0}: écrivez des `[[share]]`, ou prenez un mix \
             connu avec `edito mix --preset 4-1-1`."
        }
    };
    Some(text.to_owned())
}

fn table(shown: &Shown<'_>, sheet: &Sheet) -> Table {
    Table {
        heading: heading(shown, sheet),
        total: total(shown.lang, sheet),
        rows: sheet.lines.iter().map(|line| row(shown, sheet, line)).collect(),
        apart: apart(shown, &sheet.apart),
        next: next::next(shown, sheet),
    }
}

fn heading(shown: &Shown<'_>, sheet: &Sheet) -> String {
    let lang = shown.lang;
    let over = match sheet.window {
        Window::Days(from, to) => span_of_days(lang, from, to),
        Window::Campaign(ix) => {
            let name = one_line(&shown.ws.campaign(ix).name);
            match lang {
                Lang::En => format!("campaign {name}"),
                Lang::Fr => format!("campagne {name}"),
            }
        }
    };
    match sheet.channel {
        Some(channel) => format!("{}, {over}", words::channel(shown.ws, channel, None)),
        None => over,
    }
}

fn total(lang: Lang, sheet: &Sheet) -> String {
    if sheet.of == 0 {
        return match lang {
            Lang::En => "no post to count".to_owned(),
            Lang::Fr => "aucune publication à compter".to_owned(),
        };
    }
    let (out, planned) = (sheet.out, sheet.of - sheet.out);
    let text = match lang {
        Lang::En => {
            let all = count(lang, sheet.of, "post", "posts");
            format!("{all}: {out} published, {planned} planned")
        }
        Lang::Fr => {
            let all = count(lang, sheet.of, "publication", "publications");
            let out = count(lang, out, "publiée", "publiées");
            format!("{all}\u{a0}: {out}, {}", count(lang, planned, "prévue", "prévues"))
        }
    };
    match (sheet.of < ENOUGH, lang) {
        (false, _) => text,
        (true, Lang::En) => format!("{text}; too few to say (it takes {ENOUGH})"),
        (true, Lang::Fr) => format!("{text}\u{202f}; trop peu pour juger (il en faut {ENOUGH})"),
    }
}

fn row(shown: &Shown<'_>, sheet: &Sheet, line: &Line) -> Row {
    let share = &shown.ws.mix.shares[line.share];
    let lang = shown.lang;
    let whole = tenths(line.count(), sheet.of);
    let published = tenths(line.published, sheet.of);
    Row {
        name: full_name(shown.ws, share, lang),
        published,
        planned: whole - published,
        target: share.bound.tenths,
        count: format!("{}/{}", line.count(), sheet.of),
        share: words::tenths(lang, (whole + 5) / 10 * 10),
        wanted: wanted(share, lang),
        verdict: match line.judgement {
            Judgement::TooFew => "",
            judgement => words::judgement(judgement).get(lang),
        },
        judgement: line.judgement,
    }
}

/// A part of a whole in tenths of a percent; 0 of nothing.
fn tenths(part: usize, of: usize) -> i64 {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 2_000);
    match of {
        0 => 0,
        of => (1_000 * whole(part) + whole(of) / 2) / whole(of),
    }
}

/// The name of a share: its own, that of its group, or its pillars.
pub(super) fn name(ws: &Workspace, share: &Share, lang: Lang) -> String {
    if let Some(title) = share.title(lang) {
        return one_line(title);
    }
    let mut names: Vec<String> = share.pillars.iter().map(|ix| words::pillar(ws, *ix)).collect();
    names.extend(share.formats.iter().map(|format| one_line(format)));
    names.join(" + ")
}

/// The same, with the pillars of a group behind its name.
fn full_name(ws: &Workspace, share: &Share, lang: Lang) -> String {
    let name = name(ws, share, lang);
    if share.group.is_none() || share.name.is_some() {
        return name;
    }
    let pillars: Vec<String> = share.pillars.iter().map(|ix| words::pillar(ws, *ix)).collect();
    match pillars.as_slice() {
        [only] if only.to_lowercase() == name.to_lowercase() => name,
        pillars => format!("{name} ({})", pillars.join(", ")),
    }
}

/// `target 25%`, `at most 20%`.
pub(super) fn wanted(share: &Share, lang: Lang) -> String {
    let target = words::tenths(lang, share.bound.tenths);
    match (share.bound.kind, lang) {
        (Target::Target, Lang::En) => format!("target {target}"),
        (Target::AtLeast, Lang::En) => format!("at least {target}"),
        (Target::AtMost, Lang::En) => format!("at most {target}"),
        (Target::Target, Lang::Fr) => format!("objectif {target}"),
        (Target::AtLeast, Lang::Fr) => format!("au moins {target}"),
        (Target::AtMost, Lang::Fr) => format!("au plus {target}"),
    }
}

fn apart(shown: &Shown<'_>, apart: &Apart) -> Vec<String> {
    let lang = shown.lang;
    let mut all = Vec::new();
    if apart.without_pillar > 0 {
        let n = apart.without_pillar;
        all.push(match lang {
            Lang::En => {
                format!("{} without a pillar, not counted", count(lang, n, "post", "posts"))
            }
            Lang::Fr => {
                let (one, many) = (
                    "publication sans pilier, non comptée",
                    "publications sans pilier, non comptées",
                );
                count(lang, n, one, many)
            }
        });
    }
    if apart.overdue > 0 {
        let n = apart.overdue;
        all.push(match lang {
            Lang::En => format!(
                "{} not counted: the day is past, and nothing says that it went out",
                count(lang, n, "post", "posts")
            ),
            Lang::Fr => format!(
                "{}\u{a0}: la date est passée, et rien ne dit que c’est sorti",
                count(lang, n, "publication non comptée", "publications non comptées")
            ),
        });
    }
    if apart.unsure > 0 {
        let n = apart.unsure;
        all.push(match lang {
            Lang::En => format!(
                "{} not counted: without a sure day yet, maybe outside of these days",
                count(lang, n, "post", "posts")
            ),
            Lang::Fr => format!(
                "{}\u{a0}: le jour n’est pas encore sûr, et peut tomber en dehors",
                count(lang, n, "publication non comptée", "publications non comptées")
            ),
        });
    }
    let names: Vec<String> = apart
        .without_share
        .iter()
        .map(|(ix, n)| format!("{} ({n})", words::pillar(shown.ws, *ix)))
        .collect();
    if !names.is_empty() {
        let names = list(lang, &names);
        all.push(match lang {
            Lang::En => format!("without a share: {names}"),
            Lang::Fr => format!("sans part\u{a0}: {names}"),
        });
    }
    all
}

/// The quotas over periods that are not over; those of a day only where something counts in them.
fn quotas(shown: &Shown<'_>) -> Vec<QuotaRow> {
    let tells = |allowance: &&Allowance| {
        shown.today <= allowance.to && (allowance.from != allowance.to || allowance.count > 0)
    };
    shown.allowances.iter().filter(tells).map(|allowance| quota(shown, allowance)).collect()
}

fn quota(shown: &Shown<'_>, allowance: &Allowance) -> QuotaRow {
    let (ws, lang) = (shown.ws, shown.lang);
    let quota = &ws.mix.quotas[allowance.quota];
    let pillars = quota.pillars.iter().map(|ix| words::pillar(ws, *ix));
    let names: Vec<String> =
        pillars.chain(quota.formats.iter().map(|format| one_line(format))).collect();
    let days = when(shown, allowance, quota.per);
    let (have, most) = (allowance.count, allowance.at_most);
    let over = have.saturating_sub(most);
    QuotaRow {
        name: match (names.is_empty(), lang) {
            (false, _) => names.join(" + "),
            (true, Lang::En) => "all posts".to_owned(),
            (true, Lang::Fr) => "toutes".to_owned(),
        },
        figures: match lang {
            Lang::En => format!("{have} of {most} {days}"),
            Lang::Fr => format!("{have} sur {most} {days}"),
        },
        rest: match (over, allowance.left(), lang) {
            (0, 0, Lang::En) => "none left".to_owned(),
            (0, 0, Lang::Fr) => "plus aucune".to_owned(),
            (0, left, Lang::En) => format!("{left} left"),
            (0, left, Lang::Fr) => format!("reste {left}"),
            (over, _, Lang::En) => format!("{over} too many"),
            (over, _, Lang::Fr) => format!("{over} de trop"),
        },
        state: match (over, allowance.left()) {
            (0, 0) => Fill::Full,
            (0, _) => Fill::Room,
            _ => Fill::Over,
        },
    }
}

/// `this week`, `(23–29 November 2026)`.
fn when(shown: &Shown<'_>, allowance: &Allowance, per: Per) -> String {
    let lang = shown.lang;
    let now = (allowance.from..=allowance.to).contains(&shown.today);
    match (per, lang) {
        _ if !now => format!("({})", span_of_days(lang, allowance.from, allowance.to)),
        (Per::Day, Lang::En) => "today".to_owned(),
        (Per::Day, Lang::Fr) => "aujourd’hui".to_owned(),
        (Per::Week, Lang::En) => "this week".to_owned(),
        (Per::Week, Lang::Fr) => "cette semaine".to_owned(),
        (Per::Month, Lang::En) => "this month".to_owned(),
        (Per::Month, Lang::Fr) => "ce mois-ci".to_owned(),
        (Per::Year, Lang::En) => "this year".to_owned(),
        (Per::Year, Lang::Fr) => "cette année".to_owned(),
    }
}
