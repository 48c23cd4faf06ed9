//! From the bytes of a file to the table in it that holds the posts.

use super::header::Header;
use crate::lang::{Lang, Text};
use crate::model::HistoryFile;
use crate::sheet::{
    Delimited, Grid, Kind, NotATable, SEPARATORS, Table, decode, list, named_separator, sheets,
};

/// Under what a JSON of results keeps its posts.
const LISTS: [&str; 4] = ["statuses", "posts", "data", "items"];

/// Hands the best table of a file to `read`, with its header.
///
/// # Errors
/// When the file is no table at all.
pub(super) fn best<T>(
    bytes: &[u8],
    entry: &HistoryFile,
    read: impl FnOnce(&Table<'_>, &Header) -> T,
) -> Result<T, NotATable> {
    let grids = match Kind::of(bytes)? {
        Kind::Text => return Ok(delimited(&decode(bytes), entry, read)),
        Kind::Json => vec![list(&decode(bytes), &LISTS)?],
        Kind::Zip | Kind::Xls => sheets(bytes)?.into_iter().map(|sheet| sheet.grid).collect(),
    };
    of_grids(&grids, entry, read)
}

/// The table of several in which the most columns are known: of a LinkedIn export, the sheet of posts.
/// Of equals, the one with the most columns, then the first.
fn of_grids<T>(
    grids: &[Grid],
    entry: &HistoryFile,
    read: impl FnOnce(&Table<'_>, &Header) -> T,
) -> Result<T, NotATable> {
    let mut best: Option<(Table<'_>, Header)> = None;
    for grid in grids {
        let table = Table::Grid(grid);
        let header = Header::of(&table, entry);
        if best.as_ref().is_none_or(|(_, than)| header.rank() > than.rank()) {
            best = Some((table, header));
        }
    }
    best.map(|(table, header)| read(&table, &header)).ok_or(NotATable::Empty)
}

/// The separator is the one with which the most columns are known; of equals, the one with the most columns.
fn delimited<T>(text: &str, entry: &HistoryFile, read: impl FnOnce(&Table<'_>, &Header) -> T) -> T {
    let named = named_separator(text);
    let mut best: Option<(Table<'_>, Header)> = None;
    for separator in named.map_or_else(|| SEPARATORS.to_vec(), |one| vec![one]) {
        let table = Table::Text(Delimited::new(text, separator));
        let header = Header::of(&table, entry);
        if best.as_ref().is_none_or(|(_, than)| header.rank() > than.rank()) {
            best = Some((table, header));
        }
    }
    let (table, header) = best.unwrap_or_else(|| {
        let table = Table::Text(Delimited::new(text, b','));
        let header = Header::of(&table, entry);
        (table, header)
    });
    read(&table, &header)
}

/// Why a file is no table, for people.
pub(super) fn told(file: &str, why: NotATable) -> Text {
    let why = reason(why);
    Text::of(|lang| match lang {
        Lang::En => format!("{file}: {}", why.get(lang)),
        Lang::Fr => format!("{file}\u{a0}: {}", why.get(lang)),
    })
}

/// That a file has the right columns and nothing below them.
pub(super) fn without_posts(file: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!(
            "{file}: it names its columns, but holds no posts: was the right period exported?"
        ),
        Lang::Fr => format!(
            "{file}\u{a0}: ses colonnes sont là, mais aucune publication\u{a0}: la bonne période a-t-elle été exportée\u{202f}?"
        ),
    })
}

fn reason(why: NotATable) -> Text {
    Text::of(|lang| {
        match (lang, why) {
        (Lang::En, NotATable::Empty) => "it is empty".to_owned(),
        (Lang::Fr, NotATable::Empty) => "il est vide".to_owned(),
        (Lang::En, NotATable::WebPage) => {
            "it is a web page inside, whatever its name: open it in a spreadsheet and save it as XLSX; or was somebody logged out during the download?".to_owned()
        }
        (Lang::Fr, NotATable::WebPage) => {
            "son contenu est une page web, malgré son nom\u{a0}: ouvrez-le dans un tableur et enregistrez-le en XLSX\u{202f}; ou la session était-elle fermée pendant le téléchargement\u{202f}?".to_owned()
        }
        (Lang::En, NotATable::Pdf) => "it is a PDF, not a table".to_owned(),
        (Lang::Fr, NotATable::Pdf) => "c’est un PDF, pas un tableau".to_owned(),
        (Lang::En, NotATable::Binary) => "it is no table".to_owned(),
        (Lang::Fr, NotATable::Binary) => "ce n’est pas un tableau".to_owned(),
        (Lang::En, NotATable::Archive) => {
            "it is a ZIP without a workbook in it: unpack it and name the table inside".to_owned()
        }
        (Lang::Fr, NotATable::Archive) => {
            "c’est un ZIP sans classeur\u{a0}: décompressez-le et nommez le tableau qu’il contient".to_owned()
        }
        (Lang::En, NotATable::BrokenWorkbook) => {
            "the workbook is damaged, locked by a password or too large".to_owned()
        }
        (Lang::Fr, NotATable::BrokenWorkbook) => {
            "le classeur est abîmé, protégé par un mot de passe ou trop gros".to_owned()
        }
        (Lang::En, NotATable::BrokenJson) => "it is JSON, but damaged or without a list of posts".to_owned(),
        (Lang::Fr, NotATable::BrokenJson) => {
            "c’est du JSON, mais abîmé ou sans liste de publications".to_owned()
        }
    }
    })
}
