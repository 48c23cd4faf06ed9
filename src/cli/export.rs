//! `export`: the plan for other programs.

use super::args;
use super::failure::Failure;
use super::form::{Form, agree};
use super::plan::{Order, Proof, all, deliver};
use super::readiness::Work;
use super::session::Session;
use super::values::ExportFormat;
use crate::planner::{Effort, Slots};

/// Plans every calendar of the run and puts the plans in one format.
///
/// # Errors
/// As for `plan`.
pub fn run(args: &args::Export, session: &mut Session<'_>) -> Result<u8, Failure> {
    let order = Order {
        work: Work::Export,
        span: &args.span,
        channels: &[],
        slots: Slots::Consider,
        effort: Effort::Normal,
        limit: None,
        urgent: None,
        proof: Proof::Unasked,
    };
    let (form, word) = match args.format {
        ExportFormat::Ics => (Form::Ics, "ics"),
        ExportFormat::Csv => (Form::Csv, "csv"),
        ExportFormat::Markdown => (Form::Markdown, "markdown"),
        ExportFormat::Json => (Form::Json, "json"),
    };
    agree(word, form, args.output.as_deref())?;
    let Some(plans) = all(&order, session)? else {
        return Ok(1);
    };
    deliver(&plans, form, args.output.as_deref(), session)?;
    let wrong: Vec<&String> = plans.iter().flat_map(|plan| &plan.problems).collect();
    if matches!(form, Form::Ics | Form::Csv) {
        // These formats have no place for errors.
        for problem in &wrong {
            session.tell(&format!("{problem}\n"));
        }
    }
    Ok(u8::from(!wrong.is_empty()))
}
