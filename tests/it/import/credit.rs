//! Whose list it was stands wherever its candidates do.

use super::fixture::{SECOND, Site, list};
use crate::support::SiteFixture;

const SOURCE: &str = "source: {title: List of candidates, publisher: Democracy Club, url: \"https://candidates.democracyclub.org.uk/\", \
                      licence: CC BY 4.0, credit: \"List of candidates: Democracy Club, CC BY 4.0\"}\n";
const ELECTION: &str = "candidates/parl.2031-05-01/election.yaml";

#[test]
fn a_new_election_says_whose_list_it_is_and_an_old_one_learns_it_once() {
    let site = Site::new();
    let text = list(SECOND, &[&["id=1", "name=Asha Example"]]);
    site.import(&text);
    assert!(site.get(ELECTION).contains(SOURCE), "{}", site.get(ELECTION));
    let own = "id: parl.2031-05-01\nname: Ours # so we call it\ndate: 2031-05-01\n";
    site.put(ELECTION, own);
    site.import(&text);
    assert_eq!(site.get(ELECTION), format!("{own}{SOURCE}"));
    let before = site.files();
    site.import(&text);
    assert_eq!(site.files(), before);
    // What a person wrote stays, as does a credit of the whole site.
    let by_hand = format!("{own}source: {{title: T, publisher: P, licence: L, credit: C}}\n");
    site.put(ELECTION, &by_hand);
    site.import(&text);
    assert_eq!(site.get(ELECTION), by_hand);
    site.put(ELECTION, own);
    let credits = "licence: {name: CC0, credits: [{name: DC, url: \"https://candidates.democracyclub.org.uk/\"}]}\n";
    site.put("hustings.yaml", &format!("{}{credits}", site.get("hustings.yaml")));
    site.import(&text);
    assert_eq!(site.get(ELECTION), own);
}

#[test]
fn a_list_of_ones_own_credits_nobody() {
    let site = Site::new();
    site.import_early("name,party,constituency\nAnn Other,Independent,Old Quay\n");
    assert!(!site.get(ELECTION).contains("source:"), "{}", site.get(ELECTION));
}

#[test]
fn the_credit_stands_on_pages_on_the_data_page_and_in_the_description_of_the_data() {
    let source = "source: {title: List of candidates, publisher: Example Club, url: \"https://example.org/list\", licence: CC BY 4.0, \
                  credit: \"Candidates: Example Club, CC BY 4.0.\"}\n";
    let election = "candidates/test.2031-05-01/election.yaml";
    let site = SiteFixture::base();
    let text = std::fs::read_to_string(site.path(election)).unwrap();
    let site = site.file(election, format!("{text}{source}")).build();
    let foot = "<a href=\"https://example.org/list\">Candidates: Example Club, CC BY 4.0</a>.";
    for page in ["index.html", "test.2031-05-01/pond-lane/index.html", "parties/pp1/index.html"] {
        assert!(site.page(page).contains(foot), "{page}");
    }
    let data = site.page("data/index.html");
    assert!(data.contains("id=\"test.2031-05-01\"") && data.contains("Example Club"), "{data}");
    let package: serde_json::Value = serde_json::from_str(&site.page("data/datapackage.json")).unwrap();
    let named =
        serde_json::json!([{"title": "Candidates: Example Club, CC BY 4.0.", "path": "https://example.org/list"}]);
    assert_eq!(package["sources"], named);
    let candidates = package["resources"].as_array().unwrap().iter().find(|r| r["name"] == "candidates").unwrap();
    assert_eq!(candidates["sources"], named);
    assert_eq!(candidates["licenses"], serde_json::json!([{"title": "CC BY 4.0", "name": "CC-BY-4.0"}]));
    assert!(site.page("data/site.json").contains("Candidates: Example Club"));
}
