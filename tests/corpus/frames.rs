//! What a language brings to the corpus, and how a frame's slots are filled.

use fastrand::Rng;

/// Sentences with their faults between brackets, by the id of the rule at stake.
pub type Faults = &'static [(&'static str, &'static [&'static str])];

/// The frames of a language.
#[derive(Debug)]
pub struct Bank {
    /// `fr` or `en`.
    pub lang: &'static str,
    /// What may stand for `{name}`; an entry may hold slots itself.
    pub slots: &'static [(&'static str, &'static [&'static str])],
    /// Sentences by trade.
    pub trades: &'static [Trade],
    /// First sentences.
    pub openings: &'static [&'static str],
    /// Sentences that look like a fault and are none.
    pub traps: &'static [&'static str],
    /// Calls to action.
    pub calls: &'static [&'static str],
    /// Last sentences.
    pub closings: &'static [&'static str],
    /// Headings in capitals, of three words at most.
    pub headings: &'static [&'static str],
    /// Hashtags that suit anybody, without `#`.
    pub tags: &'static [&'static str],
    /// Words that a tired writer types twice.
    pub doubles: &'static [&'static str],
}

/// A trade with its sentences.
#[derive(Debug)]
pub struct Trade {
    /// Its emoji.
    pub emoji: &'static [&'static str],
    /// Its hashtags, without `#`.
    pub tags: &'static [&'static str],
    /// Its sentences.
    pub bodies: &'static [&'static str],
}

/// Fills the slots of a frame: no value of a slot comes twice in a frame.
pub fn fill(bank: &Bank, frame: &str, rng: &mut Rng) -> String {
    let mut out = String::with_capacity(frame.len() * 2);
    let mut used = Vec::new();
    expand(bank, frame, rng, &mut used, &mut out);
    if frame.starts_with('{') { capitalised(&out) } else { out }
}

/// One of them.
pub fn pick<T: Copy>(rng: &mut Rng, items: &[T]) -> T {
    items[rng.usize(..items.len())]
}

fn expand(bank: &Bank, frame: &str, rng: &mut Rng, used: &mut Vec<String>, out: &mut String) {
    let mut rest = frame;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').expect("every slot is closed");
        join(before, out);
        slot(bank, name, rng, used, out);
        rest = after;
    }
    join(rest, out);
}

/// "8 p.m." ends a sentence without a second full stop.
fn join(text: &str, out: &mut String) {
    let closed = out.ends_with('.') && text.starts_with('.');
    out.push_str(if closed { &text[1..] } else { text });
}

fn slot(bank: &Bank, name: &str, rng: &mut Rng, used: &mut Vec<String>, out: &mut String) {
    match name {
        "d" => out.push_str(&rng.u8(2..=28).to_string()),
        "n" => out.push_str(&rng.u8(11..=40).to_string()),
        "nn" => out.push_str(&rng.u8(10..=89).to_string()),
        _ => {
            let (_, values) = bank
                .slots
                .iter()
                .find(|(slot, _)| *slot == name)
                .unwrap_or_else(|| panic!("{}: no slot {name}", bank.lang));
            let mut value = pick(rng, values);
            while values.len() > 2 && used.iter().any(|seen| seen == value) {
                value = pick(rng, values);
            }
            used.push(value.to_owned());
            elide(bank, name, value, out);
            expand(bank, value, rng, used, out);
        }
    }
}

/// French writes "d’Inès" and "d’octobre".
fn elide(bank: &Bank, name: &str, value: &str, out: &mut String) {
    let named = matches!(name, "lui" | "elle" | "mois");
    let vowel = value.starts_with(|c| "aeiouAEIOUÉ".contains(c));
    let mute = value.starts_with("Hélène") || value.starts_with("Hugo");
    let before = out.ends_with(" de ") || out.ends_with(" que ");
    if bank.lang == "fr" && named && (vowel || mute) && before {
        out.truncate(out.len() - 2);
        out.push('\'');
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
