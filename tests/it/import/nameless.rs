use super::fixture::{FIRST, SECOND, Site, THIRD, early, list, refusals};
use hustings::import::CandidateOptions;

#[test]
fn a_party_without_id_is_reported_and_invents_nothing() {
    let header = "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label";
    let known: &[&str] = &["id=1", "name=Asha Example"];
    for name in ["Harbour Alliance", "Labour Party", "Labour and Co-operative Party"] {
        let site = Site::new();
        site.put("candidates/parties/labour.yaml", "id: labour\nname: Labour Party\n");
        let text = list(header, &[known, &["id=2", "name=Bo Sample", "party_id=", &format!("party_name={name}")]]);
        let found = refusals(site.try_import(text.as_bytes(), &CandidateOptions::default()));
        assert_eq!(
            found,
            [format!("3:1 this list gives no id for “{name}”, and a name does not say which party it is")]
        );
        assert_eq!(site.files().len(), 2, "nothing may be written");
    }
}

#[test]
fn independents_and_the_speaker_need_no_id() {
    for (header, id, name) in [(SECOND, "id", "name"), (THIRD, "person_id", "person_name")] {
        let site = Site::new();
        let row = |n: u32, party: &str| {
            [format!("{id}={n}"), format!("{name}=Person {n}"), "party_id=".to_owned(), format!("party_name={party}")]
        };
        let rows = [row(1, "Independent"), row(2, "INDEPENDENT"), row(3, "Speaker seeking re-election")];
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        site.import(&list(header, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>()));
        let ballot = site.ballot();
        assert_eq!(
            (ballot.matches("party: independent\n").count(), ballot.matches("party: speaker\n").count()),
            (2, 1)
        );
    }
}

#[test]
fn a_list_of_the_first_generation_invents_no_party_either() {
    let site = Site::new();
    let text = list(FIRST, &[&["id=1", "name=Asha Example", "party_id=", "party=Harbour Alliance"]]);
    let found = refusals(site.try_import(text.as_bytes(), &early()));
    let wanted = "2:1 this list gives no id for “Harbour Alliance”, and a name does not say which party it is";
    assert_eq!(found, [wanted]);
    assert_eq!(site.files().len(), 1);
}
