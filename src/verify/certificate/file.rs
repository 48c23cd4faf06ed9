//! The text of a certificate, read: its form alone, nothing of what it says is believed here.

use super::fault::CertificateFault;
use crate::verify::Keep;
use chrono::NaiveDate;
use serde::Deserialize;

/// The name of the format.
pub const FORMAT: &str = "edito-certificate/1";

/// No number of a certificate is further from zero.
pub(super) const LARGEST: i64 = 1_000_000_000_000_000;

/// One certificate of a file: the tree of a branching, with the prices that close its leaves.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// The name of its calendar.
    pub calendar: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// What became of slots chosen before.
    pub keep: Keep,
    /// The objective of the plan it goes with.
    pub objective: i64,
    /// No plan is worth more: what is to be proven.
    pub bound: i64,
    /// The tree, the root first.
    pub(super) nodes: Vec<Node>,
}

/// A part of all plans.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Node {
    pub(super) parent: Option<usize>,
    pub(super) side: Option<Branch>,
    #[serde(default)]
    pub(super) prices: Vec<Prices>,
    pub(super) split: Option<Split>,
}

/// One of the two parts that a split makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Branch {
    /// Left out, earlier, fewer.
    Low,
    /// Placed, later, more.
    High,
}

/// Prices for the rules that the lanes do not see: whole numbers, absent where nil.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Prices {
    /// A task takes one slot: post, channel, price.
    pub task: Vec<(String, String, i64)>,
    /// R5 from an instant on, in seconds since 1970.
    pub spacing: Vec<(i64, i64)>,
    /// R7 from an instant on.
    pub capacity: Vec<(i64, i64)>,
    /// R6: topic, instant, price.
    pub topic: Vec<(String, i64, i64)>,
    /// R8.
    pub after: Vec<Linked>,
    /// R10: the index of the quota, first day of the period, price.
    pub quota: Vec<(usize, String, i64)>,
    /// What a cell of the mix counts: cell, class, price of any sign.
    pub mix: Vec<(usize, i64, i64)>,
}

/// A price of R8: post and channel of what comes before, of what comes after, which distance, until
/// or from which instant (none: always), the price.
pub type Linked = (String, String, String, String, Distance, Option<i64>, i64);

/// Which end of the distance between two linked placements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Distance {
    /// The least.
    Min,
    /// The greatest.
    Max,
}

/// How a node is cut in two.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Split {
    /// Left out, or placed.
    Placed(String, String),
    /// Not from this instant on, or not before it.
    Before(String, String, i64),
    /// At most, or more than, so many of a class of a cell; without a class, of all.
    Mix(usize, Option<i64>, i64),
}

/// A certificate as written.
#[derive(Deserialize)]
struct Written {
    calendar: String,
    from: String,
    to: String,
    slots: Mode,
    objective: i64,
    bound: i64,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Consider,
    Keep,
    Forget,
}

/// What a file says of itself before anything else.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
}

/// Reads the certificates of a file, one JSON object for each calendar.
///
/// # Errors
/// The first fault of its form.
pub fn read(text: &str) -> Result<Vec<Certificate>, CertificateFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head = serde_json::Deserializer::from_str(text).into_iter::<Head>().next();
    match head {
        None => return Err(CertificateFault::Empty),
        Some(Err(error)) if error.is_data() => return Err(CertificateFault::Format(None)),
        Some(Err(error)) => return Err(broken(&error)),
        Some(Ok(Head { format })) if format.as_deref() != Some(FORMAT) => {
            return Err(CertificateFault::Format(format));
        }
        Some(Ok(_)) => {}
    }
    let all = serde_json::Deserializer::from_str(text).into_iter::<Written>();
    all.map(|written| certificate(written.map_err(|error| broken(&error))?)).collect()
}

fn broken(error: &serde_json::Error) -> CertificateFault {
    let (line, column) = (error.line(), error.column().max(1));
    if error.is_data() {
        CertificateFault::Shape { line, column }
    } else {
        CertificateFault::Broken { line, column }
    }
}

fn certificate(written: Written) -> Result<Certificate, CertificateFault> {
    let day = |text: &str, key: &'static str| {
        let day = Some(text).filter(|text| text.len() == 10).and_then(|text| text.parse().ok());
        day.ok_or(CertificateFault::Field(key))
    };
    let whole = |number: i64, key: &'static str| {
        let fits = number.unsigned_abs() <= LARGEST.unsigned_abs();
        fits.then_some(number).ok_or(CertificateFault::Field(key))
    };
    let (from, to): (NaiveDate, NaiveDate) = (day(&written.from, "from")?, day(&written.to, "to")?);
    if to < from {
        return Err(CertificateFault::Field("to"));
    }
    Ok(Certificate {
        from,
        to,
        keep: match written.slots {
            Mode::Consider => Keep::KeepSlots,
            Mode::Keep => Keep::Locked,
            Mode::Forget => Keep::Forget,
        },
        objective: whole(written.objective, "objective")?,
        bound: whole(written.bound, "bound")?,
        calendar: written.calendar,
        nodes: written.nodes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"{"format":"edito-certificate/1","calendar":"A","from":"2026-11-23","to":"2026-11-29",
"slots":"keep","objective":10,"bound":20,"nodes":[{"parent":null,"side":null,"prices":[{"task":[["a","x",3]],
"after":[["a","x","b","x","max",null,4]],"mix":[[0,-1,-5]]}],"split":{"mix":[0,null,2]}},
{"parent":0,"side":"low","prices":[],"split":null}]}"#;

    #[test]
    fn reads_what_it_needs() {
        let read = read(&format!("\u{feff}{SMALL}\n{SMALL}")).unwrap();
        assert_eq!(read.len(), 2);
        let first = &read[0];
        assert_eq!((first.objective, first.bound, first.keep), (10, 20, Keep::Locked));
        assert_eq!(first.nodes[0].split, Some(Split::Mix(0, None, 2)));
        assert_eq!(first.nodes[0].prices[0].after[0].4, Distance::Max);
        assert_eq!((first.nodes[1].parent, first.nodes[1].side), (Some(0), Some(Branch::Low)));
    }

    #[test]
    fn faults_of_form_are_told_apart() {
        let with = |from: &str, to: &str| read(&SMALL.replace(from, to)).unwrap_err();
        assert_eq!(read(" \n").unwrap_err(), CertificateFault::Empty);
        assert_eq!(read("{ oops").unwrap_err(), CertificateFault::Broken { line: 1, column: 3 });
        assert_eq!(read("{}").unwrap_err(), CertificateFault::Format(None));
        assert_eq!(read("[1]").unwrap_err(), CertificateFault::Format(None));
        let two = CertificateFault::Format(Some("edito-certificate/2".to_owned()));
        assert_eq!(with("certificate/1", "certificate/2"), two);
        assert!(matches!(read(&SMALL[..200]).unwrap_err(), CertificateFault::Broken { .. }));
        let shape = |fault| matches!(fault, CertificateFault::Shape { .. });
        assert!(shape(with("\"keep\"", "\"kept\"")));
        assert!(shape(with("\"bound\":20", "\"bound\":2e1")));
        assert!(shape(with("\"bound\":20,", "")));
        assert!(shape(with("[\"a\",\"x\",3]", "[\"a\",\"x\"]")));
        assert!(shape(with("-5", "99999999999999999999")));
        assert_eq!(with("11-29", "11-31"), CertificateFault::Field("to"));
        assert_eq!(with("11-29", "11-22"), CertificateFault::Field("to"));
        let large = "\"bound\":1000000000000001";
        assert_eq!(with("\"bound\":20", large), CertificateFault::Field("bound"));
    }

    #[test]
    fn deep_json_is_no_reason_to_fall() {
        let deep = "[".repeat(1_000_000);
        assert!(read(&deep).is_err());
        let within = SMALL.replace("[0,-1,-5]", &deep);
        assert!(read(&within).is_err());
    }
}
