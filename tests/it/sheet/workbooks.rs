//! The same with workbooks of Excel and LibreOffice, also with such as nobody means well.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};

use hustings::cli::Exit;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{BALLOT, HEAD, comes_back_unchanged, export, import, odd, records, starter, text};
use crate::support::SiteFixture;

/// A workbook whose sheet has the usual names of columns, and what somebody puts into it.
fn workbook(site: &SiteFixture, fill: impl FnOnce(&mut Worksheet)) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Answers").expect("a name");
    for (column, name) in (0..).zip(HEAD.split(',')) {
        sheet.write_string(0, column, name).expect("a cell");
    }
    fill(sheet);
    book.save(site.path("rows.xlsx")).expect("a workbook");
}

/// A row of a reply; the columns are those of the usual names.
fn reply(sheet: &mut Worksheet, row: u32, person: &str, question: &str, answer: &str) {
    let cells =
        [person, question, answer, "2031-04-18", "reply", "", "Words.", "", "", "", "our file of letters", "", ""];
    for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        sheet.write_string(row, column, cell).expect("a cell");
    }
}

/// A packed file of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a packed file").into_inner()
}

#[test]
fn a_workbook_that_comes_back_as_it_went_out_changes_no_byte() {
    comes_back_unchanged(&SiteFixture::base(), "answers.xlsx", &[]);
    comes_back_unchanged(&starter(), "answers.xlsx", &[]);
    comes_back_unchanged(&starter(), "parties.xlsx", &["--parties"]);
    comes_back_unchanged(&odd(), "answers.xlsx", &[]);
}

#[test]
fn a_workbook_has_lists_to_choose_from_and_is_the_same_every_time() {
    let site = SiteFixture::base();
    assert_eq!(export(&site, "one.xlsx", &[]).exit, Exit::Clean);
    assert_eq!(export(&site, "two.xlsx", &[]).exit, Exit::Clean);
    let bytes = fs::read(site.path("one.xlsx")).expect("a workbook");
    assert!(bytes == fs::read(site.path("two.xlsx")).expect("a workbook"));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a packed file");
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).expect("a part").read_to_string(&mut text).expect("a text");
        text
    };
    assert!(part("xl/workbook.xml").find("Read me") < part("xl/workbook.xml").find("Answers"));
    let sheet = part("xl/worksheets/sheet2.xml");
    for wanted in
        ["\"yes,no,partly,unclear,declined\"", "\"lee,pat,sam\"", "ySplit=\"1\"", "xSplit=\"5\"", "topLeftCell=\"F2\""]
    {
        assert!(sheet.contains(wanted), "{wanted} is not in {sheet}");
    }
    assert!(!sheet.contains("<f>") && !sheet.contains("<v>11</v>"), "{sheet}");
}

#[test]
fn dates_and_numbers_of_a_spreadsheet_are_understood() {
    let site = SiteFixture::base();
    workbook(&site, |sheet| {
        reply(sheet, 1, "", "town-clock", "Yes");
        sheet.write_number(1, 0, 12.0).expect("a cell");
        let day = ExcelDateTime::from_ymd(2031, 4, 17).expect("a day");
        sheet.write_datetime_with_format(1, 3, day, &Format::new().set_num_format("d mmm yyyy")).expect("a cell");
    });
    let ran = import(&site, "rows.xlsx", &["--by", "pat"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(ran.err.contains("Read as: the sheet “Answers”\n"), "{}", ran.err);
    assert!(text(&site, BALLOT).ends_with("date: 2031-04-17\n            quote: Words.\n"), "{}", text(&site, BALLOT));
}

#[test]
fn a_bad_cell_is_called_as_in_the_spreadsheet() {
    let site = SiteFixture::base();
    let before = records(&site);
    workbook(&site, |sheet| {
        reply(sheet, 1, "12", "town-clock", "mabye");
        reply(sheet, 4, "12", "duck-pond", "yes");
        sheet.write_formula(4, 6, Formula::new("=A2&\"x\"").set_result("Words.")).expect("a formula");
        reply(sheet, 6, "", "duck-pond", "no");
        sheet.merge_range(7, 0, 8, 0, "12", &Format::new()).expect("merged cells");
        reply(sheet, 7, "", "duck-pond", "no");
        reply(sheet, 8, "", "town-clock", "no");
    });
    let ran = import(&site, "rows.xlsx", &["--by", "pat"]);
    assert_eq!(ran.exit, Exit::Errors);
    assert!(ran.err.contains("Answers!G5, column “quote”: this cell holds a formula"), "{}", ran.err);
    workbook(&site, |sheet| {
        reply(sheet, 1, "12", "town-clock", "mabye");
        reply(sheet, 6, "", "duck-pond", "no");
        sheet.merge_range(7, 0, 8, 0, "12", &Format::new()).expect("merged cells");
        reply(sheet, 7, "", "duck-pond", "no");
        reply(sheet, 8, "", "town-clock", "no");
        reply(sheet, 9, "12", "duck-pond", "yes");
        sheet.write_string(9, 6, "a".repeat(5000)).expect("a cell");
    });
    let ran = import(&site, "rows.xlsx", &["--by", "pat"]);
    for said in [
        "Answers!C2, column “answer”: “mabye” is not an answer",
        "rows.xlsx:2:3\n",
        "Answers!A7, column “id”: this row leaves it blank",
        "Answers!A9, column “id”: this row leaves it blank",
        "Answers!G10, column “quote”: this value has 5000 characters",
        "4 errors: nothing was written",
    ] {
        assert!(ran.err.contains(said), "{said}\nis not in\n{}", ran.err);
    }
    assert!(records(&site) == before, "a record has changed");
}

#[test]
fn a_hidden_sheet_is_never_read() {
    let site = SiteFixture::base();
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").expect("a name").write_string(0, 0, "nothing").expect("a cell");
    let hidden = book.add_worksheet().set_name("Answers").expect("a name");
    hidden.set_hidden(true);
    for (column, name) in (0..).zip(HEAD.split(',')) {
        hidden.write_string(0, column, name).expect("a cell");
    }
    reply(hidden, 1, "12", "town-clock", "yes");
    book.save(site.path("rows.xlsx")).expect("a workbook");
    let ran = import(&site, "rows.xlsx", &["--by", "pat"]);
    assert_eq!(ran.exit, Exit::Errors);
    assert!(ran.err.contains("this is not a sheet of answers"), "{}", ran.err);
}

#[test]
fn of_two_sheets_of_answers_none_is_taken() {
    let site = SiteFixture::base();
    let mut book = Workbook::new();
    for (sheet, answer) in [("Ours", "yes"), ("Theirs", "no")] {
        let sheet = book.add_worksheet().set_name(sheet).expect("a name");
        for (column, name) in (0..).zip(HEAD.split(',')) {
            sheet.write_string(0, column, name).expect("a cell");
        }
        reply(sheet, 1, "12", "town-clock", answer);
    }
    book.save(site.path("rows.xlsx")).expect("a workbook");
    let ran = import(&site, "rows.xlsx", &["--by", "pat"]);
    assert_eq!(ran.exit, Exit::Errors);
    assert!(ran.err.contains("there are several sheets of answers in this workbook, also “Theirs”"), "{}", ran.err);
}

/// An OpenDocument spreadsheet with one table.
fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"Answers\">{rows}</table:table></office:spreadsheet>\
         </office:body></office:document-content>"
    );
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

fn document_row(cells: &str) -> String {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    format!("<table:table-row>{}</table:table-row>", cells.split(',').map(cell).collect::<String>())
}

#[test]
fn a_spreadsheet_of_libreoffice_is_read() {
    let row = "12,town-clock,yes,2031-04-18,reply,,Let it strike.,,,,our file of letters,,";
    let rest = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let site = SiteFixture::base();
    fs::write(site.path("rows.ods"), open_document(&(document_row(HEAD) + &document_row(row) + rest))).expect("a file");
    let ran = import(&site, "rows.ods", &["--by", "pat"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(text(&site, BALLOT).ends_with("quote: Let it strike.\n"), "{}", text(&site, BALLOT));
    fs::write(
        site.path("rows.ods"),
        open_document(&(document_row(HEAD) + &document_row(&row.replace("yes", "mabye")))),
    )
    .expect("a file");
    let ran = import(&site, "rows.ods", &["--by", "pat"]);
    assert!(ran.err.contains("Answers!C2, column “answer”: “mabye” is not an answer"), "{}", ran.err);
}

#[test]
fn files_that_mean_no_good_are_refused_at_once() {
    let site = SiteFixture::base();
    let bomb = packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &vec![b' '; 110_000_000])]);
    assert!(bomb.len() < 1_000_000);
    let wide = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let cut = {
        workbook(&site, |sheet| reply(sheet, 1, "12", "town-clock", "yes"));
        let bytes = fs::read(site.path("rows.xlsx")).expect("a workbook");
        bytes[..bytes.len() / 2].to_vec()
    };
    let many: Vec<(String, &[u8])> = (0..2100).map(|n| (format!("xl/{n}"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .chain([("xl/workbook.xml", &b"<workbook/>"[..])])
        .collect();
    for (bytes, said) in [
        (bomb, "this workbook holds more than 100000000 bytes or 2000 parts when unpacked"),
        (packed(&many), "this workbook holds more than 100000000 bytes or 2000 parts when unpacked"),
        (open_document(wide), "it has more than 5000000 cells"),
        (cut, "this file is damaged"),
        (packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/vbaProject.bin", b"x")]), "this workbook holds macros"),
        (packed(&[("xl/workbook.bin", b"x")]), "this is a binary workbook of Excel (.xlsb)"),
        (packed(&[("xl/workbook.xml", b"not XML at all")]), "this workbook cannot be read"),
        (packed(&[("word/document.xml", b"<w/>")]), "this file is a spreadsheet or an archive"),
        (b"PK\x03\x04".to_vec(), "this file is damaged"),
    ] {
        fs::write(site.path("rows.xlsx"), bytes).expect("a file");
        let ran = import(&site, "rows.xlsx", &["--by", "pat"]);
        assert!(ran.exit == Exit::Errors && ran.err.contains(said), "{said}\nis not in\n{}", ran.err);
    }
}
