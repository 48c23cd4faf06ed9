//! Texts that posts keep in files of their own, and whether the files they name are there.

use super::disk::{Cause, Home};
use super::faults::Faults;
use crate::lang::{Lang, Text};
use crate::model::FileState;
use crate::source::{At, Loc, SourceId, Sources, Span};
use std::collections::HashMap;

/// The shelf of text files: each is read once.
pub(super) struct Texts<'a> {
    pub(super) home: &'a Home,
    pub(super) sources: &'a mut Sources,
    read: HashMap<String, (SourceId, String)>,
    states: HashMap<String, FileState>,
}

impl<'a> Texts<'a> {
    /// An empty shelf.
    pub(super) fn new(home: &'a Home, sources: &'a mut Sources) -> Self {
        Self { home, sources, read: HashMap::new(), states: HashMap::new() }
    }

    /// Whether a named file is there.
    pub(super) fn state(&mut self, named: &str) -> FileState {
        if let Some(state) = self.states.get(named) {
            return state.clone();
        }
        let state = self.home.state(named);
        self.states.insert(named.to_owned(), state.clone());
        state
    }

    /// The text of a named file; its place is the whole of that file.
    pub(super) fn read(&mut self, named: &Loc<String>, faults: &mut Faults) -> Option<Loc<String>> {
        if !self.read.contains_key(&named.value) {
            let path = self.home.join(&named.value);
            match self.home.whole_text(&path) {
                Ok(text) => {
                    let source = self.sources.add(self.home.show(&path), text);
                    let text = self.sources.get(source).text().to_owned();
                    self.read.insert(named.value.clone(), (source, text));
                }
                Err(refusal) => {
                    unreadable(named, &refusal.cause, &refusal.message(), faults);
                    return None;
                }
            }
        }
        let (source, text) = self.read.get(&named.value)?;
        let at = At { source: *source, span: Span::new(0..text.len()) };
        Some(Loc::new(text.clone(), at))
    }
}

/// A named file that can't be read: a finding at its name.
pub(super) fn unreadable(named: &Loc<String>, cause: &Cause, message: &Text, faults: &mut Faults) {
    let rule = match cause {
        Cause::Outside => "bad-path",
        _ => "missing-file",
    };
    let help = Text::of(|lang| match lang {
        Lang::En => {
            "paths start from the folder of the calendar, and stay in its repository".to_owned()
        }
        Lang::Fr => {
            "les chemins partent du dossier du calendrier et restent dans son dépôt".to_owned()
        }
    });
    faults.say(rule, named.at, message.clone(), Some(help));
}
