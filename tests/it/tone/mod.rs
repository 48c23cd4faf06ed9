//! The tone of a brand against posts whose faults are known.

mod calendar;
mod hard;
mod many;
mod posts;

use edito::lang::Lang;
use edito::load;
use edito::model::Tone;
use edito::networks;
use edito::source::Sources;
use edito::tone::{Circumstances, Part, Passage, Voice};
use std::ops::Range;
use std::path::Path;

/// A brand of `tests/data/tone`, with packs beside its own rules.
struct Brand {
    voice: Voice,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Flag {
    rule: String,
    range: Range<usize>,
}

impl Brand {
    /// The brand of this file.
    fn new(file: &str) -> Self {
        Self { voice: Voice::new(&tone(&format!("tone = \"{file}.toml\"\n"))) }
    }

    /// Nothing but these packs, without some of their rules.
    fn of_packs(packs: &[&str], off: &[&str]) -> Self {
        Self { voice: Voice::new(&tone(&format!("[tone]\nextends = {packs:?}\noff = {off:?}\n"))) }
    }

    /// What a text says against the tone.
    fn flags(&self, lang: &'static str, text: &str) -> Vec<Flag> {
        let network = networks::find("instagram").expect("a network we know");
        let entities = networks::entities(network, text);
        let about =
            Circumstances { lang: Some(lang), network: Some(network), ..Circumstances::default() };
        let passage = Passage::new(text, Part::Text, Lang::from_tag(lang), &entities);
        let hits = self.voice.read(&passage, &about).into_iter();
        hits.map(|hit| Flag { rule: self.voice.rules()[hit.rule].name(), range: hit.range })
            .collect()
    }
}

/// A tone as a calendar reads it.
fn tone(root: &str) -> Tone {
    let text = format!("{root}[calendar]\ntimezone = \"Europe/Paris\"\n");
    let text = if root.starts_with('[') {
        format!("[calendar]\ntimezone = \"Europe/Paris\"\n{root}")
    } else {
        text
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tone");
    let mut sources = Sources::default();
    let loaded = load::from_text(&text, &folder, &mut sources).expect("a test fixture");
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded.workspace.expect("a test fixture").tone
}

/// Every pack for posts; that of the law is for some trades only, but flags as little.
const PACKS: [&str; 5] = ["fr-social", "en-social", "fr-typo", "a11y-social", "fr-legal"];
