//! Which party a label of a list belongs to, and what it is called.

use super::fixture::{FIRST, SECOND, Site, list};

const JOINT: [&str; 2] = ["party_id=joint-party:53-119", "party_name=Labour and Co-operative Party"];

#[test]
fn a_party_is_called_what_most_rows_call_it() {
    let site = Site::new();
    let called = |id: &'static str, name: &'static str, party: &'static str| [id, name, party];
    let rows = [
        called("id=1", "name=Ann A", "party_name=Harbor Alliance"),
        called("id=2", "name=Ben B", "party_name=Harbour Alliance"),
        called("id=3", "name=Cat C", "party_name=Harbour Alliance"),
    ];
    let outcome = site.import(&list(SECOND, &rows.each_ref().map(<[&str; 3]>::as_slice)));
    assert!(site.get("candidates/parties/pp9001.yaml").contains("name: Harbour Alliance\n"));
    let said = outcome.to_string();
    assert!(said.contains("it says “name: Harbour Alliance”, and line 2 of the list says “Harbor Alliance”"), "{said}");
}

#[test]
fn a_joint_label_never_takes_the_name_of_one_of_its_parts() {
    let wrong = [JOINT[0], "party_name=Labour Party"];
    let row = |id: &'static str, name: &'static str, party: [&'static str; 2]| [id, name, party[0], party[1]];
    let joint = [
        vec![row("id=1", "name=Ann A", wrong), row("id=2", "name=Ben B", JOINT)],
        vec![row("id=1", "name=Ann A", JOINT), row("id=2", "name=Ben B", wrong)],
        vec![row("id=1", "name=Ann A", wrong), row("id=2", "name=Ben B", wrong)],
        vec![row("id=1", "name=Ann A", wrong), row("id=2", "name=Ben B", wrong), row("id=3", "name=Cat C", JOINT)],
    ];
    for rows in joint {
        let site = Site::new();
        let outcome = site.import(&list(SECOND, &rows.iter().map(<[&str; 4]>::as_slice).collect::<Vec<_>>()));
        assert!(site.get("candidates/parties/joint-53-119.yaml").contains("name: Labour and Co-operative Party\n"));
        assert!(outcome.to_string().contains("says “Labour Party”"), "{outcome}");
        assert_eq!(site.errors(), [], "an import that ended well leaves a site that checks");
    }
}

#[test]
fn a_party_that_is_called_otherwise_than_on_record_is_named() {
    let site = Site::new();
    site.import(&list(SECOND, &[&["id=1", "name=Ann A"]]));
    let renamed: &[&str] = &["id=1", "name=Ann A", "party_name=Harbour and Hill Alliance"];
    let outcome = site.import(&list(SECOND, &[renamed]));
    assert_eq!(outcome.files, 0);
    let said = outcome.to_string();
    let (start, end) = (
        "Look at candidates/parties/pp9001.yaml: it says “name: Harbour Alliance”, and line ",
        " of the list says “Harbour and Hill Alliance”. The record stays; change it by hand if the list is right.",
    );
    assert!(said.contains(start) && said.contains(end), "{said}");
    // Neither signs, nor its short name, nor its name in another language are another name.
    site.put(
        "candidates/parties/pp9001.yaml",
        "id: pp9001\nname: Cynghrair\nshort_name: HARBOUR ALLIANCE!\ntranslations: {cy: {name: Harbour and Hill Alliance}}\n",
    );
    assert!(!site.import(&list(SECOND, &[renamed])).to_string().contains("Look at"));
    assert!(!site.import(&list(SECOND, &[&["id=1", "name=Ann A"]])).to_string().contains("Look at"));
}

#[test]
fn independents_are_known_in_every_language_of_ballot_papers() {
    for label in ["Annibynnol", "Independent / Annibynnol", "Neamhspleách", "Ind.", "INDEPENDENTS"] {
        for header in [SECOND, FIRST] {
            let site = Site::new();
            let party = if header == FIRST { format!("party={label}") } else { format!("party_name={label}") };
            site.import_early(&list(header, &[&["id=1", "name=Ann A", "party_id=", &party]]));
            assert!(site.ballot().contains("party: independent\n"), "{label}: {}", site.ballot());
            let wanted = "id: independent\nids: [\"ynmp-party:2\"]\nname: Independent\nkind: independent\n";
            assert_eq!(site.get("candidates/parties/independent.yaml"), wanted, "{label}");
        }
    }
}

#[test]
fn ids_that_yaml_takes_for_something_else_read_back() {
    for id in ["null", "true", "no", "12", "1e3", "0x1f"] {
        let site = Site::new();
        let text = list(SECOND, &[&["id=1", "name=Ann A", &format!("party_id={id}")]]);
        site.import(&text);
        assert_eq!(site.errors(), [], "{id}");
        let before = site.files();
        site.import(&text);
        assert_eq!(site.files(), before, "{id}");
    }
}
