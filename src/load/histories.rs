//! The bytes of the files of past results; what they mean is for `history`.

use super::disk::{Home, Refusal};
use crate::model::HistoryFile;
use std::path::Path;

/// The bytes of each entry of `history`, in order, or why they can't be read.
///
/// # Errors
/// When the root file is gone meanwhile.
pub fn histories(
    root: &Path,
    current: &Path,
    files: &[HistoryFile],
) -> Result<Vec<Result<Vec<u8>, Refusal>>, Refusal> {
    let home = Home::of(root, current)?;
    let read = |entry: &HistoryFile| {
        let named = &entry.file.value;
        // Whatever the folder one stands in, a file goes by the name that the calendar gives it.
        home.history(&home.join(named)).map_err(|refusal| Refusal::new(named, refusal.cause))
    };
    Ok(files.iter().map(read).collect())
}
