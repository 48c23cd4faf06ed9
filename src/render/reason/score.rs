//! Where a score comes from, in words and for machines: windows, the past, or nothing yet.

use super::Speaker;
use crate::lang::{Lang, clock, count, weekday_name};
use crate::model::{Evidence, Gain, Known, ScoreOrigin};
use crate::render::gain::gain;
use chrono::{NaiveTime, Weekday};
use serde_json::{Map, Value, json};

impl Speaker<'_> {
    pub(super) fn score(&self, score: u8, best: u8, origin: ScoreOrigin) -> String {
        if let Some(learned) = self.learned(origin) {
            return self.of_past(&learned, origin);
        }
        let lane = self.lane();
        match (origin, self.lang) {
            (ScoreOrigin::Test, _) => self.test_slot(&lane),
            (_, Lang::En) if score >= best => {
                format!("the best possible slot on {lane} (score {score})")
            }
            (_, Lang::Fr) if score >= best => {
                format!("meilleur créneau possible sur {lane} (score {score})")
            }
            (_, Lang::En) => {
                format!("score {score} on {lane}; its best slots have {best}")
            }
            (_, Lang::Fr) => {
                format!("score {score} sur {lane}\u{202f}; ses meilleurs créneaux ont {best}")
            }
        }
    }

    /// Why nothing is promised: no past, too little of it, or one that teaches nothing of hours.
    fn test_slot(&self, lane: &str) -> String {
        let timing = self.ws.timing(self.placement.channel).filter(|timing| timing.used > 0);
        let days_only = timing.is_some_and(|timing| timing.known == Known::Day);
        match (timing.map(|timing| timing.evidence), self.lang) {
            (None, Lang::En) => format!("no data on {lane} yet: a test slot"),
            (None, Lang::Fr) => format!("aucune donnée sur {lane}\u{a0}: créneau d’essai"),
            (Some(Evidence::None), Lang::En) => format!("too little data on {lane}: a test slot"),
            (Some(Evidence::None), Lang::Fr) => {
                format!("trop peu de données sur {lane}\u{a0}: créneau d’essai")
            }
            (Some(_), Lang::En) if days_only => format!(
                "only the days are known on {lane}, and none is measurably better: a test slot"
            ),
            (Some(_), Lang::Fr) if days_only => format!(
                "sur {lane}, seuls les jours sont connus, et aucun n’est mesurablement \
                 meilleur\u{a0}: créneau d’essai"
            ),
            (Some(_), Lang::En) => format!("no hour is measurably better on {lane}: a test slot"),
            (Some(_), Lang::Fr) => {
                format!(
                    "aucune heure n’est mesurablement meilleure sur {lane}\u{a0}: créneau d’essai"
                )
            }
        }
    }

    /// `Tuesdays around 12:00, against your usual: +6% (…); about 31 of your posts behind it`.
    fn of_past(&self, learned: &Learned, origin: ScoreOrigin) -> String {
        let (when, figure) = (learned.when(self.lang), gain(self.lang, &learned.gain.among()));
        let behind = behind(self.lang, learned.gain.posts);
        let worth_a_test = match (origin, self.lang) {
            (ScoreOrigin::Exploration { .. }, Lang::En) => "; little tried so far: worth a test",
            (ScoreOrigin::Exploration { .. }, Lang::Fr) => {
                "\u{202f}; peu essayé jusqu’ici\u{a0}: à tester"
            }
            _ => "",
        };
        match self.lang {
            Lang::En => format!("{when}, against your usual: {figure}; {behind}{worth_a_test}"),
            Lang::Fr => format!(
                "{when}, par rapport à d’habitude\u{a0}: {figure}\u{202f}; {behind}{worth_a_test}"
            ),
        }
    }

    /// The operands of a score; a gain comes with its interval and grade, or not at all.
    pub(super) fn score_operands(
        &self,
        score: u8,
        best: u8,
        origin: ScoreOrigin,
    ) -> Map<String, Value> {
        let mut all = json!({ "score": score, "best": best, "origin": origin.code() });
        if let Some(Learned { gain, .. }) = self.learned(origin) {
            all["evidence"] = gain.evidence.code().into();
            all["posts"] = decimals(gain.posts, 10.0);
            all["gain"] = decimals(gain.mid, 10_000.0);
            all["low"] = decimals(gain.low, 10_000.0);
            all["high"] = decimals(gain.high, 10_000.0);
            all["exploration"] = matches!(origin, ScoreOrigin::Exploration { .. }).into();
        }
        match all {
            Value::Object(all) => all,
            _ => Map::new(),
        }
    }

    fn learned(&self, origin: ScoreOrigin) -> Option<Learned> {
        let hour = origin.hour()?;
        let timing = self.ws.timing(self.placement.channel)?;
        Some(Learned { hour, gain: timing.gain(hour)?, known: timing.known })
    }
}

/// What the past says of an hour of the week.
struct Learned {
    hour: usize,
    gain: Gain,
    known: Known,
}

impl Learned {
    /// `Tuesdays around 12:00`, on the channel's clock; without the hour where only days are known.
    fn when(&self, lang: Lang) -> String {
        let day = u8::try_from(self.hour / 24).ok().and_then(|day| Weekday::try_from(day).ok());
        let day = weekday_name(lang, day.unwrap_or(Weekday::Mon));
        let hour = u32::try_from(self.hour % 24).unwrap_or(0);
        let hour = clock(lang, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
        match (self.known, lang) {
            (Known::Minute, Lang::En) => format!("{day}s around {hour}"),
            (Known::Minute, Lang::Fr) => format!("le {day} vers {hour}"),
            (Known::Day, Lang::En) => format!("{day}s"),
            (Known::Day, Lang::Fr) => format!("le {day}"),
        }
    }
}

/// How many posts stand behind a figure: a rounded number, as older and farther ones count less.
fn behind(lang: Lang, posts: f64) -> String {
    let n: usize = format!("{posts:.0}").parse().unwrap_or(0);
    match (n, lang) {
        (0, Lang::En) => "hardly any of your posts behind it".to_owned(),
        (0, Lang::Fr) => "presque aucune de vos publications à l’appui".to_owned(),
        (_, Lang::En) => format!("about {} of yours behind it", count(lang, n, "post", "posts")),
        (_, Lang::Fr) => {
            format!("environ {} à l’appui", count(lang, n, "publication", "publications"))
        }
    }
}

/// A number with few decimals: `scale` 10 keeps one, 100 two.
fn decimals(x: f64, scale: f64) -> Value {
    // Adding 0 makes 0 of −0.
    ((x * scale).round() / scale + 0.0).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Because, Reason, Timing};
    use crate::render::plan::sample::{Museum, museum};

    fn taught(evidence: Evidence, known: Known) -> Museum {
        let mut museum = museum();
        let mut score = vec![0.0; 168];
        score[24 + 12] = 0.058_27;
        let timing = Timing {
            posts: 60,
            used: 60,
            evidence,
            loo_r2: 0.005,
            sigma: 0.4,
            type_offsets: Vec::new(),
            score,
            n_eff: vec![31.4; 168],
            sd: vec![0.053; 168],
            known,
            pooled: 0,
        };
        museum.ws.past.timing = museum.ws.channels.iter().map(|_| Some(timing.clone())).collect();
        museum
    }

    fn said(museum: &Museum, origin: ScoreOrigin, lang: Lang) -> String {
        let ix = museum.find("nocturne-novembre", "instagram");
        let reason = Reason::new(Because::Score { score: 68, best: 70, origin });
        Speaker::of_slot(&museum.ws, ix, lang).text(&reason)
    }

    #[test]
    fn the_past_is_told_with_its_interval_and_grade() {
        let museum = taught(Evidence::Weak, Known::Minute);
        let of = |origin, lang| said(&museum, origin, lang);
        assert_eq!(
            of(ScoreOrigin::History { hour: 36 }, Lang::En),
            "Tuesdays around 12:00, against your usual: +6% (8 times in 10: −1% to +13%; may be \
             luck); about 31 posts of yours behind it"
        );
        assert_eq!(
            of(ScoreOrigin::History { hour: 36 }, Lang::Fr),
            "le mardi vers 12 h, par rapport à d’habitude\u{a0}: +6\u{202f}% (8 fois sur 10\u{a0}: \
             de −1\u{202f}% à +13\u{202f}%\u{202f}; hasard possible)\u{202f}; environ 31 publications \
             à l’appui"
        );
        let tried = of(ScoreOrigin::Exploration { hour: 36 }, Lang::En);
        assert!(tried.ends_with("; little tried so far: worth a test"), "{tried}");
        let tried = of(ScoreOrigin::Exploration { hour: 36 }, Lang::Fr);
        assert!(tried.ends_with("\u{202f}; peu essayé jusqu’ici\u{a0}: à tester"), "{tried}");
    }

    #[test]
    fn a_test_slot_says_what_is_missing() {
        let mut museum = taught(Evidence::NoEffect, Known::Minute);
        let test = |museum: &Museum| said(museum, ScoreOrigin::Test, Lang::En);
        assert_eq!(test(&museum), "no hour is measurably better on instagram: a test slot");
        museum = taught(Evidence::NoEffect, Known::Day);
        assert_eq!(
            test(&museum),
            "only the days are known on instagram, and none is measurably better: a test slot"
        );
        assert_eq!(
            said(&museum, ScoreOrigin::Test, Lang::Fr),
            "sur instagram, seuls les jours sont connus, et aucun n’est mesurablement \
             meilleur\u{a0}: créneau d’essai"
        );
        museum = taught(Evidence::None, Known::Minute);
        assert_eq!(test(&museum), "too little data on instagram: a test slot");
        museum.ws.past.timing.clear();
        assert_eq!(test(&museum), "no data on instagram yet: a test slot");
    }

    #[test]
    fn no_hour_is_told_where_only_days_are_known() {
        let museum = taught(Evidence::Some, Known::Day);
        let origin = ScoreOrigin::History { hour: 36 };
        assert!(said(&museum, origin, Lang::En).starts_with("Tuesdays, against your usual: +6% ("));
        assert!(said(&museum, origin, Lang::Fr).starts_with("le mardi, par rapport à d’habitude"));
    }

    #[test]
    fn machines_get_the_gain_whole() {
        let museum = taught(Evidence::Weak, Known::Minute);
        let ix = museum.find("nocturne-novembre", "instagram");
        let speaker = Speaker::of_slot(&museum.ws, ix, Lang::En);
        let past = speaker.score_operands(68, 70, ScoreOrigin::History { hour: 36 });
        assert_eq!(
            Value::Object(past),
            json!({"score": 68, "best": 70, "origin": "history", "evidence": "weak", "posts": 31.4,
                "gain": 0.06, "low": -0.0096, "high": 0.1345, "exploration": false})
        );
        let test = speaker.score_operands(48, 55, ScoreOrigin::Test);
        assert_eq!(Value::Object(test), json!({"score": 48, "best": 55, "origin": "test"}));
    }

    #[test]
    fn a_few_posts_are_a_few() {
        assert_eq!(behind(Lang::En, 0.4), "hardly any of your posts behind it");
        assert_eq!(behind(Lang::En, 1.2), "about 1 post of yours behind it");
        assert_eq!(behind(Lang::Fr, 0.4), "presque aucune de vos publications à l’appui");
        assert_eq!(behind(Lang::Fr, 1.2), "environ 1 publication à l’appui");
    }
}
