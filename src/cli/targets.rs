//! From the FILE arguments of `check` to calendars, and the files of them that are meant.

use super::failure::Failure;
use super::session::Session;
use crate::lang::{Lang, Text};
use crate::load::{self, Home, Loaded};
use crate::model::{FileState, MediaFile};
use crate::source::{SourceId, Sources};
use std::path::{Path, PathBuf};

/// A calendar to check.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// Its root file.
    pub root: PathBuf,
    /// What of it is shown.
    pub scope: Scope,
}

/// What is shown of a calendar.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Everything.
    Whole,
    /// The findings in these files, absolute paths.
    Files(Vec<PathBuf>),
}

/// The calendars that `files` mean, each once, and what could not be found. No file at all means
/// the calendars of the run.
///
/// A folder and a `calendar.toml` are calendars. Any other file belongs to the calendars named by
/// `--calendar` or `EDITO_CALENDAR`, else to the nearest one upward; without one it is taken for a root file.
///
/// # Errors
/// When no file is given and there is no calendar.
pub(super) fn targets(
    files: &[PathBuf],
    session: &Session<'_>,
) -> Result<(Vec<Target>, Vec<Failure>), Failure> {
    let mut targets: Vec<Target> = Vec::new();
    let mut failures = Vec::new();
    let named = !session.named().is_empty();
    if files.is_empty() || named {
        for root in session.roots()? {
            let scope = match files {
                [] => Scope::Whole,
                files => {
                    Scope::Files(files.iter().map(|f| session.env.current_dir.join(f)).collect())
                }
            };
            targets.push(Target { root, scope });
        }
        return Ok((targets, failures));
    }
    for file in files {
        match target(&session.env.current_dir.join(file)) {
            Ok(target) => add(&mut targets, target),
            Err(failure) => failures.push(failure),
        }
    }
    Ok((targets, failures))
}

fn target(path: &Path) -> Result<Target, Failure> {
    let root = load::root_file(path)?;
    let is_root = path.is_dir() || path.file_name().is_some_and(|name| name == "calendar.toml");
    let above = path.parent().filter(|_| !is_root);
    Ok(match above.map(load::search_up) {
        Some(Ok(root)) => Target { root, scope: Scope::Files(vec![path.to_owned()]) },
        _ => Target { root, scope: Scope::Whole },
    })
}

/// Adds a target to those there are: files of one calendar together, the whole before its parts.
fn add(targets: &mut Vec<Target>, target: Target) {
    match targets.iter_mut().find(|known| known.root == target.root) {
        Some(known) => match (&mut known.scope, target.scope) {
            (Scope::Whole, _) => {}
            (scope, Scope::Whole) => *scope = Scope::Whole,
            (Scope::Files(files), Scope::Files(more)) => files.extend(more),
        },
        None => targets.push(target),
    }
}

/// What of a calendar some files are.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// Files that findings can point into.
    pub shown: Vec<SourceId>,
    /// How many others it names: texts, feeds, media, history.
    pub beside: usize,
    /// Those that are none of its own.
    pub outside: Vec<PathBuf>,
}

/// Sorts `files` by what they are to a calendar.
///
/// `read` are its files that findings can point into.
///
/// # Errors
/// When the root file is gone meanwhile.
pub(super) fn members(
    root: &Path,
    files: &[PathBuf],
    read: &[SourceId],
    loaded: &Loaded,
    sources: &Sources,
    current: &Path,
) -> Result<Members, Failure> {
    let home = Home::of(root, current)?;
    let mut members = Members::default();
    let named = named(root, loaded);
    for file in files {
        let name = home.show(file);
        let own = |id: &&SourceId| sources.get(**id).name() == name;
        match read.iter().find(own) {
            Some(id) => members.shown.push(*id),
            None if real(file).is_some_and(|file| named.contains(&file)) => members.beside += 1,
            None => members.outside.push(file.clone()),
        }
    }
    Ok(members)
}

/// Every file that a calendar read, or names without reading it as text: its media and history.
fn named(root: &Path, loaded: &Loaded) -> Vec<PathBuf> {
    let mut named = loaded.paths.clone();
    let Some(ws) = &loaded.workspace else {
        return named;
    };
    let folder = root.parent().unwrap_or(root);
    named.extend(ws.history.iter().filter_map(|name| real(&folder.join(&name.file.value))));
    for placement in &ws.placements {
        for medium in ws.content(placement).media {
            if let Some(MediaFile::File(_, FileState::Present(path))) = &medium.file {
                named.extend(real(path));
            }
        }
    }
    named
}

/// A file with links followed, if it is there.
fn real(path: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(path).ok()
}

/// A file that no calendar names.
pub(super) fn stray(file: &Path, current: &Path) -> Failure {
    let name = load::slashes(file.strip_prefix(current).unwrap_or(file));
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{name} belongs to no calendar"),
            Lang::Fr => format!("{name} n’appartient à aucun calendrier"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "name it in `calendar.toml`, or give the calendar itself".to_owned(),
            Lang::Fr => {
                "nommez-le dans `calendar.toml`, ou donnez le calendrier lui-même".to_owned()
            }
        }),
    )
}
