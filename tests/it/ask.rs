//! A round of asking begins: who is asked what is frozen in a record, letters are written for them, and later what came of it.

mod outcomes;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use hustings::cli::Exit;
use mail_parser::MessageParser;

use crate::support::{RunOutcome, SiteFixture, files_under, run_at, text};

const DAY: &str = "2031-04-12";
const ROUND: &str = "candidates/test.2031-05-01/asks/second.yaml";
const FIRST: &str = "candidates/test.2031-05-01/asks/first-letter.yaml";
const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const CONTACTS: &str = "id,name,email\n11,Asha Example,asha@home.example.org\n12,Ben Sample,ben@home.example.org\n";

/// A site with addresses, and a third candidate who has none.
fn site() -> SiteFixture {
    let base = SiteFixture::base();
    let ballot = text(&base, BALLOT) + "  - {person: 13, name: Zoë Ó’Hara, party: pp2}\n";
    base.file(BALLOT, ballot).file("private/contacts.csv", CONTACTS)
}

fn ask(site: &SiteFixture, words: &[&str], answers: Option<&str>) -> RunOutcome {
    run_at(DAY, site, &[&["ask"], words], answers)
}

fn second(site: &SiteFixture) -> RunOutcome {
    let ran = ask(site, &["second", "--deadline", "2031-04-27"], None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    ran
}

#[test]
fn a_round_says_who_is_asked_what_and_who_has_no_address() {
    let site = site();
    let ran = second(&site);
    let expected = "\
id: second
date: 2031-04-12
deadline: 2031-04-27
how: by e-mail
questions:
  - {question: duck-pond, version: 1}
  - {question: town-clock, version: 1}
ballots:
  - {ballot: test.pond-lane.2031-05-01, people: [11, 12]}
exceptions:
  - people: [13]
    outcome: not_reached
    because: We had no address.
";
    assert_eq!(text(&site, ROUND), expected);
    let said = "\
private/letters/second: 6 files, not published
candidates/test.2031-05-01/asks/second.yaml: asks 2 people 3 questions in all, to answer by 2031-04-27.
1 person has no address, which is put down as “not reached”: see private/letters/second/no-address.csv.
Letters: private/letters/second/. Send them yourself; nothing was sent.
";
    assert!(ran.err.ends_with(said), "{}", ran.err);
    assert_eq!(site.check(), []);
    let site = site.build();
    let data = site.page("data/positions.csv");
    let marks: Vec<&str> = data.lines().filter(|line| line.contains("town-clock")).collect();
    assert!(marks.iter().filter(|line| line.contains("waiting")).count() == 2, "{data}");
    assert!(marks.iter().any(|line| line.contains("not_reached")), "{data}");
}

#[test]
fn letters_are_written_for_those_with_an_address_and_ask_only_what_is_missing() {
    let site = site();
    second(&site);
    let expected = [
        "11-asha-example.eml",
        "11-asha-example.txt",
        "12-ben-sample.eml",
        "12-ben-sample.txt",
        "letters.csv",
        "no-address.csv",
    ];
    assert_eq!(files_under(&site.path("private/letters/second")), expected);
    let asha = text(&site, "private/letters/second/11-asha-example.txt");
    assert!(asha.starts_with("Dear Asha Example,\n"), "{asha}");
    assert!(asha.contains("\n1. Should the town clock strike at night?\n"), "{asha}");
    assert!(!asha.contains("pond be cleaned"), "she has answered that: {asha}");
    assert!(!asha.contains("\n\n\n"), "{asha}");
    assert!(asha.contains("Please reply by 27 April 2031."), "{asha}");
    assert!(!asha.contains('{') && !asha.contains("will be here"), "a line without its address is left out: {asha}");
    let ben = text(&site, "private/letters/second/12-ben-sample.txt");
    assert!(ben.contains("\n2. Should the town clock"), "{ben}");
    let mode = |name: &str| fs::metadata(site.path(name)).expect("a file").permissions().mode() & 0o777;
    assert_eq!(text(&site, "private/.gitignore").lines().last(), Some("*"));
    let fresh = SiteFixture::base();
    let ran = ask(&fresh, &["second", "--deadline", "2031-04-27", "--paper"], None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(fs::metadata(fresh.path("private")).expect("a folder").permissions().mode() & 0o777, 0o700);
    // Also where somebody has made the folder, for everybody to look into.
    for folder in ["private/letters", "private/letters/second"] {
        assert_eq!(mode(folder), 0o700, "{folder}");
    }
    for file in ["private/.gitignore", "private/letters/second/letters.csv", "private/letters/second/12-ben-sample.eml"]
    {
        assert_eq!(mode(file), 0o600, "{file}");
    }
    assert_eq!(mode(ROUND), 0o644, "the record is published");
}

#[test]
fn a_mail_is_a_draft_that_says_what_the_letter_says() {
    let site = site()
        .replace(
            "hustings.yaml",
            "title: A test",
            "title: Pond Ŵyn\nbase_url: https://asks.example.org/pond\ncontact: {email: us@asks.example.org}",
        )
        .replace(
            "hustings.yaml",
            "none_because: This site only exists in a test.",
            "promoter: Nell Fiction\n  address: 1 Example Street",
        )
        .replace(BALLOT, "name: Ben Sample", "name: 'Ben “Nib”, Sample <é>'");
    second(&site);
    let names = files_under(&site.path("private/letters/second"));
    let eml = names.iter().find(|name| name.starts_with("12") && name.ends_with(".eml")).expect("a mail");
    let bytes = fs::read(site.path("private/letters/second").join(eml)).expect("a mail");
    assert!(bytes.is_ascii() && bytes.split(|b| *b == b'\n').all(|line| line.len() < 999));
    let mail = MessageParser::default().parse(&bytes).expect("a mail");
    let one = |address: Option<&mail_parser::Address<'_>>| {
        let address = address.and_then(|all| all.first()).expect("an address");
        (address.name().unwrap_or_default().to_owned(), address.address().unwrap_or_default().to_owned())
    };
    assert_eq!(one(mail.to()), ("Ben “Nib”, Sample <é>".to_owned(), "ben@home.example.org".to_owned()));
    assert_eq!(one(mail.from()), ("Pond Ŵyn".to_owned(), "us@asks.example.org".to_owned()));
    assert_eq!(mail.subject(), Some("Where do you stand? 2 questions from Pond Ŵyn"));
    assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(mail.bcc(), None);
    let body = mail.body_text(0).expect("words").replace("\r\n", "\n");
    let letter = text(&site, &format!("private/letters/second/{}", eml.replace(".eml", ".txt")));
    assert_eq!(body.trim(), letter.trim());
    assert!(letter.contains("here: https://asks.example.org/pond/test.2031-05-01/pond-lane/index.html\n"), "{letter}");
    assert!(letter.contains("correct: https://asks.example.org/pond/for-candidates/index.html\n"), "{letter}");
    assert!(
        letter.ends_with("Pond Ŵyn\nus@asks.example.org\nPromoted by Nell Fiction, 1 Example Street\n"),
        "{letter}"
    );
    site.build().page("for-candidates/index.html");
}

#[test]
fn no_cell_of_the_tables_is_a_formula() {
    let site =
        site().replace(BALLOT, "name: Ben Sample", "name: '=HYPERLINK(\"x\")'").file("private/letter.txt", "@{name}\n");
    second(&site);
    let table = text(&site, "private/letters/second/letters.csv");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    for row in rows.records() {
        for cell in &row.expect("a row") {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell:?}");
        }
    }
    assert!(table.contains("'=HYPERLINK") && table.contains("'@"), "{table}");
    let unreachable = text(&site, "private/letters/second/no-address.csv");
    assert_eq!(unreachable, "id,name,ballot,outcome\n13,Zoë Ó’Hara,test.pond-lane.2031-05-01,no-address\n");
}

#[test]
fn a_letter_of_ones_own_is_filled_in_and_a_wrong_blank_is_named() {
    let letter = "Subject: To {name}:\r\n\r\nHello {name} of {ballot}, {or} {\r\n{answers}\r\n{questions}\r\n";
    let site = site().file("private/letter.txt", letter.replace("{or} ", ""));
    second(&site);
    let written = text(&site, "private/letters/second/11-asha-example.txt");
    assert_eq!(written, "Hello Asha Example of Pond Lane, {\n1. Should the town clock strike at night?\n");
    let site = self::site().file("private/letter.txt", "Hello,\n{nmae}\n");
    let ran = ask(&site, &["second", "--deadline", "2031-04-27"], None);
    assert_eq!(ran.exit, Exit::Usage);
    assert!(ran.err.contains("private/letter.txt:2: nothing fills “{nmae}”"), "{}", ran.err);
    assert!(ran.err.contains("did you mean “{name}”?"), "{}", ran.err);
    assert!(!site.path(ROUND).exists() && !site.path("private/letters").exists());
}

#[test]
fn on_paper_nobody_needs_an_address() {
    let site = site();
    fs::remove_file(site.path("private/contacts.csv")).expect("the contacts");
    let refused = ask(&site, &["second", "--deadline", "2031-04-27"], None);
    assert_eq!(refused.exit, Exit::Usage);
    assert!(
        refused.err.contains("there is no private/contacts.csv") && refused.err.contains("--paper"),
        "{}",
        refused.err
    );
    let words = ["second", "--deadline", "2031-04-27", "--paper", "--questions", "town-clock", "--on", "2031-04-11"];
    let ran = ask(&site, &words, None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let round = text(&site, ROUND);
    assert!(
        round.contains("how: by letter\nquestions:\n  - {question: town-clock, version: 1}\nballots:\n"),
        "{round}"
    );
    assert!(round.contains("date: 2031-04-11\n") && round.contains("people: [11, 12, 13]}\n"), "{round}");
    assert!(!files_under(&site.path("private/letters/second")).iter().any(|name| name.ends_with(".eml")));
}

#[test]
fn whoever_has_answered_all_of_it_is_left_out() {
    let site = site();
    let words = ["second", "--deadline", "2031-04-27", "--questions", "duck-pond"];
    let ran = ask(&site, &words, None);
    assert!(ran.err.contains("Left out 1 person who answered already.\n"), "{}", ran.err);
    assert!(text(&site, ROUND).contains("people: [12]}\n"));
    // What only others report is no answer of hers, and one that does not answer is none.
    for (from, to) in [("kind: reply", "kind: news"), ("stance: supports", "stance: unclear")] {
        let site = self::site().replace(BALLOT, from, to).replace(
            BALLOT,
            "        checked:\n          - {by: sam, date: 2031-04-04}\n",
            "",
        );
        let ran = ask(&site, &words, None);
        assert!(text(&site, ROUND).contains("people: [11, 12]}\n"), "{to}: {}", ran.err);
    }
    let declined = self::site().replace(BALLOT, "stance: supports", "stance: declined");
    ask(&declined, &words, None);
    assert!(text(&declined, ROUND).contains("people: [12]}\n"));
}

#[test]
fn who_does_not_stand_or_answers_elsewhere_is_not_asked() {
    let site = SiteFixture::bare();
    site.hustings().args(["init", "."]).assert().success();
    let words = ["second", "--election", "example.2031-05-01", "--deadline", "2031-04-27", "--paper"];
    let ran = ask(&site, &[&words[..], &["--questions", "library-saturdays", "--dry-run"]].concat(), None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(ran.out.contains("+  - {question: library-saturdays, version: 2}\n"), "{}", ran.out);
    assert!(ran.out.contains("+  - {ballot: example.example-coast.2031-05-01, people: ["), "{}", ran.out);
    assert!(
        ran.err.contains("This was a trial: nothing was written.") && ran.err.contains("would ask "),
        "{}",
        ran.err
    );
    assert!(!site.path("private").exists());
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_is_written() {
    let refused = |words: &[&str], said: &str| {
        let site = site();
        let ran = ask(&site, words, None);
        assert_eq!(ran.exit, Exit::Usage, "{words:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{words:?}: {}", ran.err);
        assert!(!site.path("private/letters").exists() && !site.path(ROUND).exists());
    };
    refused(&["second"], "say by which day they should answer, with --deadline");
    refused(&["second", "--deadline", "2031-04-11"], "the deadline 2031-04-11 is before the day of asking, 2031-04-12");
    refused(&["second", "--deadline", "2031-05-02"], "the deadline 2031-05-02 is after polling day, 2031-05-01");
    refused(&["second", "--deadline", "soon"], "there is no such day");
    refused(&["second", "--deadline", "2031-04-28T10:00"], "there is no such day");
    refused(&["first-letter", "--deadline", "2031-04-27"], "there is a round “first-letter” already");
    refused(&["../up", "--deadline", "2031-04-27"], "");
    refused(&["second", "--deadline", "2031-04-27", "--election", "test.2031"], "there is no election “test.2031”");
    refused(&["second", "--deadline", "2031-04-27", "--ballot", "test.pond"], "there is no ballot “test.pond”");
    refused(&["second", "--deadline", "2031-04-27", "--questions", "duck"], "there is no question “duck”");
    refused(&["second", "--deadline", "2031-04-27", "asha"], "--outcome");
    refused(&["second", "--deadline", "2031-04-27", "--because", "So."], "--because");
    let broken = site().replace(BALLOT, "stance: supports", "stance: suports");
    let ran = ask(&broken, &["second", "--deadline", "2031-04-27"], None);
    assert_eq!(ran.exit, Exit::Errors, "an error may hide people: {}", ran.err);
    let used = site().file("private/letters/second/note.txt", "mine");
    let ran = ask(&used, &["second", "--deadline", "2031-04-27"], None);
    assert!(
        ran.err.contains("private/letters/second holds other files already, such as private/letters/second/note.txt"),
        "{}",
        ran.err
    );
}

#[test]
fn no_link_leads_letters_out_of_the_private_folder() {
    use std::os::unix::fs::symlink;
    let words = ["second", "--deadline", "2031-04-27"];
    for (link, at) in
        [("letters", "../public"), ("letters", ".."), ("letters", "/"), ("letters/second", "../../public")]
    {
        let site = site().file("public/index.html", "").file("private/note", "");
        if link != "letters" {
            fs::create_dir(site.path("private/letters")).expect("a folder");
        }
        symlink(at, site.path("private").join(link)).expect("a link");
        let before = files_under(&site.path(""));
        let ran = ask(&site, &words, None);
        assert_eq!(ran.exit, Exit::Environment, "{link} {at}: {}", ran.err);
        assert!(
            ran.err.contains(&format!("private/{link}: it is a symbolic link that leads elsewhere")),
            "{}",
            ran.err
        );
        assert_eq!(files_under(&site.path("")), before);
    }
    let open = SiteFixture::base().file("public/contacts.csv", CONTACTS);
    symlink("public", open.path("private")).expect("a link");
    let ran = ask(&open, &words, None);
    assert!(ran.err.contains("private: it is a symbolic link that leads elsewhere"), "{}", ran.err);
    assert_eq!(files_under(&open.path("public")), ["contacts.csv"]);
    // Another disk is where such things belong.
    let (site, disk) = (SiteFixture::base(), SiteFixture::bare().file("contacts.csv", CONTACTS));
    symlink(disk.path(""), site.path("private")).expect("a link");
    second(&site);
    assert!(disk.path("letters/second/letters.csv").exists());
}

#[test]
fn a_pipe_among_the_letters_keeps_nobody_waiting() {
    let site = site().file("private/letters/second/11-asha-example.txt", "");
    let pipe = site.path("private/letters/second/letters.csv");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("a run").success());
    let ran = ask(&site, &["second", "--deadline", "2031-04-27"], None);
    assert_eq!(ran.exit, Exit::Usage, "{}", ran.err);
    assert!(ran.err.contains("holds other files already"), "{}", ran.err);
}

#[test]
fn a_name_in_several_lines_makes_no_lines_of_its_own() {
    let site = site().replace(BALLOT, "name: Ben Sample", "name: \"Ben\\r\\nBcc:\\n\\n  Sample\"");
    second(&site);
    let names = files_under(&site.path("private/letters/second"));
    let named =
        |ending: &str| names.iter().find(|name| name.starts_with("12-") && name.ends_with(ending)).expect("a file");
    let letter = |ending: &str| text(&site, &format!("private/letters/second/{}", named(ending)));
    assert!(letter(".txt").starts_with("Dear Ben Bcc: Sample,\n"), "{}", letter(".txt"));
    assert!(letter(".eml").contains("To: \"Ben Bcc: Sample\" <ben@home.example.org>\r\n"), "{}", letter(".eml"));
}

#[test]
fn what_a_stopped_run_left_does_not_stand_in_the_way() {
    let site = site()
        .file("private/letters/second/11-asha-example.txt", "Half a letter")
        .file("private/letters/second/.hustings-a1B2c3.tmp", "Half");
    second(&site);
    assert!(text(&site, "private/letters/second/11-asha-example.txt").starts_with("Dear Asha"));
    assert_eq!(files_under(&site.path("private/letters/second")).len(), 6);
}

#[test]
fn a_list_of_contacts_is_read_as_spreadsheets_write_it_and_its_faults_are_placed() {
    let rows = "\u{feff}ID;Name;E-mail;Party\r\n011;Asha;asha@home.example.org;pp1\r\n;;;\r\n12;Ben;;pp2\r\n99;Nobody;no@home.example.org;\r\n";
    let site = site().file("private/contacts.csv", rows);
    second(&site);
    assert!(text(&site, ROUND).contains("people: [11]}\n") && text(&site, ROUND).contains("people: [12, 13]\n"));
    for (rows, said) in [
        ("id,email\n11,asha@\n", "contacts.csv:2:4"),
        ("id,email\n11,a@home.example.org; b@home.example.org\n", "is not an e-mail address"),
        ("id,email\n11,\"a@home.example.org\r\nBcc: all@home.example.org\"\n", "is not an e-mail address"),
        ("id,email\n11,a@home.example.org\n011,b@home.example.org\n", "line 2 is about the same person"),
        ("id,email\n,a@home.example.org\n", "this row leaves it blank"),
        ("name,email\nAsha,a@home.example.org\n", "this table has no column “id”"),
        ("id,name\n11,Asha\n", "this table has no column “email”"),
        ("", "column “id”"),
        ("%PDF-1.4", "it is a PDF"),
    ] {
        let site = self::site().file("private/contacts.csv", rows);
        let ran = ask(&site, &["second", "--deadline", "2031-04-27"], None);
        assert_eq!(ran.exit, Exit::Errors, "{rows:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{rows:?}: {}", ran.err);
        assert!(!site.path(ROUND).exists());
    }
}

#[test]
fn somebody_at_the_terminal_is_asked_and_may_decline() {
    let site = site();
    let ran = ask(&site, &["second"], Some("soon\n2031-04-27\nn\n"));
    assert!(
        ran.err.contains("By which day should they answer?") && ran.err.contains("there is no such day"),
        "{}",
        ran.err
    );
    assert!(ran.err.ends_with("Nothing was written.\n"), "{}", ran.err);
    assert!(!site.path(ROUND).exists() && !site.path("private/letters").exists());
    let ran = ask(&site, &["second"], Some("2031-04-27\ny\n"));
    assert!(ran.err.contains(&format!("Write this into {ROUND}? (y/n) ")) && site.path(ROUND).exists(), "{}", ran.err);
}

#[test]
fn a_round_may_hold_its_replies_back() {
    let site = site();
    let ran = ask(&site, &["second", "--deadline", "2031-04-27", "--publish-after", "2031-04-28"], None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let days = "deadline: 2031-04-27\npublish_after: 2031-04-28\nhow: by e-mail\n";
    assert!(text(&site, ROUND).contains(days), "{}", text(&site, ROUND));
    assert_eq!(site.check(), []);
    let ran = ask(&site, &["second", "--outcome", "bounced", "ben", "--publish-after", "2031-04-28"], None);
    assert_eq!(ran.exit, Exit::Usage, "{}", ran.err);
}
