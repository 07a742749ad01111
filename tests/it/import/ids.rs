use super::fixture::{SECOND, Site, list, refusals};
use hustings::import::CandidateOptions;

const HEADER: &str = "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label,old_person_ids";

fn refused(rows: &[&[&str]]) -> Vec<String> {
    let site = Site::new();
    let found = refusals(site.try_import(list(HEADER, rows).as_bytes(), &CandidateOptions::default()));
    assert_eq!(site.files().len(), 1, "nothing may be written");
    found
}

#[test]
fn a_circle_of_replaced_ids_is_one_error_however_long() {
    let three: [&[&str]; 4] = [
        &["id=1", "name=Asha Example", "old_person_ids=3"],
        &["id=2", "name=Asha Example", "old_person_ids=1"],
        &["id=3", "name=Asha Example", "old_person_ids=2"],
        &["id=4", "name=Bo Sample", "old_person_ids=3"],
    ];
    let wanted = "2:1 1, 2 and 3 are said to replace each other in a circle (lines 2, 3 and 4)";
    assert_eq!(refused(&three), [wanted]);
    let through_who_is_not_listed: [&[&str]; 2] =
        [&["id=1", "name=Asha Example", "old_person_ids=2;7"], &["id=2", "name=Asha Example", "old_person_ids=7;1"]];
    assert_eq!(
        refused(&through_who_is_not_listed),
        ["2:1 1 and 2 are said to replace each other in a circle (lines 2 and 3)"]
    );
}

#[test]
fn a_chain_of_replaced_ids_ends_at_the_last() {
    let site = Site::new();
    let row = |id: &'static str, old: &'static str| [id, "name=Asha Example", old];
    site.import(&list(SECOND, &[&row("id=1", "old_person_ids="), &["id=8", "name=Bo Sample"]]));
    let with = site.ballot().replace(
        "    party: pp9001\n  - person: 8",
        "    party: pp9001\n    positions: [{question: bins, stance: unclear, date: 2031-03-01, entered_by: jo}]\n  - person: 8",
    );
    site.put_ballot(&with);
    let rows = [row("id=2", "old_person_ids=1"), row("id=3", "old_person_ids=2")];
    let text = list(SECOND, &[&rows[0], &rows[1], &["id=8", "name=Bo Sample"]]);
    site.import(&text);
    let ballot = site.ballot();
    let asha =
        "  - person: 3\n    name: Asha Example\n    sort_name: Example, Asha\n    guessed: true\n    party: pp9001\n";
    assert!(ballot.contains(asha) && ballot.matches("person:").count() == 2, "{ballot}");
    assert!(ballot.contains("former: [1, 2]\n") && ballot.contains("positions:"), "{ballot}");
    let before = site.files();
    site.import(&text);
    assert_eq!(site.files(), before);
}

#[test]
fn one_id_cannot_be_replaced_by_two_people() {
    let rows: [&[&str]; 2] =
        [&["id=1", "name=Asha Example", "old_person_ids=5"], &["id=2", "name=Bo Sample", "old_person_ids=5"]];
    assert_eq!(refused(&rows), ["3:1 5 is said to be replaced by 2, and on line 2 by 1"]);
}

#[test]
fn zeros_before_an_id_make_nobody_new() {
    let site = Site::new();
    let rows = |id: &'static str, old: &'static str| {
        list(SECOND, &[&[id, "name=Asha Example", old], &["id=8", "name=Bo Sample"]])
    };
    site.import(&rows("id=7", "old_person_ids=5"));
    let before = site.files();
    site.import(&rows("id=007", "old_person_ids=05"));
    assert_eq!(site.files(), before);
    let by_hand = site.ballot().replace("person: 7", "person: 007 # as printed").replace("[5]", "[\"005\"]");
    site.put_ballot(&by_hand);
    site.import(&rows("id=7", "old_person_ids=5"));
    assert_eq!(site.ballot(), by_hand);
    site.import(&rows("id=9", "old_person_ids=07"));
    assert!(site.ballot().contains("person: 9 # as printed\n"), "{}", site.ballot());
}

#[test]
fn an_id_that_a_spreadsheet_spoiled_is_refused() {
    for id in ["4372.0", "4.372e3", "ann"] {
        let found = refused(&[&[&format!("id={id}"), "name=Asha Example"]]);
        assert_eq!(found, [format!("2:1 column “id”: “{id}” is not a person's number")]);
    }
}

#[test]
fn an_id_that_thousands_are_said_to_replace_is_one_error_at_once() {
    let ids: Vec<String> = (10..20_000).map(|n| format!("id={n}")).collect();
    let rows: Vec<[&str; 3]> = ids.iter().map(|id| [id.as_str(), "name=Asha Example", "old_person_ids=5"]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
    assert_eq!(refused(&rows), ["3:1 5 is said to be replaced by 11, and on line 2 by 10"]);
}
