//! Letters that people can send: on pages of their own, filled in for the candidates of a ballot, and in the data.

use super::{BALLOT, PAGE, base, between, holds, html, lacks, page, rendered, text};
use crate::support::SiteFixture;

const ASK: &str = "content/letters/ask.md";
const THANK: &str = "content/letters/thank.md";
const FINE: &str = "content/letters/fine.md";
const ROUND: &str = "candidates/test.2031-05-01/asks/first-letter.yaml";
const SITE: &str = "hustings.yaml";
const LETTERS: &str = "test.2031-05-01/pond-lane/letters/index.html";

const ASK_TEXT: &str = "---
title: Ask about the pond
to: unanswered
subject: A voter in {area} & a question
does_not_apply_when: you do not vote here.
checked_on: 2031-04-12
advice: [{name: Example Advice, url: \"https://example.org/advice\"}]
---
Dear {candidate},

I vote in {area}
on {polling_day}.

{questions}

Please reply by {deadline}.

See {page}

[your name]
";

const THANK_TEXT: &str = "---
title: Say thank you
to: answered
subject: Thank you
does_not_apply_when: you do not vote here.
checked_on: 2031-04-12
---
Thank you, {candidate}.
";

const FINE_TEXT: &str = "---
title: Answer a fine
to: office
subject: \"Your letter [number]\"
does_not_apply_when: it names a day in court
checked_on: 2031-04-12
checked_by: sam
nation: wales
source: {title: Rules for fines, publisher: Example Office, url: \"https://example.org/rules\"}
---
Please send me:

1. the rule
2. the day, as [your page](https://example.org/day) has it

I withdraw my consent to calls.
";

/// The base site with a letter of each kind. Asha answered on the pond and not on the clock; Ben answered nothing.
fn with_letters() -> SiteFixture {
    base().file(ASK, ASK_TEXT).file(THANK, THANK_TEXT).file(FINE, FINE_TEXT)
}

/// What stands on the page of letters about one person.
fn to(site: &SiteFixture, name: &str) -> String {
    let page = page(site, LETTERS);
    let end = format!("{name}</a></h2>");
    between(&page, &end, "</section>").to_owned()
}

#[test]
fn each_candidate_is_asked_only_what_is_not_known() {
    let site = with_letters();
    assert_eq!(site.check(), []);
    let asha = to(&site, "Asha Example");
    holds(&asha, "This letter asks one question.");
    holds(&asha, "<p>1. Should the town clock strike at night?</p>");
    lacks(&asha, "duck pond");
    let ben = to(&site, "Ben Sample");
    holds(&ben, "This letter asks 2 questions.");
    holds(&ben, "1. Should the duck pond be cleaned?\n2. Should the town clock");
    // What was wrapped in the file is one line; a line with nothing to say is left out.
    holds(&ben, "<p>I vote in Pond Lane on 1 May 2031.</p>");
    lacks(&ben, "Please reply by");
    lacks(&ben, "See ");
    let page = page(&site, PAGE);
    holds(&page, " href=\"../../test.2031-05-01/pond-lane/letters/index.html\">Write to your candidates</a>");
}

#[test]
fn a_deadline_that_runs_and_an_address_of_the_site_are_filled_in() {
    let site = with_letters().replace(ROUND, "deadline: 2031-04-10", "deadline: 2031-04-25").replace(
        SITE,
        "as_of:",
        "base_url: https://stand.example.org/\nas_of:",
    );
    let ben = to(&site, "Ben Sample");
    holds(&ben, "<p>Please reply by 25 April 2031.</p>");
    holds(&ben, "<p>See https://stand.example.org/test.2031-05-01/pond-lane/</p>");
}

#[test]
fn who_has_answered_all_is_thanked_and_who_would_not_say_is_left_alone() {
    let put = "  - {question: town-clock}\n";
    let site = with_letters().replace("candidates/test.2031-05-01/election.yaml", put, "");
    let asha = to(&site, "Asha Example");
    holds(&asha, "This letter says thank you for an answer.");
    holds(&asha, "<div class=\"letter\"><p>Thank you, Asha Example.</p></div>");
    let declined = with_letters().replace(BALLOT, "stance: supports", "stance: declined");
    lacks(&page(&declined, LETTERS), "Asha Example");
    holds(&page(&declined, LETTERS), "Ben Sample");
    let hearsay = site.replace(BALLOT, "kind: reply", "kind: news").replace(
        BALLOT,
        "        checked:\n          - {by: sam, date: 2031-04-04}\n",
        "",
    );
    lacks(&page(&hearsay, LETTERS), "Asha Example");
}

#[test]
fn nobody_is_written_to_who_is_not_to_be_asked() {
    let ben = "person: 12\n    name: Ben Sample";
    for status in ["withdrawn", "died", "not_listed"] {
        let site =
            with_letters().replace(BALLOT, ben, &format!("person: 12\n    status: {status}\n    name: Ben Sample"));
        lacks(&page(&site, LETTERS), "Ben Sample");
    }
    let left_out = "ballots:\n  - {ballot: test.pond-lane.2031-05-01, people: [11]}\nexceptions:\n  - {person: 12, outcome: not_asked, because: He asked us not to write.}";
    let asked = "ballots:\n  - {ballot: test.pond-lane.2031-05-01, people: [11, 12]}";
    lacks(&page(&with_letters().replace(ROUND, asked, left_out), LETTERS), "Ben Sample");
}

#[test]
fn what_is_held_back_or_taken_down_shows_in_no_letter() {
    let entered = "        date: 2031-04-03\n        entered_by: pat\n";
    let held = with_letters().replace(BALLOT, entered, &format!("{entered}        publish_after: 2031-04-25\n"));
    let asha = to(&held, "Asha Example");
    holds(&asha, "An answer is being checked, so there is no letter yet.");
    lacks(&asha, "mailto:");
    lacks(&asha, "class=\"letter\"");
    let whole = "name: Asha Example\n    takedown: {date: 2031-04-11, reason: At her request.}";
    lacks(&page(&with_letters().replace(BALLOT, "name: Asha Example", whole), LETTERS), "Asha Example");
    let one = format!("{entered}        takedown: {{date: 2031-04-11, reason: At her request.}}\n");
    let site = with_letters().replace(BALLOT, entered, &one);
    lacks(&page(&site, LETTERS), "Asha Example");
}

#[test]
fn who_would_not_say_gets_no_letter_not_even_of_thanks() {
    let declined = "      - question: town-clock\n        stance: declined\n        date: 2031-04-03\n        entered_by: pat\n        says: She would rather not say.\n        evidence: [{kind: reply, title: Letter, where: our file, date: 2031-04-03}]\n  - person: 12\n";
    let site = with_letters().replace(BALLOT, "  - person: 12\n", declined);
    assert_eq!(site.check(), []);
    lacks(&page(&site, LETTERS), "Asha Example");
}

#[test]
fn a_deadline_stands_only_where_a_running_round_asks_what_is_open() {
    let round = |question: &str| {
        let id = "candidates/test.2031-05-01/asks/second-letter.yaml";
        let text = format!(
            "id: second-letter\ndate: 2031-04-15\ndeadline: 2031-04-27\nhow: by letter\nquestions: [{{question: {question}}}]\nballots: [{{ballot: test.pond-lane.2031-05-01, people: [11]}}]\n"
        );
        to(&with_letters().file(id, text), "Asha Example")
    };
    holds(&round("town-clock"), "Please reply by 27 April 2031");
    // She has answered that; what is open was asked in a round that is over.
    lacks(&round("duck-pond"), "Please reply by");
}

#[test]
fn a_subject_is_one_line() {
    let site = with_letters().replace(ASK, "subject: ", "subject: \"A\\r\\nBcc: x@example.org \"\n#");
    let ben = to(&site, "Ben Sample");
    holds(&ben, "subject=A%20Bcc%3A%20x%40example.org&amp;body=");
}

#[test]
fn a_link_to_a_letter_that_is_too_old_leads_to_those_that_are_not() {
    let about = "---\ntitle: About\n---\nSee [our letter](/letters/fine/).\n";
    let old = with_letters().replace(FINE, "checked_on: 2031-04-12", "checked_on: 2030-04-12");
    let site = rendered(&old.file("content/pages/about.md", about).path(""));
    holds(&text(&site, "letters/fine/index.html"), "The page letters/fine has moved: Letters you can send.");
    lacks(&text(&site, "letters/index.html"), "Answer a fine");
}

#[test]
fn questions_stand_in_no_line_that_may_be_left_out() {
    let one = with_letters().replace(ASK, "{questions}\n\nPlease reply", "{questions}\nPlease reply");
    let found: Vec<String> = one.check().iter().map(crate::support::Found::place_and_code).collect();
    assert_eq!(found, [format!("{ASK}:14:1 unknown-blank")]);
}

#[test]
fn only_the_address_of_office_itself_is_public() {
    let contact = "name: Ben Sample\n    office_contact: {email: ben@example.org, source: or jo@home.example.net, url: \"https://example.org/ben\"}";
    let found = with_letters().replace(BALLOT, "name: Ben Sample", contact).check();
    assert_eq!(found.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["personal-text"]);
}

#[test]
fn a_letter_opens_in_a_mail_program_at_the_address_of_office() {
    let contact = "name: Ben Sample\n    office_contact: {email: ben+vote@example.org, source: His leaflet, url: \"https://example.org/ben\"}";
    let site = with_letters().replace(BALLOT, "name: Ben Sample", contact);
    assert_eq!(site.check(), []);
    let ben = to(&site, "Ben Sample");
    let link = between(&ben, "href=\"mailto:", "\"");
    assert!(link.starts_with("ben%2Bvote@example.org?subject=A%20voter%20in%20Pond%20Lane%20%26%20a%20question&amp;body=Dear%20Ben%20Sample%2C%0D%0A%0D%0AI%20vote"), "{link}");
    holds(link, "%0D%0A%0D%0A1.%20Should%20the%20duck%20pond%20be%20cleaned%3F%0D%0A2.%20Should");
    assert!(link.ends_with("%5Byour%20name%5D"), "{link}");
    assert!(!link.contains(['\n', ' ', '{', '<']), "{link}");
    holds(&ben, "The address is ben+vote@example.org. We found it here: His leaflet");
    holds(&ben, "<a class=\"src\" href=\"https://example.org/ben\">");
    let asha = to(&site, "Asha Example");
    holds(&asha, "We know of no public address of Asha Example.");
    holds(&asha, "href=\"mailto:?subject=");
    // Only that key lets an address in, and only an e-mail.
    let other = contact.replace("His leaflet", "jo@example.org");
    let found = with_letters()
        .replace(BALLOT, "name: Ben Sample", &other.replace("source: jo@example.org", "source: Ring 07700 900123"))
        .check();
    assert_eq!(found.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["personal-text"]);
}

#[test]
fn there_is_no_page_of_letters_where_nobody_is_to_be_written_to() {
    let over = with_letters();
    over.hustings().args(["build", "--as-of", "2031-05-02"]).assert().success();
    assert!(!over.path("public").join(LETTERS).exists());
    let none = page(&with_letters().without(ASK).without(THANK), PAGE);
    lacks(&none, "Write to your candidates");
    let elsewhere = with_letters().replace(ASK, "to: unanswered", "to: unanswered\nnation: scotland").without(THANK);
    assert!(!rendered(&elsewhere.path("")).keys().any(|path| path.as_str() == LETTERS));
    let other = with_letters().replace(ASK, "to: unanswered", "to: unanswered\nquestions: [town-clock]");
    holds(&to(&other, "Ben Sample"), "This letter asks one question.");
}

#[test]
fn letters_are_listed_by_whom_they_go_to_and_each_has_a_page() {
    let site = rendered(&with_letters().path(""));
    let list = text(&site, "letters/index.html");
    holds(&list, "<h2>To an office</h2>");
    holds(&list, "This letter is not for you if it names a day in court.");
    holds(&list, "<a class=\"src\" href=\"https://example.org/advice\">Example Advice</a>");
    holds(&text(&site, "index.html"), "<a href=\"letters/index.html\">Letters</a>");
    let fine = text(&site, "letters/fine/index.html");
    let main = between(&fine, "<main id=\"main\">", "</main>");
    assert!(
        main.trim_start().starts_with(
            "<p class=\"note\"><strong>This letter is not for you if it names a day in court.</strong></p>"
        ),
        "{main}"
    );
    holds(main, "To an office. For Wales. Last checked by Sam Second on 12 April 2031.");
    holds(main, "<p>1. the rule\n2. the day, as your page (https://example.org/day) has it</p>");
    holds(main, "href=\"mailto:?subject=Your%20letter%20%5Bnumber%5D&amp;body=Please%20send%20me");
    holds(main, "<a href=\"https://example.org/rules\">Rules for fines</a> (Example Office)");
    let ask = text(&site, "letters/ask/index.html");
    holds(&ask, "Dear [name of the candidate],");
    holds(&ask, "[the questions that this person has not answered]");
    holds(&ask, "<a class=\"src\" href=\"../../find/index.html\">");
    let data = text(&site, "data/letters.csv");
    holds(&data, "fine,Answer a fine,office,Your letter [number],");
    holds(
        &data,
        ",wales,,2031-04-12,sam,Rules for fines,Example Office,https://example.org/rules,letters/fine/index.html",
    );
    holds(&text(&site, "data/site.json"), "\"letters\":[\n{\"letter\":\"ask\"");
}

#[test]
fn a_letter_is_told_in_further_languages() {
    let site = with_letters().replace(SITE, "title:", "languages: [en, cy]\ntitle:").file(
        "content/letters/ask.cy.md",
        "---\ntitle: Gofyn\nsubject: Pleidleisiwr yn {area}\n---\nAnnwyl {candidate},\n\n{questions}\n",
    );
    assert_eq!(site.check(), []);
    let page = page(&site, &format!("cy/{LETTERS}"));
    holds(&page, "<p>Annwyl Ben Sample,</p>");
    holds(&page, "<span lang=\"en\">Example Advice</span>");
    holds(&page, "subject=Pleidleisiwr%20yn%20Pond%20Lane&amp;body=Annwyl%20Ben%20Sample");
    holds(&page, "<p>1. <span lang=\"en\">Should the duck pond be cleaned?</span>");
    let untranslated = with_letters().replace(SITE, "title:", "languages: [en, cy]\ntitle:");
    let page = super::page(&untranslated, &format!("cy/{LETTERS}"));
    holds(&page, "<p><span lang=\"en\">Dear </span>Ben Sample<span lang=\"en\">,</span></p>");
    let link = between(&page, "mailto:", "\"");
    assert!(link.is_ascii(), "{link}");
    assert!(!link.contains("%F3%A0"), "{link}");
}

/// The places and codes of what is reported when a text of a letter is another.
fn found(file: &str, from: &str, to: &str) -> Vec<String> {
    let found = with_letters().replace(file, from, to).check();
    found.iter().map(|found| format!("{}:{} {}", found.line, found.column, found.code)).collect()
}

#[test]
fn a_blank_that_nothing_fills_is_an_error_at_its_place() {
    assert_eq!(found(ASK, "I vote in {area}", "I vote in {aera}"), ["11:11 unknown-blank"]);
    assert_eq!(found(ASK, "Dear {candidate}", "Dear {Candidate"), ["9:6 unknown-blank"]);
    assert_eq!(found(ASK, "A voter in {area}", "A voter in {place}"), ["4:10 unknown-blank"]);
    assert_eq!(found(THANK, "Thank you, {candidate}", "Thank you, {questions}"), ["8:12 unknown-blank"]);
    assert_eq!(found(FINE, "the rule", "the rule, {candidate}"), ["13:14 unknown-blank"]);
    let site = with_letters().replace(ASK, "{area}\non", "{aera}\non");
    holds(&site.check()[0].help, "did you mean “{area}”?");
    let site = with_letters()
        .replace(SITE, "title:", "languages: [en, cy]\ntitle:")
        .file("content/letters/ask.cy.md", "---\ntitle: Gofyn\n---\nAnnwyl {candidat},\n");
    let found = site.check();
    assert_eq!((found[0].file.as_str(), found[0].line, found[0].column), ("content/letters/ask.cy.md", 4, 8));
}

#[test]
fn a_letter_to_an_office_says_where_it_holds_who_checked_it_and_on_what_it_rests() {
    for key in ["checked_by: sam\n", "nation: wales\n"] {
        assert_eq!(found(FINE, key, ""), ["3:5 missing-key"], "{key}");
    }
    assert_eq!(
        found(
            FINE,
            "source: {title: Rules for fines, publisher: Example Office, url: \"https://example.org/rules\"}\n",
            ""
        ),
        ["3:5 missing-key"]
    );
    assert_eq!(found(FINE, "checked_on: 2031-04-12\n", ""), ["1:1 missing-key"]);
    assert_eq!(found(FINE, "checked_on: 2031-04-12", "checked_on: 2031-04"), ["6:13 malformed"]);
    assert_eq!(found(FINE, "checked_on: 2031-04-12", "checked_on: 2031-04-22"), ["6:13 date-order"]);
    assert_eq!(found(FINE, "checked_by: sam", "checked_by: sim"), ["7:13 unknown-reference"]);
    assert_eq!(found(FINE, "Office, url", "Office, kind: unread, url"), ["9:9 no-evidence"]);
}

#[test]
fn a_letter_to_an_office_gives_nothing_up() {
    for (words, place) in
        [("I accept that it was late.", "16:1"), ("So I\nagree to pay.", "16:4"), ("I withdraw my claim.", "16:1")]
    {
        assert_eq!(found(FINE, "I withdraw my consent to calls.", words), [format!("{place} concession")]);
    }
    assert_eq!(found(FINE, "I withdraw my consent to calls.", "I do not accept that."), Vec::<String>::new());
    assert_eq!(found(ASK, "[your name]", "I accept that you are busy."), Vec::<String>::new());
    let site = with_letters()
        .replace(SITE, "title:", "languages: [en, cy]\ntitle:")
        .file("content/letters/fine.cy.md", "---\ntitle: Ateb\n---\nRwy’n derbyn hyn.\n");
    assert_eq!(site.check()[0].code, "concession");
}

#[test]
fn an_old_letter_is_a_warning_and_one_to_an_office_is_not_published_after_a_year() {
    assert_eq!(found(FINE, "2031-04-12", "2030-10-20"), Vec::<String>::new());
    assert_eq!(found(FINE, "2031-04-12", "2030-10-19"), ["6:13 old-letter"]);
    assert_eq!(found(ASK, "2031-04-12", "2029-04-12"), ["6:13 old-letter"]);
    let year = with_letters().replace(FINE, "2031-04-12", "2030-04-20");
    holds(&page(&year, "letters/index.html"), "Answer a fine");
    let older = with_letters().replace(FINE, "2031-04-12", "2030-04-19");
    let found = older.check();
    assert_eq!(found[0].code, "old-letter");
    holds(&found[0].message, "and is not published");
    let site = rendered(&older.path(""));
    for (_, page) in html(&site) {
        lacks(&page, "Please send me");
    }
    lacks(&text(&site, "data/letters.csv"), "fine");
}

#[test]
fn a_letter_that_mail_programs_would_cut_off_is_a_warning() {
    let long = format!("[your name]\n\n{}", "A long line of words. ".repeat(80));
    assert_eq!(found(ASK, "[your name]", &long), ["1:1 long-letter"]);
}

#[test]
fn a_site_without_letters_says_nothing_of_any() {
    let site = rendered(&base().path(""));
    assert!(!site.keys().any(|path| path.as_str().contains("letter") && !path.as_str().contains("static/")));
    for (_, page) in html(&site) {
        lacks(&page, "letters/");
    }
}
