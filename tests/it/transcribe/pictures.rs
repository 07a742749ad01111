use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use super::{run, run_beside, site, starter, unread, words};
use crate::pictures::{Format, opened, picture, png};
use crate::support::SiteFixture;

fn leaflet(format: Format) -> Vec<u8> {
    picture(format, 60, 40)
}

/// A Tesseract that keeps the picture it is given, and finds these words in it: line, confidence, word.
fn tesseract(found: &[(u32, u32, &str)]) -> (SiteFixture, PathBuf) {
    let rows: String = found
        .iter()
        .map(|(line, sure, word)| format!("5\t1\t{}\t1\t{line}\t1\t0\t0\t9\t9\t{sure}\t{word}\n", 1 + line / 3))
        .collect();
    let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";
    let programs = SiteFixture::bare().file("found.tsv", format!("{table}1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n{rows}"));
    let folder = programs.path("");
    let script = format!(
        "#!/bin/sh\nPATH=/usr/bin:/bin\ncase $1 in\n--list-langs) echo eng;;\n*) echo \"$@\" > {0}words; cp \"$1\" {0}given.png; cat {0}found.tsv;;\nesac\n",
        folder.display()
    );
    let programs = programs.file("tesseract", script);
    fs::set_permissions(programs.path("tesseract"), fs::Permissions::from_mode(0o755)).expect("a file of our own");
    (programs, folder)
}

#[test]
fn without_tesseract_a_picture_is_said_to_be_unread() {
    let why = "page 1 was not read: it is a picture; to read it, install Tesseract (Debian: apt-get install tesseract-ocr, for Welsh also tesseract-ocr-cym)";
    unread("leaflet.png", &leaflet(Format::Png), 3, why);
}

#[test]
fn a_picture_gives_lines_paragraphs_and_how_sure_they_are() {
    let found: Vec<(u32, u32, &str)> = "Clean the duck pond at once, and keep it clean for everybody who comes"
        .split(' ')
        .enumerate()
        .map(|(n, word)| (u32::try_from(n / 4).expect("few words"), if n == 0 { 40 } else { 92 }, word))
        .collect();
    let (_programs, folder) = tesseract(&found);
    let site = site(&[("leaflet.jpg", &leaflet(Format::Jpeg))]);
    let ran = run_beside(&folder, &site, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "leaflet: read its page\n"), "{}", ran.err);
    assert_eq!(
        words(&site),
        "[page 1, confidence 87]\nClean the duck pond\nat once, and keep\nit clean for everybody\n\nwho comes\n"
    );
    assert_eq!(site.check(), []);
}

#[test]
fn words_that_are_unsure_are_kept_and_said_to_be_so() {
    let (_programs, folder) = tesseract(&[(0, 31, "Ci3an"), (0, 20, "t4e")]);
    let site = site(&[("leaflet.webp", &leaflet(Format::WebP))]);
    let ran = run_beside(&folder, &site, &[]);
    let said =
        "leaflet: read 0 of its 1 pages\nleaflet: page 1 could not be read well: 27 per cent sure of its words\n";
    assert_eq!((ran.code, ran.out.as_str()), (0, said));
    assert_eq!(words(&site), "[page 1, confidence 27]\nCi3an t4e\n");
}

#[test]
fn a_picture_without_words_is_not_passed_over() {
    let (_programs, folder) = tesseract(&[]);
    let site = site(&[("leaflet.png", &leaflet(Format::Png))]);
    let ran = run_beside(&folder, &site, &[]);
    let said = "leaflet: read 0 of its 1 pages\nleaflet: page 1 could not be read: no words were found on it\n";
    assert_eq!((ran.code, ran.out.as_str()), (0, said));
}

#[test]
fn what_the_text_of_a_stranger_smuggles_stays_out_of_the_record() {
    let (_programs, folder) =
        tesseract(&[(0, 90, "[page"), (0, 90, "9]"), (1, 90, "\u{1b}[31mred\u{202e}"), (2, 90, "---")]);
    let site = site(&[("leaflet.png", &leaflet(Format::Png))]);
    run_beside(&folder, &site, &[]);
    let words = words(&site);
    assert_eq!(words.matches("[page").count(), 2, "{words}");
    assert!(!words.contains(['\u{1b}', '\u{202e}']), "{words:?}");
    assert_eq!(site.check(), []);
}

#[test]
fn the_picture_is_upright_grey_and_large_before_it_is_read() {
    let (programs, folder) = tesseract(&[]);
    run_beside(&folder, &starter(), &["cara-specimen-leaflet", "--again"]);
    assert!(!programs.path("given.png").exists(), "a text that is there is not made anew");
    let site = starter();
    fs::remove_file(site.path("candidates/documents/cara-specimen-leaflet.txt")).expect("a text to remove");
    run_beside(&folder, &site, &["cara-specimen-leaflet"]);
    let (given, _) = opened(&fs::read(programs.path("given.png")).expect("a picture"));
    assert!(given.height > given.width && given.height == 2000, "{given:?}");
    assert_eq!((given.color_type, given.bit_depth), (png::ColorType::Grayscale, png::BitDepth::Eight));
    let words = fs::read_to_string(programs.path("words")).expect("words");
    assert!(words.ends_with("page.png stdout -l eng --psm 3 tsv\n"), "{words}");
}

#[test]
fn a_damaged_picture_is_told_from_one_that_nobody_can_read_here() {
    let whole = leaflet(Format::Jpeg);
    let site = site(&[("leaflet.jpg", &whole[..whole.len() / 2])]);
    let ran = run(&site, &[]);
    assert!(ran.out.contains("leaflet: page 1 could not be read: it is not a whole picture ("), "{}", ran.out);
    assert_eq!(ran.code, 0);
}

/// A picture that says it is so large, of a few bytes: 16 bits for each of four colours.
fn vast(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(png::ColorType::Rgba, png::BitDepth::Sixteen, 1, 1, &[0; 8]);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// The check sum of a part of a PNG.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[test]
fn a_picture_of_too_many_points_is_refused_before_it_takes_memory() {
    for (width, height) in [(19_000, 19_000), (8_000, 8_000), (1_000_000, 100)] {
        let picture = vast(width, height);
        let why = format!("it has {width} by {height} pixels, and at most 60000000 are opened");
        unread("leaflet.png", &picture, 0, &format!("page 1 could not be read: it is not a whole picture ({why})"));
        let site = site(&[("leaflet.png", &picture)]).replace(
            "candidates/documents/leaflet.yaml",
            "  - file: leaflet.png\n",
            "  - {file: leaflet.png, rights: Ours to show}\n",
        );
        let found = site.check();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(format!("{found:?}").contains(&why), "{found:?}");
    }
}
