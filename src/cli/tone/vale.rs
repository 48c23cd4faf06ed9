//! `tone --import-vale`: a Vale style, turned into a tone file.
//!
//! The file is the result; how much was carried over, and what was left behind and why, is said
//! beside it.

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::import::vale::{Imported, Left, import};
use crate::lang::{Lang, Text, count};
use crate::load::{folder_shown, slashes, style_folder};
use crate::render::wrap::{columns, wrap};
use crate::text::clean;
use std::path::Path;

/// Turns the style in `dir` into a tone file: at `output`, on stdout without one or for `-`.
///
/// The code is 0 when something was carried over, 1 when nothing was.
///
/// # Errors
/// When the folder cannot be read or holds no style, or `output` is already there or cannot be
/// written.
pub fn run(dir: &Path, output: Option<&Path>, session: &mut Session<'_>) -> Result<u8, Failure> {
    let output = output.filter(|path| path.as_os_str() != "-");
    if let Some(path) = output {
        refuse_what_is_there(path, session)?;
    }
    let current = &session.env.current_dir;
    let files = style_folder(&current.join(dir), &folder_shown(dir, current))?;
    let lang = session.lang();
    let imported = import(&files, lang);
    if !imported.has_style() {
        return Err(no_style(dir));
    }
    let nothing = imported.carried.is_empty();
    let report = report(&imported, output.filter(|_| !nothing), lang, session.env.message_width());
    if !nothing {
        match output {
            Some(path) => session.write(path, imported.toml.as_bytes())?,
            None => session.print_raw(imported.toml.as_bytes()),
        }
    }
    session.tell(&report);
    Ok(u8::from(nothing))
}

/// Puts a tone file where it is asked: never over another one.
///
/// # Errors
/// When something is already there, or it cannot be written.
pub(super) fn keep(
    text: &str,
    output: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let Some(path) = output else {
        session.print(text);
        return Ok(());
    };
    refuse_what_is_there(path, session)?;
    session.write(path, text.as_bytes())
}

fn refuse_what_is_there(path: &Path, session: &Session<'_>) -> Result<(), Failure> {
    if session.env.current_dir.join(path).symlink_metadata().is_err() {
        return Ok(());
    }
    let name = slashes(path);
    Err(Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("`{name}` is already there, and nothing is ever overwritten"),
            Lang::Fr => format!("`{name}` existe déjà, et rien n’est jamais écrasé"),
        }),
        Text::of(|lang| match lang {
            Lang::En => {
                "choose another name with `-o`, then bring the rules together by hand".to_owned()
            }
            Lang::Fr => {
                "choisissez un autre nom avec `-o`, puis réunissez les règles à la main".to_owned()
            }
        }),
    ))
}

fn no_style(dir: &Path) -> Failure {
    let name = slashes(dir);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{name} holds no Vale style"),
            Lang::Fr => format!("{name} ne contient aucun style Vale"),
        }),
        Text::of(|lang| {
            match lang {
            Lang::En => "a style is a folder of `.yml` files, each with `extends:`; name that folder, or the one of `StylesPath`".to_owned(),
            Lang::Fr => "un style est un dossier de fichiers `.yml`, avec `extends:` dans chacun\u{202f}; nommez ce dossier, ou celui de `StylesPath`".to_owned(),
        }
        }),
    )
}

/// What came of it, with styles.
fn report(imported: &Imported, written: Option<&Path>, lang: Lang, width: usize) -> String {
    let bold = anstyle::Style::new().bold();
    let sum = sum(imported, written, lang);
    let mut out = format!("{bold}{}{bold:#}\n", wrap(&clean(&sum), width).join("\n"));
    if !imported.left.is_empty() {
        let title = match lang {
            Lang::En => "Left behind:",
            Lang::Fr => "Laissé de côté\u{a0}:",
        };
        out.push_str(&format!("\n{bold}{title}{bold:#}\n"));
    }
    for left in &imported.left {
        out.push_str(&line(left, lang, width));
    }
    out
}

fn sum(imported: &Imported, written: Option<&Path>, lang: Lang) -> String {
    let [whole, part, lost] = imported.counts();
    let file = written.map(slashes);
    match lang {
        Lang::En => {
            let start = file.map_or_else(String::new, |file| format!("{file} is written: "));
            let rules = count(lang, whole, "rule", "rules");
            format!("{start}{rules} carried over, {part} in part, {lost} left behind.")
        }
        Lang::Fr => {
            let start = file.map_or_else(String::new, |file| format!("{file} est écrit\u{a0}: "));
            let rules = count(lang, whole, "règle reprise", "règles reprises");
            format!("{start}{rules}, {part} en partie, {lost} de côté.")
        }
    }
}

/// `  Own/Jargon.yml:3` and the reason under it.
fn line(left: &Left, lang: Lang, width: usize) -> String {
    const INDENT: &str = "    ";
    let words = clean(left.what.get(lang)).into_owned();
    let lines = wrap(&words, width.saturating_sub(columns(INDENT)));
    let place = format!("{}:{}", left.file, left.line);
    format!("  {}\n{INDENT}{}\n", clean(&place), lines.join(&format!("\n{INDENT}")))
}
