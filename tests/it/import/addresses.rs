//! No address of a person's page is lost by an import, and none is made up.

use std::collections::BTreeSet;

use super::fixture::{FIRST, SECOND, Site, list};
use hustings::model::Overrides;

/// The addresses at which a build puts a page, and those at which it leaves a redirect.
fn addresses(site: &Site) -> (BTreeSet<String>, BTreeSet<String>) {
    let planned = hustings::pipeline::prepare(site.root(), &Overrides::default()).unwrap();
    assert_eq!(site.errors(), []);
    let (_, plan) = planned.site.unwrap();
    let pages = plan.pages.iter().map(|(path, _)| path.to_string());
    let redirects = plan.redirects.iter().map(|(from, _)| from.to_string());
    (pages.collect(), redirects.collect())
}

/// Imports list after list; what was ever published has to be answered, and no redirect may stand elsewhere.
fn import_in_turn(site: &Site, imports: &[&dyn Fn(&Site)]) {
    let mut published = BTreeSet::new();
    for import in imports {
        import(site);
        let (pages, redirects) = addresses(site);
        let lost: Vec<_> = published.iter().filter(|a| !pages.contains(*a) && !redirects.contains(*a)).collect();
        assert!(lost.is_empty(), "lost: {lost:?}\n{}", site.ballot());
        let invented: Vec<_> = redirects.iter().filter(|a| !published.contains(*a)).collect();
        assert!(invented.is_empty(), "never published: {invented:?}\n{}", site.ballot());
        published.extend(pages);
        let before = site.files();
        import(site);
        assert_eq!(site.files(), before, "a second time changes nothing");
    }
}

#[test]
fn people_who_are_renamed_merged_and_named_back_keep_every_address() {
    let others: [&[&str]; 2] = [&["id=8", "name=Bo Sample"], &["id=9", "name=Cy Other", "old_person_ids=70;71"]];
    let with = |row: &[&str]| list(SECOND, &[row, others[0], others[1]]);
    let first = with(&["id=5", "name=Asha Example", "old_person_ids=3;4"]);
    let renamed = with(&["id=5", "name=Asha Ní Shampla", "old_person_ids=3;4"]);
    let merged = with(&["id=6", "name=Asha Sampla", "old_person_ids=5;3;4;2"]);
    let back = with(&["id=6", "name=Asha Ní Shampla", "old_person_ids=5;3;4;2"]);
    let again = with(&["id=6", "name=Asha Sampla", "old_person_ids=5;3;4;2"]);
    let site = Site::new();
    import_in_turn(
        &site,
        &[
            &|s| drop(s.import(&first)),
            &|s| drop(s.import(&renamed)),
            &|s| drop(s.import(&merged)),
            &|s| {
                drop(s.import(&back));
            },
            &|s| drop(s.import(&again)),
        ],
    );
    let ballot = site.ballot();
    let pages = "    former_pages: [5-asha-example, 5-asha-ni-shampla, 6-asha-ni-shampla]\n";
    assert!(ballot.contains(pages) && ballot.contains("former: [3, 4, 5, 2]\n"), "{ballot}");
    assert!(ballot.contains("former: [70, 71]\n"), "{ballot}");
}

#[test]
fn an_early_list_then_a_newer_one_then_the_early_one_again_lose_nothing() {
    let early = list(FIRST, &[&["id=5", "name=Asha Example"], &["id=7", "name=Bo Sample"]]);
    let rows: [&[&str]; 2] = [&["id=11", "name=Asha M. Example", "old_person_ids=5"], &["id=7", "name=Bo Sample"]];
    let newer = list(SECOND, &rows);
    import_in_turn(
        &Site::new(),
        &[&|s| drop(s.import_early(&early)), &|s| drop(s.import(&newer)), &|s| drop(s.import_early(&early)), &|s| {
            drop(s.import(&newer));
        }],
    );
    import_in_turn(&Site::new(), &[&|s| drop(s.import(&newer)), &|s| drop(s.import_early(&early))]);
}

#[test]
fn who_gets_another_id_on_a_ballot_that_the_list_lacks_keeps_the_address_there() {
    let v = ["ballot_paper_id=parl.v.2031-05-01", "post_label=V", "gss_code=E14999998"];
    let bo: &[&str] = &["id=2", "name=Bo Sample"];
    let first = list(SECOND, &[&["id=1", "name=Ann Bee"], bo]);
    let moved = list(SECOND, &[&[["id=9", "name=Ann Cee", "old_person_ids=1"], v].concat()]);
    import_in_turn(&Site::new(), &[&|s| drop(s.import(&first)), &|s| drop(s.import(&moved))]);
}

#[test]
fn two_ids_that_were_one_person_and_are_listed_apart_make_nobody_stand_twice() {
    let site = Site::new();
    site.import(&list(SECOND, &[&["id=5", "name=Asha Example"], &["id=8", "name=Bo Sample"]]));
    site.import(&list(SECOND, &[&["id=6", "name=Asha Example", "old_person_ids=5"], &["id=8", "name=Bo Sample"]]));
    site.import(&list(SECOND, &[&["id=5", "name=Asha Example"], &["id=6", "name=Ann Other"]]));
    assert_eq!(site.errors(), []);
    assert_eq!(site.ballot().matches("person: 6\n").count(), 1, "{}", site.ballot());
}

#[test]
fn a_file_or_election_that_was_renamed_by_hand_still_answers_for_its_people() {
    let site = Site::new();
    site.import(&list(SECOND, &[&["id=5", "name=Asha Example"]]));
    let election = site.get("candidates/parl.2031-05-01/election.yaml");
    site.put("candidates/parl.2031-05-01/election.yaml", &format!("{election}former: [ge.2031]\n"));
    let ballot = format!("{}former: [old-town]\n", site.ballot());
    site.put_ballot(&ballot);
    let (_, redirects) = addresses(&site);
    for from in [
        "ge.2031/index.html",
        "ge.2031/example-town/index.html",
        "ge.2031/example-town/5-asha-example/index.html",
        "parl.2031-05-01/old-town/5-asha-example/index.html",
    ] {
        assert!(redirects.contains(from), "{from} in {redirects:?}");
    }
}

#[test]
fn merged_ids_follow_wherever_a_person_can_stand() {
    let site = Site::new();
    let rows = |one: [&'static str; 2], two: [&'static str; 2]| {
        list(SECOND, &[&["name=Asha Example", one[0], one[1]], &["name=Ben Sample", two[0], two[1]]])
    };
    site.import(&rows(["id=5001", "old_person_ids="], ["id=5002", "old_person_ids="]));
    let flow = "id: flow\ntitle: A\nkind: leaflet\nelection: parl.2031-05-01\nparty: pp9001\npeople: [5001, \"5002\"] # both\n";
    let block = flow.replace("[5001, \"5002\"] # both", "# both\n  - 5001 # Asha\n  - '5002'").replace("flow", "block");
    let own = "id: own\ntitle: A\nkind: leaflet\nelection: parl.2031-05-01\nperson: 05001\n";
    let other = own.replace("id: own", "id: other").replace("parl.2031", "local.2031");
    site.put("candidates/documents/flow.yaml", flow);
    site.put("candidates/documents/block.yaml", &block);
    site.put("candidates/documents/own.yaml", own);
    site.put("candidates/documents/other.yaml", &other);
    let newer = rows(["id=6001", "old_person_ids=5001"], ["id=6002", "old_person_ids=5002"]);
    site.import(&newer);
    let moved = |text: &str| {
        text.replace("05001", "6001").replace("5001", "6001").replace("\"5002\"", "6002").replace("'5002'", "6002")
    };
    assert_eq!(site.get("candidates/documents/flow.yaml"), moved(flow));
    assert_eq!(site.get("candidates/documents/block.yaml"), moved(&block));
    assert_eq!(site.get("candidates/documents/own.yaml"), moved(own));
    assert_eq!(site.get("candidates/documents/other.yaml"), other, "of another election");
    // A document that came under the old id after the merge follows with the next import.
    site.put("candidates/documents/flow.yaml", flow);
    site.import(&newer);
    assert_eq!(site.get("candidates/documents/flow.yaml"), moved(flow));
}
