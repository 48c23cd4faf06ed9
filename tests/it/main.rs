//! The tests of the whole program, in one binary.

#[path = "../corpus/mod.rs"]
mod corpus;

mod architecture;
mod believed;
mod certificate;
mod cmd;
mod count;
mod counting;
mod dates;
mod every_key;
mod examples;
mod faults;
mod force;
mod fuzz;
mod gains;
mod generated;
mod harness;
mod intake;
mod languages;
mod learned;
mod limits;
mod mix;
mod people;
mod planning;
mod random;
mod reactive;
mod replanning;
mod results;
mod rules;
mod run;
mod shape;
mod simulated;
mod tone;
mod tone_command;
mod trust;
