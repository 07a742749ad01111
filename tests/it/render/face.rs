//! What a site looks like of its own accord: its colour.

use std::str::FromStr as _;

use hustings::atoms::Colour;

use super::{PAGE, base, between, holds, lacks, rendered, text};
use crate::support::SiteFixture;

const STYLE: &str = "static/style.css";

fn with(keys: &str) -> SiteFixture {
    base().replace("hustings.yaml", "title: A test", &format!("title: A test\n{keys}"))
}

fn colour(written: &str) -> Colour {
    Colour::from_str(written).expect("a colour")
}

/// The colours of the rules in a style sheet, by day and in the dark.
fn accents(style: &str) -> [Colour; 2] {
    let own = style.split_once("\n:root { --accent: ").expect("an accent").1;
    [&own[..7], between(own, ":root { --accent: ", ";")].map(colour)
}

#[test]
fn an_accent_stands_in_the_one_style_sheet_and_on_no_page() {
    let site = rendered(&with("accent: \"#0A6B57\"").path(""));
    let plain = text(&rendered(&base().path("")), STYLE);
    let style = text(&site, STYLE);
    assert!(style.starts_with(&plain), "the theme's own style comes first");
    assert_eq!(accents(&style)[0], colour("#0a6b57"));
    lacks(&text(&site, PAGE), "0a6b57");
    lacks(&plain, ":root { --accent");
}

#[test]
fn an_accent_is_made_lighter_for_dark_pages_only_where_it_has_to_be() {
    let dark = colour("#111315");
    for (written, stays) in [("#0a6b57", false), ("#00175a", false), ("#000000", false), ("#d4351c", true)] {
        let style = text(&rendered(&with(&format!("accent: \"{written}\"")).path("")), STYLE);
        let [by_day, in_the_dark] = accents(&style);
        assert_eq!(by_day, colour(written));
        assert_eq!(in_the_dark == by_day, stays, "{written} is {in_the_dark} in the dark");
        assert!(in_the_dark.contrast_with(&dark) >= 3.0, "{in_the_dark}");
    }
}

#[test]
fn a_faint_accent_is_refused_with_the_nearest_that_holds() {
    for (faint, contrast) in [("#ffdd00", "1.3"), ("#ffffff", "1.0"), ("#aaaaaa", "2.3")] {
        let found = with(&format!("accent: \"{faint}\"")).check();
        let [only] = found.as_slice() else { panic!("{found:#?}") };
        assert_eq!(only.place_and_code(), "hustings.yaml:2:9 faint-accent");
        holds(&only.message, &format!("its contrast is {contrast} to 1"));
        let named = colour(between(&only.help, "write \"", "\""));
        let on_white = named.contrast_with(&colour("#ffffff"));
        assert!((3.0..3.1).contains(&on_white), "{named} has {on_white}");
        assert_eq!(with(&format!("accent: \"{named}\"")).check(), []);
    }
}

#[test]
fn the_grounds_against_which_accents_are_judged_are_those_of_the_theme() {
    let style = text(&rendered(&base().path("")), STYLE);
    let (day, dark) = style.split_once("@media (prefers-color-scheme:dark)").expect("a dark scheme");
    holds(day, "--paper:#fff;");
    holds(dark, "--paper:#111315;");
    for rule in [".site-head{border-bottom:6px solid var(--accent,", ".site-foot{border-top:6px solid var(--accent,"] {
        holds(&style, rule);
    }
}

#[test]
fn what_a_style_sheet_says_to_those_who_change_it_is_not_sent_to_every_reader() {
    let style = "/* Who made it. */\nq::before { content: \"/* no note */\"; }\n/* not closed";
    let site = rendered(&base().file("themes/default/static/style.css", style).path(""));
    assert_eq!(text(&site, "static/style.css"), "q::before{content:\"/* no note */\"}");
    assert!(!text(&site, "static/map.css").contains("/*"));
}
