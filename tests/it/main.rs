//! The tests of the whole program, in one binary.

mod architecture;
mod cmd;
mod every_key;
mod examples;
mod faults;
mod fuzz;
mod generated;
mod harness;
mod languages;
mod limits;
mod planning;
mod random;
mod rules;
mod run;
mod shape;
mod trust;
