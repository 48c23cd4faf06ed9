//! A gain in words: the figure, what it lies between, and how good the evidence is. There is no other
//! way to write one, so none can be shown without the two others.

use crate::lang::{Lang, Phrase};
use crate::model::{Evidence, Gain};

/// `+6% (8 times in 10: −1% to +13%; weak evidence)`.
#[must_use]
pub fn gain(lang: Lang, gain: &Gain) -> String {
    let [mid, low, high] = [gain.mid, gain.low, gain.high].map(|part| signed(lang, part));
    let grade = match gain.evidence {
        // Beside a figure, “no effect” would read as its contrary.
        Evidence::NoEffect => Phrase { en: "may be luck", fr: "hasard possible" },
        grade => evidence(grade),
    }
    .get(lang);
    match lang {
        Lang::En => format!("{mid} (8 times in 10: {low} to {high}; {grade})"),
        Lang::Fr => {
            format!("{mid} (8 fois sur 10\u{a0}: de {low} à {high}\u{202f}; {grade})")
        }
    }
}

/// How good the evidence is, in words.
#[must_use]
pub const fn evidence(grade: Evidence) -> Phrase {
    match grade {
        Evidence::None => Phrase { en: "too few posts to say", fr: "trop peu de publications" },
        Evidence::NoEffect => Phrase { en: "no measurable effect", fr: "aucun effet mesurable" },
        Evidence::Weak => Phrase { en: "weak evidence", fr: "indices faibles" },
        Evidence::Some => Phrase { en: "some evidence", fr: "indices sérieux" },
        Evidence::Strong => Phrase { en: "strong evidence", fr: "indices solides" },
    }
}

/// `+6%`, `−1%`, `0%`: a part of one as whole percent with its sign.
fn signed(lang: Lang, part: f64) -> String {
    let percent = format!("{:.0}", (part * 100.0).abs());
    let sign = match () {
        () if percent == "0" => "",
        () if part < 0.0 => "\u{2212}",
        () => "+",
    };
    format!("{sign}{}", crate::lang::percent(lang, percent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gain_comes_with_its_interval_and_grade() {
        let one = Gain::new(0.06, 0.05, 31.0, Evidence::Weak);
        assert_eq!(gain(Lang::En, &one), "+6% (8 times in 10: 0% to +13%; weak evidence)");
        assert_eq!(
            gain(Lang::Fr, &one),
            "+6\u{202f}% (8 fois sur 10\u{a0}: de 0\u{202f}% à +13\u{202f}%\u{202f}; indices faibles)"
        );
        let flat = Gain { evidence: Evidence::NoEffect, ..one };
        assert_eq!(gain(Lang::En, &flat), "+6% (8 times in 10: 0% to +13%; may be luck)");
    }
}
