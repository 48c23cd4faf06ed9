//! The past of a calendar, read and learned from for the commands that look at it.

use super::failure::Failure;
use super::session::Session;
use crate::history;
use crate::lang::Text;
use crate::load;
use crate::model::Workspace;
use std::path::Path;

/// Fills `ws.past` from the files that `history` names. What can't be read of them is in the intakes.
///
/// # Errors
/// When the root file is gone meanwhile.
pub(super) fn recall(
    ws: &mut Workspace,
    root: &Path,
    session: &Session<'_>,
) -> Result<(), Failure> {
    if ws.history.is_empty() {
        return Ok(());
    }
    let files = load::histories(root, &session.env.current_dir, &ws.history)?;
    let files: Vec<Result<Vec<u8>, Text>> =
        files.into_iter().map(|file| file.map_err(|refusal| refusal.message())).collect();
    ws.past = history::recall(ws, &files, session.now);
    Ok(())
}
