//! English words and parts of words that no rule of spelling tells how to say; tables are sorted.

use super::spelling::Table;

/// Words whose syllables are said otherwise than they are spelled.
#[rustfmt::skip]
pub(super) static EXCEPTIONS: Table = Table::new(&[
    ("acne", 2), ("acre", 2), ("acres", 2), ("adobe", 3), ("advertisement", 4), ("aged", 1),
    ("ago", 2), ("agreeing", 3), ("anime", 3), ("apostrophe", 4), ("area", 3), ("areas", 3),
    ("asia", 2), ("bakery", 3), ("barely", 2), ("baseball", 2), ("basement", 2), ("beautiful", 3),
    ("beauty", 2), ("being", 2), ("beings", 2), ("beloved", 3), ("biscuit", 2), ("bluest", 2),
    ("boa", 2), ("brewery", 3), ("brilliant", 2), ("bureau", 2), ("business", 2),
    ("businesses", 3), ("cafe", 2), ("camera", 3), ("carriage", 2), ("catalogue", 3),
    ("catastrophe", 4), ("cement", 2), ("cereal", 3), ("chateau", 2), ("chocolate", 2),
    ("christian", 2), ("clement", 2), ("coexist", 3), ("coffee", 2), ("colleague", 2),
    ("colleagues", 2), ("colonel", 2), ("comfortable", 3), ("complement", 3), ("cooperate", 4),
    ("cooperation", 5), ("coordinate", 4), ("couldn", 2), ("courageous", 3), ("coyote", 3),
    ("create", 2), ("created", 3), ("creates", 2), ("creation", 3), ("creative", 3),
    ("creator", 3), ("creators", 3), ("creme", 1), ("cruel", 2), ("cuisine", 2), ("cushion", 2),
    ("deity", 3), ("delivery", 4), ("dialogue", 3), ("dialogues", 3), ("diary", 3), ("didn", 2),
    ("different", 2), ("discovery", 4), ("doe", 1), ("does", 1), ("doesn", 2), ("doing", 2),
    ("druid", 2), ("dual", 2), ("duel", 2), ("dungeon", 2), ("duo", 2), ("element", 3),
    ("elements", 3), ("ely", 2), ("entree", 2), ("entrees", 2), ("epitome", 4), ("evening", 2),
    ("evenings", 2), ("every", 2), ("everybody", 4), ("everyone", 3), ("everything", 3),
    ("everywhere", 3), ("evidence", 3), ("excitement", 3), ("eye", 1), ("eyes", 1),
    ("facebook", 2), ("familiar", 3), ("families", 3), ("family", 3), ("fashion", 2),
    ("fashionable", 4), ("favorite", 2), ("favourite", 2), ("february", 4), ("finale", 3),
    ("fireplace", 2), ("firewall", 2), ("fireworks", 2), ("fluid", 2), ("forecast", 2),
    ("forehead", 2), ("foreign", 2), ("forever", 3), ("forte", 2), ("friend", 1), ("friendly", 2),
    ("friends", 1), ("fuel", 2), ("fuels", 2), ("gallery", 3), ("genre", 2), ("genres", 2),
    ("genuine", 3), ("george", 1), ("giant", 2), ("gluten", 2), ("goes", 1), ("going", 2),
    ("government", 3), ("governments", 3), ("gradual", 3), ("grocery", 3), ("guacamole", 4),
    ("hadn", 2), ("hasn", 2), ("haven", 2), ("hereby", 2), ("heroes", 2), ("homely", 2),
    ("homemade", 2), ("household", 2), ("housekeeping", 3), ("however", 3), ("hundred", 2),
    ("hyperbole", 4), ("idea", 3), ("ideal", 3), ("ideas", 3), ("implement", 3), ("interest", 2),
    ("interesting", 3), ("interview", 3), ("involvement", 3), ("iron", 2), ("irons", 2),
    ("isn", 2), ("january", 4), ("jeopardy", 3), ("jewel", 2), ("karaoke", 4), ("koala", 3),
    ("korea", 3), ("latte", 2), ("lattes", 2), ("league", 1), ("leagues", 1), ("leopard", 2),
    ("lieu", 1), ("lifestyle", 2), ("likely", 2), ("likewise", 2), ("linear", 3), ("lion", 2),
    ("lions", 2), ("lonely", 2), ("lounge", 1), ("lovely", 2), ("marriage", 2), ("massacre", 3),
    ("matte", 1), ("maybe", 2), ("meanwhile", 2), ("mediocre", 4), ("minion", 2), ("moreover", 3),
    ("museum", 3), ("museums", 3), ("mustn", 2), ("naive", 2), ("naked", 2), ("namesake", 2),
    ("needn", 2), ("nike", 2), ("nineteen", 2), ("ninety", 2), ("nucleus", 3), ("nursery", 3),
    ("oasis", 3), ("ocean", 2), ("oceans", 2), ("oeuvre", 2), ("ogre", 2), ("once", 1), ("one", 1),
    ("ones", 1), ("onion", 2), ("opinion", 3), ("opinions", 3), ("parliament", 3), ("penguin", 2),
    ("people", 2), ("peoples", 2), ("persuade", 2), ("pier", 1), ("piers", 1), ("pigeon", 2),
    ("pioneer", 3), ("placeholder", 3), ("plateau", 2), ("poem", 2), ("poems", 2), ("poet", 2),
    ("poetry", 3), ("poets", 2), ("posse", 2), ("pottery", 3), ("preorder", 3), ("prism", 2),
    ("query", 2), ("queue", 1), ("queues", 1), ("quiet", 2), ("react", 2), ("reaction", 3),
    ("real", 1), ("realise", 2), ("reality", 4), ("realize", 2), ("really", 2), ("receipt", 2),
    ("recipe", 3), ("recipes", 3), ("recovery", 4), ("reinvent", 3), ("rely", 2), ("reopen", 3),
    ("requirement", 3), ("resume", 2), ("reunion", 3), ("reuse", 2), ("review", 2), ("rhythm", 2),
    ("rhythms", 2), ("riot", 2), ("ruin", 2), ("ruined", 2), ("ruins", 2), ("sacred", 2),
    ("safety", 2), ("saute", 2), ("scenery", 3), ("science", 2), ("sciences", 3), ("scion", 2),
    ("seeing", 2), ("sensitive", 3), ("serial", 3), ("serious", 3), ("sesame", 3),
    ("settlement", 3), ("shoes", 1), ("shouldn", 2), ("sidewalk", 2), ("simile", 3),
    ("society", 4), ("soldier", 2), ("soldiers", 2), ("someday", 2), ("someone", 2),
    ("something", 2), ("sometimes", 2), ("somewhere", 2), ("sovereign", 2), ("statement", 2),
    ("suave", 1), ("suicide", 3), ("suite", 1), ("supplement", 3), ("surgeon", 2),
    ("technique", 2), ("theater", 3), ("theaters", 3), ("theatre", 2), ("theatres", 2),
    ("theories", 3), ("theory", 3), ("thereby", 2), ("therefore", 2), ("tier", 1), ("tiers", 1),
    ("timeless", 2), ("timeline", 2), ("timetable", 3), ("tongue", 1), ("tournament", 3),
    ("toward", 2), ("towards", 2), ("truest", 2), ("tuesday", 2), ("unique", 2), ("useful", 2),
    ("vegetable", 3), ("vegetables", 3), ("vehement", 3), ("via", 2), ("vigilante", 4),
    ("violence", 3), ("violet", 3), ("violin", 3), ("vogue", 1), ("warehouse", 2), ("wasn", 2),
    ("website", 2), ("websites", 2), ("wednesday", 2), ("whatever", 3), ("whenever", 3),
    ("whereas", 2), ("wherever", 3), ("whose", 1), ("wicked", 2), ("widespread", 2),
    ("workplace", 2), ("wouldn", 2), ("zoology", 4),
]);

/// First halves of compounds whose last `e` is mute: `some-one`, `home-page`.
pub(super) static SILENT_HEADS: [&str; 16] = [
    "fore", "game", "home", "life", "line", "love", "name", "safe", "side", "some", "space",
    "store", "there", "time", "where", "whole",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(EXCEPTIONS.words().is_sorted_by(|a, b| a.0 < b.0));
    }
}
