//! Letters that only look like letters.

use crate::lang::{Lang, Text, quote};
use crate::text::styled;
use crate::tone::Hits;
use crate::tone::voice::Reading;

/// Finds what a text says against the rule: one hit for each run of such words.
pub(in crate::tone) fn find(reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let text = reading.passage.text;
    for run in styled::runs(text) {
        let plain = styled::plain(&text[run.clone()]);
        let (written, better) = (shortened(&text[run.clone()]), shortened(&plain));
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{} only looks like letters", quote(lang, &written)),
            Lang::Fr => format!("{} n’a que l’air de lettres", quote(lang, &written)),
        });
        let Some(hit) = hits.add(run.clone(), message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => format!(
                "write {}: screen readers skip or spell such signs, and search does not find them",
                quote(lang, &better)
            ),
            Lang::Fr => format!(
                "écrivez {}\u{a0}: les lecteurs d’écran sautent ou épellent ces signes, et la \
                 recherche ne les trouve pas",
                quote(lang, &better)
            ),
        }));
        hit.fix(run, plain);
    }
}

/// The first words of a long run.
fn shortened(words: &str) -> String {
    const MOST: usize = 40;
    let mut letters = words.chars();
    let mut head: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() {
        head.push('…');
    }
    head
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, hits, mended};
    use super::*;
    use crate::model::Demand;

    const RULE: Demand = Demand::StyledUnicode;

    #[test]
    fn a_run_is_one_hit_and_becomes_plain() {
        let text = "Ici 𝗽𝗿𝗼𝗺𝗼 𝗲𝘁 𝗯𝗼𝗻𝘀 𝗽𝗹𝗮𝗻𝘀, puis 𝘐𝘵𝘢𝘭𝘪𝘤.";
        assert_eq!(
            found(&RULE, Lang::Fr, text),
            "𝗽𝗿𝗼𝗺𝗼 𝗲𝘁 𝗯𝗼𝗻𝘀 𝗽𝗹𝗮𝗻𝘀, puis 𝘐𝘵𝘢𝘭𝘪𝘤".replace(", puis ", "|")
        );
        assert_eq!(mended(&RULE, Lang::Fr, text), "Ici promo et bons plans, puis Italic.");
        assert_eq!(mended(&RULE, Lang::En, "𝗦𝗮𝗹𝗲 now"), "Sale now");
    }

    #[test]
    fn letters_and_emoji_pass() {
        for text in
            ["Entrée libre, 12 €…", "Le groupe 🅰️ et 🅱️", "1ᵉʳ, 2ᵉ, m², H₂O", "🇫🇷 ① ②", "𝑥 ∈ ℝ"]
        {
            assert_eq!(found(&RULE, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn long_runs_are_told_shortly() {
        let text = "𝗮".repeat(10_000);
        let hits = hits(&RULE, Lang::En, &text);
        assert!(hits.len() == 1 && hits[0].message.get(Lang::En).len() < 300);
    }
}
