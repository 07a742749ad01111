//! What a list of one's own leaves open is asked at a terminal, and can be said by a script.

use std::ffi::OsString;

use hustings::cli::Exit;

use super::fixture::Site;
use crate::support::{RunOutcome, run_answering};

const LIST: &str = "Standing,For,Place\nAnn Other,Harbour Aliance,Old Quay\nBo Sample,Hill Union,Old Quay\n";
const BALLOT: &str = "candidates/parl.2031-05-01/old-quay.yaml";

/// A site with one party on record.
fn site() -> Site {
    let site = Site::new();
    site.put("candidates/parties/pp9001.yaml", "id: pp9001\nname: Harbour Alliance\n");
    site
}

fn import(site: &Site, list: &str, words: &[&str], answers: Option<&str>) -> RunOutcome {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    std::fs::write(&file, list).unwrap();
    let start = ["hustings", "import", "candidates"].map(OsString::from);
    let root = ["-C".into(), site.root().as_os_str().to_owned(), file.into_os_string()];
    let words = start.into_iter().chain(root).chain(words.iter().map(OsString::from));
    run_answering("2031-04-01", words, answers)
}

#[test]
fn somebody_at_a_terminal_is_asked_for_what_the_list_leaves_open() {
    let site = site();
    let ran = import(&site, LIST, &[], Some("9\nstanding\n2\n3\nno id!\nparl.2031-05-01\n1\nwales\n"));
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    for question in [
        "  1  Standing\n  2  For\n  3  Place\nWhich column has the names of the candidates? (1 to 3) ",
        "please answer with a number from 1 to 3",
        "Which column has their parties?",
        "Which column has the areas where they stand?",
        "Of which election is this list?",
        "  1  Harbour Alliance (pp9001)\n  2  a party that is not on record yet\nWhich party is “Harbour Aliance”? (1 to 2) ",
        "In which nation do people vote: Old Quay? (england, scotland, wales, northern-ireland; nothing if in several) ",
    ] {
        assert!(ran.err.contains(question), "{question:?} in {}", ran.err);
    }
    assert!(!ran.err.contains("Hill Union”?"), "a name like no other is a new party: {}", ran.err);
    let ballot = site.get(BALLOT);
    assert!(ballot.contains("nation: wales\n") && ballot.contains("    party: pp9001\n"), "{ballot}");
    assert!(ballot.contains("    party: hill-union\n"), "{ballot}");
    assert_eq!(site.errors(), []);
}

#[test]
fn nobody_is_asked_what_is_said_or_on_record() {
    let said = ["--election", "parl.2031-05-01", "--column", "name=Standing", "--column", "party=for", "--column"];
    let said = [&said[..], &["area=Place", "--party", "harbour aliance=pp9001", "--nation", "wales"]].concat();
    for answers in [None, Some("")] {
        let site = site();
        let ran = import(&site, LIST, &said, answers);
        assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
        assert!(site.get(BALLOT).contains("    party: pp9001\n"), "{}", site.get(BALLOT));
        let before = site.files();
        // The ballot is on record, so its nation is known.
        let again: Vec<&str> = said.iter().copied().take(said.len() - 2).collect();
        let ran = import(&site, LIST, &again, Some(""));
        assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
        assert_eq!(site.files(), before, "a second run changes nothing");
    }
}

#[test]
fn a_party_that_is_said_to_be_new_is() {
    let site = site();
    let list = LIST.replace("Standing,For,Place", "name,party,area");
    let words = ["--election", "parl.2031-05-01", "--party", "Harbour Aliance=new", "--nation", "wales"];
    let ran = import(&site, &list, &words, None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(site.get("candidates/parties/harbour-aliance.yaml").contains("name: Harbour Aliance\n"));
}

#[test]
fn a_name_of_two_parties_can_be_said() {
    let site = site();
    site.put("candidates/parties/pp9002.yaml", "id: pp9002\nname: Harbour Alliance\nnote: Wales\n");
    let list = "name,party,area\nAnn Other,Harbour Alliance,Old Quay\n";
    let words = ["--election", "parl.2031-05-01", "--nation", "wales"];
    let ran = import(&site, list, &words, None);
    assert!(ran.exit == Exit::Errors && ran.err.contains("--party “Name in the list=pp53”"), "{}{}", ran.out, ran.err);
    let ran = import(&site, list, &words, Some("2\n"));
    assert!(!ran.err.contains("not on record yet"), "{}", ran.err);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(site.get(BALLOT).contains("    party: pp9002\n"), "{}", site.get(BALLOT));
}

#[test]
fn with_nobody_there_each_refusal_names_the_option() {
    let ran = import(&site(), LIST, &[], None);
    assert!(ran.exit == Exit::Errors && (ran.out + &ran.err).contains("--column name="), "a column");
    let list = LIST.replace("Standing,For,Place", "name,party,area");
    let ran = import(&site(), &list, &[], None);
    assert!(ran.exit == Exit::Errors && (ran.out + &ran.err).contains("--election parl.2031-05-01"), "the election");
    let words = ["--election", "parl.2031-05-01", "--party", "Harbour Aliance=pp9009"];
    let ran = import(&site(), &list, &words, None);
    let said = ran.out + &ran.err;
    assert!(ran.exit == Exit::Errors && said.contains("no party on record has that id"), "{said}");
    for slip in ["name", "nmae=Standing"] {
        assert_eq!(import(&site(), LIST, &["--column", slip], None).exit, Exit::Usage, "{slip}");
    }
}

#[test]
fn an_answer_that_does_not_come_leaves_everything_as_it_was() {
    let site = site();
    let before = site.files();
    let ran = import(&site, LIST, &[], Some("1\n2\n"));
    assert!(ran.exit != Exit::Clean && ran.err.contains("no answer came"), "{}", ran.err);
    assert_eq!(site.files(), before);
}
