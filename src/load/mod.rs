//! From files to a [`Workspace`]: the only reader of the disk.
//!
//! Three steps: the text is parsed as far as it goes ([`document`]), checked against its
//! [`shape`], and read into the model. All faults of all files are found in one run; a fault never
//! stops the reading of the rest.

mod brand;
mod disk;
mod document;
mod events;
mod faults;
mod feeds;
mod hash;
mod histories;
pub mod ics;
mod lead;
mod mistakes;
mod mix;
mod names;
mod placements;
mod posts;
mod presets;
mod reader;
mod scalar;
mod settings;
pub mod shape;
mod styles;
mod syntax;
mod texts;
mod toml11;
mod tone;
mod validate;
mod workspace;

pub use disk::{
    Cause, Drafts, Home, MAX_BYTES, Refusal, decoded, open, root_file, search_up, slashes,
    unreadable,
};
pub use hash::hash_file;
pub use histories::histories;
pub use presets::{no_group, refusal as preset_refusal};
pub use styles::{folder_shown, style_folder};
pub use tone::{PACKS, Pack, pack};
pub use workspace::{Loaded, drafted, from_text, workspace};
