//! Editorial planning in plain text.
//!
//! A calendar comes in at [`load`], is understood in [`model`], judged in [`rules`], planned in
//! [`planner`], and leaves through [`render`] or `export`. The library never prints, never reads
//! the clock and never looks at the environment: the binary's [`cli`] does, and hands both in.

pub mod balance;
pub mod cli;
pub mod describe;
pub mod diagnostic;
pub mod disclosure;
pub mod edit;
pub mod export;
pub mod history;
pub mod import;
pub mod lang;
pub mod load;
pub mod model;
pub mod networks;
pub mod planner;
pub mod render;
pub mod report;
pub mod rules;
pub mod seal;
pub mod sheet;
pub mod source;
pub mod text;
pub mod time;
pub mod tone;
pub mod verify;
pub mod workflow;
