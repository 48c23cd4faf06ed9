//! Pages of what is known (`slots`, `mix`, `report`): their form, and where they go.

use super::failure::Failure;
use super::form::contradiction;
use super::session::Session;
use super::values::{ReportFormat, ResultsFormat};
use crate::lang::{Lang, Text, list_or};
use crate::load::slashes;
use crate::render::plan::{Ink, Voice};
use std::path::Path;

/// The columns of a page written to a text file: the same whatever the terminal.
pub(super) const FILE_COLUMNS: usize = 100;

/// The ends of names that promise a form of something else.
const OF_OTHERS: [&str; 4] = ["ics", "csv", "html", "htm"];

/// A form of pages; the default one is for people.
pub(super) trait PageForm: Copy + Default + Eq + 'static {
    /// Each with its word and the ends of the names of its files.
    const ALL: &'static [(Self, &'static str, &'static [&'static str])];
}

impl PageForm for ReportFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Markdown, "markdown", &["md", "markdown"]),
        (Self::Json, "json", &["json"]),
        (Self::Human, "human", &["txt"]),
    ];
}

impl PageForm for ResultsFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Html, "html", &["html", "htm"]),
        (Self::Markdown, "markdown", &["md", "markdown"]),
        (Self::Json, "json", &["json"]),
        (Self::Human, "human", &["txt"]),
    ];
}

/// The form that is asked for, else that of the file's extension, else the one for people.
///
/// # Errors
/// When the name of the file says no form, or another than the one asked for.
pub(super) fn form<F: PageForm>(asked: Option<F>, output: Option<&Path>) -> Result<F, Failure> {
    let Some(path) = file(output) else {
        return Ok(asked.unwrap_or_default());
    };
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    let end = end.as_deref().unwrap_or_default();
    let said = F::ALL.iter().find(|(_, _, ends)| ends.contains(&end)).map(|(form, ..)| *form);
    match (asked, said) {
        (Some(asked), said) if said.is_none_or(|said| said != asked) => {
            let clash = said.is_some() || OF_OTHERS.contains(&end);
            let word = F::ALL.iter().find(|(form, ..)| *form == asked).map(|(_, word, _)| *word);
            match (clash, word) {
                (true, Some(word)) => Err(contradiction(word, path)),
                _ => Ok(asked),
            }
        }
        (None, None) => Err(no_form::<F>(path)),
        (_, Some(form)) | (Some(form), None) => Ok(form),
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

/// All that there is to say, or the result alone.
pub(super) fn voice(session: &Session<'_>) -> Voice {
    match session.global.quiet {
        true => Voice::Quiet,
        false => Voice::Full,
    }
}

/// Prints a page, or writes it to a file and says so.
///
/// # Errors
/// When the file can't be written.
pub(super) fn deliver<F: PageForm>(
    text: &str,
    form: F,
    output: Option<&Path>,
    lang: Option<Lang>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let Some(path) = file(output) else {
        session.print(text);
        return Ok(());
    };
    let plain = match form == F::default() {
        true => anstream::adapter::strip_str(text).to_string(),
        false => text.to_owned(),
    };
    session.write(path, plain.as_bytes())?;
    let name = slashes(path);
    let told = match lang.unwrap_or_else(|| session.lang()) {
        Lang::En => format!("{name} written\n"),
        Lang::Fr => format!("{name} est écrit\n"),
    };
    session.tell(&told);
    Ok(())
}

/// The file that is asked for: `-` is the screen.
pub(super) fn file(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| *path != Path::new("-"))
}

fn no_form<F: PageForm>(path: &Path) -> Failure {
    let name = slashes(path);
    let known: Vec<String> = F::ALL.iter().map(|(_, _, ends)| format!(".{}", ends[0])).collect();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("the name {name} does not say in which form to write the page"),
            Lang::Fr => format!("le nom {name} ne dit pas sous quelle forme écrire la page"),
        }),
        Text::of(|lang| match lang {
            Lang::En => format!("end it with {}, or give `--format`", list_or(lang, &known)),
            Lang::Fr => {
                format!("terminez-le par {}, ou donnez `--format`", list_or(lang, &known))
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
        assert_eq!(of(Some(ReportFormat::Json), "x.json").unwrap(), ReportFormat::Json);
        assert_eq!(form::<ReportFormat>(None, None).unwrap(), ReportFormat::Human);
        let said = |found: Result<ReportFormat, Failure>| found.unwrap_err().render(Lang::Fr);
        assert!(said(of(None, "slots")).contains("terminez-le par .md, .json ou .txt"));
        assert!(said(of(None, "slots.csv")).contains("terminez-le par"));
        let clash = said(of(Some(ReportFormat::Json), "slots.md"));
        assert!(clash.contains("`json` ne va pas avec le nom slots.md"), "{clash}");
        assert!(of(Some(ReportFormat::Human), "slots.csv").is_err());
        assert!(of(Some(ReportFormat::Human), "slots.html").is_err());
    }

    #[test]
    fn a_report_may_be_a_page_of_html() {
        let of = |asked, name: &str| form(asked, Some(Path::new(name)));
        assert_eq!(of(None, "a.HTML").unwrap(), ResultsFormat::Html);
        assert_eq!(of(Some(ResultsFormat::Html), "a.htm").unwrap(), ResultsFormat::Html);
        let said = of(None, "bilan.docx").unwrap_err().render(Lang::Fr);
        assert!(said.contains("terminez-le par .html, .md, .json ou .txt"), "{said}");
        let said = of(Some(ResultsFormat::Html), "a.md").unwrap_err().render(Lang::En);
        assert!(said.contains("`html` does not go with the name a.md"), "{said}");
    }
}
