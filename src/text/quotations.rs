//! What stands between quotation marks.

use std::ops::Range;

/// What stands between quotation marks, marks included: « », ‹ ›, “ ” and " ". In the order of the
/// text; a quotation within another is part of it. A mark that is not closed before the next blank
/// line opens nothing, and a straight mark after a figure is a measure: `27"`.
#[must_use]
pub fn quotations(text: &str) -> Vec<Range<usize>> {
    if !text.contains(['«', '‹', '“', '"']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: [Vec<usize>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    let mut straight: Option<usize> = None;
    let mut before = None;
    let mut ended = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = at + c.len_utf8();
        if c == '\n' || !c.is_whitespace() {
            if ended && c == '\n' {
                open.iter_mut().for_each(Vec::clear);
                straight = None;
            }
            ended = c == '\n';
        }
        if let Some((kind, opens)) = paired(c) {
            if opens {
                open[kind].push(at);
            } else if let Some(start) = open[kind].pop() {
                found.push(start..after);
            }
        } else if c == '"' {
            let next = chars.peek().map(|(_, c)| *c);
            match straight {
                None if may_open(before, next) => straight = Some(at),
                Some(start)
                    if !before.is_some_and(char::is_whitespace) || !may_open(before, next) =>
                {
                    found.push(start..after);
                    straight = None;
                }
                _ => {}
            }
        }
        before = Some(c);
    }
    merged(found)
}

/// Which pair a mark is of, and whether it opens.
const fn paired(c: char) -> Option<(usize, bool)> {
    Some(match c {
        '«' => (0, true),
        '»' => (0, false),
        '‹' => (1, true),
        '›' => (1, false),
        '“' => (2, true),
        '”' => (2, false),
        _ => return None,
    })
}

/// Whether a straight mark between these can open a quotation.
fn may_open(before: Option<char>, next: Option<char>) -> bool {
    !before.is_some_and(char::is_alphanumeric) && next.is_some_and(|next| !next.is_whitespace())
}

/// Sorted, those that share bytes as one.
fn merged(mut all: Vec<Range<usize>>) -> Vec<Range<usize>> {
    all.sort_unstable_by_key(|range| range.start);
    let mut out: Vec<Range<usize>> = Vec::with_capacity(all.len());
    for range in all {
        match out.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn every_sort_of_marks_quotes() {
        assert_eq!(quoted("Il dit « oui » puis “non” et \"si\"."), ["« oui »", "“non”", "\"si\""]);
        assert_eq!(quoted("‹ a › b"), ["‹ a ›"]);
        assert_eq!(quoted("l'\"effet\" (\"ici\")"), ["\"effet\"", "\"ici\""]);
        assert_eq!(quoted("« a “b” « c » d » e"), ["« a “b” « c » d »"]);
    }

    #[test]
    fn a_mark_that_is_not_closed_opens_nothing() {
        assert_eq!(quoted("« jamais fermé"), Vec::<&str>::new());
        assert_eq!(quoted("« a « b » c"), ["« b »"]);
        assert_eq!(quoted("« a\n\nb »"), Vec::<&str>::new());
        assert_eq!(quoted("« a\r\n \r\nb »"), Vec::<&str>::new());
        assert_eq!(quoted("« a\nb »"), ["« a\nb »"]);
        assert_eq!(quoted("fin » “ok”"), ["“ok”"]);
    }

    #[test]
    fn a_measure_is_no_quotation() {
        assert_eq!(quoted("un écran de 27\" et un de 5\" ici"), Vec::<&str>::new());
        assert_eq!(quoted("le \"Top 5\" du mois"), ["\"Top 5\""]);
    }

    #[test]
    fn a_long_text_of_marks_is_read_at_once() {
        for one in ["«", "\"", "« ", "“a”", "\" a", "«»"] {
            let found = quotations(&one.repeat(100_000));
            assert!(found.len() <= 200_000);
        }
    }
}
