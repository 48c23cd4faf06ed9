//! `plan`: what goes out, when, where and why.

use super::args;
use super::env::Alarm;
use super::failure::Failure;
use super::form::{Form, form};
use super::limit::Proven;
use super::readiness::{Ready, Work, all_ready};
use super::session::Session;
use super::sound::sound;
use super::{certificate, limit, pages, span, urgent, values};
use crate::diagnostic::Judged;
use crate::export::{csv, ics};
use crate::lang::{Lang, Text, count, list_or, quote};
use crate::load::slashes;
use crate::model::{ChannelIx, PlacementIx, Reactive, Schedule, Workspace};
use crate::planner::{Effort, Request, Slots, plan_certified, plan_until};
use crate::render::findings::{line, value};
use crate::render::plan::people::has_steps;
use crate::render::plan::{Shown, Voice, is_silent, json, markdown, only, reactive, table};
use crate::text::nearest;
use crate::time::{Instant, Lapse};
use std::path::Path;

/// One calendar, planned.
pub(super) struct Planned {
    pub ws: Workspace,
    pub lang: Lang,
    pub schedule: Schedule,
    pub channels: Vec<ChannelIx>,
    pub errors: Vec<Judged>,
    pub problems: Vec<String>,
    pub now: Instant,
    pub voice: Voice,
    /// What an urgent post would do, when that is asked.
    pub reactive: Option<Reactive>,
    /// What is to be said of how it was found.
    pub remark: Option<String>,
}

impl Planned {
    pub(super) fn shown(&self) -> Shown<'_> {
        Shown {
            ws: &self.ws,
            schedule: &self.schedule,
            channels: &self.channels,
            lang: self.lang,
            problems: &self.problems,
            now: self.now,
            voice: self.voice,
            reactive: self.reactive.as_ref(),
            remark: self.remark.as_deref(),
        }
    }
}

/// How to plan every calendar of a run.
pub(super) struct Order<'a> {
    /// What for.
    pub work: Work,
    pub span: &'a args::Span,
    pub channels: &'a [String],
    pub slots: Slots,
    pub effort: Effort,
    /// How long to search at most.
    pub limit: Option<Lapse>,
    /// The day of an urgent post, as typed.
    pub urgent: Option<&'a str>,
    /// Whether the bound comes with its certificate.
    pub proof: Proof,
}

/// Whether a certificate is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// It is.
    Wanted,
    /// It is not.
    Unasked,
}

/// Plans every calendar of the run.
///
/// # Errors
/// When a calendar, the days, a channel or the output can't be made sense of, or a file can't be
/// written.
pub fn run(args: &args::Plan, session: &mut Session<'_>) -> Result<u8, Failure> {
    let form = form(args.format, args.output.as_deref())?;
    let order = Order {
        work: Work::Plan,
        span: &args.span,
        channels: &args.channels,
        slots: match (args.keep, args.replan) {
            (true, _) => Slots::Keep,
            (_, true) => Slots::Forget,
            _ => Slots::Consider,
        },
        effort: match args.effort {
            values::Effort::Quick => Effort::Quick,
            values::Effort::Normal => Effort::Normal,
            values::Effort::Max => Effort::Max,
        },
        limit: args.time_limit.as_deref().map(limit::limit).transpose()?,
        urgent: args.reactive.as_deref(),
        proof: if args.certificate.is_some() { Proof::Wanted } else { Proof::Unasked },
    };
    if order.urgent.is_some() {
        urgent::has_form(form)?;
    }
    certificate::has_a_place(args, session)?;
    let Some(mut plans) = all(&order, session)? else {
        return Ok(1);
    };
    if let (Some(path), Some(plan)) = (&args.certificate, plans.first()) {
        certificate::write(path, plan, session)?;
    }
    let code = u8::from(plans.iter().any(|plan| !plan.errors.is_empty()));
    if args.if_any {
        plans.retain(|plan| {
            let nothing = is_silent(&plan.schedule) && !has_steps(&plan.shown());
            !nothing || !plan.errors.is_empty()
        });
        if plans.is_empty() {
            return Ok(code);
        }
    }
    deliver(&plans, form, args.output.as_deref(), session)?;
    for remark in plans.iter().filter_map(|plan| plan.remark.as_ref()) {
        session.tell(&format!("{remark}\n"));
    }
    Ok(code)
}

/// The plan of every calendar; nothing when one of them can't be understood, which was said then.
pub(super) fn all(
    order: &Order<'_>,
    session: &mut Session<'_>,
) -> Result<Option<Vec<Planned>>, Failure> {
    let Some(found) = all_ready(order.work, session)? else {
        return Ok(None);
    };
    known_channels(order.channels, &found)?;
    found
        .into_iter()
        .map(|calendar| one(calendar, order, session))
        .collect::<Result<Vec<_>, _>>()
        .map(Some)
}

fn one(ready: Ready, order: &Order<'_>, session: &Session<'_>) -> Result<Planned, Failure> {
    let Ready { ws, lang, errors, .. } = ready;
    let today = ws.calendar.zone.local(session.now).date();
    let urgent = order.urgent.map(|words| urgent::day(words, today)).transpose()?;
    let days = match urgent {
        Some(day) => urgent::week(day),
        None => span::days(order.span, today)?,
    };
    let request = Request {
        from: days.from,
        to: days.to,
        now: session.now,
        slots: order.slots,
        effort: order.effort,
    };
    let alarm = order.limit.map(|limit| (limit, Alarm::after(limit)));
    let stop = || alarm.as_ref().is_some_and(|(_, alarm)| alarm.is_over());
    let found = match order.proof {
        Proof::Wanted => plan_certified(&ws, &request, &stop),
        Proof::Unasked => plan_until(&ws, &request, &stop),
    };
    let whole = sound(&ws, &request, found)?;
    let proof = if whole.is_optimal() { Proven::Best } else { Proven::Less };
    let told = |(limit, alarm): &(Lapse, Alarm)| limit::remark(lang, *limit, alarm, proof);
    let remark = alarm.as_ref().and_then(told);
    let channels = channels(&ws, order.channels);
    let asked = |day| urgent::what_if(&ws, &request, &whole, day, &channels, lang);
    let reactive = urgent.map(asked).transpose()?;
    let schedule = match order.channels.is_empty() {
        true => whole,
        false => only(&whole, &ws, &channels),
    };
    let errors: Vec<Judged> =
        errors.into_iter().filter(|judged| concerns(&ws, &schedule, judged)).collect();
    let problems = errors.iter().map(|judged| line(judged, &session.sources, lang)).collect();
    let voice = pages::voice(session);
    Ok(Planned {
        ws,
        lang,
        schedule,
        channels,
        errors,
        problems,
        now: session.now,
        voice,
        reactive,
        remark,
    })
}

/// The channels asked for, else all, in file order.
pub(super) fn channels(ws: &Workspace, asked: &[String]) -> Vec<ChannelIx> {
    let wanted = |id: &String| asked.is_empty() || asked.contains(id);
    ws.each_channel().filter(|(_, channel)| wanted(&channel.id.value)).map(|(ix, _)| ix).collect()
}

/// Whether an error is about a placement of this plan, or about the calendar as a whole.
fn concerns(ws: &Workspace, schedule: &Schedule, judged: &Judged) -> bool {
    let Some(post) = &judged.finding.post else {
        return true;
    };
    let about = |ix: PlacementIx| {
        let placement = ws.placement(ix);
        let channel = &ws.channel(placement.channel).id.value;
        ws.post_of(placement).id.name == *post
            && judged.finding.channel.as_ref().is_none_or(|own| own == channel)
    };
    let placed = schedule.placed.iter().map(|placed| placed.placement);
    let left = schedule.left_out.iter().map(|left| left.placement);
    placed.chain(left).any(about)
}

/// Every channel asked for is in one calendar at least.
pub(super) fn known_channels(asked: &[String], found: &[Ready]) -> Result<(), Failure> {
    let known: Vec<&str> = found
        .iter()
        .flat_map(|ready| ready.ws.channels.iter())
        .map(|channel| channel.id.value.as_str())
        .collect();
    match asked.iter().find(|asked| !known.contains(&asked.as_str())) {
        None => Ok(()),
        Some(unknown) => Err(no_channel(unknown, &known)),
    }
}

fn no_channel(unknown: &str, known: &[&str]) -> Failure {
    let near = nearest(unknown, known.iter().copied());
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("no channel is called {}", quote(lang, unknown)),
            Lang::Fr => format!("aucun canal ne s’appelle {}", quote(lang, unknown)),
        }),
        Text::of(|lang| match (near, lang) {
            (Some(near), Lang::En) => format!("did you mean `{near}`?"),
            (Some(near), Lang::Fr) => format!("vouliez-vous dire `{near}`\u{202f}?"),
            (None, Lang::En) => format!("there is {}", list_or(lang, known)),
            (None, Lang::Fr) => format!("il y a {}", list_or(lang, known)),
        }),
    )
}

/// Prints the plans, or writes them to a file.
pub(super) fn deliver(
    plans: &[Planned],
    form: Form,
    output: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let text = text(plans, form, pages::columns(output, session), session);
    let Some(path) = pages::file(output) else {
        session.print(&text);
        return Ok(());
    };
    let plain = match form {
        Form::Table => anstream::adapter::strip_str(&text).to_string(),
        _ => text,
    };
    session.write(path, plain.as_bytes())?;
    let posts = plans.iter().map(|plan| plan.schedule.placed.len()).sum();
    let lang = plans.first().map_or_else(|| session.lang(), |plan| plan.lang);
    let name = slashes(path);
    session.tell(&match lang {
        Lang::En => format!("{name} written: {}\n", count(lang, posts, "post", "posts")),
        Lang::Fr => format!(
            "{name} est écrit\u{a0}: {}\n",
            count(lang, posts, "publication", "publications")
        ),
    });
    Ok(())
}

fn text(plans: &[Planned], form: Form, columns: usize, session: &Session<'_>) -> String {
    let shown: Vec<Shown<'_>> = plans.iter().map(Planned::shown).collect();
    let ink = pages::ink(session);
    match form {
        Form::Ics => ics::render(&shown, session.now),
        Form::Csv => csv::render(&shown),
        Form::Table => joined(shown.iter().map(|one| match one.reactive {
            Some(reactive) => reactive::table(one, reactive, columns, ink),
            None => table::render(one, columns, ink),
        })),
        Form::Markdown => joined(shown.iter().map(|one| match one.reactive {
            Some(reactive) => reactive::markdown(one, reactive),
            None => markdown::render(one),
        })),
        Form::Json => plans
            .iter()
            .map(|plan| {
                let findings = plan.errors.iter();
                let values = findings.map(|judged| value(judged, &session.sources, plan.lang));
                json::render(&plan.shown(), values.collect())
            })
            .collect(),
    }
}

/// One after the other, with an empty line between.
fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run on the example museum, on Saturday 21 November 2026.
    fn museum(args: &[&str]) -> crate::cli::run::Reply {
        let mut env = crate::cli::env::Env::bare();
        env.current_dir = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let mut argv = vec!["edito"];
        argv.extend(args);
        argv.extend(["--calendar", "calendar.example.toml"]);
        argv.extend(["--now", "2026-11-21T10:00:00+01:00"]);
        let argv: Vec<std::ffi::OsString> = argv.into_iter().map(Into::into).collect();
        crate::cli::run::run(&argv, &env)
    }

    fn out(reply: &crate::cli::run::Reply) -> String {
        String::from_utf8(reply.stdout.clone()).unwrap()
    }

    #[test]
    fn the_coming_week_is_planned_in_every_form() {
        let reply = museum(&["plan", "--format", "json"]);
        let plan: serde_json::Value = serde_json::from_slice(&reply.stdout).unwrap();
        assert_eq!((&plan["from"], &plan["to"]), (&"2026-11-23".into(), &"2026-11-29".into()));
        let placements = plan["placements"].as_array().unwrap();
        let fixed = |p: &&serde_json::Value| p["state"] == "locked";
        assert_eq!(placements.iter().filter(fixed).count(), 2);
        assert_eq!(u8::from(plan["findings"] != serde_json::json!([])), reply.code);
        for (args, start) in [
            (&["plan"][..], "Musée des Lumières · semaine 48"),
            (&["plan", "--format", "markdown"], "# Musée des Lumières"),
            (&["export", "ics"], "BEGIN:VCALENDAR\r\n"),
            (&["export", "csv"], "\u{feff}date;heure"),
        ] {
            let text = out(&museum(args));
            assert!(text.starts_with(start), "{args:?}: {text}");
        }
    }

    #[test]
    fn a_channel_filters_what_is_shown() {
        let text = out(&museum(&["plan", "--channel", "linkedin", "--format", "json"]));
        let plan: serde_json::Value = serde_json::from_str(&text).unwrap();
        let placements = plan["placements"].as_array().unwrap();
        assert!(!placements.is_empty());
        assert!(placements.iter().all(|p| p["channel"] == "linkedin"));
        let reply = museum(&["plan", "--channel", "linkdin"]);
        let said = String::from_utf8(reply.stderr).unwrap();
        assert_eq!(reply.code, 2);
        assert!(said.contains("`linkedin`"), "{said}");
    }

    #[test]
    fn a_calendar_that_cannot_be_understood_is_not_planned() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("calendar.toml");
        crate::cli::write::write(&path, b"[calendar]\nname = \"A\"\ntimezone = \n").unwrap();
        let env = crate::cli::env::Env::bare();
        let name = path.to_str().unwrap();
        for command in [&["plan"][..], &["why", "a"], &["export", "ics"]] {
            let argv = [&["edito"], command, &["--calendar", name]].concat();
            let argv: Vec<std::ffi::OsString> = argv.into_iter().map(Into::into).collect();
            let reply = crate::cli::run::run(&argv, &env);
            let said = out(&reply);
            assert_eq!(reply.code, 1, "{said}");
            assert!(said.contains("calendar.toml:3:"), "{said}");
            assert!(!said.contains("BEGIN"), "{said}");
        }
    }

    #[test]
    fn nothing_to_say_is_said_by_nothing() {
        let far = ["plan", "--week", "2031-W20", "--if-any"];
        let quiet = museum(&[&far[..], &["--channel", "newsletter"]].concat());
        assert_eq!(out(&quiet), "");
        assert_ne!(out(&museum(&far[..3])), "");
    }

    #[test]
    fn a_file_is_written_in_the_form_of_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("semaine.ics");
        let reply = museum(&["plan", "-o", path.to_str().unwrap()]);
        assert_eq!(out(&reply), "");
        let calendar = std::fs::File::open(&path).map(std::io::read_to_string).unwrap();
        assert!(calendar.unwrap().ends_with("END:VCALENDAR\r\n"));
        assert_eq!(museum(&["plan", "-o", "semaine.docx"]).code, 2);
        assert!(out(&museum(&["export", "md"])).starts_with("# Musée"));
        for (lang, said) in [("en", "does not go with"), ("fr", "ne va pas avec")] {
            let reply = museum(&["export", "csv", "-o", "q.ics", "--lang", lang]);
            let text = String::from_utf8(reply.stderr).unwrap();
            assert!(reply.code == 2 && text.contains(said) && text.contains("q.ics"), "{text}");
        }
    }

    #[test]
    fn why_answers_for_each_channel_or_says_what_was_meant() {
        let both = out(&museum(&["why", "klimt-accrochage"]));
        assert!(both.contains(", instagram") && both.contains(", facebook"), "{both}");
        let one = out(&museum(&["why", "klimt-accrochage@facebook"]));
        assert!(!one.contains(", instagram"), "{one}");
        let by_title = out(&museum(&["why", "NOCTURNE du jeudi\u{a0}: le musée à la lampe"]));
        let by_id = out(&museum(&["why", "nocturne-novembre"]));
        assert!(!by_id.is_empty() && by_title == by_id, "{by_title}");
        for (asked, meant) in [
            ("klimt-teasr", "`klimt-teaser`"),
            ("klimt-teaser@x", "instagram"),
            ("nocturne", "`nocturne-novembre`"),
            ("à la lampe", "`nocturne-novembre`"),
        ] {
            let reply = museum(&["why", asked]);
            let said = String::from_utf8(reply.stderr).unwrap();
            assert!(reply.code == 2 && said.contains(meant), "{said}");
        }
        for (lang, missing, and) in [
            ("en", "the channel is missing", "it is on instagram and facebook"),
            ("fr", "il manque le canal", "elle est sur instagram et facebook"),
        ] {
            for (asked, said) in [("klimt-accrochage@", missing), ("klimt-accrochage@x", and)] {
                let reply = museum(&["why", asked, "--lang", lang]);
                let all = String::from_utf8(reply.stderr).unwrap();
                assert!(reply.code == 2 && all.contains(said), "{all}");
            }
        }
    }
}
