//! When posts go out: distances, cadence, hours, people, order, clocks.
//!
//! One file per rule; beside them the helpers they share: what counts ([`standing`]), neighbours
//! in time ([`near`]), counts by day and week ([`counts`]), duties ([`duty`]), odd times of the
//! clock ([`clock`]) and words ([`words`]). What is out is out: every finding has at least one
//! post that can still be changed.

pub mod below_cadence;
pub mod channel_gap;
mod clock;
pub mod clock_fold;
pub mod clock_gap;
mod counts;
mod duty;
pub mod history_rows;
pub mod in_pause;
pub mod long_silence;
pub mod missed_opportunity;
mod near;
pub mod no_instant;
pub mod nobody_on_duty;
pub mod on_avoided_day;
pub mod order_cycle;
pub mod outside_campaign;
pub mod outside_hours;
pub mod past_date;
pub mod pillar_repeat;
pub mod pillar_repeat_forbidden;
pub mod posts_too_close;
pub mod presence_without_duty;
pub mod reserve_used;
pub mod school_dates_unknown;
pub mod series_without_post;
mod standing;
pub mod too_many_a_day;
pub mod too_many_a_week;
pub mod too_many_at_once;
pub mod topic_too_close;
pub mod unreadable_history;
mod words;
pub mod wrong_order;

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Finding, Place};
    use crate::rules::{Facts, TABLE};
    use crate::source::{Position, Sources};
    use crate::time::Instant;
    use std::path::Path;

    /// The findings of one rule on a calendar, and their places as `line:column`.
    fn findings(id: &str, text: &str) -> Vec<(String, Finding)> {
        let now = directive(text, "# now: ").unwrap_or("2026-11-20T09:00:00+01:00");
        let mut sources = Sources::default();
        let loaded = crate::load::from_text(text, Path::new("/"), &mut sources).unwrap();
        let ws = loaded.workspace.unwrap_or_else(|| {
            let faults = loaded.findings.iter();
            let faults: Vec<&str> = faults.map(|f| f.message.get(crate::lang::Lang::En)).collect();
            panic!("{id}: not understood: {faults:?}")
        });
        let facts = Facts::new(&ws, &sources, Instant::parse_rfc3339(now).unwrap());
        let entry = TABLE.iter().find(|entry| entry.rule.id == id).unwrap();
        let mut found: Vec<(Position, Finding)> = entry
            .findings(&facts)
            .into_iter()
            .map(|finding| {
                let Place::Span(at) = finding.place else {
                    panic!("{id}: a finding without a place")
                };
                (sources.get(at.source).position(at.span.start), finding)
            })
            .collect();
        found.sort_by_key(|(position, _)| *position);
        found
            .into_iter()
            .map(|(p, finding)| (format!("{}:{}", p.line, p.column), finding))
            .collect()
    }

    fn directive<'t>(text: &'t str, key: &str) -> Option<&'t str> {
        text.lines().find_map(|line| line.strip_prefix(key))
    }

    macro_rules! cases {
        ($($name:ident = $id:literal;)*) => {$(
            #[test]
            fn $name() {
                let bad = include_str!(concat!("../../../tests/rules/", $id, "/bad.toml"));
                let places: Vec<String> = findings($id, bad).into_iter().map(|f| f.0).collect();
                let expected = directive(bad, "# expect: ").unwrap_or_default();
                assert_eq!(places.join(", "), expected, "bad.toml");
                let ok = include_str!(concat!("../../../tests/rules/", $id, "/ok.toml"));
                assert!(findings($id, ok).is_empty(), "ok.toml");
                let example = crate::rules::find($id).unwrap().example;
                let found = findings($id, example);
                assert!(!found.is_empty(), "example");
                assert!(found.iter().all(|(_, f)| f.help.is_some() && f.rule == $id));
            }
        )*};
    }

    cases! {
        posts_too_close = "posts-too-close";
        channel_gap = "channel-gap";
        too_many_a_day = "too-many-a-day";
        too_many_a_week = "too-many-a-week";
        reserve_used = "reserve-used";
        below_cadence = "below-cadence";
        long_silence = "long-silence";
        topic_too_close = "topic-too-close";
        pillar_repeat_forbidden = "pillar-repeat-forbidden";
        pillar_repeat = "pillar-repeat";
        outside_hours = "outside-hours";
        in_pause = "in-pause";
        on_avoided_day = "on-avoided-day";
        presence_without_duty = "presence-without-duty";
        nobody_on_duty = "nobody-on-duty";
        too_many_at_once = "too-many-at-once";
        wrong_order = "wrong-order";
        order_cycle = "order-cycle";
        outside_campaign = "outside-campaign";
        past_date = "past-date";
        no_instant = "no-instant";
        clock_gap = "clock-gap";
        clock_fold = "clock-fold";
        missed_opportunity = "missed-opportunity";
        series_without_post = "series-without-post";
        school_dates_unknown = "school-dates-unknown";
    }

    #[test]
    fn a_far_date_makes_no_thin_weeks_before_it() {
        let mut text = "[calendar]\ntimezone = \"Europe/Paris\"\n\
            [channels.x]\nnetwork = \"x\"\ncadence = { per_week = { min = 1 } }\n\
            [[post]]\nid = \"soon\"\ntitle = \"A\"\nat = 2026-11-20T12:00:00\n\
            [[post]]\nid = \"far\"\ntitle = \"A\"\nat = 9926-01-01T12:00:00\n"
            .to_owned();
        for i in 0..20 {
            text += &format!("[[post]]\nid = \"p{i}\"\ntitle = \"A\"\ndate = \"2027-03\"\n");
        }
        let found = findings("below-cadence", &text);
        let [(_, found)] = &found[..] else { panic!("{found:?}") };
        let notes: Vec<&str> =
            found.notes.iter().map(|note| note.get(crate::lang::Lang::En)).collect();
        // 60 weeks from 2026-W47 to 2028-W01: one has its post, the five of March 2027 share
        // those of the month, and of the 54 that are thin one is told and six are named.
        assert!(notes.iter().any(|note| note.ends_with(" and 47 more")), "{notes:?}");
    }
}
