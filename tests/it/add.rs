//! Records are made by a command: what is written, where, and what is refused.

mod accounts;
mod events;
mod letters;
mod reports;

use std::fs;

use hustings::cli::Exit;

use crate::support::{Found, RunOutcome, SiteFixture, files_under, run_at, text};

const DAY: &str = "2031-04-19";
const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ELECTION: &str = "candidates/test.2031-05-01/election.yaml";

fn hustings(site: &SiteFixture, words: &[&str], answers: Option<&str>) -> RunOutcome {
    run_at(DAY, site, &[words], answers)
}

#[track_caller]
fn done(site: &SiteFixture, words: &[&str]) -> String {
    let ran = hustings(site, words, None);
    assert_eq!(ran.exit, Exit::Clean, "{words:?}: {}", ran.err);
    ran.err
}

/// What `check` reports, but that nobody has asked those who are new.
fn wrong(site: &SiteFixture) -> Vec<Found> {
    let mut found = site.check();
    found.retain(|found| found.code != "unasked");
    found
}

/// All files of a site with what stands in them.
fn all(site: &SiteFixture) -> Vec<(String, Vec<u8>)> {
    let files = files_under(&site.path(""));
    files.into_iter().map(|file| (file.clone(), fs::read(site.path(&file)).expect("a readable file"))).collect()
}

/// A command line that is refused: how it ends, what is said, and nothing changes.
#[track_caller]
fn refused(site: &SiteFixture, words: &[&str], exit: Exit, said: &str) {
    let before = all(site);
    let ran = hustings(site, words, None);
    assert_eq!(ran.exit, exit, "{words:?}: {}", ran.err);
    assert!(ran.err.contains(said), "{words:?}: {}", ran.err);
    assert_eq!(all(site), before, "{words:?}");
}

#[test]
fn an_empty_site_is_filled_by_commands_alone() {
    let site = SiteFixture::bare();
    done(&site, &["init", "--empty", &site.path("").to_string_lossy()]);
    for name in ["Pat Promoter", "Sam Second", "Lee Third"] {
        done(&site, &["add", "checker", name]);
    }
    done(&site, &["add", "election", "Example Town elections", "--date", "2031-05-01", "--fictional"]);
    for (area, nation) in [("Example Town", "england"), ("Old Quay", "wales")] {
        done(&site, &["add", "ballot", area, "--nation", nation]);
    }
    done(&site, &["add", "party", "Harbour Alliance", "--id", "PP9001", "--colour", "#0b6e75"]);
    done(&site, &["add", "party", "Lantern Party"]);
    for (n, (given, family)) in [
        ("Asha", "Example"),
        ("Ben", "Sample"),
        ("Cara", "Specimen"),
        ("Dev", "Placeholder"),
        ("Elin", "Madeup"),
        ("Finn", "Pretend"),
        ("Greta", "Fable"),
        ("Hal", "Invented"),
    ]
    .into_iter()
    .enumerate()
    {
        let (name, sort_name) = (format!("{given} {family}"), format!("{family}, {given}"));
        let party = ["harbour", "lantern", "independent"][n % 3];
        let ballot = ["example town", "old quay"][n % 2];
        done(&site, &["add", "candidate", &name, "--party", party, "--ballot", ballot, "--sort-name", &sort_name]);
    }
    for (ask, short) in [
        ("Should the library open on Saturdays?", "Library on Saturdays?"),
        ("Should cars be allowed to park on Long Meadow?", "Parking on the meadow?"),
        ("Should the town clock strike at night?", "Clock at night?"),
    ] {
        done(&site, &["add", "question", ask, "--short", short, "--wants", "none", "--why", "People ask us."]);
    }
    for person in ["asha", "ben", "cara", "dev", "elin", "finn", "greta", "hal"] {
        for question in ["library", "meadow", "clock"] {
            let reply = ["--kind", "reply", "--on", "2031-04-18", "--where", "our file of letters", "--quote", "Yes."];
            done(&site, &[&["record", person, question, "yes", "--by", "pat"][..], &reply].concat());
            done(&site, &["confirm", person, question, "--by", "sam", "--answer", "yes"]);
            done(&site, &["confirm", person, question, "--by", "lee", "--answer", "yes"]);
        }
    }
    assert_eq!(site.check(), []);
    let town = text(&site, "candidates/example-town-elections.2031-05-01/example-town.yaml");
    let people: Vec<&str> = town.lines().filter_map(|line| line.strip_prefix("    name: ")).collect();
    assert_eq!(people, ["Asha Example", "Greta Fable", "Elin Madeup", "Cara Specimen"]);
    site.build();
}

#[test]
fn a_candidate_is_written_as_a_careful_person_would() {
    let site = SiteFixture::base();
    let before = text(&site, BALLOT);
    let words = ["add", "candidate", "Ann O’Sample", "--party", "meadow", "--sort-name", "O’Sample, Ann"];
    let said = done(&site, &words);
    let added = "  - person: local-ann-osample
    name: Ann O’Sample
    sort_name: O’Sample, Ann
    party: pp2
";
    let (head, tail) = before.split_once("  - person: 12\n").expect("the second candidate");
    assert_eq!(text(&site, BALLOT), format!("{head}{added}  - person: 12\n{tail}"));
    assert!(said.ends_with(&format!("{BALLOT}: added Ann O’Sample (local-ann-osample) to the ballot of Pond Lane.\n")));
    assert_eq!(wrong(&site), []);
    let again = format!("Ann O’Sample (local-ann-osample) is on this ballot already: {BALLOT}:20; somebody else");
    refused(&site, &words, Exit::Usage, &again);
    let other = done(&site, &[&words[..], &["--id", "77", "--place", "1"]].concat());
    assert!(other.contains("+  - person: 77\n"), "{other}");
    assert!(text(&site, BALLOT).contains("candidates:\n  - person: 77\n    name: Ann O’Sample\n"));
    refused(
        &site,
        &["add", "candidate", "Asha", "--party", "pp1", "--id", "11"],
        Exit::Usage,
        "Asha Example (11) is on",
    );
}

#[test]
fn a_guess_is_marked_as_one_and_the_order_of_a_ballot_paper_is_not_claimed() {
    let site = SiteFixture::base().replace(BALLOT, "candidates:", "order: ballot_paper\ncandidates:");
    let said = done(&site, &["add", "candidate", "Zed van Test", "--party", "pp1"]);
    assert!(said.contains("The family name is guessed") && said.contains("order of the ballot paper"), "{said}");
    let ballot = text(&site, BALLOT);
    assert!(
        ballot.ends_with("    name: Zed van Test\n    sort_name: van Test, Zed\n    guessed: true\n    party: pp1\n")
    );
    assert!(!ballot.contains("order:"), "{ballot}");
    let site = SiteFixture::base().replace(BALLOT, "candidates:", "order: ballot_paper\ncandidates:");
    done(&site, &["add", "candidate", "Zed Test", "--party", "pp1", "--sort-name", "Test, Zed", "--place", "2"]);
    let ballot = text(&site, BALLOT);
    assert!(ballot.contains("order: ballot_paper") && ballot.find("Zed Test") < ballot.find("Ben Sample"), "{ballot}");
}

#[test]
fn the_first_who_stands_for_no_party_brings_the_label_along() {
    let site = SiteFixture::base();
    let words = ["add", "candidate", "Cy Test", "--sort-name", "Test, Cy", "--party", "Independent"];
    done(&site, &[&words[..], &["--description", "Cy for the Pond"]].concat());
    assert_eq!(
        text(&site, "candidates/parties/independent.yaml"),
        "id: independent\nname: Independent\nkind: independent\n"
    );
    assert!(text(&site, BALLOT).ends_with("    party: independent\n    description: Cy for the Pond\n"));
    done(&site, &["add", "candidate", "Di Test", "--sort-name", "Test, Di", "--party", "ind"]);
    assert_eq!(wrong(&site), []);
}

#[test]
fn somebody_who_stands_twice_answers_once() {
    let site = SiteFixture::base();
    done(&site, &["add", "ballot", "Mill Row"]);
    let said = done(
        &site,
        &["add", "candidate", "Asha Example", "--party", "pp1", "--ballot", "mill", "--sort-name", "Example, Asha"],
    );
    assert!(said.contains("if it is one person, use --id 11."), "{said}");
    let site = SiteFixture::base();
    done(&site, &["add", "ballot", "Mill Row"]);
    let words = ["add", "candidate", "Asha Example", "--party", "pp1", "--ballot", "mill", "--id", "11"];
    done(&site, &[&words[..], &["--sort-name", "Example, Asha"]].concat());
    let mill = text(&site, "candidates/test.2031-05-01/mill-row.yaml");
    assert_eq!(
        mill,
        "id: test.mill-row.2031-05-01
area: {name: Mill Row}
order: family_name
candidates:
  - person: 11
    name: Asha Example
    sort_name: Example, Asha
    party: pp1
    answers_in: test.pond-lane.2031-05-01
"
    );
    assert_eq!(wrong(&site), []);
}

#[test]
fn on_a_ballot_of_lists_people_stand_with_their_list() {
    let site = SiteFixture::base();
    done(&site, &["add", "ballot", "Coast", "--lists", "--seats", "4"]);
    for (name, party, place) in [("Al One", "pp1", "1"), ("Bo Two", "pp2", "1"), ("Cy Three", "pp1", "2")] {
        let words = ["add", "candidate", name, "--party", party, "--ballot", "coast", "--list-position", place];
        done(&site, &[&words[..], &["--sort-name", name]].concat());
    }
    let coast = text(&site, "candidates/test.2031-05-01/coast.yaml");
    assert!(coast.starts_with("id: test.coast.2031-05-01\narea: {name: Coast}\nseats: 4\nkind: lists\ncandidates:\n"));
    assert!(coast.find("Cy Three") < coast.find("Bo Two"), "{coast}");
    assert_eq!(wrong(&site), []);
    let words = ["add", "candidate", "Di Four", "--party", "pp1", "--ballot", "coast"];
    refused(&site, &words, Exit::Errors, "list_position");
}

#[test]
fn a_question_is_put_after_the_others() {
    let site = SiteFixture::base();
    let before = text(&site, ELECTION);
    let words = ["add", "question", "Should the mill turn again?", "--short", "Mill turns?", "--wants", "yes"];
    let more = ["--yes-means", "The mill should turn.", "--terms", "mill,miller", "--why", "It stands still."];
    done(&site, &[&words[..], &more].concat());
    let question = text(&site, "content/questions/mill-turns.md");
    let (head, tail) = question.split_once("fingerprint: {en: \"").expect("the fingerprint");
    assert_eq!(
        head,
        "---\nask: Should the mill turn again?\nshort: Mill turns?\nsupports_means: The mill should turn.\n\
         campaign_wants: supports\nterms: [{words: mill}, {words: miller}]\n"
    );
    assert_eq!(tail.split_once("\"}\n").expect("its end").1, "---\nIt stands still.\n");
    let list = "  - {question: town-clock}\n";
    assert_eq!(text(&site, ELECTION), before.replace(list, &format!("{list}  - question: mill-turns\n")));
    assert_eq!(wrong(&site), []);
    refused(&site, &[&words[..], &more].concat(), Exit::Usage, "on record already: content/questions/mill-turns.md");
    refused(
        &site,
        &["add", "question", "Why?", "--short", "Why?", "--wants", "perhaps"],
        Exit::Usage,
        "it may be yes, no or none",
    );
}

#[test]
fn what_a_killed_run_began_with_a_question_is_gone_on_with() {
    let site = SiteFixture::base();
    let words = ["add", "question", "Should the mill turn again?", "--short", "Mill turns?", "--wants", "yes"];
    let before = text(&site, ELECTION);
    done(&site, &words);
    let (whole, record) = (text(&site, ELECTION), text(&site, "content/questions/mill-turns.md"));
    let site = site.file(ELECTION, before.clone()).file("content/questions/.hustings-a1B2c3.tmp", "Half");
    let said = done(&site, &words);
    assert!(said.contains("added “Mill turns?” (mill-turns), which was on record and not put yet."), "{said}");
    assert_eq!(text(&site, ELECTION), whole);
    assert_eq!(text(&site, "content/questions/mill-turns.md"), record);
    assert!(!site.path("content/questions/mill-turns-2.md").exists());
    done(&site, &["add", "question", "Another?", "--short", "Another?", "--wants", "none"]);
    assert!(!site.path("content/questions/.hustings-a1B2c3.tmp").exists(), "what was left half-written goes");
    let site = site.file(ELECTION, before);
    let other = ["add", "question", "Should the mill turn again?", "--short", "Mill?", "--wants", "no"];
    let said = "add “- question: mill-turns” under “questions:” in candidates/test.2031-05-01/election.yaml";
    refused(&site, &other, Exit::Usage, said);
}

#[test]
fn an_id_that_means_nothing_in_yaml_is_put_in_quotes() {
    let site = SiteFixture::base();
    done(&site, &["add", "question", "Null?", "--short", "Null", "--wants", "none"]);
    assert!(text(&site, ELECTION).contains("  - question: \"null\"\n"));
    done(&site, &["rename", "town-clock", "true"]);
    assert!(text(&site, ELECTION).contains("question: \"true\""), "{}", text(&site, ELECTION));
    done(
        &site,
        &[
            "add",
            "candidate",
            "Di Four",
            "--party",
            "pp1",
            "--ballot",
            "lane",
            "--id",
            "null",
            "--sort-name",
            "Four, Di",
        ],
    );
    assert!(text(&site, BALLOT).contains("person: \"null\"\n"));
    done(&site, &["ask", "second", "--deadline", "2031-04-27", "--paper"]);
    let round = text(&site, "candidates/test.2031-05-01/asks/second.yaml");
    assert!(round.contains("{question: \"null\", version: 1}") && round.contains("[11, \"null\", 12]"), "{round}");
    assert_eq!(wrong(&site), []);
}

#[test]
fn documents_and_corrections_stand_where_others_look_for_them() {
    let site = SiteFixture::base();
    let words = ["add", "document", "Clean it", "--of", "asha", "--kind", "leaflet", "--date", "2031-04-08"];
    done(&site, &words);
    assert_eq!(
        text(&site, "candidates/documents/asha-example-leaflet.yaml"),
        "id: asha-example-leaflet\ntitle: Clean it\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\ndate: 2031-04-08\n"
    );
    refused(
        &site,
        &words,
        Exit::Usage,
        "this document is on record already: candidates/documents/asha-example-leaflet.yaml",
    );
    done(&site, &["add", "document", "Second", "--of", "asha", "--kind", "leaflet"]);
    done(&site, &["add", "document", "Dawn", "--of", "meadow", "--kind", "manifesto"]);
    assert!(text(&site, "candidates/documents/asha-example-leaflet-2.yaml").contains("title: Second\n"));
    assert!(text(&site, "candidates/documents/meadow-party-manifesto.yaml").contains("party: pp2\n"));
    let before = text(&site, "content/corrections.yaml");
    let words = ["add", "correction", "--about", "Ben Sample", "--was", "No", "--now", "Yes", "--because", "A slip."];
    done(&site, &words);
    let added =
        "  - date: 2031-04-19\n    about: Ben Sample\n    was: \"No\"\n    now: \"Yes\"\n    because: A slip.\n";
    assert_eq!(text(&site, "content/corrections.yaml"), format!("{before}{added}"));
    refused(&site, &words, Exit::Usage, "already");
    let site = SiteFixture::base().without("content/corrections.yaml");
    done(&site, &words);
    assert_eq!(text(&site, "content/corrections.yaml"), format!("corrections:\n{added}"));
}

#[test]
fn a_correction_says_what_it_concerns() {
    let of = |words: &[&str], concerns: &str| {
        let site = SiteFixture::base();
        let words =
            [&["add", "correction", "--about", "A", "--was", "B", "--now", "C", "--because", "D."][..], words].concat();
        done(&site, &words);
        let file = text(&site, "content/corrections.yaml");
        assert!(file.ends_with(&format!("    because: D.\n    concerns: {{{concerns}}}\n")), "{file}");
        assert_eq!(wrong(&site), []);
    };
    let answer = "person: 11, question: duck-pond, election: test.2031-05-01";
    of(&["--who", "asha", "--question", "pond"], answer);
    of(&["--who", "harbour", "--question", "pond"], &answer.replace("person: 11", "party: pp1"));
    of(&["--question", "town-clock"], "question: town-clock");
    of(&["--document", "harbour-manifesto"], "document: harbour-manifesto");
    of(&["--page", "about"], "page: about");
    let site = SiteFixture::base();
    let wrong = ["add", "correction", "--about", "A", "--was", "B", "--now", "C", "--because", "D."];
    refused(&site, &[&wrong[..], &["--who", "asha"]].concat(), Exit::Usage, "--question");
    refused(&site, &[&wrong[..], &["--page", "about", "--document", "x"]].concat(), Exit::Usage, "cannot be used with");
    refused(&site, &[&wrong[..], &["--account", "net"]].concat(), Exit::Errors, "there is no account “net”");
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_is_written() {
    let site = SiteFixture::base();
    let usage = |words: &[&str], said| refused(&site, words, Exit::Usage, said);
    usage(&["add", "candidate"], "on which to ask for them:\n  NAME, the name as on the ballot paper\n  --party");
    usage(&["add", "candidate", "Cy Test", "--party", "pp9"], "no party on record fits “pp9”; “hustings add party”");
    usage(&["add", "candidate", "Cy Test", "--party", "pp1", "--ballot", "mill"], "no ballot on record fits “mill”");
    usage(&["add", "ballot", "Pond Lane"], "Pond Lane has a ballot in test.2031-05-01 already");
    usage(
        &["add", "ballot", "Mill", "--election", "other"],
        "no election on record fits “other”; there are: test.2031",
    );
    usage(&["add", "party", "Meadow Party"], "this party is on record already: candidates/parties/pp2.yaml");
    usage(&["add", "party", "Another", "--id", "pp1"], "this party is on record already: candidates/parties/pp1.yaml");
    usage(&["add", "election", "Again", "--date", "2031-05-01", "--id", "test.2031-05-01"], "is on record already");
    usage(&["add", "checker", "Pat Promoter"], "pat is among the checkers already");
    usage(&["add", "question", "Should the duck pond be cleaned?", "--short", "Pond?", "--wants", "yes"], "already");
    let late =
        ["add", "correction", "--about", "a", "--was", "b", "--now", "c", "--because", "d", "--on", "2031-04-21"];
    usage(&late, "run “hustings as-of 2031-04-21” first");
    let personal = ["add", "candidate", "Cy Test", "--party", "pp1", "--description", "Write to cy@home.example.org"];
    refused(&site, &personal, Exit::Errors, "error[personal-text]");
    let unknown = ["add", "election", "New", "--date", "2032-05-01", "--questions", "nothing"];
    refused(&site, &unknown, Exit::Errors, "nothing was written");
    done(&site, &["add", "ballot", "Mill Row"]);
    usage(&["add", "candidate", "Cy Test", "--party", "pp1"], "say which ballot you mean, with --ballot:\n  Mill Row");
}

#[test]
fn a_trial_shows_everything_and_writes_nothing() {
    let site = SiteFixture::base();
    let before = all(&site);
    let words = ["add", "question", "Should the mill turn?", "--short", "Mill?", "--wants", "no", "--dry-run"];
    let ran = hustings(&site, &words, None);
    assert!(
        ran.out.contains("+++ b/content/questions/mill.md") && ran.out.contains("+  - question: mill\n"),
        "{}",
        ran.out
    );
    assert_eq!(all(&site), before);
}

#[test]
fn somebody_at_the_terminal_is_asked_step_by_step() {
    for (words, answers, file, holds) in [
        (
            "candidate",
            "Cy van Test\nnobody\nmeadow\n\nCy for all\n\ny\n",
            BALLOT,
            "    name: Cy van Test\n    sort_name: van Test, Cy\n    party: pp2\n    description: Cy for all\n",
        ),
        (
            "ballot",
            "Mill Row\nwales\n\n3\ny\n",
            "candidates/test.2031-05-01/mill-row.yaml",
            "nation: wales\nseats: 3\n",
        ),
        (
            "election",
            "Mill by-election\nsoon\n2032-05-01\n\n22:00\ny\n",
            "candidates/mill-by-election.2032-05-01/election.yaml",
            "date: 2032-05-01\npolls_close: \"22:00\"\n",
        ),
        (
            "question",
            "Should the mill turn?\nMill?\nIt turns.\n\n\nmaybe\nyes\ny\n",
            "content/questions/mill.md",
            "supports_means: It turns.\ncampaign_wants: supports\n",
        ),
        ("party", "Mill Party\nPP7\n\n\ny\n", "candidates/parties/pp7.yaml", "id: pp7\nname: Mill Party\n"),
        (
            "document",
            "Turn it\nleaflet\nben\n2031-04\n\ny\n",
            "candidates/documents/ben-sample-leaflet.yaml",
            "person: 12\ndate: 2031-04\n",
        ),
        ("correction", "Ben\nA\nB\nA slip.\n\ny\n", "content/corrections.yaml", "    about: Ben\n    was: A\n"),
        ("checker", "Kim Fourth\ny\n", "hustings.yaml", "  - id: kim\n    name: Kim Fourth\n"),
    ] {
        let site = SiteFixture::base();
        let before = all(&site);
        // Whoever stops on the way, or does not want it, has changed nothing.
        for end in answers.match_indices('\n').map(|(at, _)| at + 1).filter(|end| *end < answers.len()) {
            hustings(&site, &["add", words], Some(&answers[..end]));
            assert_eq!(all(&site), before, "{words}: {:?}", &answers[..end]);
        }
        let ran = hustings(&site, &["add", words], Some(answers));
        assert_eq!(ran.exit, Exit::Clean, "{words}: {}", ran.err);
        assert!(text(&site, file).contains(holds), "{words}: {}\n{}", text(&site, file), ran.err);
        assert!(site.check().iter().all(|found| found.severity != "error"), "{words}: {:?}", site.check());
    }
}
