//! A plan for other programs: calendar apps and spreadsheets.
//!
//! Nothing here knows a command or a screen. Text of the user's is made safe for the format.

mod content;
pub mod csv;
pub mod ics;
