//! The exports that people have, as posts.
//!
//! A file becomes a table ([`crate::sheet`]), its header is found and tells the export ([`header`],
//! [`shapes`], [`aliases`]), its rows become posts in the making ([`rows`]), their times are settled
//! over the whole file ([`settle`], [`ids`]), and each post counts once over all files ([`doubles`]).

mod aliases;
mod doubles;
mod fields;
mod header;
mod ids;
mod months;
mod number;
mod place;
mod rows;
mod settle;
mod shapes;
mod stamp;
mod tables;
mod truth;

use crate::lang::Text;
use crate::model::{HistoryFile, Intake, IntakeFault, LeftOutRow, Outing, Workspace};
use crate::sheet::Table;
use crate::time::{Instant, Lapse};
use header::Header;
use place::Place;
use rows::{Draft, break_row, leave_out};

/// A post younger than this has not all its reactions yet, in hours.
const FRESH: i64 = 72;

/// What every file is read against.
#[derive(Clone, Copy)]
struct Scene<'a> {
    ws: &'a Workspace,
    now: Instant,
}

/// The posts of every file of `ws.history`, each once, in the order of time, and what came of each file.
pub(super) fn read(
    ws: &Workspace,
    files: &[Result<Vec<u8>, Text>],
    now: Instant,
) -> (Vec<Outing>, Vec<Intake>) {
    let scene = Scene { ws, now };
    let mut outings = Vec::new();
    let mut intakes = Vec::with_capacity(files.len());
    for (file, (entry, bytes)) in ws.history.iter().zip(files).enumerate() {
        let mut intake = Intake { file: entry.file.value.clone(), ..Intake::default() };
        match bytes {
            Ok(bytes) => outings.extend(read_file(bytes, entry, file, &scene, &mut intake)),
            Err(why) => intake.fault = Some(IntakeFault::NoTable(why.clone())),
        }
        intakes.push(intake);
    }
    let outings = doubles::once(outings, |file| leave_out(&mut intakes[file], LeftOutRow::Double));
    for outing in &outings {
        intakes[outing.file].read += 1;
    }
    (outings, intakes)
}

/// The posts of one file, doubles and all; what came of it goes into the intake.
fn read_file(
    bytes: &[u8],
    entry: &HistoryFile,
    file: usize,
    scene: &Scene<'_>,
    intake: &mut Intake,
) -> Vec<Outing> {
    let read = tables::best(bytes, entry, |table, header| {
        posts(table, header, (entry, file), scene, intake)
    });
    match read {
        Ok(Ok(outings)) => outings,
        Ok(Err(fault)) => {
            intake.fault = Some(fault);
            Vec::new()
        }
        Err(why) => {
            intake.fault = Some(IntakeFault::NoTable(tables::told(why)));
            Vec::new()
        }
    }
}

fn posts(
    table: &Table<'_>,
    header: &Header,
    (entry, file): (&HistoryFile, usize),
    scene: &Scene<'_>,
    intake: &mut Intake,
) -> Result<Vec<Outing>, IntakeFault> {
    if let Some(fault) = header.fault(entry) {
        return Err(fault);
    }
    intake.shape = header.shape.map(|shape| shape.id);
    let place = Place::of(scene.ws, entry, header, table);
    if matches!(place, Place::Unknown) {
        return Err(IntakeFault::WhichChannel);
    }
    let drafts = rows::read(table, header, &place, scene, intake);
    let times = settle::settle(&drafts, header, scene, intake);
    let newest = scene.now - Lapse::from_seconds(FRESH * 3600);
    let mut outings = Vec::with_capacity(drafts.len());
    for (draft, time) in drafts.into_iter().zip(times) {
        match time {
            None => {
                let (column, value) = draft.written(header);
                break_row(intake, &column, &value, || table.line(draft.place));
            }
            Some((at, _)) if at > newest => leave_out(intake, LeftOutRow::Fresh),
            Some((at, known)) => outings.push(outing(draft, at, known, entry, file)),
        }
    }
    intake.broken.sort_by_key(|row| row.line);
    Ok(outings)
}

fn outing(
    draft: Draft,
    at: Instant,
    known: crate::model::Known,
    entry: &HistoryFile,
    file: usize,
) -> Outing {
    Outing {
        channel: draft.channel,
        at,
        known,
        kind: draft.kind,
        engagement: draft.engagement,
        reach: draft.reach,
        id: draft.id,
        url: draft.url,
        title: draft.title,
        brand: entry.brand.as_ref().map(|brand| brand.value.clone()),
        file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClockFound, Known};

    /// Reads texts as the files of a calendar with these channels (name, network).
    fn recalled(
        channels: &[(&str, &str)],
        history: &str,
        files: &[&[u8]],
    ) -> (Vec<Outing>, Vec<Intake>) {
        use std::fmt::Write;
        let mut text = format!(
            "history = {history}\n[calendar]\ntimezone = \"Europe/Paris\"\nlang = \"fr\"\n"
        );
        for (name, network) in channels {
            let _ = write!(text, "[channels.{name}]\nnetwork = \"{network}\"\n");
        }
        let mut sources = crate::source::Sources::default();
        let loaded =
            crate::load::from_text(&text, std::path::Path::new("."), &mut sources).unwrap();
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        let ws = loaded.workspace.unwrap();
        let now = Instant::parse_rfc3339("2026-11-22T00:00:00Z").unwrap();
        let files: Vec<_> = files.iter().map(|bytes| Ok(bytes.to_vec())).collect();
        read(&ws, &files, now)
    }

    fn one(text: &str) -> (Vec<Outing>, Intake) {
        let (outings, mut intakes) =
            recalled(&[("main", "instagram")], r#"["h.csv"]"#, &[text.as_bytes()]);
        (outings, intakes.remove(0))
    }

    #[test]
    fn the_plain_form_is_read() {
        let (outings, intake) = one("time,type,engagement,channel,reach,paid,reply,id,url\n\
             2026-11-03 18:30,Reel,120,main,\"1,400\",,,a1,\n\
             2026-11-04T09:00:00Z,image,7,instagram,,no,false,a2,\n\
             2026-11-05 09:00,image,7,main,,yes,,a3,\n\
             2026-11-05 09:00,image,7,main,,,true,a4,\n\
             2026-11-21 09:00,image,7,main,,,,a5,\n\
             2026-11-05 09:00,image,many,main,,,,a6,\n\
             2026-11-05 09:00,image,7,other,,,,a7,\n\
             2026-11-03 18:30,Reel,90,main,,,,a1,\n\n");
        assert_eq!((intake.rows, intake.read, intake.fault), (8, 2, None));
        assert_eq!(
            intake.left_out,
            [
                (LeftOutRow::Paid, 1),
                (LeftOutRow::Reply, 1),
                (LeftOutRow::Fresh, 1),
                (LeftOutRow::Double, 1),
                (LeftOutRow::Broken, 1),
                (LeftOutRow::Elsewhere, 1),
            ]
        );
        assert_eq!((intake.broken[0].line, intake.broken[0].column.as_str()), (7, "engagement"));
        assert_eq!(intake.clock, ClockFound::Channel);
        let first = &outings[0];
        assert_eq!(first.at, Instant::parse_rfc3339("2026-11-03T18:30:00+01:00").unwrap());
        assert_eq!(
            (first.kind.as_str(), first.engagement, first.reach),
            ("reel", 120.0, Some(1400.0))
        );
        assert_eq!((first.known, first.id.as_deref()), (Known::Minute, Some("a1")));
    }

    #[test]
    fn columns_can_be_named() {
        let history = r#"[{ file = "h.csv", columns = { time = "Quand ?", likes = "Cœurs", comments = "Mots" } }]"#;
        let text = "Quand ?;Mots;Cœurs;Partages\n24/11/2025 18:00;2;3;100\n";
        let (outings, intakes) = recalled(&[("main", "custom")], history, &[text.as_bytes()]);
        assert_eq!(intakes[0].fault, None);
        assert_eq!((outings[0].engagement, intakes[0].guessed), (5.0, None));
        let (_, intakes) = recalled(&[("main", "custom")], history, &[b"a,b\n1,2\n"]);
        let columns = vec!["a".to_owned(), "b".to_owned()];
        let fault = IntakeFault::UnknownColumn("time".into(), "Quand ?".into(), columns);
        assert_eq!(intakes[0].fault, Some(fault));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let fault = |text: &str| one(text).1.fault;
        assert!(matches!(fault(""), Some(IntakeFault::NoTable(_))));
        assert_eq!(
            fault("a,b\n1,2\n"),
            Some(IntakeFault::NoColumn("time", vec!["a".into(), "b".into()]))
        );
        assert_eq!(
            fault("time,b\n1,2\n"),
            Some(IntakeFault::NoColumn("engagement", vec!["time".into(), "b".into()]))
        );
        let overview =
            "Date,Impressions,Likes,New follows,Unfollows\n\"Tue, Jul 14, 2026\",1,2,3,4\n";
        assert_eq!(fault(overview), Some(IntakeFault::OtherTable("x-overview")));
        let two = [("a", "instagram"), ("b", "instagram")];
        let (_, intakes) = recalled(&two, r#"["h.csv"]"#, &[b"time,engagement\n2026-01-01,2\n"]);
        assert_eq!(intakes[0].fault, Some(IntakeFault::WhichChannel));
    }
}
