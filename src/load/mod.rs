//! Reading the files of a calendar: the only room that knows their formats.

pub mod ics;
