//! `plan --certificate FILE`: the proof of a plan's bound, in a file of its own.

use super::args;
use super::failure::Failure;
use super::plan::Planned;
use super::session::Session;
use super::write::real;
use crate::lang::{Lang, Text};
use crate::load::slashes;
use std::path::Path;

/// Refuses what has no single file to go to, before any work.
///
/// # Errors
/// When there are several calendars, or only a part of the plan is shown, or the file is the
/// screen or the plan's own.
pub(super) fn has_a_place(args: &args::Plan, session: &Session<'_>) -> Result<(), Failure> {
    let Some(path) = &args.certificate else {
        return Ok(());
    };
    if path == Path::new("-") {
        return Err(refused(
            (
                "`--certificate` writes to a file, not to the screen",
                "name one, such as `proof.json`",
            ),
            (
                "`--certificate` écrit dans un fichier, pas à l’écran",
                "nommez-en un, par exemple `proof.json`",
            ),
        ));
    }
    let place = |path: &Path| real(&session.env.current_dir.join(path));
    let plan = args.output.as_deref().filter(|path| *path != Path::new("-"));
    if plan.is_some_and(|plan| place(plan) == place(path)) {
        return Err(refused(
            ("the plan and its certificate go to the same file", "give each its own name"),
            ("le plan et son certificat vont dans le même fichier", "donnez un nom à chacun"),
        ));
    }
    if !args.channels.is_empty() {
        return Err(refused(
            (
                "a certificate is that of the whole plan, and `--channel` shows a part of it",
                "leave out `--channel`, or `--certificate`",
            ),
            (
                "un certificat est celui du plan entier, et `--channel` n’en montre qu’une partie",
                "retirez `--channel`, ou `--certificate`",
            ),
        ));
    }
    if session.roots()?.len() > 1 {
        return Err(refused(
            (
                "a certificate is that of one calendar, and there are several",
                "give one `--calendar`",
            ),
            (
                "un certificat est celui d’un seul calendrier, et il y en a plusieurs",
                "donnez un seul `--calendar`",
            ),
        ));
    }
    Ok(())
}

/// Writes the proof of a plan's bound.
///
/// # Errors
/// When the file can't be written, or the planner gave no proof: a fault of the program.
pub(super) fn write(path: &Path, plan: &Planned, session: &mut Session<'_>) -> Result<(), Failure> {
    let Some(text) = &plan.schedule.certificate else {
        return Err(refused(
            (
                "internal error: the planner gave no certificate of its bound",
                "this is a fault of edito, not of your calendar: please report it",
            ),
            (
                "erreur interne\u{a0}: le planificateur n’a pas donné de certificat de sa borne",
                "c’est une faute d’edito, pas de votre calendrier\u{a0}: signalez-la",
            ),
        ));
    };
    session.write(path, text.as_bytes())?;
    let name = slashes(path);
    session.tell(&match plan.lang {
        Lang::En => format!("{name} written: the proof of the bound, for `edito verify`\n"),
        Lang::Fr => format!("{name} est écrit\u{a0}: la preuve de la borne, pour `edito verify`\n"),
    });
    Ok(())
}

/// A sentence and what to do, in English and in French.
fn refused(en: (&'static str, &'static str), fr: (&'static str, &'static str)) -> Failure {
    let say = |en: &'static str, fr: &'static str| {
        Text::of(|lang| match lang {
            Lang::En => en.to_owned(),
            Lang::Fr => fr.to_owned(),
        })
    };
    Failure::with_help(say(en.0, fr.0), say(en.1, fr.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Args, Command};
    use crate::cli::env::Env;
    use clap::Parser;

    fn asked(words: &[&str]) -> (args::Plan, args::Global) {
        let args = Args::try_parse_from(["edito", "plan"].iter().chain(words)).unwrap();
        let Command::Plan(plan) = args.command else { panic!("not plan") };
        (plan, args.global)
    }

    #[test]
    fn it_goes_to_one_file_of_its_own() {
        let mut env = Env::bare();
        env.current_dir = env!("CARGO_MANIFEST_DIR").into();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/solo");
        for (words, said) in [
            (&["--certificate", "-"][..], "not to the screen"),
            (&["--certificate", "-"], "`proof.json`"),
            (&["--certificate", "a.json", "-o", "a.json"], "the same file"),
            (&["--certificate", "src/a.json", "-o", "./tests/../src/a.json"], "the same file"),
            (&["--certificate", "a.json", "--channel", "instagram"], "leave out `--channel`"),
            (
                &["--certificate", "a.json", "--calendar", folder, "--calendar", folder],
                "there are several",
            ),
        ] {
            let (plan, global) = asked(words);
            let session = Session::new(global, &env, None).unwrap();
            let failure = has_a_place(&plan, &session).unwrap_err();
            assert!(failure.render(Lang::En).contains(said), "{words:?}");
        }
        let (plan, global) = asked(&["--certificate", "a.json", "--calendar", folder]);
        assert!(has_a_place(&plan, &Session::new(global, &env, None).unwrap()).is_ok());
    }
}
