//! The form of a plan: asked for, or said by the name of the file.

use super::failure::Failure;
use super::values::{CheckFormat, PlanFormat};
use crate::lang::{Lang, Text, list_or};
use crate::load::slashes;
use std::path::Path;

/// A form of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Table,
    Markdown,
    Json,
    Ics,
    Csv,
}

/// The form that is asked for, else that of the file's extension, else a table.
pub(super) fn form(asked: Option<PlanFormat>, output: Option<&Path>) -> Result<Form, Failure> {
    let asked = asked.map(|format| match format {
        PlanFormat::Table => (Form::Table, "table"),
        PlanFormat::Markdown => (Form::Markdown, "markdown"),
        PlanFormat::Json => (Form::Json, "json"),
    });
    match (asked, output) {
        (Some((form, word)), path) => agree(word, form, path).map(|()| form),
        (None, None) => Ok(Form::Table),
        (None, Some(path)) if path == Path::new("-") => Ok(Form::Table),
        (None, Some(path)) => by_extension(path).ok_or_else(|| no_form(path)),
    }
}

/// Refuses a form that the name of the file contradicts; a name that says nothing is no
/// contradiction. `word` is the form as typed.
pub(super) fn agree(word: &str, form: Form, output: Option<&Path>) -> Result<(), Failure> {
    match output.and_then(|path| Some((path, by_extension(path)?))) {
        Some((path, said)) if said != form => Err(contradiction(word, path)),
        _ => Ok(()),
    }
}

/// An asked format and a file whose name says another.
pub(super) fn contradiction(word: &str, path: &Path) -> Failure {
    let name = slashes(path);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("the format `{word}` does not go with the name {name}"),
            Lang::Fr => format!("le format `{word}` ne va pas avec le nom {name}"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "change one of the two; nothing was written".to_owned(),
            Lang::Fr => "changez l’un des deux\u{202f}; rien n’a été écrit".to_owned(),
        }),
    )
}

/// The form of findings: asked for, else that of the file's extension, else for people.
pub(super) fn form_of(
    asked: Option<CheckFormat>,
    output: Option<&Path>,
) -> Result<CheckFormat, Failure> {
    let Some(path) = output else {
        return Ok(asked.unwrap_or_default());
    };
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    if let Some(format) = asked {
        let (word, is_json) = match format {
            CheckFormat::Human => ("human", false),
            CheckFormat::Concise => ("concise", false),
            CheckFormat::Json => ("json", true),
        };
        return match end.as_deref() {
            Some("json") if !is_json => Err(contradiction(word, path)),
            Some("txt" | "md") if is_json => Err(contradiction(word, path)),
            Some("ics" | "csv") => Err(contradiction(word, path)),
            _ => Ok(format),
        };
    }
    match end.as_deref() {
        Some("json") => Ok(CheckFormat::Json),
        Some("txt") => Ok(CheckFormat::Human),
        _ => {
            let path = slashes(path);
            Err(Failure::with_help(
                Text::of(|lang| match lang {
                    Lang::En => format!("the name {path} says no format"),
                    Lang::Fr => format!("le nom {path} n’indique pas de format"),
                }),
                Text::of(|lang| match lang {
                    Lang::En => "end it with `.json` or `.txt`, or give `--format`".to_owned(),
                    Lang::Fr => {
                        "terminez-le par `.json` ou `.txt`, ou donnez `--format`".to_owned()
                    }
                }),
            ))
        }
    }
}

fn by_extension(path: &Path) -> Option<Form> {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("txt") => Some(Form::Table),
        Some("md" | "markdown") => Some(Form::Markdown),
        Some("json") => Some(Form::Json),
        Some("ics") => Some(Form::Ics),
        Some("csv") => Some(Form::Csv),
        _ => None,
    }
}

fn no_form(path: &Path) -> Failure {
    let name = slashes(path);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("the name {name} does not say in which form to write the plan"),
            Lang::Fr => format!("le nom {name} ne dit pas sous quelle forme écrire le plan"),
        }),
        Text::of(|lang| {
            let known = [".md", ".json", ".ics", ".csv", ".txt"];
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
    fn the_extension_says_the_form_unless_told() {
        let of = |name: &str| form(None, Some(Path::new(name)));
        assert_eq!(of("a/b.ICS").unwrap(), Form::Ics);
        assert_eq!(of("x.md").unwrap(), Form::Markdown);
        assert_eq!(of("-").unwrap(), Form::Table);
        let told = form(Some(PlanFormat::Json), Some(Path::new("x.plan")));
        assert_eq!(told.unwrap(), Form::Json);
        let told = form(Some(PlanFormat::Table), Some(Path::new("-")));
        assert_eq!(told.unwrap(), Form::Table);
        for name in ["plan", "plan.docx", ".csv"] {
            let said = of(name).unwrap_err().render(Lang::Fr);
            assert!(said.contains("terminez-le par .md, .json"), "{said}");
        }
    }

    #[test]
    fn a_form_and_a_name_that_contradict_each_other_are_refused() {
        for (asked, word) in [(PlanFormat::Json, "json"), (PlanFormat::Table, "table")] {
            let said = form(Some(asked), Some(Path::new("p.ics"))).unwrap_err();
            let (en, fr) = (said.render(Lang::En), said.render(Lang::Fr));
            assert!(en.contains(&format!("`{word}` does not go with the name p.ics")), "{en}");
            assert!(fr.contains(&format!("`{word}` ne va pas avec le nom p.ics")), "{fr}");
        }
        assert!(agree("ics", Form::Ics, Some(Path::new("a.ICS"))).is_ok());
        assert!(agree("csv", Form::Csv, Some(Path::new("q.ics"))).is_err());
    }
}
