//! Texts that look like personal data: each is reported with a way out that is open to its record.

use hustings::atoms::redact;

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

#[test]
fn printed_matter_loses_the_details_of_people_and_nothing_else() {
    let leaflet = "\
Vote for Asha Example on 1 May 2031.
Ring 020 7946 0123 or (01632) 960 001, write to asha.example @ example.org
or see https://example.org/0123456789/asha for more.

Printed by Quick Print, Unit 4, 12 Harbour
Street, Example Town, EX1 2AB. Promoted by J. Placeholder on behalf of A. Example,
both of The Old Mill, Mill Lane, Example Town EX3 4CD. Box: P.O. Box 99, Example Town EX5 6EF.
In 2029 the council spent 1,200,000 on 14 Saturdays.
";
    let (redacted, taken) = redact(leaflet);
    let expected = "\
Vote for Asha Example on 1 May 2031.
Ring [telephone number left out] or [telephone number left out], write to [e-mail address left out]
or see https://example.org/0123456789/asha for more.

Printed by Quick Print, [street address left out]
. Promoted by J. Placeholder on behalf of A. Example,
both of The Old Mill, [street address left out]. Box: [street address left out].
In 2029 the council spent 1,200,000 on 14 Saturdays.
";
    assert_eq!(redacted, expected);
    let lines: Vec<usize> = taken.iter().map(|(_, line)| *line).collect();
    assert_eq!(lines, [2, 2, 2, 5, 7, 7], "{taken:?}");
    assert_eq!(redact(expected).0, expected, "nothing is left to take out");
}
