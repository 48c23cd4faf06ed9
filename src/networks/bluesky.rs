//! Bluesky: what it recognises.

use super::Entities;

pub(super) fn entities(text: &str) -> Entities {
    super::common::entities(text)
}
