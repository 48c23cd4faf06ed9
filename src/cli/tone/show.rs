//! What was heard, put on the screen, and the exit code.

use super::out::Out;
use crate::cli::session::Session;
use crate::cli::values::{CheckFormat, FailOn};
use crate::diagnostic::{Judged, Level};
use crate::lang::{Lang, count};
use crate::render::findings::{self, concise};
use crate::render::heard::{Heard, Look, human, json};
use crate::render::plan::Ink;
use crate::rules::Spoken;

/// A text that was heard, with what is said of it.
pub(super) struct Sheet {
    /// The channel, where several are shown.
    pub label: Option<String>,
    /// The post and the channel.
    pub origin: Option<(String, String)>,
    /// The language it was heard in.
    pub text_lang: Option<String>,
    /// What was heard.
    pub spoken: Spoken,
    /// The least score.
    pub gate: Option<u32>,
    /// How many rules there are.
    pub rules: usize,
    /// What is wrong with the rules themselves.
    pub faults: Vec<Judged>,
    /// What makes the corrections, where some may be made.
    pub mender: Option<&'static str>,
}

impl Sheet {
    /// 1 when a finding has this level, or the score is under the gate.
    pub(super) fn code(&self, fail_on: FailOn) -> u8 {
        let least = match fail_on {
            FailOn::Hint => Level::Hint,
            FailOn::Warning => Level::Warning,
            FailOn::Error => Level::Error,
        };
        let of_rules = self.faults.iter().map(|judged| judged.level).max();
        let found = self.spoken.worst().max(of_rules).is_some_and(|worst| worst >= least);
        u8::from(found || !self.spoken.score.passes(self.gate))
    }

    /// Whether the same is said of another: the same findings at the same places.
    pub(super) fn says_as(&self, other: &Self) -> bool {
        let own = |sheet: &Self| {
            let told = sheet.spoken.told();
            let told = told.map(|one| (one.rule.clone(), one.place, one.message.clone()));
            (told.collect::<Vec<_>>(), sheet.spoken.score.clone(), sheet.spoken.too_short)
        };
        own(self) == own(other)
    }

    fn heard(&self) -> Heard<'_> {
        let origin = self.origin.as_ref();
        Heard {
            label: self.label.as_deref(),
            origin: origin.map(|(post, channel)| (post.as_str(), channel.as_str())),
            text_lang: self.text_lang.as_deref(),
            findings: &self.spoken.findings,
            score: &self.spoken.score,
            gate: self.gate,
            too_short: self.spoken.too_short,
            left_out: self.spoken.left_out,
            read: self.spoken.read,
            tried: self.spoken.tried,
            rules: self.rules,
            faults: &self.faults,
            mender: self.mender,
        }
    }
}

/// What was heard, as it is shown.
pub(super) fn shown(sheet: &Sheet, out: &Out<'_>, lang: Lang, session: &Session<'_>) -> String {
    match out.form {
        CheckFormat::Human => {
            let ink = if session.global.ascii { Ink::Ascii } else { Ink::Unicode };
            let findings = out.look(lang, session);
            human(&sheet.heard(), &session.sources, &Look { findings, ink })
        }
        CheckFormat::Concise => concise(&sheet.spoken.findings, &session.sources, lang),
        CheckFormat::Json => json(&sheet.heard(), &session.sources, lang),
    }
}

/// What is wrong with the rules, as it is shown before the rest; in JSON it is in the rest.
pub(super) fn faults(
    faults: &[Judged],
    out: &Out<'_>,
    lang: Lang,
    session: &Session<'_>,
) -> String {
    match out.form {
        CheckFormat::Human => findings::human(faults, &session.sources, &out.look(lang, session)),
        CheckFormat::Concise => concise(faults, &session.sources, lang),
        CheckFormat::Json => String::new(),
    }
}

/// Says beside the result how many findings are left.
pub(super) fn tell(sheet: &Sheet, lang: Lang, session: &mut Session<'_>) {
    let left = sheet.spoken.findings.len();
    if left == 0 {
        return;
    }
    let said = match lang {
        Lang::En => format!("{} left to look at\n", count(lang, left, "finding", "findings")),
        Lang::Fr => format!("{} à regarder encore\n", count(lang, left, "constat", "constats")),
    };
    session.tell(&said);
}
