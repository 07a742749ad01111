//! The Atom feeds: which changes they tell, in which words, and what RFC 4287 asks of them.

use std::collections::BTreeSet;

use hustings::atoms::SitePath;
use roxmltree::{Document, Node};

use super::{BALLOT, PAGE, base, holds, lacks, page, rendered, text};
use crate::support::SiteFixture;

const OF_BALLOT: &str = "test.2031-05-01/pond-lane/feed.atom";

/// The base site at an address of its own, with people who are not made up.
fn at_home() -> SiteFixture {
    base().replace("hustings.yaml", "title: A test\n", "title: A test\nbase_url: https://example.org/2031/\n").replace(
        "candidates/test.2031-05-01/election.yaml",
        "fictional: true\n",
        "",
    )
}

/// An entry of a feed.
#[derive(Debug, PartialEq)]
struct Entry {
    id: String,
    title: String,
    updated: String,
    link: String,
    summary: String,
}

/// What stands in the one child of a name, which has to be there.
fn child(node: Node<'_, '_>, name: &str) -> String {
    let named: Vec<_> =
        node.children().filter(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name))).collect();
    assert_eq!(named.len(), 1, "{name} in {node:?}");
    named[0].text().unwrap_or_default().to_owned()
}

/// The address of the one link of a kind; RFC 4287: one that does not say its kind is `alternate`.
fn link(node: Node<'_, '_>, rel: &str) -> String {
    let links = node.children().filter(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", "link")));
    let links: Vec<_> = links.filter(|link| link.attribute("rel").unwrap_or("alternate") == rel).collect();
    assert_eq!(links.len(), 1, "{rel} in {node:?}");
    links[0].attribute("href").expect("an address").to_owned()
}

/// The entries of a feed in which nothing is missing that RFC 4287 needs.
fn entries(feed: &str) -> Vec<Entry> {
    let document = Document::parse(feed).expect("well-formed XML");
    let root = document.root_element();
    assert!(root.has_tag_name(("http://www.w3.org/2005/Atom", "feed")));
    assert!(!child(root, "title").is_empty());
    assert_eq!(child(root, "id"), link(root, "self"));
    assert!(link(root, "alternate").starts_with("https://example.org/2031/"));
    let author = root.children().find(|child| child.has_tag_name("author")).expect("an author");
    assert!(!child(author, "name").is_empty());
    let entry = |node: Node<'_, '_>| Entry {
        id: child(node, "id"),
        title: child(node, "title"),
        updated: child(node, "updated"),
        link: link(node, "alternate"),
        summary: child(node, "summary"),
    };
    let entries: Vec<_> = root.children().filter(|child| child.has_tag_name("entry")).map(entry).collect();
    let ids: BTreeSet<_> = entries.iter().map(|entry| &entry.id).collect();
    assert_eq!(ids.len(), entries.len(), "two entries with one id");
    if let Some(first) = entries.first() {
        assert_eq!(child(root, "updated"), first.updated);
    }
    entries
}

fn feed(fixture: &SiteFixture, path: &str) -> Vec<Entry> {
    entries(&page(fixture, path))
}

#[test]
fn a_feed_tells_each_change_with_its_day_and_its_hedges() {
    let site = "https://example.org/2031/";
    let all = feed(&at_home(), "feed.atom");
    let asha = Entry {
        id: format!("{site}feed.atom#test.2031-05-01/11/duck-pond/1/checked/2031-04-04"),
        title: "Checked: Asha Example, “Clean the pond?”".to_owned(),
        updated: "2031-04-04T00:00:00Z".to_owned(),
        link: format!("{site}test.2031-05-01/pond-lane/11-asha-example/#q-duck-pond"),
        summary: all[1].summary.clone(),
    };
    assert_eq!(all[1], asha);
    let shown = page(&at_home(), "test.2031-05-01/pond-lane/11-asha-example/index.html");
    let hedge = all[1].summary.split("Dated 3 April 2031. ").nth(1).expect("the day on which it was said");
    assert!(hedge.starts_with("Not double-checked yet: 1"), "{hedge}");
    holds(&shown, hedge);
    let titles: Vec<_> = all.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(titles[0], "Correction: Asha Example on the pond");
    assert_eq!(titles[2..], ["Checked: Harbour Alliance, “Clean the pond?”", "Looked through: Clean Water"]);
    assert!(all[2].summary.starts_with("Harbour Alliance, party line on “Clean the pond?”:"), "{}", all[2].summary);
}

#[test]
fn without_an_address_of_the_site_there_is_no_feed() {
    let site = rendered(&base().path(""));
    assert!(!site.keys().any(|path| path.as_str().ends_with(".atom")));
    lacks(&text(&site, "index.html"), "feed.atom");
}

#[test]
fn home_and_ballot_lead_to_their_feeds() {
    let site = rendered(&at_home().path(""));
    let link = |path| format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{path}\">");
    holds(&text(&site, "index.html"), &link("feed.atom"));
    holds(&text(&site, "index.html"), "<a href=\"feed.atom\">");
    holds(&text(&site, PAGE), &link("../../test.2031-05-01/pond-lane/feed.atom"));
    holds(&text(&site, "corrections/index.html"), "<a href=\"../feed.atom\">");
    lacks(&text(&site, "parties/index.html"), "feed.atom");
}

#[test]
fn the_feed_of_a_ballot_tells_what_its_page_shows_and_nothing_else() {
    let old_quay = "id: test.old-quay.2031-05-01\narea: {name: Old Quay}\ncandidates:\n  - {person: 12, name: Ben Sample, \
                    party: pp2, answers_in: test.pond-lane.2031-05-01}\n";
    let fixture = at_home().file("candidates/test.2031-05-01/old-quay.yaml", old_quay).replace(
        BALLOT,
        "    party: pp2\n",
        "    party: pp2\n    reply: {date: 2031-04-08, text: It is my pond.}\n",
    );
    let titles = |path| feed(&fixture, path).into_iter().map(|entry| entry.title).collect::<Vec<_>>();
    let of_asha = "Checked: Asha Example, “Clean the pond?”";
    assert_eq!(
        titles(OF_BALLOT),
        ["Reply to the page: Ben Sample", of_asha, "Checked: Harbour Alliance, “Clean the pond?”"]
    );
    assert_eq!(titles("test.2031-05-01/old-quay/feed.atom"), ["Reply to the page: Ben Sample"]);
    let both = [feed(&fixture, OF_BALLOT), feed(&fixture, "feed.atom")];
    let id = |entries: &[Entry]| entries.iter().find(|entry| entry.title == of_asha).map(|entry| entry.id.clone());
    assert_eq!(id(&both[0]), id(&both[1]), "one change has one id");
}

#[test]
fn an_id_outlives_names_and_addresses() {
    let ids = |fixture: &SiteFixture| feed(fixture, OF_BALLOT).into_iter().map(|entry| entry.id).collect::<Vec<_>>();
    let renamed = at_home().replace(BALLOT, "name: Asha Example", "name: Asha Other").replace(
        "candidates/parties/pp1.yaml",
        "name: Harbour Alliance",
        "name: Quay Union",
    );
    assert_eq!(ids(&renamed), ids(&at_home()));
    // Two changes of one day that nothing tells apart.
    let again = "      - question: duck-pond\n        stance: opposes\n        date: 2031-04-01\n        entered_by: pat\n\
                 \x20       evidence: [{kind: speech, title: A speech, where: Town Hall, date: 2031-04-01, quote: No.}]\n\
                 \x20       checked: [{by: lee, date: 2031-04-04}]\n";
    let twice = at_home().replace(BALLOT, "    positions:\n", &format!("    positions:\n{again}"));
    assert_eq!(ids(&twice).len(), ids(&at_home()).len() + 1);
}

#[test]
fn what_is_off_the_site_is_not_in_the_feed_either() {
    let with = |keys: &str| {
        at_home().replace(BALLOT, "        entered_by: pat\n", &format!("        entered_by: pat\n        {keys}\n"))
    };
    let gone = feed(&with("takedown: {date: 2031-04-11, reason: At her request.}"), "feed.atom");
    let told: Vec<_> = gone.iter().filter(|entry| entry.id.contains("/11/")).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].summary.contains("At her request.") && !told[0].summary.contains("Yes"), "{}", told[0].summary);
    let disputed = feed(&with("verification: {state: disputed, because: She denies it., date: 2031-04-09}"), OF_BALLOT);
    assert!(disputed.iter().filter(|entry| entry.id.contains("/11/")).all(|e| e.summary.contains("She denies it.")));
    let doubtful = feed(&with("caveat: It speaks of one half only."), OF_BALLOT);
    assert!(doubtful[0].summary.contains("It speaks of one half only."));
}

#[test]
fn any_text_stays_a_text_and_a_feed_has_an_end() {
    let many: String = (1..=60)
        .map(|n| format!("  - {{date: 2031-04-06, about: \"No. {n}: <b>&amp;]]>\", was: a, now: b, because: c}}\n"))
        .collect();
    let fixture = at_home().file("content/corrections.yaml", format!("corrections:\n{many}"));
    let all = feed(&fixture, "feed.atom");
    assert_eq!(all.len(), 50);
    assert_eq!(all[0].title, "Correction: No. 1: <b>&amp;]]>");
    let people: String = (30..60)
        .map(|n| format!("  - {{person: {n}, name: No. {n}, party: pp2, reply: {{date: 2031-04-08, text: Mine.}}}}\n"))
        .collect();
    let ballot = format!("id: test.old-quay.2031-05-01\narea: {{name: Old Quay}}\ncandidates:\n{people}");
    let fixture = at_home().file("candidates/test.2031-05-01/old-quay.yaml", ballot);
    assert_eq!(feed(&fixture, "test.2031-05-01/old-quay/feed.atom").len(), 20);
}

#[test]
fn a_feed_in_each_language_and_made_up_people_are_said_to_be() {
    let fixture = base().replace(
        "hustings.yaml",
        "title: A test\n",
        "title: A test\nbase_url: https://example.org/2031/\nlanguages: [en, cy]\n",
    );
    let site = rendered(&fixture.path(""));
    let welsh = entries(&text(&site, "cy/feed.atom"));
    assert_eq!(welsh[1].id, "https://example.org/2031/cy/feed.atom#test.2031-05-01/11/duck-pond/1/checked/2031-04-04");
    assert!(welsh[1].link.starts_with("https://example.org/2031/cy/test.2031-05-01/pond-lane/"));
    holds(&text(&site, "cy/feed.atom"), "xml:lang=\"cy\"");
    assert!(entries(&text(&site, "feed.atom"))[1].summary.starts_with("Made up. "));
    let again = rendered(&fixture.path(""));
    let path: SitePath = "feed.atom".parse().expect("an address");
    assert_eq!(site.get(&path), again.get(&path));
}
