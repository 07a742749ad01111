//! What a message proposes is what the author meant, and loses nothing that they wrote.

use crate::support::{Found, SiteFixture, run_on};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ELECTION: &str = "candidates/test.2031-05-01/election.yaml";

/// The one thing that is wrong with a site.
fn one(site: &SiteFixture) -> Found {
    let found = site.check();
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().expect("one")
}

fn instead(file: &str, from: &str, to: &str) -> Found {
    one(&SiteFixture::base().replace(file, from, to))
}

#[test]
fn a_lost_dash_is_told_as_one_and_nothing_is_to_be_deleted() {
    let found = instead(BALLOT, "  - person: 12", "    person: 12");
    assert_eq!(found.code, "duplicate-key");
    assert!(found.message.contains("first on line") && found.message.contains("without its dash"), "{found:?}");
    assert!(found.help.contains("write “- person:”") && !found.help.contains("keep"), "{found:?}");
}

#[test]
fn a_key_that_stands_twice_is_compared_before_one_goes() {
    let found = instead("hustings.yaml", "title: A test", "title: A test\ntitle: Another");
    assert_eq!(found.place_and_code(), "hustings.yaml:2:1 duplicate-key");
    assert!(found.message.contains("first on line 1") && found.help.contains("compare the two"), "{found:?}");
    let found = instead(BALLOT, "    name: Ben Sample", "    name: Ben Sample\n    name: Ben Example");
    assert!(found.help.contains("compare the two") && found.help.contains("“- ” is missing"), "{found:?}");
}

#[test]
fn no_remedy_says_to_keep_one_of_two_or_to_delete_what_may_be_needed() {
    for (file, from, to) in
        [(BALLOT, "person: 12", "person: 11"), (ELECTION, "questions:", "questions:\n  - {question: duck-pond}")]
    {
        let site = SiteFixture::base().replace(file, from, to);
        for found in site.check().iter().filter(|found| found.code == "duplicate-id") {
            assert!(!found.help.contains("delete") && !found.help.starts_with("keep one"), "{found:?}");
        }
    }
}

#[test]
fn an_id_that_is_not_the_files_is_told_what_to_write() {
    let found = SiteFixture::base().replace("candidates/parties/pp2.yaml", "id: pp2", "id: pp22").check();
    let of = found.iter().find(|found| found.code == "id-mismatch").unwrap_or_else(|| panic!("{found:?}"));
    assert!(of.help.contains("write “id: pp2”") && of.help.contains("if nothing has it yet"), "{of:?}");
}

#[test]
fn what_people_write_for_a_stance_leads_to_the_word() {
    for (said, word) in [
        ("yes", "supports"),
        ("Yes", "supports"),
        ("support", "supports"),
        ("in favour", "supports"),
        ("SUPPORTS", "supports"),
        ("no", "opposes"),
        ("against", "opposes"),
        ("partly", "mixed"),
        ("refused", "declined"),
        ("would not say", "declined"),
        ("not clear", "unclear"),
        ("maybe", "unclear"),
    ] {
        let found = instead(BALLOT, "stance: supports", &format!("stance: {said}"));
        assert_eq!(found.code, "unknown-word", "{said}");
        assert!(found.help.starts_with(&format!("did you mean “{word}”?")), "{said}: {}", found.help);
    }
    let found = instead(BALLOT, "stance: supports", "stance: zebra");
    assert!(found.help.starts_with("it may be: supports, opposes"), "{found:?}");
}

#[test]
fn what_the_program_works_out_says_what_to_record_instead() {
    for (said, code, part) in [
        ("silent", "derived-word", "looked_for"),
        ("no mention", "derived-word", "looked_for"),
        ("no reply", "derived-word", "a round in asks/"),
        ("no-reply", "derived-word", "a round in asks/"),
        ("not_asked", "derived-word", "leave this entry out"),
    ] {
        let found = instead(BALLOT, "stance: supports", &format!("stance: {said}"));
        assert!(found.code == code && found.help.contains(part), "{said}: {found:?}");
    }
}

#[test]
fn words_for_evidence_statuses_and_nations_lead_to_the_word() {
    for (from, key, said, word) in [
        ("kind: reply", "kind", "email", "reply"),
        ("kind: reply", "kind", "Facebook", "site"),
        ("kind: reply", "kind", "newspaper", "news"),
        ("kind: reply", "kind", "flyer", "leaflet"),
        ("candidates:", "nation", "Cymru\ncandidates:", "wales"),
        ("candidates:", "nation", "Northern Ireland\ncandidates:", "northern-ireland"),
        ("candidates:", "nation", "NI\ncandidates:", "northern-ireland"),
        ("candidates:", "nation", "ENG\ncandidates:", "england"),
    ] {
        let found = instead(BALLOT, from, &format!("{key}: {said}"));
        assert!(found.help.starts_with(&format!("did you mean “{word}”?")), "{said}: {found:?}");
    }
    let site = SiteFixture::base().replace(BALLOT, "name: Ben Sample", "name: Ben Sample\n    status: withdrew");
    assert!(one(&site).help.contains("“withdrawn”"));
    let site = SiteFixture::base().replace("candidates/parties/pp2.yaml", "id: pp2", "id: pp2\nkind: Ind.");
    assert!(one(&site).help.contains("“independent”"));
}

#[test]
fn the_campaigns_own_address_has_a_place() {
    let site = SiteFixture::base().replace("hustings.yaml", "title: A test", "title: A test\nemail: we@example.org");
    let found = site.check();
    assert!(found[0].code == "personal-key" && found[0].help.contains("into “contact:”"), "{found:?}");
}

/// What is said of an id that nothing has.
fn reference(file: &str, from: &str, to: &str) -> Vec<String> {
    let found = SiteFixture::base().replace(file, from, to).check();
    let helps = found.into_iter().filter(|found| found.code == "unknown-reference");
    helps.map(|found| found.help).collect()
}

#[test]
fn an_unknown_id_asks_for_the_one_that_is_near() {
    for (file, from, to, near) in [
        (BALLOT, "question: duck-pond", "question: duck-ponds", "duck-pond"),
        (BALLOT, "question: duck-pond", "question: duckpond", "duck-pond"),
        (BALLOT, "entered_by: pat", "entered_by: patt", "pat"),
        (BALLOT, "party: pp2", "party: pp-2", "pp2"),
        (
            "candidates/documents/harbour-manifesto.yaml",
            "election: test.2031-05-01",
            "election: test.2031-05-02",
            "test.2031-05-01",
        ),
    ] {
        let helps = reference(file, from, to);
        let meant = format!("did you mean “{near}”? If not, ");
        assert!(helps.iter().any(|help| help.starts_with(&meant)), "{to}: {helps:?}");
    }
}

#[test]
fn a_number_that_is_another_is_not_proposed_and_what_there_is_is_told() {
    let helps = reference(BALLOT, "party: pp2", "party: pp7");
    assert_eq!(helps, ["write candidates/parties/pp7.yaml, or use one of these: pp1, pp2"]);
}

#[test]
fn the_command_line_asks_for_the_one_that_is_near() {
    let site = SiteFixture::base();
    let said = |words: &[&str]| {
        let words = ["hustings"].iter().chain(words).map(Into::into);
        run_on("2031-04-21", words.chain(["-C".into(), site.path("").into_os_string()])).err
    };
    for (words, near) in [
        (&["status", "--election", "test.2031-05-10"][..], "test.2031-05-01"),
        (&["read", "harbour_manifesto"], "harbour-manifesto"),
        (&["read", "harbour-manifesto", "--by", "patt", "--found", "none"], "pat"),
        (&["read", "harbour-manifesto", "--by", "pat", "--found", "duckpond"], "duck-pond"),
    ] {
        let said = said(words);
        assert!(said.contains(&format!("did you mean “{near}”?")), "{words:?}: {said}");
    }
}

#[test]
fn a_wrong_shape_shows_the_right_one_with_the_authors_own_value() {
    let party = "candidates/parties/pp2.yaml";
    for (file, from, to, example) in [
        (BALLOT, "area: {name: Pond Lane}", "area: Pond Lane", "area: {name: Pond Lane}"),
        (BALLOT, "area: {name: Pond Lane}", "area: [Pond Lane]", "area: {name: Pond Lane}"),
        (BALLOT, "name: Asha Example", "name: [Asha Example]", "name: Asha Example"),
        (BALLOT, "name: Asha Example", "name: {en: Asha Example}", "name: Asha Example"),
        (BALLOT, "- {by: sam, date: 2031-04-04}", "- sam", "- {by: sam, date: …}"),
        (BALLOT, "area: {name: Pond Lane}", "area: {name: Pond Lane}\nseats: three", "seats: 1"),
        (BALLOT, "area: {name: Pond Lane}", "area: {name: Pond Lane}\ncomplete: yes", "complete: {value: true, "),
        (party, "id: pp2", "id: pp2\nids: PP2", "ids: [PP2]"),
        (party, "id: pp2", "id: pp2\nids: {a: PP2, b: PP3}", "ids: [PP2, PP3]"),
        (ELECTION, "fictional: true", "fictional: yes", "fictional: true"),
        (
            ELECTION,
            "  - {question: duck-pond}\n  - {question: town-clock}",
            "  - duck-pond\n  - {question: town-clock}",
            "- {question: duck-pond}",
        ),
        (
            "hustings.yaml",
            "  - {id: pat, name: Pat Promoter}\n  - {id: sam, name: Sam Second}\n  - {id: lee, name: Lee Third}",
            "  pat: Pat Promoter",
            "checkers: [{id: pat, name: Pat Promoter}]",
        ),
    ] {
        let found = SiteFixture::base().replace(file, from, to).check();
        let of = found.iter().find(|found| found.code == "wrong-shape").unwrap_or_else(|| panic!("{to}: {found:?}"));
        assert!(of.help.contains(example), "{to}: {of:?}");
    }
}

#[test]
fn what_is_proposed_for_a_wrong_shape_has_none() {
    for (file, from, to, written) in [
        (BALLOT, "area: {name: Pond Lane}", "area: \"Pond: Lane\"", "area: {name: \"Pond: Lane\"}"),
        ("candidates/parties/pp2.yaml", "id: pp2", "id: pp2\nids: PP2", "id: pp2\nids: [PP2]"),
    ] {
        let help = one(&SiteFixture::base().replace(file, from, to)).help;
        assert!(help.contains(written.rsplit('\n').next().expect("a line")), "{help}");
        assert_eq!(SiteFixture::base().replace(file, from, written).check(), []);
    }
}

#[test]
fn what_only_follows_from_a_slip_of_yaml_is_not_told_beside_it() {
    let party = "candidates/parties/pp1.yaml";
    for (from, to) in [
        // A line out of step, which the value above swallows.
        ("    stance: supports\n", "    version: 1\n     stance: supports\n"),
        ("document: harbour-manifesto\n", "document: [harbour-manifesto\n"),
    ] {
        assert_eq!(instead(party, from, to).code, "yaml-syntax", "{to}");
    }
    for (from, to) in [
        ("    stance: supports\n", "    stance: supports\n    version: !1\n"),
        ("    stance: supports\n", "    stance: !!str supports\n"),
        ("name: Harbour Alliance\n", "name: Harbour Alliance\nwebsite: &x https://example.org/\n"),
    ] {
        assert_eq!(instead(party, from, to).code, "unquoted-sign", "{to}");
    }
}

#[test]
fn a_word_over_a_list_is_told_beside_what_it_does_to_the_list() {
    let found = SiteFixture::base().replace("candidates/parties/pp1.yaml", "lines:\n", "lines: true\n").check();
    let codes: Vec<&str> = found.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["wrong-shape", "yaml-syntax"], "{found:?}");
}

#[test]
fn nothing_is_never_proposed_as_a_value() {
    let party = "candidates/parties/pp1.yaml";
    for ids in ["ids: [~]", "ids:\n  -", "ids: {PP1}"] {
        let found = instead(party, "name: Harbour Alliance\n", &format!("name: Harbour Alliance\n{ids}\n"));
        assert!(!found.help.contains('~') && !found.help.contains("null"), "{ids}: {}", found.help);
    }
}

#[test]
fn what_is_not_closed_is_told_with_the_line_on_which_it_was_opened() {
    let manifesto = "candidates/documents/harbour-manifesto.yaml";
    let party = "candidates/parties/pp1.yaml";
    for (file, from, to, sign, line, close) in [
        (BALLOT, "{by: sam, date: 2031-04-04}", "{by: sam, date: 2031-04-04", '{', 19, '}'),
        (BALLOT, "area: {name: Pond Lane}", "area: {name: Pond Lane", '{', 2, '}'),
        (manifesto, "[duck-pond, town-clock]", "[duck-pond, town-clock", '[', 12, ']'),
        (BALLOT, "quote: I would clean it.", "quote: \"I would clean it.", '"', 17, '"'),
        (BALLOT, "name: Asha Example", "name: 'Asha Example", '\'', 5, '\''),
        (
            party,
            "colour: \"#0b6e75\"\nlines:",
            "colour: \"#0b6e75\nwebsite: \"https://a.example.org/\"\nlines:",
            '"',
            3,
            '"',
        ),
    ] {
        let found = SiteFixture::base().replace(file, from, to).check();
        let of = found.iter().find(|found| found.code == "yaml-syntax").unwrap_or_else(|| panic!("{to}: {found:?}"));
        assert!(of.message.contains(&format!("“{sign}” on line {line} is not closed")), "{to}: {of:?}");
        assert!(
            of.help.starts_with(&format!("write “{close}” where it should end, most likely at the end of line {line}")),
            "{of:?}"
        );
    }
    // What is closed is not told to be open.
    for (from, to) in [
        ("area: {name: Pond Lane}", "area: {name: Pond: Lane}"),
        ("quote: I would clean it.", "quote: \"I would\" clean it."),
        (
            "          - {by: sam, date: 2031-04-04}",
            "          - {by: sam,\n             date: 2031-04-04}\n          - {by: x: y}",
        ),
    ] {
        let found = instead(BALLOT, from, to);
        assert!(found.code == "yaml-syntax" && !found.message.contains("not closed"), "{to}: {found:?}");
    }
}
