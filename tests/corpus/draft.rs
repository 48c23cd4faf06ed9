//! A post in the making: its sentences in order, then its faults, emoji and hashtags.

use super::frames::{Bank, Faults, Trade, fill, pick};
use super::mark::{from_brackets, is_marked, marked};
use fastrand::Rng;

/// A post in the making.
#[derive(Debug)]
pub struct Draft {
    bank: &'static Bank,
    trade: &'static Trade,
    heading: Option<&'static str>,
    segments: Vec<String>,
    tags: String,
}

impl Draft {
    /// A clean post of one to six sentences.
    pub fn new(bank: &'static Bank, rng: &mut Rng) -> Self {
        let trade = &bank.trades[rng.usize(..bank.trades.len())];
        let mut segments = Vec::new();
        if rng.u8(..100) < 65 {
            segments.push(fill(bank, pick(rng, bank.openings), rng));
        }
        let mut bodies = trade.bodies.to_vec();
        rng.shuffle(&mut bodies);
        bodies.truncate(pick(rng, &[1, 1, 2, 2, 2, 3]));
        let bullet =
            (bodies.len() > 1 && rng.u8(..100) < 9).then(|| pick(rng, &["- ", "• ", "→ "]));
        for body in bodies {
            let sentence = fill(bank, body, rng);
            segments.push(
                bullet.map_or_else(|| sentence.clone(), |sign| format!("\n{sign}{sentence}\n")),
            );
        }
        for (frames, share) in [(bank.traps, 30), (bank.calls, 55), (bank.closings, 40)] {
            if rng.u8(..100) < share {
                segments.push(fill(bank, pick(rng, frames), rng));
            }
        }
        let heading = (rng.u8(..100) < 8).then(|| pick(rng, bank.headings));
        let mut draft = Self { bank, trade, heading, segments, tags: String::new() };
        draft.strew_emoji(rng);
        if rng.u8(..100) < 45 {
            let count = rng.usize(1..=5);
            draft.tags = draft.some_tags(count, rng).join(" ");
        }
        draft
    }

    /// Plants a fault against a rule; `None` where this post has no room for it.
    pub fn plant(&mut self, rule: &'static str, faults: Faults, rng: &mut Rng) -> Option<()> {
        match rule {
            "exclamations" => self.shout(rng),
            "doubled" => self.stutter(rng),
            "hashtags" => self.stuff_tags(rng),
            "emoji-count" => self.stuff_emoji(rng),
            _ => self.say(rule, faults, rng),
        }
    }

    /// The text, with marks around planted words.
    pub fn text(&self, rng: &mut Rng) -> String {
        let habit = rng.u8(..4);
        let mut out = self.heading.map_or_else(String::new, |heading| format!("{heading}\n"));
        for segment in &self.segments {
            let open = out.chars().next_back().is_some_and(char::is_alphanumeric);
            let gap = match (habit, rng.bool()) {
                _ if out.is_empty() || out.ends_with('\n') || segment.starts_with('\n') => "",
                (0, _) | (3, true) if open => "\n",
                (0, _) | (3, true) => " ",
                (1, _) => "\n\n",
                _ => "\n",
            };
            let segment =
                if out.is_empty() || out.ends_with('\n') { segment.trim_start() } else { segment };
            out.push_str(gap);
            out.push_str(segment);
        }
        if !self.tags.is_empty() {
            out.push_str(if out.ends_with('\n') { "" } else { pick(rng, &["\n", "\n\n", " "]) });
            out.push_str(&self.tags);
        }
        calm(self.bank.lang, out.trim_end())
    }

    /// One or two emoji after one or two sentences, in half of all posts.
    fn strew_emoji(&mut self, rng: &mut Rng) {
        if rng.bool() {
            return;
        }
        for _ in 0..rng.u8(1..=2) {
            let count = pick(rng, &[1, 1, 1, 2]);
            let mut emoji = self.trade.emoji.to_vec();
            rng.shuffle(&mut emoji);
            let at = rng.usize(..self.segments.len());
            if !self.segments[at].ends_with(['\n', ':']) {
                self.segments[at].push(' ');
                self.segments[at].push_str(&emoji[..count].concat());
            }
        }
    }

    fn some_tags(&self, count: usize, rng: &mut Rng) -> Vec<String> {
        let mut tags = [self.trade.tags, self.bank.tags].concat();
        rng.shuffle(&mut tags);
        tags.truncate(count);
        tags.iter().map(|tag| format!("#{tag}")).collect()
    }

    /// A sentence of its own with a fault in it.
    fn say(&mut self, rule: &'static str, faults: Faults, rng: &mut Rng) -> Option<()> {
        let (_, frames) = faults.iter().find(|(known, _)| *known == rule)?;
        let sentence = fill(self.bank, pick(rng, frames), rng);
        let dressed = matches!(rule, "banned" | "claims" | "wording");
        let loud = dressed && self.heading.is_none() && rng.u8(..100) < 12;
        let broken = dressed && rng.u8(..100) < 15;
        let said = from_brackets(rule, &sentence, |words| match (loud, broken) {
            (true, _) => words.to_uppercase(),
            (_, true) => words.replacen(' ', "\n", 1),
            _ => words.to_owned(),
        });
        let at = rng.usize(..=self.segments.len());
        self.segments.insert(at, said);
        Some(())
    }

    /// Ends a sentence with too many marks.
    fn shout(&mut self, rng: &mut Rng) -> Option<()> {
        let fit = |text: &String| text.ends_with(['.', '!', '?']) && !is_marked(text);
        let places: Vec<usize> =
            (0..self.segments.len()).filter(|at| fit(&self.segments[*at])).collect();
        let at = if places.is_empty() {
            return None;
        } else {
            pick(rng, &places)
        };
        let text = self.segments[at].trim_end_matches(['.', '!', '?', ' ']).to_owned();
        let run = if self.segments[at].ends_with('?') {
            pick(rng, &["??", "?!", "!?", "???"])
        } else {
            pick(rng, &["!!", "!!!", "!!!", "!!!!"])
        };
        let gap = if self.bank.lang == "fr" { " " } else { "" };
        self.segments[at] = format!("{text}{gap}{}", marked("exclamations", run));
        Some(())
    }

    /// Writes a small word twice.
    fn stutter(&mut self, rng: &mut Rng) -> Option<()> {
        let mut places = Vec::new();
        for (index, text) in self.segments.iter().enumerate() {
            if is_marked(text) || text.contains(['«', '“']) {
                continue;
            }
            for word in self.bank.doubles {
                places.extend(
                    text.match_indices(&format!(" {word} ")).map(|(at, _)| (index, at + 1, *word)),
                );
            }
        }
        if places.is_empty() {
            return None;
        }
        let (index, at, word) = pick(rng, &places);
        let gap = if rng.u8(..10) == 0 { "\n" } else { " " };
        let twice = marked("doubled", &format!("{word}{gap}{word}"));
        self.segments[index].replace_range(at..at + word.len(), &twice);
        Some(())
    }

    /// Six to ten hashtags, or one of them twice.
    fn stuff_tags(&mut self, rng: &mut Rng) -> Option<()> {
        if rng.u8(..3) == 0 {
            let tags = self.some_tags(3, rng);
            self.tags = format!("{} {}", tags.join(" "), marked("hashtags", &tags[0]));
        } else {
            let count = rng.usize(6..=10);
            let tags = self.some_tags(count, rng);
            self.tags =
                format!("{} {}", tags[..5].join(" "), marked("hashtags", &tags[5..].join(" ")));
        }
        Some(())
    }

    /// Six emoji or more in a row.
    fn stuff_emoji(&mut self, rng: &mut Rng) -> Option<()> {
        let last = self.segments.last_mut()?;
        let run: String = (0..rng.u8(6..=8)).map(|_| pick(rng, self.trade.emoji)).collect();
        *last = format!("{} {}", last.trim_end(), marked("emoji-count", &run));
        Some(())
    }
}

/// At most two exclamation marks, and none beside a planted run of them.
fn calm(lang: &str, text: &str) -> String {
    let run = marked("exclamations", "");
    let run = run.trim_end_matches(super::mark::CLOSE);
    let mut left = if text.contains(run) { 0 } else { 2 };
    let mut out = String::with_capacity(text.len());
    let mut planted = false;
    for (at, c) in text.char_indices() {
        planted = (planted || text[at..].starts_with(run)) && c != super::mark::CLOSE;
        if c == '!' && !planted {
            if left == 0 {
                if lang == "fr" && out.ends_with(' ') {
                    out.pop();
                }
                out.push('.');
                continue;
            }
            left -= 1;
        }
        out.push(c);
    }
    out
}
