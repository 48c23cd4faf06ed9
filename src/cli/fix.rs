//! `--fix` and `--diff`: the mends of findings, made in files.
//!
//! Corrections are made on drafts: what the files are to hold. These are read in their place until
//! there is nothing left to correct; then they are shown as a diff, or written. A file is written
//! whole or not at all, and only when it still is what was read. Words of a post
//! that is approved, or further, are left alone: any change would break the approval.

use super::colour::Colour;
use super::env::Attached;
use super::failure::Failure;
use super::session::Session;
use super::write::real;
use crate::diagnostic::Judged;
use crate::edit::{Edit, apart, applied, between, keeps_toml, sides, unified};
use crate::lang::{Lang, Text, count, list};
use crate::load::{self, Drafts, Home, Loaded, MAX_BYTES};
use crate::model::{Status, Workspace};
use crate::source::{At, SourceId};
use crate::text::clean;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What can be corrected in the files of a calendar.
#[derive(Debug, Default)]
pub(super) struct Mends {
    /// File by file, by the path of each.
    files: BTreeMap<PathBuf, FileMends>,
    /// The approved posts that have something to correct.
    left: BTreeSet<String>,
}

/// What can be corrected in a file.
#[derive(Clone, Debug)]
struct FileMends {
    /// What it is called.
    name: String,
    /// What it holds, with its byte-order mark.
    whole: String,
    holds: Holds,
    edits: Vec<Edit>,
}

/// What is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// Settings and posts.
    Toml,
    /// The words of a post alone.
    Words,
}

impl Mends {
    /// The mends of findings about a calendar.
    ///
    /// # Errors
    /// When its root file is gone meanwhile.
    pub(super) fn of(
        findings: &[Judged],
        root: &Path,
        loaded: &Loaded,
        session: &Session<'_>,
    ) -> Result<Self, Failure> {
        let mut mends = Self::default();
        let Some(ws) = &loaded.workspace else {
            return Ok(mends);
        };
        let home = Home::of(root, &session.env.current_dir)?;
        let sealed = Sealed::of(ws);
        for finding in findings.iter().map(|judged| &judged.finding) {
            let Some(mend) = &finding.fix else {
                continue;
            };
            if sealed.holds(mend.at) {
                mends.left.extend(finding.post.clone());
                continue;
            }
            let source = session.sources.get(mend.at.source);
            let file = mends.files.entry(home.shown(source.name())).or_insert_with(|| FileMends {
                name: source.name().to_owned(),
                whole: source.whole(),
                holds: holds(mend.at.source, loaded),
                edits: Vec::new(),
            });
            file.edits.push(Edit {
                range: source.on_disk(mend.at.span).range(),
                text: mend.text.clone(),
            });
        }
        Ok(mends)
    }

    /// Those of several calendars together: a file may belong to more than one.
    pub(super) fn join<'m>(all: impl Iterator<Item = &'m Self>) -> Self {
        let mut joined = Self::default();
        for mends in all {
            joined.left.extend(mends.left.iter().cloned());
            for (path, file) in &mends.files {
                match joined.files.get_mut(path) {
                    Some(known) => known.edits.extend(file.edits.iter().cloned()),
                    None => {
                        joined.files.insert(path.clone(), file.clone());
                    }
                }
            }
        }
        for file in joined.files.values_mut() {
            file.edits = apart(&file.whole, std::mem::take(&mut file.edits));
        }
        joined.files.retain(|_, file| !file.edits.is_empty());
        joined
    }

    /// Whether there is nothing to correct.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// What is said of the posts that were left alone; nothing when there are none.
    pub(super) fn left_alone(&self, lang: Lang) -> Option<String> {
        if self.left.is_empty() {
            return None;
        }
        let many = self.left.len();
        let posts: Vec<String> = self.left.iter().map(|post| format!("`{post}`")).collect();
        let posts = list(lang, &posts);
        Some(match lang {
            Lang::En => format!(
                "{} left alone, already approved: {posts}\n",
                count(lang, many, "post", "posts")
            ),
            Lang::Fr => {
                let posts_left = count(
                    lang,
                    many,
                    "publication déjà validée, laissée",
                    "publications déjà validées, laissées",
                );
                format!("{posts_left} sans correction\u{a0}: {posts}\n")
            }
        })
    }
}

/// Files with everything in them corrected, not written yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Corrected {
    /// By the real path of each.
    files: BTreeMap<PathBuf, Draft>,
    /// What they hold by now.
    drafts: Drafts,
}

/// A file that is being corrected.
#[derive(Clone, Debug)]
struct Draft {
    name: String,
    before: String,
    done: usize,
}

impl Corrected {
    /// With these mends made too.
    ///
    /// # Errors
    /// When they would change more than is meant.
    pub(super) fn add(&mut self, mends: &Mends) -> Result<(), Failure> {
        for (path, file) in &mends.files {
            let after = applied(&file.whole, &file.edits);
            if file.holds == Holds::Toml && !file.keeps(&after) {
                return Err(would_break(&file.name));
            }
            let path = real(path);
            let draft = self.files.entry(path.clone()).or_insert_with(|| Draft {
                name: file.name.clone(),
                before: file.whole.clone(),
                done: 0,
            });
            draft.done += file.edits.len();
            Rc::make_mut(&mut self.drafts).insert(path, after);
        }
        Ok(())
    }

    /// What the files hold by now, to be read in their place.
    pub(super) fn drafts(&self) -> Drafts {
        Rc::clone(&self.drafts)
    }

    /// Whether nothing was corrected.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Writes the files; those that were written are added to `done`, with how many corrections.
    ///
    /// # Errors
    /// When a file changed meanwhile, or cannot be written; those before it are corrected.
    pub(super) fn write(&self, done: &mut Vec<(String, usize)>) -> Result<(), Failure> {
        for (path, draft, after) in self.each() {
            write_checked(path, &draft.name, draft.before.as_bytes(), after.as_bytes())?;
            done.push((draft.name.clone(), draft.done));
        }
        Ok(())
    }

    /// What is corrected as a unified diff.
    pub(super) fn diff(&self) -> String {
        let diff = |(_, draft, after): (&PathBuf, &Draft, &String)| {
            let [old, new] = sides(&draft.name);
            unified([&old, &new], &draft.before, &between(&draft.before, after))
        };
        self.each().map(diff).collect()
    }

    fn each(&self) -> impl Iterator<Item = (&PathBuf, &Draft, &String)> {
        let files = self.files.iter();
        files.filter_map(|(path, draft)| Some((path, draft, self.drafts.get(path)?)))
    }
}

impl FileMends {
    /// Whether the file says the same but for the words meant.
    fn keeps(&self, after: &str) -> bool {
        let mark = if self.whole.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let moved: Vec<Edit> = self
            .edits
            .iter()
            .map(|edit| Edit {
                range: edit.range.start.saturating_sub(mark)..edit.range.end.saturating_sub(mark),
                text: edit.text.clone(),
            })
            .collect();
        let bare = |text: &str| text.get(mark..).unwrap_or_default().to_owned();
        keeps_toml(&bare(&self.whole), &bare(after), &moved)
    }
}

/// Files that findings point into are TOML, but for those that hold the words of a post.
fn holds(source: SourceId, loaded: &Loaded) -> Holds {
    if loaded.files.contains(&source) { Holds::Toml } else { Holds::Words }
}

/// The values that approved posts are made of.
struct Sealed(Vec<At>);

impl Sealed {
    fn of(ws: &Workspace) -> Self {
        let mut places = Vec::new();
        for placement in &ws.placements {
            let status = placement.status.value;
            // Of two approvals, the first may be there while the post is still in review.
            let signed = !ws.post_of(placement).approvals.is_empty();
            if status == Status::Cancelled || (status < Status::Approved && !signed) {
                continue;
            }
            let content = ws.content(placement);
            let own = [content.title, content.text, content.first_comment, content.link];
            places.extend(own.into_iter().flatten().map(|words| words.at));
            places.extend(content.parts.iter().chain(content.hashtags).map(|words| words.at));
            places.extend(content.media.iter().filter_map(|media| Some(media.text.as_ref()?.at)));
            places.extend(ws.tone.signature.as_ref().map(|signature| signature.at));
        }
        places.sort_unstable();
        places.dedup();
        Self(places)
    }

    /// Values do not overlap: the last that begins before a place is the only one that may hold it.
    fn holds(&self, at: At) -> bool {
        let before = |own: &At| (own.source, own.span.start) <= (at.source, at.span.start);
        let next = self.0.partition_point(before);
        let own = next.checked_sub(1).and_then(|index| self.0.get(index));
        own.is_some_and(|own| own.source == at.source && at.span.end <= own.span.end)
    }
}

/// `3 corrections in posts/a.toml`, and a line end.
pub(super) fn corrections(done: usize, name: &str, lang: Lang) -> String {
    let name = clean(name);
    match (done, lang) {
        (0, Lang::En) => format!("nothing to correct in {name}\n"),
        (0, Lang::Fr) => format!("rien à corriger dans {name}\n"),
        (_, Lang::En) => {
            format!("{} in {name}\n", count(lang, done, "correction", "corrections"))
        }
        (_, Lang::Fr) => {
            format!("{} dans {name}\n", count(lang, done, "correction", "corrections"))
        }
    }
}

/// A diff as it may be shown: exact in a file or a pipe, safe on a terminal, and there with the
/// colours of diffs.
pub(super) fn for_stdout(diff: &str, session: &Session<'_>) -> String {
    let colour = Colour::choose(session.global.color, session.env, session.env.stdout);
    if session.env.stdout != Attached::Terminal {
        return diff.to_owned();
    }
    let lines = diff.split_inclusive('\n');
    let painted = lines.map(|line| {
        let bare = line.trim_end_matches(['\r', '\n']);
        let style = match bare.as_bytes().first() {
            _ if colour == Colour::Off => anstyle::Style::new(),
            Some(b'+') => anstyle::AnsiColor::Green.on_default(),
            Some(b'-') => anstyle::AnsiColor::Red.on_default(),
            Some(b'@') => anstyle::AnsiColor::Cyan.on_default(),
            _ => anstyle::Style::new(),
        };
        format!("{style}{}{style:#}\n", clean(bare))
    });
    painted.collect()
}

/// Writes a file that is still what was read.
///
/// # Errors
/// When it is not, or cannot be written.
pub(super) fn write_checked(
    path: &Path,
    name: &str,
    before: &[u8],
    after: &[u8],
) -> Result<(), Failure> {
    let mut now = Vec::new();
    load::open(path, name)?
        .take(MAX_BYTES + 1)
        .read_to_end(&mut now)
        .map_err(|error| load::unreadable(name, &error))?;
    if now != before {
        return Err(changed(name));
    }
    super::write::write(path, after)
}

fn changed(name: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{name} changed while it was being read: it is not corrected"),
            Lang::Fr => format!("{name} a changé pendant la lecture\u{a0}: il n’est pas corrigé"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "save it in your editor, then run this again".to_owned(),
            Lang::Fr => "enregistrez-le dans votre éditeur, puis recommencez".to_owned(),
        }),
    )
}

fn would_break(name: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => {
                format!("internal error: the corrections would change more of {name} than meant")
            }
            Lang::Fr => format!(
                "erreur interne\u{a0}: les corrections changeraient plus que prévu dans {name}"
            ),
        }),
        Text::of(|lang| {
            match lang {
            Lang::En => "it is as it was; this is a fault of edito, not of your calendar: please report it with the calendar".to_owned(),
            Lang::Fr => "il est resté tel quel\u{202f}; c’est une faute d’edito, pas de votre calendrier\u{a0}: signalez-la avec le calendrier".to_owned(),
        }
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test reads what was written")]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        crate::cli::write::write(&path, b"plus neuf").unwrap();
        assert!(write_checked(&path, "a.md", b"lu", b"corrig\xc3\xa9").is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"plus neuf");
        write_checked(&path, "a.md", b"plus neuf", b"corrig\xc3\xa9").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), "corrigé".as_bytes());
        let gone = folder.path().join("gone.md");
        assert!(write_checked(&gone, "gone.md", b"", b"x").is_err() && !gone.exists());
    }

    #[test]
    fn corrections_of_a_file_of_two_calendars_are_made_once() {
        let edit = Edit { range: 0..3, text: "un".to_owned() };
        let one = || {
            let mut mends = Mends::default();
            let (name, whole) = ("a.md".to_owned(), "une".to_owned());
            let file = FileMends { name, whole, holds: Holds::Words, edits: vec![edit.clone()] };
            mends.files.insert(PathBuf::from("/a.md"), file);
            mends
        };
        let joined = Mends::join([one(), one()].iter());
        assert_eq!(joined.files[Path::new("/a.md")].edits, std::slice::from_ref(&edit));
        let mut corrected = Corrected::default();
        corrected.add(&joined).unwrap();
        assert!(corrected.diff().contains("-une\n"), "{}", corrected.diff());
        assert!(Mends::join(std::iter::empty()).is_empty());
    }

    #[test]
    fn corrections_that_would_change_more_are_refused() {
        let whole = "\u{feff}a = \"un mot\"\n";
        let file = |range, text: &str| FileMends {
            name: "a.toml".to_owned(),
            whole: whole.to_owned(),
            holds: Holds::Toml,
            edits: vec![Edit { range, text: text.to_owned() }],
        };
        let at = whole.find("mot").unwrap();
        for (text, kept) in [("signe", true), ("\"\nb = \"", false), ("\"", false)] {
            let file = file(at..at + 3, text);
            assert_eq!(file.keeps(&applied(whole, &file.edits)), kept, "{text}");
        }
    }
}
