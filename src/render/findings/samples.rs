//! Findings for the tests of every form.

use crate::diagnostic::{Finding, Judged, Level, Place};
use crate::lang::{Lang, Phrase, Text};
use crate::source::{At, SourceId, Sources, Span};

fn at(sources: &Sources, id: SourceId, words: &str) -> At {
    let start = sources.get(id).text().find(words).unwrap();
    whole(sources, id).with(start..start + words.len())
}

fn whole(sources: &Sources, id: SourceId) -> At {
    let file = sources.get(id);
    At { source: id, span: Span::new(0..file.text().len()) }
}

fn both(en: &str, fr: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => en.to_owned(),
        Lang::Fr => fr.to_owned(),
    })
}

/// A file that begins with a byte-order mark, and a finding at its fifth character.
pub(super) fn marked() -> (Sources, Vec<Judged>) {
    let mut sources = Sources::default();
    let id = sources.add("a.toml", "\u{feff}a = 1\n");
    let finding = Finding::new("bad-value", at(&sources, id, "1"), both("bad", "mauvais"));
    (sources, vec![judged(finding, Level::Error)])
}

/// An error at two places, a warning in a long line, a hint about a file.
pub(super) fn plain() -> (Sources, Vec<Judged>) {
    let mut sources = Sources::default();
    let calendar = "[[post]]\nid = \"été\"\n\n[[post]]\nid = 'été'\n";
    let calendar = sources.add("calendar.toml", calendar);
    let long = format!(
        "text = \"{}rejoignez-nous{}\"\n",
        "Une soirée au musée, ".repeat(8),
        " et bien d’autres surprises".repeat(6)
    );
    let posts = sources.add("posts/2026-11.toml", long);
    let twice = Finding::new(
        "duplicate-id",
        at(&sources, calendar, "'été'"),
        both("`été` names two posts", "`été` désigne deux publications"),
    )
    .label(Phrase {
        en: "used again here",
        fr: "repris ici",
    })
    .other(at(&sources, calendar, "\"été\""), both("first used here", "employé ici d’abord"))
    .help(both(
        "give this post another id: a word of your own, in lower-case letters, figures and hyphens",
        "donnez un autre identifiant à cette publication\u{a0}: un mot à vous, en minuscules, chiffres et traits d’union",
    ))
    .of_post("été");
    let long = Finding::new(
        "tone.address",
        at(&sources, posts, "rejoignez-nous"),
        both("`vous` where this brand says `tu`", "`vous` alors que la marque tutoie"),
    )
    .label(both("vous", "vouvoiement"))
    .note(both("`address = \"tu\"` in tone.toml", "`address = \"tu\"` dans tone.toml"))
    .of_post("ete-2")
    .on_channel("x");
    let empty = Finding::new(
        "no-mix",
        Place::File(calendar),
        both("this calendar has no mix", "ce calendrier n’a pas de mix"),
    );
    let findings =
        vec![judged(twice, Level::Error), judged(long, Level::Warning), judged(empty, Level::Hint)];
    (sources, findings)
}

/// Escapes, direction marks, tabs, emoji, a mark over many columns, a mark over several lines.
pub(super) fn hostile() -> (Sources, Vec<Judged>) {
    let mut sources = Sources::default();
    let escapes = "\tid\t= \"a\u{1b}]0;x\u{7}\u{1b}[31m\u{202e}b\" # \u{9b}2J\r\n";
    let emoji = "title = \"👩\u{200d}🍳 e\u{301}te\u{301} 日本\" # ok\r\n";
    let long = format!("text = \"{}\"\r\n", "A".repeat(5_000));
    let lines = "alt = \"\"\"un\r\ndeux\r\ntrois\"\"\"\r\n";
    let id = sources.add("a\u{1b}[2J\n.toml", format!("{escapes}{emoji}{long}{lines}"));
    let quoted = Text::same(format!("`{}` is\nno\u{1b}[2J id", "B".repeat(90)));
    let of = |words: &str, label: &str| {
        let finding = Finding::new("bad-id", at(&sources, id, words), quoted.clone());
        judged(finding.label(Text::same(label)), Level::Error)
    };
    let findings = vec![
        of("\"a\u{1b}]0;x\u{7}\u{1b}[31m\u{202e}b\"", "this\u{1b}[0m one"),
        of("日本", "là"),
        of(long.trim_end().trim_start_matches("text = "), "5 000 signes, au moins 4 500 de trop"),
        of(
            "\"\"\"un\r\ndeux\r\ntrois\"\"\"",
            "des mots bien trop longs pour tenir à côté de la marque",
        ),
    ];
    (sources, findings)
}

/// Random text with everything nasty in it, and places that need not be in it.
pub(super) fn random(random: &mut fastrand::Rng) -> (Sources, Vec<Judged>) {
    const PIECES: [&str; 17] = [
        "a",
        " ",
        "é",
        "e\u{301}",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "日",
        "👩\u{200d}🍳",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{200b}",
        "\u{2028}",
        "\u{fdd0}7:7",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "\"",
    ];
    let mut text = |most: usize| -> String {
        (0..random.usize(0..most)).map(|_| PIECES[random.usize(0..PIECES.len())]).collect()
    };
    let mut sources = Sources::default();
    let ids = [sources.add(text(4), text(60)), sources.add("b", text(200))];
    let words: Vec<Text> = (0..6).map(|_| Text::same(text(30))).collect();
    let place = |random: &mut fastrand::Rng| {
        let source = ids[random.usize(0..2)];
        let from = random.usize(0..300);
        At { source, span: Span::new(from..from + random.usize(0..40)) }
    };
    let mut finding = Finding::new("r", place(random), words[0].clone())
        .label(words[1].clone())
        .note(words[2].clone())
        .help(words[3].clone());
    for word in &words[4..] {
        finding = finding.other(place(random), word.clone());
    }
    if random.u8(0..8) == 0 {
        finding.place = Place::File(ids[0]);
    }
    (sources, vec![judged(finding, Level::Warning)])
}

fn judged(finding: Finding, level: Level) -> Judged {
    Judged { finding, level }
}
