//! The command line: from what is typed to the library, and back to the screen.
//!
//! [`args`] is the definition as typed, [`words`] what it says of itself, [`localise`] puts the two
//! together, [`parse`] reads a command line and [`usage`] says what is wrong with one. [`env`] is
//! the only place that asks the machine for the time, the environment and the terminal; [`run`]
//! returns what is to be printed, and `main` alone prints it. No other room of the library may use
//! this one.

mod advice;
pub mod args;
mod certificate;
pub mod check;
mod checked;
mod choices;
pub mod colour;
pub mod completions;
pub mod count;
pub mod env;
pub mod explain;
pub mod export;
pub mod failure;
mod fix;
mod form;
pub mod init;
mod limit;
pub mod localise;
pub mod man;
pub mod mix;
mod moment;
mod pages;
pub mod parse;
pub mod plan;
pub mod proof;
pub mod readiness;
mod recall;
pub mod report;
pub mod run;
pub mod schema;
pub mod session;
pub mod slots;
mod sound;
pub mod span;
mod targets;
pub mod tone;
mod urgent;
pub mod usage;
pub mod values;
pub mod verify;
pub mod why;
pub mod words;
pub mod write;
