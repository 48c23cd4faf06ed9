//! From bytes to text: the encodings that spreadsheets and networks save.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How many bytes tell UTF-16 without a mark.
const SAMPLE: usize = 2048;

/// The text of a file, without its byte-order mark.
///
/// UTF-8 with or without a mark, UTF-16 of both orders with a mark or where every other byte is 0;
/// all else is read as Windows-1252, in which every sequence of bytes is a text.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let marked = [UTF_16LE, UTF_16BE].into_iter().zip([&[0xff, 0xfe], &[0xfe, 0xff]]);
    for (encoding, mark) in marked {
        if let Some(rest) = bytes.strip_prefix(mark.as_slice()) {
            return without(encoding, rest);
        }
    }
    if let Some(encoding) = bare_utf16(bytes) {
        return without(encoding, bytes);
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        // A file that was cut in the middle of its last letter is still UTF-8.
        Err(error) if error.error_len().is_none() => {
            Cow::Borrowed(std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default())
        }
        Err(_) => without(WINDOWS_1252, bytes),
    }
}

fn without<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Cow<'a, str> {
    encoding.decode_without_bom_handling(bytes).0
}

/// UTF-16 without a mark: in a table, which has separators and digits whatever its language, most
/// letters have one byte 0, always the same one of the two.
fn bare_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let pairs = sample.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let plain = |many: usize, few: usize| many * 2 > pairs && few * 50 < pairs;
    if plain(odd, even) {
        Some(UTF_16LE)
    } else if plain(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Date;Légende;J’aime\n24/11/2026;Été — œuvre;12\n";

    fn utf16(order: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        let (le, be) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
        let windows = WINDOWS_1252.encode(TEXT).0.into_owned();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked(&[0xef, 0xbb, 0xbf], TEXT.as_bytes()),
            marked(&[0xff, 0xfe], &le),
            marked(&[0xfe, 0xff], &be),
            le,
            be,
            windows,
        ] {
            assert_eq!(decode(&bytes), TEXT);
        }
    }

    #[test]
    fn odd_ends_are_texts_too() {
        assert_eq!(decode(b""), "");
        assert_eq!(decode("né".as_bytes().get(..2).unwrap()), "n");
        assert_eq!(decode(&[0xff]), "\u{ff}");
        assert_eq!(decode(&[0xff, 0xfe, 0x41]), "\u{fffd}");
    }
}
