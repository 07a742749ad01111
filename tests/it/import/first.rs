use super::fixture::{PRIVATE, SECOND, Site, THIRD, list};

#[test]
fn a_list_becomes_clean_records() {
    let site = Site::new();
    let outcome = site.import(&list(
        SECOND,
        &[
            &["id=31", "name=Cy  van der Sample", "party_id=ynmp-party:2", "party_name=Independent"],
            &[
                "id=30",
                "name=Asha Example",
                "old_person_ids=7;9",
                "party_description_text=Harbour Alliance: Fair, Free",
            ],
            &["id=32", "name=Bungle", "party_id=joint-party:53-119", "party_name=Labour and Co-operative Party"],
            &["id=33", "name=\"Spoon\" Test", "party_id=ynmp-party:12522", "party_name=Speaker seeking re-election"],
        ],
    ));
    assert_eq!(
        site.ballot(),
        "id: parl.example-town.2031-05-01\n\
         area: {name: Example Town, gss: E14999999}\n\
         nation: england\n\
         region: North East\n\
         seats: 1\n\
         order: family_name\n\
         candidates:\n\
         \x20 - person: 32\n    name: Bungle\n    sort_name: Bungle\n    party: joint-53-119\n\
         \x20 - person: 30\n    name: Asha Example\n    sort_name: Example, Asha\n    guessed: true\n    party: pp9001\n    \
         description: \"Harbour Alliance: Fair, Free\"\n    former: [7, 9]\n\
         \x20 - person: 33\n    name: '\"Spoon\" Test'\n    sort_name: Test, \"Spoon\"\n    guessed: true\n    party: speaker\n\
         \x20 - person: 31\n    name: Cy van der Sample\n    sort_name: van der Sample, Cy\n    guessed: true\n    \
         party: independent\n"
    );
    let party = |id: &str| site.get(&format!("candidates/parties/{id}.yaml"));
    assert_eq!(party("pp9001"), "id: pp9001\nids: [PP9001, \"party:9001\"]\nname: Harbour Alliance\n");
    assert_eq!(
        party("independent"),
        "id: independent\nids: [\"ynmp-party:2\"]\nname: Independent\nkind: independent\n"
    );
    assert!(party("joint-53-119").contains("kind: joint\nline_from:\n  party: pp53\n"));
    assert!(party("pp53").contains("name: Labour Party\n"));
    assert!(
        site.get("candidates/parl.2031-05-01/election.yaml")
            .starts_with("id: parl.2031-05-01\nname: UK parliamentary election 2031\ndate: 2031-05-01\n")
    );
    assert!(
        outcome.summary.contains("Ballots:   1 new") && outcome.summary.contains("People:    4 added"),
        "{outcome}"
    );
    assert_eq!(outcome.numbers("Parties"), [5]);
    assert_eq!(site.errors(), []);
}

#[test]
fn no_personal_column_reaches_a_record() {
    for (header, id) in [(super::fixture::FIRST, "id=1"), (SECOND, "id=1"), (THIRD, "person_id=1")] {
        let site = Site::new();
        let text = list(header, &[&[id, "name=Asha Example", "person_name=Asha Example"]]);
        assert!(text.contains(PRIVATE));
        site.import_early(&text);
        for (file, (text, _)) in site.files() {
            assert!(!text.contains(PRIVATE) && !text.contains('@'), "{file}: {text}");
        }
        assert!(site.ballot().contains("name: Asha Example\n"));
    }
}

#[test]
fn a_second_run_touches_no_file() {
    let site = Site::new();
    let text = list(SECOND, &[&["id=1", "name=No", "old_person_ids=5"], &["id=2", "name=Bo Sample Jr"]]);
    site.import(&text);
    let before = site.files();
    let outcome = site.import(&text);
    assert_eq!(site.files(), before);
    assert!(outcome.summary.contains("1 unchanged\n") && outcome.files == 0, "{outcome}");
}

#[test]
fn byte_order_mark_line_ends_and_quoted_line_breaks_are_no_trouble() {
    let (plain, odd) = (Site::new(), Site::new());
    let row: &[&str] = &["id=1", "name=Asha Example", "post_label=Ayr, Example and Sample", "gss_code=S14000999"];
    let text = list(SECOND, &[row, row]);
    let one = plain.import(&text);
    let other = odd.import(&format!("\u{feff}{}", text.replace('\n', "\r\n")));
    assert!(one.skipped() == other.skipped() && !one.skipped()[0].starts_with("3:"), "{one}");
    assert_eq!(plain.ballot(), odd.ballot());
    assert!(
        plain.ballot().contains("area: {name: \"Ayr, Example and Sample\", gss: S14000999}\nnation: scotland\nseats")
    );
}

#[test]
fn the_third_generation_brings_exact_names_and_lists() {
    let site = Site::new();
    site.import(&list(
        THIRD,
        &[
            &[
                "person_id=1",
                "person_name=Ana Example Sample",
                "sopn_last_name=EXAMPLE SAMPLE",
                "party_id=PP9001",
                "party_list_position=2",
                "party_lists_in_use=t",
                "cancelled_poll=t",
                "seats_contested=3",
            ],
            &[
                "person_id=2",
                "person_name=Bo Test",
                "party_id=PP9001",
                "party_list_position=1",
                "party_lists_in_use=t",
                "cancelled_poll=t",
                "seats_contested=3",
            ],
        ],
    ));
    let ballot = site.ballot();
    assert!(ballot.contains("seats: 3\nkind: lists\ncancelled: true\n"), "{ballot}");
    assert!(ballot.contains("sort_name: Example Sample, Ana\n    party: pp9001\n    list_position: 2\n"), "{ballot}");
    assert!(ballot.contains("sort_name: Test, Bo\n    guessed: true\n"), "{ballot}");
}

#[test]
fn parties_of_one_name_stay_apart_and_say_where_they_stand() {
    let site = Site::new();
    let town = ["ballot_paper_id=parl.a.2031-05-01", "post_label=A", "gss_code=E14999991"];
    let isle = ["ballot_paper_id=parl.b.2031-05-01", "post_label=B", "gss_code=N06999991", "nuts1=Northern Ireland"];
    let row = |place: &[&'static str], own: &[&'static str]| -> Vec<&'static str> { [place, own].concat() };
    let rows = [
        row(&town, &["id=1", "name=Ann A", "party_id=party:9001"]),
        row(&isle, &["id=2", "name=Ben B", "party_id=party:9002"]),
    ];
    site.import(&list(SECOND, &rows.each_ref().map(Vec::as_slice)));
    assert!(site.get("candidates/parties/pp9001.yaml").ends_with("name: Harbour Alliance\nnote: England\n"));
    assert!(site.get("candidates/parties/pp9002.yaml").ends_with("name: Harbour Alliance\nnote: Northern Ireland\n"));
    assert!(site.get("candidates/parl.2031-05-01/b.yaml").contains("nation: northern-ireland\nseats: 1\n"));
    assert!(site.get("candidates/parl.2031-05-01/b.yaml").contains("party: pp9002\n"));
}

#[test]
fn rows_given_twice_count_once_and_are_reported() {
    let site = Site::new();
    let row: &[&str] = &["id=1", "name=Asha Example"];
    let other: &[&str] = &["id=1", "name=Asha Sample"];
    let merged: &[&str] = &["id=2", "name=Asha Example", "old_person_ids=1"];
    let outcome = site.import(&list(THIRD_LIKE, &[row, row, other]));
    assert_eq!(outcome.numbers("People")[0], 1);
    assert_eq!(outcome.skipped(), ["3: the same as line 2", "4: the same person as on line 2, which counts"]);
    let outcome = site.import(&list(THIRD_LIKE, &[row, merged]));
    assert_eq!(outcome.skipped(), ["2: this id was merged into 2, who is listed too"]);
    assert!(site.ballot().contains("person: 2\n") && !site.ballot().contains("person: 1\n"));
}

/// The second generation without columns that hold line breaks in these fixtures.
const THIRD_LIKE: &str = "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label,old_person_ids";

#[test]
fn two_areas_of_one_name_get_two_files() {
    let site = Site::new();
    let rows: [&[&str]; 2] =
        [&["id=1", "name=Ann A", "gss_code=E14000001"], &["id=2", "name=Ben B", "gss_code=E14000002"]];
    let text = list(super::fixture::FIRST, &rows);
    site.import_early(&text);
    let second = site.get("candidates/parl.2031-05-01/example-town-e14000002.yaml");
    assert!(second.starts_with("id: parl.example-town-e14000002.2031-05-01\n") && second.contains("Ben B"));
    assert!(site.ballot().contains("Ann A"));
    let before = site.files();
    site.import_early(&text);
    assert_eq!(site.files(), before);
}

#[test]
fn who_stands_on_two_ballots_answers_once() {
    let site = Site::new();
    let by = ["id=1", "name=Asha Example", "ballot_paper_id=parl.other.by.2031-05-01", "post_label=Other"];
    site.import(&list(SECOND, &[&["id=1", "name=Asha Example"], &by]));
    assert!(!site.ballot().contains("answers_in"));
    let other = site.get("candidates/parl.2031-05-01/other.yaml");
    assert!(other.contains("    answers_in: parl.example-town.2031-05-01\n"), "{other}");
    assert_eq!(site.errors(), []);
}

#[test]
fn a_ballots_file_is_named_after_its_area() {
    let site = Site::new();
    let row = |id: &'static str, election: &'static str, ballot: &'static str| {
        vec![id, "person_name=Asha Example", election, ballot, "gss=", "nuts1="]
    };
    let rows = [
        row(
            "person_id=1",
            "election_id=local.example.2031-05-01",
            "ballot_paper_id=local.example.high-ward.by.2031-05-01",
        ),
        row("person_id=2", "election_id=mayor.example.2031-05-01", "ballot_paper_id=mayor.example.2031-05-01"),
        row("person_id=3", "election_id=sp.r.2031-05-01", "ballot_paper_id=sp.r.election.2031-05-01"),
    ];
    site.import(&list(THIRD, &rows.each_ref().map(Vec::as_slice)));
    let high = site.get("candidates/local.example.2031-05-01/high-ward.yaml");
    assert!(
        high.starts_with("id: local.example.high-ward.by.2031-05-01\narea: {name: Example Town}\nseats: 1\n"),
        "{high}"
    );
    assert!(site.get("candidates/mayor.example.2031-05-01/example-town.yaml").contains("person: 2"));
    assert!(site.get("candidates/sp.r.2031-05-01/election-2.yaml").contains("person: 3"));
    let election = site.get("candidates/local.example.2031-05-01/election.yaml");
    assert!(election.contains("name: Local by-election 2031, Example\n"), "{election}");
}

#[test]
fn a_ballot_is_one_of_lists_once_every_place_is_known() {
    let site = Site::new();
    let row = |place: &'static str| ["person_id=1", "person_name=Ann A", "party_lists_in_use=t", place];
    let outcome = site.import(&list(THIRD, &[&row("party_list_position=")]));
    assert!(!site.ballot().contains("kind:") && site.errors().is_empty());
    assert!(outcome.to_string().contains("gives no place on its list"), "{outcome}");
    site.import(&list(THIRD, &[&row("party_list_position=1")]));
    assert!(site.ballot().contains("seats: 1\nkind: lists\n"), "{}", site.ballot());
    assert_eq!(site.errors(), []);
}
