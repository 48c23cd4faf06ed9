//! What a file is, seen by its first bytes.

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A workbook in a ZIP: XLSX, XLSB or ODS.
    Zip,
    /// A workbook of the old sort: XLS.
    Xls,
    /// JSON.
    Json,
    /// Text with separators, as far as can be seen.
    Text,
}

/// What a file is instead of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATable {
    /// Nothing is in it.
    Empty,
    /// A page of the web, as a site sends it to who is not logged in.
    WebPage,
    /// A PDF.
    Pdf,
    /// A picture, a film, a program: no text.
    Binary,
    /// A ZIP that holds no workbook.
    Archive,
    /// A workbook that is damaged, locked by a password or larger than what is read.
    BrokenWorkbook,
    /// JSON that is damaged, or no list of objects.
    BrokenJson,
}

impl Kind {
    /// What these bytes are.
    ///
    /// # Errors
    /// When they are known to be no table.
    pub fn of(bytes: &[u8]) -> Result<Self, NotATable> {
        let head = &bytes[..bytes.len().min(4096)];
        let starts = |mark: &[u8]| head.starts_with(mark);
        if head.iter().all(u8::is_ascii_whitespace) && head.len() == bytes.len() {
            return Err(NotATable::Empty);
        }
        if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
            return Ok(Self::Zip);
        }
        if starts(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
            return Ok(Self::Xls);
        }
        if starts(b"%PDF-") {
            return Err(NotATable::Pdf);
        }
        Self::of_text(head)
    }

    fn of_text(head: &[u8]) -> Result<Self, NotATable> {
        let text = super::decode(head);
        if text.trim().is_empty() && head.len() < 4096 {
            return Err(NotATable::Empty);
        }
        if text.starts_with("{\\rtf") {
            return Err(NotATable::Binary);
        }
        if text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count() * 20 > text.len() {
            return Err(NotATable::Binary);
        }
        let text = text.trim_start();
        if text.starts_with(['{', '[']) {
            return Ok(Self::Json);
        }
        let page = ["<!doctype html", "<html", "<head", "<body", "<table"];
        let small = text.get(..16).unwrap_or(text).to_ascii_lowercase();
        match page.iter().any(|tag| small.starts_with(tag)) {
            true => Err(NotATable::WebPage),
            false => Ok(Self::Text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_tells() {
        for (bytes, kind) in [
            (&b"PK\x03\x04..."[..], Ok(Kind::Zip)),
            (&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0][..], Ok(Kind::Xls)),
            (b"\xef\xbb\xbf [{\"a\": 1}]", Ok(Kind::Json)),
            (b"\xff\xfe{\0}\0", Ok(Kind::Json)),
            (b"time,type\n", Ok(Kind::Text)),
            (b"", Err(NotATable::Empty)),
            (b" \r\n", Err(NotATable::Empty)),
            (b"\xef\xbb\xbf", Err(NotATable::Empty)),
            (b"\xff\xfe\n\0", Err(NotATable::Empty)),
            (b"{\\rtf1\\ansi hello}", Err(NotATable::Binary)),
            (b"<!DOCTYPE html><html>", Err(NotATable::WebPage)),
            (b"%PDF-1.7", Err(NotATable::Pdf)),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01", Err(NotATable::Binary)),
        ] {
            assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
        }
    }
}
