//! What X makes of texts, case by case; each was compared with the reference library.

use super::*;

fn values(spots: &[Spot]) -> Vec<&str> {
    spots.iter().map(|spot| spot.value.as_str()).collect()
}

fn length(text: &str) -> usize {
    let mut length = 0;
    weigh(text, &mut |_, weight| length += weight);
    length
}

/// Every range lies in the text, on its letters, and begins with the sign or the address.
fn check(text: &str, kind: impl Fn(&Entities) -> &[Spot], expected: &[&str]) {
    let all = entities(text);
    assert_eq!(values(kind(&all)), expected, "{text:?}");
    for spot in kind(&all) {
        let own = &text[spot.range.clone()];
        assert!(own.ends_with(&spot.value), "{text:?} {spot:?}");
        let sign = own.chars().count() - spot.value.chars().count();
        assert!(sign <= 1, "{text:?} {spot:?}");
    }
}

#[test]
fn links_without_a_scheme() {
    for (text, links) in [
        ("exemple.fr", &["exemple.fr"] as &[&str]),
        ("Rendez-vous sur exemple.fr !", &["exemple.fr"]),
        ("Rendez-vous sur EXEMPLE.FR.", &["EXEMPLE.FR"]),
        ("www.exemple.fr, exemple.paris", &["www.exemple.fr", "exemple.paris"]),
        ("l’exemple.fr", &["exemple.fr"]),
        ("l'exemple.fr", &["exemple.fr"]),
        ("«exemple.fr»", &["exemple.fr"]),
        ("« exemple.fr »", &["exemple.fr"]),
        ("(exemple.fr)", &["exemple.fr"]),
        ("forêt-bleue.fr", &["forêt-bleue.fr"]),
        ("Sur forêt.com : tout", &["forêt.com"]),
        // The first letter is taken for a sign before the link.
        ("écoles.fr", &["coles.fr"]),
        (" écoles.fr", &["écoles.fr"]),
        ("Fini.La suite demain", &["Fini.La"]),
        ("Merci.Me voilà", &["Merci.Me"]),
        ("M.Dupont arrive", &[]),
        ("à 14.30 h", &[]),
        ("fin. Il part…", &[]),
        ("etc...fr", &[]),
        ("exemple.frx", &[]),
        ("exemple.fr-fr", &[]),
        ("exemple.fré", &["exemple.fr"]),
        ("exemple.fr_2", &["exemple.fr"]),
        ("exemple.com.fooo", &["exemple.com"]),
        ("exemple.com.foo", &["exemple.com.foo"]),
        ("a.b.c.exemple.fr", &["a.b.c.exemple.fr"]),
        ("exemple.fr:8080", &["exemple.fr"]),
        ("exemple.fr:8080/a", &["exemple.fr:8080/a"]),
        ("exemple.fr?a=b", &["exemple.fr"]),
        ("exemple.fr/?a=b", &["exemple.fr/?a=b"]),
        ("nom@exemple.fr", &[]),
        ("@exemple.fr", &[]),
        ("#exemple.fr", &[]),
        ("$exemple.fr", &[]),
        ("-exemple.fr", &[]),
        ("_exemple.fr", &[]),
        ("/exemple.fr", &[]),
        ("mon_site.fr", &[]),
        ("mon_blog.exemple.fr", &[]),
        ("mon-.fr", &[]),
        ("ftp://exemple.fr", &[]),
        ("漢字exemple.com漢字", &["exemple.com"]),
        ("例え.com", &[]),
        ("exemple.中国", &["exemple.中国"]),
        ("exemple.嘉里大酒店", &["exemple.嘉里大酒店"]),
        ("a.com好b.com/page", &["a.com", "b.com/page"]),
        ("xn--e1afmkfd.xn--p1ai", &["xn--e1afmkfd.xn--p1ai"]),
        ("xn--é.漢.xn--p1ai", &["xn--p1ai"; 0]),
        ("\u{200e}exemple.fr\u{200f}", &["exemple.fr"]),
        ("😀exemple.fr😀", &["exemple.fr"]),
        ("#😀exemple.fr", &["exemple.fr"]),
    ] {
        check(text, |all| &all.urls, links);
    }
}

#[test]
fn links_with_a_scheme() {
    for (text, links) in [
        ("https://exemple.fr/", &["https://exemple.fr/"] as &[&str]),
        ("HTTPS://exemple.fr", &["HTTPS://exemple.fr"]),
        ("«https://exemple.fr»", &["https://exemple.fr"]),
        ("https://exemple.fr/été.", &["https://exemple.fr/été"]),
        ("https://exemple.fr/a…", &["https://exemple.fr/a"]),
        ("https://exemple.fr/a_(b)", &["https://exemple.fr/a_(b)"]),
        ("(https://exemple.fr/a)", &["https://exemple.fr/a"]),
        ("https://exemple.fr/a.(b)", &["https://exemple.fr/a"]),
        ("https://exemple.fr/a?b=c&d=e.", &["https://exemple.fr/a?b=c&d=e"]),
        ("https://exemple.fr?b=c!", &["https://exemple.fr?b=c"]),
        ("https://exemple.fr/#haut", &["https://exemple.fr/#haut"]),
        ("https://exemple.fr/@nom/1", &["https://exemple.fr/@nom/1"]),
        ("https://例え.com", &["https://例え.com"]),
        ("https://пример.рф/страница", &["https://пример.рф/страница"]),
        ("https://exemple", &[]),
        ("https://mon_site.fr", &[]),
        ("https://mon_blog.exemple.fr", &["https://mon_blog.exemple.fr"]),
        ("https://-exemple.fr", &[]),
        ("texthttps://exemple.fr", &[]),
        ("été:https://exemple.fr", &["https://exemple.fr"]),
        ("a.comhttps://b.com", &[]),
        ("a.com/https://b.com", &["a.com/https://b.com"]),
        ("https://a.fr https://b.fr", &["https://a.fr", "https://b.fr"]),
        ("https://t.co/Ab9", &["https://t.co/Ab9"]),
        ("https://t.co/Ab9é", &["https://t.co/Ab9"]),
        ("https://t.co/Ab9/x", &["https://t.co/Ab9"]),
        ("https://t.co/Ab9?a=b", &["https://t.co/Ab9?a=b"]),
        ("https://t.co/é", &["https://t.co/é"]),
        ("t.co/Ab9é", &["t.co/Ab9é"]),
    ] {
        check(text, |all| &all.urls, links);
    }
}

#[test]
fn links_that_are_too_long() {
    let link = |count: usize| format!("https://exemple.fr/{}", "a".repeat(count));
    // Scheme and address together: 4,096, and the reference counts the scheme twice.
    let most = 4096 - "https://https://exemple.fr/".len();
    assert_eq!(entities(&link(most)).urls.len(), 1);
    assert_eq!(entities(&link(most + 1)).urls.len(), 0);
    let label = |count: usize| format!("https://{}.fr", "a".repeat(count));
    assert_eq!(entities(&label(63)).urls.len(), 1);
    assert_eq!(entities(&label(64)).urls.len(), 0);
    let short = |count: usize| format!("https://t.co/{}", "a".repeat(count));
    assert_eq!(entities(&short(40)).urls.len(), 1);
    assert_eq!(entities(&short(41)).urls.len(), 0);
    // 61 letters and a control character, which is ASCII.
    assert_eq!(entities(&format!("X\u{7f}{}.fr", "a".repeat(61))).urls.len(), 1);
}

#[test]
fn hashtags() {
    for (text, tags) in [
        ("#lyon", &["lyon"] as &[&str]),
        ("Vive l’été #Été2026 !", &["Été2026"]),
        ("#l’été", &["l"]),
        ("#mot-clé", &["mot"]),
        ("#mot_clé", &["mot_clé"]),
        ("#2026", &[]),
        ("#2026an", &["2026an"]),
        ("#_", &[]),
        ("n°#1", &[]),
        ("mot#tag", &[]),
        ("(#tag)", &["tag"]),
        ("«#tag»", &["tag"]),
        ("« #tag »", &["tag"]),
        (".#tag", &["tag"]),
        ("&#233;", &[]),
        ("&#eacute", &[]),
        ("#a#b", &[]),
        ("#a #b", &["a", "b"]),
        ("##a", &["a"]),
        ("#http://exemple.fr", &[]),
        ("#\u{fe0f}\u{20e3}tag", &[]),
        ("＃タグ", &["タグ"]),
        ("漢字#タグ", &[]),
        ("。#タグ", &["タグ"]),
        ("#सुंदर", &["सुंदर"]),
        ("#می\u{200c}خواهم", &["می\u{200c}خواهم"]),
        ("#col·legi", &["col·legi"]),
        ("#e\u{301}te\u{301}", &["e\u{301}te\u{301}"]),
        ("#𠮷野家", &["𠮷野家"]),
        ("#𝟘", &[]),
        ("#😀tag", &[]),
        ("😀#tag", &["tag"]),
        ("❤\u{fe0f}#tag", &["tag"]),
        ("https://exemple.fr/#haut #bas", &["bas"]),
        ("\n#tag\u{a0}#suite", &["tag", "suite"]),
    ] {
        check(text, |all| &all.hashtags, tags);
    }
}

#[test]
fn mentions() {
    for (text, names) in [
        ("@nom", &["nom"] as &[&str]),
        ("Merci @nom, à demain", &["nom"]),
        ("(@nom)", &["nom"]),
        ("«@nom»", &["nom"]),
        ("été@nom", &["nom"]),
        ("mot@nom", &[]),
        ("nom@exemple.fr", &[]),
        ("_@nom", &[]),
        ("!@nom", &[]),
        ("@@nom", &[]),
        ("RT@nom", &["nom"]),
        ("RT:@nom", &["nom"]),
        (" rt@nom", &["nom"]),
        ("ART@nom", &[]),
        ("-RT@nom", &[]),
        ("@noé", &[]),
        ("@nom’s", &["nom"]),
        ("@nom@ailleurs.fr", &[]),
        ("@nom://", &[]),
        ("@abcdefghijklmnopqrstuvwxyz", &["abcdefghijklmnopqrst"]),
        ("@nom/liste-1", &["nom/liste-1"]),
        ("@nom/1", &["nom"]),
        ("＠nom", &["nom"]),
        ("@été", &[]),
        ("@a @b", &["a", "b"]),
        ("@a,@b", &["a", "b"]),
        ("https://exemple.fr/@nom", &[]),
    ] {
        check(text, |all| &all.mentions, names);
    }
}

#[test]
fn cashtags() {
    for (text, symbols) in [
        ("$AAPL", &["AAPL"] as &[&str]),
        ("Vive $aapl.", &["aapl"]),
        ("$BRK.B monte", &["BRK.B"]),
        ("$BRK_AB", &["BRK_AB"]),
        ("$BRK.BCD", &["BRK"]),
        ("$ABCDEFG", &[]),
        ("$100", &[]),
        ("x$AAPL", &[]),
        ("($AAPL)", &[]),
        ("\u{a0}$AAPL\u{202f}!", &["AAPL"]),
        ("$A $B", &["A", "B"]),
        ("$AAPLé", &[]),
        ("$A\u{85}", &[]),
        ("$A\u{feff}", &["A"]),
    ] {
        check(text, |all| &all.cashtags, symbols);
    }
}

#[test]
fn weights() {
    for (text, weight) in [
        ("", 0),
        ("Bonjour", 7),
        ("Été à Nîmes", 11),
        // Without a scheme, with one, however long: 23.
        ("exemple.fr", 23),
        ("https://exemple.fr/une/adresse/tres/longue/et/encore/plus", 23),
        ("Fini.La suite", 23 + 6),
        ("exemple.fr.", 24),
        ("a.fr b.fr", 23 + 1 + 23),
        ("mon_site.fr", 11),
        ("nom@exemple.fr", 14),
        // French typography: quotation marks, narrow blanks, apostrophe and dash are light.
        ("« Oui »\u{202f}!", 10),
        ("l’été", 5),
        ("“oui” – non — si", 16),
        ("\u{2009}", 1),
        // These are not.
        ("…", 2),
        ("100\u{a0}€", 6),
        ("•", 2),
        ("\u{202f}", 2),
        ("→", 2),
        ("\u{2011}", 1),
        ("№", 2),
        ("漢字", 4),
        ("한국", 4),
        ("привет", 6),
        ("שלום", 4),
        ("ก", 1),
        ("\u{10ff}\u{1100}", 3),
        ("\u{200d}\u{200e}", 3),
        ("\u{2032}\u{2037}\u{2038}", 4),
        ("𝐠𝐫𝐚𝐬", 8),
        // Accents typed apart are put together first.
        ("e\u{301}te\u{301}", 3),
        ("q\u{301}", 2),
        ("\u{1112}\u{1161}\u{11ab}", 2),
        // Emoji.
        ("😀", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("👩🏽‍🚀", 2),
        ("🇫🇷", 2),
        ("🇫🇷🇧🇪", 4),
        ("🇫", 2),
        ("1\u{fe0f}\u{20e3}", 2),
        ("1\u{20e3}", 2),
        ("1", 1),
        ("#\u{fe0f}\u{20e3}", 2),
        ("❤", 2),
        ("❤\u{fe0f}", 2),
        ("❤\u{fe0e}", 4),
        ("©", 1),
        ("©\u{fe0f}", 2),
        ("👍🏿", 2),
        ("☝\u{fe0f}🏻", 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("👨‍⚖", 2 + 1 + 2),
        ("👁‍🗨", 2),
        // Newer than the reference code.
        ("🫠", 2),
        ("🧑‍🎓", 2),
        ("🧑🏻‍🤝‍🧑🏿", 2),
        ("👁️‍🗨️", 2),
        ("🏳️‍⚧️", 2),
        // A link before an emoji; a keycap where a link begins.
        ("exemple.fr😀", 25),
        ("1\u{20e3}exemple.fr", 25),
        ("\u{feff}\u{fffe}", 4),
    ] {
        assert_eq!(length(text), weight, "{text:?}");
    }
}

#[test]
fn the_older_code_counts_newer_emoji_in_parts() {
    for (text, weight) in [
        ("🧑‍🎓", 2 + 1 + 2),
        ("🧑🏻‍🤝‍🧑🏿", 2 + 1 + 2 + 1 + 2),
        ("👁️‍🗨️", 2 + 1 + 2),
        ("🏳️‍⚧️", 2 + 1 + 2 + 2),
        ("♾️", 2 + 2),
        ("🇨🇶", 4),
        ("🤝🏽", 4),
        ("🫠", 2),
        ("👩‍🚀", 2),
        ("exemple.fr é", 25),
    ] {
        assert_eq!(weigh_of_old(text), weight, "{text:?}");
        assert!(length(text) <= weight, "{text:?}");
    }
}

/// What the reference steps over may be shorter than the link.
#[test]
fn a_domain_that_goes_on_after_the_link() {
    // The link is `a.com/page`, from the first letter to the last of all.
    let text = "a.com好.中国/page";
    let urls = entities(text).urls;
    assert_eq!(urls, [Spot { range: 0..text.len(), value: "a.com/page".to_owned() }]);
    assert_eq!(length(text), 23 + 4);
}

#[test]
fn pieces_are_bytes_of_the_text_as_written() {
    let mut pieces = Vec::new();
    weigh("e\u{301}té exemple.fr 👩‍🚀!", &mut |range, weight| pieces.push((range, weight)));
    let expected = [
        (0..3, 1),
        (3..4, 1),
        (4..6, 1),
        (6..7, 1),
        (7..17, 23),
        (17..18, 1),
        (18..29, 2),
        (29..30, 1),
    ];
    assert_eq!(pieces, expected);
}

#[test]
fn no_text_is_too_long_for_it() {
    for part in
        ["a.", "a.com_.", "é.com好", "@RT", "a_é", "http://", "a.com/(", "e\u{301}", "👩\u{200d}"]
    {
        let text = part.repeat(3000);
        assert!(length(&text) >= 3000, "{part}");
        entities(&text);
    }
}
