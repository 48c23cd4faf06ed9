//! A plan as a table for spreadsheets, for people to read and sort.
//!
//! It opens in Excel as it is: a byte-order mark, and semicolons where the language is French. A
//! cell that a spreadsheet would compute gets an apostrophe before it (OWASP, "CSV Injection").

use super::content::Effective;
use crate::lang::Lang;
use crate::model::{PlacementIx, Reason};
use crate::render::plan::{Shown, is_for_other_days};
use crate::render::reason::Speaker;
use crate::render::words;
use crate::text::clean;
use crate::time::Instant;

/// The plans of one or several calendars as one table; with several, the first column says whose.
/// What is left out stands below, without a date. The language is the first plan's.
#[must_use]
pub fn render(plans: &[Shown<'_>]) -> String {
    let lang = plans.first().map_or(Lang::En, |shown| shown.lang);
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(match lang {
            Lang::En => b',',
            Lang::Fr => b';',
        })
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let whose = plans.len() > 1;
    // Writing to memory, with as many cells on every line, can't fail.
    let mut write = |brand: &str, cells: [String; 15]| {
        let brand = whose.then(|| brand.to_owned());
        let cells = brand.into_iter().chain(cells).map(|cell| guarded(&cell));
        let _ = writer.write_record(cells.collect::<Vec<_>>());
    };
    let (calendar, header) = heads(lang);
    write(calendar, header.map(str::to_owned));
    for shown in plans {
        let brand = &shown.ws.calendar.name;
        for placed in &shown.schedule.placed {
            let state = words::state(placed.state).get(shown.lang);
            let slot = Some((placed.start, placed.score));
            write(brand, row(shown, placed.placement, slot, state, &placed.why));
        }
        let left_out = shown.schedule.left_out.iter();
        for left in left_out.filter(|left| !is_for_other_days(left)) {
            let state = match shown.lang {
                Lang::En => "no slot",
                Lang::Fr => "sans créneau",
            };
            write(brand, row(shown, left.placement, None, state, &left.reasons));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

const fn heads(lang: Lang) -> (&'static str, [&'static str; 15]) {
    match lang {
        Lang::En => (
            "calendar",
            [
                "date", "time", "zone", "channel", "title", "pillar", "status", "state", "text",
                "hashtags", "link", "media", "owner", "score", "why",
            ],
        ),
        Lang::Fr => (
            "calendrier",
            [
                "date",
                "heure",
                "fuseau",
                "canal",
                "titre",
                "pilier",
                "statut",
                "créneau",
                "texte",
                "mots-dièse",
                "lien",
                "médias",
                "responsable",
                "score",
                "pourquoi",
            ],
        ),
    }
}

fn row(
    shown: &Shown<'_>,
    ix: PlacementIx,
    slot: Option<(Instant, u8)>,
    state: &str,
    why: &[Reason],
) -> [String; 15] {
    let ws = shown.ws;
    let placement = ws.placement(ix);
    let content = Effective::of(ws, placement);
    let speaker = match slot {
        Some(_) => Speaker::of_slot(ws, ix, shown.lang),
        None => Speaker::new(ws, ix, shown.lang),
    };
    let zone = ws.channel(placement.channel).zone;
    let local = slot.map(|(start, _)| zone.local(start));
    let on_clock = |format: &str| local.map(|local| local.format(format).to_string());
    let reasons: Vec<String> = why.iter().map(|reason| speaker.text(reason)).collect();
    let pillar = placement.pillar.map(|ix| words::pillar(ws, ix));
    let owner = placement.owner.map(|ix| ws.person(ix).name.clone());
    [
        on_clock("%Y-%m-%d").unwrap_or_default(),
        on_clock("%H:%M").unwrap_or_default(),
        zone.name().to_owned(),
        words::lane(ws, placement),
        words::title(ws, ix),
        pillar.unwrap_or_default(),
        words::status(placement.status.value).get(shown.lang).to_owned(),
        state.to_owned(),
        content.text().to_owned(),
        content.hashtags().join(" "),
        content.link().unwrap_or_default().to_owned(),
        content.media(shown.lang).join("\n"),
        owner.unwrap_or_default(),
        slot.map(|(_, score)| score.to_string()).unwrap_or_default(),
        words::semicolons(shown.lang, &reasons),
    ]
}

/// A cell that no spreadsheet computes.
fn guarded(cell: &str) -> String {
    let lines = cell.replace("\r\n", "\n");
    let computes =
        lines.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let safe = clean(&lines);
    match computes {
        true => format!("'{safe}"),
        false => safe.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;

    fn read(file: &str, delimiter: u8) -> Vec<Vec<String>> {
        let body = file.strip_prefix('\u{feff}').unwrap();
        let mut reader = ::csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .from_reader(body.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_museum_is_read_back() {
        let museum = museum();
        let rows = read(&render(&[museum.shown(Lang::Fr)]), b';');
        assert_eq!(rows.len(), 1 + 6 + 2);
        assert!(rows.iter().all(|row| row.len() == 15));
        assert_eq!(rows[0][1], "heure");
        assert_eq!(rows[1][..4], ["2026-11-23", "09:00", "Europe/Paris", "instagram"]);
        assert_eq!(rows[1][9], "#LundiMusée #MuséeDesLumières");
        assert_eq!(rows[1][12], "Marc Delorme");
        assert_eq!((rows[7][0].as_str(), rows[7][7].as_str()), ("", "sans créneau"));
        let rows = read(&render(&[museum.shown(Lang::En), museum.shown(Lang::En)]), b',');
        assert_eq!((rows.len(), rows[0].len()), (17, 16));
        assert_eq!(rows[1][0], "Musée des Lumières");
    }

    #[test]
    fn formulas_are_text() {
        for cell in ["=1+1", "+33", "-2", "@x", "\tx", "\rx"] {
            assert!(guarded(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(guarded("a=1"), "a=1");
        assert_eq!(guarded("a\r\nb\u{1b}"), "a\nb�");
    }
}
