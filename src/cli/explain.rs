//! `explain`: what a rule is.

use super::args::Explain;
use super::failure::Failure;
use super::session::Session;

/// Prints a rule, or the list of all.
///
/// # Errors
/// When no rule has this name.
pub fn run(_args: &Explain, _session: &mut Session<'_>) -> Result<u8, Failure> {
    Ok(0)
}
