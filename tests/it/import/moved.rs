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
        "    party: pp9001\n    positions: [{question: bins, stance: unclear, date: 2031-03-01, entered_by: jo}]\n  - person: 2",
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

const ANSWERS: &str = "    positions: [{question: bins, stance: unclear, date: 2031-03-01, entered_by: jo}]\n";

/// Gives somebody on the ballot an answer.
fn answer(site: &Site, name: &str) {
    let (before, after) =
        site.ballot().split_once(&format!("    name: {name}\n")).map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    site.put_ballot(&format!("{before}    name: {name}\n{ANSWERS}{after}"));
}

/// What `check` finds wrong, wherever it stands; the answer alone is to a question that is not there.
fn codes(site: &Site) -> Vec<&'static str> {
    site.errors().iter().map(|e| e.code.id()).collect()
}

#[test]
fn who_moves_under_a_new_id_off_a_ballot_that_the_list_lacks_keeps_the_answers() {
    let site = Site::new();
    site.import(&list(HEADER, &[&["person_id=1", "person_name=Ann Bee"], bob()]));
    answer(&site, "Ann Bee");
    let letter = "id: letter\ntitle: A letter\nkind: letter\nelection: parl.2031-05-01\nperson: 1\n";
    site.put("candidates/documents/letter.yaml", letter);
    let moved = list(HEADER, &[&on_v(&["person_id=9", "person_name=Ann Bee", "old_person_ids=1"])]);
    let wrong_before = codes(&site);
    let outcome = site.import(&moved);
    let ballot = site.ballot();
    assert!(ballot.contains(&format!("person: 9\n    name: Ann Bee\n{ANSWERS}")), "{ballot}");
    assert!(ballot.contains("former: [1]\n") && !ballot.contains("status:"), "{ballot}");
    let v = site.get("candidates/parl.2031-05-01/v.yaml");
    assert!(v.contains("person: 9\n") && v.contains("answers_in: parl.example-town.2031-05-01\n"), "{v}");
    assert_eq!(site.get("candidates/documents/letter.yaml"), letter.replace("person: 1", "person: 9"));
    assert_eq!(codes(&site), wrong_before);
    let wanted = "Look at parl.example-town.2031-05-01: the list does not hold this ballot, and has 9 (here 1 until now) \
                  on parl.v.2031-05-01. If 9 no longer stands here, write “status: not_listed”.";
    assert!(outcome.to_string().contains(wanted), "{outcome}");
    let before = site.files();
    site.import(&moved);
    assert_eq!(site.files(), before);
}

#[test]
fn answers_under_both_ids_of_one_person_stay_for_a_person_to_join() {
    for old_ballot_is_listed in [false, true] {
        let site = Site::new();
        let there = on_v(&["person_id=9", "person_name=Ann Bee"]);
        site.import(&list(HEADER, &[&["person_id=1", "person_name=Ann B"], bob(), &there]));
        answer(&site, "Ann B");
        let v = "candidates/parl.2031-05-01/v.yaml";
        site.put(v, &site.get(v).replace("    name: Ann Bee\n", &format!("    name: Ann Bee\n{ANSWERS}")));
        let merged = on_v(&["person_id=9", "person_name=Ann Bee", "old_person_ids=1"]);
        let rows: &[&[&str]] = if old_ballot_is_listed { &[&merged, bob()] } else { &[&merged] };
        let outcome = site.import(&list(HEADER, rows));
        assert!(outcome.to_string().contains("1 and 9 are one person"), "{outcome}");
        assert!(site.ballot().contains(ANSWERS) && site.get(v).contains(ANSWERS));
        assert!(site.ballot().contains("person: 1\n"), "{}", site.ballot());
        let before = site.files();
        assert!(site.import(&list(HEADER, rows)).to_string().contains("1 and 9 are one person"));
        assert_eq!(site.files(), before);
    }
}

#[test]
fn who_was_off_a_ballot_that_the_list_lacks_answers_on_the_new_one() {
    let site = Site::new();
    let ann: &[&str] = &["person_id=1", "person_name=Ann Bee"];
    site.import(&list(HEADER, &[ann, bob()]));
    site.import(&list(HEADER, &[bob()]));
    site.import(&list(HEADER, &[&on_v(&["person_id=9", "person_name=Ann Bee", "old_person_ids=1"])]));
    assert_eq!(site.errors(), []);
    let ballot = site.ballot();
    assert!(ballot.contains("person: 9\n") && ballot.contains("answers_in: parl.v.2031-05-01\n"), "{ballot}");
}

#[test]
fn who_is_listed_under_an_old_id_on_another_ballot_is_the_same_person() {
    let site = Site::new();
    let old = on_v(&["person_id=1", "person_name=Ann Bee"]);
    let new: &[&str] = &["person_id=9", "person_name=Ann Bee", "old_person_ids=1"];
    site.import(&list(HEADER, &[new, &old]));
    let v = site.get("candidates/parl.2031-05-01/v.yaml");
    assert!(v.contains("person: 9\n") && v.contains("answers_in: parl.example-town.2031-05-01\n"), "{v}");
    assert_eq!(site.errors(), []);
}
