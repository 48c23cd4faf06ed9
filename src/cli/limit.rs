//! `--time-limit`: how long a plan may be looked for, and what has to be said of it.
//!
//! A plan is the same on every run because its work is counted in steps. A clock breaks that, so a
//! plan under a clock says so, but for one that the clock did not stop and that is proven.

use super::env::Alarm;
use super::failure::Failure;
use crate::lang::{Lang, Text, lapse, quote};
use crate::time::{Lapse, LapseFault};

/// The length of time of these words, such as `10s` or `1min`.
///
/// # Errors
/// When they are none, or nothing.
pub(super) fn limit(words: &str) -> Result<Lapse, Failure> {
    match Lapse::parse(words.trim()) {
        Ok(limit) if limit > Lapse::ZERO => Ok(limit),
        Ok(_) => Err(unread(words, None)),
        Err(LapseFault::Unit { meant }) => Err(unread(words, meant)),
        Err(_) => Err(unread(words, meant_seconds(words.trim()))),
    }
}

/// A bare number means seconds, most likely; nothing where even those make no length of time.
fn meant_seconds(words: &str) -> Option<String> {
    let seconds = format!("{words}s");
    let bare = !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
    (bare && limit(&seconds).is_ok()).then_some(seconds)
}

/// What is said of a plan that was looked for under a clock; nothing when the clock did not stop
/// it and no plan does better: it is the plan that any other run finds too.
pub(super) fn remark(lang: Lang, limit: Lapse, alarm: &Alarm, proof: Proven) -> Option<String> {
    let time = lapse(lang, limit.seconds());
    let text = match (proof, alarm.rang(), lang) {
        (Proven::Best, false, _) => return None,
        (Proven::Best, true, Lang::En) => {
            format!("stopped after {time}: another run may give another plan, none better")
        }
        (Proven::Best, true, Lang::Fr) => format!(
            "arrêté après {time}\u{a0}: un autre calcul peut donner un autre plan, jamais meilleur"
        ),
        (Proven::Less, true, Lang::En) => format!(
            "the time ran out, stopped after {time}: another run may give another plan (not reproducible)"
        ),
        (Proven::Less, false, Lang::En) => {
            format!("limited to {time}: another run may give another plan (not reproducible)")
        }
        (Proven::Less, true, Lang::Fr) => format!(
            "temps écoulé, arrêté après {time}\u{a0}: un autre calcul peut donner un autre plan (non reproductible)"
        ),
        (Proven::Less, false, Lang::Fr) => format!(
            "limité à {time}\u{a0}: un autre calcul peut donner un autre plan (non reproductible)"
        ),
    };
    Some(text)
}

/// What is proven of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proven {
    /// No plan does better.
    Best,
    /// Less than that.
    Less,
}

fn unread(words: &str, meant: Option<String>) -> Failure {
    let words = words.trim().to_owned();
    Failure::with_help(
        Text::of(|lang| {
            let words = quote(lang, &words);
            match lang {
                Lang::En => format!("`--time-limit`: {words} is not a length of time"),
                Lang::Fr => format!("`--time-limit`\u{a0}: {words} n’est pas une durée"),
            }
        }),
        Text::of(|lang| match (&meant, lang) {
            (Some(meant), Lang::En) => format!("did you mean `{meant}`?"),
            (Some(meant), Lang::Fr) => format!("vouliez-vous dire `{meant}`\u{202f}?"),
            (None, Lang::En) => "write a number and a unit, such as `10s` or `1min`".to_owned(),
            (None, Lang::Fr) => "écrivez un nombre et une unité, comme `10s` ou `1min`".to_owned(),
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_those_of_calendars() {
        assert_eq!(limit("10s").unwrap().seconds(), 10);
        assert_eq!(limit(" 1min ").unwrap().seconds(), 60);
        for (words, help) in
            [("2", "`2s`"), ("0", "`10s`"), ("0s", "`10s`"), ("1m", "`1min`"), ("", "`10s`")]
        {
            let failure = limit(words).unwrap_err();
            for lang in Lang::ALL {
                assert!(failure.render(lang).contains(help), "{words}");
            }
        }
    }

    #[test]
    fn a_clock_is_told_unless_it_changed_nothing() {
        for (limit, en, fr) in [
            (
                Lapse::from_seconds(0),
                "the time ran out, stopped after 0 s",
                "temps écoulé, arrêté après 0 s",
            ),
            (Lapse::DAY, "limited to 24 h", "limité à 24 h"),
        ] {
            let alarm = Alarm::after(limit);
            let _ = alarm.is_over();
            for (lang, start, word) in
                [(Lang::En, en, "not reproducible"), (Lang::Fr, fr, "non reproductible")]
            {
                let text = remark(lang, limit, &alarm, Proven::Less).unwrap();
                assert!(text.starts_with(start) && text.contains(word), "{text}");
                let best = remark(lang, limit, &alarm, Proven::Best);
                assert_eq!(best.is_some(), alarm.rang(), "{best:?}");
                assert!(best.is_none_or(|text| !text.contains(word)));
            }
        }
    }
}
