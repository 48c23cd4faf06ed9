//! `init`: placeholder
use super::args::Init;
use super::failure::Failure;
use super::session::Session;
/// x
/// # Errors
/// x
pub fn run(_: &Init, _: &mut Session<'_>) -> Result<u8, Failure> {
    Ok(0)
}
