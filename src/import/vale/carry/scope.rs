//! Where a rule of a style looks. A post is plain text: it has sentences and lines, no headings,
//! tables or code.

use crate::import::vale::style::Rule;
use crate::import::vale::yaml::Node;

/// Parts of a text that a post does not tell from the rest.
const INSIDE: [&str; 5] = ["list", "blockquote", "strong", "emphasis", "link"];

/// Where a rule looks, as far as posts have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import::vale) struct Scope {
    /// It reads sentence by sentence.
    pub(in crate::import::vale) is_sentence: bool,
    /// Places beside the text that posts do not have, and their line.
    pub(in crate::import::vale) others: Option<(usize, String)>,
}

impl Scope {
    /// The scope of a rule.
    ///
    /// # Errors
    /// When posts have nothing of it: its line, and what it is for.
    pub(super) fn of(rule: &Rule) -> Result<Self, (usize, String)> {
        let Some(node) = rule.node("scope") else { return Ok(Self::default()) };
        let all: Vec<&str> = node.items().iter().filter_map(Node::scalar).collect();
        let (of_posts, others): (Vec<&str>, Vec<&str>) =
            all.iter().partition(|scope| is_text(scope));
        // What is in the text anyway needs no name.
        let inside = |scope: &&str| !of_posts.is_empty() && INSIDE.contains(scope);
        let others: Vec<&str> = others.into_iter().filter(|scope| !inside(scope)).collect();
        let others = (!others.is_empty()).then(|| (node.line, others.join(", ")));
        match (of_posts.is_empty(), others) {
            (true, Some(others)) => Err(others),
            (_, others) => {
                let is_sentence = of_posts.iter().any(|scope| scope.contains("sentence"));
                Ok(Self { is_sentence, others })
            }
        }
    }
}

/// Whether posts have what a scope names: `text`, `sentence`, `paragraph & ~code`.
fn is_text(scope: &str) -> bool {
    scope.split('&').map(str::trim).filter(|part| !part.is_empty()).all(|part| {
        match part.strip_prefix('~') {
            Some(not) => !is_plain(not.trim()),
            None => is_plain(part),
        }
    })
}

fn is_plain(scope: &str) -> bool {
    matches!(scope, "text" | "sentence" | "paragraph" | "summary")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::vale::style::read;

    fn scope(words: &str) -> Result<Scope, (usize, String)> {
        let text = format!("extends: existence\n{words}\n");
        Scope::of(&read("a.yml", &text).unwrap().unwrap())
    }

    #[test]
    fn posts_have_text_and_sentences() {
        assert_eq!(scope("level: error"), Ok(Scope::default()));
        assert_eq!(scope("scope: text & ~code"), Ok(Scope::default()));
        assert!(scope("scope: sentence").unwrap().is_sentence);
        assert_eq!(scope("scope: heading.h1"), Err((2, "heading.h1".to_owned())));
        assert_eq!(scope("scope: paragraph & ~text"), Err((2, "paragraph & ~text".to_owned())));
        let both = scope("scope:\n  - sentence\n  - table").unwrap();
        assert_eq!(both.others, Some((3, "table".to_owned())));
    }
}
