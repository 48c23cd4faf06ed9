//! What networks make of links, hashtags and letters, against what a reader sees: none of it is refused,
//! and none of it is what somebody meant.
//!
//! The rules compare the text with what the network recognises in it ([`crate::networks::entities`]);
//! the rooms without a rule know how people write addresses and hashtags.

mod addresses;
mod bare;
mod malformed;
mod profile;
mod tags;
mod tags_apart;

pub(in crate::rules) mod accidental_link;
pub(in crate::rules) mod hashtag_case;
pub(in crate::rules) mod hashtag_cut;
pub(in crate::rules) mod hashtag_glued;
pub(in crate::rules) mod link_not_clickable;
pub(in crate::rules) mod link_swallows;
pub(in crate::rules) mod same_text;
pub(in crate::rules) mod styled_letters;
