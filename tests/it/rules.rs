//! Which entry fills a candidate's slot, when a mark is confirmed and what is counted, read off the
//! published data of built sites.

use std::fmt::Write as _;
use std::fs;

use crate::support::{SiteFixture, files_under};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ROUND: &str = "candidates/test.2031-05-01/asks/first-letter.yaml";

/// One position on the duck pond, with a check by each of `checkers`.
struct Position<'a> {
    stance: &'a str,
    date: &'a str,
    kind: &'a str,
    checkers: &'a [&'a str],
    more: &'a str,
}

const LETTER: Position<'static> =
    Position { stance: "supports", date: "2031-04-03", kind: "reply", checkers: &["sam", "lee"], more: "" };

impl Position<'_> {
    fn yaml(&self) -> String {
        let Self { stance, date, kind, checkers, more } = self;
        let mut yaml = format!(
            "      - question: duck-pond\n        stance: {stance}\n        date: {date}\n        says: So it was said.\n        \
             entered_by: pat\n        evidence: [{{kind: {kind}, title: A source, where: our file, date: {date}}}]\n"
        );
        if !checkers.is_empty() {
            yaml.push_str("        checked:\n");
        }
        for checker in *checkers {
            let _ = writeln!(yaml, "          - {{by: {checker}, date: 2031-04-18}}");
        }
        if !more.is_empty() {
            let _ = writeln!(yaml, "        {more}");
        }
        yaml
    }
}

/// The base site with one candidate, Asha, who holds these positions.
fn with(positions: &[Position<'_>]) -> SiteFixture {
    let mut ballot = "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n  - person: 11\n    \
                      name: Asha Example\n    party: pp1\n"
        .to_owned();
    if !positions.is_empty() {
        ballot.push_str("    positions:\n");
    }
    positions.iter().for_each(|position| ballot.push_str(&position.yaml()));
    SiteFixture::base().file(BALLOT, ballot).replace(ROUND, "people: [11, 12]", "people: [11]")
}

/// The marks that show in Asha's slot on the duck pond, each with its verification.
fn shown(site: &SiteFixture) -> Vec<String> {
    let csv = site.page("data/positions.csv");
    let mut table = csv::Reader::from_reader(csv.as_bytes());
    let header = table.headers().expect("a header").clone();
    let column = |name: &str| header.iter().position(|h| h == name).unwrap_or_else(|| panic!("a column {name}"));
    let (question, mark, shown, verification) =
        (column("question"), column("mark"), column("shown"), column("verification"));
    let rows = table.records().map(|row| row.expect("a row"));
    let rows = rows.filter(|row| &row[question] == "duck-pond" && &row[shown] == "true");
    rows.map(|row| format!("{} {}", &row[mark], &row[verification]).trim().to_owned()).collect()
}

fn shown_of(positions: &[Position<'_>]) -> Vec<String> {
    shown(&with(positions).build())
}

#[test]
fn the_latest_clear_answer_shows() {
    let later = Position { stance: "opposes", date: "2031-04-10", ..LETTER };
    assert_eq!(shown_of(&[later, LETTER]), ["opposes confirmed"]);
}

#[test]
fn a_clear_answer_comes_before_a_later_refusal() {
    let refusal = Position { stance: "declined", date: "2031-04-12", ..LETTER };
    assert_eq!(shown_of(&[LETTER, refusal]), ["supports confirmed"]);
}

#[test]
fn answers_of_one_date_that_differ_show_both_and_warn() {
    let other = Position { stance: "opposes", ..LETTER };
    let site = with(&[LETTER, other]);
    assert_eq!(site.check().iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["contradiction"]);
    assert_eq!(shown(&site.build()), ["supports confirmed", "opposes confirmed"]);
}

#[test]
fn a_rumour_never_takes_the_place_of_the_persons_own_word() {
    let rumour = Position { stance: "opposes", date: "2031-04-12", kind: "news", checkers: &[], ..LETTER };
    assert_eq!(shown_of(&[LETTER, rumour]), ["supports confirmed"]);
    let of_one_date = Position { stance: "opposes", kind: "campaign", checkers: &[], ..LETTER };
    assert_eq!(shown_of(&[LETTER, of_one_date]), ["supports confirmed"]);
}

#[test]
fn a_rumour_shows_where_there_is_nothing_else_and_is_never_confirmed() {
    let rumour = Position { kind: "news", ..LETTER };
    assert_eq!(shown_of(&[rumour]), ["supports claimed"]);
}

#[test]
fn two_checks_by_others_confirm_and_one_does_not() {
    assert_eq!(shown_of(&[LETTER]), ["supports confirmed"]);
    let once = Position { checkers: &["sam"], ..LETTER };
    assert_eq!(shown_of(&[once]), ["supports claimed"]);
}

#[test]
fn a_retracted_mark_is_history() {
    let retracted = "verification: {state: retracted, because: We misheard., date: 2031-04-19}";
    assert_eq!(shown_of(&[Position { more: retracted, ..LETTER }]), ["no_reply"]);
}

#[test]
fn a_mark_taken_down_leaves_no_trace_of_the_answer() {
    let takedown = "takedown: {date: 2031-04-19, reason: A court asked us to.}";
    let site = with(&[Position { more: takedown, ..LETTER }]).build();
    assert_eq!(shown(&site), ["taken_down"]);
    for file in ["data/positions.csv", "data/site.json", "test.2031-05-01/pond-lane/index.html"] {
        assert!(!site.page(file).contains("So it was said"), "{file} still holds the words");
    }
}

#[test]
fn a_live_answer_shows_rather_than_one_of_its_date_that_was_taken_down() {
    let takedown = "takedown: {date: 2031-04-19, reason: A court asked us to.}";
    let gone = Position { stance: "opposes", more: takedown, ..LETTER };
    assert_eq!(shown_of(&[LETTER, gone]), ["supports confirmed"]);
}

#[test]
fn what_was_taken_down_changes_nothing_on_any_page() {
    let second = "id: test.mill-lane.2031-05-01\narea: {name: Mill Lane}\ncandidates:\n  - person: 11\n    name: Asha \
                  Example\n    party: pp1\n    answers_in: test.pond-lane.2031-05-01\n";
    let built = |stance| {
        let takedown = "    takedown: {date: 2031-04-19, reason: A court asked us to.}\n    positions:";
        let site = with(&[Position { stance, ..LETTER }]).replace(BALLOT, "    positions:", takedown);
        site.file("candidates/test.2031-05-01/mill-lane.yaml", second).build()
    };
    let (yes, no) = (built("supports"), built("opposes"));
    let files = files_under(&yes.path("public"));
    assert!(files.iter().any(|file| file.contains("mill-lane")), "both ballots are built: {files:?}");
    for file in files {
        let bytes = |site: &SiteFixture| fs::read(site.path("public").join(&file)).expect("a file of the site");
        assert!(bytes(&yes) == bytes(&no), "{file} tells which answer was taken down");
    }
    assert!(yes.page("test.2031-05-01/pond-lane/index.html").contains("A court asked us to"));
}

#[test]
fn gaps_follow_the_day_of_the_records_and_the_rounds_of_asking() {
    assert_eq!(shown_of(&[]), ["no_reply"]);
    let waiting = with(&[]).replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-04-10");
    assert_eq!(shown(&waiting.build()), ["waiting"]);
    let bounced = "how: by letter\nexceptions:\n  - {person: 11, outcome: not_reached, because: It came back.}";
    let ask = ROUND;
    assert_eq!(shown(&with(&[]).replace(ask, "how: by letter", bounced).build()), ["not_reached"]);
    let others = with(&[]).replace(ask, "  - {question: duck-pond, version: 1}\n", "");
    assert_eq!(shown(&others.build()), ["not_asked"]);
    let left_out = bounced.replace("not_reached", "not_asked");
    assert_eq!(shown(&with(&[]).replace(ask, "how: by letter", &left_out).build()), ["not_asked"]);
}

#[test]
fn a_partys_leaflet_is_no_word_of_its_candidate() {
    let leaflet =
        "id: pond-leaflet\ntitle: Clean it\nkind: leaflet\nelection: test.2031-05-01\nparty: pp1\ndate: 2031-04-02\n";
    let site = with(&[LETTER])
        .replace(
            BALLOT,
            "{kind: reply, title: A source, where: our file, date: 2031-04-03}",
            "{kind: leaflet, document: pond-leaflet}",
        )
        .file("candidates/documents/pond-leaflet.yaml", leaflet);
    let codes: Vec<_> = site.check().into_iter().map(|found| found.code).collect();
    assert_eq!(codes, ["not-own-word"]);
}
