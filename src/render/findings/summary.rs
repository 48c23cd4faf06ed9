//! The last line of a check: how many findings, in how many files.

use crate::diagnostic::{Judged, Level};
use crate::lang::{Lang, count};
use anstyle::{AnsiColor, Style};

/// What is counted over one calendar, or over several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are hints.
    pub hints: usize,
    /// Findings that `allow` took away.
    pub allowed: usize,
    /// Files looked at.
    pub files: usize,
    /// Posts looked at.
    pub posts: usize,
    /// Calendars whose files can't be understood: only what reading finds was found.
    pub misread: usize,
    /// Findings that are there but were not asked for.
    pub hidden: usize,
}

impl Tally {
    /// The levels of these findings, with everything else at nought.
    #[must_use]
    pub fn of(findings: &[Judged]) -> Self {
        let count = |level| findings.iter().filter(|found| found.level == level).count();
        Self {
            errors: count(Level::Error),
            warnings: count(Level::Warning),
            hints: count(Level::Hint),
            ..Self::default()
        }
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            hints: self.hints + other.hints,
            allowed: self.allowed + other.allowed,
            files: self.files + other.files,
            posts: self.posts + other.posts,
            misread: self.misread + other.misread,
            hidden: self.hidden + other.hidden,
        }
    }
}

/// One line with styles, and a second when some calendar could not be understood.
///
/// Without styles: `2 errors, 5 warnings in 3 files (24 posts); 1 allowed`.
#[must_use]
pub fn summary(tally: &Tally, lang: Lang) -> String {
    let counts = counts(tally, lang);
    let scope = scope(tally, lang);
    let allowed = allowed(tally, lang);
    let hidden = hidden(tally.hidden, lang);
    if counts.is_empty() && tally.hidden > 0 {
        return match lang {
            Lang::En => format!("nothing to show in {scope}{allowed}{hidden}\n"),
            Lang::Fr => format!("rien à montrer dans {scope}{allowed}{hidden}\n"),
        };
    }
    if counts.is_empty() {
        let green = colour(AnsiColor::Green);
        let well = match lang {
            Lang::En => "all is well",
            Lang::Fr => "tout va bien",
        };
        return match lang {
            Lang::En => format!("{green}{well}{green:#}: {scope}{allowed}\n"),
            Lang::Fr => format!("{green}{well}{green:#}\u{a0}: {scope}{allowed}\n"),
        };
    }
    let counts = counts.join(", ");
    let inside = match lang {
        Lang::En => "in",
        Lang::Fr => "dans",
    };
    let mut out = format!("{counts} {inside} {scope}{allowed}{hidden}\n");
    if tally.misread > 0 {
        out.push_str(match lang {
            Lang::En => "dates, content and mix are checked once these errors are mended\n",
            Lang::Fr => {
                "les dates, les contenus et le mix seront vérifiés une fois ces erreurs corrigées\n"
            }
        });
    }
    out
}

/// `2 errors`, `5 warnings`, … heaviest first; none that are nought.
fn counts(tally: &Tally, lang: Lang) -> Vec<String> {
    let words = |level| match (level, lang) {
        (Level::Error, Lang::En) => ("error", "errors"),
        (Level::Error, Lang::Fr) => ("erreur", "erreurs"),
        (Level::Warning, Lang::En) => ("warning", "warnings"),
        (Level::Warning, Lang::Fr) => ("avertissement", "avertissements"),
        (Level::Hint, Lang::En) => ("hint", "hints"),
        (Level::Hint, Lang::Fr) => ("conseil", "conseils"),
    };
    [
        (tally.errors, Level::Error, AnsiColor::BrightRed),
        (tally.warnings, Level::Warning, AnsiColor::Yellow),
        (tally.hints, Level::Hint, AnsiColor::Cyan),
    ]
    .into_iter()
    .filter(|(n, ..)| *n > 0)
    .map(|(n, level, of)| {
        let (one, many) = words(level);
        let style = colour(of);
        format!("{style}{}{style:#}", count(lang, n, one, many))
    })
    .collect()
}

/// `3 files (24 posts)`.
fn scope(tally: &Tally, lang: Lang) -> String {
    let files = match lang {
        Lang::En => count(lang, tally.files, "file", "files"),
        Lang::Fr => count(lang, tally.files, "fichier", "fichiers"),
    };
    let posts = match (lang, tally.posts) {
        // Nobody knows how many posts there are in files that can't be understood.
        (_, 0) if tally.misread > 0 => return files,
        (Lang::En, 0) => "no post yet".to_owned(),
        (Lang::Fr, 0) => "encore aucune publication".to_owned(),
        (Lang::En, n) => count(lang, n, "post", "posts"),
        (Lang::Fr, n) => count(lang, n, "publication", "publications"),
    };
    format!("{files} ({posts})")
}

fn allowed(tally: &Tally, lang: Lang) -> String {
    match (lang, tally.allowed) {
        (_, 0) => String::new(),
        (Lang::En, n) => format!("; {}", count(lang, n, "allowed", "allowed")),
        (Lang::Fr, n) => format!("\u{202f}; {}", count(lang, n, "toléré", "tolérés")),
    }
}

/// What was left aside, so that nobody believes that all is well.
fn hidden(n: usize, lang: Lang) -> String {
    match (n, lang) {
        (0, _) => String::new(),
        (n, Lang::En) => {
            let findings = count(lang, n, "other finding is", "other findings are");
            format!("; {findings} not shown")
        }
        (n, Lang::Fr) => {
            let findings = count(lang, n, "autre constat n’est", "autres constats ne sont");
            format!("\u{202f}; {findings} pas {}", if n == 1 { "montré" } else { "montrés" })
        }
    }
}

fn colour(colour: AnsiColor) -> Style {
    colour.on_default().bold()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(tally: &Tally, lang: Lang) -> String {
        anstream::adapter::strip_str(&summary(tally, lang)).to_string()
    }

    #[test]
    fn plurals_in_both_languages() {
        let tally = Tally {
            errors: 2,
            warnings: 1,
            hints: 3,
            allowed: 1,
            files: 3,
            posts: 24,
            misread: 0,
            hidden: 0,
        };
        assert_eq!(
            plain(&tally, Lang::Fr),
            "2 erreurs, 1 avertissement, 3 conseils dans 3 fichiers (24 publications)\u{202f}; 1 toléré\n"
        );
        assert_eq!(
            plain(&tally, Lang::En),
            "2 errors, 1 warning, 3 hints in 3 files (24 posts); 1 allowed\n"
        );
        let twice = tally.and(tally);
        assert_eq!(
            plain(&twice, Lang::Fr),
            "4 erreurs, 2 avertissements, 6 conseils dans 6 fichiers (48 publications)\u{202f}; 2 tolérés\n"
        );
    }

    #[test]
    fn all_is_well_in_green() {
        let tally = Tally { files: 1, ..Tally::default() };
        assert_eq!(
            plain(&tally, Lang::Fr),
            "tout va bien\u{a0}: 1 fichier (encore aucune publication)\n"
        );
        assert_eq!(plain(&tally, Lang::En), "all is well: 1 file (no post yet)\n");
        assert!(summary(&tally, Lang::Fr).starts_with("\u{1b}[1m\u{1b}[32m"));
    }

    #[test]
    fn what_is_not_shown_is_counted_and_nothing_is_said_to_be_well() {
        let one = Tally { files: 1, posts: 2, hidden: 1, ..Tally::default() };
        assert_eq!(
            plain(&one, Lang::En),
            "nothing to show in 1 file (2 posts); 1 other finding is not shown\n"
        );
        assert_eq!(
            plain(&one, Lang::Fr),
            "rien à montrer dans 1 fichier (2 publications)\u{202f}; 1 autre constat n’est pas montré\n"
        );
        let many = Tally { errors: 1, hidden: 3, ..one };
        assert!(plain(&many, Lang::En).ends_with("; 3 other findings are not shown\n"));
        assert!(plain(&many, Lang::Fr).ends_with("; 3 autres constats ne sont pas montrés\n"));
    }

    #[test]
    fn files_that_cannot_be_understood_say_that_more_may_come() {
        let tally = Tally { errors: 1, files: 1, misread: 1, ..Tally::default() };
        let text = plain(&tally, Lang::Fr);
        assert!(text.starts_with("1 erreur dans 1 fichier\nles dates"), "{text}");
    }
}
