//! Tables of numbers read into figures: what publishers write, what is refused where, and a second run.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, run_on};

const TABLE: &str = "content/data/borrowers.csv";
const RECORD: &str = "content/data/borrowers.yaml";

/// A site with two ballots by the boundaries of 2030, one of which has a code.
fn site() -> SiteFixture {
    SiteFixture::base()
        .replace(
            "candidates/test.2031-05-01/election.yaml",
            "date: 2031-05-01\n",
            "date: 2031-05-01\nboundaries: 2030\n",
        )
        .replace("candidates/test.2031-05-01/pond-lane.yaml", "{name: Pond Lane}", "{name: Pond Lane, gss: E14999901}")
        .file("candidates/test.2031-05-01/mill.yaml", "id: test.mill.2031-05-01\narea: {name: Mill on the Hill}\n")
}

const SAID: [&str; 7] = [
    "--title=Library borrowers",
    "--id=borrowers",
    "--says=people borrowed a book",
    "--date=2030-05",
    "--publisher=Example Office",
    "--licence=CC0",
    "--credit=Made up.",
];

fn run(site: &SiteFixture, name: &str, words: &[&str]) -> RunOutcome {
    let (root, file) = (site.path(""), site.path(name));
    let start: [OsString; 6] =
        ["hustings".into(), "-C".into(), root.into(), "import".into(), "figures".into(), file.into()];
    run_on("2031-04-21", start.into_iter().chain(words.iter().map(Into::into)))
}

fn import(site: &SiteFixture, table: impl AsRef<[u8]>, more: &[&str]) -> RunOutcome {
    fs::write(site.path("list.csv"), table).unwrap();
    run(site, "list.csv", &[&SAID, more].concat())
}

/// The lines of figures that a table makes.
#[track_caller]
fn lines(table: impl AsRef<[u8]>, more: &[&str]) -> Vec<String> {
    let site = site();
    let ran = import(&site, table, more);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(site.check(), [], "what is written checks");
    read(&site, TABLE).lines().skip(1).map(str::to_owned).collect()
}

/// What a table is refused with; nothing is written then.
#[track_caller]
fn refused(table: impl AsRef<[u8]>, more: &[&str]) -> String {
    let site = site();
    let ran = import(&site, table, more);
    assert_ne!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(!site.path(TABLE).exists() && !site.path(RECORD).exists(), "something was written");
    ran.err
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part:?} in {text}");
    }
}

fn read(site: &SiteFixture, name: &str) -> String {
    fs::read_to_string(site.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn a_table_is_kept_sorted_with_what_it_says_and_a_second_run_changes_nothing() {
    let site = site();
    let table = "name,code,borrowers\nFar Pond,E14999902,7\nPond Lane,E14999901,\"2,345\"\nEngland,E92000001,9000\n";
    let ran = import(&site, table, &[]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    holds(
        &ran.err,
        &[
            "Rows:      3 read",
            "Areas:     2 with a figure, 0 for which none is published",
            "Ballots:   1 of 2 have a figure now",
            "None for:  Mill on the Hill\n",
            "Left out:  1: about a country or region (first: line 4)",
            "2 files written.",
        ],
    );
    assert_eq!(read(&site, TABLE), "area,value\nE14999901,2345\nE14999902,<10\n");
    let record = read(&site, RECORD);
    holds(
        &record,
        &[
            "kind: figures\ntitle: Library borrowers\nfigure:\n  unit: people\n  says: people borrowed a book\n  date: 2030-05\n",
            "source:\n  title: Library borrowers\n  publisher: Example Office\n",
            "boundaries: \"2030\"\n",
            "    - list.csv\n",
            "    - {of: areas with a figure, n: 2}\n",
        ],
    );
    assert_eq!(site.check(), []);
    holds(&import(&site, table, &[]).err, &["Nothing to change."]);
    assert_eq!(read(&site, RECORD), record);
}

#[test]
fn an_update_needs_only_what_is_new() {
    let site = site();
    import(&site, "code,n\nE14999901,2345\n", &["--unit=count", "--url=https://example.org/"]);
    fs::write(site.path("new.csv"), "code,n\nE14999901,9\n").unwrap();
    let ran = run(&site, "new.csv", &["--id=borrowers", "--date=2031-01"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(read(&site, TABLE), "area,value\nE14999901,9\n", "the unit stays: these are no people");
    holds(&read(&site, RECORD), &["date: 2031-01\n", "url: https://example.org/\n", "credit: Made up.\n"]);
}

#[test]
fn what_publishers_write_for_not_published_gives_no_figure() {
    for sign in ["", "-", "–", "*", "..", "…", ":", "c", "[c]", "[X]", "z", "N/A"] {
        let table = format!("code,n\nE14999901,2345\nE14999902,{sign}\n");
        assert_eq!(lines(table, &[]), ["E14999901,2345", "E14999902,"], "{sign:?}");
    }
}

#[test]
fn numbers_are_read_as_publishers_write_them() {
    let count = |cell: &str| lines(format!("code;n\nE14999901;{cell}\n"), &["--unit=count"]);
    for (cell, kept) in [
        ("2345", "2345"),
        ("\"2,345\"", "2345"),
        ("1 234 567", "1234567"),
        ("2\u{a0}345.50", "2345.5"),
        ("0", "0"),
        ("007", "7"),
        ("3.6020824549", "3.602082"),
        (" 12 ", "12"),
    ] {
        assert_eq!(count(cell), [format!("E14999901,{kept}")], "{cell:?}");
    }
    assert_eq!(lines("code,n\nE14999901,8.25%\n", &["--unit=percent"]), ["E14999901,8.25"]);
    assert_eq!(lines("code,n\nE14999901,\"£1,250.50\"\n", &["--unit=pounds"]), ["E14999901,1250.5"]);
}

#[test]
fn fewer_than_ten_people_are_never_kept_as_a_number() {
    let table = "code,n\nE14999901,10\nE14999902,9\nE14999903,0\nE14999904,<5\nE14999905,< 10\n";
    let few = ["E14999902,<10", "E14999903,<10", "E14999904,<10", "E14999905,<10"];
    assert_eq!(lines(table, &[]), [["E14999901,10"].as_slice(), &few].concat());
    assert_eq!(lines("code,n\nE14999901,3\n", &["--unit=count"]), ["E14999901,3"]);
    holds(&refused("code,n\nE14999901,<20\n", &[]), &["list.csv:2:11", "“<20”"]);
    holds(&refused("code,n\nE14999901,<5\n", &["--unit=count"]), &["list.csv:2:11"]);
}

#[test]
fn thousands_are_multiplied_exactly_and_said_to_be_rounded() {
    let site = site();
    let ran = import(&site, "id,ESA (000s)\nE14999901,0.65\nE14999902,2.76\nE14999903,0\n", &["--times=1000"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(read(&site, TABLE), "area,value\nE14999901,650\nE14999902,2760\nE14999903,<10\n");
    holds(&read(&site, RECORD), &["  rounded: true\n"]);
    holds(&refused("id,n\nE14999901,0.65\n", &[]), &["list.csv:2:11", "there cannot be 0.65 people", "--times 1000"]);
}

#[test]
fn what_is_no_figure_is_refused_at_its_place_with_a_remedy() {
    for (cell, help) in [
        ("-5", "below zero"),
        ("(5)", "below zero"),
        ("NaN", "write digits"),
        ("1.2E+03", "all digits"),
        ("\"8,3\"", "write a point"),
        ("12 p", "notes belong"),
        ("12%", "--unit percent"),
        ("£12", "--unit pounds"),
        ("99999999999999999999", "write digits"),
    ] {
        let told = refused(format!("code,n\nE14999902,3\nE14999901,{cell}\n"), &["--value=n"]);
        holds(&told, &["list.csv:3:11", help]);
    }
    holds(&refused("code,n\nE14999901,101\n", &["--unit=percent"]), &["list.csv:2:11", "more than 100 percent"]);
}

#[test]
fn a_wrong_column_is_not_reported_in_every_row() {
    let rows: String = (100..200).map(|n| format!("E14999{n},some words\n")).collect();
    let told = refused(format!("code,n\n{rows}"), &["--value=n"]);
    assert!(told.matches("list.csv:").count() <= 20, "{told}");
}

#[test]
fn columns_are_found_by_name_or_when_only_one_can_be_meant() {
    let table = "region,code,Area name,Percent,Count\nE12000001,E14999901,Pond Lane,8.3,2345\nE12000001,E14999902,Far Pond,9,50\n";
    holds(&refused(table, &[]), &["several columns could be the figures", "“Percent”, “Count”", "--value"]);
    assert_eq!(lines(table, &["--value=count"])[0], "E14999901,2345");
    holds(&refused(table, &["--value=number"]), &["no column is called “number”", "“Area name”", "list.csv:1:1"]);
    let other = table.replace("E12000001", "E07999901").replace("E14999901", "E14999903");
    holds(&refused(other, &["--value=Count"]), &["several columns could be the codes or names of areas", "--area"]);
    holds(&refused("name,n\nFar Pond,2345\n", &[]), &["no column", "codes or names of areas", "--area"]);
    holds(&refused("code,n,N\nE14999901,1,2\n", &["--value=n"]), &["list.csv:1:8", "twice"]);
}

#[test]
fn names_lead_to_the_codes_and_files_of_ballots() {
    let table = "seat,n\nPOND LANE,2345\nMill on the Hill,20\nFar Pond & Sea,30\nTotal,2395\nScotland,5\n,\n";
    let kept = lines(table, &["--area=Seat"]);
    assert_eq!(kept, ["E14999901,2345", "far-pond-and-sea,30", "mill,20"]);
}

#[test]
fn lines_above_the_names_notes_below_the_rows_and_other_separators_do_not_matter() {
    let wanted = ["E14999901,2345", "E14999902,50"];
    let nomis = "\u{feff}\"Borrowers\"\r\n\"Example Office, 2030\"\r\n\r\n\"name\",\"code\",\"n\"\r\n\"Pond Lane\",\"E14999901\",2345\r\n\"Far Pond\",\"e14999902\",50\r\n\r\n\"1. A note.\"\r\n";
    assert_eq!(lines(nomis, &[]), wanted);
    assert_eq!(lines("code;n\nE14999901;2,345\nE14999902;50\n", &[]), wanted);
    assert_eq!(lines("code\tn\nE14999901\t2,345\nE14999902\t50\n", &[]), wanted);
    let quoted = "code,name,\"people\nwho borrow\"\nE14999901,\"Pond\nLane\",2345\nE14999902,x,50\n";
    assert_eq!(lines(quoted, &["--value=people who borrow"]), wanted);
    let wrong = "code,name,n\nE14999902,\"Pond\nLane\",x1\n";
    holds(&refused(wrong, &["--value=n"]), &["list.csv:3:7"]);
}

#[test]
fn a_packed_table_is_unpacked() {
    let site = site();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(b"code,n\nE14999901,2345\n").unwrap();
    fs::write(site.path("list.csv.gz"), packed.finish().unwrap()).unwrap();
    let ran = run(&site, "list.csv.gz", &SAID);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(read(&site, TABLE), "area,value\nE14999901,2345\n");
    fs::write(site.path("list.csv.gz"), "no gzip").unwrap();
    let ran = run(&site, "list.csv.gz", &SAID);
    assert_eq!(ran.exit, Exit::Environment);
    holds(&ran.err, &["list.csv.gz", "unpack it first"]);
}

#[test]
fn one_area_with_two_figures_is_refused_and_one_said_twice_is_counted() {
    let told = refused("code,month,n\nE14999901,May,2345\nE14999901,June,2346\n", &["--value=n"]);
    holds(&told, &["list.csv:3:16", "line 2 has another figure for E14999901", "one row for each area"]);
    assert_eq!(lines("code,n\nE14999901,2345\nE14999901,2345\n", &[]), ["E14999901,2345"]);
}

#[test]
fn other_boundaries_than_the_election_s_are_refused_with_both_codes() {
    let rows: String = (0..4).map(|n| format!("E1400000{n},50\n")).collect();
    holds(&refused(format!("code,n\n{rows}"), &[]), &["E14000000", "E14999901", "2030"]);
    holds(&refused("code,n\nW07000041,50\n", &[]), &["W07000041", "E14999901"]);
    let ran = import(&site(), format!("code,n\n{rows}"), &["--boundaries=2010"]);
    assert_eq!(ran.exit, Exit::Errors, "no ballot goes by them: {}", ran.err);
}

#[test]
fn ballots_of_a_nation_that_a_table_leaves_out_do_not_count_against_it() {
    let mut site = site();
    for n in 10..40 {
        let ballot = format!("id: test.glen-{n}.2031-05-01\narea: {{name: Glen {n}, gss: S149999{n}}}\n");
        site = site.file(&format!("candidates/test.2031-05-01/glen-{n}.yaml"), ballot);
    }
    let rows: String = (1..10).map(|n| format!("E1499990{n},50\n")).collect();
    let ran = import(&site, format!("code,n\n{rows}"), &[]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    holds(&ran.err, &["Ballots:   1 of 32", "and 21 more"]);
}

#[test]
fn figures_of_which_nobody_says_what_they_are_are_refused() {
    let site = site().file("list.csv", "code,n\nE14999901,2345\n");
    holds(&run(&site, "list.csv", &[]).err, &["--title"]);
    let ran = run(&site, "list.csv", &["--title=Library borrowers"]);
    holds(&ran.err, &["--says, --date, --publisher, --licence, --credit"]);
    assert!(!site.path("content/data/library-borrowers.csv").exists());
}

#[test]
fn another_kind_of_table_is_not_written_over() {
    let site = site().file("list.csv", "code,n\nE14999901,2345\n");
    let mut words = SAID;
    words[1] = "--id=postcodes";
    let ran = run(&site, "list.csv", &words);
    assert_eq!(ran.exit, Exit::Environment);
    holds(&ran.err, &["postcodes.yaml", "--id"]);
    assert!(!site.path("content/data/postcodes.csv").exists());
}

#[test]
fn what_is_no_table_is_refused_once() {
    let utf_16: Vec<u8> = "code,n\nE14999901,2345\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [(&[u8], &str); 7] = [
        (b"", "a row that names its columns"),
        (b"\n\n", "a row that names its columns"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (&utf_16, "UTF-16"),
        (b"code,n\nE14999901,caf\xe9\n", "recognised as the figures"),
        (b"code,n\nE14999901,\"23\n", "never closed"),
        (b"code,n\nE92000001,23\n", "no row of this file is about an area"),
    ];
    for (bytes, told) in files {
        let said = refused(bytes, &[]);
        holds(&said, &["list.csv:", told]);
        holds(&said, &["1 error"]);
    }
}

#[test]
fn what_a_person_wrote_into_the_record_stays_and_only_what_is_new_is_changed() {
    let kept = "# Asked for by phone; Jo has the letter.
kind: figures
title: Who borrows   # our own words
figure: {unit: people, says: people borrowed a book, date: 2030-05}
source:
  title: Table 7
  publisher: 'Example Office'
  licence: CC0 # see the letter
  credit: >
    Made up
    by nobody.
  permission: They said we may.

boundaries: 2030
imported:
  files: [old.csv]   # the first one
  counts:
    # How many seats.
    - {of: areas with a figure, n: 5}
    - {of: areas for which none is published, n: 0}
";
    let site = site().file(RECORD, kept).file(TABLE, "area,value\n").file("list.csv", "code,n\nE14999901,2345\n");
    let ran = run(&site, "list.csv", &["--id=borrowers"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let wanted = kept.replace("old.csv", "list.csv").replace("n: 5", "n: 1");
    assert_eq!(read(&site, RECORD), wanted);
    let ran =
        run(&site, "list.csv", &["--id=borrowers", "--date=2031", "--url=https://example.org/7", "--licence=OGL"]);
    holds(&ran.err, &["1 file written."]);
    let wanted = wanted.replace("2030-05}", "2031}").replace("licence: CC0 #", "licence: OGL #");
    let wanted = wanted.replace("Office'\n", "Office'\n  url: https://example.org/7\n");
    assert_eq!(read(&site, RECORD), wanted);
    assert_eq!(site.check(), []);
}

#[test]
fn a_record_without_the_groups_of_an_import_gets_them() {
    let record = "kind: figures\ntitle: Who borrows\nfigure: {unit: people, says: people borrowed, date: 2030}\n\
                  source: {title: T, publisher: P, licence: L, credit: C}\n";
    let site = site().file(RECORD, record).file(TABLE, "area,value\n").file("list.csv", "code,n\nE14999901,2345\n");
    run(&site, "list.csv", &["--id=borrowers"]);
    let added = "boundaries: \"2030\"\nimported: {files: [list.csv], counts: [{of: areas with a figure, n: 1}, \
                 {of: areas for which none is published, n: 0}]}\n";
    assert_eq!(read(&site, RECORD), format!("{record}{added}"));
}

#[test]
fn a_record_that_cannot_be_read_is_left_alone() {
    let site = site().file(RECORD, "kind: [figures\n").file("list.csv", "code,n\nE14999901,2345\n");
    let ran = run(&site, "list.csv", &SAID);
    assert_eq!(ran.exit, Exit::Environment, "{}", ran.err);
    holds(&ran.err, &["borrowers.yaml", "cannot be read"]);
    assert_eq!(read(&site, RECORD), "kind: [figures\n");
    assert!(!site.path(TABLE).exists());
}

#[test]
fn notes_totals_and_what_is_unknown_are_no_areas() {
    let table = "\"Borrowers\",,,\nMonth,,,May 2030 (p)\n,Ward,Borrowers,\n,Pond Lane,Borrowers,10831\n,Mill on the Hill,Borrowers,9265\n\
                 ,Far Away,Borrowers,77\n,Unknown,Borrowers,12428\n,Not known,Borrowers,12\n,Total,Borrowers,32524\n\n\
                 INFO,Statistical disclosure control has been applied to this table.,,\nSymbol,Description,,\n\
                 I,\"A limited test was launched in Sampleton, South Example.\",,\n";
    for more in [&["--area=Ward"][..], &[]] {
        let wanted = ["E14999901,10831", "far-away,77", "mill,9265"];
        let mut found = lines(table, more);
        found.sort();
        assert_eq!(found, wanted, "{more:?}");
    }
    let site = site();
    let said = import(&site, table, &[]).err;
    assert!(said.contains("Read as:   areas known by their names, in the column “Ward”"), "{said}");
    assert!(said.contains("Left out:  2: about those whose area is unknown (first: line 7)"), "{said}");
    assert!(said.contains("Left out:  1: about a country or region (first: line 9)"), "{said}");
    assert!(said.contains("Left out:  3: there is no area where one should be (first: line 11)"), "{said}");
}

#[test]
fn tables_as_spreadsheets_save_them_are_read() {
    let table = b"Code;Name;Number\nE14999901;Ynys M\xf4n;2345\n";
    let site = site();
    let ran = import(&site, table, &[]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(
        ran.err.contains("Read as:   letters as in Windows-1252, since the file is not in UTF-8 (first on line 2)"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("Read as:   columns divided by “;”"), "{}", ran.err);
    assert!(read(&site, TABLE).contains("E14999901,2345"));
}

#[test]
fn a_seat_whose_code_was_replaced_gets_its_figure() {
    let site = site().replace("candidates/test.2031-05-01/pond-lane.yaml", "E14999901", "S14000107");
    let ran = import(&site, "Code,Number\nS14000006,2345\n", &[]);
    assert!(ran.exit == Exit::Clean && ran.err.contains("1 code of an area since replaced"), "{}", ran.err);
    assert!(read(&site, TABLE).contains("S14000107,2345"));
}
