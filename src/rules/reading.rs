//! The rules whose faults are found while files are read.
