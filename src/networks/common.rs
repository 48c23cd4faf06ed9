//! What networks without a grammar of their own here recognise.

use super::{Entities, Spot};

pub(super) fn entities(text: &str) -> Entities {
    let mut all = Entities::default();
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let range = start..start + bare.len();
        start += word.len();
        let spot = |value: &str| Spot { range: range.clone(), value: value.to_owned() };
        match bare.chars().next() {
            Some('#') => all.hashtags.push(spot(&bare[1..])),
            Some('@') => all.mentions.push(spot(&bare[1..])),
            _ if bare.starts_with("http") => all.urls.push(spot(bare)),
            _ => {}
        }
    }
    all
}
