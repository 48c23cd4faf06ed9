//! The operands of a reason by name, for machines.

use super::Speaker;
use crate::model::{Because, Beyond, Other};
use crate::render::words::per_key;
use serde_json::{Map, Value, json};

impl Speaker<'_> {
    pub(super) fn operands(&self, cause: &Because) -> Map<String, Value> {
        let value = match cause {
            Because::Score { score, best, origin } => {
                return self.score_operands(*score, *best, *origin);
            }
            Because::Date { wanted, beyond } => json!({
                "wanted": wanted.map(|when| when.to_string()),
                "beyond": match beyond {
                    Beyond::Within => "within",
                    Beyond::Outside => "outside",
                },
            }),
            Because::Fixed(status) => json!({ "status": status.key() }),
            Because::Pause(reason) => json!({ "reason": reason }),
            Because::Event(name) => json!({ "event": name.get(self.lang) }),
            Because::Presence(owner) => {
                json!({ "owner": owner.map(|ix| self.ws.person(ix).id.value.clone()) })
            }
            Because::Gap { other, least }
            | Because::Spacing { other, least }
            | Because::Topic { other, least } => {
                let mut args = self.named(other);
                args.insert("least".to_owned(), least.to_string().into());
                return args;
            }
            Because::Alternate { other } => return self.named(other),
            Because::PerDay { max } => json!({ "max": max }),
            Because::PerWeek { max, reserve } => json!({ "max": max, "reserve": reserve }),
            Because::Capacity { capacity, after } => {
                json!({ "capacity": capacity, "after": after.to_string() })
            }
            Because::After { post, start, .. } => {
                json!({ "post": post, "start": start.map(|at| self.machine(at)) })
            }
            Because::Quota { at_most, per } => {
                json!({ "at_most": at_most, "per": per_key(*per) })
            }
            Because::Cadence { missing } => json!({ "missing": missing }),
            Because::Move { from } => json!({ "from": self.machine(*from) }),
            Because::Window
            | Because::Hours
            | Because::Past
            | Because::Mix
            | Because::Worth
            | Because::Several => json!({}),
        };
        match value {
            Value::Object(args) => args,
            _ => Map::new(),
        }
    }

    /// Another placement, for machines: its post, its channel, its start there.
    fn named(&self, other: &Other) -> Map<String, Value> {
        let placement = self.ws.placement(other.placement);
        let channel = self.ws.channel(placement.channel);
        Map::from_iter([
            ("post".to_owned(), self.ws.post_of(placement).id.name.clone().into()),
            ("channel".to_owned(), channel.id.value.clone().into()),
            ("start".to_owned(), channel.zone.rfc3339(other.start).into()),
        ])
    }
}
