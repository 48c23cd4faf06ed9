//! The only reader of the disk.
//!
//! A workspace reads its root file and what that file names, inside its repository: the nearest
//! ancestor folder with `.git`, or without one, the folder of the root file. Links are followed
//! first and judged by where they lead.

use crate::lang::{Lang, Text, system_error};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// The largest file of past results that is read, in bytes: a year of a large page, captions and all.
pub const MAX_HISTORY_BYTES: u64 = 256 * 1024 * 1024;

/// Why a file could not be read: the world's failure, not a fault of its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file, as named.
    pub path: String,
    /// Why.
    pub cause: Cause,
}

/// The cause of a [`Refusal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The file isn't there.
    NotFound,
    /// No `calendar.toml` here or in the folders above.
    NoCalendar,
    /// The system says no: why.
    Unreadable(Text),
    /// Not UTF-8 from this byte on, counted from 0, on this line, counted from 1.
    NotUtf8(usize, usize),
    /// Larger than what is read of its sort: its bytes, and the most there may be.
    TooLarge(u64, u64),
    /// Tables or lists nested deeper than 64.
    TooDeep,
    /// It lies outside the repository.
    Outside,
    /// Made for a newer version of the program: its format.
    Newer(i64),
    /// Two pages of UTF-16, as Windows sometimes saves.
    Utf16,
}

impl Refusal {
    /// A refusal of this file.
    pub fn new(path: impl Into<String>, cause: Cause) -> Self {
        Self { path: path.into(), cause }
    }

    /// What happened, in a phrase.
    #[must_use]
    pub fn message(&self) -> Text {
        let path = &self.path;
        Text::of(|lang| match (lang, &self.cause) {
            (Lang::En, Cause::NotFound) => format!("{path}: there is no such file"),
            (Lang::Fr, Cause::NotFound) => format!("{path}\u{a0}: ce fichier n’existe pas"),
            (Lang::En, Cause::NoCalendar) => format!("no calendar.toml in {path} or above"),
            (Lang::Fr, Cause::NoCalendar) => {
                format!("pas de calendar.toml dans {path} ni au-dessus")
            }
            (Lang::En, Cause::Unreadable(why)) => {
                format!("{path} cannot be read: {}", why.get(lang))
            }
            (Lang::Fr, Cause::Unreadable(why)) => {
                format!("{path} est illisible\u{a0}: {}", why.get(lang))
            }
            (Lang::En, Cause::NotUtf8(byte, line)) => {
                format!("{path} is not UTF-8 text: byte {byte} (line {line}) fits no character")
            }
            (Lang::Fr, Cause::NotUtf8(byte, line)) => format!(
                "{path} n’est pas du texte UTF-8\u{a0}: l’octet {byte} (ligne {line}) ne forme aucun caractère"
            ),
            (Lang::En, Cause::Utf16) => {
                format!("{path} is not UTF-8 text but UTF-16: byte 0 fits no character")
            }
            (Lang::Fr, Cause::Utf16) => format!(
                "{path} n’est pas du texte UTF-8 mais UTF-16\u{a0}: l’octet 0 ne forme aucun caractère"
            ),
            (Lang::En, Cause::TooLarge(bytes, most)) => {
                format!("{path} is too large: {bytes} bytes, at most {most}")
            }
            (Lang::Fr, Cause::TooLarge(bytes, most)) => {
                format!("{path} est trop gros\u{a0}: {bytes} octets, {most} au plus")
            }
            (Lang::En, Cause::TooDeep) => {
                format!("{path}: tables or lists are nested deeper than 64")
            }
            (Lang::Fr, Cause::TooDeep) => format!(
                "{path}\u{a0}: des tables ou des listes sont imbriquées sur plus de 64 niveaux"
            ),
            (Lang::En, Cause::Outside) => format!("{path} lies outside the repository"),
            (Lang::Fr, Cause::Outside) => format!("{path} se trouve hors du dépôt"),
            (Lang::En, Cause::Newer(format)) => {
                format!("{path} is written in format {format}, which needs a newer edito")
            }
            (Lang::Fr, Cause::Newer(format)) => {
                format!("{path} est écrit au format {format}, qui demande un edito plus récent")
            }
        })
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Text {
        Text::of(|lang| {
            match (lang, &self.cause) {
            (Lang::En, Cause::NotFound | Cause::Unreadable(_)) => "check the name and your rights on it".to_owned(),
            (Lang::Fr, Cause::NotFound | Cause::Unreadable(_)) => "vérifiez son nom et vos droits".to_owned(),
            (Lang::En, Cause::NoCalendar) => "`edito init` makes a first one; `--calendar PATH` names another".to_owned(),
            (Lang::Fr, Cause::NoCalendar) => "`edito init` en crée un\u{202f}; `--calendar CHEMIN` en désigne un autre".to_owned(),
            (Lang::En, Cause::Utf16) => "save it as UTF-8 in your editor".to_owned(),
            (Lang::Fr, Cause::Utf16) => "enregistrez-le en UTF-8 dans votre éditeur".to_owned(),
            (Lang::En, Cause::NotUtf8(..)) => {
                "it was probably saved as Latin-1 or Windows-1252: save it as UTF-8 in your editor".to_owned()
            }
            (Lang::Fr, Cause::NotUtf8(..)) => {
                "il a sans doute été enregistré en Latin-1 ou Windows-1252\u{a0}: enregistrez-le en UTF-8 dans votre éditeur".to_owned()
            }
            (Lang::En, Cause::TooLarge(..)) => "split its posts into several files named by `posts = [\"posts/*.toml\"]`".to_owned(),
            (Lang::Fr, Cause::TooLarge(..)) => "répartissez ses publications en plusieurs fichiers, nommés par `posts = [\"posts/*.toml\"]`".to_owned(),
            (Lang::En, Cause::TooDeep) => "no calendar needs that: look for brackets that are never closed".to_owned(),
            (Lang::Fr, Cause::TooDeep) => "aucun calendrier n’en a besoin\u{a0}: cherchez des crochets jamais fermés".to_owned(),
            (Lang::En, Cause::Outside) => "copy it into the repository: a calendar reads nothing outside of it".to_owned(),
            (Lang::Fr, Cause::Outside) => "copiez-le dans le dépôt\u{a0}: un calendrier ne lit rien au dehors".to_owned(),
            (Lang::En, Cause::Newer(_)) => "update edito".to_owned(),
            (Lang::Fr, Cause::Newer(_)) => "mettez edito à jour".to_owned(),
        }
        })
    }
}

/// Texts that stand for what files hold, by the real path of each, with its byte-order mark: what
/// they are about to be.
pub type Drafts = Rc<BTreeMap<PathBuf, String>>;

/// A folder of files that may be read together.
#[derive(Clone, Debug)]
pub struct Home {
    /// The folder of the root file, as given.
    folder: PathBuf,
    /// The repository, with links followed.
    repository: PathBuf,
    /// What names of files are shown relative to.
    shown_from: PathBuf,
    /// Every file that was read, with links followed.
    read: RefCell<Vec<PathBuf>>,
    /// What stands for files.
    drafts: Drafts,
}

/// Where the root file of a workspace is.
///
/// `start` is a file, or a folder that holds `calendar.toml`.
///
/// # Errors
/// When there is no such file.
pub fn root_file(start: &Path) -> Result<PathBuf, Refusal> {
    let shown = slashes(start);
    match fs::metadata(start) {
        Ok(meta) if meta.is_dir() => {
            let inside = start.join("calendar.toml");
            if inside.is_file() { Ok(inside) } else { Err(Refusal::new(shown, Cause::NoCalendar)) }
        }
        Ok(_) => Ok(start.to_owned()),
        Err(error) => Err(refusal(&shown, &error)),
    }
}

/// The nearest `calendar.toml` from `folder` up to the root of its repository.
///
/// # Errors
/// When there is none.
pub fn search_up(folder: &Path) -> Result<PathBuf, Refusal> {
    for ancestor in folder.ancestors() {
        let candidate = ancestor.join("calendar.toml");
        if candidate.is_file() {
            return Ok(candidate);
        }
        if ancestor.join(".git").exists() {
            break;
        }
    }
    Err(Refusal::new(slashes(folder), Cause::NoCalendar))
}

impl Home {
    /// The home of a root file. Names are shown from the repository, or without one from
    /// `current` when the file lies below it.
    ///
    /// # Errors
    /// When the file or its folder cannot be found.
    pub fn of(root: &Path, current: &Path) -> Result<Self, Refusal> {
        let shown = slashes(root);
        let real = fs::canonicalize(root).map_err(|error| refusal(&shown, &error))?;
        let absolute = current.join(root);
        let folder = absolute.parent().unwrap_or(Path::new(".")).to_owned();
        let real_folder = fs::canonicalize(&folder).map_err(|error| refusal(&shown, &error))?;
        let repository = real_folder
            .ancestors()
            .find(|ancestor| ancestor.join(".git").exists())
            .map(Path::to_owned);
        let real_current = fs::canonicalize(current).unwrap_or_else(|_| current.to_owned());
        let shown_from = repository.clone().unwrap_or(real_current);
        let home = Self {
            folder,
            repository: repository.unwrap_or(real_folder),
            shown_from,
            read: RefCell::default(),
            drafts: Drafts::default(),
        };
        if home.holds(&real) { Ok(home) } else { Err(Refusal::new(shown, Cause::Outside)) }
    }

    /// The home of a calendar that is no file: everything it names lies in `folder`.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        Self {
            folder: folder.to_owned(),
            repository: real.clone(),
            shown_from: real,
            read: RefCell::default(),
            drafts: Drafts::default(),
        }
    }

    /// With drafts that are read in the place of files.
    #[must_use]
    pub fn with(self, drafts: Drafts) -> Self {
        Self { drafts, ..self }
    }

    /// The folder of the root file.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a path with its links followed lies in the repository.
    fn holds(&self, real: &Path) -> bool {
        real.starts_with(&self.repository)
    }

    /// The path of a file named in the calendar.
    #[must_use]
    pub fn join(&self, named: &str) -> PathBuf {
        let mut path = self.folder.clone();
        for part in Path::new(named).components() {
            match part {
                Component::ParentDir => {
                    path.pop();
                }
                Component::Normal(name) => path.push(name),
                _ => {}
            }
        }
        path
    }

    /// The name to show for a path: from the repository or the current folder, with `/`.
    #[must_use]
    pub fn show(&self, path: &Path) -> String {
        let real = path
            .parent()
            .and_then(|parent| fs::canonicalize(parent).ok())
            .and_then(|parent| Some(parent.join(path.file_name()?)));
        let real = real.unwrap_or_else(|| path.to_owned());
        slashes(real.strip_prefix(&self.shown_from).unwrap_or(&real))
    }

    /// The path of the file that is shown by this name: what [`Home::show`] says, taken back.
    #[must_use]
    pub fn shown(&self, name: &str) -> PathBuf {
        self.shown_from.join(name)
    }

    /// Where a named file stands: there, missing, or outside the repository.
    #[must_use]
    pub fn state(&self, named: &str) -> crate::model::FileState {
        use crate::model::FileState;
        let path = self.join(named);
        match fs::canonicalize(&path) {
            Ok(real) if !self.holds(&real) => FileState::Outside,
            Ok(real) if real.is_file() => FileState::Present(path),
            Ok(_) => FileState::Missing,
            Err(_) if !path.starts_with(&self.repository) && !path.starts_with(&self.folder) => {
                FileState::Outside
            }
            Err(_) => FileState::Missing,
        }
    }

    /// The text of a file, without its byte-order mark.
    ///
    /// # Errors
    /// As [`Home::whole_text`].
    pub fn text(&self, path: &Path) -> Result<String, Refusal> {
        self.whole_text(path).map(without_mark)
    }

    /// The text of a file, with its byte-order mark if it has one: what [`Sources`] wants, to
    /// count bytes as they are on disk.
    ///
    /// # Errors
    /// When it cannot be read, lies outside the repository, is too large, or is not UTF-8.
    ///
    /// [`Sources`]: crate::source::Sources
    pub fn whole_text(&self, path: &Path) -> Result<String, Refusal> {
        let shown = self.show(path);
        utf8(self.bytes(path)?, &shown)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it cannot be read, lies outside the repository, or is too large.
    pub fn bytes(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        self.bytes_to(path, MAX_BYTES)
    }

    /// The bytes of a file of past results, which may be larger than others.
    ///
    /// # Errors
    /// As [`Home::bytes`].
    pub fn history(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        self.bytes_to(path, MAX_HISTORY_BYTES)
    }

    #[expect(clippy::disallowed_methods, reason = "this is the room that reads files")]
    fn bytes_to(&self, path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
        let shown = self.show(path);
        let real = fs::canonicalize(path).map_err(|error| refusal(&shown, &error))?;
        if !self.holds(&real) {
            return Err(Refusal::new(shown, Cause::Outside));
        }
        let meta = fs::metadata(&real).map_err(|error| refusal(&shown, &error))?;
        if !meta.is_file() {
            return Err(Refusal::new(shown, Cause::Unreadable(not_a_file())));
        }
        if meta.len() > most {
            return Err(Refusal::new(shown, Cause::TooLarge(meta.len(), most)));
        }
        let bytes = match self.drafts.get(&real) {
            Some(draft) => draft.clone().into_bytes(),
            None => fs::read(&real).map_err(|error| refusal(&shown, &error))?,
        };
        self.read.borrow_mut().push(real);
        Ok(bytes)
    }

    /// Every file that was read, with links followed.
    #[must_use]
    pub fn files_read(&self) -> Vec<PathBuf> {
        self.read.borrow().clone()
    }

    /// Whether a pattern looks nowhere but in the repository: the folders before its first wildcard
    /// lie in it, and nothing climbs after that.
    fn may_look_for(&self, pattern: &str) -> bool {
        let wild = |part: &str| part.contains(['*', '?', '[']);
        let parts: Vec<&str> = pattern.split('/').collect();
        let first = parts.iter().position(|part| wild(part)).unwrap_or(parts.len());
        let (plain, rest) = parts.split_at(first);
        let folder = self.join(&plain.join("/"));
        let real = fs::canonicalize(&folder).unwrap_or(folder);
        !rest.contains(&"..") && self.holds(&real)
    }

    /// The files that a pattern of `posts` names, in order of name; none outside the repository.
    #[must_use]
    pub fn glob(&self, pattern: &str) -> Vec<PathBuf> {
        if !pattern.contains(['*', '?', '[']) {
            return Some(self.join(pattern)).filter(|path| path.is_file()).into_iter().collect();
        }
        if !self.may_look_for(pattern) {
            return Vec::new();
        }
        let folder = glob::Pattern::escape(&self.folder.to_string_lossy());
        let mut found: Vec<PathBuf> = glob::glob(&format!("{folder}/{pattern}"))
            .map(|paths| paths.filter_map(Result::ok).filter(|path| path.is_file()).collect())
            .unwrap_or_default();
        found.sort();
        found
    }
}

/// Opens what a person names on the command line, wherever it is: a file, or a pipe.
///
/// # Errors
/// When it is not there, is a folder, or the system says no.
pub fn open(path: &Path, shown: &str) -> Result<fs::File, Refusal> {
    let file = fs::File::open(path).map_err(|error| refusal(shown, &error))?;
    let meta = file.metadata().map_err(|error| refusal(shown, &error))?;
    match meta.is_dir() {
        true => Err(Refusal::new(shown, Cause::Unreadable(not_a_file()))),
        false => Ok(file),
    }
}

/// The bytes as text, without a byte-order mark.
///
/// # Errors
/// When they are not UTF-8.
pub fn decoded(bytes: Vec<u8>, shown: &str) -> Result<String, Refusal> {
    utf8(bytes, shown).map(without_mark)
}

fn utf8(bytes: Vec<u8>, shown: &str) -> Result<String, Refusal> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Refusal::new(shown, Cause::Utf16));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        Refusal::new(shown, Cause::NotUtf8(at, line))
    })
}

fn without_mark(mut text: String) -> String {
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    text
}

/// What the system answered to somebody who read `shown`.
#[must_use]
pub fn unreadable(shown: &str, error: &std::io::Error) -> Refusal {
    refusal(shown, error)
}

fn not_a_file() -> Text {
    Text::of(|lang| match lang {
        Lang::En => "it is not a file".to_owned(),
        Lang::Fr => "ce n’est pas un fichier".to_owned(),
    })
}

fn refusal(shown: &str, error: &std::io::Error) -> Refusal {
    let cause = match error.kind() {
        std::io::ErrorKind::NotFound => Cause::NotFound,
        _ => Cause::Unreadable(system_error(error)),
    };
    Refusal::new(shown, cause)
}

/// A path with `/`, whatever the system.
#[must_use]
pub fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
