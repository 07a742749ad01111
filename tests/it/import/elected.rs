//! Lists of candidates that say who was elected.

use hustings::import::CandidateOptions;

use super::fixture::{SECOND, Site, THIRD, early, list, refusals};

/// The site of a list, on a day after the poll.
fn after() -> Site {
    let site = Site::new();
    site.put("hustings.yaml", "title: A trial\nas_of: 2031-06-01\nimprint: {none_because: This is a test.}\n");
    site
}

/// The third header with the columns of results, which some exports have.
fn with_results() -> String {
    format!("{THIRD},votes_cast,elected")
}

#[test]
fn who_was_elected_comes_with_its_source() {
    for header in [SECOND.to_owned(), with_results()] {
        let site = after();
        let asha = ["id=11", "person_id=11", "name=Asha Example", "person_name=Asha Example", "elected=True"];
        let ben = ["id=12", "person_id=12", "name=Ben Sample", "person_name=Ben Sample", "elected="];
        site.import(&list(&header, &[&asha, &ben]));
        let ballot = site.ballot();
        let result = "    elected: {value: true, source: Democracy Club’s list of candidates}\n";
        assert!(
            ballot.contains(&format!(
                "    name: Asha Example\n    sort_name: Example, Asha\n    guessed: true\n    party: pp9001\n{result}"
            )),
            "{ballot}"
        );
        assert_eq!(ballot.matches("elected").count(), 1, "{ballot}");
        assert!(site.get("candidates/parl.2031-05-01/election.yaml").contains("Democracy Club, CC BY 4.0"));
        assert_eq!(site.errors(), []);
    }
}

#[test]
fn a_later_list_adds_the_result_and_changes_nothing_else() {
    let site = after();
    let row = |elected: &'static str, votes: &'static str| ["person_id=11", "person_name=Asha Example", elected, votes];
    site.import(&list(&with_results(), &[&row("elected=", "votes_cast=")]));
    let before = site.ballot();
    let told = site.import(&list(&with_results(), &[&row("elected=t", "votes_cast=")]));
    assert_eq!(told.numbers("People:"), [0, 0, 0, 0, 1], "{told}");
    assert_eq!(
        site.ballot(),
        format!("{before}    elected: {{value: true, source: Democracy Club’s list of candidates}}\n")
    );
    site.import(&list(&with_results(), &[&row("elected=t", "votes_cast=4321")]));
    assert!(site.ballot().contains("    elected: {value: true, votes: 4321, source: "), "{}", site.ballot());
    let told = site.import(&list(&with_results(), &[&row("elected=t", "votes_cast=4321")]));
    assert_eq!(told.files, 0, "{told}");
}

#[test]
fn who_lost_is_worth_a_line_only_with_their_votes() {
    let site = after();
    let lost = |votes: &'static str| ["person_id=11", "person_name=Asha Example", "elected=f", votes];
    site.import(&list(&with_results(), &[&lost("votes_cast=")]));
    assert!(!site.ballot().contains("elected"), "{}", site.ballot());
    site.import(&list(&with_results(), &[&lost("votes_cast=99")]));
    assert!(site.ballot().contains("    elected: {value: false, votes: 99, source: "), "{}", site.ballot());
}

#[test]
fn a_result_of_a_list_goes_with_the_person_and_follows_its_next_issue() {
    let site = after();
    let asha = |elected: &'static str| ["person_id=11", "person_name=Asha Example", elected, "votes_cast="];
    let ben = |elected: &'static str| ["person_id=12", "person_name=Ben Sample", elected, "votes_cast="];
    site.import(&list(&with_results(), &[&asha("elected=t"), &ben("elected=f")]));
    site.import(&list(&with_results(), &[&asha("elected=f"), &ben("elected=t")]));
    assert_eq!(site.ballot().matches("elected: {value: true").count(), 1, "{}", site.ballot());
    assert_eq!(site.errors(), []);
    site.import(&list(&with_results(), &[&asha("elected=t")]));
    assert!(site.ballot().contains("party: pp9001\n    status: not_listed\n"), "{}", site.ballot());
    assert_eq!(site.errors(), []);
}

#[test]
fn what_is_on_record_stays_where_a_list_says_otherwise() {
    let site = after();
    let known = "id: parl.example-town.2031-05-01\narea: {name: Example Town, gss: E14999999}\nnation: england\ncandidates:\n  - person: 11\n    name: Asha Example\n    party: pp9001\n    elected: {value: true, votes: 5, source: Declaration of result} # heard it\n";
    site.put(
        "candidates/parl.2031-05-01/election.yaml",
        "id: parl.2031-05-01\nname: Poll\ndate: 2031-05-01\nsource: {title: A, publisher: B, licence: C, credit: D}\n",
    );
    site.put("candidates/parties/pp9001.yaml", "id: pp9001\nids: [\"party:9001\"]\nname: Harbour Alliance\n");
    site.put_ballot(known);
    let row = |elected: &'static str, votes: &'static str| {
        ["person_id=11", "person_name=Asha Example", elected, votes, "nuts1="]
    };
    let told = site.import(&list(&with_results(), &[&row("elected=f", "votes_cast=5")]));
    let look = "it says “elected: true” of person 11, line 2 of the list says “false”. The record stays; change it by hand if the list is right.";
    assert!(told.looks().iter().any(|line| line.ends_with(look)), "{told}");
    let told = site.import(&list(&with_results(), &[&row("elected=t", "votes_cast=6")]));
    assert!(
        told.looks().iter().any(|line| line.contains("“votes: 5” of person 11, line 2 of the list says “6”")),
        "{told}"
    );
    assert_eq!(site.ballot(), known);
}

#[test]
fn a_list_of_ones_own_says_how_it_is_known() {
    let site = after();
    let own =
        |head: &str, row: &str| format!("name,party,area,{head}\nAsha Example,Harbour Alliance,Example Town,{row}\n");
    let refused = site.try_import(own("elected", "yes").as_bytes(), &early());
    assert_eq!(refusals(refused), ["2:1 this list says who was elected, and not how you know it"]);
    let list = own("elected,elected source,votes", "yes,Declaration of result,1234");
    site.try_import(list.as_bytes(), &early()).unwrap_or_else(|e| panic!("{e:?}"));
    assert!(
        site.ballot().contains("    elected: {value: true, votes: 1234, source: Declaration of result}\n"),
        "{}",
        site.ballot()
    );
}

#[test]
fn a_result_that_is_neither_yes_nor_no_and_one_before_its_day_are_refused() {
    let site = after();
    let odd = list(&with_results(), &[&["person_id=11", "person_name=Asha Example", "elected=maybe", "votes_cast="]]);
    let refused = refusals(site.try_import(odd.as_bytes(), &CandidateOptions::default()));
    assert!(
        refused.iter().any(|told| told.contains("column “elected”: this is neither true nor false")),
        "{refused:?}"
    );
    let yes = list(&with_results(), &[&["person_id=11", "person_name=Asha Example", "elected=t", "votes_cast="]]);
    let refused = refusals(Site::new().try_import(yes.as_bytes(), &CandidateOptions::default()));
    assert!(refused.iter().any(|told| told.contains("polling day is 2031-05-01, after 2031-04-01")), "{refused:?}");
}
