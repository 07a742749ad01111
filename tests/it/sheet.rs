//! Answers go out as a spreadsheet and come back: what is written, what is not, and what is said of every bad row.

use std::fs;

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, files_under, run_at, text};

#[cfg(feature = "sheets")]
mod workbooks;

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const DAY: &str = "2031-04-19";
const HEAD: &str = "id,question,answer,said on,kind,title,quote,says,url,document,where,caveat,entered by";

fn sheet(site: &SiteFixture, words: &[&str]) -> RunOutcome {
    run_at(DAY, site, &[&["sheet"], words], None)
}

fn named(site: &SiteFixture, file: &str) -> String {
    site.path(file).to_string_lossy().into_owned()
}

/// Exports the answers of a site.
fn export(site: &SiteFixture, file: &str, more: &[&str]) -> RunOutcome {
    sheet(site, &[&["export", &named(site, file)][..], more].concat())
}

/// Imports a sheet that lies in the folder of a site, and writes.
fn import(site: &SiteFixture, file: &str, more: &[&str]) -> RunOutcome {
    sheet(site, &[&["import", &named(site, file), "--apply"][..], more].concat())
}

/// Imports rows of a sheet with the usual columns.
fn rows(site: &SiteFixture, rows: &str) -> RunOutcome {
    fs::write(site.path("rows.csv"), format!("{HEAD}\n{rows}")).expect("a sheet");
    import(site, "rows.csv", &["--by", "pat"])
}

/// All records with what stands in them.
fn records(site: &SiteFixture) -> Vec<(String, Vec<u8>)> {
    let files = files_under(&site.path("candidates")).into_iter();
    files.map(|file| (file.clone(), fs::read(site.path("candidates").join(&file)).expect("a record"))).collect()
}

/// Rows that are refused: what is said of them, and nothing changes.
#[track_caller]
fn refused(site: &SiteFixture, bad: &str, said: &[&str]) {
    let before = records(site);
    let ran = rows(site, bad);
    assert_eq!(ran.exit, Exit::Errors, "{}", ran.err);
    for said in said {
        assert!(ran.err.contains(said), "{said}\nis not in\n{}", ran.err);
    }
    assert_eq!(ran.err.matches("error[").count(), said.len(), "{}", ran.err);
    assert!(records(site) == before, "a record has changed");
}

#[test]
fn a_sheet_has_a_row_for_each_candidate_and_question() {
    let site = SiteFixture::base();
    let ran = export(&site, "answers.csv", &[]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let expected = "\u{feff}\
ballot,id,name,party,question,answer,said on,kind,title,quote,says,url,document,where,caveat,entered by,checked,archived,lang
test.pond-lane.2031-05-01,11,Asha Example,Harbour Alliance,duck-pond,yes,2031-04-03,reply,Letter to the campaign,I would clean it.,,,,our file of letters,,pat,sam 2031-04-04,,
test.pond-lane.2031-05-01,11,Asha Example,Harbour Alliance,town-clock,,,,,,,,,,,,,,
test.pond-lane.2031-05-01,12,Ben Sample,Meadow Party,duck-pond,,,,,,,,,,,,,,
test.pond-lane.2031-05-01,12,Ben Sample,Meadow Party,town-clock,,,,,,,,,,,,,,
";
    assert_eq!(text(&site, "answers.csv"), expected);
    assert!(ran.err.contains("answers.csv: 4 rows, 1 of them with an answer.\n"), "{}", ran.err);
    let ran = export(&site, "parties.csv", &["--parties"]);
    assert!(ran.err.contains("parties.csv: 4 rows, 1 of them with an answer.\n"), "{}", ran.err);
    let row =
        "test.2031-05-01,pp1,Harbour Alliance,duck-pond,,yes,2031-03-28,manifesto,,\"Clean water, every spring.\",";
    assert!(text(&site, "parties.csv").contains(row), "{}", text(&site, "parties.csv"));
}

#[test]
fn a_file_that_is_there_stays_unless_somebody_says_so() {
    let site = SiteFixture::base().file("answers.csv", "mine");
    let ran = export(&site, "answers.csv", &[]);
    assert_eq!(ran.exit, Exit::Usage);
    assert!(
        ran.err.ends_with("answers.csv is there already; name another file, or add --force to replace it\n"),
        "{}",
        ran.err
    );
    assert_eq!(text(&site, "answers.csv"), "mine");
    assert_eq!(export(&site, "answers.csv", &["--force"]).exit, Exit::Clean);
    assert!(text(&site, "answers.csv").starts_with("\u{feff}ballot,"));
    assert_eq!(export(&site, "answers.doc", &[]).exit, Exit::Usage);
    assert_eq!(export(&site, "a.csv", &["--ballot", "test.pond-lan.2031-05-01"]).exit, Exit::Usage);
    assert_eq!(export(&site, "content", &[]).exit, Exit::Usage);
}

/// Exports a site and brings the sheet back as it is.
#[track_caller]
fn comes_back_unchanged(site: &SiteFixture, file: &str, more: &[&str]) {
    let before = records(site);
    assert_eq!(export(site, file, more).exit, Exit::Clean);
    let ran = import(site, file, &["--by", "pat"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(ran.err.contains("; 0 new answers, ") && ran.err.ends_with("Nothing to change.\n"), "{}", ran.err);
    assert!(records(site) == before, "a record has changed");
}

fn starter() -> SiteFixture {
    let site = SiteFixture::bare();
    site.hustings().args(["init", "."]).assert().success();
    site
}

#[test]
fn what_comes_back_as_it_went_out_changes_no_byte() {
    comes_back_unchanged(&SiteFixture::base(), "answers.csv", &[]);
    comes_back_unchanged(&starter(), "answers.csv", &[]);
    comes_back_unchanged(&starter(), "parties.csv", &["--parties"]);
}

/// A ballot as somebody with an old editor, many comments and a formula for a quote may have it.
fn odd() -> SiteFixture {
    let site = SiteFixture::base();
    let quote = r#"quote: "=HYPERLINK(\"https://example.org\",\"click\")\nsecond line, with “signs”; and ‘=‘""#;
    let ballot = text(&site, BALLOT)
        .replace("quote: I would clean it.", quote)
        .replace("stance: supports", "stance:   'supports'   # surely");
    site.file(BALLOT, format!("# Ours\n{ballot}").replace('\n', "\r\n"))
}

#[test]
fn odd_ends_of_lines_comments_and_formulas_come_back_too() {
    comes_back_unchanged(&odd(), "answers.csv", &[]);
    let sheet = text(
        &{
            let site = odd();
            export(&site, "answers.csv", &[]);
            site
        },
        "answers.csv",
    );
    assert!(sheet.contains(",\"'=HYPERLINK("), "{sheet}");
}

#[test]
fn a_new_answer_is_written_as_by_record_and_only_with_apply() {
    let site = SiteFixture::base();
    let row = "12,town-clock,yes,2031-04-18,reply,,Let it strike.,,,,our file of letters,,\n";
    fs::write(site.path("rows.csv"), format!("{HEAD}\n{row}")).expect("a sheet");
    let before = text(&site, BALLOT);
    let ran = sheet(&site, &["import", &named(&site, "rows.csv"), "--by", "pat"]);
    assert_eq!((ran.exit, text(&site, BALLOT)), (Exit::Clean, before.clone()));
    assert!(ran.out.contains("+      - question: town-clock\n"), "{}", ran.out);
    assert!(ran.err.ends_with("To write it, add --apply.\n"), "{}", ran.err);
    let ran = import(&site, "rows.csv", &["--by", "pat"]);
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
    assert!(
        ran.err.contains("rows.csv: 1 row; 1 new answer, 0 on record already, 0 without an answer.\n"),
        "{}",
        ran.err
    );
    assert!(ran.err.ends_with("1 file written. Next, somebody else confirms: hustings confirm\n"), "{}", ran.err);
    assert_eq!(site.check(), []);
    let after = records(&site);
    let ran = import(&site, "rows.csv", &["--by", "lee"]);
    assert!(ran.err.contains("; 0 new answers, 1 on record already,"), "{}", ran.err);
    assert!(records(&site) == after);
}

#[test]
fn another_answer_comes_after_the_one_on_record_and_a_blank_row_takes_nothing_away() {
    let site = SiteFixture::base();
    export(&site, "answers.csv", &[]);
    let changed = text(&site, "answers.csv").replace(",yes,2031-04-03,reply,", ",no,10/04/2031,reply,");
    fs::write(site.path("answers.csv"), &changed).expect("a sheet");
    let ran = import(&site, "answers.csv", &[]);
    assert!(ran.err.contains("pat entered the answer on record, and this row says another"), "{}", ran.err);
    assert!(ran.err.contains("“10/04/2031” may be two days"), "{}", ran.err);
    fs::write(site.path("answers.csv"), changed.replace("10/04/2031", "15/04/2031")).expect("a sheet");
    let ran = import(&site, "answers.csv", &["--by", "lee"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(
        ran.err.contains("1 of them is on a question with an answer on record, which stays as history.\n"),
        "{}",
        ran.err
    );
    let ballot = text(&site, BALLOT);
    assert!(
        ballot.contains("stance: supports")
            && ballot.contains("stance: opposes\n        date: 2031-04-15\n        entered_by: lee\n"),
        "{ballot}"
    );
    let ran = rows(&site, "11,duck-pond,,,,,,,,,,,\n");
    assert!(ran.err.contains("1 row is blank where an answer is on record: it stays"), "{}", ran.err);
    assert_eq!(text(&site, BALLOT), ballot);
}

#[test]
fn words_that_somebody_checked_are_not_changed_from_a_sheet() {
    let said = [
        "rows.csv:2:39",
        "column “quote”: this answer is on record already, from the same source, with other words (candidates/test.2031-05-01/pond-lane.yaml:8); ",
    ];
    let row = "11,duck-pond,yes,2031-04-03,reply,Letter to the campaign,I would love it.,,,,our file of letters,,\n";
    let site = SiteFixture::base();
    let before = records(&site);
    let ran = rows(&site, row);
    assert_eq!(ran.exit, Exit::Errors);
    assert!(
        ran.err.contains("column “quote”: this answer is on record already, from the same source, with other words"),
        "{said:?} {}",
        ran.err
    );
    assert!(ran.err.contains("correct them in that file, and have them checked again"), "{}", ran.err);
    assert!(records(&site) == before);
}

#[test]
fn all_bad_rows_are_told_at_their_cells_and_nothing_is_written() {
    let site = SiteFixture::base();
    let good = "our file of letters,,";
    refused(
        &site,
        &format!(
            "12,town-clock,yes,2031-04-18,reply,,Let it strike.,,,,{good}\n\
             13,town-clock,yes,2031-04-18,reply,,Words.,,,,{good}\n\
             12,town-clok,yes,2031-04-18,reply,,Words.,,,,{good}\n\
             12,town-clock,mabye,2031-04-18,reply,,Words.,,,,{good}\n\
             12,town-clock,no,2031-04-31,lettter,,Words.,,,,{good}\n\
             12,duck-pond,no,2031-04-18,site,,,,,,,,\n\
             ,duck-pond,no,2031-04-18,reply,,Words.,,,,{good}\n\
             12,town-clock,yes,2031-04-18,reply,,Let it strike.,,,,{good}\n\
             12,duck-pond,yes,2032-04-18,reply,,Words.,,,,{good}patt\n"
        ),
        &[
            "column “id”: nobody on record is “13”",
            "column “question”: no question that was put fits “town-clok”; there are: duck-pond, town-clock; did you mean “town-clock”?",
            "column “answer”: “mabye” is not an answer; it may be yes, no, partly, unclear or declined",
            "column “said on”: “2031-04-31” is not a date (no such day)",
            "column “kind”: ",
            "column “title”: this row leaves it blank, and “where” and “quote” too",
            "column “id”: this row leaves it blank",
            "column “answer”: this is the same answer as on line 2",
            "column “entered by”: “patt” is not among the checkers of hustings.yaml",
            "column “said on”: 2032-04-18 is after 2031-04-20",
        ],
    );
}

#[test]
fn what_is_wrong_only_with_the_whole_is_told_at_the_row_it_comes_from() {
    refused(
        &SiteFixture::base(),
        "12,duck-pond,no,2031-04-18,reply,,Words.,,,,our file of letters,,\n\
         12,town-clock,no,2031-04-18,reply,,Ring me on 020 7946 0018.,,,,our file of letters,,\n\
         11,town-clock,no,2031-04-18,manifesto,,Words.,,,harbour-manifesto,,,\n",
        &[
            "column “quote”: this looks like a telephone number",
            "column “kind”: a manifesto or another document of a party",
        ],
    );
}

#[test]
fn a_column_that_was_sorted_by_itself_is_noticed() {
    let site = SiteFixture::base();
    export(&site, "answers.csv", &[]);
    let mixed = text(&site, "answers.csv").replace(",11,Asha", ",12,Asha");
    fs::write(site.path("answers.csv"), mixed).expect("a sheet");
    let ran = import(&site, "answers.csv", &[]);
    assert!(ran.err.contains("column “name”: 12 is Ben Sample, and this row says Asha Example"), "{}", ran.err);
    assert!(ran.err.contains("perhaps a column was sorted by itself"), "{}", ran.err);
}

#[test]
fn what_a_spreadsheet_makes_of_a_sheet_is_understood() {
    let site = SiteFixture::base();
    let sheet = "our notes;;;;;;;;\nID;Name;Question;Answer;Said on;Kind;Quote;Where;remarks\n\
                 12.0;ben sample;Clock at night?;PARTLY;18/04/2031;Reply;Until ten.;our file of letters;nice\n;;;;;;;;\n";
    fs::write(site.path("rows.csv"), sheet).expect("a sheet");
    let ran = import(&site, "rows.csv", &["--by", "lee"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(ran.err.contains("Not read: the column “remarks”.\n"), "{}", ran.err);
    assert!(text(&site, BALLOT).contains("stance: mixed\n        date: 2031-04-18\n"), "{}", text(&site, BALLOT));
}

#[test]
fn what_is_no_sheet_of_answers_is_refused_as_a_whole() {
    let site = SiteFixture::base();
    for (bytes, said) in [
        (&b""[..], "this sheet is empty"),
        (b"id,question,answer\n", "this sheet has no rows"),
        (b"name,area\nAsha,Pond Lane\n", "this is not a sheet of answers: it has no column question, answer"),
        (b"id,question,anwser\n12,town-clock,yes\n", "there is no column “anwser”"),
        (b"id,question,answer,answer\n12,town-clock,yes,no\n", "the column “answer” is here twice"),
        (b"%PDF-1.7", "this is not a spreadsheet: it is a PDF"),
        (b"<html><body></body></html>", "this is not a spreadsheet: it is a web page (HTML)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel workbook of the old kind"),
        (b"id,question,answer\n12,\"town-clock,yes\n", "the quotation mark here is never closed"),
    ] {
        fs::write(site.path("rows.csv"), bytes).expect("a sheet");
        let before = records(&site);
        let ran = import(&site, "rows.csv", &["--by", "pat"]);
        assert!(ran.exit == Exit::Errors && ran.err.contains(said), "{said}\nis not in\n{}", ran.err);
        assert!(records(&site) == before);
    }
    assert_eq!(import(&site, "none.csv", &[]).exit, Exit::Environment);
    assert_eq!(import(&site, "rows.csv", &["--by", "patt"]).exit, Exit::Usage);
}

#[test]
fn a_line_of_a_party_goes_into_its_file() {
    let site = SiteFixture::base();
    export(&site, "parties.csv", &["--parties"]);
    let blank = "test.2031-05-01,pp2,Meadow Party,town-clock,,,";
    let full = "test.2031-05-01,pp2,Meadow Party,town-clock,wales; scotland,no,2031-04-18,site,Their page,No bells.,,https://example.org/bells,,,,lee,,https://example.org/copy,\n";
    let sheet = text(&site, "parties.csv");
    let lines = sheet.lines().map(|line| if line.starts_with(blank) { full.to_owned() } else { format!("{line}\n") });
    let filled: String = lines.collect();
    fs::write(site.path("parties.csv"), filled).expect("a sheet");
    let ran = import(&site, "parties.csv", &[]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let party = text(&site, "candidates/parties/pp2.yaml");
    assert!(party.contains("nations: [scotland, wales]") && party.contains("stance: opposes"), "{party}");
    // The same said of another place is a line of its own, and no other words of this one.
    let there = text(&site, "parties.csv").replace("wales; scotland", "england");
    fs::write(site.path("parties.csv"), there).expect("a sheet");
    let ran = import(&site, "parties.csv", &["--by", "pat"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(text(&site, "candidates/parties/pp2.yaml").contains("nations: [england]"), "{}", ran.err);
    assert!(import(&site, "parties.csv", &[]).err.contains("; 0 new answers, 2 on record already"));
}

#[test]
#[cfg(not(feature = "sheets"))]
fn a_program_without_workbooks_says_how_to_get_them() {
    let site = SiteFixture::base();
    let ran = export(&site, "answers.xlsx", &[]);
    assert_eq!(ran.exit, Exit::Usage);
    assert!(ran.err.contains("install it with them: cargo install --path . --features sheets"), "{}", ran.err);
    fs::write(site.path("answers.xlsx"), b"PK\x03\x04 xl/workbook.xml").expect("a file");
    let ran = import(&site, "answers.xlsx", &[]);
    assert_eq!(ran.exit, Exit::Errors);
    assert!(ran.err.contains("cargo install --path . --features sheets"), "{}", ran.err);
}

#[test]
fn many_rows_for_one_file_are_one_change() {
    let people = 1000..1400;
    let list: String = people.clone().map(|n| format!("  - {{person: {n}, name: Person {n}, party: pp2}}\n")).collect();
    let site = SiteFixture::base();
    let site = site.file(BALLOT, text(&SiteFixture::base(), BALLOT) + &list);
    let row = |n| {
        format!(
            "{n},duck-pond,yes,2031-04-18,reply,,Words of {n}.,,,,our file of letters,,\n{n},town-clock,no,2031-04-18,reply,,More of {n}.,,,,our file of letters,,\n"
        )
    };
    let all: String = people.map(row).collect();
    let ran = rows(&site, &all);
    assert!(ran.err.contains("800 rows; 800 new answers,"), "{}", &ran.err[..ran.err.len().min(2000)]);
    assert_eq!(text(&site, BALLOT).matches("entered_by: pat").count(), 801);
    assert!(rows(&site, &all).err.contains("800 rows; 0 new answers, 800 on record already"));
}

#[test]
fn a_row_with_a_comma_in_a_bare_text_is_told_as_that_alone() {
    let cut = "this row has 14 cells, and the sheet 13 columns: a text in it was cut in two";
    for row in [
        // What follows the comma moves into the next columns, and the last one out of the sheet.
        "12,town-clock,yes,2031-04-18,reply,,Yes, of course.,,,,our file of letters,,lee",
        "12,town-clock,yes,2031-04-18,reply,,Yes, of course.,,,,our file of letters,,",
        "Sample, Ben,town-clock,yes,2031-04-18,reply,,Yes.,,,,our file of letters,,",
    ] {
        let site = SiteFixture::base();
        let before = records(&site);
        fs::write(site.path("rows.csv"), format!("{HEAD}\n{row}\n")).expect("a sheet");
        let ran = import(&site, "rows.csv", &["--by", "lee"]);
        assert_eq!(ran.exit, Exit::Errors, "{}", ran.err);
        assert!(ran.err.contains(cut) && ran.err.contains("rows.csv:2:1\n"), "{}", ran.err);
        assert!(ran.err.contains("put quotation marks around a text that holds a comma"), "{}", ran.err);
        assert!(ran.err.ends_with("1 error: nothing was written\n"), "{}", ran.err);
        assert!(records(&site) == before);
    }
}
