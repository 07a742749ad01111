use super::fixture::{SECOND, Site, list, refusals};
use hustings::import::{CandidateOptions, ImportError};

fn refused(site: &Site, text: &[u8]) -> Vec<String> {
    let before = site.files();
    let refused = refusals(site.try_import(text, &CandidateOptions::default()));
    assert_eq!(site.files(), before, "nothing may be written");
    refused
}

#[test]
fn what_is_no_list_of_candidates_says_what_it_lacks() {
    let site = Site::new();
    let lacks = |columns: &str| [format!("1:1 this is not a list of candidates: it has no column {columns}")];
    assert_eq!(refused(&site, b"id,name,election,party_id,party_name,post_label\n"), lacks("ballot_paper_id"));
    assert_eq!(refused(&site, b"id;name;party\n1;2;3\n"), lacks("constituency"));
    assert_eq!(refused(&site, b"name\tconstituency\n1\t2\n"), lacks("party_name"));
    assert_eq!(refused(&site, b""), ["1:1 this file is empty"]);
    let empty = list(SECOND, &[]);
    assert_eq!(refused(&site, empty.as_bytes()), ["1:1 this list has no candidates"]);
}

#[test]
fn every_bad_value_is_reported_where_it_stands() {
    let site = Site::new();
    let header =
        "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label,gss_code,seats_contested";
    let rows: [&[&str]; 3] = [
        &["id=1", "name=Line\nbreak", "gss_code=E14"],
        &["id=", "name=Asha Example", "election_date=May", "seats_contested=one"],
        &["id=3", "name=", "ballot_paper_id=A Ballot"],
    ];
    let found = refused(&site, list(header, &rows).as_bytes());
    assert_eq!(
        found,
        [
            "3:105 column “gss_code”: “E14” is not a GSS code",
            "4:1 column “id”: this row leaves it blank",
            "4:60 column “election_date”: this is not a date",
            "4:115 column “seats_contested”: this is not a whole number",
            "5:3 column “name”: this row leaves it blank",
            "5:20 column “ballot_paper_id”: “A Ballot” cannot be an id",
        ]
    );
}

#[test]
fn broken_rows_and_bytes_are_reported_with_their_line() {
    let site = Site::new();
    let good =
        list("id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label", &[&["id=1", "name=A B"]]);
    let short = format!("{good}2,Bo Sample\n");
    assert_eq!(refused(&site, short.as_bytes()), ["3:1 this row has 2 values, and the header names 8 columns"]);
}

#[test]
fn records_must_be_sound_before_a_list_is_merged_into_them() {
    let site = Site::new();
    let text = list(SECOND, &[&["id=1", "name=Asha Example"]]);
    site.put_ballot("id: parl.example-town.2031-05-01\ncandidates:\n  - person: 1\n    nmae: Asha\n");
    assert!(refused(&site, text.as_bytes())[0].starts_with("4:5 there is no key “nmae” here"));
    let area = "area: {name: Example Town}";
    let person = "person: A B\n    name: Asha\n    party: pp9001";
    site.put_ballot(&format!("id: parl.example-town.2031-05-01\n{area}\ncandidates:\n  - {person}\n"));
    assert!(refused(&site, text.as_bytes())[0].starts_with("4:13 “A B” cannot be an id"));
}

#[test]
fn what_cannot_be_written_is_a_failure_that_names_the_path() {
    let site = Site::new();
    std::fs::create_dir_all(site.root().join("candidates/parl.2031-05-01/example-town.yaml")).unwrap();
    let text = list(SECOND, &[&["id=1", "name=Asha Example"]]);
    match site.try_import(text.as_bytes(), &CandidateOptions::default()) {
        Err(ImportError::Failure(failure)) => {
            let text = failure.to_string();
            assert!(text.contains("example-town.yaml") && text.contains("no file was written"), "{text}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(site.files().len(), 1);
}

#[test]
fn an_election_cannot_have_the_name_of_a_folder_that_a_site_has() {
    let site = Site::new();
    let header = "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label";
    for id in ["parties", "documents", "questions", "glossary"] {
        let row: &[&str] = &["id=1", "name=Asha Example", &format!("election={id}")];
        let found = refused(&site, list(header, &[row]).as_bytes());
        let wanted = format!(
            "2:16 column “election”: “{id}” cannot be an election: a site has a folder of this name for something else"
        );
        assert_eq!(found, [wanted]);
    }
    let options = CandidateOptions { election: Some("parties".parse().unwrap()), ..super::fixture::early() };
    let text = list(super::fixture::FIRST, &[&["id=1", "name=Asha Example"]]);
    let found = refusals(site.try_import(text.as_bytes(), &options));
    assert_eq!(found, ["1:1 “parties” cannot be an election: a site has a folder of this name for something else"]);
}

#[test]
fn a_ballot_elects_somebody() {
    let site = Site::new();
    let header = "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label,seats_contested";
    let text = list(header, &[&["id=1", "name=Asha Example", "seats_contested=0"]]);
    let wanted = "2:113 column “seats_contested”: nobody is elected to 0 seats";
    assert_eq!(refused(&site, text.as_bytes()), [wanted]);
}

#[test]
fn the_wanted_election_must_be_in_the_list_and_brings_its_own_parties() {
    let site = Site::new();
    let other: &[&str] = &[
        "id=2",
        "name=Bo Sample",
        "election=mayor.x.2031-05-01",
        "ballot_paper_id=mayor.x.2031-05-01",
        "party_id=PP9002",
    ];
    let text = list(SECOND, &[&["id=1", "name=Asha Example"], other]);
    let wanted = |id: &str| CandidateOptions { election: Some(id.parse().unwrap()), ..CandidateOptions::default() };
    match site.try_import(text.as_bytes(), &wanted("nowhere")) {
        Err(ImportError::Data { found, .. }) => {
            let found = found.sorted();
            assert_eq!(found[0].message, "this list has no candidates for “nowhere”");
            assert!(found[0].help.ends_with("mayor.x.2031-05-01, parl.2031-05-01"), "{}", found[0].help);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(site.files().len(), 1);
    site.try_import(text.as_bytes(), &wanted("parl.2031-05-01")).unwrap();
    assert!(site.root().join("candidates/parties/pp9001.yaml").exists());
    assert!(!site.root().join("candidates/parties/pp9002.yaml").exists());
}

#[test]
fn ids_and_names_that_cannot_be_are_reported() {
    let site = Site::new();
    let header = "id,party_id,name,election,ballot_paper_id,election_date,party_name,post_label,old_person_ids";
    for id in ["x y", "../a", "party:", "PP"] {
        let text = list(header, &[&["id=1", "name=Asha Example", &format!("party_id={id}")]]);
        assert_eq!(refused(&site, text.as_bytes()), ["2:3 column “party_id”: this is not a party's id"], "{id}");
    }
    let text = list(header, &[&["id=1", "name=Asha\u{7} Example"]]);
    let unseen = "2:14 column “name”: this text contains the control character U+0007";
    assert_eq!(refused(&site, text.as_bytes()), [unseen]);
}
