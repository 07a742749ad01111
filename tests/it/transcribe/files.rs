use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::pdf::Pdf;
use super::{TEXT, run, site, starter, unread, words};
use crate::support::SiteFixture;
use hustings::leaflets::store::FileKind;
use hustings::leaflets::text::{FileReader, ReadLimits, Unread};

/// A PDF with such a text on each page.
fn pdf(pages: &[&str]) -> Vec<u8> {
    pages.iter().fold(Pdf::new(), |pdf, text| pdf.text(text)).bytes()
}

#[test]
fn the_starter_s_texts_are_what_its_files_give() {
    let site = starter();
    for name in ["elin-madeup-leaflet", "pia-proxy-online"] {
        let path = site.path(&format!("candidates/documents/{name}.txt"));
        let committed = fs::read_to_string(&path).expect("a text");
        fs::remove_file(&path).expect("a file to remove");
        assert_eq!(run(&site, &[name]).code, 0);
        assert_eq!(fs::read_to_string(&path).expect("a text"), committed);
    }
}

#[test]
fn what_is_made_is_told_page_by_page_and_the_site_stays_right() {
    let site = site(&[(
        "leaflet.pdf",
        &pdf(&["Clean the duck pond! We always wanted it, and we always will, say we all.", ""]),
    )]);
    let ran = run(&site, &[]);
    let said = "\
leaflet: read 1 of its 2 pages
leaflet: page 2 was not read: it is a picture; to read it, install pdftoppm (Debian: apt-get install poppler-utils)
";
    assert_eq!((ran.code, ran.out.as_str()), (3, said));
    assert_eq!(ran.err, "Made 1 text. Compare it with the document, and correct it in any editor.\n");
    assert!(words(&site).starts_with("[page 1]\nClean the duck pond!"), "{}", words(&site));
    assert_eq!(site.check(), []);
}

#[test]
fn contact_details_are_left_out_before_anything_is_written() {
    let text = "Clean the duck pond. Ring me on 01632 960123, or write to asha@example.org. Promoted by A. Agent, 12 High Street, Example Town EX1 1EX.";
    let site = site(&[("leaflet.pdf", &pdf(&[text]))]);
    let ran = run(&site, &[]);
    let said = ran.out.lines().last().expect("a line");
    assert!(said.starts_with("leaflet: left out what looks like "), "{}", ran.out);
    for part in ["telephone number", "e-mail address", "street address"] {
        assert!(said.contains(part), "{said}");
    }
    let words = words(&site);
    for part in ["960123", "asha@", "High Street"] {
        assert!(!words.contains(part), "{words}");
    }
    assert_eq!(site.check(), []);
}

#[test]
fn a_text_that_somebody_touched_is_never_written_over() {
    let site = site(&[("leaflet.txt", b"Clean the duck pond! We always wanted it, and we always will, say we all.")]);
    run(&site, &[]);
    let site = site.replace(TEXT, "duck pond", "duck pond (on page one)");
    let before = fs::read_to_string(site.path(TEXT)).expect("a text");
    let again = run(&site, &["leaflet", "--again"]);
    assert_eq!((again.code, again.out.as_str()), (0, "leaflet: it has a text already\n"));
    let site = site
        .file("content/documents/leaflet.txt", "Another text, which is long enough to be one that somebody can read.");
    let changed = run(&site, &["--again"]);
    let said = "leaflet: its files have changed since its text was made, and somebody has edited the text; compare them, or move the text away and run this again\n";
    assert_eq!((changed.code, changed.out.as_str()), (0, said));
    assert_eq!(fs::read_to_string(site.path(TEXT)).expect("a text"), before);
}

#[test]
fn a_text_that_nobody_touched_is_made_anew_when_that_is_asked_for() {
    let site = site(&[("leaflet.txt", b"Clean the duck pond! We always wanted it, and we always will, say we all.")]);
    run(&site, &[]);
    let site = site
        .file("content/documents/leaflet.txt", "Another text, which is long enough to be one that somebody can read.");
    assert!(run(&site, &[]).out.contains("its files have changed"));
    assert!(words(&site).contains("duck pond"));
    assert_eq!(run(&site, &["--again"]).out, "leaflet: read its page\n");
    assert_eq!(words(&site), "[page 1]\nAnother text, which is long enough to be one that somebody can read.\n");
}

#[test]
fn a_text_that_somebody_typed_is_never_written_over() {
    let typed = "---\nmade_from: hand\ndate: 2031-04-09\n---\n[page 1]\nTyped.\n";
    let site =
        site(&[("leaflet.txt", b"Clean the duck pond! We always wanted it, and always will.")]).file(TEXT, typed);
    assert_eq!(run(&site, &["leaflet", "--again"]).out, "leaflet: it has a text already\n");
    assert_eq!(fs::read_to_string(site.path(TEXT)).expect("a text"), typed);
}

#[test]
fn a_web_page_gives_its_main_text_in_whatever_encoding() {
    let page = "<html><head><meta charset=\"windows-1252\"></head><body><nav>Home</nav><p>Caf\u{e9}, clean pond \u{a3}5.</p></body></html>";
    let latin: Vec<u8> = page.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin 1")).collect();
    let site = site(&[("leaflet.html", &latin)]);
    run(&site, &[]);
    assert!(words(&site).contains("Café, clean pond £5."), "{}", words(&site));
}

#[test]
fn several_files_are_one_document_and_its_pages_are_counted_on() {
    let one = "The first file speaks of the duck pond, and of nothing else at all.";
    let site = site(&[("one.txt", one.as_bytes()), ("two.pdf", b"%PDF-1.7\nbroken"), ("three.txt", one.as_bytes())]);
    let ran = run(&site, &[]);
    assert!(
        ran.out
            .starts_with("leaflet: read 2 of its 3 pages\nleaflet: page 2 could not be read: it is not a whole PDF\n"),
        "{}",
        ran.out
    );
    assert_eq!(words(&site), format!("[page 1]\n{one}\n\n[page 2]\n\n[page 3]\n{one}\n"));
}

#[test]
fn damaged_files_are_named_and_give_no_text() {
    unread(
        "leaflet.txt",
        b"\x00\x01\x02\x03 no text",
        0,
        "it could not be read: it is neither a PDF, a picture, a web page nor a text",
    );
    unread("leaflet.html", b"<html><body></body></html>", 0, "it could not be read: no words were found on it");
    let whole = pdf(&["Clean the duck pond! We always wanted it, and we always will."]);
    let site = site(&[("leaflet.pdf", &whole[..whole.len() / 3])]);
    let ran = run(&site, &[]);
    assert!(ran.out.contains("leaflet: it could not be read: it is "), "{}", ran.out);
    assert!(!site.path(TEXT).exists());
}

/// A PDF of one line that is locked, from the folder of those that cannot be made here.
fn locked(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/transcribe").join(name)).expect("a fixture")
}

#[test]
fn a_locked_pdf_is_said_to_be_locked() {
    unread("leaflet.pdf", &locked("locked.pdf"), 0, "it could not be read: it is locked with a password");
}

#[test]
fn a_pdf_that_anybody_may_open_is_read_though_not_everybody_may_change_it() {
    for name in ["restricted-rc4.pdf", "restricted-aes.pdf"] {
        let site = site(&[("leaflet.pdf", &locked(name))]);
        assert_eq!(run(&site, &[]).out, "leaflet: read its page\n", "{name}");
        assert!(words(&site).contains("Clean the duck pond!"), "{name}");
    }
}

#[test]
fn a_pdf_made_to_do_harm_harms_nobody() {
    let deep = format!("%PDF-1.7\n1 0 obj\n{}\nendobj\ntrailer << /Root 1 0 R >>\n", "[".repeat(3_000_000));
    let site = site(&[("leaflet.pdf", deep.as_bytes())]);
    let ran = run(&site, &[]);
    assert!(
        ran.out.starts_with("leaflet: nothing in it could be read\nleaflet: it could not be read: it is "),
        "{}",
        ran.out
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, "No text was made.\n"));
}

#[test]
fn only_so_many_pages_are_read_and_that_is_said() {
    let pages = ["Clean the duck pond! We always wanted it, and we always will, we all."; 502];
    let site = site(&[("leaflet.pdf", &pdf(&pages))]);
    let ran = run(&site, &[]);
    let said = "leaflet: read its 500 pages\nleaflet: it has more pages than are read; these are the first 500\n";
    assert_eq!((ran.code, ran.out.as_str()), (0, said));
    let text = fs::read_to_string(site.path(TEXT)).expect("a text");
    assert!(text.contains("\nshow: mentions\n") && text.contains("[page 500]") && !text.contains("[page 501]"));
}

/// A text is made that is shorter than its file, which is said so; it can be loaded, and stays.
#[track_caller]
fn shortened(text: &str, first: &str, why: &str) {
    let site = site(&[("leaflet.txt", text.as_bytes())]);
    let ran = run(&site, &[]);
    assert_eq!((ran.code, ran.out), (0, format!("leaflet: {first}\nleaflet: it {why}\n")), "{}", ran.err);
    assert!(fs::metadata(site.path(TEXT)).expect("a text").len() <= 1_000_000);
    assert_eq!(site.check(), []);
    assert_eq!(run(&site, &["leaflet"]).out, "leaflet: it has a text already\n");
}

#[test]
fn what_is_made_can_always_be_loaded_again() {
    let longer = "is longer than a text may be (1000000 bytes);";
    let one = "library clock saturday\n".repeat(60_000);
    shortened(&one, "read its page", &format!("{longer} this is the beginning of its first page"));
    let lines = "[page 1]\n".repeat(150_000);
    shortened(&lines, "read its page", &format!("{longer} this is the beginning of its first page"));
    let page = "library clock saturday\n".repeat(600);
    let many = vec![page.as_str(); 100].join("\u{c}");
    shortened(&many, "read its 72 pages", &format!("{longer} these are the first 72 of its 100 pages"));
    let many = vec!["library clock saturday"; 501].join("\u{c}");
    shortened(&many, "read its 500 pages", "has more pages than are read; these are the first 500");
}

#[test]
fn a_file_that_cannot_be_opened_is_told_and_the_others_are_read() {
    let site = site(&[("leaflet.txt", b"Clean the duck pond! We always wanted it, and we always will, say we all.")])
        .file("candidates/documents/other.yaml", "id: other\ntitle: Another\nkind: page\nelection: test.2031-05-01\nperson: 11\nurl: https://example.org/other\n");
    let address = hustings::leaflets::store::sha256(b"https://example.org/other");
    let hash = hustings::leaflets::store::sha256(b"what was fetched");
    let record = format!(
        r#"{{"address":"https://example.org/other","final_address":"https://example.org/other","fetched":"2031-04-01T00:00:00Z","checked":"2031-04-01T00:00:00Z","status":200,"headers":{{}},"sha256":"{hash}","size":3,"kind":"plain_text"}}"#
    );
    let site = site
        .file(&format!(".hustings/store/addresses/{address}.json"), record)
        .file(&format!(".hustings/store/objects/{}/{hash}", &hash[..2]), "another thing");
    let ran = run(&site, &[]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.out.contains("leaflet: read its page\n"), "{}", ran.out);
    assert!(ran.out.contains("other: https://example.org/other cannot be opened: "), "{}", ran.out);
    assert!(ran.out.contains("it has changed since it was fetched"), "{}", ran.out);
}

#[test]
fn a_file_that_is_missing_is_named_with_a_remedy() {
    let gone = site(&[("leaflet.txt", b"gone soon")]);
    fs::remove_file(gone.path("content/documents/leaflet.txt")).expect("a file to remove");
    let ran = run(&gone, &[]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("candidates/documents/leaflet.yaml:7"), "{}", ran.err);
    let unknown = run(&SiteFixture::base(), &["leaflett"]);
    assert!(unknown.code == 2 && unknown.err.contains("leaflett"), "{}", unknown.err);
}

#[test]
fn a_day_after_that_of_the_records_is_refused() {
    let site = site(&[("leaflet.txt", b"Clean the duck pond! We always wanted it, and always will.")]);
    let ran = site.hustings().args(["transcribe", "--date", "2031-04-22"]).assert().code(2);
    let said = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    assert!(said.contains("is after 2031-04-20"), "{said}");
}

/// A reader whose steps are done by a program of one's own.
fn reader(site: &SiteFixture, program: &str) -> FileReader {
    let path: PathBuf = site.path("program");
    fs::write(&path, format!("#!/bin/sh\n{program}\n")).expect("a writable folder");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a file of our own");
    let limits = ReadLimits { step: Duration::from_millis(300), end: Duration::from_millis(50), output: 1000 };
    FileReader { program: path, tesseract: None, pdftoppm: None, languages: Vec::new(), limits }
}

#[track_caller]
fn gives(program: &str, why: &str) {
    let site = SiteFixture::bare();
    let read = reader(&site, program).read(b"a text", FileKind::PlainText, None);
    assert_eq!(read.unread, [(None, Unread::Damaged(why.to_owned()))], "{program}");
    assert_eq!(read.pages, []);
}

#[test]
fn a_step_that_stalls_floods_or_breaks_is_ended() {
    gives("exec sleep 1000", "it takes too long to read");
    gives("exec 1>&-; exec sleep 1000", "it is damaged, or made to do harm");
    gives("exec yes", "more text comes out of it than any document has");
    gives("exec yes 1>&2", "it is damaged, or made to do harm");
    gives("kill -SEGV $$", "it is damaged, or made to do harm");
    gives("echo '[\"half'", "what came out of it makes no sense");
    gives("echo 'worker: it is torn' 1>&2; exit 1", "it is torn");
}
