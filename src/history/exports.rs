//! The exports that people have, as posts.

use crate::model::{Intake, Outing, Workspace};
use crate::time::Instant;

/// The posts of every file of `ws.history`, each once, in the order of time, and what came of each file.
pub(super) fn read(
    ws: &Workspace,
    files: &[Result<Vec<u8>, String>],
    now: Instant,
) -> (Vec<Outing>, Vec<Intake>) {
    let _ = (ws, files, now);
    (Vec::new(), Vec::new())
}
