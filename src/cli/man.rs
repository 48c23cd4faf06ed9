//! The manual pages, from the localised command.
//!
//! The page generator speaks English in its headings and knows no examples: headings are
//! replaced, examples written here. Returns bytes; writing files is the caller's job.

use std::io::{self, Write};

use clap::Command;
use clap_mangen::Man;

use super::usage::typed_as;
use super::words;
use crate::lang::Lang;

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
    let title = if path.is_empty() {
        "EDITO".to_owned()
    } else {
        format!("EDITO-{}", path.to_uppercase())
    };
    let man = Man::new(cmd.clone())
        .title(title)
        .source(concat!("edito ", env!("CARGO_PKG_VERSION")));
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
    use crate::cli::localise;

    #[test]
    fn every_command_has_its_page() {
        let pages = all(localise::command(Lang::Fr, 80), Lang::Fr).unwrap();
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names[..3], ["edito.1", "edito-init.1", "edito-check.1"]);
        assert_eq!(pages.len(), 12);
        let first = program(localise::command(Lang::Fr, 80), Lang::Fr).unwrap();
        assert_eq!(first, pages[0].1);
    }

    #[test]
    fn the_page_of_plan_is_french_throughout() {
        let pages = all(localise::command(Lang::Fr, 80), Lang::Fr).unwrap();
        let (_, bytes) = pages
            .iter()
            .find(|(name, _)| name == "edito-plan.1")
            .unwrap();
        let page = String::from_utf8(bytes.clone()).unwrap();
        let headings: Vec<&str> = page
            .lines()
            .filter_map(|l| l.strip_prefix(".SH "))
            .collect();
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
        assert!(
            !page.contains("ossible values") && !page.contains("default"),
            "{page}"
        );
    }
}
