//! The tests of the whole program, in one binary.

mod every_key;
mod fuzz;
mod generated;
