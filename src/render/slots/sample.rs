//! Pasts of the example museum, made by hand, for the tests of this room.

use crate::lang::Lang;
use crate::model::{
    Access, Advice, BrokenRow, ChannelIx, ClockFound, Evidence, Gain, Intake, IntakeFault,
    KindGain, Known, LeftOutRow, Stretch, Timing, Workspace,
};
use crate::render::plan::Voice;
use crate::render::plan::sample::workspace;
use crate::render::slots::Shown;
use chrono::Weekday;

/// A museum with a past.
pub(crate) struct Past {
    pub(crate) ws: Workspace,
    pub(crate) advice: Vec<Option<Advice>>,
    pub(crate) channels: Vec<ChannelIx>,
}

impl Past {
    pub(crate) fn shown(&self, lang: Lang) -> Shown<'_> {
        Shown {
            ws: &self.ws,
            channels: &self.channels,
            advice: &self.advice,
            lang,
            voice: Voice::Full,
        }
    }
}

/// Instagram scored by this grade, Facebook by days alone, the other channels without a past.
pub(crate) fn past(grade: Evidence) -> Past {
    let mut ws = workspace();
    ws.past.intakes = intakes();
    ws.past.timing = ws.channels.iter().map(|_| None).collect();
    ws.past.timing[0] = Some(timing(grade, Known::Minute));
    ws.past.timing[1] = Some(Timing { pooled: 420, ..timing(grade, Known::Day) });
    let mut advice: Vec<Option<Advice>> = ws.channels.iter().map(|_| None).collect();
    advice[0] = Some(advised(grade, Known::Minute));
    advice[1] = Some(advised(grade, Known::Day));
    let channels = ws.each_channel().map(|(ix, _)| ix).collect();
    Past { ws, advice, channels }
}

/// Better in the morning, worse in the afternoon, unknown at night.
fn timing(grade: Evidence, known: Known) -> Timing {
    let score = |slot: usize| match slot % 24 {
        7..=9 => 0.15 - 0.02 * f64::from(u8::try_from(slot / 24).unwrap()),
        14..=16 => -0.12,
        17 => -0.05,
        11 => 0.05,
        _ => 0.0,
    };
    let posts = |slot: usize| if (7..=20).contains(&(slot % 24)) { 31.4 } else { 0.6 };
    Timing {
        posts: 812,
        used: if grade == Evidence::None { 24 } else { 640 },
        evidence: grade,
        loo_r2: 0.0056,
        sigma: 0.978,
        type_offsets: vec![("image".to_owned(), -0.05), ("reel".to_owned(), 0.4)],
        score: (0..168).map(score).collect(),
        n_eff: (0..168).map(posts).collect(),
        sd: vec![0.13; 168],
        known,
        pooled: 0,
    }
}

fn advised(grade: Evidence, known: Known) -> Advice {
    let stretch = |day, from: usize, to: usize, score, posts, access| Stretch {
        day,
        hours: (known == Known::Minute).then_some((from, to)),
        score,
        sd: 0.13,
        gain: Gain::new(score, 0.13, posts, grade),
        access,
    };
    let scored = grade.scores();
    Advice {
        counts: (0..168).map(|slot| if slot % 24 == 9 { slot } else { slot % 3 }).collect(),
        hours: 7..=20,
        best: match scored {
            false => Vec::new(),
            true => vec![
                stretch(Weekday::Sun, 7, 9, 0.2, 31.4, Access::Open),
                stretch(Weekday::Wed, 22, 24, 0.06, 1_204.0, Access::Closed),
            ],
        },
        to_try: match scored && known == Known::Minute {
            false => Vec::new(),
            true => vec![
                stretch(Weekday::Mon, 19, 20, 0.0, 0.3, Access::Open),
                stretch(Weekday::Tue, 20, 21, 0.0, 1.2, Access::Open),
                stretch(Weekday::Fri, 12, 13, 0.0, 4.0, Access::Open),
            ],
        },
        kinds: ["reel", "image"]
            .map(|name| KindGain {
                name: name.to_owned(),
                posts: 40,
                gain: Gain::new(0.3, 0.1, 40.0, grade),
            })
            .to_vec(),
    }
}

fn intakes() -> Vec<Intake> {
    let broken = |line| BrokenRow {
        line,
        column: "Publish time\u{1b}[31m".to_owned(),
        value: "31/02/2026".to_owned(),
    };
    let read = Intake {
        file: "instagram.csv".to_owned(),
        shape: Some("meta-instagram"),
        rows: 812,
        read: 640,
        left_out: vec![
            (LeftOutRow::Paid, 120),
            (LeftOutRow::Reply, 1),
            (LeftOutRow::Fresh, 3),
            (LeftOutRow::Double, 44),
            (LeftOutRow::Broken, 4),
        ],
        broken: vec![broken(14), broken(20), broken(21), broken(22)],
        clock: ClockFound::Zone("America/New_York".to_owned()),
        guessed: None,
        fault: None,
    };
    let columns: Vec<String> = (0..12).map(|n| format!("Colonne {n}")).collect();
    let refused = Intake {
        file: "totaux.csv".to_owned(),
        fault: Some(IntakeFault::NoColumn("time", columns)),
        ..Intake::default()
    };
    vec![read, refused]
}
