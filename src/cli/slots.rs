//! `slots`.

use super::args;
use super::failure::Failure;
use super::session::Session;

/// Runs `slots`.
///
/// # Errors
/// When its calendar can't be read.
pub fn run(args: &args::Slots, session: &mut Session<'_>) -> Result<u8, Failure> {
    let _ = args;
    for root in session.roots()? {
        if super::readiness::ready(&root, session)?.is_none() {
            return Ok(1);
        }
    }
    Ok(0)
}
