//! A workspace: the root file and everything it names.

use super::disk::{Cause, Drafts, Home, Refusal};
use super::document::{self, Document, State};
use super::faults::Faults;
use super::names::Names;
use super::posts::Desk;
use super::reader::Row;
use super::shape::{CALENDAR, MIX, POSTS, Shape, TONE};
use super::texts::{Texts, unreadable};
use super::{brand, events, feeds, mix, placements, posts, scalar, settings, tone, validate};
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text};
use crate::model::{HistoryFile, Mix, Past, PostId, Tone, Workspace};
use crate::source::{Loc, SourceId, Sources};
use std::path::Path;

/// What came of reading a workspace.
#[derive(Debug)]
pub struct Loaded {
    /// The workspace; absent when its files can't be understood.
    pub workspace: Option<Workspace>,
    /// The language to speak about it, as far as its files say: also when they can't be understood.
    pub lang: Option<Lang>,
    /// Everything found while reading.
    pub findings: Vec<Finding>,
    /// The files that belong to it, the root first.
    pub files: Vec<SourceId>,
    /// Where they are on the disk, with every other file read, links followed.
    pub paths: Vec<std::path::PathBuf>,
}

/// Reads the workspace of a root file. `current` is the folder that relative names start from.
///
/// # Errors
/// When the root file, or one of its size or shape limits, keeps it from being read at all.
pub fn workspace(root: &Path, current: &Path, sources: &mut Sources) -> Result<Loaded, Refusal> {
    drafted(root, current, Drafts::default(), sources)
}

/// The same, with drafts that stand for what some files hold.
///
/// # Errors
/// As [`workspace`].
pub fn drafted(
    root: &Path,
    current: &Path,
    drafts: Drafts,
    sources: &mut Sources,
) -> Result<Loaded, Refusal> {
    let home = Home::of(root, current)?.with(drafts);
    let path = current.join(root);
    let text = home.whole_text(&path)?;
    let name = home.show(&path);
    let folder = folder_name(&home);
    read(Root { text: &text, name: &name, folder: &folder }, &home, sources)
}

/// Reads a calendar from its text alone, as if it stood in `folder`.
///
/// # Errors
/// When the text is nested too deeply.
pub fn from_text(text: &str, folder: &Path, sources: &mut Sources) -> Result<Loaded, Refusal> {
    let home = Home::at(folder);
    read(Root { text, name: "calendar.toml", folder: "calendar" }, &home, sources)
}

fn folder_name(home: &Home) -> String {
    let name = home.folder().file_name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| "calendar".to_owned())
}

struct Root<'t> {
    text: &'t str,
    name: &'t str,
    folder: &'t str,
}

/// A file that the root names, read.
struct Extra {
    kind: ExtraKind,
    source: SourceId,
    name: String,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ExtraKind {
    Tone,
    Mix,
    Posts,
}

impl ExtraKind {
    const fn shape(self) -> &'static Shape {
        match self {
            Self::Tone => &TONE,
            Self::Mix => &MIX,
            Self::Posts => &POSTS,
        }
    }
}

fn read(root: Root<'_>, home: &Home, sources: &mut Sources) -> Result<Loaded, Refusal> {
    let source = sources.add(root.name, root.text);
    let text = root.text.strip_prefix('\u{feff}').unwrap_or(root.text);
    let main = document::parse(text, source, root.name)?;
    newer(&main, root.name)?;
    let mut faults = Faults::default();
    let mut files = vec![source];
    let extras =
        extras(Row::document(&main.table, source), home, sources, &mut files, &mut faults)?;
    let mut docs = Vec::with_capacity(extras.len());
    for extra in &extras {
        let doc = document::parse(&extra.text, extra.source, &extra.name)?;
        newer(&doc, &extra.name)?;
        docs.push((extra.kind, doc));
    }
    let mut findings = Vec::new();
    let torn = main.state == State::Torn || docs.iter().any(|(_, doc)| doc.state == State::Torn);
    check(&main, &CALENDAR, &mut findings, &mut faults);
    for (kind, doc) in &docs {
        check(doc, kind.shape(), &mut findings, &mut faults);
    }
    let bruised =
        main.state != State::Whole || docs.iter().any(|(_, doc)| doc.state != State::Whole);
    let mut lang = None;
    let workspace = if torn {
        None
    } else {
        let built = build(&main, &docs, root.folder, home, sources, &mut faults);
        lang = built.calendar.message_lang();
        (!bruised).then_some(built)
    };
    findings.extend(faults.into_findings());
    findings.sort_by_key(|finding| finding.place);
    Ok(Loaded { workspace, lang, findings, files, paths: home.files_read() })
}

/// Takes over the syntax findings of a document and checks it against its shape.
fn check(
    doc: &Document<'_>,
    shape: &'static Shape,
    findings: &mut Vec<Finding>,
    faults: &mut Faults,
) {
    let errors = doc.findings.iter().filter(|finding| finding.rule != "toml-1-1");
    faults.broken_at(errors.filter_map(|finding| match finding.place {
        crate::diagnostic::Place::Span(at) => Some(at),
        crate::diagnostic::Place::File(_) => None,
    }));
    findings.extend(doc.findings.iter().cloned());
    if doc.state != State::Torn {
        validate::document(&doc.table, doc.source, shape, faults);
    }
}

fn newer(doc: &Document<'_>, name: &str) -> Result<(), Refusal> {
    let format = doc.table.get("format").and_then(|v| scalar::int(v.get_ref(), 2, i64::MAX).ok());
    format.map_or(Ok(()), |format| Err(Refusal::new(name, Cause::Newer(format))))
}

/// Reads the tone, the mix and the files of posts. One that can't be read is a finding at its
/// name, unless it breaks a limit of all files: then the run ends.
fn extras(
    root: Row<'_, '_>,
    home: &Home,
    sources: &mut Sources,
    files: &mut Vec<SourceId>,
    faults: &mut Faults,
) -> Result<Vec<Extra>, Refusal> {
    let mut named: Vec<(ExtraKind, Loc<String>, std::path::PathBuf)> = Vec::new();
    for (kind, key) in [(ExtraKind::Tone, "tone"), (ExtraKind::Mix, "mix")] {
        if let Some(path) = root.scalar(key, |v| scalar::path(v).map(str::to_owned)) {
            let full = home.join(&path.value);
            named.push((kind, path, full));
        }
    }
    for pattern in root.list("posts").unwrap_or_default() {
        if pattern.value.trim().is_empty()
            || pattern.value.starts_with('/')
            || pattern.value.contains('\\')
        {
            continue;
        }
        let found = home.glob(&pattern.value);
        if found.is_empty() {
            no_match(&pattern, faults);
        }
        named.extend(found.into_iter().map(|path| (ExtraKind::Posts, pattern.clone(), path)));
    }
    let mut extras: Vec<Extra> = Vec::new();
    for (kind, written, path) in named {
        let name = home.show(&path);
        if extras.iter().any(|extra| extra.name == name && extra.kind == kind) {
            continue;
        }
        match home.whole_text(&path) {
            Ok(text) => {
                let source = sources.add(name.clone(), text.as_str());
                let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                files.push(source);
                extras.push(Extra { kind, source, name, text });
            }
            Err(refusal) if refusal.cause == Cause::NotFound => {
                unreadable(&written, &refusal.cause, &refusal.message(), faults);
            }
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(extras)
}

fn no_match(pattern: &Loc<String>, faults: &mut Faults) {
    let written = pattern.value.clone();
    faults.say(
        "missing-file",
        pattern.at,
        Text::of(|lang| match lang {
            Lang::En => format!("no file matches `{written}`"),
            Lang::Fr => format!("aucun fichier ne correspond à `{written}`"),
        }),
        Some(Text::of(|lang| match lang {
            Lang::En => "paths start from the folder of the calendar".to_owned(),
            Lang::Fr => "les chemins partent du dossier du calendrier".to_owned(),
        })),
    );
}

/// Reads the model out of documents that were checked.
fn build(
    main: &Document<'_>,
    docs: &[(ExtraKind, Document<'_>)],
    folder: &str,
    home: &Home,
    sources: &mut Sources,
    faults: &mut Faults,
) -> Workspace {
    let root = Row::document(&main.table, main.source);
    let mut names = Names::new();
    let calendar = settings::calendar(root, folder, faults);
    let plan = settings::plan(root, faults);
    let (channels, lanes) = brand::channels(root, &calendar, &mut names, faults);
    let people = brand::people(root, &mut names, faults);
    let campaigns = brand::campaigns(root, &mut names, faults);
    let of_kind = |kind: ExtraKind| docs.iter().find(|(k, _)| *k == kind).map(|(_, doc)| doc);
    let mix_row = of_kind(ExtraKind::Mix)
        .map(|doc| Row::document(&doc.table, doc.source))
        .or_else(|| root.row("mix"));
    let mix = mix_row.map_or_else(Mix::default, |row| mix::read(row, &mut names, faults));
    let mut desk = tone::Desk { names: &names, sources, faults };
    let tone = match of_kind(ExtraKind::Tone) {
        Some(doc) => tone::read(Row::document(&doc.table, doc.source), doc.source, &mut desk),
        None => root
            .row("tone")
            .map_or_else(Tone::default, |row| tone::read(row, main.source, &mut desk)),
    };
    let series = brand::series(root, &mut names, faults);
    let mut events = events::written(root, &mut names, faults);
    let named_feeds = events::feeds(root, &names, faults);
    let pauses = brand::pauses(root, &calendar, &names, faults);
    let rows = post_rows(root, docs);
    let ids = declare_posts(&rows, &mut names, faults);
    let mut texts = Texts::new(home, sources);
    let mut desk = Desk {
        names: &names,
        series: &series,
        channel_count: channels.len(),
        texts: &mut texts,
        faults,
    };
    let mut posts: Vec<_> =
        rows.into_iter().zip(ids).map(|(row, id)| posts::read(row, id, &mut desk)).collect();
    events.extend(feeds::events(&named_feeds, home, calendar.zone, faults));
    let events = events::dated(events, &mut posts);
    let placements = placements::of(&posts, &channels, &lanes);
    Workspace {
        root: main.source,
        approval: settings::approval(root),
        rules: settings::rules(root),
        history: history(root, &names, faults),
        past: Past::default(),
        calendar,
        plan,
        channels,
        lanes,
        people,
        campaigns,
        series,
        events,
        pauses,
        posts,
        placements,
        mix,
        tone,
    }
}

/// The tables of posts: those of the root, then those of each file of posts.
fn post_rows<'t, 'i>(root: Row<'t, 'i>, docs: &'t [(ExtraKind, Document<'i>)]) -> Vec<Row<'t, 'i>> {
    let others = docs
        .iter()
        .filter(|(kind, _)| *kind == ExtraKind::Posts)
        .flat_map(|(_, doc)| Row::document(&doc.table, doc.source).rows("post"));
    root.rows("post").chain(others).collect()
}

/// Settles the id of every post before any is read, so that they can name each other.
fn declare_posts(rows: &[Row<'_, '_>], names: &mut Names, faults: &mut Faults) -> Vec<PostId> {
    let mut ids = Vec::with_capacity(rows.len());
    for (id, at) in posts::ids(rows) {
        match id.at {
            Some(at) => names.posts.declare(Loc::new(id.name.clone(), at), faults),
            None => names.posts.declare_nameless(at),
        }
        ids.push(id);
    }
    ids
}

/// The files of past performance, in the order of the file.
fn history(root: Row<'_, '_>, names: &Names, faults: &mut Faults) -> Vec<HistoryFile> {
    let plain = root.list("history").unwrap_or_default().into_iter();
    let mut files: Vec<HistoryFile> = plain
        .map(|file| HistoryFile { file, channel: None, columns: Vec::new(), brand: None })
        .collect();
    for row in root.rows("history") {
        let channel = names.channel(row.words("channel"), faults);
        files.extend(row.words("file").map(|file| HistoryFile {
            file,
            channel,
            columns: row.texts("columns"),
            brand: row.words("brand"),
        }));
    }
    files.sort_by_key(|entry| entry.file.at.span.range().start);
    files
}
