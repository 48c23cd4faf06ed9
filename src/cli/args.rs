//! The command line as it is typed: commands, arguments, options.
//!
//! Plain data for clap to fill. Dates, instants, networks and rules stay the words that were
//! typed: the commands give them a meaning. The comments here are for the reader of the code;
//! what a person reads on a help screen is in [`super::words`], in both languages.

mod evidence;

pub use evidence::{Mix, Report, Slots};

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand};

use super::values::{
    CheckFormat, ColorWhen, CountFormat, Effort, ExportFormat, FailOn, PlanFormat, SchemaKind,
};
use crate::lang::Lang;

/// Everything that was typed after `edito`.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "edito",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Args {
    /// The options that every command takes.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The options that every command takes.
#[derive(Clone, Debug, clap::Args)]
pub struct Global {
    /// Calendars to read: files, or folders that hold a `calendar.toml`; none means to look for one.
    #[arg(long, global = true, value_name = "PATH", action = ArgAction::Append)]
    pub calendar: Vec<PathBuf>,
    /// The instant to take for now, as typed.
    #[arg(long, global = true, value_name = "INSTANT")]
    pub now: Option<String>,
    /// The language to speak; it was also read before parsing, by [`super::env::explicit_lang`].
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Lang>,
    /// When to use colour.
    #[arg(long, global = true, value_enum, default_value = "auto")]
    pub color: ColorWhen,
    /// Draw with ASCII only.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Say nothing but the result.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Show every finding of `check`, however many a rule has.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Never ask a question.
    #[arg(long, global = true)]
    pub no_input: bool,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Start a calendar.
    Init(Init),
    /// Look for faults.
    Check(Check),
    /// Plan a span of days.
    Plan(Plan),
    /// Check a plan against its calendar, without the planner.
    Verify(Verify),
    /// Explain the slot of a post.
    Why(Why),
    /// Which hours work.
    Slots(Slots),
    /// The content mix against its targets.
    Mix(Mix),
    /// The week, and what the posts got.
    Report(Report),
    /// Count a text.
    Count(Count),
    /// Hear a text with the brand's tone.
    Tone(Tone),
    /// Explain a rule.
    Explain(Explain),
    /// Put the plan in the format of another program.
    Export(Export),
    /// Print a JSON Schema.
    Schema(Schema),
    /// Print the completions of a shell.
    Completions(Completions),
    /// Print the manual page, or write all of them.
    Man(Man),
}

/// `init`: a first calendar, by questions or from these flags.
#[derive(Clone, Debug, clap::Args)]
pub struct Init {
    /// Where to put it; the current folder if absent.
    pub dir: Option<PathBuf>,
    /// The name of the brand.
    #[arg(long)]
    pub name: Option<String>,
    /// The IANA name of the time zone.
    #[arg(long)]
    pub timezone: Option<String>,
    /// The language the brand publishes in.
    #[arg(long, value_enum)]
    pub brand_lang: Option<Lang>,
    /// The networks the brand is on.
    #[arg(long = "channel", action = ArgAction::Append)]
    pub channels: Vec<String>,
    /// The ISO 3166 code of the country.
    #[arg(long)]
    pub country: Option<String>,
}

/// `check`: everything a machine can know.
#[derive(Clone, Debug, clap::Args)]
pub struct Check {
    /// Show the findings of these files only; none means all.
    #[arg(action = ArgAction::Append)]
    pub files: Vec<PathBuf>,
    /// The form of the findings; absent, the extension of `output` decides, else human.
    #[arg(long, value_enum)]
    pub format: Option<CheckFormat>,
    /// Where to write them; `-` is stdout.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// The only rules to apply; none means all.
    #[arg(long, action = ArgAction::Append)]
    pub only: Vec<String>,
    /// The least level that makes the exit code 1.
    #[arg(long, value_enum, default_value = "error")]
    pub fail_on: FailOn,
    /// Exit 0 whatever the findings.
    #[arg(long, conflicts_with = "fail_on")]
    pub exit_zero: bool,
    /// Make the corrections that change no meaning, then show what is left.
    #[arg(long)]
    pub fix: bool,
    /// Show those corrections as a diff, and write nothing.
    #[arg(long, conflicts_with_all = ["fix", "format", "output"])]
    pub diff: bool,
}

/// The days a command is about; none of them means the coming week.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Span {
    /// A week, in words or as `2026-W48`.
    #[arg(long, conflicts_with_all = ["from", "to", "month"])]
    pub week: Option<String>,
    /// The first day, included.
    #[arg(long, conflicts_with = "month")]
    pub from: Option<String>,
    /// The last day, included.
    #[arg(long, conflicts_with = "month")]
    pub to: Option<String>,
    /// A month, in words or as `2026-11`.
    #[arg(long)]
    pub month: Option<String>,
}

/// `plan`: what goes out, when, where and why.
#[derive(Clone, Debug, clap::Args)]
pub struct Plan {
    /// The days.
    #[command(flatten)]
    pub span: Span,
    /// The channels to show; none means all. All of them are planned.
    #[arg(long = "channel", action = ArgAction::Append)]
    pub channels: Vec<String>,
    /// The form of the plan; absent, the extension of `output` decides, else a table.
    #[arg(long, value_enum)]
    pub format: Option<PlanFormat>,
    /// Where to write it, in the format of its extension; `-` is stdout.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// How hard to search.
    #[arg(long, value_enum, default_value = "normal")]
    pub effort: Effort,
    /// How long to search at most, as a length of time such as `10s`.
    #[arg(long, value_name = "DURATION")]
    pub time_limit: Option<String>,
    /// Move no slot that is already chosen.
    #[arg(long, conflicts_with = "replan")]
    pub keep: bool,
    /// Forget the slots already chosen.
    #[arg(long)]
    pub replan: bool,
    /// The day of an urgent post, in words: where would it go, and what would give way?
    #[arg(long, conflicts_with_all = ["week", "from", "to", "month", "if_any"])]
    pub reactive: Option<String>,
    /// Where to write the proof of the bound.
    #[arg(long, value_name = "FILE", conflicts_with = "reactive")]
    pub certificate: Option<PathBuf>,
    /// Print nothing when there is nothing to say.
    #[arg(long)]
    pub if_any: bool,
}

/// `verify`: the plan recomputed.
#[derive(Clone, Debug, clap::Args)]
pub struct Verify {
    /// The plan, as `plan --format json` wrote it.
    pub plan: PathBuf,
    /// The proof of its bound, as `plan --certificate` wrote it.
    #[arg(long)]
    pub certificate: Option<PathBuf>,
}

/// `why`: the reasons for a slot.
#[derive(Clone, Debug, clap::Args)]
pub struct Why {
    /// `POST` or `POST@CHANNEL`.
    pub post: String,
    /// An instant, in words: what would it cost to put the post there?
    #[arg(long, value_name = "INSTANT")]
    pub at: Option<String>,
    /// The days.
    #[command(flatten)]
    pub span: Span,
}

/// `count`: how long a text is on each network.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Count {
    /// The file of the text; absent or `-` is stdin.
    pub file: Option<PathBuf>,
    /// The text itself.
    #[arg(long, allow_hyphen_values = true, conflicts_with_all = ["file", "jsonl"])]
    pub text: Option<String>,
    /// `POST` or `POST@CHANNEL` of the calendar: its text as it goes out.
    #[arg(
        long,
        value_name = "POST[@CHANNEL]",
        conflicts_with_all = ["file", "text", "networks", "title", "warning", "jsonl"]
    )]
    pub post: Option<String>,
    /// The networks, as typed; none means those of the calendar, else the main ones.
    #[arg(short, long = "network", value_delimiter = ',', action = ArgAction::Append)]
    pub networks: Vec<String>,
    /// The text is a title.
    #[arg(long)]
    pub title: bool,
    /// A content warning that goes with the text.
    #[arg(long, allow_hyphen_values = true, conflicts_with = "title")]
    pub warning: Option<String>,
    /// One JSON object a line in, one a line out.
    #[arg(long, conflicts_with_all = ["networks", "title", "warning", "format"])]
    pub jsonl: bool,
    /// The form of the result; absent, human.
    #[arg(long, value_enum)]
    pub format: Option<CountFormat>,
}

/// `tone`: a text against the brand's tone.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Tone {
    /// The file of the text; absent or `-` is stdin.
    pub file: Option<PathBuf>,
    /// The text itself.
    #[arg(long, allow_hyphen_values = true, conflicts_with = "file")]
    pub text: Option<String>,
    /// `POST` or `POST@CHANNEL` of the calendar: its text as it goes out.
    #[arg(
        long,
        value_name = "POST[@CHANNEL]",
        conflicts_with_all = ["file", "text", "network", "text_lang", "packs"]
    )]
    pub post: Option<String>,
    /// The network it is for, or a channel of the calendar.
    #[arg(short, long)]
    pub network: Option<String>,
    /// The language of the text; absent, it is guessed.
    #[arg(long, value_enum)]
    pub text_lang: Option<Lang>,
    /// Shipped packs, in place of the calendar's tone.
    #[arg(long = "pack", action = ArgAction::Append)]
    pub packs: Vec<String>,
    /// Try the examples of the rules.
    #[arg(long, conflicts_with_all = [
        "file", "text", "post", "network", "text_lang", "fix", "diff", "fail_on"
    ])]
    pub test: bool,
    /// Print a shipped pack.
    #[arg(long, value_name = "PACK", conflicts_with_all = [
        "file", "text", "post", "network", "text_lang", "packs", "test", "fix", "diff", "format", "fail_on"
    ])]
    pub print_pack: Option<String>,
    /// Turn a Vale style into a tone file.
    #[arg(long, value_name = "DIR", conflicts_with_all = [
        "file", "text", "post", "network", "text_lang", "packs", "print_pack", "fix", "diff", "format",
        "fail_on"
    ])]
    pub import_vale: Option<PathBuf>,
    /// Where to write the result; absent or `-` is stdout, but for the corrections of a file.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// Make the corrections that change no meaning.
    #[arg(long)]
    pub fix: bool,
    /// Show those corrections as a diff, and write nothing.
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    pub diff: bool,
    /// The form of the result.
    #[arg(long, value_enum)]
    pub format: Option<CheckFormat>,
    /// The least level that makes the exit code 1.
    #[arg(long, value_enum, default_value = "error")]
    pub fail_on: FailOn,
}

/// `explain`: the documentation of a rule, or what is known of a network.
#[derive(Clone, Debug, clap::Args)]
pub struct Explain {
    /// The rule, or the word `network`; absent, the list of all rules.
    #[arg(display_order = 1)]
    pub rule: Option<String>,
    /// After `network`: its name, in one or several words; absent, the list of all networks.
    pub name: Vec<String>,
}

/// `export`: the plan for other programs.
#[derive(Clone, Debug, clap::Args)]
pub struct Export {
    /// The format.
    #[arg(value_enum)]
    pub format: ExportFormat,
    /// The days.
    #[command(flatten)]
    pub span: Span,
    /// Where to write it; absent or `-` is stdout.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
}

/// `schema`: a JSON Schema for editors.
#[derive(Clone, Debug, clap::Args)]
pub struct Schema {
    /// The document it describes.
    #[arg(value_enum, default_value = "calendar")]
    pub document: SchemaKind,
}

/// `completions`: a script for a shell.
#[derive(Clone, Debug, clap::Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// `man`: the manual.
#[derive(Clone, Debug, clap::Args)]
pub struct Man {
    /// The folder for all the pages; absent, the page of the program goes to stdout.
    pub dir: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn repeated_options_gather() {
        let args = Args::try_parse_from([
            "edito",
            "--calendar",
            "a",
            "check",
            "--calendar",
            "b",
            "--only",
            "x",
            "--only",
            "y",
        ])
        .unwrap();
        let Command::Check(check) = args.command else {
            panic!("not check");
        };
        assert_eq!(check.only, ["x", "y"]);
        assert_eq!(check.fail_on, FailOn::Error);
        // clap keeps the values of a global option given at the deepest level only.
        assert_eq!(args.global.calendar, [PathBuf::from("b")]);
    }

    #[test]
    fn spans_that_contradict_each_other_are_refused() {
        for wrong in [
            &["--week", "S48", "--from", "lundi"][..],
            &["--month", "2026-11", "--to", "lundi"],
            &["--keep", "--replan"],
        ] {
            let argv = ["edito", "plan"].iter().chain(wrong);
            assert!(Args::try_parse_from(argv).is_err(), "{wrong:?}");
        }
    }
}
