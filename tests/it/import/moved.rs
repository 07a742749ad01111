use super::fixture::{Site, list};

/// The third generation without personal columns.
const HEADER: &str = "person_id,person_name,election_id,ballot_paper_id,election_date,party_name,party_id,post_label,\
                      cancelled_poll,seats_contested,gss,party_list_position,party_lists_in_use,old_person_ids";

const V: [&str; 3] = ["ballot_paper_id=parl.v.2031-05-01", "post_label=V", "gss=E14999998"];

fn bob() -> &'static [&'static str] {
    &["person_id=2", "person_name=Bob Sample"]
}

fn on_v(own: &[&'static str]) -> Vec<&'static str> {
    [own, &V].concat()
}

#[test]
fn who_moves_to_another_ballot_leaves_a_site_that_checks() {
    let site = Site::new();
    let ann: &[&str] = &["person_id=1", "person_name=Ann Bee"];
    let there = on_v(ann);
    site.import(&list(HEADER, &[ann, bob()]));
    site.import(&list(HEADER, &[&there, bob()]));
    assert_eq!(site.errors(), []);
    assert!(site.ballot().contains("status: not_listed\n    answers_in: parl.v.2031-05-01\n"), "{}", site.ballot());
    // And back again.
    site.import(&list(HEADER, &[ann, bob(), &on_v(&["person_id=3", "person_name=Cy Third"])]));
    assert_eq!(site.errors(), []);
}

#[test]
fn who_moves_under_a_new_id_keeps_the_answers() {
    let site = Site::new();
    let ann: &[&str] = &["person_id=1", "person_name=Ann Bee"];
    let there = on_v(&["person_id=9", "person_name=Ann Bee", "old_person_ids=1"]);
    site.import(&list(HEADER, &[ann, bob()]));
    let with = site.ballot().replace(
        "    party: pp9001\n  - person: 2",
        "    party: pp9001\n    positions: [{question: bins, stance: no_answer}]\n  - person: 2",
    );
    site.put_ballot(&with);
    site.import(&list(HEADER, &[&there, bob()]));
    let ballot = site.ballot();
    assert!(ballot.contains("person: 9\n    name: Ann Bee") && ballot.contains("former: [1]\n"), "{ballot}");
    assert!(ballot.contains("positions:") && !ballot.contains("answers_in"), "{ballot}");
    let v = site.get("candidates/parl.2031-05-01/v.yaml");
    assert!(v.contains("person: 9\n") && v.contains("answers_in: parl.example-town.2031-05-01\n"), "{v}");
    assert!(site.errors().iter().all(|e| e.code.id() != "answers-twice"));
}
