//! The form of a plan: asked for, or said by the name of the file.

use super::failure::Failure;
use super::values::PlanFormat;
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
    match (asked, output) {
        (Some(PlanFormat::Table), _) | (None, None) => Ok(Form::Table),
        (Some(PlanFormat::Markdown), _) => Ok(Form::Markdown),
        (Some(PlanFormat::Json), _) => Ok(Form::Json),
        (None, Some(path)) if path == Path::new("-") => Ok(Form::Table),
        (None, Some(path)) => by_extension(path),
    }
}

fn by_extension(path: &Path) -> Result<Form, Failure> {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("txt") => Ok(Form::Table),
        Some("md" | "markdown") => Ok(Form::Markdown),
        Some("json") => Ok(Form::Json),
        Some("ics") => Ok(Form::Ics),
        Some("csv") => Ok(Form::Csv),
        _ => Err(no_form(path)),
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
        let told = form(Some(PlanFormat::Json), Some(Path::new("x.txt")));
        assert_eq!(told.unwrap(), Form::Json);
        for name in ["plan", "plan.docx", ".csv"] {
            let said = of(name).unwrap_err().render(Lang::Fr);
            assert!(said.contains("terminez-le par .md, .json"), "{said}");
        }
    }
}
