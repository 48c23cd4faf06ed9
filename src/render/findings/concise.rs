//! One line a finding: `file:line:column: level[rule] message`.

use crate::diagnostic::{Judged, Place};
use crate::lang::Lang;
use crate::source::Sources;
use crate::text::clean;

/// A line for each finding. Levels and rules are the words of the file format; a finding about a
/// file as a whole stands at its first character.
#[must_use]
pub fn concise(findings: &[Judged], sources: &Sources, lang: Lang) -> String {
    findings.iter().map(|judged| line(judged, sources, lang) + "\n").collect()
}

/// The line of one finding, without its end.
#[must_use]
pub fn line(Judged { finding, level }: &Judged, sources: &Sources, lang: Lang) -> String {
    let source = sources.get(finding.place.source());
    let start = match finding.place {
        Place::Span(at) => at.span.start,
        Place::File(_) => 0,
    };
    let position = source.position(start);
    format!(
        "{}:{}:{}: {}[{}] {}",
        one_line(source.name()),
        position.line,
        position.column,
        level.key(),
        one_line(&finding.rule),
        one_line(finding.message.get(lang)),
    )
}

/// A text without anything that moves the cursor; line ends become spaces.
fn one_line(text: &str) -> String {
    let text = text.replace("\r\n", " ").replace(['\n', '\t'], " ");
    clean(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use snapbox::prelude::*;
    use snapbox::str;

    #[test]
    fn one_line_each_in_both_languages() {
        let (sources, findings) = samples::plain();
        snapbox::assert_data_eq!(
            concise(&findings, &sources, Lang::En),
            str![[r#"
calendar.toml:5:6: error[duplicate-id] `été` names two posts
posts/2026-11.toml:1:177: warning[tone.address] `vous` where this brand says `tu`
calendar.toml:1:1: hint[no-mix] this calendar has no mix

"#]]
            .raw()
        );
        snapbox::assert_data_eq!(
            concise(&findings, &sources, Lang::Fr),
            str![[r#"
calendar.toml:5:6: error[duplicate-id] `été` désigne deux publications
posts/2026-11.toml:1:177: warning[tone.address] `vous` alors que la marque tutoie
calendar.toml:1:1: hint[no-mix] ce calendrier n’a pas de mix

"#]]
            .raw()
        );
    }

    #[test]
    fn hostile_text_stays_on_its_line() {
        let (sources, findings) = samples::hostile();
        let text = concise(&findings, &sources, Lang::Fr);
        assert_eq!(text.lines().count(), findings.len());
        assert!(!text.contains(|c: char| c != '\n' && crate::text::is_unsafe(c)));
    }
}
