//! Lists that are not quite as Democracy Club exports them: through a spreadsheet, of other years, or a campaign's own.

use std::io::Write as _;

use super::fixture::{Imported, SECOND, Site, list, refusals};
use hustings::import::{CandidateOptions, MissingPeople};

const HEADER: &str =
    "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label,gss_code,old_person_ids";

fn two() -> String {
    list(HEADER, &[&["id=1", "name=Ann Émile", "old_person_ids=7;8"], &["id=2", "name=Bo Other"]])
}

fn import(site: &Site, bytes: impl AsRef<[u8]>) -> Imported {
    site.try_import(bytes.as_ref(), &CandidateOptions::default()).unwrap_or_else(|e| panic!("{e:?}"))
}

/// What a plain list makes of a ballot.
fn plain() -> String {
    let site = Site::new();
    site.import(&two());
    site.ballot()
}

#[test]
fn a_list_that_went_through_a_spreadsheet_is_read_as_it_was() {
    let semicolons = two().replace("7;8", "\"7;8\"").replace(',', ";");
    let tabs = two().replace(',', "\t");
    let windows: Vec<u8> = two().chars().map(|c| if c == 'É' { 0xc9 } else { u8::try_from(c).unwrap() }).collect();
    let days =
        two().replace("2031-05-01,party", "01/05/2031,party").replace(",2031-05-01,party:", ",01/05/2031,party:");
    let american = two().replace(",2031-05-01,party:", ",05/01/2031,party:");
    let titled = format!("Candidates of 2031,,,,,,,,,\n,,,,,,,,,\n{}", two());
    let twice = two().replacen('\n', "\nPerson,Name,Election,Ballot,Day,Party,Name of party,Area,Code,Old ids\n", 1);
    let blank: String = two().lines().map(|line| format!("{line},,\n")).collect();
    for (bytes, said) in [
        (semicolons.into_bytes(), "columns divided by “;”"),
        (tabs.into_bytes(), "columns divided by tabs"),
        (windows, "letters as in Windows-1252, since the file is not in UTF-8 (first on line 2)"),
        (days.into_bytes(), "days written with the day first"),
        (american.into_bytes(), "days written with the month first"),
        (titled.into_bytes(), "line 3 names the columns"),
        (twice.into_bytes(), "line 2 names the columns once more, and is not a row"),
        (blank.into_bytes(), "2 rows read"),
    ] {
        let site = Site::new();
        let outcome = import(&site, &bytes).to_string();
        assert_eq!(outcome.matches(said).count(), 1, "{said} in {outcome}");
        assert_eq!(site.ballot(), plain(), "{said}");
        let before = site.files();
        import(&site, &bytes);
        assert_eq!(site.files(), before, "{said}");
    }
}

#[test]
fn a_packed_list_is_read_whatever_its_name() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(two().as_bytes()).unwrap();
    let site = Site::new();
    import(&site, packed.finish().unwrap());
    assert_eq!(site.ballot(), plain());
}

#[test]
fn a_day_that_could_be_two_is_refused_once() {
    let rows: Vec<[String; 2]> = (1..50).map(|n| [format!("id={n}"), "name=Ann A".to_owned()]).collect();
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(String::as_str).chain(["election_date=02/03/2031"]).collect()).collect();
    let text = list(HEADER, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let found = refusals(Site::new().try_import(text.as_bytes(), &CandidateOptions::default()));
    assert_eq!(found, ["2:54 column “election_date”: this is not a date (and in 48 more rows)"]);
}

#[test]
fn what_is_no_table_of_text_is_named_as_what_it_is() {
    let zip = |inside: &str| [b"PK\x03\x04\x14\0\0\0\x08\0", inside.as_bytes()].concat();
    for (bytes, name) in [
        (zip("[Content_Types].xml xl/workbook.xml"), "an Excel workbook"),
        (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "an Excel workbook of the old kind, or another Office file"),
        (b"[{\"id\": 1,\n\"name\": 2}]\n".to_vec(), "JSON"),
        (b"\xef\xbb\xbf{ \"id\": 1 }".to_vec(), "JSON"),
        (b"\n<!DOCTYPE html>\n<p>Not found, sorry</p>\n".to_vec(), "a web page (HTML)"),
        (b"<table><tr><td>1</table>".to_vec(), "a web page (HTML)"),
        (b"<?xml version='1.0'?><a/>".to_vec(), "XML"),
        (b"%PDF-1.7\n".to_vec(), "a PDF"),
    ] {
        let found = refusals(Site::new().try_import(&bytes, &CandidateOptions::default()));
        assert_eq!(found, [format!("1:1 this is not a list of candidates: it is {name}")]);
    }
}

/// The header of 2018 to 2020, in part.
const OF_2019: &str = "id,name,honorific_prefix,gender,birth_date,election,party_id,party_name,post_id,post_label,email,\
                       election_date,election_current,party_lists_in_use,party_list_position,old_person_ids,gss_code,party_ec_id,cancelled_poll";

#[test]
fn a_list_of_2019_finds_its_ballots_by_election_and_area() {
    let site = Site::new();
    let one: &[&str] =
        &["id=11", "name=Ann Riverbank", "gss_code=", "post_id=WMC:E14999993", "post_label=Mudpool, Riverside"];
    let two: &[&str] = &["id=15", "name=Bo Hillside", "gss_code=", "post_id=WMC:W07999964", "post_label=Cerediglon"];
    let text = list(OF_2019, &[one, two]).replace("\n@example", "@example");
    let said = import(&site, &text).to_string();
    assert!(said.contains("Read as:   no ballots named, so recognised by election, area and day"), "{said}");
    let ballot = site.get("candidates/parl.2031-05-01/mudpool-riverside.yaml");
    assert!(
        ballot.starts_with(
            "id: parl.mudpool-riverside.2031-05-01\narea: {name: \"Mudpool, Riverside\", gss: E14999993}\n"
        ),
        "{ballot}"
    );
    assert!(site.get("candidates/parl.2031-05-01/cerediglon.yaml").contains("gss: W07999964}\nnation: wales\n"));
    assert_eq!(site.errors(), []);
    // A later list with ballots means the same ones.
    let named =
        ["ballot_paper_id=parl.mudpool-riverside.2031-05-01", "post_label=Mudpool, Riverside", "gss_code=E14999993"];
    let outcome = site.import(&list(SECOND, &[&[&["id=11", "name=Ann Riverbank"][..], &named].concat()]));
    let [added, changed, unchanged] = outcome.numbers("Ballots")[..] else { panic!("{outcome}") };
    assert_eq!((added, changed + unchanged), (0, 1));
}

fn own(site: &Site, text: &str) -> Imported {
    let election = Some("parl.2031-05-01".parse().unwrap());
    let options = CandidateOptions { election, ..CandidateOptions::default() };
    site.try_import(text.as_bytes(), &options).unwrap_or_else(|e| panic!("{e:?}"))
}

#[test]
fn a_list_of_ones_own_needs_no_numbers() {
    for text in [
        "name,party,constituency\nAnn Other,Harbour Alliance,Old Quay\nBo Other,Independent,Old Quay\n",
        "name,id,party,constituency\nAnn Other,,Harbour Alliance,Old Quay\nBo Other,local-bo-other,Annibynnol,Old Quay\n",
        "Ward;Candidate name;Party\nOld Quay;Ann Other;Harbour Alliance\nOld Quay;Bo Other;Independent\n",
        "First name,Surname,Party,Area\nAnn,Other,Harbour Alliance,Old Quay\nBo,Other,Independent,Old Quay\n",
    ] {
        let site = Site::new();
        let said = own(&site, text).to_string();
        assert!(said.contains("Read as:   a list of your own"), "{said}");
        let ballot = site.get("candidates/parl.2031-05-01/old-quay.yaml");
        let ann = "  - person: local-ann-other\n    name: Ann Other\n    sort_name: Other, Ann\n";
        assert!(ballot.contains(ann) && ballot.contains("    party: harbour-alliance\n"), "{ballot}");
        assert!(
            ballot.contains("  - person: local-bo-other\n") && ballot.contains("    party: independent\n"),
            "{ballot}"
        );
        assert!(site.get("candidates/parties/harbour-alliance.yaml").contains("name: Harbour Alliance\n"));
        assert_eq!(site.errors(), []);
        let before = site.files();
        own(&site, text);
        assert_eq!(site.files(), before, "a second run changes nothing");
    }
}

#[test]
fn a_list_of_ones_own_adds_and_takes_nobody_away() {
    let site = Site::new();
    site.import(&list(HEADER, &[&["id=1", "name=Ann Other"], &["id=2", "name=Bo Sample"], &["id=3", "name=Cy Third"]]));
    let before = site.ballot();
    own(&site, "name,party,constituency\nAnn Óther,Harbour Alliance,Example Town\n");
    assert_eq!(site.ballot(), before, "who is on record by this name is that person, and keeps the name");
    own(&site, "name,party,constituency\nDee New,Harbour Alliance,Example Town\n");
    assert!(
        site.ballot().contains("person: local-dee-new\n") && !site.ballot().contains("not_listed"),
        "{}",
        site.ballot()
    );
    // A later list with numbers takes over whom it knows by name on the ballot.
    site.import(&list(
        HEADER,
        &[
            &["id=1", "name=Ann Other"],
            &["id=2", "name=Bo Sample"],
            &["id=3", "name=Cy Third"],
            &["id=9", "name=Dee New"],
        ],
    ));
    let ballot = site.ballot();
    assert!(ballot.contains("person: 9\n") && ballot.contains("former_pages: [local-dee-new-dee-new]\n"), "{ballot}");
}

#[test]
fn people_of_one_name_are_told_apart_in_a_list_of_ones_own() {
    let site = Site::new();
    let text = "name,party,ward\nAnn Other,Harbour Alliance,Old Quay\nAnn Other,Hill Union,Old Quay\nAnn Other,Hill Union,New Quay\n";
    let outcome = own(&site, text);
    assert_eq!(outcome.numbers("People")[0], 3, "{outcome}");
    assert_eq!(site.errors(), []);
    let before = site.files();
    own(&site, text);
    assert_eq!(site.files(), before);
}

#[test]
fn a_list_of_ones_own_never_chooses_between_two_parties_of_a_name() {
    let site = Site::new();
    site.put("candidates/parties/pp9001.yaml", "id: pp9001\nname: Harbour Alliance\nnote: England\n");
    site.put("candidates/parties/pp9002.yaml", "id: pp9002\nname: Harbour Alliance\nnote: Wales\n");
    let options = CandidateOptions {
        election: Some("parl.2031-05-01".parse().unwrap()),
        missing: MissingPeople::Few,
        ..CandidateOptions::default()
    };
    let text = "name,party,constituency\nAnn Other,Harbour Alliance,Old Quay\n";
    let found = refusals(site.try_import(text.as_bytes(), &options));
    assert_eq!(found, ["2:1 this list gives no id for “Harbour Alliance”, and a name does not say which party it is"]);
}

#[test]
fn a_row_without_end_is_refused() {
    let endless = format!("{}\"{}\"\n", two(), ",".repeat(2_000_000));
    let found = refusals(Site::new().try_import(endless.as_bytes(), &CandidateOptions::default()));
    assert_eq!(found, ["4:1 the row that begins here takes more than 1200000 bytes"]);
}

#[test]
fn odd_entries_without_number_are_reported_in_few_words() {
    let rows: Vec<[String; 3]> =
        (1..3000).map(|n| [format!("id={n}"), "name=Ann A".to_owned(), format!("old_person_ids=x{n};y{n}")]).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let text = list(HEADER, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let found = refusals(Site::new().try_import(text.as_bytes(), &CandidateOptions::default()));
    assert_eq!(found.len(), 21, "{found:?}");
    assert!(found[20].ends_with("5978 more values of this column are wrong, from here on"), "{found:?}");
}
