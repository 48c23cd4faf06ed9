//! A run under way: the calendars it read, the language it speaks, what it has printed so far.

use super::args::Global;
use super::colour::Colour;
use super::env::{Env, fallback_lang};
use super::failure::Failure;
use super::run::{Reply, painted};
use super::write::real;
use crate::lang::{Lang, Text};
use crate::load::{self, Drafts, Loaded};
use crate::model::{FileState, MediaFile, Workspace};
use crate::render::findings::{Amount, Decor, Look};
use crate::source::Sources;
use crate::time::Instant;
use std::path::{Path, PathBuf};

/// A run under way.
#[derive(Debug)]
pub struct Session<'e> {
    /// The machine as it was when the run began.
    pub env: &'e Env,
    /// The options of every command.
    pub global: Global,
    /// Now.
    pub now: Instant,
    /// Every file read.
    pub sources: Sources,
    /// While files are being corrected: what they are to hold.
    pub mending: Option<Drafts>,
    inputs: Vec<PathBuf>,
    explicit: Option<Lang>,
    out: String,
    raw: Vec<u8>,
    err: String,
    sink: Option<Sink<'e>>,
}

/// Who takes a long result piece by piece.
pub struct Sink<'s>(pub &'s mut dyn FnMut(&[u8]) -> std::io::Result<()>);

impl std::fmt::Debug for Sink<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sink")
    }
}

/// Bytes of a piece, at least.
const PIECE: usize = 1 << 16;

impl<'e> Session<'e> {
    /// A run with these options.
    ///
    /// # Errors
    /// When `--now` or `EDITO_NOW` is not an instant.
    pub fn new(global: Global, env: &'e Env, explicit: Option<Lang>) -> Result<Self, Failure> {
        let given = global.now.as_deref().or_else(|| env.text("EDITO_NOW"));
        let now = match given {
            Some(text) => Instant::parse_rfc3339(text.trim()).ok_or_else(|| bad_now(text))?,
            None => Instant::from_unix(env.now),
        };
        Ok(Self {
            env,
            global,
            now,
            sources: Sources::default(),
            mending: None,
            inputs: Vec::new(),
            explicit,
            out: String::new(),
            raw: Vec::new(),
            err: String::new(),
            sink: None,
        })
    }

    /// The same run, its result handed on piece by piece to `sink` by a command that does so.
    #[must_use]
    pub fn handing_on(self, sink: Option<Sink<'e>>) -> Self {
        Self { sink, ..self }
    }

    /// The language to speak about a calendar: `--lang`, then the calendar's, then the
    /// environment's.
    #[must_use]
    pub fn lang_of(&self, loaded: Option<&Loaded>) -> Lang {
        let calendar = loaded.and_then(|loaded| loaded.lang);
        self.explicit.or(calendar).unwrap_or_else(|| fallback_lang(self.env))
    }

    /// The language to speak when no calendar is at hand.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang_of(None)
    }

    /// The root files of this run: `--calendar`, else `EDITO_CALENDAR`, else the nearest.
    ///
    /// # Errors
    /// When there is none.
    pub fn roots(&self) -> Result<Vec<PathBuf>, Failure> {
        let current = &self.env.current_dir;
        let named = self.named();
        if named.is_empty() {
            return Ok(vec![load::search_up(current)?]);
        }
        let roots: Result<Vec<PathBuf>, _> =
            named.iter().map(|path| load::root_file(&current.join(path))).collect();
        Ok(roots?)
    }

    /// The calendars named by `--calendar`, else by a non-empty `EDITO_CALENDAR`, as written.
    #[must_use]
    pub fn named(&self) -> Vec<PathBuf> {
        let mut named = self.global.calendar.clone();
        if named.is_empty() {
            named.extend(
                self.env.var("EDITO_CALENDAR").filter(|v| !v.is_empty()).map(PathBuf::from),
            );
        }
        named
    }

    /// Reads one workspace.
    ///
    /// # Errors
    /// When it can't be read at all.
    pub fn load(&mut self, root: &Path) -> Result<Loaded, Failure> {
        let drafts = self.mending.clone().unwrap_or_default();
        let current = &self.env.current_dir;
        let loaded = load::drafted(root, current, drafts, &mut self.sources)?;
        self.inputs.extend_from_slice(&loaded.paths);
        self.inputs.extend(loaded.workspace.iter().flat_map(pictures));
        let root = current.join(root);
        self.inputs.extend(loaded.workspace.iter().flat_map(|ws| histories(ws, &root)));
        Ok(loaded)
    }

    /// Writes a result to a file, whole or not at all.
    ///
    /// # Errors
    /// When it is a file that this run read, or can't be written.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.env.current_dir.join(path);
        if self.inputs.contains(&real(&path)) {
            return Err(own_file(&path));
        }
        super::write::write(&path, bytes)
    }

    /// Adds to the result.
    pub fn print(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Adds bytes to the end of the result as they are, after everything that is printed: somebody's
    /// own text, whatever it holds.
    pub fn print_raw(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
    }

    /// Hands on what was printed so far, once there is enough of it, so that a long result is never
    /// kept whole. Without anybody to take it, all of it stays for the reply.
    ///
    /// # Errors
    /// What the writer says: a closed pipe, a full disk.
    pub fn hand_on(&mut self) -> std::io::Result<()> {
        let Some(sink) = self.sink.as_mut().filter(|_| self.out.len() >= PIECE) else {
            return Ok(());
        };
        let colour = Colour::choose(self.global.color, self.env, self.env.stdout);
        let bytes = painted(&self.out, colour);
        self.out.clear();
        (sink.0)(&bytes)
    }

    /// Adds to what is said beside the result; `--quiet` drops it.
    pub fn tell(&mut self, text: &str) {
        if !self.global.quiet {
            self.err.push_str(text);
        }
    }

    /// Says why the work could not be done; `--quiet` does not drop it.
    pub fn tell_failure(&mut self, failure: &Failure) {
        let text = failure.render_within(self.lang(), self.env.message_width());
        self.err.push_str(&text);
    }

    /// Columns of the terminal.
    #[must_use]
    pub fn width(&self) -> usize {
        self.env.width
    }

    /// How findings look on this terminal.
    #[must_use]
    pub fn look(&self, lang: Lang) -> Look {
        Look {
            lang,
            width: self.width(),
            decor: if self.global.ascii { Decor::Ascii } else { Decor::Unicode },
            amount: if self.global.verbose { Amount::All } else { Amount::Brief },
        }
    }

    /// The whole reply.
    #[must_use]
    pub fn into_reply(self, code: u8) -> Reply {
        let stdout = Colour::choose(self.global.color, self.env, self.env.stdout);
        let stderr = Colour::choose(self.global.color, self.env, self.env.stderr);
        let mut out = painted(&self.out, stdout);
        out.extend(self.raw);
        Reply { stdout: out, stderr: painted(&self.err, stderr), code }
    }
}

/// The files of media that a calendar names and that are there, as they are called on the disk:
/// nothing reads them for a plan, and none may be lost to one.
fn pictures(ws: &Workspace) -> Vec<PathBuf> {
    let contents = ws.posts.iter().flat_map(|post| {
        std::iter::once(&post.content).chain(post.on.iter().map(|on| &on.content))
    });
    let media = contents.flat_map(|content| content.media.iter().flatten());
    media
        .filter_map(|media| match &media.file {
            Some(MediaFile::File(_, FileState::Present(path))) => Some(real(path)),
            _ => None,
        })
        .collect()
}

/// The files of past results that a calendar names, readable or not: they may be the only copy.
fn histories(ws: &Workspace, root: &Path) -> Vec<PathBuf> {
    let folder = root.parent().unwrap_or(root);
    ws.history.iter().map(|entry| real(&folder.join(&entry.file.value))).collect()
}

/// A result that would overwrite what it was made from.
fn own_file(path: &Path) -> Failure {
    let path = load::slashes(path);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{path} is a file of the calendar: it is not overwritten"),
            Lang::Fr => format!("{path} est un fichier du calendrier\u{a0}: il n’est pas écrasé"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "choose another name to write to".to_owned(),
            Lang::Fr => "choisissez un autre nom pour écrire".to_owned(),
        }),
    )
}

fn bad_now(text: &str) -> Failure {
    let text = text.to_owned();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("`{text}` is not an instant"),
            Lang::Fr => format!("`{text}` n’est pas un instant"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "write it with its offset, such as `2026-11-21T09:00:00+01:00`".to_owned(),
            Lang::Fr => {
                "écrivez-le avec son décalage, par exemple `2026-11-21T09:00:00+01:00`".to_owned()
            }
        }),
    )
}
