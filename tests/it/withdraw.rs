//! Somebody withdraws, is called otherwise, or wants words off the site: one command each, and nothing goes in silence.

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, files_under, run_at, text};

const DAY: &str = "2031-04-19";
const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const PARTY: &str = "candidates/parties/pp1.yaml";

fn hustings(site: &SiteFixture, words: &[&str], answers: Option<&str>) -> RunOutcome {
    run_at(DAY, site, &[words], answers)
}

#[track_caller]
fn done(site: &SiteFixture, words: &[&str]) -> String {
    let ran = hustings(site, words, None);
    assert_eq!(ran.exit, Exit::Clean, "{words:?}: {}", ran.err);
    ran.err
}

/// What is said a second time, when nothing is left to do.
#[track_caller]
fn again(site: &SiteFixture, words: &[&str], said: &str) {
    let before = (text(site, BALLOT), text(site, PARTY));
    let told = done(site, words);
    assert!(told.contains(said) && told.contains("Nothing was written."), "{told}");
    assert_eq!((text(site, BALLOT), text(site, PARTY)), before);
}

#[track_caller]
fn refused(site: &SiteFixture, words: &[&str], exit: Exit, said: &str) {
    let before = (text(site, BALLOT), text(site, PARTY));
    let ran = hustings(site, words, None);
    assert_eq!(ran.exit, exit, "{words:?}: {}", ran.err);
    assert!(ran.err.contains(said), "{words:?}: {}", ran.err);
    assert_eq!((text(site, BALLOT), text(site, PARTY)), before);
}

#[test]
fn who_withdraws_stays_on_the_page_with_when_and_why() {
    let site = SiteFixture::base();
    let before = text(&site, BALLOT);
    let words = ["withdraw", "ben", "--on", "2031-04-10", "--because", "He has moved away."];
    let said = done(&site, &words);
    let added = "    status: withdrawn\n    status_date: 2031-04-10\n    status_because: He has moved away.\n";
    assert_eq!(text(&site, BALLOT), format!("{before}{added}"), "{said}");
    assert!(said.ends_with("Ben Sample is marked as “withdrawn” on the ballot of Pond Lane.\n"), "{said}");
    again(&site, &words, &format!("{BALLOT}:20 says already that Ben Sample has “status: withdrawn”"));
    again(&site, &["withdraw", "ben"], "says already");
    done(&site, &["withdraw", "ben", "--because", "He went."]);
    assert!(text(&site, BALLOT).contains("    status_because: He went.\n"));
    refused(&site, &["withdraw", "ben", "--died"], Exit::Usage, "correct that first if it is wrong");
    assert_eq!(site.check(), []);
    let page = site.build().page("test.2031-05-01/pond-lane/12-ben-sample/index.html");
    assert!(page.contains("10 April 2031") && page.contains("He went."), "{page}");
}

#[test]
fn who_stood_on_two_ballots_withdraws_from_the_one_that_is_named() {
    let second = "id: test.mill-row.2031-05-01\narea: {name: Mill Row}\ncandidates:\n  - {person: 11, name: Asha Example, party: pp1, answers_in: test.pond-lane.2031-05-01}\n";
    let mill = "candidates/test.2031-05-01/mill-row.yaml";
    let site = SiteFixture::base().file(mill, second);
    refused(&site, &["withdraw", "asha"], Exit::Usage, "“asha” may mean 2");
    done(&site, &["withdraw", "asha", "--ballot", "test.mill-row.2031-05-01", "--died"]);
    let wanted = second.replace("party: pp1, ", "party: pp1, status: died, ");
    assert_eq!(text(&site, mill), wanted);
    assert_eq!(text(&site, BALLOT), text(&SiteFixture::base(), BALLOT));
    let ran = hustings(&site, &["withdraw"], Some("asha\n2\n\n\ny\n"));
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(text(&site, BALLOT).contains("    party: pp1\n    status: withdrawn\n    positions:\n"), "{}", ran.err);
    assert!(ran.err.contains("What they answered stays on their page."), "{}", ran.err);
}

#[test]
fn withdrawals_that_make_no_sense_are_refused() {
    let site = SiteFixture::base();
    refused(&site, &["withdraw"], Exit::Usage, "PERSON, who: a part of the name, an id");
    refused(&site, &["withdraw", "nobody"], Exit::Usage, "no candidate on record fits “nobody”");
    refused(&site, &["withdraw", "ben", "--on", "2031-04-21"], Exit::Usage, "run “hustings as-of 2031-04-21” first");
    let before = text(&site, BALLOT);
    let trial = hustings(&site, &["withdraw", "ben", "--dry-run"], None);
    assert!(trial.out.contains("+    status: withdrawn\n"), "{}", trial.out);
    assert_eq!(text(&site, BALLOT), before);
    let unsure = hustings(&site, &["withdraw", "ben"], Some("n\n"));
    assert!(unsure.err.ends_with("Nothing was written.\n"), "{}", unsure.err);
    assert_eq!(text(&site, BALLOT), before);
}

#[test]
fn the_old_address_of_a_renamed_person_leads_to_the_new_one() {
    let site = SiteFixture::base();
    let before = text(&site, BALLOT);
    let words = ["rename", "ben", "Ben Sample-Test"];
    done(&site, &words);
    let wanted = before.replace("name: Ben Sample", "name: Ben Sample-Test") + "    former_pages: [12-ben-sample]\n";
    assert_eq!(text(&site, BALLOT), wanted);
    again(&site, &words, "Ben Sample-Test (12) is called so already");
    assert_eq!(site.check(), []);
    done(&site, &["rename", "12", "Ben Sample"]);
    let back = before.clone() + "    former_pages: [12-ben-sample-test]\n";
    assert_eq!(text(&site, BALLOT), back);
    let site = site.build();
    let old = site.page("test.2031-05-01/pond-lane/12-ben-sample-test/index.html");
    assert!(old.contains("12-ben-sample/"), "{old}");
}

#[test]
fn a_new_name_is_sorted_anew_and_stands_on_every_ballot() {
    let second = "id: test.mill-row.2031-05-01\narea: {name: Mill Row}\norder: family_name\ncandidates:\n  - {person: 11, name: Asha Example, sort_name: 'Example, Asha', party: pp1, answers_in: test.pond-lane.2031-05-01}\n  - {person: 14, name: Bo Middle, sort_name: \"Middle, Bo\", party: pp2}\n";
    let mill = "candidates/test.2031-05-01/mill-row.yaml";
    let site = SiteFixture::base().file(mill, second);
    let said = done(&site, &["rename", "asha", "Asha Zed"]);
    assert!(said.contains("The family name is guessed") && said.contains("not in the order of family names"), "{said}");
    let wanted = second
        .replace("order: family_name\n", "")
        .replace(
            "name: Asha Example, sort_name: 'Example, Asha'",
            "name: Asha Zed, sort_name: 'Zed, Asha', guessed: true",
        )
        .replace(
            "answers_in: test.pond-lane.2031-05-01",
            "answers_in: test.pond-lane.2031-05-01, former_pages: [11-asha-example]",
        );
    assert_eq!(text(&site, mill), wanted);
    assert!(text(&site, BALLOT).contains("    name: Asha Zed\n    party: pp1\n    former_pages: [11-asha-example]\n"));
    done(&site, &["rename", "asha", "Asha Zed", "--sort-name", "Zed, Asha"]);
    assert!(!text(&site, mill).contains("guessed"), "{}", text(&site, mill));
    again(&site, &["rename", "asha", "Asha Zed", "--sort-name", "Zed, Asha"], "is sorted so already");
    assert!(site.check().iter().all(|found| found.severity != "error"), "{:?}", site.check());
}

#[test]
fn nobody_is_called_what_cannot_be_seen() {
    let site = SiteFixture::base();
    for name in ["", " ", "\u{200b}", "\u{2060} \u{200f}\u{ad}"] {
        refused(&site, &["rename", "asha", name], Exit::Usage, "this text is empty");
        refused(&site, &["takedown", "asha", "--reason", name], Exit::Usage, "this text is empty");
    }
    done(&site, &["rename", "asha", "\u{200f}Asha\u{200b}", "--sort-name", "Asha"]);
}

#[test]
fn a_party_is_renamed_in_its_own_file() {
    let site = SiteFixture::base();
    let before = text(&site, PARTY);
    done(&site, &["rename", "pp1", "Harbour and Tideway Alliance"]);
    assert_eq!(text(&site, PARTY), before.replace("Harbour Alliance", "Harbour and Tideway Alliance"));
    again(&site, &["rename", "pp1", "Harbour and Tideway Alliance"], "is called so already");
    refused(&site, &["rename", "pp1", "X", "--sort-name", "X"], Exit::Usage, "is sorted by its name");
    refused(&site, &["rename", "ben"], Exit::Usage, "NAME, the new one");
}

#[test]
fn what_is_taken_down_leaves_a_dated_note() {
    let site = SiteFixture::base();
    let before = text(&site, BALLOT);
    let words = ["takedown", "asha", "pond", "--reason", "The letter was meant for us alone.", "--on", "2031-04-15"];
    let said = done(&site, &words);
    let note = "        takedown:\n          date: 2031-04-15\n          reason: The letter was meant for us alone.\n";
    assert_eq!(text(&site, BALLOT), before.replace("  - person: 12", &format!("{note}  - person: 12")), "{said}");
    assert!(said.contains("took down what Asha Example said on “Clean the pond?”."), "{said}");
    again(&site, &words, "says already that what Asha Example said on “Clean the pond?” was taken down");
    assert_eq!(site.check(), []);
    let site = site.build();
    let page = site.page("test.2031-05-01/pond-lane/11-asha-example/index.html");
    assert!(page.contains("The letter was meant for us alone.") && !page.contains("I would clean it."), "{page}");
}

#[test]
fn all_that_a_person_said_is_taken_down_at_once_and_a_party_needs_its_question() {
    let site = SiteFixture::base();
    let words = ["takedown", "ben", "--reason", "He asked us to."];
    done(&site, &words);
    let note = "    takedown:\n      date: 2031-04-19\n      reason: He asked us to.\n";
    assert!(text(&site, BALLOT).ends_with(&format!("    party: pp2\n{note}")), "{}", text(&site, BALLOT));
    again(&site, &words, "was taken down");
    let party = ["takedown", "harbour", "--reason", "It asked us to."];
    refused(&site, &party, Exit::Usage, "name the question of which the line of Harbour Alliance is taken down");
    done(&site, &["takedown", "harbour", "pond", "--reason", "It asked us to."]);
    let note = "    takedown:\n      date: 2031-04-19\n      reason: It asked us to.\n";
    assert!(text(&site, PARTY).ends_with(note), "{}", text(&site, PARTY));
    refused(&site, &["takedown", "asha", "clock", "--reason", "So."], Exit::Usage, "no answer of Asha Example on");
    refused(&site, &["takedown", "asha"], Exit::Usage, "--reason, why");
    assert_eq!(site.check(), []);
    let ran = hustings(&site, &["takedown"], Some("asha\npond\nShe asked us to.\ny\n"));
    assert!(text(&site, BALLOT).contains("reason: She asked us to."), "{}", ran.err);
}

#[test]
fn a_question_moves_with_all_that_names_it() {
    let site = SiteFixture::base()
        .file("content/questions/town-clock.cy.md", "---\nask: A ddylai?\nshort: Cloc?\n---\nCloc.\n");
    let before = site.check();
    done(
        &site,
        &[
            "record",
            "ben",
            "clock",
            "no",
            "--kind",
            "reply",
            "--on",
            "2031-04-18",
            "--by",
            "pat",
            "--where",
            "here",
            "--quote",
            "No.",
        ],
    );
    let (ballot, question) = (text(&site, BALLOT), text(&site, "content/questions/town-clock.md"));
    let trial = hustings(&site, &["rename", "town-clock", "night-clock", "--dry-run"], None);
    assert!(trial.out.contains("content/questions/town-clock.md goes\n"), "{}", trial.out);
    assert_eq!(text(&site, BALLOT), ballot);
    let said = done(&site, &["rename", "town-clock", "night-clock"]);
    assert!(said.contains("content/questions/night-clock.md: town-clock is now called night-clock"), "{said}");
    let keys = "campaign_wants: none\n";
    let moved = question.replace(keys, &format!("former: [town-clock]\n{keys}"));
    assert_eq!(text(&site, "content/questions/night-clock.md"), moved);
    assert!(text(&site, "content/questions/night-clock.cy.md").ends_with("Cloc.\n"));
    assert!(!site.path("content/questions/town-clock.md").exists());
    assert!(!site.path("content/questions/town-clock.cy.md").exists());
    assert_eq!(text(&site, BALLOT), ballot.replace("town-clock", "night-clock"));
    let manifesto = text(&site, "candidates/documents/harbour-manifesto.yaml");
    assert!(manifesto.contains("looked_for: [duck-pond, night-clock]"), "{manifesto}");
    let named: Vec<_> = before.into_iter().map(|found| found.code).collect();
    assert_eq!(site.check().into_iter().map(|found| found.code).collect::<Vec<_>>(), named);
    again(&site, &["rename", "town-clock", "night-clock"], "content/questions/night-clock.md is called so already");
    done(&site, &["rename", "night-clock", "town-clock"]);
    assert_eq!(text(&site, BALLOT), ballot);
    assert!(text(&site, "content/questions/town-clock.md").contains("former: [night-clock]\n"));
    refused(
        &site,
        &["rename", "town-clock", "duck-pond"],
        Exit::Usage,
        "content/questions/duck-pond.md is there already",
    );
    refused(&site, &["rename", "town-clock", "Night Clock"], Exit::Usage, "Night Clock");
}

#[test]
fn the_page_of_a_ballot_moves_and_leaves_a_redirect() {
    let site = SiteFixture::base();
    let before = text(&site, BALLOT);
    done(&site, &["rename", "pond-lane", "pond-row"]);
    assert!(!site.path(BALLOT).exists());
    assert_eq!(text(&site, "candidates/test.2031-05-01/pond-row.yaml"), before + "former: [pond-lane]\n");
    assert_eq!(site.check(), []);
    let site = site.build();
    let old = site.page("test.2031-05-01/pond-lane/index.html");
    assert!(old.contains("pond-row/"), "{old}");
}

#[test]
fn a_move_that_was_killed_half_way_is_done_again() {
    let translation = "---\nask: A ddylai?\nshort: Cloc?\n---\nCloc.\n";
    let fresh = || SiteFixture::base().file("content/questions/town-clock.cy.md", translation);
    for (from, to) in
        [("town-clock", "a-clock"), ("town-clock", "z-clock"), ("pond-lane", "a-row"), ("pond-lane", "z-row")]
    {
        let (old, site) = (fresh(), fresh());
        done(&site, &["rename", from, to]);
        let new = files_under(&site.path(""));
        let texts: Vec<_> = new.iter().map(|file| text(&site, file)).collect();
        let gone: Vec<_> = files_under(&old.path("")).into_iter().filter(|file| !new.contains(file)).collect();
        // The new files are there, and of the old ones the last or all.
        for left in 1..=gone.len() {
            let place = fresh();
            let moved = new.iter().filter(|file| file.contains(to));
            let place = moved.fold(place, |place, file| place.file(file, text(&site, file)));
            let mut gone = gone.clone();
            gone.sort_by_key(|file| !file.contains(".cy."));
            let place = gone.iter().take(gone.len() - left).fold(place, |place, file| place.without(file));
            done(&place, &["rename", from, to]);
            assert_eq!(files_under(&place.path("")), new, "{from} {to} {left}");
            assert_eq!(new.iter().map(|file| text(&place, file)).collect::<Vec<_>>(), texts, "{from} {to} {left}");
        }
        // Whatever else has the name is nobody's leftover.
        let place = new.iter().filter(|file| file.contains(to)).fold(fresh(), |place, file| place.file(file, "Mine"));
        assert_eq!(hustings(&place, &["rename", from, to], None).exit, Exit::Usage);
    }
}

#[test]
fn a_page_of_one_name_in_two_elections_has_to_be_named_with_its_election() {
    let site = SiteFixture::base();
    done(&site, &["add", "election", "Earlier", "--date", "2030-05-02", "--id", "test.2030-05-02"]);
    done(&site, &["add", "ballot", "Pond Lane", "--election", "test.2030-05-02"]);
    let said = "“pond-lane” may mean 2; say more of it, or name the id of one:\n  the ballot of Pond Lane (test.pond-lane.2031-05-01)\n";
    refused(&site, &["rename", "pond-lane", "pond-row"], Exit::Usage, said);
    done(&site, &["rename", "pond-lane", "pond-row", "--election", "test.2030-05-02"]);
    assert!(site.path("candidates/test.2030-05-02/pond-row.yaml").exists() && site.path(BALLOT).exists());
}
