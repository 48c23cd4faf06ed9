//! `init`: a first calendar, by a few questions or from flags.
//!
//! Flags answer in advance ([`given`]); a person at a terminal is asked the rest ([`questions`]);
//! without one, what is safe is guessed and what is not is an error that names the flag. The
//! files themselves are text made from the answers ([`starter`]). Nothing is ever overwritten.

mod given;
pub(super) mod questions;
mod starter;

use super::args::Init;
use super::env::Attached;
use super::failure::Failure;
use super::session::Session;
use super::write::write;
use crate::lang::{Lang, Text};
use crate::load::slashes;
use crate::networks::Network;
use crate::time::Zone;
use given::Given;
use starter::File;
use std::path::{Path, PathBuf};

/// Everything a first calendar is made from.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    /// The brand's name.
    pub(super) name: String,
    /// The language it publishes in.
    pub(super) lang: Lang,
    /// Its clock.
    pub(super) zone: Zone,
    /// Its networks, each once; never empty.
    pub(super) networks: Vec<&'static Network>,
    /// The country of its public holidays.
    pub(super) country: Option<String>,
}

/// Writes a first calendar and says what to do next.
///
/// # Errors
/// When a flag makes no sense, an answer is missing and nobody can be asked, one of the files is
/// already there, or one cannot be written. Nothing is left behind then.
pub fn run(args: &Init, session: &mut Session<'_>) -> Result<u8, Failure> {
    let folder = Folder::of(args.dir.as_deref(), session);
    folder.refuse_what_is_there()?;
    let given = Given::of(args)?;
    let answers = if somebody_is_there(session) {
        match questions::ask(given, &folder, session)? {
            Some(answers) => answers,
            None => return Ok(0),
        }
    } else {
        given.complete(session)?
    };
    let files = starter::files(&answers, session.now);
    folder.write(&files)?;
    let done = done(&folder, &files, session.lang());
    session.print(&done);
    Ok(0)
}

pub(super) fn somebody_is_there(session: &Session<'_>) -> bool {
    !session.global.no_input
        && session.env.stdin == Attached::Terminal
        && session.env.stderr == Attached::Terminal
}

/// Where the files go.
struct Folder {
    path: PathBuf,
    /// As typed; empty for the current folder.
    typed: String,
}

impl Folder {
    fn of(typed: Option<&Path>, session: &Session<'_>) -> Self {
        let current = &session.env.current_dir;
        match typed {
            None => Self { path: current.clone(), typed: String::new() },
            Some(typed) => Self { path: current.join(typed), typed: slashes(typed) },
        }
    }

    /// A file's path as a person would type it.
    fn show(&self, name: &str) -> String {
        match self.typed.trim_end_matches('/') {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        }
    }

    fn refuse_what_is_there(&self) -> Result<(), Failure> {
        let there =
            starter::NAMES.into_iter().find(|name| self.path.join(name).symlink_metadata().is_ok());
        match there {
            None => Ok(()),
            Some(name) => Err(self.already_there(&self.show(name))),
        }
    }

    fn already_there(&self, path: &str) -> Failure {
        Failure::with_help(
            Text::of(|lang| match lang {
                Lang::En => format!("`{path}` is already there, and nothing is ever overwritten"),
                Lang::Fr => format!("`{path}` existe déjà, et rien n’est jamais écrasé"),
            }),
            Text::of(|lang| {
                let free = self.free(lang);
                match lang {
                    Lang::En => format!("choose another folder, such as `edito init {free}`"),
                    Lang::Fr => {
                        format!("choisissez un autre dossier, par exemple `edito init {free}`")
                    }
                }
            }),
        )
    }

    /// A folder that is not there yet, as a shell takes it: this one with a number behind, or one
    /// for the brand.
    fn free(&self, lang: Lang) -> String {
        let typed = self.typed.trim_end_matches('/');
        let base = match (typed, lang) {
            ("" | "." | "..", Lang::En) => PathBuf::from("my-brand"),
            ("" | "." | "..", Lang::Fr) => PathBuf::from("ma-marque"),
            (typed, _) => PathBuf::from(typed),
        };
        // Only a name that was typed was joined: beside it, or inside the current folder.
        let place = match typed {
            "" => self.path.as_path(),
            "." | ".." => Path::new(""),
            _ => self.path.parent().unwrap_or(Path::new("")),
        };
        let last = base.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = (1..)
            .map(|n| if n == 1 { last.clone() } else { format!("{last}-{n}") })
            .find(|name| place.join(name).symlink_metadata().is_err())
            .unwrap_or(last);
        shell_word(&crate::text::clean(&slashes(&base.with_file_name(name))))
    }

    /// All the files, or none.
    fn write(&self, files: &[File]) -> Result<(), Failure> {
        std::fs::create_dir_all(&self.path).map_err(|error| Failure::write(&self.path, &error))?;
        for (nth, file) in files.iter().enumerate() {
            if let Err(failure) = write(&self.path.join(file.name), file.text.as_bytes()) {
                for written in &files[..nth] {
                    let _ = std::fs::remove_file(self.path.join(written.name));
                }
                return Err(failure);
            }
        }
        Ok(())
    }
}

fn done(folder: &Folder, files: &[File], lang: Lang) -> String {
    let (ready, next) = match lang {
        Lang::En => ("Your calendar is ready:", "And now:"),
        Lang::Fr => ("Votre calendrier est prêt\u{a0}:", "Et maintenant\u{a0}:"),
    };
    let bold = anstyle::Style::new().bold();
    let mut out = format!("{bold}{ready}{bold:#}\n");
    let shown: Vec<String> = files.iter().map(|file| folder.show(file.name)).collect();
    let width = shown.iter().map(|name| name.chars().count()).max();
    for (name, file) in shown.iter().zip(files) {
        let name = crate::text::clean(name);
        let about = file.about.get(lang);
        out.push_str(&format!("  {name:<0$}   {about}\n", width.unwrap_or(0)));
    }
    let place = match folder.typed.as_str() {
        "" => String::new(),
        typed => format!(" --calendar {}", shell_word(&crate::text::clean(typed))),
    };
    out.push_str(&format!("\n{bold}{next}{bold:#}\n  edito check{place}\n  edito plan{place}\n"));
    out
}

/// A word as a shell takes it.
fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    if word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test looks at its own files")]
mod tests {
    use super::*;
    use crate::cli::env::Env;
    use crate::cli::run::{Reply, run};
    use crate::source::Sources;
    use crate::time::Instant;
    use crate::{load, rules};
    use std::ffi::OsString;
    use std::fs;

    const NOW: &str = "2026-11-21T10:00:00+01:00";

    fn edito(folder: &Path, words: &[&str]) -> Reply {
        let env = Env { current_dir: folder.to_owned(), ..Env::bare() };
        let argv: Vec<OsString> =
            ["edito", "--now", NOW].iter().chain(words).map(Into::into).collect();
        run(&argv, &env)
    }

    fn text(bytes: &[u8]) -> String {
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    /// All that `check` would find.
    fn findings(root: &Path) -> Vec<String> {
        let mut sources = Sources::default();
        let loaded = load::workspace(root, root.parent().unwrap(), &mut sources).unwrap();
        let ws = loaded.workspace.as_ref().unwrap();
        let now = Instant::parse_rfc3339(NOW).unwrap();
        let facts = rules::Facts::new(ws, &sources, now);
        let ruled = rules::check(&facts);
        let all = loaded.findings.iter().chain(&ruled);
        all.map(|f| format!("{} {}", f.rule, f.message.get(Lang::En))).collect()
    }

    #[test]
    fn what_init_writes_check_finds_clean() {
        for lang in ["fr", "en"] {
            for networks in [
                &["instagram", "linkedin"][..],
                &["Google Business", "Facebook"],
                &["newsletter", "x", "custom"],
            ] {
                let folder = tempfile::tempdir().unwrap();
                let mut words =
                    vec!["init", "ma marque", "--name", "Chez \"Léa\"", "--brand-lang", lang];
                words.extend(networks.iter().flat_map(|network| ["--channel", network]));
                let reply = edito(folder.path(), &words);
                assert_eq!(reply.code, 0, "{}", text(&reply.stderr));
                let said = text(&reply.stdout);
                assert!(said.contains("edito plan --calendar 'ma marque'"), "{said}");
                let root = folder.path().join("ma marque/calendar.toml");
                let found = findings(&root);
                assert!(found.is_empty(), "{lang} {networks:?}: {found:#?}");
            }
        }
    }

    #[test]
    fn nothing_is_overwritten_and_nothing_else_written() {
        for there in starter::NAMES {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(there), "mine").unwrap();
            let reply = edito(folder.path(), &["init", "--name", "A", "--channel", "x"]);
            assert_eq!(reply.code, 2);
            assert!(text(&reply.stderr).contains(there), "{}", text(&reply.stderr));
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
            assert_eq!(fs::read_to_string(folder.path().join(there)).unwrap(), "mine");
        }
    }

    #[test]
    fn another_folder_is_another_name() {
        let folder = tempfile::tempdir().unwrap();
        let init = |words: &[&str]| {
            let flags = ["--name", "A", "--channel", "Google Business"];
            edito(folder.path(), &[&["init"], words, &flags].concat())
        };
        assert_eq!(init(&["ma-marque", "--lang", "fr"]).code, 0);
        let said = text(&init(&["ma-marque", "--lang", "fr"]).stderr);
        assert!(said.contains("par exemple `edito init ma-marque-2`"), "{said}");
        fs::create_dir(folder.path().join("ma-marque-2")).unwrap();
        let said = text(&init(&["ma-marque/", "--lang", "en"]).stderr);
        assert!(said.contains("such as `edito init ma-marque-3`"), "{said}");
        assert_eq!(init(&[]).code, 0);
        let said = text(&init(&["--lang", "fr"]).stderr);
        assert!(said.contains("`edito init ma-marque-3`"), "{said}");
        let said = text(&init(&["--lang", "en"]).stderr);
        assert!(said.contains("`edito init my-brand`"), "{said}");
    }

    #[test]
    fn answers_that_are_none_are_refused_in_both_languages() {
        let folder = tempfile::tempdir().unwrap();
        for (lang, empty, unknown) in [
            ("en", "given with `--name` is empty", "is not a country code"),
            ("fr", "donné par `--name` est vide", "n’est pas un code de pays"),
        ] {
            let wanted = ["init", "--channel", "LinkedIn", "--lang", lang];
            for (more, words) in
                [(&["--name", ""][..], empty), (&["--name", "A", "--country", "ZZ"], unknown)]
            {
                let reply = edito(folder.path(), &[&wanted, more].concat());
                let said = text(&reply.stderr);
                assert!(reply.code == 2 && said.contains(words), "{said}");
            }
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_missing_answer_names_its_flag() {
        let folder = tempfile::tempdir().unwrap();
        for (words, flags) in [
            (&["init"][..], &["--name", "--channel"][..]),
            (&["init", "--name", "A"], &["--channel"]),
            (&["init", "--channel", "x", "--name", " "], &["--name"]),
            (&["init", "--name", "A", "--channel", "instagramm"], &["instagram"]),
            (&["init", "--name", "A", "--channel", "x", "--timezone", "Paris"], &["Europe/Paris"]),
            (&["init", "--name", "A", "--channel", "x", "--country", "France"], &["FR"]),
        ] {
            let reply = edito(folder.path(), words);
            let said = text(&reply.stderr);
            assert_eq!(reply.code, 2, "{said}");
            assert!(flags.iter().all(|flag| said.contains(flag)), "{said}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn words_of_a_shell() {
        assert_eq!(shell_word("a/b-c"), "a/b-c");
        assert_eq!(shell_word("l'été"), "'l'\\''été'");
    }
}
