//! Everything a machine can know about a calendar, one file per rule.
//!
//! A rule is a [`Rule`] and, unless the reading of files finds its faults, a check: a function
//! from the facts ([`Facts`]) to findings. It knows no level, no disk, no screen. [`TABLE`] is the
//! one list of them: `check`, `explain` and the documentation are made from it.

/// A complete small calendar: one channel, and what follows.
macro_rules! example {
    ($rest:literal) => {
        concat!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n\n",
            "[channels.instagram]\nnetwork = \"instagram\"\n\n",
            $rest
        )
    };
}

/// The same on a network.
macro_rules! on_network {
    ($network:literal, $rest:literal) => {
        concat!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n\n",
            "[channels.main]\nnetwork = \"",
            $network,
            "\"\n\n",
            $rest
        )
    };
}

mod content;
mod disclosure;
mod facts;
mod housekeeping;
mod judge;
mod mix;
mod networks;
mod reading;
mod said;
mod schedule;
mod titles;
mod tone;
mod workflow;

pub use facts::{Dated, Facts};
pub use judge::{Report, is_unreadable, judge, keeps_from_reading};
pub use said::{Part, Said};
pub use tone::{Spoken, of_placement, of_text, of_tone};

use crate::diagnostic::{Finding, Rule};

/// A rule and the check that finds its faults.
#[derive(Debug)]
pub struct Entry {
    /// The rule.
    pub rule: &'static Rule,
    /// Its check.
    pub check: Check,
}

/// How the faults of a rule are found.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// While files are read, or findings judged.
    Elsewhere,
    /// In the calendar as a whole.
    Calendar(fn(&Facts<'_>) -> Vec<Finding>),
    /// In each post as it goes out on each of its channels.
    Outgoing(fn(&Said<'_>) -> Vec<Finding>),
}

const fn read(rule: &'static Rule) -> Entry {
    Entry { rule, check: Check::Elsewhere }
}

const fn rule(rule: &'static Rule, check: fn(&Facts<'_>) -> Vec<Finding>) -> Entry {
    Entry { rule, check: Check::Calendar(check) }
}

const fn outgoing(rule: &'static Rule, check: fn(&Said<'_>) -> Vec<Finding>) -> Entry {
    Entry { rule, check: Check::Outgoing(check) }
}

/// Every rule, in the order of the documentation.
pub static TABLE: &[Entry] = &[
    // Syntax, structure, references.
    read(&reading::syntax::SYNTAX),
    read(&reading::syntax::TOML_1_1),
    read(&reading::keys::UNKNOWN_KEY),
    read(&reading::keys::MISSING_KEY),
    read(&reading::keys::MISPLACED_KEY),
    read(&reading::keys::POST_KEY_MISPLACED),
    read(&reading::keys::CONFLICTING_KEYS),
    read(&reading::keys::DUPLICATE_ID),
    read(&reading::times::BAD_DATE),
    read(&reading::times::BAD_TIME),
    read(&reading::times::BAD_DURATION),
    read(&reading::times::BAD_DAYS),
    read(&reading::times::EMPTY_RANGE),
    read(&reading::times::BACKWARDS_RANGE),
    read(&reading::times::UNKNOWN_TIMEZONE),
    read(&reading::values::WRONG_TYPE),
    read(&reading::values::BAD_ID),
    read(&reading::values::BAD_VALUE),
    read(&reading::values::BAD_PATH),
    read(&reading::values::EMPTY_VALUE),
    read(&reading::values::MIX_SUM),
    read(&reading::preset::UNKNOWN_PRESET),
    read(&reading::preset::PRESET_SUM),
    read(&reading::preset::UNKNOWN_GROUP),
    read(&reading::preset::MISSING_GROUP),
    read(&reading::values::UNKNOWN_NETWORK),
    read(&reading::values::UNKNOWN_REGION),
    read(&reading::values::UNKNOWN_COUNTRY),
    read(&reading::tone::STRAY_TONE_KEY),
    read(&reading::tone::IDLE_TONE_RULE),
    read(&reading::references::MISSING_FILE),
    read(&reading::references::BAD_FEED),
    read(&reading::references::UNKNOWN_CHANNEL),
    read(&reading::references::UNKNOWN_PERSON),
    read(&reading::references::UNKNOWN_PILLAR),
    read(&reading::references::UNKNOWN_CAMPAIGN),
    read(&reading::references::UNKNOWN_SERIES),
    read(&reading::references::UNKNOWN_POST),
    read(&reading::references::UNKNOWN_EVENT),
    read(&reading::tone::UNKNOWN_PACK),
    rule(&housekeeping::unknown_rule::RULE, housekeeping::unknown_rule::check),
    // Schedule.
    rule(&schedule::posts_too_close::RULE, schedule::posts_too_close::check),
    rule(&schedule::channel_gap::RULE, schedule::channel_gap::check),
    rule(&schedule::too_many_a_day::RULE, schedule::too_many_a_day::check),
    rule(&schedule::too_many_a_week::RULE, schedule::too_many_a_week::check),
    rule(&schedule::reserve_used::RULE, schedule::reserve_used::check),
    rule(&schedule::below_cadence::RULE, schedule::below_cadence::check),
    rule(&schedule::long_silence::RULE, schedule::long_silence::check),
    rule(&schedule::topic_too_close::RULE, schedule::topic_too_close::check),
    rule(&schedule::pillar_repeat_forbidden::RULE, schedule::pillar_repeat_forbidden::check),
    rule(&schedule::pillar_repeat::RULE, schedule::pillar_repeat::check),
    rule(&schedule::outside_hours::RULE, schedule::outside_hours::check),
    rule(&schedule::in_pause::RULE, schedule::in_pause::check),
    rule(&schedule::on_avoided_day::RULE, schedule::on_avoided_day::check),
    rule(&schedule::presence_without_duty::RULE, schedule::presence_without_duty::check),
    rule(&schedule::nobody_on_duty::RULE, schedule::nobody_on_duty::check),
    rule(&schedule::too_many_at_once::RULE, schedule::too_many_at_once::check),
    rule(&schedule::wrong_order::RULE, schedule::wrong_order::check),
    rule(&schedule::order_cycle::RULE, schedule::order_cycle::check),
    rule(&schedule::outside_campaign::RULE, schedule::outside_campaign::check),
    rule(&schedule::past_date::RULE, schedule::past_date::check),
    rule(&schedule::no_instant::RULE, schedule::no_instant::check),
    rule(&schedule::clock_gap::RULE, schedule::clock_gap::check),
    rule(&schedule::clock_fold::RULE, schedule::clock_fold::check),
    rule(&schedule::missed_opportunity::RULE, schedule::missed_opportunity::check),
    rule(&schedule::series_without_post::RULE, schedule::series_without_post::check),
    rule(&schedule::school_dates_unknown::RULE, schedule::school_dates_unknown::check),
    rule(&schedule::unreadable_history::RULE, schedule::unreadable_history::check),
    rule(&schedule::history_rows::RULE, schedule::history_rows::check),
    // Workflow.
    rule(&workflow::status_gate::RULE, workflow::status_gate::check),
    rule(&workflow::missing_owner::RULE, workflow::missing_owner::check),
    rule(&workflow::approvals::UNAPPROVED, workflow::approvals::unapproved),
    rule(&workflow::approvals::MISSING, workflow::approvals::missing),
    rule(&workflow::broken_seal::RULE, workflow::broken_seal::check),
    rule(&workflow::late_step::RULE, workflow::late_step::check),
    rule(&workflow::owner_away::RULE, workflow::owner_away::check),
    rule(&workflow::nobody_to_approve::RULE, workflow::nobody_to_approve::check),
    rule(&workflow::overloaded::RULE, workflow::overloaded::check),
    // Networks.
    outgoing(&networks::text_too_long::RULE, networks::text_too_long::check),
    outgoing(&networks::newer_emoji::RULE, networks::newer_emoji::check),
    outgoing(&networks::title_length::TOO_LONG, networks::title_length::too_long),
    outgoing(&networks::title_length::TOO_SHORT, networks::title_length::too_short),
    outgoing(&networks::missing_title::RULE, networks::missing_title::check),
    outgoing(&networks::longer_than_advised::RULE, networks::longer_than_advised::check),
    outgoing(&networks::media::MISSING, networks::media::missing),
    outgoing(&networks::media::TOO_MANY, networks::media::too_many),
    outgoing(&networks::media::TOO_FEW, networks::media::too_few),
    outgoing(&networks::media::MIXED, networks::media::mixed),
    outgoing(&networks::alt_text_too_long::RULE, networks::alt_text_too_long::check),
    outgoing(&networks::too_many::HASHTAGS, networks::too_many::hashtags),
    outgoing(&networks::too_many::MENTIONS, networks::too_many::mentions),
    outgoing(&networks::too_many::LINKS, networks::too_many::links),
    outgoing(&networks::too_many::CASHTAGS, networks::too_many::cashtags),
    outgoing(&networks::hashtag_too_long::RULE, networks::hashtag_too_long::check),
    outgoing(&networks::refused_character::RULE, networks::refused_character::check),
    outgoing(&networks::phone_number::RULE, networks::phone_number::check),
    outgoing(&networks::no_threads::RULE, networks::no_threads::check),
    outgoing(&networks::format_not_there::RULE, networks::format_not_there::check),
    outgoing(&networks::outside_scheduling::RULE, networks::outside_scheduling::check),
    rule(&networks::too_many_in_a_day::RULE, networks::too_many_in_a_day::check),
    rule(&networks::too_many_scheduled::RULE, networks::too_many_scheduled::check),
    rule(&networks::stale_facts::RULE, networks::stale_facts::check),
    outgoing(&networks::lints::accidental_link::RULE, networks::lints::accidental_link::check),
    outgoing(&networks::lints::hashtag_cut::RULE, networks::lints::hashtag_cut::check),
    outgoing(&networks::lints::hashtag_glued::RULE, networks::lints::hashtag_glued::check),
    outgoing(&networks::lints::hashtag_case::RULE, networks::lints::hashtag_case::check),
    outgoing(
        &networks::lints::link_not_clickable::RULE,
        networks::lints::link_not_clickable::check,
    ),
    outgoing(&networks::lints::link_swallows::RULE, networks::lints::link_swallows::check),
    outgoing(&networks::lints::styled_letters::RULE, networks::lints::styled_letters::check),
    rule(&networks::lints::same_text::RULE, networks::lints::same_text::check),
    // Content.
    rule(&content::placeholder::RULE, content::placeholder::check),
    rule(&content::empty_text::RULE, content::empty_text::check),
    rule(&content::repeated_text::RULE, content::repeated_text::check),
    rule(&content::evergreen_too_soon::RULE, content::evergreen_too_soon::check),
    rule(&content::assets::MISSING, content::assets::missing),
    rule(&content::assets::OUTSIDE, content::assets::outside),
    rule(&content::missing_alt_text::RULE, content::missing_alt_text::check),
    rule(&content::control_character::RULE, content::control_character::check),
    // Disclosure.
    outgoing(&disclosure::missing_disclosure::RULE, disclosure::missing_disclosure::check),
    outgoing(&disclosure::weak_disclosure::RULE, disclosure::weak_disclosure::check),
    outgoing(&disclosure::late_disclosure::RULE, disclosure::late_disclosure::check),
    outgoing(&disclosure::buried_disclosure::RULE, disclosure::buried_disclosure::check),
    outgoing(&disclosure::missing_image_label::RULE, disclosure::missing_image_label::check),
    outgoing(&disclosure::unmarked_partnership::RULE, disclosure::unmarked_partnership::check),
    // Tone.
    rule(&tone::bad_pattern::RULE, tone::bad_pattern::check),
    rule(&tone::contradictory_rules::RULE, tone::contradictory_rules::check),
    rule(&tone::unreachable_rule::RULE, tone::unreachable_rule::check),
    rule(&tone::unknown_off::RULE, tone::unknown_off::check),
    // Mix.
    rule(&mix::off_mix::RULE, mix::off_mix::check),
    rule(&mix::over_quota::RULE, mix::over_quota::check),
    rule(&mix::closed_pillar::RULE, mix::closed_pillar::check),
    rule(&mix::missing_pillar::RULE, mix::missing_pillar::check),
    // Housekeeping.
    read(&housekeeping::allow::UNUSED),
    read(&housekeeping::allow::EXPIRED),
    rule(&housekeeping::fixed_level::RULE, housekeeping::fixed_level::check),
];

/// The rule of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    TABLE.iter().map(|entry| entry.rule).find(|rule| rule.id == id)
}

/// Runs every check.
#[must_use]
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut outgoing = Vec::new();
    for entry in TABLE {
        match entry.check {
            Check::Elsewhere => {}
            Check::Calendar(check) => findings.extend(check(facts)),
            Check::Outgoing(check) => outgoing.push(check),
        }
    }
    outgoing.extend([tone::check, tone::gate::check]);
    findings.extend(said::check(facts, &outgoing));
    findings.extend(tone::signature::check(facts));
    findings.extend(tone::one_way::check(facts));
    findings
}

impl Entry {
    /// The findings of this rule alone.
    #[must_use]
    pub fn findings(&self, facts: &Facts<'_>) -> Vec<Finding> {
        match self.check {
            Check::Elsewhere => Vec::new(),
            Check::Calendar(check) => check(facts),
            Check::Outgoing(check) => said::check(facts, &[check]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Phrase};
    use std::collections::HashSet;

    #[test]
    fn ids_are_unique_and_kebab_case() {
        let mut known = HashSet::new();
        for entry in TABLE {
            let id = entry.rule.id;
            assert!(known.insert(id), "{id} is there twice");
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            assert!(id.bytes().all(plain) && !id.contains("--"), "{id}");
            assert!(!id.starts_with('-') && !id.ends_with('-'), "{id}");
        }
    }

    #[test]
    fn groups_stand_together_in_their_order() {
        let groups: Vec<_> = TABLE.iter().map(|entry| entry.rule.group).collect();
        assert!(groups.is_sorted(), "{groups:?}");
    }

    #[test]
    fn every_rule_has_its_words_in_both_languages() {
        for entry in TABLE {
            let rule = entry.rule;
            for phrase in [rule.what, rule.why, rule.remedy] {
                assert_ne!(phrase.en, phrase.fr, "{} is not translated", rule.id);
                check_words(rule.id, phrase);
            }
            assert!(rule.example.ends_with('\n'), "{}: the example is cut", rule.id);
        }
    }

    fn check_words(id: &str, phrase: Phrase) {
        for lang in Lang::ALL {
            let text = phrase.get(lang);
            assert!(text.ends_with('.') && text.len() > 8, "{id}: {text}");
            assert!(!text.contains('\''), "{id}: a straight apostrophe: {text}");
        }
        for wrong in [" ;", " !", " ?", " :", "« ", " »"] {
            assert!(!phrase.fr.contains(wrong), "{id}: a plain space: {}", phrase.fr);
        }
    }

    #[test]
    fn what_reading_finds_is_in_the_table() {
        let text = include_str!("../../tests/faults/calendar.toml");
        let mut sources = crate::source::Sources::default();
        let folder = std::path::Path::new(".");
        let loaded = crate::load::from_text(text, folder, &mut sources).unwrap();
        assert!(loaded.findings.len() > 20);
        for finding in &loaded.findings {
            assert!(find(&finding.rule).is_some(), "{}", finding.rule);
        }
    }
}
