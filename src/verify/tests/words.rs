//! Breaches in words.

use super::*;

fn said(ws: &Workspace, starts: &[(&str, &str)], lang: Lang) -> String {
    let verdict = week(ws, Keep::KeepSlots, starts);
    verdict.breaches[0].text(ws).get(lang).to_owned()
}

#[test]
fn breaches_name_placements_and_local_times() {
    let paris = "[channels.x]\nnetwork = \"custom\"\ntimezone = \"Europe/Paris\"\n";
    let event = "[[event]]\nid = \"e\"\nname = \"Fête\"\ndate = 2026-11-25\n";
    let posts = weekly("a", "after = [{ event = \"e\", min = \"2h\" }]") + &weekly("b", "");
    let ws = calendar(&[FREE, paris, "cadence = { gap = \"2h\" }\n", event, &posts].concat());
    assert_eq!(
        said(&ws, &[("b@x", "2026-11-24T11:10")], Lang::En),
        "`b@x` (Tue 24 Nov at 12:10): not a slot of the grid of 30 min"
    );
    assert_eq!(
        said(&ws, &[("a@x", "2026-11-25T20:00")], Lang::En),
        "`a@x` (Wed 25 Nov at 21:00) comes 3 h before “Fête” (Thu 26 Nov at 00:00), and should \
         come at least 2 h after it"
    );
    assert_eq!(
        said(&ws, &[("a@x", "2026-11-26T11:00"), ("b@x", "2026-11-26T12:00")], Lang::Fr),
        "`a@x` (jeu. 26 nov. à 12 h) et `b@x` (jeu. 26 nov. à 13 h) sont à 1 h l’un de \
         l’autre\u{202f}; leur canal demande au moins 2 h"
    );
}
