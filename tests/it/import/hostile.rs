use super::fixture::{Site, list, refusals};
use hustings::import::{CandidateOptions, ImportError};

const HEADER: &str = "id,name,election,ballot_paper_id,election_date,party_id,party_name,party_description_text,\
                      post_label,seats_contested,party_list_position,old_person_ids";

fn refused(text: impl AsRef<[u8]>) -> Vec<String> {
    let site = Site::new();
    let found = refusals(site.try_import(text.as_ref(), &CandidateOptions::default()));
    assert_eq!(site.files().len(), 1, "nothing may be written");
    found
}

fn row(own: &[&str]) -> String {
    let given = ["id=1", "name=Asha Example"];
    let rest = given.into_iter().filter(|cell| !own.iter().any(|o| o.split('=').next() == cell.split('=').next()));
    list(HEADER, &[&own.iter().copied().chain(rest).collect::<Vec<_>>()])
}

#[test]
fn what_is_no_csv_file_in_utf_8_is_named_for_what_it_is() {
    let text = row(&[]);
    let wide = |bytes: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
    };
    let utf_16 = ["1:1 this file is in UTF-16"];
    assert_eq!(refused(wide(u16::to_le_bytes, b"\xff\xfe")), utf_16);
    assert_eq!(refused(wide(u16::to_be_bytes, b"\xfe\xff")), utf_16);
    assert_eq!(refused(wide(u16::to_le_bytes, b"")), utf_16);
    assert_eq!(refused(wide(u16::to_be_bytes, b"")), utf_16);
    assert_eq!(refused(b"PK\x03\x04\x14\0\0\0\x08\0"), ["1:1 this file is a spreadsheet or an archive"]);
    let found = refused("# mine\nid,name\n");
    assert!(found.len() == 1 && found[0].starts_with("1:1 this is not a list of candidates"), "{found:?}");
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_reported_where_it_opens() {
    let good = row(&[]);
    let never = "3:3 the quotation mark here is never closed";
    assert_eq!(refused(format!("{good}{}", row(&[]).lines().nth(1).unwrap().replace("Asha", "\"Asha"))), [never]);
    let last = good.trim_end().rsplit_once(',').unwrap().0;
    let found = refused(format!("{last},\"5\n"));
    assert!(found.len() == 1 && found[0].ends_with("the quotation mark here is never closed"), "{found:?}");
    // Marks inside a value are part of it.
    let site = Site::new();
    site.import(&good.replace("Asha Example", "Asha \"Spoon\" Example"));
    assert!(site.ballot().contains("name: Asha \"Spoon\" Example\n"));
}

#[test]
fn a_value_too_long_for_a_record_is_refused() {
    for column in ["name", "post_label", "party_name", "party_description_text", "old_person_ids"] {
        let found = refused(row(&[&format!("{column}={}", "7".repeat(1_000_000))]));
        let wanted = format!("column “{column}”: this value has 1000000 characters, and at most 1000 are read");
        assert!(found.len() == 1 && found[0].ends_with(&wanted), "{found:?}");
    }
}

#[test]
fn a_ballot_too_large_to_be_read_again_is_not_written() {
    let site = Site::new();
    let people: Vec<String> = (1..700).map(|n| format!("id={n}")).collect();
    let name = format!("name={}", "Asha ".repeat(199));
    let rows: Vec<[&str; 2]> = people.iter().map(|id| [id.as_str(), &name]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 2]>::as_slice).collect();
    match site.try_import(list(HEADER, &rows).as_bytes(), &CandidateOptions::default()) {
        Err(ImportError::Failure(failure)) => {
            let text = failure.to_string();
            assert!(text.contains("example-town.yaml") && text.contains("at most 1000000"), "{text}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(site.files().len(), 1);
}

#[test]
fn days_are_written_in_one_way() {
    for day in [
        "2015-02-30",
        "02/05/2031",
        "31/31/2031",
        "2031-5-1",
        "20310501",
        "-002031-05-01",
        "2031-05-01T00:00",
        "2031-05",
    ] {
        let found = refused(row(&[&format!("election_date={day}")]));
        assert_eq!(found, ["2:61 column “election_date”: this is not a date"], "{day}");
    }
}

#[test]
fn characters_that_hide_or_turn_round_others_are_refused() {
    for (name, code) in [("Asha \u{202e}elpmaxE", "202E"), ("\u{200b}", "200B"), ("\u{2066}Asha\u{2069}", "2066")] {
        let found = refused(row(&[&format!("name={name}")]));
        assert_eq!(found, [format!("2:3 column “name”: this text contains the invisible character U+{code}")]);
    }
    let found = refused(row(&["post_label=\u{feff}Example Town"]));
    assert!(found.len() == 1 && found[0].ends_with("the invisible character U+FEFF"), "{found:?}");
}

#[test]
fn places_on_a_list_count_from_one() {
    let found = refused(row(&["party_list_position=0"]));
    assert!(found.len() == 1 && found[0].ends_with("“party_list_position”: places count from 1"), "{found:?}");
}

#[test]
fn one_ballot_belongs_to_one_election() {
    let rows: [&[&str]; 2] =
        [&["id=1", "name=Asha Example"], &["id=2", "name=Bo Sample", "election=mayor.x.2031-05-01"]];
    let wanted =
        "3:1 parl.example-town.2031-05-01 is said to belong to mayor.x.2031-05-01, and on line 2 to parl.2031-05-01";
    assert_eq!(refused(list(HEADER, &rows)), [wanted]);
    let site = Site::new();
    site.import(&list(HEADER, &rows[..1]));
    let before = site.files();
    let found = refusals(site.try_import(list(HEADER, &rows[1..]).as_bytes(), &CandidateOptions::default()));
    let wanted = "2:1 parl.example-town.2031-05-01 is said to belong to mayor.x.2031-05-01, and the records have it in \
                  candidates/parl.2031-05-01/example-town.yaml";
    assert_eq!(found, [wanted]);
    assert_eq!(site.files(), before);
}

#[test]
fn zeros_before_a_registration_make_no_new_party() {
    let site = Site::new();
    site.import(&list(HEADER, &[&["id=1", "name=Asha Example", "party_id=PP009001"]]));
    assert!(site.get("candidates/parties/pp9001.yaml").contains("ids: [PP9001, \"party:9001\"]"));
}

#[test]
fn endless_chains_and_headers_and_party_ids_are_refused_in_few_words() {
    let people: Vec<[String; 2]> =
        (1..3000).map(|n| [format!("id={}", n + 1), format!("old_person_ids={n}")]).collect();
    let rows: Vec<[&str; 3]> = people.iter().map(|[id, old]| [id.as_str(), old, "name=Asha Example"]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
    assert_eq!(refused(list(HEADER, &rows)), ["102:1 102 is said to replace more than 100 others"]);
    let site = Site::new();
    match site.try_import("x".repeat(1_000_000).as_bytes(), &CandidateOptions::default()) {
        Err(ImportError::Data { found, .. }) => assert!(found.sorted()[0].help.len() < 1000),
        other => panic!("{other:?}"),
    }
    for id in ["a".repeat(51), "a_b".to_owned()] {
        let found = refused(row(&[&format!("party_id={id}")]));
        assert!(found.len() == 1 && found[0].ends_with("this is not a party's id"), "{found:?}");
    }
}
