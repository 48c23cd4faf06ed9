//! A rule of a style: its file, read into keys that know their lines.
//!
//! It knows what Vale's keys mean, not what becomes of them.

use super::yaml::{self, Fault, Node, What};

/// A rule as it is written.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// The file, as it was named.
    pub(super) file: String,
    /// The style: the folder the file is in; empty when it is in none.
    pub(super) style: String,
    /// The rule: the name of the file without its ending.
    pub(super) name: String,
    /// What it extends, in small letters, and the line that says so.
    pub(super) extends: (String, usize),
    node: Node,
}

/// Words of a file and their line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) line: usize,
}

/// How a rule looks at capitals and at the ends of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Yes,
    No,
}

/// Reads a file; `None` for YAML that is no rule.
///
/// # Errors
/// When it cannot be read, though it seems to be a rule.
pub(super) fn read(file: &str, text: &str) -> Result<Option<Rule>, Fault> {
    let rule_like = text.lines().any(|line| line.starts_with("extends"));
    let node = match yaml::parse(text) {
        Ok(Some(node)) => node,
        Ok(None) => return Ok(None),
        Err(fault) => return if rule_like { Err(fault) } else { Ok(None) },
    };
    let Some(extends) = node.get("extends") else { return Ok(None) };
    let Some(kind) = extends.scalar() else { return Ok(None) };
    let extends = (kind.trim().to_lowercase(), extends.line);
    let (style, name) = names(file);
    Ok(Some(Rule { file: file.to_owned(), style, name, extends, node }))
}

/// The style and the rule that a file is named after: `a/Own/Jargon.yml` is `Own` and `Jargon`.
pub(super) fn names(file: &str) -> (String, String) {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let style = folder.rsplit('/').next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let style = if style == "." || style == ".." { "" } else { style };
    (style.to_owned(), name.to_owned())
}

impl Rule {
    /// `Own.Jargon`, as Vale's settings call it.
    pub(super) fn full_name(&self) -> String {
        full_name(&self.style, &self.name)
    }

    /// The value of a key.
    pub(super) fn node(&self, key: &str) -> Option<&Node> {
        self.node.get(key)
    }

    /// Words, trimmed; nothing for empty ones.
    pub(super) fn text(&self, key: &str) -> Option<Piece> {
        let node = self.node.get(key)?;
        piece(node)
    }

    /// The line of a key's value; that of `extends` when it is not there.
    pub(super) fn line(&self, key: &str) -> usize {
        self.node.get(key).map_or(self.extends.1, |node| node.line)
    }

    /// A list of words; empty ones are none.
    pub(super) fn list(&self, key: &str) -> Vec<Piece> {
        let items = self.node.get(key).map_or(&[][..], Node::items);
        items.iter().filter_map(written).collect()
    }

    /// The keys and values of a mapping.
    pub(super) fn pairs(&self, key: &str) -> Vec<(Piece, Piece)> {
        let entries = self.node.get(key).map(Node::entries).unwrap_or_default();
        let pair = |(key, value): (&Node, &Node)| {
            let from = written(key)?;
            // Several replacements may stand as a list.
            let to: Vec<&str> = value.items().iter().filter_map(Node::scalar).collect();
            Some((from, Piece { text: to.join("|").trim().to_owned(), line: value.line }))
        };
        entries.into_iter().filter_map(pair).collect()
    }

    /// A switch, which is off unless set.
    pub(super) fn switch(&self, key: &str) -> Choice {
        let on = self
            .text(key)
            .is_some_and(|word| ["true", "yes", "on"].contains(&word.text.to_lowercase().as_str()));
        if on { Choice::Yes } else { Choice::No }
    }

    /// A whole number.
    pub(super) fn number(&self, key: &str) -> Option<u32> {
        self.text(key)?.text.parse().ok()
    }
}

/// `Own.Jargon`.
pub(super) fn full_name(style: &str, name: &str) -> String {
    if style.is_empty() { name.to_owned() } else { format!("{style}.{name}") }
}

fn piece(node: &Node) -> Option<Piece> {
    let text = node.scalar()?.trim();
    (!text.is_empty()).then(|| Piece { text: text.to_owned(), line: node.line })
}

/// A pattern as it is: a space at its end means something.
fn written(node: &Node) -> Option<Piece> {
    let text = node.scalar()?;
    (!text.trim().is_empty())
        .then(|| Piece { text: text.trim_end_matches('\n').to_owned(), line: node.line })
}

impl Fault {
    /// What is wrong, for people who read the parser's English.
    pub(super) fn words(&self) -> Option<&str> {
        match &self.what {
            What::Syntax(words) => Some(words),
            What::Alias | What::Deep => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_named_after_its_file() {
        let text = "extends: Existence\nignorecase: true\nmax: 3\ntokens: [a, '', ' b']\nswap:\n  a: [b, c]\n";
        let rule = read("styles/Own/NoJargon.yml", text).unwrap().unwrap();
        assert_eq!(
            (rule.full_name().as_str(), rule.extends.0.as_str()),
            ("Own.NoJargon", "existence")
        );
        assert_eq!(rule.switch("ignorecase"), Choice::Yes);
        assert_eq!(rule.switch("nonword"), Choice::No);
        assert_eq!(rule.number("max"), Some(3));
        let tokens: Vec<String> = rule.list("tokens").into_iter().map(|t| t.text).collect();
        assert_eq!(tokens, ["a", " b"]);
        assert_eq!(rule.pairs("swap")[0].1, Piece { text: "b|c".to_owned(), line: 6 });
        assert_eq!(names("./A.yml"), (String::new(), "A".to_owned()));
    }

    #[test]
    fn other_files_are_no_rules_and_torn_rules_are_faults() {
        assert!(read("ci.yml", "on: push\n").unwrap().is_none());
        assert!(read("ci.yml", "a: [1\nb: 2").unwrap().is_none());
        assert!(read("A.yml", "extends: existence\ntokens: [a\nlevel: error\n").is_err());
    }
}
