use super::fixture::{SECOND, Site, list};

const BALLOT: &str = "id: parl.example-town.2031-05-01\n\
                      area: {name: Example Town, gss: E14999999}\n\
                      nation: wales\n\
                      region: South\n\
                      seats: 2\n\
                      kind: lists\n\
                      cancelled: true\n\
                      complete: {value: true, source: The notice of poll}\n\
                      candidates:\n\
                      \x20 - {person: 1, name: Asha Example, party: pp9001, list_position: 1, status: withdrawn}\n\
                      \x20 - {person: 2, name: Bo Sample, party: pp9001, list_position: 2, description: Harbour first}\n";

fn kept_by_hand() -> Site {
    let site = Site::new();
    site.put_ballot(BALLOT);
    site.put("candidates/parties/pp9001.yaml", "id: pp9001\nids: [PP9001]\nname: Harbour Alliance\n");
    site.put("candidates/parl.2031-05-01/election.yaml", "id: parl.2031-05-01\nname: Ours\ndate: 2031-05-02\n");
    site
}

#[test]
fn what_the_record_says_stays_and_is_named_with_what_the_list_says() {
    let site = kept_by_hand();
    let text = list(
        "id,name,election,ballot_paper_id,election_date,seats_contested,party_id,party_name,post_label,NUTS1,\
         party_lists_in_use,party_list_position,gss_code,cancelled_poll",
        &[
            &["id=1", "name=Asha Example", "post_label=Sample City", "gss_code=E14999998", "party_list_position=1"],
            &["id=2", "name=Bo Sample", "post_label=Sample City", "gss_code=E14999998", "party_list_position=2"],
        ],
    );
    let outcome = site.import(&text);
    let ballot = "Look at candidates/parl.2031-05-01/example-town.yaml";
    let stays = "The record stays; change it by hand if the list is right.";
    let wanted = [
        format!(
            "Look at candidates/parl.2031-05-01/election.yaml: it says “date: 2031-05-02”, line 2 of the list says “2031-05-01”. {stays}"
        ),
        format!("{ballot}: it says “area: Example Town”, line 2 of the list says “Sample City”. {stays}"),
        format!("{ballot}: it says “gss: E14999999”, line 2 of the list says “E14999998”. {stays}"),
        format!("{ballot}: it says “nation: wales”, line 2 of the list says “england”. {stays}"),
        format!("{ballot}: it says “region: South”, line 2 of the list says “North East”. {stays}"),
        format!("{ballot}: it says “seats: 2”, line 2 of the list says “1”. {stays}"),
        format!("{ballot}: it says “kind: lists”, line 2 of the list says “people”. {stays}"),
        format!("{ballot}: it says “cancelled: true”, line 2 of the list says “false”. {stays}"),
        format!("{ballot}: it says “status: withdrawn” of person 1, line 2 of the list says “standing”. {stays}"),
    ];
    assert_eq!(outcome.looks(), wanted);
    assert_eq!(site.ballot(), BALLOT);
    let before = site.files();
    assert_eq!(site.import(&text).looks(), wanted, "it is said again until somebody looks");
    assert_eq!(site.files(), before);
}

#[test]
fn a_poll_that_somebody_wrote_is_held_is_not_called_off() {
    let site = kept_by_hand();
    let ballot = BALLOT.replace("cancelled: true", "cancelled: false");
    site.put_ballot(&ballot);
    let row: &[&str] = &["id=2", "name=Bo Sample", "cancelled_poll=True", "party_list_position=2"];
    let outcome = site.import(&list(SECOND, &[row]));
    assert!(
        outcome.looks().iter().any(|l| l.contains("“cancelled: false”, line 2 of the list says “true”")),
        "{outcome}"
    );
    assert!(site.ballot().contains("cancelled: false\n"));
}

#[test]
fn a_ballot_said_to_be_complete_gets_nobody_in_silence() {
    let site = kept_by_hand();
    let places = ["party_list_position=1", "party_list_position=2", "party_list_position=3"];
    let rows: [&[&str]; 3] = [
        &["id=1", "name=Asha Example", places[0]],
        &["id=2", "name=Bo Sample", places[1]],
        &["id=3", "name=Cy New", places[2]],
    ];
    let outcome = site.import(&list(SECOND, &rows));
    let said = outcome.looks();
    assert!(
        said.iter().any(|l| l.contains("it says “complete: true”") && l.contains("“Cy New (3) stands too”")),
        "{outcome}"
    );
    assert!(site.ballot().contains("person: 3"));
}

#[test]
fn equal_contradictions_are_counted_and_different_ones_do_not_flood() {
    let site = Site::new();
    let numbers: Vec<String> = (10..40).map(|n| n.to_string()).collect();
    let rows = |own: &dyn Fn(&str) -> Vec<String>| {
        let rows: Vec<Vec<String>> = numbers
            .iter()
            .map(|n| {
                let mut row = vec![
                    format!("id={n}"),
                    format!("name=Person {n}"),
                    format!("ballot_paper_id=parl.a{n}.2031-05-01"),
                ];
                row.extend(own(n));
                row
            })
            .collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        list(SECOND, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    };
    site.import(&rows(&|n| vec![format!("post_label=Area {n}"), "seats_contested=1".to_owned()]));
    let outcome = site.import(&rows(&|n| vec![format!("post_label=Ward {n}"), "seats_contested=3".to_owned()]));
    let said = outcome.looks();
    let seats: Vec<_> = said.iter().filter(|l| l.contains("seats")).collect();
    assert!(
        seats.len() == 1 && seats[0].contains("a10.yaml") && seats[0].ends_with("The same goes for 29 more."),
        "{outcome}"
    );
    assert_eq!(said.iter().filter(|l| l.contains("“area: ")).count(), 10);
    assert!(outcome.to_string().contains("  and 20 more like these about “area”\n"), "{outcome}");
}

#[test]
fn rows_that_contradict_each_other_are_named_and_the_first_counts() {
    let header = "id,name,election,ballot_paper_id,election_date,seats_contested,party_id,party_name,post_label,\
                  gss_code,cancelled_poll";
    let site = Site::new();
    let rows: [&[&str]; 3] = [
        &["id=1", "name=Asha Example", "seats_contested=2"],
        &["id=2", "name=Bo Sample", "seats_contested=3", "election_date=2031-05-08"],
        &["id=3", "name=Cy Third", "seats_contested=3", "post_label=Other", "cancelled_poll=True"],
    ];
    let outcome = site.import(&list(header, &rows));
    let ballot = "for parl.example-town.2031-05-01";
    let counts = "The earlier line counts; correct the list if it is wrong.";
    assert_eq!(
        outcome.looks(),
        [
            format!(
                "Look at line 3: it says “2031-05-08” for parl.2031-05-01, and line 2 said “date: 2031-05-01”. {counts}"
            ),
            format!("Look at line 4: it says “Other” {ballot}, and line 2 said “area: Example Town”. {counts}"),
            format!(
                "Look at line 3: it says “3” {ballot}, and line 2 said “seats: 2”. {counts} The same goes for 1 more."
            ),
            format!("Look at line 4: it says “true” {ballot}, and line 2 said “cancelled: false”. {counts}"),
        ]
    );
    assert!(site.ballot().contains("seats: 2\n") && !site.ballot().contains("cancelled"), "{}", site.ballot());
}

#[test]
fn an_older_list_contradicts_nothing() {
    let site = kept_by_hand();
    let outcome =
        site.import_early(&list(super::fixture::FIRST, &[&["id=1", "name=Asha Example", "constituency=Sample"]]));
    assert_eq!(outcome.looks(), [""; 0]);
}

#[test]
fn everybody_whom_a_list_brings_back_is_named() {
    let site = kept_by_hand();
    let ballot = BALLOT.replace("list_position: 2,", "list_position: 2, status: withdrawn,");
    site.put_ballot(&ballot);
    let rows: [&[&str]; 2] = [&["id=1", "name=Asha Example"], &["id=2", "name=Bo Sample"]];
    let outcome = site.import(&list(SECOND, &rows));
    let told = outcome.looks();
    for person in ["person 1,", "person 2,"] {
        assert!(told.iter().any(|line| line.contains(person) && line.contains("withdrawn")), "{told:?}");
    }
}

#[test]
fn what_the_first_row_leaves_blank_comes_from_the_next() {
    let site = Site::new();
    let blank: &[&str] = &["id=1", "name=Asha Example", "seats_contested=", "NUTS1="];
    let full: &[&str] = &["id=2", "name=Bo Sample", "seats_contested=3", "NUTS1=North East"];
    site.import(&list(SECOND, &[blank, full]));
    let ballot = site.ballot();
    assert!(ballot.contains("seats: 3\n") && ballot.contains("region: North East\n"), "{ballot}");
}
