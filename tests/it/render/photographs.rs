//! Photographs of candidates: shown where a site wants them and a record gives what lets it.

use std::fs;

use super::{ASHA, BALLOT, PAGE, attribute, base, between, holds, lacks, page};
use crate::pictures::{Format, format_and_size, photograph, picture};
use crate::support::{Found, SiteFixture};

const PHOTO: &str =
    "photo:\n      file: asha.jpg\n      rights: She sent it for this site.\n      credit: Photograph by a neighbour";
const PUBLISHED: &str = "public/test.2031-05-01/pond-lane/11-asha-example/photograph.jpg";

/// The base site with a photograph of a candidate, and these keys of the site.
fn with(keys: &str, photo: &str, bytes: &[u8]) -> SiteFixture {
    base()
        .replace("hustings.yaml", "title: A test\n", &format!("title: A test\n{keys}\n"))
        .replace(BALLOT, "name: Asha Example\n", &format!("name: Asha Example\n    {photo}\n"))
        .file("content/pictures/asha.jpg", bytes)
}

fn shown(photo: &str) -> SiteFixture {
    with("photographs: true", photo, &picture(Format::Jpeg, 400, 600))
}

#[test]
fn a_photograph_is_shown_small_on_the_page_of_its_person_and_nowhere_else() {
    let site = shown(PHOTO).build();
    let page = site.page(ASHA);
    let photo = between(&page, "<p class=\"photo\">", "</p>");
    for part in [
        "src=\"../../../test.2031-05-01/pond-lane/11-asha-example/photograph.jpg\"",
        "width=\"64\" height=\"96\"",
        "loading=\"lazy\"",
        "alt=\"Photograph of Asha Example\"",
        "Photograph by a neighbour<br>She sent it for this site.",
    ] {
        holds(photo, part);
    }
    let published = fs::read(site.path(PUBLISHED)).expect("a photograph");
    assert_eq!(format_and_size(&published), (Format::Jpeg, (128, 192)));
    assert_eq!(attribute(&site.page(PAGE), "src"), [""; 0]);
}

#[test]
fn what_a_record_says_a_photograph_shows_is_said_to_who_cannot_see_it() {
    let page = page(&shown(&format!("{PHOTO}\n      alt: Asha Example beside a pond")), ASHA);
    holds(&page, "alt=\"Asha Example beside a pond\"");
}

#[test]
fn no_photograph_leaves_the_folder_unless_the_site_says_so() {
    for keys in ["", "photographs: false"] {
        // Not even opened.
        let site = with(keys, PHOTO, b"no picture");
        assert_eq!(site.check(), []);
        let site = site.build();
        lacks(&site.page(ASHA), "<img");
        assert!(!site.path(PUBLISHED).exists());
    }
}

#[test]
fn nothing_that_a_photograph_tells_of_place_device_or_author_is_published() {
    let original = photograph(400, 300, 6);
    let site = with("photographs: true", PHOTO, &original).build();
    let published = fs::read(site.path(PUBLISHED)).expect("a photograph");
    let holds = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(holds(&original, b"SECRET") && holds(&original, b"Exif"));
    for part in [b"SECRET".as_slice(), b"Exif", b"xmpmeta", b"8BIM", b"GPS"] {
        assert!(!holds(&published, part), "{}", String::from_utf8_lossy(part));
    }
    assert_eq!(format_and_size(&published), (Format::Jpeg, (144, 192)));
}

#[test]
fn a_takedown_takes_the_photograph_off_the_site() {
    let site = shown(PHOTO).build();
    assert!(site.path(PUBLISHED).exists());
    let takedown = "name: Asha Example\n    takedown: {date: 2031-04-19, reason: She asked for it.}\n";
    let site = site.replace(BALLOT, "name: Asha Example\n", takedown).build();
    lacks(&site.page(ASHA), "<img");
    assert!(!site.path(PUBLISHED).exists());
}

#[test]
fn a_photograph_needs_its_file_rights_and_credit() {
    let places = |site: SiteFixture| site.check().iter().map(Found::place_and_code).collect::<Vec<_>>();
    for key in ["file: asha.jpg", "rights: She sent it for this site.", "credit: Photograph by a neighbour"] {
        let name = key.split(':').next().expect("a key");
        let without = PHOTO.replace(key, "alt: A pond");
        let found = shown(&without).check();
        let [only] = found.as_slice() else { panic!("{found:#?}") };
        assert_eq!(only.place_and_code(), format!("{BALLOT}:7:7 missing-key"));
        holds(&only.message, &format!("“{name}”"));
    }
    let missing = shown(&PHOTO.replace("asha.jpg", "asya.jpg"));
    let found = missing.check();
    assert_eq!(found[0].place_and_code(), format!("{BALLOT}:7:13 unknown-reference"));
    holds(&found[0].help, "did you mean “asha.jpg”?");
    assert_eq!(places(shown(&PHOTO.replace("asha.jpg", "asha.gif"))), [format!("{BALLOT}:7:13 malformed")]);
    let broken = with("photographs: true", PHOTO, b"no picture");
    assert_eq!(places(broken), ["content/pictures/asha.jpg:1:1 bad-picture"]);
}

#[test]
fn a_picture_under_a_name_that_nothing_reads_is_reported() {
    let found = base().file("content/pictures/IMG_0123.JPG", picture(Format::Jpeg, 9, 9)).check();
    let [only] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(only.place_and_code(), "content/pictures/IMG_0123.JPG:1:1 stray-file");
    holds(&only.help, "rename it to img-0123.jpg");
}

#[test]
fn one_photograph_of_two_people_is_warned_of_at_both() {
    let again = PHOTO.replace("beside", "by");
    let site = shown(PHOTO).replace(BALLOT, "name: Ben Sample\n", &format!("name: Ben Sample\n    {again}\n"));
    let found = site.check();
    let [first, second] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(first.place_and_code(), format!("{BALLOT}:7:13 shared-photograph"));
    assert!(second.place_and_code().starts_with(&format!("{BALLOT}:")), "{second:?}");
    holds(&second.message, "asha.jpg");
    holds(&first.message, &format!("Ben Sample ({})", second.place_and_code().split(' ').next().expect("a place")));
    holds(&second.message, &format!("Asha Example ({BALLOT}:7:13)"));
    let elsewhere = "candidates/test.2031-05-01/mill-lane.yaml";
    let once = |person: &str| {
        let ballot = format!(
            "id: test.mill-lane.2031-05-01\narea: {{name: Mill Lane}}\ncandidates:\n  - person: {person}\n    name: Asha Example\n    party: pp1\n    {PHOTO}\n"
        );
        let site = shown(PHOTO).file(elsewhere, ballot);
        site.check().iter().filter(|found| found.code == "shared-photograph").count()
    };
    assert_eq!((once("11\n    answers_in: test.pond-lane.2031-05-01"), once("13")), (0, 2));
}
