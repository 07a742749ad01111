use super::fixture::{FIRST, SECOND, Site, list, refusals};
use hustings::import::CandidateOptions;

#[test]
fn the_first_generation_must_be_told_its_election() {
    let site = Site::new();
    let text = list(FIRST, &[&["id=1", "name=Asha Example"]]);
    let refused = refusals(site.try_import(text.as_bytes(), &CandidateOptions::default()));
    assert_eq!(refused, ["1:1 this list does not name its election"]);
    assert_eq!(site.files().len(), 1);
}

#[test]
fn it_finds_ballots_by_gss_code_then_by_name_and_adds() {
    let site = Site::new();
    let ballot = |id: &str, area: &str| {
        let text = format!("id: parl.{id}.2031-05-01\narea: {area}\ncandidates: []\n");
        site.put(&format!("candidates/parl.2031-05-01/{id}.yaml"), &text);
    };
    ballot("one", "{name: A name since changed, gss: E14000001}");
    ballot("two", "{name: Ynys Sampl, gss: W07000999}");
    site.import_early(&list(
        FIRST,
        &[
            &["id=1", "name=Ann A", "constituency=Example Town", "gss_code=E14000001"],
            &["id=2", "name=Ben B", "constituency=Ynys Sâmpl", "gss_code=W07000001", "party_id=PP9001"],
            &[
                "id=3",
                "name=Cat C",
                "constituency=Ynys Sampl",
                "gss_code=W07000001",
                "party_id=",
                "party=Labour and Co-operative Party",
            ],
        ],
    ));
    assert!(site.get("candidates/parl.2031-05-01/one.yaml").contains("name: Ann A\n"));
    let two = site.get("candidates/parl.2031-05-01/two.yaml");
    assert!(two.contains("name: Ben B\n") && two.contains("party: pp9001\n"), "{two}");
    assert!(two.contains("name: Cat C\n") && two.contains("party: joint-53-119\n"), "{two}");
    assert!(!site.root().join("candidates/parl.2031-05-01/example-town.yaml").exists());
}

#[test]
fn it_makes_nothing_worse() {
    let site = Site::new();
    site.import(&list(
        SECOND,
        &[
            &["id=11", "name=Asha Maria Example", "old_person_ids=5", "party_id=party:9002", "party_name=Hill Union"],
            &["id=12", "name=Bo Sample"],
            &[
                "id=13",
                "name=Cy Moved",
                "ballot_paper_id=parl.other.2031-05-01",
                "post_label=Other",
                "gss_code=E14000009",
            ],
        ],
    ));
    let before = site.files();
    let outcome = site.import_early(&list(
        FIRST,
        &[&["id=5", "name=Asha Example", "party_id=PP9001"], &["id=13", "name=Cy Moved"], &["id=99", "name=Bo Sample"]],
    ));
    assert_eq!(site.files(), before);
    assert_eq!(
        outcome.skipped(),
        ["19: the records have this person on parl.other.2031-05-01", "36: the records have this person as 12"]
    );
}

#[test]
fn it_adds_nobody_to_a_complete_ballot() {
    let site = Site::new();
    site.put_ballot(
        "id: parl.example-town.2031-05-01\narea: {name: Example Town}\n\
         complete: {value: true, source: Statement of persons nominated}\ncandidates: []\n",
    );
    let before = site.ballot();
    let outcome = site.import_early(&list(FIRST, &[&["id=1", "name=Asha Example"]]));
    assert_eq!((site.ballot(), outcome.numbers("People")[0], outcome.skipped().len()), (before, 0, 1));
}

#[test]
fn a_name_alone_never_chooses_between_registrations() {
    let site = Site::new();
    site.put("candidates/parties/pp9001.yaml", "id: pp9001\nname: Harbour Alliance\n");
    site.put("candidates/parties/pp9002.yaml", "id: pp9002\nname: Harbour Alliance\n");
    let text = list(FIRST, &[&["id=1", "name=Asha Example", "party_id="]]);
    let refused = refusals(site.try_import(text.as_bytes(), &super::fixture::early()));
    assert_eq!(
        refused,
        ["2:1 this list gives no id for “Harbour Alliance”, and a name does not say which party it is"]
    );
}

#[test]
fn a_newer_list_puts_right_what_an_early_one_said() {
    let site = Site::new();
    site.import_early(&list(FIRST, &[&["id=5", "name=Asha Example", "party_id="], &["id=6", "name=Bo Sample"]]));
    let outcome = site.import(&list(SECOND, &[&["id=11", "name=Asha M. Example", "old_person_ids=5"]]));
    let ballot = site.ballot();
    assert!(ballot.contains("person: 11\n    name: Asha M. Example\n    sort_name: Example, Asha M.\n"), "{ballot}");
    assert!(ballot.contains("party: pp9001\n    former: [5]\n") && ballot.contains("status: not_listed\n"), "{ballot}");
    assert!(outcome.summary.contains("0 added, 1 renamed, 1 merged, 1 no longer listed\n"), "{outcome}");
}
