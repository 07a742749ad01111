//! What texts, names and postcodes mean, by the rules that no command can try in full.

use hustings::atoms::spreadsheet::{guarded, unguarded};
use hustings::atoms::{
    PageText, Slug, Words as _, first_control, is_control, join_pages, near, printable, shown, shown_name, slug_of,
    sort_key, split_pages,
};
use hustings::country::uk::Postcode;
use hustings::country::{Country, Patterns};
use hustings::diagnostic::{Pos, Ruler};
use proptest::prelude::*;

#[test]
fn the_quick_way_finds_each_control_character() {
    for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
        let text = format!("é{c}x");
        assert_eq!(first_control(&text).is_some(), is_control(c), "U+{:04X}", u32::from(c));
    }
}

#[test]
fn a_flag_made_of_tag_characters_is_a_text() {
    let wales = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
    assert_eq!(first_control(wales), None);
    assert_eq!(printable("a\u{202e}b\u{e0001}c\u{ffff}d\te\n"), "abcd\te\n");
    assert_eq!(shown("a\u{1b}[2Jb\r\nc\rd\u{9b}"), "a\\u{1b}[2Jb\nc\\u{d}d\\u{9b}");
    assert_eq!(shown_name("a\nb"), "a\\u{a}b");
}

#[test]
fn slips_are_near_and_other_numbers_are_not() {
    let ids = ["duck-pond", "pp52", "parl.2031-05-01", "asha-leaflet"];
    for (text, meant) in [
        ("Duck Pond", Some("duck-pond")),
        ("duck_pond", Some("duck-pond")),
        ("duckpnod", Some("duck-pond")),
        ("PP52", Some("pp52")),
        ("pp53", None),
        ("parl.2031-05-02", Some("parl.2031-05-01")),
        ("asha_leaflett", Some("asha-leaflet")),
        ("town-clock", None),
        ("", None),
    ] {
        assert_eq!(near(text, ids), meant, "{text}");
    }
}

#[test]
fn a_text_of_which_nothing_is_left_is_refused_and_gives_no_slug() {
    for text in ["", "-", "???", "''"] {
        assert_eq!(slug_of(text), None);
        assert!(text.parse::<Slug>().is_err());
    }
    assert_eq!(slug_of("Ynys Môn").map(|slug| slug.to_string()).as_deref(), Some("ynys-mon"));
}

#[test]
fn family_names_sort_before_longer_ones_and_without_accents() {
    let sorted = ["Ó Sampla, A", "Walker, Zoe", "Walker-Smith, Ann", "Walkers, Ann", "Žukas, A", "zz, B"];
    let mut shuffled = sorted;
    shuffled.reverse();
    shuffled.sort_by_key(|name| sort_key(name));
    assert_eq!(shuffled, sorted);
}

#[test]
fn forms_of_one_postcode_are_one() {
    let one: Postcode = "ZZ1 1AB".parse().expect("a postcode");
    for text in ["zz1 1ab", "ZZ11AB", "ZZ1  1AB", " ZZ1 1AB "] {
        assert_eq!(text.parse(), Ok(one), "{text}");
        assert_eq!(one.to_string(), "ZZ1 1AB");
    }
    assert_eq!((one.sector.outcode.area(), one.sector.to_string().as_str()), ("ZZ", "ZZ1 1"));
    for text in ["", "ZZ1", "ZZ1 1A", "ZZ1 1AC", "ZZZ1 1AA", "1ZZ 1AA", "ZZ1Z1 1AA", "ZZ1 AAA", "ZZÉ 1AA", "ZZ1O 1AA"]
    {
        assert!(text.parse::<Postcode>().is_err(), "{text}");
    }
}

#[test]
fn the_patterns_of_every_country_are_patterns() {
    for country in Country::ALL {
        assert!(Patterns::of(*country).is_ok(), "{country:?}: {:?}", Patterns::of(*country).err());
    }
}

#[test]
fn places_in_a_text_are_told_in_any_order() {
    let mut ruler = Ruler::of("ab\nŷz\n\nend");
    let places = [0, 1, 3, 5, 6, 7, 8, 11, 99, 4, 2].map(|at| ruler.place(at));
    let expected = [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 1), (4, 1), (4, 4), (4, 4), (2, 1), (1, 3)];
    assert_eq!(places, expected.map(|(line, column)| Pos { line, column }));
}

#[test]
fn pages_that_are_written_twice_are_the_same() {
    let pages = [PageText { confidence: None, text: "a word\n \u{11}\n".to_owned() }];
    let once = join_pages(&pages);
    let read = split_pages(&once).unwrap_or_else(|(line, why)| panic!("{line}: {why}"));
    let read: Vec<_> = read.into_iter().map(|(_, page)| page).collect();
    assert_eq!(join_pages(&read), once);
}

proptest! {
    #[test]
    fn every_cell_comes_back_and_none_is_a_formula(text in "'{0,3}[=+@\t\r\n＝a-]?.{0,5}") {
        let cell = guarded(&text);
        prop_assert_eq!(unguarded(&cell), &text);
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']));
    }

    #[test]
    fn pages_read_back_as_they_were_written(pages in proptest::collection::vec(
        (proptest::option::of(0..=100_u8), "(?:[a-z\\[\\], ]{0,9}|\\[page [0-9]\\]|\n){0,9}"), 1..5,
    )) {
        let pages: Vec<PageText> =
            pages.into_iter().map(|(confidence, text)| PageText { confidence, text }).collect();
        let words = |text: &str| text.replace('·', " ").split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let read = split_pages(&join_pages(&pages)).map_err(|(_, why)| TestCaseError::fail(why.to_string()))?;
        prop_assert_eq!(read.len(), pages.len());
        for ((_, read), page) in read.iter().zip(&pages) {
            prop_assert_eq!(read.confidence, page.confidence);
            prop_assert_eq!(words(&read.text), words(&page.text));
        }
    }
}
