//! Posts in groups: by channel, pillar, format, moment of the week, campaign, series.
//!
//! Groups stand in the order of the calendar or of the week, formats by how many posts they have:
//! never by how well they did, for most of that is chance.

use super::Seen;
use super::against::{Against, Did, Estimate};
use super::sums::Sums;
use crate::model::{CampaignIx, ChannelIx, Evidence, Known, PillarIx, SeriesIx, Workspace};
use chrono::{Datelike, Timelike};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What groups are made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The channel; held against nothing, for the usual is the channel's own.
    Channel,
    /// The pillar of the calendar.
    Pillar,
    /// The format of the calendar, else (or where that is `post`) the type that the export says.
    Format,
    /// The part of the day, weekdays and weekends apart, on the channel's clock.
    Moment,
    /// The campaign of the calendar.
    Campaign,
    /// The series of the calendar.
    Series,
}

impl By {
    /// Every way, in the order of the report.
    pub const ALL: [Self; 6] =
        [Self::Channel, Self::Pillar, Self::Format, Self::Moment, Self::Campaign, Self::Series];
}

/// Which group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A channel.
    Channel(ChannelIx),
    /// A pillar.
    Pillar(PillarIx),
    /// A format, in small letters.
    Format(String),
    /// A moment of the week.
    Moment(Days, Part),
    /// A campaign.
    Campaign(CampaignIx),
    /// A series.
    Series(SeriesIx),
    /// Posts of the calendar without one, and posts that it does not have.
    Without,
}

/// Days that are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Days {
    /// Monday to Friday.
    Week,
    /// Saturday and Sunday.
    Weekend,
}

/// A part of the day: from an hour to another, the latter not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// 6 to 11.
    Morning,
    /// 11 to 14.
    Noon,
    /// 14 to 18.
    Afternoon,
    /// 18 to 23.
    Evening,
    /// 23 to 6; each half on its own day.
    Night,
    /// The export says no hour.
    Unknown,
}

impl Part {
    /// The part that holds an hour, 0–23.
    #[must_use]
    pub const fn of(hour: u32) -> Self {
        match hour {
            6..11 => Self::Morning,
            11..14 => Self::Noon,
            14..18 => Self::Afternoon,
            18..23 => Self::Evening,
            _ => Self::Night,
        }
    }

    /// Its first hour, and the hour it ends at.
    #[must_use]
    pub const fn hours(self) -> Option<(u32, u32)> {
        Some(match self {
            Self::Morning => (6, 11),
            Self::Noon => (11, 14),
            Self::Afternoon => (14, 18),
            Self::Evening => (18, 23),
            Self::Night => (23, 6),
            Self::Unknown => return None,
        })
    }
}

/// One table: every post is in one of its groups.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the groups are made by.
    pub by: By,
    /// The groups; [`Key::Without`] is the last.
    pub groups: Vec<Group>,
}

/// A group of posts.
#[derive(Clone, Debug)]
pub struct Group {
    /// Which.
    pub key: Key,
    /// What its posts got.
    pub sums: Sums,
    /// How it did against the usual. The grade is that of one of the groups of its table.
    pub against: Against,
    /// What is thought of it, to be graded among other groups too.
    pub(super) estimate: Option<Estimate>,
}

/// The tables that hold something, and how many groups of all of them are held against the usual.
pub(super) fn tables(ws: &Workspace, seen: &[Seen<'_>]) -> (Vec<Table>, usize) {
    let tables: Vec<Table> = By::ALL.into_iter().filter_map(|by| table(ws, by, seen)).collect();
    let compared = tables
        .iter()
        .flat_map(|table| &table.groups)
        .filter(|group| matches!(group.against, Against::Usual(_)))
        .count();
    (tables, compared)
}

/// The groups that differ from the usual when all `compared` groups of the report are counted:
/// the surest first, one a table, two at most.
pub(super) fn stands_out(tables: &[Table], compared: usize) -> Vec<(usize, usize)> {
    let mut sure: Vec<(f64, usize, usize)> = Vec::new();
    for (t, table) in tables.iter().enumerate() {
        let groups = table.groups.iter().enumerate();
        let best = groups
            .filter(|(_, group)| matches!(group.against, Against::Usual(_)))
            .filter_map(|(g, group)| Some((g, group.estimate?)))
            .filter(|(_, estimate)| estimate.gain(compared).evidence >= Evidence::Some)
            .map(|(g, estimate)| (estimate.distance(), t, g))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.2.cmp(&a.2)));
        sure.extend(best);
    }
    sure.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    sure.into_iter().take(2).map(|(_, t, g)| (t, g)).collect()
}

fn table(ws: &Workspace, by: By, seen: &[Seen<'_>]) -> Option<Table> {
    let mut members: BTreeMap<Key, Vec<&Seen<'_>>> = BTreeMap::new();
    for one in seen {
        members.entry(key(ws, by, one)).or_default().push(one);
    }
    if members.keys().all(|key| *key == Key::Without) {
        return None;
    }
    let alone = members.len() < 2;
    let mut groups: Vec<Group> =
        members.into_iter().map(|(key, members)| group(by, key, &members)).collect();
    if by == By::Format {
        // Stable: the same number of posts leaves them by name, and those without last.
        groups.sort_by_key(|group| (group.key == Key::Without, Reverse(group.sums.posts)));
    }
    let is_compared = |group: &Group| !alone && by != By::Channel && group.key != Key::Without;
    let looked_at =
        groups.iter().filter(|group| is_compared(group) && group.estimate.is_some()).count();
    for group in &mut groups {
        group.against = match group.estimate {
            _ if !is_compared(group) => Against::Nothing,
            None => Against::TooFew,
            Some(estimate) => Against::Usual(estimate.gain(looked_at)),
        };
    }
    Some(Table { by, groups })
}

fn group(by: By, key: Key, members: &[&Seen<'_>]) -> Group {
    let deviation = |did: Did| if by == By::Format { did.whole } else { did.alike };
    let deviations: Vec<_> = members.iter().filter_map(|seen| seen.did).map(deviation).collect();
    let estimate = match (by, &key) {
        (By::Channel, _) | (_, Key::Without) => None,
        _ => Estimate::of(&deviations),
    };
    let sums = Sums::of(members.iter().map(|seen| seen.outing));
    Group { key, sums, against: Against::Nothing, estimate }
}

fn key(ws: &Workspace, by: By, seen: &Seen<'_>) -> Key {
    let placement = seen.placement.map(|ix| ws.placement(ix));
    let post = placement.map(|placement| ws.post_of(placement));
    let found = match by {
        By::Channel => Some(Key::Channel(seen.outing.channel)),
        By::Pillar => placement.and_then(|p| p.pillar).map(Key::Pillar),
        By::Format => {
            let own = placement.and_then(|p| p.format.as_deref()).map(str::to_lowercase);
            let kind = (!seen.outing.kind.is_empty()).then(|| seen.outing.kind.clone());
            // A `post` of a calendar may be anything: the file knows better what it was.
            let plain = own.as_deref() == Some("post");
            if plain { kind.or(own) } else { own.or(kind) }.map(Key::Format)
        }
        By::Moment => Some(moment(ws, seen)),
        By::Campaign => post.and_then(|p| p.campaign.as_ref()).map(|c| Key::Campaign(c.value)),
        By::Series => post.and_then(|p| p.series.as_ref()).map(|s| Key::Series(s.value)),
    };
    found.unwrap_or(Key::Without)
}

fn moment(ws: &Workspace, seen: &Seen<'_>) -> Key {
    let outing = seen.outing;
    let local = ws.channel(outing.channel).zone.local(outing.at);
    let days = match local.weekday().num_days_from_monday() {
        0..5 => Days::Week,
        _ => Days::Weekend,
    };
    let part = match outing.known {
        Known::Minute => Part::of(local.hour()),
        Known::Day => Part::Unknown,
    };
    Key::Moment(days, part)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{at, busy, give, outing, report, workspace};
    use super::*;
    use crate::report::LEAST;

    fn of(report: &super::super::Report, by: By) -> &Table {
        report.results.tables.iter().find(|table| table.by == by).unwrap()
    }

    #[test]
    fn every_post_is_in_one_group_of_every_table() {
        let found = report(&busy(2.0), "2026-09-01");
        let all = found.results.all;
        for table in &found.results.tables {
            let posts: usize = table.groups.iter().map(|group| group.sums.posts).sum();
            let sum: f64 = table.groups.iter().map(|group| group.sums.engagement).sum();
            assert_eq!(posts, all.posts, "{:?}", table.by);
            assert!((sum - all.engagement).abs() < 1e-6, "{:?}", table.by);
        }
        let pillars: Vec<&Key> =
            of(&found, By::Pillar).groups.iter().map(|group| &group.key).collect();
        let [a, b] = [0, 1].map(|i| Key::Pillar(PillarIx::new(i)));
        assert_eq!(pillars, [&a, &b, &Key::Without]);
    }

    #[test]
    fn a_real_difference_stands_out_and_noise_does_not() {
        let found = report(&busy(2.0), "2026-09-01");
        let formats = of(&found, By::Format);
        let reel = formats.groups.iter().position(|g| g.key == Key::Format("reel".to_owned()));
        let (t, g) = found.results.stands_out[0];
        assert_eq!(found.results.tables[t].by, By::Format);
        assert_eq!(Some(g), reel);
        let Against::Usual(gain) = formats.groups[g].against else { panic!("{formats:?}") };
        assert!(gain.low > 0.0 && gain.evidence >= Evidence::Some, "{gain:?}");
        let found = report(&busy(1.0), "2026-09-01");
        assert!(found.results.stands_out.is_empty(), "{:?}", found.results.stands_out);
        assert!(found.results.compared > 4);
    }

    #[test]
    fn a_moment_is_not_good_because_of_what_goes_out_then() {
        let mut ws = busy(2.0);
        for outing in ws.past.outings.iter_mut().filter(|outing| outing.kind == "reel") {
            outing.at = outing.at + crate::time::Lapse::hours(7);
        }
        let found = report(&ws, "2026-08-01");
        let moments = of(&found, By::Moment);
        assert!(moments.groups.len() == 4, "{moments:?}");
        for group in &moments.groups {
            let Against::Usual(gain) = group.against else { panic!("{group:?}") };
            assert_eq!(gain.evidence, Evidence::NoEffect, "{group:?}");
        }
        let (t, _) = found.results.stands_out[0];
        assert_eq!(found.results.tables[t].by, By::Format);
        assert_eq!(found.results.stands_out.len(), 1);
    }

    #[test]
    fn few_posts_give_no_gain_at_all() {
        // Nine posts in the last nine days with results: whatever they got, nothing is said.
        let found = report(&busy(9.0), "2026-11-08");
        for table in &found.results.tables {
            for group in &table.groups {
                let said = matches!(group.against, Against::Usual(_));
                assert!(!said || group.sums.posts >= LEAST, "{group:?}");
            }
        }
        assert_eq!(found.results.compared, 0);
        assert!(found.results.stands_out.is_empty());
    }

    #[test]
    fn the_order_of_posts_changes_nothing() {
        let (mut one, mut other) = (busy(2.0), busy(2.0));
        let mut outings = std::mem::take(&mut other.past.outings);
        outings.reverse();
        outings.sort_by_key(|outing| outing.at);
        give(&mut other, outings.clone());
        give(&mut one, outings);
        let words = |ws: &Workspace| format!("{:?}", report(ws, "2026-09-01").results);
        assert_eq!(words(&one), words(&other));
    }

    #[test]
    fn a_plain_post_is_of_the_type_that_the_file_says() {
        let post = |id: &str, day: u32, format: &str| {
            format!(
                "[[post]]\nid = \"{id}\"\nchannels = [\"instagram\"]\nformat = \"{format}\"\n\
                 [post.on.instagram]\npublished = {{ at = 2026-11-{day}T12:00:00+01:00 }}\n"
            )
        };
        let mut ws = workspace(&(post("a", 11, "post") + &post("b", 12, "carousel")));
        let at_noon = |day: u32| outing(0, at(&format!("2026-11-{day}T12:00:00+01:00")), 9.0);
        let mut bare = at_noon(12);
        bare.kind = String::new();
        give(&mut ws, vec![at_noon(11), bare, at_noon(13)]);
        let found = report(&ws, "2026-11-01");
        assert_eq!(found.results.in_calendar, 2);
        let formats = of(&found, By::Format).groups.iter();
        let formats: Vec<_> = formats.map(|group| (group.key.clone(), group.sums.posts)).collect();
        let key = |name: &str| Key::Format(name.to_owned());
        assert_eq!(formats, [(key("image"), 2), (key("carousel"), 1)]);
    }

    #[test]
    fn moments_are_on_the_clock_of_the_channel() {
        let mut ws = workspace("");
        let mut vague = outing(0, at("2026-11-15T12:00:00+01:00"), 1.0);
        vague.known = Known::Day;
        let late = outing(0, at("2026-11-13T22:30:00Z"), 1.0);
        give(&mut ws, vec![late, vague]);
        let found = report(&ws, "2026-11-01");
        let keys: Vec<Key> =
            of(&found, By::Moment).groups.iter().map(|group| group.key.clone()).collect();
        assert_eq!(
            keys,
            [Key::Moment(Days::Week, Part::Night), Key::Moment(Days::Weekend, Part::Unknown)]
        );
        assert_eq!(
            [5, 6, 10, 11, 22, 23].map(Part::of),
            [Part::Night, Part::Morning, Part::Morning, Part::Noon, Part::Evening, Part::Night]
        );
    }
}
