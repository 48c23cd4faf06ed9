//! The tests of the whole program, in one binary.

#[path = "../corpus/mod.rs"]
mod corpus;

mod architecture;
mod believed;
mod certificate;
mod cmd;
mod count;
mod counting;
mod every_key;
mod examples;
mod faults;
mod force;
mod fuzz;
mod generated;
mod harness;
mod languages;
mod learned;
mod limits;
mod planning;
mod random;
mod reactive;
mod replanning;
mod rules;
mod run;
mod shape;
mod simulated;
mod tone;
mod tone_command;
mod trust;
