use std::ffi::OsString;
use std::fs;

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, run_on};

const MAP: &str = r##"{"layout":"odd-r","version":"1","hexes":{
"E14999902":{"n":"Mill Lane","q":-1,"r":-2,"colour":"#123456","votes":12},
"E14999901":{"n":"Pond Lane","q":0,"r":0}
}}"##;
const STORED: &str = "{\"layout\":\"odd-r\",\"hexes\":{\n\"E14999901\":{\"n\":\"Pond Lane\",\"q\":0,\"r\":0},\n\
                      \"E14999902\":{\"n\":\"Mill Lane\",\"q\":-1,\"r\":-2}\n}}\n";

fn run(site: &SiteFixture, name: &str, words: &[&str]) -> RunOutcome {
    let (root, file) = (site.path(""), site.path(name));
    let start: [OsString; 6] =
        ["hustings".into(), "-C".into(), root.into(), "import".into(), "map".into(), file.into()];
    run_on("2031-04-21", start.into_iter().chain(words.iter().map(Into::into)))
}

fn import(site: &SiteFixture, more: &[&str]) -> RunOutcome {
    let about = ["--boundaries=2030", "--title=Ponds: a map", "--publisher=Example Office", "--licence=CC0"];
    run(site, "ponds.json", &[&about, ["--credit=Drawn by nobody.", "--date=2031-02"].as_slice(), more].concat())
}

fn site(map: &str) -> SiteFixture {
    SiteFixture::base().file("ponds.json", map)
}

fn read(site: &SiteFixture, name: &str) -> String {
    fs::read_to_string(site.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn what_a_map_needs_is_kept_with_where_it_comes_from_and_a_second_run_changes_nothing() {
    let site = site(MAP);
    let ran = import(&site, &[]);
    assert_eq!((ran.exit, ran.err.trim()), (Exit::Clean, "A map of 2 areas: put into content/data/."));
    assert_eq!(read(&site, "content/data/map.hexjson"), STORED);
    let record = read(&site, "content/data/map.yaml");
    for words in [
        "kind: map",
        "publisher: Example Office",
        "date: 2031-02",
        "credit: Drawn by nobody.",
        "files:\n    - ponds.json\n",
    ] {
        assert!(record.contains(words), "no {words:?} in {record}");
    }
    assert_eq!(site.check(), [], "what is written checks");
    assert!(import(&site, &[]).err.contains("nothing new"));
    assert_eq!(read(&site, "content/data/map.yaml"), record);
}

#[test]
fn a_map_that_a_person_changed_is_not_written_over() {
    let site = site(MAP);
    import(&site, &["--id=ponds"]);
    let site = site.replace("content/data/ponds.hexjson", "Mill Lane", "Our Mill");
    let ran = import(&site, &["--id=ponds"]);
    assert_eq!(ran.exit, Exit::Environment);
    assert!(ran.err.contains("ponds.hexjson") && ran.err.contains("--id"), "{}", ran.err);
    assert!(read(&site, "content/data/ponds.hexjson").contains("Our Mill"));
}

#[test]
fn what_a_person_wrote_into_the_record_stays_and_need_not_be_said_again() {
    let site = site(MAP);
    import(&site, &[]);
    let record = "content/data/map.yaml";
    let site = site
        .replace(
            record,
            "title: \"Ponds: a map\"\nsource:\n  title: \"Ponds: a map\"",
            "title: Our ponds # by Jo\nsource:\n  title: Map 7",
        )
        .replace(record, "  licence: CC0\n", "  licence: CC0\n  permission: They said so.\n");
    let kept = read(&site, record);
    fs::rename(site.path("ponds.json"), site.path("new.json")).expect("a writable folder");
    let ran = run(&site, "new.json", &[]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(read(&site, record), kept.replace("ponds.json", "new.json"));
}

#[test]
fn a_map_of_which_nobody_says_what_it_shows_is_refused() {
    let site = site(MAP);
    let ran = run(&site, "ponds.json", &[]);
    assert_eq!(ran.exit, Exit::Errors);
    assert!(ran.err.contains("--title, --boundaries, --publisher, --licence, --credit"), "{}", ran.err);
    assert!(!site.path("content/data/map.yaml").exists());
}

#[test]
fn what_is_no_map_is_reported_where_it_goes_wrong_and_nothing_is_written() {
    let wrong = [
        (MAP.replace("odd-r", "odd-s"), "1:17"),
        (MAP.replace("\"q\":0,", ""), "3:35"),
        (MAP.replace("E14999901", "pond"), "3:1"),
        (MAP.replace("\"q\":0,\"r\":0", "\"q\":-1,\"r\":-2"), "2:1"),
        (MAP.replace("\"q\":0", "\"q\":1000000"), "3:1"),
        (MAP[..60].to_owned(), "2:"),
    ];
    for (map, place) in wrong {
        let site = site(&map);
        let ran = import(&site, &[]);
        assert_eq!(ran.exit, Exit::Errors, "{map}");
        assert!(ran.err.contains(&format!("ponds.json:{place}")), "{place} in {}", ran.err);
        assert!(!site.path("content/data/map.yaml").exists(), "{map}");
    }
}

/// The site of the tests with codes for its area, by the boundaries of 2030.
fn coded(map: &str) -> SiteFixture {
    site(map).replace(
        "candidates/test.2031-05-01/pond-lane.yaml",
        "{name: Pond Lane}",
        "{name: Pond Lane, gss: E14999901}",
    )
}

#[test]
fn a_name_that_cannot_be_used_costs_at_most_its_own_cell() {
    let bad = MAP.replace("Pond Lane", "B\u{c3}\u{83}n").replace("Mill Lane", "");
    let known = coded(&bad);
    let ran = import(&known, &[]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(
        ran.err.contains("Names:     1 cannot be used; those of the ballots are used instead (E14999901)"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("Left out:  1, of which the name cannot be used (E14999902)"), "{}", ran.err);
    let wanted = "{\"layout\":\"odd-r\",\"hexes\":{\n\"E14999901\":{\"n\":\"Pond Lane\",\"q\":0,\"r\":0}\n}}\n";
    assert_eq!(read(&known, "content/data/map.hexjson"), wanted);
    let unknown = site(&bad);
    let ran = import(&unknown, &[]);
    assert!(ran.exit == Exit::Errors && ran.err.contains("no area with a name that can be used"), "{}", ran.err);
}

#[test]
fn a_map_of_other_boundaries_is_refused() {
    // Next to none of the seats, or the same seats under other codes.
    let elsewhere = MAP.replace("E149999", "E148888").replace("Pond Lane", "Elsewhere");
    let recoded = MAP.replace("E149999", "E148888");
    for map in [elsewhere, recoded] {
        let site = coded(&map);
        let ran = import(&site, &[]);
        assert_eq!(ran.exit, Exit::Errors, "{}", ran.err);
        assert!(ran.err.contains("the cells of this map use other areas than the ballots on record"), "{}", ran.err);
        assert!(!site.path("content/data/map.yaml").exists());
    }
    // One that is said to be of boundaries by which no election here goes would be an error of the site.
    let site = coded(&MAP.replace("E149999", "E148888")).replace(
        "candidates/test.2031-05-01/election.yaml",
        "date: 2031-05-01\n",
        "date: 2031-05-01\nboundaries: 2010\n",
    );
    let ran = import(&site, &[]);
    assert_eq!(ran.exit, Exit::Errors);
    assert!(ran.err.contains("caused by this change, so nothing was written"), "{}", ran.err);
    assert!(!site.path("content/data/map.yaml").exists());
    // Half of the seats shared, half under other codes: those of another year.
    let half = MAP.replace("E14999902", "E14777777");
    let site = coded(&half).file(
        "candidates/test.2031-05-01/mill.yaml",
        "id: test.mill.2031-05-01\narea: {name: Mill Lane, gss: E14999902}\n",
    );
    assert_eq!(import(&site, &[]).exit, Exit::Errors);
}

#[test]
fn a_seat_whose_code_was_replaced_is_still_the_same_seat() {
    for (of_map, of_ballot) in [("S14000006", "S14000107"), ("S14000107", "S14000006")] {
        let site = site(&MAP.replace("E14999901", of_map)).replace(
            "candidates/test.2031-05-01/pond-lane.yaml",
            "{name: Pond Lane}",
            &format!("{{name: Pond Lane, gss: {of_ballot}}}"),
        );
        let ran = import(&site, &[]);
        assert!(ran.exit == Exit::Clean && ran.err.contains("1 code of an area since replaced"), "{}", ran.err);
        assert!(read(&site, "content/data/map.hexjson").contains(of_ballot));
    }
}

#[test]
fn what_is_no_hexjson_is_named_for_what_it_is() {
    for (bytes, name) in [("<!doctype html><title>Map</title>", "a web page (HTML)"), ("%PDF-1.7", "a PDF")] {
        let ran = import(&site(bytes), &[]);
        assert!(ran.exit == Exit::Errors && ran.err.contains(&format!("it is {name}")), "{}", ran.err);
    }
}
