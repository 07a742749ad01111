//! Texts that look like personal data: each is reported with a way out that is open to its record.

use hustings::country::Country;
use hustings::country::Patterns;

use crate::support::{Found, SiteFixture};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ADDRESS: &str = "office@example.org";

fn reported(site: &SiteFixture) -> Vec<Found> {
    site.check()
        .into_iter()
        .filter(|found| ["personal-text", "street-address"].contains(&found.code.as_str()))
        .collect()
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
    let redact = |text: &str| {
        let (text, taken) = Patterns::of(Country::Uk).expect("patterns").redact(text);
        (text.into_owned(), taken)
    };
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

/// A site of a country, with a text in the page about us.
fn page(country: &str, text: &str) -> SiteFixture {
    SiteFixture::base()
        .replace("hustings.yaml", "title: A test", &format!("country: {country}\ntitle: A test"))
        .file("content/pages/about.md", format!("---\ntitle: About us\n---\n{text}\n"))
}

/// What is reported of a text, by its code.
fn codes(country: &str, text: &str) -> Vec<String> {
    reported(&page(country, text)).into_iter().map(|found| found.code).collect()
}

#[test]
fn details_are_found_as_the_site_s_country_writes_them() {
    for (country, text) in [
        ("uk", "Ring (01632) 960 001."),
        ("uk", "Ring 01632.960.001."),
        ("uk", "Ring +44 20 7946 0123."),
        ("uk", "Write to 12 Mill Lane, Example Town EX3 4CD."),
        ("uk", "Or +49 30 901820 from Berlin."),
        ("us", "Ring (614) 555-0123."),
        ("us", "Ring 614-555-0123."),
        ("us", "Ring +1 614 555 0123."),
        ("us", "Write to 1200 N High Street, Columbus, OH 43215."),
        ("us", "Hers is 078-05-1120."),
        ("us", "She was born on March 3, 1970."),
        ("de", "Ruf an: (030) 1234567."),
        ("de", "Ruf an: 030/1234567."),
        ("de", "Schreib an Musterstraße 12, 10115 Berlin."),
        ("de", "Schreib an Am Musterplatz 3a, 10115 Berlin."),
        ("de", "Geboren am 3. März 1970."),
        ("ie", "Ring (01) 555 0123."),
        ("ie", "Ring 087 555 0123."),
        ("ie", "Write to 12 Mill Lane, Dublin 8."),
        ("ie", "Hers is 1234567TW."),
        ("other", "Write to jo@example.org."),
        ("other", "Ring +61 2 5550 1234."),
    ] {
        assert_eq!(codes(country, text), ["personal-text"], "{country}: {text}");
    }
    // What one country writes is not a detail elsewhere.
    for (country, text) in
        [("uk", "Ring (614) 555-0123."), ("de", "Listenplatz 12, 20 000 Stimmen"), ("us", "AB 12 34 56 C")]
    {
        assert_eq!(codes(country, text), [""; 0], "{country}: {text}");
    }
    let found = SiteFixture::base().replace("hustings.yaml", "title: A test", "country: gb\ntitle: A test").check();
    assert!(
        found.iter().any(|found| found.code == "unknown-word" && found.help.contains("uk, us, de, ie, other")),
        "{found:?}"
    );
}

#[test]
fn a_public_building_or_an_organisation_s_address_is_at_most_a_warning() {
    for text in [
        "We handed it in at 10 Downing Street.",
        "The march ends in 1 Parliament Square.",
        "The party's office: Harbour Party, 12 Quay Street, Example Town EX1 2AB.",
        "Printed by Quick Print Ltd, Unit 4, 12 Harbour Street, Example Town, EX1 2AB.",
    ] {
        assert_eq!(codes("uk", text), ["street-address"], "{text}");
    }
    for text in [
        "He lives at 12 Quay Street.",
        "Asha Example, 12 Mill Lane, Example Town EX3 4CD",
        "Her home address is 3 Quay Street.",
    ] {
        assert_eq!(codes("uk", text), ["personal-text"], "{text}");
    }
}

#[test]
fn only_the_typed_field_makes_contact_details_public() {
    let party = "candidates/parties/pp2.yaml";
    let with = |more: &str| {
        let text = format!("id: pp2\nname: Meadow Party\nnote: Write to jo@example.org\n{more}\n");
        SiteFixture::base().file(party, text)
    };
    for says in [
        "public_contact: true",
        "public_contact:   true  # as it says itself",
        "\"public_contact\": true",
        "'public_contact' : true",
    ] {
        assert_eq!(with(says).check(), [], "{says}");
    }
    for says in [
        "# public_contact: true",
        "public_contact: false",
        "short_name: \"public_contact: true\"",
        "website: https://example.org/\n#public_contact: true",
    ] {
        assert_eq!(reported(&with(says)).len(), 1, "{says}");
    }
    // The loader reads quotes around it as it reads none, and takes other words for no answer.
    assert_eq!(with("public_contact: \"true\"").check(), []);
    let other = with("public_contact: yes").check();
    assert_eq!(other.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["personal-text", "wrong-shape"]);
    let said = SiteFixture::base().replace(
        BALLOT,
        "quote: I would clean it.",
        "quote: |\n              public_contact: true\n              Ring 07700 900123.",
    );
    assert_eq!(reported(&said).len(), 1);
    let flow = "terms:\n  - {id: hall, term: hall, means: \"Say public_contact: true to jo@example.org\"}\n";
    assert_eq!(reported(&SiteFixture::base().file("content/glossary.yaml", flow)).len(), 1);
}

#[test]
fn an_escape_hides_nothing() {
    let text = "id: pp2\nname: Meadow Party\nnote: \"jo\\x40example.org or \\u0030\\x37700 900123\"\n";
    let found = reported(&SiteFixture::base().file("candidates/parties/pp2.yaml", text));
    let places: Vec<_> = found.iter().map(Found::place_and_code).collect();
    assert_eq!(places, ["candidates/parties/pp2.yaml:3:7 personal-text"; 2]);
}
