//! What exports do that no description says: found by files made by somebody who did not read the code.

use super::tests::{one, recalled};
use super::*;
use crate::model::ClockFound;

#[test]
fn a_clock_of_another_country_is_found_with_its_summer() {
    let mut text = META.to_owned();
    for month in 1..=12 {
        let utc = at(&format!("2025-{month:02}-10T10:00:00Z"));
        let zone = crate::time::Zone::parse("America/New_York").unwrap();
        let local = zone.local(utc).format("%m/%d/%Y %H:%M");
        text += &format!(
            "{month},musee,{local},https://www.instagram.com/p/{}/,IG image,1,1,1\n",
            code(utc)
        );
    }
    let (outings, intake) = one(&text);
    assert_eq!(intake.clock, ClockFound::Zone("America/New_York".to_owned()));
    assert!(outings.iter().all(|o| o.at.utc().format("%d %H:%M").to_string() == "10 10:00"));
}

#[test]
fn figures_by_day_are_no_posts() {
    let head = "Post ID,Account username,Publish time,Permalink,Post type,Date,Likes,Comments\n";
    let row = |id, day| format!("{id},musee,10/01/2026 10:00,,IG image,{day},5,1\n");
    let days = row(1, "10/01/2026") + &row(1, "10/02/2026");
    let (_, intake) = one(&format!("{head}{days}"));
    assert_eq!(intake.fault, Some(IntakeFault::OtherTable("meta-by-day")));
    let lives = row(1, "Lifetime") + &row(1, "Lifetime") + &row(2, "10/02/2026");
    let (outings, intake) = one(&format!("{head}{lives}"));
    assert_eq!((outings.len(), intake.fault), (2, None));
}

#[test]
fn an_export_of_another_network_is_told() {
    let text = "Post ID,Page ID,Page name,Publish time,Reactions\n1,9,Musée,10/03/2026 18:12,4\n";
    let (_, intake) = one(text);
    assert_eq!(intake.fault, Some(IntakeFault::OtherNetwork("facebook")));
    let (_, intake) = one("Quand;Combien\n10/03/2026;4\n");
    assert!(matches!(intake.fault, Some(IntakeFault::NoColumn("time and engagement", _))));
}

#[test]
fn comments_and_shares_alone_are_no_engagement_of_a_network() {
    let text = "Heure de publication;Permalien;Mentions Inconnues;Commentaires;Partages\n\
         14/10/2026 18:12;https://www.instagram.com/p/x;40;2;1\n";
    let (_, intake) = one(text);
    assert!(matches!(
        intake.fault,
        Some(IntakeFault::NoColumn("likes and comments and shares", _))
    ));
    let named = r#"[{ file = "h.csv", columns = { likes = "Mentions Inconnues", comments = "Commentaires", shares = "Partages" } }]"#;
    let (outings, _) = recalled(&[("main", "instagram")], named, &[text.as_bytes()]);
    assert_eq!(outings[0].engagement, 43.0);
}

const META: &str =
    "Post ID,Account username,Publish time,Permalink,Post type,Likes,Comments,Shares\n";

fn at(text: &str) -> Instant {
    Instant::parse_rfc3339(text).unwrap()
}

#[test]
fn a_page_that_shares_what_is_there_is_left_out() {
    let text = "Post ID,Page ID,Page name,Publish time,Is share,Post type,Reactions,Comments,Shares\n\
         1,9,Musée,10/03/2026 18:12,0,Photos,4,1,2\n\
         2,9,Musée,10/04/2026 18:12,1,Photos,4,1,2\n";
    let (outings, intakes) = recalled(&[("main", "facebook")], r#"["h.csv"]"#, &[text.as_bytes()]);
    let intake = &intakes[0];
    assert_eq!(intake.left_out, [(LeftOutRow::Reply, 1)]);
    assert_eq!((outings.len(), outings[0].kind.as_str()), (1, "image"));
}

#[test]
fn likes_and_shares_count_in_every_language() {
    for (network, text) in [
        (
            "instagram",
            "Hora de publicación;Enlace permanente;Tipo de publicación;Me gusta;Veces que se compartió;Comentarios\n\
          14/10/2026 18:12;https://www.instagram.com/p/x;Reel de IG;4;2;1\n",
        ),
        (
            "youtube",
            "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Vues,J'aime,Commentaires ajoutés,Partages\n\
          Total,,,99,9,9,9\nabcdefghijk,Bilan,14 oct. 2026,20,4,2,1\n",
        ),
        (
            "youtube",
            "Inhalte,Videotitel,Veröffentlichungszeitpunkt des Videos,Aufrufe,„Mag ich“-Bewertungen,Hinzugefügte Kommentare,Geteilt\n\
          Gesamt,,,99,9,9,9\nabcdefghijk,Bilan,14.10.2026,20,4,2,1\n",
        ),
        (
            "youtube",
            "Contenido,Título del vídeo,Hora de publicación del vídeo,Visualizaciones,Me gusta,Comentarios añadidos,Veces compartido\n\
          Total,,,99,9,9,9\nabcdefghijk,Bilan,14 oct 2026,20,4,2,1\n",
        ),
        (
            "linkedin",
            "Titre du post,Lien du post,Type de post,Date de création,Impressions,J’aime,Commentaires,Republications,Type de contenu\n\
          A,https://www.linkedin.com/feed/update/urn:li:activity:1,Organique,10/14/2026,20,4,2,1,Image\n\
          B,https://www.linkedin.com/feed/update/urn:li:activity:2,Sponsorisé,10/14/2026,20,4,2,1,Image\n",
        ),
    ] {
        let (outings, intakes) = recalled(&[("main", network)], r#"["h.csv"]"#, &[text.as_bytes()]);
        assert!(intakes[0].shape.is_some_and(|shape| shape.contains(network)), "{intakes:?}");
        assert_eq!((outings.len(), outings[0].engagement), (1, 7.0), "{network}: {intakes:?}");
    }
}

#[test]
fn an_hour_that_comes_twice_is_the_one_of_the_id() {
    // 1:00 in Los Angeles on 1 November 2026 came twice; the second time at 9:00 UTC.
    let mut text = META.to_owned();
    for (day, hour) in [("10/05", 8), ("10/06", 9), ("10/07", 10), ("10/08", 11), ("10/09", 12)] {
        let utc = at(&format!("2026-{}T{hour:02}:00:00Z", day.replace('/', "-")));
        text += &format!(
            "{hour},musee,{day}/2026 {:02}:00,https://www.instagram.com/p/{}/,IG image,1,1,1\n",
            hour - 7,
            code(utc)
        );
    }
    text += &format!(
        "99,musee,11/01/2026 01:00,https://www.instagram.com/p/{}/,IG image,1,1,1\n",
        code(at("2026-11-01T09:00:00Z"))
    );
    let (outings, intake) = one(&text);
    assert_eq!(intake.clock, ClockFound::Zone("America/Los_Angeles".to_owned()));
    assert_eq!(outings.last().unwrap().at, at("2026-11-01T09:00:00Z"));
}

/// The short code of an upload at that moment.
fn code(at: Instant) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut id = u64::try_from((at.unix() * 1000 - 1_314_220_021_721) << 23).unwrap();
    let mut code = Vec::new();
    while id > 0 {
        code.push(letters[usize::try_from(id % 64).unwrap()]);
        id /= 64;
    }
    code.reverse();
    String::from_utf8(code).unwrap()
}

#[test]
fn serial_days_keep_their_midnight_where_others_have_hours() {
    let head = "time,type,engagement\n";
    let (outings, _) = one(&format!("{head}46000.75,image,1\n46001,image,1\n46002.5,image,1\n"));
    assert!(outings.iter().all(|o| o.known == Known::Minute));
    assert_eq!(outings[1].at, at("2025-12-10T00:00:00+01:00"));
    let (outings, _) = one(&format!("{head}46000,image,1\n46001,image,1\n"));
    assert!(outings.iter().all(|o| o.known == Known::Day));
    // As Excel saves it in French.
    let (outings, _) = one("time;type;engagement\n46000,75;image;1\n");
    assert_eq!(outings[0].at, at("2025-12-09T18:00:00+01:00"));
}

#[test]
fn a_day_is_fresh_until_its_end_is_old_enough() {
    // It is midnight UTC on 22 November; 18 November ended 73 hours ago in Paris, the next day 49.
    let (outings, intake) = one("time,type,engagement\n2026-11-17,image,1\n2026-11-19,image,1\n");
    assert_eq!((outings.len(), intake.left_out), (1, vec![(LeftOutRow::Fresh, 1)]));
    let (outings, _) = one("time,type,engagement\n2026-11-18,image,1\n");
    assert_eq!(outings.len(), 1);
}

#[test]
fn columns_without_posts_are_told() {
    let (_, intake) = one(META);
    assert!(matches!(intake.fault, Some(IntakeFault::NoTable(_))), "{intake:?}");
}
