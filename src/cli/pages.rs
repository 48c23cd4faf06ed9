//! Pages of what the past says: their form, and where they go.

use super::failure::Failure;
use super::form::contradiction;
use super::session::Session;
use super::values::ReportFormat;
use crate::lang::{Lang, Text, list_or};
use crate::load::slashes;
use crate::render::plan::Ink;
use std::path::Path;

/// The columns of a page written to a text file: the same whatever the terminal.
const FILE_COLUMNS: usize = 100;

/// The form that is asked for, else that of the file's extension, else one for people.
///
/// # Errors
/// When the name of the file says no form, or another than the one asked for.
pub(super) fn form(
    asked: Option<ReportFormat>,
    output: Option<&Path>,
) -> Result<ReportFormat, Failure> {
    let Some(path) = file(output) else {
        return Ok(asked.unwrap_or_default());
    };
    let said = by_extension(path);
    match (asked, said) {
        (Some(asked), Extension::Unknown) => Ok(asked),
        (Some(asked), Extension::Says(said)) if asked == said => Ok(asked),
        (None, Extension::Says(said)) => Ok(said),
        (Some(asked), _) => Err(contradiction(word(asked), path)),
        (None, _) => Err(no_form(path)),
    }
}

/// Columns of a page: of the terminal, or of a file.
pub(super) fn columns(output: Option<&Path>, session: &Session<'_>) -> usize {
    match file(output) {
        Some(_) => FILE_COLUMNS,
        None => session.width(),
    }
}

/// Symbols or letters.
pub(super) fn ink(session: &Session<'_>) -> Ink {
    match session.global.ascii {
        true => Ink::Ascii,
        false => Ink::Unicode,
    }
}

/// Prints a page, or writes it to a file and says so.
///
/// # Errors
/// When the file can't be written.
pub(super) fn deliver(
    text: &str,
    form: ReportFormat,
    output: Option<&Path>,
    lang: Lang,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let Some(path) = file(output) else {
        session.print(text);
        return Ok(());
    };
    let plain = match form {
        ReportFormat::Human => anstream::adapter::strip_str(text).to_string(),
        ReportFormat::Markdown | ReportFormat::Json => text.to_owned(),
    };
    session.write(path, plain.as_bytes())?;
    let name = slashes(path);
    session.tell(&match lang {
        Lang::En => format!("{name} written\n"),
        Lang::Fr => format!("{name} est écrit\n"),
    });
    Ok(())
}

fn file(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| *path != Path::new("-"))
}

/// What the end of a name says of the form.
enum Extension {
    Says(ReportFormat),
    /// A form that these pages don't have.
    Another,
    Unknown,
}

fn by_extension(path: &Path) -> Extension {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("txt") => Extension::Says(ReportFormat::Human),
        Some("md" | "markdown") => Extension::Says(ReportFormat::Markdown),
        Some("json") => Extension::Says(ReportFormat::Json),
        Some("ics" | "csv") => Extension::Another,
        _ => Extension::Unknown,
    }
}

const fn word(form: ReportFormat) -> &'static str {
    match form {
        ReportFormat::Human => "human",
        ReportFormat::Markdown => "markdown",
        ReportFormat::Json => "json",
    }
}

fn no_form(path: &Path) -> Failure {
    let name = slashes(path);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("the name {name} does not say in which form to write the page"),
            Lang::Fr => format!("le nom {name} ne dit pas sous quelle forme écrire la page"),
        }),
        Text::of(|lang| {
            let known = [".md", ".json", ".txt"];
            match lang {
                Lang::En => format!("end it with {}", list_or(lang, &known)),
                Lang::Fr => format!("terminez-le par {}", list_or(lang, &known)),
            }
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_says_the_form_and_is_not_contradicted() {
        let of = |asked, name: &str| form(asked, Some(Path::new(name)));
        assert_eq!(of(None, "a/b.MD").unwrap(), ReportFormat::Markdown);
        assert_eq!(of(None, "-").unwrap(), ReportFormat::Human);
        assert_eq!(of(Some(ReportFormat::Json), "-").unwrap(), ReportFormat::Json);
        assert_eq!(of(Some(ReportFormat::Json), "x.out").unwrap(), ReportFormat::Json);
        assert_eq!(form(None, None).unwrap(), ReportFormat::Human);
        let said = |found: Result<ReportFormat, Failure>| found.unwrap_err().render(Lang::Fr);
        assert!(said(of(None, "slots")).contains("terminez-le par .md, .json ou .txt"));
        assert!(said(of(None, "slots.csv")).contains("terminez-le par"));
        let clash = said(of(Some(ReportFormat::Json), "slots.md"));
        assert!(clash.contains("`json` ne va pas avec le nom slots.md"), "{clash}");
        assert!(of(Some(ReportFormat::Human), "slots.csv").is_err());
    }
}
