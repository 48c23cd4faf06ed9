//! A plan as iCalendar (RFC 5545), for calendar apps.
//!
//! Every placement with a slot is an event of fifteen minutes that blocks nobody's time. Its UID
//! is made of ids alone, so that importing a new plan moves an event instead of doubling it.

use super::content::Effective;
use crate::model::{Placed, PlacedState};
use crate::render::plan::Shown;
use crate::render::reason::Speaker;
use crate::render::words;
use crate::text::{clean, slug};
use crate::time::{Instant, Lapse};

/// How long an event lasts in a calendar app.
const LENGTH: Lapse = Lapse::minutes(15);
/// The most bytes of a line before it is folded, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// The plans of one or several calendars as one iCalendar file; `now` is its time stamp.
#[must_use]
pub fn render(plans: &[Shown<'_>], now: Instant) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    let version = env!("CARGO_PKG_VERSION");
    line(&mut out, &format!("PRODID:-//edito//edito {version}//EN"));
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    let names: Vec<&str> = plans.iter().map(|shown| shown.ws.calendar.name.as_str()).collect();
    line(&mut out, &format!("X-WR-CALNAME:{}", text(&names.join(", "))));
    for shown in plans {
        for placed in &shown.schedule.placed {
            event(&mut out, shown, placed, now);
        }
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, shown: &Shown<'_>, placed: &Placed, now: Instant) {
    let ws = shown.ws;
    let placement = ws.placement(placed.placement);
    let content = Effective::of(ws, placement);
    let channel = &ws.channel(placement.channel).id.value;
    let post = &ws.post_of(placement).id.name;
    let title = words::title(ws, placed.placement);
    line(out, "BEGIN:VEVENT");
    let brand = slug(&ws.calendar.name);
    line(out, &format!("UID:{post}.{channel}.{brand}@edito"));
    line(out, &format!("DTSTAMP:{}", utc(now)));
    line(out, &format!("DTSTART:{}", utc(placed.start)));
    line(out, &format!("DTEND:{}", utc(placed.start + LENGTH)));
    line(out, &format!("SUMMARY:{}", text(&format!("[{channel}] {title}"))));
    line(out, &format!("DESCRIPTION:{}", text(&description(shown, placed, &content))));
    if let Some(pillar) = placement.pillar {
        line(out, &format!("CATEGORIES:{}", text(&words::pillar(ws, pillar))));
    }
    if let Some(link) = content.link().filter(|link| is_uri(link)) {
        line(out, &format!("URL:{link}"));
    }
    line(out, &format!("STATUS:{}", status(placed.state)));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// A suggestion may still move; what is out, fixed or kept does not.
const fn status(state: PlacedState) -> &'static str {
    match state {
        PlacedState::Suggested => "TENTATIVE",
        PlacedState::Published | PlacedState::Locked | PlacedState::Kept => "CONFIRMED",
    }
}

/// The text as it goes out, its link if apart, where the post stands and why it goes out then.
fn description(shown: &Shown<'_>, placed: &Placed, content: &Effective<'_>) -> String {
    let placement = shown.ws.placement(placed.placement);
    let status = words::status(placement.status.value).get(shown.lang);
    let state = words::state(placed.state).get(shown.lang);
    let speaker = Speaker::of_slot(shown.ws, placed.placement, shown.lang);
    let reasons: Vec<String> =
        placed.why.iter().map(|reason| format!("- {}", speaker.text(reason))).collect();
    let standing = match status == state {
        true => status.to_owned(),
        false => format!("{status} · {state}"),
    };
    let parts = [
        content.text().to_owned(),
        content.link_beside().unwrap_or_default().to_owned(),
        standing,
        reasons.join("\n"),
    ];
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// An address made of the characters that a URI may hold, with a scheme.
fn is_uri(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric())
    }) && link
        .bytes()
        .all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`'))
}

/// An instant in UTC: `20261124T113000Z`.
fn utc(at: Instant) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// A value of type TEXT (RFC 5545, 3.3.11). A bare carriage return is a line end too: left as it
/// is, some readers would start a new property after it.
fn text(value: &str) -> String {
    let lines = value.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(lines.len() + 8);
    for c in clean(&lines).chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// Adds a content line, folded so that no line has more than [`LINE`] bytes and no character is
/// cut in two.
fn line(out: &mut String, content: &str) {
    let mut room = LINE;
    for c in content.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            // The space that starts a folded line counts.
            room = LINE - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::render::plan::sample::{at, museum};

    /// Content lines, unfolded by the rules of RFC 5545, as (name, value).
    fn properties(file: &str) -> Vec<(String, String)> {
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        assert!(file.ends_with("\r\n"));
        let unfolded = file.replace("\r\n ", "");
        let lines = unfolded.trim_end().split("\r\n");
        lines
            .map(|line| line.split_once(':').unwrap())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    fn unescape(value: &str) -> String {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next().unwrap() {
                    'n' => out.push('\n'),
                    c @ ('\\' | ';' | ',') => out.push(c),
                    c => panic!("\\{c}"),
                },
                ';' | ',' => panic!("bare {c} in {value}"),
                c => out.push(c),
            }
        }
        out
    }

    #[test]
    fn the_museum_is_read_back() {
        let museum = museum();
        let file = render(&[museum.shown(Lang::Fr)], at("2026-11-21T10:00:00+01:00"));
        let all = properties(&file);
        let of = |name: &str| -> Vec<&str> {
            all.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
        };
        assert_eq!(of("BEGIN").len(), of("END").len());
        assert_eq!(of("UID").len(), 6);
        assert_eq!(of("UID")[0], "enigme-ombre.instagram.musee-des-lumieres@edito");
        assert_eq!(of("DTSTAMP")[0], "20261121T090000Z");
        assert_eq!(of("DTSTART")[0], "20261123T080000Z");
        assert_eq!(of("DTEND")[0], "20261123T081500Z");
        assert_eq!(
            unescape(of("SUMMARY")[0]),
            "[instagram] Énigme\u{a0}: de qui est cette ombre\u{202f}?"
        );
        assert_eq!(of("STATUS")[..3], ["TENTATIVE", "CONFIRMED", "CONFIRMED"]);
        let description = unescape(of("DESCRIPTION")[0]);
        assert!(description.starts_with("Un profil, une plume"), "{description}");
        assert!(description.ends_with("- meilleur créneau possible sur instagram (score 75)"));
        assert_eq!(of("URL")[0], "https://musee-lumieres.example/groupes");
    }

    #[test]
    fn nasty_text_stays_in_its_property() {
        let escaped = text("a;b,c\\d\r\ne\rf\u{2028}g\u{0}END:VEVENT");
        assert_eq!(escaped, "a\\;b\\,c\\\\d\\ne\\nf�g�END:VEVENT");
        assert!(is_uri("https://a.example/x?y=1"));
        assert!(!is_uri("https://a.example/\r\nX:y") && !is_uri("a b") && !is_uri("://x"));
    }

    #[test]
    fn folding_never_cuts_a_character() {
        let mut out = String::new();
        line(&mut out, &format!("SUMMARY:{}", "é展👩".repeat(60)));
        assert!(out.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(out.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "é展👩".repeat(60)));
    }
}
