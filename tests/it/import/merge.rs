use super::fixture::{SECOND, Site, list};

/// A ballot as a person keeps it: an order, comments, quotes and answers of their own.
const KEPT: &str = r#"# Kept by hand.
id: parl.example-town.2031-05-01
area: {name: Example Town, gss: E14999999}   # old boundaries
candidates:
  # Drawn first on the ballot paper.
  - person: 40
    name: 'Zoe Test'     # she spells it so
    sort_name: "Test, Zoe"
    party: pp9001
    positions:
      - question: bins
        stance: supports   # by telephone
        date: 2031-03-01
        entered_by: jo
        evidence:
          - {kind: reply, title: A reply, where: our file, date: 2031-03-01, quote: "Yes."}

  - person: 20
    name: Bo Sample
    sort_name: Sample, Bo
    guessed: true
    party: pp9001
    description: Harbour Alliance first
    # He moved house.

  - {person: 30, name: Cy Old, party: pp9001, status: not_listed}
  - person: local-dee-example
    name: Dee Example
    party: pp9001
  - person: 50
    name: Eve Gone
    party: pp9001
    status: died
  - person: local-flo-unlisted
    name: Flo Unlisted
    party: pp9001
"#;

fn site() -> Site {
    let site = Site::new();
    site.put_ballot(KEPT);
    site.put("candidates/parties/pp9001.yaml", "id: pp9001\nids: [PP9001]\nname: Our Harbour\n");
    site
}

#[test]
fn a_newer_list_changes_only_what_it_knows_better() {
    let site = site();
    let outcome = site.import(&list(
        SECOND,
        &[
            &["id=41", "name=Zoë Test", "old_person_ids=40;8"],
            &["id=30", "name=Cy Old"],
            &["id=60", "name=Dee Example"],
            &["id=70", "name=Una New"],
            &["id=71", "name=Abe New", "party_id=ynmp-party:2", "party_name=Independent"],
        ],
    ));
    let new = |id: u32, name: &str, sort: &str, party: &str| {
        format!("\n  - person: {id}\n    name: {name}\n    sort_name: {sort}\n    guessed: true\n    party: {party}\n")
    };
    let news = new(71, "Abe New", "New, Abe", "independent") + &new(70, "Una New", "New, Una", "pp9001");
    let wanted = KEPT
        .replace("boundaries\n", "boundaries\nnation: england\nregion: North East\n")
        .replace("person: 40\n    name: 'Zoe Test'", "person: 41\n    name: 'Zoë Test'")
        .replace(
            "    sort_name: \"Test, Zoe\"\n    party: pp9001\n",
            "    sort_name: \"Test, Zoe\"\n    party: pp9001\n    former: [40, 8]\n    former_pages: [40-zoe-test]\n",
        )
        .replace("first\n", "first\n    status: not_listed\n")
        .replace("status: not_listed}", "status: standing}")
        .replace(
            "local-dee-example\n    name: Dee Example\n    party: pp9001\n",
            "60\n    name: Dee Example\n    party: pp9001\n    former: [local-dee-example]\n    former_pages: [local-dee-example-dee-example]\n",
        )
        .replace("  # Drawn first", &format!("{}\n  # Drawn first", news.trim_start_matches('\n')));
    assert_eq!(site.ballot(), wanted);
    let people = "2 added, 1 renamed, 2 merged, 1 no longer listed, 1 listed again\n";
    assert!(outcome.summary.contains(people), "{outcome}");
    assert_eq!(site.get("candidates/parties/pp9001.yaml"), "id: pp9001\nids: [PP9001]\nname: Our Harbour\n");
}

#[test]
fn names_are_followed_and_parties_stay_for_a_person_to_change() {
    let site = site();
    let rows: [&[&str]; 2] = [
        &["id=20", "name=Bo van Sample", "party_id=party:9002", "party_name=Hill Union"],
        &["id=40", "name=Zoe Test-Example"],
    ];
    let outcome = site.import(&list(SECOND, &rows));
    let ballot = site.ballot();
    let bo = "name: Bo van Sample\n    sort_name: van Sample, Bo\n    guessed: true\n    party: pp9002\n    former_pages: [20-bo-sample]\n    # He moved house.\n";
    assert!(ballot.contains(bo), "{ballot}");
    assert!(
        ballot.contains("name: 'Zoe Test-Example'     # she spells it so\n    sort_name: \"Test, Zoe\"\n"),
        "{ballot}"
    );
    assert!(outcome.summary.contains("2 renamed"), "{outcome}");
    assert!(outcome.to_string().contains("20 now stands for pp9002, not pp9001"), "{outcome}");
}

#[test]
fn only_ballots_of_the_list_lose_people() {
    let site = site();
    site.import(&list(
        SECOND,
        &[&["id=1", "name=Asha Example", "ballot_paper_id=parl.other.2031-05-01", "post_label=Other"]],
    ));
    assert_eq!(site.ballot(), KEPT);
}

#[test]
fn documents_and_rounds_of_asking_follow_merged_ids() {
    let site = site();
    let ask = "id: one\ndate: 2031-02-01\ndeadline: 2031-03-01\nhow: by e-mail\nballots:\n  - ballot: parl.pond-lane.2031-05-01\n    people: \
               [20, \"40\"]   # Bo, Zoe\nexceptions:\n  - {person: 40, outcome: not_reached, because: It bounced.}\n";
    let letter = "id: letter\ntitle: A letter\nkind: letter\nelection: parl.2031-05-01\nperson: 40 # Zoe\n";
    site.put("candidates/parl.2031-05-01/asks/one.yaml", ask);
    site.put("candidates/documents/letter.yaml", letter);
    site.import(&list(SECOND, &[&["id=41", "name=Zoe Test", "old_person_ids=40"], &["id=20", "name=Bo Sample"]]));
    let wanted = ask.replace("\"40\"", "41").replace("person: 40", "person: 41");
    assert_eq!(site.get("candidates/parl.2031-05-01/asks/one.yaml"), wanted);
    assert_eq!(site.get("candidates/documents/letter.yaml"), letter.replace("40", "41"));
}

#[test]
fn two_recorded_people_who_are_one_are_for_a_person_to_join() {
    let site = site();
    let outcome = site.import(&list(SECOND, &[&["id=20", "name=Bo Sample", "old_person_ids=40"]]));
    assert!(outcome.to_string().contains("40 and 20 are one person"), "{outcome}");
    assert!(site.ballot().contains("stance: supports   # by telephone"));
}

#[test]
fn a_list_that_uses_merged_ids_is_older_and_only_adds() {
    let site = site();
    site.import(&list(SECOND, &[&["id=41", "name=Zoe Test", "old_person_ids=40"], &["id=20", "name=Bo Sample"]]));
    let before = site.ballot();
    let old: [&[&str]; 2] = [&["id=40", "name=Zoe Earlier"], &["id=80", "name=Yan Added"]];
    let outcome = site.import(&list(SECOND, &old));
    assert!(outcome.summary.contains("The list is older than the records"), "{outcome}");
    assert_eq!(outcome.numbers("People"), [1, 0, 0, 0]);
    let added =
        "  - person: 80\n    name: Yan Added\n    sort_name: Added, Yan\n    guessed: true\n    party: pp9001\n\n";
    assert_eq!(site.ballot(), before.replace("candidates:\n", &format!("candidates:\n{added}")));
}

#[test]
fn modes_are_kept_and_new_files_are_for_all_to_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = site();
    let path = site.root().join("candidates/parl.2031-05-01/example-town.yaml");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    site.import(&list(SECOND, &[&["id=20", "name=Bo Sample"], &["id=2", "name=New Person"]]));
    let mode = |file: &str| std::fs::metadata(site.root().join(file)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("candidates/parl.2031-05-01/example-town.yaml"), 0o640);
    assert_eq!(mode("candidates/parl.2031-05-01/election.yaml"), 0o644);
}

#[test]
fn somebody_put_in_by_name_ends_the_order_of_the_ballot_paper() {
    let site = site();
    site.put_ballot(&KEPT.replace("candidates:\n", "order: ballot_paper   # from the notice\ncandidates:\n"));
    let here: [&[&str]; 3] = [&["id=40", "name=Zoe Test"], &["id=20", "name=Bo Sample"], &["id=30", "name=Cy Old"]];
    let outcome = site.import(&list(SECOND, &here));
    assert!(
        site.ballot().contains("order: ballot_paper") && !outcome.summary.contains("order of the ballot paper"),
        "{outcome}"
    );
    let more = [here[0], here[1], here[2], &["id=70", "name=Una New"]];
    let outcome = site.import(&list(SECOND, &more));
    assert!(!site.ballot().contains("order:"), "{}", site.ballot());
    assert!(outcome.to_string().contains("is no longer known to be in the order of the ballot paper"), "{outcome}");
}

#[test]
fn a_new_family_name_out_of_place_ends_the_order_by_family_name() {
    let ballot = |order: &str, last: &str| {
        format!(
            "id: parl.example-town.2031-05-01\narea: {{name: Example Town, gss: E14999999}}\n{order}candidates:\n\
             \x20 - {{person: 1, name: Al Able, sort_name: 'Able, Al', guessed: true, party: pp9001}}\n\
             \x20 - {{person: 2, name: Bo Sample, sort_name: 'Sample, Bo', guessed: true, party: pp9001}}\n{last}"
        )
    };
    let site = site();
    site.put_ballot(&ballot("order: family_name\n", ""));
    let still: [&[&str]; 2] = [&["id=1", "name=Al Able"], &["id=2", "name=Bo Test"]];
    site.import(&list(SECOND, &still));
    assert!(site.ballot().contains("order: family_name"), "{}", site.ballot());
    let out_of_place: [&[&str]; 2] = [&["id=1", "name=Al Zabel"], &["id=2", "name=Bo Test"]];
    site.import(&list(SECOND, &out_of_place));
    assert!(!site.ballot().contains("order:"), "{}", site.ballot());
}
