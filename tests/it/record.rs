//! An answer is recorded by a command: who is meant, what is written, and what is not.

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, run_answering, run_at, text};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const DAY: &str = "2031-04-19";
/// A reply, but for who answered what.
const REPLY: [&str; 10] = [
    "--kind",
    "reply",
    "--on",
    "2031-04-18",
    "--by",
    "pat",
    "--where",
    "our file of letters",
    "--quote",
    "Let it strike.",
];

fn record(site: &SiteFixture, words: &[&str], answers: Option<&str>) -> RunOutcome {
    run_at(DAY, site, &[&["record"], words], answers)
}

fn reply(site: &SiteFixture, words: &[&str]) -> RunOutcome {
    record(site, &[words, &REPLY].concat(), None)
}

#[test]
fn a_reply_is_written_as_a_careful_person_would_and_nothing_else_changes() {
    let site = SiteFixture::base();
    let before = text(&site, BALLOT);
    let ran = reply(&site, &["ben", "clock", "yes"]);
    let added = "    positions:
      - question: town-clock
        stance: supports
        date: 2031-04-18
        entered_by: pat
        entered: 2031-04-19
        evidence:
          - kind: reply
            title: Reply to the campaign
            where: our file of letters
            date: 2031-04-18
            quote: Let it strike.
";
    assert_eq!(text(&site, BALLOT), format!("{before}{added}"), "{}", ran.err);
    let shown: String = added.lines().map(|line| format!("+{line}\n")).collect();
    assert!(ran.err.contains(&shown), "{}", ran.err);
    let said = "\
candidates/test.2031-05-01/pond-lane.yaml: recorded “yes” from Ben Sample on “Clock at night?”.
Next, somebody else confirms it: hustings confirm 12 town-clock --by ID
";
    assert!(ran.err.ends_with(said), "{}", ran.err);
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Clean, ""));
    assert_eq!(site.check(), []);
}

#[test]
fn a_second_answer_comes_after_the_first_and_the_same_one_is_refused() {
    let site = SiteFixture::base();
    let before = text(&site, BALLOT);
    let ran = reply(&site, &["asha", "pond", "no"]);
    assert!(ran.err.contains("What was on record on this question before stays, as history.\n"), "{}", ran.err);
    let after = text(&site, BALLOT);
    let (head, tail) = before.split_once("  - person: 12").expect("the second candidate");
    assert!(after.starts_with(head) && after.ends_with(tail), "{after}");
    assert!(after.find("opposes") > after.find("supports"), "{after}");
    let again = reply(&site, &["asha", "pond", "no"]);
    assert_eq!(again.exit, Exit::Usage);
    let said = "error: this is on record already, with the same evidence: candidates/test.2031-05-01/pond-lane.yaml:20, entered by pat\n";
    assert_eq!(again.err, said);
    assert_eq!(text(&site, BALLOT), after);
    assert_eq!(reply(&site, &["asha", "pond", "no", "--says", "Never."]).exit, Exit::Clean);
}

/// A site with people and parties whose names are alike.
fn crowd() -> SiteFixture {
    let people = "  - {person: 13, name: Zoë Ó’Hara, party: pp2}\n  - {person: 14, name: Ann Sample, party: pp2}\n  - {person: 15, name: Ann Sample-Smith, party: pp2}\n";
    let base = SiteFixture::base();
    let ballot = text(&base, BALLOT) + people;
    base.file(BALLOT, ballot)
}

#[test]
fn a_person_is_meant_by_any_part_that_fits_one_alone() {
    for (words, name) in [
        ("asha", "Asha Example"),
        ("ASHA exa", "Asha Example"),
        ("zoe ohara", "Zoë Ó’Hara"),
        ("ó’hara", "Zoë Ó’Hara"),
        ("12", "Ben Sample"),
        ("ann sample", "Ann Sample"),
        ("smith", "Ann Sample-Smith"),
        ("test.2031-05-01/pond-lane/12-ben-sample", "Ben Sample"),
        ("meadow", "Meadow Party"),
        ("PP2", "Meadow Party"),
    ] {
        let ran = reply(&crowd(), &[words, "town-clock", "no"]);
        assert!(ran.err.contains(&format!("recorded “no” from {name} on")), "{words}: {}", ran.err);
    }
}

/// A command line that is refused: how it ends, what is said, and nothing changes.
#[track_caller]
fn refused(site: &SiteFixture, words: &[&str], exit: Exit, said: &str) {
    let before = (text(site, BALLOT), text(site, "candidates/parties/pp1.yaml"));
    let ran = record(site, words, None);
    assert_eq!(ran.exit, exit, "{}", ran.err);
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!((text(site, BALLOT), text(site, "candidates/parties/pp1.yaml")), before);
}

#[test]
fn what_may_mean_several_is_listed_with_ids_and_ballots() {
    let said = "\
error: “sample” may mean 3; say more of it, or name the id of one:
  Ben Sample, Meadow Party (12, on test.pond-lane.2031-05-01)
  Ann Sample, Meadow Party (14, on test.pond-lane.2031-05-01)
  Ann Sample-Smith, Meadow Party (15, on test.pond-lane.2031-05-01)
";
    refused(&crowd(), &[&["sample", "clock", "no"][..], &REPLY].concat(), Exit::Usage, said);
    let ran = record(&crowd(), &[&["sample", "clock", "no", "--yes"][..], &REPLY].concat(), Some("9\n2\n"));
    assert!(ran.err.contains("  2  Ann Sample, Meadow Party (14, on test.pond-lane.2031-05-01)\n"), "{}", ran.err);
    assert!(ran.err.contains("please answer with a number from 1 to 3"), "{}", ran.err);
    assert!(ran.err.contains("recorded “no” from Ann Sample on"), "{}", ran.err);
}

#[test]
fn what_makes_no_sense_is_refused_with_what_would() {
    let site = SiteFixture::base();
    let with = |words: &[&'static str]| [words, &REPLY].concat();
    let usage = |words: &[&'static str], said| refused(&site, &with(words), Exit::Usage, said);
    usage(&["bne", "clock", "no"], "no candidate or party on record fits “bne”; did you mean “Ben”?");
    usage(&["ben", "clocks", "no"], "no question that was put fits “clocks”; there are: duck-pond, town-clock");
    usage(&["ben", "clock", "maybe"], "“maybe” is not an answer; it may be yes, no, partly, unclear or declined");
    usage(&["ben", "clock", "no reply"], "which is worked out by the program and never written; record whom you asked");
    usage(&["ben", "clock", "no", "--nation", "wales"], "nations are for what a party says");
    usage(
        &["ben", "clock", "no", "--election", "other"],
        "there is no election “other”; the site has: test.2031-05-01",
    );
    usage(&["ben", "clock", "no", "--ballot", "x"], "there is no ballot “x”");
    let by = ["ben", "clock", "no", "--kind", "reply", "--where", "here", "--quote", "No."];
    refused(
        &site,
        &[&by[..], &["--on", "2031-04-18", "--by", "kim"]].concat(),
        Exit::Usage,
        "“kim” is not among the checkers",
    );
    refused(
        &site,
        &[&by[..], &["--on", "2031-04-21", "--by", "pat"]].concat(),
        Exit::Usage,
        "run “hustings as-of 2031-04-21” first",
    );
}

#[test]
fn whoever_is_not_found_may_stand_in_a_file_with_errors() {
    let site = SiteFixture::base().replace(BALLOT, "name: Ben Sample", "nane: Ben Sample");
    let said = "no candidate or party on record fits “ben”; errors in the records may hide it";
    refused(&site, &[&["ben", "clock", "no"][..], &REPLY].concat(), Exit::Usage, said);
}

#[test]
fn on_a_pipe_all_that_is_missing_is_named() {
    let said = "\
error: these are missing, and this is no terminal on which to ask for them:
  ANSWER: yes, no, partly, unclear or declined
  --kind, where it was said: reply, leaflet, site and so on
  --on, the day on which it was said
  --quote, the very words, or --says, in your own
  --where or --url, so that others can look it up; of a letter, where it is kept
";
    refused(&SiteFixture::base(), &["ben", "clock", "--by", "pat"], Exit::Usage, said);
}

#[test]
fn a_change_that_makes_an_error_shows_it_and_writes_nothing() {
    let site = SiteFixture::base();
    let words = ["ben", "clock", "no", "--kind", "manifesto", "--title", "It", "--on", "2031-04-18", "--by", "pat"];
    let said = "error[not-own-word]: a manifesto or another document of a party is the party's word";
    refused(&site, &[&words[..], &["--quote", "No.", "--where", "page 1"]].concat(), Exit::Errors, said);
    let words =
        ["ben", "clock", "no", "--kind", "reply", "--on", "2031-04-18", "--by", "pat", "--where", "our letters"];
    let said = "error[personal-text]: this looks like an e-mail address";
    refused(&site, &[&words[..], &["--quote", "No, says ben@home.example.org."]].concat(), Exit::Errors, said);
    let line =
        ["harbour", "pond", "no", "--kind", "manifesto", "--document", "harbour-manifesto", "--on", "2031-03-28"];
    let said = "mark the older one retracted with the reason";
    refused(&site, &[&line[..], &["--quote", "No.", "--by", "pat"]].concat(), Exit::Errors, said);
}

#[test]
fn what_a_party_says_goes_into_its_own_file() {
    let site = SiteFixture::base();
    let before = text(&site, "candidates/parties/pp1.yaml");
    let words =
        ["harbour", "clock", "partly", "--kind", "manifesto", "--document", "harbour-manifesto", "--where", "page 9"];
    let ran =
        record(&site, &[&words[..], &["--on", "2031-03-28", "--says", "Until ten.", "--by", "pat"]].concat(), None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let added = "  - election: test.2031-05-01
    question: town-clock
    stance: mixed
    date: 2031-03-28
    says: Until ten.
    entered_by: pat
    entered: 2031-04-19
    evidence:
      - kind: manifesto
        document: harbour-manifesto
        where: page 9
";
    assert_eq!(text(&site, "candidates/parties/pp1.yaml"), format!("{before}{added}"));
    assert_eq!(reply(&site, &["pp2", "clock", "no"]).exit, Exit::Clean);
    assert!(
        text(&site, "candidates/parties/pp2.yaml")
            .starts_with("id: pp2\nname: Meadow Party\nlines:\n  - election: test")
    );
}

#[test]
fn somebody_at_the_terminal_is_asked_step_by_step() {
    let site = SiteFixture::base();
    let before = text(&site, BALLOT);
    let answers =
        "nobody\nben\n2\nperhaps\nno\n\nlast week\n2031-04-18\n\nLeave it.\nour file of letters\nkim\nsam\ny\n";
    let ran = record(&site, &[], Some(answers));
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    for said in [
        "no candidate or party on record fits “nobody”",
        "  2  town-clock: Clock at night?",
        "“perhaps” is not an answer",
        "“last week” is not a date",
        "“kim” is not among the checkers of hustings.yaml: lee, pat, sam",
        "Write this into candidates/test.2031-05-01/pond-lane.yaml? (y/n) ",
    ] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    let after = text(&site, BALLOT);
    assert!(after.contains("        says: Leave it.\n        entered_by: sam\n"), "{after}");
    assert_eq!(site.check(), []);
    // Whoever stops on the way, or does not want it, has changed nothing.
    for end in answers.match_indices('\n').map(|(at, _)| at + 1).filter(|end| *end < answers.len()) {
        let site = SiteFixture::base();
        record(&site, &[], Some(&answers[..end]));
        assert_eq!(text(&site, BALLOT), before, "{:?}", &answers[..end]);
    }
    let declined = record(&SiteFixture::base(), &[&["ben", "clock", "no"][..], &REPLY].concat(), Some("n\n"));
    assert!(declined.err.ends_with("Nothing was written.\n"), "{}", declined.err);
}

/// Ways to write the ballot of two people, with notes, spaces and quotes of a person's own.
const WAYS: [(&str, &str); 7] = [
    (
        "notes",
        "# mine\nid: test.pond-lane.2031-05-01   # so\narea: {name: Pond Lane}\n\ncandidates:\n\n  # Asha\n  - person: 11 # hers\n    name: 'Asha Example'\n    party:   pp1\n    # nothing yet\n\n  # Ben\n  - person: 12\n    name: \"Ben \\\n      Sample\"\n    party: pp2\n# end\n",
    ),
    (
        "windows",
        "id: test.pond-lane.2031-05-01\r\narea: {name: Pond Lane}\r\ncandidates:\r\n  - person: 11\r\n    name: Asha Example\r\n    party: pp1\r\n  - person: 12\r\n    name: Ben Sample\r\n    party: pp2\r\n",
    ),
    (
        "byte order mark, and marks of a document",
        "\u{feff}---\nid: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n- person: 11\n  name: Asha Example\n  party: pp1\n- person: 12\n  name: Ben Sample\n  party: pp2\n...\n",
    ),
    (
        "brackets",
        "{id: test.pond-lane.2031-05-01, area: {name: Pond Lane}, candidates: [{person: 11, name: Asha Example, party: pp1}, {person: 12, name: Ben Sample, party: pp2}]}\n",
    ),
    (
        "people in brackets",
        "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n  - {person: 11, name: Asha Example, party: pp1, positions: []} # Asha\n  - {person: 12, name: Ben Sample, party: pp2}\n",
    ),
    (
        "an empty list",
        "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n  - person: 11\n    positions: # none yet\n    name: >-\n      Asha\n      Example\n    party: pp1\n  - person: 12\n    name: Ben Sample\n    party: pp2\n    positions: []",
    ),
    (
        "answers of another shape",
        "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n  - person: 11\n    name: Asha Example\n    party: pp1\n    positions: [{question: duck-pond, stance: opposes, date: 2031-04-02, entered_by: pat, evidence: [{kind: reply, title: Letter, where: here, date: 2031-04-02, quote: 'No, no.'}]}]\n  - person: 12\n    name: Ben Sample\n    party: pp2\n",
    ),
];

/// Whether all of a text stands in another, in its order.
fn stays(before: &str, after: &str) -> bool {
    let mut after = after.chars();
    before.chars().all(|c| after.any(|other| other == c))
}

#[test]
fn whatever_way_a_file_is_written_in_all_of_it_stays() {
    for (way, ballot) in WAYS {
        let site = SiteFixture::base().file(BALLOT, ballot);
        assert_eq!(site.check(), [], "{way}");
        for words in [["asha", "clock", "yes"], ["ben", "clock", "no"], ["asha", "pond", "declined"]] {
            let before = text(&site, BALLOT);
            let ran = reply(&site, &words);
            assert_eq!(ran.exit, Exit::Clean, "{way}, {words:?}: {}", ran.err);
            let after = text(&site, BALLOT);
            let empty = |text: &str| text.replace("positions: []", "positions:");
            assert!(stays(&empty(&before), &after), "{way}, {words:?}: {after}");
            let notes = |text: &str| text.matches('#').count();
            assert_eq!(notes(&before), notes(&after), "{way}: {after}");
            assert_eq!(
                before.contains("\r\n"),
                !after.replace("\r\n", "").contains('\n') && after.contains('\r'),
                "{way}"
            );
        }
        assert_eq!(site.check(), [], "{way}: {}", text(&site, BALLOT));
        let confirmed = run_answering(
            DAY,
            ["hustings", "confirm", "ben", "--by", "sam", "--answer", "yes", "-C"]
                .map(Into::into)
                .into_iter()
                .chain([site.path("").into()]),
            None,
        );
        assert_eq!(confirmed.exit, Exit::Clean, "{way}: {}", confirmed.err);
        assert_eq!(site.check(), [], "{way}: {}", text(&site, BALLOT));
    }
}

#[test]
fn acts_at_once_wait_for_each_other_or_say_so() {
    let site = SiteFixture::base();
    let days: Vec<String> = (10..18).map(|day| format!("2031-04-{day}")).collect();
    let ran: Vec<RunOutcome> = std::thread::scope(|scope| {
        let act = |day: &String| {
            let (site, day) = (&site, day.clone());
            scope.spawn(move || {
                let words =
                    ["ben", "clock", "no", "--kind", "reply", "--by", "pat", "--where", "here", "--quote", "No."];
                record(site, &[&words[..], &["--on", &day]].concat(), None)
            })
        };
        let running: Vec<_> = days.iter().map(act).collect();
        running.into_iter().map(|thread| thread.join().expect("a run that ends")).collect()
    });
    let written = text(&site, BALLOT);
    for (day, ran) in days.iter().zip(&ran) {
        match ran.exit {
            Exit::Clean => assert!(written.contains(&format!("        date: {day}\n")), "{day} is lost: {written}"),
            exit => {
                assert_eq!(exit, Exit::Environment, "{}", ran.err);
                assert!(ran.err.contains("another program changed it in the meantime"), "{}", ran.err);
                assert!(!written.contains(&format!("        date: {day}\n")), "{day}: {written}");
            }
        }
    }
    assert!(ran.iter().any(|ran| ran.exit == Exit::Clean));
    assert_eq!(site.check(), []);
}

#[test]
fn of_somebody_who_stands_twice_the_answers_stay_on_one_ballot() {
    let second = "id: test.mill-row.2031-05-01\narea: {name: Mill Row}\ncandidates:\n  - {person: 11, name: Asha Example, party: pp1, answers_in: test.pond-lane.2031-05-01}\n";
    let site = SiteFixture::base().file("candidates/test.2031-05-01/mill-row.yaml", second);
    assert_eq!(site.check(), []);
    let ran = reply(&site, &["asha", "clock", "no", "--ballot", "test.mill-row.2031-05-01"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(text(&site, BALLOT).contains("town-clock"));
    assert_eq!(text(&site, "candidates/test.2031-05-01/mill-row.yaml"), second);
}
