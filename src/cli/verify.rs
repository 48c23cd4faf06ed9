//! `verify`: a plan judged again, without the planner.

use super::args::Verify;
use super::failure::Failure;
use super::proof;
use super::readiness::{Ready, Work, ready};
use super::session::Session;
use crate::lang::{Lang, Text, count, number, span_of_days};
use crate::load::{Home, Refusal, slashes};
use crate::model::{PlacementIx, Schedule, Workspace};
use crate::text::clean;
use crate::time::Instant;
use crate::verify::plan_file::{self, Claim, PlanFault, PlanFile};
use crate::verify::{Breach, Keep, Verdict, score, verify};
use std::collections::BTreeSet;
use std::path::Path;

/// Verifies the plans of a file against the calendars of the run: 1 when anything differs.
///
/// A plan does not say whether slots chosen before could move (`plan --keep`, `--replan`): it is
/// right when it is right in one of the three ways, and judged as a plain `plan` otherwise. A
/// certificate does say so, and then only that way counts.
///
/// # Errors
/// When a file or a calendar cannot be read, or is no plan of these calendars, or no certificate.
pub fn run(args: &Verify, session: &mut Session<'_>) -> Result<u8, Failure> {
    let plans = plan_file::read(&text(&args.plan, session)?)
        .map_err(|fault| failure(fault).about(&args.plan))?;
    let roots = session.roots()?;
    if plans.len() != roots.len() {
        let (plans, calendars) = (plans.len(), roots.len());
        return Err(failure(PlanFault::Count { plans, calendars }));
    }
    let certificates = match &args.certificate {
        Some(path) => proof::certificates(&text(path, session)?, plans.len())
            .map_err(|failure| failure.about(path))?,
        None => Vec::new(),
    };
    let mut code = 0;
    for (n, (plan, root)) in plans.iter().zip(roots).enumerate() {
        let Some(Ready { ws, lang, .. }) = ready(&root, Work::Verify, session)? else {
            code = 1;
            continue;
        };
        let starts = plan.starts(&ws).map_err(failure)?;
        let certificate = certificates.get(n);
        let mut faults = judge(&ws, plan, &starts, session.now, certificate.map(|c| c.keep));
        if let Some(certificate) = certificate {
            faults.extend(proof::faults(&ws, plan, certificate, session.now)?);
        }
        report(plan, &faults, lang, session);
        if let (Some(certificate), []) = (certificate, faults.as_slice()) {
            session.print(&proof::proven(certificate, lang));
        }
        code = code.max(u8::from(!faults.is_empty()));
    }
    Ok(code)
}

fn failure(fault: PlanFault) -> Failure {
    Failure::with_help(fault.text(), fault.help())
}

/// The text of the file, wherever it is.
fn text(path: &Path, session: &Session<'_>) -> Result<String, Failure> {
    let whole = session.env.current_dir.join(path);
    let folder = whole.parent().unwrap_or(Path::new("."));
    let read = Home::at(folder).text(&whole);
    let named = |refusal: Refusal| Refusal::new(slashes(path), refusal.cause);
    Ok(read.map_err(named)?)
}

/// Everything that is wrong, in words; nothing when the plan holds.
fn judge(
    ws: &Workspace,
    plan: &PlanFile,
    starts: &[(PlacementIx, Instant)],
    now: Instant,
    keep: Option<Keep>,
) -> Vec<Text> {
    let verdict = |keep| verify(ws, &plan.assignment(starts, now, keep));
    let holds = |v: &Verdict| v.is_sound() && v.objective == plan.objective;
    let plain = verdict(keep.unwrap_or_default());
    let verdict = if keep.is_some() || holds(&plain) {
        plain
    } else {
        let others = [Keep::Locked, Keep::Forget].map(verdict);
        others.into_iter().find(holds).unwrap_or(plain)
    };
    let mut faults: Vec<Text> = verdict.breaches.iter().map(|b: &Breach| b.text(ws)).collect();
    faults.extend(claims(ws, plan, &verdict));
    faults.extend(gap(plan));
    faults.extend(missing(ws, plan, starts));
    faults.extend(unplaced(ws, plan));
    faults.extend(scores(ws, plan, starts));
    faults
}

/// What the plan says of itself, against what is so.
fn claims(ws: &Workspace, plan: &PlanFile, verdict: &Verdict) -> Vec<Text> {
    let (real, claimed, bound) = (verdict.objective, plan.objective, plan.bound);
    let mut faults = Vec::new();
    if plan.calendar != ws.calendar.name {
        let (theirs, ours) = (&plan.calendar, &ws.calendar.name);
        faults.push(Text::of(|lang| match lang {
            Lang::En => format!("the plan is of the calendar “{theirs}”, this one is “{ours}”"),
            Lang::Fr => format!(
                "le plan est celui du calendrier «\u{a0}{theirs}\u{a0}», celui-ci est «\u{a0}{ours}\u{a0}»"
            ),
        }));
    }
    if real != claimed {
        faults.push(Text::of(|lang| {
            let (real, claimed) = (number(lang, real), number(lang, claimed));
            match lang {
                Lang::En => format!("the objective is {real}, the plan says {claimed}"),
                Lang::Fr => format!("l’objectif est de {real}, le plan annonce {claimed}"),
            }
        }));
    }
    if bound < real {
        faults.push(Text::of(|lang| {
            let (real, bound) = (number(lang, real), number(lang, bound));
            match lang {
                Lang::En => format!("the bound, {bound}, is below the objective, {real}"),
                Lang::Fr => format!("la borne, {bound}, est inférieure à l’objectif, {real}"),
            }
        }));
    }
    if (plan.status == Claim::Optimal) != (bound == claimed) {
        faults.push(Text::of(|lang| match (lang, plan.status) {
            (Lang::En, Claim::Optimal) => {
                "the plan says it is optimal, and its bound is not its objective".to_owned()
            }
            (Lang::Fr, Claim::Optimal) => {
                "le plan se dit optimal, et sa borne n’est pas son objectif".to_owned()
            }
            (Lang::En, Claim::Feasible) => {
                "the bound is the objective, and the plan does not say it is optimal".to_owned()
            }
            (Lang::Fr, Claim::Feasible) => {
                "la borne est l’objectif, et le plan ne se dit pas optimal".to_owned()
            }
        }));
    }
    faults
}

/// The gap, when it is not that of the plan's own figures.
fn gap(plan: &PlanFile) -> Option<Text> {
    let claimed = plan.gap?;
    let real = Schedule::gap_between(plan.objective, plan.bound)?;
    // As near as a figure can be read back.
    if (claimed - real).abs() <= 1e-9 * real.abs().max(1.0) {
        return None;
    }
    Some(Text::of(|lang| match lang {
        Lang::En => {
            format!("the gap between objective and bound is {real}, the plan says {claimed}")
        }
        Lang::Fr => {
            format!("l’écart entre objectif et borne est de {real}, le plan annonce {claimed}")
        }
    }))
}

/// What the plan says has no slot, and has one in it, or is not in the calendar.
fn unplaced(ws: &Workspace, plan: &PlanFile) -> Vec<Text> {
    let known: BTreeSet<(&str, &str)> = ws
        .each_placement()
        .map(|(_, placement)| {
            let post = ws.post_of(placement).id.name.as_str();
            (post, ws.channel(placement.channel).id.value.as_str())
        })
        .collect();
    let placed: BTreeSet<(&str, &str)> =
        plan.placements.iter().map(|entry| (entry.post.as_str(), entry.channel.as_str())).collect();
    let mut faults = Vec::new();
    for (post, channel) in &plan.unplaced {
        let own = (post.as_str(), channel.as_str());
        if known.contains(&own) && !placed.contains(&own) {
            continue;
        }
        let has_slot = placed.contains(&own);
        faults.push(Text::of(|lang| match (has_slot, lang) {
            (true, Lang::En) => {
                format!("the plan says that `{post}@{channel}` has no slot, and gives it one")
            }
            (true, Lang::Fr) => {
                format!("le plan dit `{post}@{channel}` sans créneau, et lui en donne un")
            }
            (false, Lang::En) => {
                format!("the plan says that `{post}@{channel}` has no slot, and the calendar has no such post")
            }
            (false, Lang::Fr) => {
                format!("le plan dit `{post}@{channel}` sans créneau, et le calendrier ne l’a pas")
            }
        }));
    }
    faults
}

/// Locked placements of the plan's days that it does not list.
fn missing(ws: &Workspace, plan: &PlanFile, starts: &[(PlacementIx, Instant)]) -> Vec<Text> {
    let listed: BTreeSet<PlacementIx> = starts.iter().map(|(ix, _)| *ix).collect();
    let within = |at: Instant, zone: crate::time::Zone| {
        let day = zone.local(at).date();
        plan.from <= day && day <= plan.to
    };
    ws.each_placement()
        .filter(|(ix, placement)| {
            let zone = ws.channel(placement.channel).zone;
            let here = |at| within(at, zone) && within(at, ws.calendar.zone);
            let cancelled = placement.status.value == crate::model::Status::Cancelled;
            !cancelled && placement.locked().is_some_and(here) && !listed.contains(ix)
        })
        .map(|(_, placement)| {
            let post = &ws.post_of(placement).id.name;
            let channel = &ws.channel(placement.channel).id.value;
            Text::of(|lang| match lang {
                Lang::En => {
                    format!("`{post}@{channel}` is fixed on these days and not in the plan")
                }
                Lang::Fr => format!("`{post}@{channel}` est fixé ces jours-là et absent du plan"),
            })
        })
        .collect()
}

/// Scores that are not those of their slots.
fn scores(ws: &Workspace, plan: &PlanFile, starts: &[(PlacementIx, Instant)]) -> Vec<Text> {
    let mut faults = Vec::new();
    for (entry, &(ix, start)) in plan.placements.iter().zip(starts) {
        let real = i64::from(score(ws, ix, start));
        let Some(claimed) = entry.score.filter(|claimed| *claimed != real) else {
            continue;
        };
        let (post, channel) = (&entry.post, &entry.channel);
        faults.push(Text::of(|lang| match lang {
            Lang::En => {
                format!("the slot of `{post}@{channel}` scores {real}, the plan says {claimed}")
            }
            Lang::Fr => {
                format!("le créneau de `{post}@{channel}` vaut {real}, le plan annonce {claimed}")
            }
        }));
    }
    faults
}

fn report(plan: &PlanFile, faults: &[Text], lang: Lang, session: &mut Session<'_>) {
    let name = clean(&plan.calendar).into_owned();
    let days = span_of_days(lang, plan.from, plan.to);
    let objective = number(lang, plan.objective);
    let placed = plan.placements.len();
    if faults.is_empty() {
        let line = match lang {
            Lang::En => {
                let placed = count(lang, placed, "post", "posts");
                format!("OK: {name}, {days}: {placed}, objective {objective}\n")
            }
            Lang::Fr => {
                let placed = count(lang, placed, "publication", "publications");
                format!("OK\u{a0}: {name}, {days}\u{a0}: {placed}, objectif {objective}\n")
            }
        };
        return session.print(&line);
    }
    let head = match lang {
        Lang::En => {
            let many = count(lang, faults.len(), "difference", "differences");
            format!("{name}, {days}: {many}\n")
        }
        Lang::Fr => {
            let many = count(lang, faults.len(), "différence", "différences");
            format!("{name}, {days}\u{a0}: {many}\n")
        }
    };
    session.print(&head);
    for fault in faults {
        let line = clean(fault.get(lang)).replace('\n', " ");
        session.print(&format!("- {line}\n"));
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::env::Env;
    use crate::cli::run::run;
    use std::ffi::OsString;

    const CALENDAR: &str = include_str!("../../tests/data/plans/two-days/calendar.toml");
    const MIX: &str = include_str!("../../tests/data/plans/two-days/mix.toml");
    const PLAN: &str = include_str!("../../tests/data/plans/two-days/plan.json");

    /// The exit code and what is said when this plan is verified.
    fn verified(plan: &str, more: &[&str]) -> (u8, String) {
        certified(plan, "", more)
    }

    /// The same, with a certificate beside the plan.
    fn certified(plan: &str, certificate: &str, more: &[&str]) -> (u8, String) {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| {
            crate::cli::write::write(&folder.path().join(name), text.as_bytes()).unwrap();
        };
        put("calendar.toml", CALENDAR);
        put("mix.toml", MIX);
        put("plan.json", plan);
        put("proof.json", certificate);
        let mut env = Env::bare();
        env.current_dir = folder.path().to_owned();
        let argv = ["edito", "verify", "plan.json", "--now", "2026-03-01T00:00:00Z"];
        let argv: Vec<OsString> = argv.iter().chain(more).map(Into::into).collect();
        let reply = run(&argv, &env);
        let said = [reply.stdout, reply.stderr].concat();
        (reply.code, String::from_utf8(said).unwrap())
    }

    #[test]
    fn a_plan_that_holds() {
        let (code, said) = verified(PLAN, &[]);
        assert_eq!(said, "OK: tiny-s3, 2–3 March 2026: 4 posts, objective 34,200\n");
        assert_eq!(code, 0);
    }

    #[test]
    fn every_difference_is_told() {
        let wrong = PLAN
            .replace("34200", "34300")
            .replace("34201", "34199")
            .replace("\"score\": 38", "\"score\": 39")
            .replace("03T16:00:00", "03T16:30:00");
        let (code, said) = verified(&wrong, &["--lang", "fr"]);
        assert_eq!(code, 1);
        for words in [
            "grille de 120 min",
            "le plan annonce 34\u{202f}300",
            "la borne, 34\u{202f}199, est inférieure",
            "vaut 38, le plan annonce 39",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }

    #[test]
    fn figures_that_contradict_each_other() {
        let unplaced = |post: &str, channel: &str| {
            let list = format!(r#""unplaced": [{{"post": "{post}", "channel": "{channel}"}}]"#);
            PLAN.replace("\"gap\": null", &list)
        };
        for (plan, words) in [
            (PLAN.replace("\"gap\": null", "\"gap\": 0.5"), "the plan says 0.5"),
            (unplaced("p00003", "linkedin"), "has no slot, and gives it one"),
            (unplaced("ghost", "linkedin"), "and the calendar has no such post"),
        ] {
            let (code, said) = verified(&plan, &[]);
            assert_eq!((code, said.contains(words)), (1, true), "{said}");
        }
        let gap = PLAN.replace("\"gap\": null", "\"gap\": 0.000029239766081871");
        assert_eq!(verified(&gap, &[]).0, 0);
    }

    #[test]
    fn files_that_cannot_be_read() {
        let (code, said) = verified("{\n oops", &[]);
        assert_eq!((code, said.contains("line 2, column 2")), (2, true), "{said}");
        assert!(said.starts_with("error: plan.json: "), "{said}");
        let unknown = PLAN.replace("p00003", "p99999");
        let (code, said) = verified(&unknown, &[]);
        assert_eq!((code, said.contains("`p99999`")), (2, true), "{said}");
        let (code, said) = verified(&format!("{PLAN}{PLAN}"), &[]);
        assert_eq!((code, said.contains("2 plans, for 1 calendar")), (2, true), "{said}");
    }

    /// No prices and no branching prove a bound that is far away.
    const PROOF: &str = r#"{"format": "edito-certificate/1", "calendar": "tiny-s3", "from": "2026-03-02",
 "to": "2026-03-03", "slots": "consider", "objective": 34200, "bound": 200000,
 "nodes": [{"parent": null, "side": null, "prices": [{}], "split": null}]}"#;

    #[test]
    fn a_bound_that_is_proven() {
        let plan = PLAN.replace("34201", "200000");
        let with = ["--certificate", "proof.json"];
        let (code, said) = certified(&plan, PROOF, &with);
        assert_eq!((code, said.lines().count()), (0, 2), "{said}");
        assert!(said.ends_with("\nproven: no plan is worth more than 200,000\n"), "{said}");
        let french = [&with[..], &["--lang", "fr"]].concat();
        let (code, said) = certified(&plan, PROOF, &french);
        let proven = "démontré\u{a0}: aucun plan ne vaut plus de 200\u{202f}000\n";
        assert!(code == 0 && said.ends_with(proven), "{said}");
    }

    #[test]
    fn a_bound_that_is_not_proven() {
        let with = ["--certificate", "proof.json"];
        let plan = PLAN.replace("34201", "200000");
        for (from, to, words) in [
            ("200000", "199980", "the bound of the plan is 200,000, the certificate’s 199,980"),
            ("34200", "34100", "the objective of the plan is 34,200, the certificate’s 34,100"),
            (
                "03-03",
                "03-04",
                "the certificate is for 2–4 March 2026, the plan for 2–3 March 2026",
            ),
            ("tiny-s3", "large", "the certificate is of the calendar “large”"),
            ("[{}]", "[]", "node 0: it has no prices and is not split further"),
        ] {
            let (code, said) = certified(&plan, &PROOF.replace(from, to), &with);
            assert_eq!((code, said.contains(words)), (1, true), "{said}");
            assert!(!said.contains("proven"), "{said}");
        }
        let low = PROOF.replace("200000", "34201");
        let (code, said) = certified(PLAN, &low, &with);
        assert!(code == 1 && said.contains("node 0: its prices still allow "), "{said}");
    }

    #[test]
    fn certificates_that_cannot_be_read() {
        let with = ["--certificate", "proof.json"];
        for (certificate, words) in [
            ("", "the file is empty"),
            ("{\n oops", "line 2, column 2"),
            (PLAN, "only `edito-certificate/1` can be checked"),
            (&format!("{PROOF}{PROOF}"), "2 certificates, for 1 plan"),
            (&PROOF.replace("200000", "2e5"), "line 2, column"),
        ] {
            let (code, said) = certified(PLAN, certificate, &with);
            assert_eq!((code, said.contains(words)), (2, true), "{said}");
            assert!(said.starts_with("error: proof.json: "), "{said}");
        }
        let (code, _) = verified(PLAN, &["--certificate", "nothing.json"]);
        assert_eq!(code, 2);
    }
}
