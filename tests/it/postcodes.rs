//! The table of postcodes: its text says what it holds, and reads back as it was.

use std::collections::{BTreeMap, BTreeSet};

use hustings::country::uk::{Gss, Postcode, UNIT_LETTERS};
use hustings::postcodes::{PostcodeState, PostcodeTable, Units, pieces};
use proptest::prelude::*;

fn postcode(text: &str) -> Postcode {
    text.parse().unwrap_or_else(|e| panic!("{e}"))
}

fn gss(code: &str) -> Gss {
    code.parse().unwrap_or_else(|e| panic!("{e}"))
}

fn read(lines: &str) -> PostcodeTable {
    let (table, troubles) = PostcodeTable::read(&format!("hustings postcodes 1\n{lines}"));
    assert_eq!(troubles, []);
    table
}

#[test]
fn a_table_is_written_as_people_can_read_it() {
    let mut table = PostcodeTable::default();
    for (code, area, state) in [
        ("ZZ1 1AA", Some("E14999901"), PostcodeState::Live),
        ("ZZ1 1AB", Some("E14999901"), PostcodeState::Live),
        ("ZZ1 1AD", Some("E14999901"), PostcodeState::Live),
        ("ZZ1 1BY", Some("E14999901"), PostcodeState::Live),
        ("ZZ1 1BZ", Some("E14999901"), PostcodeState::Gone),
        ("ZZ1 1CA", None, PostcodeState::Live),
        ("ZZ1 1AE", Some("E14999902"), PostcodeState::Live),
        ("ZZ10 1AA", None, PostcodeState::Live),
    ] {
        if let Ok(code) = code.parse() {
            table.add(code, area.map(gss), state);
        }
    }
    table.name(gss("E14999901"), "Example Town".parse().expect("a text"));
    let text = "hustings postcodes 1\nE14999901 Example Town\nZZ1 1 E14999901 AA-D BY gone BZ\nZZ1 1 E14999902 AE\n\
                ZZ10 1 none AA\n";
    assert_eq!(table.to_string(), text);
    assert_eq!(PostcodeTable::read(text), (table, Vec::new()));
}

#[test]
fn a_postcode_in_use_wins_over_the_same_one_out_of_use() {
    let mut table = read("ZZ1 1 E14999901 gone AA\n");
    for (area, state) in
        [("E14999902", PostcodeState::Live), ("E14999901", PostcodeState::Gone), ("E14999902", PostcodeState::Live)]
    {
        table.add(postcode("ZZ1 1AA"), Some(gss(area)), state);
        assert_eq!(table.find(postcode("ZZ1 1AA")), Some((BTreeSet::from([&gss("E14999902")]), PostcodeState::Live)));
        assert_eq!(table.count(), (1, 0));
    }
}

#[test]
fn a_postcode_through_which_a_boundary_runs_lies_in_both_areas() {
    let [one, two] = ["E14999901", "E14999902"].map(gss);
    for order in [[None, Some(&one), Some(&two)], [Some(&two), None, Some(&one)], [Some(&one), Some(&two), None]] {
        let mut table = PostcodeTable::default();
        order.into_iter().for_each(|area| table.add(postcode("ZZ1 1AA"), area.cloned(), PostcodeState::Live));
        assert_eq!(table.to_string(), "hustings postcodes 1\nZZ1 1 E14999901 AA\nZZ1 1 E14999902 AA\n");
        let (read, troubles) = PostcodeTable::read(&table.to_string());
        assert_eq!((read.to_string(), troubles), (table.to_string(), Vec::new()));
        assert_eq!(table.find(postcode("ZZ1 1AA")), Some((BTreeSet::from([&one, &two]), PostcodeState::Live)));
        assert_eq!((table.count(), table.count_shared()), ((1, 0), 1));
    }
}

#[test]
fn every_broken_line_is_reported_with_its_number() {
    let text = "hustings postcodes 1\nZZ1 1 E14999901 A\nZZ1 1 E14999901 AZ-A\nZZ1 1 E1499 AA\nZZ1 12 E14999901 AA\n\
                1ZZ 1 E14999901 AA\nnonsense\nZZ1 2 E14999901 AA\nZZ1 2 E14999902 AA\nZZ1 2 none AA\n\
                ZZ1 2 E14999902 AAB\nZZ1 2 E14999903 gone AA\n";
    let lines: Vec<u32> = PostcodeTable::read(text).1.into_iter().map(|trouble| trouble.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 10, 11, 12]);
    assert_eq!(PostcodeTable::read("").1.len(), 1);
    assert_eq!(PostcodeTable::read("postcode,gss\n").1.len(), 1);
}

#[test]
fn a_first_half_is_parted_where_its_lines_take_more_bytes_than_one_script_may_hold() {
    let line = "ZZ1 1 E14999901 AAB\n".len();
    let table = read(
        "ZZ1 1 E14999901 AAB\nZZ1 2 E14999901 AAB\nZZ1 5 E14999901 AAB\nZZ1 5 E14999902 BAB\nZZ1 9 E14999901 AAB\n\
         ZZ10 1 E14999901 AAB\n",
    );
    let half = |code: &str| code.parse().unwrap_or_else(|e| panic!("{e}"));
    let starts = |most| pieces(&[&table], half("ZZ1"), most);
    assert_eq!(starts(5 * line), [1]);
    assert_eq!(starts(5 * line - 1), [1, 9]);
    assert_eq!(starts(2 * line), [1, 5, 9]);
    assert_eq!(starts(1), [1, 2, 5, 9], "a sector is never parted, however much it takes");
    assert!(pieces(&[&table], half("ZZ2"), 1).is_empty());
    let later = read("ZZ1 0 E14999902 AAB\nZZ1 1 E14999902 AAB\n");
    assert_eq!(pieces(&[&table, &later], half("ZZ1"), 3 * line), [0, 2, 9], "tables are weighed together");
}

/// Any postcode of a few first halves, with one of a few areas, in use or not.
fn entry() -> impl Strategy<Value = (Postcode, Option<Gss>, PostcodeState)> {
    let letter = || (0..UNIT_LETTERS.len()).prop_map(|n| char::from(UNIT_LETTERS[n]));
    let code = ("(ZZ1|ZZ10|Z1A|ZZ1Y)", 0_u8..10, letter(), letter());
    let area = prop_oneof![Just(None), (0_u8..4).prop_map(|n| Some(gss(&format!("E1499990{n}"))))];
    (code, area, any::<bool>()).prop_map(|((outcode, digit, first, second), area, live)| {
        let state = if live { PostcodeState::Live } else { PostcodeState::Gone };
        (postcode(&format!("{outcode} {digit}{first}{second}")), area, state)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_postcodes_and_areas_survive_the_text(entries in prop::collection::vec(entry(), 0..600)) {
        let (mut table, mut known) = (PostcodeTable::default(), BTreeMap::<_, (BTreeSet<Gss>, PostcodeState)>::new());
        for (code, area, state) in entries {
            table.add(code, area.clone(), state);
            let (areas, best) = known.entry(code).or_insert_with(|| (BTreeSet::new(), state));
            if state < *best {
                areas.clear();
                *best = state;
            }
            if state == *best {
                areas.extend(area);
            }
        }
        let (read, troubles) = PostcodeTable::read(&table.to_string());
        prop_assert_eq!(troubles, Vec::new());
        for (code, (areas, state)) in &known {
            prop_assert_eq!(read.find(*code), Some((areas.iter().collect(), *state)));
        }
        let (live, gone) = read.count();
        prop_assert_eq!(usize::try_from(live + gone).unwrap_or(0), known.len());
        prop_assert_eq!(read.to_string(), table.to_string());
    }

    #[test]
    fn any_text_of_units_is_read_or_refused(text in "[A-Z -]{0,40}") {
        if let Ok(units) = text.parse::<Units>() {
            prop_assert_eq!(units.to_string().parse::<Units>(), Ok(units));
        }
    }
}
