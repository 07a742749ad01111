//! Answers are compared with their sources: what waits for whom, and what a yes and a no write.

use std::fs;
use std::io::{BufRead, Read};
use std::path::PathBuf;

use hustings::cli::{Exit, Loudness, Terminal, run};

use crate::support::{RunOutcome, SiteFixture, run_at, text};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const PARTY: &str = "candidates/parties/pp1.yaml";
const DAY: &str = "2031-04-19";

/// The base site with two more answers of Asha, of which a newspaper tells one.
fn site() -> SiteFixture {
    let more = "          - {by: sam, date: 2031-04-04}
      - question: town-clock   # she wrote again
        stance: opposes
        date: 2031-04-05
        entered_by: lee
        evidence:
          - kind: reply
            title: Letter to the campaign
            where: our file of letters
            date: 2031-04-05
            quote: Let people sleep.
      - question: town-clock
        stance: declined
        date: 2031-04-02
        entered_by: lee
        evidence:
          - {kind: news, title: Paper, where: page 3, date: 2031-04-02, quote: She said nothing.}
";
    SiteFixture::base().replace(BALLOT, "          - {by: sam, date: 2031-04-04}\n", more)
}

fn confirm(site: &SiteFixture, words: &[&str], answers: Option<&str>) -> RunOutcome {
    run_at(DAY, site, &[&["confirm"], words], answers)
}

#[test]
fn a_pipe_gets_what_waits_in_the_order_of_the_ballots() {
    let site = site();
    let before = text(&site, BALLOT);
    let ran = confirm(&site, &["--by", "pat"], None);
    let expected = "\
Asha Example, Harbour Alliance (11, on test.pond-lane.2031-05-01)
  candidates/test.2031-05-01/pond-lane.yaml:20
  Question: Should the town clock strike at night?
  Answer:   no
  Said:     2031-04-05
  Source:   Letter to the campaign, our file of letters, 2031-04-05
            “Let people sleep.”
  Entered by lee

";
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Clean, expected), "{}", ran.err);
    assert_eq!(ran.err, "1 answer waits for a check by pat.\n");
    let of_lee = confirm(&site, &["--by", "lee"], None).out;
    let at = |part: &str| of_lee.find(part).unwrap_or_else(|| panic!("no {part} in {of_lee}"));
    assert!(at("(11, on test.pond-lane.2031-05-01)") < at("Harbour Alliance (pp1, for test.2031-05-01)"));
    assert!(!of_lee.contains("town clock") && of_lee.contains("Entered by pat; checked by sam"), "{of_lee}");
    assert_eq!(text(&site, BALLOT), before);
}

#[test]
fn a_yes_adds_a_check_and_nothing_else() {
    let site = site();
    let before = text(&site, BALLOT);
    let first = confirm(&site, &["asha", "clock", "--by", "pat", "--answer", "yes"], None);
    assert_eq!(
        first.err,
        "Asha Example, Harbour Alliance (11, on test.pond-lane.2031-05-01), town-clock, 2031-04-05: checked; one more check is needed.\n"
    );
    let quote = "            quote: Let people sleep.\n";
    let once = before.replace(quote, &format!("{quote}        checked: [{{by: pat, date: 2031-04-19}}]\n"));
    assert_eq!(text(&site, BALLOT), once);
    let second = confirm(&site, &["asha", "clock", "--by", "sam", "--answer", "yes", "--on", "2031-04-18"], None);
    assert_eq!(
        second.err,
        "Asha Example, Harbour Alliance (11, on test.pond-lane.2031-05-01), town-clock, 2031-04-05: confirmed.\n"
    );
    assert_eq!(text(&site, BALLOT), once.replace("04-19}]", "04-19}, {by: sam, date: 2031-04-18}]"));
    let in_lines = confirm(&site, &["asha", "pond", "--by", "lee", "--answer", "yes"], None);
    assert_eq!(in_lines.exit, Exit::Clean, "{}", in_lines.err);
    assert!(
        text(&site, BALLOT)
            .contains("          - {by: sam, date: 2031-04-04}\n          - {by: lee, date: 2031-04-19}\n")
    );
    let of_party = confirm(&site, &["harbour", "--by", "lee", "--answer", "yes"], None);
    assert!(
        of_party.err.ends_with("Harbour Alliance (pp1, for test.2031-05-01), duck-pond, 2031-03-28: confirmed.\n"),
        "{}",
        of_party.err
    );
    assert_eq!(site.check(), []);
}

#[test]
fn a_no_marks_it_as_disputed_and_keeps_both_texts() {
    let site = site();
    let before = text(&site, BALLOT);
    let no = ["asha", "clock", "--by", "pat", "--answer", "no", "--why", "She wrote: not before ten.", "--instead"];
    let ran = confirm(&site, &[&no[..], &["Not before ten: let people sleep."]].concat(), None);
    assert_eq!(
        ran.err,
        "Asha Example, Harbour Alliance (11, on test.pond-lane.2031-05-01), town-clock, 2031-04-05: marked as disputed.\n"
    );
    let quote = "            quote: Let people sleep.\n";
    let added = "        verification:
          state: disputed
          because: \"She wrote: not before ten.\"
          date: 2031-04-19
          other_text: \"Not before ten: let people sleep.\"
";
    assert_eq!(text(&site, BALLOT), before.replace(quote, &format!("{quote}{added}")));
    assert_eq!(site.check(), []);
    let again = confirm(&site, &["asha", "clock", "--by", "sam", "--answer", "yes"], None);
    assert!(again.err.contains("town-clock, 2031-04-05: it is marked “disputed”"), "{}", again.err);
}

/// A command line that is refused: what is said, and nothing changes.
#[track_caller]
fn refused(words: &[&str], said: &str) {
    let site = site();
    let before = (text(&site, BALLOT), text(&site, PARTY));
    let ran = confirm(&site, words, None);
    assert_eq!(ran.exit, Exit::Usage, "{}", ran.err);
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!((text(&site, BALLOT), text(&site, PARTY)), before);
}

#[test]
fn what_does_not_wait_for_somebody_is_refused_with_the_reason() {
    let yes = |words: &[&'static str], said| refused(&[words, &["--answer", "yes"]].concat(), said);
    yes(
        &["asha", "pond", "--by", "pat"],
        "Asha Example, Harbour Alliance (11, on test.pond-lane.2031-05-01), duck-pond, 2031-04-03: pat entered it",
    );
    yes(&["asha", "pond", "--by", "sam"], "duck-pond, 2031-04-03: sam has checked it");
    yes(
        &["asha", "clock", "--by", "pat", "--said", "2031-04-02"],
        "only others report it, which can never be confirmed",
    );
    yes(&["ben", "--by", "pat"], "no such answer is on record yet");
    yes(&["asha", "--by", "kim"], "“kim” is not among the checkers");
    yes(&["asha", "pond", "--by", "lee", "--on", "2031-04-21"], "run “hustings as-of 2031-04-21” first");
    let many = "3 answers wait for a check by lee";
    assert!(
        confirm(&SiteFixture::base(), &["--by", "lee", "--answer", "yes"], None).err.contains("2 answers wait"),
        "{many}"
    );
    refused(&["asha", "pond", "--by", "lee", "--answer", "no"], "--why");
    refused(&["asha"], "say who you are");
}

#[test]
fn a_check_that_makes_an_error_is_not_written() {
    let site = site();
    let before = text(&site, BALLOT);
    let ran = confirm(&site, &["asha", "pond", "--by", "lee", "--answer", "yes", "--on", "2031-04-01"], None);
    assert_eq!(ran.exit, Exit::Errors, "{}", ran.err);
    assert!(ran.err.contains("is older than what it checks"), "{}", ran.err);
    assert_eq!(text(&site, BALLOT), before);
}

#[test]
fn somebody_at_the_terminal_goes_through_all_that_waits() {
    let site = site();
    let ran = confirm(&site, &[], Some("kim\nlee\ny\n\n"));
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(ran.err.contains("2 to go\nAsha Example") && ran.err.contains("1 to go\nHarbour Alliance"), "{}", ran.err);
    assert!(ran.err.ends_with("1 answer waits for a check by lee.\n"), "{}", ran.err);
    assert!(text(&site, BALLOT).contains("{by: lee, date: 2031-04-19}") && !text(&site, PARTY).contains("lee"));
    let no = confirm(&site, &["--by", "lee"], Some("no\n\nIt says rivers.\n\n"));
    assert!(
        no.err.contains("What is wrong? (it is published) ")
            && no.err.ends_with("There is nothing to check for lee.\n"),
        "{}",
        no.err
    );
    assert!(
        text(&site, PARTY).contains("      state: disputed\n      because: It says rivers.\n      date: 2031-04-19\n")
    );
    assert_eq!(site.check(), []);
}

#[test]
fn each_answer_is_kept_at_once_and_nothing_of_one_that_was_not_given() {
    for (answers, checks) in [("", 0), ("q\n", 0), ("y\n", 1), ("y\nq\n", 1), ("y\nn\n", 1), ("y\ny\n", 2)] {
        let site = site();
        confirm(&site, &["--by", "lee"], Some(answers));
        let both = text(&site, BALLOT) + &text(&site, PARTY);
        assert_eq!(both.matches("by: lee, date: 2031-04-19").count(), checks, "{answers:?}");
        assert!(!both.contains("disputed"), "{answers:?}");
    }
    let site = site();
    let before = text(&site, BALLOT) + &text(&site, PARTY);
    let trial = confirm(&site, &["--by", "lee", "--dry-run"], Some("y\ny\n"));
    assert_eq!(trial.out.matches("by: lee, date: 2031-04-19").count(), 2, "{}", trial.out);
    assert_eq!(text(&site, BALLOT) + &text(&site, PARTY), before);
}

/// Somebody who answers yes to all, while somebody else writes a note into the ballot before the first answer.
struct Meanwhile {
    ballot: PathBuf,
    has_written: bool,
}

impl Read for Meanwhile {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        unreachable!("answers are read by lines")
    }
}

impl BufRead for Meanwhile {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if !std::mem::replace(&mut self.has_written, true) {
            let text = fs::read_to_string(&self.ballot)?;
            fs::write(&self.ballot, text.replace("candidates:\n", "candidates: # by hand\n  # new\n"))?;
        }
        Ok(b"y\n")
    }

    fn consume(&mut self, _: usize) {}
}

#[test]
fn what_somebody_else_changes_meanwhile_is_noticed_and_kept() {
    let site = site();
    let mut answers = Meanwhile { ballot: site.path(BALLOT), has_written: false };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal {
        out: &mut out,
        err: &mut err,
        answers: Some(&mut answers),
        out_colour: false,
        err_colour: false,
        interactive: false,
        today: DAY.parse().expect("a day"),
        loudness: Loudness::default(),
        all_problems: false,
    };
    let words = ["hustings", "confirm", "--by", "lee", "-C"].map(Into::into).into_iter().chain([site.path("").into()]);
    assert_eq!(run(words, &mut terminal), Exit::Clean);
    let err = String::from_utf8(err).expect("UTF-8");
    assert!(err.contains("Somebody has changed this file in the meantime. Here it is again."), "{err}");
    let after = text(&site, BALLOT);
    assert!(
        after.contains("candidates: # by hand\n  # new\n") && after.contains("by: lee, date: 2031-04-19"),
        "{after}"
    );
    assert_eq!(site.check(), []);
}
