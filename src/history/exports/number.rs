//! Counts as exports write them: `1,234`, `1 234`, `1.234`, `1938.0`, `3.4K`, `-`.

use crate::sheet::Cell;

/// More than any post ever got.
const MOST: f64 = 1e12;

/// What a cell says of a count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Count {
    /// So many.
    Of(f64),
    /// Nothing: an empty cell, or a dash.
    Unsaid,
    /// Something that is no count.
    Unreadable,
}

impl Count {
    pub(super) const fn known(self) -> Option<f64> {
        match self {
            Self::Of(number) => Some(number),
            Self::Unsaid | Self::Unreadable => None,
        }
    }
}

/// The count of a cell.
pub(super) fn count(cell: &Cell<'_>) -> Count {
    match cell {
        Cell::Empty => Count::Unsaid,
        Cell::Text(text) => of_text(text),
        Cell::Number(number) => within(*number),
        Cell::Flag(flag) => Count::Of(if *flag { 1.0 } else { 0.0 }),
        Cell::Moment(_) => Count::Unreadable,
    }
}

fn within(number: f64) -> Count {
    if (0.0..=MOST).contains(&number) { Count::Of(number) } else { Count::Unreadable }
}

fn of_text(text: &str) -> Count {
    // Nearly every count is a few digits.
    let bytes = text.as_bytes();
    if (1..=9).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit) {
        let whole = bytes.iter().fold(0_u32, |sum, byte| sum * 10 + u32::from(byte - b'0'));
        return Count::Of(f64::from(whole));
    }
    // Most others are `1,234`.
    if let [head @ .., b',' | b'.', a, b, c] = bytes
        && (1..=3).contains(&head.len())
        && head.iter().chain([a, b, c]).all(u8::is_ascii_digit)
    {
        let digits = head.iter().chain([a, b, c]);
        return Count::Of(f64::from(
            digits.fold(0_u32, |sum, byte| sum * 10 + u32::from(byte - b'0')),
        ));
    }
    let text = text.trim();
    if matches!(text, "" | "-" | "--" | "–" | "—" | "n/a" | "N/A" | "NA" | "null" | "None" | "NaN")
    {
        return Count::Unsaid;
    }
    let (digits, factor) = factor(text);
    written(digits).map_or(Count::Unreadable, |number| within(number * factor))
}

/// `3.4K`, `1,2 M`: the figure and what it is multiplied by.
fn factor(text: &str) -> (&str, f64) {
    let figure = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let unit = text.get(figure.len()..).unwrap_or_default().trim_end_matches('.');
    let factor = match unit.to_lowercase().as_str() {
        "" => return (text, 1.0),
        "k" | "tsd" | "mil" => 1e3,
        "m" | "mio" => 1e6,
        "b" | "md" | "mrd" => 1e9,
        _ => return (text, 1.0),
    };
    (figure.trim_end(), factor)
}

/// A figure with any sort of separators. A point or a comma before exactly three last digits
/// parts thousands, as counts are whole; before any other number of them it begins the decimals.
fn written(text: &str) -> Option<f64> {
    let mut plain = String::with_capacity(text.len());
    let mut last = None;
    let mut marks = 0;
    for c in text.strip_prefix('+').unwrap_or(text).chars() {
        match c {
            '0'..='9' => plain.push(c),
            '.' | ',' => {
                marks += 1;
                last = Some((plain.len(), c));
            }
            '\'' | '’' | '_' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    if plain.is_empty() || plain.len() > 30 {
        return None;
    }
    let one_sort = last.is_none_or(|(_, mark)| text.matches(mark).count() == marks);
    if let Some((at, _)) = last {
        let after = plain.len() - at;
        let thousands = after == 3 && one_sort && at > 0;
        let repeated = marks > 1 && one_sort;
        if !thousands && !repeated && after > 0 {
            plain.insert(at, '.');
        }
    }
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_people_and_machines_write_them() {
        for (text, number) in [
            ("0", 0.0),
            ("1234", 1234.0),
            ("1,234", 1234.0),
            ("1.234", 1234.0),
            ("1 234", 1234.0),
            ("1\u{202f}234\u{a0}567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1'234", 1234.0),
            ("1938.0", 1938.0),
            ("12,0", 12.0),
            ("3.4K", 3400.0),
            ("1,2 k", 1200.0),
            ("2M", 2e6),
            ("5.", 5.0),
            ("1,234.567", 1234.567),
            (" 7 ", 7.0),
        ] {
            assert_eq!(count(&Cell::Text(text.into())), Count::Of(number), "{text}");
        }
    }

    #[test]
    fn the_rest_is_unsaid_or_unreadable() {
        for text in ["", "-", " ", "—", "N/A"] {
            assert_eq!(count(&Cell::Text(text.into())), Count::Unsaid, "{text}");
        }
        for text in ["-3", "abc", "1e9", "NaN%", "4.2%", ".", "k", "999999999999999999"] {
            assert_eq!(count(&Cell::Text(text.into())), Count::Unreadable, "{text}");
        }
        assert_eq!(count(&Cell::Number(f64::NAN)), Count::Unreadable);
        assert_eq!(count(&Cell::Number(-1.0)), Count::Unreadable);
    }
}
