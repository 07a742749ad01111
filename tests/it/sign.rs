//! Signatures are recorded by commands: one by one, from a list, and confirmed and taken down where they stand.

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, run_at, text};

const DAY: &str = "2031-04-19";
const PLEDGE: &str = "content/pledges/clean-pond.yaml";
const ADD: &[&str] = &[
    "add",
    "pledge",
    "Keep the pond clean",
    "--id",
    "clean-pond",
    "--text",
    "I will vote for a clean pond.",
    "--source",
    "Leaflet of the Friends",
    "--organiser",
    "Example Friends",
    "--answers",
    "pond=yes",
    "--answers",
    "clock=no",
    "--opened",
    "2031-03-10",
];
const SIGN: &[&str] = &[
    "sign",
    "clean-pond",
    "ben",
    "--on",
    "2031-04-05",
    "--kind",
    "signature",
    "--title",
    "Signed form",
    "--where",
    "our file of forms",
    "--by",
    "pat",
];

fn hustings(site: &SiteFixture, words: &[&str]) -> RunOutcome {
    run_at(DAY, site, &[words], None)
}

#[track_caller]
fn done(site: &SiteFixture, words: &[&str]) -> String {
    let ran = hustings(site, words);
    assert_eq!(ran.exit, Exit::Clean, "{words:?}: {}", ran.err);
    ran.err
}

fn with_pledge() -> SiteFixture {
    let site = SiteFixture::base();
    done(&site, ADD);
    site
}

#[test]
fn a_pledge_and_a_signature_are_added_by_commands() {
    let site = with_pledge();
    let said = done(&site, SIGN);
    assert!(said.contains("recorded that Ben Sample signed “Keep the pond clean”"), "{said}");
    assert!(said.contains("hustings confirm 12 duck-pond --by ID"), "{said}");
    assert_eq!(
        text(&site, PLEDGE),
        "title: Keep the pond clean
text: I will vote for a clean pond.
organisers: [Example Friends]
opened: 2031-03-10
election: test.2031-05-01
answers:
  - question: duck-pond
    stance: supports
  - question: town-clock
    stance: opposes
evidence:
  - title: Leaflet of the Friends
entered: 2031-04-19
signatures:
  - person: 12
    date: 2031-04-05
    entered_by: pat
    entered: 2031-04-19
    evidence:
      - kind: signature
        title: Signed form
        where: our file of forms
        date: 2031-04-05
"
    );
    assert_eq!(site.check(), []);
}

#[test]
fn nobody_signs_twice_and_what_is_wrong_is_refused() {
    let site = with_pledge();
    done(&site, SIGN);
    let before = text(&site, PLEDGE);
    for (words, said) in [
        (SIGN, "this signature is on record already: content/pledges/clean-pond.yaml:15, entered by pat"),
        (&["sign", "clean-pomd", "ben"], "--on, the day on which it was signed"),
        (ADD, "is on record already: content/pledges/clean-pond.yaml"),
    ] {
        let ran = hustings(&site, words);
        assert_eq!(ran.exit, Exit::Usage, "{}", ran.err);
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert_eq!(text(&site, PLEDGE), before);
}

#[test]
fn somebody_who_stands_nowhere_signs_by_name_and_in_a_capacity() {
    let site = with_pledge();
    done(
        &site,
        &[
            "sign",
            "clean-pond",
            "--name",
            "Gil Example",
            "--capacity",
            "Town councillor",
            "--on",
            "2031-04-05",
            "--kind",
            "news",
            "--title",
            "Example Evening Post",
            "--where",
            "page 3",
            "--by",
            "pat",
        ],
    );
    let record = text(&site, PLEDGE);
    assert!(record.contains("  - name: Gil Example\n    capacity: Town councillor\n"), "{record}");
}

#[test]
fn a_signature_is_confirmed_and_taken_down_in_the_file_of_its_pledge() {
    let site = with_pledge();
    done(&site, SIGN);
    let ballot = text(&site, "candidates/test.2031-05-01/pond-lane.yaml");
    let listed = hustings(&site, &["confirm", "--by", "sam"]);
    assert!(listed.out.contains("content/pledges/clean-pond.yaml:15"), "{}", listed.out);
    done(&site, &["confirm", "ben", "pond", "--by", "sam", "--answer", "yes"]);
    assert!(text(&site, PLEDGE).contains("checked: [{by: sam, date: 2031-04-19}]"), "{}", text(&site, PLEDGE));
    let next = hustings(&site, &["status"]);
    assert!(next.out.contains("wait"), "{}", next.out);
    done(&site, &["takedown", "ben", "clock", "--reason", "He asked us to.", "--yes"]);
    assert!(text(&site, PLEDGE).contains("takedown:"), "{}", text(&site, PLEDGE));
    assert_eq!(text(&site, "candidates/test.2031-05-01/pond-lane.yaml"), ballot);
}

#[test]
fn a_list_brings_those_who_are_new() {
    let site = with_pledge();
    done(&site, SIGN);
    let list = "name,party,date,kind,source,where\n\
        Ben Sample,,2031-04-05,campaign,List of the Friends,page 1\n\
        Asha Example,Harbour Alliance,2031-04-06,campaign,List of the Friends,page 1\n\
        ,Meadow Party,2031-04-06,campaign,List of the Friends,page 2\n";
    let site = site.file("list.csv", list);
    let file = site.path("list.csv").to_string_lossy().into_owned();
    let before = text(&site, PLEDGE);
    let shown = done(&site, &["sheet", "signatures", &file, "--pledge", "clean-pond", "--by", "pat"]);
    assert!(shown.contains("3 rows; 2 new signatures, 1 on record already."), "{shown}");
    assert_eq!(text(&site, PLEDGE), before);
    let apply = ["sheet", "signatures", &file, "--pledge", "clean-pond", "--by", "pat", "--apply"];
    done(&site, &apply);
    let record = text(&site, PLEDGE);
    assert!(record.contains("  - person: 11\n    date: 2031-04-06\n"), "{record}");
    assert!(record.contains("  - party: pp2\n    date: 2031-04-06\n"), "{record}");
    assert!(done(&site, &apply).contains("Nothing to change."));
    assert_eq!(text(&site, PLEDGE), record);
}

#[test]
fn a_wrong_row_of_a_list_is_told_at_its_cell_and_nothing_is_written() {
    let site = with_pledge();
    for (rows, said) in [
        ("name,date,kind,source,where\nBen Sampel,2031-04-05,campaign,List,page 1\n", "2:1"),
        ("party,date,kind,source,where\nHabour,2031-04-05,campaign,List,page 1\n", "2:1"),
        ("name,date,kind,source,where\nBen Sample,31/31/2031,campaign,List,page 1\n", "2:12"),
        ("name,date,kind,source,where\nBen Sample,2031-04-05,campaign,,page 1\n", "what the source is called"),
        ("name,date\nBen Sample,2031-04-05\n", "this is not a list of signatures: it has no column kind"),
        (
            "name,date,kind,source,where\nBen Sample,2031-04-05,campaign,A,p 1\nBen Sample,2031-04-06,news,B,p 2\n",
            "this one signs in an earlier row too",
        ),
    ] {
        let file = site.path("list.csv");
        std::fs::write(&file, rows).expect("a list");
        let before = text(&site, PLEDGE);
        let words =
            ["sheet", "signatures", &file.to_string_lossy(), "--pledge", "clean-pond", "--by", "pat", "--apply"];
        let ran = hustings(&site, &words);
        assert_eq!(ran.exit, Exit::Errors, "{rows}: {}", ran.err);
        assert!(format!("{}{}", ran.out, ran.err).contains(said), "{rows}: {}{}", ran.out, ran.err);
        assert_eq!(text(&site, PLEDGE), before);
    }
}

#[test]
fn a_question_that_a_pledge_answers_can_be_renamed() {
    let site = with_pledge();
    done(&site, SIGN);
    done(&site, &["rename", "town-clock", "church-clock", "--yes"]);
    assert!(text(&site, PLEDGE).contains("question: church-clock"), "{}", text(&site, PLEDGE));
}

/// The base site with a pledge that answers nothing, signed by somebody who stands nowhere here and by Ben.
fn with_signatures_that_answer_nothing() -> SiteFixture {
    SiteFixture::base().file(
        PLEDGE,
        "title: Keep the pond clean\ntext: I will.\nelection: test.2031-05-01\nevidence: [{title: A leaflet}]\nsignatures:\n\
         \x20 - name: Gil Example\n    capacity: Member of the town council\n    date: 2031-04-05\n    entered_by: pat\n\
         \x20   evidence: [{kind: signature, title: Signed form, where: our file, date: 2031-04-05}]\n\
         \x20 - person: 12\n    date: 2031-04-06\n    entered_by: pat\n    evidence: [{kind: signature, title: Signed form, where: our file, date: 2031-04-05}]\n",
    )
}

#[test]
fn a_signature_that_answers_nothing_waits_for_a_check_too() {
    let site = with_signatures_that_answer_nothing();
    let listed = hustings(&site, &["confirm", "--by", "sam"]);
    let gil = "Gil Example\n  content/pledges/clean-pond.yaml:6\n  Pledge:   Keep the pond clean\n  Answer:   signed\n  Said:     2031-04-05\n";
    assert!(listed.out.contains(gil), "{}", listed.out);
    assert!(listed.out.contains("Ben Sample, Meadow Party (12, on test.pond-lane.2031-05-01)\n"), "{}", listed.out);
    let status = hustings(&site, &["status", "--by", "sam", "--format", "json"]);
    assert!(
        status.out.contains("Gil Example, clean-pond, 2031-04-05: signed (entered by pat, 0 of 2 checks)"),
        "{}",
        status.out
    );
    assert!(hustings(&site, &["confirm", "gil", "--by", "pat"]).out.is_empty(), "who entered it does not check it");
    done(&site, &["confirm", "gil", "clean-pond", "--by", "sam", "--answer", "yes"]);
    done(&site, &["confirm", "ben", "clean-pond", "--by", "sam", "--answer", "no", "--why", "It is Bea's."]);
    let record = text(&site, PLEDGE);
    assert!(
        record.contains("date: 2031-04-05}]\n    checked: [{by: sam, date: 2031-04-19}]\n  - person: 12"),
        "{record}"
    );
    assert!(record.contains("state: disputed\n"), "{record}");
    let wrong = hustings(&site, &["confirm", "nobody", "--by", "sam", "--answer", "yes"]);
    assert!(wrong.err.contains("fits “nobody”"), "{}", wrong.err);
}

#[test]
fn a_list_says_as_what_somebody_signed() {
    let site = with_pledge().file(
        "list.csv",
        "name,capacity,date,kind,source,where\nAsha Example,Chair of the Pond Club,2031-04-06,campaign,List,page 1\n",
    );
    let file = site.path("list.csv").to_string_lossy().into_owned();
    let said = done(&site, &["sheet", "signatures", &file, "--pledge", "clean-pond", "--by", "pat", "--apply"]);
    assert!(!said.contains("Not read"), "{said}");
    assert!(
        text(&site, PLEDGE).contains("  - person: 11\n    capacity: Chair of the Pond Club\n"),
        "{}",
        text(&site, PLEDGE)
    );
}
