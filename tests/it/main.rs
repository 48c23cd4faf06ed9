//! The tests of the whole program, in one binary.

mod faults;
mod harness;
mod limits;
mod rules;
mod run;
