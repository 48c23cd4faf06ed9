//! Each post once, whatever the order of files and of rows.

use super::ids::without_scheme;
use crate::model::{ChannelIx, Outing};
use std::cmp::Ordering;
use std::collections::HashMap;

/// What tells a post from others; a double has the same.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Id(ChannelIx, Option<&'a str>, &'a str),
    Url(ChannelIx, Option<&'a str>, &'a str),
    /// Without id and address: time, numbers and words.
    Whole(ChannelIx, Option<&'a str>, i64, [u64; 2], &'a str, &'a str),
}

/// Drops posts that come again and sorts the rest by time; `dropped` is told the file of each.
///
/// Two posts are one when they have the same id or the same address on a channel; without either,
/// when channel, time, numbers and words are the same. What is kept of one: the best known time,
/// the greatest engagement and reach.
pub(super) fn once(mut outings: Vec<Outing>, mut dropped: impl FnMut(usize)) -> Vec<Outing> {
    // Posts are large, their places are not: only these are sorted, as files mostly are in order.
    let mut order = suspects(&outings);
    order.sort_unstable_by(|a, b| best_first(&outings[*a], &outings[*b]));
    let mut again = Vec::new();
    {
        let mut leaders: HashMap<Key<'_>, usize> = HashMap::with_capacity(order.len() * 2);
        for (rank, at) in order.iter().copied().enumerate() {
            let keys = keys(&outings[at]);
            let leader = keys.iter().flatten().filter_map(|key| leaders.get(key)).min().copied();
            again.extend(leader.map(|leader| (order[leader], at)));
            for key in keys.into_iter().flatten() {
                leaders.entry(key).or_insert(leader.unwrap_or(rank));
            }
        }
    }
    let mut is_double = vec![false; outings.len()];
    for (leader, at) in again {
        is_double[at] = true;
        dropped(outings[at].file);
        let (engagement, reach) = (outings[at].engagement, outings[at].reach);
        let kept = &mut outings[leader];
        kept.engagement = kept.engagement.max(engagement);
        kept.reach = [kept.reach, reach].into_iter().flatten().reduce(f64::max);
    }
    let mut flags = is_double.into_iter();
    outings.retain(|_| !flags.next().unwrap_or(false));
    outings.sort_by(in_time);
    outings
}

/// The places of posts that may come again. Most files have no double at all, and numbers made of the
/// keys tell it sooner than the keys.
fn suspects(outings: &[Outing]) -> Vec<usize> {
    let prints = |outing| keys(outing).into_iter().flatten().map(|key| print(&key));
    let mut all: Vec<u64> = Vec::with_capacity(outings.len() * 2);
    all.extend(outings.iter().flat_map(prints));
    all.sort_unstable();
    let mut again: Vec<u64> =
        all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    again.dedup();
    if again.is_empty() {
        return Vec::new();
    }
    let comes_again =
        |at: &usize| prints(&outings[*at]).any(|print| again.binary_search(&print).is_ok());
    (0..outings.len()).filter(comes_again).collect()
}

/// A number that equal keys share, and that others hardly ever do: where they do, the keys are
/// compared all the same.
fn print(key: &Key<'_>) -> u64 {
    match key {
        Key::Id(_, _, id) => mixed(1, id.as_bytes()),
        Key::Url(_, _, url) => mixed(2, url.as_bytes()),
        Key::Whole(_, _, at, [engagement, reach], _, title) => {
            let numbers = [at.cast_unsigned(), *engagement, *reach].into_iter().fold(3, mix);
            mixed(numbers, title.as_bytes())
        }
    }
}

fn mixed(start: u64, bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(start, |sum, chunk| {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        mix(sum, u64::from_le_bytes(eight))
    })
}

/// Turning, and multiplying by an odd number without a pattern (2⁶⁴ over the golden ratio).
const fn mix(sum: u64, number: u64) -> u64 {
    (sum.rotate_left(23) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn keys(outing: &Outing) -> [Option<Key<'_>>; 2] {
    let (channel, brand) = (outing.channel, outing.brand.as_deref());
    let id = outing.id.as_deref().map(|id| Key::Id(channel, brand, id));
    let url = outing.url.as_deref().map(|url| Key::Url(channel, brand, plain(url)));
    if id.is_none() && url.is_none() {
        let numbers = [outing.engagement.to_bits(), outing.reach.unwrap_or(-1.0).to_bits()];
        let title = outing.title.as_deref().unwrap_or_default();
        let at = outing.at.unix();
        return [Some(Key::Whole(channel, brand, at, numbers, &outing.kind, title)), None];
    }
    [id, url]
}

/// An address without what may differ: the scheme, `www.`, the last slash, and on networks whose
/// paths say it all, what follows a question mark.
fn plain(url: &str) -> &str {
    let rest = without_scheme(url);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let said = ["instagram.com/", "x.com/", "twitter.com/", "linkedin.com/", "tiktok.com/"];
    let rest = match said.iter().any(|host| rest.starts_with(host)) {
        true => rest.split(['?', '#']).next().unwrap_or(rest),
        false => rest,
    };
    rest.trim_end_matches('/')
}

/// The better known time first, then the greater engagement, then anything that is the same
/// whatever the order of rows.
fn best_first(a: &Outing, b: &Outing) -> Ordering {
    let known = a.known.cmp(&b.known).then(b.engagement.total_cmp(&a.engagement));
    known.then_with(|| in_time(a, b))
}

/// By time, then by everything else there is.
fn in_time(a: &Outing, b: &Outing) -> Ordering {
    let reach = |outing: &Outing| outing.reach.unwrap_or(-1.0);
    a.at.cmp(&b.at)
        .then(a.channel.cmp(&b.channel))
        .then(a.engagement.total_cmp(&b.engagement))
        .then_with(|| reach(a).total_cmp(&reach(b)))
        .then_with(|| a.id.cmp(&b.id))
        .then_with(|| a.url.cmp(&b.url))
        .then_with(|| a.kind.cmp(&b.kind))
        .then_with(|| a.title.cmp(&b.title))
        .then_with(|| a.brand.cmp(&b.brand))
        .then_with(|| a.known.cmp(&b.known))
        .then(a.file.cmp(&b.file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Known;
    use crate::time::Instant;

    fn outing(id: &str, url: &str, engagement: f64, known: Known) -> Outing {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Outing {
            channel: ChannelIx::new(0),
            at: Instant::from_unix(1_700_000_000),
            known,
            kind: String::new(),
            engagement,
            reach: None,
            id: said(id),
            url: said(url),
            title: None,
            brand: None,
            file: 0,
        }
    }

    #[test]
    fn a_post_counts_once_with_its_best() {
        let mut all = vec![
            outing("1", "https://www.instagram.com/p/A/?x=1", 5.0, Known::Minute),
            outing("1", "", 9.0, Known::Day),
            outing("", "http://instagram.com/p/A", 7.0, Known::Minute),
            outing("2", "", 1.0, Known::Minute),
            outing("", "", 3.0, Known::Minute),
            outing("", "", 3.0, Known::Minute),
            outing("", "", 4.0, Known::Minute),
        ];
        let mut number = 0;
        let once_over = once(all.clone(), |_| number += 1);
        assert_eq!((once_over.len(), number), (4, 3));
        let engagements: Vec<f64> = once_over.iter().map(|o| o.engagement).collect();
        assert_eq!(engagements, [1.0, 3.0, 4.0, 9.0]);
        all.reverse();
        assert_eq!(once(all, |_| ()), once_over);
    }

    #[test]
    fn only_what_may_come_again_is_looked_at_twice() {
        let different =
            |n: i32| outing(&n.to_string(), &format!("https://x.com/{n}"), 1.0, Known::Minute);
        let mut all: Vec<Outing> = (0..500).map(different).collect();
        assert!(suspects(&all).is_empty());
        // The address of another, under an id of its own.
        all.push(outing("a", "http://www.x.com/77/?s=20", 2.0, Known::Minute));
        assert_eq!(suspects(&all), [77, 500]);
        assert_eq!(once(all, |_| ()).len(), 500);
    }

    #[test]
    fn questions_count_where_they_tell_posts_apart() {
        let url = "https://www.youtube.com/watch?v=";
        let two = vec![
            outing("", &format!("{url}a"), 1.0, Known::Minute),
            outing("", &format!("{url}b"), 1.0, Known::Minute),
        ];
        assert_eq!(once(two, |_| ()).len(), 2);
    }
}
