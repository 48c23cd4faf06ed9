//! The exports that people have, as posts.
//!
//! A file becomes a table ([`crate::sheet`]), its header is found and tells the export ([`header`],
//! [`shapes`], [`aliases`]), its rows become posts in the making ([`rows`]), their times are settled
//! over the whole file ([`settle`], [`ids`]), and each post counts once over all files ([`doubles`]).

mod aliases;
mod beside;
mod by_day;
mod doubles;
mod fields;
mod header;
mod ids;
mod kinds;
mod months;
mod number;
mod place;
mod rows;
mod settle;
mod shapes;
mod stamp;
mod tables;
mod totals;
mod truth;

use crate::lang::Text;
use crate::model::{HistoryFile, Intake, IntakeFault, Known, LeftOutRow, Outing, Workspace};
use crate::sheet::Table;
use crate::time::{Instant, Lapse};
use fields::Field;
use header::Header;
use place::Place;
use rows::{Draft, break_row, leave_out};
use std::ops::ControlFlow;

/// A post younger than this has not all its reactions yet, in hours.
const FRESH: i64 = 72;

/// The fields that `columns` may name.
pub const FIELDS: [&str; Field::ALL.len()] = {
    let mut keys = [""; Field::ALL.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = Field::ALL[at].key();
        at += 1;
    }
    keys
};

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
            Ok(bytes) => {
                let mut read = read_file(bytes, entry, file, &scene, &mut intake);
                // The first file's posts need not be copied.
                if outings.is_empty() { outings = read } else { outings.append(&mut read) }
            }
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
            intake.fault = Some(IntakeFault::NoTable(tables::told(&intake.file, why)));
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
    match header.fault(entry) {
        Some(IntakeFault::NoColumn("engagement", _)) if totals::are(table, header) => {
            return Err(IntakeFault::OtherTable("daily-totals"));
        }
        Some(fault) => return Err(fault),
        None => {}
    }
    intake.shape = header.shape.map(|shape| shape.id);
    if by_day::is_by_day(table, header) {
        return Err(IntakeFault::OtherTable("meta-by-day"));
    }
    if !has_rows(table, header) {
        return Err(IntakeFault::NoTable(tables::without_posts(&intake.file)));
    }
    if totals::are(table, header) {
        return Err(IntakeFault::OtherTable("daily-totals"));
    }
    let place = Place::of(scene.ws, entry, header, table);
    if matches!(place, Place::Unknown) {
        return Err(nowhere(scene.ws, header));
    }
    let mut drafts = rows::read(table, header, &place, scene, intake);
    if intake.rows == 0 {
        return Err(IntakeFault::NoTable(tables::without_posts(&intake.file)));
    }
    settle::midnights(&mut drafts);
    let times = settle::settle(&drafts, header, scene, intake);
    let newest = scene.now - Lapse::from_seconds(FRESH * 3600);
    let mut outings = Vec::with_capacity(drafts.len());
    for (draft, time) in drafts.into_iter().zip(times) {
        match time {
            None => {
                let (column, value) = draft.written(header);
                break_row(intake, &column, &value, || table.line(draft.place));
            }
            Some((at, known)) if latest(at, known) > newest => {
                leave_out(intake, LeftOutRow::Fresh);
            }
            Some((at, known)) => outings.push(outing(draft, at, known, entry, file)),
        }
    }
    intake.broken.sort_by_key(|row| row.line);
    Ok(outings)
}

/// Whether anything stands below the names of the columns.
fn has_rows(table: &Table<'_>, header: &Header) -> bool {
    let (mut index, mut found) = (0, false);
    table.each(|row| {
        index += 1;
        found = index > header.skip && !row.is_blank();
        if found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    found
}

/// Why no channel can be told: the calendar has none on that network, or too many.
fn nowhere(ws: &Workspace, header: &Header) -> IntakeFault {
    let network = header.shape.map_or("", |shape| shape.network);
    let there = ws.channels.iter().any(|channel| channel.network.value == network);
    match network.is_empty() || there {
        true => IntakeFault::WhichChannel,
        false => IntakeFault::OtherNetwork(network),
    }
}

/// The latest moment a post may have gone out: the end of its day where only the day is known.
fn latest(at: Instant, known: Known) -> Instant {
    match known {
        Known::Minute => at,
        Known::Day => at + Lapse::from_seconds(12 * 3600),
    }
}

fn outing(draft: Draft, at: Instant, known: Known, entry: &HistoryFile, file: usize) -> Outing {
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
mod dull;
#[cfg(test)]
mod quirks;
#[cfg(test)]
mod tests;
