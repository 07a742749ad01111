//! What stands in a PDF and is easily lost: columns, forms, notes, ligatures; and what is not a text though it looks like it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::pdf::{Pdf, line};
use super::{Transcribed, run, run_beside, site, words};
use crate::pictures::{Format, picture};
use crate::support::SiteFixture;

const PROSE: &str = "The council should open the library on Saturdays, because people who work all week \
    cannot come on any other day, and the books of the town belong to all of them. We would also clean the duck pond.";

/// The text that is made of a PDF, and what is said of it.
fn read(pdf: Pdf) -> (Transcribed, SiteFixture) {
    let site = site(&[("leaflet.pdf", &pdf.bytes())]);
    (run(&site, &[]), site)
}

/// A PDF is read, and its text holds each of these.
#[track_caller]
fn holds(pdf: Pdf, wanted: &[&str]) {
    let (ran, site) = read(pdf);
    assert_eq!((ran.code, ran.out.as_str()), (0, "leaflet: read its page\n"), "{}", ran.err);
    let words = words(&site);
    for part in wanted {
        assert!(words.contains(part), "{part:?} is not in {words}");
    }
}

/// The prose, each letter standing for the one that lies `by` places on, as fonts of few letters number them.
fn shifted(text: &str, by: u8) -> String {
    text.bytes()
        .map(|byte| char::from(if byte == b' ' { byte } else { byte - by }))
        .filter(|c| !"()\\".contains(*c))
        .collect()
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = ["We would end the", "parking on Long", "Meadow and give", "the grass back."];
    let right = ["The library must", "open on Saturdays", "because people", "work all week."];
    let rows = (0..4)
        .map(|row| line(50, 600 - 14 * row, left[row as usize]) + &line(160, 600 - 14 * row, right[row as usize]));
    let content = line(50, 640, "A headline that stands over both of its columns") + &rows.collect::<String>();
    holds(
        Pdf::new().page(&content, ""),
        &["parking on Long\nMeadow and give\nthe grass back.", "must\nopen on Saturdays\nbecause people"],
    );
}

#[test]
fn what_was_typed_into_a_form_is_read() {
    let mut pdf = Pdf::new();
    let text = pdf.object("<< /Type /Annot /Subtype /Widget /FT /Tx /T (why) /V (I support the library\\rand the pond) /Rect [50 640 400 680] >>");
    let parent = pdf.object("<< /FT /Tx /T (name) /V <FEFF0041007300680061002000016B> >>".replace("000016B", "0016B"));
    let kid = pdf.object(format!("<< /Type /Annot /Subtype /Widget /Parent {parent} 0 R /Rect [50 600 400 620] >>"));
    let ticked = pdf.object("<< /Type /Annot /Subtype /Widget /FT /Btn /T (yes) /AS /On /Rect [50 560 60 570] >>");
    let note = pdf
        .object("<< /Type /Annot /Subtype /FreeText /Contents (Ring the bells\\222 keeper) /Rect [50 500 400 520] >>");
    let page = line(50, 700, "Pledge card") + &line(70, 561, "Open it on Saturdays");
    let entries = format!("/Annots [{text} 0 R {kid} 0 R {ticked} 0 R {note} 0 R]");
    let pdf =
        pdf.page(&page, &entries).catalogue(&format!("/AcroForm << /Fields [{text} 0 R {parent} 0 R {ticked} 0 R] >>"));
    holds(
        pdf,
        &["I support the library\nand the pond", "Asha ū", "[x] Open it on Saturdays", "Ring the bells™ keeper"],
    );
}

#[test]
fn a_field_whose_words_are_only_drawn_is_read_too() {
    let mut pdf = Pdf::new();
    let drawn = pdf.stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F1 3 0 R >> >>",
        "BT /F1 12 Tf 2 5 Td (drawn into the field) Tj ET",
    );
    let field = pdf.object(format!(
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (why) /Rect [50 640 400 680] /AP << /N {drawn} 0 R >> >>"
    ));
    holds(pdf.page(&line(50, 700, "Pledge card"), &format!("/Annots [{field} 0 R]")), &["drawn into the field"]);
}

#[test]
fn a_form_that_only_one_program_shows_is_said_to_be_unread() {
    let pdf = Pdf::new().text("Please wait. If this message is not replaced, your viewer cannot show this form.");
    let (ran, site) = read(pdf.catalogue("/AcroForm << /Fields [] /XFA [] >>"));
    let said = "leaflet: nothing in it could be read\nleaflet: it could not be read: it is a form whose fields only Adobe Reader shows; print it to a new PDF there, and use that\n";
    assert_eq!((ran.code, ran.out.as_str()), (0, said));
    assert!(!site.path(super::TEXT).exists());
}

#[test]
fn ligatures_apostrophes_and_hyphens_come_out_as_people_type_them() {
    let mut pdf = Pdf::new();
    let map = pdf.stream("", "1 begincodespacerange <00> <FF> endcodespacerange\n5 beginbfchar <41> <FB01> <42> <00740074> <43> <FB05> <44> <00AD> <45> <2019> endbfchar");
    let font = pdf.object(format!(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode {map} 0 R >>"
    ));
    let entries = format!("/Resources << /Font << /F1 {font} 0 R >> >>");
    let content = line(50, 700, "We Aght for a beBer Are brigade, it isnEt a AC of sancD") + &line(50, 686, "tions");
    holds(pdf.page(&content, &entries), &["We fight for a better fire brigade, it isn’t a fist of sanc-\ntions"]);
}

#[test]
fn hyphens_that_are_not_drawn_are_no_part_of_a_word() {
    let mut pdf = Pdf::new();
    let map = pdf.stream(
        "",
        "1 begincodespacerange <00> <FF> endcodespacerange\n2 beginbfchar <41> <00AD> <42> <2010> endbfchar",
    );
    // The letter A takes no room, B that of a hyphen.
    let widths: String = (32..123).map(|code| if code == 65 { "0 " } else { "600 " }).collect();
    let font = pdf.object(format!(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 122 /Widths [{widths}] /ToUnicode {map} 0 R >>"
    ));
    let entries = format!("/Resources << /Font << /F1 {font} 0 R >> >>");
    let wide = "BT /F1 12 Tf 50 672 Td [(the couB) 600 (ncil agrees)] TJ ET\n";
    let content = line(50, 700, "well-known couAncil menB") + &line(50, 686, "tioned it") + wide;
    holds(pdf.page(&content, &entries), &["well-known council men-\ntioned it\nthe council agrees"]);
}

#[test]
fn a_page_of_signs_without_meaning_is_not_said_to_be_read() {
    let rubbish = shifted(PROSE, 29);
    let (ran, site) = read(Pdf::new().text(PROSE).text(&rubbish));
    let said = "leaflet: read 1 of its 2 pages\nleaflet: page 2 was not read: its fonts do not say which letters they draw; to read it as a picture, install pdftoppm (Debian: apt-get install poppler-utils)\n";
    assert_eq!((ran.code, ran.out.as_str()), (3, said));
    assert!(words(&site).ends_with("\n[page 2]\n"), "{}", words(&site));
}

#[test]
fn letters_that_the_file_does_not_name_are_no_words() {
    let mut pdf = Pdf::new();
    let below = pdf.object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unknown /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>");
    let font = pdf.object(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /Identity-H /DescendantFonts [{below} 0 R] >>"
    ));
    let page = "BT /F1 12 Tf 50 700 Td <002400250026002700280029> Tj ET";
    let (ran, _) = read(pdf.page(page, &format!("/Resources << /Font << /F1 {font} 0 R >> >>")));
    assert!(
        ran.out.starts_with("leaflet: nothing in it could be read\nleaflet: page 1 was not read: its fonts do not say"),
        "{}",
        ran.out
    );
}

#[test]
fn welsh_names_and_other_languages_are_words() {
    let welsh = "Dylai'r cyngor agor y llyfrgell ar ddydd Sadwrn, gan na all y rhai sydd yn gweithio drwy'r wythnos ddod ar \
        unrhyw ddiwrnod arall, ac mae llyfrau'r dref yn eiddo i bob un ohonynt. Byddem hefyd yn glanhau'r pwll hwyaid yn y parc mawr.";
    let german = "Die Stadt soll die Bibliothek am Samstag aufmachen, weil Menschen, die von Montag bis Freitag arbeiten, sonst nie \
        kommen. Wir wollen auch den Teich im Park wieder sauber sehen, mit Enten und Bänken, und das noch vor dem Sommer, wie versprochen."
        .replace('ä', "\\344");
    let names = "Asha Example, Elin Madeup, Cara Specimen, Pia Proxy, Sam Sample, Lee Template, Jo Draft, Kit Stencil, Ana Pattern, \
        Max Muster, Eva Beispiel, Tom Placeholder, Ida Fiction, Ben Invented, Una Novella, Roy Imagined, Zoe Pretend, Ned Bogus, \
        Liz Phantom, Gus Mirage, Amy Figment, Hal Conjure, Joy Fabricated";
    for text in [welsh, german.as_str(), names] {
        holds(Pdf::new().text(text), &[]);
    }
}

/// A folder of stand-ins: a pdftoppm that draws a picture, and a Tesseract that finds these words in it.
fn programs(found: &str) -> SiteFixture {
    let rows: String =
        (0..).zip(found.split(' ')).map(|(n, word)| format!("5\t1\t1\t1\t1\t{n}\t0\t0\t9\t9\t91\t{word}\n")).collect();
    let programs = SiteFixture::bare().file("page.png", picture(Format::Png, 30, 20)).file("found.tsv", rows);
    let folder = programs.path("").display().to_string();
    let tesseract = format!("#!/bin/sh\ncase $1 in --list-langs) echo eng;; *) /bin/cat {folder}found.tsv;; esac\n");
    let programs =
        programs.file("tesseract", tesseract).file("pdftoppm", format!("#!/bin/sh\n/bin/cat {folder}page.png\n"));
    for name in ["tesseract", "pdftoppm"] {
        fs::set_permissions(programs.path(name), fs::Permissions::from_mode(0o755)).expect("a file of our own");
    }
    programs
}

#[test]
fn a_page_without_meaning_is_read_as_a_picture_where_that_can_be_done() {
    let site = site(&[("leaflet.pdf", &Pdf::new().text(PROSE).text(&shifted(PROSE, 3)).bytes())]);
    let programs = programs("Clean the duck pond");
    let ran = run_beside(&programs.path(""), &site, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "leaflet: read its 2 pages\n"), "{}", ran.err);
    assert!(words(&site).ends_with("[page 2, confidence 91]\nClean the duck pond\n"), "{}", words(&site));
}

#[test]
fn a_scan_with_a_stamp_is_read_as_a_picture() {
    let mut pdf = Pdf::new();
    let picture = pdf
        .stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "0");
    let entries = format!("/Resources << /Font << /F1 3 0 R >> /XObject << /I {picture} 0 R >> >>");
    let pdf = pdf.page(&format!("q 595 0 0 842 0 0 cm /I Do Q {}", line(50, 20, "Scanned page 1")), &entries).bytes();
    let site = site(&[("leaflet.pdf", &pdf)]);
    let ran = run(&site, &[]);
    assert!(ran.out.contains("page 1 was not read: it is a picture; to read it, install pdftoppm"), "{}", ran.out);
    let programs = programs("Clean the duck pond at once");
    fs::remove_file(site.path(super::TEXT)).ok();
    let ran = run_beside(&programs.path(""), &site, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "leaflet: read its page\n"), "{}", ran.err);
    assert!(words(&site).contains("Clean the duck pond"), "{}", words(&site));
}
