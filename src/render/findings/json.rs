//! `edito-check/1`: findings for programs.

use super::summary::Tally;
use crate::diagnostic::{Judged, Mend, Place};
use crate::lang::Lang;
use crate::source::{At, Sources};
use crate::text::clean;
use serde::Serialize;

/// One compact object and a line feed: with several calendars, the lines follow each other (JSON
/// Lines). Keys stand in the order of the contract, findings in that of files and places.
///
/// Lines and columns count from 1, columns in characters; bytes from 0, in the file as it is on
/// disk; ends are exclusive. A finding about a file as a whole has null places. `fix` is null where
/// nothing can be corrected without a thought.
#[must_use]
pub fn json(findings: &[Judged], tally: &Tally, sources: &Sources, lang: Lang) -> String {
    let document = Document {
        format: "edito-check/1",
        summary: Summary {
            errors: tally.errors,
            warnings: tally.warnings,
            hints: tally.hints,
            allowed: tally.allowed,
            files: tally.files,
            posts: tally.posts,
        },
        findings: findings.iter().map(|judged| item(judged, sources, lang)).collect(),
    };
    let mut text = serde_json::to_string(&document)
        .expect("internal error: findings are made of text and numbers");
    text.push('\n');
    text
}

/// One finding, in the shape it has in the list.
#[must_use]
pub fn value(judged: &Judged, sources: &Sources, lang: Lang) -> serde_json::Value {
    serde_json::to_value(item(judged, sources, lang))
        .expect("internal error: findings are made of text and numbers")
}

/// The same, to be part of another document, its keys in the order of the contract.
pub fn shaped<'a>(
    judged: &'a Judged,
    sources: &'a Sources,
    lang: Lang,
) -> impl Serialize + use<'a> {
    item(judged, sources, lang)
}

fn item<'a>(judged: &'a Judged, sources: &'a Sources, lang: Lang) -> Item<'a> {
    let finding = &judged.finding;
    let source = sources.get(finding.place.source());
    let place = match finding.place {
        Place::File(_) => Bounds::default(),
        Place::Span(at) => bounds(at, sources),
    };
    Item {
        rule: &finding.rule,
        level: judged.level.key(),
        message: clean(finding.message.get(lang)).into_owned(),
        file: source.name(),
        place,
        post: finding.post.as_deref(),
        channel: finding.channel.as_deref(),
        help: finding.help.as_ref().map(|help| clean(help.get(lang)).into_owned()),
        fix: finding.fix.as_ref().map(|mend| fix(mend, finding.place, sources)),
    }
}

fn fix<'a>(mend: &'a Mend, place: Place, sources: &'a Sources) -> Fix<'a> {
    let source = sources.get(mend.at.source);
    let bytes = source.on_disk(source.snap(mend.at.span));
    let elsewhere = mend.at.source != place.source();
    Fix {
        start_byte: bytes.start,
        end_byte: bytes.end,
        text: &mend.text,
        file: elsewhere.then(|| source.name()),
    }
}

fn bounds(at: At, sources: &Sources) -> Bounds {
    let source = sources.get(at.source);
    let span = source.snap(at.span);
    let (start, end) = (source.position(span.start), source.position(span.end));
    let bytes = source.on_disk(span);
    Bounds {
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
        start_byte: Some(bytes.start),
        end_byte: Some(bytes.end),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    summary: Summary,
    findings: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    hints: usize,
    allowed: usize,
    files: usize,
    posts: usize,
}

#[derive(Serialize)]
struct Item<'a> {
    rule: &'a str,
    level: &'static str,
    message: String,
    file: &'a str,
    #[serde(flatten)]
    place: Bounds,
    post: Option<&'a str>,
    channel: Option<&'a str>,
    help: Option<String>,
    /// The change that mends the finding.
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
struct Fix<'a> {
    start_byte: u32,
    end_byte: u32,
    text: &'a str,
    /// The file, where it is not that of the finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

#[derive(Default, Serialize)]
struct Bounds {
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    start_byte: Option<u32>,
    end_byte: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use snapbox::prelude::*;
    use snapbox::str;

    fn shown(lang: Lang) -> String {
        let (sources, findings) = samples::plain();
        let mut tally = Tally::of(&findings);
        (tally.files, tally.posts, tally.allowed) = (2, 3, 1);
        json(&findings, &tally, &sources, lang)
    }

    #[test]
    fn one_object_on_one_line_in_the_order_of_the_contract() {
        snapbox::assert_data_eq!(
            shown(Lang::En),
            str![[r#"
{"format":"edito-check/1","summary":{"errors":1,"warnings":1,"hints":1,"allowed":1,"files":2,"posts":3},"findings":[{"rule":"duplicate-id","level":"error","message":"`été` names two posts","file":"calendar.toml","line":5,"column":6,"end_line":5,"end_column":11,"start_byte":37,"end_byte":44,"post":"été","channel":null,"help":"give this post another id: a word of your own, in lower-case letters, figures and hyphens","fix":null},{"rule":"tone.address","level":"warning","message":"`vous` where this brand says `tu`","file":"posts/2026-11.toml","line":1,"column":177,"end_line":1,"end_column":191,"start_byte":192,"end_byte":206,"post":"ete-2","channel":"x","help":null,"fix":null},{"rule":"no-mix","level":"hint","message":"this calendar has no mix","file":"calendar.toml","line":null,"column":null,"end_line":null,"end_column":null,"start_byte":null,"end_byte":null,"post":null,"channel":null,"help":null,"fix":null}]}

"#]]
            .raw()
        );
        snapbox::assert_data_eq!(
            shown(Lang::Fr),
            str![[r#"
{"format":"edito-check/1","summary":{"errors":1,"warnings":1,"hints":1,"allowed":1,"files":2,"posts":3},"findings":[{"rule":"duplicate-id","level":"error","message":"`été` désigne deux publications","file":"calendar.toml","line":5,"column":6,"end_line":5,"end_column":11,"start_byte":37,"end_byte":44,"post":"été","channel":null,"help":"donnez un autre identifiant à cette publication : un mot à vous, en minuscules, chiffres et traits d’union","fix":null},{"rule":"tone.address","level":"warning","message":"`vous` alors que la marque tutoie","file":"posts/2026-11.toml","line":1,"column":177,"end_line":1,"end_column":191,"start_byte":192,"end_byte":206,"post":"ete-2","channel":"x","help":null,"fix":null},{"rule":"no-mix","level":"hint","message":"ce calendrier n’a pas de mix","file":"calendar.toml","line":null,"column":null,"end_line":null,"end_column":null,"start_byte":null,"end_byte":null,"post":null,"channel":null,"help":null,"fix":null}]}

"#]]
            .raw()
        );
    }

    #[test]
    fn bytes_count_the_mark_that_the_file_begins_with() {
        let (sources, findings) = samples::marked();
        let text = json(&findings, &Tally::of(&findings), &sources, Lang::En);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let found = &value["findings"][0];
        assert_eq!((found["line"].as_u64(), found["column"].as_u64()), (Some(1), Some(5)));
        assert_eq!((found["start_byte"].as_u64(), found["end_byte"].as_u64()), (Some(7), Some(8)));
    }

    #[test]
    fn hostile_text_is_still_json_without_controls() {
        let (sources, findings) = samples::hostile();
        let text = json(&findings, &Tally::of(&findings), &sources, Lang::Fr);
        assert_eq!(text.lines().count(), 1);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["findings"].as_array().unwrap().len(), findings.len());
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
    }
}
