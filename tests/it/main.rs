//! The program from outside: whole calendars in, findings out.

mod faults;
mod rules;
mod run;
