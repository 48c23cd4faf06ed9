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
    Ok(files.iter().map(|entry| home.history(&home.join(&entry.file.value))).collect())
}
