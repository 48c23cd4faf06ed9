//! Whether to use colour: what was asked for, what the environment says, what the stream is.

use std::ffi::OsString;

use clap::ValueEnum;

use super::env::{Attached, Env, raw_option};
use super::values::ColorWhen;

/// Whether a stream gets colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// ANSI sequences pass.
    On,
    /// ANSI sequences are taken out.
    Off,
}

impl Colour {
    /// The choice for one stream.
    ///
    /// `--color always` and `never` decide; then `NO_COLOR` (<https://no-color.org>: any value but
    /// the empty one), then `FORCE_COLOR` or `CLICOLOR_FORCE` (any value but empty and `0`), then
    /// `TERM=dumb` and `CLICOLOR=0`; then colour is for terminals.
    #[must_use]
    pub fn choose(when: ColorWhen, env: &Env, stream: Attached) -> Self {
        let set = |name: &str| env.text(name).filter(|value| !value.is_empty());
        let forced = |name: &str| set(name).is_some_and(|value| value != "0");
        match when {
            ColorWhen::Always => Self::On,
            ColorWhen::Never => Self::Off,
            ColorWhen::Auto if set("NO_COLOR").is_some() => Self::Off,
            ColorWhen::Auto if forced("FORCE_COLOR") || forced("CLICOLOR_FORCE") => Self::On,
            ColorWhen::Auto if set("FORCE_COLOR").is_some() => Self::Off,
            ColorWhen::Auto if set("TERM") == Some("dumb") => Self::Off,
            ColorWhen::Auto if set("CLICOLOR") == Some("0") => Self::Off,
            ColorWhen::Auto => match stream {
                Attached::Terminal => Self::On,
                Attached::Elsewhere => Self::Off,
            },
        }
    }
}

/// What `--color` says in a command line that is not parsed yet (and may be wrong); else auto.
#[must_use]
pub fn early(argv: &[OsString]) -> ColorWhen {
    raw_option(argv, "--color")
        .and_then(|word| ColorWhen::from_str(&word, false).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn auto(vars: &[(&str, &str)], stream: Attached) -> Colour {
        Colour::choose(ColorWhen::Auto, &Env::bare().with(vars), stream)
    }

    #[test]
    fn the_option_decides() {
        let env = Env::bare().with(&[("NO_COLOR", "1")]);
        let on = Colour::choose(ColorWhen::Always, &env, Attached::Elsewhere);
        assert_eq!(on, Colour::On);
        let env = Env::bare().with(&[("FORCE_COLOR", "1")]);
        let off = Colour::choose(ColorWhen::Never, &env, Attached::Terminal);
        assert_eq!(off, Colour::Off);
    }

    #[test]
    fn then_the_environment_then_the_stream() {
        use Attached::{Elsewhere, Terminal};
        assert_eq!(auto(&[], Terminal), Colour::On);
        assert_eq!(auto(&[], Elsewhere), Colour::Off);
        assert_eq!(auto(&[("NO_COLOR", "1")], Terminal), Colour::Off);
        assert_eq!(auto(&[("NO_COLOR", "")], Terminal), Colour::On);
        assert_eq!(auto(&[("CLICOLOR_FORCE", "1")], Elsewhere), Colour::On);
        assert_eq!(auto(&[("FORCE_COLOR", "0")], Terminal), Colour::Off);
        assert_eq!(auto(&[("TERM", "dumb")], Terminal), Colour::Off);
        let both = [("NO_COLOR", "1"), ("FORCE_COLOR", "1")];
        assert_eq!(auto(&both, Terminal), Colour::Off);
    }

    #[test]
    fn early_reads_what_is_typed() {
        let argv: Vec<OsString> = ["edito", "--color=never", "nope"].map(Into::into).into();
        assert_eq!(early(&argv), ColorWhen::Never);
        assert_eq!(early(&[]), ColorWhen::Auto);
    }
}
