//! Edits as a unified diff, which `patch` and `git apply` read.
//!
//! The edits are known, so nothing is compared: the lines that an edit touches are the lines that
//! change.

use super::{Edit, applied};
use std::ops::Range;

/// Lines shown around a change.
const CONTEXT: usize = 3;

/// What a file is called on both sides of a diff: `a/` and `b/` before its name, as `patch -p1`
/// and `git apply` take them. A name that starts elsewhere than here stays as it is.
#[must_use]
pub fn sides(name: &str) -> [String; 2] {
    // What comes after a tab is no part of a name: so a blank in it is.
    let end = if name.contains(' ') { "\t" } else { "" };
    ["a/", "b/"].map(|side| {
        let side = if name.starts_with('/') || name.starts_with("../") || name.contains(':') {
            ""
        } else {
            side
        };
        format!("{side}{name}{end}")
    })
}

/// The unified diff of edits that are apart, with the name of the file before and after; empty when
/// there is none.
#[must_use]
pub fn unified([before, after]: [&str; 2], text: &str, edits: &[Edit]) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let starts: Vec<usize> = lines
        .iter()
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some(start)
        })
        .collect();
    let blocks = blocks(text, &lines, &starts, edits);
    if blocks.is_empty() {
        return String::new();
    }
    let mut out = format!("--- {before}\n+++ {after}\n");
    let mut shift = Shift::default();
    let mut rest = blocks.as_slice();
    while let Some(first) = rest.first() {
        let near = rest
            .windows(2)
            .take_while(|pair| pair[1].lines.start - pair[0].lines.end <= 2 * CONTEXT);
        let (hunk, after) = rest.split_at(1 + near.count());
        let last = hunk.last().unwrap_or(first);
        let from = first.lines.start.saturating_sub(CONTEXT);
        let to = (last.lines.end + CONTEXT).min(lines.len());
        out.push_str(&drawn(&lines, from..to, hunk, &mut shift));
        rest = after;
    }
    out
}

/// Lines that change together.
struct Block {
    /// The old lines, from 0.
    lines: Range<usize>,
    /// What stands there now.
    new: String,
}

/// How many lines more or fewer there are by now.
#[derive(Default)]
struct Shift {
    old: usize,
    new: usize,
}

fn blocks(text: &str, lines: &[&str], starts: &[usize], edits: &[Edit]) -> Vec<Block> {
    let line_of = |byte: usize| starts.partition_point(|start| *start <= byte).saturating_sub(1);
    let mut groups: Vec<(Range<usize>, Vec<Edit>)> = Vec::new();
    for edit in edits {
        // The last line that loses a byte, and the one that a lost line end joins to it.
        let joins = text.get(edit.range.clone()).is_some_and(|old| old.ends_with('\n'))
            && !edit.text.ends_with('\n');
        let end = if joins { edit.range.end } else { edit.range.end.saturating_sub(1) };
        let last = line_of(end.max(edit.range.start));
        let touched = line_of(edit.range.start)..last + 1;
        match groups.last_mut() {
            Some((lines, own)) if touched.start <= lines.end => {
                lines.end = lines.end.max(touched.end);
                own.push(edit.clone());
            }
            _ => groups.push((touched, vec![edit.clone()])),
        }
    }
    let block = |(own, edits): (Range<usize>, Vec<Edit>)| {
        let start = starts.get(own.start).copied().unwrap_or(0);
        let end = starts.get(own.end).copied().unwrap_or(text.len());
        let moved: Vec<Edit> = edits
            .into_iter()
            .map(|edit| Edit {
                range: edit.range.start - start..edit.range.end - start,
                text: edit.text,
            })
            .collect();
        let new = applied(text.get(start..end).unwrap_or_default(), &moved);
        Block { lines: own.start..own.end.min(lines.len()), new }
    };
    groups.into_iter().map(block).collect()
}

fn drawn(lines: &[&str], shown: Range<usize>, hunk: &[Block], shift: &mut Shift) -> String {
    let mut body = String::new();
    let mut old = shown.start;
    let mut added = 0;
    let mut removed = 0;
    for block in hunk {
        for line in lines.get(old..block.lines.start).unwrap_or_default() {
            push(&mut body, ' ', line);
        }
        for line in lines.get(block.lines.clone()).unwrap_or_default() {
            push(&mut body, '-', line);
            removed += 1;
        }
        for line in block.new.split_inclusive('\n') {
            push(&mut body, '+', line);
            added += 1;
        }
        old = block.lines.end;
    }
    for line in lines.get(old..shown.end).unwrap_or_default() {
        push(&mut body, ' ', line);
    }
    let many = shown.len();
    let head = format!(
        "@@ -{} +{} @@\n",
        span(shown.start, many),
        span(shown.start + shift.new - shift.old, many + added - removed),
    );
    shift.old += removed;
    shift.new += added;
    head + &body
}

/// `12,7`: lines count from 1, and an empty stretch stands after the line it names.
fn span(start: usize, many: usize) -> String {
    match many {
        0 => format!("{start},0"),
        1 => (start + 1).to_string(),
        _ => format!("{},{many}", start + 1),
    }
}

fn push(body: &mut String, sign: char, line: &str) {
    body.push(sign);
    body.push_str(line);
    if !line.ends_with('\n') {
        body.push_str("\n\\ No newline at end of file\n");
    }
}

#[cfg(test)]
mod tests {
    use super::super::apart;
    use super::*;
    use snapbox::prelude::*;
    use snapbox::str;

    fn diff(text: &str, words: &[(&str, &str)]) -> String {
        let edits = words.iter().map(|(old, new)| {
            let at = text.find(old).unwrap();
            Edit { range: at..at + old.len(), text: (*new).to_owned() }
        });
        unified(["a.toml", "a.toml"], text, &apart(text, edits))
    }

    #[test]
    fn nothing_to_change_is_no_diff() {
        assert_eq!(diff("un\n", &[]), "");
        assert_eq!(diff("un\n", &[("un", "un")]), "");
    }

    #[test]
    fn changes_stand_with_their_neighbours() {
        let text = "1\n2\n3\n4\n5 !\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15 ?";
        snapbox::assert_data_eq!(
            diff(text, &[("5 !", "5!"), ("15 ?", "15?\n16")]),
            str![[r#"
--- a.toml
+++ a.toml
@@ -2,7 +2,7 @@
 2
 3
 4
-5 !
+5!
 6
 7
 8
@@ -12,4 +12,5 @@
 12
 13
 14
-15 ?
/ No newline at end of file
+15?
+16
/ No newline at end of file

"#]]
        );
    }

    #[test]
    fn near_changes_share_a_hunk_and_lines_may_go() {
        let text = "a b\nc\nd\ne f\n";
        snapbox::assert_data_eq!(
            diff(text, &[("b\n", ""), ("e f", "e  f")]),
            str![[r#"
--- a.toml
+++ a.toml
@@ -1,4 +1,3 @@
-a b
-c
+a c
 d
-e f
+e  f

"#]]
            .raw()
        );
    }
}
