//! `check`: everything a machine can know.

mod fix;

use super::args::Check;
use super::checked::{Checked, Sieve, judged};
use super::colour::Colour;
use super::explain::unknown_rule;
use super::failure::Failure;
use super::fix::Mends;
use super::form::form_of;
use super::recall::recall;
use super::run::painted;
use super::session::Session;
use super::targets::{Scope, Target, members, stray, targets};
use super::values::{CheckFormat, FailOn};
use crate::diagnostic::Level;
use crate::lang::Lang;
use crate::render::findings::{Look, Tally, concise, human, json, summary};
use crate::rules;
use crate::source::SourceId;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};

/// Columns of a report in a file.
const PAGE: usize = 100;

/// Checks every calendar of the run; one that can't be read does not stop the others.
///
/// 0 when all is well or too mild to matter, 1 when a finding has the level of `--fail-on`, 2 when
/// something could not be read.
///
/// # Errors
/// When there is no calendar at all, a rule or a format is unknown, or the report can't be written.
pub fn run(args: &Check, session: &mut Session<'_>) -> Result<u8, Failure> {
    let form = form_of(args.format, file_of(args))?;
    known(&args.only)?;
    if args.diff {
        return fix::diff(args, session);
    }
    let (checked, failures) =
        if args.fix { fix::fixed(args, session)? } else { every(args, session)? };
    let look = |lang| {
        let look = session.look(lang);
        match file_of(args) {
            Some(_) => Look { width: PAGE, ..look },
            None => look,
        }
    };
    let mut text = String::new();
    for one in &checked {
        text.push_str(&match form {
            CheckFormat::Human => human(&one.findings, &session.sources, &look(one.lang)),
            CheckFormat::Concise => concise(&one.findings, &session.sources, one.lang),
            CheckFormat::Json => json(&one.findings, &one.tally, &session.sources, one.lang),
        });
    }
    let last = last_line(&checked, session);
    if form == CheckFormat::Human && !session.global.quiet {
        text.push_str(&last);
    }
    match file_of(args) {
        Some(path) => {
            session.write(path, &painted(&text, Colour::Off))?;
            session.tell(&last);
        }
        None => session.print(&text),
    }
    let failed = failures.iter().map(|failure| session.tell_failure(failure)).count();
    Ok(match failed {
        0 => code(&checked, args),
        _ => 2,
    })
}

/// Checks every calendar that is meant: what is shown of each, and what could not be read.
fn every(args: &Check, session: &mut Session<'_>) -> Result<(Vec<Checked>, Vec<Failure>), Failure> {
    let (targets, mut failures) = targets(&args.files, session)?;
    let (checked, more) = check_all(targets, args, session);
    failures.extend(more);
    Ok((checked, failures))
}

fn check_all(
    targets: Vec<Target>,
    args: &Check,
    session: &mut Session<'_>,
) -> (Vec<Checked>, Vec<Failure>) {
    let mut checked = Vec::new();
    let mut failures = Vec::new();
    let mut todo = VecDeque::from(targets);
    let mut homeless: Vec<PathBuf> = Vec::new();
    let mut done: Vec<PathBuf> = Vec::new();
    while let Some(target) = todo.pop_front() {
        done.push(target.root.clone());
        match check(&target, args, session) {
            Ok((Some(one), outside)) => {
                checked.push(one);
                homeless.extend(outside);
            }
            Ok((None, outside)) => homeless.extend(outside),
            Err(failure) => failures.push(failure),
        }
        if !todo.is_empty() {
            continue;
        }
        // A file that its nearest calendar does not name may be a calendar of another name.
        for file in std::mem::take(&mut homeless) {
            let is_toml = file.extension().is_some_and(|end| end == "toml");
            if is_toml && session.named().is_empty() && !done.contains(&file) {
                todo.push_back(Target { root: file, scope: Scope::Whole });
            } else {
                failures.push(stray(&file, &session.env.current_dir));
            }
        }
    }
    (checked, failures)
}

/// Checks one calendar: what is to be shown of it, if anything, and the files that are not its own.
fn check(
    target: &Target,
    args: &Check,
    session: &mut Session<'_>,
) -> Result<(Option<Checked>, Vec<PathBuf>), Failure> {
    let known = session.sources.len();
    let mut loaded = session.load(&target.root)?;
    if let Some(ws) = &mut loaded.workspace {
        recall(ws, &target.root, session)?;
    }
    let lang = session.lang_of(Some(&loaded));
    let (shown, beside, outside) = match &target.scope {
        Scope::Whole => (None, 0, Vec::new()),
        Scope::Files(files) => {
            let read: Vec<SourceId> =
                session.sources.iter().skip(known).map(|(id, _)| id).collect();
            let current = &session.env.current_dir;
            let found = members(&target.root, files, &read, &loaded, &session.sources, current)?;
            if found.shown.is_empty() && found.beside == 0 {
                return Ok((None, found.outside));
            }
            (Some(found.shown), found.beside, found.outside)
        }
    };
    let sieve = Sieve { files: shown, beside, only: &args.only };
    let mut one = judged(&loaded, &sieve, lang, session);
    if session.mending.is_some() {
        one.mends = Mends::of(&one.findings, &target.root, &loaded, session)?;
    }
    Ok((Some(one), outside))
}

/// The summary over all calendars, in their language when they agree on one.
fn last_line(checked: &[Checked], session: &Session<'_>) -> String {
    if checked.is_empty() {
        return String::new();
    }
    let lang = agreed(checked, session);
    let total = checked.iter().fold(Tally::default(), |total, one| total.and(one.tally));
    summary(&total, lang)
}

/// The language that calendars agree on, else that of the run.
fn agreed(checked: &[Checked], session: &Session<'_>) -> Lang {
    let first = checked.first().map(|one| one.lang);
    let first = first.filter(|lang| checked.iter().all(|one| one.lang == *lang));
    first.unwrap_or_else(|| session.lang())
}

fn code(checked: &[Checked], args: &Check) -> u8 {
    let least = match args.fail_on {
        FailOn::Hint => Level::Hint,
        FailOn::Warning => Level::Warning,
        FailOn::Error => Level::Error,
    };
    let worst = checked.iter().flat_map(|one| &one.findings).map(|one| one.level).max();
    let fails = !args.exit_zero && worst.is_some_and(|worst| worst >= least);
    u8::from(fails)
}

/// The file to write; none means stdout.
fn file_of(args: &Check) -> Option<&Path> {
    args.output.as_deref().filter(|path| *path != Path::new("-"))
}

/// Rules of a brand's own tone have names that only its files know.
fn known(only: &[String]) -> Result<(), Failure> {
    let ids = || rules::TABLE.iter().map(|entry| entry.rule.id);
    let unknown =
        only.iter().find(|rule| !rule.starts_with("tone.") && !ids().any(|id| id == rule.as_str()));
    unknown.map_or(Ok(()), |rule| Err(unknown_rule(rule, ids())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::env::Env;
    use crate::cli::run::{Reply, run};
    use crate::diagnostic::{Finding, Judged};
    use crate::lang::Text;
    use std::ffi::OsString;

    const GOOD: &str = "[calendar]\nname = \"B\"\ntimezone = \"Europe/Paris\"\nlang = \"fr\"\n\n[channels.x]\nnetwork = \"x\"\n";

    /// A folder with these files.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            crate::cli::write::write(&folder.path().join(name), text.as_bytes()).unwrap();
        }
        folder
    }

    fn edito(folder: &tempfile::TempDir, line: &str) -> Reply {
        let argv: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        let mut env = Env::bare();
        env.current_dir = folder.path().to_owned();
        run(&argv, &env)
    }

    fn stdout(reply: &Reply) -> &str {
        std::str::from_utf8(&reply.stdout).unwrap()
    }

    fn stderr(reply: &Reply) -> &str {
        std::str::from_utf8(&reply.stderr).unwrap()
    }

    fn bad() -> String {
        format!("{GOOD}posts = [\"p.toml\"]\n").replace("[calendar]", "brand = 1\n[calendar]")
    }

    #[test]
    fn a_calendar_without_posts_is_well() {
        let folder = folder(&[("calendar.toml", GOOD)]);
        let reply = edito(&folder, "edito check");
        assert_eq!(reply.code, 0, "{}", stderr(&reply));
        assert_eq!(stdout(&reply), "tout va bien\u{a0}: 1 fichier (encore aucune publication)\n");
        let quiet = edito(&folder, "edito check -q");
        assert_eq!((quiet.code, stdout(&quiet), stderr(&quiet)), (0, "", ""));
    }

    #[test]
    fn the_exit_code_follows_the_findings() {
        let folder = folder(&[("calendar.toml", &bad())]);
        for (line, code) in [
            ("edito check --fail-on hint", 1),
            ("edito check --fail-on hint --format json", 1),
            ("edito check --exit-zero", 0),
        ] {
            let reply = edito(&folder, line);
            assert_eq!(reply.code, code, "{line}: {}", stderr(&reply));
            assert!(stdout(&reply).contains("unknown-key"), "{line}");
        }
    }

    #[test]
    fn levels_are_compared_with_the_least_that_fails() {
        let one = |level| Checked {
            lang: Lang::En,
            findings: vec![Judged {
                finding: Finding::new(
                    "r",
                    crate::diagnostic::Place::File(crate::source::Sources::default().add("a", "")),
                    Text::same("m"),
                ),
                level,
            }],
            tally: Tally::default(),
            mends: Mends::default(),
        };
        let args = |fail_on| Check {
            files: Vec::new(),
            format: None,
            output: None,
            only: Vec::new(),
            fail_on,
            exit_zero: false,
            fix: false,
            diff: false,
        };
        let fails = |level, fail_on| code(&[one(Level::Hint), one(level)], &args(fail_on));
        assert_eq!(fails(Level::Warning, FailOn::Error), 0);
        assert_eq!(fails(Level::Error, FailOn::Error), 1);
        assert_eq!(fails(Level::Hint, FailOn::Warning), 0);
        assert_eq!(fails(Level::Hint, FailOn::Hint), 1);
        assert_eq!(code(&[], &args(FailOn::Hint)), 0);
    }

    #[test]
    fn one_that_cannot_be_read_does_not_stop_the_others() {
        let folder = folder(&[("calendar.toml", &bad())]);
        let reply = edito(&folder, "edito check gone.toml . --format concise");
        assert_eq!(reply.code, 2);
        assert!(stdout(&reply).contains("unknown-key"));
        assert!(stderr(&reply).contains("gone.toml"), "{}", stderr(&reply));
    }

    #[test]
    fn a_file_of_a_workspace_shows_its_own_findings_only() {
        let root = bad().replace("posts = [\"p.toml\"]\n", "");
        let root = format!("posts = [\"p.toml\"]\n{root}");
        let post = "\u{feff}[[post]]\nid = \"a\"\ntitle = \"A\"\nchanels = [\"x\"]\n";
        let folder = folder(&[("calendar.toml", &root), ("p.toml", post)]);
        let reply = edito(&folder, "edito check p.toml --format json");
        let value: serde_json::Value = serde_json::from_str(stdout(&reply)).unwrap();
        assert_eq!(value["summary"]["files"], 1);
        assert_eq!(value["summary"]["posts"], 1);
        let findings = value["findings"].as_array().unwrap();
        assert!(!findings.is_empty());
        assert!(findings.iter().all(|found| found["file"] == "p.toml"));
        let typo = findings.iter().find(|found| found["line"] == 4).unwrap();
        let start = post.find("chanels").unwrap();
        assert_eq!(typo["start_byte"], start, "the mark at the start counts");
        let both = edito(&folder, "edito check p.toml calendar.toml --format concise");
        assert!(stdout(&both).contains("calendar.toml:2:1"), "{}", stdout(&both));
        let named = edito(&folder, "edito --calendar . check p.toml --format concise");
        assert!(!stdout(&named).contains("calendar.toml:"), "{}", stdout(&named));
    }

    #[test]
    fn a_root_of_another_name_is_a_calendar_and_a_stray_file_is_none() {
        let files = [("calendar.toml", GOOD), ("other.toml", &bad()), ("a.md", "# A")];
        let folder = folder(&files);
        let reply = edito(&folder, "edito check other.toml --format concise");
        assert!(stdout(&reply).starts_with("other.toml:"), "{}", stdout(&reply));
        let reply = edito(&folder, "edito check a.md");
        assert_eq!((reply.code, stdout(&reply)), (2, ""));
        assert!(stderr(&reply).contains("a.md belongs to no calendar"));
    }

    #[test]
    fn several_calendars_are_a_line_of_json_each_and_one_summary() {
        let folder = folder(&[("a.toml", GOOD), ("b.toml", &bad())]);
        let reply = edito(&folder, "edito check a.toml b.toml --format json");
        assert_eq!(stdout(&reply).lines().count(), 2);
        let reply = edito(&folder, "edito check a.toml b.toml");
        assert!(stdout(&reply).contains(" dans 2 fichiers"), "{}", stdout(&reply));
    }

    #[test]
    fn the_name_of_the_output_gives_its_format() {
        let folder = folder(&[("calendar.toml", &bad())]);
        let reply = edito(&folder, "edito --color always check --exit-zero -o out.json");
        assert_eq!((reply.code, stdout(&reply)), (0, ""));
        assert!(stderr(&reply).contains("dans 1 fichier"), "{}", stderr(&reply));
        let home = crate::load::Home::at(folder.path());
        let text = home.text(&folder.path().join("out.json")).unwrap();
        assert!(text.starts_with("{\"format\":\"edito-check/1\""), "{text}");
        edito(&folder, "edito --color always check -o out.txt");
        let text = home.text(&folder.path().join("out.txt")).unwrap();
        assert!(text.contains("[unknown-key]") && !text.contains('\u{1b}'), "{text}");
        assert_eq!(edito(&folder, "edito check -o out.xlsx").code, 2);
        for (lang, said) in [("en", "does not go with"), ("fr", "ne va pas avec")] {
            let line = format!("edito check --format concise -o f.json --lang {lang}");
            let reply = edito(&folder, &line);
            assert!(reply.code == 2 && stderr(&reply).contains(said), "{}", stderr(&reply));
        }
        assert!(stdout(&edito(&folder, "edito check -o -")).contains("[unknown-key]"));
    }

    #[test]
    fn an_unknown_rule_cannot_be_the_only_one() {
        let folder = folder(&[("calendar.toml", GOOD)]);
        let reply = edito(&folder, "edito check --only no-such-rule-at-all");
        assert_eq!(reply.code, 2);
        assert!(stderr(&reply).contains("no-such-rule-at-all"));
        let faulty = self::folder(&[("calendar.toml", &bad())]);
        for (lang, said) in [("en", "not shown"), ("fr", "pas montré")] {
            let line = format!("edito check --only duplicate-id --lang {lang}");
            let text = edito(&faulty, &line);
            assert!(stdout(&text).contains(said), "{}", stdout(&text));
            assert!(!stdout(&text).contains("all is well"), "{}", stdout(&text));
        }
        let own = edito(&folder, "edito check --only tone.house-style");
        assert_eq!(own.code, 0, "{}", stderr(&own));
    }
}
