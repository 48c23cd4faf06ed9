//! One calendar checked, and what of it is shown.

use super::fix::Mends;
use super::session::Session;
use crate::diagnostic::{Finding, Judged};
use crate::lang::Lang;
use crate::load::Loaded;
use crate::render::findings::Tally;
use crate::rules;
use crate::source::SourceId;
use crate::tone::Wanted;

/// A calendar checked.
pub(super) struct Checked {
    /// The language to speak about it.
    pub lang: Lang,
    /// What is shown.
    pub findings: Vec<Judged>,
    /// The count of what is shown.
    pub tally: Tally,
    /// What of it can be corrected, where that is asked.
    pub mends: Mends,
}

/// Which findings are shown.
pub(super) struct Sieve<'a> {
    /// Those of these files; none means all.
    pub files: Option<Vec<SourceId>>,
    /// How many files are meant that no finding points into.
    pub beside: usize,
    /// Those of these rules; none means all.
    pub only: &'a [String],
}

impl Sieve<'_> {
    fn takes(&self, finding: &Finding) -> bool {
        self.holds(finding.place.source())
            && (self.only.is_empty() || self.only.iter().any(|rule| *rule == finding.rule))
    }

    fn holds(&self, file: SourceId) -> bool {
        self.files.as_ref().is_none_or(|files| files.contains(&file))
    }
}

/// Runs every rule on a calendar, and counts what is shown.
pub(super) fn judged(
    loaded: &Loaded,
    sieve: &Sieve<'_>,
    lang: Lang,
    session: &Session<'_>,
) -> Checked {
    let workspace = loaded.workspace.as_ref();
    // Who corrects wants all that there is to correct.
    let wanted = if session.mending.is_some() { Wanted::All } else { Wanted::Enough };
    let facts = |ws| rules::Facts::new(ws, &session.sources, session.now).wanting(wanted);
    let facts = workspace.map(facts);
    let mut found = loaded.findings.clone();
    if let Some(facts) = &facts {
        found.extend(rules::check(facts));
    }
    let rules::Report { mut findings, allowed } = rules::judge(found, facts.as_ref());
    let all = findings.len();
    findings.retain(|one| sieve.takes(&one.finding));
    let allowed = allowed.iter().filter(|finding| sieve.takes(finding)).count();
    let posts = workspace.map_or(&[][..], |ws| &ws.posts);
    let tally = Tally {
        allowed,
        files: match &sieve.files {
            Some(files) => files.len() + sieve.beside,
            None => loaded.files.len(),
        },
        posts: posts.iter().filter(|post| sieve.holds(post.at.source)).count(),
        hidden: all - findings.len(),
        misread: usize::from(workspace.is_none()),
        ..Tally::of(&findings)
    };
    Checked { lang, findings, tally, mends: Mends::default() }
}
