//! A YAML document as a tree whose every value knows its line.
//!
//! Only what rule files are made of: scalars as they are written, lists and mappings. It knows
//! nothing of rules.

use saphyr_parser::{Event, Parser, ScanError};

/// Deepest nesting that is read; rule files have three levels.
const DEEPEST: usize = 32;

/// A value and the line it begins on, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) line: usize,
    pub(super) value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Words, numbers and truths alike, as written.
    Scalar(String),
    List(Vec<Node>),
    /// Keys in the order of the file; a key may come twice.
    Map(Vec<(Node, Node)>),
}

/// Why a text is no tree, and on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) line: usize,
    pub(super) what: What,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// It is not YAML: the parser's words.
    Syntax(String),
    /// It refers to a value elsewhere (`*name`).
    Alias,
    /// It is nested deeper than any rule.
    Deep,
}

impl Node {
    /// The value of a key of a mapping: the last one, as YAML readers have it.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().rev().find(|(name, _)| name.scalar() == Some(key)).map(|(_, value)| value)
    }

    /// A scalar as written.
    pub(super) fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list; a scalar is a list of one.
    pub(super) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Scalar(_) => std::slice::from_ref(self),
            Value::Map(_) => &[],
        }
    }

    /// The keys and values of a mapping; those of the mappings in a list, one after another.
    pub(super) fn entries(&self) -> Vec<(&Self, &Self)> {
        match &self.value {
            Value::Map(entries) => entries.iter().map(|(key, value)| (key, value)).collect(),
            Value::List(items) => items.iter().flat_map(Self::entries).collect(),
            Value::Scalar(_) => Vec::new(),
        }
    }
}

/// A list or mapping that is still open.
struct Open {
    line: usize,
    map: Vec<(Node, Node)>,
    list: Vec<Node>,
    /// The key whose value comes next.
    key: Option<Node>,
    kind: Shape,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    List,
    Map,
}

impl Open {
    fn new(line: usize, kind: Shape) -> Self {
        Self { line, map: Vec::new(), list: Vec::new(), key: None, kind }
    }

    fn take(&mut self, node: Node) {
        match (self.kind, self.key.take()) {
            (Shape::List, _) => self.list.push(node),
            (Shape::Map, None) => self.key = Some(node),
            (Shape::Map, Some(key)) => self.map.push((key, node)),
        }
    }

    fn close(self) -> Node {
        let value = match self.kind {
            Shape::List => Value::List(self.list),
            Shape::Map => Value::Map(self.map),
        };
        Node { line: self.line, value }
    }
}

/// The first document of a text; `None` when there is none.
pub(super) fn parse(text: &str) -> Result<Option<Node>, Fault> {
    let mut parser = Parser::new_from_str(text);
    let mut open: Vec<Open> = Vec::new();
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| syntax(&error))?;
        let line = span.start.line();
        let done = match event {
            Event::Scalar(text, ..) => Some(Node { line, value: Value::Scalar(text.into_owned()) }),
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if open.len() >= DEEPEST {
                    return Err(Fault { line, what: What::Deep });
                }
                let list = matches!(event, Event::SequenceStart(..));
                open.push(Open::new(line, if list { Shape::List } else { Shape::Map }));
                None
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(Open::close),
            Event::Alias(_) => return Err(Fault { line, what: What::Alias }),
            Event::DocumentEnd | Event::StreamEnd => return Ok(None),
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) => None,
        };
        match (done, open.last_mut()) {
            (Some(node), Some(parent)) => parent.take(node),
            (Some(node), None) => return Ok(Some(node)),
            (None, _) => {}
        }
    }
    Ok(None)
}

fn syntax(error: &ScanError) -> Fault {
    Fault { line: error.marker().line(), what: What::Syntax(error.info().to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_know_their_lines() {
        let text =
            "---\nextends: existence # why\ntokens:\n  - one\n  - 'it''s'\nswap:\n  a b: \"c|d\"\n";
        let node = parse(text).unwrap().unwrap();
        assert_eq!(node.get("extends").and_then(Node::scalar), Some("existence"));
        let tokens = node.get("tokens").unwrap().items();
        let seen: Vec<(usize, Option<&str>)> =
            tokens.iter().map(|t| (t.line, t.scalar())).collect();
        assert_eq!(seen, [(4, Some("one")), (5, Some("it's"))]);
        let swap = node.get("swap").unwrap().entries();
        assert_eq!((swap[0].0.line, swap[0].1.scalar()), (7, Some("c|d")));
        assert!(node.get("nothing").is_none());
    }

    #[test]
    fn folded_words_and_the_last_of_two_keys() {
        let text = "a: one\n  two\nb: |\n  x\n  y\na: 2\n";
        let node = parse(text).unwrap().unwrap();
        assert_eq!(node.get("a").and_then(Node::scalar), Some("2"));
        assert_eq!(node.get("b").and_then(Node::scalar), Some("x\ny\n"));
        assert_eq!(node.entries()[0].1.scalar(), Some("one two"));
    }

    #[test]
    fn what_is_no_tree_says_where() {
        let fault = parse("a: 1\nb: [1, 2\nc: 3\n").unwrap_err();
        assert!(fault.line >= 2 && matches!(fault.what, What::Syntax(_)), "{fault:?}");
        assert_eq!(parse("a: &x 1\nb: *x\n").unwrap_err(), Fault { line: 2, what: What::Alias });
        assert_eq!(parse(&"[".repeat(100)).unwrap_err().what, What::Deep);
        assert!(parse(&"[".repeat(50_000)).is_err());
        assert_eq!(parse("").unwrap(), None);
        assert_eq!(parse("# only words\n").unwrap(), None);
    }
}
