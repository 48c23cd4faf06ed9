//! Where the mix of a calendar is written: a file of its own, or a table of the calendar.

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::write::real;
use crate::load::Home;
use crate::source::Source;
use std::path::{Path, PathBuf};

/// The file with the mix.
pub(super) struct Place {
    /// Where it is.
    pub(super) path: PathBuf,
    /// What it is called.
    pub(super) name: String,
    /// What it holds, with its byte-order mark.
    pub(super) whole: String,
    /// The keys that lead to the mix in it.
    pub(super) table: Vec<String>,
}

impl Place {
    /// The place of the mix of a calendar that was read.
    ///
    /// # Errors
    /// When the root file is gone meanwhile.
    pub(super) fn of(root: &Path, session: &Session<'_>) -> Result<Option<Self>, Failure> {
        let home = Home::of(root, &session.env.current_dir)?;
        let at = |source: &Source| real(&home.shown(source.name()));
        let of_path = |path: &Path| {
            session.sources.iter().map(|(_, source)| source).find(|source| at(source) == real(path))
        };
        let root = session.env.current_dir.join(root);
        let Some(calendar) = of_path(&root) else {
            return Ok(None);
        };
        let named = toml::de::DeTable::parse(calendar.text()).ok().and_then(|document| {
            let mix = document.get_ref().get("mix")?.get_ref().as_str()?.to_owned();
            Some(mix)
        });
        let (source, table) = match named {
            Some(named) => (of_path(&home.join(&named)), Vec::new()),
            None => (Some(calendar), vec!["mix".to_owned()]),
        };
        Ok(source.map(|source| Self {
            path: at(source),
            name: source.name().to_owned(),
            whole: source.whole(),
            table,
        }))
    }
}
