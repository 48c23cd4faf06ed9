//! The manual pages, from the localised command.
//!
//! The page generator speaks English in its headings and knows no examples: headings are
//! replaced, examples written here. Returns bytes; writing files is the caller's job.

use std::io::{self, Write};

use clap::Command;
use clap_mangen::Man;

use super::args;
use super::failure::Failure;
use super::localise;
use super::session::Session;
use super::usage::typed_as;
use super::words;
use super::write::write;
use crate::lang::{Lang, Text, count};

/// Prints the page of the program, or writes every page into a folder, which it makes.
///
/// # Errors
/// When the folder or a page cannot be written.
pub fn run(args: &args::Man, session: &mut Session<'_>) -> Result<u8, Failure> {
    let lang = session.lang();
    let cmd = localise::command(lang, session.width());
    let Some(dir) = &args.dir else {
        let page = program(cmd, lang).map_err(|error| unmade(&error))?;
        session.print(&String::from_utf8_lossy(&page));
        return Ok(0);
    };
    let folder = session.env.current_dir.join(dir);
    std::fs::create_dir_all(&folder).map_err(|error| Failure::write(dir, &error))?;
    let pages = all(cmd, lang).map_err(|error| unmade(&error))?;
    for (name, bytes) in &pages {
        write(&folder.join(name), bytes)?;
    }
    let shown = crate::load::slashes(dir);
    session.tell(&match lang {
        Lang::En => format!("{} in {shown}\n", count(lang, pages.len(), "page", "pages")),
        Lang::Fr => format!("{} dans {shown}\n", count(lang, pages.len(), "page", "pages")),
    });
    Ok(0)
}

fn unmade(error: &io::Error) -> Failure {
    let error = error.to_string();
    Failure::new(Text::of(|lang| match lang {
        Lang::En => format!("the manual cannot be made: {error}"),
        Lang::Fr => format!("le manuel ne peut pas être produit\u{a0}: {error}"),
    }))
}

/// The page of the program: `edito.1`.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn program(cmd: Command, lang: Lang) -> io::Result<Vec<u8>> {
    let mut cmd = cmd;
    cmd.build();
    page(&cmd, lang, "")
}

/// Every page with its file name: `edito.1`, `edito-check.1`, …
///
/// # Errors
/// Never in practice: they are written to memory.
pub fn all(cmd: Command, lang: Lang) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut cmd = cmd;
    cmd.build();
    let mut pages = vec![("edito.1".to_owned(), page(&cmd, lang, "")?)];
    for sub in cmd.get_subcommands() {
        let name = sub.get_name();
        pages.push((format!("edito-{name}.1"), page(sub, lang, name)?));
    }
    Ok(pages)
}

fn page(cmd: &Command, lang: Lang, path: &str) -> io::Result<Vec<u8>> {
    let title =
        if path.is_empty() { "EDITO".to_owned() } else { format!("EDITO-{}", path.to_uppercase()) };
    let man =
        Man::new(cmd.clone()).title(title).source(concat!("edito ", env!("CARGO_PKG_VERSION")));
    let mut raw = Vec::new();
    man.render_title(&mut raw)?;
    man.render_name_section(&mut raw)?;
    synopsis(&mut raw, cmd)?;
    man.render_description_section(&mut raw)?;
    man.render_options_section(&mut raw)?;
    if cmd.has_subcommands() {
        man.render_subcommands_section(&mut raw)?;
    }
    examples(&mut raw, lang, path)?;
    let text = String::from_utf8_lossy(&raw);
    Ok(worded(&text, lang).into_bytes())
}

/// How the command is typed; the generator would list every option once more.
fn synopsis(out: &mut dyn Write, cmd: &Command) -> io::Result<()> {
    let name = cmd.get_bin_name().unwrap_or_default();
    let usage = typed_as(cmd);
    let rest = usage.strip_prefix(name).unwrap_or(&usage);
    let name = name.replace('-', "\\-");
    writeln!(out, ".SH SYNOPSIS\n\\fB{name}\\fR{rest}")
}

fn examples(out: &mut dyn Write, lang: Lang, path: &str) -> io::Result<()> {
    let all = words::examples(path);
    if !all.is_empty() {
        writeln!(out, ".SH {}", words::EXAMPLES.get(lang).to_uppercase())?;
    }
    for example in all {
        let line = example.line.get(lang).replace('-', "\\-");
        writeln!(out, ".TP\n\\fB{line}\\fR\n{}", example.does.get(lang))?;
    }
    Ok(())
}

/// The headings in the language, without colon; the narrow space, unknown to troff, made wide.
fn worded(text: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.strip_prefix(".SH ") {
            Some(heading) => {
                let plain = heading.trim_matches('"');
                let plain = plain.trim_end_matches([':', '\u{a0}', ' ']);
                let heading = match (plain, lang) {
                    ("NAME", Lang::Fr) => "NOM",
                    _ => plain,
                };
                out.push_str(&format!(".SH \"{}\"", heading.to_uppercase()));
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out.replace('\u{202f}', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_its_page() {
        let pages = all(localise::command(Lang::Fr, 80), Lang::Fr).unwrap();
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names[..3], ["edito.1", "edito-init.1", "edito-check.1"]);
        assert_eq!(pages.len(), 17);
        let first = program(localise::command(Lang::Fr, 80), Lang::Fr).unwrap();
        assert_eq!(first, pages[0].1);
    }

    #[test]
    fn the_page_of_plan_is_french_throughout() {
        let pages = all(localise::command(Lang::Fr, 80), Lang::Fr).unwrap();
        let (_, bytes) = pages.iter().find(|(name, _)| name == "edito-plan.1").unwrap();
        let page = String::from_utf8(bytes.clone()).unwrap();
        let headings: Vec<&str> = page.lines().filter_map(|l| l.strip_prefix(".SH ")).collect();
        assert_eq!(
            headings,
            [
                "\"NOM\"",
                "\"SYNOPSIS\"",
                "\"DESCRIPTION\"",
                "\"OPTIONS\"",
                "\"OPTIONS COMMUNES\"",
                "\"EXEMPLES\""
            ]
        );
        assert!(page.contains("\\fBedito plan\\fR [OPTIONS]\n"), "{page}");
        assert!(!page.contains("ossible values") && !page.contains("default"), "{page}");
    }

    #[test]
    fn pages_are_printed_or_written() {
        use crate::cli::env::Env;
        use crate::cli::run::run;
        let folder = tempfile::tempdir().unwrap();
        let mut env = Env::bare();
        env.current_dir = folder.path().to_owned();
        let reply = run(&["edito", "man"].map(Into::into), &env);
        assert_eq!(reply.code, 0);
        assert!(reply.stdout.windows(9).any(|part| part == b".TH EDITO"));
        let reply = run(&["edito", "man", "share/man1"].map(Into::into), &env);
        assert_eq!((reply.code, reply.stdout.len()), (0, 0));
        let written = std::fs::read_dir(folder.path().join("share/man1")).unwrap();
        let pages = all(localise::command(Lang::En, 80), Lang::En).unwrap();
        assert_eq!(written.count(), pages.len());
        let said = String::from_utf8(reply.stderr).unwrap();
        assert!(said.ends_with("pages in share/man1\n"), "{said}");
    }
}
