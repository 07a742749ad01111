//! What elections are called that a list brings, and how its people are sorted.

use hustings::edit::Value;

use super::fixture::{SECOND, Site, THIRD, list};

/// The name of the one election that a list of one ballot brings.
fn name(site: &Site, election: &str, ballot: &str, body: &str) -> String {
    let day = election.rsplit('.').next().unwrap();
    let cells = [
        "id=1".to_owned(),
        "name=Ann Other".to_owned(),
        format!("election={election}"),
        format!("ballot_paper_id={ballot}"),
        format!("election_date={day}"),
        format!("organisation_name={body}"),
    ];
    site.import(&list(SECOND, &[&cells.each_ref().map(String::as_str)]));
    let file = site.get(&format!("candidates/{election}/election.yaml"));
    file.lines().find_map(|line| line.strip_prefix("name: ")).unwrap().to_owned()
}

#[test]
fn a_council_is_called_as_the_list_calls_it() {
    let of = |election: &str, body| name(&Site::new(), election, &election.replace(".2031", ".x.2031"), body);
    assert_eq!(
        of("local.example-town-city-of.2031-05-01", "Example City Council"),
        "Local election 2031, Example City Council"
    );
    assert_eq!(
        of("mayor.example-ca.2031-05-01", "Example Combined Authority"),
        "Mayoral election 2031, Example Combined Authority"
    );
    assert_eq!(of("local.example-town.2031-05-01", ""), "Local election 2031, Example Town");
    assert_eq!(of("parl.2031-05-01", "House of Commons"), "UK parliamentary election 2031");
}

#[test]
fn by_elections_and_the_two_votes_of_one_day_are_called_so() {
    let site = Site::new();
    assert_eq!(name(&site, "parl.by.2031-05-01", "parl.by.x.2031-05-01", ""), "UK parliamentary by-election 2031");
    assert_eq!(
        name(&site, "parl.2031-07-03", "parl.x.by.2031-07-03", ""),
        "UK parliamentary by-election of 3 July 2031"
    );
    assert_eq!(
        name(&site, "sp.c.2031-05-01", "sp.c.x.2031-05-01", ""),
        "Scottish Parliament election 2031, constituencies"
    );
    assert_eq!(name(&site, "sp.r.2031-05-01", "sp.r.x.2031-05-01", ""), "Scottish Parliament election 2031, regions");
    assert_eq!(
        name(&site, "gla.a.2031-05-01", "gla.a.2031-05-01", ""),
        "London Assembly election 2031, whole of London"
    );
}

#[test]
fn an_unknown_kind_has_its_id_and_no_two_elections_have_one_name() {
    let site = Site::new();
    for id in ["eu.2031-05-01", "combined-authority.x.2031-05-01"] {
        assert_eq!(name(&site, id, &id.replace(".2031", ".y.2031"), "Y"), id);
    }
    let first = name(&site, "local.example.2031-05-01", "local.example.old-quay.2031-05-01", "Example Council");
    assert_eq!(first, "Local election 2031, Example Council");
    let moved = name(&site, "local.example.2031-05-22", "local.example.old-quay.2031-05-22", "Example Council");
    assert_eq!(moved, "Local election of 22 May 2031, Example Council");
}

#[test]
fn people_are_sorted_by_family_names_with_what_belongs_to_them() {
    let names = [
        ("Asha Example", "Example, Asha"),
        ("Cy van der Sample", "van der Sample, Cy"),
        ("Gwen ap Sampl", "ap Sampl, Gwen"),
        ("Niall Ó Sampla", "Ó Sampla, Niall"),
        ("Ráichéal Mhic Sampla", "Mhic Sampla, Ráichéal"),
        ("Ann O'Example", "O'Example, Ann"),
        ("Ann McExample-Sample", "McExample-Sample, Ann"),
        ("Bo Example Jr", "Example, Bo Jr"),
        ("Bo Example, OBE", "Example, Bo OBE"),
        ("De Example", "Example, De"),
        ("Dr Asha Example", "Example, Dr Asha"),
        ("Lord Example", "Example, Lord"),
        ("Bo \"Spoon\" Example", "Example, Bo \"Spoon\""),
        ("Mary St Example", "St Example, Mary"),
        ("Bo D Sample", "Sample, Bo D"),
    ];
    let site = Site::new();
    let cells: Vec<[String; 2]> =
        names.iter().zip(1..).map(|((name, _), n)| [format!("id={n}"), format!("name={name}")]).collect();
    let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    site.import(&list(SECOND, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>()));
    let ballot = site.ballot();
    for (name, sorted) in names.map(|(name, sorted)| (Value::text(name).to_block(), Value::text(sorted).to_block())) {
        let wanted = format!("    name: {name}\n    sort_name: {sorted}\n    guessed: true\n");
        assert!(ballot.contains(&wanted), "{wanted} in {ballot}");
    }
}

#[test]
fn a_family_name_with_which_a_name_does_not_end_says_nothing() {
    let site = Site::new();
    let row = ["person_id=1", "person_name=Asha Example Sample", "sopn_last_name=Other"];
    site.import(&list(THIRD, &[&row]));
    assert!(site.ballot().contains("    sort_name: Sample, Asha Example\n    guessed: true\n"), "{}", site.ballot());
    let row = ["person_id=1", "person_name=Asha Example Sample", "sopn_last_name=EXAMPLE SAMPLE"];
    site.import(&list(THIRD, &[&row]));
    assert!(site.ballot().contains("    sort_name: Example Sample, Asha\n    party"), "{}", site.ballot());
}
