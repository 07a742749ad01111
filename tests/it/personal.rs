//! Texts that look like personal data: each is reported with a way out that is open to its record.

use crate::support::{Found, SiteFixture};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ADDRESS: &str = "10 Downing Street";

fn reported(site: &SiteFixture) -> Vec<Found> {
    site.check().into_iter().filter(|found| found.code == "personal-text").collect()
}

/// A public address in `file`, after `before`; the remedy names `record`, and following it at `key` helps.
fn way_out(file: &str, before: &str, record: &str, key: &str) {
    let address = SiteFixture::base().replace(file, before, &format!("{before} {ADDRESS}"));
    let found = reported(&address);
    assert_eq!(found.len(), 1, "{file}: {found:?}");
    let help = &found[0].help;
    assert!(help.contains("“public_contact: true”") && help.ends_with(record), "{file}: {help}");
    let indent = " ".repeat(key.len() - key.trim_start().len());
    let mended = address.replace(file, key, &format!("{key}\n{indent}public_contact: true"));
    assert_eq!(mended.check(), [], "{file}");
}

#[test]
fn every_record_has_a_way_out_and_the_remedy_names_it() {
    way_out("candidates/parties/pp2.yaml", "name: Meadow Party", "to the party", "id: pp2");
    way_out("candidates/documents/harbour-manifesto.yaml", "title: Clean Water", "to the document", "kind: manifesto");
    way_out("candidates/test.2031-05-01/election.yaml", "name: Test elections", "to the election", "date: 2031-05-01");
    way_out("candidates/test.2031-05-01/asks/first-letter.yaml", "how: by letter", "to the round", "id: first-letter");
    way_out(BALLOT, "name: Ben Sample", "to the candidate", "    party: pp2");
    way_out(BALLOT, "quote: I would clean it.", "to the candidate", "    party: pp1");
    way_out("content/glossary.yaml", "means: A part of a council's area.", "to the term", "    term: ward");
    way_out("content/corrections.yaml", "because: We had misread the letter.", "to the correction", "    was: No");
    way_out("content/pages/about.md", "We are made up.", "to the keys at the top of the page", "title: About us");
    let question = "content/questions/duck-pond.md";
    way_out(question, "The pond is green.", "to the keys at the top of the question", "short: Clean the pond?");
}

#[test]
fn a_ballot_s_way_out_does_not_reach_its_candidates() {
    let area = "area: {name: Pond Lane}";
    let hall = "area: {name: Pond Lane}\ncomplete: {value: true, source: Town Hall in 10 High Street}";
    let site = SiteFixture::base().replace(BALLOT, area, hall);
    let found = reported(&site);
    assert!(found.len() == 1 && found[0].help.ends_with("to the ballot"), "{found:?}");
    let public = SiteFixture::base().replace(BALLOT, area, &format!("{hall}\npublic_contact: true"));
    assert_eq!(public.check(), []);
    let candidate = public.replace(BALLOT, "name: Ben Sample", "name: Ben Sample, 12 Mill Lane");
    let found = reported(&candidate);
    assert!(found.len() == 1 && found[0].help.ends_with("to the candidate"), "{found:?}");
}

#[test]
fn a_term_s_way_out_does_not_reach_the_next_term() {
    let two = "terms:\n  - {id: hall, term: hall, means: It stands in 10 High Street., public_contact: true}\n  \
               - {id: home, term: home, means: It stands in 12 Mill Lane.}\n";
    let found = reported(&SiteFixture::base().file("content/glossary.yaml", two));
    assert_eq!(found.iter().map(|found| found.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn the_site_file_has_blocks_that_are_public_and_the_remedy_names_them() {
    let site = SiteFixture::base().replace("hustings.yaml", "title: A test", "title: A test in 10 High Street");
    let found = reported(&site);
    assert_eq!(found.len(), 1);
    assert!(found[0].help.contains("“contact:”") && !found[0].help.contains("public_contact"), "{}", found[0].help);
}
