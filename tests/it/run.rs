//! One calendar through the library, as `check` does it, and the directives in its first comments.

use edito::diagnostic::{Judged, Place};
use edito::lang::{Lang, Text};
use edito::load;
use edito::rules::{self, Report};
use edito::source::Sources;
use edito::time::Instant;
use std::path::Path;

/// The instant of a run whose calendar names none.
const NOW: &str = "2026-11-20T09:00:00+01:00";

/// A calendar that was checked.
pub struct Run {
    sources: Sources,
    root: String,
    /// What was found.
    pub report: Report,
}

impl Run {
    /// Checks the calendar of a file.
    pub fn of_file(path: &Path) -> Self {
        let mut sources = Sources::default();
        let current = Path::new(env!("CARGO_MANIFEST_DIR"));
        let loaded = load::workspace(path, current, &mut sources)
            .unwrap_or_else(|refusal| panic!("{}", refusal.message().get(Lang::En)));
        let entries = loaded.workspace.as_ref().map_or(&[][..], |ws| &ws.history);
        let files = load::histories(path, current, entries).expect("the root file is there");
        let files: Vec<_> =
            files.into_iter().map(|file| file.map_err(|refusal| refusal.message())).collect();
        Self::of(sources, loaded, &files)
    }

    /// Checks a calendar that is no file. Of files of past results there is `exports/resultats.csv` alone.
    pub fn of_text(text: &str) -> Self {
        let mut sources = Sources::default();
        let current = Path::new(env!("CARGO_MANIFEST_DIR"));
        let loaded = load::from_text(text, current, &mut sources)
            .unwrap_or_else(|refusal| panic!("{}", refusal.message().get(Lang::En)));
        let entries = loaded.workspace.as_ref().map_or(&[][..], |ws| &ws.history);
        let file = |name: &str| match name {
            "exports/resultats.csv" => {
                Ok(include_bytes!("../rules/history-rows/resultats.csv").to_vec())
            }
            _ => Err(Text::same(format!("{name}: there is no such file"))),
        };
        let files: Vec<_> = entries.iter().map(|entry| file(&entry.file.value)).collect();
        Self::of(sources, loaded, &files)
    }

    fn of(sources: Sources, mut loaded: load::Loaded, files: &[Result<Vec<u8>, Text>]) -> Self {
        let root = sources.get(loaded.files[0]);
        let now = directive(root.text(), "now").unwrap_or_else(|| NOW.to_owned());
        let now = Instant::parse_rfc3339(&now).expect("`# now:` takes an instant with its offset");
        if let Some(ws) = &mut loaded.workspace {
            ws.past = edito::history::recall(ws, files, now);
        }
        let facts = loaded.workspace.as_ref().map(|ws| rules::Facts::new(ws, &sources, now));
        let mut findings = loaded.findings.clone();
        findings.extend(facts.iter().flat_map(rules::check));
        let report = rules::judge(findings, facts.as_ref());
        let root = root.name().to_owned();
        Self { sources, root, report }
    }

    /// The value of a directive of the root file: `# name: value`.
    pub fn directive(&self, name: &str) -> Option<String> {
        let (_, root) = self.sources.iter().find(|(_, s)| s.name() == self.root)?;
        directive(root.text(), name)
    }

    /// Where a finding is: `line:column` in the root file, `file:line:column` in another of its
    /// folder. A finding about a whole file is at 1:1.
    pub fn place(&self, judged: &Judged) -> String {
        let place = judged.finding.place;
        let source = self.sources.get(place.source());
        let at = match place {
            Place::Span(at) => source.position(at.span.start),
            Place::File(_) => source.position(0),
        };
        let folder = self.root.rfind('/').map_or("", |end| &self.root[..=end]);
        let file = source.name().strip_prefix(folder).unwrap_or(source.name());
        if source.name() == self.root {
            format!("{}:{}", at.line, at.column)
        } else {
            format!("{file}:{}:{}", at.line, at.column)
        }
    }

    /// The findings of a rule: where, and what they say.
    pub fn of_rule(&self, rule: &str) -> Vec<(String, String)> {
        let mine = |judged: &&Judged| judged.finding.rule == rule;
        self.report
            .findings
            .iter()
            .filter(mine)
            .map(|judged| {
                let said = judged.finding.message.get(Lang::En).to_owned();
                (self.place(judged), said)
            })
            .collect()
    }

    /// Every finding in a line of its own, for people who read a failure.
    pub fn listing(&self) -> String {
        let line = |judged: &Judged| {
            format!(
                "    {} {} {}\n",
                self.place(judged),
                judged.finding.rule,
                judged.finding.message.get(Lang::En)
            )
        };
        self.report.findings.iter().map(line).collect()
    }
}

fn directive(text: &str, name: &str) -> Option<String> {
    text.lines()
        .map_while(|line| line.strip_prefix('#'))
        .find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(':'))
        .map(|value| value.trim().to_owned())
}
