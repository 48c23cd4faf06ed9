//! Top-level domains.
