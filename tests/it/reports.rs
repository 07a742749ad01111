//! Counts of what people reported stay in the private folder: a command tells bands of them, and a solver tries to work out more.

use std::collections::BTreeMap;

use hustings::cli::Exit;
use serde_saphyr::from_str;

use crate::support::{RunOutcome, SiteFixture, run_at, text};

const DAY: &str = "2031-04-19";
const RECORD: &str = "content/reports/feet.yaml";
const TABLE: &str = "private/reports/feet.csv";
const HEAD: &str = "title: Wet feet
asked: What happened to you?
choices:
  - {id: wet, name: I got wet}
  - {id: fell, name: I fell}
";
const AREAS: &str = "areas:
  - {id: lane, name: Pond Lane}
  - {id: shore, name: The far shore}
";

fn site(record: &str, table: &str) -> SiteFixture {
    SiteFixture::base().file(RECORD, record).file(TABLE, table)
}

fn hustings(site: &SiteFixture, words: &[&str]) -> RunOutcome {
    run_at(DAY, site, &[words], None)
}

#[track_caller]
fn done(site: &SiteFixture, words: &[&str]) -> String {
    let ran = hustings(site, words);
    assert_eq!(ran.exit, Exit::Clean, "{words:?}: {}", ran.err);
    assert_eq!(site.check(), [], "{}", text(site, RECORD));
    ran.out + &ran.err
}

#[track_caller]
fn refused(site: &SiteFixture, words: &[&str], why: &str) {
    let before = text(site, RECORD);
    let ran = hustings(site, words);
    assert_ne!(ran.exit, Exit::Clean, "{words:?}");
    assert!(ran.err.contains(why), "{} lacks {why:?}", ran.err);
    assert_eq!(text(site, RECORD), before);
}

const MARCH: &str = "what,area,from,until,n
wet,lane,2031-03-01,2031-03-31,33
I got wet,the far shore,2031-03-01,2031-03-31,3
wet,shore,2031-03-01,2031-03-31,4
fell,lane,2031-03-01,2031-03-31,12
";

#[test]
fn counts_are_added_up_and_told_in_bands() {
    let site = site(&format!("{HEAD}{AREAS}"), MARCH);
    let said = done(&site, &["reports", "--yes"]);
    assert!(said.contains("1 period is told in bands"), "{said}");
    let expected = format!(
        "{HEAD}{AREAS}periods:
  - from: 2031-03-01
    until: 2031-03-31
    counts:
      - choice: wet
        area: lane
        n: 30
      - choice: wet
        area: shore
        n: fewer_than_10
      - choice: fell
        area: lane
        n: 10
      - choice: fell
        area: shore
        n: fewer_than_10
"
    );
    assert_eq!(text(&site, RECORD), expected);
    assert!(done(&site, &["reports", "feet", "--yes"]).contains("on record already"));
}

#[test]
fn a_trial_writes_nothing_and_says_no_count() {
    let site = site(&format!("{HEAD}{AREAS}"), MARCH);
    let said = done(&site, &["reports", "--dry-run"]);
    assert!(said.contains("+        n: 30") && said.contains("nothing was written"), "{said}");
    assert!(!said.contains("33") && !said.contains("12"), "{said}");
    assert_eq!(text(&site, RECORD), format!("{HEAD}{AREAS}"));
}

#[test]
fn days_that_were_told_are_not_told_anew_by_themselves() {
    let site = site(&format!("{HEAD}{AREAS}"), MARCH);
    done(&site, &["reports", "--yes"]);
    let site = site.replace(TABLE, "lane,2031-03-01,2031-03-31,12", "lane,2031-03-01,2031-03-31,16");
    refused(&site, &["reports", "--yes"], "content/reports/feet.yaml:10 told the days from 2031-03-01 to 2031-03-31");
    let said = done(&site, &["reports", "--yes", "--again"]);
    assert!(said.contains("somebody told you later"), "{said}");
    assert!(text(&site, RECORD).contains("n: 15"), "{}", text(&site, RECORD));
    // A later period comes after it; one that shares a day is refused.
    let april = format!("{}wet,lane,2031-04-01,2031-04-15,9\n", text(&site, TABLE));
    let site = site.file(TABLE, april);
    done(&site, &["reports", "--yes"]);
    assert_eq!(text(&site, RECORD).matches("from:").count(), 2);
    let overlap = format!("{}wet,lane,2031-04-15,2031-04-16,9\n", text(&site, TABLE));
    refused(&site.file(TABLE, overlap), &["reports", "--yes"], "this period shares days with that from 2031-04-01");
}

#[test]
fn a_choice_or_an_area_that_comes_later_is_none_of_the_days_before() {
    let site = site(&format!("{HEAD}{AREAS}"), MARCH);
    done(&site, &["reports", "--yes"]);
    let before = text(&site, RECORD);
    let site = site
        .replace(
            RECORD,
            "  - {id: fell, name: I fell}\n",
            "  - {id: fell, name: I fell}\n  - {id: cold, name: I got cold}\n",
        )
        .replace(RECORD, "  - {id: lane", "  - {id: hill, name: The hill}\n  - {id: lane");
    let april = format!("{MARCH}cold,hill,2031-04-01,2031-04-15,20\n");
    let site = site.file(TABLE, april);
    done(&site, &["reports", "--yes"]);
    let after = text(&site, RECORD);
    let march = before.split("periods:\n").nth(1).expect("what was told");
    assert!(after.contains(march), "{after}");
    let (_, april) = after.split_once(march).expect("what is told after it");
    assert_eq!(april.matches("choice: ").count(), 9, "{april}");
    // Who counts it for those days all the same is told anew only when they say so.
    let late = format!("{MARCH}cold,lane,2031-03-01,2031-03-31,20\n");
    refused(&site.file(TABLE, late), &["reports", "--yes"], "told the days from 2031-03-01");
}

#[test]
fn a_row_that_is_wrong_is_not_shown_with_what_else_stands_in_it() {
    let table =
        MARCH.replace("what,area,from,until,n", "what,area,from,until,n,who").replace("31,33\n", "31,33,Zebedee\n");
    let table = table.replace("fell,lane,2031-03-01,2031-03-31,12\n", "slid,lane,2031-03-01,2031-03-31,17,Zebedee\n");
    let ran = hustings(&site(&format!("{HEAD}{AREAS}"), &table), &["reports", "--yes"]);
    assert!(ran.err.contains("“slid” is not among the choices") && ran.err.contains("feet.csv:5:1"), "{}", ran.err);
    assert!(!ran.err.contains("17") && !ran.err.contains("Zebedee"), "{}", ran.err);
}

#[test]
fn what_cannot_be_counted_is_refused_with_its_place() {
    let record = format!("{HEAD}{AREAS}");
    for (from, to, why) in [
        ("fell,", "slid,", "“slid” is not among the choices"),
        ("fell,lane", "fell,hill", "“hill” is not among the areas"),
        ("fell,lane", "fell,", "this row leaves it blank"),
        ("31,12", "31,some", "this is not a whole number"),
        ("31,12", "31,", "this row leaves it blank"),
        ("31,12", "31,1000001", "more than a million people"),
        ("fell,lane,2031-03-01", "fell,lane,2031-04-01", "2031-03-31 is before 2031-04-01"),
        ("fell,lane,2031-03-01,2031-03-31", "fell,lane,2031-04-01,2031-05-31", "2031-05-31 is after"),
        ("fell,lane,2031-03-01", "fell,lane,March", "“March” is not a day"),
        ("what,area", "what,place", "no column “area”"),
    ] {
        refused(&site(&record, MARCH).replace(TABLE, from, to), &["reports", "--yes"], why);
    }
    refused(&SiteFixture::base().file(RECORD, &record), &["reports", "--yes"], "there is no table in private/reports/");
    let nameless = site(&record, MARCH).file("private/reports/other.csv", MARCH);
    refused(&nameless, &["reports", "--yes"], "write content/reports/other.yaml first");
}

#[test]
fn a_record_holds_no_exact_count_and_no_total_that_gives_one_away() {
    let period = |lines: &str| {
        let dates = "periods:\n  - from: 2031-03-01\n    until: 2031-03-31\n";
        format!("{HEAD}{AREAS}{dates}{lines}")
    };
    let counts = |wet: &str, shore: &str| {
        format!(
            "    counts:\n      - {{choice: wet, area: lane, n: {wet}}}\n      - {{choice: wet, area: shore, n: {shore}}}\n"
        )
    };
    let places = |lines: String| -> Vec<String> {
        let site = SiteFixture::base().file(RECORD, period(&lines));
        site.check().iter().map(|found| found.place_and_code().replace(RECORD, "")).collect()
    };
    assert_eq!(places(counts("30", "fewer_than_10")), [""; 0]);
    assert_eq!(places(counts("7", "fewer_than_10")), [":13:38 malformed"]);
    assert_eq!(places(counts("33", "fewer_than_10")), [":13:38 malformed"]);
    let totals = |choice: &str, n: &str| format!("    totals:\n      - {{{choice}n: {n}}}\n");
    let few = counts("fewer_than_10", "fewer_than_10");
    for n in ["fewer_than_10", "15", "100"] {
        assert_eq!(places(few.clone() + &totals("choice: wet, ", n)), [":16:26 wrong-shape"], "{n}");
    }
    assert_eq!(places(few.clone() + &totals("", "10")), [":16:9 wrong-shape"]);
    assert_eq!(places(few.clone() + &totals("choice: fell, ", "10")), [":16:18 unknown-reference"]);
    // What is not there would tell that nobody said it.
    assert_eq!(
        places("    counts: [{choice: wet, area: lane, n: 10}, {choice: fell, area: shore, n: 10}]\n".to_owned()),
        [":10:5 missing-key"]
    );
    assert_eq!(places("    counts: [{choice: wet, n: 10}]\n".to_owned()), [":12:14 missing-key"]);
    assert_eq!(places("    counts: [{choice: run, area: lane, n: 10}]\n".to_owned()), [":12:23 unknown-reference"]);
    let twice = "    counts: [{choice: wet, area: lane, n: 10}, {choice: wet, area: lane, n: 10}]\n";
    assert_eq!(places(twice.to_owned()), [":12:48 duplicate-id"]);
    let totals = "    totals: [{choice: wet, n: 35}, {choice: wet, n: 35}]\n";
    assert_eq!(places(counts("30", "fewer_than_10") + totals), [":15:31 wrong-shape", ":15:45 duplicate-id"]);
}

#[test]
fn a_form_needs_somebody_who_keeps_it() {
    let fixture = || SiteFixture::base().file(RECORD, format!("{HEAD}form: true\n"));
    let found = fixture().check();
    let places: Vec<String> = found.iter().map(crate::support::Found::place_and_code).collect();
    assert_eq!(places, ["content/reports/feet.yaml:6:7 missing-key"]);
    assert!(found[0].help.contains("write “reports:”"), "{}", found[0].help);
    let keeper =
        "reports: {controller: Test, address: \"1 Test Street, Test Town\", kept_until: 2031-12-31, who_reads: Pat.}\n";
    let kept = fixture().replace("hustings.yaml", "title:", &format!("{keeper}title:"));
    assert_eq!(kept.check(), []);
    // Nobody can promise to keep them until a day that is over.
    let over = kept.replace("hustings.yaml", "2031-12-31", "2031-01-31").check();
    assert_eq!(
        over.iter().map(crate::support::Found::place_and_code).collect::<Vec<_>>(),
        ["content/reports/feet.yaml:6:7 date-order"]
    );
    assert!(over[0].help.contains("kept_until"), "{}", over[0].help);
}

/// What is published of a table: a cell as the counts that it may be, a sum as the least that it is.
struct Published {
    cells: Vec<Vec<(u32, u32)>>,
    by_row: Vec<u32>,
    by_column: Vec<u32>,
    all: u32,
}

impl Published {
    /// Reads the table of a page, as anybody can.
    fn on(page: &str) -> Self {
        let number = |cell: &str| -> Option<u32> { cell.split(' ').next()?.parse().ok() };
        let rows: Vec<Vec<String>> = page.split("<tr>").skip(2).map(cells).collect();
        let (sums, rows) = rows.split_last().expect("a row of sums");
        let band = |cell: &String| number(cell).map_or((0, 9), |n| (n, n + 4));
        let sum = |cell: &String| number(cell).unwrap_or(0);
        let (all, by_column) = sums.split_last().expect("a sum of all");
        Self {
            cells: rows.iter().map(|row| row[..row.len() - 1].iter().map(band).collect()).collect(),
            by_row: rows.iter().map(|row| sum(row.last().expect("a sum"))).collect(),
            by_column: by_column.iter().map(sum).collect(),
            all: sum(all),
        }
    }

    /// For each cell all counts that it can have, whatever the others are.
    fn attained(&self) -> Vec<Vec<(u32, u32)>> {
        let columns = self.cells[0].len();
        let flat: Vec<(u32, u32)> = self.cells.concat();
        let mut attained: Vec<(u32, u32)> = vec![(u32::MAX, 0); flat.len()];
        let mut counts: Vec<u32> = flat.iter().map(|(least, _)| *least).collect();
        loop {
            if self.allows(&counts, columns) {
                attained.iter_mut().zip(&counts).for_each(|(seen, n)| *seen = (seen.0.min(*n), seen.1.max(*n)));
            }
            let Some(at) = (0..flat.len()).find(|at| counts[*at] < flat[*at].1) else { break };
            counts[at] += 1;
            (0..at).for_each(|at| counts[at] = flat[at].0);
        }
        attained.chunks(columns).map(<[_]>::to_vec).collect()
    }

    fn allows(&self, counts: &[u32], columns: usize) -> bool {
        let rows = counts.chunks(columns).zip(&self.by_row).all(|(row, sum)| row.iter().sum::<u32>() >= *sum);
        let of_column = |at: usize| counts.iter().skip(at).step_by(columns).sum::<u32>();
        rows && self.by_column.iter().enumerate().all(|(at, sum)| of_column(at) >= *sum)
            && counts.iter().sum::<u32>() >= self.all
    }
}

/// The cells of a row, without its head.
fn cells(row: &str) -> Vec<String> {
    let cells = row.split("<td>").skip(1).filter_map(|cell| cell.split("</td>").next());
    let number =
        |cell: &str| cell.rsplit("</span> ").next().unwrap_or(cell).replace("<strong>", "").replace("</strong>", "");
    cells.map(number).collect()
}

/// Numbers that are as good as any, and the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).expect("a small number")
    }
}

#[test]
fn no_published_table_can_be_solved() {
    let mut numbers = Numbers(15);
    let mut told = 0;
    for round in 0..40 {
        let (choices, areas) = if round % 2 == 0 { (2, 2) } else { (1, 3) };
        let mut table = String::from("what,area,from,until,n\n");
        let mut counts = BTreeMap::new();
        for (choice, area) in (0..choices).flat_map(|choice| (0..areas).map(move |area| (choice, area))) {
            // Often around the borders of bands, and often nothing at all.
            let n = [0, numbers.below(10), numbers.below(25), 7 + numbers.below(6), 9][numbers.below(5) as usize];
            counts.insert((choice, area), n);
            table += &format!("c{choice},a{area},2031-03-01,2031-03-31,{n}\n");
        }
        let list = |of: char, many: usize| {
            (0..many).map(|n| format!("  - {{id: {of}{n}, name: Name {of}{n}}}\n")).collect::<String>()
        };
        let record =
            format!("title: Wet feet\nasked: What?\nchoices:\n{}areas:\n{}", list('c', choices), list('a', areas));
        let site = site(&record, &table);
        done(&site, &["reports", "--yes"]);
        told += text(&site, RECORD).matches("totals:").count();
        let published = Published::on(&site.build().page("reports/index.html"));
        assert_eq!((published.cells.len(), published.cells[0].len()), (choices, areas));
        for ((choice, area), n) in counts {
            let (least, most) = published.cells[choice][area];
            assert!((least..=most).contains(&n), "{table}");
        }
        assert_eq!(published.attained(), published.cells, "round {round}, of\n{table}");
    }
    assert!(told > 3, "too few totals to mean anything: {told}");
}

/// The solver finds what there is to find.
#[test]
fn a_table_with_a_total_that_gives_somebody_away_is_solved() {
    let careless = Published { cells: vec![vec![(0, 9), (0, 9)]], by_row: vec![15], by_column: vec![0, 0], all: 0 };
    assert_eq!(careless.attained(), [[(6, 9), (6, 9)]]);
}

/// The record says the same to another reader of YAML.
#[test]
fn the_bands_are_plain_yaml() {
    let site = site(&format!("{HEAD}{AREAS}"), MARCH);
    done(&site, &["reports", "--yes"]);
    let record: serde_json::Value = from_str(&text(&site, RECORD)).expect("YAML");
    assert_eq!(record["periods"][0]["counts"][0]["n"], 30);
    assert_eq!(record["periods"][0]["counts"][1]["n"], "fewer_than_10");
}
