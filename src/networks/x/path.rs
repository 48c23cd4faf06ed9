//! What follows the domain of a link: port, path, query.

use super::chars::{ends_path, ends_query, is_path, is_query};

/// Where the parts of a link after its domain end; each is where the one before ends if it is not
/// there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tail {
    /// Whether there is a path, were it `/` alone.
    pub(super) has_path: bool,
    /// Where all ends.
    pub(super) end: usize,
}

/// What follows a domain that ends at this byte.
pub(super) fn tail(text: &str, domain_end: usize) -> Tail {
    let after_port = port(text, domain_end);
    let has_path = text.as_bytes().get(after_port) == Some(&b'/');
    let after_path = if has_path { path(text, after_port + 1) } else { after_port };
    Tail { has_path, end: query(text, after_path) }
}

fn port(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b':') {
        return at;
    }
    let digits = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 { at } else { at + 1 + digits }
}

/// Where the path ends whose first `/` stands before `from`: after the last character that may end
/// one, before the first that may not stand in one. Parentheses only in pairs, one within another.
fn path(text: &str, from: usize) -> usize {
    let (mut at, mut end) = (from, from);
    while let Some(c) = text[at..].chars().next() {
        if c == '(' {
            let Some(after) = parentheses(text, at) else { break };
            // Parentheses end a path only right after what may end one.
            end = if end == at { after } else { end };
            at = after;
        } else if is_path(c) {
            at += c.len_utf8();
            if ends_path(c) {
                end = at;
            }
        } else {
            break;
        }
    }
    end
}

/// Where a pair of parentheses ends that opens at this byte: `(a)`, `(a(b)c)`, `((b))`.
fn parentheses(text: &str, at: usize) -> Option<usize> {
    let outer = at + 1;
    let first = run(text, outer);
    match text.as_bytes().get(first)? {
        b')' => (first > outer).then_some(first + 1),
        b'(' => {
            let inner = run(text, first + 1);
            let closed = inner > first + 1 && text.as_bytes().get(inner) == Some(&b')');
            let last = run(text, inner + usize::from(closed));
            (closed && text.as_bytes().get(last) == Some(&b')')).then_some(last + 1)
        }
        _ => None,
    }
}

/// Where a run of characters of a path ends.
fn run(text: &str, from: usize) -> usize {
    text[from..].find(|c| !is_path(c)).map_or(text.len(), |more| from + more)
}

/// Where the query ends that `?` opens at this byte, if one does.
pub(super) fn query(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'?') {
        return at;
    }
    let all = bytes[at + 1..].iter().take_while(|byte| is_query(**byte)).count();
    let own = &bytes[at + 1..at + 1 + all];
    own.iter().rposition(|byte| ends_query(*byte)).map_or(at, |last| at + 2 + last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_a_link() {
        for (text, own) in [
            ("", ""),
            (":8080/a", ":8080/a"),
            (":/a", ""),
            ("/", "/"),
            ("/a.", "/a"),
            ("/a...b,", "/a...b"),
            ("/a_(b)", "/a_(b)"),
            ("/a_(b).", "/a_(b)"),
            ("/a.(b)", "/a"),
            ("/a.(b)c", "/a.(b)c"),
            ("/a(b)(c).", "/a(b)(c)"),
            ("/,(b)", "/"),
            ("/a_(b(c)d)!", "/a_(b(c)d)"),
            ("/a_((c))", "/a_((c))"),
            ("/a_(b", "/a_"),
            ("/a_()", "/a_"),
            ("/(a)", "/(a)"),
            ("/été…", "/été"),
            ("/страница»", "/страница"),
            ("/漢", "/"),
            ("/a?b=c&d=é", "/a?b=c&d="),
            ("?a=b.", "?a=b"),
            ("/?", "/"),
            ("/a.?b", "/a"),
            ("/a?b!", "/a?b"),
        ] {
            let end = tail(&format!("x{text}"), 1).end - 1;
            assert_eq!(&text[..end], own, "{text}");
        }
    }
}
