//! What pages say of themselves to programs and to whoever shares them: Open Graph and JSON-LD.

use regex::Regex;
use serde_json::{Value, json};

use super::{ASHA, BALLOT, BEN, PAGE, base, between, holds, html, lacks, page, starter};
use crate::support::SiteFixture;

fn at_home() -> SiteFixture {
    base().replace("hustings.yaml", "title: A test\n", "title: A test\nbase_url: https://example.org/2031/\n").replace(
        "candidates/test.2031-05-01/election.yaml",
        "fictional: true\n",
        "",
    )
}

/// The linked data of a page.
fn linked(html: &str) -> Value {
    let json = between(html, "<script type=\"application/ld+json\">", "</script>");
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error} in {json}"))
}

#[test]
fn every_page_can_be_shared_and_its_linked_data_is_json() {
    let mut kinds = Vec::new();
    for (path, html) in html(&starter()) {
        // What only leads on, or is a part of another page.
        if html.contains("<meta name=\"robots\" content=\"noindex\">") {
            continue;
        }
        for property in ["title", "description"] {
            assert_eq!(html.matches(&format!("property=\"og:{property}\"")).count(), 1, "{property} on {path}");
        }
        if html.contains("application/ld+json") {
            let about = linked(&html);
            let things = about.as_array().cloned().unwrap_or_else(|| vec![about]);
            kinds.extend(things.iter().map(|thing| thing["@type"].as_str().expect("a type").to_owned()));
        }
    }
    for kind in ["Person", "PoliticalParty", "Event", "Dataset"] {
        assert!(kinds.iter().any(|known| known == kind), "no {kind} among {kinds:?}");
    }
}

#[test]
fn a_page_says_what_it_is_to_whoever_shares_it() {
    let page = page(&at_home(), ASHA);
    let address = "https://example.org/2031/test.2031-05-01/pond-lane/11-asha-example/";
    holds(&page, &format!("<link rel=\"canonical\" href=\"{address}\">"));
    assert_eq!(page.matches(address).count(), 1, "its address once");
    assert_eq!(linked(&page)["mainEntityOfPage"], "./", "the page in which it stands");
    holds(&page, "<meta property=\"og:type\" content=\"profile\">");
    lacks(&super::page(&base(), ASHA), "canonical");
}

#[test]
fn of_a_person_it_says_what_the_page_says_and_no_more() {
    let page = page(&at_home(), ASHA);
    let about = linked(&page);
    assert_eq!(about["@type"], "Person");
    assert_eq!(about["name"], "Asha Example");
    assert_eq!(
        about["affiliation"],
        json!({"@type": "OrganizationRole", "roleName": "candidate", "affiliation": {"@type": "PoliticalParty", "name": "Harbour Alliance"}})
    );
    let lead = between(&page, "<div class=\"lead\">", "</div>").replace("</p><p>", " ");
    let words = Regex::new("<[^>]*>").expect("a pattern").replace_all(&lead, "").into_owned();
    assert_eq!(about["description"], words);
    assert!(about.get("disambiguatingDescription").is_none());
    // Who is made up is said to be.
    assert_eq!(linked(&super::page(&base(), BEN))["disambiguatingDescription"], "Nobody on this page is real.");
    let with = |keys: &str| at_home().replace(BALLOT, "    party: pp1\n", &format!("    party: pp1\n    {keys}\n"));
    let gone = linked(&super::page(&with("takedown: {date: 2031-04-11, reason: At her request.}"), ASHA));
    assert!(!gone["description"].as_str().expect("a text").contains("clear"), "{gone}");
    assert!(linked(&super::page(&with("status: withdrawn"), ASHA)).get("affiliation").is_none());
}

#[test]
fn parties_polling_days_and_events() {
    let party = linked(&page(&at_home(), "parties/pp1/index.html"));
    assert_eq!((&party["@type"], &party["name"]), (&json!("PoliticalParty"), &json!("Harbour Alliance")));
    let label = at_home().replace(
        "candidates/parties/pp2.yaml",
        "name: Meadow Party\n",
        "name: Independent\nkind: independent\n",
    );
    lacks(&page(&label, "parties/pp2/index.html"), "ld+json");
    let ballot = linked(&page(&at_home(), PAGE));
    assert_eq!((&ballot["@type"], &ballot["startDate"]), (&json!("Event"), &json!("2031-05-01")));
    assert_eq!(ballot["location"], json!({"@type": "Place", "name": "Pond Lane"}));
    let off = at_home().replace(BALLOT, "candidates:\n", "cancelled: true\ncandidates:\n");
    assert_eq!(linked(&page(&off, PAGE))["eventStatus"], "https://schema.org/EventCancelled");
    let evening = "title: Questions at the pond\ndate: 2031-04-25\ntime: \"19:30\"\nballot: test.pond-lane.2031-05-01\n\
                   access: No steps.\nevidence: [{title: Poster}]\n";
    let events = linked(&page(&at_home().file("content/events/evening.yaml", evening), "events/index.html"));
    assert_eq!(events[0]["startDate"], "2031-04-25T19:30");
    assert_eq!(events[0]["location"]["name"], "Pond Lane");
}

#[test]
fn the_data_are_a_dataset_with_licence_and_files() {
    let licensed = "licence: {name: CC BY 4.0, url: \"https://creativecommons.org/licenses/by/4.0/\"}\n";
    let fixture = at_home().replace("hustings.yaml", "title: A test\n", &format!("title: A test\n{licensed}"));
    let data = linked(&page(&fixture, "data/index.html"));
    assert_eq!(data["@type"], "Dataset");
    assert_eq!(data["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(data["dateModified"], "2031-04-20");
    let first = &data["distribution"][0];
    assert_eq!(first["contentUrl"], "https://example.org/2031/data/candidates.csv");
    assert_eq!(first["encodingFormat"], "text/csv");
    assert_eq!(linked(&page(&base(), "data/index.html"))["distribution"][0]["contentUrl"], "candidates.csv");
}

#[test]
fn no_name_ends_the_element() {
    let fixture = at_home().replace(
        BALLOT,
        "area: {name: Pond Lane}",
        "area: {name: \"</script><script>alert(1)</script>&amp;\"}",
    );
    let page = page(&fixture, PAGE);
    assert_eq!(linked(&page)["location"]["name"], "</script><script>alert(1)</script>&amp;");
    lacks(&page, "<script>alert");
}
