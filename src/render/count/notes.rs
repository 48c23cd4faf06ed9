//! What there is to say of each network, below the table; networks of which the same is said share
//! it.

use super::excess::excess;
use super::limits::limits;
use super::pieces::pieces;
use super::{Detail, Look, Row, Source};
use crate::lang::{Lang, figure, list};
use crate::networks::{Field, Misfit, Unit, letters};
use crate::render::lines::{one_line, wrap};
use crate::render::plan::Ink;
use anstyle::{AnsiColor, Style};

/// A remark: words, and whether they are bad news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// The words.
    pub text: String,
    /// How they look.
    pub tone: Tone,
}

/// Whether a remark is bad news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// Good to know.
    Plain,
    /// In the way.
    Fault,
    /// The text itself, with what does not fit between two marks.
    Excess,
}

impl Note {
    /// Good to know.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain }
    }

    fn fault(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Fault }
    }
}

/// Marks around what does not fit; clean text never has them.
pub(super) const OPEN: char = '\u{fdd0}';
pub(super) const CLOSE: char = '\u{fdd1}';

/// The remarks, in blocks of styled lines.
pub(super) fn notes(rows: &[Row], look: Look) -> String {
    let mut blocks: Vec<(Vec<String>, Vec<Note>)> = Vec::new();
    for row in rows {
        let notes = of(row, look);
        if notes.is_empty() {
            continue;
        }
        let label = one_line(&row.label);
        match blocks.iter_mut().find(|(_, known)| *known == notes) {
            Some((labels, _)) => labels.push(label),
            None => blocks.push((vec![label], notes)),
        }
    }
    let bold = Style::new().bold();
    let mut out = String::new();
    for (labels, notes) in blocks {
        out.push('\n');
        for line in wrap(&list(look.lang, &labels), look.columns) {
            out.push_str(&format!("{bold}{line}{bold:#}\n"));
        }
        for note in notes {
            out.push_str(&styled(&note, look));
        }
    }
    out
}

/// Everything to say of a row.
fn of(row: &Row, look: Look) -> Vec<Note> {
    let lang = look.lang;
    let mut notes = Vec::new();
    let otherwise = row.fit.length != letters(&row.text);
    if look.detail == Detail::Full || otherwise {
        notes.push(Note::plain(unit(row, lang)));
    }
    if otherwise {
        notes.extend(pieces(row, lang).into_iter().map(Note::plain));
    }
    notes.extend(source(row.source, lang).map(Note::plain));
    notes.extend(unclear(row, lang).map(Note::plain));
    notes.extend(limits(row, look.detail, lang).into_iter().map(Note::plain));
    notes.extend(faults(row, lang).into_iter().map(Note::fault));
    notes.extend(
        row.fit.over().map(|from| Note { text: excess(&row.text, from, look), tone: Tone::Excess }),
    );
    notes
}

/// What Threads leaves open: a text whose letters fit and whose emoji may be too many.
fn unclear(row: &Row, lang: Lang) -> Option<String> {
    let limit = row.fit.limit.filter(|limit| row.fit.length > *limit)?;
    if row.fit.unit != Unit::GraphemesEmojiBytes || letters(&row.text) > limit {
        return None;
    }
    let name = row.network.name;
    Some(match lang {
        Lang::En => {
            format!("{name} does not say plainly how emoji count: the text may pass all the same")
        }
        Lang::Fr => format!(
            "{name} ne dit pas clairement comment comptent les emojis\u{a0}: il se peut que le texte passe"
        ),
    })
}

/// Where a limit comes from, when it is not the network's for any post.
fn source(source: Source, lang: Lang) -> Option<&'static str> {
    Some(match (source, lang) {
        (Source::Network, _) => return None,
        (Source::Calendar, Lang::En) => "this limit is that of your calendar",
        (Source::Calendar, Lang::Fr) => "cette limite est celle de votre calendrier",
        (Source::Kind, Lang::En) => {
            "this limit is that of posts of this format, or with such media"
        }
        (Source::Kind, Lang::Fr) => {
            "cette limite est celle des publications de ce format, ou avec ces médias"
        }
    })
}

/// What a network counts, in plain words.
fn unit(row: &Row, lang: Lang) -> String {
    let (en, fr) = match row.fit.unit {
        Unit::Weighted => (
            "a letter counts 1, an emoji or a Chinese or Japanese letter 2, a link 23",
            "une lettre compte 1, un emoji ou un signe chinois ou japonais 2, un lien 23",
        ),
        Unit::Graphemes if row.network.key == "mastodon" && row.field == Field::Text => (
            "a letter or an emoji counts 1, a link 23, a mention without its server",
            "une lettre ou un emoji compte 1, un lien 23, une mention sans son serveur",
        ),
        Unit::Graphemes => (
            "a letter or an emoji counts 1, as you see it",
            "une lettre ou un emoji compte 1, comme on le voit",
        ),
        Unit::CodePoints => (
            "a letter counts 1, an emoji 1 or more (Unicode characters)",
            "une lettre compte 1, un emoji 1 ou plus (caractères Unicode)",
        ),
        Unit::Utf16 => (
            "a letter counts 1, an emoji 2 or more (UTF-16 units)",
            "une lettre compte 1, un emoji 2 ou plus (unités UTF-16)",
        ),
        Unit::Bytes => (
            "a plain letter counts 1, an accented one 2, an emoji 4 or more (bytes)",
            "une lettre sans accent compte 1, avec accent 2, un emoji 4 ou plus (octets)",
        ),
        Unit::GraphemesEmojiBytes => (
            "a letter counts 1, an emoji 4 or more (its bytes)",
            "une lettre compte 1, un emoji 4 ou plus (ses octets)",
        ),
    };
    match lang {
        Lang::En => en.to_owned(),
        Lang::Fr => fr.to_owned(),
    }
}

/// What is in the way, but for a plain length, which the table says.
fn faults(row: &Row, lang: Lang) -> Vec<String> {
    let name = row.network.name;
    let said = |misfit: &Misfit| {
        Some(match (misfit, lang) {
            (Misfit::TooLong { .. }, _) => return None,
            (Misfit::TooManyBytes { bytes, most, .. }, Lang::En) => {
                format!(
                    "{} bytes, and no more than {} may be",
                    figure(lang, *bytes),
                    figure(lang, *most)
                )
            }
            (Misfit::TooManyBytes { bytes, most, .. }, Lang::Fr) => {
                format!(
                    "{} octets, et il en faut {} au plus",
                    figure(lang, *bytes),
                    figure(lang, *most)
                )
            }
            (Misfit::TooShort { least }, Lang::En) => {
                format!("too short: {name} wants {least} at least")
            }
            (Misfit::TooShort { least }, Lang::Fr) => {
                format!("trop court\u{a0}: {name} en veut {least} au moins")
            }
            (Misfit::Forbidden { character, times }, Lang::En) => {
                format!("{name} refuses {} (here {times} times)", shown(*character))
                    .replace("1 times", "once")
            }
            (Misfit::Forbidden { character, times }, Lang::Fr) => {
                format!("{name} refuse {} (ici {times} fois)", shown(*character))
            }
            (Misfit::Empty, Lang::En) => {
                format!("{name} refuses a post with neither text nor image")
            }
            (Misfit::Empty, Lang::Fr) => {
                format!("{name} refuse une publication sans texte ni image")
            }
        })
    };
    row.fit.misfits.iter().filter_map(said).collect()
}

/// A character for people: itself, or its number when there is nothing to see.
fn shown(character: char) -> String {
    match character.is_ascii_graphic() {
        true => format!("`{character}`"),
        false => format!("U+{:04X}", u32::from(character)),
    }
}

/// The lines of a note, the first less far in than those that follow.
fn indented(text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(text, columns.saturating_sub(4)).into_iter().enumerate();
    lines.map(|(i, line)| format!("{}{line}", if i == 0 { "  " } else { "    " })).collect()
}

/// A note in styled lines.
fn styled(note: &Note, look: Look) -> String {
    let red = AnsiColor::Red.on_default();
    let strong = red.bold();
    let (open, close) = match look.ink {
        Ink::Unicode => ("⟨", "⟩"),
        Ink::Ascii => ("[", "]"),
    };
    let mut inside = false;
    let mut out = String::new();
    for line in indented(&note.text, look.columns) {
        out.push_str(&match note.tone {
            Tone::Plain => line,
            Tone::Fault => format!("{red}{line}{red:#}"),
            Tone::Excess => {
                // A style ends with its line and begins again with the next.
                let start = if inside { strong.render().to_string() } else { String::new() };
                inside = (inside || line.contains(OPEN)) && !line.contains(CLOSE);
                let end = if inside { strong.render_reset().to_string() } else { String::new() };
                let opened = line.replace(OPEN, &format!("{strong}{open}"));
                format!("{start}{}{end}", opened.replace(CLOSE, &format!("{close}{strong:#}")))
            }
        });
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{Field, find, fit};

    fn row(network: &str, text: &str, own: Option<usize>) -> Row {
        let network = find(network).unwrap();
        Row {
            label: network.name.to_owned(),
            network,
            field: Field::Text,
            text: text.to_owned(),
            warning: String::new(),
            fit: fit(network, Field::Text, text, "", own),
            source: if own.is_some() { Source::Calendar } else { Source::Network },
            origin: None,
        }
    }

    fn said(rows: &[Row], lang: Lang, detail: Detail) -> String {
        let look = Look { lang, columns: 80, ink: Ink::Unicode, detail };
        anstream::adapter::strip_str(&notes(rows, look)).to_string()
    }

    #[test]
    fn a_plain_text_that_fits_needs_no_words() {
        let rows = ["x", "mastodon", "youtube", "telegram"].map(|key| row(key, "abc", None));
        assert_eq!(said(&rows, Lang::Fr, Detail::Brief), "");
        assert!(said(&rows, Lang::Fr, Detail::Full).contains("1\u{202f}024 sous une image"));
    }

    #[test]
    fn networks_of_which_the_same_is_said_share_it() {
        let text = "a".repeat(301);
        let rows = [row("x", &text, Some(300)), row("custom", &text, Some(300))];
        let text = said(&rows, Lang::En, Detail::Brief);
        assert_eq!(text.matches("too long").count(), 1, "{text}");
        assert!(text.starts_with("\nX and "), "{text}");
        assert!(text.contains("⟨a⟩") && text.contains("your calendar"), "{text}");
    }

    #[test]
    fn letters_that_count_more_are_told_apart() {
        let text = said(&[row("youtube", "é é à 🎉 <", None)], Lang::Fr, Detail::Brief);
        for part in [
            "1 emoji compte 4",
            "3 autres signes comptent 2 chacun («\u{a0}é\u{a0}», «\u{a0}à\u{a0}»)",
            "YouTube refuse `<` (ici 1 fois)",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn what_threads_leaves_open_is_said() {
        let text = said(&[row("threads", &"🎉".repeat(130), None)], Lang::En, Detail::Brief);
        assert!(text.contains("may pass all the same"), "{text}");
        let text = said(&[row("threads", &"a".repeat(501), None)], Lang::En, Detail::Brief);
        assert!(!text.contains("may pass"), "{text}");
    }

    #[test]
    fn a_second_limit_is_told_before_and_after_it_is_passed() {
        let near = format!("e{}", "\u{301}".repeat(1_000));
        let text = said(&[row("bluesky", &near, None)], Lang::En, Detail::Brief);
        assert!(text.contains("3,000 bytes at most too: 2,001 here"), "{text}");
        let past = format!("e{}", "\u{301}".repeat(1_500));
        let text = said(&[row("bluesky", &past, None)], Lang::En, Detail::Brief);
        assert!(text.contains("3,001 bytes, and no more than 3,000 may be"), "{text}");
    }

    #[test]
    fn every_line_of_what_is_too_long_opens_and_closes_its_own_style() {
        let text = "mot ".repeat(120);
        let look = Look { lang: Lang::Fr, columns: 40, ink: Ink::Unicode, detail: Detail::Brief };
        let styled = notes(&[row("x", &text, None)], look);
        let red = styled.lines().filter(|line| line.contains("\u{1b}[31m"));
        assert!(red.clone().count() > 3, "{styled}");
        for line in red {
            assert!(line.contains("\u{1b}[0m"), "{line:?}");
        }
    }
}
