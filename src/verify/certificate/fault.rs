//! What can be wrong with a certificate, in words. A node is named by its number, the root is 0.

use super::file::{Branch, FORMAT, LARGEST};
use crate::lang::{Lang, Text, number, span_of_days};
use chrono::NaiveDate;

/// Why a text is no certificate, or proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateFault {
    /// No JSON from here on, both counted from 1.
    Broken {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// Nothing in it.
    Empty,
    /// Another format: what it says of itself.
    Format(Option<String>),
    /// JSON, but not what a certificate has there.
    Shape {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// A value of the head that cannot be.
    Field(&'static str),
    /// It has another number of certificates than there are plans.
    Count {
        /// Certificates in the file.
        certificates: usize,
        /// Plans to verify.
        plans: usize,
    },
    /// It is of another calendar.
    Calendar {
        /// The name it has.
        theirs: String,
        /// The name of this one.
        ours: String,
    },
    /// It is of other days.
    Days {
        /// First and last of its days.
        theirs: (NaiveDate, NaiveDate),
        /// First and last of these.
        ours: (NaiveDate, NaiveDate),
    },
    /// It has no node at all.
    NoRoot,
    /// Something is wrong with one node.
    Node {
        /// Which.
        node: usize,
        /// What.
        fault: NodeFault,
    },
    /// The calendar, or the tree, is larger than what is checked.
    TooLarge,
}

/// What can be wrong with a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeFault {
    /// It is not the root and no node before it is its parent, or its parent is not split.
    Parent,
    /// It is neither the low nor the high part of its parent, or the root, which is neither.
    Side,
    /// Its parent has two such parts.
    Twice(Branch),
    /// It is split, and one part is missing.
    Missing(Branch),
    /// Its prices do not close it and it is not split: how high they leave it.
    Open(Option<i64>),
    /// The calendar has no such placement.
    Unknown {
        /// The post.
        post: String,
        /// The channel.
        channel: String,
    },
    /// The placement is fixed, or never to be placed.
    NoTask {
        /// The post.
        post: String,
        /// The channel.
        channel: String,
    },
    /// Nothing says that the second comes after the first, or no such distance.
    Untied {
        /// `post@channel` of what would come before.
        before: String,
        /// `post@channel` of what would come after.
        after: String,
    },
    /// A price for presence, where the calendar limits none.
    Capacity,
    /// The calendar has no quota of this index.
    Quota(usize),
    /// The plan has no cell of the mix of this index.
    Cell(usize),
    /// The cell counts no such class.
    Class(i64),
    /// A price below zero that must not be.
    Negative(&'static str),
    /// A number too far from zero to be added up.
    Number,
}

impl CertificateFault {
    /// What is wrong, in a phrase.
    #[must_use]
    pub fn text(&self) -> Text {
        Text::of(|lang| match lang {
            Lang::En => self.en(),
            Lang::Fr => self.fr(),
        })
    }

    fn en(&self) -> String {
        match self {
            Self::Broken { line, column } => {
                format!("this is no JSON: it breaks off at line {line}, column {column}")
            }
            Self::Empty => "the file is empty".to_owned(),
            Self::Format(Some(other)) => {
                format!("the format is `{other}`, and only `{FORMAT}` can be checked")
            }
            Self::Format(None) => {
                format!("this is no certificate: `\"format\": \"{FORMAT}\"` is missing")
            }
            Self::Shape { line, column } => format!(
                "line {line}, column {column}: something is missing here, or is not what a certificate has"
            ),
            Self::Field(key) => format!("`{key}` is not what a certificate has there"),
            Self::Count { certificates, plans } => format!(
                "the file has {}, for {}",
                crate::lang::count(Lang::En, *certificates, "certificate", "certificates"),
                crate::lang::count(Lang::En, *plans, "plan", "plans")
            ),
            Self::Calendar { theirs, ours } => {
                format!("the certificate is of the calendar “{theirs}”, this one is “{ours}”")
            }
            Self::Days { theirs, ours } => format!(
                "the certificate is for {}, the plan for {}",
                span_of_days(Lang::En, theirs.0, theirs.1),
                span_of_days(Lang::En, ours.0, ours.1)
            ),
            Self::NoRoot => "the certificate proves nothing: it has no node".to_owned(),
            Self::Node { node, fault } => format!("node {node}: {}", fault.en()),
            Self::TooLarge => "this is more than can be checked in good time".to_owned(),
        }
    }

    fn fr(&self) -> String {
        match self {
            Self::Broken { line, column } => format!(
                "ce n’est pas du JSON\u{a0}: la lecture s’arrête ligne {line}, colonne {column}"
            ),
            Self::Empty => "le fichier est vide".to_owned(),
            Self::Format(Some(other)) => {
                format!("le format est `{other}`, et seul `{FORMAT}` se contrôle")
            }
            Self::Format(None) => {
                format!("ce n’est pas un certificat\u{a0}: il manque `\"format\": \"{FORMAT}\"`")
            }
            Self::Shape { line, column } => format!(
                "ligne {line}, colonne {column}\u{a0}: il manque ici quelque chose, ou ce n’est pas ce qu’un certificat porte"
            ),
            Self::Field(key) => {
                format!("`{key}` n’est pas ce qu’un certificat porte à cet endroit")
            }
            Self::Count { certificates, plans } => format!(
                "le fichier contient {}, pour {}",
                crate::lang::count(Lang::Fr, *certificates, "certificat", "certificats"),
                crate::lang::count(Lang::Fr, *plans, "plan", "plans")
            ),
            Self::Calendar { theirs, ours } => format!(
                "le certificat est celui du calendrier «\u{a0}{theirs}\u{a0}», celui-ci est «\u{a0}{ours}\u{a0}»"
            ),
            Self::Days { theirs, ours } => format!(
                "les jours du certificat\u{a0}: {}\u{202f}; ceux du plan\u{a0}: {}",
                span_of_days(Lang::Fr, theirs.0, theirs.1),
                span_of_days(Lang::Fr, ours.0, ours.1)
            ),
            Self::NoRoot => "le certificat ne prouve rien\u{a0}: il n’a aucun nœud".to_owned(),
            Self::Node { node, fault } => format!("nœud {node}\u{a0}: {}", fault.fr()),
            Self::TooLarge => {
                "c’est plus que ce qui se contrôle en un temps raisonnable".to_owned()
            }
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Text {
        Text::of(|lang| match (lang, self) {
            (Lang::En, Self::Count { .. }) => {
                "take the certificate that was written together with the plan".to_owned()
            }
            (Lang::Fr, Self::Count { .. }) => {
                "prenez le certificat écrit en même temps que le plan".to_owned()
            }
            (Lang::En, _) => {
                "`edito plan -o plan.json --certificate proof.json` writes one".to_owned()
            }
            (Lang::Fr, _) => {
                "`edito plan -o plan.json --certificate preuve.json` en écrit un".to_owned()
            }
        })
    }
}

impl NodeFault {
    fn en(&self) -> String {
        match self {
            Self::Parent => "no split node before it is its parent".to_owned(),
            Self::Side => "its `side` is missing or out of place".to_owned(),
            Self::Twice(side) => format!("its parent has two parts `{}`", side.key()),
            Self::Missing(side) => format!("it is split, and its part `{}` is missing", side.key()),
            Self::Open(Some(reach)) => format!(
                "its prices still allow {}, and it is not split further",
                number(Lang::En, *reach)
            ),
            Self::Open(None) => "it has no prices and is not split further".to_owned(),
            Self::Unknown { post, channel } => {
                format!("the calendar has no post `{post}` on a channel `{channel}`")
            }
            Self::NoTask { post, channel } => {
                format!("`{post}@{channel}` is not something this plan may place")
            }
            Self::Untied { before, after } => {
                format!("nothing asks for that distance from `{before}` to `{after}`")
            }
            Self::Capacity => {
                "it has prices for presence, and the calendar limits nothing there".to_owned()
            }
            Self::Quota(index) => format!("the mix has no quota of index {index}"),
            Self::Cell(index) => format!("the mix of this plan has no cell of index {index}"),
            Self::Class(class) => format!("no class {class} is counted in the mix"),
            Self::Negative(what) => format!("a price of `{what}` is below zero"),
            Self::Number => format!(
                "a number is further from zero than {}, or too many add up",
                number(Lang::En, LARGEST)
            ),
        }
    }

    fn fr(&self) -> String {
        match self {
            Self::Parent => "aucun nœud divisé ne le précède comme parent".to_owned(),
            Self::Side => "son `side` manque, ou n’a rien à faire là".to_owned(),
            Self::Twice(side) => format!("son parent a deux parties `{}`", side.key()),
            Self::Missing(side) => format!("il est divisé, et sa partie `{}` manque", side.key()),
            Self::Open(Some(reach)) => format!(
                "ses prix permettent encore {}, et il n’est pas divisé davantage",
                number(Lang::Fr, *reach)
            ),
            Self::Open(None) => "il n’a pas de prix et n’est pas divisé davantage".to_owned(),
            Self::Unknown { post, channel } => {
                format!("le calendrier n’a pas de post `{post}` sur un canal `{channel}`")
            }
            Self::NoTask { post, channel } => {
                format!("`{post}@{channel}` n’est pas à placer par ce plan")
            }
            Self::Untied { before, after } => {
                format!("rien ne demande cette distance de `{before}` à `{after}`")
            }
            Self::Capacity => {
                "il a des prix de présence, et le calendrier n’y met pas de limite".to_owned()
            }
            Self::Quota(index) => format!("le mix n’a pas de quota d’indice {index}"),
            Self::Cell(index) => format!("le mix de ce plan n’a pas de case d’indice {index}"),
            Self::Class(class) => format!("le mix ne compte pas de classe {class}"),
            Self::Negative(what) => format!("un prix de `{what}` est négatif"),
            Self::Number => format!(
                "un nombre est plus loin de zéro que {}, ou trop de nombres s’ajoutent",
                number(Lang::Fr, LARGEST)
            ),
        }
    }
}

impl Branch {
    /// The word of the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_words() {
        let day = NaiveDate::default();
        let name = || "a".to_owned();
        let (side, node) = (Branch::High, 3);
        let nodes = [
            NodeFault::Parent,
            NodeFault::Side,
            NodeFault::Twice(side),
            NodeFault::Missing(side),
            NodeFault::Open(Some(12_000)),
            NodeFault::Open(None),
            NodeFault::Unknown { post: name(), channel: name() },
            NodeFault::NoTask { post: name(), channel: name() },
            NodeFault::Untied { before: name(), after: name() },
            NodeFault::Capacity,
            NodeFault::Quota(1),
            NodeFault::Cell(1),
            NodeFault::Class(-1),
            NodeFault::Negative("task"),
            NodeFault::Number,
        ];
        let faults = nodes.into_iter().map(|fault| CertificateFault::Node { node, fault });
        let others = [
            CertificateFault::Broken { line: 1, column: 2 },
            CertificateFault::Empty,
            CertificateFault::Format(None),
            CertificateFault::Format(Some(name())),
            CertificateFault::Shape { line: 1, column: 2 },
            CertificateFault::Field("to"),
            CertificateFault::Count { certificates: 1, plans: 2 },
            CertificateFault::Calendar { theirs: name(), ours: name() },
            CertificateFault::Days { theirs: (day, day), ours: (day, day) },
            CertificateFault::NoRoot,
            CertificateFault::TooLarge,
        ];
        for fault in faults.chain(others) {
            let (en, fr) = (fault.text().get(Lang::En).to_owned(), fault.text());
            assert_ne!(en, fr.get(Lang::Fr));
            assert_ne!(fault.help().get(Lang::En), fault.help().get(Lang::Fr));
        }
        let open = CertificateFault::Node { node, fault: NodeFault::Open(Some(12_000)) };
        let text = open.text();
        assert!(
            text.get(Lang::Fr).contains("nœud 3\u{a0}: ses prix permettent encore 12\u{202f}000")
        );
        assert_eq!(
            text.get(Lang::En),
            "node 3: its prices still allow 12,000, and it is not split further"
        );
    }
}
