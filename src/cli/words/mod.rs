//! What the command line says of itself, in both languages.
//!
//! A catalogue and nothing else: it does not know clap. A command is named by its path below the
//! program (`""` is the program, `"plan"` a command), an argument by its identifier in
//! [`super::args`].

mod arguments;
mod commands;
mod evidence;
mod frame;
pub mod prompts;
mod values;

pub use arguments::{ArgWords, argument};
pub use commands::{Example, about, examples};
pub use frame::{ARGUMENTS, COMMAND, COMMANDS, EXAMPLES, OPTIONS, SHARED, USAGE, default_value};
pub use values::value;
